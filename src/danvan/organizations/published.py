"""Published lists of the country's units, brought into the two files that Country reads.

Three layouts are known; each is what its data set documents or its own program writes:

- units in three levels, as dvhcvn/data publishes them: a list of provinces with ``level1_id``,
  ``name`` and ``level2s``, in these ``level2_id`` and ``level3s``, in these ``level3_id``;
- units in two levels, as thanglequoc/vietnamese-provinces-database does since July 2025: a
  list of provinces with ``Code``, ``FullName`` and ``Wards`` (or ``code``, ``fullName``,
  ``wards``);
- links, as ``merges.json`` of dvhcvn/20250701: under ``data`` the new provinces with
  ``level1_id``, ``name``, ``merges`` and ``level2s``; each merge has ``old_id``, ``name`` and
  ``type``, "full" or "partial".

The lists are taken as they are, with their errors: that of 1 March 2025 has twelve communes
too many, and some of the links go to a namesake.  ``Country.read(..., counts=...)`` says so.

>>> import json
>>> from pathlib import Path
>>> from tempfile import TemporaryDirectory
>>> from danvan.organizations import Country
>>> province = {"Code": "01", "FullName": "Tỉnh Ban Mai", "Wards": [
...     {"Code": "00011", "FullName": "Xã Núi Trăng"}]}
>>> with TemporaryDirectory() as folder:
...     source, target = Path(folder, "units.json"), Path(folder, "units.csv")
...     _ = source.write_text(json.dumps([province]), encoding="utf-8")
...     print(convert_units(target, after=source))
...     print(Country.read(target)["00011"].name)
2
Xã Núi Trăng
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from danvan._files import read_bytes, write_text
from danvan.errors import UnreadableFileError
from danvan.organizations._country_files import SUCCESSIONS_HEADER, UNITS_HEADER
from danvan.organizations.kinds import territory_kinds
from danvan.organizations.organization import FIRST_DAY_WITHOUT_DISTRICTS, Level

__all__ = ["convert_successions", "convert_units"]

# The name of each level's code, and of the list of units below it.
_THREE_LEVELS = (
    ("province", "level1_id", "name", "level2s"),
    ("district", "level2_id", "name", "level3s"),
    ("commune", "level3_id", "name", ""),
)
_TWO_LEVELS = (
    ("province", "Code", "FullName", "Wards"),
    ("commune", "Code", "FullName", ""),
)
_TWO_LEVELS_SMALL = (
    ("province", "code", "fullName", "wards"),
    ("commune", "code", "fullName", ""),
)
_LAYOUTS = (_THREE_LEVELS, _TWO_LEVELS, _TWO_LEVELS_SMALL)

Layout = tuple[tuple[str, str, str, str], ...]
Row = tuple[str, ...]


def convert_units(
    target: str | Path,
    *,
    before: str | Path | None = None,
    after: str | Path | None = None,
    reform: date = FIRST_DAY_WITHOUT_DISTRICTS,
) -> int:
    """Write the file of units from the published lists of one or both sides of a reform.

    Args:
        target: the file to be written; one of that name is written over.
        before: the list of the units until the day before the reform.
        after: the list of the units from the day of the reform on.
        reform: the first day of the new units.

    Returns:
        How many units were written.

    Raises:
        UnreadableFileError: a list in none of the known layouts.
    """
    rows: list[Row] = []
    if before is not None:
        last = (reform - timedelta(days=1)).isoformat()
        rows.extend((*unit, "", last) for unit in _units(before))
    if after is not None:
        rows.extend((*unit, reform.isoformat(), "") for unit in _units(after))
    return _write(target, UNITS_HEADER, rows)


def convert_successions(source: str | Path, target: str | Path, *, by: str) -> int:
    """Write the file of successions from a published list of links.

    A unit that alone and wholly makes a new one is ``unchanged`` or, where its name
    differs, ``renamed``.  No share of a part is known.

    Args:
        source: the list of links.
        target: the file to be written; one of that name is written over.
        by: what to name as the source of each link.

    Returns:
        How many links were written.

    Raises:
        UnreadableFileError: a list in another layout.
    """
    path = str(source)
    data = _parts(path, _load(path), "data")
    rows: list[Row] = []
    for province in data:
        rows.extend(_links(path, province, "level1_id", by))
        for commune in _parts(path, province, "level2s"):
            rows.extend(_links(path, commune, "level2_id", by))
    return _write(target, SUCCESSIONS_HEADER, rows)


def _units(source: str | Path) -> Iterator[Row]:
    path = str(source)
    provinces = _load(path)
    first = provinces[0] if isinstance(provinces, list) and provinces else {}
    layout = next((one for one in _LAYOUTS if isinstance(first, dict) and one[0][1] in first), None)
    if layout is None:
        want = "a list of provinces with level1_id or Code"
        raise UnreadableFileError(path, "no list of units in a known layout", want)
    yield from _within(path, provinces, layout, "")


def _within(path: str, units: Iterable[Any], layout: Layout, parent: str) -> Iterator[Row]:
    (level, code, name, below), *deeper = layout
    for unit in units:
        number, called = _text(path, unit, code), _text(path, unit, name)
        yield number, called, _kind(path, called, level), level, parent
        if deeper:
            yield from _within(path, _parts(path, unit, below), tuple(deeper), number)


def _kind(path: str, name: str, level: str) -> str:
    """The unit word a name begins with, the longest of its level."""
    units = [unit for unit, at in territory_kinds() if at is Level(level)]
    fitting = [unit for unit in units if name.lower().startswith(f"{unit} ")]
    if not fitting:
        raise UnreadableFileError(path, f"name {name!r}", f"a unit word of the level {level} first")
    return max(fitting, key=len)


def _links(path: str, unit: Any, code: str, by: str) -> Iterator[Row]:
    new, name = _text(path, unit, code), _text(path, unit, "name")
    merges = _parts(path, unit, "merges")
    for merge in merges:
        how = _text(path, merge, "type")
        if how not in {"full", "partial"}:
            raise UnreadableFileError(path, f"{new}: type {how!r}", "full or partial")
        kind = "whole"
        if how == "partial":
            kind = "part"
        elif len(merges) == 1:
            kind = "unchanged" if _text(path, merge, "name") == name else "renamed"
        yield _text(path, merge, "old_id"), new, kind, "1" if how == "full" else "", by


def _load(path: str) -> Any:
    try:
        return json.loads(read_bytes(Path(path)))
    except UnreadableFileError:
        raise
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(path, str(error), "JSON") from error


def _parts(path: str, unit: Any, name: str) -> list[Any]:
    found = unit.get(name) if isinstance(unit, Mapping) else None
    if not isinstance(found, list):
        raise UnreadableFileError(path, f"no list {name} in {str(unit)[:60]}", "one in each unit")
    return found


def _text(path: str, unit: Any, name: str) -> str:
    found = unit.get(name) if isinstance(unit, Mapping) else None
    if not isinstance(found, str) or not found:
        raise UnreadableFileError(path, f"no text {name} in {str(unit)[:60]}", "one in each unit")
    return found


def _write(target: str | Path, header: str, rows: list[Row]) -> int:
    table = io.StringIO()
    csv.writer(table, lineterminator="\n").writerows([tuple(header.split(",")), *rows])
    write_text(Path(target), table.getvalue())
    return len(rows)
