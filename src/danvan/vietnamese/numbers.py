"""Numbers in figures: dots between groups of three, a comma before the decimals.

So the Law on Accounting has it (03/2003/QH11, article 12; again 88/2015/QH13,
article 11), and so do the papers.  :func:`format_number` and
:func:`parse_number` are inverse; what papers contain beside the one right form
is read by :func:`danvan.vietnamese.number_reading.read_number`.

>>> format_number(Decimal("1234567.50"))
'1.234.567,50'
>>> parse_number("1.234.567,50")
Decimal('1234567.50')
>>> parse_number("1.5")
Traceback (most recent call last):
    ...
danvan.errors.ParseError: number: want dots between groups of three only, as in 1.234,5, got '1.5'
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction
from typing import Final

from danvan.errors import InvalidValueError, ParseError

__all__ = [
    "MOST_DIGITS",
    "format_number",
    "format_percent",
    "format_percentage_points",
    "format_range",
    "parse_number",
    "parse_percent",
    "parse_percentage_points",
    "parse_range",
    "rounded",
]

MOST_DIGITS: Final = 4000
"""No number of a paper has more digits before or behind the comma; longer ones are refused."""

_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})*)(?:,[0-9]+)?")
_NOTHING: Final = re.compile(r"-[0,]+")
_RANGE: Final = re.compile(r"(\S+) - (\S+)|từ (\S+) đến (\S+)")
_POINTS: Final = " điểm phần trăm"


def format_number(
    value: int | Decimal | Fraction,
    *,
    places: int | None = None,
    pad: bool = False,
    sign: bool = False,
    group: bool = True,
) -> str:
    """A number in figures, with as many decimals as it has.

    Decimals are data: ``Decimal("1.50")`` keeps its nought, and nothing is
    rounded unless ``places`` asks for it.

    Args:
        value: what to write.  A float has already lost its exact value and is refused.
        places: how many decimals to write, rounding half up (2,345 to 2,35).
        pad: write a whole number from 1 to 9 with a nought in front, the habit
            for counts (05 cuộc).  Not for money, percentages, ages, months,
            ordinals and articles: there leave it off.  Decimals and negative
            numbers never take the nought.
        sign: write + before a number above nought.
        group: write the dots; off for years and numbers of papers.

    Raises:
        InvalidValueError: not a finite number of a right kind, a Fraction without
            end (1/3) and no ``places``, or more than 4.000 digits.

    >>> format_number(1808), format_number(-5), format_number(Decimal("98.45"))
    ('1.808', '-5', '98,45')
    >>> format_number(5, pad=True), format_number(12, pad=True), format_number(7, sign=True)
    ('05', '12', '+7')
    >>> format_number(Fraction(2, 3), places=2), format_number(2023, group=False)
    ('0,67', '2023')
    """
    if places is not None or not isinstance(value, (int, Decimal)):
        value = rounded(value, places)
    if isinstance(value, Decimal):
        if not value.is_finite() or abs(value.adjusted()) >= MOST_DIGITS:
            raise InvalidValueError("number", value, _WANT)
        text = f"{value:z,f}" if value else f"{abs(value):.{_decimals(value)}f}"
        text = text.replace(",", "_").replace(".", ",").replace("_", ".")
    else:
        text = _whole(value)
        if pad and 0 < value < 10:
            text = f"0{text}"
    if sign and value > 0:
        text = f"+{text}"
    return text if group else text.replace(".", "")


def parse_number(text: str, /) -> Decimal:
    """The number written in the one right form, the inverse of :func:`format_number`.

    ``str`` of it would not give the dots back, so 1295 without its dot is
    refused here, and so are 05 and +5:
    :func:`~danvan.vietnamese.number_reading.read_number` takes them and says so.

    Raises:
        ParseError: any other form.

    >>> parse_number("2.500"), parse_number("-0,5")
    (Decimal('2500'), Decimal('-0.5'))
    """
    if _NUMBER.fullmatch(text) is None:
        raise ParseError("number", text, "dots between groups of three only, as in 1.234,5")
    if _NOTHING.fullmatch(text):
        raise ParseError("number", text, "nought without a sign")
    value = Decimal(text.replace(".", "").replace(",", "."))
    if abs(value.adjusted()) >= MOST_DIGITS:
        raise ParseError("number", text[:40], _WANT)
    return value


def format_percent(value: int | Decimal | Fraction, *, places: int | None = None) -> str:
    """A percentage, given in per cent (98.45 and not 0.9845); no space before the sign.

    Raises:
        InvalidValueError: as for :func:`format_number`.

    >>> format_percent(Decimal("98.45")), format_percent(Fraction(200, 3), places=1)
    ('98,45%', '66,7%')
    """
    return f"{format_number(value, places=places)}%"


def parse_percent(text: str, /) -> Decimal:
    """The number of per cent, the inverse of :func:`format_percent`.

    Raises:
        ParseError: no such form, a space before the sign included.

    >>> parse_percent("94,2%")
    Decimal('94.2')
    """
    if not text.endswith("%"):
        raise ParseError("percentage", text, "a number and %, as in 94,2%")
    return parse_number(text[:-1])


def format_percentage_points(value: int | Decimal | Fraction, *, places: int | None = None) -> str:
    """The difference of two percentages, which is counted in points and not in per cent.

    Raises:
        InvalidValueError: as for :func:`format_number`.

    >>> format_percentage_points(Decimal("1.2"))
    '1,2 điểm phần trăm'
    """
    return f"{format_number(value, places=places)}{_POINTS}"


def parse_percentage_points(text: str, /) -> Decimal:
    """The number of points, the inverse of :func:`format_percentage_points`.

    Raises:
        ParseError: no such form.

    >>> parse_percentage_points("-0,35 điểm phần trăm")
    Decimal('-0.35')
    """
    if not text.endswith(_POINTS):
        raise ParseError("percentage points", text, f"a number and{_POINTS}")
    return parse_number(text.removesuffix(_POINTS))


def format_range(
    low: int | Decimal, high: int | Decimal, *, spelled: bool = False, pad: bool = False
) -> str:
    """Two bounds, as ``01 - 02`` or ``từ 30 đến 40``.

    Raises:
        InvalidValueError: the lower bound lies above the upper one, or a bound is
            no number that :func:`format_number` takes.

    >>> format_range(1, 2, pad=True), format_range(30, 40, spelled=True)
    ('01 - 02', 'từ 30 đến 40')
    """
    first, last = format_number(low, pad=pad), format_number(high, pad=pad)
    if low > high:
        raise InvalidValueError("range", (low, high), "a lower bound not above the upper one")
    return f"từ {first} đến {last}" if spelled else f"{first} - {last}"


def parse_range(text: str, /) -> tuple[Decimal, Decimal]:
    """The bounds of a range in any form :func:`format_range` writes.

    Raises:
        ParseError: no such form, or bounds in the wrong order.

    >>> parse_range("01 - 02"), parse_range("từ 30 đến 40")
    ((Decimal('1'), Decimal('2')), (Decimal('30'), Decimal('40')))
    """
    match = _RANGE.fullmatch(text)
    if match is None:
        raise ParseError("range", text, "two numbers, as in 01 - 02 or từ 30 đến 40")
    low, high = (
        parse_number(bound[1:] if re.fullmatch("0[1-9]", bound) else bound)
        for bound in match.groups()
        if bound is not None
    )
    if low > high:
        raise ParseError("range", text, "a lower bound not above the upper one")
    return low, high


def rounded(value: int | Decimal | Fraction, places: int | None) -> Decimal:
    """The value with so many decimals, halves rounded away from nought; exact for ``None``.

    Raises:
        InvalidValueError: no finite int, Decimal or Fraction; ``places`` is not from
            0 to 4.000; or there is no exact decimal and no ``places``.

    >>> rounded(Decimal("2.345"), 2), rounded(Fraction(1, 8), None)
    (Decimal('2.35'), Decimal('0.125'))
    """
    if isinstance(value, bool) or not isinstance(value, (int, Decimal, Fraction)):
        raise InvalidValueError("number", value, "an int, a Decimal or a Fraction")
    if places is None:
        places = _end(value) if isinstance(value, Fraction) else None
    elif isinstance(places, bool) or not isinstance(places, int) or not 0 <= places <= MOST_DIGITS:
        raise InvalidValueError("places", places, f"a whole number from 0 to {MOST_DIGITS}")
    if isinstance(value, Fraction):
        assert places is not None  # noqa: S101  # _end gives a number or raises
        return _half_up(value, places)
    exact = Decimal(value)
    if places is None:
        return exact
    if not exact.is_finite() or abs(exact.adjusted()) >= MOST_DIGITS:
        raise InvalidValueError("number", value, _WANT)
    wide = Context(prec=2 * MOST_DIGITS + 2, rounding=ROUND_HALF_UP)
    return exact.quantize(Decimal(1).scaleb(-places), context=wide)


_WANT: Final = f"a finite number of at most {MOST_DIGITS} digits"
_BOUND: Final = 10**MOST_DIGITS


def _whole(value: int) -> str:
    if isinstance(value, bool):
        raise InvalidValueError("number", value, "an int, a Decimal or a Fraction")
    if not -_BOUND < value < _BOUND:
        raise InvalidValueError("number", hex(value), _WANT)
    return f"{value:,}".replace(",", ".")


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _half_up(value: Fraction, places: int) -> Decimal:
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(-whole if value < 0 else whole).scaleb(-places, Context(prec=2 * MOST_DIGITS))


def _end(value: Fraction) -> int:
    rest, places = value.denominator, 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest, power = rest // prime, power + 1
        places = max(places, power)
    if rest != 1:
        raise InvalidValueError("number", value, "a fraction that ends, or a number of places")
    return places
