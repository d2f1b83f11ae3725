"""What one run of the checks gave: findings, the papers they are of, and what was unreadable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from attrs import field, frozen

from danvan import _fields
from danvan.errors import DanvanError, UnreadableFileError
from danvan.findings import Findings, Severity, Text
from danvan.messages import told

__all__ = ["CheckResult", "Counts", "Failure", "counts"]


@frozen
class Counts:
    """How many findings there are of each severity."""

    errors: int = 0
    warnings: int = 0
    notes: int = 0


def counts(findings: Findings) -> Counts:
    """Count findings by their severity."""
    return _counts(Counter(finding.severity for finding in findings))


def _counts(number: Counter[Severity]) -> Counts:
    return Counts(number[Severity.ERROR], number[Severity.WARNING], number[Severity.NOTE])


@frozen
class Failure:
    """A file that could not be read.

    Attributes:
        name: the file, as papers are named.
        error: why.
    """

    name: str = field(validator=_fields.instance(str))
    error: DanvanError = field(validator=_fields.instance(DanvanError))

    def told(self, lang: str) -> str:
        """Why the file could not be read, with its name in front."""
        sentence = told(self.error, lang)
        return (
            sentence if isinstance(self.error, UnreadableFileError) else f"{self.name}: {sentence}"
        )


@frozen
class CheckResult:
    """One run of the checks.

    Attributes:
        findings: what was found.
        given: the papers looked at, the clean ones too; left out, those the findings
            point into are known.
        failures: the files that could not be read.
    """

    findings: Findings = field(factory=Findings, validator=_fields.instance(Findings))
    given: tuple[Text, ...] = field(default=(), validator=_fields.instance(tuple))
    failures: tuple[Failure, ...] = field(default=(), validator=_fields.tuple_of(Failure))

    @property
    def papers(self) -> tuple[Text, ...]:
        """Every paper: those given, then others that a finding points into."""
        every = (*self.findings, *self.findings.waived)
        pointed = (span.report for finding in every for span in finding.spans)
        return tuple({id(paper): paper for paper in (*self.given, *pointed)}.values())

    def by_paper(self) -> Iterator[tuple[Text, Counts]]:
        """The papers in order, with how many findings point first into each."""
        found: dict[int, Counter[Severity]] = {}
        for finding in self.findings:
            if finding.spans:
                home = id(finding.spans[0].report)
                found.setdefault(home, Counter())[finding.severity] += 1
        for paper in self.papers:
            yield paper, _counts(found.get(id(paper), Counter()))
