"""Numbers in figures as papers really have them, with a word on what was unusual.

>>> read_number("1295")
NumberReading(value=Decimal('1295'), notes=(NumberNote.UNGROUPED,))
>>> read_number("1.808").value, read_number("98,45").notes
(Decimal('1808'), ())
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.errors import ParseError
from danvan.vietnamese.cleaning import clean

__all__ = ["NumberNote", "NumberReading", "read_number"]


class NumberNote(Word):
    """What is unusual about a number in figures."""

    UNGROUPED = "no dots between groups"
    PADDED = "a nought in front"
    SPACED = "spaces between groups"
    SIGNED = "a plus sign"
    ENGLISH = "English commas and point"
    DOT_BEFORE_THREE = "one dot: thousands here, a decimal point in an English table"
    COMMA_BEFORE_THREE = "one comma before three digits: decimals here, thousands in English"
    RESPELLED = "unusual spaces, dashes or invisible characters"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


@frozen
class NumberReading:
    """A number and what had to be said about its form.

    Attributes:
        value: the number, with as many decimals as were written.
        notes: what was unusual or could have meant something else, in a fixed order.
    """

    value: Decimal = field(validator=_fields.number)
    notes: tuple[NumberNote, ...] = field(default=(), validator=_fields.tuple_of(NumberNote))


def read_number(text: str, /) -> NumberReading:
    """Read a number in figures in any form that has one meaning only.

    Dots part groups of three and a comma stands before decimals, always:
    ``2.500`` is two thousand five hundred and is noted, because an English
    table would mean another thing by it.  ``1.5`` is refused and is never 15.

    Raises:
        ParseError: the text is no number, or one that cannot be decided.

    >>> [note.name for note in read_number("2.500").notes]
    ['DOT_BEFORE_THREE']
    >>> read_number("05").value, read_number("1 295 000").value, read_number("1,234.5").value
    (Decimal('5'), Decimal('1295000'), Decimal('1234.5'))
    >>> read_number("1.5")
    Traceback (most recent call last):
        ...
    danvan.errors.ParseError: number: want 1,5 for decimals or 1.500 for thousands, got '1.5'
    """
    cleaned = clean(text).text.strip()
    match = _SHAPE.fullmatch(cleaned)
    if match is None:
        raise ParseError("number", text, _advice(cleaned))
    notes = {
        NumberNote.SIGNED: match["sign"] == "+",
        NumberNote.RESPELLED: cleaned != text,
        NumberNote.ENGLISH: match["english"] is not None,
    }
    if match["english"]:
        digits = match["english"].replace(",", "")
    else:
        whole, _, decimals = match["number"].partition(",")
        notes |= _notes(whole, decimals)
        digits = whole.replace(".", "").replace(" ", "") + (f".{decimals}" if decimals else "")
    value = Decimal(digits)
    if match["sign"] == "-" and value:
        value = value.copy_negate()
    return NumberReading(value, tuple(note for note in NumberNote if notes.get(note)))


_SHAPE: Final = re.compile(
    r"(?P<sign>[+-]?) ?(?P<number>"
    r"(?P<english>[1-9][0-9]{0,2}(?:(?:,[0-9]{3})+\.[0-9]+|(?:,[0-9]{3}){2,}))"
    r"|(?P<padded>0?[0-9](?:,[0-9]+)?)"
    r"|(?P<plain>[1-9][0-9]*(?:,[0-9]+)?)"
    r"|(?P<dotted>[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?:,[0-9]+)?)"
    r"|(?P<spaced>[1-9][0-9]{0,2}(?: [0-9]{3})+(?:,[0-9]+)?))"
)


def _notes(whole: str, decimals: str) -> dict[NumberNote, bool]:
    short = len(whole) <= 3 and whole != "0"
    return {
        NumberNote.UNGROUPED: len(whole) > 3 and whole.isdecimal(),
        NumberNote.PADDED: len(whole) > 1 and whole.startswith("0"),
        NumberNote.SPACED: " " in whole,
        NumberNote.DOT_BEFORE_THREE: whole.count(".") == 1 and not decimals,
        NumberNote.COMMA_BEFORE_THREE: short and len(decimals) == 3,
    }


def _advice(text: str) -> str:
    if match := re.fullmatch(r"[+-]?([0-9]{1,3})\.([0-9]{1,2})", text):
        whole, rest = match.groups()
        return f"{whole},{rest} for decimals or {whole}.{rest:0<3} for thousands"
    return "a number such as 1.234,5"
