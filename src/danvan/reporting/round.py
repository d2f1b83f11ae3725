"""One round of reporting: what is owed for a period, and what came in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from attrs import field, frozen

from danvan import _fields, notebook
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.findings import Finding, Findings, rules
from danvan.indicators import Indicator
from danvan.organizations import Organization, Organizations
from danvan.periods import Period
from danvan.reporting.counting import Standing, weighed
from danvan.reporting.duty import Duty, DutyState
from danvan.reporting.filled import check_form
from danvan.reporting.line import Route, routes
from danvan.reporting.regime import Regime
from danvan.reporting.submission import Submission

__all__ = ["Round", "open_round", "roster"]

_submissions = _fields.tuple_of(Submission)


@frozen
class Round:
    """What is owed for a period, and everything that came in.

    Attributes:
        regime: the regime.
        period: the period.
        duties: what each organization owes, with what came of it.
        standing: the submissions that are owed, sorted by whether they count.
        refused: those nobody owes, of a body that is not in being, or of a period the
            regime does not ask for; the findings say which and why.
        elsewhere: those of another period of the regime, or of another form: they
            belong to another round.
        findings: what is wrong with what came (DV61x of the forms, DV62x of the rest).
    """

    regime: Regime = field(validator=_fields.instance(Regime), repr=False)
    period: Period = field(validator=_fields.instance(Period))
    duties: tuple[Duty, ...] = field(validator=_fields.tuple_of(Duty))
    standing: Standing = field(default=Standing(), validator=_fields.instance(Standing))
    refused: tuple[Submission, ...] = field(default=(), validator=_submissions)
    elsewhere: tuple[Submission, ...] = field(default=(), validator=_submissions)
    findings: Findings = field(default=Findings(), validator=_fields.instance(Findings))

    def _repr_html_(self) -> str:
        got = len(self.duties) - len(self.missing)
        title = f"{self.regime.name}, {self.period}: {got}/{len(self.duties)} đơn vị đã gửi"
        return notebook.listing(title, self.duties)

    def in_state(self, state: DutyState, on: date) -> tuple[Duty, ...]:
        """The duties that stand so at the end of a day."""
        return tuple(duty for duty in self.duties if duty.state(on) is state)

    @property
    def owing(self) -> tuple[Organization, ...]:
        """Who owes a report."""
        return tuple(duty.organization for duty in self.duties)

    @property
    def missing(self) -> tuple[Organization, ...]:
        """Who owes one of which nothing counts; none of them reported zero."""
        counted = {one.organization.code for one in self.standing.counted}
        return tuple(one for one in self.owing if one.code not in counted)


def open_round(
    regime: Regime,
    organizations: Organizations,
    period: Period,
    submissions: Iterable[Submission] = (),
    *,
    on: date | None = None,
    catalogue: Catalogue[Indicator] | None = None,
) -> Round:
    """See what is owed for a period and what came in; nothing that came is dropped.

    Who is not in being on the day the figures are closed owes nothing.

    Args:
        regime: the regime.
        organizations: the tree its lines are of.
        period: the period.
        submissions: all there are, of other periods too.
        on: take them as they were known at the end of this day.
        catalogue: the indicators of its form; those danvan ships if none are given.

    Raises:
        InvalidValueError: the regime asks for no report of the period.
        UnknownCodeError: a code of a line that the tree does not hold.
    """
    due, closing = regime.due(period), regime.window(period).last
    owed = {route.reporter.code: route for route in routes(regime.lines, organizations, closing)}
    known = [one if on is None else one.as_of(on) for one in submissions]
    mine: list[Submission] = []
    refused: list[Submission] = []
    elsewhere: list[Submission] = []
    findings: list[Finding] = []
    codes = {"", *(form.code for form in regime.forms)}
    for one in known:
        if (regime.forms and one.form not in codes) or (
            one.period != period and regime.asks_for(one.period)
        ):
            elsewhere.append(one)
        elif found := _refusal(regime, one, period, owed, closing):
            refused.append(one)
            findings.append(found)
        else:
            mine.append(one)
    sorted_out = weighed(_by_organization(mine))
    form = regime.form(period)
    for one in (*sorted_out.counted, *sorted_out.left_out) if form else ():
        if one.first_sent is not None and form is not None:
            findings += check_form(form, one, catalogue)
    findings += _copies(regime, sorted_out)
    came = {one.organization.code: one for one in sorted_out.left_out + sorted_out.counted}
    unclear: dict[str, list[Submission]] = {}
    for one in sorted_out.conflicting:
        unclear.setdefault(one.organization.code, []).append(one)
    duties = tuple(
        Duty(
            regime.name,
            route,
            period,
            closing,
            due,
            came.get(code),
            tuple(unclear.get(code, ())),
        )
        for code, route in owed.items()
    )
    return Round(
        regime, period, duties, sorted_out, tuple(refused), tuple(elsewhere), Findings(findings)
    )


def _by_organization(submissions: Iterable[Submission]) -> Iterator[list[Submission]]:
    """The copies of each report of one round, whatever form they name."""
    found: dict[str, list[Submission]] = {}
    for one in submissions:
        found.setdefault(one.organization.code, []).append(one)
    return (found[code] for code in sorted(found))


def _refusal(
    regime: Regime, one: Submission, period: Period, owed: dict[str, Route], closing: date
) -> Finding | None:
    """Why a submission cannot be taken, or ``None`` where it can."""
    if one.period != period:
        return _found("DV623", regime, one, want=period)
    route = owed.get(one.organization.code)
    if route is not None and route.reporter == one.organization:
        return None
    if not any(line.names(one.organization.code) for line in regime.lines):
        return _found("DV621", regime, one)
    return _found("DV622", regime, one, day=f"{closing:%d/%m/%Y}")


def _copies(regime: Regime, sorted_out: Standing) -> Iterator[Finding]:
    for code, copies in (("DV624", sorted_out.superseded), ("DV625", sorted_out.conflicting)):
        for one in {one.organization.code: one for one in copies}.values():
            yield _found(code, regime, one)


def _found(
    code: str, regime: Regime, one: Submission, *, want: object = "", day: str = ""
) -> Finding:
    return rules()[code].at(
        organization=one.organization.full_name,
        period=one.period,
        report=regime.name,
        want=want,
        day=day,
    )


def roster(
    regimes: Iterable[Regime],
    organizations: Organizations,
    on: date,
    submissions: Iterable[Submission] = (),
    *,
    since: date | None = None,
) -> tuple[Duty, ...]:
    """The duty roster of a day: who owes what, the earliest due first.

    In it is every period that has begun by the day; ask each duty for its
    :meth:`~Duty.state` on the day.

    Args:
        regimes: the regimes.
        organizations: the tree their lines are of.
        on: the day.
        submissions: what came in, or is being drafted.
        since: leave out periods that ended before this day; the first day of the year
            if it is not said.

    Raises:
        InvalidValueError: ``since`` lies after the day.
    """
    begin = since or on.replace(month=1, day=1)
    if begin > on:
        raise InvalidValueError("roster since", begin, f"a day up to {on}")
    came = tuple(submissions)
    horizon = Period(begin, on.replace(month=12, day=31))
    found = [
        duty
        for regime in regimes
        for period in regime.periods(horizon)
        if regime.window(period).first <= on
        for duty in open_round(regime, organizations, period, came, on=on).duties
    ]
    return tuple(sorted(found, key=lambda duty: (duty.due, duty.report, duty.organization.code)))
