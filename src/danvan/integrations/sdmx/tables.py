"""Observations as SDMX-CSV 2.0, and back.

Whatever SDMX has a name for stands under that name, for any tool to use; AS_WRITTEN has
the figure as the paper has it ("trên 394 buổi"), SETTLED and MISSING what OBS_STATUS is
too coarse for.  So every observation comes back as it was, but for its place in a text.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Final, TypeVar

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError, UnknownCodeError, UnreadableFileError
from danvan.indicators import Indicator, Missing, Observation, Role, Scope, Status, indicators
from danvan.integrations.sdmx.identifiers import (
    TOTAL,
    code_id,
    dimension_id,
    from_code_id,
    from_dimension_id,
    from_value_id,
    value_id,
)
from danvan.integrations.sdmx.periods import frequency, from_sdmx_period, to_sdmx_period
from danvan.integrations.sdmx.structure import Structure, table
from danvan.organizations import Organizations
from danvan.quantities import Quantity

__all__ = ["Dataset", "read_csv", "write_csv"]

_HEAD: Final = ("STRUCTURE", "STRUCTURE_ID", "ACTION")
_NEEDED: Final = ("REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE")
_ACTIONS: Final = ("", "I", "A", "M", "R")
_NUMBER: Final = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,12})?")
_NOTHING: Final = ("", "NaN")
_SCALES: Final = {1: "chục", 2: "trăm", 3: "nghìn", 4: "vạn", 6: "triệu", 9: "tỷ", 12: "nghìn tỷ"}

E = TypeVar("E", bound=Enum)


@frozen
class Dataset:
    """Observations that were read, and what of the table they cannot hold.

    Attributes:
        observations: the figures, row by row.
        left_out: the columns nobody asked for, with how many cells and where the first is.
    """

    observations: tuple[Observation, ...] = field(validator=_fields.tuple_of(Observation))
    left_out: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))


def write_csv(observations: Iterable[Observation], structure: Structure | None = None) -> str:
    """Observations as SDMX-CSV 2.0 in the columns of a structure.

    Args:
        observations: the figures.
        structure: the structure; the one that just holds them if none is given.

    Raises:
        InvalidValueError: two figures of one thing, which a table of SDMX cannot hold, or
            one that is not of the structure.
    """
    figures = tuple(observations)
    held = Structure.of(figures) if structure is None else structure
    columns = tuple(component.id for component in held.components)
    known = {one.code for one in held.indicators}, {one.code for one in held.organizations}
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow((*_HEAD, *columns))
    seen: dict[tuple[str, ...], Observation] = {}
    size = columns.index("TIME_PERIOD") + 1
    for one in figures:
        if one.indicator.code not in known[0] or one.organization.code not in known[1]:
            raise InvalidValueError("observation", str(one), "one of the structure")
        cells = _cells(one, held)
        row = tuple(cells.get(column, "") for column in columns)
        if (other := seen.setdefault(row[:size], one)) is not one:
            want = f"one figure of each thing, and not {other} too; as_known() picks the latest"
            raise InvalidValueError("SDMX table", str(one), want)
        writer.writerow(("dataflow", held.id, "I", *row))
    return stream.getvalue()


def _cells(one: Observation, structure: Structure) -> dict[str, str]:
    cells = {
        "FREQ": frequency(one.period),
        "REF_AREA": code_id(one.organization.code),
        "INDICATOR": code_id(one.indicator.code),
        "ROLE": one.role.value,
        "SCOPE": one.scope.value,
        "TIME_PERIOD": to_sdmx_period(one.period),
        "OBS_STATUS": _status(one),
        "SETTLED": one.status.value,
        "MISSING": one.missing.value if one.missing else "",
        "REPORTED_ON": one.reported_on.isoformat() if one.reported_on else "",
        "SOURCE": one.source,
    }
    parts = dict(one.breakdown)
    if strange := sorted(set(parts) - set(structure.dimensions)):
        raise InvalidValueError("breakdown", ", ".join(strange), "one of the structure")
    for dimension in structure.dimensions:
        cells[dimension_id(dimension)] = value_id(parts[dimension]) if dimension in parts else TOTAL
    if one.quantity is not None:
        scale = one.quantity.scale.adjusted()
        cells["OBS_VALUE"] = f"{one.quantity.value:f}"
        cells["UNIT_MEASURE"] = one.quantity.base_unit
        cells["UNIT_MULT"] = str(scale)
        cells["AS_WRITTEN"] = str(one.quantity)
    return cells


def _status(one: Observation) -> str:
    if one.missing is not None:
        return "M" if one.missing is Missing.NOT_APPLICABLE else "O"
    if one.status is Status.PROVISIONAL:
        return "P"
    quantity = one.quantity
    return "E" if quantity and (quantity.qualifier or quantity.high is not None) else "A"


def read_csv(
    text: str,
    organizations: Organizations,
    catalogue: Catalogue[Indicator] | None = None,
    name: str = "SDMX-CSV",
) -> Dataset:
    """The observations in a table of SDMX-CSV, danvan's or another system's.

    Args:
        text: the table; its columns in any order.
        organizations: the tree that REF_AREA is of, a dot of a code written ``-``.
        catalogue: the indicators; those danvan ships if none are given.
        name: what it is called in messages.

    Raises:
        UnreadableFileError: no such table, or a cell that is none of its column's; names
            the line and the column.
        UnknownCodeError: an indicator or an organization nobody knows; names them too.
    """
    rows = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    try:
        columns = next(rows, [])
        absent = [one for one in _NEEDED if one not in columns]
        if absent or len(set(columns)) < len(columns):
            problem = f"line 1: {', '.join(columns) or 'nothing'}"
            raise UnreadableFileError(name, problem, f"{', '.join(_NEEDED)}, and each column once")
        known = indicators() if catalogue is None else catalogue
        reader = _Reader(name, organizations, known, columns)
        found = []
        for cells in rows:
            if len(cells) != len(columns):
                problem = f"line {rows.line_num}: {len(cells)} cells"
                raise UnreadableFileError(name, problem, f"{len(columns)}, as in line 1")
            row = dict(zip(columns, cells, strict=True))
            found.append(reader.observation(row, rows.line_num))
            reader.pass_over(row, rows.line_num)
    except csv.Error as error:
        raise UnreadableFileError(name, f"line {rows.line_num}: {error}", "CSV") from error
    return Dataset(tuple(found), tuple(reader.left_out()))


class _Reader:
    """Rows to observations; counts the cells that no column of danvan takes."""

    def __init__(
        self,
        name: str,
        organizations: Organizations,
        catalogue: Catalogue[Indicator],
        columns: Iterable[str],
    ) -> None:
        self.name, self.organizations, self.catalogue = name, organizations, catalogue
        known = {*_HEAD, "STRUCTURE_NAME", *(one["id"] for one in table()["component"])}
        others = {column: from_dimension_id(column) for column in columns if column not in known}
        self.by = {column: dimension for column, dimension in others.items() if dimension}
        self.strange = [column for column in others if column not in self.by]
        self.counts: dict[str, tuple[int, int]] = {}

    def left_out(self) -> Iterator[str]:
        for column, (count, line) in self.counts.items():
            yield f"column {column}: {count} cells, the first on line {line}"

    def pass_over(self, row: Mapping[str, str], line: int) -> None:
        for column in self.strange:
            if row[column]:
                count, first = self.counts.get(column, (0, line))
                self.counts[column] = count + 1, first

    def observation(self, row: Mapping[str, str], line: int) -> Observation:
        column = "ACTION"
        try:
            if row.get("ACTION", "") not in _ACTIONS:
                raise InvalidValueError("ACTION", row["ACTION"], "I, A, M or R; nothing is deleted")
            column = "INDICATOR"
            indicator = self.catalogue[from_code_id(row["INDICATOR"])]
            column = "TIME_PERIOD"
            period = from_sdmx_period(row["TIME_PERIOD"])
            column = "REF_AREA"
            code = from_code_id(row["REF_AREA"])
            organization = self.organizations.get(code, period.last) or self.organizations[code]
            column = "BY_*"
            breakdown = tuple(self._breakdown(row))
            column = "OBS_VALUE"
            quantity, missing = _figure(row, indicator)
            return Observation(
                indicator,
                organization,
                period,
                quantity,
                breakdown=breakdown,
                role=_choice(Role, "ROLE", row, Role.ACTUAL),
                status=_settled(row),
                scope=_choice(Scope, "SCOPE", row, Scope.WHOLE),
                reported_on=_day(row.get("REPORTED_ON", "")),
                missing=missing,
                source=row.get("SOURCE") or "",
            )
        except UnknownCodeError as error:
            where = f"{self.name}, line {line}, column {column}"
            raise UnknownCodeError(error.catalogue, error.code, error.nearest, where) from error
        except InvalidValueError as error:
            problem = f"line {line}, column {column}: {error.what} {error.shown}"
            raise UnreadableFileError(self.name, problem, error.want) from error

    def _breakdown(self, row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for column, dimension in self.by.items():
            if row[column] not in ("", TOTAL):
                yield dimension, from_value_id(row[column])


def _choice(choices: type[E], column: str, row: Mapping[str, str], default: E) -> E:
    cell = row.get(column, "")
    if not cell:
        return default
    try:
        return choices(cell)
    except ValueError:
        want = f"one of {', '.join(one.value for one in choices)}"
        raise InvalidValueError(column, cell, want) from None


def _settled(row: Mapping[str, str]) -> Status:
    provisional = row.get("OBS_STATUS") == "P"
    return _choice(Status, "SETTLED", row, Status.PROVISIONAL if provisional else Status.FINAL)


def _day(cell: str) -> date | None:
    try:
        return date.fromisoformat(cell) if cell else None
    except ValueError:
        raise InvalidValueError("REPORTED_ON", cell, "a date as yyyy-mm-dd") from None


@cache
def _reasons() -> Mapping[str, Missing]:
    entries = (one for one in table()["entry"] if one["list"] == "CL_OBS_STATUS")
    return {one["code"]: Missing(one["missing"]) for one in entries if "missing" in one}


def _figure(row: Mapping[str, str], indicator: Indicator) -> tuple[Quantity | None, Missing | None]:
    value, status = row["OBS_VALUE"], row.get("OBS_STATUS", "")
    written, reason = row.get("AS_WRITTEN", ""), row.get("MISSING", "")
    if value in _NOTHING:
        if reason:
            return None, _choice(Missing, "MISSING", row, Missing.NOT_REPORTED)
        if status not in _reasons():
            want = f"a value, or why there is none in MISSING or OBS_STATUS ({_listed(_reasons())})"
            raise InvalidValueError("OBS_STATUS", status, want)
        return None, _reasons()[status]
    if reason or status in _reasons():
        raise InvalidValueError("OBS_VALUE", value, f"nothing beside {reason or status}")
    if not _NUMBER.fullmatch(value):
        raise InvalidValueError("OBS_VALUE", value, "a number from zero up, such as 394 or 85.48")
    if written:
        quantity = Quantity.parse(written)
        if quantity.value != Decimal(value):
            raise InvalidValueError("AS_WRITTEN", written, f"a figure of {value}")
        return quantity, None
    return Quantity(Decimal(value), _unit(row, indicator)), None


def _unit(row: Mapping[str, str], indicator: Indicator) -> str:
    """The unit of a figure by its columns; that of its indicator where it names none."""
    unit = row.get("UNIT_MEASURE") or indicator.unit
    power = row.get("UNIT_MULT") or "0"
    if power == "0":
        return unit
    if not power.isdecimal() or int(power) not in _SCALES:
        raise InvalidValueError("UNIT_MULT", power, f"0 or one of {_listed(_SCALES)}")
    return f"{_SCALES[int(power)]} {unit}".strip()


def _listed(things: Iterable[object]) -> str:
    return ", ".join(map(str, things))
