"""Where the command writes to: the terminal, or a file that is none of its sources."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from pathlib import Path

from danvan.errors import UnreadableFileError

__all__ = ["guard", "put", "real"]


def put(words: str, output: str | None) -> None:
    """Print words, or write them to a file; a table for spreadsheets says it is UTF-8.

    Raises:
        UnreadableFileError: a place that cannot be written to.
    """
    if output is None:
        print(words, end="\n" if words else "")
        return
    path = Path(output)
    encoding = "utf-8-sig" if path.suffix.casefold() == ".csv" else "utf-8"
    try:
        path.write_text(f"{words}\n", encoding, "backslashreplace", newline="\n")
    except (OSError, ValueError) as error:
        problem = getattr(error, "strerror", None) or str(error)
        raise UnreadableFileError(output, problem, "a place that can be written to") from error


def real(path: str | Path) -> str:
    """Where a path leads to; a name no system would have leads nowhere else."""
    try:
        return os.path.realpath(path)
    except ValueError:
        return str(path)


def guard(
    sources: Iterable[str | Path], targets: Iterable[str | None], options: argparse.Namespace
) -> None:
    """Let nothing be written over that is to be read, and nothing twice.

    Raises:
        UsageError: one of the targets is one of the sources, or another target.
    """
    read = {real(source) for source in sources}
    written: set[str] = set()
    for target in filter(None, targets):
        if real(target) in read:
            raise options.wrong("{file} would be written over", file=target)
        if real(target) in written:
            raise options.wrong("{file} would be written twice", file=target)
        written.add(real(target))
