"""Numbers in words and back, against hand-checked tables and a second grammar."""

import tomllib
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import InvalidValueError, ParseError
from danvan.vietnamese import (
    amount_from_words,
    amount_to_words,
    digits_from_words,
    digits_to_words,
    from_words,
    ordinal_from_words,
    ordinal_to_words,
    to_words,
    year_to_words,
)

TABLES = tomllib.loads((Path(__file__).parent / "words.toml").read_text("utf-8"))
STYLES = st.fixed_dictionaries(
    {
        "zero": st.sampled_from(["linh", "lẻ"]),
        "thousand": st.sampled_from(["nghìn", "ngàn"]),
        "four": st.sampled_from(["tư", "bốn"]),
        "billion": st.sampled_from(["tỷ", "tỉ"]),
    }
)
DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"]
REWRITING = (
    (" không mươi không", ""),
    ("không mươi", "linh"),
    (" mươi không", " mươi"),
    ("một mươi", "mười"),
    ("mươi một", "mươi mốt"),
    ("mươi bốn", "mươi tư"),
    ("mươi năm", "mươi lăm"),
    ("mười năm", "mười lăm"),
)


def school_grammar(number):
    """A second way: spell every digit with its place, then rewrite as schools teach it."""
    if number == 0:
        return "không"
    digits = str(number)
    digits = digits.zfill(-(-len(digits) // 9) * 9)
    spoken = []
    for start in range(0, len(digits), 9):
        for offset, scale in ((0, " triệu"), (3, " nghìn"), (6, "")):
            hundreds, tens, units = digits[start + offset : start + offset + 3]
            group = f"{DIGITS[int(hundreds)]} trăm {DIGITS[int(tens)]} mươi {DIGITS[int(units)]}"
            for old, new in REWRITING:
                group = group.replace(old, new)
            if group != "không trăm":
                spoken.append(group + scale)
        if start + 9 < len(digits):
            spoken.append("tỷ")
    words = " ".join(spoken)
    return words.removeprefix("không trăm linh ").removeprefix("không trăm ")


def exact(text):
    return Fraction(text) if "/" in text else Decimal(text)


def test_the_tables_are_as_long_as_promised():
    assert len(TABLES["cardinal"]) + len(TABLES["exact"]) >= 400


@pytest.mark.parametrize(("number", "words"), TABLES["cardinal"].items())
def test_cardinal(number, words):
    assert to_words(int(number)) == words
    assert from_words(words) == int(number)


@pytest.mark.parametrize(("number", "words"), TABLES["exact"].items())
def test_exact(number, words):
    assert to_words(exact(number)) == words
    assert from_words(words) == exact(number)


@pytest.mark.parametrize(("words", "number"), TABLES["spoken"].items())
def test_spoken(words, number):
    assert from_words(words) == exact(number)


@pytest.mark.parametrize(("words", "reason"), TABLES["refused"].items())
def test_refused(words, reason):
    with pytest.raises(ParseError):
        from_words(words)


def test_every_number_to_ten_thousand_and_a_sample_to_ten_million():
    for number in (*range(10_001), *range(10_001, 10_000_001, 997)):
        words = to_words(number)
        assert words == school_grammar(number)
        assert from_words(words) == number


@pytest.mark.property
@given(st.integers(0, 10**60))
def test_large_numbers_agree_with_the_second_grammar(number):
    assert to_words(number) == school_grammar(number)


@pytest.mark.property
@given(st.integers(-(10**40), 10**40), STYLES)
def test_whole_numbers_come_back(number, style):
    assert from_words(to_words(number, **style)) == number


@pytest.mark.property
@given(st.fractions(), STYLES)
def test_fractions_come_back(number, style):
    assert from_words(to_words(number, **style)) == number


@pytest.mark.property
@given(st.decimals(allow_nan=False, allow_infinity=False), STYLES)
def test_decimals_come_back_with_their_noughts(number, style):
    if number.adjusted() >= 4000 or number.as_tuple().exponent < -4000:
        with pytest.raises(InvalidValueError):
            to_words(number, **style)
        return
    back = from_words(to_words(number, **style))
    assert back == number
    if number.as_tuple().exponent < 0:
        assert back.as_tuple().exponent == number.as_tuple().exponent


@pytest.mark.property
@given(
    st.lists(
        st.sampled_from(
            [
                *DIGITS,
                *[
                    "mười",
                    "mươi",
                    "mốt",
                    "tư",
                    "lăm",
                    "linh",
                    "trăm",
                    "nghìn",
                    "vạn",
                    "triệu",
                    "tỷ",
                    "chục",
                    "tá",
                    "rưỡi",
                    "nửa",
                    "phẩy",
                    "phần",
                    "âm",
                ],
            ]
        ),
        max_size=8,
    )
)
def test_any_words_are_a_number_or_refused(words):
    text = " ".join(words)
    try:
        number = from_words(text)
    except ParseError:
        return
    assert from_words(to_words(number)) == number


def test_the_longest_numbers_come_back_and_longer_ones_are_refused():
    longest = 10**4000 - 1
    assert from_words(to_words(longest)) == longest
    assert from_words(to_words(Fraction(longest - 1, longest))) == Fraction(longest - 1, longest)
    for long in (10**4000, Decimal("1E+4000"), Decimal("1E-4001"), Fraction(1, 10**4000)):
        with pytest.raises(InvalidValueError):
            to_words(long)
    for text in ("một" + " tỷ" * 500, "một tỷ " * 100_000, "ba phẩy" + " một" * 5000):
        with pytest.raises(ParseError):
            from_words(text)


@pytest.mark.parametrize(
    ("number", "options", "reason"),
    [
        (1.5, {}, "a float has lost its exact value"),
        (True, {}, "a bool is no number"),
        ("5", {}, "a text is no number"),
        (None, {}, "nothing"),
        (Decimal("NaN"), {}, "no number at all"),
        (Decimal("Infinity"), {}, "no finite number"),
        (5, {"zero": "lẽ"}, "a misspelling"),
        (5, {"four": "four"}, "no such option"),
        (5, {"thousand": "nghin"}, "marks are missing"),
        (5, {"billion": "ty"}, "marks are missing"),
    ],
)
def test_what_is_not_written(number, options, reason):
    with pytest.raises(InvalidValueError):
        to_words(number, **options)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "thứ nhất"),
        (2, "thứ hai"),
        (3, "thứ ba"),
        (4, "thứ tư"),
        (5, "thứ năm"),
        (10, "thứ mười"),
        (14, "thứ mười bốn"),
        (15, "thứ mười lăm"),
        (21, "thứ hai mươi mốt"),
        (24, "thứ hai mươi tư"),
        (104, "thứ một trăm linh bốn"),
    ],
)
def test_ordinals(number, words):
    assert ordinal_to_words(number) == words
    assert ordinal_from_words(words) == number


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing"),
        ("thứ", "no number"),
        ("hai", "no thứ"),
        ("thứ một", "the first is thứ nhất"),
        ("thứ bốn", "the fourth is thứ tư"),
        ("thứ không", "there is no noughth"),
        ("thứ âm hai", "negative"),
        ("thứ hai phẩy năm", "not whole"),
        ("thứ 2", "figures"),
    ],
)
def test_no_ordinals(text, reason):
    with pytest.raises(ParseError):
        ordinal_from_words(text)


