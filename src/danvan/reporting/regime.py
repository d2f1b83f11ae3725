"""Regimes: who owes which report to whom, how often, and by when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from attrs import field, frozen

from danvan import _fields
from danvan.document_number import DocumentNumber
from danvan.errors import InvalidValueError
from danvan.organizations import Organization, Organizations
from danvan.periods import Cadence, Period
from danvan.reporting.submission import Submission

__all__ = ["Duty", "Regime"]


@frozen
class Duty:
    """What one organization owes for one period.

    Attributes:
        organization: the body that owes it.
        period: the period.
        due: the last day it is in time.
        submission: what came, or ``None``.
    """

    organization: Organization
    period: Period
    due: date
    submission: Submission | None

    def is_late(self, on: date) -> bool:
        """Whether it is overdue on a day: past its last day with nothing that counts."""
        return on > self.due and (self.submission is None or not self.submission.counts)


@frozen
class Regime:
    """A standing duty to report.

    Attributes:
        name: what the report is called.
        asked_by: the paper that asks for it, or ``None`` where it is custom.
        cadence: how often.
        reporters: the codes of the organizations that owe it.
        to: the code of the organization it goes to.
        copies_to: the codes of those that get a copy.
        days: how many days after the end of a period it is due.
        valid_from, valid_to: the days it holds, both included; ``None`` for open.
    """

    name: str = field(validator=_fields.text)
    asked_by: DocumentNumber | None
    cadence: Cadence = field(validator=_fields.instance(Cadence))
    reporters: tuple[str, ...] = field(validator=_fields.tuple_of(str))
    to: str = field(validator=_fields.text)
    copies_to: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    days: int = field(default=0, validator=_fields.whole(-366, 366))
    valid_from: date | None = field(default=None, validator=_fields.optional(_fields.day))
    valid_to: date | None = field(default=None, validator=_fields.optional(_fields.day))

    def duties(
        self, organizations: Organizations, period: Period, submissions: Iterable[Submission] = ()
    ) -> tuple[Duty, ...]:
        """Who owes the report for a period, and what came of it.

        An organization that is not open on the last day of the period owes nothing.

        Raises:
            InvalidValueError: a period of another cadence, one outside the days the
                regime holds, or a submission nobody owes.
            UnknownCodeError: a reporter the tree does not hold.
        """
        if period.cadence is not self.cadence:
            raise InvalidValueError("Regime period", str(period), f"a {self.cadence.value}")
        if (self.valid_from and period.last < self.valid_from) or (
            self.valid_to and period.first > self.valid_to
        ):
            raise InvalidValueError("Regime period", str(period), "a period in which it holds")
        came = {s.organization.code: s for s in submissions if s.period == period}
        if strangers := sorted(set(came) - set(self.reporters)):
            raise InvalidValueError(
                "submissions", ", ".join(strangers), "organizations that owe it"
            )
        due = period.last + timedelta(days=self.days)
        owing = [organizations[code] for code in self.reporters]
        return tuple(
            Duty(organization, period, due, came.get(organization.code))
            for organization in owing
            if organization.is_open(period.last)
        )
