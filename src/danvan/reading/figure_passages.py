"""A report as its figures are read: passages of whole sentences, and what stands over each.

What a figure counts is seldom said in its own words: the footnote leaves it to the
sentence it hangs on, the sentence to the heading.  A :class:`Passage` is a paragraph
or a footnote with its words, its figures and the way up.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from attrs import define, field, frozen

from danvan.reading._organization_words import Word, split_words
from danvan.reading.placed import PlacedFigure, PlacedWords
from danvan.reading.quantities import find_quantities
from danvan.reports import Footnote, Paragraph, Report, Section
from danvan.reports.footnote import UncalledFootnotes
from danvan.reports.section import with_tables

__all__ = ["Figure", "Passage", "passages"]

# Brackets nested deeper than this, which no office writes, count as nested so deep.
_DEEPEST: Final = 8
_LONGEST_LABEL: Final = 80
_BULLETS: Final = frozenset("-+*•–")
_SIGNS: Final = frozenset('.;:()…<>|"“”,\t\n')


@frozen(eq=False)
class Figure(PlacedFigure):
    """One figure of a passage that knows where it was found.

    Attributes:
        passage: where it was found.
    """

    passage: Passage = field(repr=False)


@define(eq=False)
class Passage(PlacedWords):
    """A paragraph or a footnote, with what stands over it.

    Attributes:
        headings: the headings over it, the nearest first.
        anchor: of a footnote, the passage it hangs on and where in it; of an item of a
            list, the passage whose colon opens the list.
        before: the passage before it under the same heading or in the same footnote.
    """

    headings: tuple[str, ...] = ()
    anchor: tuple[Passage, int] | None = None
    before: Passage | None = None

    @property
    def is_item(self) -> bool:
        """Whether it is an item of a list: it begins with a dash, a cross, a star."""
        return self.paragraph.text[0] in _BULLETS

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Its figures, from left to right."""
        return tuple(
            Figure(mention, self.span(mention.start, mention.end), self)
            for mention in find_quantities(self.text)
        )

    @cached_property
    def _tokens(self) -> tuple[list[Word], list[Word]]:
        words: list[Word] = []
        signs: list[Word] = []
        for token in split_words(self.text):
            (signs if token.text[0] in _SIGNS else words).append(token)
        return words, signs

    @property
    def words(self) -> list[Word]:
        """Its words without the signs between them."""
        return self._tokens[0]

    @cached_property
    def breaks(self) -> list[int]:
        """The places of the signs that no phrase goes across."""
        return [sign.start for sign in self._tokens[1] if sign.text in ".;:()…"]

    @cached_property
    def starts(self) -> list[int]:
        """Where each word begins."""
        return [word.start for word in self.words]

    @cached_property
    def sentence_ends(self) -> list[int]:
        """Where each sentence ends; a full stop in brackets or in a number ends none."""
        text = self.text
        return [
            sign.end
            for sign in self._tokens[1]
            if sign.text == "." and not self.depth_at(sign.start) and _ends_sentence(text, sign.end)
        ]

    @cached_property
    def clause_ends(self) -> list[int]:
        """Where a semicolon or the end of a sentence parts two clauses."""
        semicolons = [sign.end for sign in self._tokens[1] if sign.text == ";"]
        return sorted([*semicolons, *self.sentence_ends])

    @cached_property
    def brackets(self) -> list[tuple[int, int]]:
        """Each pair of brackets, by its opening; one left open closes at the end."""
        opened: list[int] = []
        found: list[tuple[int, int]] = []
        for sign in self._tokens[1]:
            if sign.text == "(":
                opened.append(sign.start)
            elif sign.text == ")" and opened:
                found.append((opened.pop(), sign.end))
        found += [(start, len(self.text)) for start in opened]
        return sorted(found)

    @cached_property
    def _nesting(self) -> tuple[list[int], list[tuple[tuple[int, int], ...]]]:
        """The places where a bracket opens or closes, and the pairs open from there on."""
        changes = sorted((at, pair) for pair in self.brackets for at in pair)
        places: list[int] = [-1]
        nested: list[tuple[tuple[int, int], ...]] = [()]
        opened: list[tuple[int, int]] = []
        for at, pair in changes:
            if at == pair[0]:
                opened.append(pair)
            else:
                opened.pop()
            places.append(at)
            nested.append(tuple(opened[-_DEEPEST:]))
        return places, nested

    def _around(self, offset: int) -> tuple[tuple[int, int], ...]:
        places, nested = self._nesting
        return nested[bisect_right(places, offset) - 1]

    def depth_at(self, offset: int) -> int:
        """How many brackets are open around a place."""
        return len(self._around(offset))

    def bracket_at(self, offset: int) -> tuple[int, int] | None:
        """The innermost pair of brackets around a place, or ``None``."""
        return next(reversed(self._around(offset)), None)

    def words_between(self, start: int, end: int) -> int:
        """How many words begin between two places."""
        return bisect_left(self.starts, end) - bisect_left(self.starts, start)

    def clauses_between(self, start: int, end: int) -> int:
        """How many clauses end between two places."""
        return bisect_right(self.clause_ends, end) - bisect_right(self.clause_ends, start)

    def sentences_between(self, start: int, end: int) -> int:
        """How many sentences end between two places."""
        return bisect_right(self.sentence_ends, end) - bisect_right(self.sentence_ends, start)

    def sentence_start(self, offset: int) -> int:
        """Where the sentence around a place begins."""
        at = bisect_right(self.sentence_ends, offset) - 1
        return self.sentence_ends[at] if at >= 0 else 0

    def clause_start(self, offset: int) -> int:
        """Where the clause around a place begins."""
        at = bisect_right(self.clause_ends, offset) - 1
        return self.clause_ends[at] if at >= 0 else 0

    def figures_before(self, end: int, start: int = 0, most: int = 12) -> tuple[Figure, ...]:
        """The figures nearest before a place, and not before another, from left to right."""
        last = bisect_left(self.figures, end, key=_start)
        first = bisect_left(self.figures, start, hi=last, key=_start)
        return self.figures[max(first, last - most) : last]

    def figures_behind(self, start: int, most: int = 12) -> tuple[Figure, ...]:
        """The figures nearest behind a place, from left to right."""
        first = bisect_left(self.figures, start, key=_start)
        return self.figures[first : first + most]


