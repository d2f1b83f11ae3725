"""Making one figure of several, each in the way its indicator allows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import attrs

from danvan.errors import NotAdditiveError
from danvan.indicators import Combination, Indicator, Kind
from danvan.quantities import Interval, Tally

__all__ = ["combined", "percent_of", "refusal"]


class HasIntervals(Protocol):
    """A figure with what it asserts and what it likely means."""

    @property
    def hard(self) -> Interval:
        """What it asserts."""
        ...

    @property
    def likely(self) -> Interval:
        """What it likely means."""
        ...


_METHODS = {
    Combination.SUM: "sum",
    Combination.MAXIMUM: "maximum",
    Combination.MINIMUM: "minimum",
}


def combined(
    indicator: Indicator, combination: Combination, tallies: Sequence[Tally], what: str
) -> tuple[Tally, str]:
    """One tally of several, and how it was made.

    Args:
        indicator: what is counted.
        combination: how it goes over time or over organizations.
        tallies: the figures; at least one.
        what: what they are figures of, for the message.

    Raises:
        NotAdditiveError: the indicator does not allow it.
    """
    if combination is Combination.SUM:
        tally = Tally.sum(tallies)
    elif combination is Combination.MAXIMUM:
        tally = _extreme(tallies, greatest=True)
    elif combination is Combination.MINIMUM:
        tally = _extreme(tallies, greatest=False)
    else:
        raise refusal(indicator, what)
    return tally, f"{_METHODS[combination]} over {what}"


def percent_of(
    numerator: HasIntervals, denominator: HasIntervals
) -> tuple[Interval, Interval] | None:
    """What a ratio of two figures asserts and likely means, in percent.

    ``None`` where the denominator may be zero.
    """
    hard = numerator.hard.divided_by(denominator.hard)
    likely = numerator.likely.divided_by(denominator.likely)
    return None if hard is None or likely is None else (hard * 100, likely * 100)


def refusal(indicator: Indicator, what: str) -> NotAdditiveError:
    """The error for figures that do not go together, with what to do instead."""
    return NotAdditiveError(indicator.code, f"figures of {what} together", _instead(indicator))


def _instead(indicator: Indicator) -> str:
    if indicator.kind is Kind.RATIO:
        return f"report {indicator.numerator} and {indicator.denominator}, whose sums make it"
    if indicator.kind is Kind.MEAN:
        return f"weigh it by {indicator.weight or 'an indicator named as its weight'}"
    if indicator.kind is Kind.BALANCE:
        return "add up what came in, what was done and what is pending, each for itself"
    if indicator.kind is Kind.GRADE:
        return "count the organizations of each grade"
    return "report it for the whole"


def _extreme(tallies: Sequence[Tally], *, greatest: bool) -> Tally:
    """The greatest or least figure; its intervals hold the true one."""
    choose = max if greatest else min
    return attrs.evolve(
        choose(tallies, key=lambda tally: tally.low),
        hard=Interval.extreme((tally.hard for tally in tallies), greatest=greatest),
        likely=Interval.extreme((tally.likely for tally in tallies), greatest=greatest),
    )
