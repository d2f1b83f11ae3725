"""Which figure of a passage became which, when its words were changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import SequenceMatcher
from typing import Final

from attrs import field, frozen

from danvan.drafting.blocks import Block
from danvan.errors import InvalidValueError
from danvan.findings import Span
from danvan.quantities.exact import EXACT
from danvan.reading import QuantityMention, find_quantities

__all__ = ["FigureChange", "figure_changes"]

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
        try:
            old, new = self.before.quantity, self.after.quantity
        except InvalidValueError:
            return None
        if old.base_unit != new.base_unit:
            return None
        difference: Decimal = EXACT.divide(EXACT.subtract(new.amount, old.amount), new.scale)
        return difference


def figure_changes(before: Block, after: Block) -> Iterator[FigureChange]:
    """The figures of a passage that are not the same as before, those added and taken out too."""
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
