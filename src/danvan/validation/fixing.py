"""Putting right what is safe to put right: spaces in numbers, zeros, dots."""

from __future__ import annotations

from collections.abc import Iterable

from danvan.findings import Finding

__all__ = ["fix"]


def fix(text: str, findings: Iterable[Finding]) -> str:
    r"""The text of a paper with the fixes of its findings made.

    Only findings that point into this very text are heeded, so that making the same
    fixes twice is making them once.  Of two that overlap the first is made; the other
    is found again in what comes out, where it is still wanted.

    Args:
        text: the text the findings were found in.
        findings: any findings; those without a fix, and those of other texts, do nothing.

    >>> from danvan.reading.document import parse_report
    >>> from danvan.validation import check
    >>> text = "BÁO CÁO\nmẫu\n\nTheo Kế hoạch số 15 -KH/HU, ngày 5/2/2023, có 1.200 hộ; 1350 hộ."
    >>> print(fix(text, check(parse_report(text))).splitlines()[-1])
    Theo Kế hoạch số 15-KH/HU, ngày 05/02/2023, có 1.200 hộ; 1.350 hộ.
    """
    same: dict[int, bool] = {}
    edits: set[tuple[int, int, str]] = set()
    for finding in findings:
        if finding.fix is None or not finding.spans:
            continue
        span = finding.spans[0]
        if same.setdefault(id(span.report), span.report.text == text):
            edits.add((span.start, span.end, finding.fix))
    pieces: list[str] = []
    done = 0
    for start, end, words in sorted(edits):
        if start >= done:
            pieces += text[done:start], words
            done = end
    return "".join((*pieces, text[done:]))
