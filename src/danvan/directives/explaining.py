"""What a document number means, in words, with what is not sure marked as such.

>>> print(explain(DocumentNumber.parse("217-QĐ/TW")))
số 217; QĐ: Quyết định, Quy định (chưa chắc); TW: Trung ương; số của Đảng, đánh lại theo nhiệm kỳ
>>> print(explain(DocumentNumber.parse("217/QĐ-TW")).say("en"))
number 217; QĐ: decision, regulation (likely); TW: Trung ương; printed in the order of the State,
a Party paper would read 217-QĐ/TW
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import evolve, frozen

from danvan.directives.issuers import IssuerMeaning, issuer_meaning
from danvan.directives.kinds import Confidence, DocumentKind, Family, kinds_with_symbol
from danvan.document_number import DocumentNumber, NumberStyle

__all__ = ["Explanation", "explain", "family_of"]

_MARKS = {
    Confidence.SURE: ("", ""),
    Confidence.LIKELY: (" (chưa chắc)", " (likely)"),
    Confidence.UNSURE: (" (không chắc)", " (unsure)"),
}
_SERIES = {
    Family.PARTY: ("số của Đảng, đánh lại theo nhiệm kỳ", "numbered by the Party, anew each term"),
    Family.STATE: ("số của Nhà nước, đánh lại mỗi năm", "numbered by the State, anew each year"),
    Family.LAW: (
        "văn bản quy phạm pháp luật, đánh số theo năm",
        "a legal document, numbered by the year",
    ),
    Family.MASS: (
        "số của Mặt trận và các tổ chức chính trị - xã hội",
        "numbered by the Front or a mass organization",
    ),
}


_UNPRINTED = {
    True: (
        "không ghi thể loại: thường là công văn",
        "no kind printed: an official letter (likely)",
    ),
    False: ("không ghi thể loại", "no kind printed"),
}


@frozen
class Explanation:
    """What a number says.

    Attributes:
        number: the number.
        family: whose rules it follows, by its issuer and its separators.
        kinds: the kinds that print its symbol, each with how sure that is; empty where
            it prints none or one that the catalogue does not hold.
        issuers: what each code of the tail stands for.
        canonical: how it should have been printed, where its separators are those of
            another family; else ``None``.
    """

    number: DocumentNumber
    family: Family
    kinds: tuple[tuple[DocumentKind, Confidence], ...]
    issuers: tuple[IssuerMeaning, ...]
    canonical: DocumentNumber | None = None

    def say(self, lang: Literal["vi", "en"] = "vi") -> str:
        """The explanation as one line, in Vietnamese or English."""
        at = 0 if lang == "vi" else 1
        parts = [f"{('số', 'number')[at]} {self.number.serial}{self.number.letter}"]
        if self.number.year is not None:
            parts.append(f"{('năm', 'year')[at]} {self.number.year}")
        if self.number.kind_code is not None:
            parts.append(f"{self.number.kind_code}: {self._kind(at)}")
        elif self.family is Family.STATE:
            unit = len(self.number.issuer_codes) > 1
            parts.append(_UNPRINTED[unit][at])
        parts += [f"{issuer.code}: {_issuer(issuer, at)}" for issuer in self.issuers]
        if self.canonical is None:
            parts.append(_SERIES[self.family][at])
        else:
            parts.append(
                (
                    f"in theo thứ tự của Nhà nước, số của Đảng phải là {self.canonical}",
                    f"printed in the order of the State, a Party paper would read {self.canonical}",
                )[at]
            )
        return "; ".join(parts)

    def _kind(self, at: int) -> str:
        if not self.kinds:
            return ("thể loại không có trong danh mục", "a kind the catalogue does not hold")[at]
        names = [(kind.name, kind.code.replace("_", " "))[at] for kind, _ in self.kinds]
        marks = [_MARKS[confidence][at] for _, confidence in self.kinds]
        return ", ".join(map("".join, zip(names, marks, strict=True)))

    def __str__(self) -> str:
        return self.say()


def _issuer(issuer: IssuerMeaning, at: int) -> str:
    if issuer.name is None or issuer.confidence is None:
        return ("không có trong danh mục", "not in the catalogue")[at]
    gone = "" if issuer.is_in_force else (", không còn vào ngày này", ", not in being that day")[at]
    return f"{issuer.name}{_MARKS[issuer.confidence][at]}{gone}"


def family_of(number: DocumentNumber) -> Family:
    """Whose rules a number follows: its issuer's, or where that is unknown its separators'.

    >>> family_of(DocumentNumber.parse("29-HD/TWĐTN-VP"))
    Family.MASS
    """
    if number.year is not None:
        return Family.LAW
    issuer = issuer_meaning(number.issuer_codes[0]).family if number.issuer_codes else None
    if issuer is Family.MASS or (issuer is Family.PARTY and number.kind_code is not None):
        return issuer
    return Family.PARTY if number.style is NumberStyle.PARTY and number.kind_code else Family.STATE


def explain(number: DocumentNumber, on: date | None = None) -> Explanation:
    """Say what a number means.

    Args:
        number: the number.
        on: the day of the paper; without it, bodies that are gone count as well.
    """
    family = family_of(number)
    symbol = number.kind_code or ""
    listed = kinds_with_symbol(symbol, family) or kinds_with_symbol(symbol)
    kinds = tuple((kind, _confidence(kind, symbol, family)) for kind in listed)
    canonical = None
    if family is Family.PARTY and number.style is not NumberStyle.PARTY and number.kind_code:
        canonical = evolve(number, style=NumberStyle.PARTY)
    issuers = tuple(issuer_meaning(code, on) for code in number.issuer_codes)
    return Explanation(number, family, kinds, issuers, canonical)


def _confidence(kind: DocumentKind, symbol: str, family: Family) -> Confidence:
    """How sure it is that a kind prints a symbol, in this family's papers if it does there."""
    entries = [entry for entry in kind.symbols if entry.symbol == symbol]
    own = [entry for entry in entries if entry.family is family]
    return (own or entries)[0].confidence
