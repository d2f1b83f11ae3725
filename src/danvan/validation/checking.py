"""Running the checks over reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from danvan.findings import Finding, Findings, Waiver, in_order
from danvan.reports import Report
from danvan.validation.across import check_across
from danvan.validation.anniversaries import check_anniversaries
from danvan.validation.changes import check_changes
from danvan.validation.days import check_days
from danvan.validation.directives import check_directives
from danvan.validation.excluding import check_excluding_lists
from danvan.validation.form import FORM_CHECKS
from danvan.validation.handling import check_handling
from danvan.validation.levels import check_levels
from danvan.validation.names import check_counted_names
from danvan.validation.paper import Paper
from danvan.validation.parts import check_parts
from danvan.validation.passages import Passage
from danvan.validation.prices import check_prices
from danvan.validation.restated import check_restated
from danvan.validation.shares import check_shares
from danvan.validation.sums import check_sums
from danvan.validation.tables import check_tables
from danvan.validation.waiving import waive

__all__ = ["CHECKS", "PAPER_CHECKS", "PASSAGE_CHECKS", "check"]

Check = Callable[[Report], Iterable[Finding]]

PASSAGE_CHECKS: tuple[Callable[[Passage], Iterable[Finding]], ...] = (
    check_sums,
    check_shares,
    check_parts,
    check_changes,
    check_prices,
    check_handling,
    check_counted_names,
)
"""The checks that look at one passage and its footnotes at a time."""


PAPER_CHECKS: tuple[Callable[[Paper], Iterable[Finding]], ...] = (
    check_restated,
    check_levels,
    check_excluding_lists,
    check_tables,
    check_days,
    check_directives,
    check_anniversaries,
)
"""The checks that look at a paper as a whole."""


def check_paper(report: Report) -> Iterator[Finding]:
    """Every check of :data:`PASSAGE_CHECKS` and :data:`PAPER_CHECKS` over a report."""
    paper = Paper(report)
    for _, passage in paper:
        for look in PASSAGE_CHECKS:
            yield from look(passage)
    for look_over in PAPER_CHECKS:
        yield from look_over(paper)


CHECKS: tuple[Check, ...] = (check_paper, *FORM_CHECKS)
"""What :func:`check` runs; a rule of one's own is one more function in a tuple like this."""


def check(
    *reports: Report, checks: Iterable[Check] = CHECKS, waivers: Iterable[Waiver] = ()
) -> Findings:
    r"""What is wrong in these reports, in the order a reader meets it.

    Nothing is raised for bad figures: each is a finding with its code, places,
    difference and a sentence in Vietnamese and English.

    Args:
        reports: one report or several, which are then held against one another too.
        checks: the functions to run on each; the shipped ones by default.
        waivers: what is accepted as it stands, see :func:`~danvan.validation.waive`.

    >>> from danvan.reading.document import parse_report
    >>> report = parse_report("BÁO CÁO\n\nĐã tổ chức 30 hội nghị, trong đó: "
    ...     "02 hội nghị cấp huyện, 27 hội nghị cấp xã.\n")
    >>> print(check(report)[0].message("en"))
    the total is given as 30 hội nghị, but its parts add up to 29 hội nghị (difference -1)
    """
    told = [finding for report in reports for look in checks for finding in look(report)]
    found = in_order([*told, *(check_across(reports) if len(reports) > 1 else ())])
    return waive(found, accepted, reports) if (accepted := tuple(waivers)) else found