def _start(figure: Figure) -> int:
    return figure.start


def _ends_sentence(text: str, at: int) -> bool:
    following = text[at : at + 2].strip()
    return not text[at : at + 1].strip() and not following[:1].islower()


def passages(report: Report) -> Iterator[Passage]:
    """Every paragraph and footnote of a report; a footnote right behind what it hangs on.

    Footnotes that nothing calls for come last.
    """
    footnotes = UncalledFootnotes(report.footnotes)
    for passage in _body(report):
        yield passage
        for offset, footnote in footnotes.called_by(passage.paragraph):
            yield from _hanging(passage, offset, footnote)
    for footnote in footnotes:
        for paragraph in footnote.paragraphs:
            yield Passage(report, paragraph)


def _hanging(passage: Passage, offset: int, footnote: Footnote) -> Iterator[Passage]:
    before = None
    for paragraph in footnote.paragraphs:
        anchor = (passage, passage.place(offset))
        before = Passage(passage.report, paragraph, passage.headings, anchor, before)
        yield before


def _body(report: Report) -> Iterator[Passage]:
    yield from _under(report, with_tables(report.preamble, report.tables), ())
    for section in report.sections:
        yield from _section(report, section, ())
    for annex in report.annexes:
        headings = (annex.title,) if annex.title else ()
        yield from _under(report, with_tables(annex.paragraphs, annex.tables), headings)
        for section in annex.sections:
            yield from _section(report, section, headings)
    yield from _under(report, iter(report.remainder), ())


def _section(report: Report, section: Section, above: tuple[str, ...]) -> Iterator[Passage]:
    headings = (section.heading, *above) if section.heading else above
    yield from _under(report, with_tables(section.paragraphs, section.tables), headings)
    for part in section.sections:
        yield from _section(report, part, headings)


def _under(
    report: Report, paragraphs: Iterator[Paragraph], headings: tuple[str, ...]
) -> Iterator[Passage]:
    before, label, lead = None, "", None
    for paragraph in paragraphs:
        over = (label, *headings) if label else headings
        before = Passage(report, paragraph, over, None, before)
        if before.is_item:
            before.anchor = lead
        yield before
        named = _label(paragraph.text)
        label = named or label
        if not before.is_item or named:
            opens = paragraph.text.endswith(":") and not named
            lead = (before, len(before.text)) if opens else None


def _label(text: str) -> str:
    """The words of a paragraph that is a heading in all but form: "* Công tác giám sát:"."""
    words = text.strip(" *-+•")
    is_short = len(words) <= _LONGEST_LABEL and not any(c.isdigit() for c in words)
    return words.rstrip(":") if is_short and words[-1:] not in {".", ";", ",", "", "!"} else ""
