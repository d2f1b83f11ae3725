"""Exact arithmetic: Decimal rounds where it must, and a figure may not be rounded unasked.

The numbers of a report have a few dozen digits at the very most.  Within
:data:`DIGITS` and :data:`PLACES` the sums, differences and products taken in
:data:`EXACT` are exact; a result that would have to be rounded raises
:class:`decimal.Inexact` rather than be wrong.
"""

from __future__ import annotations

import decimal
from collections.abc import Callable, Iterable
from decimal import Context, Decimal
from fractions import Fraction
from typing import Any, Final

import attrs

from danvan import _fields
from danvan.errors import InvalidValueError

__all__ = [
    "DIGITS",
    "EXACT",
    "PLACES",
    "check_number",
    "exact_sum",
    "last_place",
    "number_within",
    "place",
    "plain",
    "quotient",
    "rounded",
    "trimmed",
]

DIGITS: Final = 60
"""An end of an interval has at most this many digits before its decimal comma."""

PLACES: Final = 30
"""An end of an interval has at most this many decimals."""

EXACT: Final = Context(
    prec=4 * (DIGITS + PLACES),
    traps=[decimal.Inexact, decimal.InvalidOperation, decimal.Overflow, decimal.DivisionByZero],
)

_ONE: Final = Decimal(1)


def _is_whole(value: Any) -> bool:
    """Whether it is a number written to the ones, as nearly every figure is."""
    return isinstance(value, Decimal) and value.same_quantum(_ONE)


def number_within(digits: int, places: int) -> Callable[[Any, attrs.Attribute[Any], Any], None]:
    """A validator: a finite Decimal of at most so many digits and decimals."""
    want = f"a number of at most {digits} digits and {places} decimals"

    def check(owner: object, attribute: attrs.Attribute[Any], value: Decimal) -> None:
        if _is_whole(value) and value.adjusted() < digits:
            return
        _fields.number(owner, attribute, value)
        if value.adjusted() >= digits or last_place(value) < -places:
            raise InvalidValueError(f"{type(owner).__name__}.{attribute.name}", value, want)

    return check


def check_number(what: str, value: Any) -> None:
    """Refuse what is no finite Decimal within :data:`DIGITS` and :data:`PLACES`.

    Raises:
        InvalidValueError: naming ``what``.

    >>> check_number("value", Decimal("NaN"))
    Traceback (most recent call last):
        ...
    danvan.errors.InvalidValueError: value: want a finite Decimal, got Decimal('NaN')
    """
    if not isinstance(value, Decimal) or not value.is_finite():
        raise InvalidValueError(what, value, "a finite Decimal")
    if value.adjusted() >= DIGITS or last_place(value) < -PLACES:
        want = f"a number of at most {DIGITS} digits and {PLACES} decimals"
        raise InvalidValueError(what, value, want)


def plain(value: Any) -> Any:
    """Turn an int into a Decimal, 4E+2 into 400 and -0 into 0; leave the rest as it is."""
    if value is None or (_is_whole(value) and value):
        return value
    value = _fields.decimal(value)
    if not isinstance(value, Decimal) or not value.is_finite():
        return value
    if value.is_zero() and (value.is_signed() or last_place(value) > 0):
        return Decimal((0, (0,), min(last_place(value), 0)))
    if last_place(value) > 0 and value.adjusted() < DIGITS:
        return value.quantize(Decimal(1), context=EXACT)
    return value


def trimmed(value: Any) -> Any:
    """Like :func:`plain`, and without the zeros at the end of the decimals.

    >>> trimmed(Decimal("58500.00")), trimmed(Decimal("0.50"))
    (Decimal('58500'), Decimal('0.5'))
    """
    if _is_whole(value) and value:
        return value
    value = plain(value)
    if isinstance(value, Decimal) and value.is_finite() and last_place(value) < 0:
        return plain(value.normalize(EXACT))
    return value


def place(exponent: int) -> Decimal:
    """What a one in a place is worth: 10 for place 1, 0.01 for place -2."""
    return Decimal(10**exponent) if exponent >= 0 else Decimal((0, (1,), exponent))


def exact_sum(numbers: Iterable[Decimal]) -> Decimal:
    """The sum of numbers, with nothing rounded off."""
    before = decimal.getcontext()
    decimal.setcontext(EXACT)  # localcontext() would copy it, which takes longer than a sum
    try:
        return sum(numbers, Decimal(0))
    finally:
        decimal.setcontext(before)


def last_place(value: Decimal) -> int:
    """The power of ten of the last written digit: 0 for 394, -2 for 85.48.

    >>> last_place(Decimal("85.48"))
    -2
    """
    if _is_whole(value):
        return 0
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def quotient(dividend: Decimal, divisor: Decimal, *, up: bool) -> Decimal:
    """A quotient rounded outward, down or up, to :data:`PLACES` decimals.

    >>> quotient(Decimal(1), Decimal(3), up=True) - quotient(Decimal(1), Decimal(3), up=False)
    Decimal('1E-30')
    """
    exact = Fraction(dividend) / Fraction(divisor) * 10**PLACES
    whole = -(-exact.numerator // exact.denominator) if up else exact.numerator // exact.denominator
    return Decimal(whole).scaleb(-PLACES, context=EXACT)


def rounded(value: Decimal, unit: Decimal) -> Decimal:
    """A number to the nearest multiple of a unit; a tie goes up.

    >>> rounded(Decimal("2.345"), Decimal("0.01")), rounded(Decimal(1234), Decimal(100))
    (Decimal('2.35'), Decimal('1200'))
    """
    times = Fraction(value) / Fraction(unit) + Fraction(1, 2)
    return EXACT.multiply(Decimal(times.numerator // times.denominator), unit)
