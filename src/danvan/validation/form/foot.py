"""The foot of a paper: who signs for whom, and who gets it (DV521 to DV532)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from danvan.findings import Finding, Span, rules
from danvan.reports import Report, Signature
from danvan.validation.form.norms import FormNorm, norm_of
from danvan.vietnamese.letters import fold

__all__ = ["check_recipients", "check_signature"]

_FORM: Final = re.compile(
    r"(T/M|TM\.?|T\.M\.?)(?=\s)|(K/T|KT\.?|K\.T\.?)(?=\s)|(T/L|TL\.?|T\.L\.?)(?=\s)"
)


def check_signature(report: Report) -> Iterator[Finding]:
    """DV521 to DV523: the form of the mandate, and whether it fits the post.

    DV521: "TM." in a Party paper, "T/M" in one of the State.  DV522: signing as a
    deputy for the head of a body that decides together.  DV523: a deputy who signs for
    nobody, a note.
    """
    signature, norm = report.signature, norm_of(report)
    if signature is None or norm is None:
        return
    block = report.text[slice(*signature.span)]
    mandates = norm.mandates
    for found in _FORM.finditer(block):
        if not _begins_a_line(signature, found[0]):
            continue
        wanted = (mandates.body, mandates.deputy, mandates.order)[(found.lastindex or 1) - 1]
        span = Span(signature.span[0] + found.start(), signature.span[0] + found.end(), report)
        head = block[found.end() :].partition("\n")[0].strip(" *_\t\r")
        if wanted == mandates.deputy and _is_collective(head, norm):
            yield rules()["DV522"].at(
                span, written=found[0], head=head, right=mandates.body, norm=norm.name
            )
        elif found[0] != wanted:
            finding = rules()["DV521"].at(span, written=found[0], right=wanted, norm=norm.name)
            yield finding.mended(wanted)
    if not signature.mandate and fold(signature.post).startswith("pho "):
        yield rules()["DV523"].at(
            _post(report, signature),
            post=signature.post,
            body=mandates.body,
            deputy=mandates.deputy,
        )


def _begins_a_line(signature: Signature, form: str) -> bool:
    return any(line.startswith(form) for line in signature.mandate.split("\n"))


def _is_collective(head: str, norm: FormNorm) -> bool:
    return any(fold(head) == fold(one) for one in norm.collective_heads)


def _post(report: Report, signature: Signature) -> Span:
    at = report.text.find(signature.post, *signature.span)
    start, end = signature.span
    return Span(at, at + len(signature.post), report) if at >= 0 else Span(start, end, report)


def check_recipients(report: Report) -> Iterator[Finding]:
    """DV531, DV532: a list of recipients without the file copy ("Lưu"), or with it not last."""
    recipients = report.recipients
    if len(recipients) < 2:
        return
    copies = [one for one in recipients if one.is_file_copy]
    if not copies:
        yield rules()["DV531"].at(Span(*recipients[-1].span, report), last=recipients[-1].name)
    elif not recipients[-1].is_file_copy:
        yield rules()["DV532"].at(Span(*copies[-1].span, report), copy=copies[-1].name)
