"""Working days: in what a deadline is counted."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Final

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.vietnamese.exact import check_whole

__all__ = ["WorkingDays", "working_days"]

_ONE_DAY: Final = timedelta(days=1)
_SATURDAY: Final = 5
_MOST: Final = 100_000


@frozen
class WorkingDays:
    """Which days an office works, from Monday to Friday with its exceptions.

    Attributes:
        code: its key in the catalogue.
        name: what it is called.
        holidays: days off that fall on Monday to Friday, made-up days included.
        worked: Saturdays and Sundays that are worked instead of others.
        valid_from, valid_to: the days it knows; ``None`` for open.  Outside of them it
            refuses to count, for the holidays of a year are settled year by year.
        source: what settles them.
        confidence: how sure that is: "sure", "likely" or "unsure".

    >>> year = working_days()["vietnam_2026"]
    >>> year.is_worked(date(2026, 2, 17)), year.after(date(2026, 2, 13), 2)
    (False, datetime.date(2026, 2, 24))
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    holidays: tuple[date, ...] = field(default=(), validator=_fields.tuple_of(date))
    worked: tuple[date, ...] = field(default=(), validator=_fields.tuple_of(date))
    source: str = ""
    confidence: str = "sure"
    aliases: tuple[str, ...] = ()
    valid_from: date | None = field(default=None, validator=_fields.optional(_fields.day))
    valid_to: date | None = field(default=None, validator=_fields.optional(_fields.day))

    def __attrs_post_init__(self) -> None:
        for off in self.holidays:
            if off.weekday() >= _SATURDAY:
                raise InvalidValueError("WorkingDays.holidays", off, "a day from Monday to Friday")
        for on in self.worked:
            if on.weekday() < _SATURDAY:
                raise InvalidValueError("WorkingDays.worked", on, "a Saturday or a Sunday")

    def is_worked(self, day: date) -> bool:
        """Whether the office works on a day.

        Raises:
            InvalidValueError: a day the calendar does not know.
        """
        if (self.valid_from and day < self.valid_from) or (self.valid_to and day > self.valid_to):
            raise InvalidValueError(
                f"working days {self.code}", day, f"a day from {self.valid_from} to {self.valid_to}"
            )
        return day in self.worked or (day.weekday() < _SATURDAY and day not in self.holidays)

    def after(self, day: date, count: int) -> date:
        """The working day that many working days after a day, or before it if negative.

        Raises:
            InvalidValueError: it lies beyond what the calendar knows, or no sensible count.
        """
        check_whole("working days", count, -_MOST, _MOST)
        step = _ONE_DAY if count > 0 else -_ONE_DAY
        try:
            for _ in range(abs(count)):
                day += step
                while not self.is_worked(day):
                    day += step
        except OverflowError:
            raise InvalidValueError("working days", count, "a day the calendar reaches") from None
        return day

    def on_or_before(self, day: date) -> date:
        """The day itself where it is worked, else the last working day before it.

        >>> working_days()["vietnam_2026"].on_or_before(date(2026, 2, 22))
        datetime.date(2026, 2, 13)

        Raises:
            InvalidValueError: it lies beyond what the calendar knows.
        """
        return day if self.is_worked(day) else self.after(day, -1)

    def between(self, first: date, last: date) -> int:
        """How many working days come after the first day, up to the last: days of delay.

        >>> working_days()["five_day_week"].between(date(2026, 3, 6), date(2026, 3, 9))
        1
        """
        count, day = 0, first
        while day < last:
            day += _ONE_DAY
            count += self.is_worked(day)
        return count


@cache
def working_days() -> Catalogue[WorkingDays]:
    """The calendars of working days danvan ships; offices bring their own."""
    return Catalogue.read("working_days", WorkingDays)
