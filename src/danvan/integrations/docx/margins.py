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

from danvan.integrations.docx.names import qn
from danvan.integrations.docx.word_file import WordFile
from danvan.reading.letterhead import read_letterhead
from danvan.reading.lines import lines
from danvan.reports import Paragraph, Report
from danvan.reports.inline import read_inline

__all__ = ["margins_of", "with_margins"]

_HEADER, _FOOTER = qn("w:headerReference"), qn("w:footerReference")
_PAGE_NUMBER: Final = re.compile(
    r"(?:(?:trang|page)\s*)?[-–\s]*[0-9ivxIVX]*[-–\s]*(?:/\s*[0-9]*)?", re.IGNORECASE
)


def margins_of(file: WordFile, *, head: bool) -> Iterator[Any]:
    """The headers and footers with words in them, each once.

    Args:
        file: the file.
        head: those that look like the head of a paper, or else the others.
    """
    seen: set[str] = set()
    for section in file.body.iter(qn("w:sectPr")):
        for element in _parts(file, section):
            words = "\n".join(_words(p) for p in element.iter(qn("w:p")))
            if words in seen or _PAGE_NUMBER.fullmatch(words.strip()):
                continue
            seen.add(words)
            if _is_head(words) is head:
                yield element


def _parts(file: WordFile, section: Any) -> Iterator[Any]:
    """The headers and footers that a section has of its own and shows on odd pages."""
    first = section.find(qn("w:titlePg"))
    own_first = first is not None and first.get(qn("w:val"), "1") not in {"0", "false", "off"}
    named = {
        (one.tag, one.get(qn("w:type"), "default")): file.relations.get(one.get(qn("r:id")))
        for one in section
        if one.tag in {_HEADER, _FOOTER}
    }
    default, first_page = "default", "first"
    order = [(_HEADER, default), (_FOOTER, default)]
    if own_first:
        order = [(_HEADER, first_page), *order, (_FOOTER, first_page)]
    for place in order:
        relation = named.get(place)
        if relation is not None:
            yield relation.read()


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
