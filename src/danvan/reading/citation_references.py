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
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.directives.directive import Directive
from danvan.directives.kinds import document_kinds
from danvan.directives.register import Register
from danvan.document_number import DocumentNumber
from danvan.reading.citation import Citation
from danvan.reading.citations import find_citations
from danvan.vietnamese.cleaning import clean

__all__ = ["How", "Reference", "find_references"]

_DEFINITION = re.compile(
    r"(?:gọi|viết) {1,3}(?:tắt {1,3})?(?:chung {1,3})?là:? {0,3}[“\"*]{0,3}"
    r"(?P<name>[^()“”\"*\n,;:.]{2,80})"
)
_REACH = 400
_BACK = re.compile(
    r" {1,3}(?:đã )?(?P<where>nêu trên|nói trên|kể trên|vừa nêu|trên đây|trên|đó|này)\b"
)


class How(Word):
    """In which way a text refers to a paper."""

    NUMBER = "by its number"
    BARE = "by a number without a symbol"
    SHORT_NAME = "by a name the text has defined"
    BACK = "back to what was cited before"


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


class _Found(NamedTuple):
    start: int
    end: int
    how: How
    number: DocumentNumber | None
    citation: Citation | None = None


def find_references(text: str, register: Register | None = None) -> tuple[Reference, ...]:
    """Every reference to a paper, in order, with the number it means.

    Args:
        text: the text; offsets are code points of it.
        register: papers to look for among, where the text alone is not enough.
    """
    cleaned = clean(text)
    source = cleaned.text
    # Cleaning twice changes nothing, so both lists name the same citations.
    cited = [
        _Found(plain.start, plain.end, How.BARE if own.is_bare else How.NUMBER, number, own)
        for own, plain, number in _numbered(find_citations(text), find_citations(source))
    ]
    found = [*cited, *_apart(_by_short_name(source, cited), cited)]
    found += _apart(_back(source, cited), found)
    references = []
    for start, end, how, number, citation in sorted(found, key=lambda f: f.start):
        span = cleaned.span(start, end)
        papers = _candidates(register, number, citation) if register is not None else ()
        references.append(Reference(*span, text[slice(*span)], how, number, citation, papers))
    return tuple(references)


def _numbered(
    citations: Iterable[Citation], plain: Iterable[Citation]
) -> Iterator[tuple[Citation, Citation, DocumentNumber | None]]:
    """Each citation with its number; a bare one takes that of the one paper it can mean."""
    pairs = list(zip(citations, plain, strict=True))
    full: dict[tuple[int, str, str | None], set[DocumentNumber]] = {}
    for citation, _ in pairs:
        if citation.number is not None:
            key = (citation.serial, citation.letter, citation.kind)
            full.setdefault(key, set()).add(citation.number)
    for citation, other in pairs:
        number = citation.number
        if citation.is_bare:
            meant = full.get((citation.serial, citation.letter, citation.kind), set())
            meant = {n for n in meant if citation.year in (None, n.year)}
            number = next(iter(meant)) if len(meant) == 1 else None
        yield citation, other, number


def _by_short_name(text: str, cited: list[_Found]) -> Iterator[_Found]:
    """The places behind a definition where the name it defines is used."""
    defined: dict[str, list[tuple[int, DocumentNumber | None]]] = {}
    at = 0
    last: _Found | None = None
    for definition in _DEFINITION.finditer(text):
        while at < len(cited) and cited[at].end <= definition.start():
            last, at = cited[at], at + 1
        name = definition["name"].strip()
        between = text[last.end : definition.start()] if last else ""
        if last is not None and len(between) < _REACH and "\n\n" not in between:
            defined.setdefault(name, []).append((definition.end(), last.number))
    if not defined:
        return
    names = "|".join(re.escape(name) for name in sorted(defined, key=len, reverse=True))
    for use in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text):
        numbers = [number for since, number in defined[use[0]] if since <= use.start()]
        if numbers:
            yield _Found(use.start(), use.end(), How.SHORT_NAME, numbers[-1])


def _back(text: str, cited: list[_Found]) -> Iterator[_Found]:
    """The places that point back to the last paper of a kind.

    A list of papers, or one without a number, leaves nothing that could be meant.
    """
    last: dict[str, DocumentNumber | None] = {}
    at = 0
    for word in _kind_words().finditer(text):
        while at < len(cited) and cited[at].start <= word.start():
            citation = cited[at].citation
            kind = citation.kind if citation is not None else None
            if kind is not None:
                begins = text[cited[at].start].isalpha()
                last[kind.lower()] = cited[at].number if begins else None
            at += 1
        if at and cited[at - 1].start <= word.start() < cited[at - 1].end:
            continue
        kind = " ".join(word[0].lower().split())
        back = _BACK.match(text, word.end())
        if back is None:
            last[kind] = None
        elif back["where"] != "này":  # "Kế hoạch này" is the paper itself
            yield _Found(word.start(), back.end(), How.BACK, last.get(kind))


@cache
def _kind_words() -> re.Pattern[str]:
    names = sorted((kind.name for kind in document_kinds()), key=len, reverse=True)
    spelled = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    return re.compile(rf"(?<!\w)(?:{spelled})(?!\w)", re.IGNORECASE)


def _apart(found: Iterable[_Found], taken: list[_Found]) -> list[_Found]:
    """Those that overlap none of the others; both in order."""
    spans = sorted((t.start, t.end) for t in taken)
    kept, at = [], 0
    for one in found:
        while at < len(spans) and spans[at][1] <= one.start:
            at += 1
        if at == len(spans) or one.end <= spans[at][0]:
            kept.append(one)
    return kept


def _candidates(
    register: Register, number: DocumentNumber | None, citation: Citation | None
) -> tuple[Directive, ...]:
    if citation is not None and not (citation.is_bare and number):
        return register.candidates(citation)
    return register.find(number) if number else ()
