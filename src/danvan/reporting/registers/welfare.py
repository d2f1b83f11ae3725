"""Funds raised and houses given."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

import attrs
from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.errors import InvalidValueError
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.reporting.registers.register import Figure

__all__ = ["FundRaising", "House", "HouseKind"]


def _amount(owner: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    _fields.number(owner, attribute, value)
    if value < 0:
        what = f"{type(owner).__name__}.{attribute.name}"
        raise InvalidValueError(what, value, "an amount from zero up")


@frozen
class FundRaising:
    """Money raised for a fund.

    Attributes:
        organization: the body that raised it.
        on: the day.
        fund: the name of the fund: "Quỹ Vì người nghèo".
        amount: how much, in đồng.
    """

    COUNTED: ClassVar[tuple[str, ...]] = ("funds.raised",)

    organization: Organization = field(validator=_fields.instance(Organization))
    on: date = field(validator=_fields.day)
    fund: str = field(validator=_fields.text)
    amount: Decimal = field(converter=_fields.decimal, validator=_amount)

    def figures(self, period: Period) -> Iterator[Figure]:
        """The amount, if it was raised in the period."""
        if self.on in period:
            yield "funds.raised", self.amount, (("fund", self.fund),)


class HouseKind(Word):
    """What sort of house it is; the value is the part of the indicators."""

    GREAT_UNITY = "great_unity"
    COMRADE = "comrade"
    SHELTER = "shelter"
    TEMPORARY = "temporary"
    """In place of a makeshift one."""


@frozen
class House:
    """A house built or repaired and handed over; to whom is never said.

    Attributes:
        organization: the body that gave it.
        on: the day it was handed over.
        kind: what sort of house.
        amount: what it cost the giver, in đồng.
        place: where it stands, or "".
    """

    COUNTED: ClassVar[tuple[str, ...]] = ("welfare.houses", "welfare.houses_amount")

    organization: Organization = field(validator=_fields.instance(Organization))
    on: date = field(validator=_fields.day)
    kind: HouseKind = field(validator=_fields.instance(HouseKind))
    amount: Decimal = field(converter=_fields.decimal, validator=_amount)
    place: str = field(default="", validator=_fields.instance(str))

    def figures(self, period: Period) -> Iterator[Figure]:
        """Itself and its worth, if it was handed over in the period."""
        if self.on in period:
            parts = (("house", self.kind.value),)
            yield "welfare.houses", Decimal(1), parts
            yield "welfare.houses_amount", self.amount, parts
