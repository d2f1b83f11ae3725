"""Adding figures up without adding certainty.

>>> parts = ["865 buổi", "523 buổi", "trên 394 buổi", "83 buổi", "591 buổi", "182 buổi"]
>>> total(Quantity.parse(part) for part in parts)
Quantity.parse('trên 2.638 buổi')
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import reduce

from danvan.errors import InvalidValueError, NotAdditiveError
from danvan.quantities.exact import EXACT
from danvan.quantities.qualifier import Qualifier, Sense
from danvan.quantities.quantity import Quantity
from danvan.quantities.unit import split_unit

__all__ = ["total"]

_RISING = frozenset({Sense.ABOVE, Sense.AT_LEAST, Sense.FROM})
_FALLING = frozenset({Sense.NEAR, Sense.BELOW, Sense.AT_MOST})
_STRICT = frozenset({Sense.ABOVE, Sense.NEAR, Sense.BELOW})


def total(quantities: Iterable[Quantity], *, unit: str | None = None) -> Quantity:
    """The sum of figures, in the words an office would print.

    "trên" is kept: trên 394 and 100 make trên 494; so is "gần".  Figures that are
    open on different sides make "khoảng".  What the sum asserts is not read off
    its words but summed from the intervals of the parts
    (:meth:`danvan.quantities.Interval.sum`).

    Args:
        quantities: the parts; at least one.
        unit: the unit of the total where the parts are counted in several; without
            it all must be counted in one, and the finest scale among them is taken.

    Raises:
        InvalidValueError: no parts, or parts in several units and none said.
        NotAdditiveError: one of them is an average.
    """
    parts = tuple(quantities)
    if not parts:
        raise InvalidValueError("total", parts, "at least one quantity")
    if mean := next((part for part in parts if part.sense is Sense.MEAN), None):
        raise NotAdditiveError(str(mean), "sum with others", "weigh each mean by its count")
    finest = min(parts, key=lambda part: part.scale)
    if unit is not None:
        scale, _ = split_unit(finest.unit)
        unit = " ".join(filter(None, (scale, split_unit(unit)[1])))
    elif other := next((part for part in parts if part.base_unit != finest.base_unit), None):
        raise InvalidValueError("total", str(other), f"figures in {finest.base_unit or 'no unit'}")
    else:
        unit = finest.unit
    low = _sum(((part.value, part.scale) for part in parts), finest.scale)
    high = _sum(((part.high or part.value, part.scale) for part in parts), finest.scale)
    qualifier = _joint_qualifier(parts)
    if qualifier is not None and qualifier.sense in _RISING:
        high = low
    elif qualifier is not None and qualifier.sense in _FALLING:
        low = high
    padded = any(part.padded for part in parts)
    return Quantity(low, unit, qualifier, high=high if high > low else None, padded=padded)


def _sum(terms: Iterable[tuple[Decimal, Decimal]], finest: Decimal) -> Decimal:
    factors = ((value, EXACT.divide(scale, finest)) for value, scale in terms)
    return reduce(EXACT.add, (EXACT.multiply(*factor) for factor in factors), Decimal(0))


def _joint_qualifier(parts: Iterable[Quantity]) -> Qualifier | None:
    """The word for the sum: one of the parts' own where they all lean to one side."""
    words = [
        part.qualifier
        for part in parts
        if part.qualifier and not (part.sense is Sense.FROM and part.high is not None)
    ]
    if not words:
        return None
    senses = {word.sense for word in words}
    if senses <= _RISING or senses <= _FALLING:
        return next((word for word in words if word.sense in _STRICT), words[0])
    return next((word for word in words if word.sense is Sense.ABOUT), Qualifier.parse("khoảng"))
