"""Letters: Unicode forms, tone-mark styles, folding and case."""

import itertools
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError
from danvan.vietnamese import (
    ToneStyle,
    capitalize,
    fold,
    lower,
    nfc,
    spelling_key,
    title,
    to_tone_style,
    upper,
)

LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
)
TEXTS = st.text(LETTERS + LETTERS.upper() + " -'ðÐ\u00a0\u0301\u0323", max_size=30)

# The same syllable in either style; everything the two styles disagree on.
PAIRS = [
    *zip(["òa", "óa", "ỏa", "õa", "ọa"], ["oà", "oá", "oả", "oã", "oạ"], strict=True),
    *zip(["òe", "óe", "ỏe", "õe", "ọe"], ["oè", "oé", "oẻ", "oẽ", "oẹ"], strict=True),
    *zip(["ùy", "úy", "ủy", "ũy", "ụy"], ["uỳ", "uý", "uỷ", "uỹ", "uỵ"], strict=True),
]
SAME_IN_BOTH = [
    ("hoàn", "a letter follows"),
    ("toán", "a letter follows"),
    ("khoản", "a letter follows"),
    ("loại", "a letter follows"),
    ("xoài", "a letter follows"),
    ("huỳnh", "a letter follows"),
    ("khuỷu", "a letter follows"),
    ("khuya", "no tone"),
    ("quý", "qu is the head"),
    ("quỹ", "qu is the head"),
    ("QUÝ", "qu is the head"),
    ("quả", "qu is the head"),
    ("thuở", "another vowel pair"),
    ("huế", "another vowel pair"),
    ("mùa", "another vowel pair"),
    ("của", "another vowel pair"),
    ("kỹ", "one vowel"),
    ("hòa_bình", "an underscore ends no syllable but stays"),
]


@pytest.mark.parametrize(("first", "last"), PAIRS)
def test_the_two_styles_are_converted_both_ways(first, last):
    for head, change in itertools.product(("", "h", "th", "kh"), (str, str.upper, str.capitalize)):
        one, other = change(head + first), change(head + last)
        assert to_tone_style(other, "hòa") == one
        assert to_tone_style(one, "hoà") == other
        assert to_tone_style(unicodedata.normalize("NFD", other), ToneStyle.FIRST_VOWEL) == one


@pytest.mark.parametrize(("word", "reason"), SAME_IN_BOTH)
def test_other_syllables_stay(word, reason):
    assert to_tone_style(word, "hòa") == word
    assert word.startswith("hòa_") or to_tone_style(word, "hoà") == word


def test_signs_end_a_syllable():
    for sign in ("", " ", ".", "-", "/", "”", "¹", "⁵", ")", "\n"):
        assert to_tone_style(f"ủy{sign}", "hoà") == f"uỷ{sign}"
        assert to_tone_style(f"uỷ{sign}ban", "hòa") == (f"ủy{sign}ban" if sign else "uỷban")


def test_mixed_official_text():
    mixed = "Uỷ ban nhân dân xã Hoà Bình; HOẢ TỐC; giấy uỷ quyền; khoá XIII; quý III"
    first = "Ủy ban nhân dân xã Hòa Bình; HỎA TỐC; giấy ủy quyền; khóa XIII; quý III"
    assert to_tone_style(mixed, "hòa") == first
    assert to_tone_style(first, "hoà") == mixed


@pytest.mark.parametrize("style", ["old", "cũ", "", "hoa", "kiểu mới"])
def test_styles_are_named_by_example_only(style):
    with pytest.raises(InvalidValueError, match="'hòa' or 'hoà'"):
        to_tone_style("hòa", style)


@pytest.mark.property
@given(TEXTS, st.sampled_from(ToneStyle), st.sampled_from(ToneStyle))
def test_the_last_style_asked_for_wins(text, one, other):
    assert to_tone_style(to_tone_style(text, one), other) == to_tone_style(text, other)
    assert fold(to_tone_style(text, one)) == fold(text)


@pytest.mark.property
@given(TEXTS)
def test_spelling_key_sees_no_style_form_or_case(text):
    key = spelling_key(text)
    for style in ToneStyle:
        assert spelling_key(to_tone_style(text, style)) == key
    for form in ("NFC", "NFD"):
        assert spelling_key(unicodedata.normalize(form, text)) == key
    assert spelling_key(upper(text)) == key


@pytest.mark.parametrize(
    ("one", "other"), [("má", "mạ"), ("ban", "bàn"), ("dân", "đân"), ("mo", "mô"), ("kỹ", "kĩ")]
)
def test_spelling_key_sees_tones_and_letters(one, other):
    assert spelling_key(one) != spelling_key(other)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("", ""),
        ("Tỉnh  Đắk Lắk\n", "tinh dak lak"),
        ("ÐẢNG ỦY", "dang uy"),
        ("ðảng", "dang"),
        ("Đu\u031bo\u031b\u0300ng", "duong"),
        ("tiê\u0301ng", "tieng"),
        ("Nguyễn\u00a0Văn A", "nguyen van a"),
        ("217-QĐ/TW", "217-qd/tw"),
        ("STRASSE Straße", "strasse strasse"),
        ("한국", "한국"),
    ],
)
def test_fold(text, folded):
    assert fold(text) == folded


def test_fold_knows_every_letter():
    assert {fold(letter) for letter in LETTERS + LETTERS.upper()} == set("abcdeghiklmnopqrstuvxy")


@pytest.mark.property
@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert fold(fold(text)) == fold(text)
    assert fold(nfc(text)) == fold(text)


@pytest.mark.property
@given(st.text())
def test_nfc_is_that_of_unicode(text):
    assert nfc(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize("marks", ["\u0301\u0323", "\u05b0\u0591"], ids=["Latin", "Hebrew"])
def test_a_pile_of_marks_takes_linear_time(marks):
    pile = "a" + marks * 50_000
    start = time.process_time()
    for change in (nfc, fold, spelling_key, upper, title):
        assert unicodedata.is_normalized("NFC", change(pile))
    assert time.process_time() - start < 5


@pytest.mark.property
@given(TEXTS)
def test_case_keeps_every_mark(text):
    plain = nfc(text).replace("\u00d0", "Đ").replace("\u00f0", "đ")
    assert lower(upper(text)) == lower(plain)
    assert fold(upper(text)) == fold(lower(text)) == fold(title(text)) == fold(text)


@pytest.mark.parametrize(
    ("change", "text", "changed"),
    [
        (upper, "ủy ban đặc khu", "ỦY BAN ĐẶC KHU"),
        (lower, "ỦY BAN ĐẶC KHU", "ủy ban đặc khu"),
        (upper, "u\u0309y", "ỦY"),
        (capitalize, "đảng ủy UBND", "Đảng ủy UBND"),
        (capitalize, "", ""),
        (title, "NGUYỄN VĂN ÁNH", "Nguyễn Văn Ánh"),
        (title, "y-ôn niê", "Y-Ôn Niê"),
        (title, "đảng\tủy", "Đảng\tỦy"),
        (title, "d'ran", "D'ran"),
    ],
)
def test_case(change, text, changed):
    assert change(text) == changed
