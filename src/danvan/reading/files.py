r"""Read a report from a file, or a whole folder of them.

>>> from tempfile import TemporaryDirectory
>>> with TemporaryDirectory() as folder:
...     _ = Path(folder, "bao_cao.txt").write_text("BÁO CÁO\nthử\n\nI. KẾT QUẢ", "utf-8")
...     _ = Path(folder, "hong.txt").write_bytes(b"\xff")
...     corpus = read_folder(folder)
>>> [report.kind for report in corpus], len(corpus.failures)
(['Báo cáo'], 1)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from os import PathLike
from pathlib import Path

from danvan import formats
from danvan.errors import InvalidValueError, UnreadableFileError
from danvan.reading.corpus import Corpus
from danvan.reading.corrections import Correction, corrections_beside
from danvan.reading.file_bytes import check_file
from danvan.reading.side_by_side import Progress, read_all
from danvan.reports import Report

__all__ = ["papers_in", "read_folder", "read_report"]


def read_report(path: str | PathLike[str]) -> Report:
    """Read a paper from a file, whose suffix says what is in it.

    Args:
        path: a ``.txt``, ``.md``, ``.docx``, ``.doc`` or ``.pdf`` file.

    Returns:
        The report; of a ``.txt`` file, ``report.text`` is the exact text, put into Unicode
        where it was TCVN3 or VNI.

    Raises:
        UnreadableFileError: the file cannot be read as what its suffix says.
        MissingExtraError: its format needs a library that is not installed.
    """
    file = Path(path)
    check_file(file)
    report: Report = formats.reader(file).read_file(file)
    return report


def read_folder(
    path: str | PathLike[str],
    *,
    processes: int | None = None,
    progress: Callable[[Progress], object] | None = None,
) -> Corpus:
    """Read every paper in a folder and the folders in it, in the order of their names.

    Files of other kinds are passed over; one that should be a paper and cannot
    be read is kept among the failures, and stops nothing.  The corrections that lie
    beside a paper are read with it.

    Args:
        path: the folder.
        processes: how many files to read at a time at most, each in a process of its own;
            left out, one, or as many as there are processors where that is sooner done.
            A script that asks for several does so under ``if __name__ == "__main__":``.
        progress: is called with a :class:`Progress` after each file; ``progress=print``
            prints ``3/12 bao_cao.docx``.

    Raises:
        UnreadableFileError: there is no such folder.
        InvalidValueError: fewer processes than one.
    """
    if processes is not None and processes < 1:
        raise InvalidValueError("processes", processes, "1 or more")
    reports: list[Report] = []
    corrections: list[tuple[Correction, ...]] = []
    failures: list[UnreadableFileError] = []
    files = list(papers_in(path))
    outcomes = read_all(read_report, files, processes=processes, watcher=progress)
    for file, outcome in zip(files, outcomes, strict=True):
        if isinstance(outcome, UnreadableFileError):
            failures.append(outcome)
            continue
        reports.append(outcome)
        try:
            corrections.append(corrections_beside(file))
        except UnreadableFileError as error:
            failures.append(error)
            corrections.append(())
    return Corpus(tuple(reports), tuple(failures), tuple(corrections))


def papers_in(path: str | PathLike[str]) -> Iterator[Path]:
    """The files in a folder, and in the folders in it, that may be papers, in order.

    Raises:
        UnreadableFileError: there is no such folder.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise UnreadableFileError(str(folder), "no folder", "a folder of papers")
    known = formats.readable()
    for file in sorted(folder.rglob("*")):
        paper = file.suffix.casefold() in known and not file.name.startswith(("~$", "."))
        if paper and not file.is_dir():
            yield file
