"""Registers from a table a clerk can keep: one entry a row, one column a part.

The first row names the columns, which are the parts of the entry's class: for
:class:`MobilizationModel` these are ``organization,name,field,form,registered`` and,
where they are known, ``working`` and the rest.  Days may be written ``15/3/2026`` or
``2026-03-15``; organizations go by their codes, choices by their values (``economy``).
"""

from __future__ import annotations

import csv
import io
import types
import typing
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

import attrs

from danvan.errors import InvalidValueError, UnknownCodeError, UnreadableFileError
from danvan.organizations import Organization, Organizations
from danvan.periods import Period
from danvan.reporting.registers.register import Entry, Register
from danvan.vietnamese.date_reading import read_date
from danvan.vietnamese.numbers import parse_number

__all__ = ["read_register"]

E = TypeVar("E", bound=Entry)


def read_register(
    path: str | Path,
    of: type[E],
    organizations: Organizations,
    *,
    keepers: Iterable[str | Organization],
    kept: Period,
) -> Register[E]:
    """Read a register; a row that cannot be taken stops the reading and is named.

    Args:
        path: a CSV file in UTF-8, its cells parted by commas or semicolons.
        of: the class of its entries.
        organizations: the tree the codes are of.
        keepers: who keeps it, those with no entry too.
        kept: the time for which it is kept without gaps.

    Raises:
        UnreadableFileError: the file cannot be read, or a cell is not what its column
            wants; names the line and the column.
        UnknownCodeError: an organization that is not of the tree.
    """
    name = str(path)
    members = tuple(organizations[one if isinstance(one, str) else one.code] for one in keepers)
    parts: dict[str, Any] = {
        one: kind for one, kind in typing.get_type_hints(of).items() if one != "COUNTED"
    }
    entries = []
    for line, row in _rows(Path(path), name, of, set(parts)):
        values: dict[str, Any] = {}
        for column, cell in row.items():
            where = f"line {line}, column {column}"
            try:
                if cell or parts[column] is str:
                    values[column] = _value(cell, parts[column], organizations)
            except UnknownCodeError as error:
                raise UnknownCodeError(
                    error.catalogue, error.code, error.nearest, f"{name}, {where}"
                ) from error
            except InvalidValueError as error:
                raise UnreadableFileError(name, f"{where}: {error.got!r}", error.want) from error
        try:
            entries.append(of(**values))
        except InvalidValueError as error:
            problem = f"line {line}: {error.what} {error.got!r}"
            raise UnreadableFileError(name, problem, error.want) from error
        except TypeError as error:
            problem = f"line {line}: a part without which there is no entry is empty"
            raise UnreadableFileError(name, problem, ", ".join(_needed(of))) from error
    try:
        return Register(of, members, kept, tuple(entries))
    except InvalidValueError as error:
        raise UnreadableFileError(name, f"{error.got!r}", error.want) from error


def _needed(of: type[Any]) -> list[str]:
    return [one.name for one in attrs.fields(of) if one.default is attrs.NOTHING]


def _rows(
    path: Path, name: str, of: type[Any], known: set[str]
) -> Iterable[tuple[int, dict[str, str]]]:
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
        absent = [one for one in _needed(of) if one not in columns]
        if absent or set(columns) - known or len(set(columns)) < len(columns):
            problem = f"line 1: columns {', '.join(columns) or 'none'}"
            want = f"{', '.join(_needed(of))} and any of {', '.join(sorted(known))}, each once"
            raise UnreadableFileError(name, problem, want)
        for cells in reader:
            if len(cells) != len(columns) and any(cells):
                problem = f"line {reader.line_num}: {len(cells)} cells"
                raise UnreadableFileError(name, problem, f"{len(columns)}, as in the first line")
            if any(cell.strip() for cell in cells):
                stripped = (cell.strip() for cell in cells)
                yield reader.line_num, dict(zip(columns, stripped, strict=True))
    except csv.Error as error:
        raise UnreadableFileError(name, f"line {reader.line_num}: {error}", "CSV") from error


def _value(cell: str, kind: Any, organizations: Organizations) -> Any:
    """A cell as what its column holds."""
    if isinstance(kind, types.UnionType):
        kind = next(one for one in typing.get_args(kind) if one is not type(None))
    if kind is Organization:
        return organizations[cell]
    if kind is date:
        return read_date(cell).day
    if kind is Period:
        return Period.parse(cell)
    if kind is Decimal:
        return parse_number(cell)
    if kind is int:
        number = parse_number(cell)
        if number != number.to_integral_value():
            raise InvalidValueError("count", cell, "a whole number")
        return int(number)
    if issubclass(kind, Enum):
        values = [one.value for one in kind]
        if cell not in values:
            raise InvalidValueError(kind.__name__, cell, f"one of {', '.join(values)}")
        return kind(cell)
    return cell
