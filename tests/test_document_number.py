"""Numbers: every real form strictly, and the two inverses over everything constructible."""

import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.document_number import DocumentNumber, NumberStyle
from danvan.errors import InvalidValueError, ParseError

PARTY, STATE, SLASHED = NumberStyle

FORMS = [  # as printed; kind, issuers, year, style, letter, suffix
    ("217-QĐ/TW", "QĐ", ("TW",), None, PARTY, "", ""),
    ("217/QĐ-TW", "QĐ", ("TW",), None, STATE, "", ""),
    ("11-QĐi/TW", "QĐi", ("TW",), None, PARTY, "", ""),
    ("05-HD/VPTW", "HD", ("VPTW",), None, PARTY, "", ""),
    ("160-TB/TW", "TB", ("TW",), None, PARTY, "", ""),
    ("01-NQ/ĐH", "NQ", ("ĐH",), None, PARTY, "", ""),
    ("1742-CV/BTCTU", "CV", ("BTCTU",), None, PARTY, "", ""),
    ("06-CTr/BDVHU-BCHQSH-CAH", "CTr", ("BDVHU", "BCHQSH", "CAH"), None, PARTY, "", ""),
    ("161-CTr/BCSĐUBND-BDVTU", "CTr", ("BCSĐUBND", "BDVTU"), None, PARTY, "", ""),
    ("29-HD/TWĐTN-VP", "HD", ("TWĐTN", "VP"), None, PARTY, "", ""),
    ("03-TTr/ĐUMTTQ, CĐTTW", "TTr", ("ĐUMTTQ, CĐTTW",), None, PARTY, "", ""),
    ("5053-CV/VPTW/nb", "CV", ("VPTW",), None, PARTY, "", "nb"),
    ("08B-NQ/HNTW", "NQ", ("HNTW",), None, PARTY, "B", ""),
    ("25-NQ/TƯ", "NQ", ("TƯ",), None, PARTY, "", ""),
    ("25-NQ/T.Ư", "NQ", ("T.Ư",), None, PARTY, "", ""),
    ("288-CT", None, ("CT",), None, PARTY, "", ""),
    ("17-KH", "KH", (), None, PARTY, "", ""),
    ("41/KH-UBND", "KH", ("UBND",), None, STATE, "", ""),
    ("103/UBND-NV", None, ("UBND", "NV"), None, STATE, "", ""),
    ("12/UBND-VX", None, ("UBND", "VX"), None, STATE, "", ""),
    ("2231/SNV-CCHC&PC", None, ("SNV", "CCHC&PC"), None, STATE, "", ""),
    ("18/BCTĐ-STP", "BCTĐ", ("STP",), None, STATE, "", ""),
    ("01/HDLB-TC-DV", "HDLB", ("TC", "DV"), None, STATE, "", ""),
    ("33/CT-TTg", "CT", ("TTg",), None, STATE, "", ""),
    ("100/TTg", None, ("TTg",), None, STATE, "", ""),
    ("933/QĐ-TLĐ", "QĐ", ("TLĐ",), None, STATE, "", ""),
    ("1018/CV-MTTW-BTT", "CV", ("MTTW", "BTT"), None, STATE, "", ""),
    ("03/VBHN-VPQH", "VBHN", ("VPQH",), None, STATE, "", ""),
    ("506/KH-BCĐ138/CP", "KH", ("BCĐ138",), None, STATE, "", "CP"),
    ("1447/QĐ-UBND.NN", "QĐ", ("UBND.NN",), None, STATE, "", ""),
    ("30/2020/NĐ-CP", "NĐ", ("CP",), 2020, STATE, "", ""),
    ("30a/2008/NQ-CP", "NQ", ("CP",), 2008, STATE, "a", ""),
    ("34/2007/PL-UBTVQH11", "PL", ("UBTVQH11",), 2007, STATE, "", ""),
    ("34/2007/PL", "PL", (), 2007, STATE, "", ""),
    ("97/2025/QH15", None, ("QH15",), 2025, STATE, "", ""),
    ("1211/2016/UBTVQH13", None, ("UBTVQH13",), 2016, STATE, "", ""),
    ("55/2005/TTLT-BNV-VPCP", "TTLT", ("BNV", "VPCP"), 2005, STATE, "", ""),
    ("01/2014/NQLT/CP-UBTƯMTTQVN", "NQLT", ("CP", "UBTƯMTTQVN"), 2014, SLASHED, "", ""),
]

