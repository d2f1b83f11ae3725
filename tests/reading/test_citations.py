"""Citations as real papers print them: forms, fields, spans, and what is none."""

import pickle
import time
import unicodedata
from datetime import date

import pytest

from danvan.document_number import DocumentNumber
from danvan.reading.citation import Repair
from danvan.reading.citations import find_citations

# text; then, for each citation, its own words and (kind code, issuer code, year)
FORMS = [
    # a date before the number, no space behind "số", programs two bodies share
    (
        "Quyết định ngày 12/12/2013 số 217-QĐ/TW",
        [("Quyết định ngày 12/12/2013 số 217-QĐ/TW", "QĐ", "TW", None)],
    ),
    ("Nghị quyết số25-NQ/TW", [("Nghị quyết số25-NQ/TW", "NQ", "TW", None)]),
    # a dot for the second separator, but not the one in "T.Ư"
    ("Quyết định số 157/QĐ.UBND", [("Quyết định số 157/QĐ.UBND", "QĐ", "UBND", None)]),
    ("Nghị quyết số 12-NQ.HU", [("Nghị quyết số 12-NQ.HU", "NQ", "HU", None)]),
    ("Quyết định 217-QĐ/T.Ư", [("Quyết định 217-QĐ/T.Ư", "QĐ", "T.Ư", None)]),
    (
        "Chương trình phối hợp số 01/CTPH-UBND",
        [("Chương trình phối hợp số 01/CTPH-UBND", "CTPH", "UBND", None)],
    ),
    # the kind and "số"
    ("theo Quyết định số 217-QĐ/TW", [("Quyết định số 217-QĐ/TW", "QĐ", "TW", None)]),
    ("theo Quyết định 217-QĐ/TW", [("Quyết định 217-QĐ/TW", "QĐ", "TW", None)]),
    ("theo quyết định số: 217-QĐ/TW", [("quyết định số: 217-QĐ/TW", "QĐ", "TW", None)]),
    ("QUYẾT ĐỊNH SỐ 217-QĐ/TW", [("QUYẾT ĐỊNH SỐ 217-QĐ/TW", "QĐ", "TW", None)]),
    ("NQ số 25-NQ/TW", [("NQ số 25-NQ/TW", "NQ", "TW", None)]),
    ("Văn bản số 1234/UBND-NC", [("Văn bản số 1234/UBND-NC", None, "UBND-NC", None)]),
    # no kind: from the number
    ("(217-QĐ/TW)", [("217-QĐ/TW", "QĐ", "TW", None)]),
    ("Số: 15/QĐ-UBND", [("15/QĐ-UBND", "QĐ", "UBND", None)]),
    # a line of its own under a body whose name ends in "mẫu" is no form
    ("HUYỆN ỦY MẪU\n*\nSố 12-BC/HU", [("12-BC/HU", "BC", "HU", None)]),
    ("tại số 103/UBND-NV", [("103/UBND-NV", None, "UBND-NV", None)]),
    # something between kind and number
    (
        "Chương trình phối hợp số 06-CTr/BDVHU-BCHQSH-CAH",
        [("Chương trình phối hợp số 06-CTr/BDVHU-BCHQSH-CAH", "CTr", "BDVHU-BCHQSH-CAH", None)],
    ),
    ("Thông báo Kết luận số 160-TB/TW", [("Thông báo Kết luận số 160-TB/TW", "TB", "TW", None)]),
    (
        "Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15",
        [("Luật Thực hiện dân chủ ở cơ sở số 10/2022/QH15", None, "QH15", 2022)],
    ),
    (
        "Luật Phòng, chống tham nhũng số 36/2018/QH14",
        [("Luật Phòng, chống tham nhũng số 36/2018/QH14", None, "QH14", 2018)],
    ),
    (
        "Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15",
        [("Luật Ban hành văn bản quy phạm pháp luật số 64/2025/QH15", None, "QH15", 2025)],
    ),
    ("theo luật số 10/2022/QH15", [("luật số 10/2022/QH15", None, "QH15", 2022)]),
    (
        "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ số 47/2019/QH14",
        [
            (
                "Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ số 47/2019/QH14",
                None,
                "QH14",
                2019,
            )
        ],
    ),
    (
        "Thông báo ý kiến kết luận số 12-TB/TU",
        [("Thông báo ý kiến kết luận số 12-TB/TU", "TB", "TU", None)],
    ),
    (
        "Quyết định của Thủ tướng Chính phủ số 33/2008/QĐ-TTg",
        [("Quyết định của Thủ tướng Chính phủ số 33/2008/QĐ-TTg", "QĐ", "TTg", 2008)],
    ),
    # a short bracket in the title
    (
        "theo Nghị quyết TW 7 (khóa XI) số 25-NQ/TW về",
        [("Nghị quyết TW 7 (khóa XI) số 25-NQ/TW", "NQ", "TW", None)],
    ),
    (
        "Luật MTTQ Việt Nam (sửa đổi) số 97/2025/QH15",
        [("Luật MTTQ Việt Nam (sửa đổi) số 97/2025/QH15", None, "QH15", 2025)],
    ),
    (
        "Luật Đất đai (sửa đổi, bổ sung) số 31/2024/QH15",
        [("Luật Đất đai (sửa đổi, bổ sung) số 31/2024/QH15", None, "QH15", 2024)],
    ),
    ("Nghị quyết (xem Phụ lục); số 25-NQ/TW", [("25-NQ/TW", "NQ", "TW", None)]),
    (
        "Nghị quyết (có 12 cuộc họp và hai hội nghị nữa) số 25-NQ/TW",
        [("25-NQ/TW", "NQ", "TW", None)],
    ),
    # the symbol of the kind in other letters than the norm's
    ("Chương trình số 15-Ctr/TU", [("Chương trình số 15-Ctr/TU", "Ctr", "TU", None)]),
    ("(21-Ttr/ĐU)", [("21-Ttr/ĐU", "Ttr", "ĐU", None)]),
    ("Tờ trình 21/TTR-UBND", [("Tờ trình 21/TTR-UBND", "TTR", "UBND", None)]),
    ("Kế hoạch số 12/Kh-UBND", [("Kế hoạch số 12/Kh-UBND", "Kh", "UBND", None)]),
    (
        "Chương trình công tác năm số 15-Ctr/TU",
        [("Chương trình công tác năm số 15-Ctr/TU", "Ctr", "TU", None)],
    ),
    # every sort of symbol
    ("Quy định 11-QĐi/TW", [("Quy định 11-QĐi/TW", "QĐi", "TW", None)]),
    ("Nghị quyết 25-NQ/TƯ", [("Nghị quyết 25-NQ/TƯ", "NQ", "TƯ", None)]),
    ("Nghị quyết 08B-NQ/HNTW", [("Nghị quyết 08B-NQ/HNTW", "NQ", "HNTW", None)]),
    ("Công văn 5053-CV/VPTW/nb.", [("Công văn 5053-CV/VPTW/nb", "CV", "VPTW", None)]),
    (
        "Tờ trình số 03-TTr/ĐUMTTQ, CĐTTW và",
        [("Tờ trình số 03-TTr/ĐUMTTQ, CĐTTW", "TTr", "ĐUMTTQ, CĐTTW", None)],
    ),
    ("Công văn số 103/UBND-NV", [("Công văn số 103/UBND-NV", None, "UBND-NV", None)]),
    ("Công văn số 12/SNV-A&B", [("Công văn số 12/SNV-A&B", None, "SNV-A&B", None)]),
    ("Quyết định số 288-CT", [("Quyết định số 288-CT", None, "CT", None)]),
    ("Chỉ thị số 100/TTg", [("Chỉ thị số 100/TTg", None, "TTg", None)]),
    ("Pháp lệnh 34/2007/PL", [("Pháp lệnh 34/2007/PL", "PL", None, 2007)]),
    ("Hướng dẫn 01/HDLB-TC-DV", [("Hướng dẫn 01/HDLB-TC-DV", "HDLB", "TC-DV", None)]),
    ("Nghị quyết 30a/2008/NQ-CP", [("Nghị quyết 30a/2008/NQ-CP", "NQ", "CP", 2008)]),
    (
        "Nghị quyết liên tịch 01/2014/NQLT/CP-UBTƯMTTQVN",
        [("Nghị quyết liên tịch 01/2014/NQLT/CP-UBTƯMTTQVN", "NQLT", "CP-UBTƯMTTQVN", 2014)],
    ),
    ("Quyết định số 217/QĐ-TW", [("Quyết định số 217/QĐ-TW", "QĐ", "TW", None)]),
    ("Quyết định 12/QĐ-UBND.VX", [("Quyết định 12/QĐ-UBND.VX", "QĐ", "UBND.VX", None)]),
    # lists
    (
        "các Nghị quyết 57, 59, 66, 68-NQ/TW",
        [
            ("Nghị quyết 57", "NQ", "TW", None),
            ("59", "NQ", "TW", None),
            ("66", "NQ", "TW", None),
            ("68-NQ/TW", "NQ", "TW", None),
        ],
    ),
    (
        "Quyết định số 217-QĐ/TW, số 218-QĐ/TW",
        [("Quyết định số 217-QĐ/TW", "QĐ", "TW", None), ("218-QĐ/TW", "QĐ", "TW", None)],
    ),
    (
        "Thông tư 01 và 02/2023/TT-BNV",
        [("Thông tư 01", "TT", "BNV", 2023), ("02/2023/TT-BNV", "TT", "BNV", 2023)],
    ),
    (
        "Hướng dẫn số 13/HD-MTTQ-BTT, 161/TTr-MTTW-BPT",
        [
            ("Hướng dẫn số 13/HD-MTTQ-BTT", "HD", "MTTQ-BTT", None),
            ("161/TTr-MTTW-BPT", "TTr", "MTTW-BPT", None),
        ],
    ),
    # a count behind a citation is no member of its list
    ("Nghị quyết số 25-NQ/TW, 10 năm", [("Nghị quyết số 25-NQ/TW", "NQ", "TW", None)]),
]

