"""The nine months of a district: its published totals beside what its parts give."""

import pickle
from decimal import Decimal

import pytest

from danvan.aggregation import coverage, roll_up
from danvan.indicators import Missing, Observation, Scope, indicators
from danvan.organizations import Organizations
from danvan.periods import Period
from danvan.quantities import Quantity

TREE = Organizations.shipped("tam_duong")
NINE = Period.nine_months(2023)
MEMBERS = ("front", "women", "farmers", "youth", "veterans", "trade_union")
ALONE = {"scope": Scope.ALONE}


def figures(indicator, stated, **parts):
    return [
        Observation(
            indicators()[indicator], TREE[f"tam_duong.{code}"], NINE, Quantity.parse(text), **parts
        )
        for code, text in stated.items()
    ]


def total_of(indicator, observations):
    return roll_up(observations, TREE, to="district", period=NINE)[indicator]


SESSIONS = {
    "women": "865 buổi", "farmers": "523 buổi", "youth": "trên 394 buổi",
    "veterans": "83 buổi", "front": "591 buổi", "trade_union": "182 buổi",
}  # fmt: skip
ATTENDANCES = {
    "women": "47.162 lượt hội viên", "farmers": "11.246 lượt hội viên",
    "youth": "33.283 lượt đoàn viên thanh thiếu nhi", "veterans": "5.980 lượt hội viên",
    "front": "23.719 lượt người", "trade_union": "1.560 lượt người",
}  # fmt: skip
PUBLISHED = [
    # indicator, the parts, the total the parts give, the total as published, whether they agree
    ("propaganda.sessions", SESSIONS, "trên 2.638 buổi", "2.639 buổi", True),
    ("propaganda.attendances", ATTENDANCES, "122.950 lượt người", "trên 122.950 lượt người", True),
    (
        "supervision.sessions",
        {"youth": "01 cuộc", "front": "01 cuộc", "farmers": "01 cuộc", "veterans": "01 cuộc"},
        "04 cuộc",
        "04 cuộc",
        True,
    ),
    (
        "supervision.units",
        {"youth": "06 đơn vị", "front": "01 đơn vị", "farmers": "07 đơn vị", "veterans": "09 đơn vị"},
        "23 đơn vị",
        "23 đơn vị",
        True,
    ),
    (
        "inspection.sessions",
        {"front": "01 cuộc", "veterans": "10 cuộc", "youth": "01 cuộc", "farmers": "02 cuộc"},
        "14 cuộc",
        "14 cuộc",
        True,
    ),
    (
        "membership.admitted",
        {"women": "106 hội viên", "youth": "627 đoàn viên", "trade_union": "20 hội viên",
         "veterans": "17 đoàn viên", "farmers": "164 hội viên"},
        "934 người",
        "934 người",
        True,
    ),
    (
        "funds.raised",
        {"veterans": "130,7 triệu đồng", "youth": "119,5 triệu đồng",
         "trade_union": "68,2 triệu đồng", "women": "113,2 triệu đồng"},
        "431,6 triệu đồng",
        "431,6 triệu đồng",
        True,
    ),
    ("propaganda.sessions", SESSIONS, "trên 2.638 buổi", "2.600 buổi", False),
    ("propaganda.attendances", ATTENDANCES, "122.950 lượt người", "122.905 lượt người", False),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "parts", "computed", "published", "agrees"), PUBLISHED)
def test_published_totals(indicator, parts, computed, published, agrees):
    from_parts = total_of(indicator, figures(indicator, parts))
    assert str(from_parts.value) == computed
    assert not from_parts.overlaps
    stated = figures(indicator, {"mass_organizations": published})
    both = total_of(indicator, [*figures(indicator, parts), *stated])
    assert str(both.value) == published  # never added to its parts
    (overlap,) = both.overlaps
    assert str(overlap.computed.value) == computed
    assert overlap.agrees is agrees
    difference = Quantity.parse(computed).amount - Quantity.parse(published).amount
    assert overlap.difference == difference


