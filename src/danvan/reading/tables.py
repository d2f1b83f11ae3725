"""Read tables out of text: rows with tabs or bars, cells with paragraphs inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from danvan.reading.lines import Line, Unit
from danvan.reading.looks import is_row
from danvan.reports import Cell, Extent, Table
from danvan.reports.inline import read_inline

__all__ = ["read_table"]

_TAG = re.compile(r"<(?P<close>/?)(?P<name>ul|ol|li|p|b|i|em|strong|br|div|span)\b[^<>]{0,200}>")
_BREAKING = {"ul", "ol", "li", "p", "br", "div"}
_DASHES = re.compile(r"[\s:|-]+")
_TAB = re.compile("\t")
_BAR = re.compile(r"(?<!\\)\|")


def read_table(
    text: str, units: Sequence[Unit], first: int, after: int
) -> tuple[Table, int] | None:
    """The table that begins with a unit, and how many of the units it takes.

    Page breaks may go through it.  A row with fewer cells has its last ones
    empty.  ``None`` where a single row stands alone.
    """
    rows: list[Line] = []
    end = first
    bars = is_bars(units[first].lines[0].text)
    while end < len(units) and _continues(units[end].lines[0].text, bars=bars):
        rows.extend(units[end].lines)
        end += 1
    cells = [_cells(text, row) for row in rows if not _is_line(row.text)]
    if len(cells) < 2:
        return None
    width = max(map(len, cells))
    whole = [row + (Cell(),) * (width - len(row)) for row in cells]
    span = rows[0].start, rows[-1].end
    return Table(whole[0], tuple(whole[1:]), after, span), end - first


def _continues(words: str, *, bars: bool) -> bool:
    return is_row(words) and is_bars(words) == bars


def _is_line(words: str) -> bool:
    """Whether a row is the line of dashes that Markdown puts under the header."""
    return "-" in words and bool(_DASHES.fullmatch(words))


def is_bars(words: str) -> bool:
    """Whether the cells of a row stand between bars."""
    return words.startswith("|")


def _cells(text: str, row: Line) -> tuple[Cell, ...]:
    bars = is_bars(row.text)
    at = row.start + 1 if bars else row.start - row.indent
    ends = [found.span() for found in (_BAR if bars else _TAB).finditer(text, at, row.end)]
    if not bars:
        ends.append((row.end, row.end))
    found = []
    for start, end in ends:
        found.append(_cell(text, at, start))
        at = end
    return tuple(found)


def _cell(text: str, start: int, end: int) -> Cell:
    places: list[list[Extent]] = [[]]
    at = start
    for tag in _TAG.finditer(text, start, end):
        places[-1].extend(_words(text, at, tag.start()))
        if tag["name"] in _BREAKING:
            places.append([])
        at = tag.end()
    places[-1].extend(_words(text, at, end))
    return Cell(tuple(read_inline(text, place)[0] for place in places if place), (start, end))


def _words(text: str, start: int, end: int) -> Iterator[Extent]:
    words = text[start:end]
    if words.strip():
        start += len(words) - len(words.lstrip())
        yield start, start + len(words.strip())
