"""Calendar days, months and quarters in words and in figures.

The zero rule is that of Decree 30/2020/NĐ-CP for State papers, and the Party's
guidance has the same: a nought before the days 1 to 9 and before the months 1
and 2, and before no other.  ``format_*`` and ``parse_*`` are inverse; other
habits are read by :func:`danvan.vietnamese.date_reading.read_date`.

>>> format_date(date(2023, 9, 5))
'ngày 05 tháng 9 năm 2023'
>>> format_date(date(2024, 2, 20), "short")
'20/02/2024'
>>> parse_date("ngày 05 tháng 9 năm 2023")
datetime.date(2023, 9, 5)
"""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final, Literal, TypeAlias

from danvan.errors import InvalidValueError, ParseError
from danvan.vietnamese.exact import check_whole
from danvan.vietnamese.roman import format_roman

__all__ = [
    "DateStyle",
    "Zeros",
    "format_date",
    "format_month",
    "format_quarter",
    "format_weekday",
    "parse_date",
    "parse_month",
    "parse_quarter",
]

DateStyle: TypeAlias = Literal["long", "short"]
Zeros: TypeAlias = Literal["official", "all", "none"]


def format_date(
    day: date, style: DateStyle = "long", *, zeros: Zeros = "official", separator: str = "/"
) -> str:
    """A day as papers write it.

    Args:
        day: the day.
        style: ``"long"`` (ngày 05 tháng 9 năm 2023) or ``"short"`` (05/9/2023).
        zeros: before which numbers a nought stands: the official rule, before all
            below 10 (05/09/2023), or before none (5/9/2023).
        separator: between the numbers of the short style: ``/``, ``-`` or ``.``.

    Raises:
        InvalidValueError: no day of the calendar, or an unknown style.

    >>> day = date(2023, 9, 5)
    >>> format_date(day, "short"), format_date(day, "short", zeros="all", separator="-")
    ('05/9/2023', '05-09-2023')
    >>> format_date(day, zeros="none")
    'ngày 5 tháng 9 năm 2023'
    """
    _check_day(day)
    month_below = _MONTHS_PADDED_BELOW.get(zeros)
    if month_below is None:
        raise InvalidValueError("zeros", zeros, "'official', 'all' or 'none'")
    month = f"0{day.month}" if day.month < month_below else f"{day.month}"
    number = f"0{day.day}" if day.day < 10 and month_below else f"{day.day}"
    if style == "long":
        return f"ngày {number} tháng {month} năm {day.year}"
    if style != "short":
        raise InvalidValueError("date style", style, "'long' or 'short'")
    if separator not in _SEPARATORS:
        raise InvalidValueError("date separator", separator, "'/', '-' or '.'")
    return f"{number}{separator}{month}{separator}{day.year}"


def parse_date(text: str, /) -> date:
    """The day in either official form, the inverse of :func:`format_date`.

    Raises:
        ParseError: another form, a wrong nought included, or no day of the calendar.

    >>> parse_date("05/9/2023")
    datetime.date(2023, 9, 5)
    >>> parse_date("05/09/2023")
    Traceback (most recent call last):
        ...
    danvan.errors.ParseError: date: want ngày 05 tháng 9 năm 2023 or 05/9/2023, got '05/09/2023'
    """
    match = _LONG.fullmatch(text) or _SHORT.fullmatch(text)
    if match is None:
        raise ParseError("date", text, "ngày 05 tháng 9 năm 2023 or 05/9/2023")
    number, month, year = map(int, match.groups())
    try:
        return date(year, month, number)
    except ValueError:
        raise ParseError("date", text, "a day of the calendar") from None


def format_month(year: int, month: int, style: DateStyle = "long") -> str:
    """A month of a year, by the same zero rule.

    Raises:
        InvalidValueError: no month from 1 to 12, or no year from 1 to 9999.

    >>> format_month(2023, 9), format_month(2024, 2, "short")
    ('tháng 9 năm 2023', 'tháng 02/2024')
    """
    check_whole("month", month, 1, 12)
    check_whole("year", year, 1, 9999)
    number = f"0{month}" if month < 3 else f"{month}"
    return f"tháng {number}{_joined(year, style)}"


def parse_month(text: str, /) -> tuple[int, int]:
    """The year and the month, the inverse of :func:`format_month`.

    Raises:
        ParseError: another form.

    >>> parse_month("tháng 9 năm 2023"), parse_month("tháng 02/2024")
    ((2023, 9), (2024, 2))
    """
    match = _MONTH.fullmatch(text)
    if match is None:
        raise ParseError("month", text, "tháng 9 năm 2023 or tháng 9/2023")
    return int(match[2]), int(match[1])


def format_quarter(year: int, quarter: int, style: DateStyle = "long") -> str:
    """A quarter of a year, its number in Roman numerals.

    Raises:
        InvalidValueError: no quarter from 1 to 4, or no year from 1 to 9999.

    >>> format_quarter(2023, 3), format_quarter(2025, 4, "short")
    ('quý III năm 2023', 'quý IV/2025')
    """
    check_whole("quarter", quarter, 1, 4)
    check_whole("year", year, 1, 9999)
    return f"quý {format_roman(quarter)}{_joined(year, style)}"


def parse_quarter(text: str, /) -> tuple[int, int]:
    """The year and the quarter, the inverse of :func:`format_quarter`.

    Raises:
        ParseError: another form.

    >>> parse_quarter("quý III năm 2023")
    (2023, 3)
    """
    match = _QUARTER.fullmatch(text)
    if match is None:
        raise ParseError("quarter", text, "quý III năm 2023 or quý III/2023")
    return int(match[2]), _QUARTERS.index(match[1]) + 1


def format_weekday(day: date) -> str:
    """The day of the week, which Babel names rightly.

    >>> format_weekday(date(2023, 9, 5)), format_weekday(date(2023, 9, 3))
    ('Thứ Ba', 'Chủ Nhật')
    """
    _check_day(day)
    from babel.dates import get_day_names

    from danvan.vietnamese._locale import vietnamese

    return str(get_day_names("wide", locale=vietnamese())[day.weekday()])


def _check_day(day: object) -> None:
    if not isinstance(day, date) or isinstance(day, datetime):
        raise InvalidValueError("date", day, "a date, without a time of day")


def _joined(year: int, style: str) -> str:
    if style not in ("long", "short"):
        raise InvalidValueError("date style", style, "'long' or 'short'")
    return f" năm {year}" if style == "long" else f"/{year}"


_SEPARATORS: Final = ("/", "-", ".")
_MONTHS_PADDED_BELOW: Final = {"official": 3, "all": 10, "none": 0}
_QUARTERS: Final = ("I", "II", "III", "IV")

_D: Final = "(0[1-9]|[1-3][0-9])"
_M: Final = "(0[12]|[3-9]|1[0-2])"
_Y: Final = "([1-9][0-9]{0,3})"
_LONG: Final = re.compile(f"ngày {_D} tháng {_M} năm {_Y}")
_SHORT: Final = re.compile(f"{_D}/{_M}/{_Y}")
_MONTH: Final = re.compile(f"tháng {_M}(?: năm |/){_Y}")
_QUARTER: Final = re.compile(f"quý (I{{1,3}}|IV)(?: năm |/){_Y}")
