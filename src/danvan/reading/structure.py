"""Build the tree of sections from the units of a body."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from danvan.reading.lines import WHITE, Unit
from danvan.reading.looks import is_caps, is_heading, is_row, is_rule
from danvan.reading.tables import read_table
from danvan.reports import Extent, Paragraph, Section, Table
from danvan.reports.inline import read_inline
from danvan.reports.numbering import read_number

__all__ = ["Anchors", "Body", "read_body"]

_UNNUMBERED_CAPS, _UNNUMBERED = 4, 19

Anchors = list[tuple[str, int]]
"""Footnote marks in reading order, each with its place in the text."""


@define
class _Open:
    """A section that is still being filled."""

    level: int
    number: str = ""
    heading: str = ""
    marks: tuple[tuple[int, str], ...] = ()
    heading_span: Extent = (0, 0)
    paragraphs: list[Paragraph] = field(factory=list)
    tables: list[Table] = field(factory=list)
    sections: list[Section] = field(factory=list)
    end: int = 0

    def closed(self) -> Section:
        return Section(
            self.number,
            self.heading,
            tuple(self.paragraphs),
            tuple(self.sections),
            tuple(self.tables),
            self.marks,
            self.heading_span,
            (self.heading_span[0], self.end),
        )


@define
class Body:
    """A body as it is read.

    Attributes:
        preamble: the paragraphs before the first section.
        sections: the tree.
        tables: the tables before the first section.
        anchors: the footnote marks met.
    """

    preamble: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    anchors: Anchors


def read_body(text: str, units: Sequence[Unit]) -> Body:
    """Sort units into sections, paragraphs and tables."""
    tree = _Tree(text)
    at = 0
    while at < len(units):
        unit = units[at]
        after = units[at + 1] if at + 1 < len(units) else None
        table = None
        if is_row(unit.lines[0].text):
            table = read_table(text, units, at, len(tree.top.paragraphs))
        if table:
            tree.top.tables.append(table[0])
            tree.grow(table[0].span[1])
            at += table[1]
            continue
        if not is_rule(unit.text):
            tree.add(unit, after)
        at += 1
    return tree.body()


def _opened(words: str, number_end: int) -> int:
    """How many stars before the number of a line are closed behind it: ``**1. Đất đai:** ...``."""
    stars = len(words) - len(words.lstrip("*"))
    return stars if words[stars : stars + 1].strip() and "*" * stars in words[number_end:] else 0


class _Tree:
    """The sections open at one place of the text, the outermost first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open = [_Open(-1)]
        self.anchors: Anchors = []

    @property
    def top(self) -> _Open:
        return self.open[-1]

    def add(self, unit: Unit, after: Unit | None) -> None:
        number = read_number(unit.text)
        heading = is_heading(unit, after)
        if heading and number is None and self._wants_heading(unit):
            self._head(self.top, unit, 0)
        elif heading or number:
            level = number.level if number else self._level(unit)
            while self.top.level >= level:
                self._close()
            section = _Open(level, number.text if number else "")
            section.heading_span = unit.start, unit.end
            self.open.append(section)
            self._numbered(section, unit, number.end if number else 0, heading=heading)
        else:
            self.top.paragraphs.append(self._words(unit.places))
        self.grow(unit.end)

    def _wants_heading(self, unit: Unit) -> bool:
        """Whether this heading is that of the number on the line before ("Phần thứ nhất")."""
        top = self.top
        empty = not (top.heading or top.paragraphs or top.sections or top.tables)
        return bool(top.number) and empty and not unit.text.startswith("#")

    def _level(self, unit: Unit) -> int:
        return _UNNUMBERED_CAPS if is_caps(unit.text) else _UNNUMBERED

    def _numbered(self, section: _Open, unit: Unit, number_end: int, *, heading: bool) -> None:
        first = unit.lines[0]
        behind = first.text[number_end:]
        skip = number_end + len(behind) - len(behind.lstrip())
        start = first.start + skip
        if heading:
            section.heading_span = first.start, unit.end
            if skip < len(first.text) or len(unit.lines) > 1:
                self._head(section, unit, skip)
            return
        section.heading_span = first.start, first.start + number_end
        places = ((start, first.end), *unit.places[1:])
        if stars := _opened(first.text, number_end):
            places = ((first.start, first.start + stars), *places)
        if behind.strip() or len(unit.lines) > 1:
            section.paragraphs.append(self._words(places))

    def _head(self, section: _Open, unit: Unit, skip: int) -> None:
        paragraph, anchors = read_inline(self.text, unit.places)
        number = read_number(paragraph.text) if skip else None
        lead = number.end if number else 0
        lead = len(paragraph.text) - len(paragraph.text[lead:].lstrip(f"#*{WHITE}"))
        section.heading = paragraph.text[lead:]
        section.marks = tuple((max(0, at - lead), mark) for at, mark in paragraph.marks)
        self._remember(paragraph, anchors)
        section.heading_span = section.heading_span[0] or unit.start, unit.end

    def _words(self, places: Sequence[Extent]) -> Paragraph:
        paragraph, anchors = read_inline(self.text, places)
        self._remember(paragraph, anchors)
        return paragraph

    def _remember(self, paragraph: Paragraph, anchors: Sequence[int]) -> None:
        marks = (mark for _, mark in paragraph.marks)
        self.anchors.extend(zip(marks, anchors, strict=True))

    def grow(self, end: int) -> None:
        for section in self.open:
            section.end = end

    def _close(self) -> None:
        done = self.open.pop()
        self.top.sections.append(done.closed())

    def body(self) -> Body:
        while len(self.open) > 1:
            self._close()
        root = self.open[0]
        return Body(tuple(root.paragraphs), tuple(root.sections), tuple(root.tables), self.anchors)
