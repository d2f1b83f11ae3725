"""What stands in the margins of a Word file: page numbers, running titles, sometimes the head.

Headers and footers are kept apart from the text by Word.  One that looks like
the head of a paper belongs at its beginning; what else has words stands in the
remainder of the report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrs import evolve
from docx.document import Document
from docx.oxml.ns import qn

from danvan.reading.letterhead import read_letterhead
from danvan.reading.lines import lines
from danvan.reports import Paragraph, Report
from danvan.reports.inline import read_inline

__all__ = ["margins_of", "with_margins"]

_PAGE_NUMBER: Final = re.compile(
    r"(?:(?:trang|page)\s*)?[-–\s]*[0-9ivxIVX]*[-–\s]*(?:/\s*[0-9]*)?", re.IGNORECASE
)


def margins_of(document: Document, *, head: bool) -> Iterator[Any]:
    """The headers and footers with words in them, each once.

    Args:
        document: the document.
        head: those that look like the head of a paper, or else the others.
    """
    seen: set[str] = set()
    for section in document.sections:
        parts = [section.header, section.footer]
        if section.different_first_page_header_footer:
            parts = [section.first_page_header, *parts, section.first_page_footer]
        for part in parts:
            if part.is_linked_to_previous:
                continue
            element = part._element  # noqa: SLF001  # python-docx has no other name for it
            words = "\n".join(_words(p) for p in element.iter(qn("w:p")))
            if words in seen or _PAGE_NUMBER.fullmatch(words.strip()):
                continue
            seen.add(words)
            if _is_head(words) is head:
                yield element


def _words(paragraph: Any) -> str:
    return "".join(text.text or "" for text in paragraph.iter(qn("w:t")))


def _is_head(words: str) -> bool:
    found, _, _ = read_letterhead(list(lines(words)))
    return found is not None and (found.number_text, found.date_text) != ("", "")


def with_margins(report: Report, words: Sequence[str]) -> Report:
    """The report with lines from the margins of its pages behind everything else."""
    text = report.text
    found: list[Paragraph] = []
    for line in words:
        start = len(text) + 2
        text = f"{text}\n\n{line}"
        found.append(read_inline(text, [(start, len(text))])[0])
    return evolve(report, text=text, remainder=(*report.remainder, *found)) if found else report
