"""The number and symbol of a paper against its head and its kind (DV102 to DV107)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from danvan.directives.issuers import IssuerCode, issuer_codes, issuer_meaning
from danvan.directives.kinds import Confidence, Family, document_kinds, kinds_with_symbol
from danvan.document_number import DocumentNumber, NumberStyle
from danvan.findings import Finding, Span, rules
from danvan.reports import Letterhead, Report
from danvan.validation.form.norms import FormNorm, norm_of
from danvan.vietnamese.dates import format_date
from danvan.vietnamese.letters import fold

__all__ = ["check_number"]

_WORD: Final = re.compile(r"Số\s*(:?)\s*\Z")
_BEFORE: Final = 12
_ALONE: Final = re.compile(r"[1-9](?=\s?[-–/])")


def check_number(report: Report) -> Iterator[Finding]:
    """DV102 to DV107: the number in the head of a paper.

    DV102: a number in the form of another system than its head.  DV103: a symbol of
    another kind than the paper calls itself.  DV104: no zero before 1 to 9.  DV105: a
    colon behind "Số" or none, against the norm.  DV106: the code of another body than
    the head names.  DV107: the code of a body that was closed by then.  A number that
    is not there, or not filled in, is not looked at.
    """
    head = report.letterhead
    if head is None or head.number is None or head.number_span is None:
        return
    number, span, norm = head.number, Span(*head.number_span, report), norm_of(report)
    yield from _kind(report, number, span)
    yield from _body(head, number, span)
    yield from _closed(report, number, span)
    if norm is not None:
        yield from _system(head, number, span, norm)
        yield from _signs(report, span, norm)


def _kind(report: Report, number: DocumentNumber, span: Span) -> Iterator[Finding]:
    symbol = number.kind_code
    named = document_kinds().search(report.kind) if report.kind else ()
    if symbol is None or not named or not any(kind.symbols for kind in named):
        return
    others = kinds_with_symbol(symbol)
    title = fold(report.title)
    if any(title.startswith(fold(kind.name)) for kind in others):
        return  # "THÔNG BÁO kết luận" may be numbered as either
    if others and not any(kind.prints(symbol) for kind in named):
        names = ", ".join(kind.name for kind in others)
        yield rules()["DV103"].at(
            span, Span(*report.heading_span, report), number=number, kind=report.kind, others=names
        )


def _body(head: Letterhead, number: DocumentNumber, span: Span) -> Iterator[Finding]:
    """The committee or council named in the head, where the code is that of another one."""
    if len(number.issuer_codes) != 1:
        return
    own = issuer_codes().get(number.issuer_codes[0])
    named = _named(head.body)
    if own is None or named is None or own.confidence is Confidence.UNSURE:
        return
    if not any(_begins(head.body, name) for name in own.name.split(", ")):
        yield rules()["DV106"].at(
            span, number=number, code=own.code, name=own.name, body=head.body, expected=named.code
        )


def _named(body: str) -> IssuerCode | None:
    """The body of the catalogue whose name the head begins with, the longest."""
    folded = f"{fold(body)} "
    return next((entry for name, entry in _names() if folded.startswith(name)), None)


@cache
def _names() -> tuple[tuple[str, IssuerCode], ...]:
    """The names of bodies, folded, the longest first."""
    names = [
        (f"{fold(name)} ", entry)
        for entry in issuer_codes()
        for name in entry.name.split(", ")
        if entry.confidence is not Confidence.UNSURE
    ]
    return tuple(sorted(names, key=_length, reverse=True))


def _length(named: tuple[str, IssuerCode]) -> int:
    return len(named[0])


def _begins(body: str, name: str) -> bool:
    return f"{fold(body)} ".startswith(f"{fold(name)} ")


def _closed(report: Report, number: DocumentNumber, span: Span) -> Iterator[Finding]:
    day = report.issued_on
    if day is None or len(number.issuer_codes) != 1:
        return
    code = number.issuer_codes[0]
    meaning = issuer_meaning(code, on=day)
    if not meaning.is_in_force and meaning.confidence is Confidence.SURE:
        yield rules()["DV107"].at(
            span, number=number, code=code, name=meaning.name, day=format_date(day, "short")
        )


def _system(
    head: Letterhead, number: DocumentNumber, span: Span, norm: FormNorm
) -> Iterator[Finding]:
    """Hyphen and slash of one system under the motto of the other."""
    of_the_party = number.style is NumberStyle.PARTY
    if not head.motto or not number.issuer_codes or of_the_party is (norm.family == "party"):
        return
    issuer = issuer_meaning(number.issuer_codes[0]).family
    if issuer in (Family.PARTY, Family.STATE):
        yield rules()["DV102"].at(span, number=number, norm=norm.name)


def _signs(report: Report, span: Span, norm: FormNorm) -> Iterator[Finding]:
    text = report.text
    if alone := _ALONE.match(text, span.start):
        at = Span(span.start, alone.end(), report)
        written = span.text
        yield rules()["DV104"].at(at, number=written, norm=norm.name).mended(f"0{alone[0]}")
    before = max(0, span.start - _BEFORE)
    word = _WORD.search(text[before : span.start])
    if word and bool(word[1]) is not norm.number_word.endswith(":"):
        start = before + word.start()
        at = Span(start, before + (word.end(1) if word[1] else word.start() + 2), report)
        yield (
            rules()["DV105"]
            .at(at, norm=norm.name, wanted=norm.number_word)
            .mended(norm.number_word)
        )
