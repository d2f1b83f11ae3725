"""The time a figure or a paper is about."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, Self

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.errors import InvalidValueError, ParseError
from danvan.vietnamese.dates import format_date, parse_date
from danvan.vietnamese.exact import check_whole

__all__ = ["Cadence", "Period"]


class Cadence(Word):
    """The kind of a period, as its two days show it."""

    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    NINE_MONTHS = "nine_months"
    """January to September, which nearly every office reports on."""
    YEAR = "year"
    YEARS = "years"
    """Several whole years: a stage (giai đoạn)."""
    SPAN = "span"
    """Anything else, from one day to another."""


_QUARTERS: Final = ("I", "II", "III", "IV")
_LONGEST: Final = 100
_ONE_DAY: Final = timedelta(days=1)

# The first and last month of every named part of a year, with its name.
_PARTS: Final = {
    **{(month, month): f"tháng {month}" for month in range(1, 13)},
    **{(3 * n + 1, 3 * n + 3): f"quý {name}" for n, name in enumerate(_QUARTERS)},
    (1, 6): "6 tháng đầu",
    (7, 12): "6 tháng cuối",
    (1, 9): "9 tháng",
    (1, 12): "",
}
_MONTHS_OF: Final = {name: months for months, name in _PARTS.items()}
_CADENCES: Final = {
    1: Cadence.MONTH,
    3: Cadence.QUARTER,
    6: Cadence.HALF_YEAR,
    9: Cadence.NINE_MONTHS,
    12: Cadence.YEAR,
}

_YEAR: Final = "([1-9][0-9]{0,3})"
_PART: Final = re.compile(
    rf"(?:(tháng [0-9]{{1,2}}|quý [IV]{{1,3}}|[69] tháng(?: [đc][^ ]*)?) )?năm {_YEAR}"
)
_STAGE: Final = re.compile(rf"giai đoạn {_YEAR} - {_YEAR}")
_DAYS: Final = re.compile(r"từ ngày ([0-9/]{5,10}) đến ngày ([0-9/]{5,10})")
_DAY: Final = re.compile(r"ngày ([0-9/]{5,10})")
_WANT: Final = (
    "a form like tháng 9 năm 2023, quý III năm 2023, 6 tháng đầu năm 2023, 9 tháng năm 2023, "
    "năm 2023, giai đoạn 2021 - 2025 or từ ngày 10/8/2022 đến ngày 14/3/2023"
)


@frozen(repr=False, order=True, cache_hash=True)
class Period:
    """The days from one to another, both included.

    What kind of period it is follows from its days: 1 January to 30 September
    of a year are its nine months, whoever wrote them.

    Attributes:
        first: its first day.
        last: its last day, not before the first.

    ``str()`` and :meth:`parse` are inverse to each other.

    >>> nine = Period.parse("9 tháng năm 2023")
    >>> nine.first, nine.last
    (datetime.date(2023, 1, 1), datetime.date(2023, 9, 30))
    >>> print(nine.same_period_last_year(), "|", Period.parse("quý I năm 2023").previous())
    9 tháng năm 2022 | quý IV năm 2022

    Raises:
        InvalidValueError: it ends before it begins.

    Source: the periods of Decree 09/2019/NĐ-CP and of local rules, which add the nine months.
    """

    first: date = field(validator=_fields.day)
    last: date = field(validator=_fields.day)

    def __attrs_post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidValueError(
                "Period.last", self.last.isoformat(), f"a day from {self.first.isoformat()} on"
            )

    @classmethod
    def months(cls, year: int, first: int, last: int) -> Self:
        """Whole months of one year, counted from 1."""
        for month in (first, last):
            check_whole("month", month, 1, 12)
        check_whole("year", year, date.min.year, date.max.year)
        return cls(date(year, first, 1), date(year, last, monthrange(year, last)[1]))

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        """A month, counted from 1."""
        return cls.months(year, month, month)

    @classmethod
    def quarter(cls, year: int, quarter: int) -> Self:
        """A quarter, counted from 1."""
        check_whole("quarter", quarter, 1, 4)
        return cls.months(year, 3 * quarter - 2, 3 * quarter)

    @classmethod
    def half(cls, year: int, half: int) -> Self:
        """The first or the second half of a year."""
        check_whole("half-year", half, 1, 2)
        return cls.months(year, 6 * half - 5, 6 * half)

    @classmethod
    def nine_months(cls, year: int) -> Self:
        """January to September."""
        return cls.months(year, 1, 9)

    @classmethod
    def year(cls, year: int) -> Self:
        """A whole year."""
        return cls.months(year, 1, 12)

    @classmethod
    def years(cls, first: int, last: int) -> Self:
        """Whole years from one to another."""
        return cls(cls.year(first).first, cls.year(last).last)

    @classmethod
    def review(cls, since: date, years: int) -> Self:
        """What a sơ kết or tổng kết looks back on: so many years from a day.

        Args:
            since: the day from which it counts, as a rule that of the paper carried out.
            years: "10 năm thực hiện"; from 1 on.

        >>> Period.review(date(2013, 12, 12), 10)
        Period.parse('từ ngày 12/12/2013 đến ngày 11/12/2023')

        Raises:
            InvalidValueError: no year, or more than the calendar has.
        """
        check_whole("years of a review", years, 1, date.max.year - since.year)
        return cls(since, _years_later(since, years) - _ONE_DAY)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the form ``str()`` gives.

        Raises:
            ParseError: any other text.
        """
        try:
            found = cls._read(text)
        except InvalidValueError as error:
            raise ParseError(
                "period", text, "{form}; here {here}", form=_WANT, here=error.want
            ) from error
        if found is None:
            meant = _meant(text)
            if meant is None:
                raise ParseError("period", text, _WANT)
            raise ParseError("period", text, "the canonical form {form}", form=str(meant))
        if str(found) != text:
            raise ParseError("period", text, "the canonical form {form}", form=str(found))
        return found

    @classmethod
    def _read(cls, text: str) -> Self | None:
        if match := _PART.fullmatch(text):
            months = _MONTHS_OF.get(match[1] or "")
            return months and cls.months(int(match[2]), *months)
        if match := _STAGE.fullmatch(text):
            return cls.years(int(match[1]), int(match[2]))
        if match := _DAYS.fullmatch(text):
            return cls(parse_date(match[1]), parse_date(match[2]))
        if match := _DAY.fullmatch(text):
            return cls(parse_date(match[1]), parse_date(match[1]))
        return None

    def __str__(self) -> str:
        if self.cadence is Cadence.YEARS:
            return f"giai đoạn {self.first.year} - {self.last.year}"
        if self.cadence is not Cadence.SPAN:
            part = _PARTS[self.first.month, self.last.month]
            return f"{part} năm {self.first.year}".lstrip()
        first, last = format_date(self.first, "short"), format_date(self.last, "short")
        return f"ngày {first}" if first == last else f"từ ngày {first} đến ngày {last}"

    def __repr__(self) -> str:
        return f"Period.parse({str(self)!r})"

    @property
    def cadence(self) -> Cadence:
        """What kind of period it is."""
        if not self.is_whole_months:
            return Cadence.SPAN
        if self.first.year == self.last.year:
            part = (self.first.month, self.last.month)
            return _CADENCES[part[1] - part[0] + 1] if part in _PARTS else Cadence.SPAN
        whole_years = self.first.month == 1 and self.last.month == 12
        return Cadence.YEARS if whole_years else Cadence.SPAN

    @property
    def is_whole_months(self) -> bool:
        """Whether it begins with a month and ends with one."""
        last_day = monthrange(self.last.year, self.last.month)[1]
        return self.first.day == 1 and self.last.day == last_day

    @property
    def full_years(self) -> int:
        """How many whole years it has, counted from its first day.

        >>> Period(date(2019, 1, 7), date(2023, 12, 31)).full_years
        4
        """
        after = self.last + _ONE_DAY
        years = after.year - self.first.year
        return years if _years_later(self.first, years) <= after else years - 1

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def __contains__(self, other: Period | date) -> bool:
        return self.contains(other)

    def contains(self, other: Period | date) -> bool:
        """Whether a period lies wholly within it, or a day does."""
        if isinstance(other, Period):
            return self.first <= other.first and other.last <= self.last
        return self.first <= other <= self.last

    def overlaps(self, other: Period) -> bool:
        """Whether the two have a day in common."""
        return self.first <= other.last and other.first <= self.last

    def tiles(self, periods: Iterable[Period]) -> bool:
        """Whether the periods lay it out without gap or overlap, in any order.

        >>> year = Period.year(2023)
        >>> year.tiles([Period.quarter(2023, 4), Period.nine_months(2023)])
        True
        >>> year.tiles([Period.half(2023, 1), Period.nine_months(2023)])
        False
        """
        parts = sorted(periods)
        return (
            bool(parts)
            and (parts[0].first, parts[-1].last) == (self.first, self.last)
            and all(one.last + _ONE_DAY == other.first for one, other in pairwise(parts))
        )

    def previous(self) -> Period:
        """The period of its kind before it: month by month, quarter by quarter.

        The nine months go back to those of the year before; a span goes back by
        as many months as it has, or by its days where they are no whole months.

        Raises:
            InvalidValueError: the calendar does not reach so far back.
        """
        if self.cadence is Cadence.NINE_MONTHS:
            return self.same_period_last_year()
        if self.is_whole_months:
            years = self.last.year - self.first.year
            return self._shifted(-(12 * years + self.last.month - self.first.month + 1))
        try:
            last = self.first - _ONE_DAY
            return Period(last - (self.last - self.first), last)
        except OverflowError:
            raise self._too_early() from None

    def same_period_last_year(self) -> Period:
        """The same days of the year before; a month's end stays a month's end.

        Raises:
            InvalidValueError: the calendar does not reach so far back.
        """
        return self._shifted(-12)

    def _shifted(self, months: int) -> Period:
        def day(of: date, *, month_end: bool) -> date:
            year, month = divmod(12 * of.year + of.month - 1 + months, 12)
            if year < date.min.year:
                raise self._too_early()
            end = monthrange(year, month + 1)[1]
            return date(year, month + 1, end if month_end else min(of.day, end))

        return Period(
            day(self.first, month_end=False), day(self.last, month_end=self.is_whole_months)
        )

    def _too_early(self) -> InvalidValueError:
        return InvalidValueError("earlier period", str(self), "a period after the first year")


def _meant(text: str) -> Period | None:
    """The period that a text names in other words, "Quý 3/2023"; ``None`` where it is not one."""
    from danvan.periods.wording import find_periods

    named = list(find_periods(text[:_LONGEST]))
    return named[0].period if len(named) == 1 and named[0].text == text.strip() else None


def _years_later(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 1 March where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
