"""The words around a numeral: what it counts, how exactly, or that it counts nothing.

The habits are data (``numeral_contexts.toml``, ``units.toml``, ``qualifiers.toml``);
this module only looks left and right of a numeral with them.

>>> unit_after("áp dụng cho 12 tổ chức cơ sở đảng trong huyện", 14).words
'tổ chức cơ sở đảng'
>>> str(qualifier_before("tổ chức được hơn"))
'hơn'
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final

from attrs import field, frozen

from danvan.catalogue import Catalogue
from danvan.quantities.qualifier import Position, Qualifier, by_word
from danvan.quantities.unit import match_unit

__all__ = [
    "NumeralContext",
    "UnitMention",
    "numeral_contexts",
    "qualifier_after",
    "qualifier_before",
    "unit_after",
]

_GAP: Final = re.compile(r"(?: {1,3}\n?|\n)?\*{0,3}")
_WORD: Final = re.compile(r"(?: {1,3}\n?|\n)\*{0,3}(?P<word>[^\W\d_]+)")
_RATE: Final = re.compile(
    r"\s?/\s?(?:ngày|tuần|tháng|quý|năm|người|khẩu|hộ|xã|phường|ấp|thôn|bản|khóm|tổ|đơn vị)(?!\w)"
)


@frozen
class NumeralContext:
    """Words around a numeral that say it counts nothing.

    Attributes:
        code: what the numeral is instead.
        name: the same in Vietnamese.
        before, after: the words, in lower case.
        unless: longer words before it that lift the verdict.
    """

    code: str
    name: str
    before: frozenset[str] = field(factory=frozenset)
    after: frozenset[str] = field(factory=frozenset)
    unless: frozenset[str] = field(factory=frozenset)
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    def claims(self, before: str) -> bool:
        """Whether the last words before a numeral put it into this context.

        Behind "mỗi" and the like a word is a common noun: "tổ 7" is a name, "mỗi tổ 7" none.
        """
        words = before.casefold().split(" ")
        found = _endings(words, self.before)
        if not found or _endings(words, self.unless):
            return False
        each = numeral_contexts()["each"].before
        return not any(at and words[at - 1] in each for at in found)

    def follows(self, text: str, at: int) -> bool:
        """Whether the words that follow a numeral put it into this context."""
        following = " ".join(text[at : at + 24].casefold().split()) + " "
        return any(following.startswith(f"{words} ") for words in self.after)


def _endings(words: list[str], known: frozenset[str]) -> list[int]:
    """Where each of the known phrases begins that these words end with."""
    return [at for at in range(len(words)) if " ".join(words[at:]) in known]


@cache
def numeral_contexts() -> Catalogue[NumeralContext]:
    """The contexts in which a numeral is no figure."""
    return Catalogue.read("numeral_contexts", NumeralContext)


@frozen
class UnitMention:
    """What a numeral counts, as the words behind it say.

    Attributes:
        words: the unit, with its scale ("triệu đồng"); "" where none follows.
        end: where it ends in the text.
        known: whether the catalogue of units holds it.
    """

    words: str
    end: int
    known: bool


def unit_after(text: str, at: int) -> UnitMention:
    """The unit behind a numeral that ends at ``at``: the longest the catalogue knows.

    Where it knows none, the next word is taken as the unit, unless it is a word
    such as "và" or "của" that never begins one.
    """
    start = _GAP.match(text, at).end()  # type: ignore[union-attr]  # it matches anything
    end = match_unit(text, start)
    if end is not None and not text[start].isspace():
        while rate := _RATE.match(text, end):
            end = rate.end()
        return UnitMention(" ".join(text[start:end].split()), end, known=True)
    word = _WORD.match(text, at)
    if word is None or not word["word"][0].isalpha():  # "12 ¹": a mark of a footnote
        return UnitMention("", at, known=False)
    if word["word"].casefold() in numeral_contexts()["no_unit"].after:
        return UnitMention("", at, known=False)
    return UnitMention(word["word"], word.end(), known=False)


def qualifier_before(words: str) -> Qualifier | None:
    """The qualifier that these last words before a numeral end with, the longest one."""
    parts = words.casefold().split(" ")[-3:]
    if _endings(parts, numeral_contexts()["comparison"].before):
        return None
    return _qualifier(parts, Position.BEFORE)


def qualifier_after(words: str) -> Qualifier | None:
    """The qualifier that the words behind a numeral and its unit begin with."""
    first = " ".join(words.casefold().split()[:2]).rstrip(".,;:)*")
    return _qualifier([first], Position.AFTER)


def _qualifier(parts: list[str], position: Position) -> Qualifier | None:
    for first in range(len(parts)):
        found = by_word().get(" ".join(parts[first:]))
        if found is not None and found.position is position:
            return found
    return None
