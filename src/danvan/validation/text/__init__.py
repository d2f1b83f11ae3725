"""What the words and figures of a paper say against one another.

Nothing is marked by the writer: totals, parts, shares, changes and lists of
names are found in the running text by the habits kept in ``relations.toml``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from danvan.findings import Finding
from danvan.reports import Report
from danvan.validation.text.anniversaries import check_anniversaries
from danvan.validation.text.changes import check_changes
from danvan.validation.text.days import check_days
from danvan.validation.text.directives import check_directives
from danvan.validation.text.excluding import check_excluding_lists
from danvan.validation.text.handling import check_handling
from danvan.validation.text.levels import check_levels
from danvan.validation.text.names import check_counted_names
from danvan.validation.text.paper import Paper
from danvan.validation.text.parts import check_parts
from danvan.validation.text.passages import Passage
from danvan.validation.text.prices import check_prices
from danvan.validation.text.restated import check_restated
from danvan.validation.text.shares import check_shares
from danvan.validation.text.sums import check_sums
from danvan.validation.text.tables import check_tables

__all__ = ["PAPER_CHECKS", "PASSAGE_CHECKS", "check_text"]

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


def check_text(report: Report) -> Iterator[Finding]:
    """Every check of :data:`PASSAGE_CHECKS` and :data:`PAPER_CHECKS` over a report."""
    paper = Paper(report)
    for _, passage in paper:
        for look in PASSAGE_CHECKS:
            yield from look(passage)
    for look_over in PAPER_CHECKS:
        yield from look_over(paper)
