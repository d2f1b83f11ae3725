"""The tables of a Word file: their rows with merged cells, and whether they have lines.

A table without lines only puts things side by side, as the head of a paper does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from danvan.integrations.docx.names import qn

__all__ = ["has_lines", "table_rows"]

_WRAPPERS: Final = {qn(f"w:{tag}") for tag in ("sdt", "sdtContent", "customXml", "ins", "smartTag")}
_MOST_COLUMNS: Final = 63
"""Word allows no more."""

_VALUE: Final = qn("w:val")
_TABLE, _ROW, _CELL = (qn(f"w:{part}Pr") for part in ("tbl", "tr", "tc"))
_BORDERS: Final = f"{_TABLE}/{qn('w:tblBorders')}"
_UPRIGHT: Final = {qn(f"w:{side}") for side in ("left", "right", "start", "end")}
_DEEPEST: Final = 20


def table_rows(table: Any) -> Iterator[list[Any]]:
    """The cells of each row; ``None`` for those that a merged one reaches over."""
    for row in _within(table, qn("w:tr")):
        cells: list[Any] = [None] * _count(row, f"{_ROW}/{qn('w:gridBefore')}", 0)
        for cell in _within(row, qn("w:tc")):
            cells.append(None if _goes_on(cell) else cell)
            cells.extend([None] * (_count(cell, f"{_CELL}/{qn('w:gridSpan')}", 1) - 1))
        yield cells[:_MOST_COLUMNS]


def _within(parent: Any, tag: str) -> Iterator[Any]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _within(child, tag)


def _count(element: Any, part: str, least: int) -> int:
    found = element.find(part)
    words = "" if found is None else found.get(_VALUE, "")
    whole = words.isascii() and words.isdigit() and len(words) < 6
    return max(least, min(int(words), _MOST_COLUMNS)) if whole else least


def _goes_on(cell: Any) -> bool:
    """Whether a cell is the lower part of one merged over rows."""
    merge = cell.find(f"{_CELL}/{qn('w:vMerge')}")
    return merge is not None and merge.get(_VALUE, "continue") == "continue"


def has_lines(table: Any, styles: Mapping[Any, Any]) -> bool:
    """Whether lines are drawn: by the table, by its style, or beside its cells."""
    own = table.find(_BORDERS)
    if own is not None and _drawn(own):
        return True
    beside = (cell.find(f"{_CELL}/{qn('w:tcBorders')}") for cell in table.iter(qn("w:tc")))
    if any(_drawn(lines, _UPRIGHT) for lines in beside if lines is not None):
        return True
    return own is None and _style_has_lines(table, styles)


def _style_has_lines(table: Any, styles: Mapping[Any, Any]) -> bool:
    named = table.find(f"{_TABLE}/{qn('w:tblStyle')}")
    for _ in range(_DEEPEST):
        style = None if named is None else styles.get(named.get(_VALUE))
        if style is None:
            return False
        lines = style.find(_BORDERS)
        if lines is not None:
            return _drawn(lines)
        named = style.find(qn("w:basedOn"))
    return False


def _drawn(lines: Any, sides: set[str] | None = None) -> bool:
    return any(
        line.get(_VALUE) not in {"nil", "none"}
        for line in lines
        if sides is None or line.tag in sides
    )
