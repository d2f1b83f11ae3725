"""The numbers of headings: I, 1., 1.1., a), and the dash and plus of items.

>>> HeadingNumber.parse("1.2.")
HeadingNumber.parse('1.2.')
>>> HeadingNumber.parse("a)").next()
HeadingNumber.parse('b)')
"""

from __future__ import annotations

import re
from typing import Final, Self

from attrs import evolve, field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.errors import InvalidValueError, ParseError
from danvan.vietnamese.roman import format_roman, parse_roman

__all__ = ["LETTERS", "HeadingKind", "HeadingNumber"]

LETTERS: Final = "abcdđeghiklmnopqrstuvxy"
"""The letters that number points (điểm), in the order of the alphabet: a, b, c, d, đ, e, g."""


class HeadingKind(Word):
    """What a heading is numbered with, by an example of each."""

    ROMAN = "I"
    ARABIC = "1.1"
    LETTER = "a"
    DASH = "-"
    PLUS = "+"

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


@frozen(repr=False)
class HeadingNumber:
    """The number in front of a heading or an item.

    Attributes:
        kind: Roman, Arabic, letter, or one of the two signs that do not count.
        path: the numbers from the outermost to the innermost, from 1; only an
            Arabic heading has more than one (1.2.), and a sign has none.
        close: the mark behind it: "." or ")" or nothing.

    >>> HeadingNumber(HeadingKind.ROMAN, (4,), ".").path, str(HeadingNumber.parse("đ)"))
    ((4,), 'đ)')
    """

    kind: HeadingKind = field(validator=_fields.instance(HeadingKind))
    path: tuple[int, ...] = field(default=(), validator=_fields.tuple_of(int))
    close: str = field(default="", validator=_fields.instance(str))

    def __attrs_post_init__(self) -> None:
        signs = self.kind in (HeadingKind.DASH, HeadingKind.PLUS)
        if self.close not in _CLOSES or (signs and self.close):
            raise InvalidValueError("HeadingNumber.close", self.close, "'.', ')' or nothing")
        most = 0 if signs else 9 if self.kind is HeadingKind.ARABIC else 1
        if not min(most, 1) <= len(self.path) <= most:
            raise InvalidValueError("HeadingNumber.path", self.path, f"up to {most} numbers")
        highest = _HIGHEST.get(self.kind, 0)
        if any(isinstance(n, bool) or not 1 <= n <= highest for n in self.path):
            raise InvalidValueError("HeadingNumber.path", self.path, f"numbers from 1 to {highest}")

    @classmethod
    def parse(cls, text: str, /) -> Self:
        """Read the number alone, without the heading behind it.

        ``I`` and ``V`` are Roman, small letters are letters.  Capitals that number parts
        (``A.``, ``B.``, ``C.``) are not read: Roman numbers go no farther than ``XLIX``, so
        that ``C``, ``D``, ``L`` and ``M`` are no hundreds.

        Raises:
            ParseError: no number of a heading.

        >>> HeadingNumber.parse("II.").path, HeadingNumber.parse("-").kind
        ((2,), HeadingKind.DASH)
        """
        match = _HEADING.fullmatch(text)
        if match is None:
            raise ParseError("heading number", text, "a form like I, 1., 1.1., a) or -")
        close = match["close"] or ""
        if roman := match["roman"]:
            return cls(HeadingKind.ROMAN, (parse_roman(roman),), close)
        if arabic := match["arabic"]:
            return cls(HeadingKind.ARABIC, tuple(map(int, arabic.split("."))), close)
        if letter := match["letter"]:
            return cls(HeadingKind.LETTER, (LETTERS.index(letter) + 1,), close)
        return cls(HeadingKind(match["sign"]))

    def next(self) -> Self:
        """The number of the following heading at the same level; a sign stays as it is.

        Raises:
            InvalidValueError: behind the last one there is (y, XLIX).

        >>> str(HeadingNumber.parse("d)").next()), str(HeadingNumber.parse("1.9.").next())
        ('đ)', '1.10.')
        """
        return evolve(self, path=(*self.path[:-1], self.path[-1] + 1)) if self.path else self

    def __str__(self) -> str:
        if not self.path:
            return self.kind.value
        if self.kind is HeadingKind.ROMAN:
            return f"{format_roman(self.path[0])}{self.close}"
        if self.kind is HeadingKind.LETTER:
            return f"{LETTERS[self.path[0] - 1]}{self.close}"
        return f"{'.'.join(map(str, self.path))}{self.close}"

    def __repr__(self) -> str:
        return f"HeadingNumber.parse({str(self)!r})"


_CLOSES: Final = ("", ".", ")")
_HIGHEST: Final = {
    HeadingKind.ROMAN: 49,
    HeadingKind.ARABIC: 9999,
    HeadingKind.LETTER: len(LETTERS),
}
_PART: Final = "[1-9][0-9]{0,3}"
_HEADING: Final = re.compile(
    "(?:(?P<roman>(?!L)[LXVI]{1,7})"
    rf"|(?P<arabic>{_PART}(?:\.{_PART}){{0,8}})|(?P<letter>[{LETTERS}]))(?P<close>[.)]?)"
    "|(?P<sign>[-+])"
)
