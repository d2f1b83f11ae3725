"""The rows of a CSV table a clerk keeps, each with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from attrs import frozen

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
            problem = f"{self.where(column)}: {error.got!r}"
            raise UnreadableFileError(self.path, problem, error.want) from error

    def make(self, what: Callable[[], T]) -> T:
        """What the whole line says; what is wrong with it is said with its place."""
        try:
            return what()
        except InvalidValueError as error:
            problem = f"line {self.line}: {error.what} {error.got!r}"
            raise UnreadableFileError(self.path, problem, error.want) from error


def table_rows(path: Path, needed: Sequence[str], known: Collection[str]) -> Iterator[TableRow]:
    """The rows of a table in UTF-8, its cells parted by commas or semicolons.

    Raises:
        UnreadableFileError: no such file, other columns, or a row with more or fewer cells.
    """
    name = str(path)
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise UnreadableFileError(name, error.strerror or str(error), "a table") from error
    except UnicodeDecodeError as error:
        raise UnreadableFileError(name, f"not UTF-8 at byte {error.start}", "UTF-8") from error
    head = text.partition("\n")[0]
    delimiter = ";" if head.count(";") > head.count(",") else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = [cell.strip() for cell in next(reader, [])]
        absent = [one for one in needed if one not in columns]
        if absent or set(columns) - set(known) or len(set(columns)) < len(columns):
            problem = f"line 1: columns {', '.join(columns) or 'none'}"
            others = [one for one in known if one not in needed]
            want = f"{', '.join(needed)} and any of {', '.join(others)}, each once"
            raise UnreadableFileError(name, problem, want)
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