BAD = [
    ("", "nothing"),
    ("217", "no symbol"),
    ("217 QĐ TW", "spaces for separators"),
    ("94- KH/BTGDVTW", "a space inside"),
    (" 217-QĐ/TW", "a space before"),
    ("217-QĐ/TW\n", "a line end, which $ would let pass"),
    ("7-QĐ/TW", "no zero before 7"),
    ("007-QĐ/TW", "two zeros, which str() would not give back"),
    ("00-QĐ/TW", "no paper is number 0"),
    ("123456-QĐ/TW", "six digits"),
    ("२१७-QĐ/TW", "digits of another script"),
    ("217–QĐ/TW", "a long dash"),
    ("217-QÐ/TW", "U+00D0 for Đ"),
    ("217-qđ/tw", "small letters first"),
    ("217-QĐ/", "nothing behind the slash"),
    ("22-NQ-TW", "hyphens only"),
    ("12-QĐ/2020/TW", "a year in a Party number"),
    ("30/20/NĐ-CP", "two digits for the year"),
    ("30/1820/NĐ-CP", "a year before there were such papers"),
    ("24/7", "a proverb"),
    ("15/9/2026", "a date"),
    ("2021-2025", "a span of years"),
    ("12/KH/nb", "a suffix with no issuer"),
]


@pytest.mark.parametrize(("text", "kind", "issuers", "year", "style", "letter", "suffix"), FORMS)
def test_every_real_form_parses_and_prints_back(text, kind, issuers, year, style, letter, suffix):
    number = DocumentNumber.parse(text)
    assert (number.kind_code, number.issuer_codes, number.year) == (kind, issuers, year)
    assert (number.style, number.letter, number.suffix) == (style, letter, suffix)
    assert number.issuer_code == "-".join(issuers)
    assert str(number) == text
    scope = {"DocumentNumber": DocumentNumber, "NumberStyle": NumberStyle}
    assert eval(repr(number), scope) == number
    assert pickle.loads(pickle.dumps(number)) == copy.copy(number) == number
    assert len({number, DocumentNumber.parse(text)}) == 1


@pytest.mark.parametrize(("text", "why"), BAD)
def test_other_spellings_are_refused(text, why):
    with pytest.raises(ParseError) as refused:
        DocumentNumber.parse(text)
    assert refused.value.got == text, why


@pytest.mark.parametrize(
    ("parts", "named"),
    [
        ({"serial": 0}, "DocumentNumber.serial"),
        ({"serial": True}, "DocumentNumber.serial"),
        ({"serial": 100_000}, "DocumentNumber.serial"),
        ({"kind_code": "qđ"}, "DocumentNumber.kind_code"),
        ({"kind_code": "Q Đ"}, "DocumentNumber.kind_code"),
        ({"issuer_codes": "TW"}, "DocumentNumber.issuer_codes"),
        ({"issuer_codes": ("T-W",)}, "DocumentNumber.issuer_codes"),
        ({"year": 2020}, "document number"),  # the Party prints no year
        ({"year": 20}, "DocumentNumber.year"),
        ({"letter": "BB"}, "document number"),
        ({"suffix": "-"}, "document number"),
        ({"kind_code": None, "issuer_codes": ()}, "document number"),
        ({"kind_code": None, "issuer_codes": ("QĐ",)}, "document number"),  # would be its kind
        ({"kind_code": "UBND", "issuer_codes": ("NV",), "style": STATE}, "document number"),
    ],
)
def test_wrong_parts_are_named(parts, named):
    whole = {"serial": 217, "kind_code": "QĐ", "issuer_codes": ("TW",), **parts}
    with pytest.raises(InvalidValueError) as refused:
        DocumentNumber(**whole)
    assert refused.value.what == named


def test_a_number_does_not_change():
    number = DocumentNumber.parse("217-QĐ/TW")
    with pytest.raises(AttributeError):
        number.serial = 218


def test_many_separators_take_linear_time():
    for text in ("1-" * 50_000, "1-A" + "-A" * 50_000, "1/" + "A.B&" * 50_000, "9" * 100_000):
        with pytest.raises(ParseError):
            DocumentNumber.parse(text)


CODES = st.from_regex(r"[A-ZĐƯ][A-ZĐƯa-zđư0-9]{0,8}([.&][A-Z]{1,3})?", fullmatch=True) | (
    st.sampled_from(["QĐ", "KH", "TW", "UBND", "CT", "BTT", "QH15", "TTLT", "PL", "BCTĐ"])
)


@st.composite
def numbers(draw):
    """Whatever the constructor takes."""
    try:
        return DocumentNumber(
            draw(st.integers(1, 99_999)),
            draw(st.none() | CODES),
            tuple(draw(st.lists(CODES, max_size=3))),
            year=draw(st.none() | st.integers(1900, 2099)),
            style=draw(st.sampled_from(NumberStyle)),
            letter=draw(st.sampled_from(["", "", "", "B", "a", "đ"])),
            suffix=draw(st.sampled_from(["", "", "", "nb", "CP"])),
        )
    except InvalidValueError:
        return None


@pytest.mark.property
@given(numbers())
def test_what_is_constructible_parses_back(number):
    if number is not None:
        assert DocumentNumber.parse(str(number)) == number


@pytest.mark.property
@given(st.text() | st.from_regex(r"[0-9]{1,5}[-/][A-ZĐ]{1,4}[-/][A-ZĐ]{1,5}", fullmatch=True))
def test_what_parses_prints_back_and_nothing_else_is_raised(text):
    try:
        number = DocumentNumber.parse(text)
    except ParseError:
        return
    assert str(number) == text
