"""Reports and plans as documents: head, sections, footnotes, recipients, signature.

The parts are those that HD 36-HD/VPTW, HD 05-HD/VPTW and Nghị định
30/2020/NĐ-CP give a paper.  Each is optional, for published papers have lost
some, and each knows where it stands in the text it was read from.

>>> from danvan.reports import Report, Section
>>> report = Report("mẫu", kind="Báo cáo", title="công tác dân vận tháng 9 năm 2023",
...                 sections=(Section("I.", "KẾT QUẢ", ("Tổ chức **05** hội nghị.",)),))
>>> for section in report:
...     print(section.title)
I. KẾT QUẢ
"""

from danvan.reports.closing import Recipient, Signature
from danvan.reports.composing import composed
from danvan.reports.footnote import Footnote
from danvan.reports.letterhead import Letterhead
from danvan.reports.paragraph import Emphasis, Extent, Paragraph
from danvan.reports.report import Annex, Repair, Report
from danvan.reports.section import Section
from danvan.reports.table import Cell, Table

__all__ = [
    "Annex",
    "Cell",
    "Emphasis",
    "Extent",
    "Footnote",
    "Letterhead",
    "Paragraph",
    "Recipient",
    "Repair",
    "Report",
    "Section",
    "Signature",
    "Table",
    "composed",
]
