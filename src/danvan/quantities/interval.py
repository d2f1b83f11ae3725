"""Intervals: what a written figure asserts about the true one.

A figure in a report seldom names one number.  "565 tỷ đồng" is anything that
rounds to it, "trên 394" is 394 or more.  Such a set is an :class:`Interval`;
its ends are exact and say whether they belong to it.

The rules of sums are those of XBRL Calculations 1.1: ends are added, a summed
end belongs to the sum only if all its ends do, a negative weight swaps the
ends together with their marks, and two intervals agree if they share a point.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, Self

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError, ParseError
from danvan.quantities.exact import (
    DIGITS,
    EXACT,
    PLACES,
    check_number,
    exact_sum,
    number_within,
    plain,
    quotient,
    trimmed,
)
from danvan.vietnamese.numbers import format_number, parse_number

__all__ = ["Interval"]

_FORM: Final = re.compile(r"([\[(])([^;\[\]()]{1,130}); ([^;\[\]()]{1,130})([\])])")
_NO_LOW: Final = "-∞"
_NO_HIGH: Final = "∞"
_end: Final = _fields.optional(number_within(DIGITS, PLACES))


@frozen
class Interval:
    """All numbers between two ends; an end that is ``None`` lies at infinity.

    Attributes:
        low: the lower end, or ``None``.
        high: the upper end, or ``None``.
        low_closed: whether the lower end belongs to it; never so at infinity.
        high_closed: whether the upper end belongs to it; never so at infinity.

    An interval is never empty: :meth:`intersection` gives ``None`` instead.

    >>> at_least_394 = Interval(Decimal(394), None)
    >>> print(at_least_394 + Interval.point(100))
    [494; ∞)
    >>> Interval.point(2639) in at_least_394, 393 in at_least_394
    (True, False)

    Raises:
        InvalidValueError: the ends are in the wrong order, or alike and not both closed.
    """

    low: Decimal | None = field(converter=trimmed, validator=_end)
    high: Decimal | None = field(converter=trimmed, validator=_end)
    low_closed: bool = field(default=True, validator=_fields.instance(bool))
    high_closed: bool = field(default=True, validator=_fields.instance(bool))

    def __attrs_post_init__(self) -> None:
        if self.low is None:
            object.__setattr__(self, "low_closed", False)
        if self.high is None:
            object.__setattr__(self, "high_closed", False)
        if self.low is None or self.high is None or self.low < self.high:
            return
        if self.low > self.high:
            raise InvalidValueError("Interval.high", self.high, f"at least its low end, {self.low}")
        if not (self.low_closed and self.high_closed):
            raise InvalidValueError("interval", str(self), "an interval with a number in it")

    @classmethod
    def point(cls, value: Decimal | int) -> Self:
        """The interval that holds one number alone."""
        return cls(value, value)

    @classmethod
    def around(cls, value: Decimal, distance: Decimal) -> Self:
        """Everything no further from a number than this, both ends included.

        Raises:
            InvalidValueError: a number or a distance that no end can have, or less than 0.
        """
        for number in (value, distance):
            check_number("number", plain(number))
        return cls(EXACT.subtract(value, distance), EXACT.add(value, distance))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the form ``str()`` gives: ``[394; ∞)``, ``[84,5; 85,5]``, ``(-∞; 0)``.

        Raises:
            ParseError: any other text.
        """
        match = _FORM.fullmatch(text)
        if match is None:
            raise ParseError("interval", text, "a form like [394; ∞) or [84,5; 85,5]")
        opening, low, high, closing = match.groups()
        try:
            found = cls(
                None if low == _NO_LOW else parse_number(low),
                None if high == _NO_HIGH else parse_number(high),
                opening == "[",
                closing == "]",
            )
        except InvalidValueError as error:
            raise ParseError("interval", text, error.want) from error
        if str(found) != text:
            raise ParseError("interval", text, f"the canonical form {found}")
        return found

    def __str__(self) -> str:
        low = _NO_LOW if self.low is None else format_number(self.low)
        high = _NO_HIGH if self.high is None else format_number(self.high)
        return f"{'(['[self.low_closed]}{low}; {high}{')]'[self.high_closed]}"

    @property
    def is_point(self) -> bool:
        """Whether it holds one number alone."""
        return self.low is not None and self.low == self.high

    @property
    def width(self) -> Decimal | None:
        """How far its ends lie apart; ``None`` where one is at infinity."""
        if self.low is None or self.high is None:
            return None
        return EXACT.subtract(self.high, self.low)

    def __contains__(self, other: Interval | Decimal | int) -> bool:
        inner = other if isinstance(other, Interval) else Interval.point(other)
        return _start(self) <= _start(inner) and _stop(inner) <= _stop(self)

    def __neg__(self) -> Interval:
        return self * -1

    def __add__(self, other: Interval) -> Interval:
        if not isinstance(other, Interval):
            return NotImplemented
        return Interval(
            None if self.low is None or other.low is None else EXACT.add(self.low, other.low),
            None if self.high is None or other.high is None else EXACT.add(self.high, other.high),
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __sub__(self, other: Interval) -> Interval:
        if not isinstance(other, Interval):
            return NotImplemented
        return self + -other

    def __mul__(self, weight: Decimal | int) -> Interval:
        """Every number in it times a weight; a negative one swaps the ends and their marks."""
        factor = _fields.decimal(weight)
        if not isinstance(factor, Decimal):
            return NotImplemented
        if factor.is_zero():
            return Interval.point(0)
        low = None if self.low is None else EXACT.multiply(self.low, factor)
        high = None if self.high is None else EXACT.multiply(self.high, factor)
        if factor < 0:
            return Interval(high, low, self.high_closed, self.low_closed)
        return Interval(low, high, self.low_closed, self.high_closed)

    __rmul__ = __mul__

    @classmethod
    def sum(cls, intervals: Iterable[Interval]) -> Interval:
        """The sum of all; of none, the point zero."""
        parts = tuple(intervals)
        lows = [one.low for one in parts if one.low is not None]
        highs = [one.high for one in parts if one.high is not None]
        return Interval(
            exact_sum(lows) if len(lows) == len(parts) else None,
            exact_sum(highs) if len(highs) == len(parts) else None,
            all(one.low_closed for one in parts),
            all(one.high_closed for one in parts),
        )

    @classmethod
    def extreme(cls, intervals: Iterable[Interval], *, greatest: bool) -> Interval:
        """Where the greatest, or the least, of one number from each lies.

        >>> one, other = Interval.parse("[1; 5]"), Interval.parse("[3; 4]")
        >>> print(Interval.extreme([one, other], greatest=True))
        [3; 5]
        """
        among, choose = tuple(intervals), max if greatest else min
        lower, upper = choose(among, key=_start), choose(among, key=_stop)
        return Interval(lower.low, upper.high, lower.low_closed, upper.high_closed)

    def divided_by(self, other: Interval) -> Interval | None:
        """All quotients of a number in it and a positive number in another.

        Both must lie at or above zero.  The ends are rounded outward to thirty
        decimals, so that every true quotient lies within.  ``None`` where the
        other holds zero alone, and there is no quotient at all.

        Raises:
            InvalidValueError: one of the two reaches below zero.
        """
        for side in (self, other):
            if side.low is None or side.low < 0:
                raise InvalidValueError("quotient of intervals", str(side), "nothing below zero")
        if other.high is not None and other.high.is_zero():
            return None
        low, low_closed = Decimal(0), self.low == 0 and self.low_closed
        if self.low and other.high is not None:
            low = quotient(self.low, other.high, up=False)
            low_closed = self.low_closed and other.high_closed
            low_closed = low_closed or EXACT.multiply(low, other.high) < self.low
        high, high_closed = None, False
        if self.high is not None and other.low:
            high = quotient(self.high, other.low, up=True)
            high_closed = self.high_closed and other.low_closed
            high_closed = high_closed or EXACT.multiply(high, other.low) > self.high
        elif self.high is not None and self.high.is_zero():
            high, high_closed = Decimal(0), True
        return Interval(low, high, low_closed, high_closed)

    def intersection(self, other: Interval) -> Interval | None:
        """What both hold; ``None`` where they have nothing in common."""
        lower, upper = max(self, other, key=_start), min(self, other, key=_stop)
        if _start(lower) > _stop(upper):
            return None
        return Interval(lower.low, upper.high, lower.low_closed, upper.high_closed)

    def intersects(self, other: Interval) -> bool:
        """Whether both could be the same number; touching at a closed end is enough."""
        return max(_start(self), _start(other)) <= min(_stop(self), _stop(other))

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        lower, upper = min(self, other, key=_start), max(self, other, key=_stop)
        return Interval(lower.low, upper.high, lower.low_closed, upper.high_closed)

    def exceeds(self, other: Interval) -> bool | None:
        """Whether it is the greater of two: yes, no, or ``None`` for "cannot tell".

        >>> Interval(Decimal(394), None).exceeds(Interval.point(394)) is None
        True
        """
        over = self - other
        if over.low is not None and (over.low > 0 or (over.low == 0 and not over.low_closed)):
            return True
        return False if over.high is not None and over.high <= 0 else None


def _start(interval: Interval) -> tuple[Decimal, int]:
    """The lower end as something to sort by: an open end starts just after its number."""
    low = Decimal("-Infinity") if interval.low is None else interval.low
    return low, 0 if interval.low_closed else 1


def _stop(interval: Interval) -> tuple[Decimal, int]:
    """The upper end as something to sort by: an open end stops just before its number."""
    high = Decimal("Infinity") if interval.high is None else interval.high
    return high, 0 if interval.high_closed else -1