@pytest.mark.property
@given(st.integers(1, 10**12))
def test_ordinals_come_back(number):
    assert ordinal_from_words(ordinal_to_words(number)) == number


@pytest.mark.parametrize("bad", [0, -1, 1.0, True])
def test_ordinals_begin_at_one(bad):
    with pytest.raises(InvalidValueError):
        ordinal_to_words(bad)


@pytest.mark.property
@given(st.text("0123456789", min_size=1, max_size=30))
def test_digits_come_back(digits):
    assert digits_from_words(digits_to_words(digits)) == digits


@pytest.mark.parametrize("bad", ["", "12a", "１２", "-1", "1.5"])
def test_only_ascii_digits_are_named(bad):
    with pytest.raises(InvalidValueError):
        digits_to_words(bad)


@pytest.mark.parametrize("bad", ["", "mười", "hai mươi", "hai mốt"])
def test_only_digits_are_read_one_by_one(bad):
    with pytest.raises(ParseError):
        digits_from_words(bad)


def test_years():
    assert year_to_words(1930) == "một nghìn chín trăm ba mươi"
    assert year_to_words(2005, digits=True) == "hai không không năm"
    for bad in (0, 10_000, 2023.0):
        with pytest.raises(InvalidValueError):
            year_to_words(bad)


@pytest.mark.parametrize(
    ("number", "unit", "even", "words"),
    [
        (1_250_000, "đồng", True, "Một triệu hai trăm năm mươi nghìn đồng chẵn"),
        (0, "đồng", False, "Không đồng"),
        (Decimal("12.5"), "tấn", False, "Mười hai phẩy năm tấn"),
        (105, "lượt người", False, "Một trăm linh năm lượt người"),
        (-5, "đồng", False, "Âm năm đồng"),
    ],
)
def test_amounts(number, unit, even, words):
    assert amount_to_words(number, unit, even=even) == words
    assert amount_from_words(words, unit) == number
    assert amount_from_words(f"Bằng chữ: {words}.", unit) == number


def test_amounts_take_the_options_of_words():
    assert amount_to_words(1005, "đồng", zero="lẻ", thousand="ngàn").startswith("Một ngàn không")


def test_bad_amounts():
    with pytest.raises(InvalidValueError, match="whole number"):
        amount_to_words(Decimal("1.5"), "đồng", even=True)
    for unit in ("", " đồng", "  "):
        with pytest.raises(InvalidValueError, match="unit"):
            amount_to_words(1, unit)
    with pytest.raises(ParseError):
        amount_from_words("Một triệu đô la", "đồng")
    with pytest.raises(ParseError):
        amount_from_words("đồng", "đồng")
