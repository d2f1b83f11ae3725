"""The words that stand around findings, whatever they are shown on."""

from __future__ import annotations

import re
from typing import Final

from danvan.findings import Finding, Findings, Rule, Severity
from danvan.messages import say
from danvan.rendering.findings.check_result import Counts, counts

__all__ = ["count_headings", "counted", "described", "remarks", "severity_word", "sides", "summary"]

_SEVERITIES: Final = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.NOTE: "NOTE",
}


def severity_word(severity: Severity, lang: str) -> str:
    """The word for a severity, in capitals."""
    return say(_SEVERITIES[severity], lang)


def summary(findings: Findings, lang: str = "vi") -> str:
    """How many errors, warnings and notes there are.

    >>> summary(Findings(), "en")
    '0 errors, 0 warnings, 0 notes'
    """
    waived = len(findings.waived)
    more = f", {say('{count} waived', lang, count=waived)}" if waived else ""
    return ", ".join(counted(counts(findings), lang).values()) + more


def counted(number: Counts, lang: str) -> dict[Severity, str]:
    """How many errors, warnings and notes there are, each in words."""
    errors = "{count} error" if number.errors == 1 else "{count} errors"
    warnings = "{count} warning" if number.warnings == 1 else "{count} warnings"
    notes = "{count} note" if number.notes == 1 else "{count} notes"
    return {
        Severity.ERROR: say(errors, lang, count=number.errors),
        Severity.WARNING: say(warnings, lang, count=number.warnings),
        Severity.NOTE: say(notes, lang, count=number.notes),
    }


def count_headings(lang: str) -> tuple[str, ...]:
    """The headings of a table of papers and how many findings each has."""
    return tuple(say(words, lang) for words in ("Paper", "Errors", "Warnings", "Notes"))


def described(rule: Rule, lang: str) -> str:
    """What a rule says, with dots where a finding has its figures.

    >>> from danvan.findings import rules
    >>> described(rules()["DV241"], "en")
    '… stated but … names listed (difference …)'
    """
    return re.sub(r"\{[^{}]*\}", "…", rule.sentence(lang))


def sides(rule: Rule, lang: str) -> list[str]:
    """What is told beside the sentence of a rule: the norm it rests on."""
    return [say("rests on: {basis}", lang, basis=rule.basis)] if rule.basis else []


def remarks(finding: Finding, lang: str) -> list[str]:
    """What is told beside the sentence of a finding: how to mend it, and the norm."""
    words = finding.fix
    fix = [] if words is None else [say("to be written: {fix}", lang, fix=words)]
    return [*fix, *sides(finding.rule, lang)]