BARE = [
    ("thực hiện Quyết định 217, 218 và Quy định 124", ["Quyết định 217", "218", "Quy định 124"]),
    ("Chỉ thị 05 của Bộ Chính trị", ["Chỉ thị 05"]),
    ("theo Nghị quyết 18 và 19 khóa XII", ["Nghị quyết 18", "19"]),
    ("nghị quyết 70, 71 của Bộ Chính trị", ["nghị quyết 70", "71"]),
    ("quyết định số 217 quy định", ["quyết định số 217"]),
    ("Nghị quyết 18 năm 2017", ["Nghị quyết 18"]),
    ("Kết luận 57 Bộ Chính trị", ["Kết luận 57"]),
    ("Nghị định 30/2020 của Chính phủ", ["Nghị định 30/2020"]),
    ("QĐ 217", ["QĐ 217"]),
]

LOOK_ALIKES = [
    ("24/39 điểm nhóm", "a ratio"),
    ("đạt 97/97 vụ", "a ratio"),
    ("18.849/18.379 trường hợp", "a ratio of grouped numbers"),
    ("13 vụ/31 đối tượng", "two counts"),
    ("giai đoạn 2021-2025, nhiệm kỳ 2020 - 2025", "spans of years"),
    ("ngày 12/12/2013, ngày 12-12-2013", "dates"),
    ("quý IV/2025, tháng 9/2026", "periods"),
    ("trực 24/7", "hours"),
    ("ban hành 07 thông báo, 02 quyết định, 26 Nghị quyết", "counts before kinds"),
    ("Quy định 19 điều đảng viên không được làm", "a count behind a kind"),
    ("Thông báo 05 nội dung", "a count behind a kind"),
    ("ban hành nghị quyết 12 trường hợp", "a count behind a kind in small letters"),
    ("Kế hoạch 5 năm 2021-2025", "years behind a kind"),
    ("Kế hoạch 5 năm 2021", "years behind a kind"),
    ("Kế hoạch công tác 2023, Kế hoạch 2023", "the year of a plan"),
    ("Nghị quyết Đại hội XIII, Nghị quyết Trung ương 4 khóa XII", "congress and plenum"),
    ("Chương trình 135, Đề án 06, Dự án 3", "undertakings"),
    ("Ban Chỉ đạo 35 Huyện ủy", "a steering group"),
    ("xã Bản Bo, bản 46, tổ 5 - UBND xã", "a hamlet"),
    ("Mẫu số 02-KH/UBND, Biểu số 01/BC-UBND, mẫu 3-HD/TW", "forms"),
    ("Phụ lục số 01/KH-UBND", "an annex"),
    ("12-Anh/TU, 5-Ban/Tỉnh, số 12/Kha-UBND", "words that begin with a capital"),
    ("nhà số 12/A, phòng số 3-B", "addresses"),
    ("Quốc lộ 4D, Km 5-QL32", "roads"),
    ("tổng số 11.036 người, số tiền 36.378.936 đồng", "amounts"),
    ("số hồ sơ tiếp nhận 5635", "a count"),
    ("tỷ lệ 7/8 UBND xã, 13/13 UBND", "a ratio before an abbreviation"),
    ("Quyết định\t12\nNghị quyết\t7", "cells of a table"),
    ("Nghị quyết 10/2022", "a month behind a kind that is not cited by its year"),
    ("T/M BAN THƯỜNG VỤ, K/T TRƯỞNG BAN", "forms of signing"),
    ("Số      -BC/ĐU", "a number not filled in"),
    ("Quyết định số 00-QĐ/TW", "no paper is number 0"),
    ("tổng kết 10 năm, sơ kết 05 năm", "anniversaries"),
]


