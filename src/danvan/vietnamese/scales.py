"""Large numbers with scale words: 5,8 vạn; 1.500 tỷ; 3 tỷ 250 triệu.

>>> format_scaled(58_000, "vạn"), format_chain(3_250_000_000)
('5,8 vạn', '3 tỷ 250 triệu')
>>> parse_scaled("3 tỷ 250 triệu"), parse_scaled("5,8 vạn")
(Decimal('3250000000'), Decimal('58000'))
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final

from danvan.errors import InvalidValueError, ParseError
from danvan.vietnamese.exact import MOST_DIGITS, Number, check_number, rounded
from danvan.vietnamese.numbers import format_number, parse_number

__all__ = ["SCALES", "format_chain", "format_scaled", "parse_scaled"]

SCALES: Final = {
    "chục": 10,
    "trăm": 100,
    "nghìn": 1000,
    "ngàn": 1000,
    "vạn": 10_000,
    "triệu": 1_000_000,
    "tỷ": 1_000_000_000,
    "tỉ": 1_000_000_000,
    "nghìn tỷ": 1_000_000_000_000,
    "ngàn tỷ": 1_000_000_000_000,
}
"""What each scale word multiplies by; ngàn and tỉ are the southern and the older spelling."""


def format_scaled(value: Number, scale: str, *, places: int | None = None) -> str:
    """A number counted in one scale, with as many decimals as it takes.

    Args:
        value: the whole number, not yet divided.
        scale: one of :data:`SCALES`.
        places: how many decimals to write, rounding half up; all of them if ``None``.

    Raises:
        InvalidValueError: an unknown scale, or a number
            :func:`~danvan.vietnamese.numbers.format_number` refuses.

    >>> format_scaled(3_250_000_000, "tỷ"), format_scaled(3_249_000_000, "tỷ", places=1)
    ('3,25 tỷ', '3,2 tỷ')
    """
    if scale not in SCALES:
        raise InvalidValueError("scale", scale, ", ".join(SCALES))
    check_number(value)
    return f"{format_number(Fraction(value) / SCALES[scale], places=places)} {scale}"


def format_chain(value: int | Decimal) -> str:
    """A number as a chain of whole scales, the way amounts of money are told.

    Raises:
        InvalidValueError: a number that is not whole.

    >>> format_chain(1_500_000), format_chain(12_000_000_050), format_chain(0)
    ('1 triệu 500 nghìn', '12 tỷ 50', '0')
    """
    if rounded(value) != int(value):
        raise InvalidValueError("chain of scales", value, "a whole number")
    rest, links = abs(int(value)), []
    for scale in _LINKS:
        count, rest = divmod(rest, SCALES[scale])
        if count:
            links.append(f"{format_number(count)} {scale}")
    if rest or not links:
        links.append(format_number(rest))
    return f"{'-' if value < 0 else ''}{' '.join(links)}"


def parse_scaled(text: str, /) -> Decimal:
    """The number in either form; the scales of a chain must fall and each count must fit.

    Every form :func:`format_scaled` and :func:`format_chain` write is read back.

    Raises:
        ParseError: any other form; the decimals of "3,5 tỷ 250 triệu" for one.

    >>> parse_scaled("1.500 tỷ"), parse_scaled("-1 triệu 500 nghìn"), parse_scaled("2 nghìn tỷ")
    (Decimal('1500000000000'), Decimal('-1500000'), Decimal('2000000000000'))
    """
    if len(text) > MOST_DIGITS:
        raise ParseError("number with scales", text[:40], f"at most {MOST_DIGITS} characters")
    total, above, whole = Fraction(0), 0, True
    for link in re.split(" (?=[0-9])", text):
        written, _, scale = link.partition(" ")
        count, size = Fraction(parse_number(written)), SCALES.get(scale, 0) if scale else 1
        if not size:
            raise ParseError("number with scales", text, f"one of {', '.join(SCALES)}")
        whole = whole and count.denominator == 1
        if above and not (whole and 0 < count * size < above):
            raise ParseError("number with scales", text, "whole counts in falling scales")
        total += -count * size if total < 0 else count * size
        above = size if total else 1
    return rounded(total)


_LINKS: Final = ("tỷ", "triệu", "nghìn")
