"""Reading the two files of a country, column by column, and refusing what makes no tree."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import cached_property, lru_cache
from io import StringIO
from itertools import compress, pairwise
from operator import attrgetter
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from danvan._files import read_text
from danvan.errors import UnreadableFileError
from danvan.organizations.kinds import territory_kinds
from danvan.organizations.organization import Level
from danvan.organizations.succession import SuccessionKind

__all__ = [
    "SUCCESSIONS_HEADER",
    "UNITS_HEADER",
    "Links",
    "Units",
    "read_successions",
    "read_units",
]

# Two columns, the texts of the rest of each line, and the fields of each such text.
_Split = tuple[list[str], list[str], list[str], dict[str, list[str]]]
# What is wrong with some values, and what would be right.
Wrong = tuple[str, str] | None

UNITS_HEADER = "code,name,kind,level,parent_code,valid_from,valid_to"
SUCCESSIONS_HEADER = "old_code,new_code,kind,share,source"
# The levels a unit may lie in.
_WITHIN = {"province": (), "district": ("province",), "commune": ("district", "province")}
# Unknown and open ends of a stretch of days; in ISO form days compare as text.
_FIRST, _LAST = "0001-01-01", "9999-12-31"


class Standing(NamedTuple):
    """What a unit is and where it lies, from one day to another."""

    kind: str
    level: str
    parent: str
    first: str
    last: str

    def holds(self, day: str) -> bool:
        """Whether the day lies in it; an unknown or open end reaches as far as one asks."""
        return (self.first or _FIRST) <= day <= (self.last or _LAST)


class Passing(NamedTuple):
    """How a unit, or a part of it, went over."""

    kind: str
    share: str
    source: str


Rest = TypeVar("Rest", Standing, Passing)


class _Table(Generic[Rest]):
    """A file by columns: two of their own for each line, and the rest, which many lines share.

    The rest is read once for all lines that have it, so that a country is read in less
    time than a list for each line would take, and the garbage collector has little to walk.
    """

    def __init__(self, path: str | Path, header: str, rest: type[Rest]) -> None:
        self.path = str(path)
        self.width = header.count(",") + 1
        try:
            text = read_text(Path(path)).replace("\r\n", "\n")
            first, _, body = text.partition("\n")
            if next(csv.reader([first]), []) != header.split(","):
                raise UnreadableFileError(self.path, f"line 1: {first or 'nothing'}", header)
            shared = self._read_shared(body) or self._read(body)
            self.one, self.other, rests, by_text = shared
        except csv.Error as error:
            raise UnreadableFileError(self.path, str(error), "comma separated values") from error
        known: dict[str, Rest] = {text: rest(*fields) for text, fields in by_text.items()}
        self.rests: list[Rest] = list(map(known.__getitem__, rests))
        self.distinct: set[Rest] = set(known.values())

    def _read_shared(self, body: str) -> _Split | None:
        """The lines split at their first two commas; ``None`` where that is not enough."""
        one: list[str] = []
        other: list[str] = []
        rests: list[str] = []
        for line in body.removesuffix("\n").split("\n"):
            fields = line.split(",", 2)
            if len(fields) < 3:
                return None
            one.append(fields[0])
            other.append(fields[1])
            rests.append(fields[2])
        if "\r" in body:
            return None
        texts = list(set(rests))
        if '"' in "".join(one) or '"' in "".join(other) or any(map(_goes_on, texts)):
            return None
        rows = list(csv.reader(texts))
        if set(map(len, rows)) != {self.width - 2}:
            return None
        return one, other, rests, dict(zip(texts, rows, strict=True))

    def _read(self, body: str) -> _Split:
        """Any lines, one by one."""
        rows = list(csv.reader(StringIO(body)))
        for at, row in enumerate(rows):
            if len(row) != self.width:
                raise self.refusal(at, f"{len(row)} columns", str(self.width))
        rests = [repr(row[2:]) for row in rows]
        by_text = {rest: row[2:] for rest, row in zip(rests, rows, strict=True)}
        return [row[0] for row in rows], [row[1] for row in rows], rests, by_text

    def refusal(self, at: int, problem: str, want: str) -> UnreadableFileError:
        return UnreadableFileError(self.path, f"line {at + 2}: {problem}", want)

    def refuse_if(self, find_wrong: Callable[[Rest], Wrong]) -> None:
        """Refuse the first line whose rest is wrong."""
        wrong = {rest: found for rest in self.distinct if (found := find_wrong(rest))}
        if wrong:
            at, rest = next((n, rest) for n, rest in enumerate(self.rests) if rest in wrong)
            raise self.refusal(at, *wrong[rest])


def _goes_on(text: str) -> bool:
    """Whether a quoted field of a line goes on in the next one."""
    return '"' in text and len(list(csv.reader([text, ""]))) < 2


class Units:
    """The units of a file; a unit is the number of its line."""

    def __init__(self, table: _Table[Standing]) -> None:
        self.codes, self.names, self.standings = table.one, table.other, table.rests
        self._distinct = table.distinct
        firsts = list(map(attrgetter("first"), self.standings))
        in_time = sorted(range(len(firsts)), key=firsts.__getitem__)
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
                last, first = self.standings[earlier].last, self.standings[later].first
                if (last or _LAST) >= (first or _FIRST):
                    yield later

    @cached_property
    def below(self) -> dict[str, list[int]]:
        """The units under a code on any day, in the order of the file; made when asked for."""
        return _by(standing.parent for standing in self.standings)

    def open_on(self, day: str) -> Iterator[bool]:
        """Whether each unit is there on a day."""
        then = {one for one in self._distinct if one.holds(day)}
        return map(then.__contains__, self.standings)

    def at(self, code: str, day: str) -> int | None:
        """The bearer of a code on a day."""
        known = self.bearers(code) if code in self.newest else ()
        return next((unit for unit in known if self.standings[unit].holds(day)), None)


class Links:
    """The successions of a file; a link is the number of its line."""

    def __init__(self, olds: list[str], news: list[str], passings: list[Passing]) -> None:
        self.olds, self.news, self.passings = olds, news, passings

    @cached_property
    def of_old(self) -> dict[str, list[int]]:
        """The links from each old code; made when asked for."""
        return _by(self.olds)

    @cached_property
    def of_new(self) -> dict[str, list[int]]:
        """The links to each new code; made when asked for."""
        return _by(self.news)


def _by(column: Iterable[str]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for line, value in enumerate(column):
        found.setdefault(value, []).append(line)
    return found


def read_units(path: str | Path) -> Units:
    """The units of a file, which make a tree on every day."""
    table = _Table(path, UNITS_HEADER, Standing)
    units = Units(table)
    for unit in units.twice():
        problem = f"{units.codes[unit]} twice on one day"
        raise table.refusal(unit, problem, "a code once on any day")
    table.refuse_if(
        lambda one: (
            _wrong_kind(one.kind, one.level)
            or _wrong_days(one.first, one.last)
            or _wrong_parent(units, one)
        )
    )
    return units


@lru_cache(maxsize=64)
def _wrong_kind(kind: str, level: str) -> Wrong:
    if level not in _WITHIN:
        return f"level {level!r}", ", ".join(_WITHIN)
    if (kind, Level(level)) not in territory_kinds():
        return f"kind {kind!r}", f"a unit word of the level {level}"
    return None


@lru_cache(maxsize=64)
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


def _wrong_parent(units: Units, one: Standing) -> Wrong:
    wanted = " or ".join(_WITHIN[one.level])
    if not one.parent or not wanted:
        right = not one.parent and not wanted
        return None if right else (f"parent {one.parent!r}", wanted or "none")
    # An unknown first day is no claim about days long ago.
    for day in {one.first or one.last or _LAST, one.last or _LAST}:
        above = units.at(one.parent, day)
        if above is None or units.standings[above].level not in _WITHIN[one.level]:
            return f"in {one.parent} on {day}", f"a {wanted} that is there on that day"
    return None


def read_successions(path: str | Path, units: Units, reform: date) -> Links:
    """The successions of a file, between units that are there on their days."""
    table = _Table(path, SUCCESSIONS_HEADER, Passing)
    olds, news = table.one, table.other
    for codes, day in ((olds, reform - timedelta(days=1)), (news, reform)):
        nobody = set(codes).difference(compress(units.codes, units.open_on(day.isoformat())))
        if nobody:
            at, code = next((n, code) for n, code in enumerate(codes) if code in nobody)
            raise table.refusal(at, f"no unit {code} on {day}", "a code of that day")
    if len(set(zip(olds, news, strict=True))) < len(olds):
        at, old, new = _again(olds, news)
        raise table.refusal(at, f"{old} to {new} again", "each link once")
    table.refuse_if(lambda one: _wrong_share(one.kind, one.share))
    return Links(olds, news, table.rests)


def _again(olds: list[str], news: list[str]) -> tuple[int, str, str]:
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
