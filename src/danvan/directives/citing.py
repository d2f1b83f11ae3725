"""How one paper cites another, by the habits of the Party and of the State.

The first mention is in full: kind, number, date, issuer and title; later ones give
kind and number.  The Party puts a comma before "ngày", the State none
(36-HD/VPTW and 05-HD/VPTW; 30/2020/NĐ-CP, Phụ lục I, II.6).

>>> from datetime import date
>>> from danvan.document_number import DocumentNumber
>>> paper = Directive(DocumentNumber.parse("217-QĐ/TW"), "decision", "Bộ Chính trị",
...                   issued_on=date(2013, 12, 12), title="ban hành Quy chế giám sát")
>>> cite(paper)
'Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị ban hành Quy chế giám sát'
>>> cite(paper, later=True, pinpoint=Pinpoint(article=5, clause=2, point="a"))
'điểm a khoản 2 Điều 5 Quyết định 217-QĐ/TW'
"""

from __future__ import annotations

import re

from attrs import field, frozen

from danvan import _fields
from danvan.directives.directive import Directive
from danvan.directives.explaining import family_of
from danvan.directives.kinds import Family, document_kinds
from danvan.errors import InvalidValueError
from danvan.vietnamese.dates import format_date

__all__ = ["Pinpoint", "cite"]


@frozen
class Pinpoint:
    """The place within a paper that a citation points at.

    Attributes:
        article: the number of the Điều.
        clause: the number of the khoản in it.
        point: the letter of the điểm in that, ``"đ"`` among them.

    Raises:
        InvalidValueError: a point without a clause, or a part out of its domain.
    """

    article: int = field(validator=_fields.whole(1))
    clause: int | None = field(default=None, validator=_fields.optional(_fields.whole(1)))
    point: str = field(default="", validator=_fields.instance(str))

    def __attrs_post_init__(self) -> None:
        if self.point and (self.clause is None or not re.fullmatch("[a-zđ]", self.point)):
            raise InvalidValueError("Pinpoint.point", self.point, "one letter, behind a clause")

    def __str__(self) -> str:
        point = f"điểm {self.point} " if self.point else ""
        clause = f"khoản {self.clause} " if self.clause else ""
        return f"{point}{clause}Điều {self.article}"


def cite(paper: Directive, *, later: bool = False, pinpoint: Pinpoint | None = None) -> str:
    """The words that cite a paper.

    Args:
        paper: the paper; what is not known of it is left out.
        later: whether it has been cited in full before.
        pinpoint: the place within it.
    """
    kind = document_kinds()[paper.kind].name
    place = f"{pinpoint} " if pinpoint else ""
    if later:
        return f"{place}{kind} {paper.number}"
    is_party = family_of(paper.number) is Family.PARTY
    day = ""
    if paper.issued_on is not None:
        written = format_date(paper.issued_on, "short" if is_party else "long")
        day = f"{',' if is_party else ''} {written if written[0] == 'n' else f'ngày {written}'}"
    of = f" của {paper.issuer}" if paper.issuer else ""
    is_committee = paper.issuer.startswith("Ban Chấp hành")
    term = f" khóa {paper.term}" if paper.term and is_committee else ""
    if paper.kind in ("law", "legal_code") and paper.title:
        return f"{place}{kind} {paper.title} số {paper.number}{day}{of}"
    title = f" {_linked(paper.title)}" if paper.title else ""
    return f"{place}{kind} số {paper.number}{day}{of}{term}{title}"


def _linked(title: str) -> str:
    """A title with the "về" that it needs behind a kind, unless it begins with a verb."""
    begins = ("về ", "ban hành ", "quy định ", "hướng dẫn ", "sửa đổi", "phê duyệt ")
    return title if title.startswith(begins) else f"về {title}"
