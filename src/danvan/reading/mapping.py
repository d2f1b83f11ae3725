"""From the figures of a report to observations: which indicator, whose, for when.

Every figure of the report is in the :class:`Mapping`: as an observation with how
sure it is, as how far another one moved, or among those that are not mapped, with the
indicators it may be of.  What a person has decided, in a file of
:class:`~danvan.reading.Corrections` beside the report, goes before what the words say.

>>> from danvan.organizations import Organizations
>>> from danvan.reading.document import parse_report
>>> report = parse_report("BÁO CÁO\\ncông tác dân vận năm 2023\\n\\nI. KẾT QUẢ\\n\\n"
...     "Hội LHPN huyện tổ chức 45 buổi tuyên truyền với 2.100 lượt người, trồng 300 cây.\\n")
>>> mapping = map_figures(report, Organizations.shipped("tam_duong"))
>>> for one in mapping.figures:
...     print(one.indicator.code, "|", one.organization, "|", one.period, "|", one.quantity)
propaganda.sessions | Hội Liên hiệp Phụ nữ huyện Tam Đường | năm 2023 | 45 buổi tuyên truyền
propaganda.attendances | Hội Liên hiệp Phụ nữ huyện Tam Đường | năm 2023 | 2.100 lượt người
>>> [str(one) for one in mapping.unmapped]
['300 cây']
"""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError
from danvan.findings import Findings, Span
from danvan.indicators import Comparison, Indicator, Observation, Role
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.quantities import Quantity
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
        """The figure as an observation; ``None`` without an organization, or where it cannot be one."""
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

    def __str__(self) -> str:
        return f"{self.indicator.code}: {self.quantity}"


@frozen
class ComparedFigure:
    """A figure that says how far another one moved.

    Attributes:
        span: where its numeral stands.
        comparison: the other figure, which way it went, how far and since when.
        figure: the other figure as it was mapped.
    """

    span: Span
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

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        """The mapped figures as observations, in the order of the report."""
        found = (figure.observation for figure in self.figures)
        return tuple(one for one in found if one is not None)
