"""How near the words of the indicators stand to a figure.

Near is: right beside it, before it in its clause, in the sentence, in the sentence its
footnote hangs on, in the headings above.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final

from attrs import define, field

from danvan.catalogue import Catalogue
from danvan.indicators import Indicator, Kind
from danvan.reading.figure_passages import Figure, Passage
from danvan.reading.figure_segments import own_segment
from danvan.reading.figure_words import Phrase, PhraseMention, Phrases, spelled_words, words_of

__all__ = ["Vocabulary", "WordsAround", "vocabulary_of"]

# What parts a word from its figure, in words of distance.
_CLAUSE: Final = 6
_SENTENCE: Final = 18
_FOOTNOTE: Final = 8
_HEADING: Final = 24
_NEXT_HEADING: Final = 4
_WITHIN: Final = 6
_FARTHEST: Final = 60
_MOST_BESIDE: Final = 90


class Vocabulary:
    """The words of a catalogue of indicators, ready to be looked for."""

    def __init__(self, catalogue: Catalogue[Indicator]) -> None:
        self._catalogue = catalogue
        self.about = {one.code: frozenset(map(spelled_words, one.about)) for one in catalogue}
        self.said = {one.code: frozenset(map(spelled_words, one.said)) for one in catalogue}
        self.topics = frozenset(phrase for known in self.about.values() for phrase in known)
        asides = frozenset(phrase for known in self.said.values() for phrase in known)
        self.phrases = Phrases(self.topics | asides)
        self._by_unit: dict[str, tuple[Indicator, ...]] = {}

    def of_unit(self, unit: str) -> tuple[Indicator, ...]:
        """The indicators that are counted in a unit; none for no unit at all."""
        if not unit:
            return ()
        known = self._by_unit.get(unit)
        if known is None:
            known = tuple(
                one for one in self._catalogue if one.kind is not Kind.BALANCE and one.accepts(unit)
            )
            if len(self._by_unit) < 10_000:
                self._by_unit[unit] = known
        return known

    @cached_property
    def shares(self) -> Mapping[str, tuple[Indicator, ...]]:
        """The ratios, by the code of what they are a share of."""
        ratios = [one for one in self._catalogue if one.kind is Kind.RATIO]
        return {
            code: tuple(one for one in ratios if one.numerator == code)
            for code in {one.numerator for one in ratios if one.numerator}
        }


@lru_cache(maxsize=8)
def vocabulary_of(catalogue: Catalogue[Indicator]) -> Vocabulary:
    """The vocabulary of a catalogue, kept for the next report."""
    return Vocabulary(catalogue)


@define(eq=False)
class WordsAround:
    """The catalogued words of a passage and of the headings over it, found once."""

    vocabulary: Vocabulary
    passage: Passage
    above: WordsAround | None
    _mentions: list[PhraseMention] = field(init=False)
    _ends: list[int] = field(init=False)
    _within: frozenset[PhraseMention] = field(init=False)
    _headings: tuple[tuple[str, tuple[PhraseMention, ...]], ...] = field(init=False)

    def __attrs_post_init__(self) -> None:
        find = self.vocabulary.phrases.find
        self._mentions = sorted(
            find(self.passage.words, self.passage.breaks), key=lambda one: one.end
        )
        self._ends = [mention.end for mention in self._mentions]
        self._within = _within_longer(self._mentions)
        self._headings = (
            ()
            if self.above
            else tuple((line, tuple(find(words_of(line)))) for line in self.passage.headings)
        )

    def beside(self, figure: Figure) -> Iterator[tuple[Phrase, int]]:
        """The words right beside a figure, each with how far off it stands."""
        start, end = own_segment(figure)
        after = bisect_left(self._ends, figure.mention.end)
        for mention in islice(self._mentions, after, after + _MOST_BESIDE):
            if figure.mention.end <= mention.start < end:
                far = max(0, self.passage.words_between(figure.end, mention.start))
                yield mention.phrase, far + self._less(mention)
        for mention in self._before(figure.start):
            if mention.start < start:
                break
            far = self.passage.words_between(mention.end, figure.start)
            yield mention.phrase, far + self._less(mention)

    def leading_to(self, figure: Figure) -> Iterator[tuple[Phrase, int]]:
        """The words beside a figure and before it, up to the headings."""
        yield from self.beside(figure)
        yield from self.before(figure.start)

    def before(self, at: int) -> Iterator[tuple[Phrase, int]]:
        """The words before a place and above it, each with how far off it stands."""
        passage = self.passage
        around = passage.bracket_at(at)
        for mention in self._before(at):
            words = passage.words_between(mention.end, at)
            if words > _FARTHEST:
                break
            closed = passage.bracket_at(mention.start)
            if closed is not None and closed != around and closed[1] <= at:
                continue
            clauses = passage.clauses_between(mention.end, at)
            sentences = passage.sentences_between(mention.end, at)
            far = words + _CLAUSE * clauses + _SENTENCE * sentences
            yield mention.phrase, far + self._less(mention)
        if self.above and passage.anchor:
            for phrase, far in self.above.before(passage.anchor[1]):
                yield phrase, far + _FOOTNOTE
        for level, (_, mentions) in enumerate(self._headings):
            for mention in mentions:
                yield mention.phrase, _HEADING + _NEXT_HEADING * level

    def _less(self, mention: PhraseMention) -> int:
        """How much less a phrase says that is only a part of a longer one."""
        return _WITHIN if mention in self._within else 0

    def _before(self, at: int) -> Iterator[PhraseMention]:
        for n in range(bisect_right(self._ends, at) - 1, -1, -1):
            yield self._mentions[n]


def _within_longer(mentions: Iterable[PhraseMention]) -> frozenset[PhraseMention]:
    """The phrases that stand within a longer one: "hỗ trợ" in "quỹ hỗ trợ nông dân"."""
    found, covered = set(), 0
    for mention in sorted(mentions, key=lambda one: (one.start, -one.end)):
        if mention.end <= covered:
            found.add(mention)
        covered = max(covered, mention.end)
    return frozenset(found)
