"""The reporting cycle: who owes which report to whom, what came in, what it became.

A :class:`Regime` says who owes what to whom, via whom, on which :class:`Form`, how
often and by when; :func:`open_round` holds against it what came in for one period,
:func:`roster` tells who owes what on a day, :func:`timeliness` how many were in time.
A :class:`Submission` is what one organization sent, with the history of what became
of it; only what stands (sent and not returned, the latest of each) is counted.
:mod:`danvan.reporting.registers` holds the tables the figures come from,
:class:`Assignment` and :class:`Goal` what a plan set out to do.

The nouns are those of QCVN 125:2021 (regime, form, outline, figures, status), with
the lines of reporting the Party has.

>>> from datetime import date
>>> from danvan.organizations import Organizations
>>> from danvan.periods import Cadence, Period
>>> tree, nine = Organizations.shipped("ban_mai"), Period.nine_months(2026)
>>> regime = Regime("Báo cáo công tác dân vận",
...     (Line("ban_mai.communes.*.party", "ban_mai.party"),),
...     (Cadence.NINE_MONTHS, Cadence.YEAR), Deadline(5))
>>> draft = Submission(tree["ban_mai.communes.suoi_la.party"], nine)
>>> sent = draft.moved(State.SENT, on=date(2026, 10, 2), by="Phó Bí thư")
>>> print(*timeliness(open_round(regime, tree, nine, [sent]).duties, date(2026, 10, 6)))
9 tháng năm 2026: 1/8 (quá hạn, chưa gửi 7, đúng hạn 1)
"""

from danvan.reporting.assignment import (
    Assignment,
    AssignmentState,
    Evidence,
    Outcome,
    Progress,
    progress,
)
from danvan.reporting.blank import blank_form
from danvan.reporting.counting import Standing, standing
from danvan.reporting.duty import Duty, DutyState
from danvan.reporting.earlier import Beside, beside
from danvan.reporting.filled import check_form
from danvan.reporting.form import Cell, Form, FormRule, Relation, Row, read_forms
from danvan.reporting.goal import Goal, GoalResult, GoalState
from danvan.reporting.line import Line, Route, routes
from danvan.reporting.log import read_log
from danvan.reporting.outline import Outline, OutlinePart, outlines
from danvan.reporting.punctuality import By, Timeliness, timeliness
from danvan.reporting.regime import Deadline, Regime, ReportKind
from danvan.reporting.regime_files import read_regime
from danvan.reporting.round import Round, open_round, roster
from danvan.reporting.submission import Event, State, Submission
from danvan.reporting.working_days import WorkingDays, working_days

__all__ = [
    "Assignment",
    "AssignmentState",
    "Beside",
    "By",
    "Cell",
    "Deadline",
    "Duty",
    "DutyState",
    "Event",
    "Evidence",
    "Form",
    "FormRule",
    "Goal",
    "GoalResult",
    "GoalState",
    "Line",
    "Outcome",
    "Outline",
    "OutlinePart",
    "Progress",
    "Regime",
    "Relation",
    "ReportKind",
    "Round",
    "Route",
    "Row",
    "Standing",
    "State",
    "Submission",
    "Timeliness",
    "WorkingDays",
    "beside",
    "blank_form",
    "check_form",
    "open_round",
    "outlines",
    "progress",
    "read_forms",
    "read_log",
    "read_regime",
    "roster",
    "routes",
    "standing",
    "timeliness",
    "working_days",
]
