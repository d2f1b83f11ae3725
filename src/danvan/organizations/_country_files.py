"""Reading the two files of a country, line by line, and refusing what makes no tree."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from danvan.errors import UnreadableFileError
from danvan.organizations.kinds import territory_kinds
from danvan.organizations.organization import Level
from danvan.organizations.succession import SuccessionKind

__all__ = ["Links", "Row", "Units", "is_open", "read_successions", "read_units"]

Row = list[str]
# What is wrong with some values, and what would be right.
Wrong = tuple[str, str] | None

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
        if not table or table[0] != list(columns):
            got = ", ".join(table[0]) if table else "nothing"
            raise UnreadableFileError(self.path, f"line 1: {got}", ", ".join(columns))
        self.lines = table[1:]
        for line in self.lines if set(map(len, table)) != {len(columns)} else ():
            if len(line) != len(columns):
                raise self.refusal(line, f"{len(line)} columns", str(len(columns)))

    def _read(self) -> list[Row]:
        try:
            with Path(self.path).open(encoding="utf-8", newline="") as file:
                return list(csv.reader(file))
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

    def refuse_if(self, wrong: Wrong, columns: tuple[int, ...], values: tuple[str, ...]) -> None:
        """Refuse the first line with these values in these columns, where they are wrong."""
        if wrong:
            line = next(one for one in self.lines if itemgetter(*columns)(one) == values)
            raise self.refusal(line, *wrong)


def is_open(unit: Row, day: str) -> bool:
    """Whether a unit is there on a day; an unknown or open end reaches as far as one asks."""
    return (unit[5] or _FIRST) <= day <= (unit[6] or _LAST)


class Units(NamedTuple):
    """The lines of a file of units, also by code and by the code of the parent."""

    lines: list[Row]
    by_code: dict[str, list[Row]]
    below: dict[str, list[Row]]


class Links(NamedTuple):
    """The lines of a file of successions by their old and by their new code."""

    old: dict[str, list[Row]]
    new: dict[str, list[Row]]


def _by(lines: Sequence[Row], column: int) -> dict[str, list[Row]]:
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for line in lines:
        found[line[column]].append(line)
    return dict(found)


def read_units(path: str | Path) -> Units:
    """The units of a file, which make a tree on every day."""
    file = _File(path, _UNITS)
    by_code = _by(file.lines, 0)
    for bearers in by_code.values():
        if len(bearers) > 1:
            _check_one_a_day(file, bearers)
            bearers.sort(key=lambda unit: unit[5] or _FIRST)
    # A whole country has few different kinds, days and parents: each is looked at once.
    for columns, check in (((2, 3), _wrong_kind), ((5, 6), _wrong_days)):
        for values in set(map(itemgetter(*columns), file.lines)):
            file.refuse_if(check(*values), columns, values)
    for values in set(map(itemgetter(3, 4, 5, 6), file.lines)):
        file.refuse_if(_wrong_parent(by_code, *values), (3, 4, 5, 6), values)
    return Units(file.lines, by_code, _by(file.lines, 4))


def _check_one_a_day(file: _File, bearers: list[Row]) -> None:
    in_time = sorted(bearers, key=lambda unit: unit[5] or _FIRST)
    for earlier, later in pairwise(in_time):
        if (earlier[6] or _LAST) >= (later[5] or _FIRST):
            raise file.refusal(later, f"{later[0]} twice on one day", "a code once on any day")


def _wrong_kind(kind: str, level: str) -> Wrong:
    if level not in _WITHIN:
        return f"level {level!r}", ", ".join(_WITHIN)
    if (kind, Level(level)) not in territory_kinds():
        return f"kind {kind!r}", f"a unit word of the level {level}"
    return None


def _wrong_days(first: str, last: str) -> Wrong:
    for day in filter(None, (first, last)):
        try:
            right = date.fromisoformat(day).isoformat() == day
        except ValueError:
            right = False
        if not right:
            return f"day {day!r}", "a day like 2025-07-01"
    if (first or _FIRST) > (last or _LAST):
        return f"ends on {last}", f"a day not before {first}"
    return None


def _wrong_parent(
    by_code: Mapping[str, list[Row]], level: str, parent: str, first: str, last: str
) -> Wrong:
    wanted = " or ".join(_WITHIN[level])
    if not parent or not wanted:
        return None if not parent and not wanted else (f"parent {parent!r}", wanted or "none")
    # An unknown first day is no claim about days long ago.
    for day in {first or last or _LAST, last or _LAST}:
        above = next((one for one in by_code.get(parent, ()) if is_open(one, day)), None)
        if above is None or above[3] not in _WITHIN[level]:
            return f"in {parent} on {day}", f"a {wanted} that is there on that day"
    return None


def read_successions(path: str | Path, units: Units, reform: date) -> Links:
    """The successions of a file, between units that are there on their days."""
    file = _File(path, _SUCCESSIONS)
    links = Links(_by(file.lines, 0), _by(file.lines, 1))
    for side, day in zip(links, (reform - timedelta(days=1), reform), strict=True):
        for code in side.keys() - _there(units, day.isoformat()):
            raise file.refusal(side[code][0], f"no unit {code} on {day}", "a code of that day")
    for old, found in links.old.items():
        if len(found) > 1 and len({link[1] for link in found}) < len(found):
            again = next(b for n, b in enumerate(found) if b[1] in {a[1] for a in found[:n]})
            raise file.refusal(again, f"{old} to {again[1]} again", "each link once")
    for kind_and_share in set(map(itemgetter(2, 3), file.lines)):
        file.refuse_if(_wrong_share(*kind_and_share), (2, 3), kind_and_share)
    return links


def _there(units: Units, day: str) -> set[str]:
    """The codes of the units that are there on a day."""
    stretches = list(map(itemgetter(5, 6), units.lines))
    then = {one for one in set(stretches) if (one[0] or _FIRST) <= day <= (one[1] or _LAST)}
    codes = map(itemgetter(0), units.lines)
    return {code for code, days in zip(codes, stretches, strict=True) if days in then}


def _wrong_share(kind: str, share: str) -> Wrong:
    kinds = [one.value for one in SuccessionKind]
    if kind not in kinds:
        return f"kind {kind!r}", ", ".join(kinds)
    try:
        right = not share or 0 <= Decimal(share) <= 1
    except InvalidOperation:
        right = False
    if not right:
        return f"share {share!r}", "a share from 0 to 1, or none"
    if kind != "part" and share not in {"", "1"}:
        return f"share {share!r} of a {kind}", "1"
    return None
