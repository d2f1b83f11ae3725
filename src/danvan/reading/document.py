"""Read a whole paper: from its text to a :class:`~danvan.reports.Report`.

The text may be what an office published as plain text, what a program made of
a scan, or Markdown.  Page breaks are healed, footnotes go to their marks, and
every part keeps its place in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from attrs import evolve

from danvan.reading.annexes import read_annexes
from danvan.reading.closing import closing_start, read_closing
from danvan.reading.footnotes import Note, Separated, separate
from danvan.reading.letterhead import read_letterhead
from danvan.reading.lines import WHITE, Line, Unit, grouped, lines
from danvan.reading.looks import (
    footnote_start,
    is_caps,
    is_point,
    is_row,
    is_rule,
    parts,
)
from danvan.reading.structure import Anchors, read_body
from danvan.reports import Extent, Footnote, Repair, Report
from danvan.reports.inline import read_inline
from danvan.reports.numbering import ends_sentence, read_number
from danvan.vietnamese.letters import nfc

__all__ = ["parse_report"]

_ABSTRACT = re.compile(r"(?:V/v|Về việc|về việc)\s.*")
_ADDRESSED = re.compile(r"Kính (?:gửi|trình)\s*:\s*(?P<to>.*)")
_LAST_LINE_OF_HEAD = 40


def parse_report(text: str, *, name: str = "báo cáo") -> Report:
    """Read a paper from its text.

    Nothing in it raises: what is missing is ``None`` or empty, and what belongs
    nowhere stays in :attr:`Report.remainder`.

    Args:
        text: the whole paper, plain or in Markdown.
        name: what to call it in messages; put into NFC, without space around it.

    >>> report = parse_report('''
    ... BÁO CÁO
    ... công tác dân vận tháng 9 năm 2023
    ...
    ... I. KẾT QUẢ
    ...
    ... Tổ chức 22 cuộc đối thoại¹, có
    ...
    ... ¹ Cấp huyện 02, cấp xã 20.
    ...
    ... đông đảo Nhân dân tham dự.
    ... ''')
    >>> report.kind, report.title
    ('Báo cáo', 'công tác dân vận tháng 9 năm 2023')
    >>> report.sections[0].paragraphs[0].text
    'Tổ chức 22 cuộc đối thoại, có đông đảo Nhân dân tham dự.'
    >>> report.footnotes[0].text
    'Cấp huyện 02, cấp xã 20.'
    """
    rows = list(lines(text))
    head = _Head(text, rows)
    letterhead, head_repairs, unread = read_letterhead(rows[: head.start])
    title = head.title
    if not head.kind and unread and _ABSTRACT.fullmatch(unread[0].bare):
        title = unread.pop(0).bare
    rest = unread + rows[head.end :]
    foot = closing_start(rest)
    separated = separate(list(grouped(rest[:foot], parts)))
    recipients, signature, behind = read_closing(text, _without_notes(rest[foot:], separated))
    annexes, remainder = read_annexes(text, behind)
    body = read_body(text, separated.body)
    anchors = [*head.anchors, *body.anchors, *(mark for _, marks in annexes for mark in marks)]
    notes, repairs = _attached(text, separated.notes, anchors)
    repairs += (*head_repairs, *separated.repairs)
    return Report(
        name=nfc(name).strip() or "báo cáo",
        text=text,
        kind=head.kind,
        title=title,
        letterhead=letterhead,
        addressed_to=head.addressed_to,
        preamble=body.preamble,
        sections=body.sections,
        footnotes=notes,
        tables=body.tables,
        annexes=tuple(annex for annex, _ in annexes),
        recipients=recipients,
        signature=signature,
        remainder=remainder,
        repairs=tuple(sorted(repairs, key=_start)),
        heading_span=head.span,
    )


def _start(repair: Repair) -> int:
    return repair.start


class _Head:
    """Kind and title of a paper, and which lines they stand on.

    Attributes:
        start: the line of the kind, above which the letterhead stands.
        end: the first line of the body.
    """

    def __init__(self, text: str, rows: Sequence[Line]) -> None:
        self.kind = self.title = self.addressed_to = ""
        self.anchors: Anchors = []
        self.span: Extent = (0, 0)
        self.start = self.end = 0
        for at, line in enumerate(rows[:_LAST_LINE_OF_HEAD]):
            if read_number(line.text) and not is_rule(line.text):
                break
            addressed = _ADDRESSED.fullmatch(line.bare)
            if kind := _kind(line.bare):
                self._titled(text, rows, at, kind)
                break
            if addressed:
                self.addressed_to = addressed["to"]
                self.start, self.end = at, at + 1
                self.span = line.start, line.end
                break

    def _titled(self, text: str, rows: Sequence[Line], at: int, kind: str) -> None:
        self.kind, self.start = kind, at
        end = at + 1
        while end < len(rows) and _is_title(rows, at, end):
            end += 1
        whole, anchors = read_inline(text, Unit(tuple(rows[at:end])).places)
        self.title = nfc(whole.text).lstrip(f"#{WHITE}")[len(kind) :].strip()
        self.anchors += [(mark, at) for (_, mark), at in zip(whole.marks, anchors, strict=True)]
        while end < len(rows) and is_rule(rows[end].text):
            end += 1
        if end < len(rows) and (addressed := _ADDRESSED.fullmatch(rows[end].bare)):
            self.addressed_to = addressed["to"]
            end += 1
        self.end = end
        self.span = rows[at].start, rows[end - 1].end


def _is_title(rows: Sequence[Line], kind: int, at: int) -> bool:
    line = rows[at]
    words = line.bare
    if is_rule(line.text) or read_number(line.text) or _ADDRESSED.fullmatch(words) or not words:
        return False
    if line.gap == 1:
        return True
    plain = not (line.text.startswith("#") or is_point(words) or is_row(line.text))
    return at == kind + 1 and plain and not ends_sentence(words)


@cache
def _kinds() -> tuple[str, ...]:
    from danvan.directives.kinds import document_kinds

    names = {name for kind in document_kinds() for name in (kind.name, *kind.aliases)}
    return tuple(sorted(names, key=len, reverse=True))


def _kind(words: str) -> str:
    """The kind a line in capitals names at its beginning, or ""."""
    if not is_caps(words):
        return ""
    folded = f"{words.casefold()} "
    return next((name for name in _kinds() if folded.startswith(f"{name.casefold()} ")), "")


def _without_notes(rows: Sequence[Line], separated: Separated) -> list[Line]:
    """Take the footnotes out of the foot of a paper, where Markdown puts them."""
    kept: list[Line] = []
    last: Note | None = None
    for row in rows:
        start = footnote_start(Unit((row,)))
        if start:
            last = Note(*start, [[row]])
            separated.notes.append(last)
        elif last and row.indent > 1:
            last.units.append([row])
        else:
            last = None
            kept.append(row)
    return kept


def _attached(
    text: str, notes: Iterable[Note], anchors: Anchors
) -> tuple[tuple[Footnote, ...], list[Repair]]:
    """Give each footnote the first mark of its own that no other has."""
    free: dict[str, list[int]] = {}
    for mark, at in anchors:
        free.setdefault(mark, []).append(at)
    found: list[Footnote] = []
    repairs: list[Repair] = []
    for note in notes:
        first = note.units[0][0]
        rows = (evolve(first, start=first.start + note.skip), *note.units[0][1:])
        units = [Unit(rows), *(Unit(tuple(more)) for more in note.units[1:])]
        paragraphs = tuple(read_inline(text, unit.places)[0] for unit in units)
        waiting = free.get(note.mark)
        anchor = waiting.pop(0) if waiting else None
        if anchor is None:
            repairs.append(Repair("no mark", first.start, first.start + note.skip))
        span = first.start, units[-1].end
        found.append(Footnote(note.mark, paragraphs, anchor, span))
    for places in free.values():
        repairs.extend(Repair("no footnote", at, at + 1) for at in places)
    return tuple(found), repairs
