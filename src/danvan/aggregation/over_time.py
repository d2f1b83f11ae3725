"""One organization's figure for a period, from all it reported of it."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

import attrs
from attrs import frozen

from danvan.aggregation.combining import combined
from danvan.aggregation.sources import Sources
from danvan.errors import NotAdditiveError
from danvan.indicators import Combination, Indicator, Observation, Status
from danvan.periods import Period
from danvan.quantities import Interval, Policy, Tally

__all__ = ["Own", "Timeline", "own_figures"]

_SETTLED: Final = [Status.PROVISIONAL, Status.FINAL, Status.REVISED]


@frozen
class Own:
    """What an organization says of itself.

    Attributes:
        tally: the figure.
        observations: what it rests on.
        complete: whether it takes in the whole period.
        unused: those that could not be used, as their periods overlap longer ones.
        conflicts: pairs of observations that cannot both be right.
        method: how the figure was found.
    """

    tally: Tally
    observations: Sequence[Observation]
    complete: bool = True
    unused: tuple[Observation, ...] = ()
    conflicts: tuple[tuple[Observation, Observation], ...] = ()
    method: str = "as stated"


@frozen
class Timeline:
    """How the periods of some observations lie in the one that is asked for.

    Attributes:
        outside: the places of those that do not count for it.
        side_by_side: whether they all lie in it and none overlaps another.
        tiling: whether they lay it out without a gap.
        order: their places in the order of time; ``None`` where they stand in it already.
        oldest: of a stock, the first day on which a figure still counts; ``None`` where it
            must lie in the period.
    """

    outside: tuple[int, ...]
    side_by_side: bool
    tiling: bool
    order: tuple[int, ...] | None
    oldest: date | None = None

    @classmethod
    def of(cls, periods: Sequence[Period], period: Period, oldest: date | None = None) -> Timeline:
        """Lay periods out in another."""
        outside = tuple(
            at
            for at, one in enumerate(periods)
            if not (one in period if oldest is None else oldest <= one.last <= period.last)
        )
        single = len(_side_by_side(periods)) == len(periods)
        order = tuple(sorted(range(len(periods)), key=periods.__getitem__))
        in_order = order == tuple(range(len(periods)))
        tiling = single and period.tiles(periods)
        side_by_side = single and not outside
        return cls(outside, side_by_side, tiling, None if in_order else order, oldest)


def own_figures(
    indicator: Indicator,
    observations: Sources,
    period: Period,
    timeline: Timeline,
    policy: Policy,
) -> tuple[Own, ...]:
    """The figure for the period as stated, if it is, and as its sub-periods give it.

    The first is the one to use; a second is there only where the organization
    reported both the period and parts of it.

    Raises:
        NotAdditiveError: only parts of the period were reported, and the indicator
            does not add up over time.
    """
    if not observations:
        return ()
    over_time = indicator.over_time
    if over_time is Combination.SUM and timeline.side_by_side and len(observations) > 1:
        if timeline.order is not None:
            observations = observations.picked(timeline.order)
        tally = Tally.of_all([one.quantity for one in observations if one.quantity], policy)
        return (Own(tally, observations, timeline.tiling, method=_SUMMED),)
    by_period: dict[Period, list[Observation]] = {}
    for observation in observations:
        by_period.setdefault(observation.period, []).append(observation)
    stated = {of: _one_of(same, policy) for of, same in by_period.items()}
    whole = stated.pop(period, None)
    if whole and (not stated or over_time is not Combination.SUM):
        return (whole,)
    if over_time is Combination.LAST:
        return (_last(stated, period, timeline.oldest),)
    try:
        from_parts = _from_parts(indicator, stated, period)
    except NotAdditiveError:
        if whole is None:
            raise
        return (whole,)  # what was stated stands, with nothing to hold beside it
    return (whole, from_parts) if whole else (from_parts,)


_PARTS: Final = "parts of the period"
_SUMMED: Final = f"sum over {_PARTS}"


def _from_parts(indicator: Indicator, stated: dict[Period, Own], period: Period) -> Own:
    parts = _side_by_side(stated)
    tallies = [stated[part].tally for part in parts]
    tally, method = combined(indicator, indicator.over_time, tallies, _PARTS)
    return Own(
        tally,
        tuple(one for part in parts for one in stated[part].observations),
        period.tiles(parts),
        tuple(one for part in stated if part not in parts for one in stated[part].observations),
        tuple(pair for part in parts for pair in stated[part].conflicts),
        method,
    )


def _last(stated: dict[Period, Own], period: Period, oldest: date | None) -> Own:
    """The latest figure of a stock; complete if young enough, or that of the last day."""
    latest = max(stated, key=lambda one: (one.last, one.first))
    found = stated[latest]
    complete = oldest is not None or latest.last == period.last
    return attrs.evolve(found, complete=complete, method=f"as of {latest.last}")


def _side_by_side(periods: Iterable[Period]) -> list[Period]:
    """The longest periods that do not overlap: nine months, not their quarters as well."""
    taken: list[Period] = []
    for period in sorted(periods, key=lambda one: (-one.days, one)):
        at = bisect(taken, period)
        if not any(period.overlaps(neighbor) for neighbor in taken[max(at - 1, 0) : at + 1]):
            taken.insert(at, period)
    return taken


def _one_of(observations: Sequence[Observation], policy: Policy) -> Own:
    """Of several figures for one thing the most settled, then the most exact, then the last."""
    rank = max(map(_rank, observations))
    settled = [one for one in observations if _rank(one) == rank]
    tallies = [Tally.of(one.quantity, policy) for one in settled if one.quantity]
    at = min(range(len(settled)), key=lambda n: (_vagueness(tallies[n].hard), -n))
    conflicts = tuple(
        (other, settled[at])
        for other, tally in zip(settled, tallies, strict=True)
        if not tally.hard.intersects(tallies[at].hard)
    )
    return Own(tallies[at], (settled[at],), conflicts=conflicts)


def _rank(one: Observation) -> tuple[int, date]:
    return _SETTLED.index(one.status), one.reported_on or date.min


def _vagueness(interval: Interval) -> Decimal:
    return Decimal("Infinity") if interval.width is None else interval.width
