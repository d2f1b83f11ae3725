"""What mapping the figures of a report gives: what each counts, or why that is not known.

Every figure of a report is in its :class:`FigureMapping`: mapped, as how far another one
moved, or among those that are not mapped, with the indicators it may be of.
:func:`~danvan.reading.map_figures` makes it.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import Any

from attrs import field, frozen

from danvan import _fields, notebook
from danvan.errors import InvalidValueError
from danvan.findings import Findings, Span
from danvan.indicators import Comparison, Indicator, Observation, Role
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.quantities import Quantity
from danvan.reading.corrections import Correction, correction_at
from danvan.reading.figure_indicators import IndicatorMatch
from danvan.reading.figure_parts import Pairs
from danvan.reports import Report

__all__ = ["ComparedFigure", "FigureMapping", "MappedFigure", "UnmappedFigure"]


@frozen
class MappedFigure:
    """A figure of which it is known what it counts.

    Attributes:
        span: where its numeral stands.
        quantity: the figure as stated.
        indicator: what it counts.
        organization: whose it is; ``None`` where no tree was given.
        period: the time it is for.
        breakdown: the parts it is of, as pairs of a dimension and a value.
        role: what it is meant as.
        whole: the b of "a/b", what it was counted of; ``None`` elsewhere.
        confidence: how sure the mapping is, from 0 to 1; 1 where a person confirmed it.
        reason: what spoke for it: the words, its total, or a correction.
    """

    span: Span
    quantity: Quantity
    indicator: Indicator
    organization: Organization | None
    period: Period
    breakdown: Pairs = ()
    role: Role = Role.ACTUAL
    whole: Decimal | None = None
    confidence: Decimal = field(default=Decimal(1), validator=_fields.number)
    reason: str = ""

    @cached_property
    def observation(self) -> Observation | None:
        """The figure as an observation; ``None`` where nobody's it is, or where it cannot be."""
        if self.organization is None:
            return None
        try:
            return Observation(
                self.indicator,
                self.organization,
                self.period,
                self.quantity,
                breakdown=self.breakdown,
                role=self.role,
                source=self.span.report.name,
                span=self.span,
            )
        except InvalidValueError:
            return None

    def confirmed(self, **changes: Any) -> Correction:
        """A correction that keeps this mapping as it is, or with changes.

        Args:
            changes: the parts of the :class:`~danvan.reading.Correction` that are otherwise.
        """
        said = {
            "indicator": self.indicator.code,
            "organization": self.organization.code if self.organization else None,
            "period": str(self.period),
            "breakdown": "; ".join(f"{dimension}={value}" for dimension, value in self.breakdown),
            "role": self.role.value,
        }
        return correction_at(self.span, self.quantity.unit, **(said | changes))

    def __str__(self) -> str:
        return f"{self.indicator.code}: {self.quantity}"


@frozen
class ComparedFigure:
    """A figure that says how far another one moved.

    Attributes:
        span: where its numeral stands.
        quantity: how far it moved, as stated.
        comparison: the other figure, which way it went, how far and since when.
        figure: the other figure as it was mapped.
    """

    span: Span
    quantity: Quantity
    comparison: Comparison
    figure: MappedFigure


@frozen
class UnmappedFigure:
    """A figure of which it is not known what it counts.

    Attributes:
        span: where its numeral stands.
        quantity: the figure as stated.
        reason: why it is not mapped.
        candidates: the indicators it may be of, the likeliest first.
    """

    span: Span
    quantity: Quantity
    reason: str
    candidates: tuple[IndicatorMatch, ...] = ()

    def corrected(self, indicator: str = "", **changes: Any) -> Correction:
        """A correction that gives this figure an indicator, or says that it has none."""
        said = {"indicator": indicator, "counts": bool(indicator)}
        return correction_at(self.span, self.quantity.unit, **(said | changes))

    def __str__(self) -> str:
        return str(self.quantity)


@frozen
class FigureMapping:
    """Every figure of a report, mapped or not.

    Attributes:
        report: the report.
        figures: those of which it is known what they count.
        comparisons: those that say how far another one moved.
        unmapped: all the others.
        findings: what went wrong with the corrections.
    """

    report: Report
    figures: tuple[MappedFigure, ...]
    comparisons: tuple[ComparedFigure, ...] = ()
    unmapped: tuple[UnmappedFigure, ...] = ()
    findings: Findings = field(factory=Findings)

    def confirmations(self, *figures: MappedFigure) -> tuple[Correction, ...]:
        """Corrections that keep mappings as they are; of all figures, if none are named."""
        together: dict[int, list[MappedFigure]] = {}
        for figure in figures or self.figures:
            together.setdefault(figure.span.start, []).append(figure)
        return tuple(
            alike[0].confirmed(
                organization="; ".join(one.organization.code for one in alike if one.organization)
            )
            for alike in together.values()
        )

    @cached_property
    def observations(self) -> notebook.Rows[Observation]:
        """The mapped figures as observations, in the order of the report."""
        found = (figure.observation for figure in self.figures)
        return notebook.Rows(one for one in found if one is not None)
