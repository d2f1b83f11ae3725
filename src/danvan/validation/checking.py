"""Running the checks over reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from danvan.findings import Finding, Findings, in_order
from danvan.reports import Report
from danvan.validation.directives import check_directives
from danvan.validation.names import check_counted_names
from danvan.validation.passages import Passage, passages
from danvan.validation.repairs import check_repairs
from danvan.validation.shares import check_parts, check_shares
from danvan.validation.sums import check_sums

__all__ = ["CHECKS", "PASSAGE_CHECKS", "check"]

Check = Callable[[Report], Iterable[Finding]]

PASSAGE_CHECKS: tuple[Callable[[Passage], Iterable[Finding]], ...] = (
    check_sums,
    check_shares,
    check_parts,
    check_counted_names,
)
"""The checks that look at one passage and its footnotes at a time."""


def check_passages(report: Report) -> Iterator[Finding]:
    """Every check of :data:`PASSAGE_CHECKS` over every passage of a report."""
    for passage in passages(report):
        notes = [note for _, hanging in passage.footnotes for note in hanging]
        for one in (passage, *notes):
            for look in PASSAGE_CHECKS:
                yield from look(one)


CHECKS: tuple[Check, ...] = (check_passages, check_directives, check_repairs)
"""What :func:`check` runs; a rule of one's own is one more function in a tuple like this."""


def check(*reports: Report, checks: Iterable[Check] = CHECKS) -> Findings:
    r"""What is wrong in these reports, in the order a reader meets it.

    Nothing is raised for bad figures: each is a finding with its code, places,
    difference and a sentence in Vietnamese and English.

    Args:
        reports: one report or several.
        checks: the functions to run on each; the shipped ones by default.

    >>> from danvan.reading.document import parse_report
    >>> report = parse_report("BÁO CÁO\n\nĐã tổ chức 30 hội nghị, trong đó: "
    ...     "02 hội nghị cấp huyện, 27 hội nghị cấp xã.\n")
    >>> print(check(report)[0].message("en"))
    the total is given as 30 hội nghị, but its parts add up to 29 hội nghị (difference -1)
    """
    return in_order(finding for report in reports for look in checks for finding in look(report))
