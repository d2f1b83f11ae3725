"""Who reported when: a grid of organizations and periods."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from danvan._enums import Word
from danvan.errors import InvalidValueError
from danvan.indicators import Missing, Observation, Role
from danvan.integrations.plots.canvas import Axes, Canvas, Look, Rectangle, wrapped
from danvan.integrations.plots.figures import without_year
from danvan.organizations import Organization
from danvan.periods import Period

__all__ = ["Cell", "cells", "plot_coverage"]


_MOST_PERIODS: Final = 60


class Cell(Word):
    """How it stands with one organization and one period; the value is the word for it."""

    REPORTED = "đã báo cáo"
    MISSING = "chưa báo cáo"
    NOT_DUE = "chưa đến hạn"
    NOT_APPLICABLE = "không thuộc diện"


class _Sign(NamedTuple):
    """The sign of a cell; ``color`` counts those of the picture, and lines have none."""

    mark: str
    color: int | None = None
    filled: bool = False


_SIGNS: Final = {
    Cell.REPORTED: _Sign("", 0, filled=True),
    Cell.MISSING: _Sign("×", 1),
    Cell.NOT_DUE: _Sign("…"),
    Cell.NOT_APPLICABLE: _Sign("–"),
}
_REASONS: Final = {
    Missing.NOT_DUE: Cell.NOT_DUE,
    Missing.NOT_APPLICABLE: Cell.NOT_APPLICABLE,
    Missing.NOT_REPORTED: Cell.MISSING,
}


def plot_coverage(
    observations: Iterable[Observation],
    organizations: Sequence[Organization],
    periods: Sequence[Period],
    *,
    on: date | None = None,
    most: int = 60,
    ax: Axes | None = None,
    look: Look = "any",
) -> Axes:
    """Draw who reported for which period, who did not, and for whom it is not due.

    Args:
        observations: the figures; one of an organization for a period makes it reported,
            whatever the indicator, an explicit zero too.
        organizations: who was to report, a row each.
        periods: for what, a column each.
        on: the day it is seen from; a period that has not ended by then is not due.
        most: how many rows to draw; a line under the picture says how many are left out.
        ax: the axes to draw on.
        look: for which background.

    Raises:
        InvalidValueError: no organizations, no periods, or more periods than can be told apart.
    """
    if not organizations or not periods:
        raise InvalidValueError("plot", "an empty grid", "organizations and periods")
    if len(periods) > _MOST_PERIODS:
        raise InvalidValueError("plot", len(periods), f"{_MOST_PERIODS} periods at most")
    states = cells(observations, on=on)
    shown = organizations[:most]
    canvas = Canvas(ax, look, (2.9 + 0.62 * len(periods), 1.5 + 0.27 * len(shown)))
    found: dict[Cell, int] = {}
    for row, organization in enumerate(organizations):
        for column, period in enumerate(periods):
            cell = states.get((organization.code, period)) or _unsaid(organization, period, on)
            found[cell] = found.get(cell, 0) + 1
            if row < most:
                _draw(canvas, row, column, cell)
    canvas.ax.set_ylim(len(shown) - 0.5, -0.5)
    canvas.ax.set_xlim(-0.5, len(periods) - 0.5)
    canvas.names("y", range(len(shown)), [wrapped(_short(one), 42) for one in shown])
    names, year = without_year(periods)
    canvas.names("x", range(len(periods)), [wrapped(name, 9) for name in names])
    canvas.ax.xaxis.tick_top()
    canvas.ax.tick_params(length=0)
    canvas.ax.spines["bottom"].set_visible(False)
    counted = {cell: f"{cell.value} {found[cell]}" for cell in Cell if cell in found}
    legend = "     ".join(f"{_SIGNS[cell].mark or '■'} {words}" for cell, words in counted.items())
    canvas.ax.set_xlabel(legend, fontsize=9, loc="left", labelpad=8, **canvas.letters)
    if len(organizations) > len(shown):
        canvas.note(f"… còn {len(organizations) - len(shown)} đơn vị nữa không hiện ở đây")
    return canvas.titled(f"Tình hình báo cáo{year}", "; ".join(counted.values()))


def cells(
    observations: Iterable[Observation], *, on: date | None = None
) -> dict[tuple[str, Period], Cell]:
    """How it stands with each organization and period that anything is said of."""
    found: dict[tuple[str, Period], Cell] = {}
    for one in observations:
        if one.role is not Role.ACTUAL:
            continue
        key = one.organization.code, one.period
        said = Cell.REPORTED if one.missing is None else _REASONS[one.missing]
        if on is not None and said is Cell.MISSING and one.period.last >= on:
            said = Cell.NOT_DUE
        if said is Cell.REPORTED or key not in found:
            found[key] = said
    return found


def _unsaid(organization: Organization, period: Period, on: date | None) -> Cell:
    """Of whom nothing is said: not due before the period has ended, nor of who is not there."""
    if not organization.is_open(period.last):
        return Cell.NOT_APPLICABLE
    return Cell.NOT_DUE if on is not None and period.last >= on else Cell.MISSING


def _short(organization: Organization) -> str:
    return organization.place or organization.full_name


def _draw(canvas: Canvas, row: int, column: int, cell: Cell) -> None:
    sign = _SIGNS[cell]
    color = canvas.ink.lines if sign.color is None else canvas.ink.colors[sign.color]
    canvas.ax.add_patch(
        Rectangle(
            (column - 0.44, row - 0.4), 0.88, 0.8, gid=cell.name, linewidth=1,
            facecolor=color if sign.filled else "none", edgecolor=color,
        )
    )  # fmt: skip
    if sign.mark:
        ink = canvas.ink.words if sign.color is None else color
        canvas.write(column, row, sign.mark, ha="center", va="center", color=ink, fontsize=10)
