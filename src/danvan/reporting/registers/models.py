"""The register of "Dân vận khéo" models: what was registered, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import ClassVar, Final

import attrs
from attrs import frozen

from danvan import _fields
from danvan._enums import Word
from danvan.errors import InvalidValueError
from danvan.organizations import Level, Organization
from danvan.periods import Period
from danvan.reporting.registers.register import Figure

__all__ = ["MobilizationModel", "ModelField", "ModelForm"]

_ONE: Final = Decimal(1)
_day = _fields.optional(_fields.day)


class ModelField(Word):
    """The field of life a model works in; the value is the part of the indicators."""

    ECONOMY = "economy"
    CULTURE_SOCIETY = "culture_society"
    DEFENCE_SECURITY = "defence_security"
    POLITICAL_SYSTEM = "political_system"


class ModelForm(Word):
    """Whose model it is."""

    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"


@frozen
class MobilizationModel:
    """One "Dân vận khéo" model, from its registration to its end.

    Attributes:
        organization: the body it was registered with.
        name: what it is called; of an individual's model too, never the person.
        field: its field of life.
        form: whether it is a collective's or an individual's.
        registered: the day it was registered.
        place: where it works, or "".
        working: the day it was found to be in effect, or ``None``.
        recognized: the day it was recognized, or ``None``.
        recognized_at: the level that recognized it; given exactly where it was.
        rewarded: the day it was rewarded, or ``None``.
        rewarded_by: the post or body that rewarded it; given exactly where it was.
        replicated: the day others took it up, or ``None``.
        ended: its last day, or ``None`` while it goes on.

    Raises:
        InvalidValueError: a step before it was registered or after it ended, or a
            recognition or reward without who gave it.
    """

    COUNTED: ClassVar[tuple[str, ...]] = (
        "models.registered",
        "models.working",
        "models.recognized",
        "models.rewarded",
        "models.replicated",
    )

    organization: Organization = attrs.field(validator=_fields.instance(Organization))
    name: str = attrs.field(validator=_fields.text)
    field: ModelField = attrs.field(validator=_fields.instance(ModelField))
    form: ModelForm = attrs.field(validator=_fields.instance(ModelForm))
    registered: date = attrs.field(validator=_fields.day)
    place: str = attrs.field(default="", validator=_fields.instance(str))
    working: date | None = attrs.field(default=None, validator=_day)
    recognized: date | None = attrs.field(default=None, validator=_day)
    recognized_at: Level | None = attrs.field(
        default=None, validator=_fields.optional(_fields.instance(Level))
    )
    rewarded: date | None = attrs.field(default=None, validator=_day)
    rewarded_by: str = attrs.field(default="", validator=_fields.instance(str))
    replicated: date | None = attrs.field(default=None, validator=_day)
    ended: date | None = attrs.field(default=None, validator=_day)

    def __attrs_post_init__(self) -> None:
        last = self.ended or date.max
        for name in ("working", "recognized", "rewarded", "replicated", "ended"):
            day: date | None = getattr(self, name)
            if day is not None and not self.registered <= day <= last:
                want = f"a day from {self.registered} to {self.ended or 'its end'}"
                raise InvalidValueError(f"MobilizationModel.{name}", day, want)
        for name, giver in (("recognized", self.recognized_at), ("rewarded", self.rewarded_by)):
            if (getattr(self, name) is None) is bool(giver):
                want = f"who gave it exactly where it was {name}"
                raise InvalidValueError(f"MobilizationModel.{name}", giver, want)

    def is_working(self, on: date) -> bool:
        """Whether it is in effect on a day."""
        found = self.working is not None and self.working <= on
        return found and (self.ended is None or on <= self.ended)

    def figures(self, period: Period) -> Iterator[Figure]:
        """One for each step it took in the period, and one if it works at its end."""
        parts = (("field", self.field.value), ("form", self.form.value))
        for name in ("registered", "recognized", "rewarded"):
            day: date | None = getattr(self, name)
            if day is not None and day in period:
                yield f"models.{name}", _ONE, parts
        if self.replicated is not None and self.replicated in period:
            yield "models.replicated", _ONE, parts[:1]
        if self.is_working(period.last):
            yield "models.working", _ONE, parts
