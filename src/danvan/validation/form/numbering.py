"""Numbers of sections and footnotes that leave one out, come twice or jump (DV541 to DV565)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from attrs import frozen

from danvan.errors import DanvanError
from danvan.findings import Finding, Span, rules
from danvan.reports import Report, Section
from danvan.vietnamese.headings import LETTERS, HeadingKind, HeadingNumber
from danvan.vietnamese.roman import format_roman

__all__ = ["check_footnotes", "check_sections", "check_title"]

_TAIL: Final = re.compile(r"[\s.)/–-]+\Z")
_D: Final = LETTERS.index("d") + 1


def check_title(report: Report) -> Iterator[Finding]:
    """DV541: a paper with a head that says what kind it is, but not what about."""
    start, end = report.heading_span
    if report.letterhead and report.kind and not report.title and end > start:
        yield rules()["DV541"].at(Span(start, end, report), kind=report.kind)


@frozen
class _Numbered:
    """A section with its number read."""

    section: Section
    kind: HeadingKind
    path: tuple[int, ...]

    @property
    def last(self) -> int:
        return self.path[-1]

    def written(self, number: int) -> str:
        """How another of the same kind would be numbered."""
        if self.kind is HeadingKind.ROMAN:
            return format_roman(number)
        if self.kind is HeadingKind.LETTER:
            return LETTERS[number - 1 : number]
        return ".".join(map(str, (*self.path[:-1], number)))


def check_sections(report: Report) -> Iterator[Finding]:
    """DV551 to DV554: numbers of sections that leave one out, come twice or jump.

    DV551: one number is left out and is nowhere in the text between.  DV552: a number
    comes twice.  DV553: other jumps, a note.  DV554: a number that belongs under
    another section, a note.  A list that begins again at 1 is a new list.
    """
    yield from _among(report, report.sections, None)
    for annex in report.annexes:
        yield from _among(report, annex.sections, None)


def _among(
    report: Report, sections: Sequence[Section], above: _Numbered | None
) -> Iterator[Finding]:
    before: _Numbered | None = None
    for section in sections:
        this = _read(section)
        if this is not None and before is not None:
            yield from _step(report, before, this)
        if this is not None and above is not None:
            yield from _under(report, above, this)
        before = this
        yield from _among(report, section.sections, this)


def _read(section: Section) -> _Numbered | None:
    try:
        number = HeadingNumber.parse(_TAIL.sub("", section.number))
    except DanvanError:
        return None
    return _Numbered(section, number.kind, number.path) if number.path else None


def _step(report: Report, before: _Numbered, this: _Numbered) -> Iterator[Finding]:
    if before.kind is not this.kind or before.path[:-1] != this.path[:-1]:
        return
    one, other = before.last, this.last
    if other == one + 1 or (other == 1 and one > 1):
        return
    spans = _place(report, this), _place(report, before)
    if other == one > 1:
        yield rules()["DV552"].at(*spans, number=this.section.number)
        return
    missing = before.written(one + 1)
    if not _is_dropped_letter(this, one) and not _stands_between(report, before, this, missing):
        yield rules()["DV551" if other == one + 2 else "DV553"].at(
            *spans, missing=missing, before=before.section.number, number=this.section.number
        )


def _is_dropped_letter(this: _Numbered, one: int) -> bool:
    """Whether a list of points goes from d to e, as many do."""
    return this.kind is HeadingKind.LETTER and (one, this.last) == (_D, _D + 2)


def _stands_between(report: Report, before: _Numbered, this: _Numbered, missing: str) -> bool:
    """Whether the number left out stands in the text, only not read as that of a section.

    There is no number behind the last letter, so nothing is left out there.
    """
    if not missing:
        return True
    between = report.text[before.section.heading_span[0] : this.section.heading_span[0]]
    letters = "[Il1]" * len(missing) if set(missing) == {"I"} else re.escape(missing)
    return bool(re.search(rf"(?<![\w.,/]){letters}(?:\s?[-–.)/]|\s|\*)", between))


def _under(report: Report, above: _Numbered, this: _Numbered) -> Iterator[Finding]:
    nested = this.kind is above.kind is HeadingKind.ARABIC and len(this.path) == len(above.path) + 1
    if nested and this.path[:-1] != above.path:
        yield rules()["DV554"].at(
            _place(report, this),
            _place(report, above),
            number=this.section.number,
            above=above.section.number,
        )


def _place(report: Report, numbered: _Numbered) -> Span:
    """The number of a section, where it stands."""
    start, end = numbered.section.heading_span
    at = report.text.find(numbered.section.number, start, end)
    first = start if at < 0 else at
    return Span(first, min(end, first + len(numbered.section.number)), report)


def check_footnotes(report: Report) -> Iterator[Finding]:
    """DV565: footnotes that leave a number out, a note.

    Of a text that was copied without its footnotes nothing is said.
    """
    if not any(note.anchor is not None for note in report.footnotes):
        return
    marks = {note.mark for note in report.footnotes}
    numbered = [note for note in report.footnotes if note.mark.isdecimal()]
    for before, this in pairwise(numbered):
        missing = str(int(before.mark) + 1)
        if int(this.mark) == int(before.mark) + 2 and missing not in marks:
            span = Span(this.span[0], this.span[0] + len(this.mark), report)
            yield rules()["DV565"].at(span, missing=missing, before=before.mark, number=this.mark)