@pytest.mark.parametrize(("text", "wanted"), FORMS)
def test_a_form_gives_its_fields_and_its_span(text, wanted):
    found = find_citations(text)
    assert [(c.text, c.kind_code, c.issuer_code, c.year) for c in found] == wanted
    assert all(text[c.start : c.end] == c.text and not c.is_bare for c in found)


@pytest.mark.parametrize(("text", "wanted"), BARE)
def test_a_bare_mention_has_no_codes(text, wanted):
    found = find_citations(text)
    assert [c.text for c in found] == wanted
    assert all(c.is_bare and c.kind and c.number is None for c in found)
    assert {(c.kind_code, c.issuer_code) for c in found} == {(None, None)}


@pytest.mark.parametrize(("text", "why"), LOOK_ALIKES)
def test_a_look_alike_is_none(text, why):
    assert find_citations(text) == (), why


@pytest.mark.parametrize(
    ("printed", "number", "repairs"),
    [
        ("217- QĐ/TW", "217-QĐ/TW", [Repair.SPACE]),
        ("151 - KH/HU", "151-KH/HU", [Repair.SPACE]),
        ("460 -BC/ HU", "460-BC/HU", [Repair.SPACE]),
        ("13/HD -MTTQ - BTT", "13/HD-MTTQ-BTT", [Repair.SPACE]),
        ("217\u00a0-QĐ/TW", "217-QĐ/TW", [Repair.SPACE]),
        ("217-\nQĐ/TW", "217-QĐ/TW", [Repair.LINE_BREAK]),
        ("217–QĐ/TW", "217-QĐ/TW", [Repair.DASH]),
        ("217\u2011QĐ/TW", "217-QĐ/TW", [Repair.DASH]),
        ("11-QÐi/TW", "11-QĐi/TW", [Repair.LETTER]),
        ("7-QĐ/TW", "07-QĐ/TW", [Repair.PADDING]),
        ("1.217/QĐ-UBND", "1217/QĐ-UBND", [Repair.DOT]),
        ("217 QĐ/TW", "217-QĐ/TW", [Repair.SPACE, Repair.SEPARATOR]),
        ("30/NQCP", "30/NQ-CP", [Repair.SEPARATOR]),
        ("22-NQ-TW", None, [Repair.SEPARATOR]),
    ],
)
def test_what_is_repaired_is_told(printed, number, repairs):
    (citation,) = find_citations(f"theo Quyết định số {printed} của")
    assert citation.text == f"Quyết định số {printed}"
    assert list(citation.repairs) == repairs
    assert citation.number == (number and DocumentNumber.parse(number))


