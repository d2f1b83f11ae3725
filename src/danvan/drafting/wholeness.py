"""What has to be said of figures that are not whole: who is silent, what is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve

from danvan.aggregation import Aggregate
from danvan.drafting.answer import Answer
from danvan.drafting.figures import Figures
from danvan.drafting.wording import labels, noun
from danvan.findings import Finding, rules
from danvan.indicators import Indicator
from danvan.periods import Period

__all__ = ["resting_on", "silence"]


def resting_on(
    figures: Figures,
    answer: Answer,
    *totals: Aggregate,
    beside: Aggregate | None = None,
    called: str = "",
) -> Answer:
    """The answer with a word on every total that is not whole.

    Args:
        figures: where they come from.
        answer: the answer.
        totals: the figures it rests on.
        beside: the figure they are compared with.
        called: what that one is called.
    """
    named = [*(("", total) for total in totals), *([(f"{called}: ", beside)] if beside else ())]
    remarks, found = [], list(answer.findings)
    for name, total in named:
        if silent := figures.silent(total):
            members = figures.members(total.indicator, total.period)
            had = f"{len(members) - len(silent)}/{len(members)} {noun(members)}"
            remarks.append(f"({name}{had} có số liệu)")
        elif total.incomplete:
            remarks.append(f"({name}chưa đủ kỳ)")
        found += _incomplete(figures, total)
    aggregates = tuple(total for _, total in named)
    return evolve(answer, remarks=tuple(remarks), findings=tuple(found), aggregates=aggregates)


def _incomplete(figures: Figures, total: Aggregate) -> Iterator[Finding]:
    if silent := figures.silent(total):
        members = figures.members(total.indicator, total.period)
        yield silence(total.indicator, total.period, silent, len(members))
    if total.incomplete:
        yield rules()["DV668"].at(
            indicator=total.indicator.name,
            period=total.period,
            organizations=", ".join(labels(total.incomplete).values()),
        )
    for one, other in total.conflicts:
        yield rules()["DV613"].at(
            organization=one.organization.full_name,
            period=one.period,
            indicator=one.indicator.name,
            one=one.quantity,
            other=other.quantity,
        )


def silence(
    indicator: Indicator, period: Period, silent: Sequence[object], expected: int
) -> Finding:
    """DV604: who of those expected says nothing."""
    return rules()["DV604"].at(
        indicator=indicator.name,
        period=period,
        reported=expected - len(silent),
        expected=expected,
        organizations=", ".join(map(str, silent)),
    )
