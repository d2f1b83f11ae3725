"""Figures as reports state them, and what they assert.

A :class:`Quantity` is a number or a range with its unit and its qualifier.
It keeps its written form and can be asked what it asserts as an
:class:`Interval`; a :class:`Ratio` keeps both its parts.  The qualifiers and
the units are catalogues; how qualifiers are read is a :class:`Policy`.

The intervals follow XBRL Calculations 1.1, extended to the Vietnamese
qualifiers, which no norm defines.

>>> from danvan.quantities import Quantity, total
>>> sessions = total(Quantity.parse(text) for text in ["865 buổi", "trên 394 buổi"])
>>> print(sessions, sessions.hard())
trên 1.259 buổi [1.259; ∞)
"""

from danvan.quantities.conversion import convert
from danvan.quantities.interval import Interval
from danvan.quantities.policy import STANDARD, Policy, Rounding, as_written
from danvan.quantities.qualifier import Position, Qualifier, Sense, qualifiers
from danvan.quantities.quantity import Quantity
from danvan.quantities.ratio import Agreement, Ratio
from danvan.quantities.tally import Tally, total
from danvan.quantities.unit import (
    Dimension,
    Unit,
    base_unit,
    match_unit,
    scale_factor,
    split_unit,
    unit_named,
    unit_words,
    units,
)

__all__ = [
    "STANDARD",
    "Agreement",
    "Dimension",
    "Interval",
    "Policy",
    "Position",
    "Qualifier",
    "Quantity",
    "Ratio",
    "Rounding",
    "Sense",
    "Tally",
    "Unit",
    "as_written",
    "base_unit",
    "convert",
    "match_unit",
    "qualifiers",
    "scale_factor",
    "split_unit",
    "total",
    "unit_named",
    "unit_words",
    "units",
]
