"""A paper as the checks see it: passages of healed text with their figures in place.

Reading heals what the printed page broke; here each paragraph and each footnote
becomes a :class:`Passage` whose figures know where they stand in the passage
(for grammar) and in the report (for the reader).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from attrs import define, field, frozen

from danvan.quantities import Quantity
from danvan.reading.numerals import unit_after
from danvan.reading.placed import PlacedFigure, PlacedWords
from danvan.reading.quantities import QuantityMention, find_quantities
from danvan.reports import Footnote, Report
from danvan.reports.footnote import UncalledFootnotes
from danvan.vietnamese.letters import LOWER

__all__ = ["Figure", "Passage", "passages"]

_REACH: Final = 1000
_BRACKET: Final = re.compile(r"[()]")
_SENTENCE_END: Final = re.compile(rf"[.!?](?=\s|$)(?!\s[{LOWER}])|\n")
_CHANGE: Final = re.compile(r"(?:tăng|giảm)\s+(?:thêm\s+)?$", re.IGNORECASE)
_JOINED_UNIT: Final = re.compile(r"(?:,|\svà)(?=\s[^\W\d])")
_CHANGES_IN_BRACKETS: Final = re.compile(r"\(\s*(?:tăng|giảm)\s[^()]*$", re.IGNORECASE)


@frozen
class Figure(PlacedFigure):
    """One figure of a passage, and what its words say of it.

    Attributes:
        is_change: whether it says by how much something rose or fell.
        also: further units it counts in one number: "cá nhân" of "250 tập thể, cá nhân".
    """

    is_change: bool
    also: tuple[str, ...] = ()

    @cached_property
    def quantity(self) -> Quantity:
        """The figure as a value."""
        return self.mention.quantity


@define(eq=False)
class Passage(PlacedWords):
    """A paragraph or a footnote of a report, with its figures.

    Attributes:
        footnotes: the passages of the footnotes hanging on it, each with the place
            of its mark in the text.
    """

    footnotes: tuple[tuple[int, tuple[Passage, ...]], ...] = field(default=())

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures from left to right."""
        return tuple(self._figure(mention) for mention in find_quantities(self.text))

    def _figure(self, mention: QuantityMention) -> Figure:
        return Figure(
            mention,
            self.span(mention.start, mention.end),
            self._is_change(mention.start),
            self._also(mention.unit_end) if mention.unit else (),
        )

    def _also(self, at: int) -> tuple[str, ...]:
        joined = _JOINED_UNIT.match(self.text, at)
        unit = unit_after(self.text, joined.end()) if joined else None
        return (unit.words.casefold(),) if unit and unit.known else ()

    def _is_change(self, start: int) -> bool:
        before = self.text[max(0, start - 120) : start]
        return bool(_CHANGE.search(before) or _CHANGES_IN_BRACKETS.search(before))

    def within(self, start: int, end: int) -> tuple[Figure, ...]:
        """The figures between two offsets."""
        first = bisect_left(self.figures, start, key=_start)
        last = bisect_left(self.figures, end, lo=first, key=_start)
        return tuple(f for f in self.figures[first:last] if f.mention.end <= end)

    @cached_property
    def depth(self) -> tuple[int, ...]:
        """For each character how many brackets are open around it."""
        depths: list[int] = []
        depth = 0
        for bracket in _BRACKET.finditer(self.text):
            depths += [depth] * (bracket.start() - len(depths))
            depth += bracket[0] == "("
            depths.append(depth)
            depth -= bracket[0] == ")" and depth > 0
        depths += [depth] * (len(self.text) - len(depths))
        return tuple(depths)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """Where each sentence begins and ends; a full stop in brackets ends none."""
        ends = [m.end() for m in _SENTENCE_END.finditer(self.text) if not self.depth[m.start()]]
        if not ends or ends[-1] < len(self.text):
            ends.append(len(self.text))
        return tuple(zip([0, *ends[:-1]], ends, strict=True))

    def near(self, offset: int) -> tuple[int, int]:
        """The sentence in which an offset lies, no further from it than grammar reaches.

        What goes on for longer is a list; looking back over all of it from each
        of its figures would take time without bound.
        """
        start, end = self.sentence_at(offset)
        return max(start, offset - _REACH), min(end, offset + _REACH)

    def sentence_at(self, offset: int) -> tuple[int, int]:
        """The sentence in which an offset lies."""
        at = bisect_right(self.sentences, offset, key=_end)
        return self.sentences[min(at, len(self.sentences) - 1)]


def _start(figure: Figure) -> int:
    return figure.start


def _end(sentence: tuple[int, int]) -> int:
    return sentence[1]


def passages(report: Report) -> Iterator[Passage]:
    """The paragraphs of a report in reading order, each with its footnotes.

    Footnotes that nothing calls for come last.
    """
    footnotes = UncalledFootnotes(report.footnotes)
    for paragraph in report.paragraphs():
        called = footnotes.called_by(paragraph)
        passage = Passage(report, paragraph)
        passage.footnotes = tuple(
            (passage.place(offset), _notes(report, footnote)) for offset, footnote in called
        )
        yield passage
    for footnote in footnotes:
        yield from _notes(report, footnote)


def _notes(report: Report, footnote: Footnote) -> tuple[Passage, ...]:
    return tuple(Passage(report, paragraph) for paragraph in footnote.paragraphs)
