"""An official paper as others cite it: who issued which number, when and about what.

A number alone is no key: State numbers begin again each year, Party numbers with
each term of a committee, so 25-NQ/TW is one resolution in 2008 and another in
2013.  What tells papers apart is issuer, kind, number and date or term.

>>> Directive(DocumentNumber.parse("217-QĐ/TW"), "decision", "Bộ Chính trị",
...           issued_on=date(2013, 12, 12), term="XI").label
'217-QĐ/TW (2013)'
"""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from danvan import _fields, notebook
from danvan.directives.kinds import Confidence, document_kinds
from danvan.document_number import DocumentNumber, NumberStyle
from danvan.errors import InvalidValueError
from danvan.organizations import Organization

__all__ = ["Directive"]


@frozen
class Directive:
    """One official paper.

    Attributes:
        number: number and symbol.
        kind: the code of its kind in :func:`~danvan.directives.document_kinds`; a Party
            QĐ is a decision or a regulation, so the number does not tell.
        issuer: the body that issued it, as it is named, ``"Bộ Chính trị"``.
        issued_on: the day it bears; ``None`` where that is not known.
        title: what it is about (trích yếu), without kind and number.
        term: the term of office of its issuer in Roman numerals, or "".
        signer_post: the post of who signed it, or "".
        valid_from: the first day it holds, where that is not the day it bears.
        valid_to: the last day it holds; ``None`` where it still does or that is not known.
        short_names: what it is also called, ``"Nghị định 30"``.
        organization: the issuer as a body of a tree, where that is known.
        source: where this was read, or "".
        confidence: how sure it is.

    Raises:
        InvalidValueError: a part out of its domain, or days that contradict each other.
    """

    number: DocumentNumber = field(validator=_fields.instance(DocumentNumber))
    kind: str = field(validator=_fields.text)
    issuer: str = field(validator=_fields.text)
    issued_on: date | None = field(
        default=None, kw_only=True, validator=_fields.optional(_fields.day)
    )
    title: str = field(default="", kw_only=True, validator=_fields.instance(str))
    term: str = field(default="", kw_only=True, validator=_fields.instance(str))
    signer_post: str = field(default="", kw_only=True, validator=_fields.instance(str))
    valid_from: date | None = field(
        default=None, kw_only=True, validator=_fields.optional(_fields.day)
    )
    valid_to: date | None = field(
        default=None, kw_only=True, validator=_fields.optional(_fields.day)
    )
    short_names: tuple[str, ...] = field(default=(), kw_only=True, validator=_fields.tuple_of(str))
    organization: Organization | None = field(
        default=None, kw_only=True, validator=_fields.optional(_fields.instance(Organization))
    )
    source: str = field(default="", kw_only=True, validator=_fields.instance(str))
    confidence: Confidence = field(
        default=Confidence.SURE, kw_only=True, validator=_fields.instance(Confidence)
    )

    def __attrs_post_init__(self) -> None:
        begins = self.valid_from or self.issued_on
        if begins and self.valid_to and self.valid_to < begins:
            raise InvalidValueError(
                "Directive.valid_to", self.valid_to, f"a day not before {begins}"
            )
        year = self.number.year
        if year is not None and self.issued_on is not None and self.issued_on.year < year:
            raise InvalidValueError(
                "Directive.issued_on", self.issued_on, f"a day of {year}, as {self.number} says"
            )

    @property
    def year(self) -> int | None:
        """The year of its number, printed in it or taken from its date."""
        if self.number.year is not None:
            return self.number.year
        return self.issued_on.year if self.issued_on else None

    @property
    def label(self) -> str:
        """The number with what tells it from its namesakes: the year, or the term."""
        if self.number.year is not None:
            return str(self.number)
        frame = (
            str(self.issued_on.year) if self.issued_on else f"khóa {self.term}" * bool(self.term)
        )
        return f"{self.number} ({frame})" if frame else str(self.number)

    @property
    def identity(self) -> tuple[str, str, DocumentNumber, str]:
        """Issuer, kind, number and year or term: what no two papers have in common.

        The Party's frame is the term where it is known, and the year where it is
        not; everyone else's is the year.
        """
        is_party = self.number.style is NumberStyle.PARTY and self.number.kind_code is not None
        frame = self.term if is_party and self.term else str(self.year or "")
        return self.issuer, self.kind, self.number, frame

    def is_in_force(self, on: date) -> bool | None:
        """Whether it holds on a day; ``None`` where its first day is not known."""
        begins = self.valid_from or self.issued_on
        if begins is None:
            return None
        return begins <= on and (self.valid_to is None or on <= self.valid_to)

    def _cells_(self) -> dict[str, object]:
        kind = document_kinds().get(self.kind)
        return {
            "Số, ký hiệu": str(self.number),
            "Tên loại": kind.name if kind else self.kind,
            "Ngày ban hành": self.issued_on,
            "Cơ quan ban hành": self.issuer,
            "Khóa": self.term,
            "Trích yếu": self.title,
        }

    def _repr_html_(self) -> str:
        more = {"Hiệu lực từ": self.valid_from, "Hiệu lực đến": self.valid_to, "Nguồn": self.source}
        return notebook.record("", {**self._cells_(), **more})

    def __str__(self) -> str:
        return self.label
