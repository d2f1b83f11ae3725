"""What only a whole paper shows: lists that exclude each other, facts told twice, reviews."""

from decimal import Decimal
from pathlib import Path
from unicodedata import normalize

import pytest

from danvan import Severity, check
from danvan.reading.document import parse_report


def paper(*paragraphs):
    body = "\n\n".join(paragraphs)
    return parse_report(
        "HUYỆN ỦY TAM ĐƯỜNG\n*\nSố 12-BC/HU\n\nTam Đường, ngày 05 tháng 12 năm 2023\n\nBÁO CÁO\n\n"
        f"kết quả công tác dân vận năm 2023\n\nI. KẾT QUẢ\n\n{body}\n"
    )


def found(*paragraphs, codes):
    return [(f.code, f.difference, f.spans[0].text) for f in check(paper(*paragraphs)).only(*codes)]


DID = "Tổ chức 03 hội nghị phản biện xã hội (Bản Bo, Nà Tăm, Sơn Bình)."

EXCLUDING = [
    (DID, "Còn 3/6 xã chưa tổ chức phản biện xã hội (Bình Lư, Bản Hon, Giang Ma).", []),
    # one of three that did not is said to have done it
    (DID, "Còn 3/6 xã chưa tổ chức phản biện xã hội (Bình Lư, Bản Hon, Nà Tăm).",
     [("DV242", None, "3/6"), ("DV243", Decimal(-1), "3/6")]),
    # two communes stand in neither list
    (DID, "Còn 3/8 xã chưa tổ chức phản biện xã hội (Bình Lư, Bản Hon, Giang Ma).",
     [("DV243", Decimal(-2), "3/8")]),
    # about another matter
    (DID, "Còn 3/8 xã chưa tổ chức đối thoại (Bình Lư, Bản Hon, Nà Tăm).", []),
    # of other people of the same communes
    (DID, "Còn 2/8 xã chưa tổ chức phản biện xã hội (Chủ tịch UBND xã: Bình Lư, Nà Tăm).", []),
    # it is not said how many there are, and all are different
    (DID, "Còn 02 xã chưa tổ chức phản biện xã hội (Bình Lư, Bản Hon).", []),
]  # fmt: skip


@pytest.mark.parametrize(("did", "did_not", "want"), EXCLUDING)
def test_lists_that_exclude_each_other(did, did_not, want):
    assert found(did, did_not, codes=["DV242", "DV243"]) == want


def test_the_list_of_a_footnote_counts_as_those_who_did():
    text = (
        "Chủ tịch UBND cấp xã tổ chức 02 hội nghị đối thoại¹.",
        "¹ Chủ tịch UBND cấp xã: Bản Bo 01 hội nghị, 75 người; Nà Tăm 01 hội nghị, 41 người.",
        "Còn 2/5 xã chưa tổ chức đối thoại (Chủ tịch UBND xã: Bình Lư, Giang Ma).",
    )
    assert found(*text, codes=["DV24"]) == [("DV243", Decimal(-1), "2/5")]


TOLD_TWICE = [
    ("Đã tổ chức 30 hội nghị đối thoại giữa người đứng đầu cấp ủy, chính quyền với Nhân dân.",
     "Trong năm đã tổ chức 32 hội nghị đối thoại giữa người đứng đầu cấp ủy, chính quyền với Nhân dân.",
     [("DV251", Decimal(-2), "32")]),
    # the same figure again
    ("Đã tổ chức 30 hội nghị đối thoại giữa người đứng đầu cấp ủy với Nhân dân.",
     "Đã tổ chức 30 hội nghị đối thoại giữa người đứng đầu cấp ủy với Nhân dân.", []),
    # other words before it: perhaps another occasion
    ("Tổ chức đón 97 công dân hoàn thành nghĩa vụ quân sự trở về địa phương.",
     "Kịp thời động viên 107 quân nhân hoàn thành nghĩa vụ quân sự trở về địa phương.",
     [("DV252", Decimal(-10), "107")]),
    # of two bodies
    ("Hội Nông dân đã tổ chức 30 hội nghị đối thoại giữa người đứng đầu cấp ủy, chính quyền với hội viên.",
     "Huyện đoàn đã tổ chức 32 hội nghị đối thoại giữa người đứng đầu cấp ủy, chính quyền với hội viên.",
     []),
    # of two years
    ("Năm 2022 đã tổ chức 30 hội nghị đối thoại giữa người đứng đầu cấp ủy với Nhân dân.",
     "Năm 2023 đã tổ chức 32 hội nghị đối thoại giữa người đứng đầu cấp ủy với Nhân dân.", []),
    # one is a plan
    ("Đã tổ chức 30 hội nghị đối thoại giữa người đứng đầu cấp ủy với Nhân dân.",
     "Phấn đấu tổ chức 32 hội nghị đối thoại giữa người đứng đầu cấp ủy với Nhân dân.", []),
    # gifts to the same kind of people are given more than once
    ("Tặng 30 suất quà cho các hộ gia đình chính sách trên địa bàn huyện.",
     "Tặng 50 suất quà cho các hộ gia đình chính sách trên địa bàn huyện.", []),
    # the wording allows both
    ("Đã tổ chức trên 30 hội nghị đối thoại giữa người đứng đầu cấp ủy với Nhân dân.",
     "Đã tổ chức 32 hội nghị đối thoại giữa người đứng đầu cấp ủy với Nhân dân.", []),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "want"), TOLD_TWICE)
