"""Reports and tables for the eye: plain text, Markdown, HTML, and files of them.

The words are those of the report; the layout is that which
HD 36-HD/VPTW and Nghị định 30/2020/NĐ-CP give a paper, as far as the format has one.

>>> from danvan.reports import Report, Section
>>> report = Report("mẫu", kind="Báo cáo", title="tháng 9 năm 2023",
...                 sections=(Section("I.", "KẾT QUẢ", ("Đối thoại **22** cuộc.",)),))
>>> print(to_markdown(report))
# BÁO CÁO
**tháng 9 năm 2023**
<BLANKLINE>
## I. KẾT QUẢ
<BLANKLINE>
Đối thoại **22** cuộc.
"""

from danvan.rendering.calendar import to_icalendar
from danvan.rendering.files import write_report
from danvan.rendering.html import to_html
from danvan.rendering.markdown import to_markdown
from danvan.rendering.plain import to_text
from danvan.rendering.tables import (
    format_table,
    table_to_csv,
    table_to_html,
    table_to_markdown,
)

__all__ = [
    "format_table",
    "table_to_csv",
    "table_to_html",
    "table_to_markdown",
    "to_html",
    "to_icalendar",
    "to_markdown",
    "to_text",
    "write_report",
]
