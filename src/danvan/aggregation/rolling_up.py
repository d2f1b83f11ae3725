"""Rolling figures up the tree of organizations."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from danvan.aggregation.aggregate import Aggregates
from danvan.aggregation.ascent import Ascent
from danvan.aggregation.sorting import sorted_out
from danvan.aggregation.tree import Climb
from danvan.errors import InvalidValueError
from danvan.indicators import Kind, Observation, Role
from danvan.organizations import Level, Organization, Organizations
from danvan.periods import Period
from danvan.quantities import STANDARD, Policy

__all__ = ["roll_up"]


def roll_up(
    observations: Iterable[Observation],
    organizations: Organizations,
    *,
    to: str | Level | Iterable[str | Level],
    period: Period,
    expected: Iterable[str | Organization] | None = None,
    role: Role = Role.ACTUAL,
    stock_age: timedelta | None = None,
    policy: Policy = STANDARD,
) -> Aggregates:
    """Put the figures of a period together, indicator by indicator, up the tree.

    Going upward, an organization that stated a figure itself is taken at its word,
    and what those below it reported is held beside it (:attr:`Aggregate.overlaps`),
    never added to it.  Only what is said to be its own doing alone
    (:attr:`danvan.indicators.Scope.ALONE`) is added to what those below it did.

    Flows add up over organizations and over the parts of the period; of stocks the
    latest counts; ratios are made of the sums of both their sides, of those who reported
    both; means are weighed by the indicator they name; everything else is refused.

    Args:
        observations: the figures; those of another role, outside the period, or of an
            organization not below those asked for are handed back in
            :attr:`Aggregates.left_out`.  A tuple is not copied.
        organizations: the tree they are climbing.
        to: a level ("district") or the code of an organization, or several of these
            at once.  Of a level it is the highest organization above each reporter.
        period: the time the figures are wanted for.
        expected: who was to report.  Without it: those of the same kind and level as
            a reporter below the same organization, and the members of a group a reporter
            belongs to, as far as they were open in the period; not those that say the
            figure is not due or does not apply.
        role: which figures to take.
        stock_age: how old a stock may be on the last day of the period, also where it is
            from before the period; an older one is left out, and its organization missing.
            Without it a stock must be of a part of the period, and is incomplete if that
            is not its end.
        policy: how the words of the figures are read.

    Raises:
        NotAdditiveError: figures of an indicator would have to be put together that
            cannot be; it says what to do instead.
        UnknownCodeError: an organization that is not of the tree, or an unknown level.
        InvalidValueError: a period that is none, such as the words for one.

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
    if not isinstance(period, Period):
        raise InvalidValueError("roll_up period", period, 'Period.parse("9 tháng năm 2023")')
    climb = Climb(organizations, period, to)
    said = None if expected is None else {_number(one, climb, organizations) for one in expected}
    oldest = None if stock_age is None else period.last - stock_age
    reported = sorted_out(observations, climb, role, oldest)
    ascent = Ascent(climb, said, policy, reported)
    # Ratios and means come last: they need the aggregates of their sides and weights.
    for indicator, breakdown in sorted(
        reported.figures, key=lambda key: (key[0].kind in (Kind.RATIO, Kind.MEAN), key[0].code)
    ):
        ascent.rise(indicator, breakdown)
    left_out, unreported = map(reported.as_given, (reported.left_out, reported.unreported))
    return Aggregates(ascent.found, left_out, unreported)


def _number(one: str | Organization, climb: Climb, organizations: Organizations) -> int:
    return climb.number(organizations[one] if isinstance(one, str) else one)
