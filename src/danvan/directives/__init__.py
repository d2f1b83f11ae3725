"""Directives: the official papers that other papers rest on, cite and replace.

Kinds and codes are catalogues that carry dates and sources; a number is explained,
never guessed at; a paper is told from its namesakes by issuer, kind, number and
year or term.  Norms: 399-QĐ/TW and 05-HD/VPTW for the Party, 30/2020/NĐ-CP for the
State.

>>> print(explain(DocumentNumber.parse("41/KH-UBND")))
số 41; KH: Kế hoạch; UBND: Ủy ban nhân dân; số của Nhà nước, đánh lại mỗi năm
>>> [paper.label for paper in reference_register().find(DocumentNumber.parse("25-NQ/TW"))]
['25-NQ/TW (2008)', '25-NQ/TW (2013)']
"""

from danvan.directives.citing import Pinpoint, cite
from danvan.directives.directive import Directive
from danvan.directives.explaining import Explanation, explain, family_of
from danvan.directives.files import read_register, write_register
from danvan.directives.identifiers import Identifier
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
from danvan.directives.register import Mention, Register, Series, reference_register
from danvan.directives.relations import Relation, RelationKind, Relations, reference_relations
from danvan.document_number import DocumentNumber, NumberStyle

__all__ = [
    "AdvisoryBody",
    "Confidence",
    "Directive",
    "DocumentKind",
    "DocumentNumber",
    "Explanation",
    "Family",
    "Identifier",
    "IssuerCode",
    "IssuerMeaning",
    "KindSymbol",
    "Mention",
    "NumberStyle",
    "Pinpoint",
    "Register",
    "Relation",
    "RelationKind",
    "Relations",
    "Series",
    "advisory_bodies",
    "cite",
    "document_kinds",
    "explain",
    "family_of",
    "issuer_codes",
    "issuer_meaning",
    "kinds_with_symbol",
    "read_register",
    "reference_register",
    "reference_relations",
    "write_register",
]
