"""One figure in another unit, where that has a meaning.

Scales change into each other, and so do the measures of one dimension.
Counters do not: they are counted as reported, and how many distinct people
stand behind so many lượt nobody can tell.

>>> convert(Quantity.parse("1,5 tỷ đồng"), "triệu đồng")
Quantity.parse('1.500 triệu đồng')
>>> convert(Quantity.parse("trên 11.934 m²"), "ha")
Quantity.parse('trên 1,1934 ha')
"""

from __future__ import annotations

from decimal import Decimal

import attrs

from danvan.errors import InvalidValueError
from danvan.quantities.exact import EXACT
from danvan.quantities.quantity import Quantity
from danvan.quantities.unit import Dimension, base_unit, scale_factor, unit_named

__all__ = ["convert"]


def convert(quantity: Quantity, unit: str) -> Quantity:
    """The same figure in another unit, exactly.

    In a finer unit it may look more exact than it was written; what it asserts is
    to be asked of the original.

    Raises:
        InvalidValueError: the units do not measure the same, or only count; of counters it
            says what to report instead.
    """
    worth = EXACT.multiply(quantity.scale, _worth(quantity, unit))
    places = EXACT.divide(worth, scale_factor(unit)).adjusted()

    def converted(value: Decimal) -> Decimal:
        # All units of one dimension are powers of ten of each other: the comma moves.
        return value.scaleb(places, context=EXACT)

    return attrs.evolve(
        quantity,
        value=converted(quantity.value),
        high=None if quantity.high is None else converted(quantity.high),
        unit=unit,
    )


def _worth(quantity: Quantity, unit: str) -> Decimal:
    """How many of the one unit make one of the other, scales aside."""
    if quantity.base_unit == base_unit(unit):
        return Decimal(1)
    ours, theirs = unit_named(quantity.unit), unit_named(unit)
    if ours and theirs and ours.dimension is theirs.dimension and ours.factor and theirs.factor:
        return EXACT.divide(ours.factor, theirs.factor)
    if _counts(quantity.base_unit) and _counts(unit):
        want = (
            f"a figure counted in {unit} from the start and reported beside it; "
            f"how many {unit} stand behind so many {quantity.base_unit} nobody can tell"
        )
        raise InvalidValueError("conversion of a counter", str(quantity), want)
    want = f"a unit that {quantity.base_unit or 'a bare number'} can be changed into"
    raise InvalidValueError("conversion", unit, want)


def _counts(unit: str) -> bool:
    known = unit_named(unit)
    return bool(unit) and (known is None or known.dimension is Dimension.COUNT)
