"""Which body a name and the words after it mean."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from attrs import field, frozen

from danvan import _fields
from danvan.organizations import Level, Organization, split_place
from danvan.reading._organization_index import Index, Name, Place
from danvan.reading._organization_words import Word
from danvan.vietnamese.letters import fold

__all__ = ["Candidate", "Scope", "Where", "choose", "choose_place", "where_at"]


@frozen
class Candidate:
    """An organization that a mention may mean.

    Attributes:
        organization: the organization.
        score: how well it fits, from 0 to 1.
        reason: what speaks for it.
    """

    organization: Organization = field(validator=_fields.instance(Organization))
    score: float = field(validator=_fields.instance(float))
    reason: str = field(validator=_fields.text)


# "xã, phường, thị trấn, đặc khu" is the longest list of units there is.
_MOST_UNITS = 4

Choice = tuple[tuple[Candidate, ...], str]


class Scope(Enum):
    """What the words after a name say about the place."""

    NOTHING = "nothing"
    ALL_LEVELS = "các cấp"
    GRASSROOTS = "cơ sở"
    UNIT = "unit"
    PLACE = "place"
    OUTSIDE = "outside"


_PHRASES = (
    (("các", "cấp"), Scope.ALL_LEVELS),
    (("ở", "cấp", "cơ", "sở"), Scope.GRASSROOTS),
    (("ở", "cơ", "sở"), Scope.GRASSROOTS),
    (("cấp", "cơ", "sở"), Scope.GRASSROOTS),
    (("các", "cơ", "sở"), Scope.GRASSROOTS),
    (("cơ", "sở"), Scope.GRASSROOTS),
)


class Where(NamedTuple):
    """The words after a name, as far as they say a place."""

    scope: Scope
    end: int
    units: tuple[str, ...] = ()
    level: Level | None = None
    places: tuple[tuple[Place, float, str], ...] = ()
    several: bool = False


def where_at(index: Index, words: list[Word], at: int) -> Where:
    """Read the place phrase at a place in a text; its end is ``at`` where there is none."""
    for phrase, scope in _PHRASES:
        if tuple(w.key for w in words[at : at + len(phrase)]) == phrase:
            end = at + len(phrase)
            return Where(scope, end, several=scope is Scope.GRASSROOTS)
    before = words[at].key if at < len(words) else ""
    several = before == "các"
    start = at + (before in {"các", "cấp", "của"})
    unit = index.unit_at(words, start)
    if unit is None:
        found, end = index.places_at(words, at, lenient=False)
        return Where(Scope.PLACE, end, places=tuple(found)) if found else Where(Scope.NOTHING, at)
    name, level, after = unit
    named = _place_after(index, words, after, name, level)
    if named is not None and not several:
        return named
    if [w.key for w in words[after : after + 1]] == ["ủy"]:
        return Where(Scope.UNIT, after + 1, (name,), level)  # "Ban TG&DV Tỉnh ủy"
    units, end = [name], after
    while end < len(words) and len(units) < _MOST_UNITS and words[end].key in {",", "và"}:
        more = index.unit_at(words, end + 1)
        if more is None or more[1] is not level:
            break
        units.append(more[0])
        end = more[2]
        several = True
    return Where(Scope.UNIT, end, tuple(units), level, several=several)


def _place_after(index: Index, words: list[Word], at: int, unit: str, level: Level) -> Where | None:
    found, end = index.places_at(words, at, lenient=True)
    fitting = [
        (place, score if fold(place.unit) == fold(unit) else score * 0.6, how)
        for place, score, how in found
    ]
    if fitting and max(score for _, score, _ in fitting) >= 0.75:
        return Where(Scope.PLACE, end, (unit,), level, tuple(fitting))
    end = at
    while end < min(len(words), at + 4) and words[end].is_name_like and words[end].adjoins:
        begins = any(index.posts_at(words, end)) or any(index.names_at(words, end))
        if begins or (end == at and words[end].text.isdigit() and level is not Level.VILLAGE):
            break
        end += 1
    if end == at:
        return None
    return Where(Scope.OUTSIDE, end, (unit,), level, tuple(fitting))


def choose(index: Index, name: Name, sure: float, where: Where, *, counted: bool) -> Choice:
    """The bodies a name with a place phrase may mean, likeliest first, or why there is none."""
    how = "name as written" if sure == 1 else "name with other marks"
    if not name.bodies:
        return (), f"{name.text}: no such body in the tree"
    if where.scope is Scope.OUTSIDE:
        near = _at_places(name, where, sure, how)
        return near, "a place that is not in the tree"
    if where.scope is Scope.PLACE:
        found = _at_places(name, where, sure, how)
        return found, "" if found else f"{name.text}: none at this place in the tree"
    if where.scope is Scope.UNIT and not where.several:
        return _of_unit(index, name, where, sure, how, counted=counted)
    if where.several or (counted and _below(index, name.bodies, where)):
        return _several(index, name.bodies, where, sure, how)
    return _unplaced(index, name, where, sure, how)


def _at_places(name: Name, where: Where, sure: float, how: str) -> tuple[Candidate, ...]:
    return _ranked(
        Candidate(one, round(sure * score, 2), f"{how}, {place_how}")
        for place, score, place_how in where.places
        for one in name.bodies
        if one.place == place.name
    )


def _of_unit(
    index: Index, name: Name, where: Where, sure: float, how: str, *, counted: bool
) -> Choice:
    (unit,) = where.units
    for place in index.own_places:
        if fold(split_place(place)[0]) == fold(unit):
            own = [one for one in name.bodies if one.place == place]
            if own:
                why = f"{how}, the speaker's own {unit}"
                return _ranked(Candidate(one, round(sure * 0.97, 2), why) for one in own), ""
    there = [one for one in name.bodies if fold(split_place(one.place)[0]) == fold(unit)]
    if len(there) == 1 and not counted:
        why = f"{how}, the only {unit} of the tree"
        return (Candidate(there[0], round(sure * 0.88, 2), why),), ""
    if not there:
        return (), f"{name.text}: the tree has none at the level of {unit}"
    return _several(index, name.bodies, where, sure, how)


def _several(
    index: Index, bodies: tuple[Organization, ...], where: Where, sure: float, how: str
) -> Choice:
    """Bodies named all at once: the group that stands for them, where the tree has one."""
    meant = _below(index, bodies, where)
    if not meant:
        return (), "the tree has no such bodies below the speaker"
    parent = index.tree.parent(meant[0])
    if parent and parent.kind == "group" and set(meant) == set(index.tree.children(parent)):
        why = f"{how}, the group of all of them"
        return (Candidate(parent, round(sure * 0.9, 2), why),), ""
    share = round(sure / len(meant), 2) if len(meant) > 1 else 0.6
    why = f"{how}, one of {len(meant)}"
    return _ranked(
        Candidate(one, share, why) for one in meant
    ), f"names {len(meant)} bodies at once"


def _below(index: Index, bodies: tuple[Organization, ...], where: Where) -> list[Organization]:
    return [
        one
        for one in bodies
        if one.level.depth > index.speaker.level.depth
        and (where.level is None or one.level is where.level)
    ]


def _unplaced(index: Index, name: Name, where: Where, sure: float, how: str) -> Choice:
    """A name without a place: the speaker's own level, nearest first."""
    weight = 0.6 if name.is_national and where.scope is Scope.NOTHING else 0.9
    for place in index.own_places:
        own = [one for one in name.bodies if one.place == place]
        if own:
            why = f"{how}, no place named: the speaker's own"
            reason = "the name of the whole organization" if weight < 0.75 else ""
            return _ranked(Candidate(one, round(sure * weight, 2), why) for one in own), reason
    if len(name.bodies) == 1:
        why = f"{how}, the only one of the tree"
        return (Candidate(name.bodies[0], round(sure * 0.85, 2), why),), ""
    found, _ = _several(index, name.bodies, where, sure, how)
    return found, f"one of {len(name.bodies)}, and which is not said"


def choose_place(index: Index, where: Where) -> Choice:
    """The places a proper name may mean."""
    found = []
    for place, score, how in where.places:
        if place.organization is not None:
            own = place.name in index.own_places and not where.units
            found.append(
                Candidate(place.organization, round(score if own else score * 0.99, 2), how)
            )
            if own and len(where.places) > 1:
                found[-1] = Candidate(place.organization, score, f"{how}, the speaker's own")
    others = any("own" in one.reason for one in found)
    if others:
        found = [
            one if "own" in one.reason else Candidate(one.organization, 0.6, one.reason)
            for one in found
        ]
    return _ranked(found), "" if found else "a place that is not in the tree"


def _ranked(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(sorted(candidates, key=lambda one: -one.score))
