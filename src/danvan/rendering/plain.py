"""A report as plain text, the way offices publish it on their pages."""

from __future__ import annotations

from pathlib import Path

from danvan._files import write_text
from danvan.reports import Report, composed

__all__ = ["to_text", "write_file"]


def to_text(report: Report) -> str:
    """The report as plain text: footnote marks raised, emphasis left out.

    The footnotes stand under a rule at the end of the body.  See
    :func:`danvan.reports.composed` for the same text with every part placed in it.

    >>> from danvan.reports import Footnote, Section
    >>> report = Report("mẫu", kind="Báo cáo", title="tháng 9 năm 2023",
    ...     sections=(Section("I.", "KẾT QUẢ", ("Đối thoại 22 cuộc[^1].",)),),
    ...     footnotes=(Footnote("1", ("Cấp huyện 02, cấp xã 20.",)),))
    >>> print(to_text(report))
    BÁO CÁO
    tháng 9 năm 2023
    <BLANKLINE>
    I. KẾT QUẢ
    <BLANKLINE>
    Đối thoại 22 cuộc¹.
    <BLANKLINE>
    _____
    <BLANKLINE>
    ¹ Cấp huyện 02, cấp xã 20.
    """
    return composed(report).text


def write_file(report: Report, path: Path) -> None:
    """Write the report to a text file in UTF-8."""
    write_text(path, f"{to_text(report)}\n")
