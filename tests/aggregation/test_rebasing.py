"""Figures carried over to new units: kind by kind, with the trail, and the laws."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.aggregation.rebasing import rebase
from danvan.errors import InvalidValueError, UnknownCodeError
from danvan.indicators import Missing, Observation, Role, Scope
from danvan.organizations import (
    Branch,
    Country,
    Crosswalk,
    Level,
    Organization,
    Organizations,
    Succession,
    SuccessionKind,
)
from danvan.periods import Period
from danvan.quantities import Interval, Quantity
from made_up import (
    ALL,
    BALANCE,
    GRADE,
    MEAN,
    MEETINGS,
    MEMBERS,
    MOST,
    POOR,
    SHARE,
    YEAR,
)

PART = SuccessionKind.PART
FIRST, SECOND = date(2025, 7, 1), date(2026, 7, 1)
UNITS = Organizations(
    tuple(
        Organization(code, code.upper(), "commune", Level.COMMUNE, Branch.TERRITORY)
        for code in "abcdklmxyz"
    )
)


def link(old, new, share="1", on=FIRST, by="1670/NQ-UBTVQH15"):
    """A link; of a share of "1" the whole goes over, of None nobody knows how much."""
    if share == "1":
        return Succession(old, new, on, by=by)
    return Succession(old, new, on, PART, share and Decimal(share), by)


def walk(*links):
    return Crosswalk(tuple(link(*one) for one in links))


def stated(code, text, indicator=MEETINGS, **parts):
    quantity = text and attrs.evolve(Quantity.parse(text), unit=indicator.unit)
    parts.setdefault("period", YEAR)
    return Observation(indicator, UNITS[code], quantity=quantity, **parts)


def moved(links, *figures, code="k", indicator=MEETINGS):
    return rebase(figures, walk(*links), UNITS)[indicator.code, code]


MERGER = [("a", "k"), ("b", "k")]


class TestCounts:
    @pytest.mark.parametrize("indicator", [MEETINGS, MEMBERS, BALANCE])
    def test_they_add(self, indicator):
        found = moved(
            MERGER, stated("a", "8", indicator), stated("b", "5", indicator), indicator=indicator
        )
        assert str(found.value) == f"13 {indicator.unit}"
        assert found.hard == found.likely == Interval.point(13)
        assert found.is_complete
        assert found.organization == UNITS["k"]

    def test_a_word_goes_with_them(self):
        found = moved(MERGER, stated("a", "trên 394"), stated("b", "100"))
        assert (str(found.value), str(found.hard)) == ("trên 494 cuộc", "[494; ∞)")

    @pytest.mark.parametrize(
        ("share", "text", "value", "hard"),
        [
            ("0.25", "8", "khoảng 2 cuộc", "[2; 2]"),
            ("0.3", "8", "khoảng 2 cuộc", "[2,4; 2,4]"),  # said in whole meetings, as it was
            ("0", "8", "khoảng 0 cuộc", "[0; 0]"),
            (None, "8", "0 - 8 cuộc", "[0; 8]"),
            (None, "0", "0 cuộc", "[0; 0]"),
            (None, "trên 8", "trên 0 cuộc", "[0; ∞)"),
            (None, "gần 8", "gần 8 cuộc", "[0; 8)"),
            (None, "5 - 8", "0 - 8 cuộc", "[0; 8]"),
            ("0.5", "4 - 8", "khoảng 2 - 4 cuộc", "[2; 4]"),
        ],
    )
    def test_a_part(self, share, text, value, hard):
        found = moved([("a", "k", share), ("a", "l", None)], stated("a", text))
        assert (str(found.value), str(found.hard)) == (value, hard)


class TestTrail:
    def test_the_old_figures_are_kept_with_the_way_they_went(self):
        figures = stated("a", "8"), stated("b", "trên 5")
        found = moved([("a", "k"), ("b", "k", None)], *figures)
        assert [part.figure for part in found.parts] == list(figures)
        assert [part.link.by for part in found.parts] == ["1670/NQ-UBTVQH15"] * 2
        assert [part.link.known_share for part in found.parts] == [1, None]

    def test_who_gave_no_figure_is_missing_and_no_zero(self):
        silent = stated("b", None, missing=Missing.NOT_REPORTED)
        result = rebase([stated("a", "8"), silent], walk(*MERGER), UNITS)
        assert result[MEETINGS.code, "k"].missing == ("b",)
        assert not result[MEETINGS.code, "k"].is_complete
        assert result.unreported == (silent,)

    def test_a_unit_without_successor_keeps_its_figure(self):
        lost = stated("c", "8")
        result = rebase([lost], walk(*MERGER), UNITS)
        assert len(result) == 0
        assert [(one.figure, one.reason) for one in result.left_out] == [
            (lost, "c has no successor in the crosswalk")
        ]

    def test_of_what_was_stated_anew_the_last_counts(self):
        first = stated("a", "8")
        again = first.revised(Quantity.parse("9 cuộc"))
        result = rebase([first, again], walk(("a", "k")), UNITS)
        assert str(result[MEETINGS.code, "k"].value) == "9 cuộc"
        assert [one.figure for one in result.left_out] == [first]

    def test_what_differs_is_not_put_together(self):
        figures = [
            stated("a", "8"),
            stated("b", "5", period=Period.year(2022)),
            stated("b", "4", role=Role.PLAN),
            stated("b", "3", scope=Scope.ALONE),
        ]
        result = rebase(figures, walk(*MERGER), UNITS)
        assert [str(one.value) for one in result] == ["8 cuộc", "5 cuộc", "4 cuộc", "3 cuộc"]
        assert len({(one.period, one.role, one.scope) for one in result}) == 4
        with pytest.raises(InvalidValueError, match="one figure alone"):
            result[MEETINGS.code, "k"]

    def test_a_new_unit_must_be_known(self):
        with pytest.raises(UnknownCodeError, match="successor of a on 2025-07-01"):
            rebase([stated("a", "8")], walk(("a", "nowhere")), UNITS)

    def test_an_unknown_key(self):
        with pytest.raises(UnknownCodeError, match=r"own\.meetings of k"):
            rebase([], walk(*MERGER), UNITS)[MEETINGS.code, "k"]


class TestRatios:
    SIDES = (
        stated("a", "10", POOR), stated("a", "100", ALL),
        stated("b", "40", POOR), stated("b", "100", ALL),
    )  # fmt: skip
    STATED = stated("a", "10", SHARE), stated("b", "40", SHARE)

    def test_they_are_worked_out_anew_from_their_sides(self):
        found = moved(MERGER, *self.STATED, *self.SIDES, indicator=SHARE)
        assert str(found.value) == "25,00%"
        assert 25 in found.hard
        assert [side.indicator for side in found.sides] == [POOR, ALL]
        assert [part.figure for part in found.parts] == list(self.STATED)

    def test_of_parts_they_are_an_interval(self):
        links = [("a", "k"), ("b", "k", None), ("b", "l", None)]
        found = moved(links, *self.STATED, *self.SIDES, indicator=SHARE)
        assert str(found.value) == "5,00 - 50,00%"  # [10; 50] of [100; 200]
        assert Interval(5, 50) in found.hard

    @pytest.mark.parametrize("gone", range(4))
    def test_without_both_sides_of_both_units_they_stay(self, gone):
        sides = [one for n, one in enumerate(self.SIDES) if n != gone]
        result = rebase([*self.STATED, *sides], walk(*MERGER), UNITS)
        assert (SHARE.code, "k") not in {(f.indicator.code, f.organization.code) for f in result}
        assert [one.figure for one in result.left_out] == list(self.STATED)
        assert "report own.poor and own.all" in result.left_out[0].reason

    def test_of_nothing_there_is_no_ratio(self):
        sides = [attrs.evolve(one, quantity=Quantity(0, "hộ")) for one in self.SIDES]
        result = rebase([*self.STATED, *sides], walk(*MERGER), UNITS)
        assert len(result.left_out) == 2


class TestOtherKinds:
    def test_a_unit_that_is_one_old_unit_takes_all_as_it_is(self):
        figures = [
            stated("a", "8"),
            stated("a", "85,4", SHARE),
            stated("a", "1", GRADE),
            stated("a", "5", MEAN),
            stated("a", "bình quân 5", MEAN, period=Period.year(2022)),
        ]
        result = rebase(figures, walk(("a", "k")), UNITS)
        assert [one.value for one in result] == [one.quantity for one in figures]
        assert not result.left_out

    @pytest.mark.parametrize(
        ("indicator", "instead"),
        [(MEAN, "weigh it by own.all"), (GRADE, "count the organizations of each grade")],
    )
    def test_what_cannot_be_put_together_stays_with_the_reason(self, indicator, instead):
        figures = [stated(code, "5", indicator) for code in "ab"]
        result = rebase(figures, walk(*MERGER), UNITS)
        assert [one.figure for one in result.left_out] == figures
        assert all(instead in one.reason for one in result.left_out)

    def test_an_average_of_counts_does_not_add(self):
        result = rebase([stated("a", "bình quân 5"), stated("b", "3")], walk(*MERGER), UNITS)
        assert len(result) == 0
        assert len(result.left_out) == 2

    def test_the_greatest_of_whole_units(self):
        figures = [stated("a", "5", MOST), stated("b", "8", MOST)]
        assert str(moved(MERGER, *figures, indicator=MOST).value) == "8 người"

    def test_the_greatest_of_a_part_is_not_known(self):
        figures = [stated("a", "5", MOST), stated("b", "8", MOST)]
        links = walk(("a", "k"), ("b", "k", "0.5"), ("b", "l", "0.5"))
        assert len(rebase(figures, links, UNITS).left_out) == 2


class TestACountry:
    """The new units of a country; a code may be that of another unit before the reform."""

    DATA = Path(__file__).parents[1] / "organizations" / "data"
    SHARED = Path(__file__).parents[3] / "shared" / "country"

    def test_the_new_bearer_of_a_code_has_the_figure(self):
        country = Country.read(self.DATA / "units.csv", self.DATA / "successions.csv")
        before = date(2025, 6, 30)
        figures = [
            Observation(MEETINGS, country.get(code, before), YEAR, Quantity.parse(f"{n} cuộc"))
            for code, n in (("00011", 5), ("00012", 8), ("00022", 4))
        ]
        found = rebase(figures, country.crosswalk("commune"), country)[MEETINGS.code, "00011"]
        assert found.organization.name == "Xã Núi Trăng"
        assert {part.figure.organization.name for part in found.parts} == {
            "Xã Đồng Sương", "Xã Thung Lũng", "Xã Bến Trúc",
        }  # fmt: skip
        assert str(found.hard) == "[6; 14]"
        assert found.missing == ("00013",)

    @pytest.mark.corpus
    def test_the_whole_country(self):
        if not self.SHARED.is_dir():
            pytest.skip("the lists of units do not lie beside this checkout")
        country = Country.read(self.SHARED / "units.csv", self.SHARED / "successions.csv")
        communes = country.at_level("commune", date(2025, 6, 30))
        one = Quantity.parse("1 cuộc")
        figures = [Observation(MEETINGS, commune, YEAR, one) for commune in communes]
        result = rebase(figures, country.crosswalk("commune"), country)
        assert len(result) == 3_316
        assert not result.left_out
        assert all(found.is_complete for found in result)
        assert 10_035 in Interval.sum(found.hard for found in result)


@st.composite
def changes(draw, olds, news, on):
    """Any change in which each old unit goes over wholly or in two parts, and what is told of it."""
    links, told = [], []
    for old in olds:
        into = draw(st.lists(st.sampled_from(news), min_size=1, max_size=2, unique=True))
        if len(into) == 1:
            both = [Succession(old, into[0], on)]
            told += both
        else:
            share = Decimal(draw(st.integers(0, 100))).scaleb(-2)
            pairs = zip(into, (share, 1 - share), strict=True)
            both = [Succession(old, new, on, PART, one) for new, one in pairs]
            is_told = draw(st.booleans())
            told += both if is_told else [attrs.evolve(one, share=None) for one in both]
        links += both
    return Crosswalk(tuple(links)), Crosswalk(tuple(told))


WORDS = st.sampled_from(["", "trên ", "gần ", "khoảng ", "ít nhất ", "không quá "])
FIGURES = st.tuples(
    *(
        st.builds(lambda w, n, c=code: stated(c, f"{w}{n}"), WORDS, st.integers(1, 999))
        for code in "abcd"
    )
)
ONCE, AGAIN = changes("abcd", "klm", FIRST), changes("klm", "xyz", SECOND)


@pytest.mark.property
class TestLaws:
    @settings(max_examples=40)
    @given(FIGURES, ONCE)
    def test_totals_are_kept_as_intervals(self, figures, change):
        for crosswalk in change:
            result = rebase(figures, crosswalk, UNITS)
            for read in ("hard", "likely"):
                before = Interval.sum(getattr(one.quantity, read)() for one in figures)
                after = Interval.sum(getattr(one, read) for one in result)
                assert before in after
                known = all(one.known_share is not None for one in crosswalk)
                assert not known or before.high is None or after == before

    @settings(max_examples=40)
    @given(FIGURES, ONCE)
    def test_every_figure_stands_in_a_trail_unchanged(self, figures, change):
        _, told = change
        result = rebase(figures, told, UNITS)
        trail = {part.link: part.figure for one in result for part in one.parts}
        by_code = {one.organization.code: one for one in figures}
        assert trail == {link: by_code[link.old] for link in told}
        assert all(one.value is not None and one.likely in one.hard for one in result)

    @settings(max_examples=40)
    @given(FIGURES, ONCE, AGAIN)
    def test_two_changes_are_one(self, figures, first, second):
        def both_ways(one, other):
            steps = rebase(rebase(figures, one, UNITS), other, UNITS)
            at_once = rebase(figures, one.then(other), UNITS)
            return [{f.organization.code: f.hard for f in found} for found in (steps, at_once)]

        (truth, same), told = (both_ways(*pair) for pair in zip(first, second, strict=True))
        assert truth == same
        for found in told:  # what is not known of the shares never makes a figure wrong
            assert found.keys() == truth.keys()
            assert all(truth[code] in hard for code, hard in found.items())
