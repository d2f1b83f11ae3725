"""Regimes: who owes which report to whom, how often, on which form, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from attrs import Factory, field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.document_number import DocumentNumber
from danvan.errors import InvalidValueError
from danvan.periods import Cadence, Calendar, Period, calendars
from danvan.reporting.form import Form
from danvan.reporting.line import Line
from danvan.reporting.outline import Outline
from danvan.reporting.working_days import WorkingDays

__all__ = ["Deadline", "Regime", "ReportKind"]


class ReportKind(Word):
    """What occasions a report; the value is the word for it (HD 02 of Bình Phước, 2022)."""

    PERIODIC = "định kỳ"
    INTERIM_REVIEW = "sơ kết"
    FINAL_REVIEW = "tổng kết"
    THEMATIC = "chuyên đề"
    EXTRAORDINARY = "đột xuất"


_REPEATED: Final = {
    Cadence.MONTH: tuple((month, month) for month in range(1, 13)),
    Cadence.QUARTER: ((1, 3), (4, 6), (7, 9), (10, 12)),
    Cadence.HALF_YEAR: ((1, 6), (7, 12)),
    Cadence.NINE_MONTHS: ((1, 9),),
    Cadence.YEAR: ((1, 12),),
}


@frozen
class Deadline:
    """The last day a report is in time.

    Attributes:
        days: how many days after the figures are closed; before, if negative.
        working: whether those are working days.
        fixed: days set for certain periods instead, as pairs of period and day.
    """

    days: int = field(default=0, validator=_fields.whole(-366, 366))
    working: bool = field(default=False, validator=_fields.instance(bool))
    fixed: tuple[tuple[Period, date], ...] = field(default=(), validator=_fields.tuple_of(tuple))

    def after(self, closing: date, period: Period, working_days: WorkingDays | None) -> date:
        """The last day for a period whose figures are closed on a day.

        Raises:
            InvalidValueError: it is counted in working days and no calendar of them is
                given, or beyond what that knows.
        """
        for one, day in self.fixed:
            if one == period:
                return day
        if self.working and working_days is None:
            raise InvalidValueError("deadline in working days", None, "a calendar of working days")
        try:
            if self.working and working_days is not None:
                return working_days.after(closing, self.days)
            return closing + timedelta(days=self.days)
        except OverflowError:
            want = "a day the calendar reaches"
            raise InvalidValueError("deadline", f"{self.days} after {closing}", want) from None


@frozen
class Regime:
    """A standing duty to report.

    Attributes:
        name: what the report is called.
        lines: who owes it to whom; the first line that names a reporter is its line.
        cadences: how often it is due, of a periodic one: every month, every quarter ...
        deadline: by when.
        kind: what occasions it.
        occasions: the periods of one that is not periodic.
        asked_by: the paper that asks for it, or ``None`` where it is custom.
        forms: the versions of its form, in force one after the other; none for a
            written report.
        outline: what the written part must have, or ``None``.
        cutoff: the calendar by which figures are closed.
        working_days: the calendar its deadline is counted in, or ``None``.
        valid_from, valid_to: the days it holds, both included; ``None`` for open.

    Raises:
        InvalidValueError: a periodic one without a cadence that repeats within a year,
            another without occasions, or forms of several codes.
    """

    name: str = field(validator=_fields.text)
    lines: tuple[Line, ...] = field(validator=_fields.tuple_of(Line))
    cadences: tuple[Cadence, ...] = field(default=(), validator=_fields.tuple_of(Cadence))
    deadline: Deadline = field(default=Deadline(), validator=_fields.instance(Deadline))
    kind: ReportKind = field(
        default=ReportKind.PERIODIC, validator=_fields.instance(ReportKind), kw_only=True
    )
    occasions: tuple[Period, ...] = field(
        default=(), validator=_fields.tuple_of(Period), kw_only=True
    )
    asked_by: DocumentNumber | None = field(
        default=None, validator=_fields.optional(_fields.instance(DocumentNumber)), kw_only=True
    )
    forms: tuple[Form, ...] = field(default=(), validator=_fields.tuple_of(Form), kw_only=True)
    outline: Outline | None = field(
        default=None, validator=_fields.optional(_fields.instance(Outline)), kw_only=True
    )
    cutoff: Calendar = field(
        default=Factory(lambda: calendars()["calendar_year"]),
        validator=_fields.instance(Calendar),
        kw_only=True,
    )
    working_days: WorkingDays | None = field(
        default=None, validator=_fields.optional(_fields.instance(WorkingDays)), kw_only=True
    )
    valid_from: date | None = field(
        default=None, validator=_fields.optional(_fields.day), kw_only=True
    )
    valid_to: date | None = field(
        default=None, validator=_fields.optional(_fields.day), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        periodic = self.kind is ReportKind.PERIODIC
        if periodic is not bool(self.cadences) or periodic is bool(self.occasions):
            want = "cadences of a periodic report, occasions of any other"
            raise InvalidValueError(f"regime {self.name}", self.kind.name, want)
        if strange := [one.name for one in self.cadences if one not in _REPEATED]:
            raise InvalidValueError(
                "Regime.cadences", ", ".join(strange), "periods of a year; others are occasions"
            )
        if len({form.code for form in self.forms}) > 1:
            codes = ", ".join(sorted({form.code for form in self.forms}))
            raise InvalidValueError("Regime.forms", codes, "versions of one form")

    def holds(self, period: Period) -> bool:
        """Whether it is in force on the last day of a period."""
        return (self.valid_from is None or self.valid_from <= period.last) and (
            self.valid_to is None or period.last <= self.valid_to
        )

    def asks_for(self, period: Period) -> bool:
        """Whether a report is owed for a period."""
        if self.kind is not ReportKind.PERIODIC:
            return period in self.occasions and self.holds(period)
        return period.cadence in self.cadences and self.holds(period)

    def periods(self, within: Period) -> tuple[Period, ...]:
        """The periods a report is owed for whose last day lies in a time, the earliest first."""
        found = set(self.occasions) | set(self._repeated(within))
        return tuple(
            sorted((p for p in found if p.last in within and self.holds(p)), key=_by_last_day)
        )

    def _repeated(self, within: Period) -> Iterator[Period]:
        for year in range(within.first.year, within.last.year + 1):
            for cadence in self.cadences:
                for first, last in _REPEATED[cadence]:
                    yield Period.months(year, first, last)

    def window(self, period: Period) -> Period:
        """The days whose figures count for a period, by the calendar of closing days."""
        return self.cutoff.window(period) if period.is_whole_months else period

    def due(self, period: Period) -> date:
        """The last day a report for a period is in time.

        Raises:
            InvalidValueError: no report is owed for the period, or the calendar of
                working days does not reach there.
        """
        if not self.asks_for(period):
            raise InvalidValueError(f"period of {self.name}", str(period), self._wanted())
        return self.deadline.after(self.window(period).last, period, self.working_days)

    def form(self, period: Period) -> Form | None:
        """The version of its form in force on the last day of a period, or ``None``."""
        return next(
            (
                form
                for form in self.forms
                if (form.valid_from is None or form.valid_from <= period.last)
                and (form.valid_to is None or period.last <= form.valid_to)
            ),
            None,
        )

    def _wanted(self) -> str:
        names = [cadence.value for cadence in self.cadences] or [str(p) for p in self.occasions]
        held = f" from {self.valid_from}" if self.valid_from else ""
        return f"{' or '.join(names)}{held}" + (f" to {self.valid_to}" if self.valid_to else "")


def _by_last_day(period: Period) -> tuple[date, date]:
    return period.last, period.first
