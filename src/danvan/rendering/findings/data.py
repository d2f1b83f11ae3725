"""Findings as plain data, to be written as JSON.

``docs/reference/outputs.md`` describes each part; the version goes up when a
part changes its meaning or goes away, not when one is added.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final

import attrs

from danvan.findings import Evaluation, Finding, Span
from danvan.messages import languages
from danvan.rendering.findings.check_result import CheckResult, Failure, counts
from danvan.rendering.findings.lines import AllLines

__all__ = ["VERSION", "as_data", "json_text"]

VERSION: Final = 1
"""The version of the form of this data."""


# what steers a terminal or turns the direction of writing, and halves of letters
_SIGNS: Final = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_text(data: dict[str, Any]) -> str:
    r"""Data as JSON that may be looked at: letters as they are, signs without a shape as escapes.

    >>> print(json_text({"name": "tệp \x9b1m"}))
    {
      "name": "tệp \u009b1m"
    }
    """
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return _SIGNS.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)


def as_data(checked: CheckResult) -> dict[str, Any]:
    """The result as dictionaries, lists, texts and whole numbers; decimals are texts."""
    lines = AllLines()
    return {
        "format": "danvan findings",
        "version": VERSION,
        "summary": attrs.asdict(counts(checked.findings)),
        "papers": [
            {"name": paper.name, **attrs.asdict(number)} for paper, number in checked.by_paper()
        ],
        "unreadable": [_unreadable(failure) for failure in checked.failures],
        "findings": [_finding(finding, lines) for finding in checked.findings],
        "waived": [_waived(finding, lines) for finding in checked.findings.waived],
        "evaluations": [_evaluation(one) for one in checked.findings.evaluations],
    }


def _unreadable(failure: Failure) -> dict[str, Any]:
    return {
        "name": failure.name,
        "message": {lang: failure.told(lang) for lang in languages()},
    }


def _finding(finding: Finding, lines: AllLines) -> dict[str, Any]:
    return {
        "code": finding.code,
        "name": finding.rule.name,
        "severity": finding.severity.name,
        "message": {lang: finding.message(lang) for lang in languages()},
        "basis": finding.rule.basis or None,
        "fix": finding.fix,
        "difference": None if finding.difference is None else f"{finding.difference:f}",
        "parts": dict(finding.parts),
        "spans": [_span(span, lines) for span in finding.spans],
    }


def _evaluation(one: Evaluation) -> dict[str, Any]:
    return {
        "check": one.check,
        "evaluated": one.evaluated,
        "left_out": dict(one.left_out),
        "message": {lang: one.message(lang) for lang in languages()},
    }


def _waived(finding: Finding, lines: AllLines) -> dict[str, Any]:
    waiver = finding.waiver
    until = waiver.until if waiver else None
    return {
        **_finding(finding, lines),
        "who": waiver.who if waiver else None,
        "why": waiver.why if waiver else None,
        "until": until.isoformat() if until else None,
    }


def _span(span: Span, lines: AllLines) -> dict[str, Any]:
    known = lines.of(span.report)
    return {
        "paper": span.report.name,
        "start": span.start,
        "end": span.end,
        "line": known.line(span.start),
        "column": known.column(span.start),
        "text": span.text,
    }
