"""The words of a text as names are compared by: as spelled, and without marks."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from danvan.vietnamese.letters import fold, spelling_key

__all__ = ["Word", "same_spelling", "split_words", "to_shape"]

# Superscripts are footnote marks and no part of a word; a blank line, a sentence end, a bracket
# or a quotation mark is a word of its own, so that no name is read across it.
_WORD = re.compile(r"[^\W_\u00b2\u00b3\u00b9\u2070\u2074-\u207e]+|\n[ \t]*\n|[\t.,;:()\"“”…<>|]")

# What a scanner takes for one another, brought to one letter.
_SHAPES = str.maketrans({"l": "i", "1": "i", "0": "o"})


def to_shape(folded: str) -> str:
    """A folded text with the letters a scanner confuses made one."""
    return folded.translate(_SHAPES)


class Word(NamedTuple):
    """One word of a text; it adjoins the one before where only space parts them."""

    text: str
    start: int
    end: int
    folded: str
    key: str
    adjoins: bool = False

    @property
    def is_name_like(self) -> bool:
        """Whether it is written as part of a name: a capital or a figure first."""
        return self.text[0].isupper() or self.text[0].isdigit()

    @property
    def shape(self) -> str:
        """The folded word with the letters a scanner confuses made one."""
        return to_shape(self.folded)


@lru_cache(maxsize=20_000)
def _forms(text: str) -> tuple[str, str]:
    return fold(text), spelling_key(text)


def split_words(text: str) -> list[Word]:
    """The words of a cleaned text with their places."""
    found: list[Word] = []
    before = 0
    for match in _WORD.finditer(text):
        word = match[0]
        folded, key = _forms(word) if word[0].isalnum() else (word[0], word[0])
        adjoins = text[before : match.start()].isspace()
        before = match.end()
        found.append(Word(word, match.start(), before, folded, key, adjoins))
    return found


def same_spelling(written: list[Word], name: tuple[str, ...]) -> float:
    """How sure the written words are this name, of words that are alike without marks.

    1 where the marks agree, less where all are missing or one word of several has
    a slip, 0 where a short name differs in a mark: "công ăn" is no Công an.
    """
    wrong = sum(word.key != key for word, key in zip(written, name, strict=True))
    if wrong == 0:
        return 1.0
    if len(name) > 1 and all(word.key.isascii() for word in written):
        return 0.9
    if len(name) > 2 and wrong <= len(name) // 3:
        return 0.92
    return 0.8 if len(name) > 1 and wrong == 1 else 0.0