def test_a_fact_told_twice(one, other, want):
    assert found(one, other, codes=["DV25"]) == want


DISTRICT = (
    "Cấp huyện: Bí thư Huyện ủy tổ chức 01 hội nghị đối thoại với 56 người; Chủ tịch UBND huyện "
    "tổ chức 02 hội nghị đối thoại với 230 người."
)

LEVELS = [
    ("Tổ chức 30 hội nghị đối thoại, trong đó: 03 hội nghị cấp huyện, 27 hội nghị cấp xã.", []),
    ("Tổ chức 29 hội nghị đối thoại, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã.",
     [("DV254", Decimal(1), "02")]),
    # of another activity
    ("Tổ chức 29 hội nghị tập huấn, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã.", []),
    # of another level
    ("Tổ chức 29 hội nghị đối thoại, trong đó: 02 hội nghị cấp tỉnh, 27 hội nghị cấp xã.", []),
]  # fmt: skip


@pytest.mark.parametrize(("whole", "want"), LEVELS)
def test_a_level_told_by_its_bodies_and_as_a_whole(whole, want):
    assert found(DISTRICT, whole, codes=["DV2"]) == want


ANNIVERSARIES = [
    ("Tổng kết 20 năm thực hiện Nghị quyết số 09-NQ/TW, ngày 08/01/2002 của Bộ Chính trị.",
     [("DV305", Decimal(1), "20")]),
    ("Tổng kết 10 năm thực hiện Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị.", []),
    # an undated citation says nothing of its age
    ("Tổng kết 20 năm thực hiện Quyết định số 217-QĐ/TW của Bộ Chính trị.", []),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "want"), ANNIVERSARIES)
def test_a_review_against_the_age_of_what_it_reviews(sentence, want):
    assert found(sentence, codes=["DV305"]) == want


def test_an_anniversary_is_at_most_a_note():
    (finding,) = check(paper(ANNIVERSARIES[0][0])).only("DV305")
    assert finding.severity is Severity.NOTE


def test_a_new_year_without_its_year_is_one_of_the_reports_own_time():
    assert found("Chăm lo Tết Nguyên đán Giáp Thìn cho hộ nghèo.", codes=["DV26"]) == []
    assert found("Chăm lo Tết Nguyên đán Quý Tỵ cho hộ nghèo.", codes=["DV26"]) == [
        ("DV262", None, "Quý Tỵ")
    ]
    assert found("Kỷ niệm 55 năm Tết Mậu Thân.", codes=["DV26"]) == []


PAPERS = sorted(Path("examples/data").glob("**/bao_cao*.txt"))


@pytest.mark.parametrize("file", PAPERS, ids=[file.name for file in PAPERS])
def test_letters_apart_from_their_marks_hide_nothing(file):
    text = file.read_text("utf-8")
    composed, apart = (check(parse_report(one)) for one in (text, normalize("NFD", text)))
    assert [(f.code, f.difference, f.spans[0].text) for f in composed] == [
        (f.code, f.difference, normalize("NFC", f.spans[0].text)) for f in apart
    ]
