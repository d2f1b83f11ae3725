"""Of which part of a whole a figure is: "cấp xã", "thường xuyên", "đơn khiếu nại".

The part is named in the unit, beside the figure, before it in its clause, or by the
label its list stands under ("Cấp xã: ..."); a part of a part keeps what the whole is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, cached_property
from types import MappingProxyType
from typing import Final

from attrs import define

from danvan.catalogue import Catalogue
from danvan.indicators import Breakdown, Indicator
from danvan.reading._organization_words import Word
from danvan.reading.figure_passages import Figure, Passage
from danvan.reading.figure_segments import own_segment
from danvan.reading.figure_words import Cue, Phrase, PhraseMention, Phrases, spelled_words, words_of

__all__ = ["Pairs", "PartsAround"]

Pairs = tuple[tuple[str, str], ...]
"""Parts as an observation has them: pairs of a dimension and a value."""

_LABEL_WORDS: Final = 12
_REACH: Final = 40


@cache
def _catalogued() -> Mapping[str, Mapping[Phrase, str]]:
    """For each dimension the phrases of its values."""
    found: dict[str, dict[Phrase, str]] = {}
    for entry in Catalogue.read("breakdown_words", Cue):
        dimension, _, value = entry.code.partition(".")
        words = found.setdefault(dimension, {})
        words.update((spelled_words(word), value) for word in (entry.name, *entry.words))
    return MappingProxyType(found)


@cache
def _values(breakdown: Breakdown) -> tuple[Mapping[Phrase, str], Phrases]:
    """The phrases of the values of a breakdown, ready to be looked for."""
    known = {
        phrase: value
        for phrase, value in _catalogued().get(breakdown.dimension, {}).items()
        if not breakdown.values or value in breakdown.values
    }
    for name, value in zip(breakdown.names, breakdown.values, strict=False):
        known[spelled_words(name)] = value
    return known, Phrases(known)


@define(eq=False)
class PartsAround:
    """The parts that a passage names."""

    passage: Passage

    def pairs_of(self, figure: Figure, indicator: Indicator, whole: Pairs) -> Pairs:
        """The parts a figure is of.

        Args:
            figure: the figure.
            indicator: what it counts.
            whole: the parts that the figure it belongs to is of.
        """
        inherited = {
            dimension: value for dimension, value in whole if indicator.breakdown(dimension)
        }
        found = dict(inherited)
        for breakdown in indicator.breakdowns:
            value = self._value(figure, indicator, breakdown)
            if value:
                found[breakdown.dimension] = value
        return tuple(sorted(found.items()))

    def _value(self, figure: Figure, indicator: Indicator, breakdown: Breakdown) -> str:
        if not breakdown.values and not _catalogued().get(breakdown.dimension):
            return self._named_by_unit(figure, indicator)
        known, phrases = _values(breakdown)
        begin, behind = own_segment(figure)
        for words in (words_of(figure.mention.unit), self._words(figure.end, behind)):
            found = [known[mention.phrase] for mention in phrases.find(words)]
            if found:
                return "+".join(dict.fromkeys(found))
        clause = self._clause(figure), figure.start
        for start, end in ((begin, figure.start), clause, self._label(figure)):
            mentions = list(phrases.find(self._words(start, end)))
            if mentions:
                return self._last(mentions, known)
        return ""

    def _named_by_unit(self, figure: Figure, indicator: Indicator) -> str:
        unit = figure.unit
        return unit if unit != indicator.unit and unit in indicator.counters else ""

    def _last(self, mentions: list[PhraseMention], known: Mapping[Phrase, str]) -> str:
        """The value named last, with those it is joined to by "và"."""
        found = [known[mentions[-1].phrase]]
        for earlier, later in zip(mentions[-2::-1], mentions[:0:-1], strict=True):
            if self.passage.text[earlier.end : later.start].strip() not in {"và", ","}:
                break
            found.insert(0, known[earlier.phrase])
        return "+".join(dict.fromkeys(found))

    def _words(self, start: int, end: int) -> list[Word]:
        starts = self.passage.starts
        return self.passage.words[bisect_left(starts, start) : bisect_left(starts, end)]

    def _clause(self, figure: Figure) -> int:
        bracket = self.passage.bracket_at(figure.start)
        start = self.passage.clause_start(figure.start)
        at = bisect_left(self.passage.starts, figure.start) - _REACH
        nearest = self.passage.starts[at] if at > 0 else 0
        return max(start, nearest, bracket[0] if bracket else 0)

    @cached_property
    def _labels(self) -> list[tuple[int, int]]:
        """Where the labels at the head of sentences stand: what is before their colon."""
        text = self.passage.text
        found = []
        for start in [0, *self.passage.clause_ends]:
            colon = text.find(":", start, start + 12 * _LABEL_WORDS)
            is_short = 0 <= self.passage.words_between(start, colon) <= _LABEL_WORDS
            if colon >= 0 and is_short and not any(c.isdigit() for c in text[start:colon]):
                found.append((start, colon))
        return found

    def _label(self, figure: Figure) -> tuple[int, int]:
        at = bisect_left(self._labels, (figure.start, 0)) - 1
        return self._labels[at] if at >= 0 else (0, 0)
