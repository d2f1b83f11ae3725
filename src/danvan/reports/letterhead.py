"""The head of a paper: who sends it, under which number, from where and when."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from danvan import _fields
from danvan.document_number import DocumentNumber
from danvan.reports.paragraph import NOWHERE, Extent, one_line

__all__ = ["Letterhead"]


@frozen
class Letterhead:
    """The head of a paper, each part as far as it is there.

    Party papers follow HD 36-HD/VPTW (since 2026 HD 05-HD/VPTW), State papers
    Nghị định 30/2020/NĐ-CP.

    Attributes:
        upper_body: the body above the one that issues the paper.
        body: the body that issues it.
        motto: the lines at the right: ``"ĐẢNG CỘNG SẢN VIỆT NAM"``, or the name and
            motto of the State.
        number: number and symbol; ``None`` where there is none or it is not filled in.
        number_text: the number line as printed, ``"Số      -BC/HU"``.
        place: the place named before the date.
        issued_on: the date; ``None`` where it is missing or not filled in.
        date_text: place and date as printed.
        secrecy: ``"MẬT"``, ``"TỐI MẬT"`` or ``"TUYỆT MẬT"``, where it is marked so.
        urgency: ``"KHẨN"``, ``"THƯỢNG KHẨN"``, ``"HỎA TỐC"``, where it is marked so.
        draft: ``"DỰ THẢO"``, where it is marked so.
        number_span: where the number stands in ``report.text``, without "Số".
        date_span: where the date stands there, from the word "ngày".
        span: where the whole head stands there.
    """

    upper_body: str = field(default="", validator=one_line)
    body: str = field(default="", validator=one_line)
    motto: str = field(default="", validator=_fields.instance(str))
    number: DocumentNumber | None = field(
        default=None, validator=_fields.optional(_fields.instance(DocumentNumber))
    )
    number_text: str = field(default="", validator=one_line, eq=False)
    place: str = field(default="", validator=one_line)
    issued_on: date | None = field(default=None, validator=_fields.optional(_fields.day))
    date_text: str = field(default="", validator=one_line, eq=False)
    secrecy: str = field(default="", validator=one_line)
    urgency: str = field(default="", validator=one_line)
    draft: str = field(default="", validator=one_line)
    number_span: Extent | None = field(default=None, eq=False)
    date_span: Extent | None = field(default=None, eq=False)
    span: Extent = field(default=NOWHERE, eq=False)

    @property
    def is_draft(self) -> bool:
        """Whether it is marked so, or number or date is still to be filled in."""
        return bool(self.draft) or self.number is None or self.issued_on is None
