"""The tasks of a plan as an iCalendar file, which every calendar program reads (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from typing import Final

from danvan.reports.plan import Task

__all__ = ["to_icalendar"]

_LONGEST_LINE: Final = 75
_ESCAPES: Final = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


def to_icalendar(tasks: Iterable[Task], year: int, *, stamp: date) -> str:
    r"""Every stretch of time of every task as an event of whole days.

    A task whose time the plan leaves open has no day and is left out; find those
    by ``task.when.is_open``.

    Args:
        tasks: what is due.
        year: the year of the plan.
        stamp: the day the calendar speaks of as its own, usually that of the plan; the
            same plan gives the same file.

    >>> from danvan.reports.plan import Occurrence
    >>> task = Task("Tập huấn", Occurrence("Tháng 3", ((3, 3),)), "Ban Dân vận")
    >>> lines = to_icalendar([task], 2023, stamp=date(2023, 1, 16)).split("\r\n")
    >>> [line for line in lines if line.startswith(("DTSTART", "DTEND", "SUMMARY"))]
    ['DTSTART;VALUE=DATE:20230301', 'DTEND;VALUE=DATE:20230401', 'SUMMARY:Tập huấn']
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//danvan//plan//VI", "CALSCALE:GREGORIAN"]
    for number, task in enumerate(tasks):
        for first, last in task.when.days(year):
            lines += _event(task, number, first, last, stamp)
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _event(task: Task, number: int, first: date, last: date, stamp: date) -> Iterator[str]:
    summary = " ".join(task.what.split("\n"))
    key = sha256(f"{number}|{task.what}|{first}".encode()).hexdigest()[:32]
    told = [("Chủ trì", task.lead), ("Phối hợp", task.cooperating), ("Thời gian", task.when.text)]
    description = "\n".join(f"{name}: {words}" for name, words in told if words)
    yield "BEGIN:VEVENT"
    yield f"UID:{key}@danvan"
    yield f"DTSTAMP:{stamp:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{summary.translate(_ESCAPES)}"
    yield f"DESCRIPTION:{description.translate(_ESCAPES)}"
    yield "END:VEVENT"


def _folded(line: str) -> Iterator[str]:
    """A line in pieces of at most 75 bytes, no letter cut in two."""
    piece = ""
    size = 0
    for letter in line:
        bytes_ = len(letter.encode())
        if size + bytes_ > _LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece += letter
        size += bytes_
    yield piece
