"""Findings in SARIF 2.1.0, the form in which editors and code hosts take them.

The standard: Static Analysis Results Interchange Format (SARIF) Version 2.1.0,
OASIS Standard, 27 March 2020.  Columns are UTF-16 code units, as it counts them
unless told otherwise.  Of a Word file or a PDF the text that was read stands in
the log, for the regions are those of that text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from importlib import metadata
from pathlib import PurePosixPath
from typing import Any, Final
from urllib.parse import quote

import danvan
from danvan.findings import Finding, Rule, Severity, Span, Text, rules
from danvan.rendering.findings.check_result import CheckResult, Failure
from danvan.rendering.findings.lines import AllLines
from danvan.rendering.findings.wording import described, sides

__all__ = ["as_sarif"]

_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_PLAIN: Final = (".txt", ".md")
_DRIVE: Final = re.compile("[A-Za-z]:/")
_AROUND: Final = 40


def as_sarif(checked: CheckResult, lang: str = "vi") -> dict[str, Any]:
    """The result of the checks as a SARIF log of one run, to be written as JSON."""
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_Run(checked, lang).written()]}


class _Run:
    """One result of the checks on its way into SARIF."""

    def __init__(self, checked: CheckResult, lang: str) -> None:
        self.checked, self.lang = checked, lang
        self.lines = AllLines()
        findings = checked.findings
        own = (finding.rule for finding in (*findings, *findings.waived))
        known = {rule.code: rule for rule in (*rules(), *own)}
        self.rules = [known[code] for code in sorted(known)]
        self.places = {rule.code: at for at, rule in enumerate(self.rules)}
        self.papers = {id(paper): at for at, paper in enumerate(checked.papers)}
        self.printed: Counter[str] = Counter()

    def written(self) -> dict[str, Any]:
        address = _address()
        driver = {
            "name": "danvan",
            "version": danvan.__version__,
            **({"informationUri": address} if address else {}),
            "rules": [_rule(rule, self.lang, address) for rule in self.rules],
        }
        findings, failures = self.checked.findings, self.checked.failures
        return {
            "tool": {"driver": driver},
            "language": self.lang,
            "columnKind": "utf16CodeUnits",
            "invocations": [
                {
                    "executionSuccessful": not failures,
                    "toolExecutionNotifications": [_notification(f, self.lang) for f in failures],
                }
            ],
            "artifacts": [_artifact(paper) for paper in self.checked.papers],
            "results": [self.result(finding) for finding in (*findings, *findings.waived)],
        }

    def result(self, finding: Finding) -> dict[str, Any]:
        related = [
            {"id": at, **self.location(span), "message": {"text": span.text}}
            for at, span in enumerate(finding.spans[1:], 1)
        ]
        difference, waiver = finding.difference, finding.waiver
        accepted = [{"kind": "external", "justification": waiver.why}] if waiver else []
        return {
            "ruleId": finding.code,
            "ruleIndex": self.places[finding.code],
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.message(self.lang)},
            "locations": [self.location(span) for span in finding.spans[:1]],
            **({"relatedLocations": related} if related else {}),
            "partialFingerprints": {"danvanFinding/v1": self.fingerprint(finding)},
            **({"fixes": [self.fix(finding)]} if _is_mendable(finding) else {}),
            "suppressions": accepted,
            **({} if difference is None else {"properties": {"difference": f"{difference:f}"}}),
        }

    def location(self, span: Span) -> dict[str, Any]:
        known = self.lines.of(span.report)
        return {
            "physicalLocation": {
                "artifactLocation": {
                    "uri": _uri(span.report.name),
                    "index": self.papers[id(span.report)],
                },
                "region": {
                    "startLine": known.line(span.start),
                    "startColumn": known.utf16_column(span.start),
                    "endLine": known.line(span.end),
                    "endColumn": known.utf16_column(span.end),
                    "snippet": {"text": span.text},
                },
            }
        }

    def fix(self, finding: Finding) -> dict[str, Any]:
        """What to write in the place of the first span; only where the file is its own text."""
        place = self.location(finding.spans[0])["physicalLocation"]
        region = {key: value for key, value in place["region"].items() if key != "snippet"}
        replacement = {"deletedRegion": region, "insertedContent": {"text": finding.fix}}
        change = {"artifactLocation": place["artifactLocation"], "replacements": [replacement]}
        return {"artifactChanges": [change]}

    def fingerprint(self, finding: Finding) -> str:
        """The same for the same finding as long as the words right around it stay."""
        parts = [finding.code, *(span.text for span in finding.spans)]
        for span in finding.spans[:1]:
            known = self.lines.of(span.report)
            start, end = known.extent(known.line(span.start))
            around = (max(start, span.start - _AROUND), min(end, span.end + _AROUND))
            parts.append(" ".join(span.report.text[slice(*around)].split()))
        print_ = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
        self.printed[print_] += 1
        return f"{print_}:{self.printed[print_]}"


def _is_mendable(finding: Finding) -> bool:
    return finding.fix is not None and bool(finding.spans) and _is_plain(finding.spans[0].report)


def _is_plain(paper: Text) -> bool:
    return paper.name.casefold().endswith(_PLAIN)


def _rule(rule: Rule, lang: str, address: str) -> dict[str, Any]:
    words = described(rule, lang)
    return {
        "id": rule.code,
        "name": "".join(map(str.capitalize, rule.name.split("-"))),
        "shortDescription": {"text": words},
        "fullDescription": {"text": words},
        "help": {"text": "\n".join([f"{rule.code} {rule.name}", words, *sides(rule, lang)])},
        **({"helpUri": f"{address}#{rule.code.lower()}"} if address else {}),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [f"{rule.code[:3]}xx"]},
    }


def _address() -> str:
    """The address of the project, where the installed package names one."""
    try:
        named = metadata.metadata("danvan").get_all("Project-URL") or []
    except metadata.PackageNotFoundError:
        named = []
    pairs: Iterator[list[str]] = (url.split(", ", 1) for url in named)
    return next((address for label, address in pairs if label == "Documentation"), "")


def _artifact(paper: Text) -> dict[str, Any]:
    contents = {} if _is_plain(paper) else {"contents": {"text": paper.text}}
    return {"location": {"uri": _uri(paper.name)}, **contents}


def _notification(failure: Failure, lang: str) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": _uri(failure.name)}}}
    return {"level": "error", "message": {"text": failure.told(lang)}, "locations": [place]}


def _uri(name: str) -> str:
    """The address of a file by its name; relative where the name is."""
    if PurePosixPath(name).is_absolute():
        return f"file://{quote(name, errors='surrogateescape')}"
    if _DRIVE.match(name):
        return f"file:///{quote(name, safe='/:', errors='surrogateescape')}"
    return quote(name, errors="surrogateescape")
