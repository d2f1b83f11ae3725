"""The shipped indicators, tested as code."""

from collections import Counter
from decimal import Decimal

import pytest

from danvan.errors import InvalidValueError, UnknownCodeError
from danvan.indicators import Breakdown, BreakdownKind, Combination, Indicator, Kind, indicators
from danvan.quantities import Quantity, unit_named


def test_there_are_plenty_over_all_the_field():
    assert len(indicators()) >= 150
    groups = {one.code.partition(".")[0] for one in indicators()}
    assert groups >= {
        "propaganda", "dialogues", "reception", "petitions", "supervision", "criticism",
        "contributions", "voters", "mediation", "models", "membership", "party", "loans", "funds",
        "welfare", "countryside", "poverty", "one_stop", "religion", "ethnic", "security",
    }  # fmt: skip


def test_every_code_and_name_stands_once():
    codes = Counter(one.code for one in indicators())
    names = Counter(one.name for one in indicators())
    assert max(codes.values()) == max(names.values()) == 1


@pytest.mark.parametrize("indicator", indicators(), ids=lambda one: one.code)
def test_every_entry_is_whole(indicator):
    assert indicator.source, "no source"
    assert indicator.name_en, "no English name, name_en"
    assert indicator.confidence in ("sure", "likely", "unsure")
    for code in (indicator.numerator, indicator.denominator, indicator.weight):
        assert code is None or code in indicators()
    if indicator.kind not in (Kind.GRADE, Kind.TEXT):
        assert unit_named(indicator.unit), f"{indicator.unit}: not in units.toml"
        assert indicator.accepts(indicator.unit)
    for counter in indicator.counters:
        assert counter == str(Quantity(1, counter)).removeprefix("1").strip()
        assert counter != indicator.unit
    for breakdown in indicator.breakdowns:
        assert len(breakdown.names) == len(breakdown.values)


def test_directives_that_ask_are_numbers_of_papers():
    asked = {one.asked_by for one in indicators() if one.asked_by}
    assert asked == {"217-QĐ/TW", "218-QĐ/TW", "11-QĐi/TW"}


@pytest.mark.parametrize(
    ("kind", "over_time", "over_organizations"),
    [
        (Kind.FLOW, Combination.SUM, Combination.SUM),
        (Kind.STOCK, Combination.LAST, Combination.SUM),
        (Kind.BALANCE, Combination.NONE, Combination.SUM),
        (Kind.EXTREMUM, Combination.MAXIMUM, Combination.MAXIMUM),
        (Kind.MEAN, Combination.NONE, Combination.NONE),
        (Kind.GRADE, Combination.NONE, Combination.NONE),
    ],
)
def test_how_it_goes_together_follows_from_its_kind(kind, over_time, over_organizations):
    made = Indicator("own.figure", "Số liệu riêng", "hộ", kind)
    assert (made.over_time, made.over_organizations) == (over_time, over_organizations)


def test_unless_it_says_otherwise():
    least = Indicator(
        "own.least", "Thấp nhất", "%", Kind.EXTREMUM, over_organizations=Combination.MINIMUM
    )
    assert least.over_organizations is Combination.MINIMUM


@pytest.mark.parametrize(
    ("parts", "options", "want"),
    [
        (("Own", "Tên", "hộ", Kind.FLOW), {}, "a code like"),
        (("own.", "Tên", "hộ", Kind.FLOW), {}, "a code like"),
        (("own", "", "hộ", Kind.FLOW), {}, "something in it"),
        (("own", "Tên", "hộ", "flow"), {}, "Kind"),
        (("own", "Tên", "%", Kind.RATIO), {}, "both parts of a ratio"),
        (("own", "Tên", "hộ", Kind.FLOW), {"counters": "người"}, "a tuple of str"),
    ],
)
def test_what_is_no_indicator_is_refused(parts, options, want):
    with pytest.raises(InvalidValueError, match=want):
        Indicator(*parts, **options)


def test_breakdown_names_go_with_values():
    with pytest.raises(InvalidValueError, match="a name for each value"):
        Breakdown("field", BreakdownKind.PARTITION, ("economy",), ("kinh tế", "văn hóa"))


def test_units_are_accepted_in_any_scale_and_spelling():
    funds = indicators()["funds.raised"]
    assert all(funds.accepts(unit) for unit in ("đồng", "triệu đồng", "nghìn tỷ đ", "VNĐ"))
    assert not funds.accepts("hộ")
    assert not funds.accepts("")


def test_the_users_own_stand_beside_the_shipped():
    own = Indicator("own.trees", "Số cây trồng", "cây", Kind.FLOW)
    both = indicators().extended([own])
    assert both["own.trees"] is own
    assert len(both) == len(indicators()) + 1
    with pytest.raises(UnknownCodeError, match=r"propaganda\.sessions"):
        both["propaganda.session"]


def test_percentages_keep_their_parts():
    share = indicators()["women.clean_families_share"]
    assert (share.numerator, share.denominator) == ("women.clean_families", "women.families")
    assert Decimal(100) * 7984 / 12233 > 65
