"""One indicator over time: a line for each organization, ranges as ranges, gaps as gaps."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from danvan.errors import InvalidValueError
from danvan.integrations.plots.canvas import Axes, Canvas, Look, cut, wrapped
from danvan.integrations.plots.figures import Drawn, Figure, drawn, one_indicator, without_year
from danvan.organizations import Organization
from danvan.periods import Period

__all__ = ["plot_series"]

_MARKERS: Final = ("o", "s", "D", "^", "v", "P")
_MOST_PERIODS: Final = 240
_NAMED: Final = 13
_ARROW: Final = 0.07


def plot_series(
    figures: Iterable[Figure],
    *,
    periods: Sequence[Period] = (),
    ax: Axes | None = None,
    look: Look = "any",
) -> Axes:
    """Draw the figures of one indicator over their periods.

    A figure that leaves something open has a line over where it is likely to lie, with an
    arrow where its words name no end.  A period without a figure is a gap in the line,
    with a cross on the axis.

    Args:
        figures: observations, aggregates or rebased figures of one indicator, of six
            organizations at most.
        periods: the periods to show.  Without them those of the figures, and those that
            lie between them where all are of one kind.
        ax: the axes to draw on.
        look: for which background.

    Raises:
        InvalidValueError: no figures, figures of several indicators or of too many
            organizations, two of one organization and period, or too many periods.
    """
    given = list(figures)
    indicator, name = one_indicator(given)
    lines: dict[Organization, dict[Period, Drawn]] = {}
    for one in map(drawn, given):
        line = lines.setdefault(one.organization, {})
        if one.period in line:
            raise InvalidValueError(
                "plot", f"{one.organization}, {one.period}", "one figure a period"
            )
        line[one.period] = one
    if len(lines) > len(_MARKERS):
        raise InvalidValueError("plot", len(lines), f"{len(_MARKERS)} organizations at most")
    shown = list(periods) or _between(sorted({one.period for one in given}))
    if len(shown) > _MOST_PERIODS:
        raise InvalidValueError("plot", len(shown), f"{_MOST_PERIODS} periods at most")
    canvas = Canvas(ax, look, (7.2, 3.8))
    top = _top(lines, shown)
    for n, (organization, line) in enumerate(lines.items()):
        beside = (n - (len(lines) - 1) / 2) * 0.12
        _line(canvas, [line.get(one) for one in shown], n, beside, top, str(organization))
    canvas.ax.set_ylim(0, top * 1.06)
    canvas.ax.set_xlim(-0.5, len(shown) - 0.5)
    step = -(-len(shown) // _NAMED)
    kept = range(0, len(shown), step)
    names, year = without_year(shown)
    canvas.names("x", list(kept), [wrapped(names[n], 14) for n in kept])
    canvas.scale("y", indicator.unit)
    title = f"{name}{year}" if len(lines) > 1 else f"{next(iter(lines))}: {name}{year}"
    if len(lines) > 1:
        canvas.legend(ncols=1)
    return canvas.titled(title, _alt(lines, shown))


def _between(periods: list[Period]) -> list[Period]:
    """The periods with those between them, where all are of one kind and meet."""
    if len(periods) < 2 or len({one.cadence for one in periods}) > 1:
        return periods
    wanted, found = set(periods), [periods[-1]]
    while found[-1] > periods[0] and len(found) <= _MOST_PERIODS:
        found.append(found[-1].previous())
    too_many = len(found) > _MOST_PERIODS
    return found[::-1] if too_many or wanted <= set(found) else periods


def _top(lines: dict[Organization, dict[Period, Drawn]], shown: list[Period]) -> float:
    """The greatest number any figure names."""
    kept = set(shown)
    named = (
        end
        for line in lines.values()
        for one in line.values()
        if one.period in kept
        for end in (one.at or 0.0, one.high)
    )
    return max(named, default=0.0) * 1.08 or 1.0


def _line(
    canvas: Canvas, line: list[Drawn | None], n: int, beside: float, top: float, name: str
) -> None:
    color, marker, ax = canvas.ink.colors[n], _MARKERS[n], canvas.ax
    places = [at + beside for at in range(len(line))]
    heights = [float("nan") if one is None or one.at is None else one.at for one in line]
    ax.plot(
        places, heights, color=color, marker=marker, markersize=5, linewidth=1.6,
        label=cut(name, 60),
    )  # fmt: skip
    for at, one in zip(places, line, strict=True):
        if one is None or one.at is None:
            ax.plot([at], [0], "x", color=color, markersize=6, clip_on=False, gid="missing")
        elif not one.is_exact:
            ax.vlines(at, one.low, one.high, color=color, linewidth=4, alpha=0.5, gid="range")
            for sign, end, is_open in (("^", one.high, one.rises), ("v", one.low, one.falls)):
                if is_open:
                    tip = end + top * (_ARROW if sign == "^" else -_ARROW)
                    ax.vlines(at, end, tip, color=color, linewidth=1.2)
                    ax.plot([at], [tip], sign, color=color, markersize=5, gid="open")


def _alt(lines: dict[Organization, dict[Period, Drawn]], shown: list[Period]) -> str:
    said = []
    for organization, line in lines.items():
        ends = (
            f"{one}: {line[one].words if one in line else 'chưa có số liệu'}" for one in shown[:24]
        )
        said.append(f"{organization}: {'; '.join(ends)}")
    return ". ".join(said)
