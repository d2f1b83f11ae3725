"""Catalogued words in running text: which indicator, whose, for when.

All words of all indicators are looked for at once.  They are compared without regard
to a mark that a scanner has lost.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final

from attrs import field, frozen

from danvan.catalogue import Catalogue
from danvan.reading._organization_words import Word, same_spelling, split_words
from danvan.vietnamese.letters import fold

__all__ = [
    "Cue",
    "Phrase",
    "PhraseMention",
    "Phrases",
    "cue",
    "cue_codes",
    "ends_with",
    "spelled_words",
    "words_of",
]

_NUMBER: Final = "#"

Phrase = tuple[str, ...]
"""The words of a phrase, small, as :func:`~danvan.vietnamese.letters.spelling_key` spells them."""


@frozen
class Cue:
    """Words that say how a figure stands to what is around it.

    Attributes:
        code: what they say.
        name: the same in Vietnamese.
        words: the words, in small letters.
    """

    code: str
    name: str
    words: tuple[str, ...] = field(factory=tuple)
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


def words_of(text: str) -> list[Word]:
    """The words of a text without the signs between them."""
    return [word for word in split_words(text) if word.text[0].isalnum()]


def spelled_words(text: str) -> Phrase:
    """The words of a text as phrases are kept; "#" stands for a number behind them.

    >>> spelled_words("Tiếp xúc, đối thoại")
    ('tiếp', 'xúc', 'đối', 'thoại')
    """
    words = words_of(text.replace(_NUMBER, " 0 "))
    return tuple(_NUMBER if word.text == "0" else word.key for word in words)


@cache
def _cues() -> Catalogue[Cue]:
    return Catalogue.read("figure_words", Cue)


@cache
def cue(code: str) -> frozenset[Phrase]:
    """The phrases of ``figure_words.toml`` that say something."""
    return frozenset(map(spelled_words, _cues()[code].words))


@cache
def cue_codes(beginning: str) -> Mapping[Phrase, str]:
    """The phrases of all entries whose code begins so, each with the rest of its code."""
    return {
        spelled_words(words): entry.code.removeprefix(beginning)
        for entry in _cues()
        if entry.code.startswith(beginning)
        for words in entry.words
    }


def ends_with(words: list[Word], at: int, phrases: frozenset[Phrase]) -> int:
    """How many words the longest of some phrases has that ends before a place; 0 if none."""
    longest = max(map(len, phrases), default=0)
    for count in range(min(longest, at), 0, -1):
        if tuple(word.key for word in words[at - count : at]) in phrases:
            return count
    return 0


@frozen
class PhraseMention:
    """A phrase where it stands.

    Attributes:
        start: the place of its first letter.
        end: the place after its last.
        phrase: the phrase.
    """

    start: int
    end: int
    phrase: Phrase


class Phrases:
    """Many phrases, looked for at once, each wherever it stands, in a longer one too.

    A phrase of several words is found without its marks as well, and with one of them
    wrong, as scanned papers have it; a single word only as it is spelled.

    >>> known = Phrases([("phản", "biện"), ("tặng",), ("biện", "pháp")])
    >>> [found.phrase for found in known.find(split_words("phân biện pháp, tăng quà"))]
    [('phản', 'biện'), ('biện', 'pháp')]
    """

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._by_first: dict[str, list[tuple[Phrase, Phrase]]] = defaultdict(list)
        for phrase in sorted({one for one in phrases if one}):
            folded = tuple(map(fold, phrase))
            self._by_first[folded[0]].append((folded, phrase))

    def find(self, words: list[Word], breaks: Sequence[int] = ()) -> Iterator[PhraseMention]:
        """Every phrase among some words, from left to right.

        Args:
            words: the words, without the signs between them.
            breaks: the places, in order, that no phrase goes across.
        """
        for at, word in enumerate(words):
            for folded, phrase in self._by_first.get(word.folded, ()):
                before_number = phrase[-1] == _NUMBER
                last = at + len(phrase) - before_number
                here = words[at:last]
                if tuple(one.folded for one in here) != folded[: last - at]:
                    continue
                if before_number and not (last < len(words) and words[last].text[0].isdigit()):
                    continue
                end = here[-1].end
                if not same_spelling(here, phrase[: last - at]):
                    continue
                if bisect_left(breaks, word.start) == bisect_left(breaks, end):
                    yield PhraseMention(word.start, end, phrase)
