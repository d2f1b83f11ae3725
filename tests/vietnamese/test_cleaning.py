"""Cleaning, and the way back to the original offsets."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError
from danvan.vietnamese import clean, nfc

ODD = (
    "\u00ad\u200b\u200d\ufeff\u00a0\u202f–—‑−Ððđệế\u0301\u0323\u0302²⁵¹ \n\taeuoiê한글\u1100\u1161α"
)
TEXTS = st.text(ODD, max_size=40)
REMOVED = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e"


@pytest.mark.parametrize(
    ("text", "cleaned", "reason"),
    [
        ("", "", "nothing"),
        ("Số 217-QĐ/TW", "Số 217-QĐ/TW", "clean already"),
        ("11-QÐi/TW", "11-QĐi/TW", "U+00D0 for Đ"),
        ("ðẢNG ỦY", "đẢNG ỦY", "U+00F0 for đ"),
        ("1.808\u00a0lượt", "1.808 lượt", "no-break space"),
        ("12\u202f345", "12 345", "narrow no-break space"),
        ("15–20—25‑30−5‐6‒7―8", "15-20-25-30-5-6-7-8", "the dashes"),
        ("tuyên\u00ad truyền", "tuyên truyền", "soft hyphen"),
        ("\ufeffQuyết\u200b định", "Quyết định", "byte order mark and zero-width space"),
        ("Đa\u0309ng uy\u0309", "Đảng uỷ", "decomposed"),
        ("tiê\u0301ng", "tiếng", "half decomposed"),
        ("e\u200b\u0323\u0302", "ệ", "a zero-width space inside a letter"),
        ("186 triệu đồng⁵", "186 triệu đồng⁵", "superscripts stay"),
        ("5 m²", "5 m²", "superscripts stay"),
        ("“quý”\r\n\tIII…", "“quý”\r\n\tIII…", "quotes, line ends and tabs stay"),
    ],
)
def test_clean(text, cleaned, reason):
    assert clean(text).text == cleaned
    assert clean(text).original == text


def test_span_points_into_the_original():
    original = "Căn\u00ad cứ Quyê\u0301t \u200bđi\u0323nh 217\u00a0–QÐ/TW"
    cleaned = clean(original)
    for word, there in (
        ("Căn", "Căn"),
        ("cứ", "cứ"),
        ("Quyết", "Quyê\u0301t"),
        ("ế", "ê\u0301"),
        ("định", "đi\u0323nh"),
        ("217 -QĐ/TW", "217\u00a0–QÐ/TW"),
        ("Quyết định", "Quyê\u0301t \u200bđi\u0323nh"),
    ):
        start = cleaned.text.index(word)
        first, last = cleaned.span(start, start + len(word))
        assert original[first:last] == there


def test_removed_characters_stay_outside():
    cleaned = clean("a\u200bb")
    assert (cleaned.span(0, 1), cleaned.span(1, 2), cleaned.span(0, 2)) == ((0, 1), (2, 3), (0, 3))
    assert cleaned.span(1, 1) == (1, 1)


@pytest.mark.property
@given(TEXTS)
def test_the_text_is_clean_and_nothing_else_is_lost(text):
    cleaned = clean(text).text
    kept = "".join(c for c in text if c not in REMOVED)
    for old, new in (("\u00a0", " "), ("\u202f", " "), ("Ð", "Đ"), ("ð", "đ")):
        kept = kept.replace(old, new)
    for dash in "–—‑−":
        kept = kept.replace(dash, "-")
    assert cleaned == nfc(kept)
    assert clean(cleaned).text == cleaned


@pytest.mark.property
@given(TEXTS, st.data())
def test_spans_are_ordered_and_hold_what_they_point_at(text, data):
    cleaned = clean(text)
    end = data.draw(st.integers(0, len(cleaned.text)))
    start = data.draw(st.integers(0, end))
    first, last = cleaned.span(start, end)
    assert 0 <= first <= last <= len(text)
    assert cleaned.text[start:end] in clean(text[first:last]).text
    if start == 0 < end:
        assert clean(text[:first]).text == ""


@pytest.mark.property
@given(st.text("aeoêơư đt\n", max_size=30), st.data())
def test_spans_are_exact_over_decomposed_text(text, data):
    text = data.draw(st.sampled_from([text, text.replace("e", "ệ"), text.replace("o", "ở")]))
    cleaned = clean(unicodedata.normalize("NFD", text))
    assert cleaned.text == text
    for at in range(len(text)):
        first, last = cleaned.span(at, at + 1)
        assert nfc(cleaned.original[first:last]) == text[at]


@pytest.mark.parametrize("span", [(-1, 0), (0, 4), (2, 1)])
def test_spans_outside_are_refused(span):
    with pytest.raises(InvalidValueError, match=r"0\.\.3"):
        clean("abc").span(*span)


def test_time_is_linear():
    start = time.process_time()
    clean("a" + "\u0301\u0323" * 100_000)
    clean("\u200b" * 1_000_000)
    clean("e\u0323\u0302 " * 50_000)
    assert time.process_time() - start < 5
