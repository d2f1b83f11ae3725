"""Reading the two files of a country, column by column, and refusing what makes no tree."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cached_property
from itertools import compress, pairwise
from operator import itemgetter
from pathlib import Path

from danvan.errors import UnreadableFileError
from danvan.organizations.kinds import territory_kinds
from danvan.organizations.organization import Level
from danvan.organizations.succession import SuccessionKind

__all__ = ["Links", "Units", "read_successions", "read_units"]

Column = tuple[str, ...]
# What is wrong with some values, and what would be right.
Wrong = tuple[str, str] | None

_UNITS = ("code", "name", "kind", "level", "parent_code", "valid_from", "valid_to")
_SUCCESSIONS = ("old_code", "new_code", "kind", "share", "source")
# The levels a unit may lie in.
_WITHIN = {"province": (), "district": ("province",), "commune": ("district", "province")}
# Unknown and open ends of a stretch of days; in ISO form days compare as text.
_FIRST, _LAST = "0001-01-01", "9999-12-31"


class _Table:
    """The columns of a file, and a refusal that names one of its lines."""

    def __init__(self, path: str | Path, header: Sequence[str]) -> None:
        self.path = str(path)
        rows = self._read()
        if not rows or rows[0] != list(header):
            got = ", ".join(rows[0]) if rows else "nothing"
            raise UnreadableFileError(self.path, f"line 1: {got}", ", ".join(header))
        del rows[0]
        if set(map(len, rows)) - {len(header)}:
            at, row = next((n, row) for n, row in enumerate(rows) if len(row) != len(header))
            raise self.refusal(at, f"{len(row)} columns", str(len(header)))
        # A few long columns, and not a list a line, which the garbage collector would walk.
        self.columns = [tuple(map(itemgetter(n), rows)) for n in range(len(header))]

    def _read(self) -> list[list[str]]:
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

    def refusal(self, at: int, problem: str, want: str) -> UnreadableFileError:
        return UnreadableFileError(self.path, f"line {at + 2}: {problem}", want)

    def refuse_if(self, wrong: Wrong, values: tuple[str, ...], *columns: Column) -> None:
        """Refuse the first line with these values in these columns, where they are wrong."""
        if wrong:
            lines = enumerate(zip(*columns, strict=True))
            raise self.refusal(next(n for n, found in lines if found == values), *wrong)


class Units:
    """The columns of a file of units; a unit is the number of its line."""

    def __init__(self, columns: Iterable[Column]) -> None:
        self.codes, self.names, self.kinds, self.levels, self.parents, *days = columns
        self.firsts, self.lasts = days
        in_time = sorted(range(len(self.codes)), key=self.firsts.__getitem__)
        self.newest = {self.codes[unit]: unit for unit in in_time}
        # Most codes have one bearer; those with several have them in order of their days.
        self._several: dict[str, list[int]] = {}
        for unit in in_time:
            newest = self.newest[self.codes[unit]]
            if newest != unit:
                self._several.setdefault(self.codes[unit], [newest]).insert(-1, unit)

    def bearers(self, code: str) -> Sequence[int]:
        """The units that have or had a code, the oldest first."""
        return self._several.get(code) or (self.newest[code],)

    def twice(self) -> Iterator[int]:
        """The units whose code another has on one of their days."""
        for bearers in self._several.values():
            for earlier, later in pairwise(bearers):
                if (self.lasts[earlier] or _LAST) >= (self.firsts[later] or _FIRST):
                    yield later

    @cached_property
    def below(self) -> dict[str, list[int]]:
        """The units under a code on any day, in the order of the file; made when asked for."""
        return _by(self.parents)

    def is_open(self, unit: int, day: str) -> bool:
        """Whether it is there on a day; an unknown or open end reaches as far as one asks."""
        return (self.firsts[unit] or _FIRST) <= day <= (self.lasts[unit] or _LAST)

    def open_on(self, day: str) -> Iterator[bool]:
        """Whether each unit is there on a day."""
        # A whole country has few different days.
        days = set(zip(self.firsts, self.lasts, strict=True))
        then = {one for one in days if (one[0] or _FIRST) <= day <= (one[1] or _LAST)}
        return map(then.__contains__, zip(self.firsts, self.lasts, strict=True))

    def at(self, code: str, day: str) -> int | None:
        """The bearer of a code on a day."""
        known = self.bearers(code) if code in self.newest else ()
        return next((unit for unit in known if self.is_open(unit, day)), None)


class Links:
    """The columns of a file of successions; a link is the number of its line."""

    def __init__(self, columns: Iterable[Column] = ((),) * len(_SUCCESSIONS)) -> None:
        self.olds, self.news, self.kinds, self.shares, self.sources = columns

    @cached_property
    def of_old(self) -> dict[str, list[int]]:
        """The links from each old code; made when asked for."""
        return _by(self.olds)

    @cached_property
    def of_new(self) -> dict[str, list[int]]:
        """The links to each new code; made when asked for."""
        return _by(self.news)


def _by(column: Column) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for line, value in enumerate(column):
        found.setdefault(value, []).append(line)
    return found


def read_units(path: str | Path) -> Units:
    """The units of a file, which make a tree on every day."""
    table = _Table(path, _UNITS)
    units = Units(table.columns)
    for unit in units.twice():
        problem = f"{units.codes[unit]} twice on one day"
        raise table.refusal(unit, problem, "a code once on any day")
    _, _, kinds, levels, parents, firsts, lasts = table.columns
    # A whole country has few different kinds, days and parents: each is looked at once.
    for kind in set(zip(kinds, levels, strict=True)):
        table.refuse_if(_wrong_kind(*kind), kind, kinds, levels)
    for days in set(zip(firsts, lasts, strict=True)):
        table.refuse_if(_wrong_days(*days), days, firsts, lasts)
    for place in set(zip(levels, parents, firsts, lasts, strict=True)):
        table.refuse_if(_wrong_parent(units, *place), place, levels, parents, firsts, lasts)
    return units


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


def _wrong_parent(units: Units, level: str, parent: str, first: str, last: str) -> Wrong:
    wanted = " or ".join(_WITHIN[level])
    if not parent or not wanted:
        return None if not parent and not wanted else (f"parent {parent!r}", wanted or "none")
    # An unknown first day is no claim about days long ago.
    for day in {first or last or _LAST, last or _LAST}:
        above = units.at(parent, day)
        if above is None or units.levels[above] not in _WITHIN[level]:
            return f"in {parent} on {day}", f"a {wanted} that is there on that day"
    return None


def read_successions(path: str | Path, units: Units, reform: date) -> Links:
    """The successions of a file, between units that are there on their days."""
    table = _Table(path, _SUCCESSIONS)
    olds, news, kinds, shares, _ = table.columns
    for codes, day in ((olds, reform - timedelta(days=1)), (news, reform)):
        nobody = set(codes).difference(compress(units.codes, units.open_on(day.isoformat())))
        if nobody:
            at, code = next((n, code) for n, code in enumerate(codes) if code in nobody)
            raise table.refusal(at, f"no unit {code} on {day}", "a code of that day")
    if len(set(zip(olds, news, strict=True))) < len(olds):
        at, old, new = _again(olds, news)
        raise table.refusal(at, f"{old} to {new} again", "each link once")
    for passed in set(zip(kinds, shares, strict=True)):
        table.refuse_if(_wrong_share(*passed), passed, kinds, shares)
    return Links(table.columns)


def _again(olds: Column, news: Column) -> tuple[int, str, str]:
    """The first link that stands further up already."""
    pairs = list(zip(olds, news, strict=True))
    at = next(n for n, pair in enumerate(pairs) if pairs.index(pair) < n)
    return at, *pairs[at]


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
