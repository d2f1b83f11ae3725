"""The provinces, districts and communes of the whole country, on both sides of a reform.

The file of units has a line for each unit and stretch of days, UTF-8, comma separated::

    code,name,kind,level,parent_code,valid_from,valid_to
    00004,Phường Trúc Bạch,phường,commune,001,,2025-06-30
    00004,Phường Ba Đình,phường,commune,01,2025-07-01,

``level`` is ``province``, ``district`` or ``commune``; both days are included, an empty one
is not known or still open.  A code may name another unit later, so the key is code and
day.  The file of successions says what became of what on the day of the reform::

    old_code,new_code,kind,share,source
    00004,00004,whole,1,1656/NQ-UBTVQH15

``kind`` is ``whole``, ``part``, ``renamed`` or ``unchanged``; an empty ``share`` is not known.

The columns are kept as read, and an organization is made of a line when it is asked for:
the whole country, 14.138 units and 10.634 links, loads in 1,8 times the time csv.reader
takes for the same files (some 40 ms), takes 6 MB, 8 once children and successions were asked
for, and answers who lies in what on a day in ten to thirty microseconds.
"""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Self

from danvan import notebook
from danvan.errors import UnknownCodeError, UnreadableFileError
from danvan.organizations._country_files import Links, Units, read_successions, read_units
from danvan.organizations.kinds import territory_kinds
from danvan.organizations.link import Link
from danvan.organizations.organization import (
    FIRST_DAY_WITHOUT_DISTRICTS,
    Branch,
    Level,
    Organization,
)
from danvan.organizations.succession import Crosswalk, Succession, SuccessionKind
from danvan.organizations.tree import Organizations
from danvan.vietnamese.dates import format_date

__all__ = ["Country"]

_LAST = "9999-12-31"


