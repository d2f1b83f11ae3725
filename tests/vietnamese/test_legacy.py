"""TCVN3 and VNI: found out, converted, and held against an independent decoder."""

import shutil
import subprocess
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import ParseError
from danvan.vietnamese import LegacyEncoding, detect_legacy, from_legacy
from danvan.vietnamese.legacy import _data

LETTERS = "àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵ"


@pytest.mark.parametrize(
    ("written", "encoding", "meant"),
    [
        ("Uû ban nh©n d©n", LegacyEncoding.TCVN3, "Uỷ ban nhân dân"),
        (
            "céng hoµ x· héi chñ nghÜa ViÖt Nam",
            LegacyEncoding.TCVN3,
            "cộng hoà xã hội chủ nghĩa Việt Nam",
        ),
        ("§éc lËp - Tù do - H¹nh phóc", LegacyEncoding.TCVN3, "Độc lập - Tự do - Hạnh phúc"),
        ("QuyÕt ®Þnh sè 217-Q§/TW", LegacyEncoding.TCVN3, "Quyết định số 217-QĐ/TW"),
        ("tr\u00adêng häc", LegacyEncoding.TCVN3, "trường học"),
        (
            "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam",
            LegacyEncoding.VNI,
            "Cộng hòa xã hội chủ nghĩa Việt Nam",
        ),
        ("Ñoäc laäp - Töï do - Haïnh phuùc", LegacyEncoding.VNI, "Độc lập - Tự do - Hạnh phúc"),
        ("ÑAÛNG BOÄ TÆNH", LegacyEncoding.VNI, "ĐẢNG BỘ TỈNH"),
        ("tröôøng hoïc", LegacyEncoding.VNI, "trường học"),
    ],
)
def test_known_text(written, encoding, meant):
    assert detect_legacy(written) is encoding
    assert from_legacy(written) == from_legacy(written, encoding) == meant


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "nothing"),
        ("Uy ban nhan dan", "ASCII only"),
        ("Ủy ban nhân dân tỉnh", "Unicode"),
        ("công tác dân vận", "Unicode"),
        ("công an", "letters that TCVN3 would also use"),
        ("quy\u0301 II", "decomposed"),
        ("Đảng Ðảng", "the look-alike of Đ"),
        ("café, naïve, résumé", "French"),
        ("© 2023 · 25 °C, 5 m², 1½", "signs"),
        ("Москва", "another script"),
    ],
)
def test_what_is_not_legacy(text, reason):
    assert detect_legacy(text) is None
    assert from_legacy(text) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    "text",
    [
        "c«ng t¸c d©n vËn: công tác dân vận",
        "Uû ban nh©n d©n, Uûy ban nhaân daân",
    ],
)
def test_two_encodings_at_once_are_not_decided(text):
    with pytest.raises(ParseError, match="one encoding only"):
        from_legacy(text)
    assert from_legacy(text, LegacyEncoding.TCVN3)


def test_every_letter_of_either_encoding():
    for name, encoding in (("tcvn3", LegacyEncoding.TCVN3), ("vni", LegacyEncoding.VNI)):
        meant = {from_legacy(letter, encoding) for letter in _data()[name]["written"]}
        assert meant <= set(LETTERS + LETTERS.upper())
    vowels, marks = "aeouyôöAEOUYÔÖ", "".join(_data()["vni"]["marks"])
    pairs = {from_legacy(v + m, LegacyEncoding.VNI) for v in vowels for m in marks}
    singles = {from_legacy(c, LegacyEncoding.VNI) for c in _data()["vni"]["written"]}
    small = {letter for letter in pairs | singles if len(letter) == 1 and letter.islower()}
    assert small >= set(LETTERS)
    assert {from_legacy(c, LegacyEncoding.TCVN3) for c in _data()["tcvn3"]["written"]} >= set(
        LETTERS
    )


def test_tcvn3_agrees_with_an_independent_decoder():
    iconv = shutil.which("iconv")
    if iconv is None:
        pytest.skip("no iconv here to compare with")
    for letter in _data()["tcvn3"]["written"]:
        run = subprocess.run(
            [iconv, "-f", "TCVN5712-1", "-t", "UTF-8"],
            input=letter.encode("latin-1") + b"\n",  # a line end, or the decoder waits for a mark
            capture_output=True,
            check=False,
        )
        if run.returncode and b"supported" in run.stderr:
            pytest.skip("this iconv does not know TCVN5712-1")
        assert run.stdout.decode("utf-8").rstrip("\n") == from_legacy(letter, LegacyEncoding.TCVN3)


@pytest.mark.property
@given(st.text(LETTERS + "bcdghiklmnpqrstvx -/0123456789", max_size=60))
def test_small_letters_come_back_from_tcvn3(text):
    table = _data()["tcvn3"]
    written = text.translate(str.maketrans(table["meant"], table["written"]))
    assert from_legacy(written, LegacyEncoding.TCVN3) == text


@pytest.mark.property
@given(st.text())
def test_any_text_is_decided_or_refused(text):
    try:
        encoding = detect_legacy(text)
    except ParseError:
        return
    assert encoding is None or encoding in LegacyEncoding
