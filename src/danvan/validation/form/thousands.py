"""Counts of a thousand and more without dots, in a paper that elsewhere has them (DV572)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from danvan.findings import Finding, Span, rules
from danvan.quantities.unit import match_unit
from danvan.reports import Report
from danvan.vietnamese.numbers import format_number

__all__ = ["check_thousands"]

# The look behind comes after the first digit, so that the search can skip to digits.
_DOTTED: Final = re.compile(r"[1-9](?<![\w.,/].)[0-9]{0,2}(?:\.[0-9]{3})+(?![\w.,/]*[0-9])")
_BARE: Final = re.compile(r"[1-9](?<![\w.,/:–\-+].)[0-9]{3,8}(?=[ \u00a0])")
_NAMING: Final = re.compile(
    r"(?:số|năm|tháng|Điều|điện thoại|ĐT|tài khoản)\s*:?\s*\Z", re.IGNORECASE
)
_BEFORE: Final = 20
_YEARS: Final = range(1900, 2101)
_REACH: Final = 60


def check_thousands(report: Report) -> Iterator[Finding]:
    """DV572: a count such as 12500 with a unit behind it, where others are written 12.500.

    Years, numbers of papers and whatever follows "số" are let be.
    """
    text = report.text
    if not _DOTTED.search(text):
        return
    for found in _BARE.finditer(text):
        number, start, end = int(found[0]), *found.span()
        before = text[max(0, start - _BEFORE) : start]
        if number in _YEARS or _NAMING.search(before):
            continue
        if match_unit(text[end : end + _REACH]) is not None:
            right = format_number(number)
            span = Span(start, end, report)
            yield rules()["DV572"].at(span, written=found[0], right=right).mended(right)
