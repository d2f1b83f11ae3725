"""How a report judges its own work: strengths, weaknesses, causes, lessons, tasks."""

from __future__ import annotations

from datetime import date
from functools import cache

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.reports.paragraph import Paragraph

__all__ = ["Assessment", "AssessmentKind", "assessment_kinds"]


@frozen
class AssessmentKind:
    """One kind of judgement.

    Attributes:
        code: ``"strength"``, ``"weakness"``, ``"cause"``, ``"lesson"``, ``"task"`` and so on.
        name: what reports call it, ``"Ưu điểm"``.
        aliases: other words that a heading of it begins with.
        source: where it was seen.
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    aliases: tuple[str, ...] = ()
    source: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@cache
def assessment_kinds() -> Catalogue[AssessmentKind]:
    """The kinds danvan knows.

    >>> assessment_kinds()["weakness"].name
    'Hạn chế'
    """
    return Catalogue.read("assessment_kinds", AssessmentKind)


@frozen
class Assessment:
    """One paragraph in which a report judges its work.

    Attributes:
        kinds: the codes of what it is; more than one where the heading over it names
            several and nothing tells them apart.
        paragraph: the words.
        under: number and heading of the section it stands in.
        number: its own number, where it is a numbered point: ``"1."``.
    """

    kinds: tuple[str, ...] = field(validator=_fields.tuple_of(str))
    paragraph: Paragraph = field(validator=_fields.instance(Paragraph))
    under: str = field(default="", validator=_fields.instance(str))
    number: str = field(default="", validator=_fields.instance(str))

    def __str__(self) -> str:
        return self.paragraph.text
