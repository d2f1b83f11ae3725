"""Figures in running text: every habit of the papers, and the numerals that count nothing."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.reading import find_quantities
from danvan.testing import strategies as dst

FIGURES = [
    # text, then for each figure: numeral, value, unit, qualifier, high, whole
    ("tổ chức trên 394 buổi", [("394", "394", "buổi", "trên", None, None)]),
    ("Trên 85% cán bộ", [("85", "85", "%", "trên", None, None)]),
    ("đạt 95% trở lên", [("95", "95", "%", "trở lên", None, None)]),
    ("thu hút gần 2.000 người", [("2.000", "2000", "người", "gần", None, None)]),
    ("có từ 01 - 02 mô hình", [("01 - 02", "1", "mô hình", "", "2", None)]),
    ("từ 03 đến 04 đợt", [("03 đến 04", "3", "đợt", "", "4", None)]),
    ("24/39 điểm nhóm", [("24/39", "24", "điểm nhóm", "", None, "39")]),
    ("23.078/18.379 đạt", [("23.078/18.379", "23078", "", "", None, "18379")]),
    ("đạt 100 %.", [("100", "100", "%", "", None, None)]),
    ("1295 lượt người", [("1295", "1295", "lượt người", "", None, None)]),
    ("với 1900 người tham dự", [("1900", "1900", "người", "", None, None)]),
    ("66.315,44 ha", [("66.315,44", "66315.44", "ha", "", None, None)]),
    ("dân số trên 5,8 vạn người", [("5,8", "5.8", "vạn người", "trên", None, None)]),
    ("hiến 11.934 m² đất", [("11.934", "11934", "m²", "", None, None)]),
    ("xây dựng 110m đường, dài 01km", [("110", "110", "m", "", None, None),
                                       ("01", "1", "km", "", None, None)]),
    ("13 vụ/31 đối tượng", [("13", "13", "vụ", "", None, None), ("31", "31", "đối tượng", "", None, None)]),
    ("tiếp công dân 02 lần/ tháng", [("02", "2", "lần/ tháng", "", None, None)]),
    ("ban hành 26 Nghị quyết", [("26", "26", "Nghị quyết", "", None, None)]),
    ("gồm 13 văn bản¹ lãnh đạo", [("13", "13", "văn bản", "", None, None)]),
    ("tổng số 11.036 ngày công", [("11.036", "11036", "ngày công", "", None, None)]),
    ("tổng kết 10 năm thực hiện", [("10", "10", "năm", "", None, None)]),
    ("gồm 13 xã, thị trấn, 126 bản", [("13", "13", "xã, thị trấn", "", None, None),
                                      ("126", "126", "bản", "", None, None)]),
    ("05\nlượt người", [("05", "5", "lượt người", "", None, None)]),
    ("Sử dụng 02 Fanpage", [("02", "2", "Fanpage", "", None, None)]),
    # behind "mỗi" and in compounds a word that makes numbers names is a common noun
    ("bình quân mỗi tổ 7 người", [("7", "7", "người", "", None, None)]),
    ("hằng quý 01 lần", [("01", "1", "lần", "", None, None)]),
    ("giải quyết dứt điểm 17 đơn", [("17", "17", "đơn", "", None, None)]),
    ("cấp Trung ương 05 hội nghị", [("05", "5", "hội nghị", "", None, None)]),
    ("có 34 Chủ tịch, Phó Chủ tịch", [("34", "34", "Chủ tịch, Phó Chủ tịch", "", None, None)]),
    ("125 giờ phát thanh", [("125", "125", "giờ phát thanh", "", None, None)]),
    # as others write thousands and decimals
    ("2,500,000 đồng", [("2,500,000", "2500000", "đồng", "", None, None)]),
    ("hơn 1 254 hồ sơ", [("1 254", "1254", "hồ sơ", "hơn", None, None)]),
    ("đạt 95.5%", [("95.5", "95.5", "%", "", None, None)]),
    ("15 trong tổng số 18 đơn", [("15 trong tổng số 18", "15", "đơn", "", None, "18")]),
    ("24/tổng số 39 xã", [("24/tổng số 39", "24", "xã", "", None, "39")]),
    ("từ 5% đến 7%", [("5% đến 7", "5", "%", "", "7", None)]),
    ("20 triệu - 30 triệu đồng", [("20 triệu - 30", "20", "triệu đồng", "", "30", None)]),
    # from one to the other is a change, and no "from ... upwards"
    ("tăng từ 79,5% lên 88,2%", [("79,5", "79.5", "%", "", None, None), ("88,2", "88.2", "%", "", None, None)]),
    ("thấp hơn 2,5 triệu đồng", [("2,5", "2.5", "triệu đồng", "", None, None)]),
    ("trên dưới 50 người", [("50", "50", "người", "trên dưới", None, None)]),
    ("3 triệu đồng/ấp/năm", [("3", "3", "triệu đồng/ấp/năm", "", None, None)]),
    ("thu hồi 36.378.936 đồng", [("36.378.936", "36378936", "đồng", "", None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), FIGURES, ids=[text for text, _ in FIGURES])
def test_figures(text, wanted):
    found = find_quantities(text)
    assert [
        (q.text, q.value, q.unit[: len(w[2])], str(q.qualifier or ""), q.high, q.whole)
        for q, w in zip(found, wanted, strict=True)
    ] == [
        (w[0], Decimal(w[1]), w[2], w[3], w[4] and Decimal(w[4]), w[5] and Decimal(w[5]))
        for w in wanted
    ]
    assert all(text[q.start : q.end] == q.text for q in found)
    assert all(bool(w[2]) == bool(q.unit) for q, w in zip(found, wanted, strict=True))


NOTHING = [
    ("ngày 12/12/2013 của Bộ Chính trị", "a date"),
    ("ngày 30 tháng 7 năm 2021", "a date in words"),
    ("kỷ niệm ngày 27/7; quốc tế Phụ nữ 8/3 và", "days without a year"),
    ("giai đoạn 2021-2025, nhiệm kỳ 2023 - 2028", "spans of years"),
    ("Quyết định số 217-QĐ/TW và 41/KH-UBND", "numbers of papers"),
    ("theo Quyết định 217, 218 và Quy định 124", "numbers of papers without symbols"),
    ("Năm 2023, từ năm 2022 đến nay", "years"),
    ("2.1. Công tác tuyên truyền", "the number of a section"),
    ("1. Thuận lợi", "the number of a section"),
    ("sinh con thứ 3, kỳ họp thứ 6", "ordinals"),
    ("tại Điều 8, khoản 2 của Luật", "parts of a law"),
    ("Đề án 06, Ban chỉ đạo 35 Công an tỉnh", "numerals in names"),
    ("tại bản 46 xã Sơn Bình", "the name of a hamlet"),
    ("dịch bệnh Covid-19", "the name of an illness"),
    ("TCVN ISO 9001:2008 tiếp tục", "the name of a standard"),
    ("mô hình “5 không, 3 sạch”", "a quoted title"),
    ("6 tháng đầu năm, 9 tháng năm 2023", "names of periods"),
    ("Tháng 3, 9\tTháng 4,10", "lists of months"),
    ("vào ngày 01 và ngày 15 hàng tháng", "days of the month"),
    ("<p>2</p>", "a number in a cell"),
    ("quý III/2025 tổ chức", "a quarter"),
    ("tháng 9, 10/2026 và 12/2025 họp", "months"),
    ("từ 01/7 đến 30/9/2025, từ 15-30/11", "days, from one to the other"),
    ("Nghị quyết Trung ương 4 khóa XII", "the ordinal of a session"),
    ("lúc 8 giờ 00 phút, trực 24/24 giờ", "the time of day"),
    ("mạng 4G, 5G", "the names of standards"),
]


@pytest.mark.parametrize(("text", "what"), NOTHING, ids=[what for _, what in NOTHING])
def test_numerals_that_count_nothing(text, what):
    assert [q.text for q in find_quantities(text)] == []


def test_offsets_hold_through_cleaning():
    text = "tổ\u00adchức 394\u00a0buổi va\u0300 05 cuộc"
    assert [text[q.start : q.end] for q in find_quantities(text)] == ["394", "05"]


@pytest.mark.property
@settings(max_examples=100, deadline=None)
@given(dst.quantities(unit="lượt người"))
def test_what_a_quantity_prints_is_found(quantity):
    (found,) = find_quantities(f"Kết quả đạt {quantity} tham gia.")
    assert (found.value, found.high, found.unit) == (quantity.value, quantity.high, quantity.unit)
    # of a range "từ" says nothing more
    assert found.qualifier == quantity.qualifier or quantity.high


@pytest.mark.property
@settings(max_examples=200, deadline=None)
@given(st.text("0123456789.,/-–% ()ngàytrênhộ\n¹", max_size=60) | st.text(max_size=40))
def test_any_text_is_read_with_places_in_it(text):
    for q in find_quantities(text):
        assert text[q.start : q.end] == q.text
        assert 0 <= q.start < q.end <= q.unit_end <= len(text)


# A list says at its head what it counts; its numbers have the unit of the head.
LISTS = [
    (
        '32 mô hình "Dân vận khéo" (kinh tế 14; văn hóa - xã hội 11; an ninh 7).',
        "mô hình",
        ["14", "11", "7"],
    ),
    ("12 buổi, trong đó: cấp xã 2, cấp thôn 10.", "buổi", ["2", "10"]),
    ("1.250 lượt người (nam: 700, nữ: 550)", "lượt người", ["700", "550"]),
    ("40 hộ nghèo gồm Bản Bo 10, Bình Lư 12 và Sơn Bình 18.", "hộ nghèo", ["10", "12", "18"]),
    (
        "18 dự thảo, trong đó cấp tỉnh 05, cấp huyện 07, cấp xã 06 dự thảo",
        "dự thảo",
        ["05", "07", "06"],
    ),
    ("16,5 km (bê tông 5,5; cấp phối 11)", "km", ["5,5", "11"]),
]
NO_LISTS = [
    ("thành lập 2 tổ (tổ 1, tổ 2)", "names"),
    ("xử lý 5 vụ (tháng 3; tháng 5)", "dates"),
    ("theo 3 chỉ thị (Chỉ thị 05, Kết luận 21)", "papers"),
    ("12 buổi (đợt 1, đợt 2)", "ordinals"),
    ("Tổ chức 5 buổi. Còn lại (kinh tế 14; xã hội 11)", "another sentence"),
    ("đạt 95% (kinh tế 14; xã hội 11)", "a percentage counts nothing"),
    ("2 mô hình (kinh tế 14; kinh tế 11)", "one name twice"),
    ("3 mô hình (kinh tế 14)", "one item is no list"),
    ("3 văn bản (Nghị quyết 25, Kết luận 43 của Trung ương)", "papers with their issuer"),
]


@pytest.mark.parametrize(("text", "unit", "numbers"), LISTS)
def test_the_numbers_of_a_list_are_of_the_unit_of_its_head(text, unit, numbers):
    found = [figure for figure in find_quantities(text) if figure.text in numbers]
    assert [(figure.text, figure.unit) for figure in found] == [(n, unit) for n in numbers]
    assert [text[figure.start : figure.end] for figure in found] == numbers


@pytest.mark.parametrize(("text", "why"), NO_LISTS)
def test_numbers_behind_words_that_make_them_names_count_nothing(text, why):
    assert len(find_quantities(text)) == 1, why


STEPS = [
    ("trên 9 tỷ 407 triệu đồng;", ["9 tỷ 407"], ["9407"], "triệu đồng"),
    ("2 triệu 500 nghìn đồng", ["2 triệu 500"], ["2500"], "nghìn đồng"),
    ("1 tỷ 5 triệu đồng", ["1 tỷ 5"], ["1005"], "triệu đồng"),
    ("2 tỷ 250.000.000 đồng", ["2 tỷ 250.000.000"], ["2250000000"], "đồng"),
    ("5 triệu 300 đồng", ["5 triệu 300"], ["5000300"], "đồng"),
    # the second is no smaller step of the first
    ("3 triệu 1500 triệu đồng", ["3", "1500"], ["3", "1500"], "triệu đồng"),
    ("2 tỷ 1.250.000.000 đồng", ["2", "1.250.000.000"], ["2", "1250000000"], "đồng"),
    ("1 tỷ 407 hộ", ["1", "407"], ["1", "407"], "hộ"),
]


@pytest.mark.parametrize(("text", "printed", "values", "unit"), STEPS)
def test_an_amount_told_in_two_steps_is_one(text, printed, values, unit):
    found = find_quantities(text)
    assert [figure.text for figure in found] == printed
    assert [str(figure.value) for figure in found] == values
    assert found[-1].unit == unit
    assert text.startswith(printed[0], found[0].start)


def test_the_months_of_a_plan_are_no_figure():
    assert [q.text for q in find_quantities("đạt 102% kế hoạch 6 tháng, kéo dài 6 tháng")] == [
        "102",
        "6",
    ]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("có 5-7  mô hình", "mô hình"),
        ("33/46   xã, thị trấn", "xã, thị trấn"),
        ("5 hộ  \nnghèo", "hộ nghèo"),
    ],
)
def test_blanks_more_than_one_are_one(text, unit):
    assert [figure.unit for figure in find_quantities(text)] == [unit]


@pytest.mark.parametrize("text", ["12/ 12/2013", "12 / 12 / 2013", "12 / 12/2013", "12 /12/ 2013"])
def test_a_date_with_blanks_is_no_figure(text):
    assert find_quantities(f"ngày {text}, có") == ()