@pytest.mark.parametrize(
    "written",
    [
        ", ngày 05 tháng 3 năm 2020",
        " ngày 05 tháng 03 năm 2020",
        " ngày 5/3/2020",
        ", ngày 05/03/2020",
        " (ngày 05-3-2020)",
        " ngày 05.3.2020",
        ",ngày 05 / 3 / 2020",
        " (05/3/2020)",
        ", 05/3/2020",
        " ngày\n05 tháng 3\nnăm 2020",
        " ban hành ngày 05/3/2020",
        " cùng ngày 05/3/2020",
        ", đều ban hành ngày 05/3/2020",
        " của Chính phủ, ngày 05/3/2020",
        "**, ngày 05/3/2020",
        "¹⁶, ngày 05/3/2020",
    ],
)
def test_every_style_of_date(written):
    (citation,) = find_citations(f"Nghị định số 30/2020/NĐ-CP{written} về công tác văn thư")
    assert citation.issued_on == date(2020, 3, 5)


@pytest.mark.parametrize(
    ("title", "term"),
    [
        ("Trung ương 7 (khóa XI) ", "XI"),
        ("Trung ương 7 khoá XI về công tác dân vận ", "XI"),
        ("Đại hội (lần thứ hai) ", None),
        ("về khóa học ", None),
    ],
)
def test_the_term_in_a_title(title, term):
    (citation,) = find_citations(f"Nghị quyết {title}số 25-NQ/TW")
    assert (citation.kind, citation.term) == ("Nghị quyết", term)
    assert find_citations(f"Nghị quyết {title}số 25-NQ/TW khóa XII")[0].term == "XII"


