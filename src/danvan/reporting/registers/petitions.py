"""Petitions as balances, and the reception of citizens; no petitioner is ever named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from typing import ClassVar

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.errors import InvalidValueError
from danvan.findings import Finding, Findings, rules
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.reporting.registers.register import Figure

__all__ = ["Occasion", "PetitionBalance", "PetitionType", "Reception", "check_carried_over"]

_count = _fields.whole(0)


class PetitionType(Word):
    """What a petition is; the value is the part of the indicators."""

    COMPLAINT = "complaint"
    DENUNCIATION = "denunciation"
    REQUEST = "request"


@frozen
class PetitionBalance:
    """The petitions of one type before one body over one period.

    Attributes:
        organization: the body.
        type: what they are.
        period: the period the balance is drawn for.
        carried_over: how many were pending from before.
        received: how many came in.
        settled: how many of all these were settled; the rest is pending.

    Raises:
        InvalidValueError: more are settled than there were.
    """

    COUNTED: ClassVar[tuple[str, ...]] = (
        "petitions.pending_before",
        "petitions.received",
        "petitions.settled",
        "petitions.pending",
    )

    organization: Organization = field(validator=_fields.instance(Organization))
    type: PetitionType = field(validator=_fields.instance(PetitionType))
    period: Period = field(validator=_fields.instance(Period))
    carried_over: int = field(validator=_count)
    received: int = field(validator=_count)
    settled: int = field(validator=_count)

    def __attrs_post_init__(self) -> None:
        if self.pending < 0:
            most = self.carried_over + self.received
            raise InvalidValueError("PetitionBalance.settled", self.settled, f"at most {most}")

    @property
    def pending(self) -> int:
        """How many are left at the end: carried over and received, less those settled."""
        return self.carried_over + self.received - self.settled

    def figures(self, period: Period) -> Iterator[Figure]:
        """Its flows if it lies in the period, and its ends where they are the period's."""
        parts = (("type", self.type.value),)
        if self.period not in period:
            return
        if self.period.first == period.first:
            yield "petitions.pending_before", Decimal(self.carried_over), parts
        yield "petitions.received", Decimal(self.received), parts
        yield "petitions.settled", Decimal(self.settled), parts
        if self.period.last == period.last:
            yield "petitions.pending", Decimal(self.pending), parts


def check_carried_over(balances: Iterable[PetitionBalance]) -> Findings:
    """Whether what was left of each period was carried over into the next (DV633).

    Periods that do not join are not held against each other.
    """
    ended: dict[tuple[str, PetitionType, int], PetitionBalance] = {}
    found: list[Finding] = []
    for one in sorted(balances, key=lambda balance: balance.period):
        before = ended.get((one.organization.code, one.type, one.period.first.toordinal()))
        if before is not None and before.pending != one.carried_over:
            found.append(
                rules()["DV633"].at(
                    organization=one.organization.full_name,
                    period=one.period,
                    total=one.carried_over,
                    sum=before.pending,
                    difference=Decimal(before.pending - one.carried_over),
                )
            )
        ended[one.organization.code, one.type, one.period.last.toordinal() + 1] = one
    return Findings(found)


class Occasion(Word):
    """On what occasion citizens were received; the value is the part of the indicators."""

    REGULAR = "regular"
    PERIODIC = "periodic"
    EXTRAORDINARY = "extraordinary"


@frozen
class Reception:
    """A day on which citizens were received.

    Attributes:
        organization: the body that received them.
        on: the day.
        occasion: on what occasion.
        turns: how many receptions; with the number of persons and of matters.
        persons: how many persons came.
        matters: how many matters they brought.
        holder: the post that received them in person, or "".
    """

    COUNTED: ClassVar[tuple[str, ...]] = (
        "reception.turns",
        "reception.persons",
        "reception.matters",
        "reception.leader_sessions",
    )

    organization: Organization = field(validator=_fields.instance(Organization))
    on: date = field(validator=_fields.day)
    occasion: Occasion = field(validator=_fields.instance(Occasion))
    turns: int = field(validator=_count)
    persons: int = field(validator=_count)
    matters: int = field(validator=_count)
    holder: str = field(default="", validator=_fields.instance(str))

    def figures(self, period: Period) -> Iterator[Figure]:
        """Its counts, if it lies in the period."""
        if self.on not in period:
            return
        parts = (("occasion", self.occasion.value),)
        yield "reception.turns", Decimal(self.turns), parts
        yield "reception.persons", Decimal(self.persons), parts
        yield "reception.matters", Decimal(self.matters), parts
        if self.holder:
            yield "reception.leader_sessions", Decimal(1), ()
