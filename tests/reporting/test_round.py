"""One round: who owes, what came, what is refused; the roster and the tables of a day."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan import Organizations, Period
from danvan.errors import InvalidValueError
from danvan.indicators import indicators
from danvan.reporting import By, DutyState, Line, Regime, State, open_round, roster, timeliness
from danvan.testing import strategies as dst

from .made_up import FORM, NINE, PARTIES, REGIME, TREE, draft, returned, sent

ON = date(2026, 9, 18)
SESSIONS = indicators()["propaganda.sessions"]
OTHER = "ban_mai.communes.suoi_la.front"


def opened(*submissions, regime=REGIME, **changes):
    return open_round(regime, TREE, NINE, submissions, **changes)


class TestDuties:
    def test_who_owes_what_to_whom(self):
        found = opened()
        assert found.owing == tuple(sorted(PARTIES, key=[*TREE].index))
        assert str(found.duties[0]) == (
            "Báo cáo công tác dân vận, 9 tháng năm 2026: Đảng ủy phường Ban Mai, hạn 16/09/2026"
        )
        assert found.duties[0].route.to == TREE["ban_mai.party"]
        assert found.missing == found.owing

    @pytest.mark.parametrize(("on", "state"), [
        (date(2026, 9, 14), DutyState.NOT_YET_DUE), (date(2026, 9, 15), DutyState.DUE),
        (date(2026, 9, 16), DutyState.DUE), (date(2026, 9, 17), DutyState.OVERDUE),
    ])  # fmt: skip
    def test_nothing_came(self, on, state):
        assert {duty.state(on) for duty in opened().duties} == {state}
        assert {duty.state(on) for duty in opened(draft(PARTIES[0])).duties} == {state}

    def test_in_time_late_and_returned(self):
        late = sent(PARTIES[1], on=date(2026, 9, 17))
        found = opened(sent(PARTIES[0]), late, returned(PARTIES[2]))
        states = {duty.organization: duty.state(ON) for duty in found.duties}
        assert [states[one] for one in PARTIES[:3]] == [
            DutyState.IN_TIME, DutyState.LATE, DutyState.RETURNED]  # fmt: skip
        assert found.in_state(DutyState.LATE, date(2026, 9, 16)) == ()

    def test_the_last_day_is_in_time(self):
        duty = opened(sent(PARTIES[0], on=date(2026, 9, 16))).duties[0]
        assert duty.state(ON) is DutyState.IN_TIME

    def test_who_was_closed_before_the_figures_were_owes_nothing(self):
        district = Organizations.shipped("tam_duong")
        regime = Regime("Báo cáo", (Line("tam_duong.women", "tam_duong.party"),), REGIME.cadences)
        assert len(open_round(regime, district, Period.year(2024)).duties) == 1
        assert open_round(regime, district, Period.year(2025)).duties == ()

    def test_sent_again_after_a_return_it_is_in_time(self):
        again = returned(PARTIES[0]).moved(State.SENT, on=date(2026, 9, 25), by="Phó Bí thư")
        [duty] = [d for d in opened(again).duties if d.submission]
        assert duty.state(date(2026, 9, 25)) is DutyState.IN_TIME
        assert duty.state(date(2026, 9, 24)) is DutyState.RETURNED

    def test_late_is_counted_in_working_days(self):
        week = REGIME.working_days
        late = opened(sent(PARTIES[0], on=date(2026, 9, 21))).duties[0]  # a Monday
        assert late.delay(date(2026, 9, 30), week) == 3
        assert late.delay(ON, week) == 2
        assert opened(sent(PARTIES[0])).duties[0].delay(ON, week) == 0
        assert opened().duties[0].delay(date(2026, 9, 14), week) == 0

    def test_a_regime_that_asks_for_no_such_period(self):
        with pytest.raises(InvalidValueError, match="nine_months or year"):
            open_round(REGIME, TREE, Period.month(2026, 9))


class TestBadInput:
    def test_not_owed(self):
        one = sent(TREE[OTHER])
        found = opened(one)
        assert (found.refused, found.standing.observations) == ((one,), ())
        assert [f.code for f in found.findings] == ["DV621"]

    def test_of_a_body_that_is_no_longer_there(self):
        district = Organizations.shipped("tam_duong")
        regime = Regime("Báo cáo", (Line("tam_duong.women", "tam_duong.party"),), REGIME.cadences)
        one = attrs.evolve(sent(district["tam_duong.women"]), form="", form_version=0)
        found = open_round(regime, district, NINE, [one])
        assert found.duties == ()
        assert found.refused == (one,)
        assert found.findings[0].code == "DV622"
        assert found.findings[0].message() == (
            "Hội Liên hiệp Phụ nữ huyện Tam Đường, 9 tháng năm 2026: gửi “Báo cáo” "
            "nhưng ngày 30/09/2026 đơn vị không hoạt động")  # fmt: skip

    def test_a_period_that_does_not_match(self):
        window = REGIME.window(NINE)
        one = draft(PARTIES[0], period=window).moved(State.SENT, on=ON, by="Phó Bí thư")
        found = opened(one)
        assert found.refused == (one,)
        assert [f.code for f in found.findings] == ["DV623"]

    def test_another_round_or_form_is_put_aside(self):
        year = draft(PARTIES[0], period=Period.year(2026))
        other = attrs.evolve(sent(PARTIES[0]), form="funds")
        found = opened(year, other, sent(PARTIES[0]))
        assert found.elsewhere == (year, other)
        assert len(found.standing.counted) == 1
        assert not found.findings

    def test_a_form_of_another_version_is_flagged_and_kept(self):
        old = attrs.evolve(sent(PARTIES[0]), form_version=1)
        found = opened(old)
        assert found.standing.counted == (old,)
        assert [f.code for f in found.findings] == ["DV611"]

    def test_the_same_one_twice(self):
        found = opened(sent(PARTIES[0]), sent(PARTIES[0]))
        assert [f.code for f in found.findings] == ["DV624"]
        assert len(found.standing.observations) == len(sent(PARTIES[0]).observations)

    def test_two_different_ones(self):
        found = opened(sent(PARTIES[0]), sent(PARTIES[0], models__working="7"))
        assert [f.code for f in found.findings] == ["DV625"]
        assert PARTIES[0] in found.missing
        assert found.duties[0].state(ON) is DutyState.UNCLEAR
        assert found.duties[0].state(date(2026, 9, 14)) is DutyState.NOT_YET_DUE

    def test_one_under_two_forms_is_not_counted_twice(self):
        without = attrs.evolve(sent(PARTIES[0]), form="", form_version=0)
        found = opened(sent(PARTIES[0]), without)
        assert not found.standing.counted
        assert [f.code for f in found.findings] == ["DV625"]

    def test_a_wrong_sum_is_found_before_anybody_counts_on_it(self):
        found = opened(sent(PARTIES[0], models__registered="14"))
        assert [(f.code, f.difference) for f in found.findings] == [("DV615", -2)]
        assert not opened(draft(PARTIES[0], models__registered="14")).findings  # still in hand

    def test_as_it_was_known_on_a_day(self):
        found = opened(returned(PARTIES[0]), on=date(2026, 9, 16))
        assert len(found.standing.counted) == 1
        assert found.duties[0].state(date(2026, 9, 16)) is DutyState.IN_TIME


class TestRoster:
    def test_what_has_begun_by_the_day(self):
        monthly = attrs.evolve(
            REGIME, name="Báo cáo tháng", cadences=(type(NINE.cadence).MONTH,), forms=()
        )
        found = roster([monthly, REGIME], TREE, date(2026, 2, 1))
        assert {(d.report, str(d.period)) for d in found} == {
            ("Báo cáo tháng", "tháng 1 năm 2026"), ("Báo cáo tháng", "tháng 2 năm 2026"),
            ("Báo cáo công tác dân vận", "9 tháng năm 2026"),
            ("Báo cáo công tác dân vận", "năm 2026")}  # fmt: skip
        assert [d.due for d in found] == sorted(d.due for d in found)
        states = {
            (str(d.period), d.state(date(2026, 2, 1))) for d in found if d.report == "Báo cáo tháng"
        }
        assert states == {
            ("tháng 1 năm 2026", DutyState.OVERDUE),
            ("tháng 2 năm 2026", DutyState.NOT_YET_DUE),
        }

    def test_later_only(self):
        found = roster([REGIME], TREE, ON, since=ON)
        assert {str(d.period) for d in found} == {"9 tháng năm 2026", "năm 2026"}
        found = roster([REGIME], TREE, date(2026, 10, 1), since=date(2026, 10, 1))
        assert {str(d.period) for d in found} == {"năm 2026"}
        with pytest.raises(InvalidValueError):
            roster([REGIME], TREE, ON, since=date(2027, 1, 1))


class TestTables:
    def test_by_period(self):
        found = opened(
            sent(PARTIES[0]), sent(PARTIES[1], on=date(2026, 9, 17)), returned(PARTIES[2])
        )
        [row] = timeliness(found.duties, ON)
        assert str(row) == (
            "9 tháng năm 2026: 2/8 (quá hạn, chưa gửi 5, bị trả lại, chưa gửi lại 1, "
            "đúng hạn 1, gửi chậm 1)")  # fmt: skip
        assert (str(row.coverage), str(row.in_time), row[DutyState.LATE]) == ("2/8", "1/8", 1)

    def test_by_organization(self):
        rows = timeliness(roster([REGIME], TREE, ON), ON, By.ORGANIZATION)
        assert [row.owed for row in rows] == [2] * 8


STATES = st.lists(
    st.sampled_from(PARTIES).flatmap(lambda who: dst.submissions(organization=who, period=NINE, indicator=SESSIONS))
    .map(lambda one: attrs.evolve(one, form=FORM.code, form_version=FORM.version)),
    max_size=8,
)  # fmt: skip


@pytest.mark.property
@settings(max_examples=25)
@given(STATES, st.integers(-5, 40))
def test_coverage_adds_up_to_those_who_owe_and_nothing_is_lost(submissions, days):
    on = date(2026, 9, 14) + timedelta(days=days)
    found = opened(*submissions)
    for by in By:
        rows = timeliness(found.duties, on, by)
        assert sum(row.owed for row in rows) == len(found.duties) == 8
        assert sum(row.met for row in rows) == sum(d.state(on).is_met for d in found.duties)
    assert timeliness(found.duties, date(2100, 1, 1))[0].met == len(found.standing.counted)
    assert len(found.missing) + len(found.standing.counted) == len(found.owing)
    kept = found.standing
    everything = (*kept.counted, *kept.left_out, *kept.superseded, *kept.conflicting,
                  *found.refused, *found.elsewhere)  # fmt: skip
    assert sorted(map(repr, everything)) == sorted(map(repr, submissions))
