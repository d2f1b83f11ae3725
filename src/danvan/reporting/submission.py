"""Submissions: the figures one organization sent for one period, and their history."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

import attrs
from attrs import field, frozen

from danvan import _fields, notebook
from danvan._enums import Word
from danvan.document_number import DocumentNumber
from danvan.errors import InvalidValueError
from danvan.indicators import Observation
from danvan.organizations import Organization
from danvan.periods import Period

__all__ = ["Event", "State", "Submission"]


class State(Word):
    """Where a submission stands on its way; the value is the word for it."""

    DRAFT = "dự thảo"
    SENT = "đã gửi"
    RECEIVED = "đã tiếp nhận"
    RETURNED = "trả lại để sửa"
    ACCEPTED = "đã chấp nhận"
    REVISED = "đã gửi bản sửa"

    @property
    def counts(self) -> bool:
        """Whether a total may stand on a submission in this state."""
        return self not in _IN_HAND

    @property
    def next(self) -> tuple[State, ...]:
        """The states that may follow it."""
        return _MOVES[self]


_MOVES: Final = {
    State.DRAFT: (State.SENT,),
    State.SENT: (State.RECEIVED, State.RETURNED, State.REVISED),
    State.RECEIVED: (State.ACCEPTED, State.RETURNED, State.REVISED),
    State.RETURNED: (State.SENT,),
    State.ACCEPTED: (State.RETURNED, State.REVISED),
    State.REVISED: (State.RECEIVED, State.RETURNED, State.REVISED),
}
_IN_HAND: Final = (State.DRAFT, State.RETURNED)
_SENDINGS: Final = (State.SENT, State.REVISED)
_REASONED: Final = (State.RETURNED, State.REVISED)


@frozen
class Event:
    """One step of a submission.

    Attributes:
        state: the state it moved to; never back to a draft.
        on: the day.
        by: the post that did it, never a person's name.
        reason: why; needed where it was returned or revised.
        observations: the figures as they were sent with it; none with any other step.

    Raises:
        InvalidValueError: a return or a revision without a reason, figures with a step
            that sends none, or a step back to a draft.
    """

    state: State = field(validator=_fields.instance(State))
    on: date = field(validator=_fields.day)
    by: str = field(validator=_fields.text)
    reason: str = field(default="", validator=_fields.instance(str))
    observations: tuple[Observation, ...] = field(
        default=(), validator=_fields.tuple_of(Observation)
    )

    def __attrs_post_init__(self) -> None:
        if self.state is State.DRAFT:
            raise InvalidValueError("Event.state", self.state.name, "a step on from a draft")
        if self.state in _REASONED and not self.reason.strip():
            raise InvalidValueError("Event.reason", self.reason, f"why it is {self.state.name}")
        if self.observations and self.state not in _SENDINGS:
            raise InvalidValueError("Event.observations", self.state.name, "figures of a sending")

    @property
    def sends(self) -> bool:
        """Whether figures were sent with it."""
        return self.state in _SENDINGS

    def __str__(self) -> str:
        reason = f": {self.reason}" if self.reason else ""
        return f"{self.on:%d/%m/%Y} {self.state.value} ({self.by}){reason}"


@frozen
class Submission:
    """What one organization reports for one period.

    A draft is sent, received and accepted, or returned with the reason and sent
    again; the sender may send a revised one at any time.  Each sending keeps the
    figures it brought, so that nothing is ever overwritten.

    Attributes:
        organization: the body that reports.
        period: the period it is for.
        observations: its figures as they are now: those last sent, or, while it is a
            draft or was returned, those in hand.  Each is of this period; of the
            organization itself, of its parts, or of what it stands for.
        history: what became of it, oldest first; nothing is ever taken out.
        form: the code of the form it fills, or "".
        form_version: the version of that form, or 0.
        document: the number of the paper it came with, or ``None``.

    Raises:
        InvalidValueError: a figure of another period, a history with a step that
            cannot be or one that goes back in time, or figures other than those sent.
    """

    organization: Organization = field(validator=_fields.instance(Organization))
    period: Period = field(validator=_fields.instance(Period))
    observations: tuple[Observation, ...] = field(
        default=(), validator=_fields.tuple_of(Observation)
    )
    history: tuple[Event, ...] = field(default=(), validator=_fields.tuple_of(Event))
    form: str = field(default="", validator=_fields.instance(str))
    form_version: int = field(default=0, validator=_fields.whole(0))
    document: DocumentNumber | None = field(
        default=None, validator=_fields.optional(_fields.instance(DocumentNumber))
    )

    def __attrs_post_init__(self) -> None:
        sent = [one for event in self.history for one in event.observations]
        for one in (*self.observations, *sent):
            if one.period is not self.period and one.period != self.period:
                raise InvalidValueError(
                    "Submission.observations", str(one.period), f"figures of {self.period}"
                )
        state, day = State.DRAFT, date.min
        for event in self.history:
            if event.state not in state.next:
                allowed = ", ".join(one.name for one in state.next)
                raise InvalidValueError(
                    "Submission.history", event.state.name, f"after {state.name}: {allowed}"
                )
            if event.on < day:
                raise InvalidValueError("Submission.history", event.on, f"a day from {day} on")
            state, day = event.state, event.on
        if state.counts and self.observations != self.sendings[-1].observations:
            raise InvalidValueError(
                "Submission.observations", f"figures of one {state.name}", "those it was sent with"
            )

    @property
    def state(self) -> State:
        """Where it stands now."""
        return self.history[-1].state if self.history else State.DRAFT

    @property
    def counts(self) -> bool:
        """Whether a total may stand on it: a draft or a returned one never counts."""
        return self.state.counts

    @property
    def sendings(self) -> tuple[Event, ...]:
        """The steps with which figures were sent, oldest first."""
        return tuple(event for event in self.history if event.sends)

    @property
    def first_sent(self) -> date | None:
        """The day it was first sent, or ``None``: what makes it in time or late.

        One that came in time and was returned does not become late by that.
        """
        return self.sendings[0].on if self.sendings else None

    def moved(self, state: State, *, on: date, by: str, reason: str = "") -> Submission:
        """The same submission one step on; to send a revised one, see :meth:`revised`.

        Raises:
            InvalidValueError: the step cannot follow the state it is in, or lacks its reason.
        """
        figures = self.observations if state in _SENDINGS else ()
        return attrs.evolve(self, history=(*self.history, Event(state, on, by, reason, figures)))

    def with_figures(self, observations: Iterable[Observation]) -> Submission:
        """The same submission in hand with other figures; its history stays.

        Raises:
            InvalidValueError: it has been sent and not been returned.
        """
        if self.counts:
            raise InvalidValueError(
                "figures of a submission", self.state.name, "one in DRAFT or RETURNED; or revise it"
            )
        return attrs.evolve(self, observations=tuple(observations))

    def revised(
        self, observations: Iterable[Observation], *, on: date, by: str, reason: str
    ) -> Submission:
        """The same submission sent anew with other figures, by its sender's own will.

        Raises:
            InvalidValueError: it has not been sent, or was returned; or no reason is given.
        """
        figures = tuple(observations)
        event = Event(State.REVISED, on, by, reason, figures)
        return attrs.evolve(self, observations=figures, history=(*self.history, event))

    def as_of(self, day: date) -> Submission:
        """The submission as it was known at the end of a day.

        Of what was in hand before the first sending nobody knows: that draft is empty.
        """
        history = tuple(event for event in self.history if event.on <= day)
        if history == self.history:
            return self
        figures = next((one.observations for one in reversed(history) if one.sends), ())
        return attrs.evolve(self, observations=figures, history=history)

    def supersedes(self, other: Submission) -> bool:
        """Whether it is the same submission further on, or just as far."""
        same = (self.organization, self.period, self.form) == (
            other.organization,
            other.period,
            other.form,
        )
        if not same or self.history[: len(other.history)] != other.history:
            return False
        return len(self.history) > len(other.history) or self == other

    def _cells_(self) -> dict[str, object]:
        return {
            "Đơn vị": self.organization.full_name,
            "Thời gian": str(self.period),
            "Biểu": self.form,
            "Trạng thái": self.state.value,
            "Gửi lần đầu": self.first_sent,
            "Số liệu": len(self.observations),
        }

    def _repr_html_(self) -> str:
        figures = notebook.listing("", self.observations) if self.observations else ""
        return (
            notebook.record("", {**self._cells_(), "Văn bản": str(self.document or "")}) + figures
        )

    def __str__(self) -> str:
        return f"{self.organization}, {self.period}: {self.state.value}"
