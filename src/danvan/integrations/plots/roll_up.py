"""The tree a figure was rolled up in, with the figure of each office."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from danvan.aggregation import Aggregate
from danvan.integrations.plots.canvas import Axes, Canvas, Look, cut

__all__ = ["plot_roll_up"]

_STEP: Final = 0.035


class _Node(NamedTuple):
    name: str
    words: str
    depth: int
    parent: int
    is_missing: bool


def plot_roll_up(
    aggregate: Aggregate, *, most: int = 60, ax: Axes | None = None, look: Look = "any"
) -> Axes:
    """Draw what a figure is made of: the tree, with each office's figure beside its name.

    A full dot is an office with a figure, an empty one an office that was to report and
    did not; what an office did itself, beside those below it, is "(riêng)".

    Args:
        aggregate: the figure.
        most: how many offices to draw; a line under the picture says how many are left out.
        ax: the axes to draw on.
        look: for which background.
    """
    nodes = list(_nodes(aggregate))
    shown = nodes[:most]
    canvas = Canvas(ax, look, (8.4, 0.9 + 0.28 * len(shown)))
    rows = [row + 0.5 for row in range(len(shown) - 1)]
    canvas.ax.hlines(rows, -0.02, 1.0, color=canvas.ink.lines, linewidth=0.4, zorder=0)
    for row, node in enumerate(shown):
        x, color = node.depth * _STEP, canvas.ink.colors[int(node.is_missing)]
        if node.parent >= 0:
            above = (node.depth - 1) * _STEP
            canvas.ax.plot(
                [above, above, x], [node.parent, row, row], color=canvas.ink.lines, linewidth=1.2,
                zorder=1, gid="branch",
            )  # fmt: skip
        canvas.ax.plot(
            [x], [row], "o", color=color, markersize=6,
            markerfacecolor="none" if node.is_missing else color,
            gid="missing" if node.is_missing else "office",
        )  # fmt: skip
        canvas.write(x + 0.018, row, cut(node.name, 70), va="center")
        how = {"fontstyle": "italic"} if node.is_missing else {}
        canvas.write(1.0, row, node.words, va="center", ha="right", **how)
    canvas.ax.set_ylim(len(shown) - 0.4, -0.6)
    canvas.ax.set_xlim(-0.02, 1.0)
    canvas.ax.set_axis_off()
    if len(nodes) > len(shown):
        canvas.note(f"… còn {len(nodes) - len(shown)} đơn vị nữa không hiện ở đây")
    title = f"{aggregate.indicator.name}, {aggregate.period}"
    return canvas.titled(title, "; ".join(f"{one.name}: {one.words}" for one in shown))


def _nodes(top: Aggregate) -> Iterator[_Node]:
    """The offices of a figure from the top down, each before those below it."""
    waiting: list[tuple[Aggregate | str, str, int, int]]
    waiting = [(top, str(top.organization), 0, -1)]
    count = 0
    while waiting:
        one, name, depth, parent = waiting.pop()
        if isinstance(one, str):
            yield _Node(name, "chưa có số liệu", depth, parent, is_missing=True)
        else:
            yield _Node(name, str(one.value), depth, parent, is_missing=False)
            below = {silent for part in one.parts for silent in part.missing}
            silent = [str(name) for name in one.missing if name not in below]
            waiting += [(name, name, depth + 1, count) for name in reversed(silent)]
            waiting += [(part, _name(part, one), depth + 1, count) for part in reversed(one.parts)]
        count += 1


def _name(part: Aggregate, whole: Aggregate) -> str:
    own = part.organization == whole.organization
    return f"{part.organization} (riêng)" if own else str(part.organization)