def test_a_published_total_one_above_its_parts_is_what_an_office_means():
    both = total_of(
        "propaganda.sessions",
        [*figures("propaganda.sessions", SESSIONS),
         *figures("propaganda.sessions", {"mass_organizations": "2.639 buổi"})],
    )  # fmt: skip
    assert both.overlaps[0].difference == Decimal(-1)
    assert both.overlaps[0].likely_agrees


def dialogues(indicator, secretary, chair, communes, chairs, **published):
    return [
        *figures(indicator, {"party": secretary, "people_committee": chair}, **ALONE),
        *figures(indicator, {"party_committees": communes, "people_committees": chairs}),
        *figures(indicator, published),
    ]


@pytest.mark.parametrize(
    ("indicator", "parts", "computed", "published", "difference"),
    [
        ("sessions", ("01 cuộc", "01 cuộc", "14 hội nghị", "06 hội nghị"), 22, "22 cuộc", 0),
        (
            "attendances",
            ("56 công dân", "80 công dân", "1.114 công dân", "429 công dân"),
            1679,
            "1.682 lượt người",
            -3,
        ),
        ("opinions", ("13 ý kiến", "05 ý kiến", "88 ý kiến", "36 ý kiến"), 142, "142 ý kiến", 0),
    ],
)
def test_dialogues_of_heads_and_of_communes(indicator, parts, computed, published, difference):
    code = f"dialogues.{indicator}"
    assert total_of(code, dialogues(code, *parts)).value.value == computed
    both = total_of(code, dialogues(code, *parts, party=published))
    (overlap,) = both.overlaps
    assert overlap.difference == difference
    assert overlap.agrees is (difference == 0)
    assert len(overlap.computed.reported) == 4


CHAIRS = {
    "ban_bo": 75,
    "ban_hon": 41,
    "ban_giang": 85,
    "na_tam": 72,
    "giang_ma": 65,
    "tam_duong": 91,
}


def chairs(stated):
    return figures(
        "dialogues.attendances",
        {f"communes.{code}.people_committee": f"{n} người" for code, n in stated.items()},
    )


def test_commune_by_commune_and_who_is_missing():
    total = total_of("dialogues.attendances", chairs(CHAIRS))
    assert total.value.value == 429
    assert (len(total.reported), len(total.expected), len(total.missing)) == (6, 13, 7)
    assert not total.is_complete
    assert {one.kind for one in total.expected} == {"people_committee"}


def test_the_members_of_a_group_are_expected_and_no_one_else():
    total = total_of("funds.raised", figures("funds.raised", {"women": "113,2 triệu đồng"}))
    assert [one.code.rpartition(".")[2] for one in total.expected] == list(MEMBERS)
    assert len(total.missing) == 5


def test_who_is_excused_is_not_expected():
    indicator, front = indicators()["funds.raised"], TREE["tam_duong.front"]
    excused = Observation(indicator, front, NINE, missing=Missing.NOT_APPLICABLE)
    late = Observation(indicator, TREE["tam_duong.youth"], NINE, missing=Missing.NOT_REPORTED)
    observations = [excused, late, *figures("funds.raised", {"women": "113,2 triệu đồng"})]
    totals = roll_up(observations, TREE, to="district", period=NINE)
    total = totals["funds.raised"]
    assert front not in total.expected
    assert late.organization in total.missing
    assert totals.unreported == (excused, late)


def test_expected_as_one_says():
    total = roll_up(
        figures("funds.raised", {"women": "5 đồng"}), TREE, to="tam_duong.party", period=NINE,
        expected=["tam_duong.women", TREE["tam_duong.front"]],
    )["funds.raised"]  # fmt: skip
    assert [one.code for one in total.missing] == ["tam_duong.front"]


def test_nobody_reported_is_no_zero():
    nothing = Observation(
        indicators()["funds.raised"], TREE["tam_duong.front"], NINE, missing=Missing.NOT_REPORTED
    )
    totals = roll_up([nothing], TREE, to="district", period=NINE)
    assert "funds.raised" not in totals
    assert len(totals) == 0
    assert totals.unreported == (nothing,)


def test_an_explicit_zero_is_reported():
    zero = figures("criticism.conferences", {"women": "0 hội nghị"})
    total = total_of("criticism.conferences", zero)
    assert total.value.value == 0
    assert [one.code for one in total.reported] == ["tam_duong.women"]


