"""The Vietnamese words for the ways a figure is taken apart: "theo lĩnh vực"."""

from __future__ import annotations

from datetime import date
from functools import cache

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue

__all__ = ["ORGANIZATION", "DimensionWord", "dimension_words"]

ORGANIZATION = "organization"
"""The dimension that every figure has: whose it is."""


@frozen
class DimensionWord:
    """What a dimension of a breakdown is called.

    Attributes:
        code: the dimension, as :attr:`danvan.indicators.Breakdown.dimension` has it.
        name: the word for it, "lĩnh vực".
        aliases: other words for it.

    >>> dimension_words()["field"].name
    'lĩnh vực'
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    aliases: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    valid_from: date | None = None
    valid_to: date | None = None


@cache
def dimension_words() -> Catalogue[DimensionWord]:
    """The words danvan ships."""
    return Catalogue.read("breakdown_dimensions", DimensionWord)
