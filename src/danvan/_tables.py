"""The rows of a CSV table a clerk keeps, each with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from attrs import frozen

from danvan._files import read_text
from danvan.errors import InvalidValueError, UnknownCodeError, UnreadableFileError

__all__ = ["TableRow", "table_rows"]

T = TypeVar("T")


@frozen
class TableRow:
    """One line of a table, and where it stands."""

    path: str
    line: int
    cells: Mapping[str, str]

    def where(self, column: str) -> str:
        """Where a cell stands."""
        return f"line {self.line}, column {column}"

    def read(self, column: str, as_what: Callable[[str], T]) -> T:
        """A cell as a value; what is wrong with it is said with its place."""
        try:
            return as_what(self.cells.get(column, ""))
        except UnknownCodeError as error:
            where = f"{self.path}, {self.where(column)}"
            raise UnknownCodeError(error.catalogue, error.code, error.nearest, where) from error
        except InvalidValueError as error:
            raise UnreadableFileError(
                self.path,
                "line {line}, column {column}: {got}",
                error.args[2] if error.parts else "{wanted}",
                line=self.line,
                column=column,
                got=error.shown,
                **(error.parts or {"wanted": error.want}),
            ) from error

    def make(self, what: Callable[[], T]) -> T:
        """What the whole line says; what is wrong with it is said with its place."""
        try:
            return what()
        except InvalidValueError as error:
            problem = f"line {self.line}: {error.what} {error.shown}"
            raise UnreadableFileError(self.path, problem, error.want) from error


def table_rows(path: Path, needed: Sequence[str], known: Collection[str]) -> Iterator[TableRow]:
    """The rows of a table in UTF-8, its cells parted by commas or semicolons.

    Raises:
        UnreadableFileError: no such file, other columns, or a row with more or fewer cells.
    """
    name = str(path)
    text = read_text(path)
    head = text.partition("\n")[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = [cell.strip() for cell in next(reader, [])]
        absent = [one for one in needed if one not in columns]
        if absent or set(columns) - set(known) or len(set(columns)) < len(columns):
            raise UnreadableFileError(
                name,
                "line 1: columns {columns}",
                "{needed} and any of {others}, each once",
                columns=", ".join(columns) or "none",
                needed=", ".join(needed),
                others=", ".join(one for one in known if one not in needed),
            )
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(columns):
                problem = f"line {reader.line_num}: {len(cells)} cells"
                raise UnreadableFileError(name, problem, f"{len(columns)}, as in the first line")
            stripped = (cell.strip() for cell in cells)
            yield TableRow(name, reader.line_num, dict(zip(columns, stripped, strict=True)))
    except csv.Error as error:
        raise UnreadableFileError(name, f"line {reader.line_num}: {error}", "CSV") from error
