r"""Where offsets of a text stand, in lines and columns.

Made once for a text and asked for each finding, so that a long paper with many
findings is not counted through again for each of them.

>>> lines = Lines("Một\nhai 𝐁a 3")
>>> lines.line(9), lines.column(9), lines.utf16_column(9)
(2, 6, 7)
>>> lines.extent(2)
(4, 12)
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import Final

from danvan.findings import Text

__all__ = ["AllLines", "Lines"]

_PAIRS: Final = re.compile("[\U00010000-\U0010ffff]")


class Lines:
    """The lines of one text; a line ends with a line feed, as in :class:`~danvan.findings.Span`."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]
        self.pairs = [found.start() for found in _PAIRS.finditer(text)]

    def line(self, at: int) -> int:
        """The line an offset is on, counted from 1."""
        return bisect_right(self.starts, at)

    def column(self, at: int) -> int:
        """The column of an offset in code points, counted from 1."""
        return at - self.starts[self.line(at) - 1] + 1

    def utf16_column(self, at: int) -> int:
        """The column of an offset in UTF-16 code units, counted from 1, as editors count."""
        start = self.starts[self.line(at) - 1]
        return at - start + 1 + bisect_left(self.pairs, at) - bisect_left(self.pairs, start)

    def extent(self, line: int) -> tuple[int, int]:
        """Where a line begins and ends, without its line end."""
        start = self.starts[line - 1]
        end = self.starts[line] - 1 if line < len(self.starts) else len(self.text)
        return start, end - 1 if end > start and self.text[end - 1] == "\r" else end


class AllLines:
    """The lines of several texts, each counted when it is first asked for."""

    def __init__(self) -> None:
        self._known: dict[int, Lines] = {}

    def of(self, paper: Text) -> Lines:
        """The lines of a paper."""
        if id(paper) not in self._known:
            self._known[id(paper)] = Lines(paper.text)
        return self._known[id(paper)]
