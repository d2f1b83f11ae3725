"""A figure that was read in a passage, with its place in the report."""

from __future__ import annotations

from attrs import frozen

from danvan.findings import Span
from danvan.reading.quantities import QuantityMention

__all__ = ["PlacedFigure"]


@frozen(eq=False)
class PlacedFigure:
    """One figure of a passage.

    Attributes:
        mention: the figure as it was read; its offsets are those of the passage.
        span: where its numeral stands in the report.
    """

    mention: QuantityMention
    span: Span

    @property
    def start(self) -> int:
        """Where its numeral begins in the passage."""
        return self.mention.start

    @property
    def end(self) -> int:
        """Where its unit ends in the passage."""
        return max(self.mention.end, self.mention.unit_end)

    @property
    def unit(self) -> str:
        """What it counts, in small letters."""
        return self.mention.unit.casefold()
