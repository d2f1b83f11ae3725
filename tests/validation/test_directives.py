"""The directives a paper cites, held against one another."""

import pytest

from danvan import check
from danvan.reading.document import parse_report

HEAD = """HUYỆN ỦY BẾN XUÂN
*
Số 12-BC/HU

Bến Xuân, ngày 06 tháng 9 năm 2023

BÁO CÁO
công tác dân vận

I. TÌNH HÌNH

"""

CASES = [
    # the same day in two spellings
    ("Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị; Quyết định 217-QĐ/TW ngày "
     "12-12-2013.", []),
    ("Quy chế số 14-QC/HU, ngày 18/02/2022; Quy chế số 14-QC/HU, ngày 28/02/2022.", ["DV301"]),
    # one number in two terms is two papers
    ("Nghị quyết số 25-NQ/TW, ngày 25/7/2008 của Ban Chấp hành Trung ương khóa X; Nghị quyết số "
     "25-NQ/TW, ngày 03/6/2013 của Ban Chấp hành Trung ương khóa XI.", []),
    ("Quy định số 124-QĐ/TW, ngày 02/02/2018 của Ban Bí thư; Quy định số 124-QĐ/TW, ngày 02/2/2018 "
     "của Bộ Chính trị.", ["DV302"]),
    # two days already say that these are two papers, or one a slip
    ("Quy định số 124-QĐ/TW, ngày 02/02/2018 của Ban Bí thư; Quy định số 124-QĐ/TW, ngày 03/02/2018 "
     "của Bộ Chính trị.", ["DV301"]),
    # a longer name of the same body
    ("Quy định số 124-QĐ/TW, ngày 02/02/2018 của Ban Bí thư; Quy định số 124-QĐ/TW, ngày 02/2/2018 "
     "của Ban Bí thư Trung ương Đảng.", []),
    ("Quyết định số 529-QĐ/HU ngày 11/02/2022 của Ban Thường vụ Huyện ủy; Quyết định số 529-QĐ/TU "
     "ngày 11/02/2022 của Ban Thường vụ Tỉnh ủy.", ["DV303"]),
    # the same body with its place, without it, and by another name
    ("Kế hoạch số 15-KH/ĐU ngày 02/8/2022 của Ban Thường vụ Đảng ủy; Kế hoạch số 15-KH/ĐU ngày "
     "02/8/2022 của Đảng ủy xã Hòa Thạnh.", []),
    ("Quy chế số 05-QC/ĐU ngày 20/7/2022 của Ban Chấp hành Đảng bộ xã; Quy chế số 05-QC/ĐU của "
     "Đảng ủy xã.", []),
    ("Quy chế số 05-QC/HU ngày 20/7/2022 của Ban Chấp hành Đảng bộ huyện; Quy chế số 05-QC/HU của "
     "Huyện ủy Bến Xuân.", []),
    ("Quy chế số 05-QC/HU ngày 20/7/2022 của Ban Chấp hành Đảng bộ; Quy chế số 05-QC/HU của "
     "Huyện ủy Bến Xuân.", []),
    ("Quy chế số 05-QC/HU ngày 20/7/2022 của Ban Thường vụ Huyện ủy; Quy chế số 05-QC/HU của "
     "Huyện ủy Bến Xuân.", []),
    ("Kế hoạch số 15-KH/ĐU ngày 02/8/2022 của Đảng ủy xã Hòa Bình; Kế hoạch số 15-KH/ĐU ngày "
     "02/8/2022 của Đảng ủy xã Hòa Thạnh.", ["DV302"]),
    ("Quyết định số 15/QĐ-UBND ngày 02/8/2022 của UBND tỉnh; Quyết định số 15/QĐ-UBND ngày "
     "02/8/2022 của UBND huyện.", ["DV302"]),
    # a term given once only does not make two papers
    ("Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị (khóa XI); Quyết định số 217-QĐ/TW "
     "ngày 12/02/2013 của Bộ Chính trị.", ["DV301"]),
    ("Kế hoạch số 15-KH/HU, ngày 17/11/2023 của Huyện ủy.", ["DV304"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "codes"), CASES)
def test_case(text, codes):
    report = parse_report(HEAD + text + "\n")
    assert [f.code for f in check(report).only("DV1", "DV3")] == codes
