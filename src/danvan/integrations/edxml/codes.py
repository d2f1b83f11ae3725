"""The code lists of edXML packets, and how the kind of a paper is numbered in them.

>>> DocumentType.of("official_letter")
DocumentType(name='Công văn', type=18, detail=0)
>>> DocumentType.of("official_letter", profile=Profile.CLASS_AND_DETAIL)
DocumentType(name='Công văn', type=2, detail=18)
>>> [kind.name for kind in DocumentType("Quyết định").kinds()]
['Quyết định']
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, Final, Self

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.catalogue import Catalogue, read_toml, structure
from danvan.directives import DocumentKind, document_kinds
from danvan.vietnamese.letters import fold

__all__ = [
    "Action",
    "DocumentType",
    "Priority",
    "Profile",
    "Status",
    "Steering",
    "TypeRow",
    "limits",
    "type_rows",
]


class Action(Word):
    """What a packet does (``BussinessDocType``); the value is the code on the wire."""

    NEW = "0"
    REVOKE = "1"
    UPDATE = "2"
    REPLACE = "3"


class Priority(Word):
    """How urgent a paper is (``Priority``)."""

    NORMAL = "0"
    URGENT = "1"
    VERY_URGENT = "2"
    EXPRESS = "3"
    TIMED_EXPRESS = "4"


class Steering(Word):
    """Whether a paper directs its receivers (``SteeringType``)."""

    NONE = "0"
    STEERING = "1"
    STEERING_WITH_REPORT = "2"


class Status(Word):
    """What became of a packet (``StatusCode``)."""

    ARRIVED = "01"
    REFUSED = "02"
    RECEIVED = "03"
    ASSIGNED = "04"
    IN_PROCESS = "05"
    FINISHED = "06"
    RECALL_REQUESTED = "13"
    CHANGE_AGREED = "15"
    CHANGE_REFUSED = "16"


class Profile(Word):
    """How the number of a kind stands in Type and TypeDetail; systems differ."""

    ROW_IN_TYPE = "row-in-type"
    """Type is the row of its list, TypeDetail 0."""
    CLASS_AND_DETAIL = "class-and-detail"
    """Type is 1 for legal documents and 2 for administrative papers, TypeDetail the row."""


@frozen
class TypeRow:
    """One row of the lists of kinds of papers.

    Attributes:
        code: its key: ``"B18"``.
        name: the name of the kind.
        part: ``"A"`` for legal documents, ``"B"`` for administrative papers.
        row: its number in that part.
        kind: the code of danvan's kind, or "".
        source: where it was read.
        confidence: how sure it is.
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    part: str
    row: int
    kind: str = ""
    source: str = ""
    confidence: str = "sure"
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


@cache
def table() -> Mapping[str, Any]:
    """The tables of ``data/edxml.toml``, read once."""
    return read_toml("edxml")


@cache
def type_rows() -> Catalogue[TypeRow]:
    """The kinds of papers as Sửa đổi 1:2022 lists them."""
    data = table()
    rows = structure(data["entry"], tuple[TypeRow, ...], "edxml", "entry")
    return Catalogue(data["catalogue"]["name"], rows)


@cache
def limits() -> Mapping[str, int]:
    """The most letters that an element of a packet may hold, by its name."""
    found: dict[str, int] = table()["limits"]
    return found


@cache
def value_aliases(name: str) -> Mapping[str, str]:
    """Other spellings of the codes of a list, with the code each stands for."""
    values: list[dict[str, Any]] = table()["value"]
    return {
        alias: one["value"]
        for one in values
        if one["list"] == name
        for alias in one.get("aliases", ())
    }


_CLASSES: Final = {"A": 1, "B": 2}
_number = _fields.optional(_fields.whole(-1, 999_999_999))


@frozen
class DocumentType:
    """The kind of a paper as a packet says it; the name counts, the numbers differ by system.

    Attributes:
        name: ``TypeName``.
        type: ``Type``, or ``None``.
        detail: ``TypeDetail``, or ``None``.
    """

    name: str = field(default="", validator=_fields.instance(str))
    type: int | None = field(default=None, validator=_number)
    detail: int | None = field(default=None, validator=_number)

    @classmethod
    def of(cls, kind: str, *, legal: bool = False, profile: Profile = Profile.ROW_IN_TYPE) -> Self:
        """How a kind is written.

        Args:
            kind: its code in :func:`~danvan.directives.document_kinds`.
            legal: whether the paper is a legal document.
            profile: where the number stands; a kind without a row gets 0.

        Raises:
            UnknownCodeError: no such kind.
        """
        name = document_kinds()[kind].name
        rows = [row for row in type_rows() if row.kind == kind]
        rows.sort(key=lambda row: (row.part == "A") is not legal)
        if not rows:
            return cls(name, 0, 0)
        if profile is Profile.CLASS_AND_DETAIL:
            return cls(name, _CLASSES[rows[0].part], rows[0].row)
        return cls(name, rows[0].row, 0)

    def kinds(self) -> tuple[DocumentKind, ...]:
        """The kinds of danvan its name stands for; what stands in brackets behind it aside."""
        said = fold(self.name.partition("(")[0].strip())
        return tuple(kind for kind in document_kinds() if fold(kind.name) == said)
