"""Strategies for classes whose parts have to fit each other, and for those that are no records."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from hypothesis import strategies as st

from danvan.catalogue import Catalogue
from danvan.directives import Identifier
from danvan.drafting import Figures
from danvan.errors import DanvanError, UnreadableFileError
from danvan.findings import Source, Span, Text
from danvan.indicators import Fulfilment, Indicator, indicators
from danvan.organizations import Succession
from danvan.quantities import Qualifier, qualifiers
from danvan.reading import Correction, Movement
from danvan.reporting import OutlinePart
from danvan.reporting.registers import PetitionBalance, PetitionType
from danvan.testing import records, values

__all__ = ["FITTING", "SOURCES", "TEXT", "sources", "spans"]

SOURCES: Final = (
    Source("bao_cao.txt", "Tổng số có trên 394 buổi với 33.283 lượt người."),
    Source("b", ""),
)
"""The texts that drawn spans point into, so that who stores spans can find them again."""

TEXT: Final = values.words() | st.just('"\\ \n\u2028 số <&> 1')
"""Words, or signs that some format has a meaning for."""


def sources() -> st.SearchStrategy[Source]:
    """Texts with their names; shrinks towards ``Source("a", "")``."""
    return st.builds(Source, values.words(), st.just("") | values.words(most=12))


@st.composite
def spans(draw: st.DrawFn, *, text: Text | None = None) -> Span:
    """Places in a text.

    Args:
        draw: given by Hypothesis.
        text: only places in this text; otherwise it is one of a few.

    Shrinks towards the empty place at its beginning.
    """
    where = draw(st.sampled_from(SOURCES)) if text is None else text
    ends = st.integers(0, len(where.text))
    start, end = sorted(draw(st.tuples(ends, ends)))
    return Span(start, end, where)


@st.composite
def _figures(draw: st.DrawFn) -> Figures:
    """What was reported, for a body of the tree it is of."""
    tree = draw(records.trees(most=4))
    who = st.sampled_from([one.code for one in tree])
    return Figures(
        tuple(draw(st.lists(records.observations(), max_size=2))),
        tree,
        draw(who),
        draw(values.periods()),
        tuple(draw(st.lists(who, max_size=2))),
        draw(st.just(indicators()) | _catalogues()),
    )


def _catalogues() -> st.SearchStrategy[Catalogue[Indicator]]:
    one_of_a_code = st.lists(records.indicators(), max_size=2, unique_by=lambda one: one.code)
    return st.builds(Catalogue, values.words(), one_of_a_code.map(tuple))


def _identifier(number: Any) -> Identifier:
    """The key of the paper, or one that can be where its number gives none."""
    try:
        return Identifier.of(number)
    except DanvanError:
        return Identifier.parse("vn:party:tw:qdd:t2011:217")


def _codes() -> st.SearchStrategy[str]:
    return records.indicators().map(lambda one: one.code)


def _movements() -> st.SearchStrategy[Movement]:
    return st.builds(
        Movement,
        values.words(),
        values.words(),
        st.sampled_from(["movement", "campaign"]),
        values.words(),
        st.lists(values.words(), max_size=2).map(tuple),
    )


def _corrections() -> st.SearchStrategy[Correction]:
    figures = values.quantities().map(str)
    about = {"near": st.just("") | values.words(), "occurrence": st.none() | st.integers(1, 9)}
    return st.builds(
        Correction,
        figures,
        indicator=_codes(),
        organization=st.none() | _codes(),
        period=st.none() | values.periods().map(str),
        role=st.sampled_from(["", "actual", "plan", "target", "forecast"]),
        unit=st.just("") | values.words(),
        **about,
    ) | st.builds(Correction, figures, counts=st.just(False), **about)


def _fulfilments() -> st.SearchStrategy[Fulfilment]:
    def of(unit: str) -> st.SearchStrategy[Fulfilment]:
        return st.builds(Fulfilment, values.quantities(unit=unit), values.quantities(unit=unit))

    return st.sampled_from(["buổi", "hộ"]).flatmap(of)


def _outline_parts() -> st.SearchStrategy[OutlinePart]:
    names = st.lists(values.words(), max_size=2).map(tuple)
    numbers = st.sampled_from(["I", "1.II.3"])
    return st.builds(OutlinePart, numbers, values.words(), names, st.booleans())


@st.composite
def _petition_balances(draw: st.DrawFn) -> PetitionBalance:
    """No more petitions settled than there were."""
    over, new = draw(st.tuples(st.integers(0, 999), st.integers(0, 999)))
    return PetitionBalance(
        draw(records.organizations()),
        draw(st.sampled_from(PetitionType)),
        draw(values.periods()),
        over,
        new,
        draw(st.integers(0, over + new)),
    )


def _successions() -> st.SearchStrategy[Succession]:
    by = st.just("") | values.words()
    return st.builds(Succession, values.words(), values.words(), values.dates(), by=by)


def _unreadable() -> st.SearchStrategy[UnreadableFileError]:
    said = values.words()
    return st.builds(UnreadableFileError, said, said, said)


FITTING: Final[dict[Any, Callable[[], st.SearchStrategy[Any]]]] = {
    str: lambda: st.just("") | TEXT,
    int: lambda: st.integers(0, 40) | st.integers(0, 10**30),
    float: lambda: st.floats(0, 1),
    bool: st.booleans,
    Decimal: lambda: values.decimals() | values.decimals().map(lambda value: -value),
    date: values.dates,
    Path: lambda: values.words().map(Path),
    type(None): st.none,
    Text: lambda: st.sampled_from(SOURCES),
    Span: spans,
    Qualifier: lambda: st.sampled_from(list(qualifiers())),
    Succession: _successions,
    OutlinePart: _outline_parts,
    Movement: _movements,
    Correction: _corrections,
    Identifier: lambda: values.document_numbers(known=True).map(_identifier),
    Fulfilment: _fulfilments,
    Figures: _figures,
    PetitionBalance: _petition_balances,
    Catalogue: _catalogues,
    DanvanError: lambda: values.words().map(DanvanError),
    UnreadableFileError: _unreadable,
}
"""How these are drawn."""
