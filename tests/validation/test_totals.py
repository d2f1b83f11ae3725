"""Totals beside the figures they stand on: what is found, and what is no finding."""

from datetime import date

import pytest

from danvan import roll_up
from danvan.aggregation import doubles
from danvan.indicators import Observation, Scope, indicators
from danvan.organizations import Organizations
from danvan.periods import Period
from danvan.quantities import Quantity
from danvan.validation import check_totals

TREE = Organizations.shipped("tam_duong")
NINE = Period.nine_months(2023)
WINDOW = Period(date(2022, 12, 15), date(2023, 9, 14))


def figure(indicator, body, text, period=NINE, **parts):
    return Observation(
        indicators()[indicator], TREE[f"tam_duong.{body}"], period, Quantity.parse(text), **parts
    )


def found(*observations, codes=("DV601", "DV602", "DV603")):
    return check_totals(roll_up(observations, TREE, to="district", period=NINE)).only(*codes)


def dialogues(body, *figures, period=NINE, scope=Scope.ALONE):
    names = ("sessions", "attendances", "opinions")
    return [
        figure(f"dialogues.{name}", body, text, period, scope=scope)
        for name, text in zip(names, figures, strict=False)
    ]


class TestPublished:
    @pytest.mark.parametrize(
        ("stated", "parts", "code"),
        [
            ("1.000 buổi", ["865 buổi", "83 buổi"], "DV601"),
            ("1.000 buổi", ["trên 865 buổi", "83 buổi"], "DV602"),
            ("949 buổi", ["trên 865 buổi", "83 buổi"], "DV603"),
            ("948 buổi", ["865 buổi", "83 buổi"], None),
            ("trên 948 buổi", ["865 buổi", "83 buổi"], None),
        ],
    )
    def test_beside_its_parts(self, stated, parts, code):
        observations = [figure("propaganda.sessions", "mass_organizations", stated)]
        for body, text in zip(("women", "veterans"), parts, strict=True):
            observations.append(figure("propaganda.sessions", body, text))
        assert [one.code for one in found(*observations)] == ([code] if code else [])

    def test_the_silent_are_named(self):
        totals = roll_up(
            [figure("propaganda.sessions", "women", "865 buổi")],
            TREE, to="district", period=NINE, expected=["tam_duong.women", "tam_duong.youth"],
        )  # fmt: skip
        (silent,) = check_totals(totals)
        assert silent.code == "DV604"
        assert "1/2" in silent.message("vi")


class TestCutOffs:
    def test_another_cut_off_is_left_out_and_told(self):
        observations = [
            figure("propaganda.sessions", "women", "865 buổi"),
            figure("propaganda.sessions", "youth", "394 buổi", WINDOW),
        ]
        totals = roll_up(observations, TREE, to="district", period=NINE)
        assert totals["propaganda.sessions"].value.value == 865
        (told,) = check_totals(totals).only("DV605")
        assert "15/12/2022" in told.message("vi")

    def test_one_cut_off_is_no_finding(self):
        months = [
            Period(date(2022, 12, 15), date(2023, 1, 14)),
            Period(date(2023, 1, 15), date(2023, 9, 14)),
        ]
        observations = [
            figure("propaganda.sessions", "women", "1.259 buổi", WINDOW),
            *(figure("propaganda.sessions", "youth", "5 buổi", month) for month in months),
        ]  # fmt: skip
        totals = roll_up(observations, TREE, to="district", period=WINDOW)
        assert totals["propaganda.sessions"].value.value == 1269
        assert not check_totals(totals).only("DV605")

    def test_days_that_are_no_window_are_only_left_out(self):
        some_days = Period(date(2022, 12, 20), date(2023, 9, 5))
        observations = [
            figure("propaganda.sessions", "women", "865 buổi"),
            figure("propaganda.sessions", "youth", "394 buổi", some_days),
        ]
        totals = roll_up(observations, TREE, to="district", period=NINE)
        assert len(totals.left_out) == 1
        assert not check_totals(totals).only("DV605")


class TestDoubles:
    @pytest.mark.parametrize(
        ("one", "other", "are_one"),
        [
            (("01 cuộc", "56 công dân", "13 ý kiến"), ("01 cuộc", "56 công dân", "13 ý kiến"), True),
            (("01 cuộc", "56 công dân"), ("01 cuộc", "56 công dân"), True),
            # A number differs: two dialogues that had as many opinions.
            (("01 cuộc", "56 công dân", "13 ý kiến"), ("01 cuộc", "80 công dân", "13 ý kiến"), False),
            # One number alone says nothing, nor do small ones.
            (("56 cuộc",), ("56 cuộc",), False),
            (("01 cuộc", "9 công dân"), ("01 cuộc", "9 công dân"), False),
            # One of them states a figure more.
            (("01 cuộc", "56 công dân"), ("01 cuộc", "56 công dân", "13 ý kiến"), False),
        ],
    )  # fmt: skip
    def test_bodies_of_one_place(self, one, other, are_one):
        reported = [*dialogues("party", *one), *dialogues("people_committee", *other)]
        told = found(*reported, codes=["DV606"])
        assert bool(told) is are_one
        totals = roll_up(reported, TREE, to="district", period=NINE)
        assert [double.counted for double in doubles(totals)] == (
            [tuple(sorted(reported[: len(one)], key=lambda o: o.indicator.code))] if are_one else []
        )

    def test_on_one_day_one_figure_is_enough(self):
        day = Period(date(2023, 4, 24), date(2023, 4, 24))
        parts = {"period": day}
        one = [figure("dialogues.attendances", "party", "56 công dân", scope=Scope.ALONE, **parts)]
        one += [
            figure("dialogues.attendances", "people_committee", "56 công dân", scope=Scope.ALONE, **parts)
        ]  # fmt: skip
        assert found(*one, codes=["DV606"])

    def test_two_places_are_two_events(self):
        reported = [
            *dialogues("communes.ban_bo.people_committee", "01 cuộc", "75 người", scope=Scope.WHOLE),
            *dialogues("communes.na_tam.party", "01 cuộc", "75 người", scope=Scope.WHOLE),
        ]  # fmt: skip
        assert not found(*reported, codes=["DV606"])

    def test_a_total_beside_its_own_parts_is_no_second_event(self):
        reported = [
            *dialogues("communes.ban_bo.people_committee", "01 cuộc", "75 người", scope=Scope.WHOLE),
            *dialogues("people_committees", "01 cuộc", "75 người", scope=Scope.WHOLE),
        ]  # fmt: skip
        assert not found(*reported, codes=["DV606"])


def test_a_total_of_several_counters_says_so():
    mixed = [
        figure("dialogues.attendances", "party", "56 công dân", scope=Scope.ALONE),
        figure("dialogues.attendances", "people_committee", "80 lượt người", scope=Scope.ALONE),
    ]
    (told,) = found(*mixed, codes=["DV607"])
    assert "công dân, lượt người" in told.message("vi")
    assert not found(mixed[0], codes=["DV607"])
