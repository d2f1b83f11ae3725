"""Reading the two files of a country, line by line, and refusing what makes no tree."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from pathlib import Path

from danvan.errors import UnreadableFileError
from danvan.organizations.kinds import territory_kinds
from danvan.organizations.organization import Level
from danvan.organizations.succession import SuccessionKind

__all__ = ["Row", "is_open", "read_successions", "read_units"]

Row = tuple[str, ...]

_UNITS = ("code", "name", "kind", "level", "parent_code", "valid_from", "valid_to")
_SUCCESSIONS = ("old_code", "new_code", "kind", "share", "source")
# The levels a unit may lie in.
_WITHIN = {"province": (), "district": ("province",), "commune": ("district", "province")}
# Unknown and open ends of a stretch of days; in ISO form days compare as text.
_FIRST, _LAST = "0001-01-01", "9999-12-31"


class _File:
    """The lines of a file, and a refusal that names one of them."""

    def __init__(self, path: str | Path, columns: Sequence[str]) -> None:
        self.path = str(path)
        table = self._read()
        if not table or table[0] != tuple(columns):
            got = ", ".join(table[0]) if table else "nothing"
            raise UnreadableFileError(self.path, f"line 1: {got}", ", ".join(columns))
        self.lines = table[1:]
        for line in self.lines if set(map(len, table)) != {len(columns)} else ():
            if len(line) != len(columns):
                raise self.refusal(line, f"{len(line)} columns", str(len(columns)))

    def _read(self) -> list[Row]:
        try:
            with Path(self.path).open(encoding="utf-8", newline="") as file:
                return list(map(tuple, csv.reader(file)))
        except OSError as error:
            problem = error.strerror or str(error)
            raise UnreadableFileError(self.path, problem, "a file") from error
        except UnicodeDecodeError as error:
            problem = f"not UTF-8 at byte {error.start}"
            raise UnreadableFileError(self.path, problem, "UTF-8 text") from error
        except csv.Error as error:
            raise UnreadableFileError(self.path, str(error), "comma separated values") from error

    def refusal(self, line: Row, problem: str, want: str) -> UnreadableFileError:
        at = next(n for n, other in enumerate(self.lines, 2) if other is line)
        return UnreadableFileError(self.path, f"line {at}: {problem}", want)


def is_open(unit: Row, day: str) -> bool:
    """Whether a unit is there on a day; an unknown or open end reaches as far as one asks."""
    return (unit[5] or _FIRST) <= day <= (unit[6] or _LAST)


def read_units(path: str | Path) -> list[Row]:
    """The lines of a file of units, which make a tree on every day."""
    file = _File(path, _UNITS)
    by_code: dict[str, list[Row]] = {}
    for unit in file.lines:
        by_code.setdefault(unit[0], []).append(unit)
    for bearers in by_code.values():
        if len(bearers) > 1:
            _check_one_a_day(file, bearers)
    # A whole country has few different kinds, parents and days: each set is looked at once.
    different = {unit[2:]: unit for unit in reversed(file.lines)}
    for unit in different.values():
        _check_values(file, unit)
        _check_parent(file, unit, by_code)
    return file.lines


def _check_one_a_day(file: _File, bearers: list[Row]) -> None:
    in_time = sorted(bearers, key=lambda unit: unit[5] or _FIRST)
    for earlier, later in pairwise(in_time):
        if (earlier[6] or _LAST) >= (later[5] or _FIRST):
            raise file.refusal(later, f"{later[0]} twice on one day", "a code once on any day")


def _check_values(file: _File, unit: Row) -> None:
    _, _, kind, level, _, first, last = unit
    if level not in _WITHIN:
        raise file.refusal(unit, f"level {level!r}", ", ".join(_WITHIN))
    if (kind, Level(level)) not in territory_kinds():
        raise file.refusal(unit, f"kind {kind!r}", f"a unit word of the level {level}")
    for day in (first, last):
        if day and not _is_day(day):
            raise file.refusal(unit, f"day {day!r}", "a day like 2025-07-01")
    if (first or _FIRST) > (last or _LAST):
        raise file.refusal(unit, f"ends on {last}", f"a day not before {first}")


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _check_parent(file: _File, unit: Row, by_code: Mapping[str, list[Row]]) -> None:
    code, _, _, level, parent, first, last = unit
    wanted = " or ".join(_WITHIN[level])
    if not parent:
        if wanted:
            raise file.refusal(unit, f"{code} without a parent", f"a {wanted}")
        return
    start = first or (last or _LAST)  # an unknown first day is no claim about days long ago
    for day in {start, last or _LAST}:
        above = next((one for one in by_code.get(parent, ()) if is_open(one, day)), None)
        if above is None or above[3] not in _WITHIN[level]:
            problem = f"{code} in {parent} on {day}"
            raise file.refusal(unit, problem, f"a {wanted} that is there on that day")


def read_successions(path: str | Path, units: Sequence[Row], reform: date) -> list[Row]:
    """The lines of a file of successions between units that are there on their days."""
    file = _File(path, _SUCCESSIONS)
    before, after = (reform - timedelta(days=1)).isoformat(), reform.isoformat()
    old = {unit[0] for unit in units if is_open(unit, before)}
    new = {unit[0] for unit in units if is_open(unit, after)}
    for link in file.lines:
        if link[0] not in old:
            raise file.refusal(link, f"no unit {link[0]} on {before}", "a code of that day")
        if link[1] not in new:
            raise file.refusal(link, f"no unit {link[1]} on {after}", "a code of that day")
    if len({link[:2] for link in file.lines}) < len(file.lines):
        seen: set[Row] = set()
        for link in file.lines:
            if link[:2] in seen:
                raise file.refusal(link, f"{link[0]} to {link[1]} again", "each link once")
            seen.add(link[:2])
    for link in {link[2:4]: link for link in reversed(file.lines)}.values():
        _check_share(file, link)
    return file.lines


def _check_share(file: _File, link: Row) -> None:
    kind, share = link[2], link[3]
    kinds = [one.value for one in SuccessionKind]
    if kind not in kinds:
        raise file.refusal(link, f"kind {kind!r}", ", ".join(kinds))
    try:
        right = not share or 0 <= Decimal(share) <= 1
    except InvalidOperation:
        right = False
    if not right:
        raise file.refusal(link, f"share {share!r}", "a share from 0 to 1, or none")
    if kind != "part" and share not in {"", "1"}:
        raise file.refusal(link, f"share {share!r} of a {kind}", "1")
