"""Trees from TOML files; the format is told at :meth:`Organizations.read`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from importlib import resources
from pathlib import Path

from attrs import evolve, field, frozen

from danvan import _fields
from danvan.catalogue import read_toml, structure
from danvan.errors import InvalidValueError, UnknownCodeError
from danvan.organizations.kinds import OrganizationKind, organization_kinds
from danvan.organizations.link import Link
from danvan.organizations.organization import Branch, Level, Organization, split_place
from danvan.organizations.succession import Succession, SuccessionKind

__all__ = ["read_tree", "shipped_tree"]

Tree = tuple[tuple[Organization, ...], tuple[Link, ...], str, tuple[Succession, ...]]


@frozen
class _Area:
    name: str = field(validator=_fields.text)
    code: str = field(validator=_fields.text)
    place: str = field(validator=_fields.text)
    level: Level
    source: str = field(validator=_fields.text)
    opened: date | None = None
    closed: date | None = None
    opened_by: str = ""
    closed_by: str = ""


@frozen
class _Body:
    """A body as the file gives it; what it leaves out comes from its kind."""

    code: str = field(validator=_fields.text)
    kind: str = field(validator=_fields.text)
    parent: str = ""
    name: str = ""
    aliases: tuple[str, ...] = ()
    branch: Branch | None = None
    opened: date | None = None
    closed: date | None = None
    opened_by: str = ""
    closed_by: str = ""
    source: str = ""


@frozen
class _BodyOfEachPlace(_Body):
    not_at: tuple[str, ...] = ()


@frozen
class _PlacedBody(_Body):
    place: str = ""
    level: Level | None = None


@frozen
class _Place:
    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    aliases: tuple[str, ...] = ()
    opened: date | None = None
    closed: date | None = None
    opened_by: str = ""
    closed_by: str = ""


@frozen
class _Move:
    organization: str = field(validator=_fields.text)
    parent: str = field(validator=_fields.instance(str))
    on: date
    by: str = ""


@frozen
class _Succession:
    old: str = field(validator=_fields.text)
    new: str = field(validator=_fields.text)
    on: date
    kind: SuccessionKind = SuccessionKind.WHOLE
    share: Decimal | None = None
    by: str = ""
    with_bodies: bool = False


@frozen
class _File:
    area: _Area
    organization: tuple[_PlacedBody, ...]
    place: tuple[_Place, ...] = ()
    for_each_place: tuple[_BodyOfEachPlace, ...] = ()
    move: tuple[_Move, ...] = ()
    succession: tuple[_Succession, ...] = ()


def read_tree(path: str | Path) -> Tree:
    """The organizations, links, name and successions that a file describes."""
    return _build(structure(read_toml(Path(path)), _File, str(path)), str(path))


@cache
def shipped_tree(name: str) -> Tree:
    """The tree of one of the files danvan ships."""
    folder = resources.files("danvan.data").joinpath("organizations")
    names = sorted(f.name.removesuffix(".toml") for f in folder.iterdir())
    if name not in names:
        raise UnknownCodeError("shipped organizations", name, tuple(names))
    with resources.as_file(folder.joinpath(f"{name}.toml")) as path:
        return read_tree(path)


@frozen
class _Spot:
    """A place with its level and its days, as the bodies on it take them."""

    code: str
    name: str
    level: Level
    opened: date | None
    closed: date | None
    opened_by: str
    closed_by: str


def _build(file: _File, where: str) -> Tree:
    area = file.area
    home = _Spot(
        area.code, area.place, area.level, area.opened, area.closed, area.opened_by, area.closed_by
    )
    spots = {place.code: _spot(area, place) for place in file.place}
    parents: dict[str, str] = {}
    found: list[Organization] = []

    def add(one: Organization, parent: str) -> None:
        found.append(one)
        if parent:
            parents[one.code] = parent

    for placed in file.organization:
        spot = evolve(home, name=placed.place or home.name, level=placed.level or home.level)
        add(_organization(placed, spot, area.source), _parent(placed, home, home))
    for body in file.for_each_place:
        for code, spot in spots.items():
            if code not in body.not_at:
                add(_organization(body, spot, area.source), _parent(body, home, spot))
    add(_territory(home, (), area.source), "")
    for place in file.place:
        add(_territory(spots[place.code], place.aliases, area.source), area.code)

    known = {one.code for one in found}
    for child, parent in parents.items():
        if parent not in known:
            raise UnknownCodeError(area.name, parent, where=f"{where}, parent of {child}")
    successions = tuple(_successions(area, known, file.succession))
    return tuple(found), tuple(_links(area, parents, file.move)), area.name, successions


def _spot(area: _Area, place: _Place) -> _Spot:
    level = _territory_kind(place.name).levels[0]
    code = f"{area.code}.{level.value}s.{place.code}"
    return _Spot(code, place.name, level, *_days(place, area))


def _days(
    given: _Body | _Place, around: _Area | _Spot
) -> tuple[date | None, date | None, str, str]:
    """The days of a body or place and the directives behind them, or those around it."""
    begins, ends = (given if given.opened else around), (given if given.closed else around)
    return (
        begins.opened,
        ends.closed,
        given.opened_by or begins.opened_by,
        given.closed_by or ends.closed_by,
    )


def _organization(body: _Body, spot: _Spot, source: str) -> Organization:
    kind = organization_kinds()[body.kind]
    usual = kind.name_at(spot.level, spot.name)
    short = kind.aliases_in(spot.name) if body.name in {"", usual} else ()
    opened, closed, opened_by, closed_by = _days(body, spot)
    return Organization(
        f"{spot.code}.{body.code}",
        body.name or usual,
        kind.code,
        spot.level,
        body.branch or kind.branch,
        spot.name,
        tuple(dict.fromkeys((*body.aliases, *short))),
        opened,
        closed,
        body.source or source,
        opened_by,
        closed_by,
    )


def _territory(spot: _Spot, aliases: tuple[str, ...], source: str) -> Organization:
    kind = _territory_kind(spot.name, spot.level)
    return Organization(
        spot.code,
        spot.name,
        kind.code,
        spot.level,
        Branch.TERRITORY,
        spot.name,
        aliases,
        spot.opened,
        spot.closed,
        source,
        spot.opened_by,
        spot.closed_by,
    )


def _territory_kind(place: str, level: Level | None = None) -> OrganizationKind:
    """The kind of a place by its unit word."""
    unit, _ = split_place(place)
    for kind in organization_kinds():
        at_level = level is None or level in kind.levels
        if kind.branch is Branch.TERRITORY and unit in (kind.name, *kind.aliases) and at_level:
            return kind
    raise InvalidValueError("place", place, "a name with a unit word, like xã Bản Bo")


def _parent(body: _Body, home: _Spot, spot: _Spot) -> str:
    """The whole code of a parent: "./party" stands at the same place, "party" in the area."""
    if not body.parent:
        return ""
    here = spot if body.parent.startswith("./") else home
    return f"{here.code}.{body.parent.removeprefix('./')}"


def _links(area: _Area, parents: dict[str, str], moves: Iterable[_Move]) -> Iterator[Link]:
    """One link for each parent an organization has had, in order of their days."""
    moved: dict[str, list[_Move]] = {}
    for move in sorted(moves, key=lambda move: move.on):
        moved.setdefault(f"{area.code}.{move.organization}", []).append(move)
    for child in (*parents, *(code for code in moved if code not in parents)):
        parent, start, by = parents.get(child, ""), None, ""
        for move in moved.get(child, ()):
            if parent:
                yield Link(child, parent, start, move.on - timedelta(days=1), by)
            parent = f"{area.code}.{move.parent}" if move.parent else ""
            start, by = move.on, move.by
        if parent:
            yield Link(child, parent, start, None, by)


def _successions(
    area: _Area, known: set[str], given: Iterable[_Succession]
) -> Iterator[Succession]:
    """The successions of the file, and those of the bodies at the two places where asked for."""
    for one in given:
        old, new = f"{area.code}.{one.old}", f"{area.code}.{one.new}"
        yield Succession(old, new, one.on, one.kind, one.share, one.by)
        if one.with_bodies:
            for code in sorted(known):
                body = code.removeprefix(f"{old}.")
                if body != code and f"{new}.{body}" in known:
                    yield Succession(code, f"{new}.{body}", one.on, one.kind, one.share, one.by)
