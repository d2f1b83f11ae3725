"""On which submissions a total stands."""

from datetime import date

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.indicators import indicators
from danvan.reporting import State, standing
from danvan.testing import strategies as dst

from .made_up import NINE, PARTIES, draft, returned, sent

ONE, TWO, THREE = PARTIES[:3]
SESSIONS = indicators()["propaganda.sessions"]


class TestStanding:
    def test_a_draft_and_a_returned_one_never_count(self):
        found = standing([draft(ONE), returned(TWO), sent(THREE)])
        assert found.counted == (sent(THREE),)
        assert set(found.left_out) == {draft(ONE), returned(TWO)}
        assert {one.organization for one in found.observations} == {THREE}

    def test_it_says_on_what_it_stands(self):
        assert str(standing([returned(TWO), sent(THREE)])) == (
            "tính trên 1 báo cáo (1 đã gửi); "
            "không tính: Đảng ủy phường Cầu Mây (trả lại để sửa)")  # fmt: skip

    def test_the_same_one_twice_is_counted_once_and_kept(self):
        found = standing([sent(ONE), sent(ONE)])
        assert (found.counted, found.superseded) == ((sent(ONE),), (sent(ONE),))

    @pytest.mark.parametrize("turned", [False, True])
    def test_the_one_further_on_supersedes(self, turned):
        early = sent(ONE)
        late = early.moved(State.RECEIVED, on=date(2026, 9, 16), by="Văn thư")
        found = standing([late, early] if turned else [early, late])
        assert (found.counted, found.superseded) == ((late,), (early,))

    def test_a_return_supersedes_what_was_sent(self):
        found = standing([sent(ONE), returned(ONE)])
        assert (found.counted, found.left_out) == ((), (returned(ONE),))

    def test_two_stories_of_one_report_are_a_conflict_and_none_counts(self):
        found = standing([sent(ONE), sent(ONE, models__working="7")])
        assert not found.counted
        assert len(found.conflicting) == 2

    def test_another_form_is_another_report(self):
        other = attrs.evolve(sent(ONE), form="funds")
        assert len(standing([sent(ONE), other]).counted) == 2

    def test_as_it_was_known_on_a_day(self):
        back = returned(ONE)
        assert len(standing([back], on=date(2026, 9, 16)).counted) == 1
        assert not standing([back], on=date(2026, 9, 17)).counted


many = st.lists(
    st.sampled_from(PARTIES[:4]).flatmap(
        lambda who: dst.submissions(organization=who, period=NINE, indicator=SESSIONS)
    ),
    max_size=5,
)


@pytest.mark.property
class TestLaws:
    @settings(max_examples=25)
    @given(many, st.randoms(use_true_random=False))
    def test_order_does_not_matter_and_nothing_is_lost(self, submissions, random):
        found = standing(submissions)
        turned = list(submissions)
        random.shuffle(turned)
        assert standing(turned) == found
        kept = (*found.counted, *found.left_out, *found.superseded, *found.conflicting)
        assert sorted(map(repr, kept)) == sorted(map(repr, submissions))

    @settings(max_examples=25)
    @given(many, st.integers(0, 5))
    def test_any_partition_stands_as_the_whole(self, submissions, cut):
        assert standing(submissions[:cut]) + standing(submissions[cut:]) == standing(submissions)

    @settings(max_examples=25)
    @given(many)
    def test_only_what_counts_is_counted_and_each_once(self, submissions):
        found = standing(submissions)
        assert all(one.state not in (State.DRAFT, State.RETURNED) for one in found.counted)
        codes = [one.organization.code for one in found.counted]
        assert len(set(codes)) == len(codes)
