"""Totals beside the figures they stand on (DV601 to DV607)."""

from __future__ import annotations

from collections.abc import Iterator

from danvan.aggregation import Aggregate, Aggregates, Double, Overlap, doubles
from danvan.findings import Finding, Findings, rules
from danvan.periods import cut_off
from danvan.quantities import Quantity
from danvan.quantities.exact import EXACT

__all__ = ["check_totals"]


def check_totals(aggregates: Aggregates) -> Findings:
    """What a roll-up says against totals: those that were published, and its own.

    Where an organization states a total and the units below it report theirs,
    the two are held side by side.  DV601: no numbers the words allow make them
    agree.  DV602: only unlikely ones do.  DV603: the printed numbers differ, but
    the wording explains it.  DV604: units of the same kind as those that
    reported are silent, which is neither zero nor wrong.  DV605: figures that were
    closed on another day of the month are left out of a total.  DV606: two bodies of
    one place report the same figures, which may be one event.  DV607: a total takes in
    figures that were counted in several units.

    Args:
        aggregates: what :func:`danvan.roll_up` gave, with its overlaps.
    """
    found = [finding for overlap in aggregates.overlaps for finding in _differ(overlap)]
    computed = [overlap.computed for overlap in aggregates.overlaps]
    for aggregate in (*computed, *aggregates):
        found += _silent(aggregate)
        found += _mixed(aggregate)
    found += _of_other_calendars(aggregates)
    found += [_counted_twice(double) for double in doubles(aggregates)]
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
        difference=EXACT.divide(overlap.difference, scale),
    )


def _in_unit_of(quantity: Quantity, other: Quantity) -> Quantity:
    """The same figure in the scale the total was printed in."""
    if quantity.base_unit != other.base_unit or quantity.high is not None:
        return quantity
    return Quantity(EXACT.divide(quantity.amount, other.scale), other.unit, quantity.qualifier)


def _silent(aggregate: Aggregate) -> Iterator[Finding]:
    if aggregate.missing:
        yield rules()["DV604"].at(
            indicator=aggregate.indicator.name,
            period=aggregate.period,
            reported=len(aggregate.expected) - len(aggregate.missing),
            expected=len(aggregate.expected),
            organizations=", ".join(one.full_name for one in aggregate.missing),
        )


def _mixed(aggregate: Aggregate) -> Iterator[Finding]:
    if len(aggregate.counters) > 1:
        yield rules()["DV607"].at(
            organization=aggregate.organization.full_name,
            indicator=aggregate.indicator.name,
            total=aggregate.value,
            units=", ".join(aggregate.counters),
        )


def _of_other_calendars(aggregates: Aggregates) -> Iterator[Finding]:
    """Figures that were left out because their months are closed on another day."""
    totals = {one.indicator.code: one for one in aggregates}
    for left in aggregates.left_out:
        total, closed = totals.get(left.indicator.code), cut_off(left.period)
        if total is not None and closed is not None and closed[1] in total.period:
            yield rules()["DV605"].at(
                *([left.span] if left.span else ()),
                organization=left.organization.full_name,
                indicator=left.indicator.name,
                figure=left.quantity or "",
                window=left.period,
                period=total.period,
            )


def _counted_twice(double: Double) -> Finding:
    return rules()["DV606"].at(
        *(one.span for one in double.observations if one.span is not None),
        organizations=", ".join(one.full_name for one in double.organizations),
        period=double.observations[0].period,
        figures="; ".join(f"{one.indicator}: {one.quantity}" for one in double.counted),
    )
