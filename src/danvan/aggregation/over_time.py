"""One organization's figure for a period, from all it reported of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

import attrs
from attrs import frozen

from danvan.aggregation.combining import combined
from danvan.indicators import Combination, Observation, Status
from danvan.periods import Period
from danvan.quantities import Interval, Policy, Tally

__all__ = ["Own", "own_figures"]

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
    observations: tuple[Observation, ...]
    complete: bool = True
    unused: tuple[Observation, ...] = ()
    conflicts: tuple[tuple[Observation, Observation], ...] = ()
    method: str = "as stated"


def own_figures(
    observations: Iterable[Observation], period: Period, policy: Policy
) -> tuple[Own, ...]:
    """The figure for the period as stated, if it is, and as its sub-periods give it.

    The first is the one to use; a second is there only where the organization
    reported both the period and parts of it.

    Raises:
        NotAdditiveError: only parts of the period were reported, and the indicator
            does not add up over time.
    """
    by_period: dict[Period, list[Observation]] = {}
    for observation in observations:
        by_period.setdefault(observation.period, []).append(observation)
    stated = {of: _one_of(same, policy) for of, same in by_period.items()}
    whole = stated.pop(period, None)
    if not stated:
        return (whole,) if whole else ()
    indicator = next(iter(stated.values())).observations[0].indicator
    if indicator.over_time is Combination.LAST:
        return (whole or _last(stated, period),)
    if whole and indicator.over_time is not Combination.SUM:
        return (whole,)
    parts = _side_by_side(stated)
    tallies = [stated[part].tally for part in parts]
    tally, method = combined(indicator, indicator.over_time, tallies, "the parts of the period")
    from_parts = Own(
        tally,
        tuple(found for part in parts for found in stated[part].observations),
        period.tiles(parts),
        tuple(found for part in stated if part not in parts for found in stated[part].observations),
        tuple(pair for part in parts for pair in stated[part].conflicts),
        method,
    )
    return (whole, from_parts) if whole else (from_parts,)


def _last(stated: dict[Period, Own], period: Period) -> Own:
    """The latest figure of a stock; complete if it is that of the period's last day."""
    latest = max(stated, key=lambda one: (one.last, one.first))
    found = stated[latest]
    return attrs.evolve(found, complete=latest.last == period.last, method=f"as of {latest.last}")


def _side_by_side(periods: Iterable[Period]) -> list[Period]:
    """The longest periods that do not overlap: nine months, not their quarters as well."""
    taken: list[Period] = []
    for period in sorted(periods, key=lambda one: (-one.days, one)):
        if not any(period.overlaps(other) for other in taken):
            taken.append(period)
    return sorted(taken)


def _one_of(observations: Sequence[Observation], policy: Policy) -> Own:
    """Of several figures for one thing the most settled, then the most exact, then the last."""
    rank = max(_SETTLED.index(one.status) for one in observations)
    settled = [one for one in observations if _SETTLED.index(one.status) == rank]
    tallies = [Tally.of(one.quantity, policy) for one in settled if one.quantity]
    at = min(range(len(settled)), key=lambda n: (_vagueness(tallies[n].hard), -n))
    conflicts = tuple(
        (other, settled[at])
        for other, tally in zip(settled, tallies, strict=True)
        if not tally.hard.intersects(tallies[at].hard)
    )
    return Own(tallies[at], (settled[at],), conflicts=conflicts)


def _vagueness(interval: Interval) -> Decimal:
    return Decimal("Infinity") if interval.width is None else interval.width
