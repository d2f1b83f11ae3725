"""Published totals beside the figures of the units they stand for (DV601 to DV604)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from danvan.aggregation import Aggregate, Aggregates
from danvan.findings import Finding, Findings, in_order, rules

__all__ = ["check_totals"]


def check_totals(aggregates: Aggregates | Iterable[Aggregate]) -> Findings:
    """What a roll-up says against the totals that were published.

    Where an organization reports a figure and its units report theirs, the two
    are held side by side.  DV601: no values the words allow make them agree.
    DV602: only unlikely ones do.  DV603: the printed numbers differ, but the
    wording explains it.  DV604: a unit of the same kind as those that reported
    is silent.
    """
    return in_order(
        finding for aggregate in aggregates for finding in (*_published(aggregate), *_silent(aggregate))
    )
