"""Rolling figures up the tree of organizations."""

from __future__ import annotations

from collections.abc import Iterable

from danvan.aggregation.aggregate import Aggregates
from danvan.aggregation.ascent import Ascent, Breakdown
from danvan.aggregation.tree import Climb
from danvan.indicators import Indicator, Kind, Missing, Observation, Role
from danvan.organizations import Level, Organization, Organizations
from danvan.periods import Period
from danvan.quantities import STANDARD, Policy

__all__ = ["roll_up"]

Figures = dict[tuple[Indicator, Breakdown], dict[Organization, list[Observation]]]


def roll_up(
    observations: Iterable[Observation],
    organizations: Organizations,
    *,
    to: str | Level | Iterable[str | Level],
    period: Period,
    expected: Iterable[str | Organization] | None = None,
    role: Role = Role.ACTUAL,
    policy: Policy = STANDARD,
) -> Aggregates:
    """Put the figures of a period together, indicator by indicator, up the tree.

    Going upward, an organization that stated a figure itself is taken at its word,
    and what those below it reported is held beside it (:attr:`Aggregate.overlaps`),
    never added to it.  Only what is said to be its own doing alone
    (:attr:`danvan.indicators.Scope.ALONE`) is added to what those below it did.

    Flows add up over organizations and over the parts of the period; of stocks the
    latest counts; ratios are made of the sums of both their sides; everything else
    is refused.

    Args:
        observations: the figures; those of another role or outside the period are
            handed back in :attr:`Aggregates.left_out`.
        organizations: the tree they are climbing.
        to: a level ("district") or the code of an organization, or several of these
            at once.  Of a level it is the highest organization above each reporter.
        period: the time the figures are wanted for.
        expected: who was to report.  Without it: those of the same kind and level as
            a reporter below the same organization, and the members of a group a reporter
            belongs to, as far as they were open in the period; not those that say the
            figure is not due or does not apply.
        role: which figures to take.
        policy: how the words of the figures are read.

    Raises:
        NotAdditiveError: figures of an indicator would have to be put together that
            cannot be; it says what to do instead.
        UnknownCodeError: an organization that is not of the tree, or an unknown level.

    >>> from danvan.indicators import indicators
    >>> from danvan.quantities import Quantity
    >>> tree, nine = Organizations.shipped("tam_duong"), Period.nine_months(2023)
    >>> totals = roll_up(
    ...     [Observation(indicators()["propaganda.sessions"], tree[f"tam_duong.{code}"], nine,
    ...                  Quantity.parse(figure))
    ...      for code, figure in [("women", "865 buổi"), ("youth", "trên 394 buổi")]],
    ...     tree, to="district", period=nine)
    >>> sessions = totals["propaganda.sessions"]
    >>> print(sessions.value, sessions.hard, len(sessions.reported), len(sessions.expected))
    trên 1.259 buổi [1.259; ∞) 2 6
    """
    climb = Climb(organizations, period)
    said = None if expected is None else {_member(one, organizations) for one in expected}
    ascent = Ascent(climb, climb.targets(to), said, policy)
    figures, aside, unreported = _sorted_out(observations, period, role)
    ascent.left_out.extend(aside)
    # Ratios come last: they are made of the aggregates of their two sides.
    for key in sorted(figures, key=lambda key: (key[0].kind is Kind.RATIO, key[0].code, key[1])):
        exempt = {one.organization for one in unreported if _exempts(one, *key)}
        ascent.rise(*key, figures[key], exempt)
    return Aggregates(ascent.found, tuple(ascent.left_out), tuple(unreported))


def _member(one: str | Organization, organizations: Organizations) -> Organization:
    return organizations[one if isinstance(one, str) else one.code]


def _exempts(one: Observation, indicator: Indicator, breakdown: Breakdown) -> bool:
    same = one.indicator == indicator and one.breakdown == breakdown
    return same and one.missing is not Missing.NOT_REPORTED


def _sorted_out(
    observations: Iterable[Observation], period: Period, role: Role
) -> tuple[Figures, list[Observation], list[Observation]]:
    """The figures by what and whose they are; those left out; those that say there is none."""
    figures: Figures = {}
    left_out: list[Observation] = []
    unreported: list[Observation] = []
    for one in observations:
        if one.role is not role or one.period not in period:
            left_out.append(one)
        elif one.quantity is None:
            unreported.append(one)
        else:
            by_organization = figures.setdefault((one.indicator, one.breakdown), {})
            by_organization.setdefault(one.organization, []).append(one)
    return figures, left_out, unreported
