"""Cumulative figures and figures of each period, one into the other and back.

Offices report "6 tháng" and then "9 tháng", both from 1 January; what the third
quarter brought is the difference.

>>> half, nine = Period.half(2023, 1), Period.nine_months(2023)
>>> figures = [(half, Interval.point(1500)), (nine, Interval.point(2639))]
>>> for period, interval in in_period(figures):
...     print(period, interval)
6 tháng đầu năm 2023 [1.500; 1.500]
quý III năm 2023 [1.139; 1.139]
>>> cumulative(in_period(figures)) == tuple(figures)
True
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from itertools import pairwise

from danvan.errors import InvalidValueError
from danvan.periods import Period
from danvan.quantities import Interval

__all__ = ["cumulative", "in_period"]

Figure = tuple[Period, Interval]
_ONE_DAY = timedelta(days=1)


def in_period(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """What each step of a cumulative series brought.

    Of figures that are no points the differences are as wide as both together.  A
    difference below zero shows that a later figure takes back an earlier one.

    Args:
        figures: periods that all begin on one day, with what is known for each.

    Raises:
        InvalidValueError: two periods begin on different days, or are the same.
    """
    steps = sorted(figures, key=lambda figure: figure[0])
    found = steps[:1]
    for (before, less), (now, more) in pairwise(steps):
        if before.first != now.first or before.last == now.last:
            want = f"a period from {before.first} that ends after {before.last}"
            raise InvalidValueError("cumulative series", str(now), want)
        found.append((Period(before.last + _ONE_DAY, now.last), more - less))
    return tuple(found)


def cumulative(figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """The running totals of a series, from its first day.

    Args:
        figures: periods that follow each other without a gap.

    Raises:
        InvalidValueError: two periods overlap, or leave a gap between them.
    """
    steps = sorted(figures, key=lambda figure: figure[0])
    found = steps[:1]
    for period, interval in steps[1:]:
        before, so_far = found[-1]
        if before.last + _ONE_DAY != period.first:
            want = f"a period that begins on the day after {before.last}"
            raise InvalidValueError("series", str(period), want)
        found.append((Period(before.first, period.last), so_far + interval))
    return tuple(found)
