"""Read many files, several at a time where that is sooner done than one after another.

A paper in text takes some hundredths of a second, a Word file a tenth, a PDF one
or two, and an old Word file two or three, most of it spent in LibreOffice.  To
start processes takes half a second, and is worth it for a folder of PDFs but
not for one of texts.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Final

from attrs import frozen

from danvan.errors import MissingExtraError, UnreadableFileError
from danvan.reports import Report

__all__ = ["Progress", "Read", "Watcher", "read_all"]

Read = Callable[[Path], Report]
Outcome = Report | UnreadableFileError

_SECONDS_A_MEGABYTE: Final = {".txt": 0.4, ".md": 0.4, ".docx": 1.3, ".pdf": 10.0}
_SECONDS_A_FILE: Final = {".doc": 2.5}
_WORTH_IT: Final = 2.0
"""Seconds of work from which on processes are started."""


@frozen
class Progress:
    """How far the reading of a folder is.

    Attributes:
        done: how many files are behind.
        total: how many there are.
        path: the one that was read last.

    >>> str(Progress(3, 12, Path("bao_cao.docx")))
    '3/12 bao_cao.docx'
    """

    done: int
    total: int
    path: Path

    def __str__(self) -> str:
        return f"{self.done}/{self.total} {self.path.name}"


Watcher = Callable[[Progress], object]


def read_all(
    read: Read, files: Sequence[Path], *, processes: int | None, watcher: Watcher | None
) -> list[Outcome]:
    """Read every file; the report, or the error, of each in the order of the files.

    Args:
        read: reads one file; a function of a module, for processes find it by its name.
        files: the files.
        processes: at most so many; ``None`` leaves it to what there is to do.
        watcher: is told about each file when it is done.
    """
    outcomes: dict[Path, Outcome] = {}
    context = _context(explicit=processes is not None)
    many = _processes(files, processes) if context else 1
    if context is None or many < 2:
        found: Iterator[tuple[Path, Outcome]] = ((file, _outcome(read, file)) for file in files)
    else:
        found = _in_processes(read, files, context, many)
    for file, outcome in found:
        outcomes[file] = outcome
        if watcher:
            watcher(Progress(len(outcomes), len(files), file))
    return [outcomes[file] for file in files]


def _outcome(read: Read, file: Path) -> Outcome:
    try:
        return read(file)
    except UnreadableFileError as error:
        return error
    except MissingExtraError as error:
        problem = "needs {package}"
        want = "python -m pip install 'danvan[{extra}]'"
        parts = {"package": error.package, "extra": error.extra}
        return UnreadableFileError(str(file), problem, want, **parts)


def _in_processes(
    read: Read, files: Sequence[Path], context: BaseContext, many: int
) -> Iterator[tuple[Path, Outcome]]:
    """Those that take longest first, so that none is waited for at the end."""
    with ProcessPoolExecutor(many, mp_context=context) as pool:
        waiting: dict[Future[Outcome], Path] = {
            pool.submit(_outcome, read, file): file
            for file in sorted(files, key=_seconds, reverse=True)
        }
        for future in as_completed(waiting):
            file = waiting[future]
            try:
                yield file, future.result()
            except BrokenProcessPool:
                problem = "the process that should read it has ended"
                want = "a smaller file"
                yield file, UnreadableFileError(str(file), problem, want)


def _processes(files: Sequence[Path], wanted: int | None) -> int:
    if wanted is not None:
        return min(wanted, len(files))
    worth_it = sum(map(_seconds, files)) > _WORTH_IT
    return min(os.cpu_count() or 1, len(files)) if worth_it else 1


def _seconds(file: Path) -> float:
    """About how long a file takes."""
    suffix = file.suffix.casefold()
    try:
        size = file.stat().st_size
    except OSError:
        size = 0
    return _SECONDS_A_FILE.get(suffix, 0) + _SECONDS_A_MEGABYTE.get(suffix, 1) * size / 1e6


def _context(*, explicit: bool) -> BaseContext | None:
    """How to start processes here, if that can be done without running the user's script again."""
    if "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    interactive = not hasattr(sys.modules["__main__"], "__file__")
    return multiprocessing.get_context("spawn") if interactive or explicit else None
