"""Figures as pictures need them: a number, how far it may be off, and what it is of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from danvan.aggregation import Aggregate, RebasedFigure
from danvan.errors import InvalidValueError
from danvan.indicators import Indicator, Observation
from danvan.integrations.plots.canvas import written
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.quantities import Quantity

__all__ = ["Drawn", "Figure", "drawn", "one_indicator", "without_year"]

Figure: TypeAlias = Observation | Aggregate | RebasedFigure
"""What can be drawn: what was reported, what was rolled up, what went over to new units."""


class Drawn(NamedTuple):
    """One figure of a picture, in the base unit.

    Attributes:
        organization, period: of whom and for what time.
        quantity: the figure in words, ``None`` where there is none.
        at: where it is drawn, ``None`` where there is no number.
        low, high: from where to where it is likely to lie, at least at ``at``.
        falls, rises: whether its words leave the lower or the upper end open.
    """

    organization: Organization
    period: Period
    quantity: Quantity | None
    at: float | None
    low: float = 0
    high: float = 0
    falls: bool = False
    rises: bool = False

    @property
    def words(self) -> str:
        """The figure as it is written beside its sign."""
        if self.at is None:
            return "chưa có số liệu"
        if self.quantity is None:
            return f"{written(self.low)} – {written(self.high)}"
        return str(self.quantity)

    @property
    def is_exact(self) -> bool:
        """Whether it leaves nothing open."""
        return self.low == self.high and not self.falls and not self.rises


def drawn(figure: Figure) -> Drawn:
    """What a picture shows of a figure."""
    quantity = figure.quantity if isinstance(figure, Observation) else figure.value
    where = figure.organization, figure.period
    if not isinstance(figure, Observation):
        hard, likely = figure.hard, figure.likely
    elif quantity is not None:
        hard, likely = quantity.hard(), quantity.likely()
    else:
        return Drawn(*where, None, None)
    stated = [] if quantity is None else [quantity.amount]
    ends = [float(one) for one in (likely.low, likely.high, *stated) if one is not None]
    if not ends:
        return Drawn(*where, quantity, None)
    low, high = min(ends), max(ends)
    at = float(stated[0]) if stated else (low + high) / 2
    return Drawn(*where, quantity, at, low, high, not hard.low, hard.high is None)


def without_year(periods: Sequence[Period]) -> tuple[list[str], str]:
    """The names of periods, and the year they all end with, where they do, taken off them.

    >>> without_year([Period.quarter(2026, 1), Period.quarter(2026, 2)])
    (['quý I', 'quý II'], ', năm 2026')
    """
    names = [str(one) for one in periods]
    parts = {name.rpartition(" năm ")[::2] for name in names}
    years = {year for _, year in parts}
    if len(years) != 1 or not all(part for part, _ in parts):
        return names, ""
    (year,) = years
    return [name.removesuffix(f" năm {year}") for name in names], f", năm {year}"


def one_indicator(figures: list[Figure]) -> tuple[Indicator, str]:
    """The indicator all of them are of, and what to call it with the part it is of.

    Raises:
        InvalidValueError: no figure at all, or figures of several things.
    """
    if not figures:
        raise InvalidValueError("plot", "no figures", "figures of one indicator")
    things = {(one.indicator.code, one.breakdown) for one in figures}
    if len(things) > 1:
        codes = ", ".join(sorted({code for code, _ in things})[:5])
        raise InvalidValueError("plot", codes, "figures of one indicator, and of one part of it")
    first = figures[0]
    part = first.indicator.part(first.breakdown)
    return first.indicator, f"{first.indicator.name} ({part})" if part else first.indicator.name
