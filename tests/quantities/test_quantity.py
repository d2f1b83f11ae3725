"""Figures as written: what is read, what is refused, what they assert."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from danvan.errors import InvalidValueError, ParseError
from danvan.quantities import (
    Interval,
    Policy,
    Qualifier,
    Quantity,
    Rounding,
    Sense,
    qualifiers,
)
from danvan.testing import values as dst


def number(text):
    return Decimal(text)


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier", "high", "padded"),
    [
        ("2.639 buổi", "2639", "buổi", None, None, False),
        ("trên 394 buổi", "394", "buổi", "trên", None, False),
        ("gần 2.000", "2000", "", "gần", None, False),
        ("01 - 02 mô hình", "1", "mô hình", None, "2", True),
        ("08 - 12 cuộc", "8", "cuộc", None, "12", True),
        ("8 - 12 cuộc", "8", "cuộc", None, "12", False),
        ("từ 30 đến 40 hộ", "30", "hộ", "từ", "40", False),
        ("khoảng 30 - 40 người", "30", "người", "khoảng", "40", False),
        ("85,48%", "85.48", "%", None, None, False),
        ("95% trở lên", "95", "%", "trở lên", None, False),
        ("05 mô hình trở lên", "5", "mô hình", "trở lên", None, True),
        ("36.378.936 đồng", "36378936", "đồng", None, None, False),
        ("431,6 triệu đồng", "431.6", "triệu đồng", None, None, False),
        ("trên 5,8 vạn người", "5.8", "vạn người", "trên", None, False),
        ("ước đạt 12,50 tỷ đồng", "12.50", "tỷ đồng", "ước đạt", None, False),
        ("không quá 3 ngày", "3", "ngày", "không quá", None, False),
        ("02 lần/tháng", "2", "lần/tháng", None, None, True),
        ("00 đơn", "0", "đơn", None, None, True),
        ("0,5 ha", "0.5", "ha", None, None, False),
        ("11.934 m²", "11934", "m²", None, None, False),
        ("5%/năm", "5", "%/năm", None, None, False),
        ("7", "7", "", None, None, False),
    ],
)
def test_read_and_written_again(text, value, unit, qualifier, high, padded):
    found = Quantity.parse(text)
    assert str(found) == text
    assert (found.value, found.unit, found.padded) == (number(value), unit, padded)
    assert found.value.as_tuple() == number(value).as_tuple()  # digits kept as written
    assert (found.qualifier and str(found.qualifier)) == qualifier
    assert found.high == (high and number(high))
    assert eval(repr(found)) == found  # our own repr


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("1295 lượt", "groups of three"),
        ("1.5 hộ", "groups of three"),
        ("-3 hộ", "from zero up"),
        ("âm 3 hộ", "from zero up"),
        ("  3 hộ", "canonical form 3 hộ"),
        ("3  hộ", "canonical form 3 hộ"),
        ("85 %", "canonical form 85%"),
        ("1 - 02 hộ", "canonical form 01 - 02 hộ"),
        ("3 đến 4 hộ", "canonical form 3 - 4 hộ"),
        ("từ 3 - 4 hộ", "canonical form từ 3 đến 4 hộ"),
        ("02 - 01 hộ", "above 2"),
        ("05,5%", "groups of three"),
        ("hình như 3 hộ", "qualifier"),
        ("Trên 3 hộ", "qualifier"),
        ("từ 95% trở lên", "qualifier"),
        ("dưới 0 hộ", "below zero"),
        ("ba hộ", "numeral"),
        ("٣ hộ", "numeral"),
        ("", "numeral"),
        ("12 hộ\n", "single spaces"),
        ("12 ho\u0323\u0302", "NFC"),
        ("12 (hộ)", "begins with a letter"),
        ("1" * 40, "groups of three"),
        (f"{'999.' * 10}999 hộ", "30 digits"),
    ],
)
def test_refused_with_what_was_wanted(text, want):
    with pytest.raises(ParseError, match=want) as error:
        Quantity.parse(text)
    assert error.value.got == text


@pytest.mark.parametrize(
    ("parts", "options", "want"),
    [
        ((-3, "hộ"), {}, "a fall is said in words"),
        ((1.5, "hộ"), {}, "a finite Decimal"),
        ((Decimal("NaN"),), {}, "a finite Decimal"),
        ((Decimal("1E-13"),), {}, "12 decimals"),
        ((3, None), {}, "a text"),
        ((3, "5 hộ"), {}, "begins with a letter"),
        ((3, "đến 5 hộ"), {}, "the end of a range"),
        ((3, "hộ trở lên"), {}, "as a qualifier"),
        ((3, "trở xuống"), {}, "as a qualifier"),
        ((3, "hộ "), {}, "single spaces"),
        ((3, "h" * 201), {}, "at most 200 letters"),
        ((3, "tỷ tỷ tỷ đồng"), {}, "at most tỷ tỷ"),
        ((3, "hộ", "trên"), {}, "a Qualifier"),
        ((3, "hộ"), {"high": 3}, "above 3"),
        ((0, "hộ", Qualifier.parse("gần")), {}, "no figure below zero"),
    ],
)
def test_what_could_not_be_read_back_is_not_made(parts, options, want):
    with pytest.raises(InvalidValueError, match=want):
        Quantity(*parts, **options)


def test_a_qualifier_of_ones_own_making_is_refused():
    own = Qualifier("own", "độ chừng", Sense.ABOUT)
    with pytest.raises(InvalidValueError, match=r"qualifiers\(\)"):
        Quantity(3, "hộ", own)


def test_padding_is_a_habit_of_writing_and_no_difference():
    assert Quantity.parse("02 cuộc") == Quantity.parse("2 cuộc")
    assert hash(Quantity.parse("02 cuộc")) == hash(Quantity.parse("2 cuộc"))
    assert str(Quantity(12, "cuộc", padded=True)) == "12 cuộc"


@pytest.mark.parametrize(
    ("text", "scale", "base", "amount"),
    [
        ("431,6 triệu đồng", "1000000", "đồng", "431600000"),
        ("5,8 vạn người", "10000", "người", "58000"),
        ("2 nghìn tỷ đồng", "1000000000000", "đồng", "2000000000000"),
        ("12,5 tỷ", "1000000000", "", "12500000000"),
        ("122,188 triệu đ", "1000000", "đồng", "122188000"),
        ("7 lượt người", "1", "lượt người", "7"),
    ],
)
def test_scales(text, scale, base, amount):
    found = Quantity.parse(text)
    assert (found.scale, found.base_unit, found.amount) == (number(scale), base, number(amount))


# words, what they assert, what an office means
READINGS = [
    ("394 buổi", "[394; 394]", "[394; 394]"),
    ("85,4%", "[85,35; 85,45]", "[85,35; 85,45]"),
    ("100%", "[99,5; 100,5]", "[99,5; 100,5]"),
    ("0%", "[0; 0,5]", "[0; 0,5]"),
    ("565 tỷ đồng", "[564.500.000.000; 565.500.000.000]", "[564.500.000.000; 565.500.000.000]"),
    ("36.378.936 đồng", "[36.378.936; 36.378.936]", "[36.378.936; 36.378.936]"),
    ("66.315,44 ha", "[66.315,435; 66.315,445]", "[66.315,435; 66.315,445]"),
    ("3 năm", "[3; 3]", "[3; 3]"),
    ("trên 394 buổi", "[394; ∞)", "[394; 395]"),
    ("hơn 122.950 lượt người", "[122.950; ∞)", "[122.950; 122.960]"),
    ("trên 2.000 người", "[2.000; ∞)", "[2.000; 3.000]"),
    ("trên 5,8 vạn người", "[58.000; ∞)", "[58.000; 59.000]"),
    ("trên 0 đơn", "[0; ∞)", "[0; 1]"),
    ("gần 394 buổi", "[0; 394)", "[393; 394)"),
    ("gần 1.000 lượt", "[0; 1.000)", "[0; 1.000)"),
    ("dưới 394 buổi", "[0; 394)", "[0; 394)"),
    ("chưa đến 394 buổi", "[0; 394)", "[0; 394)"),
    ("ít nhất 5 mô hình", "[5; ∞)", "[5; ∞)"),
    ("từ 5 mô hình", "[5; ∞)", "[5; ∞)"),
    ("95% trở lên", "[95; ∞)", "[95; ∞)"),
    ("không quá 5 ngày", "[0; 5]", "[0; 5]"),
    ("5% trở xuống", "[0; 5]", "[0; 5]"),
    ("khoảng 400 hộ", "[0; ∞)", "[360; 440]"),
    ("khoảng 2 hộ", "[0; ∞)", "[1,5; 2,5]"),  # never less than half a unit
    ("khoảng 0 hộ", "[0; ∞)", "[0; 0,5]"),
    ("bình quân 12 buổi", "[11,5; 12,5]", "[11,5; 12,5]"),
    ("01 - 02 mô hình", "[1; 2]", "[1; 2]"),
    ("từ 30 đến 40 hộ", "[30; 40]", "[30; 40]"),
    ("khoảng 30 - 40 người", "[0; ∞)", "[27; 44]"),
    ("30 - 40%", "[29,5; 40,5]", "[29,5; 40,5]"),
    ("ít nhất 1 - 2 mô hình", "[1; ∞)", "[1; ∞)"),
]


@pytest.mark.parametrize(("text", "hard", "likely"), READINGS)
def test_readings(text, hard, likely):
    found = Quantity.parse(text)
    assert (str(found.hard()), str(found.likely())) == (hard, likely)


def test_every_sense_is_read():
    assert {one.sense for one in qualifiers()} == set(Sense)
    read = {Quantity.parse(text).sense for text, _, _ in READINGS}
    assert read == {None, *Sense}


def test_another_policy():
    cut = Policy(rounding=Rounding.TRUNCATED, share=Decimal("0.05"))
    assert str(Quantity.parse("85,4%").hard(cut)) == "[85,4; 85,5)"
    assert str(Quantity.parse("khoảng 400 hộ").likely(cut)) == "[380; 420]"
    assert str(Quantity.parse("0%").hard(cut)) == "[0; 1)"


def test_a_policy_of_ones_own():
    class Strict(Policy):
        def hard(self, quantity):
            return self.likely(quantity)

    assert str(Quantity.parse("trên 394").hard(Strict())) == "[394; 395]"


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("trên 85%", "80%", True),
        ("trên 85%", "90%", None),
        ("gần 85%", "90%", False),
        ("1,2 tỷ đồng", "431,6 triệu đồng", True),
        ("5 hộ", "5 hộ", False),
    ],
)
def test_comparison(one, other, answer):
    assert Quantity.parse(one).exceeds(Quantity.parse(other)) is answer


def test_different_things_are_not_compared():
    with pytest.raises(InvalidValueError, match="a figure in hộ"):
        Quantity.parse("5 hộ").exceeds(Quantity.parse("5 người"))


@pytest.mark.property
class TestLaws:
    @given(dst.quantities())
    @settings(max_examples=200)
    def test_what_is_meant_lies_within_what_is_asserted(self, quantity):
        assert quantity.likely() in quantity.hard()
        assert quantity.hard() in Interval(Decimal(0), None)

    @given(dst.quantities())
    def test_the_stated_number_is_no_contradiction(self, quantity):
        ends = quantity.hard()
        touches = Interval(ends.low, ends.high)  # "dưới 5" comes up to 5
        assert quantity.amount in touches