class TestCoverage:
    COMMUNES = tuple(one.code for one in TREE.children("tam_duong.people_committees"))
    NOT_HELD = ("son_binh", "binh_lu", "nung_nang", "then_sin", "ta_leng")

    def observations(self):
        held = chairs(CHAIRS)
        none = figures(
            "dialogues.attendances",
            {f"communes.{code}.people_committee": "0 người" for code in self.NOT_HELD},
        )
        return held + none

    def found(self, **options):
        return coverage(
            self.observations(), TREE, indicator="dialogues.attendances", among=self.COMMUNES,
            **options,
        )  # fmt: skip

    def test_three_lists(self):
        found = self.found()
        assert (len(found.done), len(found.not_done), len(found.silent)) == (6, 5, 2)
        assert {one.place for one in found.silent} == {"xã Hồ Thầu", "xã Khun Há"}
        assert found.among == 13

    def test_in_a_line_a_list(self):
        lines = str(self.found()).splitlines()
        assert lines[0].endswith(": 6/13")
        assert lines[3] == "  chưa có số liệu (2): xã Hồ Thầu, xã Khun Há"

    def test_in_a_notebook_it_is_escaped(self):
        found = coverage(
            self.observations(), TREE,
            indicator=indicators()["dialogues.attendances"], among=self.COMMUNES,
        )  # fmt: skip
        html = found._repr_html_()
        assert html.count("<tr>") == 4
        assert "6/13" in html

    def test_of_another_period_nothing_counts(self):
        assert len(self.found(period=Period.year(2022)).silent) == 13

    def test_an_indicator_nobody_reported(self):
        with pytest.raises(KeyError, match=r"funds\.raised"):
            coverage([], TREE, indicator="funds.raised", among=self.COMMUNES)

    def test_the_excused_are_a_list_of_their_own(self):
        excused = Observation(
            indicators()["dialogues.attendances"], TREE[self.COMMUNES[0]], NINE,
            missing=Missing.NOT_DUE,
        )  # fmt: skip
        found = coverage([excused], TREE, indicator=excused.indicator, among=self.COMMUNES)
        assert (len(found.excused), found.among) == (1, 12)


class TestExplained:
    def test_down_to_the_sources_and_the_silent(self):
        parts = figures("propaganda.sessions", {"women": "865 buổi", "youth": "trên 394 buổi"})
        stated = figures("propaganda.sessions", {"mass_organizations": "2.639 buổi"})
        lines = total_of("propaganda.sessions", [*parts, *stated]).explain().splitlines()
        assert lines[0] == "Huyện ủy Tam Đường: 2.639 buổi"
        assert lines[2] == "    cộng từ các phần: trên 1.259 buổi"
        assert [line.strip() for line in lines[3:]] == [
            "Hội Liên hiệp Phụ nữ huyện Tam Đường: 865 buổi",
            "Đoàn Thanh niên Cộng sản Hồ Chí Minh huyện Tam Đường: trên 394 buổi",
            "Ủy ban Mặt trận Tổ quốc Việt Nam huyện Tam Đường: –",
            "Hội Nông dân huyện Tam Đường: –",
            "Hội Cựu chiến binh huyện Tam Đường: –",
            "Liên đoàn Lao động huyện Tam Đường: –",
        ]

    def test_in_a_notebook_it_is_a_table(self):
        observations = figures("funds.raised", {"women": "113,2 triệu đồng"})
        html = roll_up(observations, TREE, to="district", period=NINE)._repr_html_()
        assert html.count("<tr>") == 2
        assert '<td class="short">1/6</td>' in html

    def test_mixed_counters_are_said(self):
        total = total_of("propaganda.attendances", figures("propaganda.attendances", ATTENDANCES))
        assert total.counters == (
            "lượt người", "lượt hội viên", "lượt đoàn viên thanh thiếu nhi",
        )  # fmt: skip

    def test_it_can_be_pickled(self):
        totals = roll_up(
            figures("funds.raised", {"women": "5 đồng"}), TREE, to="district", period=NINE
        )
        assert pickle.loads(pickle.dumps(totals)) == totals  # our own
