"""A whole round under every order of events, beside a model of plain numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from danvan.aggregation import consolidate
from danvan.reporting import DutyState, State, open_round, timeliness

from .made_up import NINE, PARTIES, REGIME, TREE, figure
from .made_up import draft as full_draft

COMMUNES = st.sampled_from(PARTIES[:4])
COUNTS = st.integers(0, 50)


def draft(who, count):
    """A draft with one figure; the rest of the form is not looked at here."""
    return full_draft(who).with_figures([figure("propaganda.sessions", str(count), who)])


class Season(RuleBasedStateMachine):
    """What is in hand, what stands, and when it was first sent, commune by commune."""

    @initialize()
    def begin(self):
        self.day = date(2026, 9, 10)
        self.reports, self.in_hand, self.stands, self.first = {}, {}, {}, {}

    @rule(days=st.integers(1, 4))
    def time_goes_on(self, days):
        self.day += timedelta(days=days)

    @rule(who=COMMUNES, count=COUNTS)
    def fill_in(self, who, count):
        one = self.reports.get(who)
        if one is None or not one.counts:
            figures = draft(who, count).observations
            self.reports[who] = one.with_figures(figures) if one else draft(who, count)
            self.in_hand[who] = count

    @rule(who=COMMUNES)
    def send(self, who):
        one = self.reports.get(who)
        if one is not None and State.SENT in one.state.next:
            self.reports[who] = one.moved(State.SENT, on=self.day, by="Phó Bí thư")
            self.stands[who] = self.in_hand[who]
            self.first.setdefault(who, self.day)

    @rule(who=COMMUNES)
    def send_back(self, who):
        one = self.reports.get(who)
        if one is not None and State.RETURNED in one.state.next:
            self.reports[who] = one.moved(State.RETURNED, on=self.day, by="Văn phòng", reason="sai")
            del self.stands[who]

    @precondition(lambda self: self.stands)
    @rule(who=COMMUNES, count=COUNTS)
    def revise(self, who, count):
        if who in self.stands:
            figures = draft(who, count).observations
            self.reports[who] = self.reports[who].revised(
                figures, on=self.day, by="Phó Bí thư", reason="bổ sung"
            )
            self.stands[who] = self.in_hand[who] = count

    @invariant()
    def the_total_is_that_of_what_stands(self):
        if not hasattr(self, "reports"):
            return
        came = open_round(REGIME, TREE, NINE, self.reports.values(), on=self.day)
        found = consolidate(came, TREE, to="ban_mai.party")
        if self.stands:
            total = found.totals["propaganda.sessions"]
            assert total.value.value == sum(self.stands.values())
            assert set(total.reported) == set(self.stands)
        else:
            assert not len(found.totals)
        assert set(came.missing) == set(PARTIES) - set(self.stands)

    @invariant()
    def every_duty_stands_as_it_should(self):
        if not hasattr(self, "reports"):
            return
        came = open_round(REGIME, TREE, NINE, self.reports.values())
        [row] = timeliness(came.duties, self.day)
        assert row.owed == 8
        assert row.met == len(self.stands)
        late = {who for who in self.stands if self.first[who] > date(2026, 9, 16)}
        assert {d.organization for d in came.in_state(DutyState.LATE, self.day)} == late
        out = set(self.first) - set(self.stands)
        assert {d.organization for d in came.in_state(DutyState.RETURNED, self.day)} == out


Season.TestCase.settings = settings(max_examples=20, stateful_step_count=15)
TestSeason = pytest.mark.property(Season.TestCase)
