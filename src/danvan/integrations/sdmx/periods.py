"""Periods as SDMX spells them; it has a spelling for each.

>>> from danvan.periods import Period
>>> for period in (Period.year(2023), Period.half(2023, 1), Period.nine_months(2023)):
...     print(to_sdmx_period(period))
2023
2023-S1
2023-01-01/P9M
>>> str(from_sdmx_period("2021-01-01/P5Y"))
'giai đoạn 2021 - 2025'
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from danvan.errors import ParseError
from danvan.integrations.period_spellings import months_from, spelled, unspelled
from danvan.periods import Cadence, Period

__all__ = ["frequency", "from_sdmx_period", "to_sdmx_period"]

_WEEK: Final = re.compile("([0-9]{4})-W([0-9]{2})")
_RANGE: Final = re.compile(
    "([0-9]{4}-[0-9]{2}-[0-9]{2})(?:T00:00:00)?"
    "(?:/P(?:([0-9]{1,4})Y)?(?:([0-9]{1,5})M)?(?:([0-9]{1,5})W)?(?:([0-9]{1,7})D)?)?"
)
_FREQUENCIES: Final = {
    Cadence.MONTH: "M",
    Cadence.QUARTER: "Q",
    Cadence.HALF_YEAR: "S",
    Cadence.YEAR: "A",
}
_WANT: Final = "a form like 2023, 2023-S1, 2023-Q3, 2023-09, 2023-09-14 or 2023-01-01/P9M"


def frequency(period: Period) -> str:
    """The code of its frequency: A, S, Q, M, D for a day, and _O for every other."""
    return _FREQUENCIES.get(period.cadence, "D" if period.days == 1 else "_O")


@lru_cache(maxsize=4096)
def to_sdmx_period(period: Period) -> str:
    """A period in the spelling of SDMX; what has no name is a first day with a duration."""
    if text := spelled(period, "sdmx"):
        return text
    first, last = period.first, period.last
    if period.days == 1:
        return first.isoformat()
    if not period.is_whole_months:
        return f"{first.isoformat()}/P{period.days}D"
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    years, rest = divmod(months, 12)
    return f"{first.isoformat()}/P{months}M" if rest else f"{first.isoformat()}/P{years}Y"


@lru_cache(maxsize=4096)
def from_sdmx_period(text: str) -> Period:
    """The period a text of SDMX names.

    Raises:
        ParseError: none, or one by the clock.
    """
    if period := unspelled(text, "sdmx"):
        return period
    try:
        if match := _WEEK.fullmatch(text):
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return Period(monday, monday + timedelta(days=6))
        if match := _RANGE.fullmatch(text):
            period = _lasting(
                date.fromisoformat(match[1]), *(int(n or 0) for n in match.groups()[1:])
            )
            if period and text[-1] not in "/P":
                return period
    except (ValueError, OverflowError):
        pass
    raise ParseError("SDMX period", text, _WANT)


def _lasting(first: date, years: int, months: int, weeks: int, days: int) -> Period | None:
    """From a day on, so long; ``None`` where its months do not end with one."""
    length, rest = years * 12 + months, weeks * 7 + days
    if not (length or rest):
        return Period(first, first)
    end = first
    if length:
        whole = months_from(first.replace(day=1), length)
        if whole is None or first.day != 1:
            return None
        if not rest:
            return whole
        end = whole.last + timedelta(days=1)
    return Period(first, end + timedelta(days=rest - 1))
