"""What the words of a figure mean for its true value.

Two readings stand side by side.  The *hard* one is what the words assert: if
two figures cannot agree on it, one of them is wrong.  The *likely* one is what
an office means by them: figures that disagree on it alone deserve a look.

===================================== =================== =======================
words                                 hard                likely
===================================== =================== =======================
394 (a count)                         [394; 394]          the same
85,4% · 565 tỷ đồng · 66.315,44 ha    what rounds to it   the same
trên, hơn, quá, vượt 394              [394; ∞)            [394; 395]
ít nhất, tối thiểu, từ 394, trở lên   [394; ∞)            the same
gần 394                               [0; 394)            [393; 394)
dưới, chưa đến 394                    [0; 394)            the same
tối đa, không quá 394, trở xuống      [0; 394]            the same
khoảng, xấp xỉ, ước 394               [0; ∞)              a tenth either way
01 - 02, từ 30 đến 40                 from low to high    the same
===================================== =================== =======================

How far "trên" and "gần" reach is one unit of the last digit that is not a
zero: 122.950 may stand for up to 122.960, "gần 2.000" for 1.000 and more.

The table is a reading of the field's usage, not a norm; give another
:class:`Policy`, or a subclass of it, wherever one is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.quantities.exact import EXACT, check_number, last_place, place, plain
from danvan.quantities.interval import Interval
from danvan.quantities.qualifier import Sense
from danvan.quantities.unit import Dimension, scale_factor, unit_named

if TYPE_CHECKING:
    from danvan.quantities.quantity import Quantity

__all__ = ["STANDARD", "Policy", "Rounding", "as_written"]

_NOT_NEGATIVE: Final = Interval(Decimal(0), None)
_MEASURES: Final = frozenset(
    {
        Dimension.PERCENT,
        Dimension.POINT,
        Dimension.AREA,
        Dimension.LENGTH,
        Dimension.MASS,
        Dimension.VOLUME,
    }
)


class Rounding(Word):
    """How the last written digit of a measured or scaled figure came about."""

    NEAREST = "nearest"
    """By rounding; a tie may have gone either way, so both ends belong to the interval."""
    TRUNCATED = "truncated"
    """By cutting off what follows."""


@frozen
class Policy:
    """A reading of figures.

    Attributes:
        rounding: how measured and scaled figures were shortened.
        share: how far from its number an estimate ("khoảng") likely lies, as a share
            of the number; never less than half a unit of its last written digit.
    """

    rounding: Rounding = field(default=Rounding.NEAREST, validator=_fields.instance(Rounding))
    share: Decimal = field(default=Decimal("0.1"), converter=plain, validator=_fields.number)

    def hard(self, quantity: Quantity) -> Interval:
        """What the words assert of the amount, in the base unit."""
        return _over_ends(quantity, self._asserted)

    def likely(self, quantity: Quantity) -> Interval:
        """What an office means by the words, in the base unit; always within the hard one."""
        return _over_ends(quantity, self._meant)

    def _asserted(self, quantity: Quantity, value: Decimal) -> Interval:
        match quantity.sense:
            case Sense.ABOVE | Sense.AT_LEAST:
                return Interval(value, None)
            case Sense.NEAR | Sense.BELOW:
                return Interval(Decimal(0), value, high_closed=False)
            case Sense.AT_MOST:
                return Interval(Decimal(0), value)
            case Sense.ABOUT:
                return _NOT_NEGATIVE
        if (
            quantity.sense is not Sense.MEAN
            and counts_things(quantity.unit)
            and not last_place(value)
        ):
            return Interval.point(value)
        return as_written(value, self.rounding).intersection(_NOT_NEGATIVE) or Interval.point(0)

    def _meant(self, quantity: Quantity, value: Decimal) -> Interval:
        match quantity.sense:
            case Sense.ABOVE:
                return Interval(value, EXACT.add(value, _reach(value)))
            case Sense.NEAR:
                low = max(EXACT.subtract(value, _reach(value)), Decimal(0))
                return Interval(low, value, high_closed=False)
            case Sense.ABOUT:
                distance = max(EXACT.multiply(value, self.share), _half(value))
                around = Interval.around(value, distance)
                return around.intersection(_NOT_NEGATIVE) or around
        return self._asserted(quantity, value)


def _over_ends(quantity: Quantity, read: Callable[[Quantity, Decimal], Interval]) -> Interval:
    stated = read(quantity, quantity.value)
    if quantity.high is not None:
        stated = stated.hull(read(quantity, quantity.high))
    elif quantity.sense is Sense.FROM:
        stated = Interval(quantity.value, None)
    return stated if quantity.scale == 1 else stated * quantity.scale


def as_written(value: Decimal, rounding: Rounding = Rounding.NEAREST) -> Interval:
    """All numbers that come out as these digits when shortened so; the number may be negative.

    >>> print(as_written(Decimal("85.4")))
    [85,35; 85,45]
    >>> [str(as_written(Decimal(n), Rounding.TRUNCATED)) for n in (3, 0, -3)]
    ['[3; 4)', '(-1; 1)', '(-4; -3]']

    Raises:
        InvalidValueError: no finite Decimal, or one with more digits than an interval takes.

    Source: XBRL Calculations 1.1, by the reading of its open implementations.
    """
    check_number("value", value)
    unit = place(last_place(value))
    if rounding is Rounding.NEAREST:
        return Interval.around(value, _half(value))
    low = value if value > 0 else EXACT.subtract(value, unit)
    high = value if value < 0 else EXACT.add(value, unit)
    return Interval(low, high, low_closed=value > 0, high_closed=value < 0)


@lru_cache(maxsize=4096)
def counts_things(unit: str) -> bool:
    """Whether whole numbers in a unit are counts (or đồng to the last) and no measurements."""
    known = unit_named(unit)
    return scale_factor(unit) == 1 and not (known and known.dimension in _MEASURES)


def _reach(value: Decimal) -> Decimal:
    """One unit of the last digit that is not a zero; a zero behind a comma counts as a digit."""
    if value and last_place(value) == 0:
        value = value.normalize(EXACT)
    return place(last_place(value))


def _half(value: Decimal) -> Decimal:
    return EXACT.multiply(place(last_place(value)), Decimal("0.5"))


STANDARD: Final = Policy()
"""The reading that is used where no other is given."""
