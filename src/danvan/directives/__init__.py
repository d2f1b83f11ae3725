"""Directives: the official papers that other papers rest on, cite and replace.

Kinds and codes are catalogues that carry dates and sources; a number is explained,
never guessed at; a paper is told from its namesakes by issuer, kind, number and
year or term.  Norms: 399-QĐ/TW and 05-HD/VPTW for the Party, 30/2020/NĐ-CP for the
State.

>>> from danvan.document_number import DocumentNumber
>>> print(explain(DocumentNumber.parse("41/KH-UBND")))
số 41; KH: Kế hoạch; UBND: Ủy ban nhân dân; số của Nhà nước, đánh lại mỗi năm
"""

from danvan.directives.directive import Directive
from danvan.directives.explaining import Explanation, explain, family_of
from danvan.directives.issuers import (
    AdvisoryBody,
    IssuerCode,
    IssuerMeaning,
    advisory_bodies,
    issuer_codes,
    issuer_meaning,
)
from danvan.directives.kinds import (
    Confidence,
    DocumentKind,
    Family,
    KindSymbol,
    document_kinds,
    kinds_with_symbol,
)
from danvan.document_number import DocumentNumber, NumberStyle

__all__ = [
    "AdvisoryBody",
    "Confidence",
    "Directive",
    "DocumentKind",
    "DocumentNumber",
    "Explanation",
    "Family",
    "IssuerCode",
    "IssuerMeaning",
    "KindSymbol",
    "NumberStyle",
    "advisory_bodies",
    "document_kinds",
    "explain",
    "family_of",
    "issuer_codes",
    "issuer_meaning",
    "kinds_with_symbol",
]
