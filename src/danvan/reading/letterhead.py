"""Read the head of a paper: issuing bodies, number, place and date, marks of secrecy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from danvan.document_number import DocumentNumber
from danvan.errors import ParseError
from danvan.reading.lines import Line
from danvan.reading.looks import is_caps, is_rule
from danvan.reports import Extent, Letterhead, Repair

__all__ = ["columns", "find_date", "find_number", "read_letterhead"]

_MOTTO = re.compile(
    r"ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG (?:HÒA|HOÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    r"|Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc|ĐOÀN TNCS HỒ CHÍ MINH"
)
_COLUMNS = re.compile(
    rf"\t+|(?<! ) {{3,}}(?! )"
    rf"(?={_MOTTO.pattern}|[^\W\d_][^\t,0-9]{{1,40}}, ngày|T/M|TM\.|K/T|KT\.)"
)
_NUMBER_LINE = re.compile(r"Số(?=\W).*")
_SYMBOL = re.compile(
    r"(?P<serial>[0-9]{1,5}[a-zA-ZđĐ]?)\s?(?P<rest>(?:\s?[-–‑/]\s?[0-9A-Za-zÀ-ỹĐđÐð&.]+){1,8})"
)
_DATE = re.compile(
    r"(?P<from>ngày)\s+(?P<day>[0-9]{1,2})\s+tháng\s+(?P<month>[0-9]{1,2})\s+năm\s+(?P<year>[0-9]{4})"
    r"|(?:ngày\s+)?(?P<d>[0-9]{1,2})(?P<sign>[/.-])(?P<m>[0-9]{1,2})(?P=sign)(?P<y>[0-9]{4})"
)
_DATE_LINE = re.compile(
    r"(?:[^\W\d_][^,]{0,60},\s*)?ngày(?=\s)"
    r"(?:.{0,60}năm\b.{0,12}|\s{1,4}[0-9.…]{1,9}(?P<sign>[/.-])[0-9.…]{1,9}(?P=sign)[0-9]{4})"
)
_STAMP = re.compile(
    r"\(?(?:(?P<secrecy>(?:tuyệt |tối )?mật)"
    r"|(?P<urgency>(?:thượng )?khẩn|(?:hỏa|hoả) tốc(?: hẹn giờ)?)"
    r"|(?P<draft>(?:bản )?dự thảo|bản thảo)(?: (?:lần )?(?:thứ )?[0-9]{1,2})?)\)?"
)
"""Marks of secrecy, urgency and of a draft, in small letters."""


def columns(line: Line) -> Iterator[Line]:
    """The parts of a line that two columns of a head or foot were flattened into."""
    ends = [gap.span() for gap in _COLUMNS.finditer(line.text)]
    at = 0
    for start, end in (*ends, (len(line.text), 0)):
        if line.text[at:start].strip():
            yield line.part(at, start)
        at = end


def find_date(text: str, start: int = 0) -> tuple[date, Extent] | None:
    """The first full date in a text, and where it stands from "ngày" on."""
    for found in _DATE.finditer(text, start):
        parts = found["year"], found["month"], found["day"]
        if found["y"]:
            parts = found["y"], found["m"], found["d"]
        try:
            return date(*map(int, parts)), found.span()
        except ValueError:
            continue
    return None


def find_number(text: str, start: int = 0) -> tuple[DocumentNumber, Extent] | None:
    """The first number of a paper in a text, stray spaces and dashes set right."""
    for found in _SYMBOL.finditer(text, start):
        written = re.sub(r"\s*([-–‑/])\s*", r"\1", found.group())
        written = written.translate(str.maketrans("–‑Ðð", "--Đđ")).rstrip(".")
        if written[1:2] in {"-", "/"}:
            written = f"0{written}"
        try:
            return DocumentNumber.parse(written), found.span()
        except ParseError:
            continue
    return None


def read_letterhead(
    rows: Sequence[Line],
) -> tuple[Letterhead | None, tuple[Repair, ...], list[Line]]:
    """Read the lines above the kind of the paper; ``None`` where they are no head.

    Returns:
        The head, what was put right in it, and the lines that are no part of it.
    """
    unread: list[Line] = []
    bodies: list[str] = []
    motto: list[str] = []
    parts: dict[str, object] = {}
    for line in chain.from_iterable(map(columns, rows)):
        words = line.bare
        if _NUMBER_LINE.fullmatch(words) and "number_text" not in parts:
            parts |= _number(line)
        elif _DATE_LINE.fullmatch(words) and "date_text" not in parts:
            parts |= _place_and_date(line)
        elif _MOTTO.fullmatch(words):
            motto.append(words)
        elif stamp := _STAMP.fullmatch(words.lower()):
            parts[stamp.lastgroup or ""] = words
        elif is_caps(words):
            bodies.append(words)
        elif not is_rule(line.text):
            unread.append(line)
    if not (parts or bodies or motto):
        return None, (), unread
    *above, body = bodies or [""]
    parts |= {"body": body, "upper_body": " ".join(above), "motto": "\n".join(motto)}
    head = Letterhead(**parts, span=(rows[0].start, rows[-1].end))  # type: ignore[arg-type]  # by name
    if head.number and head.number_span and str(head.number) not in head.number_text:
        return head, (Repair("number", *head.number_span),), unread
    return head, (), unread


def _number(line: Line) -> dict[str, object]:
    words = line.bare
    parts: dict[str, object] = {"number_text": words}
    if found := find_number(words):
        parts["number"], span = found
        parts["number_span"] = line.place(*span)
    return parts


def _place_and_date(line: Line) -> dict[str, object]:
    words = line.bare
    place, comma, _ = words.partition(",")
    parts: dict[str, object] = {"date_text": words, "place": place.strip() if comma else ""}
    if found := find_date(words):
        parts["issued_on"], span = found
        parts["date_span"] = line.place(*span)
    return parts
