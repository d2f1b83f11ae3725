"""Read what stands behind the signature: annexes, or a remainder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from danvan.reading.letterhead import find_date, find_number
from danvan.reading.lines import Line, grouped
from danvan.reading.looks import is_caps, is_rule, parts
from danvan.reading.structure import Anchors, read_body
from danvan.reports import Annex, Paragraph
from danvan.reports.inline import read_inline

__all__ = ["read_annexes"]

_TITLE = re.compile(r"(?:PHỤ LỤC|Phụ lục|BIỂU|Biểu)(?=\s|\Z).{0,80}")
_ATTACHED = re.compile(r"\(?\s*(?P<words>(?:Ban hành k|K)èm theo\s.{1,300}?)\s*\)?")


def read_annexes(
    text: str, rows: Sequence[Line]
) -> tuple[list[tuple[Annex, Anchors]], tuple[Paragraph, ...]]:
    """Annexes, each with the footnote marks in it, or else plain paragraphs.

    An annex begins with "PHỤ LỤC" or with the line that ties it to its paper
    ("Kèm theo Kế hoạch số ...") and the lines in capitals above that.
    """
    starts = list(_starts(rows))
    if not starts:
        return [], _paragraphs(text, rows)
    ends = [*starts[1:], len(rows)]
    annexes = [_annex(text, rows[start:end]) for start, end in zip(starts, ends, strict=True)]
    return annexes, _paragraphs(text, rows[: starts[0]])


def _starts(rows: Sequence[Line]) -> Iterator[int]:
    """The lines an annex begins at."""
    tied = False
    ties: list[bool] = []
    for row in reversed(rows):
        tied = bool(_ATTACHED.fullmatch(row.bare)) or (tied and is_caps(row.bare))
        ties.append(tied)
    above = ""
    for at, (row, is_tied) in enumerate(zip(rows, reversed(ties), strict=True)):
        titled = bool(_TITLE.fullmatch(above))
        if _TITLE.fullmatch(row.bare) or (is_tied and not is_caps(above) and not titled):
            yield at
        above = row.bare


def _annex(text: str, rows: Sequence[Line]) -> tuple[Annex, Anchors]:
    title: list[str] = []
    parts_: dict[str, object] = {}
    at = 0
    while at < len(rows):
        words = rows[at].bare
        tied = _ATTACHED.fullmatch(words)
        if tied:
            parts_ |= _tied(rows[at], tied["words"])
            at += 1
            break
        if not (is_caps(words) or _TITLE.fullmatch(words)):
            break
        title.append(words)
        at += 1
    while at < len(rows) and is_rule(rows[at].text):
        at += 1
    body = read_body(text, list(grouped(list(rows[at:]), parts)))
    annex = Annex(
        " ".join(title),
        paragraphs=body.preamble,
        sections=body.sections,
        tables=body.tables,
        span=(rows[0].start, rows[-1].end),
        **parts_,  # type: ignore[arg-type]  # by name
    )
    return annex, body.anchors


def _tied(line: Line, words: str) -> dict[str, object]:
    found: dict[str, object] = {"attached_to": words}
    offset = line.bare.index(words)
    if number := find_number(words):
        found["number"], (start, end) = number
        found["number_span"] = line.place(offset + start, offset + end)
    if day := find_date(words):
        found["issued_on"], (start, end) = day
        found["date_span"] = line.place(offset + start, offset + end)
    return found


def _paragraphs(text: str, rows: Sequence[Line]) -> tuple[Paragraph, ...]:
    units = grouped([row for row in rows if not is_rule(row.text)], parts)
    return tuple(read_inline(text, unit.places)[0] for unit in units)
