"""One cell of a workbook as a figure, or what is wrong with it.

Excel keeps numbers, dates and text apart, and so does this: a number is taken as it
is, and text only where it has one meaning.  ``1.200`` typed as text is one thousand two
hundred, as everywhere in these papers; ``12 buổi`` is read where the indicator counts
in that unit; ``1.5`` is not decided.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import Final

from danvan.errors import DanvanError, InvalidValueError, ParseError
from danvan.integrations.workbooks.layout import SheetLine
from danvan.quantities import Quantity
from danvan.reading.quantities import find_quantities
from danvan.vietnamese.number_reading import NumberNote, read_number

__all__ = ["Trouble", "counted", "is_figure", "read_value"]

Trouble = tuple[str, dict[str, object]]
"""The code of a rule, and the parts of its sentence."""

_UNDECIDED: Final = (NumberNote.COMMA_BEFORE_THREE,)
_LONGEST: Final = 200


@lru_cache(maxsize=65536)
def counted(value: int, unit: str) -> Quantity:
    """A whole number of something; the same figure is the same value everywhere."""
    return Quantity(Decimal(value), unit)


def read_value(cell: object, line: SheetLine) -> tuple[Quantity | None, Trouble | None]:
    """The figure of a cell, and what has to be said of it; one of the two may be ``None``.

    >>> from danvan.indicators import indicators
    >>> from danvan.reporting import Cell
    >>> line = SheetLine(Cell(indicators()["propaganda.sessions"]), "1", 7)
    >>> quantity, trouble = read_value("1.200 ", line)
    >>> print(quantity, trouble[0])
    1.200 buổi DV697
    >>> read_value(-3.0, line)
    (None, ('DV694', {'text': '-3'}))
    """
    if isinstance(cell, bool):
        return None, ("DV639", {"text": "TRUE" if cell else "FALSE", "unit": line.indicator.unit})
    if isinstance(cell, float | int):
        return _number(cell, line)
    if isinstance(cell, date | time | timedelta):
        return None, ("DV640", {"text": _moment(cell)})
    return _text(str(cell), line)


def is_figure(cell: object) -> bool:
    """Whether a cell holds a number, or a text that is one figure and nothing else."""
    if isinstance(cell, str):
        return len(cell) <= _LONGEST and _is_figure(" ".join(cell.split()))
    return isinstance(cell, float | int)


@lru_cache(maxsize=1024)
def _is_figure(text: str) -> bool:
    if not any(map(str.isdecimal, text)):
        return False
    try:
        read_number(text)
    except DanvanError:
        return _in_words(text) is not None
    return True


def _number(cell: float, line: SheetLine) -> tuple[Quantity | None, Trouble | None]:
    try:
        value = Decimal(f"{cell:.15g}")  # what Excel itself shows and keeps
        written = f"{value:f}".replace(".", ",")
        if value < 0:
            return None, ("DV694", {"text": written[:_LONGEST]})
        quantity = Quantity(value, line.indicator.unit)
        if quantity.unit == "%" and 0 < value < 1:  # a cell in percent holds 0.925 for 92,5%
            meant = Quantity(value.scaleb(2), "%")
            return quantity, ("DV672", {"value": quantity, "hundredfold": meant})
        return _checked(quantity, line)
    except (InvalidValueError, InvalidOperation):
        return None, ("DV639", {"text": f"{cell:g}", "unit": line.indicator.unit})


def _moment(cell: date | time | timedelta) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)


def _text(cell: str, line: SheetLine) -> tuple[Quantity | None, Trouble | None]:
    text = " ".join(cell[:_LONGEST].split())
    refused: Trouble = ("DV639", {"text": text, "unit": line.indicator.unit})
    if len(cell) > _LONGEST:
        return None, refused
    try:
        reading = read_number(text)
        if reading.value < 0:
            return None, ("DV694", {"text": text})
        if any(note in _UNDECIDED for note in reading.notes):
            return None, refused
        quantity = Quantity(reading.value, line.indicator.unit)
    except ParseError:
        found = _in_words(text)
        if found is None or not line.indicator.accepts(found.unit):
            return None, refused
        quantity = found
    except DanvanError:
        return None, refused
    quantity_, trouble = _checked(quantity, line)
    return quantity_, trouble or ("DV697", {"text": text, "value": quantity})


def _in_words(text: str) -> Quantity | None:
    """The one figure that a text is, with its word and its unit; ``None`` for any other text."""
    found = list(find_quantities(text))
    if len(found) != 1 or found[0].unit_end != len(text):
        return None
    (mention,) = found
    before = text[: mention.start].strip()
    said = mention.qualifier
    if before and (said is None or before.casefold() != str(said)):
        return None
    return mention.quantity if mention.unit and mention.whole is None else None


def _checked(quantity: Quantity, line: SheetLine) -> tuple[Quantity | None, Trouble | None]:
    parts = (quantity.amount, quantity.high or Decimal(0))
    if line.is_count and any(part != part.to_integral_value() for part in parts):
        shown = str(quantity).removesuffix(f" {quantity.unit}")
        return None, ("DV696", {"text": shown, "unit": line.indicator.unit})
    return quantity, None
