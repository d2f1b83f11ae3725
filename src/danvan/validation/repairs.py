"""What reading put right in a paper, or could not, said to whoever will sign it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from danvan.findings import Finding, Span, rules
from danvan.reports import Report
from danvan.reports.inline import MARK, plain_mark

__all__ = ["check_repairs"]

_RULES: Final = {"no mark": "DV561", "no footnote": "DV562", "mark misprinted": "DV563"}
_LEGACY: Final = "from "
_MARK: Final = re.compile(MARK)
_WORD: Final = re.compile(r"\S+")


def check_repairs(report: Report) -> Iterator[Finding]:
    r"""DV561 to DV564: footnotes and marks that do not match, letters from before Unicode.

    A paragraph joined over a page break is none of the paper's faults.

    >>> from danvan.reading import parse_report
    >>> report = parse_report("BÁO CÁO\n\nI. KẾT QUẢ\n\nHọp 22 cuộc.\n\n[^3]: Xã 20.\n")
    >>> [(finding.code, finding.spans[0].text) for finding in check_repairs(report)]
    [('DV561', '[^3]')]
    """
    for repair in report.repairs:
        if repair.what in _RULES:
            mark = _MARK.match(report.text, repair.start)
            printed = mark.group() if mark else report.text[repair.start : repair.end]
            span = Span(repair.start, repair.start + len(printed), report)
            yield rules()[_RULES[repair.what]].at(span, mark=plain_mark(printed))
        elif repair.what.startswith(_LEGACY):
            word = _WORD.search(report.text, repair.start)
            span = Span(*(word.span() if word else (repair.start, repair.start)), report)
            yield rules()["DV564"].at(span, encoding=repair.what.removeprefix(_LEGACY))
