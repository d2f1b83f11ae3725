"""Cut-off calendars: which days an office counts into a period.

Under Decree 09/2019/NĐ-CP the figures of a year run from 15 December to
14 December, those of September from 15 August to 14 September.  The name of the
period stays; its window moves.  Windows of one calendar tile as their periods
do; figures of two calendars must not be added up.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from functools import cache
from typing import Final

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.periods.period import Period

__all__ = ["Calendar", "calendars", "cut_off"]

_FOUR_DAYS: Final = timedelta(days=4)


@frozen
class Calendar:
    """The day of the month on which an office closes its figures.

    Attributes:
        code: its key in the catalogue.
        name: what it is called.
        closing_day: the last day of a month that counts for it, 1 to 28; ``None`` for
            the month's own last day.
        december_in_full: whether December runs to its 31st all the same.
        source: the rule that sets it.
        confidence: how sure that is: "sure", "likely" or "unsure".

    >>> calendar = calendars()["decree_09_2019"]
    >>> print(calendar.window(Period.parse("9 tháng năm 2023")))
    từ ngày 15/12/2022 đến ngày 14/9/2023
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    closing_day: int | None = field(default=None, validator=_fields.optional(_fields.whole(1, 28)))
    december_in_full: bool = False
    source: str = ""
    confidence: str = "sure"
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    def window(self, period: Period) -> Period:
        """The days that count for a period of whole months.

        Raises:
            InvalidValueError: the period does not begin and end with a month.
        """
        if not period.is_whole_months:
            raise InvalidValueError("period of a calendar", str(period), "whole months")
        try:
            before = period.first - timedelta(days=1)
        except OverflowError:
            raise InvalidValueError(
                "period of a calendar", str(period), "a period after the first month of all"
            ) from None
        return Period(self._closing(before) + timedelta(days=1), self._closing(period.last))

    def named(self, window: Period) -> Period | None:
        """The period whose window this is; ``None`` where it is that of none.

        >>> calendars()["decree_09_2019"].named(Period(date(2022, 12, 15), date(2023, 12, 14)))
        Period.parse('năm 2023')
        """
        if self.closing_day is None or window.is_whole_months:
            nominal = window if window.is_whole_months else None
            return nominal if nominal and self.window(nominal) == window else None
        month_end = monthrange(window.last.year, window.last.month)[1]
        last = window.last.replace(day=month_end)
        # The window begins in the period's first month or late in the month before.
        late = min(window.first.replace(day=28), date.max - _FOUR_DAYS) + _FOUR_DAYS
        for first in (window.first, late):
            if first <= last and self.window(Period(first.replace(day=1), last)) == window:
                return Period(first.replace(day=1), last)
        return None

    def _closing(self, month_end: date) -> date:
        if self.closing_day is None or (self.december_in_full and month_end.month == 12):
            return month_end
        return month_end.replace(day=self.closing_day)


@cache
def calendars() -> Catalogue[Calendar]:
    """The calendars danvan ships."""
    return Catalogue.read("calendars", Calendar)


def cut_off(window: Period) -> tuple[Calendar, Period] | None:
    """The shipped calendar whose window this is, and what the window is called there.

    ``None`` for whole months, which are their own window, and for days that are no window.

    >>> calendar, period = cut_off(Period(date(2022, 12, 15), date(2023, 9, 14)))
    >>> calendar.code, period
    ('decree_09_2019', Period.parse('9 tháng năm 2023'))
    """
    if window.is_whole_months:
        return None
    named = ((calendar, calendar.named(window)) for calendar in calendars())
    return next(((calendar, period) for calendar, period in named if period), None)
