"""Roman numerals and the numbers of headings."""

import itertools
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError, ParseError
from danvan.vietnamese import HeadingKind, HeadingNumber, format_roman, parse_roman
from danvan.vietnamese.headings import LETTERS

HEADINGS = st.one_of(
    st.builds(
        HeadingNumber,
        st.just(HeadingKind.ROMAN),
        st.tuples(st.integers(1, 49)),
        st.sampled_from(["", ".", ")"]),
    ),
    st.builds(
        HeadingNumber,
        st.just(HeadingKind.ARABIC),
        st.lists(st.integers(1, 9999), min_size=1, max_size=9).map(tuple),
        st.sampled_from(["", ".", ")"]),
    ),
    st.builds(
        HeadingNumber,
        st.just(HeadingKind.LETTER),
        st.tuples(st.integers(1, len(LETTERS))),
        st.sampled_from(["", ".", ")"]),
    ),
    st.builds(HeadingNumber, st.sampled_from([HeadingKind.DASH, HeadingKind.PLUS])),
)


def test_every_roman_numeral_comes_back():
    written = [format_roman(number) for number in range(1, 4000)]
    assert [parse_roman(text) for text in written] == list(range(1, 4000))
    assert len(set(written)) == 3999


def test_known_numerals():
    known = {4: "IV", 9: "IX", 14: "XIV", 15: "XV", 40: "XL", 90: "XC", 1994: "MCMXCIV"}
    assert {number: format_roman(number) for number in known} == known


def test_nothing_else_is_a_numeral():
    accepted = {
        text
        for length in range(1, 6)
        for text in map("".join, itertools.product("IVXL", repeat=length))
        if _is_roman(text)
    }
    assert accepted == {format_roman(n) for n in range(1, 90) if len(format_roman(n)) < 6}


def _is_roman(text):
    try:
        parse_roman(text)
    except ParseError:
        return False
    return True


@pytest.mark.parametrize(
    "bad", ["", "iv", "IIII", "VV", "IC", "IM", "MMMM", "X I", "Ⅳ", "4", "XIV\n"]
)
def test_bad_numerals(bad):
    with pytest.raises(ParseError):
        parse_roman(bad)


@pytest.mark.parametrize("bad", [0, -1, 4000, 1.0, True, "4"])
def test_bad_roman_values(bad):
    with pytest.raises(InvalidValueError):
        format_roman(bad)


@pytest.mark.parametrize(
    ("text", "kind", "path", "following"),
    [
        ("I", HeadingKind.ROMAN, (1,), "II"),
        ("IV.", HeadingKind.ROMAN, (4,), "V."),
        ("X.", HeadingKind.ROMAN, (10,), "XI."),
        ("XXXIX.", HeadingKind.ROMAN, (39,), "XL."),
        ("1.", HeadingKind.ARABIC, (1,), "2."),
        ("1.1.", HeadingKind.ARABIC, (1, 1), "1.2."),
        ("2.10", HeadingKind.ARABIC, (2, 10), "2.11"),
        ("1)", HeadingKind.ARABIC, (1,), "2)"),
        ("a)", HeadingKind.LETTER, (1,), "b)"),
        ("d)", HeadingKind.LETTER, (4,), "đ)"),
        ("đ)", HeadingKind.LETTER, (5,), "e)"),
        ("e)", HeadingKind.LETTER, (6,), "g)"),
        ("-", HeadingKind.DASH, (), "-"),
        ("+", HeadingKind.PLUS, (), "+"),
    ],
)
def test_headings(text, kind, path, following):
    number = HeadingNumber.parse(text)
    assert (number.kind, number.path) == (kind, path)
    assert str(number) == text
    assert str(number.next()) == following


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        ("", "nothing"),
        (".", "a mark alone"),
        ("0.", "no heading nought"),
        ("01.", "a nought in front"),
        ("1..1", "two dots"),
        ("IIII.", "no numeral"),
        ("f)", "no letter of the alphabet"),
        ("A.", "a capital letter"),
        ("C.", "the capital behind B, no hundred"),
        ("D.", "the capital behind C, no five hundred"),
        ("L", "a capital letter"),
        ("M)", "a capital letter"),
        ("CD.", "more headings than there are"),
        ("LX.", "more headings than there are"),
        ("a))", "two marks"),
        ("-)", "a mark behind a sign"),
        ("–", "an en dash"),
        ("1 .", "a space"),
        ("1.\n", "a line end"),
        ("1.1.1.1.1.1.1.1.1.1", "ten levels"),
    ],
)
def test_bad_headings(bad, reason):
    with pytest.raises(ParseError):
        HeadingNumber.parse(bad)


@pytest.mark.parametrize(
    "parts",
    [
        ("I", (1,)),
        (HeadingKind.ROMAN, ()),
        (HeadingKind.ROMAN, (1, 2)),
        (HeadingKind.ROMAN, (50,)),
        (HeadingKind.ROMAN, (True,)),
        (HeadingKind.ROMAN, [1]),
        (HeadingKind.ARABIC, (0,)),
        (HeadingKind.ARABIC, (1,) * 10),
        (HeadingKind.LETTER, (24,)),
        (HeadingKind.LETTER, (1,), "]"),
        (HeadingKind.DASH, (1,)),
        (HeadingKind.DASH, (), ")"),
    ],
)
def test_bad_parts(parts):
    with pytest.raises(InvalidValueError):
        HeadingNumber(*parts)


def test_behind_the_last_there_is_none():
    for last in ("y)", "XLIX.", "9999."):
        with pytest.raises(InvalidValueError):
            HeadingNumber.parse(last).next()


@pytest.mark.property
@given(HEADINGS)
def test_strict_inverse(number):
    assert HeadingNumber.parse(str(number)) == number
    assert eval(repr(number)) == number
    assert pickle.loads(pickle.dumps(number)) == number
    assert hash(number) == hash(HeadingNumber.parse(str(number)))


@pytest.mark.property
@given(st.text("IVXLa đgy19.0)-+", max_size=5))
def test_accepted_text_is_canonical(text):
    try:
        number = HeadingNumber.parse(text)
    except ParseError:
        return
    assert str(number) == text
