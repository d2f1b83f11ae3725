"""What the norm in force on the day of a paper asks of its words and signs.

The norms are data (``danvan/data/form_norms.toml``).  Whose norm a paper follows
is told by its motto, else by the code of its issuer; where neither tells, or the
paper is older than the first norm that is known, nothing is asked of it.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Literal

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue, in_force
from danvan.directives.issuers import issuer_meaning
from danvan.directives.kinds import Family as IssuerFamily
from danvan.document_number import DocumentNumber, NumberStyle
from danvan.reports import Report

__all__ = ["FormNorm", "Mandates", "form_norms", "norm_of"]

Family = Literal["party", "state", "front"]


@frozen
class Mandates:
    """How one signs for another.

    Attributes:
        body: for a body that decides together, "thay mặt".
        deputy: for the head of an office, "ký thay".
        order: by order of a body or head, "thừa lệnh".
    """

    body: str = field(validator=_fields.text)
    deputy: str = field(validator=_fields.text)
    order: str = field(validator=_fields.text)


@frozen(kw_only=True)
class FormNorm:
    """What a norm says of the words and signs of a paper.

    Attributes:
        code: its key, that of the layout norm.
        name: the paper that sets it.
        family: whose papers follow it.
        number_word: what stands before the number, "Số" or "Số:".
        motto: the lines at the right of the head.
        mandates: how one signs for another.
        collective_heads: the heads of bodies that decide together, for whom nobody
            signs as a deputy.
        places_without_unit: whether the place before the date goes without "xã", "huyện".
        source: where it was read.
        confidence: ``"sure"`` where the text itself was read, else ``"likely"``.
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    family: Family
    number_word: str = field(validator=_fields.text)
    motto: tuple[str, ...] = field(validator=_fields.tuple_of(str))
    mandates: Mandates
    collective_heads: tuple[str, ...] = ()
    places_without_unit: bool = False
    source: str = field(validator=_fields.text)
    confidence: Literal["sure", "likely"]
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


@cache
def form_norms() -> Catalogue[FormNorm]:
    """The norms danvan ships.

    >>> form_norms()["nd30"].mandates.deputy
    'KT.'
    """
    return Catalogue.read("form_norms", FormNorm)


def norm_of(report: Report) -> FormNorm | None:
    """The norm a paper is to follow, or ``None`` where it cannot be told.

    Without a day, the newest of its family, for what is asked here did not change.
    """
    family = _family(report)
    norms = [norm for norm in form_norms() if norm.family == family]
    day = report.issued_on
    if day is None:
        return norms[-1] if norms else None
    return next((norm for norm in norms if in_force(norm, day)), None)


def _family(report: Report) -> Family | None:
    number = report.number
    motto = report.letterhead.motto if report.letterhead else ""
    if "ĐẢNG CỘNG SẢN" in motto:
        return "party"
    if number is not None and _is_of_the_front(number):
        return "front"
    if "XÃ HỘI CHỦ NGHĨA" in motto or "Độc lập" in motto:
        return "state"
    if motto or number is None or not number.issuer_codes:
        return None
    meaning = issuer_meaning(number.issuer_codes[0])
    if meaning.family is IssuerFamily.PARTY and number.style is NumberStyle.PARTY:
        return "party"
    if meaning.family is IssuerFamily.STATE and number.style is NumberStyle.STATE:
        return "state"
    return None


def _is_of_the_front(number: DocumentNumber) -> bool:
    return bool(number.issuer_codes) and number.issuer_codes[0].startswith(("MTTQ", "MTTW"))
