"""What came in, put together into the draft of the body above."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.aggregation import consolidate
from danvan.errors import InvalidValueError
from danvan.indicators import Scope, indicators
from danvan.quantities import Interval
from danvan.reporting import State, open_round
from danvan.testing import strategies as dst

from .made_up import NINE, PARTIES, REGIME, TREE, draft, figure, returned, sent

TO = "ban_mai.party"
SESSIONS = indicators()["propaganda.sessions"]


def together(*submissions, **changes):
    return consolidate(open_round(REGIME, TREE, NINE, submissions), TREE, to=TO, **changes)


def value(found, code="models.registered", breakdown=()):
    return next(
        str(o.quantity) for o in found.draft.observations
        if o.indicator.code == code and o.breakdown == breakdown)  # fmt: skip


class TestConsolidation:
    def test_what_stands_is_added_up_with_its_parts(self):
        found = together(*[sent(one) for one in PARTIES[:6]])
        assert value(found) == "72 mô hình"
        assert value(found, breakdown=(("form", "individual"),)) == "18 mô hình"
        assert found.draft.state is State.DRAFT
        assert found.draft.organization == TREE[TO]
        assert found.missing == tuple(one for one in found.totals["models.registered"].missing)
        assert len(found.missing) == 2

    def test_what_is_missing_is_named_in_every_figure(self):
        found = together(*[sent(one) for one in PARTIES[:7]])
        [source] = {o.source for o in found.draft.observations}
        assert source == "tổng hợp từ 7/8 đơn vị; chưa có số liệu của Đảng ủy đặc khu Hòn Sao"
        assert found.basis() == (
            "tính trên 7 báo cáo (7 đã gửi); chưa có số liệu của 1 đơn vị: Đảng ủy đặc khu Hòn Sao"
        )

    def test_neither_drafts_nor_returned_ones_nor_copies(self):
        base = [sent(one) for one in PARTIES[:3]]
        more = [draft(PARTIES[3]), returned(PARTIES[4]), sent(PARTIES[0]), sent(TREE[TO])]
        assert together(*base, *more).draft == together(*base).draft
        assert value(together(*base)) == "36 mô hình"

    def test_a_revision_replaces_what_was_sent(self):
        new = draft(PARTIES[0], models__registered="14").observations
        revised = sent(PARTIES[0]).revised(new, on=date(2026, 9, 20), by="Phó Bí thư", reason="x")
        assert value(together(revised, sent(PARTIES[1]))) == "26 mô hình"

    def test_its_own_doing_is_added(self):
        import attrs

        own = attrs.evolve(figure("propaganda.sessions", "5", TREE[TO]), scope=Scope.ALONE)
        found = together(sent(PARTIES[0], propaganda__sessions="trên 40"), own=[own])
        assert value(found, "propaganda.sessions") == "trên 45 buổi"
        with pytest.raises(InvalidValueError, match=TO):
            together(own=[figure("propaganda.sessions", "5", PARTIES[0])])

    def test_what_cannot_be_added_does_not_stop_the_rest(self):
        odd = [sent(PARTIES[0], propaganda__sessions="bình quân 5"),
               sent(PARTIES[1], propaganda__sessions="40", dialogues__settled_share="95%"),
               sent(PARTIES[2], models__working=None)]  # fmt: skip
        found = together(*odd)
        assert value(found) == "36 mô hình"
        assert value(found, "propaganda.sessions") == "40 buổi"
        assert sorted(str(o.quantity) for o in found.set_aside) == ["95%", "bình quân 5 buổi"]
        assert "2 số liệu không cộng được" in found.basis()
        assert PARTIES[0] in found.totals["propaganda.sessions"].missing

    def test_a_share_is_made_of_its_sides(self):
        shares = {"dialogues__opinions": "10", "dialogues__opinions_settled": "8",
                  "dialogues__settled_share": "80%"}  # fmt: skip
        other = shares | {"dialogues__opinions": "30", "dialogues__settled_share": "26,7%"}
        found = together(sent(PARTIES[0], **shares), sent(PARTIES[1], **other))
        assert value(found, "dialogues.settled_share").startswith("40")
        assert found.set_aside == ()

    def test_a_share_of_which_nobody_reported_both_sides_is_set_aside(self):
        found = together(
            sent(PARTIES[0], dialogues__opinions="10", dialogues__settled_share="80%"),
            sent(PARTIES[1], dialogues__opinions_settled="8", dialogues__settled_share="26,7%"),
        )
        assert sorted(str(o.quantity) for o in found.set_aside) == ["26,7%", "80%"]

    def test_nobody_reported(self):
        found = together()
        assert found.draft.observations == ()
        assert len(found.missing) == 8


@st.composite
def reports(draw):
    """One report each of some communes, with any figures and any history."""
    who = draw(st.lists(st.sampled_from(PARTIES), unique=True, max_size=5))
    return [draw(dst.submissions(organization=one, period=NINE, indicator=SESSIONS)) for one in who]


@pytest.mark.property
@settings(max_examples=25)
@given(reports(), st.integers(0, 5), st.randoms(use_true_random=False))
def test_any_partition_and_order_come_to_the_same(submissions, cut, random):
    whole = together(*submissions)
    turned = list(submissions)
    random.shuffle(turned)
    assert together(*turned).draft == whole.draft
    parts = [together(*turned[:cut]), together(*turned[cut:])]
    assert sum((p.standing for p in parts[1:]), parts[0].standing) == whole.standing
    assert sum(len(p.set_aside) for p in parts) == len(whole.set_aside)
    hard = [p.totals["propaganda.sessions"].hard for p in parts if len(p.totals)]
    if hard:
        assert Interval.sum(hard) == whole.totals["propaganda.sessions"].hard
    else:
        assert not len(whole.totals)


@pytest.mark.property
@settings(max_examples=25)
@given(reports())
def test_a_total_never_counts_what_does_not_stand(submissions):
    found = together(*submissions)
    sources = [o for total in found.totals for o in total.sources]
    standing = [o for one in submissions if one.counts for o in one.observations]
    assert all(o in standing for o in (*sources, *found.set_aside))
    assert set(found.missing) | {s.organization for s in found.standing.counted} == set(PARTIES)
