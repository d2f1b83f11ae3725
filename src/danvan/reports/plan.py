"""What a plan sets out to do: tasks, when they are due, and who leads them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError
from danvan.reports.paragraph import NOWHERE, Extent, one_line

__all__ = ["Occurrence", "Task"]


@frozen
class Occurrence:
    """When something is due in a year, as a plan puts it.

    Attributes:
        text: the words of the plan: ``"Tháng 3, 9"``, ``"Hàng tháng"``.
        months: the stretches of months it falls in, each from its first to its last
            month; none where the plan leaves it open ("theo văn bản chỉ đạo của tỉnh").

    Raises:
        InvalidValueError: a stretch that is none of months 1 to 12.

    >>> Occurrence("Quý II", ((4, 6),)).days(2023)
    ((datetime.date(2023, 4, 1), datetime.date(2023, 6, 30)),)
    """

    text: str = field(validator=one_line)
    months: tuple[tuple[int, int], ...] = field(default=(), validator=_fields.tuple_of(tuple))

    def __attrs_post_init__(self) -> None:
        for first, last in self.months:
            if not 1 <= first <= last <= 12:
                raise InvalidValueError("Occurrence.months", (first, last), "months from 1 to 12")

    def __str__(self) -> str:
        return self.text

    @property
    def is_open(self) -> bool:
        """Whether the plan does not say when."""
        return not self.months

    def days(self, year: int) -> tuple[tuple[date, date], ...]:
        """The first and the last day of each stretch, in a year."""
        return tuple(
            (date(year, first, 1), date(year, last, monthrange(year, last)[1]))
            for first, last in self.months
        )


@frozen
class Task:
    """One row of the schedule of a plan.

    Attributes:
        what: what is to be done; where a row names several things, a line each.
        when: when it is due.
        lead: who leads it.
        cooperating: who works with them, a line each.
        group: the number of the group of rows it stands in, ``"1"``; empty where none is printed.
        span: where its row stands in ``report.text``.
    """

    what: str = field(validator=_fields.text)
    when: Occurrence = field(validator=_fields.instance(Occurrence))
    lead: str = field(default="", validator=_fields.instance(str))
    cooperating: str = field(default="", validator=_fields.instance(str))
    group: str = field(default="", validator=one_line)
    span: Extent = field(default=NOWHERE, eq=False)
