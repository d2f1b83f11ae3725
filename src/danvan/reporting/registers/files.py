"""Registers from a table a clerk can keep: one entry a row, one column a part.

The first row names the columns, which are the parts of the entry's class: for
:class:`MobilizationModel` these are ``organization,name,field,form,registered`` and,
where they are known, ``working`` and the rest.  Days may be written ``15/3/2026`` or
``2026-03-15``; organizations go by their codes, choices by their values (``economy``).
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import attrs

from danvan._tables import table_rows
from danvan.errors import InvalidValueError, UnreadableFileError
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
    needed = [one.name for one in attrs.fields(of) if one.default is attrs.NOTHING]  # type: ignore[arg-type]  # every entry is of attrs
    entries = []
    for row in table_rows(Path(path), needed, list(parts)):
        values = {
            column: row.read(column, partial(_value, kind=parts[column], among=organizations))
            for column, cell in row.cells.items()
            if cell
        }
        if empty := [column for column in needed if column not in values]:
            problem = f"line {row.line}: nothing in {', '.join(empty)}"
            raise UnreadableFileError(name, problem, f"every one of {', '.join(needed)}")
        entries.append(row.make(partial(of, **values)))
    try:
        return Register(of, members, kept, tuple(entries))
    except InvalidValueError as error:
        raise UnreadableFileError(name, f"{error.shown}", error.want) from error


def _value(cell: str, kind: Any, among: Organizations) -> Any:
    """A cell as what its column holds."""
    if isinstance(kind, types.UnionType):
        kind = next(one for one in typing.get_args(kind) if one is not type(None))
    if kind is Organization:
        return among[cell]
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
