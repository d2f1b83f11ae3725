"""Organizations side by side: bars from the greatest to the least, with what is left open."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from danvan.integrations.plots.canvas import Axes, Canvas, Look, wrapped
from danvan.integrations.plots.figures import Drawn, Figure, drawn, one_indicator

__all__ = ["plot_comparison"]

_NO_NUMBER: Final = float("-inf")
_ARROW: Final = 0.05


def plot_comparison(
    figures: Iterable[Figure], *, most: int = 30, ax: Axes | None = None, look: Look = "any"
) -> Axes:
    """Draw the figures of one indicator as bars, the greatest on top.

    A line over the end of a bar says where the figure is likely to lie, with an arrow where
    its words name no end.  Who has no figure has no bar, and stands at the bottom.

    Args:
        figures: observations, aggregates or rebased figures of one indicator.
        most: how many to draw; a line under the picture says how many are left out.
        ax: the axes to draw on.
        look: for which background.

    Raises:
        InvalidValueError: no figures, or figures of several indicators.
    """
    given = list(figures)
    indicator, name = one_indicator(given)
    found = sorted(map(drawn, given), key=_height, reverse=True)
    periods = dict.fromkeys(str(one.period) for one in found)
    shown = found[:most]
    canvas = Canvas(ax, look, (7.2, 1.1 + 0.36 * len(shown)))
    top = max(max(one.at or 0.0, one.high) for one in shown) or 1.0
    for row, one in enumerate(shown):
        _bar(canvas, row, one, top)
    canvas.ax.set_ylim(len(shown) - 0.5, -0.5)
    canvas.ax.set_xlim(0, top * 1.32)
    several = len(periods) > 1
    names = [wrapped(f"{one.organization}{f', {one.period}' * several}", 38) for one in shown]
    canvas.names("y", range(len(shown)), names)
    canvas.scale("x", indicator.unit)
    canvas.ax.grid(visible=False)
    canvas.ax.spines["bottom"].set_visible(False)
    if len(found) > len(shown):
        canvas.note(f"… còn {len(found) - len(shown)} đơn vị nữa không hiện ở đây")
    title = name if several else f"{name}, {next(iter(periods))}"
    return canvas.titled(title, "; ".join(f"{one.organization}: {one.words}" for one in shown))


def _height(one: Drawn) -> float:
    return _NO_NUMBER if one.at is None else one.at


def _bar(canvas: Canvas, row: int, one: Drawn, top: float) -> None:
    if one.at is None:
        canvas.write(top * 0.01, row, one.words, va="center", fontstyle="italic")
        return
    ax, color = canvas.ax, canvas.ink.colors[1]
    ax.barh(row, one.at, height=0.62, color=canvas.ink.colors[0], alpha=0.85)
    low, high = one.low - top * _ARROW * one.falls, one.high + top * _ARROW * one.rises
    if not one.is_exact:
        ax.hlines(row, low, high, color=color, linewidth=2, gid="range")
        signs = (("<" if one.falls else "|", low), (">" if one.rises else "|", high))
        for sign, end in signs:
            ax.plot([end], [row], sign, color=color, markersize=6, gid="end")
    words = one.words if one.quantity is None else str(one.quantity).removesuffix(one.quantity.unit)
    canvas.write(max(high, one.at) + top * 0.02, row, words.strip(), va="center")
