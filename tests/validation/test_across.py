"""Several papers of one office, held against one another."""

from decimal import Decimal

import pytest

from danvan import check
from danvan.reading.document import parse_report


def paper(name, title, *paragraphs, place="Tam Đường", day="ngày 05 tháng 12 năm 2023"):
    body = "\n\n".join(paragraphs)
    text = f"HUYỆN ỦY\n*\nSố 12-BC/HU\n\n{place}, {day}\n\nBÁO CÁO\n\n{title}\n\nI. KẾT QUẢ\n\n{body}\n"
    return parse_report(text, name=name)


NINE = "kết quả công tác dân vận 9 tháng năm 2023"
YEAR = "kết quả công tác dân vận năm 2023"
DIALOGUES = "Tổ chức {} hội nghị đối thoại giữa người đứng đầu cấp ủy, chính quyền với Nhân dân."


def across(*papers):
    alone = {f for one in papers for f in check(one)}
    return [(f.code, f.difference) for f in check(*papers) if f not in alone]


FIGURES = [
    (NINE, "30", YEAR, "32", []),
    # the year cannot have fewer than its nine months
    (NINE, "30", YEAR, "28", [("DV253", Decimal(2))]),
    # whichever is given first
    (YEAR, "28", NINE, "30", [("DV253", Decimal(2))]),
    # two papers about one year
    (YEAR, "30", YEAR, "32", [("DV251", Decimal(-2))]),
    # another year begins anew
    ("kết quả công tác dân vận năm 2022", "30", YEAR, "28", []),
    # the wording allows both
    (NINE, "trên 30", YEAR, "gần 32", []),
]


@pytest.mark.parametrize(("one", "before", "other", "after", "want"), FIGURES)
def test_one_fact_in_two_papers(one, before, other, after, want):
    papers = (
        paper("một", one, DIALOGUES.format(before)),
        paper("hai", other, DIALOGUES.format(after)),
    )
    assert across(*papers) == want


def test_papers_of_two_places_tell_of_two_facts():
    papers = (
        paper("một", YEAR, DIALOGUES.format(30)),
        paper("hai", YEAR, DIALOGUES.format(32), place="Chư Pưh"),
    )
    assert across(*papers) == []


CITED = [
    ("Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị",
     "Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Ban Bí thư", "Tam Đường", ["DV302"]),
    # a central paper is one wherever it is cited
    ("Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị",
     "Quyết định số 217-QĐ/TW, ngày 12/10/2013 của Bộ Chính trị", "Chư Pưh", ["DV301"]),
    # a number of a district belongs to that district
    ("Kế hoạch số 12-KH/HU, ngày 10/02/2023 của Huyện ủy",
     "Kế hoạch số 12-KH/HU, ngày 15/3/2023 của Huyện ủy", "Chư Pưh", []),
    ("Kế hoạch số 12-KH/HU, ngày 10/02/2023 của Huyện ủy",
     "Kế hoạch số 12-KH/HU, ngày 15/3/2023 của Huyện ủy", "Tam Đường", ["DV301"]),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "place", "want"), CITED)
def test_one_directive_in_two_papers(one, other, place, want):
    papers = (
        paper("một", YEAR, f"Thực hiện {one}, đã tổ chức quán triệt."),
        paper("hai", NINE, f"Thực hiện {other}, đã tổ chức quán triệt.", place=place),
    )
    assert [code for code, _ in across(*papers)] == want