@pytest.mark.parametrize("said", ["cùng", "đều"])
def test_a_list_says_that_its_papers_bear_one_date(said):
    text = f"Quyết định số 217-QĐ/TW, 218-QĐ/TW {said} ngày 12/12/2013 của Bộ Chính trị"
    found = [(c.issued_on, c.issuer) for c in find_citations(text)]
    assert found == [(date(2013, 12, 12), "Bộ Chính trị")] * 2


def test_a_date_before_the_number_is_its_date():
    (found,) = find_citations("theo Quyết định ngày 12/12/2013 số 217-QĐ/TW của Bộ Chính trị")
    assert (found.issued_on, found.issuer) == (date(2013, 12, 12), "Bộ Chính trị")


@pytest.mark.parametrize(
    "written",
    [
        "\nNgày 05/3/2020",
        "ngày 31/02/2020",
        "cùng ngày hội",
        "đều 05/3/2020",
        "ngày 05/3",
        "ngày   tháng   năm 2020",
        "năm 2020",
        "tháng 3/2020",
        "",
    ],
)
def test_a_date_that_is_not_there_is_not_made_up(written):
    (citation,) = find_citations(f"Nghị định số 30/2020/NĐ-CP {written} của Chính phủ")
    assert citation.issued_on is None


@pytest.mark.parametrize(
    ("written", "issuer", "term"),
    [
        ("của Bộ Chính trị về", "Bộ Chính trị", None),
        ("của Bộ Chính trị ban hành Quy chế", "Bộ Chính trị", None),
        ("của Ban Thường vụ Huyện ủy công tác dân vận", "Ban Thường vụ Huyện ủy", None),
        ("của ban thường vụ huyện uỷ về", "ban thường vụ huyện uỷ", None),
        ("của Ban Thường vụ\nTỉnh ủy về", "Ban Thường vụ Tỉnh ủy", None),
        ("của BTV Huyện ủy)", "BTV Huyện ủy", None),
        ("của UBND huyện về triển khai", "UBND huyện", None),
        ("của Ban Chấp hành Trung ương Đảng khóa XI và", "Ban Chấp hành Trung ương Đảng", "XI"),
        ("của Bộ Chính trị (khoá X)", "Bộ Chính trị", "X"),
        ("(Khóa XII)", None, "XII"),
        ("của HĐND tỉnh khóa XV về", "HĐND tỉnh", "XV"),
        (
            "của Bộ Lao động - Thương binh và Xã hội quy định",
            "Bộ Lao động - Thương binh và Xã hội",
            None,
        ),
        (
            "của Chủ tịch UBND tỉnh Bà Rịa - Vũng Tàu về",
            "Chủ tịch UBND tỉnh Bà Rịa - Vũng Tàu",
            None,
        ),
        (
            "của Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng khóa XI",
            "Hội nghị lần thứ bảy Ban Chấp hành Trung ương Đảng",
            "XI",
        ),
        ("của Ban Chỉ đạo 35 Tỉnh ủy về", "Ban Chỉ đạo 35 Tỉnh ủy", None),
        ("của Bộ Chính trị, Quy chế số 06-QC/TU", "Bộ Chính trị", None),
        ("của Bộ Chính trị và Quyết định", "Bộ Chính trị", None),
        ("của Cục Quản lý đất đai về việc", "Cục Quản lý đất đai", None),
        (
            "của Cục Trồng trọt và Bảo vệ thực vật hướng dẫn",
            "Cục Trồng trọt và Bảo vệ thực vật",
            None,
        ),
        ("của Sở Du lịch phối hợp", "Sở Du lịch", None),
        ("của UBND huyện Chư Pưh thành lập Tổ", "UBND huyện Chư Pưh", None),
        ("về công tác dân vận", None, None),
        ("của các cấp", None, None),
    ],
)
def test_issuer_and_term(written, issuer, term):
    citation = find_citations(f"Quyết định số 529-QĐ/HU, ngày 11/02/2022 {written}")[0]
    assert (citation.issuer, citation.term) == (issuer, term)
    assert citation.issued_on == date(2022, 2, 11)


