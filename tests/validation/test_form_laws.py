"""The checks of form over any text: no exception, places within it, time in step with its length."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan import Organizations, check
from danvan.reading.document import parse_report
from danvan.reports import composed
from danvan.testing import strategies as dst
from danvan.validation import FORM_CHECKS, place_names

PLACES = place_names(Organizations.shipped("tam_duong"))
CHECKS = (*FORM_CHECKS, PLACES)
PIECES = [
    "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập – Tự Do - Hạnh phúc", "HUYỆN ỦY BẾN XUÂN",
    "Số 5-BC/HU", "Số: 41/KH-UBND", "Số      -BC/HU", "Bến Xuân, ngày 6 tháng 09 năm 2023", "ngày 00/00/2023", "ngày 31/2/2023",
    "BÁO CÁO", "KẾ HOẠCH", "công tác dân vận", "I. MỘT", "III. BA", "y) Cuối", "b) Hai", "2.1. Một", "3.2.2. Hai", "XXXIX- Cuối",
    "Xã Nà Tam", "xã Bản Bo", "12500 hộ", "1.250 hộ", "văn hoá¹", "văn hóa", "¹ Chú thích.", "⁹ Nữa.", "m²", "T/M", "K/T BÍ THƯ",
    "TM. ỦY BAN NHÂN DÂN", "PHÓ BÍ THƯ", "Nguyễn Văn A", "Nơi nhận:", "- Lưu VT,", "- Các xã.", "*", "-----", "",
]  # fmt: skip


def look(report):
    text = report.text
    for finding in check(report, checks=CHECKS):
        assert finding.message("vi") != finding.message("en")
        for span in finding.spans:
            assert 0 <= span.start <= span.end <= len(text)
            assert not text or span.start < span.end, finding


@pytest.mark.property
@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25), st.sampled_from(["\n", "\n\n", "\t", " "]))
def test_any_pieces_of_papers(pieces, between):
    look(parse_report(between.join(pieces)))


@pytest.mark.property
@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text(text):
    look(parse_report(text))


@pytest.mark.property
@settings(max_examples=60, deadline=None)
@given(dst.reports())
def test_composed_reports(report):
    look(report)
    look(composed(report))


HOSTILE = {
    "one long line": "oà" * 30_000,
    "digits": "1" * 30_000 + " hộ",
    "counts": "1.000 hộ 12500 hộ " * 2_000,
    "dates": "ngày 5/2/2023 " * 3_000,
    "names": "xã Nà Tam Nà Tam Nà Tam " * 2_000,
    "capitals": "xã " + "Nà " * 20_000,
    "headings": "I. MỘT\n\nIII. BA\n\n" * 1_500,
    "marks": "một¹ hai³ " * 2_000 + "\n\n¹ a\n\n³ b",
}


@pytest.mark.timed
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_time_is_linear(text):
    def seconds(times):
        report = parse_report("BÁO CÁO\nmẫu\n\n" + text * times)
        start = time.process_time()
        check(report, checks=CHECKS)
        return time.process_time() - start

    seconds(1)
    assert seconds(4) < 12 * max(seconds(1), 0.005)


STYLES = {
    "roman": lambda n: ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")[n] + ".",
    "roman with hyphens": lambda n: ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")[n] + "-",
    "arabic": lambda n: f"{n + 1}.",
    "letters": lambda n: "abcdđegh"[n] + ")",
}


def numbered(style, numbers):
    title = "MỘT VIỆC" if style.startswith("roman") else "Một việc"
    parts = "\n\n".join(f"{STYLES[style](n)} {title}\n\nTiếp tục thực hiện tốt." for n in numbers)
    return parse_report(f"BÁO CÁO\nmẫu\n\n{parts}\n")


@pytest.mark.property
@given(st.sampled_from([*STYLES]), st.integers(1, 8))
def test_sections_in_order_are_left_alone(style, count):
    assert not check(numbered(style, range(count)), checks=FORM_CHECKS)


@pytest.mark.property
@given(st.sampled_from([*STYLES]), st.integers(3, 8), st.data())
def test_a_section_left_out_is_found(style, count, data):
    gone = data.draw(st.integers(1, count - 2))
    if style == "letters" and "abcdđegh"[gone] == "đ":
        return  # many go from d to e
    (found,) = check(numbered(style, [n for n in range(count) if n != gone]), checks=FORM_CHECKS)
    assert found.code == "DV551"
    assert f"thiếu {STYLES[style](gone).rstrip('.-)')}" in found.message()
    assert found.spans[0].text == STYLES[style](gone + 1)


@pytest.mark.property
@given(st.sampled_from([*STYLES]), st.integers(2, 8), st.data())
def test_a_section_number_that_comes_twice_is_found(style, count, data):
    twice = data.draw(st.integers(1, count - 1))
    (found,) = check(numbered(style, [*range(twice + 1), *range(twice, count)]), checks=FORM_CHECKS)
    assert (found.code, found.spans[0].text) == ("DV552", STYLES[style](twice))
