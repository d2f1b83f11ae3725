"""The kinds of organization: which exist at which level, under which names, until when.

A kind says what its bodies have in common, so that a tree need not repeat it.
What a body is called depends on its level and its place: the Party committee is
"Tỉnh ủy", "Huyện ủy" or "Đảng ủy", and names a district-level town "Thị ủy".

>>> from danvan.organizations import Level, organization_kinds
>>> committee = organization_kinds()["party_committee"]
>>> committee.name_at(Level.DISTRICT, "huyện Tam Đường"), committee.name_at(Level.COMMUNE)
('Huyện ủy', 'Đảng ủy')
>>> [kind.code for kind in organization_kinds().search("Hội LHPN")]
['women']
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Literal

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.organizations.organization import Branch, Level, split_place

__all__ = [
    "Confidence",
    "LevelNames",
    "OrganizationKind",
    "organization_kinds",
    "territory_kinds",
]

Confidence = Literal["sure", "likely", "unsure"]


@frozen
class LevelNames:
    """What a kind is called where its name differs by level; "" where it does not."""

    central: str = ""
    province: str = ""
    district: str = ""
    commune: str = ""
    village: str = ""

    def at(self, level: Level) -> str:
        """The name at a level, or ""."""
        return str(getattr(self, level.value))


@frozen
class OrganizationKind:
    """One kind of organization.

    In ``name``, ``names`` and ``aliases`` the slot ``{Unit}`` stands for the first
    word of the unit: "{Unit} ủy" is "Huyện ủy" in a huyện and "Thị ủy" in a thị xã.

    Attributes:
        code: the key, such as ``"women"``.
        name: the official name without level or place.
        branch: the system it belongs to.
        levels: where it exists.
        names: its official name where that differs by level.
        aliases: short names used in papers.
        common_words: short names that are ordinary words too, "Đoàn" or "Quân sự": they mean
            the body only before a unit or a place ("Đoàn xã").
        part_of_words: for a unit of territory, words of the language that hold it: "văn bản".
        symbol: its letters in the numbers of papers, without the suffix of the level.
        head: the post at its head; "" where it has none.
        deputies: the posts below, which may sign for it.
        collective: whether its papers are signed on its behalf (T/M or TM.).
        valid_from: its first day as a kind; ``None`` where that is not known.
        valid_to: its last day as a kind; ``None`` while there are such bodies.
        source: where this was read.
        confidence: ``sure`` read in the norm, ``likely`` by usage, ``unsure`` by one weak source.
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    branch: Branch = field(validator=_fields.instance(Branch))
    levels: tuple[Level, ...] = field(validator=_fields.tuple_of(Level))
    source: str = field(validator=_fields.text)
    names: LevelNames = LevelNames()
    aliases: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    common_words: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    part_of_words: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    symbol: str = ""
    head: str = ""
    deputies: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    collective: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    confidence: Confidence = "likely"

    def name_at(self, level: Level, place: str = "") -> str:
        """The official name at a level, in a place of this kind of unit."""
        return _fill(self.names.at(level) or self.name, place)

    def aliases_in(self, place: str = "") -> tuple[str, ...]:
        """The short names in a place; those that name a unit only where there is one."""
        unit, _ = split_place(place)
        return tuple(_fill(name, place) for name in self.aliases if unit or "{Unit}" not in name)


def _fill(name: str, place: str) -> str:
    unit, _ = split_place(place)
    return name.replace("{Unit}", unit.split(" ")[0].capitalize() or "Cấp")


@cache
def organization_kinds() -> Catalogue[OrganizationKind]:
    """The kinds danvan ships."""
    return Catalogue.read("organization_kinds", OrganizationKind)


@cache
def territory_kinds() -> Mapping[tuple[str, Level], OrganizationKind]:
    """The kinds of places by their unit word and level: ``["xã", Level.COMMUNE]``."""
    found: dict[tuple[str, Level], OrganizationKind] = {}
    for kind in organization_kinds():
        if kind.branch is Branch.TERRITORY:
            for unit in (kind.name, *kind.aliases):
                for level in kind.levels:
                    found.setdefault((unit, level), kind)
    return found
