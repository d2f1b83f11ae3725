"""The tasks of a plan as an iCalendar file, which every calendar program reads (RFC 5545)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from danvan._files import writable
from danvan.reports.plan import Task

if TYPE_CHECKING:
    from danvan.reporting.working_days import WorkingDays

__all__ = ["to_icalendar"]

_LONGEST_LINE: Final = 75
_BREAK: Final = re.compile(r"\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
_ESCAPES: Final = str.maketrans({"\\": r"\\", ";": r"\;", ",": r"\,", "\n": r"\n"})


def to_icalendar(
    tasks: Iterable[Task], year: int, *, stamp: date, working_days: WorkingDays | None = None
) -> str:
    r"""Every stretch of time of every task as an event of whole days.

    A task whose time the plan leaves open has no day and is left out; find those
    by ``task.when.is_open``.

    Args:
        tasks: what is due.
        year: the year of the plan.
        stamp: the day the calendar speaks of as its own, usually that of the plan; the
            same plan gives the same file.
        working_days: if given, an event is the one day by which a thing is due: the last
            working day of its stretch.

    Raises:
        InvalidValueError: a day that the calendar of working days does not know.

    >>> from danvan.reporting import working_days
    >>> from danvan.reports.plan import Occurrence
    >>> task = Task("Tập huấn", Occurrence("Tháng 2", ((2, 2),)), "Ban Dân vận")
    >>> def lines_of_days(calendar):
    ...     return [line for line in calendar.splitlines() if "VALUE=DATE" in line]
    >>> lines_of_days(to_icalendar([task], 2026, stamp=date(2026, 1, 19)))
    ['DTSTART;VALUE=DATE:20260201', 'DTEND;VALUE=DATE:20260301']
    >>> year = working_days()["vietnam_2026"]
    >>> lines_of_days(to_icalendar([task], 2026, stamp=date(2026, 1, 19), working_days=year))
    ['DTSTART;VALUE=DATE:20260227', 'DTEND;VALUE=DATE:20260228']
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//danvan//plan//VI", "CALSCALE:GREGORIAN"]
    alike: Counter[tuple[str, str, date]] = Counter()
    for task in tasks:
        for first, last in task.when.days(year):
            event = task.what, task.lead, first
            alike[event] += 1
            key = sha256(writable(f"{event}{alike[event]}").encode()).hexdigest()[:32]
            due = working_days.on_or_before(last) if working_days else None
            lines += [
                "BEGIN:VEVENT",
                f"UID:{key}@danvan",
                f"DTSTAMP:{stamp:%Y%m%d}T000000Z",
                f"DTSTART;VALUE=DATE:{due or first:%Y%m%d}",
                f"DTEND;VALUE=DATE:{(due or last) + timedelta(days=1):%Y%m%d}",
                *_told(task),
                "END:VEVENT",
            ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _told(task: Task) -> Iterator[str]:
    told = [("Chủ trì", task.lead), ("Phối hợp", task.cooperating), ("Thời gian", task.when.text)]
    description = "\n".join(f"{name}: {words}" for name, words in told if words)
    summary = " ".join(_plain(task.what).split())
    yield f"SUMMARY:{summary.translate(_ESCAPES)}"
    yield f"DESCRIPTION:{_plain(description).translate(_ESCAPES)}"


def _plain(text: str) -> str:
    """A text without what RFC 5545 lets no value hold, its lines ended alike."""
    return _CONTROL.sub("\ufffd", _BREAK.sub("\n", writable(text)))


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
