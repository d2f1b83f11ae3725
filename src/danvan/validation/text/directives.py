"""The papers a paper cites, held against one another (DV101, DV301 to DV304)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from typing import Final

from attrs import frozen

from danvan.findings import Finding, Span, rules
from danvan.reading.citation import Citation, Repair
from danvan.reports import Report
from danvan.validation.text.paper import Paper
from danvan.validation.text.wording import written_out
from danvan.vietnamese.dates import format_date
from danvan.vietnamese.letters import fold

__all__ = ["Mention", "check_directives", "dates_and_issuers", "mentions"]

_SERIAL: Final = re.compile(r"[0-9]+")
# folded names of bodies, and what their committees are called
_SEATS: Final = {
    "tinh": "tinh",
    "huyen": "huyen",
    "thanh pho": "thanh",
    "thi xa": "thi",
    "quan": "quan",
}
_LEVELS: Final = "xa|phuong|thi tran|dac khu|quan|huyen|thi xa|thanh pho|tinh"
_COMMITTEE: Final = re.compile(rf"ban chap hanh dang bo(?: (?P<level>{_LEVELS})(?!\w))?")
_BODY: Final = re.compile(
    rf"(?P<body>.*?(?:(?:tinh|huyen|thanh|thi|quan|dang) uy(?!\w)|\w(?= (?:{_LEVELS})(?!\w| uy))))"
    rf"(?P<place>.*)"
)


@frozen
class Mention:
    """A citation with a number and symbol, in its place.

    Attributes:
        citation: the citation.
        span: where it stands.
    """

    citation: Citation
    span: Span

    @property
    def identity(self) -> tuple[int, int | None, str | None, str | None]:
        """Serial, year, kind and issuer as the symbol gives them."""
        cited = self.citation
        return cited.serial, cited.year, cited.kind_code, cited.issuer_code

    @property
    def number(self) -> str:
        """The number and symbol as printed, without the spaces in it."""
        year = f"/{self.citation.year}" if self.citation.year else ""
        symbol = "/".join(
            code for code in (self.citation.kind_code, self.citation.issuer_code) if code
        )
        return f"{self.citation.serial:02d}{year}-{symbol}"


def mentions(paper: Paper) -> tuple[Mention, ...]:
    """The citations of a paper that give a symbol."""
    return tuple(
        Mention(citation, Span(citation.start, citation.end, paper.report))
        for citation in paper.citations
        if not citation.is_bare
    )


def check_directives(paper: Paper) -> Iterator[Finding]:
    """DV101, DV301 to DV304: form, dates, issuers and symbols of what a report cites."""
    for citation in paper.citations:
        if Repair.SPACE in citation.repairs and citation.number is not None:
            span = Span(citation.start, citation.end, paper.report)
            found = rules()["DV101"].at(span, written=citation.text, number=citation.number)
            right = _closed_up(citation)
            yield found if right is None else found.mended(right)
    cited = mentions(paper)
    by_number: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    by_date: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    for mention in cited:
        by_number[mention.identity].append(mention)
        if mention.citation.issued_on:
            kind = fold(mention.citation.kind or "")
            by_date[mention.citation.serial, kind, mention.citation.issued_on].append(mention)
    for same in by_number.values():
        yield from dates_and_issuers(same)
    for same in by_date.values():
        yield from _symbols(same)
    yield from _later(paper.report, cited)


def _closed_up(citation: Citation) -> str | None:
    """The citation without the spaces in its number; ``None`` where more is wrong with it."""
    for serial in _SERIAL.finditer(citation.text):
        words, number = citation.text[: serial.start()], citation.text[serial.start() :]
        if "\n" not in number and re.sub(r"\s+", "", number) == str(citation.number):
            return f"{words}{citation.number}"
    return None


def dates_and_issuers(same: list[Mention]) -> Iterator[Finding]:
    """DV301, DV302: the dates and the issuers given to one paper."""
    yield from _dates(same)
    yield from _issuers(same)


def _dates(mentions: list[Mention]) -> Iterator[Finding]:
    """Two dates for one number: two papers where the terms or years are far apart, else a slip."""
    dated = [m for m in mentions if m.citation.issued_on]
    firsts: dict[date | None, Mention] = {}
    for mention in dated:
        firsts.setdefault(mention.citation.issued_on, mention)
    for one, other in pairwise(firsts.values()):
        days = (one.citation.issued_on, other.citation.issued_on)
        if None not in days and _may_be_two_papers(one.citation, other.citation):
            continue
        yield rules()["DV301"].at(
            other.span, one.span, number=other.number, one=_day(days[0]), other=_day(days[1])
        )


def _may_be_two_papers(one: Citation, other: Citation) -> bool:
    """A number comes again in the next term of a committee, in the next year of the State.

    A term that one of them leaves out says nothing.
    """
    if one.term and other.term and one.term != other.term:
        return True
    if one.issued_on is None or other.issued_on is None:
        return False
    alike = (one.issued_on.day, one.issued_on.month) == (other.issued_on.day, other.issued_on.month)
    return not alike and one.issued_on.year != other.issued_on.year


def _issuers(mentions: list[Mention]) -> Iterator[Finding]:
    firsts: dict[tuple[str, date | None], Mention] = {}
    for mention in mentions:
        if mention.citation.issuer:
            key = fold(mention.citation.issuer), mention.citation.issued_on
            firsts.setdefault(key, mention)
    for one, other in pairwise(firsts.values()):
        names = one.citation.issuer or "", other.citation.issuer or ""
        days = {one.citation.issued_on, other.citation.issued_on} - {None}
        if len(days) < 2 and not _same_body(*names):
            yield rules()["DV302"].at(
                other.span, one.span, number=other.number, one=names[0], other=names[1]
            )


def _same_body(one: str, other: str) -> bool:
    """Whether two names may mean one body: one says less of it, or of its place, than the other."""
    (body, place), (other_body, other_place) = map(_body_and_place, (one, other))
    same_place = place.startswith(other_place) or other_place.startswith(place)
    return same_place and (body in other_body or other_body in body)


def _body_and_place(name: str) -> tuple[str, str]:
    """A name parted before the level and place it ends in, which an office often leaves out.

    The executive committee of a party organization is its committee by another
    name: "Ban Chấp hành Đảng bộ huyện" is the "Huyện ủy".
    """
    words = _COMMITTEE.sub(_committee, written_out(name))
    found = _BODY.match(words)
    return (found["body"], found["place"].strip()) if found else (words, "")


def _committee(found: re.Match[str]) -> str:
    level = found["level"] or ""
    if level in _SEATS:
        return f"{_SEATS[level]} uy"
    if not level and found.end() == len(found.string):
        return "uy"  # of any level
    return f"dang uy {level}".rstrip()


def _symbols(mentions: Iterable[Mention]) -> Iterator[Finding]:
    firsts: dict[tuple[str | None, str | None], Mention] = {}
    for mention in mentions:
        firsts.setdefault((mention.citation.kind_code, mention.citation.issuer_code), mention)
    for one, other in pairwise(firsts.values()):
        yield rules()["DV303"].at(
            other.span,
            one.span,
            date=_day(other.citation.issued_on),
            one=one.number,
            other=other.number,
        )


def _later(report: Report, cited: Iterable[Mention]) -> Iterator[Finding]:
    issued = report.letterhead.issued_on if report.letterhead else None
    for mention in cited:
        day = mention.citation.issued_on
        if issued is not None and day is not None and day > issued:
            yield rules()["DV304"].at(
                mention.span, number=mention.number, date=_day(day), paper=_day(issued)
            )


def _day(day: date | None) -> str:
    return format_date(day, "short") if day else "?"
