"""Figures of one thing over time: running totals that fall, quarters against the year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from danvan.findings import rules
from danvan.indicators import Combination
from danvan.periods import Cadence
from danvan.quantities.exact import EXACT
from danvan.validation.observations.comparing import Codes, held_against
from danvan.validation.observations.observed import Observed, Stated, named, spans
from danvan.validation.observations.outcome import Outcome

__all__ = ["check_cumulative", "check_periods"]

_FALLS: Final = ("DV645", "DV646")
_PERIODS: Final[Codes] = ("DV647", "DV648")
_GROWING: Final = (Combination.SUM, Combination.MAXIMUM)
_ONE_DAY: Final = timedelta(days=1)
_LONGER: Final = {
    Cadence.QUARTER: (Cadence.MONTH,),
    Cadence.HALF_YEAR: (Cadence.QUARTER, Cadence.MONTH),
    Cadence.NINE_MONTHS: (Cadence.QUARTER, Cadence.MONTH),
    Cadence.YEAR: (Cadence.HALF_YEAR, Cadence.QUARTER, Cadence.MONTH),
}


def check_cumulative(observed: Observed) -> Iterator[Outcome]:
    """DV645, DV646: figures counted from one day on, which can only grow.

    The nine months hold what the six months held.  Only what happens over a period
    (flows, and the greatest of several) is looked at; members may become fewer.
    """
    for series in observed.series():
        if series[0].observation.indicator.over_time not in _GROWING:
            continue
        for earlier, later in pairwise(series):
            if earlier.period.first == later.period.first:
                yield _grown(earlier, later, observed)


def _grown(earlier: Stated, later: Stated, observed: Observed) -> Outcome:
    check, before, after = "cumulative", earlier.quantity, later.quantity
    if before.base_unit != after.base_unit:
        return Outcome(check, reason="units-differ")
    policy = observed.policy
    for code, fallen in (
        (_FALLS[0], before.hard(policy).exceeds(after.hard(policy))),
        (_FALLS[1], before.likely(policy).exceeds(after.likely(policy))),
    ):
        if fallen:
            difference = EXACT.divide(EXACT.subtract(before.amount, after.amount), after.scale)
            finding = rules()[code].at(
                *spans((later.observation, earlier.observation)),
                difference=difference,
                organization=later.observation.organization.full_name,
                indicator=named(later.observation),
                before=f"{earlier.period}: {before}",
                after=f"{later.period}: {after}",
            )
            return Outcome(check, (finding,))
    return Outcome(check)


def check_periods(observed: Observed) -> Iterator[Outcome]:
    """DV647, DV648: the months or quarters of a period that was reported too, against it.

    Nine months and the last quarter are held against the year as well.  Only flows
    add up over time.  Where a part is missing, the others may still not be more.
    """
    for series in observed.series():
        if series[0].observation.indicator.over_time is not Combination.SUM:
            continue
        by_first: dict[date, list[Stated]] = {}
        for one in series:
            by_first.setdefault(one.period.first, []).append(one)
        for whole in series:
            seen: set[tuple[int, ...]] = set()
            for cadences in _ladders(whole):
                parts = _walk(whole, by_first, cadences)
                key = tuple(map(id, parts))
                if parts and key not in seen and not _is_running(parts, whole):
                    seen.add(key)
                    yield _summed(whole, parts, observed)


def _is_running(parts: Sequence[Stated], whole: Stated) -> bool:
    """Whether there is only a running total within it, which :func:`check_cumulative` sees to."""
    return len(parts) == 1 and parts[0].period.first == whole.period.first


def _ladders(whole: Stated) -> Iterator[tuple[Cadence, ...]]:
    """What kinds of parts a period may be laid out with, one way after the other."""
    if whole.period.last == date.max:
        return
    shorter = _LONGER.get(whole.period.cadence, ())
    for cadence in shorter:
        yield (cadence,)
    if whole.period.cadence is Cadence.YEAR:
        yield (Cadence.NINE_MONTHS, Cadence.QUARTER)


def _walk(
    whole: Stated, by_first: dict[date, list[Stated]], cadences: tuple[Cadence, ...]
) -> list[Stated]:
    """The parts of such kinds that were reported, side by side; gaps are passed over."""
    found: list[Stated] = []
    day = whole.period.first
    while day <= whole.period.last:
        fitting = [
            one
            for cadence in cadences
            for one in by_first.get(day, ())
            if one.period.cadence is cadence
        ]
        if fitting:
            found.append(fitting[0])
        day = fitting[0].period.last + _ONE_DAY if fitting else _next_month(day)
    return found


def _next_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1)


def _summed(whole: Stated, parts: Sequence[Stated], observed: Observed) -> Outcome:
    check, tiled = "periods", whole.period.tiles(one.period for one in parts)
    outcome = held_against(
        check,
        _PERIODS,
        [one.observation for one in parts],
        [whole.observation],
        observed.policy,
        at_most=not tiled,
        indicator=named(whole.observation),
        parts=", ".join(f"{one.period} {one.quantity}" for one in parts),
    )
    if tiled or outcome.findings:
        return outcome
    return Outcome(check, reason=outcome.reason or "figure-missing")
