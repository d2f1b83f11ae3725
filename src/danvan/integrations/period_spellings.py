"""Periods as SDMX and DHIS2 spell them: parts of a year, by one table for both.

>>> from danvan.periods import Period
>>> quarter = Period.quarter(2023, 3)
>>> spelled(quarter, "sdmx"), spelled(quarter, "dhis2")
('2023-Q3', '2023Q3')
>>> print(unspelled("2023S1", "dhis2"), "|", unspelled("2023-M09", "sdmx"))
6 tháng đầu năm 2023 | tháng 9 năm 2023
>>> spelled(Period.nine_months(2023), "dhis2") is None
True
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import cache

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.periods import Period

__all__ = ["Spelling", "months_from", "spelled", "spellings", "unspelled"]


@frozen
class Spelling:
    """One way to spell parts of a year.

    Attributes:
        code: its key: ``"sdmx.quarter"``.
        name: what the part is called.
        standard: ``"sdmx"`` or ``"dhis2"``.
        form: the spelling, with ``{year}`` and ``{n}``.
        digits: how many digits ``{n}`` has; 0 where there is but one part.
        first_month: the month the first part begins in.
        months: how long a part is.
        count: how many parts a year has.
        written: whether danvan writes it, or only reads it.
        source: where it was read.
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    standard: str = field(validator=_fields.text)
    form: str = field(validator=_fields.text)
    digits: int
    first_month: int
    months: int
    count: int
    written: bool = True
    source: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    @property
    def pattern(self) -> str:
        """The spelling as a regular expression with two groups."""
        number = f"(?P<n>[0-9]{{{self.digits}}})"
        return (
            re.escape(self.form)
            .replace(r"\{year\}", "(?P<year>[0-9]{4})")
            .replace(r"\{n\}", number)
        )

    def written_as(self, period: Period) -> str | None:
        """The period in this spelling, or ``None``."""
        first, year = period.first, period.first.year
        behind = first.month - self.first_month
        if behind < 0:
            behind, year = behind + 12, year - 1
        part, rest = divmod(behind, self.months)
        if first.day != 1 or rest or part >= self.count or year < 1:
            return None
        if months_from(first, self.months) != period:
            return None
        return self.form.format(year=f"{year:04}", n=f"{part + 1:0{self.digits or 1}}")

    def read(self, text: str) -> Period | None:
        """The period a text in this spelling names, or ``None``."""
        found = re.fullmatch(self.pattern, text)
        if found is None:
            return None
        part = int(found["n"]) - 1 if self.digits else 0
        if not 0 <= part < self.count:
            return None
        month = self.first_month - 1 + part * self.months
        year = int(found["year"]) + month // 12
        if not date.min.year <= year <= date.max.year:
            return None
        return months_from(date(year, month % 12 + 1, 1), self.months)


@cache
def spellings() -> Catalogue[Spelling]:
    """The spellings danvan knows."""
    return Catalogue.read("period_spellings", Spelling)


def months_from(first: date, months: int) -> Period | None:
    """So many whole months from the first day of one; ``None`` beyond the calendar."""
    last = first.year * 12 + first.month - 1 + months - 1
    year, month = divmod(last, 12)
    if year > date.max.year:
        return None
    return Period(first, date(year, month + 1, monthrange(year, month + 1)[1]))


def spelled(period: Period, standard: str) -> str | None:
    """A period in the spelling of a standard; ``None`` where the table has none for it."""
    ways = (
        one.written_as(period) for one in spellings() if one.standard == standard and one.written
    )
    return next((text for text in ways if text), None)


def unspelled(text: str, standard: str) -> Period | None:
    """The period a text names in the spelling of a standard, or ``None``."""
    ways = (one.read(text) for one in spellings() if one.standard == standard)
    return next((period for period in ways if period), None)
