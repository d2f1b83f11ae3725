"""Tasks and goals of a plan, and new figures beside old ones."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan import Organizations, Period, Quantity
from danvan.errors import InvalidValueError
from danvan.reporting import (
    Assignment,
    AssignmentState,
    Evidence,
    Goal,
    GoalState,
    Outcome,
    beside,
    progress,
)

from .made_up import NINE, PARTIES, figure

BODY = Organizations.shipped("tam_duong")["tam_duong.mobilization"]
MARCH, SEPTEMBER = Period.month(2023, 3), Period.month(2023, 9)
END = date(2023, 12, 31)


def evidence(occurrence, outcome=Outcome.DONE, on=END):
    return Evidence(occurrence, outcome, "báo cáo năm", on)


def training(*found):
    return Assignment("Tập huấn về công tác dân vận", BODY, (MARCH, SEPTEMBER), evidence=found)


class TestTask:
    @pytest.mark.parametrize(("found", "on", "state"), [
        ((), date(2023, 3, 31), AssignmentState.NOT_YET_DUE),
        ((), date(2023, 4, 1), AssignmentState.NOT_REPORTED),
        ((evidence(MARCH, on=date(2023, 4, 5)),), date(2023, 4, 4), AssignmentState.NOT_REPORTED),
        ((evidence(MARCH, on=date(2023, 4, 5)),), date(2023, 4, 5), AssignmentState.IN_PROGRESS),
        ((evidence(MARCH),), END, AssignmentState.NOT_REPORTED),
        ((evidence(MARCH), evidence(SEPTEMBER)), END, AssignmentState.DONE),
        ((evidence(MARCH), evidence(SEPTEMBER, Outcome.NOT_DONE)), END, AssignmentState.NOT_DONE),
        ((evidence(MARCH), evidence(SEPTEMBER, Outcome.IN_PROGRESS)), END, AssignmentState.IN_PROGRESS),
    ])  # fmt: skip
    def test_where_it_stands(self, found, on, state):
        assert training(*found).state(on) is state

    def test_the_latest_evidence_counts(self):
        early = evidence(MARCH, Outcome.NOT_DONE, date(2023, 4, 1))
        late = evidence(MARCH, on=date(2023, 9, 6))
        assert training(late, early).state_of(MARCH, END) is AssignmentState.DONE
        assert training(late, early).state_of(MARCH, date(2023, 5, 1)) is AssignmentState.NOT_DONE

    def test_refusals(self):
        with pytest.raises(InvalidValueError, match="at least one"):
            Assignment("x", BODY, ())
        with pytest.raises(InvalidValueError, match="one of its occurrences"):
            training(evidence(Period.month(2023, 4)))
        with pytest.raises(InvalidValueError, match="one of its own"):
            training().state_of(Period.year(2023), END)

    def test_progress_in_the_words_of_a_report(self):
        done = Assignment("a", BODY, (MARCH,), evidence=(evidence(MARCH),))
        found = progress([done] * 34 + [training()] * 3, END)
        assert str(found) == "hoàn thành 34/37 nhiệm vụ (3 không báo cáo)"
        assert found.done.percent(1) == Quantity.parse("91,9%").value

    @pytest.mark.property
    @settings(max_examples=40)
    @given(st.lists(st.lists(st.tuples(st.sampled_from([MARCH, SEPTEMBER]), st.sampled_from(Outcome),
                                       st.dates(date(2023, 1, 1), END)), max_size=4), max_size=6),
           st.dates(date(2023, 1, 1), END))  # fmt: skip
    def test_every_task_stands_somewhere_once(self, found, on):
        tasks = [training(*(Evidence(o, what, "x", day) for o, what, day in one)) for one in found]
        counted = progress(tasks, on)
        assert sum(count for _, count in counted.counts) == len(tasks)
        assert counted[AssignmentState.DONE] == sum(
            t.state(on) is AssignmentState.DONE for t in tasks
        )


class TestGoal:
    @pytest.mark.parametrize(("target", "actual", "state"), [
        ("trên 85%", "88,5%", GoalState.MET), ("95% trở lên", "92,7%", GoalState.NOT_MET),
        ("01 - 02 mô hình", "02 mô hình", GoalState.MET), ("01 - 02 mô hình", "0 mô hình", GoalState.NOT_MET),
        ("100%", "trên 90%", GoalState.OPEN), ("100%", None, GoalState.NOT_REPORTED),
    ])  # fmt: skip
    def test_results(self, target, actual, state):
        result = Goal("x", Quantity.parse(target)).result(actual and Quantity.parse(actual))
        assert result.state is state

    def test_another_unit_is_refused(self):
        with pytest.raises(InvalidValueError):
            Goal("x", Quantity.parse("85%")).result(Quantity.parse("12 xã"))


class TestBeside:
    def test_last_period_and_last_year(self):
        who = PARTIES[0]
        q2, q1, last = Period.quarter(2026, 2), Period.quarter(2026, 1), Period.quarter(2025, 2)
        now = figure("petitions.received", "10", who, q2)
        earlier = [figure("petitions.received", "7", who, q1),
                   figure("petitions.received", "14", who, last),
                   figure("petitions.received", "99", PARTIES[1], q1)]  # fmt: skip
        [found] = beside([now], earlier)
        assert str(found.since_previous) == "tăng 3 đơn so với quý I năm 2026"
        assert str(found.since_last_year) == "giảm 4 đơn so với quý II năm 2025"

    def test_nobody_can_tell(self):
        who = PARTIES[0]
        now = figure("propaganda.sessions", "trên 40", who)
        [found] = beside(
            [now], [figure("propaganda.sessions", "trên 30", who, Period.nine_months(2025))]
        )
        assert found.last_year is not None
        assert found.since_last_year is None
        [alone] = beside([figure("propaganda.sessions", "40", who, NINE)], [])
        assert (alone.previous, alone.since_previous) == (None, None)
