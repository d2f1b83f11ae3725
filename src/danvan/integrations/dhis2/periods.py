"""Periods as DHIS2 spells them.

>>> from danvan.periods import Period
>>> to_dhis2_period(Period.month(2023, 9)), str(from_dhis2_period("2023S1"))
('202309', '6 tháng đầu năm 2023')
>>> to_dhis2_period(Period.nine_months(2023))
Traceback (most recent call last):
    ...
danvan.errors.InvalidValueError: DHIS2 period: want a day, a week, one or two months, a quarter,
a half-year or a year; send 2023Q1, 2023Q2, 2023Q3 instead, the last one alone for a stock,
or SDMX, which spells it 2023-01-01/P9M, got '9 tháng năm 2023'
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from danvan.errors import InvalidValueError, ParseError
from danvan.integrations.period_spellings import months_from, spelled, unspelled
from danvan.integrations.sdmx.periods import to_sdmx_period
from danvan.periods import Period

__all__ = ["from_dhis2_period", "to_dhis2_period"]

_DAY: Final = re.compile("([0-9]{4})([0-9]{2})([0-9]{2})")
_WEEK: Final = re.compile("([0-9]{4})W([1-9]|[1-4][0-9]|5[0-3])")
_WANT: Final = "a day, a week, one or two months, a quarter, a half-year or a year"
_MOST_PARTS: Final = 12


@lru_cache(maxsize=4096)
def to_dhis2_period(period: Period) -> str:
    """A period in the spelling of DHIS2.

    Raises:
        InvalidValueError: DHIS2 has none for it, as for nine months; the message says what
            can be sent in its place.
    """
    if text := spelled(period, "dhis2"):
        return text
    if period.days == 1:
        return f"{period.first.year:04}{period.first:%m%d}"
    year, week, weekday = period.first.isocalendar()
    if weekday == 1 and period.days == 7 and year >= 1:
        return f"{year:04}W{week}"
    parts = _parts(period)
    instead = f"send {', '.join(parts)} instead, the last one alone for a stock, or " * bool(parts)
    want = f"{_WANT}; {instead}SDMX, which spells it {to_sdmx_period(period)}"
    raise InvalidValueError("DHIS2 period", str(period), want)


def _parts(period: Period) -> tuple[str, ...]:
    """A few parts that make a period up and have a spelling: years, quarters or months."""
    if not period.is_whole_months:
        return ()
    for length in (12, 3, 1):
        found: list[str] = []
        at = period.first
        while at <= period.last and len(found) <= _MOST_PARTS:
            part = months_from(at, length)
            text = part and spelled(part, "dhis2")
            if not part or not text or part.last > period.last:
                found = []
                break
            found.append(text)
            at = part.last + timedelta(days=1)
        if 0 < len(found) <= _MOST_PARTS:
            return tuple(found)
    return ()


@lru_cache(maxsize=4096)
def from_dhis2_period(text: str) -> Period:
    """The period a text of DHIS2 names.

    Raises:
        ParseError: none that danvan knows.
    """
    if period := unspelled(text, "dhis2"):
        return period
    try:
        if match := _DAY.fullmatch(text):
            day = date(*map(int, match.groups()))
            return Period(day, day)
        if match := _WEEK.fullmatch(text):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return Period(monday, monday + timedelta(days=6))
    except (ValueError, OverflowError):
        pass
    raise ParseError("DHIS2 period", text, f"{_WANT}, such as 202309, 2023Q3, 2023S1 or 2023")
