"""What is said of a workbook, and where: sheet and cell, and the words that stand there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property, lru_cache
from typing import Any

from attrs import define, field, frozen

from danvan.findings import Finding, Source, Span, rules
from danvan.integrations.workbooks.layout import address, one_line
from danvan.vietnamese import nfc

__all__ = ["Notes", "Rows", "SheetNotes", "cell_text", "text_of"]

Rows = Sequence[Sequence[object]]
"""The cells of a sheet, as calamine gives them; all rows are equally long."""


def text_of(value: object) -> str:
    """What a cell says, on one line and in NFC; a whole number without its ".0"."""
    if isinstance(value, str):
        return _words(value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


@lru_cache(maxsize=4096)
def _words(text: str) -> str:
    return nfc(one_line(text))


def cell_text(cells: Rows, row: int, column: int) -> str:
    """What the cell at a place says; "" where there is none."""
    if row >= len(cells) or column >= len(cells[row]):
        return ""
    return text_of(cells[row][column])


@define
class Notes:
    """The findings of one workbook, as they are made.

    Attributes:
        file: the name of the file.
        found: the findings.
    """

    file: str
    found: list[Finding] = field(factory=list)

    def of_file(self, code: str, /, **parts: Any) -> None:
        """Say something of the file as a whole."""
        place = Span(0, 0, Source(self.file, ""))
        self.found.append(rules()[code].at(place, place=self.file, **parts))

    def on(self, sheet: str, cells: Rows) -> SheetNotes:
        """The notes of one of its sheets."""
        return SheetNotes(self, sheet, cells)


@frozen
class SheetNotes:
    """The findings of one sheet, each at its cell."""

    notes: Notes
    sheet: str
    cells: Rows

    def add(self, code: str, row: int, column: int, /, **parts: Any) -> None:
        """Say something of the cell at a row and a column, counted from 0."""
        row = max(0, min(row, len(self.cells) - 1))
        place = address(self.sheet, row, column)
        self.notes.found.append(rules()[code].at(self._span(row, column), place=place, **parts))

    def _span(self, row: int, column: int) -> Span:
        lines = self._source.text.split("\n")
        start = sum(len(line) + 1 for line in lines[:row])
        cells = lines[row].split("\t")
        start += sum(len(cell) + 1 for cell in cells[:column])
        width = len(cells[column]) if column < len(cells) else 0
        return Span(start, start + width, self._source)

    @cached_property
    def _source(self) -> Source:
        """The sheet as a text: a line a row, with tabs between the cells."""
        lines = [
            "\t".join([text_of(cell) if cell != "" else "" for cell in row]) for row in self.cells
        ]
        return Source(self.notes.file, "\n".join(lines))
