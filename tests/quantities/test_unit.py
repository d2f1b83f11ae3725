"""Units: the longest one at a place, scales, and the catalogue itself."""

from collections import Counter
from decimal import Decimal

import pytest

from danvan.quantities import (
    Dimension,
    Quantity,
    base_unit,
    match_unit,
    scale_factor,
    split_unit,
    unit_named,
    unit_words,
    units,
)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        (" lượt người tham dự", "lượt người"),
        (" lượt đoàn viên thanh thiếu nhi tham gia", "lượt đoàn viên thanh thiếu nhi"),
        (" đơn vị", "đơn vị"),
        (" đơn, thư", "đơn"),
        (" triệu đồng cho 5 hộ", "triệu đồng"),
        (" tỷ", "tỷ"),
        (" nghìn tỷ đồng", "nghìn tỷ đồng"),
        (" vạn người;", "vạn người"),
        ("% kế hoạch", "%"),
        ("m đường bê tông", "m"),
        (" m² đất", "m²"),
        (" buổi³ cho", "buổi"),  # a footnote mark
        (" xã, thị trấn có", "xã, thị trấn"),
        (" xã, phường nọ", "xã, phường"),
        (" lần/ tháng", "lần/ tháng"),
        (" tổ TK&VV", "tổ TK&VV"),
        (" Ý KIẾN", "Ý KIẾN"),
        (" hộ\n nông dân", "hộ\n nông dân"),
        (" đ/c", "đ/c"),
        (" cuộcx", None),
        (" và 5 hộ", None),
        ("", None),
        (", hộ", None),
    ],
)
def test_longest_unit(text, unit):
    end = match_unit(f"12{text}", 2)
    assert (None if end is None else text[: end - 2].strip()) == unit


@pytest.mark.parametrize(
    ("text", "scale", "unit", "factor"),
    [
        ("triệu đồng", "triệu", "đồng", 10**6),
        ("ngàn tỉ đồng", "ngàn tỉ", "đồng", 10**12),
        ("vạn", "vạn", "", 10**4),
        ("lượt người", None, "lượt người", 1),
        ("trượng", None, "trượng", 1),
    ],
)
def test_split(text, scale, unit, factor):
    assert split_unit(text) == (scale, unit)
    assert scale_factor(text) == factor


def test_spellings_of_a_measure_are_one_unit_and_counters_are_not():
    assert base_unit("trđ") == "trđ"  # not guessed
    assert base_unit("VNĐ") == base_unit("đ") == "đồng"
    assert base_unit("hecta") == "ha"
    assert base_unit("công dân") == "công dân"


def test_unknown_words_are_no_unit():
    assert unit_named("hộ nọ") is None
    assert unit_named("triệu đồng").dimension is Dimension.MONEY


class TestCatalogue:
    def test_there_is_plenty(self):
        assert len(units()) > 200
        assert len(unit_words()) > 300

    def test_every_word_stands_once(self):
        words = Counter(word.lower() for unit in units() for word in (unit.word, *unit.aliases))
        assert [word for word, times in words.items() if times > 1] == []

    def test_every_word_can_stand_in_a_figure(self):
        for word in unit_words():
            assert Quantity.parse(str(Quantity(12, word))) == Quantity(12, word)
            assert match_unit(f"12 {word}", 2) == len(word) + 3

    def test_factors_are_powers_of_ten_and_scales_have_one(self):
        for unit in units():
            if unit.factor is not None:
                assert Decimal(unit.factor).normalize().as_tuple().digits == (1,)
            assert unit.factor or unit.dimension is not Dimension.SCALE

    def test_every_entry_has_a_source(self):
        assert all(unit.source for unit in units())


def test_a_page_without_units_takes_no_time():
    assert match_unit("12" + " và" * 100_000, 2) is None
    assert match_unit("12" + " triệu" * 1_000, 2) == 2 + 6 * 1_000
