"""The head of a paper: its parts, its motto, place and date (DV501 to DV513)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from danvan.findings import Finding, Span, rules
from danvan.reading.letterhead import find_date
from danvan.reports import Letterhead, Report
from danvan.validation.form.near import one_apart
from danvan.validation.form.norms import form_norms, norm_of
from danvan.vietnamese.letters import fold, to_tone_style

__all__ = ["check_dates", "check_head"]

_COLUMN: Final = re.compile(r"[^\t\n\r]+?(?=[ \u00a0]{3,}|[\t\n\r]|\Z)")
_UNIT: Final = re.compile(
    r"(?:xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|tỉnh)\s+[^\W\d]", re.IGNORECASE
)
_DATE: Final = re.compile(
    r"ngày\s+(?P<day>[0-9]{1,2})(?P<between>\s+tháng\s+|/)(?P<month>[0-9]{1,2})"
    r"(?:\s+năm\s+|/)[0-9]{4}(?![\w/])"
)


def check_head(report: Report) -> Iterator[Finding]:
    """DV501, DV503, DV513: what a head lacks, its motto, its place.

    Under a motto stand the body, the number, place and date; where one of the three is
    wanting, that is a note.  Of a head that has less, the rest was lost where the text
    was copied, and a motto alone is lost there often.
    """
    head, norm = report.letterhead, norm_of(report)
    if head is None:
        return
    yield from _parts(report, head)
    yield from _mottos(report, head)
    if norm is not None and norm.places_without_unit and head.place and _UNIT.match(head.place):
        at = report.text.find(head.place, *head.span)
        if at >= 0:
            span = Span(at, at + len(head.place), report)
            yield rules()["DV513"].at(span, place=head.place, norm=norm.name)


def _parts(report: Report, head: Letterhead) -> Iterator[Finding]:
    parts = {
        "tên cơ quan": head.body,
        "số, ký hiệu": head.number_text or head.number,
        "địa danh, ngày tháng": head.date_text or head.place or head.issued_on,
    }
    lacking = [name for name, part in parts.items() if not part]
    if head.motto and len(lacking) == 1 and not head.draft:
        yield rules()["DV501"].at(_where(report), part=lacking[0])


def _where(report: Report) -> Span:
    """The kind of the paper, under which every reader looks first."""
    start, _ = report.heading_span
    return Span(start, min(start + len(report.kind), max(start, len(report.text))), report)


def _mottos(report: Report, head: Letterhead) -> Iterator[Finding]:
    """Lines of the head that are a motto but for a slip."""
    known = {motto for norm in form_norms() for motto in norm.motto}
    for line in _COLUMN.finditer(report.text, *head.span):
        written = line[0].strip("*_ \u00a0")
        plain = to_tone_style(re.sub(r"\s*[-–—]\s*", " - ", written), "hòa")
        motto = None if plain in known else _meant(plain, known)
        if motto is not None:
            start = line.start() + line[0].index(written)
            span = Span(start, start + len(written), report)
            yield rules()["DV503"].at(span, written=written, motto=motto).mended(motto)


def _meant(written: str, known: set[str]) -> str | None:
    """The motto that is written another way, or with one letter wrong."""
    for motto in known:
        same = fold(motto) == fold(written)
        if same or one_apart(motto.casefold(), written.casefold()):
            return motto
    return None


def check_dates(report: Report) -> Iterator[Finding]:
    """DV511, DV512: a zero before days 1 to 9 and before the months 1 and 2, and no other.

    In the date of the paper itself, where the norm sets it, zeros too many are told
    too; elsewhere only those that are wanting.
    """
    own, norm = _own_date(report), norm_of(report)
    for found in _DATE.finditer(report.text):
        day, between, month = found["day"], found["between"], found["month"]
        if not int(day) or not int(month):
            continue
        written, right = f"{day}{between}{month}", f"{_padded(day, 9)}{between}{_padded(month, 2)}"
        span = Span(found.start("day"), found.end("month"), report)
        if found.start() == own:
            if norm is not None and written != right:
                finding = rules()["DV511"].at(span, written=written, right=right, norm=norm.name)
                yield finding.mended(right)
        elif len(day) < len(_padded(day, 9)) or len(month) < len(_padded(month, 2)):
            right = f"{max(day, _padded(day, 9), key=len)}{between}"
            right += max(month, _padded(month, 2), key=len)
            yield rules()["DV512"].at(span, written=written, right=right).mended(right)


def _own_date(report: Report) -> int | None:
    head = report.letterhead
    if head is None or head.date_span is None or find_date(head.date_text) is None:
        return None
    return head.date_span[0]


def _padded(written: str, most: int) -> str:
    """A number as the norm has it, with a zero from 1 up to a number."""
    number = int(written)
    return f"{number:02d}" if number <= most else str(number)
