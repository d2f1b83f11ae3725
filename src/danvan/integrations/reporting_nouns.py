"""The nouns of the national reporting systems (QCVN 125:2021/BTTTT), as classes of danvan.

The norm has thirteen packets; what their fields are called on the wire was not at hand.
Each noun has its class here, so that an adapter is a matter of names.

>>> [cls.__name__ for cls in reporting_nouns()["regime"].resolved()]
['Regime']
"""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib import import_module
from typing import Any

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue

__all__ = ["ReportingNoun", "reporting_nouns"]


@frozen
class ReportingNoun:
    """One noun of the norm.

    Attributes:
        code: its key.
        number: its number among the thirteen.
        name: what the norm calls it.
        name_en: the same in English.
        classes: the classes of danvan that stand for it, by their full names.
        meaning: what they hold of it.
        confidence: how sure the name is.
    """

    code: str = field(validator=_fields.text)
    number: int = field(validator=_fields.whole(1, 13))
    name: str = field(validator=_fields.text)
    name_en: str
    classes: tuple[str, ...] = field(validator=_fields.tuple_of(str))
    meaning: str = ""
    confidence: str = "sure"
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    def resolved(self) -> tuple[type[Any], ...]:
        """The classes themselves."""
        parts = (name.rpartition(".") for name in self.classes)
        return tuple(getattr(import_module(module), cls) for module, _, cls in parts)


@cache
def reporting_nouns() -> Catalogue[ReportingNoun]:
    """The thirteen nouns, in the order of the norm."""
    return Catalogue.read("reporting_nouns", ReportingNoun)
