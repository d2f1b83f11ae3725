"""Roman numerals: quarters, chapters, congresses and terms (khóa XV, lần thứ XIV).

>>> format_roman(14), parse_roman("XIV")
('XIV', 14)
"""

from __future__ import annotations

import re
from typing import Final

from danvan.errors import ParseError
from danvan.vietnamese.exact import check_whole

__all__ = ["format_roman", "parse_roman"]


def format_roman(number: int) -> str:
    """A number in Roman numerals.

    Raises:
        InvalidValueError: a number not from 1 to 3999.

    >>> format_roman(2024)
    'MMXXIV'
    """
    check_whole("Roman numeral", number, 1, 3999)
    written = ""
    for numeral, value in _VALUES.items():
        count, number = divmod(number, value)
        written += numeral * count
    return written


def parse_roman(text: str, /) -> int:
    """The number of a Roman numeral in its one right spelling and in capitals.

    Raises:
        ParseError: any other spelling, such as IIII or IM.

    >>> parse_roman("IIII")
    Traceback (most recent call last):
        ...
    danvan.errors.ParseError: Roman numeral: want a form like IV or XIII, got 'IIII'
    """
    if not text or _ROMAN.fullmatch(text) is None:
        raise ParseError("Roman numeral", text, "a form like IV or XIII")
    return sum(_VALUES[numeral] for numeral in _NUMERAL.findall(text))


_VALUES: Final = {
    "M": 1000, "CM": 900, "D": 500, "CD": 400, "C": 100, "XC": 90,
    "L": 50, "XL": 40, "X": 10, "IX": 9, "V": 5, "IV": 4, "I": 1,
}  # fmt: skip
_ROMAN: Final = re.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_NUMERAL: Final = re.compile("CM|CD|XC|XL|IX|IV|[MDCLXVI]")
