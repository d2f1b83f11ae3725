"""Duties: what one organization owes for one period, and where that stands on a day."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from danvan import _fields, notebook
from danvan._enums import Word
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.reporting.line import Route
from danvan.reporting.submission import State, Submission
from danvan.reporting.working_days import WorkingDays

__all__ = ["Duty", "DutyState"]


class DutyState(Word):
    """Where a duty stands on a day; the value is the word for it."""

    NOT_YET_DUE = "chưa đến hạn"
    """The figures are not closed yet."""
    DUE = "đến hạn"
    """They are closed, and the last day has not passed."""
    OVERDUE = "quá hạn, chưa gửi"
    RETURNED = "bị trả lại, chưa gửi lại"
    UNCLEAR = "có các bản khác nhau"
    """Several were sent, none of which continues the others; none counts."""
    IN_TIME = "đúng hạn"
    LATE = "gửi chậm"

    @property
    def is_met(self) -> bool:
        """Whether there is a report that counts."""
        return self in (DutyState.IN_TIME, DutyState.LATE)


@frozen
class Duty:
    """What one organization owes for one period.

    Attributes:
        report: the name of the report.
        route: who owes it, to whom, via whom and with copies to whom.
        period: the period.
        closing: the last day whose figures count.
        due: the last day it is in time.
        submission: what came or is being drafted, or ``None``.
        conflicting: what came in several copies that contradict each other, instead.
    """

    report: str = field(validator=_fields.text)
    route: Route = field(validator=_fields.instance(Route))
    period: Period = field(validator=_fields.instance(Period))
    closing: date = field(validator=_fields.day)
    due: date = field(validator=_fields.day)
    submission: Submission | None = field(
        default=None, validator=_fields.optional(_fields.instance(Submission))
    )
    conflicting: tuple[Submission, ...] = field(default=(), validator=_fields.tuple_of(Submission))

    @property
    def organization(self) -> Organization:
        """Who owes it."""
        return self.route.reporter

    def state(self, on: date) -> DutyState:
        """Where it stands at the end of a day.

        A report that came in time and was returned is out until it is sent again, and
        then in time all the same: what counts is the day it was first sent.
        """
        known = None if self.submission is None else self.submission.as_of(on)
        if known is not None and known.first_sent is not None:
            if known.state is State.RETURNED:
                return DutyState.RETURNED
            return DutyState.IN_TIME if known.first_sent <= self.due else DutyState.LATE
        if any(one.as_of(on).first_sent for one in self.conflicting):
            return DutyState.UNCLEAR
        if on > self.due:
            return DutyState.OVERDUE
        return DutyState.DUE if on > self.closing else DutyState.NOT_YET_DUE

    def delay(self, on: date, working_days: WorkingDays) -> int:
        """How many working days it was late, or is late at the end of a day.

        Raises:
            InvalidValueError: the calendar does not reach there.
        """
        state = self.state(on)
        if state is DutyState.OVERDUE:
            return working_days.between(self.due, on)
        if self.submission is None or self.submission.first_sent is None:
            return 0
        return working_days.between(self.due, min(self.submission.first_sent, on))

    def _cells_(self) -> dict[str, object]:
        return {
            "Báo cáo": self.report,
            "Đơn vị": self.organization.full_name,
            "Thời gian": str(self.period),
            "Chốt số liệu": self.closing,
            "Hạn gửi": self.due,
            "Bản gửi": str(self.submission.state.value) if self.submission else "chưa có",
        }

    def _repr_html_(self) -> str:
        return notebook.record("", self._cells_())

    def __str__(self) -> str:
        return f"{self.report}, {self.period}: {self.route.reporter}, hạn {self.due:%d/%m/%Y}"
