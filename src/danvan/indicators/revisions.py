"""Figures that were stated anew: nothing is overwritten, and both readings can be had.

An observation that was sent stays; a correction is another one of the same
thing with a later day.  :func:`as_known` picks what counted on a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from danvan.indicators.observation import Observation, Status

__all__ = ["as_known"]

_SETTLED: Final = {Status.PROVISIONAL: 0, Status.FINAL: 1, Status.REVISED: 2}


def as_known(
    observations: Iterable[Observation], on: date | None = None
) -> tuple[Observation, ...]:
    """The observations as they were known on a day, or are now.

    Of several of one thing (indicator, organization, period, breakdown, role and
    scope) the last reported counts, then the most settled, then the last given.
    Those without a day count as known from the beginning.

    Args:
        observations: all that was ever reported.
        on: the day; without it, all days count.

    >>> from danvan.indicators import indicators
    >>> from danvan.organizations import Organizations
    >>> from danvan.periods import Period
    >>> from danvan.quantities import Quantity
    >>> women = Organizations.shipped("tam_duong")["tam_duong.women"]
    >>> first = Observation(
    ...     indicators()["propaganda.sessions"], women, Period.nine_months(2023),
    ...     Quantity.parse("856 buổi"), reported_on=date(2023, 9, 6))
    >>> both = [first, first.revised(Quantity.parse("865 buổi"), reported_on=date(2023, 10, 2))]
    >>> [str(one.quantity) for one in as_known(both, date(2023, 9, 30))]
    ['856 buổi']
    >>> [str(one.quantity) for one in as_known(both)]
    ['865 buổi']
    """
    known: dict[tuple[object, ...], Observation] = {}
    for one in observations:
        if on is not None and one.reported_on is not None and one.reported_on > on:
            continue
        thing = (
            one.indicator.code,
            one.organization.code,
            one.period,
            one.breakdown,
            one.role,
            one.scope,
        )
        other = known.get(thing)
        if other is None or _rank(one) >= _rank(other):
            known[thing] = one
    return tuple(known.values())


def _rank(one: Observation) -> tuple[date, int]:
    return one.reported_on or date.min, _SETTLED[one.status]
