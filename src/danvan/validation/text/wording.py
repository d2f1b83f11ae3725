"""The words by which figures hang together, out of ``relations.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from attrs import field, frozen

from danvan.catalogue import Catalogue
from danvan.quantities.unit import unit_named
from danvan.vietnamese.letters import fold

__all__ = [
    "Abbreviation",
    "Relation",
    "counts_alike",
    "family_of",
    "overlapping",
    "pattern",
    "relations",
    "same_things",
    "written_out",
]


@frozen
class Relation:
    """Words that say how one figure stands to another.

    Attributes:
        code: the relation.
        name: the same in Vietnamese.
        words: the words, in lower case.
        family: whether the words are units that may be added up with one another.
    """

    code: str
    name: str
    words: tuple[str, ...] = field(factory=tuple)
    family: bool = False
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


@frozen
class Abbreviation:
    """A short form of a name with one reading: BTV is Ban Thường vụ.

    Attributes:
        code: the short form.
        name: what it stands for.
        source: where it was seen.
    """

    code: str
    name: str
    source: str
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


@cache
def _abbreviations() -> dict[str, str]:
    entries = Catalogue.read("abbreviations", Abbreviation)
    return {fold(entry.code): fold(entry.name) for entry in entries}


def written_out(name: str) -> str:
    """A name folded for comparison, its abbreviations written out.

    >>> written_out("BTV Huyện uỷ")
    'ban thuong vu huyen uy'
    """
    words: list[str] = re.findall(r"\w+", fold(name))
    return " ".join(_abbreviations().get(word, word) for word in words)


@cache
def relations() -> Catalogue[Relation]:
    """The wording of relations that danvan knows."""
    return Catalogue.read("relations", Relation)


@cache
def pattern(code: str) -> re.Pattern[str]:
    """A pattern for the words of a relation, the longest first."""
    words = sorted(relations()[code].words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def counts_alike(one: str, other: str) -> bool:
    """Whether two units may count the same things: one says less of them than the other.

    >>> counts_alike("hộ nghèo", "hộ"), counts_alike("hộ", "hội viên")
    (True, False)
    """
    shorter, longer = sorted((one, other), key=len)
    return bool(shorter) and (longer == shorter or longer.startswith(f"{shorter} "))


def overlapping(items: Iterable[str]) -> bool:
    """Whether the items of a list may count the same things twice.

    "nữ 8, đoàn viên 12" do; "nam 11, nữ 8" do not.

    >>> overlapping(["nữ 8", "đoàn viên 12"]), overlapping(["nam 11", "nữ 8"])
    (True, False)
    """
    texts = [text.strip(" (,;*") for text in items]
    if any(text.casefold().startswith("nam ") for text in texts):
        return False
    return any(pattern("overlapping").search(text) or _has_only_label(text) for text in texts)


def _has_only_label(text: str) -> bool:
    label = pattern("overlapping label").match(text)
    return label is not None and text[label.end() :].lstrip(" :")[:1].isdigit()


@cache
def family_of(unit: str) -> str:
    """The family a unit is added up in: by the longest beginning of its words that has one.

    A unit outside every family is added up with those of the same catalogued word.

    >>> family_of("buổi tuyên truyền"), family_of("lượt hội viên"), family_of("hộ nghèo")
    ('sitting', 'people', 'hộ nghèo')
    """
    words = unit.split(" ")
    for count in range(len(words), 0, -1):
        start = " ".join(words[:count]).rstrip(",")
        for relation in relations():
            if relation.family and start in relation.words:
                return relation.code
    known = unit_named(unit)
    return known.word if known else unit


def same_things(one: str, other: str) -> bool:
    """Whether what two units count may be the same things: people are, but for visits.

    >>> same_things("đảng viên", "đồng chí"), same_things("đảng viên", "lượt người")
    (True, False)
    """
    both = family_of(one) == family_of(other) == "people"
    by_visit = one.startswith("lượt") != other.startswith("lượt")
    return counts_alike(one, other) or (both and not by_visit)
