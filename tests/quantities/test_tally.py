"""Totals: the words they are printed in, and what they assert."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.errors import InvalidValueError, NotAdditiveError
from danvan.quantities import Interval, Quantity, Tally, total
from danvan.testing import values as dst


def figures(*texts):
    return [Quantity.parse(text) for text in texts]


@pytest.mark.parametrize(
    ("parts", "sum_"),
    [
        (["865 buổi", "523 buổi", "trên 394 buổi", "83 buổi", "591 buổi", "182 buổi"], "trên 2.638 buổi"),
        (["47.162 lượt", "75.788 lượt"], "122.950 lượt"),
        (["130,7 triệu đồng", "119,5 triệu đồng", "68,2 triệu đồng", "113,2 triệu đồng"], "431,6 triệu đồng"),
        (["1,5 triệu đồng", "2,5 triệu đồng"], "4,0 triệu đồng"),  # as fine as its parts
        (["01 cuộc", "02 cuộc"], "03 cuộc"),
        (["1,2 tỷ đồng", "3 triệu đồng"], "1.203 triệu đồng"),
        (["1,2 tỷ đồng", "3 triệu đ", "5 đồng"], "1.203.000.005 đồng"),
        (["01 - 02 mô hình", "03 mô hình"], "04 - 05 mô hình"),
        (["từ 30 đến 40 hộ", "5 hộ"], "35 - 45 hộ"),
        (["từ 30 hộ", "5 hộ"], "từ 35 hộ"),
        (["gần 2.000 người", "100 người"], "gần 2.100 người"),
        (["gần 10 hộ", "dưới 5 hộ"], "dưới 15 hộ"),
        (["không quá 10 hộ", "gần 5 hộ"], "gần 15 hộ"),
        (["ít nhất 10 hộ", "trên 5 hộ"], "trên 15 hộ"),
        (["95% trở lên"], "95% trở lên"),
        (["trên 394 buổi", "gần 6 buổi"], "khoảng 400 buổi"),
        (["ước đạt 12 hộ", "5 hộ"], "ước đạt 17 hộ"),
        (["1 - 2 hộ", "trên 5 hộ"], "trên 6 hộ"),
        (["1 - 2 hộ", "gần 5 hộ"], "gần 7 hộ"),
        (["1 - 2 hộ", "khoảng 5 hộ"], "khoảng 6 - 7 hộ"),
    ],
)  # fmt: skip
def test_in_the_words_of_an_office(parts, sum_):
    assert str(total(figures(*parts))) == sum_
    assert str(total(reversed(figures(*parts)))) == sum_


def test_what_the_total_asserts_is_summed_not_read_off_its_words():
    tally = Tally.of(Quantity.parse("trên 394 buổi")) + Tally.of(Quantity.parse("100 buổi"))
    assert (str(tally.hard), str(tally.likely)) == ("[494; ∞)", "[494; 495]")
    funds = [Tally.of(one) for one in figures("130,7 triệu đồng", "119,5 triệu đồng")]
    assert str((funds[0] + funds[1]).hard) == "[250.100.000; 250.300.000]"


def test_units_do_not_mix_unless_one_is_said():
    mixed = figures("56 công dân", "1.114 người")
    with pytest.raises(InvalidValueError, match="a figure in công dân"):
        total(mixed)
    assert str(total(mixed, unit="lượt người")) == "1.170 lượt người"
    assert str(total(figures("1,5 tỷ đồng", "2 tỷ đồng"), unit="triệu đồng")) == "3.500 triệu đồng"


def test_no_parts_make_no_total():
    with pytest.raises(InvalidValueError, match="at least one"):
        total([])


def test_averages_are_not_added():
    with pytest.raises(NotAdditiveError, match="weigh each mean"):
        total(figures("bình quân 5 buổi", "3 buổi"))


def additive(quantity):
    return quantity.sense is None or quantity.sense.name != "MEAN"


@pytest.mark.property
class TestLaws:
    @given(
        st.lists(dst.quantities(unit="hộ").filter(additive), min_size=1, max_size=6), st.randoms()
    )
    @settings(max_examples=60)
    def test_order_and_grouping_do_not_matter(self, parts, chance):
        whole = Tally.of(parts[0])
        for part in parts[1:]:
            whole += Tally.of(part)
        shuffled = list(parts)
        chance.shuffle(shuffled)
        other = Tally.of(shuffled[-1])
        for part in reversed(shuffled[:-1]):
            other = Tally.of(part) + other
        assert other == whole
        assert other.quantity("hộ") == whole.quantity("hộ") == total(parts)

    @given(st.lists(st.integers(0, 10**9), min_size=1, max_size=8))
    def test_exact_counts_add_up_exactly(self, counts):
        parts = [Quantity(count, "hộ") for count in counts]
        assert total(parts) == Quantity(sum(counts), "hộ")
        assert total(parts).hard() == Interval.point(sum(counts))

    @given(st.lists(dst.quantities(unit="hộ").filter(additive), min_size=1, max_size=5))
    @settings(max_examples=60)
    def test_any_true_values_of_the_parts_are_a_true_value_of_the_whole(self, parts):
        intervals = [part.hard() for part in parts]
        lowest = sum((one.low or Decimal(0) for one in intervals), Decimal(0))
        whole = Tally.of(parts[0])
        for part in parts[1:]:
            whole += Tally.of(part)
        closed = all(one.low_closed for one in intervals)
        assert (lowest in whole.hard) is closed
        assert whole.hard == Interval.sum(intervals)
