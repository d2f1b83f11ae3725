"""Published totals beside the figures of the units they stand for (DV601 to DV604)."""

from __future__ import annotations

from collections.abc import Iterator

from danvan.aggregation import Aggregate, Aggregates, Overlap
from danvan.findings import Finding, Findings, rules
from danvan.quantities import Quantity

__all__ = ["check_totals"]


def check_totals(aggregates: Aggregates) -> Findings:
    """What a roll-up says against the totals that were published.

    Where an organization states a total and the units below it report theirs,
    the two are held side by side.  DV601: no numbers the words allow make them
    agree.  DV602: only unlikely ones do.  DV603: the printed numbers differ, but
    the wording explains it.  DV604: units of the same kind as those that
    reported are silent, which is neither zero nor wrong.

    Args:
        aggregates: what :func:`danvan.roll_up` gave, with its overlaps.
    """
    found = [finding for overlap in aggregates.overlaps for finding in _differ(overlap)]
    computed = [overlap.computed for overlap in aggregates.overlaps]
    for aggregate in (*computed, *aggregates):
        found += _silent(aggregate)
    return Findings(dict.fromkeys(found))


def _differ(overlap: Overlap) -> Iterator[Finding]:
    stated, computed = overlap.stated, overlap.computed
    if overlap.agrees and overlap.likely_agrees and not overlap.difference:
        return
    code = "DV603" if overlap.likely_agrees else "DV602" if overlap.agrees else "DV601"
    scale = stated.value.scale
    if not overlap.difference:
        return
    spans = [one.span for one in (*stated.sources, *computed.sources) if one.span is not None]
    yield rules()[code].at(
        *spans,
        organization=stated.organization.full_name,
        indicator=stated.indicator.name,
        total=stated.value,
        sum=_in_unit_of(computed.value, stated.value),
        difference=overlap.difference / scale,
    )


def _in_unit_of(quantity: Quantity, other: Quantity) -> Quantity:
    """The same figure in the scale the total was printed in."""
    if quantity.base_unit != other.base_unit or quantity.high is not None:
        return quantity
    return Quantity(quantity.amount / other.scale, other.unit, quantity.qualifier)


def _silent(aggregate: Aggregate) -> Iterator[Finding]:
    if aggregate.missing:
        yield rules()["DV604"].at(
            indicator=aggregate.indicator.name,
            period=aggregate.period,
            reported=len(aggregate.expected) - len(aggregate.missing),
            expected=len(aggregate.expected),
            organizations=", ".join(one.full_name for one in aggregate.missing),
        )
