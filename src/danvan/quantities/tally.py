"""Adding figures up without adding certainty.

>>> parts = ["865 buổi", "523 buổi", "trên 394 buổi", "83 buổi", "591 buổi", "182 buổi"]
>>> total(Quantity.parse(part) for part in parts)
Quantity.parse('trên 2.638 buổi')
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from attrs import field, frozen

from danvan.errors import InvalidValueError, NotAdditiveError
from danvan.quantities.exact import EXACT, exact_sum, last_place
from danvan.quantities.interval import Interval
from danvan.quantities.policy import STANDARD, Policy, counts_things
from danvan.quantities.qualifier import Qualifier, Sense
from danvan.quantities.quantity import Quantity
from danvan.quantities.unit import scale_factor, split_unit

__all__ = ["Tally", "total"]

_RISING: Final = frozenset({Sense.ABOVE, Sense.AT_LEAST, Sense.FROM})
_FALLING: Final = frozenset({Sense.NEAR, Sense.BELOW, Sense.AT_MOST})
_ONE: Final = Decimal(1)
_TWO_DIGITS: Final = Decimal(10)
_UNSCALED: Final = (_ONE, "")
_STRICT: Final = frozenset({Sense.ABOVE, Sense.NEAR, Sense.BELOW})


@frozen
class Tally:
    """What a sum of figures comes to; tallies add up in any order and grouping.

    Attributes:
        low: the sum of the stated numbers, in the base unit; of ranges, the low ends.
        high: the same with the high ends of ranges.
        hard: what the parts assert of the sum.
        likely: what they likely mean.
        scale: the finest scale a part was written in, as a factor and its words.
        precision: the worth of the finest last place a part was written to.
        words: the qualifiers of the parts.
        padded: whether a part was written "02", where the sum itself could be so written;
            a habit of writing, left out of comparisons.
    """

    low: Decimal
    high: Decimal
    hard: Interval
    likely: Interval
    scale: tuple[Decimal, str]
    precision: Decimal
    words: frozenset[Qualifier] = frozenset()
    padded: bool = field(default=False, eq=False)

    @classmethod
    def of(cls, quantity: Quantity, policy: Policy = STANDARD) -> Tally:
        """The tally of one figure."""
        low = quantity.amount
        plain_range = quantity.sense is Sense.FROM and quantity.high is not None
        return cls(
            low,
            low if quantity.high is None else EXACT.multiply(quantity.high, quantity.scale),
            quantity.hard(policy),
            quantity.likely(policy),
            (quantity.scale, split_unit(quantity.unit)[0] or ""),
            quantity.precision,
            frozenset({quantity.qualifier} if quantity.qualifier and not plain_range else ()),
            quantity.padded,
        )

    @classmethod
    def of_all(cls, quantities: Sequence[Quantity], policy: Policy = STANDARD) -> Tally:
        """The tally of several figures; plain counts among them are summed at one go.

        Raises:
            InvalidValueError: no figures.
            NotAdditiveError: one of several is an average.
        """
        counts = [one.value for one in quantities if one.qualifier is None and one.high is None]
        whole = exact_sum(counts)
        plain = len(counts) == len(quantities) > 0 and not last_place(whole)
        plain = plain and all(map(counts_things, {one.unit for one in quantities}))
        if not plain or type(policy) is not Policy:
            return cls.sum([cls.of(one, policy) for one in quantities])
        point = Interval.point(whole)
        padded = whole < _TWO_DIGITS and any(one.padded for one in quantities)
        return cls(whole, whole, point, point, _UNSCALED, _ONE, padded=padded)

    @classmethod
    def sum(cls, tallies: Sequence[Tally]) -> Tally:
        """The sum of tallies.

        Raises:
            InvalidValueError: no tallies.
            NotAdditiveError: one of several is that of an average.
        """
        if not tallies:
            raise InvalidValueError("total", tallies, "at least one figure")
        words = frozenset[Qualifier]().union(*(one.words for one in tallies))
        if len(tallies) > 1 and (mean := next((w for w in words if w.sense is Sense.MEAN), None)):
            raise NotAdditiveError(str(mean), "sum with others", "weigh each mean by its count")
        return cls(
            exact_sum(one.low for one in tallies),
            exact_sum(one.high for one in tallies),
            Interval.sum(one.hard for one in tallies),
            Interval.sum(one.likely for one in tallies),
            min(one.scale for one in tallies),
            min(one.precision for one in tallies),
            words,
            any(one.padded for one in tallies),
        )

    def __add__(self, other: Tally) -> Tally:
        if not isinstance(other, Tally):
            return NotImplemented
        return Tally.sum((self, other))

    def quantity(self, unit: str) -> Quantity:
        """The sum in the words an office would print, in a unit with or without its scale."""
        low, high, word = self.low, self.high, self._word()
        if word and word.sense in _RISING:
            high = low
        elif word and word.sense in _FALLING:
            low = high
        factor, scale = self.scale
        if split_unit(unit)[0] is not None:
            factor = scale_factor(unit)
        elif scale:
            unit = f"{scale} {unit}".rstrip()
        return Quantity(
            self._written(low, factor),
            unit,
            word,
            high=self._written(high, factor) if high > low else None,
            padded=self.padded,
        )

    def _written(self, amount: Decimal, factor: Decimal) -> Decimal:
        """An amount at a scale, with as many decimals as its finest part had."""
        value = EXACT.divide(amount, factor)
        place = EXACT.divide(self.precision, factor)
        return value.quantize(place, context=EXACT) if place <= 1 else value

    def _word(self) -> Qualifier | None:
        """The word for the sum: one of the parts' own where they all lean to one side."""
        if not self.words:
            return None
        senses = {word.sense for word in self.words}
        words = sorted(self.words, key=lambda word: (word.sense not in _STRICT, word.code))
        if senses <= _RISING or senses <= _FALLING:
            return words[0]
        about = [word for word in words if word.sense in (Sense.ABOUT, Sense.MEAN)]
        return about[0] if about else Qualifier.parse("khoảng")


def total(quantities: Iterable[Quantity], *, unit: str | None = None) -> Quantity:
    """The sum of figures, in the words an office would print.

    "trên" is kept: trên 394 and 100 make trên 494; so is "gần".  Figures that are
    open on different sides make "khoảng".  What the sum asserts is not read off
    its words: ask the :class:`Tally` of the parts.

    Args:
        quantities: the parts; at least one.
        unit: the unit of the total where the parts are counted in several; without
            it all must be counted in one, and the finest scale among them is taken.

    Raises:
        InvalidValueError: no parts, or parts in several units and none said.
        NotAdditiveError: one of several is an average.
    """
    parts = tuple(quantities)
    if not parts:
        raise InvalidValueError("total", parts, "at least one quantity")
    if unit is None:
        unit = parts[0].base_unit
        if other := next((part for part in parts if part.base_unit != unit), None):
            raise InvalidValueError("total", str(other), f"a figure in {unit or 'no unit'}")
    return Tally.of_all(parts).quantity(unit)