def test_a_joint_symbol_lets_the_issuer_go_on():
    text = "Hướng dẫn số 01/HDLB-TC-DV của Ban Dân vận Trung ương và Ban Tổ chức Trung ương về"
    (citation,) = find_citations(text)
    assert citation.issuer == "Ban Dân vận Trung ương và Ban Tổ chức Trung ương"


def test_a_list_takes_what_closes_it():
    text = "Quyết định số 217, 218-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị khóa XI"
    found = find_citations(text)
    assert [(c.serial, c.issued_on, c.issuer, c.term) for c in found] == [
        (217, date(2013, 12, 12), "Bộ Chính trị", "XI"),
        (218, date(2013, 12, 12), "Bộ Chính trị", "XI"),
    ]


def test_papers_named_apart_share_the_issuer_and_only_neighbors_the_date():
    apart = "Quyết định 217-QĐ/TW và Quyết định {}-QĐ/TW ngày 12/12/2013 của Bộ Chính trị"
    near, far = (find_citations(apart.format(serial))[0] for serial in (218, 230))
    assert near.issuer == far.issuer == "Bộ Chính trị"
    assert (near.issued_on, far.issued_on) == (date(2013, 12, 12), None)
    other = find_citations("Nghị quyết 25-NQ/TW và Kết luận 43-KL/TW của Ban Bí thư")
    assert [c.issuer for c in other] == [None, "Ban Bí thư"]


