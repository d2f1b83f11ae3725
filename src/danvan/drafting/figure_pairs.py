"""Which figure of a passage became which, when its words were changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Final

from attrs import evolve, field, frozen

from danvan.drafting.blocks import Block
from danvan.errors import ParseError
from danvan.findings import Span
from danvan.quantities import Quantity
from danvan.quantities.exact import EXACT
from danvan.reading import QuantityMention, find_quantities

__all__ = ["FigureChange", "figure_changes", "in_one_unit"]

_WORD: Final = re.compile(r"\w+|[^\w\s]")
_MOST_STEPS: Final = 100_000

Token = tuple[str, QuantityMention | None]


@frozen
class FigureChange:
    """A figure in two versions of a passage.

    Attributes:
        before: as it was; ``None`` where it was added.
        after: as it is now; ``None`` where it was taken out.
        where: the passage it stands in now, or stood in.
    """

    before: QuantityMention | None
    after: QuantityMention | None
    where: Span = field(eq=False)

    @property
    def difference(self) -> Decimal | None:
        """After minus before in the unit of the figure after; ``None`` where units differ.

        Of a range it is the low end that counts, of a share "a/b" the a.
        """
        if self.before is None or self.after is None:
            return None
        old, new = in_one_unit(self.before.quantity, self.after.quantity)
        if old.base_unit != new.base_unit:
            return None
        difference: Decimal = EXACT.divide(EXACT.subtract(new.amount, old.amount), new.scale)
        return difference


def in_one_unit(one: Quantity, other: Quantity) -> tuple[Quantity, Quantity]:
    """Two figures, in the shorter unit where one says the other's at more length.

    >>> in_one_unit(Quantity.parse("27 cuộc giám sát"), Quantity.parse("22 cuộc"))
    (Quantity.parse('27 cuộc'), Quantity.parse('22 cuộc'))
    """
    if one.unit.startswith(f"{other.unit} "):
        one = evolve(one, unit=other.unit)
    elif other.unit.startswith(f"{one.unit} "):
        other = evolve(other, unit=one.unit)
    return one, other


def figure_changes(before: Block, after: Block) -> Iterator[FigureChange]:
    """The figures of a passage that are not the same as before, those added and taken out too."""
    if before.cells and len(before.cells) == len(after.cells):
        yield from _in_cells(before, after)
        return
    old, new = find_quantities(before.text), find_quantities(after.text)
    paired = dict(_paired(_tokens(before.text, old), _tokens(after.text, new)))
    taken = {id(one) for one in paired.values()}
    for one in old:
        other = paired.get(one)
        if other is None:
            yield FigureChange(one, None, before.span)
        elif _said(one) != _said(other):
            yield FigureChange(one, other, after.span)
    for other in new:
        if id(other) not in taken:
            yield FigureChange(None, other, after.span)


def _in_cells(before: Block, after: Block) -> Iterator[FigureChange]:
    """The cells of a row that hold nothing but a figure; the first names or numbers the row."""
    cells = zip(map(_cell, before.cells[1:]), map(_cell, after.cells[1:]), strict=True)
    for old, new in cells:
        if (old or new) and (old is None or new is None or _said(old) != _said(new)):
            yield FigureChange(old, new, after.span)


def _cell(text: str) -> QuantityMention | None:
    try:
        found = Quantity.parse(text)
    except ParseError:
        return None
    return QuantityMention(
        0, len(text), text.removesuffix(found.unit).strip(), found.value, found.high,
        unit=found.unit, qualifier=found.qualifier,
    )  # fmt: skip


def _said(figure: QuantityMention) -> tuple[object, ...]:
    qualifier = str(figure.qualifier or "")
    return figure.value, figure.high, figure.whole, qualifier, figure.unit


def _tokens(text: str, figures: Sequence[QuantityMention]) -> list[Token]:
    """The words of a text, each figure as one token that says nothing of its size."""
    found: list[Token] = []
    at = 0
    for figure in figures:
        found += _plain(text, at, figure.start)
        found.append(("#", figure))
        at = figure.end
    found += _plain(text, at, len(text))
    return found


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    return ((word[0].casefold(), None) for word in _WORD.finditer(text, start, end))


def _paired(
    old: list[Token], new: list[Token]
) -> Iterator[tuple[QuantityMention, QuantityMention]]:
    for block in _matching(old, new):
        for (_, one), (_, other) in zip(*block, strict=True):
            if one is not None and other is not None:
                yield one, other


def _matching(old: list[Token], new: list[Token]) -> Iterator[tuple[list[Token], list[Token]]]:
    """Stretches of tokens that go together: those difflib finds, and figures between them.

    Where it would take too long, figures of the same unit go together in their order.
    """
    one, other = [word for word, _ in old], [word for word, _ in new]
    often = Counter(other)
    if sum(often[word] for word in one) > _MOST_STEPS or len(one) * len(other) > 10 * _MOST_STEPS:
        yield _figures_by_unit(old, new)
        return
    for tag, i, end, j, stop in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            yield old[i:end], new[j:stop]
        elif tag == "replace":
            yield _figures_by_unit(old[i:end], new[j:stop])


def _figures_by_unit(old: list[Token], new: list[Token]) -> tuple[list[Token], list[Token]]:
    waiting: dict[str, list[Token]] = {}
    for token in reversed(new):
        if token[1] is not None:
            waiting.setdefault(token[1].unit.casefold(), []).append(token)
    pairs = [
        (token, same.pop())
        for token in old
        if token[1] is not None and (same := waiting.get(token[1].unit.casefold()))
    ]
    return [one for one, _ in pairs], [other for _, other in pairs]
