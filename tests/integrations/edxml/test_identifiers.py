"""Identifiers of agencies, numbers of papers taken apart, keys of papers."""

from datetime import date

import pytest
from hypothesis import given

from danvan.errors import DanvanError
from danvan.integrations.edxml import (
    AgencyIdentifier,
    Code,
    DocumentId,
    Scheme,
)
from danvan.testing import strategies as dst


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("000.00.00.G22", Scheme.QCVN_102_2016),
        ("000.12.30.A36", Scheme.QCVN_102_2016),
        ("001.12.30.H49", Scheme.QCVN_102_2016),
        ("H55.242", Scheme.QD_20_2020),
        ("H37.DN.001", Scheme.QD_20_2020),
        ("G22", Scheme.QD_20_2020),
        ("H01." + "1" * 31, Scheme.QD_20_2020),
    ],
)
def test_agency_identifiers(text, scheme):
    found = AgencyIdentifier.parse(text)
    assert (str(found), found.scheme, eval(repr(found))) == (text, scheme, found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "H01." + "1" * 32,  # 36 characters
        "h55.242",  # small letters
        "000.00.G22",  # three groups
        "0000.00.00.G22",
        "H55..242",  # an empty group
        "H55.242.",
        "H5",
        "000.00.00.G22 ",
        "Đ55.242",  # no letter of the Latin alphabet
        "000.00.00.G22\n",
    ],
)
def test_no_agency_identifiers(text):
    with pytest.raises(DanvanError, match="agency identifier"):
        AgencyIdentifier.parse(text)


@pytest.mark.parametrize(
    ("printed", "number", "notation"),
    [
        ("2491/STC-BCTC", "2491", "STC-BCTC"),
        ("217-QĐ/TW", "217", "QĐ/TW"),
        ("30/2020/NĐ-CP", "30", "2020/NĐ-CP"),
        ("05-BC/ĐU", "05", "BC/ĐU"),
        ("08B-NQ/TW", "08B", "NQ/TW"),
        ("01/2014/NQLT/CP-UBTƯMTTQVN", "01", "2014/NQLT/CP-UBTƯMTTQVN"),
        ("80/2015/QH13", "80", "2015/QH13"),
        ("288-CT", "288", "-CT"),  # without its sign it would be 288/CT
    ],
)
def test_numbers_part_and_join(printed, number, notation):
    from danvan import DocumentNumber

    code = Code.of(DocumentNumber.parse(printed))
    assert (code.number, code.notation, code.printed) == (number, notation, printed)
    assert code.document_number == DocumentNumber.parse(printed)


@given(dst.document_numbers())
def test_every_number_comes_back_from_its_parts(number):
    code = Code.of(number)
    assert code.printed == str(number)
    assert code.document_number == number


@pytest.mark.parametrize(
    ("number", "notation", "printed"),
    [
        ("217", "-QĐ/TW", "217-QĐ/TW"),
        ("5", "BC/ĐU", "05-BC/ĐU"),
        ("217 ", " – QĐ / TW", "217-QĐ/TW"),
        ("41", "KH-UBND", "41/KH-UBND"),
    ],
)
def test_habits_in_numbers(number, notation, printed):
    assert str(Code(number, notation).document_number) == printed


def test_document_ids():
    text = "000.00.00.G22,2015/09/30,7816/VPCP-TTĐT"
    key = DocumentId.parse(text)
    assert (key.identifier, key.issued_on, key.code) == (
        "000.00.00.G22", date(2015, 9, 30), "7816/VPCP-TTĐT",
    )  # fmt: skip
    assert str(key) == text
    assert DocumentId.parse("a,2015/09/30,b,c").code == "b,c"  # only the first two commas part
    for wrong in ("", "a", "a,30/09/2015,b", "a,2015/02/30,b", ",2015/09/30,b", "a,2015/09/30,"):
        with pytest.raises(DanvanError):
            DocumentId.parse(wrong)
