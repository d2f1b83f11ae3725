"""Registers as CSV files that a spreadsheet opens.

UTF-8 with the mark that Excel looks for, one line a paper, dates as ISO 8601,
which every spreadsheet reads in the same way; what it would take for a formula has a
quote before it, which reading takes off.  Reading takes the columns in any
order; only number, kind and issuer must be there.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from danvan._files import read_text, write_text
from danvan.directives.directive import Directive
from danvan.directives.kinds import Confidence, document_kinds
from danvan.directives.register import Register
from danvan.document_number import DocumentNumber
from danvan.errors import DanvanError, UnreadableFileError

__all__ = ["read_register", "write_register"]

_READERS: dict[str, Callable[[str], Any]] = {
    "number": DocumentNumber.parse,
    "kind": lambda cell: document_kinds()[cell].code,
    "issuer": str,
    "issued_on": lambda cell: date.fromisoformat(cell) if cell else None,
    "title": str,
    "term": str,
    "signer_post": str,
    "valid_from": lambda cell: date.fromisoformat(cell) if cell else None,
    "valid_to": lambda cell: date.fromisoformat(cell) if cell else None,
    "short_names": lambda cell: tuple(name.strip() for name in cell.split(";") if name.strip()),
    "source": str,
    "confidence": lambda cell: Confidence(cell or "sure"),
}
_NEEDED = ("number", "kind", "issuer")
_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")


def write_register(register: Register, path: str | Path) -> None:
    """Write a register to a CSV file, every part of every paper."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(_READERS)
    for paper in register:
        writer.writerow([_cell(getattr(paper, column)) for column in _READERS])
    write_text(Path(path), table.getvalue(), "utf-8-sig")


def _cell(value: object) -> str:
    """A part as a cell; one a spreadsheet would take for a formula gets a quote before it."""
    if value is None:
        return ""
    words = "; ".join(value) if isinstance(value, tuple) else str(value)
    if isinstance(value, Confidence):
        return value.value
    return f"'{words}" if _FORMULA.match(words) else words


def _words(cell: str) -> str:
    """What a cell says: the quote before a formula is none of it."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def read_register(path: str | Path, name: str | None = None) -> Register:
    """Read a register from a CSV file.

    Args:
        path: the file.
        name: what the register is called; the name of the file by default.

    Raises:
        UnreadableFileError: not UTF-8, a column that is missing or unknown, or a cell that
            is none of its column's; the message names the line and the column.
    """
    path = Path(path)
    rows = csv.DictReader(read_text(path).splitlines(keepends=True))
    columns = rows.fieldnames or []
    wrong = [c for c in columns if c not in _READERS] + [c for c in _NEEDED if c not in columns]
    if wrong:
        raise UnreadableFileError(str(path), f"columns {', '.join(wrong)}", ", ".join(_READERS))
    papers = [_paper(str(path), rows.line_num, row) for row in rows]
    return Register(name or path.stem, papers)


def _paper(path: str, line: int, row: dict[str, str | None]) -> Directive:
    parts: dict[str, Any] = {}
    column = ""
    try:
        for column, cell in row.items():
            parts[column] = _READERS[column](_words(cell or ""))
        column = "all columns"
        number, kind, issuer = (parts.pop(needed) for needed in _NEEDED)
        return Directive(number, kind, issuer, **parts)
    except (DanvanError, ValueError, KeyError) as error:
        raise UnreadableFileError(
            path, f"line {line}, {column}: {error}", "a paper as write_register() writes it"
        ) from error
