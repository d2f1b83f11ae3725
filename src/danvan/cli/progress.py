"""How far a long run has come, for the person who waits at a terminal, and nobody else."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import Self, TextIO

from danvan.rendering.terminal import is_terminal, printable

__all__ = ["Progress"]

_WIDEST = 78


class Progress:
    """One line that is written over, and gone at the end.

    Into a pipe or a file nothing is written.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self.stream = stream or sys.stderr
        self.shown = is_terminal(self.stream)

    def tell(self, words: str) -> None:
        """Show what is being done now, cut to one line."""
        if not self.shown:
            return
        self.stream.write(f"\r\x1b[K{printable(words)[:_WIDEST]}")
        self.stream.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self.shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()
