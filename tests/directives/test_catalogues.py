"""The catalogues of kinds and codes: whole, sourced, and honest about what is unsure."""

import unicodedata
from datetime import date, timedelta

import pytest

from danvan.directives import (
    Confidence,
    Directive,
    DocumentNumber,
    Family,
    RelationKind,
    advisory_bodies,
    document_kinds,
    explain,
    family_of,
    issuer_codes,
    issuer_meaning,
    kinds_with_symbol,
    reference_register,
    reference_relations,
)
from danvan.directives.issuers import roman

# 399-QĐ/TW, Điều 5: 25 kinds.  30/2020/NĐ-CP, Điều 7: 29 kinds.
PARTY_KINDS = [
    "Cương lĩnh chính trị",
    "Điều lệ Đảng",
    "Chiến lược",
    "Nghị quyết",
    "Quyết định",
    "Chỉ thị",
    "Kết luận",
    "Quy chế",
    "Quy định",
    "Thông tri",
    "Hướng dẫn",
    "Thông báo",
    "Thông cáo",
    "Tuyên bố",
    "Lời kêu gọi",
    "Báo cáo",
    "Kế hoạch",
    "Quy hoạch",
    "Chương trình",
    "Đề án",
    "Phương án",
    "Dự án",
    "Tờ trình",
    "Công văn",
    "Biên bản",
]
PARTY_PAPERS = [
    "Giấy giới thiệu",
    "Giấy chứng nhận",
    "Giấy đi đường",
    "Giấy nghỉ phép",
    "Giấy mời",
    "Phiếu chuyển",
    "Phiếu gửi",
    "Thư công",
]
STATE_SYMBOLS = [
    "NQ",
    "QĐ",
    "CT",
    "QC",
    "QyĐ",
    "TC",
    "TB",
    "HD",
    "CTr",
    "KH",
    "PA",
    "ĐA",
    "DA",
    "BC",
    "BB",
    "TTr",
    "HĐ",
    "CĐ",
    "BGN",
    "BTT",
    "GUQ",
    "GM",
    "GGT",
    "GNP",
    "PG",
    "PC",
    "PB",
]


def test_every_kind_of_the_norms_is_there():
    names = {kind.name for kind in document_kinds()}
    assert len(PARTY_KINDS) == 25
    assert names >= {*PARTY_KINDS, *PARTY_PAPERS}
    assert len(STATE_SYMBOLS) == 27  # official letters and notes carry none
    assert all(kinds_with_symbol(symbol, Family.STATE) for symbol in STATE_SYMBOLS)


@pytest.mark.parametrize("catalogue", [document_kinds(), issuer_codes(), advisory_bodies()])
def test_entries_are_whole(catalogue):
    for entry in catalogue:
        assert entry.source
        assert unicodedata.is_normalized("NFC", entry.name)
        assert catalogue[entry.code] is entry
    assert len({entry.code for entry in catalogue}) == len(catalogue)


def test_what_only_the_general_rule_gives_is_marked_unsure():
    marks = {
        s.symbol: s.confidence
        for kind in document_kinds()
        for s in kind.symbols
        if s.family is Family.PARTY
    }
    assert marks["CL"] is marks["LKG"] is marks["QH"] is Confidence.UNSURE
    assert marks["TT"] is marks["PA"] is Confidence.LIKELY
    assert marks["QĐi"] is marks["CTr"] is Confidence.SURE


@pytest.mark.parametrize(
    ("symbol", "family", "codes"),
    [
        ("QĐ", Family.PARTY, ["decision", "regulation"]),  # the clash of the Party
        ("QĐ", Family.STATE, ["decision"]),
        ("QyĐ", Family.STATE, ["regulation"]),
        ("TT", Family.PARTY, ["circular_letter"]),
        ("TT", Family.LAW, ["circular"]),
        ("TTr", None, ["proposal"]),
        ("CTr", None, ["program"]),
        ("XX", None, []),
    ],
)
def test_clashes_of_symbols(symbol, family, codes):
    assert [kind.code for kind in kinds_with_symbol(symbol, family)] == codes


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("TƯ", "Trung ương"),
        ("BDVHU", "Ban Dân vận Huyện ủy"),
        ("VPTW", "Văn phòng Trung ương"),
        ("UBKTTU", "Ủy ban Kiểm tra Tỉnh ủy, Thành ủy"),
        ("QH15", "Quốc hội khóa XV"),
        ("UBTVQH11", "Ủy ban Thường vụ Quốc hội khóa XI"),
        ("MTTW", "Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam"),
        ("QH0", None),  # no term has that number
        ("QH015", None),
        ("UBND15", None),  # not a body that numbers its terms
        ("BTCUBND", None),  # an office of the Party serves a Party committee
        ("NV", None),
        ("", None),
    ],
)
def test_what_a_code_stands_for(code, name):
    assert issuer_meaning(code).name == name


def test_bodies_end():
    before, after = date(2025, 1, 15), date(2025, 8, 1)
    assert issuer_meaning("HU", before).is_in_force
    assert not issuer_meaning("HU", after).is_in_force
    assert not issuer_meaning("BDVTU", after).is_in_force
    assert issuer_meaning("BTGDVTU", after).is_in_force


@pytest.mark.parametrize(("number", "numeral"), [(4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX")])
def test_roman(number, numeral):
    assert roman(number) == numeral


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("217-QĐ/TW", Family.PARTY),
        ("217/QĐ-TW", Family.PARTY),  # miswritten
        ("41/KH-UBND", Family.STATE),
        ("103/UBND-NV", Family.STATE),
        ("288-CT", Family.STATE),
        ("30/2020/NĐ-CP", Family.LAW),
        ("933/QĐ-TLĐ", Family.MASS),
        ("29-HD/TWĐTN-VP", Family.MASS),
        ("12-QĐ/XYZ", Family.PARTY),  # by its separators
    ],
)
def test_whose_rules_a_number_follows(text, family):
    assert family_of(DocumentNumber.parse(text)) is family


def test_an_explanation_marks_what_is_unsure():
    said = explain(DocumentNumber.parse("217-QĐ/TW"))
    assert [kind.code for kind, _ in said.kinds] == ["decision", "regulation"]
    assert "Quy định (chưa chắc)" in str(said)
    assert "regulation (likely)" in said.say("en")


def test_a_wrong_print_is_recognized():
    said = explain(DocumentNumber.parse("217/QĐ-TW"))
    assert said.canonical == DocumentNumber.parse("217-QĐ/TW")
    assert "217-QĐ/TW" in said.say("vi")
    assert explain(DocumentNumber.parse("217-QĐ/TW")).canonical is None


def test_an_explanation_knows_the_day():
    number = DocumentNumber.parse("12-QĐ/HU")
    assert "không còn" in str(explain(number, date(2026, 1, 1)))
    assert "không còn" not in str(explain(number, date(2023, 1, 1)))


def test_the_shipped_register_is_sound():
    register = reference_register()
    assert not register.doubles()
    for paper in register:
        assert isinstance(paper, Directive)
        assert paper.source
        assert paper.kind in document_kinds()
        symbol = paper.number.kind_code
        assert symbol is None or document_kinds()[paper.kind].prints(symbol), paper
    days = [paper.issued_on for paper in register]
    assert days == sorted(days)


@pytest.mark.parametrize("one", list(reference_relations()), ids=lambda one: one.paper.label)
def test_a_replaced_paper_ends_on_the_day_before_the_other_begins(one):
    begins = one.paper.valid_from or one.paper.issued_on
    assert one.kind is RelationKind.REPLACES
    assert one.other.valid_to == begins - timedelta(days=1)
