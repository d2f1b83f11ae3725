"""From mentions to papers: short names, mentions without a symbol, references back.

A paper defines names of its own ("viết tắt là Quyết định 529"), cites by bare
number what it has cited in full, and points back ("Quyết định nêu trên").  Each
is led to the one number it can mean; where more than one is possible, or an
unnumbered paper of the same kind stands in between, it is led to none.

>>> text = ("Thực hiện Quyết định số 217-QĐ/TW (gọi tắt là Quy chế giám sát); theo Quyết định "
...         "217 và Quy chế giám sát; Quyết định nêu trên")
>>> for reference in find_references(text):
...     print(reference.how.name, "|", reference.text, "|", reference.number)
NUMBER | Quyết định số 217-QĐ/TW | 217-QĐ/TW
BARE | Quyết định 217 | 217-QĐ/TW
SHORT_NAME | Quy chế giám sát | 217-QĐ/TW
BACK | Quyết định nêu trên | 217-QĐ/TW
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache

from attrs import field, frozen

from danvan import _fields
from danvan.directives.directive import Directive
from danvan.directives.kinds import document_kinds
from danvan.directives.register import Register
from danvan.document_number import DocumentNumber
from danvan.reading.citation import Citation
from danvan.reading.citations import find_citations
from danvan.vietnamese.cleaning import clean

__all__ = ["How", "Reference", "find_references"]

_DEFINITION = re.compile(
    r"(?:sau\s+đây\s+)?(?:gọi|viết)\s+(?:tắt\s+)?(?:chung\s+)?là:?\s*[“\"*]*"
    r"(?P<name>[^()“”\"*\n,;:.]{2,80}?)[”\"*]*\s*(?=[),;.]|$)"
)
_REACH = 400


class How(Enum):
    """In which way a text refers to a paper."""

    NUMBER = "by its number"
    BARE = "by a number without a symbol"
    SHORT_NAME = "by a name the text has defined"
    BACK = "back to what was cited before"

    def __repr__(self) -> str:
        return str(self)


@frozen
class Reference:
    """A place where a text refers to a paper.

    Attributes:
        start, end: where it stands in the text, in code points.
        text: the words themselves.
        how: in which way.
        number: the number it means; ``None`` where the text leaves it open.
        citation: the citation itself, where it is one.
        candidates: the papers of the register that it may mean.
    """

    start: int = field(validator=_fields.whole(0))
    end: int = field(validator=_fields.whole(0))
    text: str = field(validator=_fields.instance(str))
    how: How = field(validator=_fields.instance(How))
    number: DocumentNumber | None = None
    citation: Citation | None = None
    candidates: tuple[Directive, ...] = ()


def find_references(text: str, register: Register | None = None) -> tuple[Reference, ...]:
    """Every reference to a paper, in order, with the number it means.

    Args:
        text: the text; offsets are code points of it.
        register: papers to look for among, where the text alone is not enough.
    """
    citations = find_citations(text)
    cleaned = clean(text)
    definitions = tuple(_definitions(cleaned.text, cleaned.span, citations))
    found = [_of_citation(c, citations, register) for c in citations]
    taken = [(r.start, r.end) for r in found] + [(d.start, d.end) for d in definitions]
    names = {definition.text: definition for definition in definitions}
    found += _uses(cleaned.text, cleaned.original, cleaned.span, names)
    found += _back(cleaned.text, cleaned.original, cleaned.span, found)
    ordered = sorted(found, key=lambda r: (r.start, -r.end))
    return tuple(_apart(ordered, set(taken)))
