"""Periods as papers write them, which is in more ways than one.

:meth:`Period.parse` takes the canonical spelling alone; :func:`find_periods` takes
the habits of real papers: "quý III/2023", "tháng 09 năm 2023", "06 tháng đầu năm
2023", "3 tháng cuối năm 2023", "giai đoạn 2021-2025", "từ đầu năm đến 30/10/2023".

>>> text = "Kết quả 9 tháng đầu năm 2023, so với quý 3/2022"
>>> [str(found.period) for found in find_periods(text)]
['9 tháng năm 2023', 'quý III năm 2022']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from attrs import frozen

from danvan.periods.period import Period

__all__ = ["PeriodMention", "find_periods"]


@frozen
class PeriodMention:
    """A period somewhere in a text.

    Attributes:
        start: the code point it begins at.
        end: the code point after its last.
        text: the words themselves.
        period: what they name.
    """

    start: int
    end: int
    text: str
    period: Period


_YEAR: Final = "([12][0-9]{3})(?![0-9])"
_DAY: Final = "([0-3]?[0-9])[/.-]([01]?[0-9])"
_OF_YEAR: Final = r"(?:\s{0,9}[/-]\s{0,9}|\s{1,9}(?:của\s{1,9})?năm\s{1,9})"
_TO: Final = r"\s{1,9}đến\s{1,9}(?:hết\s{1,9})?(?:ngày\s{1,9})?"

Reader = Callable[..., Period]


def _to_date(day: str, month: str, year: str) -> Period:
    return Period(date(int(year), 1, 1), date(int(year), int(month), int(day)))


def _days(  # the year is often said once, with the second day
    day: str, month: str, year: str | None, last_day: str, last_month: str, last_year: str
) -> Period:
    first = date(int(year or last_year), int(month), int(day))
    return Period(first, date(int(last_year), int(last_month), int(last_day)))


def _quarter(number: str, year: str) -> Period:
    roman = number.upper()
    return Period.quarter(int(year), {"I": 1, "II": 2, "III": 3, "IV": 4}.get(roman) or int(number))


def _months(count: str, end: str | None, year: str) -> Period:
    months = int(count)
    if end is not None and end.lower() == "cuối":
        return Period.months(int(year), 13 - months, 12)
    return Period.months(int(year), 1, months)


# Forms with how to read their groups; what begins at one place is tried in this order.
_FORMS: Final[tuple[tuple[str, Reader | None], ...]] = (
    # A long date holds the words of a month and is none.
    (r"ngày\s{1,9}[0-9]{1,2}\s{1,9}tháng\s{1,9}[0-9]{1,2}\s{1,9}năm\s{1,9}[0-9]{4}", None),
    (rf"từ\s{{1,9}}đầu\s{{1,9}}năm{_TO}{_DAY}[/.-]{_YEAR}", _to_date),
    (rf"từ\s{{1,9}}(?:ngày\s{{1,9}})?{_DAY}(?:[/.-]{_YEAR})?{_TO}{_DAY}[/.-]{_YEAR}", _days),
    (
        rf"từ\s{{1,9}}năm\s{{1,9}}{_YEAR}{_TO}năm\s{{1,9}}{_YEAR}",
        lambda first, last: Period.years(int(first), int(last)),
    ),
    (
        rf"giai\s{{1,9}}đoạn\s{{1,9}}{_YEAR}\s{{0,9}}(?:[-–]|đến)\s{{0,9}}{_YEAR}",
        lambda first, last: Period.years(int(first), int(last)),
    ),
    (rf"quý\s{{1,9}}(IV|I{{1,3}}|[1-4]){_OF_YEAR}{_YEAR}", _quarter),
    (
        rf"(?<![0-9.,/])(0?[2-9]|1[0-2])\s{{1,9}}tháng(?:\s{{1,9}}(đầu|cuối))?{_OF_YEAR}{_YEAR}",
        _months,
    ),
    (
        rf"tháng\s{{1,9}}(0?[1-9]|1[0-2]){_OF_YEAR}{_YEAR}",
        lambda month, year: Period.month(int(year), int(month)),
    ),
    (rf"năm\s{{1,9}}{_YEAR}", lambda year: Period.year(int(year))),
)
_FORM: Final = re.compile("|".join(f"({form})" for form, _ in _FORMS), re.IGNORECASE)
_READERS: Final[dict[int, tuple[Reader | None, int]]] = {}
for _form, _reader in _FORMS:
    _READERS[1 + sum(1 + groups for _, groups in _READERS.values())] = (
        _reader,
        re.compile(_form).groups,
    )


def find_periods(text: str) -> Iterator[PeriodMention]:
    """Every period a text names with its year, from left to right.

    A day of the calendar is none, nor is a term of office, whose days its name does
    not tell.  What names no day that exists ("30/02") is passed over.

    Args:
        text: the text in Unicode NFC; places are counted in it.
    """
    for match in _FORM.finditer(text):
        # The outer group of a form closes last, so its number is the last one matched.
        outer = match.lastindex or 0
        reader, groups = _READERS[outer]
        if reader is None:
            continue
        try:
            period = reader(*match.groups()[outer : outer + groups])
        except ValueError:
            continue
        yield PeriodMention(match.start(), match.end(), match[0], period)
