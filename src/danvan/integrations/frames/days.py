"""How many days a period has, in every engine.

Narwhals has no one difference of two dates for all engines, so each is asked in the
quickest of the ways it knows.
"""

from __future__ import annotations

from danvan.integrations.frames._narwhals import Expression, Frame, nw
from danvan.periods import Period

__all__ = ["days"]


def days(frame: Frame, period: Period) -> Expression:
    """The days of the period of a row, both ends included.

    Args:
        frame: the frame the row is of.
        period: one in which all periods of the frame lie.
    """
    first, last = nw.col("period_first"), nw.col("period_last")
    if frame.implementation.is_polars():
        return last.cast(nw.Int32).cast(nw.Int64) - first.cast(nw.Int32) + 1
    if frame.implementation.is_duckdb():
        return last - first + 1
    found = _day_of_year(last) - _day_of_year(first) + 1
    if period.first.year == period.last.year:
        return found
    return found + _new_year(last) - _new_year(first)


def _day_of_year(day: Expression) -> Expression:
    return day.dt.ordinal_day().cast(nw.Int64)


def _new_year(day: Expression) -> Expression:
    """The days from the beginning of the calendar to that of the year of a day."""
    before = day.dt.year().cast(nw.Int64) - 1
    fourth, hundredth, four_hundredth = (
        (before // every).cast(nw.Int64) for every in (4, 100, 400)
    )
    return before * 365 + fourth - hundredth + four_hundredth
