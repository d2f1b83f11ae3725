"""The register of "Dân vận khéo" models: what was registered, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import pairwise
from typing import ClassVar

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError
from danvan.organizations import Level, Organization
from danvan.periods import Period
from danvan.reporting.registers.register import Figure

__all__ = ["Field", "MobilizationModel", "ModelForm"]

_ONE = Decimal(1)
_day = _fields.optional(_fields.day)


class Field(Enum):
    """The field of life a model works in; the value is the part of the indicators."""

    ECONOMY = "economy"
    CULTURE_SOCIETY = "culture_society"
    DEFENCE_SECURITY = "defence_security"
    POLITICAL_SYSTEM = "political_system"


class ModelForm(Enum):
    """Whose model it is."""

    COLLECTIVE = "collective"
    INDIVIDUAL = "individual"


@frozen
class MobilizationModel:
    """One "Dân vận khéo" model, from its registration to its end.

    Attributes:
        organization: the body it was registered with.
        name: what it is called; of an individual's model too, never the person.
        place: where it works, or "".
        field: its field of life.
        form: whether it is a collective's or an individual's.
        registered: the day it was registered.
        working: the day it was found to be in effect, or ``None``.
        recognized: the day it was recognized, or ``None``.
        recognized_at: the level that recognized it.
        rewarded: the day it was rewarded, or ``None``.
        rewarded_by: the post or body that rewarded it, or "".
        replicated: the day others took it up, or ``None``.
        ended: its last day, or ``None`` while it goes on.

    Raises:
        InvalidValueError: a step before the registration or after the end, one that
            lacks the step it rests on, or a recognition without its level.
    """

    COUNTED: ClassVar[tuple[str, ...]] = (
        "models.registered",
        "models.working",
        "models.recognized",
        "models.rewarded",
        "models.replicated",
    )

    organization: Organization = field(validator=_fields.instance(Organization))
    name: str = field(validator=_fields.text)
    field: Field = field(validator=_fields.instance(Field))
    form: ModelForm
    registered: date
    place: str = ""
    working: date | None = None
    recognized: date | None = None
    recognized_at: Level | None = None
    rewarded: date | None = None
    rewarded_by: str = ""
    replicated: date | None = None
    ended: date | None = None
