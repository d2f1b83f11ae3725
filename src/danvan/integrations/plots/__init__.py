"""Plots of figures, papers and trees, drawn by matplotlib, which the extra ``plot`` brings.

Each function draws one picture on axes of its own, or on those it is given as ``ax``, and
returns them; nothing is shown on a screen, and nothing of matplotlib's settings is read or
changed.  In a notebook the axes that stand last in a cell show themselves, with
:attr:`~danvan.integrations.plots.canvas.Picture.alt` as the text for who cannot see them;
elsewhere ``ax.figure.savefig("hinh.svg")`` writes them.

What a figure leaves open is drawn open, what is missing is a gap and never a zero.  Words
are Vietnamese in DejaVu Sans, which matplotlib brings and which has every mark; numbers are
written as offices do; colors are those of Okabe and Ito, told apart by who sees fewer of
them, and never the only sign of a difference.  ``look`` is ``"any"`` (no background, ink
that reads on white and on black), ``"light"`` or ``"dark"``.

>>> from danvan.indicators import Observation, indicators
>>> from danvan.organizations import Organizations
>>> from danvan.periods import Period
>>> from danvan.quantities import Quantity
>>> tree, nine = Organizations.shipped("tam_duong"), Period.nine_months(2023)
>>> said = {"women": "865 buổi", "youth": "trên 394 buổi"}
>>> ax = plot_comparison(
...     Observation(indicators()["propaganda.sessions"], tree[f"tam_duong.{code}"], nine,
...                 Quantity.parse(figure)) for code, figure in said.items())
>>> ax.get_title(loc="left"), len(ax.patches)
('Số buổi tuyên truyền, vận động, 9 tháng năm 2023', 2)
"""

from danvan.integrations.plots.canvas import Look, Picture
from danvan.integrations.plots.citations import plot_citations
from danvan.integrations.plots.comparison import plot_comparison
from danvan.integrations.plots.coverage import plot_coverage
from danvan.integrations.plots.roll_up import plot_roll_up
from danvan.integrations.plots.series import plot_series

__all__ = [
    "Look",
    "Picture",
    "plot_citations",
    "plot_comparison",
    "plot_coverage",
    "plot_roll_up",
    "plot_series",
]