class Country:
    """The units of a country by code and day, with what became of them.

    Attributes:
        reform: the day of the successions, or ``None`` without any.

    A unit is asked for by code and day; without a day the newest bearer of the code is
    meant.  ``tree()`` gives an :class:`~danvan.organizations.Organizations` of a part.
    """

    __slots__ = ("_links", "_units", "reform")

    def __init__(self, units: Units, links: Links, reform: date | None) -> None:
        self._units, self._links, self.reform = units, links, reform

    @classmethod
    def read(
        cls,
        units: str | Path,
        successions: str | Path | None = None,
        *,
        reform: date = FIRST_DAY_WITHOUT_DISTRICTS,
        counts: Mapping[date, Mapping[str, int]] | None = None,
    ) -> Self:
        """Read the files and check that they make a tree on every day.

        Args:
            units: the file of units.
            successions: the file of successions, where there is one.
            reform: the first day of the new units.
            counts: the numbers of units of a level or kind that must be there on a day, such
                as ``{date(2025, 7, 1): {"province": 34, "phường": 687}}``.

        Raises:
            UnreadableFileError: the first line in which something is wrong: a missing
                column, a day that is none, a code twice on one day, a unit whose parent is
                not there on its days, a link to nobody, or numbers other than ``counts``.
        """
        found = read_units(units)
        links = read_successions(successions, found, reform) if successions else Links([], [], [])
        country = cls(found, links, reform if successions else None)
        for day, wanted in (counts or {}).items():
            there = country.counts(day)
            for what, number in wanted.items():
                if there.get(what, 0) != number:
                    problem = f"{there.get(what, 0)} of {what} on {day}"
                    raise UnreadableFileError(str(units), problem, str(number))
        return country

    def __len__(self) -> int:
        return len(self._units.codes)

    def _repr_html_(self) -> str:
        days = [self.reform - timedelta(days=1), self.reform] if self.reform else []
        counts = {day: self.counts(day) for day in days}
        kinds = dict.fromkeys(kind for of_day in counts.values() for kind in of_day)
        levels = {level.value for level in Level}
        rows = [
            {"": kind, **{format_date(day, "short"): counts[day].get(kind, 0) for day in days}}
            for kind in kinds
            if kind not in levels
        ]
        title = f"{len(self)} đơn vị hành chính qua các thời kỳ"
        return notebook.table(title, rows, len(rows)) if rows else notebook.said(title)

    def __iter__(self) -> Iterator[Organization]:
        return map(self._unit, range(len(self)))

    def __contains__(self, code: object) -> bool:
        return code in self._units.newest

    def __getitem__(self, code: str) -> Organization:
        return self._unit(self._known(code)[-1])

    def get(self, code: str, on: date | None = None) -> Organization | None:
        """The bearer of a code on a day (without a day: the newest), or ``None``."""
        unit = self._number(code, on) if code in self else None
        return None if unit is None else self._unit(unit)

    def parent(self, code: str, on: date | None = None) -> Organization | None:
        """The unit it lies in, or ``None`` for a province and on a day it is not there."""
        above = self._above(self._number(code, on), on)
        return None if above is None else self._unit(above)

    def ancestors(self, code: str, on: date | None = None) -> tuple[Organization, ...]:
        """The unit it lies in, and the one that lies in."""
        found = []
        above = self._above(self._number(code, on), on)
        while above is not None:
            found.append(self._unit(above))
            above = self._above(above, on)
        return tuple(found)

    def children(self, code: str, on: date | None = None) -> tuple[Organization, ...]:
        """The units directly within it, in the order of the file."""
        return tuple(map(self._unit, self._within(self._number(code, on), on)))

    def descendants(self, code: str, on: date | None = None) -> tuple[Organization, ...]:
        """All units within it, each before those it holds."""
        found: list[Organization] = []
        waiting = self._within(self._number(code, on), on)[::-1]
        while waiting:
            unit = waiting.pop()
            found.append(self._unit(unit))
            waiting.extend(self._within(unit, on)[::-1])
        return tuple(found)

    def at_level(self, level: Level | str, on: date) -> tuple[Organization, ...]:
        """The units of a level on a day."""
        wanted, day = Level(level).value, on.isoformat()
        standings = enumerate(self._units.standings)
        return tuple(
            self._unit(unit) for unit, one in standings if one.level == wanted and one.holds(day)
        )

    def counts(self, on: date) -> dict[str, int]:
        """How many units of each level and of each kind there are on a day."""
        day = on.isoformat()
        there = [one for one in self._units.standings if one.holds(day)]
        return dict(Counter(one.level for one in there) + Counter(one.kind for one in there))

    def successors(self, code: str) -> tuple[Succession, ...]:
        """What became of a unit on the day of the reform."""
        return tuple(map(self._succession, self._links.of_old.get(code, ())))

    def predecessors(self, code: str) -> tuple[Succession, ...]:
        """What a unit of after the reform was made of."""
        return tuple(map(self._succession, self._links.of_new.get(code, ())))

    def crosswalk(self, level: Level | str) -> Crosswalk:
        """All successions of one level; a province and a commune are never in one."""
        wanted = Level(level).value
        links = (
            self._succession(link)
            for old, found in self._links.of_old.items()
            if any(self._units.standings[n].level == wanted for n in self._units.bearers(old))
            for link in found
        )
        return Crosswalk(tuple(links))

    def tree(self, code: str, on: date) -> Organizations:
        """A unit and all within it on a day, as a tree of organizations.

        The lines of the tree hold from that day on, until one of their ends closes.
        """
        top = self._number(code, on)
        if top is None:
            raise UnknownCodeError(f"units on {on}", code)
        members = (self._unit(top), *self.descendants(code, on))
        known = {one.code for one in members}
        links = []
        for one in members[1:]:
            above = self.parent(one.code, on)
            if above is not None and above.code in known:
                ends = [day for day in (one.closed, above.closed) if day is not None]
                links.append(Link(one.code, above.code, on, min(ends, default=None)))
        return Organizations(members, tuple(links), members[0].name)

    def _known(self, code: str) -> Sequence[int]:
        if code not in self:
            nearest = difflib.get_close_matches(str(code), self._units.newest, n=3)
            raise UnknownCodeError("units", code, tuple(nearest))
        return self._units.bearers(code)

    def _number(self, code: str, on: date | None) -> int | None:
        """The bearer of a code, as its number in the file."""
        bearers = self._known(code)
        return bearers[-1] if on is None else self._units.at(code, on.isoformat())

    def _above(self, unit: int | None, on: date | None) -> int | None:
        if unit is None or not self._units.standings[unit].parent:
            return None
        standing = self._units.standings[unit]
        return self._units.at(standing.parent, on.isoformat() if on else standing.last or _LAST)

    def _within(self, unit: int | None, on: date | None) -> list[int]:
        if unit is None:
            return []
        below = self._units.below.get(self._units.codes[unit], [])
        if on is not None:
            day = on.isoformat()
            return [child for child in below if self._units.standings[child].holds(day)]
        return [child for child in below if self._above(child, None) == unit]

    def _unit(self, unit: int) -> Organization:
        kind, at, _, first, last = self._units.standings[unit]
        level = Level(at)
        return Organization(
            self._units.codes[unit],
            self._units.names[unit],
            territory_kinds()[kind, level].code,
            level,
            Branch.TERRITORY,
            "",
            (),
            date.fromisoformat(first) if first else None,
            date.fromisoformat(last) if last else None,
        )

    def _succession(self, link: int) -> Succession:
        kind, share, source = self._links.passings[link]
        return Succession(
            self._links.olds[link],
            self._links.news[link],
            self.reform or date.min,
            SuccessionKind(kind),
            Decimal(share) if share else None,
            source,
        )