def test_a_number_without_kind_goes_on_with_the_one_before():
    text = "Thông báo số 13/TB-VPCP, ngày 10/01/2024; số 25/TB-VPCP, ngày 20/01/2024"
    assert [(c.kind, c.issued_on.day) for c in find_citations(text)] == [
        ("Thông báo", 10),
        ("Thông báo", 20),
    ]


@pytest.mark.parametrize(
    "head",
    [
        "*\n\nSố 460 -BC/HU\n\nTam Đường, ngày 06 tháng 9 năm 2023\n\nBÁO CÁO",
        "Số: 460-BC/HU              Tam Đường, ngày 06 tháng 9 năm 2023",
        "Số: 460-BC/HU | Tam Đường, ngày 06 tháng 9 năm 2023 |",
        "Số:\n460-BC/HU\n|\nTam Đường, ngày 06\ntháng 9 năm 2023",
        "Tam Đường, ngày 06/9/2023\nSố 460-BC/HU",
    ],
)
def test_the_number_of_a_letterhead_bears_its_date(head):
    (citation,) = find_citations(head)
    assert citation.start == head.index("460")
    assert citation.issued_on == date(2023, 9, 6)


def test_a_citation_at_the_head_of_a_line_is_no_place():
    text = "Số 460-BC/HU\nKế hoạch số 12-KH/HU, ngày 05/3/2020\nTam Đường, ngày 06/9/2023"
    assert [c.issued_on.year for c in find_citations(text)] == [2023, 2020]


def test_a_number_within_a_text_does_not_take_the_date_of_a_letterhead():
    text = "Số 12-KH/HU về việc\nTam Đường, ngày 06 tháng 9 năm 2023"
    assert find_citations(text)[0].issued_on is None


def test_decomposed_letters_do_not_matter():
    text = "theo Quyết định số 11-QĐi/TW, ngày 18/02/2019 của Bộ Chính trị"
    apart = unicodedata.normalize("NFD", text)
    (plain,), (found,) = find_citations(text), find_citations(apart)
    assert unicodedata.normalize("NFC", found.text) == plain.text
    assert apart[found.start : found.end] == found.text
    assert (found.number, found.issued_on, found.issuer) == (
        plain.number,
        plain.issued_on,
        plain.issuer,
    )


def test_a_citation_is_a_value():
    (citation,) = find_citations("theo Quyết định số 217-QĐ/TW của Bộ Chính trị")
    assert pickle.loads(pickle.dumps(citation)) == citation
    assert len({citation, *find_citations("theo Quyết định số 217-QĐ/TW của Bộ Chính trị")}) == 1
    assert str(citation) == "Quyết định số 217-QĐ/TW"


HOSTILE = {
    "digits": "1",
    "dashes": "-",
    "digits and slashes": "1/",
    "an open list": "Quyết định 217, ",
    "an open list without kind": "218, ",
    "a joint tail": "-TW",
    "titles": "Luật sửa đổi một số điều của ",
    "spaces": " ",
    "codes": "A.B&",
    "issuers": "của Ban ",
    "joint issuers": "01/QC-A-B của Ban Dân vận, Ban Dân vận, Ban Dân vận ",
    "brackets": "Nghị quyết (khóa ",
    "closed brackets": ") số 25-NQ/TW",
    "notes": "217-QĐ/TW¹",
    "dates": "217-QĐ/TW, ngày ",
    "letterheads": "Số 12-KH/HU\nA, ngày 1/1/2020\n",
    "stars": "số **",
    "marks": "\u0301",
}


