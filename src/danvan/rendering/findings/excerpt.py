"""The words around the places of a finding, cut to the width of a terminal, with carets.

A line of a published report is a whole paragraph; only the words around each
figure are shown.  Figures that stand near each other share a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from attrs import frozen

from danvan.findings import Span, Text
from danvan.rendering.findings.lines import AllLines
from danvan.rendering.tables import width
from danvan.rendering.terminal import printable

__all__ = ["Row", "rows"]

_CONTEXT: Final = 10
_WORD: Final = 12
_NARROWEST: Final = 24

_Extent = tuple[int, int]


@frozen
class Row:
    """One row of an excerpt.

    Attributes:
        paper: the text it is from.
        line: the number of the line it is cut from.
        words: what is shown, cut to size.
        carets: spaces and carets that point at the places in ``words``.
    """

    paper: Text
    line: int
    words: str
    carets: str


def rows(spans: Iterable[Span], lines: AllLines, columns: int) -> Iterator[Row]:
    """The rows that show some places: those of a line together, the paper of the first first."""
    columns = max(columns, _NARROWEST)
    places: dict[tuple[int, int], tuple[Text, list[_Extent]]] = {}
    for span in spans:
        for line, extent in _by_line(span, lines):
            places.setdefault((id(span.report), line), (span.report, []))[1].append(extent)
    for (_, line), (paper, extents) in places.items():
        whole = lines.of(paper).extent(line)
        for group in _groups(sorted(extents), columns):
            yield Row(paper, line, *_row(paper.text, whole, group, columns))


def _by_line(span: Span, lines: AllLines) -> Iterator[tuple[int, _Extent]]:
    """A place cut up by the lines it reaches over."""
    known = lines.of(span.report)
    last = max(span.start, span.end - 1)
    for line in range(known.line(span.start), known.line(last) + 1):
        start, end = known.extent(line)
        piece = max(start, span.start), min(end, span.end)
        if piece[0] < piece[1] or span.start == span.end:
            yield line, piece


def _groups(extents: Sequence[_Extent], columns: int) -> Iterator[list[_Extent]]:
    group: list[_Extent] = []
    for extent in extents:
        if group and extent[1] - group[0][0] > columns - 2 * _CONTEXT:
            yield group
            group = []
        group.append(extent)
    if group:
        yield group


def _row(text: str, whole: _Extent, group: Sequence[_Extent], columns: int) -> tuple[str, str]:
    """The words of a row and its carets."""
    first, last = group[0][0], group[-1][1]
    room = max(0, columns - 2 - (last - first))
    start = max(whole[0], first - max(room // 2, room - (whole[1] - last)))
    end = min(whole[1], start + columns - 2)
    start, end = _whole_words(text, whole, (start, end), (first, min(last, end)))
    lead = "…" if start > whole[0] else ""
    tail = "…" if end < whole[1] else ""
    carets = ""
    for at, stop in group:
        before = width(lead + printable(text[start:at]))
        after = before + max(1, width(printable(text[at : min(stop, end)])))
        carets = carets.ljust(before)
        carets += "^" * (after - len(carets))
    return f"{lead}{printable(text[start:end])}{tail}", carets


def _whole_words(text: str, whole: _Extent, cut: _Extent, kept: _Extent) -> _Extent:
    """Move the ends of a cut inward to the next space, if there is one near."""
    start, end = cut
    if start > whole[0]:
        space = text.find(" ", start, min(start + _WORD, kept[0]))
        start = start if space < 0 else space
        while start < kept[0] and not width(text[start]):
            start += 1
    if end < whole[1]:
        space = text.rfind(" ", max(end - _WORD, kept[1]), end)
        end = end if space < 0 else space
        while end > kept[1] and not width(text[end]):
            end -= 1
    return start, end
