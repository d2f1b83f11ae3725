"""Figures taken apart: by unit or by another dimension, as words or as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs
from attrs import frozen

from danvan.aggregation import Aggregate, broken_down
from danvan.drafting.dimensions import ORGANIZATION, dimension_words
from danvan.drafting.figures import Figures
from danvan.drafting.wording import BLANK, blank, in_unit, labels, noun
from danvan.errors import InvalidValueError
from danvan.findings import Finding, rules
from danvan.indicators import Indicator
from danvan.quantities import Quantity
from danvan.reports import Table
from danvan.vietnamese.letters import capitalize

__all__ = ["Apart", "taken_apart"]

_TOTAL = "Tổng cộng"
_SILENT = "chưa có số liệu"


@frozen
class Apart:
    """Figures of one indicator or several, part by part.

    Attributes:
        heading: what the parts are together: "xã, thị trấn", "lĩnh vực".
        indicators: what the columns count.
        totals: the figure of the whole for each, or ``None``.
        rows: each part by its name, with its figure for each indicator, or ``None``.
        findings: breakdowns that do not go with their totals.
    """

    heading: str
    indicators: tuple[Indicator, ...]
    totals: tuple[Aggregate | None, ...]
    rows: tuple[tuple[str, tuple[Aggregate | None, ...]], ...]
    findings: tuple[Finding, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is no figure of any part."""
        return not any(one for _, figures in self.rows for one in figures)

    @property
    def aggregates(self) -> tuple[Aggregate, ...]:
        """All the figures."""
        parts = (one for _, figures in self.rows for one in figures)
        return tuple(one for one in (*self.totals, *parts) if one is not None)

    def in_words(self) -> str:
        """The parts in a line: "xã Bản Bo 12 buổi; xã Bình Lư 9 buổi; chưa có số liệu: ..."."""
        said, silent = [], []
        for name, figures in self.rows:
            if any(figures):
                words = (
                    str(one.value) if one else blank(indicator.unit)
                    for one, indicator in zip(figures, self.indicators, strict=True)
                )
                said.append(f"{name} {', '.join(words)}")
            else:
                silent.append(name)
        if silent:
            said.append(f"{_SILENT}: {', '.join(silent)}")
        return "; ".join(said)

    def as_table(self, after: int = 0) -> Table:
        """The parts as a table, the units in its head and the whole in its last row."""
        units = [
            total.value.unit if total else indicator.unit
            for total, indicator in zip(self.totals, self.indicators, strict=True)
        ]
        heads = [
            f"{indicator.name} ({unit})" if unit else indicator.name
            for indicator, unit in zip(self.indicators, units, strict=True)
        ]
        rows = [*self.rows, (_TOTAL, self.totals)] if any(self.totals) else self.rows
        return Table(
            (capitalize(self.heading), *heads),
            tuple((capitalize(name), *_cells(figures, units)) for name, figures in rows),
            after,
        )


def _cells(figures: Sequence[Aggregate | None], units: Sequence[str]) -> Iterator[str]:
    for one, unit in zip(figures, units, strict=True):
        yield BLANK if one is None else _cell(one.value, unit)


def _cell(quantity: Quantity, unit: str) -> str:
    """A figure without the unit of its column; one in another unit keeps its own."""
    try:
        return str(attrs.evolve(in_unit(quantity, unit), unit=""))
    except InvalidValueError:
        return str(quantity)


def taken_apart(figures: Figures, indicators: tuple[Indicator, ...], dimension: str) -> Apart:
    """The figures of some indicators by the parts of a dimension.

    Raises:
        NotAdditiveError: figures that do not add up would have to.
    """
    totals = tuple(figures.total(one) for one in indicators)
    if dimension == ORGANIZATION:
        return _by_unit(figures, indicators, totals)
    keys = dict.fromkeys(value for one in indicators for value in figures.values(one, dimension))
    names: dict[str, str] = {}
    for one in indicators:
        known = one.breakdown(dimension)
        names.update(zip(known.values, known.names, strict=False) if known else ())
    rows = tuple(
        (
            names.get(key, key),
            tuple(figures.total(one, ((dimension, key),)) for one in indicators),
        )
        for key in keys
    )
    reported = tuple((name, parts) for name, parts in rows if any(parts))
    word = dimension_words().get(dimension)
    found = (
        finding
        for at, total in enumerate(totals)
        if total is not None
        for finding in _held(total, [parts[at] for _, parts in reported])
    )
    return Apart(word.name if word else dimension, indicators, totals, reported, tuple(found))


def _by_unit(
    figures: Figures, indicators: tuple[Indicator, ...], totals: tuple[Aggregate | None, ...]
) -> Apart:
    members = tuple(dict.fromkeys(unit for one in indicators for unit in figures.members(one)))
    each = [figures.each(one) for one in indicators]
    named = labels(members)
    rows = tuple((named[unit], tuple(found.get(unit) for found in each)) for unit in members)
    return Apart(noun(members), indicators, totals, rows)


def _held(total: Aggregate, parts: Sequence[Aggregate | None]) -> Iterator[Finding]:
    """DV615: a breakdown that cannot go with its total."""
    for found in broken_down([total, *(part for part in parts if part is not None)]):
        if not found.holds:
            yield rules()["DV615"].at(
                organization=total.organization.full_name,
                period=total.period,
                what=total.indicator.name,
                total=total.value,
                sum=", ".join(str(part.value) for part in found.parts),
                difference=found.difference / total.value.scale,
            )
