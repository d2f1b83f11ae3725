r"""What may go to a terminal: no sign that would steer it, and colors where they are wanted.

>>> printable("a\x1b[31m\tb")
'a�[31m b'
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Mapping
from typing import Final, Literal, TextIO

__all__ = ["Color", "colored", "is_terminal", "printable", "wants_color"]

Color = Literal["red", "yellow", "cyan", "bold"]

_CODES: Final[dict[Color, str]] = {"red": "1;31", "yellow": "1;33", "cyan": "1;36", "bold": "1"}
_SHOWN: Final = {"Cc": "\N{REPLACEMENT CHARACTER}", "Cs": "\N{REPLACEMENT CHARACTER}", "Cf": ""}


def printable(text: str) -> str:
    """A text on one line without control signs.

    A tab or a line end becomes a space, any other control sign, an escape among them,
    a replacement character; signs that turn the direction of writing and other signs
    without a shape are left out.
    """
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(letter: str) -> str:
    if letter.isspace():
        return " "
    return _SHOWN.get(unicodedata.category(letter), letter)


def colored(text: str, color: Color) -> str:
    """A text in a color of the terminal."""
    return f"\x1b[{_CODES[color]}m{text}\x1b[0m"


def is_terminal(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a person looks at a stream, on a terminal that understands escapes."""
    speaks = os.name != "nt" or "WT_SESSION" in environment
    return speaks and stream.isatty() and environment.get("TERM") != "dumb"


def wants_color(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether colors are wanted on a stream: on a terminal, without ``NO_COLOR``."""
    return is_terminal(stream, environment) and not environment.get("NO_COLOR")
