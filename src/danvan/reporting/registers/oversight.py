"""Dialogues with the people, supervision, and social criticism (217-QĐ/TW, 11-QĐi/TW)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import ClassVar, Final

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.reporting.registers.register import Figure

__all__ = ["Criticism", "Dialogue", "Supervision"]

_count = _fields.whole(0)
_ONE: Final = Decimal(1)


def _part_of(what: str, part: int, whole: int) -> None:
    if part > whole:
        raise InvalidValueError(what, part, f"at most {whole}, of which they are a part")


@frozen
class Dialogue:
    """A direct dialogue of the head of a body with the people.

    Attributes:
        organization: the body whose head held it.
        on: the day.
        holder: the post that held it: "Bí thư Đảng ủy".
        attendances: how many took part.
        opinions: how many opinions and requests were put forward.
        settled: how many of these were settled.
        place: where it was held, or "".

    Raises:
        InvalidValueError: more are settled than were put forward.
    """

    COUNTED: ClassVar[tuple[str, ...]] = (
        "dialogues.sessions",
        "dialogues.attendances",
        "dialogues.opinions",
        "dialogues.opinions_settled",
    )

    organization: Organization = field(validator=_fields.instance(Organization))
    on: date = field(validator=_fields.day)
    holder: str = field(validator=_fields.text)
    attendances: int = field(validator=_count)
    opinions: int = field(validator=_count)
    settled: int = field(validator=_count)
    place: str = field(default="", validator=_fields.instance(str))

    def __attrs_post_init__(self) -> None:
        _part_of("Dialogue.settled", self.settled, self.opinions)

    def figures(self, period: Period) -> Iterator[Figure]:
        """Itself and its counts, if it lies in the period."""
        if self.on in period:
            yield "dialogues.sessions", _ONE, ()
            yield "dialogues.attendances", Decimal(self.attendances), ()
            yield "dialogues.opinions", Decimal(self.opinions), ()
            yield "dialogues.opinions_settled", Decimal(self.settled), ()


@frozen
class Supervision:
    """One supervision (giám sát).

    Attributes:
        organization: the body that carried it out.
        on: the day it was concluded.
        subject: what it looked into.
        units: how many units it went to.
        recommendations: how many it made.
        accepted: how many of these were taken up.

    Raises:
        InvalidValueError: more are taken up than were made.
    """

    COUNTED: ClassVar[tuple[str, ...]] = (
        "supervision.sessions",
        "supervision.units",
        "supervision.recommendations",
        "supervision.recommendations_accepted",
    )

    organization: Organization = field(validator=_fields.instance(Organization))
    on: date = field(validator=_fields.day)
    subject: str = field(validator=_fields.text)
    units: int = field(validator=_count)
    recommendations: int = field(validator=_count)
    accepted: int = field(validator=_count)

    def __attrs_post_init__(self) -> None:
        _part_of("Supervision.accepted", self.accepted, self.recommendations)

    def figures(self, period: Period) -> Iterator[Figure]:
        """Itself and its counts, if it was concluded in the period."""
        if self.on in period:
            yield "supervision.sessions", _ONE, ()
            yield "supervision.units", Decimal(self.units), ()
            yield "supervision.recommendations", Decimal(self.recommendations), ()
            yield "supervision.recommendations_accepted", Decimal(self.accepted), ()


@frozen
class Criticism:
    """One conference of social criticism (phản biện xã hội).

    Attributes:
        organization: the body that held it.
        on: the day.
        subject: the drafts it was about, in words.
        drafts: how many they were.
        opinions: how many opinions were put forward.
    """

    COUNTED: ClassVar[tuple[str, ...]] = (
        "criticism.conferences",
        "criticism.drafts",
        "criticism.opinions",
    )

    organization: Organization = field(validator=_fields.instance(Organization))
    on: date = field(validator=_fields.day)
    subject: str = field(validator=_fields.text)
    drafts: int = field(validator=_fields.whole(1))
    opinions: int = field(validator=_count)

    def figures(self, period: Period) -> Iterator[Figure]:
        """Itself and its counts, if it lies in the period."""
        if self.on in period:
            yield "criticism.conferences", _ONE, ()
            yield "criticism.drafts", Decimal(self.drafts), ()
            yield "criticism.opinions", Decimal(self.opinions), ()
