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

from os import PathLike
from pathlib import Path

from danvan import formats
from danvan.errors import UnreadableFileError
from danvan.reading.corpus import Corpus
from danvan.reading.file_bytes import check_file
from danvan.reports import Report

__all__ = ["read_folder", "read_report"]


def read_report(path: str | PathLike[str]) -> Report:
    """Read a paper from a file, whose suffix says what is in it.

    Args:
        path: a ``.txt``, ``.md``, ``.docx`` or ``.pdf`` file.

    Returns:
        The report; of a ``.txt`` file, ``report.text`` is the exact text.

    Raises:
        UnreadableFileError: the file cannot be read as what its suffix says.
        MissingExtraError: its format needs a library that is not installed.
    """
    file = Path(path)
    check_file(file)
    report: Report = formats.reader(file).read_file(file)
    return report


def read_folder(path: str | PathLike[str]) -> Corpus:
    """Read every paper in a folder and the folders in it, in the order of their names.

    Files of other kinds are passed over; one that should be a paper and cannot
    be read is kept among the failures, and stops nothing.

    Raises:
        UnreadableFileError: there is no such folder.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise UnreadableFileError(str(folder), "no folder", "a folder of papers")
    reports: list[Report] = []
    failures: list[UnreadableFileError] = []
    known = formats.readable()
    for file in sorted(folder.rglob("*")):
        if file.suffix.casefold() not in known or file.name.startswith(("~$", ".")):
            continue
        try:
            reports.append(read_report(file))
        except UnreadableFileError as error:
            failures.append(error)
    return Corpus(tuple(reports), tuple(failures))
