"""Findings for the eye and for programs: terminal, JSON, SARIF and a web page.

Each takes an :class:`CheckResult`: the findings of one run, the papers that were
looked at, and the files that could not be read.

>>> from decimal import Decimal
>>> from danvan.findings import Findings, Source, Span, rules
>>> text = "Tổ chức 30 hội nghị, trong đó: 02 cấp huyện, 27 cấp xã."
>>> paper = Source("mau.txt", text)
>>> finding = rules()["DV201"].at(Span(8, 10, paper), Span(31, 33, paper), Span(45, 47, paper),
...     total="30", sum="29", difference=Decimal(-1))
>>> print(as_text(CheckResult(Findings((finding,))), "en"))
mau.txt:1:9: DV201 ERROR sum-mismatch
  the total is given as 30, but its parts add up to 29 (difference -1)
    1 │ Tổ chức 30 hội nghị, trong đó: 02 cấp huyện, 27 cấp xã.
      │         ^^                     ^^            ^^
<BLANKLINE>
1 error, 0 warnings, 0 notes
"""

from danvan.rendering.findings.check_result import CheckResult, Failure
from danvan.rendering.findings.data import as_data, json_text
from danvan.rendering.findings.page import as_html
from danvan.rendering.findings.sarif import as_sarif
from danvan.rendering.findings.text import as_text, summary

__all__ = [
    "CheckResult",
    "Failure",
    "as_data",
    "as_html",
    "as_sarif",
    "as_text",
    "json_text",
    "summary",
]
