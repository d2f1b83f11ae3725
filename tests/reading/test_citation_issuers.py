"""Who issued what is cited, in what term: one body, several, and those shared by a list."""

from datetime import date

import pytest

from danvan.reading.citations import find_citations


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


@pytest.mark.parametrize(("text", "issuer", "why"), JOINT)
def test_a_joint_symbol_has_as_many_issuers_as_it_tells(text, issuer, why):
    (cited,) = find_citations(text)
    assert cited.issuer == issuer, why
