"""Who reports to whom, on which day.

A tree is a set of organizations and dated links from each to the body it
reports to.  It is built once, checked whole, and then only asked.

>>> from datetime import date
>>> from danvan.organizations import Organizations
>>> tree = Organizations.shipped("tam_duong")
>>> tree.parent("tam_duong.women").full_name
'Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội huyện Tam Đường'
>>> [member.name for member in tree.children("tam_duong.people_committees")][:2]
['Ủy ban nhân dân', 'Ủy ban nhân dân']
>>> tree.parent("tam_duong.women", on=date(2025, 7, 1)) is None
True
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Self

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError, UnknownCodeError, UnreadableFileError
from danvan.organizations._lines import Lines
from danvan.organizations.link import Link
from danvan.organizations.organization import Level, Organization
from danvan.organizations.succession import Crosswalk, Succession

__all__ = ["Organizations"]


@frozen(repr=False, cache_hash=True)
class Organizations:
    """The organizations of one reporting area, under their codes, as a dated tree.

    ``tree[code]`` gives an organization, and the newest where a code was given
    again to another; iteration goes in the order of the file.

    Every question takes the day it is asked for.  Without one, each
    organization is taken as it stood on its own last day, so that a tree of
    bodies that are all closed can still be walked.

    Attributes:
        organizations: the organizations; a code may stand twice if its days do not overlap.
        links: who reports to whom, and when.
        name: what the tree is called in messages.
        successions: what became of what: mergers, splits, renamings, and when.

    Raises:
        InvalidValueError: a code twice on one day, two parents on one day, a parent
            that is not open on a day of the link, a circle of parents, a succession of
            what was not open the day before or into what is not open on its day, or
            shares of one organization that come to more than 1.
        UnknownCodeError: a link or succession names an organization that is not there.
    """

    organizations: tuple[Organization, ...] = field(validator=_fields.tuple_of(Organization))
    links: tuple[Link, ...] = field(default=(), validator=_fields.tuple_of(Link))
    name: str = field(default="organizations", validator=_fields.text)
    successions: tuple[Succession, ...] = field(default=(), validator=_fields.tuple_of(Succession))
    _bearers: dict[str, tuple[Organization, ...]] = field(init=False, eq=False, factory=dict)
    _lines: Lines = field(init=False, eq=False, factory=Lines)
    _changes: dict[date, Crosswalk] = field(init=False, eq=False, factory=dict)

    def __attrs_post_init__(self) -> None:
        found: dict[str, list[Organization]] = {}
        for organization in self.organizations:
            found.setdefault(organization.code, []).append(organization)
        for code, bearers in found.items():
            self._bearers[code] = self._one_a_day(bearers)
        self._lines.draw(self.name, self.organizations, self.links, self._bearers)
        changes: dict[date, list[Succession]] = {}
        for one in self.successions:
            self._check_succession(one)
            changes.setdefault(one.on, []).append(one)
        self._changes.update((day, Crosswalk(tuple(found))) for day, found in changes.items())

    def _check_succession(self, one: Succession) -> None:
        for code, day in ((one.old, one.on - timedelta(days=1)), (one.new, one.on)):
            if code not in self:
                raise UnknownCodeError(self.name, code, where=f"{one.old} into {one.new}")
            if self.get(code, day) is None:
                problem = f"{one.old} into {one.new} on {one.on}"
                raise InvalidValueError(self.name, problem, f"{code} to be open on {day}")

    def _one_a_day(self, bearers: list[Organization]) -> tuple[Organization, ...]:
        bearers.sort(key=lambda one: one.opened or date.min)
        for earlier, later in pairwise(bearers):
            if (earlier.closed or date.max) >= (later.opened or date.min):
                raise InvalidValueError(self.name, later.code, "a code once on any day")
        return tuple(bearers)

    @classmethod
    def read(cls, path: str | Path) -> Self:
        """Read a tree from a TOML file a clerk can write.

        The file says the area, its places, and the bodies::

            [area]
            name = "Tam Đường"              # what the tree is called
            code = "tam_duong"              # put before every code of the file
            place = "huyện Tam Đường"       # the place of the bodies below
            level = "district"
            closed = 2025-06-30             # the last day of all of it (also: opened)
            source = "..."

            [[organization]]
            code = "party"                  # becomes tam_duong.party
            kind = "party_committee"        # gives the name, short names and branch

            [[organization]]
            code = "women"
            kind = "women"
            parent = "party"                # none: it reports to nobody in this tree

            [[place]]
            code = "ban_bo"                 # becomes tam_duong.communes.ban_bo
            name = "xã Bản Bo"

            [[for_each_place]]              # the same body at every place, said once
            code = "women"                  # becomes tam_duong.communes.ban_bo.women
            kind = "women"
            parent = "women"                # "./party": the party of the same place
            not_at = ["ban_giang"]          # places without it, or left out

            [[move]]                        # another parent from a day on
            organization = "women"
            parent = "front"
            on = 2025-03-01
            by = "31-HD/BTCTW"              # the directive that moved it, or left out

            [[succession]]                  # what became of what: merged, split, renamed
            old = "communes.ban_giang"
            new = "communes.ban_bo"
            on = 2025-07-01                 # the first day of the new one
            kind = "part"                   # or "renamed", "unchanged"; left out: "whole"
            share = 0.25                    # of a part; left out where nobody has said
            by = "1670/NQ-UBTVQH15"         # the directive that did it, or left out
            with_bodies = true              # also of the bodies that both places have

        An ``[[organization]]`` and a ``[[for_each_place]]`` may also give ``name``,
        ``aliases``, ``branch``, ``opened``, ``closed`` and ``source``; with a name of its own
        it has only its own short names;
        an ``[[organization]]`` also ``place`` and ``level``; a ``[[place]]`` also its
        ``aliases``, ``opened`` and ``closed``.  Wherever ``opened`` and ``closed`` stand,
        ``opened_by`` and ``closed_by`` may name the directive that did it.  The area and
        its places become organizations of the branch ``territory``, the places under the
        area.  A place that closes and goes on under the same name is two places, each with
        its days.

        Raises:
            UnreadableFileError: no TOML, or a table with a wrong or missing part.
            UnknownCodeError: a kind or a parent that is nowhere defined.
        """
        from danvan.organizations.files import read_tree

        try:
            return cls(*read_tree(path))
        except InvalidValueError as error:
            raise UnreadableFileError(str(path), str(error), "a tree as documented") from error

    @classmethod
    def shipped(cls, name: str) -> Self:
        """A tree that comes with danvan.

        ``"tam_duong"`` and ``"chu_puh"`` are two districts as their papers of 2023
        name them; ``"ban_mai"`` is a made-up province of 2026, without districts.

        Raises:
            UnknownCodeError: there is no such tree.
        """
        from danvan.organizations.files import shipped_tree

        return cls(*shipped_tree(name))

    def __getitem__(self, code: str) -> Organization:
        return self._find(code)[-1]

    def _find(self, code: str) -> tuple[Organization, ...]:
        try:
            return self._bearers[code]
        except KeyError:
            nearest = [one.code for one in self.organizations if one.full_name == code]
            nearest = nearest or difflib.get_close_matches(str(code), self._bearers, n=3)
            raise UnknownCodeError(self.name, code, tuple(nearest)) from None

    def get(self, code: str, on: date | None = None) -> Organization | None:
        """The bearer of a code on a day (without a day: the newest), or ``None``."""
        bearers = self._bearers.get(code, ())
        if on is None:
            return bearers[-1] if bearers else None
        return next((one for one in bearers if one.is_open(on)), None)

    def __contains__(self, code: object) -> bool:
        return code in self._bearers

    def __iter__(self) -> Iterator[Organization]:
        return iter(self.organizations)

    def __len__(self) -> int:
        return len(self.organizations)

    def parent(self, of: str | Organization, on: date | None = None) -> Organization | None:
        """The body it reports to, or ``None`` for a root and on a day it is not open."""
        return self._lines.parent(self._one(of, on), on)

    def children(self, of: str | Organization, on: date | None = None) -> tuple[Organization, ...]:
        """The bodies that report to it directly, in the order of the file."""
        return self._lines.children(self._one(of, on), on)

    def siblings(self, of: str | Organization, on: date | None = None) -> tuple[Organization, ...]:
        """The other bodies that report to the same parent; none for a root."""
        this = self._one(of, on)
        parent = self._lines.parent(this, on)
        if parent is None:
            return ()
        return tuple(one for one in self._lines.children(parent, on) if one is not this)

    def ancestors(self, of: str | Organization, on: date | None = None) -> tuple[Organization, ...]:
        """The parent, its parent and so on up to the root."""
        found: list[Organization] = []
        this = self._lines.parent(self._one(of, on), on)
        while this is not None:
            found.append(this)
            this = self._lines.parent(this, on)
        return tuple(found)

    def descendants(
        self, of: str | Organization, on: date | None = None
    ) -> tuple[Organization, ...]:
        """All below it, each parent before its children."""
        found: list[Organization] = []
        waiting = list(reversed(self.children(of, on)))
        while waiting:
            found.append(waiting.pop())
            waiting.extend(reversed(self._lines.children(found[-1], on)))
        return tuple(found)

    def topmost(
        self, of: str | Organization, level: Level | str, on: date | None = None
    ) -> Organization | None:
        """The highest of it and its ancestors that stands at a level, or ``None``.

        From a women's union of a district this is the Party committee of the district.
        """
        wanted = Level(level)
        line = (self._one(of, on), *self.ancestors(of, on))
        return next((one for one in reversed(line) if one.level is wanted), None)

    def at_level(self, level: Level | str, on: date | None = None) -> tuple[Organization, ...]:
        """The organizations of a level, those open on a day where one is given."""
        wanted = Level(level)
        return tuple(
            one for one in self.organizations if one.level is wanted and (not on or one.is_open(on))
        )

    def roots(self, on: date | None = None) -> tuple[Organization, ...]:
        """The organizations that report to nobody in this tree, open on the day."""
        return tuple(
            one
            for one in self.organizations
            if (not on or one.is_open(on)) and self._lines.parent(one, on) is None
        )

    @property
    def root(self) -> Organization:
        """The first of the roots: the body the area reports to.

        A tree has further roots where branches stand side by side, as the places do.

        Raises:
            UnknownCodeError: the tree is empty.
        """
        for one in self.organizations:
            if self._lines.parent(one, None) is None:
                return one
        raise UnknownCodeError(self.name, "root")

    def crosswalk(self, on: date) -> Crosswalk:
        """All successions of a day, by which figures go over; empty on most days."""
        return self._changes.get(on, Crosswalk(()))

    def successors(self, of: str) -> tuple[Succession, ...]:
        """What became of an organization, the earliest change first."""
        days = sorted(self._changes)
        return tuple(one for day in days for one in self._changes[day].successors(of))

    def predecessors(self, of: str) -> tuple[Succession, ...]:
        """What an organization was made of, the earliest change first."""
        days = sorted(self._changes)
        return tuple(one for day in days for one in self._changes[day].predecessors(of))

    def on(self, day: date) -> Self:
        """The tree of one day: what is open on it and the links in force."""
        members = tuple(one for one in self.organizations if one.is_open(day))
        open_codes = {one.code for one in members}
        links = tuple(
            link
            for link in self.links
            if link.holds(day) and link.child in open_codes and link.parent in open_codes
        )
        return type(self)(members, links, self.name)

    def _one(self, of: str | Organization, on: date | None) -> Organization:
        """The tree's own object for a code or for an equal organization."""
        if isinstance(of, Organization):
            for bearer in self._find(of.code):
                if bearer is of or bearer == of:
                    return bearer
            raise UnknownCodeError(self.name, f"{of.code} {of.full_name}")
        *earlier, newest = self._find(of)
        if on is None:
            return newest
        return next((one for one in earlier if one.is_open(on)), newest)

    def __reduce__(self) -> tuple[object, ...]:
        # The index goes by identity, so a copy draws its own.
        return type(self), (self.organizations, self.links, self.name, self.successions)

    def _repr_html_(self) -> str:
        from danvan.organizations.pictures import for_notebook

        return for_notebook(self)

    def __repr__(self) -> str:
        return f"<Organizations {self.name}: {len(self)} organizations>"
