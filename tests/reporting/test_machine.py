"""The way of a submission under every order of moves: nothing lost, nothing reordered."""

from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from danvan.errors import InvalidValueError
from danvan.reporting import State, standing

from .made_up import PARTIES, draft

STATES = st.sampled_from(State)
COUNTS = st.integers(0, 99).map(str)


class Way(RuleBasedStateMachine):
    """A submission beside a model of it: plain lists of what was done and sent."""

    @initialize(count=COUNTS)
    def begin(self, count):
        self.day = date(2026, 9, 15)
        self.one = draft(PARTIES[0], models__working=count)
        self.in_hand = self.one.observations
        self.states = [State.DRAFT]
        self.sent = []

    def _later(self, days):
        self.day += timedelta(days=days)
        return self.day

    @rule(state=STATES, days=st.integers(0, 3))
    def move(self, state, days):
        day = self._later(days)
        before = self.one
        if state in self.states[-1].next:
            self.one = before.moved(state, on=day, by="Văn phòng", reason="lý do")
            self.states.append(state)
            if state in (State.SENT, State.REVISED):
                self.sent.append(self.in_hand)
        else:
            with pytest.raises(InvalidValueError) as caught:
                before.moved(state, on=day, by="Văn phòng", reason="lý do")
            assert caught.value.want
        assert self.one.history[: len(before.history)] == before.history

    @rule(count=COUNTS)
    def put_in_other_figures(self, count):
        figures = draft(PARTIES[0], models__working=count).observations
        if self.states[-1] in (State.DRAFT, State.RETURNED):
            self.one = self.one.with_figures(figures)
            self.in_hand = figures
        else:
            with pytest.raises(InvalidValueError, match="or revise it"):
                self.one.with_figures(figures)

    @precondition(lambda self: State.REVISED in self.states[-1].next)
    @rule(count=COUNTS, days=st.integers(0, 3))
    def revise(self, count, days):
        figures = draft(PARTIES[0], models__working=count).observations
        self.one = self.one.revised(figures, on=self._later(days), by="Phó Bí thư", reason="sửa")
        self.states.append(State.REVISED)
        self.in_hand = figures
        self.sent.append(figures)

    @precondition(lambda self: len(self.states) > 1)
    @rule(days=st.integers(1, 5))
    def go_back_in_time(self, days):
        early = self.one.history[-1].on - timedelta(days=days)
        state = self.states[-1].next[0]
        with pytest.raises(InvalidValueError, match="on"):
            self.one.moved(state, on=early, by="x", reason="x")

    @invariant()
    def the_history_is_what_was_done(self):
        if hasattr(self, "one"):
            assert [event.state for event in self.one.history] == self.states[1:]
            assert [event.observations for event in self.one.sendings] == self.sent
            assert self.one.observations == self.in_hand

    @invariant()
    def a_total_stands_on_what_was_sent_last(self):
        if hasattr(self, "one"):
            counted = standing([self.one]).observations
            returned = self.states[-1] in (State.DRAFT, State.RETURNED)
            assert counted == (() if returned else self.sent[-1])

    @invariant()
    def every_day_can_be_seen_again(self):
        if hasattr(self, "one") and self.one.history:
            for event in self.one.history:
                known = self.one.as_of(event.on)
                assert known.history == tuple(e for e in self.one.history if e.on <= event.on)
                assert self.one.supersedes(known)


Way.TestCase.settings = settings(max_examples=30, stateful_step_count=15)
TestWay = pytest.mark.property(Way.TestCase)
