"""The order of words, beside ICU through DuckDB."""

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.vietnamese import name_sort_key, nfc, sort_key

ALPHABET = "aăâbcdđeêghiklmnoôơpqrstuưvxy"
LETTERS = (
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệfghiìỉĩíịjklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvwxyỳỷỹýỵz"
)
SURNAMES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Phạm",
    "Hoàng",
    "Đặng",
    "Đỗ",
    "Vũ",
    "Võ",
    "Y",
    "H'",
    "Lò",
    "Lý",
]
NAMES = ["An", "Ân", "Ánh", "Hòa", "Hoà", "Hoa", "Hoá", "Đức", "Dũng", "Dung", "Thủy", "Thuỷ", "tú"]
SIGNS = " \t_-‑–—,;:!?.·'‘’\"“”«»()[]{}§@*/\\&#%•`^°©®→+×<=>|~−$₫€0123456789"


def test_alphabet():
    backwards = list(reversed(ALPHABET))
    assert sorted(backwards, key=sort_key) == list(ALPHABET)


def test_tones():
    assert sorted(["má", "ma", "mạ", "mà", "mã", "mả"], key=sort_key) == [
        "ma",
        "mà",
        "mả",
        "mã",
        "má",
        "mạ",
    ]


@pytest.mark.parametrize(
    ("low", "high", "reason"),
    [
        ("", "a", "nothing comes first"),
        ("an", "An", "small letters before capitals"),
        ("An", "án", "a tone outweighs case"),
        ("án", "ana", "a letter outweighs a tone"),
        ("ăn", "ân", "letters with other signs are other letters"),
        ("Dũng", "Đức", "d before đ"),
        ("Hoà", "Hòa", "tones from left to right, so the first letter decides"),
        ("hoà an", "hoa lan", "all letters before any tone"),
        ("a z", "ab", "a space before letters"),
        ("1", "a", "digits before letters"),
        ("10", "2", "digits are letters unless asked otherwise"),
        ("z", "я", "other scripts behind z"),
        ("no", "nó", "tones from left to right"),
        ("ño", "o", "foreign marks stay with their letter"),
        ("no", "ño", "foreign marks follow"),
    ],
)
def test_order(low, high, reason):
    assert sort_key(low) < sort_key(high)


def test_numeric():
    places = ["Thôn 10", "Thôn 2", "Thôn 1", "Thôn 02b", "Thôn 100", "Thôn 9"]
    ordered = sorted(places, key=lambda place: sort_key(place, numeric=True))
    assert ordered == ["Thôn 1", "Thôn 2", "Thôn 02b", "Thôn 9", "Thôn 10", "Thôn 100"]


@pytest.mark.property
@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numeric_is_by_value(one, other):
    keys = [sort_key(f"Tổ {number}", numeric=True) for number in (one, other)]
    assert (keys[0] < keys[1]) == (one < other)


def test_names_go_by_the_last_word():
    names = ["Trần Thị Bình", "Lê Văn An", "Nguyễn Hoa", "Lê Hòa", "Ân", "An", "Vũ Hoa"]
    ordered = ["An", "Lê Văn An", "Ân", "Trần Thị Bình", "Nguyễn Hoa", "Vũ Hoa", "Lê Hòa"]
    assert sorted(names, key=name_sort_key) == ordered
    assert name_sort_key("") == name_sort_key("  ")


@pytest.mark.property
@given(st.text(), st.text())
def test_keys_are_equal_only_for_what_looks_equal(one, other):
    assert sort_key(nfc(one)) == sort_key(one)
    if one.isprintable() and other.isprintable() and set(one + other) <= set(LETTERS + SIGNS):
        assert (sort_key(one) == sort_key(other)) == (one == other)


@pytest.mark.property
@given(st.text(LETTERS + " ", max_size=12))
def test_decomposed_text_has_the_same_key(text):
    assert sort_key(unicodedata.normalize("NFD", text)) == sort_key(text)


def words(count, seed):
    """Names, random letters, words that differ only in tones and case, and signs."""
    chance = random.Random(seed)  # the same words in every run
    everything = LETTERS + LETTERS.upper() + SIGNS
    for _ in range(count):
        kind = chance.randrange(4)
        if kind == 0:
            yield " ".join((chance.choice(SURNAMES), *chance.choices(NAMES, k=2)))
        elif kind == 1:
            yield "".join(chance.choices("aàáạAÁâấ ", k=chance.randrange(5)))
        elif kind == 2:
            yield "".join(chance.choices(LETTERS + LETTERS.upper(), k=chance.randrange(7)))
        else:
            yield "".join(chance.choices(everything, k=chance.randrange(5)))


def test_icu_has_the_same_order_on_fifty_thousand_pairs():
    duckdb = pytest.importorskip("duckdb", reason="needs duckdb, of the dependency group test")
    connection = duckdb.connect()
    try:
        connection.execute("LOAD icu")
    except duckdb.Error:
        pytest.skip("this DuckDB comes without ICU")
    pairs = list(zip(words(50_000, 1), words(50_000, 2), strict=True))
    connection.execute("CREATE TABLE pairs (place INTEGER, one VARCHAR, other VARCHAR)")
    rows = [(place, one, other) for place, (one, other) in enumerate(pairs)]
    for start in range(0, len(rows), 5000):
        part = rows[start : start + 5000]
        marks = ", ".join(["(?, ?, ?)"] * len(part))
        connection.execute(f"INSERT INTO pairs VALUES {marks}", [v for row in part for v in row])
    compared = connection.execute(
        "SELECT (one COLLATE vi) < (other COLLATE vi), (one COLLATE vi) > (other COLLATE vi)"
        " FROM pairs ORDER BY place"
    ).fetchall()
    differing = [
        (one, other)
        for (one, other), (less, more) in zip(pairs, compared, strict=True)
        if ((sort_key(one) < sort_key(other)), (sort_key(one) > sort_key(other))) != (less, more)
    ]
    assert len(compared) == 50_000
    assert any(less for less, _ in compared)
    assert differing == []
