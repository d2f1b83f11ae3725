"""Submissions: the figures one organization sent for one period, and their history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Final

import attrs
from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError
from danvan.indicators import Observation
from danvan.organizations import Organization
from danvan.periods import Period

__all__ = ["Event", "State", "Submission", "standing"]


class State(Enum):
    """Where a submission stands on its way."""

    DRAFT = "dự thảo"
    SENT = "đã gửi"
    RECEIVED = "đã tiếp nhận"
    RETURNED = "trả lại để sửa"
    ACCEPTED = "đã chấp nhận"
    REVISED = "đã sửa đổi"


_MOVES: Final = {
    State.DRAFT: {State.SENT},
    State.SENT: {State.RECEIVED, State.RETURNED},
    State.RECEIVED: {State.RETURNED, State.ACCEPTED},
    State.RETURNED: {State.SENT},
    State.ACCEPTED: {State.REVISED},
    State.REVISED: {State.RECEIVED, State.RETURNED, State.ACCEPTED},
}
_COUNTED: Final = {State.SENT, State.RECEIVED, State.ACCEPTED, State.REVISED}


@frozen
class Event:
    """One step of a submission.

    Attributes:
        state: the state it moved to.
        on: the day.
        by: the post that did it, never a person's name.
        reason: why, where it was returned or revised.
    """

    state: State = field(validator=_fields.instance(State))
    on: date = field(validator=_fields.day)
    by: str = field(validator=_fields.text)
    reason: str = field(default="", validator=_fields.instance(str))


@frozen
class Submission:
    """What one organization reports for one period.

    Attributes:
        organization: the body that owes it.
        period: the period it is for.
        observations: its figures, each of this period; of the organization itself, of
            its parts, or of what it stands for.
        history: what became of it, oldest first; nothing is ever taken out.

    Raises:
        InvalidValueError: a figure of another period, or a history with a step that
            cannot be, or one that goes back in time.
    """

    organization: Organization = field(validator=_fields.instance(Organization))
    period: Period = field(validator=_fields.instance(Period))
    observations: tuple[Observation, ...] = field(
        default=(), validator=_fields.tuple_of(Observation)
    )
    history: tuple[Event, ...] = field(default=(), validator=_fields.tuple_of(Event))

    def __attrs_post_init__(self) -> None:
        for observation in self.observations:
            if observation.period != self.period:
                raise InvalidValueError(
                    "Submission.observations", str(observation.period), f"figures of {self.period}"
                )
        state, day = State.DRAFT, date.min
        for event in self.history:
            if event.state not in _MOVES[state]:
                allowed = ", ".join(sorted(s.name for s in _MOVES[state]))
                raise InvalidValueError(
                    "Submission.history", event.state.name, f"after {state.name}: {allowed}"
                )
            if event.on < day:
                raise InvalidValueError("Submission.history", event.on, f"a day from {day} on")
            state, day = event.state, event.on

    @property
    def state(self) -> State:
        """Where it stands now."""
        return self.history[-1].state if self.history else State.DRAFT

    @property
    def counts(self) -> bool:
        """Whether a total may stand on it: a draft or a returned one never counts."""
        return self.state in _COUNTED

    def moved(self, state: State, *, on: date, by: str, reason: str = "") -> Submission:
        """The same submission one step on.

        Raises:
            InvalidValueError: the step cannot follow the state it is in.
        """
        return attrs.evolve(self, history=(*self.history, Event(state, on, by, reason)))

    def with_figures(self, observations: Iterable[Observation]) -> Submission:
        """The same submission with other figures; its history stays."""
        return attrs.evolve(self, observations=tuple(observations))


def standing(submissions: Iterable[Submission]) -> tuple[Observation, ...]:
    """The figures that count: those of submissions that are neither drafts nor returned.

    Raises:
        InvalidValueError: two submissions of one organization for one period.
    """
    seen: set[tuple[str, Period]] = set()
    figures: list[Observation] = []
    for submission in submissions:
        key = submission.organization.code, submission.period
        if key in seen:
            raise InvalidValueError(
                "submissions", f"{key[0]}, {key[1]}", "one of an organization for a period"
            )
        seen.add(key)
        if submission.counts:
            figures += submission.observations
    return tuple(figures)
