"""What counts as a number here: exact, finite, of a bounded length; and rounding half up.

>>> rounded(Decimal("2.345"), 2), rounded(Decimal("-0.5"), 0)
(Decimal('2.35'), Decimal('-1'))
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Final, TypeAlias

from danvan.errors import InvalidValueError

__all__ = ["MOST_DIGITS", "Number", "check_number", "check_whole", "rounded"]

Number: TypeAlias = int | Decimal | Fraction

MOST_DIGITS: Final = 4000
"""The most digits before the comma, and the most behind it; longer numbers are refused."""


def check_number(value: object) -> None:
    """Refuse what is no exact, finite number of a bounded length; a bool is none.

    Raises:
        InvalidValueError: a float among others, which has lost its exact value.

    >>> check_number(1.5)
    Traceback (most recent call last):
        ...
    danvan.errors.InvalidValueError: number: want an int, a Decimal or a Fraction, got 1.5
    >>> check_number("1.682")
    Traceback (most recent call last):
        ...
    danvan.errors.InvalidValueError: number: want an int, a Decimal or a Fraction, which
    parse_number makes of a text, got '1.682'
    """
    if isinstance(value, str):
        want = "an int, a Decimal or a Fraction, which parse_number makes of a text"
        raise InvalidValueError("number", value, want)
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, Fraction)):
        raise InvalidValueError("number", value, "an int, a Decimal or a Fraction")
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        short = isinstance(exponent, int) and exponent >= -MOST_DIGITS
        if not short or value.adjusted() >= MOST_DIGITS:
            raise InvalidValueError("number", value, _WANT)
    elif not (-_BOUND < value.numerator < _BOUND and value.denominator < _BOUND):
        raise InvalidValueError("number", "one too long to show", _WANT)


def check_whole(what: str, value: object, low: int, high: int) -> None:
    """Refuse what is no whole number from ``low`` to ``high``, both allowed.

    Raises:
        InvalidValueError: naming ``what``.

    >>> check_whole("year", 0, 1, 9999)
    Traceback (most recent call last):
        ...
    danvan.errors.InvalidValueError: year: want a whole number from 1 to 9999, got 0
    """
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise InvalidValueError(what, value, f"a whole number from {low} to {high}")


def rounded(value: Number, places: int | None = None) -> Decimal:
    """The value with so many decimals, halves away from nought; exact where none are given.

    Raises:
        InvalidValueError: no number of the right kind, ``places`` not from 0 to
            4.000, or a fraction without end and no ``places``.

    >>> rounded(Fraction(2, 3), 2), rounded(Fraction(1, 8)), rounded(Decimal("1.50"))
    (Decimal('0.67'), Decimal('0.125'), Decimal('1.50'))
    """
    check_number(value)
    if places is not None:
        check_whole("places", places, 0, MOST_DIGITS)
    if isinstance(value, Fraction):
        return _half_up(value, _end(value) if places is None else places)
    exact = Decimal(value)
    return exact if places is None else exact.quantize(Decimal((0, (1,), -places)), context=_WIDE)


_WANT: Final = f"a finite number of at most {MOST_DIGITS} digits"
_BOUND: Final = 10**MOST_DIGITS
_WIDE: Final = Context(prec=2 * MOST_DIGITS + 1, rounding=ROUND_HALF_UP)


def _half_up(value: Fraction, places: int) -> Decimal:
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(-whole if value < 0 else whole).scaleb(-places, _WIDE)


def _end(value: Fraction) -> int:
    """How many decimals the fraction has before it ends."""
    below = value.denominator
    twos = (below & -below).bit_length() - 1
    rest, fives = below >> twos, 0
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    places = max(twos, fives)
    if rest != 1 or places > MOST_DIGITS:
        raise InvalidValueError("number", value, "a fraction that ends, or a number of places")
    return places
