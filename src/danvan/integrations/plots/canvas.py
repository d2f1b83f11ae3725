"""What all pictures share: axes, ink, letters, numbers on a scale, the text for the blind."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO
from typing import Any, Final, Literal, NamedTuple, cast

from danvan.errors import InvalidValueError, MissingExtraError
from danvan.vietnamese.numbers import format_number

try:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.layout_engine import ConstrainedLayoutEngine
    from matplotlib.patches import PathPatch, Rectangle
    from matplotlib.path import Path
    from matplotlib.ticker import FuncFormatter, MaxNLocator
except ImportError as error:
    raise MissingExtraError("danvan.integrations.plots", "matplotlib", "plot") from error

__all__ = [
    "FONT", "Axes", "Canvas", "Ink", "Look", "Path", "PathPatch", "Picture", "Rectangle",
    "cut", "wrapped", "written",
]  # fmt: skip

Look = Literal["any", "light", "dark"]
"""For which background a picture is: any, a white one it brings, a dark one it brings."""

FONT: Final = "DejaVu Sans"

# Okabe and Ito, Color Universal Design, 2008: the darker first, or the lighter.
_DARKER: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
_LIGHTER: Final = ("#56B4E9", "#E69F00", "#009E73", "#CC79A7", "#F0E442", "#D55E00")

_LONGEST: Final = 120
_DOTS: Final = 110
_EDGE: Final = 0.1


class Ink(NamedTuple):
    """The colors of words, of lines, of the paper, where there is one, and of the figures."""

    words: str
    lines: str
    paper: str | None
    colors: tuple[str, ...]


_INKS: Final[dict[Look, Ink]] = {
    "any": Ink("#7a7a7a", "#9a9a9a80", None, _DARKER),
    "light": Ink("#262626", "#c8c8c8", "#ffffff", _DARKER),
    "dark": Ink("#e6e3dc", "#505050", "#1d1d1f", _LIGHTER),
}


class Picture(Axes):
    """Axes that a notebook shows, with a text for who cannot see them.

    Attributes:
        alt: what is to be seen, in words.
    """

    name = "danvan"
    alt = ""

    def _repr_png_(self) -> tuple[bytes, dict[str, Any]]:
        drawn = BytesIO()
        figure = cast("Figure", self.get_figure(root=True))  # axes that were drawn on have one
        figure.savefig(drawn, format="png", dpi=_DOTS, facecolor=figure.get_facecolor())
        return drawn.getvalue(), {"alt": self.alt}


# matplotlib writes this one anew for each class, in roles of its own documentation.
Picture.set.__doc__ = "Set several properties at once, as :meth:`matplotlib.axes.Axes.set`."


class Canvas:
    """Axes to draw one picture on.

    Args:
        ax: axes that are there already; new ones of a figure of their own without them.
        look: for which background.
        size: of a new figure, in inches.

    Raises:
        InvalidValueError: a look there is not.
    """

    def __init__(self, ax: Axes | None, look: Look, size: tuple[float, float]) -> None:
        if look not in _INKS:
            raise InvalidValueError("look", look, f"one of {', '.join(_INKS)}")
        self.ink = _INKS[look]
        if ax is None:
            layout = ConstrainedLayoutEngine(w_pad=_EDGE, h_pad=_EDGE)
            figure = Figure(figsize=size, layout=layout, facecolor=self.ink.paper or "none")
            ax = figure.add_subplot(axes_class=Picture)
            ax.set_facecolor("none")
        self.ax: Axes = ax
        ax.tick_params(colors=self.ink.words, labelfontfamily=FONT, labelsize=9, length=0)
        for side, spine in ax.spines.items():
            spine.set_visible(side == "bottom")
            spine.set_color(self.ink.lines)

    def titled(self, title: str, alt: str) -> Axes:
        """The axes with their title and the text for who cannot see them."""
        words = wrapped(title, 64)
        self.ax.set_title(words, loc="left", fontsize=11, pad=10, **self.letters)
        if isinstance(self.ax, Picture):
            self.ax.alt = f"{title}. {alt}"
        self.ax.set_gid(cut(f"{title}. {alt}", 1000))
        return self.ax

    @property
    def letters(self) -> dict[str, Any]:
        """How words are written: in the ink of the picture, and never read as formulas."""
        return {"color": self.ink.words, "fontfamily": FONT, "parse_math": False}

    def write(self, x: float, y: float, words: str, **how: Any) -> None:
        """Words at a place."""
        self.ax.text(x, y, words, **{"fontsize": 9, **self.letters, **how})

    def names(self, axis: Literal["x", "y"], places: Sequence[float], names: Sequence[str]) -> None:
        """Names along an axis."""
        how = {"labels": names, "fontsize": 9, **self.letters}
        (self.ax.set_xticks if axis == "x" else self.ax.set_yticks)(places, **how)

    def scale(self, axis: Literal["x", "y"], unit: str) -> None:
        """Numbers along an axis, as offices write them, with their unit."""
        one = self.ax.xaxis if axis == "x" else self.ax.yaxis
        one.set_major_formatter(FuncFormatter(lambda at, _: written(at)))
        one.set_major_locator(MaxNLocator(nbins=6, steps=[1, 2, 2.5, 5, 10]))
        one.set_label_text(unit, fontsize=9, **self.letters)
        self.ax.grid(axis=axis, color=self.ink.lines, linewidth=0.7)
        self.ax.set_axisbelow(True)

    def note(self, words: str) -> None:
        """A line under the picture, for what it leaves out."""
        self.ax.annotate(
            words, (0, 0), (0, -34), xycoords="axes fraction", textcoords="offset points",
            fontsize=8, va="top", fontstyle="italic", annotation_clip=False, **self.letters,
        )  # fmt: skip

    def legend(self, **how: Any) -> None:
        """What the signs mean, under the picture."""
        found = self.ax.legend(
            loc="upper left", bbox_to_anchor=(0, -0.2), frameon=False, borderaxespad=0,
            prop={"family": FONT, "size": 9}, labelcolor=self.ink.words, **how,
        )  # fmt: skip
        for label in found.get_texts():
            label.set_parse_math(False)


def written(at: float) -> str:
    """A number on a scale.

    >>> written(1200.0), written(0.5), written(1.5e9)
    ('1.200', '0,5', '1,5 tỷ')
    """
    exact = Decimal(repr(round(float(at), 6)))
    for factor, word in ((Decimal(10**9), " tỷ"), (Decimal(10**6), " triệu")):
        if abs(exact) >= factor:
            return f"{_short(exact / factor)}{word}"
    return _short(exact)


def _short(number: Decimal) -> str:
    return format_number(round(number, 3).normalize() + 0)


def cut(text: str, most: int = _LONGEST) -> str:
    """A text on one line, cut where it is very long."""
    line = " ".join(text[: 2 * most].split())
    return line if len(line) <= most else f"{line[:most].rstrip()}…"


def wrapped(text: str, width: int) -> str:
    r"""A text in lines of so many letters.

    >>> wrapped("Đoàn Thanh niên Cộng sản Hồ Chí Minh huyện Tam Đường", 30)
    'Đoàn Thanh niên Cộng sản Hồ\nChí Minh huyện Tam Đường'
    """
    from textwrap import wrap

    short = cut(text)
    lines = max(1, -(-len(short) // width))
    for narrower in range(max(1, len(short) // lines), width):
        if len(wrap(short, narrower)) <= lines:
            return "\n".join(wrap(short, narrower))
    return "\n".join(wrap(short, width))
