"""Write a report to a file, whose suffix says in which format."""

from __future__ import annotations

from os import PathLike
from pathlib import Path
from typing import Final

from danvan import formats
from danvan.errors import InvalidValueError, UnreadableFileError
from danvan.reports import Report

__all__ = ["write_report"]

_WANT: Final = "a Report; that of a Draft is draft.report"


def write_report(report: Report, path: str | PathLike[str]) -> None:
    """Write a report as ``.docx``, ``.html``, ``.md`` or ``.txt``.

    A file of that name is written over.

    Raises:
        InvalidValueError: something that is no report, such as a draft, which has one.
        UnreadableFileError: an unknown suffix, or a place that cannot be written to.
        MissingExtraError: the format needs a library that is not installed.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder, "bao_cao.txt")
    ...     write_report(Report("mẫu", kind="Báo cáo", title="tháng 9"), file)
    ...     print(file.read_text("utf-8"))
    BÁO CÁO
    tháng 9
    """
    if not isinstance(report, Report):
        raise InvalidValueError("write_report", type(report).__name__, _WANT)
    file = Path(path)
    module = formats.writer(file)
    try:
        module.write_file(report, file)
    except OSError as error:
        problem = error.strerror or str(error)
        raise UnreadableFileError(str(file), problem, "a place that can be written to") from error
