"""The date of a citation: every style, whose it is, and where there is none."""

from datetime import date

import pytest

from danvan.reading.citations import find_citations


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


def test_a_date_behind_two_issuers_is_read():
    (cited,) = find_citations("Kết luận 126-KL/TW của Bộ Chính trị, Ban Bí thư ngày 14/02/2025 về")
    assert (cited.issuer, cited.issued_on) == ("Bộ Chính trị, Ban Bí thư", date(2025, 2, 14))
