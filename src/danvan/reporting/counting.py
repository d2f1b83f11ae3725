"""Standing figures: what may be counted, and on which submissions a total stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import field, frozen

from danvan import _fields
from danvan.indicators import Observation
from danvan.periods import Period
from danvan.reporting.submission import Submission

__all__ = ["Standing", "standing", "weighed"]

_submissions = _fields.tuple_of(Submission)


@frozen
class Standing:
    """Submissions sorted by whether a total may stand on them; none is ever dropped.

    Attributes:
        counted: sent, received, accepted or revised, the latest of each.
        left_out: drafts, and those that were returned.
        superseded: earlier copies of one that is further on, and the same one twice.
        conflicting: several of one organization, period and form of which none
            continues the others; nobody can tell which is right, so none counts.

    ``str()`` says what a total stands on, as a foot of a table would.
    """

    counted: tuple[Submission, ...] = field(default=(), validator=_submissions)
    left_out: tuple[Submission, ...] = field(default=(), validator=_submissions)
    superseded: tuple[Submission, ...] = field(default=(), validator=_submissions)
    conflicting: tuple[Submission, ...] = field(default=(), validator=_submissions)

    @property
    def observations(self) -> tuple[Observation, ...]:
        """The figures that count."""
        return tuple(one for submission in self.counted for one in submission.observations)

    def __add__(self, other: Standing) -> Standing:
        """The standing of all submissions of both."""
        if not isinstance(other, Standing):
            return NotImplemented
        return standing((*self._all(), *other._all()))

    def _all(self) -> tuple[Submission, ...]:
        return (*self.counted, *self.left_out, *self.superseded, *self.conflicting)

    def __str__(self) -> str:
        states = Counter(one.state.value for one in self.counted)
        lines = [f"tính trên {len(self.counted)} báo cáo"]
        if states:
            lines[0] += f" ({', '.join(f'{count} {name}' for name, count in states.items())})"
        for name, members in (
            ("không tính", self.left_out),
            ("bản đã được thay thế", self.superseded),
            ("trùng, cần làm rõ", self.conflicting),
        ):
            if members:
                told = (f"{one.organization} ({one.state.value})" for one in members)
                lines.append(f"{name}: {', '.join(told)}")
        return "; ".join(lines)


def standing(submissions: Iterable[Submission], on: date | None = None) -> Standing:
    """Sort submissions by whether a total may stand on them.

    The outcome does not depend on their order, nor on how they came together.

    Args:
        submissions: all there are, copies too.
        on: take them as they were known at the end of this day; without it, as they are.
    """
    by_key: dict[tuple[Period, str, str], list[Submission]] = {}
    for one in submissions:
        known = one if on is None else one.as_of(on)
        key = (known.period, known.organization.code, known.form)
        by_key.setdefault(key, []).append(known)
    return weighed(by_key[key] for key in sorted(by_key))


def weighed(reports: Iterable[Sequence[Submission]]) -> Standing:
    """The standing of several reports, each with all the copies there are of it."""
    counted: list[Submission] = []
    left_out: list[Submission] = []
    superseded: list[Submission] = []
    conflicting: list[Submission] = []
    for report in reports:
        copies = sorted(report, key=_how_far) if len(report) > 1 else report
        latest = copies[-1]
        if all(latest.supersedes(one) for one in copies):
            superseded += copies[:-1]
            (counted if latest.counts else left_out).append(latest)
        else:
            conflicting += copies
    return Standing(tuple(counted), tuple(left_out), tuple(superseded), tuple(conflicting))


def _how_far(submission: Submission) -> tuple[int, str]:
    return len(submission.history), repr(submission)
