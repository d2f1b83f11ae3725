"""Citations as real papers print them: forms, fields, spans, and what is none."""

import pickle
import time
import unicodedata

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


def test_a_number_without_kind_goes_on_with_the_one_before():
    text = "Thông báo số 13/TB-VPCP, ngày 10/01/2024; số 25/TB-VPCP, ngày 20/01/2024"
    assert [(c.kind, c.issued_on.day) for c in find_citations(text)] == [
        ("Thông báo", 10),
        ("Thông báo", 20),
    ]


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
