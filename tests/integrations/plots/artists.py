"""Figures to draw, and what stands in a plot, found among its artists."""

import warnings

import danvan as dv
from danvan.indicators import Missing, Observation, indicators
from danvan.quantities import Quantity

TREE = dv.Organizations.shipped("tam_duong")
SESSIONS = indicators()["propaganda.sessions"]
NINE = dv.Period.nine_months(2023)


def said(figure, of="women", period=NINE):
    what = {"quantity": Quantity.parse(figure)} if figure else {"missing": Missing.NOT_REPORTED}
    return Observation(SESSIONS, TREE[f"tam_duong.{of}"], period, **what)


def months(*figures, of="women", year=2023):
    return [said(one, of, dv.Period.month(year, n)) for n, one in enumerate(figures, 1)]


def words(ax):
    return [text.get_text() for text in ax.texts]


def tagged(ax, gid):
    return [one for one in ax.get_children() if one.get_gid() == gid]


def shown(ax):
    """The words somebody sees: matplotlib keeps those of a scale beyond its ends, and hides them."""
    ends = (
        (sorted(ax.get_xlim()), ax.get_xticklabels(), 0),
        (sorted(ax.get_ylim()), ax.get_yticklabels(), 1),
    )
    along = [
        label
        for (low, high), labels, at in ends
        for label in labels
        if low <= label.get_position()[at] <= high
    ] + [ax.xaxis.label, ax.yaxis.label]
    found = [*ax.texts, ax._left_title, *(along if ax.axison else ())]
    return [text for text in found if text.get_text()]


def drawn(ax):
    """Draw it, with whatever matplotlib has to say as an error: a letter it has not, a bad layout."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        picture, more = ax._repr_png_()
    assert picture.startswith(b"\x89PNG")
    assert more["alt"] == ax.alt
    return ax
