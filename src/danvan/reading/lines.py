r"""Lines of a text, and the paragraphs they are grouped into.

Nothing here knows what a report is.  Offsets are those of the text itself, and
whatever ends a line in it (``\n``, ``\r\n``, a form feed) stays counted.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from attrs import evolve, frozen

from danvan.reports.numbering import ends_sentence, read_number
from danvan.vietnamese.letters import nfc

__all__ = ["WHITE", "Line", "Unit", "grouped", "lines"]

_LINE = re.compile(r"[^\n\r\f\v\x1c-\x1e\x85\u2028\u2029]+")
_LETTER: Final = re.compile("[^\u0300-\u036f]?[\u0300-\u036f]*+", re.DOTALL)

WHITE: Final = "".join(filter(str.isspace, map(chr, range(0x3001))))
"""Every kind of space there is."""

LONGEST_WRAPPED = 100
"""Lines longer than this are whole paragraphs, not lines of a wrapped one."""


@frozen
class Line:
    """A line without the space around it.

    Attributes:
        text: its words.
        start, end: where they stand in the text.
        gap: how many line ends stand before it.
        indent: how many spaces stand before it on its line.
    """

    text: str
    start: int
    end: int
    gap: int
    indent: int = 0

    @property
    def bare(self) -> str:
        """Its words in Unicode NFC, without the stars and signs that programs put around them."""
        return nfc(self.text.lstrip("#").strip(f"*_{WHITE}"))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where in the text a stretch of :attr:`bare` stands."""
        lead = len(self.text) - len(self.text.lstrip("#").lstrip(f"*_{WHITE}"))
        at = 0
        ends: dict[int, int] = {0: 0}
        for letter in _LETTER.finditer(self.text, lead):
            at += len(nfc(letter.group()))
            ends[at] = letter.end() - lead
        return self.start + lead + ends.get(start, start), self.start + lead + ends.get(end, end)

    def part(self, start: int, end: int) -> Line:
        """A stretch of its words as a line of its own, without the space around it."""
        words = self.text[start:end]
        first = self.start + start + len(words) - len(words.lstrip())
        words = words.strip()
        return evolve(self, text=words, start=first, end=first + len(words))

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """Where its words stand: one stretch."""
        return ((self.start, self.end),)


@frozen
class Unit:
    """Lines that belong together: a paragraph, a heading, a footnote.

    Attributes:
        lines: one or more.
    """

    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """Its words in one line."""
        return " ".join(line.text for line in self.lines)

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.lines[0].start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.lines[-1].end

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        """The stretches of the text its words stand in."""
        return tuple((line.start, line.end) for line in self.lines)

    def __add__(self, other: Unit) -> Unit:
        return Unit(self.lines + other.lines)


def lines(text: str, start: int = 0, end: int | None = None) -> Iterator[Line]:
    """The lines of a text that have words, blank ones counted in the gap of the next."""
    end = len(text) if end is None else end
    before = start
    for found in _LINE.finditer(text, start, end):
        raw = found.group()
        words = raw.strip()
        if not words:
            continue
        first = raw.index(words[0])
        # the tabs behind a row of a table are its last, empty cells
        last = len(raw.rstrip(" \u00a0"))
        if raw[last - 1] == "\t":
            words = raw[first:last]
        at = found.start() + first
        breaks = text.count("\n", before, at) or text.count("\r", before, at)
        breaks += text.count("\f", before, at)
        yield Line(words, at, at + len(words), breaks, at - found.start())
        before = at + len(words)


def grouped(rows: list[Line], parts: Callable[[Line, Line], bool]) -> Iterator[Unit]:
    """Group lines into paragraphs: at blank lines, and where a new one shows.

    Args:
        rows: the lines.
        parts: whether two neighbouring lines by their look belong to different things.
    """
    block: list[Line] = []
    for line in rows:
        if block and line.gap > 1:
            yield from _split(block, parts)
            block = []
        block.append(line)
    if block:
        yield from _split(block, parts)


def _split(block: list[Line], parts: Callable[[Line, Line], bool]) -> Iterator[Unit]:
    width = max(len(line.text) for line in block)
    unit = [block[0]]
    for before, line in pairwise(block):
        full = width <= LONGEST_WRAPPED and len(before.text) >= width * 3 // 4
        short = len(before.text) <= LONGEST_WRAPPED
        whole = ends_sentence(before.text) or (short and _is_heading_above(unit, line.text))
        ended = not full and whole and not line.text[:1].islower()
        wrapped = full and not ends_sentence(before.text) and not read_number(before.text)
        in_sentence = read_number(line.text) or _is_dash_within(line.text)
        if ended or (parts(before, line) and not (wrapped and in_sentence)):
            yield Unit(tuple(unit))
            unit = []
        unit.append(line)
    yield Unit(tuple(unit))


def _is_heading_above(unit: list[Line], below: str) -> bool:
    """Whether short lines are a numbered heading, not the beginning of what stands below.

    A heading in capitals goes on as long as there are capitals, any other has one line.
    """
    in_capitals = all(line.text.isupper() for line in unit)
    goes_on = below.isupper() if in_capitals else len(unit) > 1
    return not goes_on and read_number(unit[0].text) is not None


def _is_dash_within(words: str) -> bool:
    """Whether a line begins with the dash of "chính trị - xã hội"; items begin with a capital."""
    return words.startswith(("- ", "– ")) and words[2:3].islower()
