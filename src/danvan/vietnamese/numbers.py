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
from decimal import Decimal
from fractions import Fraction
from typing import Final

from danvan.errors import InvalidValueError, ParseError
from danvan.vietnamese.exact import MOST_DIGITS, Number, check_number, rounded

__all__ = [
    "format_number",
    "format_percent",
    "format_percentage_points",
    "format_range",
    "parse_number",
    "parse_percent",
    "parse_percentage_points",
    "parse_range",
]


def format_number(
    value: Number,
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
    if places is not None or isinstance(value, Fraction):
        value = rounded(value, places)
    text = _decimal(value) if isinstance(value, Decimal) else _whole(value)
    if pad and text in _BELOW_TEN:
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
    if len(text) > MOST_DIGITS:
        check_number(value)
    return value


def format_percent(value: Number, *, places: int | None = None) -> str:
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


def format_percentage_points(value: Number, *, places: int | None = None) -> str:
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


def _decimal(value: Decimal) -> str:
    if not value.is_finite() or abs(value.adjusted()) >= MOST_DIGITS:
        check_number(value)
    # The format "f" would write the nought of 0E+3 four times.
    text = f"{value:z,f}" if value or value.adjusted() <= 0 else "0"
    if len(text) > MOST_DIGITS:
        check_number(value)
    return text.replace(",", "_").replace(".", ",").replace("_", ".")


def _whole(value: object) -> str:
    if type(value) is not int or not -_SHORT < value < _SHORT:
        check_number(value)
    return f"{value:,d}".replace(",", ".")


_POINTS: Final = " điểm phần trăm"
_SHORT: Final = 10**18
_BELOW_TEN: Final = frozenset("123456789")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,2}(?:\.[0-9]{3})*)(?:,[0-9]+)?")
_NOTHING: Final = re.compile(r"-[0,]+")
_RANGE: Final = re.compile(r"(\S+) - (\S+)|từ (\S+) đến (\S+)")
