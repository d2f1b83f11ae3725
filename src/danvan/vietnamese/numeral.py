"""A number for f-strings: ``f"{Numeral(Decimal('1234.5')):.2}"`` is 1.234,50.

What may stand behind the colon, in this order, each part by itself optional:

========  ============================================  ==========================
part      meaning                                       example
========  ============================================  ==========================
``>12``   align in so many columns: ``<``, ``>``, ``^``  ``'     1.234,5'`` (``>12``)
``+``     a sign before a number above nought           ``'+7'``
``02``    a nought before a count below 10              ``'05'``
``.2``    so many decimals, halves rounded up           ``'1.234,50'``
``%``     a percentage, given in per cent               ``'98,45%'``
``w``     in words, ``W`` with a capital                ``'Hai mươi mốt'``
========  ============================================  ==========================

Without any it is the number as :func:`~danvan.vietnamese.numbers.format_number`
writes it.  Dates need no such class: see
:func:`~danvan.vietnamese.dates.format_date`.

>>> total, share = Numeral(1808), Numeral(Decimal("98.45"))
>>> f"{total} lượt người, đạt {share:.1%} kế hoạch, {Numeral(5):02} cuộc"
'1.808 lượt người, đạt 98,5% kế hoạch, 05 cuộc'
>>> f"{Numeral(21):W} mô hình"
'Hai mươi mốt mô hình'
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, Self

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError
from danvan.vietnamese.letters import capitalize
from danvan.vietnamese.numbers import format_number, parse_number
from danvan.vietnamese.words import to_words

__all__ = ["Numeral"]


@frozen
class Numeral:
    """An exact number that formats itself in the Vietnamese way.

    Attributes:
        value: the number; an int is taken as a Decimal.

    Raises:
        InvalidValueError: no finite Decimal, or one of more than 4.000 digits.

    >>> str(Numeral(1234567)), Numeral.parse("1.234.567,5")
    ('1.234.567', Numeral(value=Decimal('1234567.5')))
    """

    value: Decimal = field(converter=_fields.decimal, validator=_fields.number)

    def __attrs_post_init__(self) -> None:
        format_number(self.value)

    @classmethod
    def parse(cls, text: str, /) -> Self:
        """Read the one right form, as :func:`~danvan.vietnamese.numbers.parse_number` does.

        Raises:
            ParseError: any other form.
        """
        return cls(parse_number(text))

    def __str__(self) -> str:
        return format_number(self.value)

    def __format__(self, spec: str) -> str:
        match = _SPEC.fullmatch(spec)
        if match is None:
            raise InvalidValueError("format of a numeral", spec, "parts such as >12, +, 02, .2, %")
        places = int(match["places"]) if match["places"] else None
        if match["words"]:
            text = to_words(self.value)
            text = capitalize(text) if match["words"] == "W" else text
        else:
            whole = self.value == self.value.to_integral_value() and places is None
            text = format_number(
                int(self.value) if match["pad"] and whole else self.value,
                places=places,
                pad=bool(match["pad"]),
                sign=bool(match["sign"]),
            )
        return format(text + (match["percent"] or ""), match["align"] or "")


_SPEC: Final = re.compile(
    r"(?P<align>[<>^][1-9][0-9]?)?"
    r"(?:(?P<words>[wW])|(?P<sign>\+)?(?P<pad>02)?(?:\.(?P<places>[0-9]{1,2}))?(?P<percent>%)?)"
)
