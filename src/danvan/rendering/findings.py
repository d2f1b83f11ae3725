"""Findings for the eye and for programs: a terminal view with carets, and JSON.

>>> from decimal import Decimal
>>> from danvan.findings import Source, Span, rules
>>> text = "Tổ chức 30 hội nghị, trong đó: 02 cấp huyện, 27 cấp xã."
>>> finding = rules()["DV201"].at(Span(8, 10, Source("mau.txt", text)), total="30", sum="29",
...     difference=Decimal(-1))
>>> print(as_text(Findings((finding,)), "en"))
mau.txt:1:9: DV201 ERROR sum-mismatch
  the total is given as 30, but its parts add up to 29 (difference -1)
    Tổ chức 30 hội nghị, trong đó: 02 cấp huyện, 27 cấp xã.
            ^^
1 error, 0 warnings, 0 notes
"""

from __future__ import annotations

import unicodedata
from typing import Any, Final

from danvan.findings import Finding, Findings, Language, Severity, Span

__all__ = ["as_data", "as_text", "summary"]

_AROUND: Final = 60
_SEVERITIES: Final = {
    "vi": {Severity.ERROR: "LỖI", Severity.WARNING: "CẢNH BÁO", Severity.NOTE: "GHI CHÚ"},
    "en": {severity: severity.name for severity in Severity},
}


def as_text(findings: Findings, lang: Language = "vi") -> str:
    """Each finding with its place, its sentence, and the line with a caret under the figure."""
    return "\n".join([*(_one(finding, lang) for finding in findings), summary(findings, lang)])


def _one(finding: Finding, lang: Language) -> str:
    severity = _SEVERITIES[lang][finding.severity]
    title = f"{finding.code} {severity} {finding.rule.name}"
    if not finding.spans:
        return f"{title}\n  {finding.message(lang)}"
    first = finding.spans[0]
    lines = [f"{first.report.name}:{first.line}:{first.column}: {title}"]
    lines.append(f"  {finding.message(lang)}")
    lines += _excerpt(first)
    return "\n".join(lines)


def _excerpt(span: Span) -> list[str]:
    """The words around a place on one line, cut to size, and the carets under it."""
    text = span.report.text
    begin = max(text.rfind("\n", 0, span.start) + 1, span.start - _AROUND)
    stop = text.find("\n", span.end)
    stop = min(len(text) if stop < 0 else stop, span.end + _AROUND)
    lead = "…" if begin and text[begin - 1] != "\n" else ""
    tail = "…" if stop < len(text) and text[stop] != "\n" else ""
    line = lead + _plain(text[begin:stop]) + tail
    before = _width(lead + _plain(text[begin : span.start]))
    carets = "^" * max(1, _width(_plain(text[span.start : span.end])))
    return [f"    {line}", f"    {' ' * before}{carets}"]


def _plain(text: str) -> str:
    """No control sign reaches the terminal."""
    return "".join(" " if unicodedata.category(letter) == "Cc" else letter for letter in text)


def _width(text: str) -> int:
    return sum(not unicodedata.combining(letter) for letter in text)


def summary(findings: Findings, lang: Language = "vi") -> str:
    """How many errors, warnings and notes there are."""
    count = {s: sum(f.severity is s for f in findings) for s in Severity}
    errors, warnings, notes = (count[s] for s in sorted(Severity, reverse=True))
    if lang == "vi":
        return f"{errors} lỗi, {warnings} cảnh báo, {notes} ghi chú"

    def counted(number: int, noun: str) -> str:
        return f"{number} {noun}{'' if number == 1 else 's'}"

    return ", ".join(
        counted(n, noun) for n, noun in ((errors, "error"), (warnings, "warning"), (notes, "note"))
    )


def as_data(findings: Findings) -> list[dict[str, Any]]:
    """The findings as plain data for JSON, with offsets, lines and both languages."""
    return [
        {
            "code": finding.code,
            "name": finding.rule.name,
            "severity": finding.severity.name,
            "message": {"vi": finding.message("vi"), "en": finding.message("en")},
            "difference": None if finding.difference is None else f"{finding.difference:f}",
            "spans": [
                {
                    "report": span.report.name,
                    "start": span.start,
                    "end": span.end,
                    "line": span.line,
                    "column": span.column,
                    "text": span.text,
                }
                for span in finding.spans
            ],
        }
        for finding in findings
    ]