@pytest.mark.timed
@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_takes_linear_time(piece):
    def seconds(times: int) -> float:
        text = "Quyết định số 217-QĐ/TW " + piece * times + " 218-QĐ/TW"
        begin = time.perf_counter()
        find_citations(text)
        return time.perf_counter() - begin

    seconds(10)
    once = min(seconds(1_000) for _ in range(2))
    # Four times the text; a quadratic reader would take sixteen times as long.
    assert min(seconds(4_000) for _ in range(2)) < max(10 * once, 0.05)


JOINT = [
    (
        "Thực hiện Chương trình số 01/CTr-MTTQ-ĐCT ngày 10/01/2026 của Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam, "
        "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh báo cáo",
        "Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam",
        "one body tells both parts of the symbol; the second is who reports",
    ),
    (
        "Thông tư liên tịch số 01/2014/TTLT-BNV-BTC ngày 01/02/2014 của Bộ Nội vụ, Bộ Tài chính, Ủy ban nhân dân huyện đã",
        "Bộ Nội vụ, Bộ Tài chính",
        "two bodies for two parts",
    ),
    (
        "Nghị quyết liên tịch số 403/2017/NQLT-UBTVQH14-CP-ĐCTUBTWMTTQVN của Ủy ban Thường vụ Quốc hội, Chính phủ và "
        "Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam quy định",
        "Ủy ban Thường vụ Quốc hội, Chính phủ và Đoàn Chủ tịch Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam",
        "three",
    ),
    (
        "Hướng dẫn 84/HD-MTTW-BTT ngày 01/7/2025 của Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam, "
        "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh báo cáo như sau",
        "Ban Thường trực Ủy ban Trung ương MTTQ Việt Nam",
        "a body and its standing board are one",
    ),
    (
        "Kế hoạch số 12/KH-MTTQ-BTT của Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh, Ủy ban nhân dân xã xây dựng",
        "Ban Thường trực Ủy ban MTTQ Việt Nam tỉnh",
        "so in a province",
    ),
    (
        "Chương trình số 01/CTPH-BTT-HND của Ban Thường trực Ủy ban MTTQ Việt Nam huyện, Hội Nông dân huyện về",
        "Ban Thường trực Ủy ban MTTQ Việt Nam huyện, Hội Nông dân huyện",
        "a board that stands first is a body",
    ),
    (
        "Quy chế số 01/QCPH-XYZ-UBND của Ban Dân vận Tỉnh ủy, Đảng ủy xã Bản Mai xây dựng kế hoạch",
        "Ban Dân vận Tỉnh ủy",
        "a body before a verb is the subject",
    ),
    (
        "Quyết định số 01/2014/QĐLT-BNV-BTC của Bộ Nội vụ, Bộ Tài chính ban hành quy chế",
        "Bộ Nội vụ, Bộ Tài chính",
        "the symbol tells the body before the verb",
    ),
    (
        "Kết luận số 127-KL/TW ngày 28/02/2025 của Bộ Chính trị, Ban Bí thư về",
        "Bộ Chính trị, Ban Bí thư",
        "the two sign together under one code",
    ),
    (
        "Kết luận số 127-KL/TW của Bộ Chính trị, Ban Bí thư Trung ương Đảng yêu cầu",
        "Bộ Chính trị, Ban Bí thư Trung ương Đảng",
        "and by their full name",
    ),
    (
        "Quyết định số 217-QĐ/TW của Bộ Chính trị, Ban Dân vận Trung ương hướng dẫn",
        "Bộ Chính trị",
        "another body is none of theirs",
    ),
]


def test_a_date_behind_two_issuers_is_read():
    (cited,) = find_citations("Kết luận 126-KL/TW của Bộ Chính trị, Ban Bí thư ngày 14/02/2025 về")
    assert (cited.issuer, cited.issued_on) == ("Bộ Chính trị, Ban Bí thư", date(2025, 2, 14))


@pytest.mark.parametrize(("text", "issuer", "why"), JOINT)
def test_a_joint_symbol_has_as_many_issuers_as_it_tells(text, issuer, why):
    (cited,) = find_citations(text)
    assert cited.issuer == issuer, why
