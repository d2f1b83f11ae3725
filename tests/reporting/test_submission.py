"""The states of a submission, and the history that is never lost."""

from datetime import date

import attrs
import pytest

from danvan import Period
from danvan.errors import InvalidValueError
from danvan.reporting import Event, State, Submission

from .made_up import NINE, PARTIES, draft, figure, returned, sent

WHO = PARTIES[0]


def says(submission, code="models.registered"):
    return next(str(o.quantity) for o in submission.observations if o.indicator.code == code)


class TestTheWay:
    def test_from_draft_to_accepted(self):
        one = sent(WHO)
        one = one.moved(State.RECEIVED, on=date(2026, 9, 16), by="Văn thư")
        one = one.moved(State.ACCEPTED, on=date(2026, 9, 18), by="Trưởng ban")
        assert [event.state.name for event in one.history] == ["SENT", "RECEIVED", "ACCEPTED"]
        assert str(one.history[0]) == "15/09/2026 đã gửi (Phó Bí thư)"
        assert one.first_sent == date(2026, 9, 15)

    def test_returned_with_the_reason_and_sent_again(self):
        back = returned(WHO)
        assert not back.counts
        assert (
            str(back.history[-1]) == "17/09/2026 trả lại để sửa (Chánh Văn phòng Tỉnh ủy): sai tổng"
        )
        right = back.with_figures(draft(WHO, models__registered="11").observations)
        again = right.moved(State.SENT, on=date(2026, 9, 18), by="Phó Bí thư")
        assert again.counts
        assert says(again) == "11 mô hình"
        assert [str(e.observations[0].quantity) for e in again.sendings] == [
            "12 mô hình",
            "11 mô hình",
        ]
        assert again.first_sent == date(2026, 9, 15)

    def test_revised_keeps_what_was_sent_before(self):
        first = sent(WHO)
        new = draft(WHO, models__registered="14").observations
        one = first.revised(new, on=date(2026, 9, 20), by="Phó Bí thư", reason="bổ sung")
        assert says(one) == "14 mô hình"
        assert says(one.as_of(date(2026, 9, 19))) == "12 mô hình"
        assert one.as_of(date(2026, 9, 19)) == first
        assert one.as_of(date(2026, 9, 20)) == one

    def test_before_the_first_sending_there_is_nothing_to_know(self):
        early = sent(WHO).as_of(date(2026, 9, 14))
        assert (early.state, early.observations) == (State.DRAFT, ())

    def test_what_was_returned_says_later_what_was_sent_then(self):
        back = returned(WHO).with_figures(draft(WHO, models__registered="11").observations)
        again = back.moved(State.SENT, on=date(2026, 9, 18), by="Phó Bí thư")
        assert says(again.as_of(date(2026, 9, 17))) == "12 mô hình"


ILLEGAL = [
    ("ACCEPTED", "after DRAFT: SENT", "a draft nobody sent cannot be accepted"),
    ("RETURNED", "after DRAFT: SENT", "nor returned"),
    ("DRAFT", "a step on from a draft", "nothing becomes a draft again"),
]


class TestRefusals:
    @pytest.mark.parametrize(("state", "words", "why"), ILLEGAL)
    def test_illegal_moves_say_what_would_be_right(self, state, words, why):
        with pytest.raises(InvalidValueError, match=words):
            draft(WHO).moved(State[state], on=date(2026, 9, 1), by="x", reason=why)

    def test_back_in_time(self):
        with pytest.raises(InvalidValueError, match="a day from 2026-09-15 on"):
            sent(WHO).moved(State.RECEIVED, on=date(2026, 9, 1), by="x")

    def test_a_return_needs_its_reason(self):
        with pytest.raises(InvalidValueError, match="why it is RETURNED"):
            sent(WHO).moved(State.RETURNED, on=date(2026, 9, 16), by="x")
        with pytest.raises(InvalidValueError, match="why it is REVISED"):
            sent(WHO).revised((), on=date(2026, 9, 16), by="x", reason=" ")

    def test_what_was_sent_is_not_changed_in_silence(self):
        with pytest.raises(InvalidValueError, match="or revise it"):
            sent(WHO).with_figures(())
        with pytest.raises(InvalidValueError, match="those it was sent with"):
            attrs.evolve(sent(WHO), observations=())

    def test_figures_only_with_a_sending(self):
        with pytest.raises(InvalidValueError, match="figures of a sending"):
            Event(State.RECEIVED, date(2026, 9, 1), "x", "", draft(WHO).observations)

    def test_figures_of_another_period(self):
        with pytest.raises(InvalidValueError, match="figures of 9 tháng năm 2026"):
            Submission(WHO, NINE, (figure("models.working", "1", WHO, Period.year(2026)),))

    def test_who_did_it_is_named(self):
        with pytest.raises(InvalidValueError, match=r"Event\.by"):
            draft(WHO).moved(State.SENT, on=date(2026, 9, 1), by="")
