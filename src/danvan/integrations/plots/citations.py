"""Which paper cites which directive: two rows of names, and lines between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from danvan.directives import Register
from danvan.errors import InvalidValueError
from danvan.integrations.plots.canvas import (
    Axes,
    Canvas,
    Look,
    Path,
    PathPatch,
    cut,
    wrapped,
)
from danvan.reading import Citation
from danvan.reading.corpus import CitationRow

__all__ = ["plot_citations"]

_LEFT, _RIGHT = 0.0, 1.0
_SWEEPS: Final = 4


def plot_citations(
    citations: Iterable[CitationRow],
    register: Register | None = None,
    *,
    most: int = 30,
    ax: Axes | None = None,
    look: Look = "any",
) -> Axes:
    """Draw which papers cite which directives; the line is thicker the oftener one does.

    Args:
        citations: what the papers cite, as :meth:`Corpus.citations` has it.
        register: the register that tells namesakes apart; a number it knows no single
            paper for stands as it is cited.
        most: how many papers and how many directives to draw, those with the most
            citations; a line under the picture says how many are left out.
        ax: the axes to draw on.
        look: for which background.

    Raises:
        InvalidValueError: no citations.
    """
    links = Counter((row.paper, _name(row.citation, register)) for row in citations)
    if not links:
        raise InvalidValueError("plot", "no citations", "citations of papers")
    citing: Counter[str] = Counter()
    cited: Counter[str] = Counter()
    for (paper, directive), count in links.items():
        citing[paper] += count
        cited[directive] += count
    kept = [{name for name, _ in side.most_common(most)} for side in (citing, cited)]
    shown = {
        pair: count for pair, count in links.items() if pair[0] in kept[0] and pair[1] in kept[1]
    }
    if not shown:
        raise InvalidValueError("plot", most, "more papers and directives to draw")
    papers, directives = _ordered(list(shown))
    rows = max(len(papers), len(directives))
    canvas = Canvas(ax, look, (8.4, 1.0 + 0.34 * rows))
    places = {**_spread(papers, rows, _LEFT), **_spread(directives, rows, _RIGHT)}
    for (paper, directive), count in shown.items():
        _link(
            canvas,
            places[paper, _LEFT],
            places[directive, _RIGHT],
            min(1 + 0.6 * count, 5),
            papers.index(paper),
        )
    for paper in papers:
        _end(canvas, _LEFT, places[paper, _LEFT], cut(paper, 60), "right")
    for directive in directives:
        times = f" ({cited[directive]} lần)" if cited[directive] > 1 else ""
        _end(canvas, _RIGHT, places[directive, _RIGHT], f"{directive}{times}", "left")
    canvas.ax.set_xlim(-0.6, 1.6)
    canvas.ax.set_ylim(rows - 0.4, -0.6)
    canvas.ax.set_axis_off()
    left = len(citing) + len(cited) - len(papers) - len(directives)
    if left:
        canvas.note(f"… còn {left} văn bản nữa không hiện ở đây")
    said = (
        f"{cut(paper, 60)} → {directive}: {count}" for (paper, directive), count in shown.items()
    )
    return canvas.titled("Văn bản được viện dẫn", "; ".join(said))


def _name(citation: Citation, register: Register | None) -> str:
    papers = register.candidates(citation) if register is not None else ()
    if len(papers) == 1:
        return papers[0].label
    return str(citation.number) if citation.number is not None else cut(citation.text, 40)


def _ordered(pairs: list[tuple[str, str]]) -> tuple[list[str], list[str]]:
    """Both rows, each put in the order of the middle of what its lines lead to."""
    papers = list(dict.fromkeys(paper for paper, _ in pairs))
    directives = list(dict.fromkeys(directive for _, directive in pairs))
    for _ in range(_SWEEPS):
        directives = _sorted(directives, papers, [(there, here) for here, there in pairs])
        papers = _sorted(papers, directives, pairs)
    return papers, directives


def _sorted(row: list[str], other: list[str], pairs: list[tuple[str, str]]) -> list[str]:
    place = {name: at for at, name in enumerate(other)}
    ends: dict[str, list[int]] = {name: [] for name in row}
    for here, there in pairs:
        ends[here].append(place[there])
    return sorted(row, key=lambda name: sum(ends[name]) / len(ends[name]))


def _spread(names: list[str], rows: int, side: float) -> dict[tuple[str, float], float]:
    """The heights of names, over the whole picture."""
    step = rows / len(names)
    return {(name, side): (at + 0.5) * step - 0.5 for at, name in enumerate(names)}


def _link(canvas: Canvas, left: float, right: float, width: float, of: int) -> None:
    curve = Path(
        [(_LEFT, left), (0.5, left), (0.5, right), (_RIGHT, right)],
        [Path.MOVETO, Path.CURVE4, Path.CURVE4, Path.CURVE4],
    )
    color = canvas.ink.colors[of % len(canvas.ink.colors)]
    canvas.ax.add_patch(
        PathPatch(curve, facecolor="none", edgecolor=color, linewidth=width, alpha=0.8, gid="link")
    )


def _end(canvas: Canvas, x: float, y: float, name: str, side: str) -> None:
    canvas.ax.plot([x], [y], "o", color=canvas.ink.words, markersize=4)
    out = -0.03 if side == "right" else 0.03
    canvas.write(x + out, y, wrapped(name, 34), ha=side, va="center")
