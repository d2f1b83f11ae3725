"""Codes of danvan as identifiers of SDMX: letters, digits, ``_``, ``-``, ``@`` and ``$``.

A dot becomes ``-``, which no code of danvan holds.  A part of a breakdown may be any
words; a letter that is none of ASCII stands as its number between dollar signs.

>>> code_id("propaganda.sessions"), value_id("economy"), value_id("Mông")
('propaganda-sessions', 'economy', 'M$f4$ng')
>>> from_code_id("propaganda-sessions"), from_value_id("M$f4$ng")
('propaganda.sessions', 'Mông')
"""

from __future__ import annotations

import re
from typing import Final

from danvan.errors import InvalidValueError, ParseError

__all__ = [
    "TOTAL",
    "code_id",
    "dimension_id",
    "from_code_id",
    "from_dimension_id",
    "from_value_id",
    "value_id",
]

TOTAL: Final = "_T"
"""What stands in the column of a breakdown for the whole."""

_BY: Final = "BY_"
_DIMENSION: Final = re.compile("[a-z0-9_]+")
_STRANGE: Final = re.compile(r"[^A-Za-z0-9_-]")
_ESCAPED: Final = re.compile(r"\$([0-9a-f]{1,6})\$")


def code_id(code: str) -> str:
    """The code of an indicator or an organization."""
    return code.replace(".", "-")


def from_code_id(text: str) -> str:
    """The code of danvan."""
    return text.replace("-", ".")


def dimension_id(dimension: str) -> str:
    """The column of a breakdown.

    Raises:
        InvalidValueError: a dimension in other letters than a-z, digits and ``_``.
    """
    if not _DIMENSION.fullmatch(dimension):
        raise InvalidValueError("SDMX dimension", dimension, "a name in a-z, 0-9 and _")
    return _BY + dimension.upper()


def from_dimension_id(text: str) -> str | None:
    """The dimension of a column; ``None`` where it is no breakdown."""
    return text.removeprefix(_BY).lower() if text.startswith(_BY) else None


def value_id(value: str) -> str:
    """A part of a breakdown.

    Raises:
        InvalidValueError: no words at all.
    """
    if not value:
        raise InvalidValueError("part of a breakdown", value, "something in it")
    if value == TOTAL:
        return f"${ord('_'):x}${TOTAL[1:]}"
    return _STRANGE.sub(lambda found: f"${ord(found[0]):x}$", value)


def from_value_id(text: str) -> str:
    """The words of a part of a breakdown.

    Raises:
        ParseError: a dollar sign that begins no letter.
    """
    try:
        found = _ESCAPED.sub(lambda one: chr(int(one[1], 16)), text)
    except (ValueError, OverflowError):
        found = ""
    if not found or value_id(found) != text:
        raise ParseError("part of a breakdown", text, "an identifier such as economy or M$f4$ng")
    return found
