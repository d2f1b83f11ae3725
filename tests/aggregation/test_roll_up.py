"""Rolling up: the tree, what is refused, and the laws."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.aggregation import roll_up
from danvan.errors import InvalidValueError, NotAdditiveError, UnknownCodeError
from danvan.indicators import Observation, Scope
from danvan.organizations import Branch, Level, Link, Organization, Organizations
from danvan.quantities import Interval, Quantity, Ratio, Tally
from made_up import (
    ALL,
    COMMUNES,
    COUNTED,
    GRADE,
    MEAN,
    MEETINGS,
    MONTHS,
    MOST,
    POOR,
    SHARE,
    TREE,
    WORDED,
    YEAR,
    figure,
    one_of_each,
)


def risen(*observations, to="province", **options):
    return roll_up(observations, TREE, to=to, period=YEAR, **options)


class TestTargets:
    FIGURES = (figure("d0.c0", "5"), figure("d0.c1", "6"), figure("d1.c0", "7"))

    @pytest.mark.parametrize("to", ["district", Level.DISTRICT])
    def test_a_level(self, to):
        totals = risen(*self.FIGURES, to=to)
        assert [one.organization.code for one in totals] == ["d0", "d1"]
        assert totals["own.meetings", "d0"].value.value == 11

    def test_an_organization(self):
        totals = risen(*self.FIGURES, to="d1")
        assert totals["own.meetings"].value.value == 7
        assert totals.left_out == self.FIGURES[:2]

    def test_all_levels_at_once(self):
        totals = risen(*self.FIGURES, to=["commune", "district", "province"])
        values = {one.organization.code: int(one.value.value) for one in totals}
        assert values == {"p": 18, "d0": 11, "d0.c0": 5, "d0.c1": 6, "d1": 7, "d1.c0": 7}

    def test_a_code_alone_must_have_one_answer(self):
        totals = risen(*self.FIGURES, to="district")
        with pytest.raises(InvalidValueError, match="d0, d1"):
            totals["own.meetings"]
        with pytest.raises(UnknownCodeError):
            totals["own.meetings", "d2"]
        assert ("own.meetings", "d0") in totals
        assert "own.meetings" not in totals

    @pytest.mark.parametrize("to", ["county", "d9", ""])
    def test_neither_level_nor_organization(self, to):
        with pytest.raises(UnknownCodeError, match="commune"):
            risen(*self.FIGURES, to=to)

    def test_an_organization_of_another_tree(self):
        stranger = Organization("d0.c0", "Xã", "commune", Level.COMMUNE, Branch.TERRITORY)
        with pytest.raises(UnknownCodeError, match=r"d0\.c0"):
            risen(Observation(MEETINGS, stranger, YEAR, Quantity(1, "cuộc")))


class TestParentAndChild:
    def test_are_never_counted_twice(self):
        observations = [figure("d0.c0", "5"), figure("d0.c1", "6"), figure("d0", "12")]
        total = risen(*observations, figure("d1.c0", "1"))["own.meetings"]
        assert total.value.value == 13
        assert [one.code for one in total.reported] == ["d0", "d1.c0"]
        (overlap,) = total.overlaps
        assert (overlap.stated.organization.code, overlap.difference) == ("d0", -1)
        assert [one.code for one in overlap.computed.missing] == ["d0.c2", "d0.c3"]

    def test_on_every_level(self):
        total = risen(figure("d0.c0", "5"), figure("d0", "6"), figure("p", "7"))["own.meetings"]
        assert total.value.value == 7
        assert [str(one.difference) for one in total.overlaps] == ["-1", "-1"]

    def test_own_doing_is_added(self):
        own = figure("d0", "2", scope=Scope.ALONE)
        assert risen(own, figure("d0.c0", "5"))["own.meetings"].value.value == 7
        assert risen(own)["own.meetings"].value.value == 2
        both = risen(own, figure("d0.c0", "5"), figure("d0", "8"))["own.meetings"]
        assert both.value.value == 8
        assert both.overlaps[0].difference == -1


class TestExpected:
    def test_a_silent_sister_is_missing_with_all_below_it(self):
        total = risen(figure("d0.c0", "5"))["own.meetings"]
        assert [one.code for one in total.expected] == COMMUNES
        assert len(total.missing) == 11

    def test_clubs_of_a_group_whatever_their_kind(self):
        total = risen(figure("clubs.k1", "5"))["own.meetings"]
        assert [one.code for one in total.missing] == ["clubs.k0", "clubs.k2"]

    def test_a_group_that_reports_expects_no_other_group(self):
        total = risen(figure("clubs", "5"))["own.meetings"]
        assert (total.expected, total.missing) == ((TREE["clubs"],), ())

    def test_only_those_open_in_the_period(self):
        root = Organization("p", "Tỉnh", "province", Level.PROVINCE, Branch.TERRITORY)

        def commune(code, **days):
            return Organization(code, "Xã", "commune", Level.COMMUNE, Branch.TERRITORY, **days)

        codes = {
            "closed_before": {"closed": date(2022, 12, 31)},
            "closed_within": {"closed": date(2023, 3, 31)},
            "opened_within": {"opened": date(2023, 4, 1)},
            "opened_after": {"opened": date(2024, 1, 1)},
        }
        communes = [commune(code, **days) for code, days in codes.items()]
        tree = Organizations((root, *communes), tuple(Link(code, "p") for code in codes))
        report = Observation(MEETINGS, communes[1], YEAR, Quantity(5, "cuộc"))
        total = roll_up([report], tree, to="province", period=YEAR)["own.meetings"]
        assert total.value.value == 5
        assert [one.code for one in total.expected] == ["closed_within", "opened_within"]


class TestRatios:
    PARTS = (
        figure("d0.c0", "10", POOR), figure("d0.c0", "100", ALL),
        figure("d0.c1", "90", POOR), figure("d0.c1", "300", ALL),
    )  # fmt: skip
    SHARES = (figure("d0.c0", "10", SHARE), figure("d0.c1", "30", SHARE))

    def test_are_made_of_the_sums_of_their_sides(self):
        total = risen(*self.SHARES, *self.PARTS)["own.share"]
        assert (str(total.value), total.method) == ("25,00%", "ratio of sums")  # and not 20
        assert Decimal(25) in total.hard
        assert len(total.sources) == 4

    def test_are_refused_without_their_sides(self):
        with pytest.raises(NotAdditiveError, match=r"report own\.poor and own\.all"):
            risen(*self.SHARES)

    def test_as_stated_are_held_beside_it(self):
        total = risen(figure("p", "26", SHARE), *self.SHARES, *self.PARTS)["own.share"]
        assert str(total.value) == "26%"
        assert not total.overlaps[0].agrees

    @pytest.mark.parametrize("silent", [POOR, ALL])
    def test_who_lacks_a_side_is_missing_and_no_zero(self, silent):
        # Numerator and denominator summed each for itself would make 2,5% or 100% of it.
        parts = [
            one for one in self.PARTS
            if one.organization.code == "d0.c0" or one.indicator is not silent
        ]  # fmt: skip
        total = risen(*self.SHARES, *parts)["own.share"]
        assert str(total.value) == "10,00%"
        assert [one.code for one in total.reported] == ["d0.c0"]
        assert "d0.c1" in [one.code for one in total.missing]
        assert {one.organization.code for one in total.sources} == {"d0.c0"}

    def test_do_not_tell_of_a_figure_that_does_not_stand_in_them(self):
        of_a_month = figure("d0.c1", "90", POOR, MONTHS[3])
        total = risen(*self.SHARES, *self.PARTS[:2], of_a_month)["own.share"]
        assert str(total.value) == "10,00%"
        assert total.incomplete == ()

    def test_are_refused_where_nobody_reported_both_sides(self):
        sides = [figure("d0.c0", "10", POOR), figure("d0.c1", "300", ALL)]
        with pytest.raises(NotAdditiveError, match=r"report own\.poor and own\.all"):
            risen(*self.SHARES, *sides)

    def test_sides_of_different_levels_go_together_where_both_are_whole(self):
        sides = [*(figure(f"d0.c{n}", "10", POOR) for n in range(4)), figure("d0", "400", ALL)]
        total = risen(*self.SHARES, *sides, to="district")["own.share"]
        assert str(total.value) == "10,00%"

    def test_of_nothing_have_no_value(self):
        nothing = (figure("d0.c0", "0", POOR), figure("d0.c0", "0", ALL))
        assert "own.share" not in risen(figure("d0.c0", "0", SHARE), *nothing)


class TestRefusals:
    def test_means_do_not_add_up_over_organizations(self):
        with pytest.raises(NotAdditiveError, match=r"weigh it by own\.all"):
            risen(figure("d0.c0", "5", MEAN))
        assert risen(figure("p", "5", MEAN))["own.mean"].value.value == 5

    def test_means_are_weighed_where_the_weight_was_reported(self):
        means = [figure("d0.c0", "10", MEAN), figure("d0.c1", "bình quân 30", MEAN)]
        weights = [figure("d0.c0", "100", ALL), figure("d0.c1", "300", ALL)]
        silent = figure("d1.c0", "5.000", ALL)  # no mean there, and so no weight
        total = risen(*means, *weights, silent)["own.mean"]
        assert (str(total.value), total.method) == ("25 đồng", "mean weighed by own.all")
        assert Decimal(25) in total.hard
        with pytest.raises(NotAdditiveError, match=r"weigh it by own\.all"):
            risen(*means, weights[0])
        with pytest.raises(NotAdditiveError, match=r"weigh it by own\.all"):
            risen(*means, figure("d0.c0", "0", ALL), figure("d0.c1", "0", ALL))

    @pytest.mark.parametrize("indicator", [MEAN, GRADE, SHARE], ids=lambda one: one.code)
    def test_what_was_stated_above_stands_where_its_parts_do_not_go_together(self, indicator):
        stated, below = figure("p", "6", indicator), figure("d0.c0", "5", indicator)
        total = risen(stated, below)[indicator.code]
        assert (total.value, total.overlaps) == (stated.quantity, ())
        with pytest.raises(NotAdditiveError):
            risen(below)

    def test_the_greatest_may_be_taken(self):
        total = risen(figure("d0.c0", "5", MOST), figure("d0.c1", "9", MOST))["own.most"]
        assert (str(total.value), total.method) == ("9 người", "maximum over organizations")


def test_a_total_says_itself_in_a_line():
    assert str(risen(figure("d0.c0", "5"))) == "Tỉnh: Số cuộc họp, năm 2023: 5 cuộc (1/12)"


@pytest.mark.property
class TestLaws:
    @given(st.lists(WORDED, min_size=1, max_size=20).map(one_of_each), st.randoms())
    @settings(max_examples=60)
    def test_order_does_not_matter(self, observations, chance):
        shuffled = list(observations)
        chance.shuffle(shuffled)
        to = ["commune", "district", "province"]
        assert risen(*shuffled, to=to) == risen(*observations, to=to)

    @given(st.lists(WORDED, min_size=1, max_size=20).map(one_of_each))
    @settings(max_examples=60)
    def test_grouping_does_not_matter(self, observations):
        whole = risen(*observations)["own.meetings"]
        districts = risen(*observations, to="district")
        again = risen(
            *(Observation(MEETINGS, one.organization, YEAR, one.value) for one in districts)
        )["own.meetings"]
        assert again.value.amount == whole.value.amount
        assert Interval.sum(one.hard for one in districts) == whole.hard
        assert Interval.sum(one.likely for one in districts) == whole.likely

    @given(st.lists(WORDED, min_size=1, max_size=20).map(one_of_each))
    @settings(max_examples=60)
    def test_the_total_is_that_of_its_sources(self, observations):
        whole = risen(*observations)["own.meetings"]
        tally = Tally.of(observations[0].quantity)
        for one in observations[1:]:
            tally += Tally.of(one.quantity)
        assert whole.tally == tally
        assert sorted(map(str, whole.sources)) == sorted(map(str, observations))

    @given(st.lists(COUNTED, min_size=1, max_size=30).map(one_of_each))
    @settings(max_examples=60)
    def test_exact_counts_add_up_exactly_and_nobody_is_lost(self, observations):
        whole = risen(*observations)["own.meetings"]
        expected = sum(one.quantity.value for one in observations)
        assert whole.value.value == expected
        assert whole.hard == Interval.point(expected)
        assert set(whole.reported) | set(whole.missing) == set(whole.expected)
        assert not set(whole.reported) & set(whole.missing)

    @given(st.lists(COUNTED, min_size=1, max_size=10).map(one_of_each), st.integers(0, 500))
    @settings(max_examples=40)
    def test_a_stated_total_never_adds_to_its_parts(self, observations, stated):
        whole = risen(*observations, figure("p", f"{stated}"))["own.meetings"]
        assert whole.value.value == stated
        assert whole.overlaps[0].difference == (
            sum(one.quantity.value for one in observations) - stated
        )

    @given(
        st.fixed_dictionaries(
            {
                code: st.tuples(st.none() | st.integers(0, 50), st.none() | st.integers(50, 99))
                for code in COMMUNES
            }
        )
    )
    @settings(max_examples=60)
    def test_a_ratio_is_that_of_the_sums_of_those_who_reported_both(self, sides):
        observations = [figure(code, "50", SHARE) for code in sides]
        for code, counts in sides.items():
            for indicator, count in zip((POOR, ALL), counts, strict=True):
                if count is not None:
                    observations.append(figure(code, f"{count}", indicator))
        both = {code: counts for code, counts in sides.items() if None not in counts}
        if not both:
            with pytest.raises(NotAdditiveError):
                risen(*observations)
            return
        total = risen(*observations)["own.share"]
        poor, everyone = (sum(side) for side in zip(*both.values(), strict=True))
        assert total.value.value == Ratio(poor, everyone).percent(places=2)
        assert {one.code for one in total.reported} == set(both)
        assert {one.code for one in total.missing} == set(sides) - set(both)
        assert Interval.point(poor).divided_by(Interval.point(everyone)) * 100 in total.hard
