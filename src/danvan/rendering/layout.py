"""The layout norms: which sizes and margins a paper of a day has.

The numbers are data (``danvan/data/layout_norms.toml``), each norm with its
source and with what is only likely marked so.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from typing import Literal

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue, in_force
from danvan.document_number import NumberStyle
from danvan.errors import InvalidValueError
from danvan.reports import Report

__all__ = ["Allowed", "Family", "LayoutNorm", "family_of", "layout_norms", "norm_for"]

Family = Literal["party", "state", "front"]


@frozen
class Allowed:
    """What a norm allows, and what danvan takes of it.

    Attributes:
        low: the least.
        high: the most.
        used: what is written; it lies between them.
    """

    low: Decimal = field(converter=_fields.decimal, validator=_fields.number)
    high: Decimal = field(converter=_fields.decimal, validator=_fields.number)
    used: Decimal = field(converter=_fields.decimal, validator=_fields.number)

    def __attrs_post_init__(self) -> None:
        if not self.low <= self.used <= self.high:
            raise InvalidValueError("Allowed.used", self.used, f"{self.low} to {self.high}")


@frozen(kw_only=True)
class LayoutNorm:
    """How a paper is laid out; sizes in points, lengths in millimetres.

    Attributes:
        code: its key, ``"hd36"``.
        name: the paper that sets it.
        family: whose papers follow it: the Party's, the State's, the Front's.
        source: where it was read.
        confidence: ``"sure"`` where the text itself was read, else ``"likely"``.
        note: what of it is less sure than the rest.
        font: the typeface.
        margin_top, margin_bottom, margin_left, margin_right: of the A4 page.
        upper_body, body_name, number: the lines at the left of the head.
        motto: the lines at the right of it, one size each.
        date, kind, title, text: place and date, the kind of the paper, its title, its body.
        line_exactly: the distance of lines, where the norm sets one.
        paragraph_gap: points between paragraphs, at least.
        first_line: how far the first line of a paragraph is set in.
        mandate, signer: the lines of the signature.
        recipients_title, recipients: "Nơi nhận" and the list under it.
        recipients_look: how "Nơi nhận" is set apart.
        page_number, page_number_from_top: from the second page on.
        under_body, under_title: what stands under the issuing body and under the title.
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    family: Family
    source: str = field(validator=_fields.text)
    confidence: Literal["sure", "likely", "unsure"]
    note: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    font: str = field(validator=_fields.text)
    margin_top: Allowed
    margin_bottom: Allowed
    margin_left: Allowed
    margin_right: Allowed
    upper_body: Allowed
    body_name: Allowed
    motto: tuple[Allowed, ...]
    number: Allowed
    date: Allowed
    kind: Allowed
    title: Allowed
    text: Allowed
    line_exactly: Allowed | None = None
    paragraph_gap: Decimal = field(converter=_fields.decimal, validator=_fields.number)
    first_line: Decimal = field(converter=_fields.decimal, validator=_fields.number)
    mandate: Allowed
    signer: Allowed
    recipients_title: Allowed
    recipients: Allowed
    recipients_look: Literal["underlined", "bold italic"]
    page_number: Allowed
    page_number_from_top: Decimal = field(converter=_fields.decimal, validator=_fields.number)
    under_body: Literal["asterisk", "rule"]
    under_title: Literal["hyphens", "rule"]


@cache
def layout_norms() -> Catalogue[LayoutNorm]:
    """The layout norms danvan ships.

    >>> layout_norms()["nd30"].margin_left.used
    Decimal('30')
    """
    return Catalogue.read("layout_norms", LayoutNorm)


def family_of(report: Report) -> Family:
    """Whose layout a report follows, by its motto, its number and its signature.

    A paper that shows none of these is laid out as the Party's.
    """
    head = report.letterhead
    number = report.number
    mandate = report.signature.mandate if report.signature else ""
    if head and "ĐẢNG CỘNG SẢN" in head.motto:
        return "party"
    if number and number.issuer_codes and number.issuer_codes[0].startswith(("MTTQ", "MTTW")):
        return "front"
    state = number is not None and number.style is not NumberStyle.PARTY
    if state or (head and "XÃ HỘI CHỦ NGHĨA" in head.motto) or "TM." in mandate:
        return "state"
    return "party"


def norm_for(family: Family, day: date | None) -> LayoutNorm:
    """The norm of a family in force on a day.

    Of a day before the first norm that is known, the first; without a day, the newest.
    """
    norms = [norm for norm in layout_norms() if norm.family == family]
    fitting = [norm for norm in norms if day and in_force(norm, day)]
    if fitting:
        return fitting[-1]
    return norms[-1] if day is None else norms[0]
