"""Find where a report judges its own work, by the headings over it.

A heading counts by the words it begins with: "Nhiệm vụ trọng tâm" names tasks,
"Kết quả thực hiện nhiệm vụ" does not.  "Hạn chế và nguyên nhân" names two, and
the headings under it decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from danvan.reports import Report, Section
from danvan.reports.assessment import Assessment, assessment_kinds
from danvan.vietnamese.letters import fold

__all__ = ["find_assessments", "kinds_of_heading"]

_PARTS: Final = re.compile(r"[,;:]| va ")
_BEFORE: Final = re.compile(r"(?:mot so|nhung|cac|ve|danh gia)\s+")


@cache
def _words() -> tuple[tuple[str, str], ...]:
    """The words a heading begins with, each with its kind."""
    return tuple(
        (fold(word), kind.code)
        for kind in assessment_kinds()
        for word in (kind.name, *kind.aliases)
    )


def kinds_of_heading(heading: str) -> tuple[str, ...]:
    """The codes of the kinds a heading names.

    >>> kinds_of_heading("Hạn chế, khuyết điểm và nguyên nhân")
    ('weakness', 'cause')
    >>> kinds_of_heading("Nguyên nhân của hạn chế, tồn tại")
    ('cause',)
    >>> kinds_of_heading("Kết quả thực hiện nhiệm vụ")
    ()
    """
    named, _, _ = fold(heading).partition(" cua ")
    found: list[str] = []
    for part in _PARTS.split(named):
        words = _BEFORE.sub("", part.strip(), count=1)
        found += [code for word, code in _words() if re.match(rf"{word}\b", words)]
    return tuple(dict.fromkeys(found))


def find_assessments(report: Report) -> Iterator[Assessment]:
    """Every paragraph of a report that stands under a heading of assessment, in order.

    >>> report = Report("mẫu", sections=(
    ...     Section("1.", "Ưu điểm", ("Nhân dân đồng thuận.",)),
    ...     Section("2.", "Hạn chế và nguyên nhân", sections=(
    ...         Section("2.1.", "Hạn chế", ("Chất lượng chưa cao.",)),)),))
    >>> [(item.kinds, str(item)) for item in find_assessments(report)]
    [(('strength',), 'Nhân dân đồng thuận.'), (('weakness',), 'Chất lượng chưa cao.')]
    """
    for section in report.sections:
        yield from _under(section, (), "")


def _under(section: Section, kinds: tuple[str, ...], title: str) -> Iterator[Assessment]:
    if section.heading:
        kinds = kinds_of_heading(section.heading) or kinds
        title = section.title
    if kinds:
        for paragraph in section.paragraphs:
            number = "" if section.heading else section.number
            yield Assessment(kinds, paragraph, title, number)
    for part in section.sections:
        yield from _under(part, kinds, title)
