"""Figures of one period beside those of another: nine months and the year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from attrs import field, frozen

from danvan import _fields, notebook
from danvan.drafting.figure_pairs import in_one_unit
from danvan.errors import InvalidValueError
from danvan.findings import Finding, Findings, rules
from danvan.indicators import Combination, Comparison, Indicator, Observation, Role
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.quantities import Quantity
from danvan.rendering import format_table, table_to_html, table_to_markdown

__all__ = ["FigureComparison", "FigurePair", "compare_figures"]

_HEADERS: Final = ("Chỉ tiêu", "Đơn vị", "Trước", "Nay", "Tăng, giảm", "Lưu ý")
_FELL: Final = "lũy kế giảm"
_SEVERAL: Final = "nêu nhiều số"
_NO_LONGER: Final = "nay không nêu"
_NEW: Final = "trước không nêu"

Breakdown = tuple[tuple[str, str], ...]


@frozen
class FigurePair:
    """One thing counted twice: what was said of it then and now.

    Attributes:
        indicator: what is counted.
        organization: whose figure it is.
        breakdown: what part of the whole it is.
        then: what was said; nothing where it was not, several where papers differ.
        now: what is said.
    """

    indicator: Indicator
    organization: Organization
    breakdown: Breakdown
    then: tuple[Observation, ...]
    now: tuple[Observation, ...]

    @property
    def change(self) -> Comparison | None:
        """How it went; ``None`` where one side says nothing, or nobody can tell."""
        both = self._figures()
        if both is None:
            return None
        try:
            return Comparison.between(both[1], both[0], self.then[0].period)
        except InvalidValueError:
            return None

    @property
    def fell(self) -> bool:
        """Whether a figure that can only rise has fallen.

        That is so of one that adds up over time, when both periods begin on the same
        day, the later ends after the earlier, and no number the words allow explains it.
        """
        both = self._figures()
        if both is None or both[0].base_unit != both[1].base_unit:
            return False
        earlier, later = self.then[0].period, self.now[0].period
        running = earlier.first == later.first and earlier.last < later.last
        adds_up = self.indicator.over_time is Combination.SUM
        return running and adds_up and both[0].hard().exceeds(both[1].hard()) is True

    def _figures(self) -> tuple[Quantity, Quantity] | None:
        """Then and now, in one unit, where either side says one thing."""
        if len(self.then) != 1 or len(self.now) != 1:
            return None
        then, now = self.then[0].quantity, self.now[0].quantity
        return None if then is None or now is None else in_one_unit(then, now)


@frozen
class FigureComparison:
    """Figures of two papers side by side: those both state, the new ones, those gone.

    ``str()`` is a table for a terminal; notebooks show the same.

    Attributes:
        pairs: each thing that either of them counts.
    """

    pairs: tuple[FigurePair, ...] = field(validator=_fields.tuple_of(FigurePair))

    @property
    def findings(self) -> Findings:
        """A finding (DV671) for each running total that fell."""
        return Findings(_fallen(pair) for pair in self.pairs if pair.fell)

    def table(self) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
        """The names of the columns, and a row for each pair."""
        return _HEADERS, [_row(pair) for pair in self.pairs]

    def to_markdown(self) -> str:
        """The table in Markdown."""
        return table_to_markdown(*self.table())

    def to_html(self) -> str:
        """The table as a ``<table>`` element, every word escaped."""
        return table_to_html(*self.table())

    def __str__(self) -> str:
        return format_table(*self.table()) if self.pairs else "không có số liệu"

    def _repr_html_(self) -> str:
        return notebook.grid("Số liệu hai kỳ", *self.table())


def compare_figures(then: Iterable[Observation], now: Iterable[Observation]) -> FigureComparison:
    """Hold the figures of two papers side by side: nine months and the year.

    The figures of a report come from :func:`danvan.reading.find_observations`.  Of each
    indicator, organization and part the latest period a side speaks of is taken; plans and
    targets are left out.

    Args:
        then: the figures of the earlier paper.
        now: those of the later one.

    >>> from danvan.indicators import indicators
    >>> from danvan.organizations import Organizations
    >>> party = Organizations.shipped("tam_duong")["tam_duong.party"]
    >>> def said(period, figure):
    ...     return [Observation(indicators()["dialogues.sessions"], party, period,
    ...                         Quantity.parse(figure))]
    >>> nine, year = Period.nine_months(2023), Period.year(2023)
    >>> found = compare_figures(said(nine, "22 cuộc"), said(year, "20 cuộc"))
    >>> print(found.pairs[0].change, found.pairs[0].fell)
    giảm 2 cuộc so với 9 tháng năm 2023 True
    """
    before, after = _latest(then), _latest(now)
    in_both = (key for key in after if key in before)
    return FigureComparison(
        tuple(
            FigurePair(*key, before.get(key, ()), after.get(key, ()))
            for key in dict.fromkeys((*in_both, *after, *before))
        )
    )


def _latest(
    observations: Iterable[Observation],
) -> dict[tuple[Indicator, Organization, Breakdown], tuple[Observation, ...]]:
    """For each thing what was said of it for its latest period, each figure once."""
    found: dict[tuple[Indicator, Organization, Breakdown], dict[Quantity, Observation]] = {}
    latest: dict[tuple[Indicator, Organization, Breakdown], Period] = {}
    for one in observations:
        if one.quantity is None or one.role is not Role.ACTUAL:
            continue
        key = one.indicator, one.organization, one.breakdown
        known = latest.get(key)
        if known is None or (one.period.last, known.first) > (known.last, one.period.first):
            latest[key], found[key] = one.period, {one.quantity: one}
        elif one.period == known:
            found[key].setdefault(one.quantity, one)
    return {key: tuple(said.values()) for key, said in found.items()}


def _fallen(pair: FigurePair) -> Finding:
    then, now = pair.then[0], pair.now[0]
    return rules()["DV671"].at(
        *(one.span for one in (now, then) if one.span is not None),
        indicator=pair.indicator.name,
        organization=pair.organization.full_name,
        then=then.quantity,
        earlier=then.period,
        now=now.quantity,
        later=now.period,
    )


def _row(pair: FigurePair) -> tuple[str, ...]:
    part = ", ".join(_part_names(pair))
    return (
        f"{pair.indicator.name} ({part})" if part else pair.indicator.name,
        pair.organization.full_name,
        _said(pair.then),
        _said(pair.now),
        _moved(pair),
        _remark(pair),
    )


def _part_names(pair: FigurePair) -> Iterator[str]:
    for dimension, value in pair.breakdown:
        known = pair.indicator.breakdown(dimension)
        names = dict(zip(known.values, known.names, strict=False)) if known else {}
        yield names.get(value, value)


def _said(side: tuple[Observation, ...]) -> str:
    return "; ".join(str(one.quantity) for one in side)


def _moved(pair: FigurePair) -> str:
    change = pair.change
    if change is None:
        return ""
    return change.change.value if change.by is None else f"{change.change.value} {change.by}"


def _remark(pair: FigurePair) -> str:
    if not pair.then or not pair.now:
        return _NO_LONGER if pair.then else _NEW
    if pair.fell:
        return _FELL
    return _SEVERAL if len(pair.then) > 1 or len(pair.now) > 1 else ""
