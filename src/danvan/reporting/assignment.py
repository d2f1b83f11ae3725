"""Assignments: what a plan or a directive orders to be done, by whom, when, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.document_number import DocumentNumber
from danvan.errors import InvalidValueError
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.quantities import Quantity, Ratio

__all__ = ["Assignment", "AssignmentState", "Evidence", "Outcome", "Progress", "progress"]


class Outcome(Word):
    """What a piece of evidence says of a task."""

    DONE = "đã thực hiện"
    IN_PROGRESS = "đang thực hiện"
    NOT_DONE = "chưa thực hiện"


class AssignmentState(Word):
    """Where a task stands on a day; the value is the word for it."""

    DONE = "hoàn thành"
    IN_PROGRESS = "đang thực hiện"
    NOT_DONE = "chưa hoàn thành"
    NOT_REPORTED = "không báo cáo"
    """It was to be done by now, and nothing is said of it; that is not "not done"."""
    NOT_YET_DUE = "chưa đến hạn"


@frozen
class Evidence:
    """What is known of one occurrence of a task, and from where.

    Attributes:
        occurrence: the time it was to be done in, one of the task's own.
        outcome: what it says.
        source: the paper or place it stands in, in words.
        known_on: the day it was known.
    """

    occurrence: Period = field(validator=_fields.instance(Period))
    outcome: Outcome = field(validator=_fields.instance(Outcome))
    source: str = field(validator=_fields.text)
    known_on: date = field(validator=_fields.day)


@frozen
class Assignment:
    """A task that was assigned, as it is followed up.

    Attributes:
        name: what is to be done.
        lead: who answers for it.
        occurrences: the times in which it is to be done, each by its last day: "Tháng
            3, 9" are two months; "theo văn bản chỉ đạo của tỉnh" is the year of the plan.
        support: who takes part, as the plan names them.
        asked_by: the paper that orders it, or ``None``.
        evidence: what is known of it, in any order.

    Raises:
        InvalidValueError: no occurrence, one twice, or evidence of one it does not have.
    """

    name: str = field(validator=_fields.text)
    lead: Organization = field(validator=_fields.instance(Organization))
    occurrences: tuple[Period, ...] = field(validator=_fields.tuple_of(Period))
    support: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    asked_by: DocumentNumber | None = field(
        default=None, validator=_fields.optional(_fields.instance(DocumentNumber))
    )
    evidence: tuple[Evidence, ...] = field(default=(), validator=_fields.tuple_of(Evidence))

    def __attrs_post_init__(self) -> None:
        if not self.occurrences or len(set(self.occurrences)) < len(self.occurrences):
            said = ", ".join(map(str, self.occurrences))
            raise InvalidValueError("Assignment.occurrences", said, "at least one, each once")
        for one in self.evidence:
            if one.occurrence not in self.occurrences:
                raise InvalidValueError(
                    "Assignment.evidence", str(one.occurrence), "one of its occurrences"
                )

    def state_of(self, occurrence: Period, on: date) -> AssignmentState:
        """Where one occurrence stands at the end of a day, by the latest evidence.

        Raises:
            InvalidValueError: it is none of the task.
        """
        if occurrence not in self.occurrences:
            raise InvalidValueError("occurrence of a task", str(occurrence), "one of its own")
        known = [one for one in self.evidence if one.occurrence == occurrence]
        known = sorted((e for e in known if e.known_on <= on), key=lambda one: one.known_on)
        latest = known[-1].outcome if known else None
        if latest is Outcome.DONE:
            return AssignmentState.DONE
        if on <= occurrence.last:
            underway = latest is Outcome.IN_PROGRESS
            return AssignmentState.IN_PROGRESS if underway else AssignmentState.NOT_YET_DUE
        if latest is None:
            return AssignmentState.NOT_REPORTED
        in_progress = latest is Outcome.IN_PROGRESS
        return AssignmentState.IN_PROGRESS if in_progress else AssignmentState.NOT_DONE

    def state(self, on: date) -> AssignmentState:
        """Where the whole of it stands: it is done when every occurrence is.

        Of those that are due the worst is told: not done, not reported, in progress.
        """
        states = {self.state_of(one, on) for one in self.occurrences}
        if states == {AssignmentState.DONE}:
            return AssignmentState.DONE
        worst = (
            AssignmentState.NOT_DONE,
            AssignmentState.NOT_REPORTED,
            AssignmentState.IN_PROGRESS,
        )
        if found := next((one for one in worst if one in states), None):
            return found
        return (
            AssignmentState.IN_PROGRESS
            if AssignmentState.DONE in states
            else AssignmentState.NOT_YET_DUE
        )

    def __str__(self) -> str:
        return self.name


@frozen
class Progress:
    """How many tasks stand in which state on a day.

    Attributes:
        counts: every state once, in order, with how many tasks stand in it.

    ``str()`` is the wording of a report: "hoàn thành 34/37 nhiệm vụ".
    """

    counts: tuple[tuple[AssignmentState, int], ...] = field(validator=_fields.tuple_of(tuple))

    def __getitem__(self, state: AssignmentState) -> int:
        return dict(self.counts)[state]

    @property
    def done(self) -> Ratio:
        """The tasks that are done, of all."""
        return Ratio(
            Quantity(self[AssignmentState.DONE]),
            Quantity(sum(count for _, count in self.counts), "nhiệm vụ"),
        )

    def __str__(self) -> str:
        others = "; ".join(
            f"{count} {state.value}"
            for state, count in self.counts
            if count and state is not AssignmentState.DONE
        )
        return f"hoàn thành {self.done}" + (f" ({others})" if others else "")


def progress(tasks: Iterable[Assignment], on: date) -> Progress:
    """Count tasks by where they stand at the end of a day."""
    counted = Counter(task.state(on) for task in tasks)
    return Progress(tuple((state, counted[state]) for state in AssignmentState))
