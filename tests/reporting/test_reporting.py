"""Regimes, duties and submissions."""

from datetime import date

import pytest

from danvan import DocumentNumber, Organizations, Period, Quantity
from danvan.errors import InvalidValueError, UnknownCodeError
from danvan.indicators import Observation, indicators
from danvan.periods import Cadence
from danvan.reporting import Regime, State, Submission, standing

TREE = Organizations.shipped("tam_duong")
NINE = Period.nine_months(2023)
WOMEN, YOUTH = TREE["tam_duong.women"], TREE["tam_duong.youth"]


def figure(organization, text, period=NINE):
    return Observation(
        indicators()["propaganda.sessions"], organization, period, Quantity.parse(text)
    )


def sent(organization, text):
    draft = Submission(organization, NINE, (figure(organization, text),))
    return draft.moved(State.SENT, on=date(2023, 9, 1), by="Chủ tịch")


REGIME = Regime(
    "Báo cáo 9 tháng", DocumentNumber.parse("27-CTr/TU"), Cadence.NINE_MONTHS,
    ("tam_duong.women", "tam_duong.youth"), "tam_duong.party", days=-25,
    valid_from=date(2022, 12, 12), valid_to=date(2024, 1, 1),
)  # fmt: skip


class TestRegime:
    def test_who_owes_what(self):
        duties = REGIME.duties(TREE, NINE, [sent(WOMEN, "865 buổi")])
        assert [(d.organization.code, d.submission is not None) for d in duties] == [
            ("tam_duong.women", True), ("tam_duong.youth", False)]  # fmt: skip
        assert {d.due for d in duties} == {date(2023, 9, 5)}
        assert [d.is_late(date(2023, 9, 6)) for d in duties] == [False, True]
        assert not duties[1].is_late(date(2023, 9, 5))

    def test_a_body_that_is_gone_owes_nothing(self):
        regime = Regime("x", None, Cadence.NINE_MONTHS, ("tam_duong.women",), "tam_duong.party")
        assert regime.duties(TREE, Period.nine_months(2025)) == ()

    def test_refusals(self):
        with pytest.raises(InvalidValueError, match="nine_months"):
            REGIME.duties(TREE, Period.year(2023))
        with pytest.raises(InvalidValueError, match="in which it holds"):
            REGIME.duties(TREE, Period.nine_months(2021))
        with pytest.raises(InvalidValueError, match="organizations that owe it"):
            REGIME.duties(TREE, NINE, [sent(TREE["tam_duong.front"], "1 buổi")])
        with pytest.raises(UnknownCodeError, match=r"tam_duong\.womem"):
            Regime("x", None, Cadence.YEAR, ("tam_duong.womem",), "p").duties(
                TREE, Period.year(2023)
            )


class TestSubmission:
    def test_a_draft_and_a_returned_one_never_count(self):
        draft = Submission(WOMEN, NINE, (figure(WOMEN, "865 buổi"),))
        assert standing([draft]) == ()
        came = sent(WOMEN, "865 buổi")
        assert [str(o.quantity) for o in standing([came])] == ["865 buổi"]
        back = came.moved(
            State.RETURNED, on=date(2023, 9, 2), by="Chánh Văn phòng", reason="sai tổng"
        )
        assert standing([back]) == ()
        again = back.with_figures([figure(WOMEN, "856 buổi")])
        again = again.moved(State.SENT, on=date(2023, 9, 3), by="Chủ tịch")
        assert [str(o.quantity) for o in standing([again])] == ["856 buổi"]
        assert [event.state for event in again.history] == [State.SENT, State.RETURNED, State.SENT]

    def test_illegal_moves_say_what_would_be_right(self):
        with pytest.raises(InvalidValueError, match="after DRAFT: SENT"):
            Submission(WOMEN, NINE).moved(State.ACCEPTED, on=date(2023, 9, 1), by="x")
        with pytest.raises(InvalidValueError, match="a day from 2023-09-01 on"):
            sent(WOMEN, "1 buổi").moved(State.RECEIVED, on=date(2023, 8, 1), by="x")

    def test_one_of_an_organization_for_a_period(self):
        with pytest.raises(InvalidValueError, match="one of an organization for a period"):
            standing([sent(WOMEN, "1 buổi"), sent(WOMEN, "2 buổi")])
        assert len(standing([sent(WOMEN, "1 buổi"), sent(YOUTH, "2 buổi")])) == 2

    def test_figures_of_another_period_are_refused(self):
        with pytest.raises(InvalidValueError, match="figures of 9 tháng năm 2023"):
            Submission(WOMEN, NINE, (figure(WOMEN, "1 buổi", Period.year(2023)),))
