"""Reports that are owed: there or not, in time or late (DV626 to DV628)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from danvan.errors import InvalidValueError
from danvan.findings import rules
from danvan.reporting import Duty, DutyState
from danvan.validation.observations.observed import Observed
from danvan.validation.observations.outcome import Outcome
from danvan.vietnamese.dates import format_date

__all__ = ["check_rounds"]

_CODES: Final = {
    DutyState.OVERDUE: "DV626",
    DutyState.LATE: "DV627",
    DutyState.RETURNED: "DV628",
}
_OPEN: Final = {
    DutyState.NOT_YET_DUE: "not-due",
    DutyState.DUE: "not-due",
    DutyState.UNCLEAR: "cannot-tell",
}


def check_rounds(observed: Observed) -> Iterator[Outcome]:
    """DV626: owed and not there.  DV627: there, but late.  DV628: returned and still out.

    A report that is not due yet is not evaluated, nor is one of which several copies
    contradict each other, for which the round itself has a finding (DV625).

    Raises:
        InvalidValueError: rounds are given, but no day.
    """
    if observed.rounds and observed.on is None:
        raise InvalidValueError("check_observations on", None, "the day to see the rounds on")
    for one in observed.rounds:
        for duty in one.duties:
            if observed.on is not None:
                yield _judged(duty, observed.on)


def _judged(duty: Duty, on: date) -> Outcome:
    check, state = "reports-due", duty.state(on)
    if state in _OPEN:
        return Outcome(check, reason=_OPEN[state])
    if state not in _CODES:
        return Outcome(check)
    sent = duty.submission.first_sent if duty.submission else None
    finding = rules()[_CODES[state]].at(
        organization=duty.organization.full_name,
        period=duty.period,
        report=duty.report,
        due=format_date(duty.due, "short"),
        sent=format_date(sent, "short") if sent else "–",
    )
    return Outcome(check, (finding,))
