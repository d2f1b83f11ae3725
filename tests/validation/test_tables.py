"""Rows of totals in tables."""

from decimal import Decimal

import pytest

from danvan import check
from danvan.reports import Report, Section, Table
from danvan.reports.composing import composed


def found(header, *rows):
    table = Table(header, tuple(rows))
    report = Report("mẫu", kind="Báo cáo", title="công tác dân vận năm 2023",
                    sections=(Section("I.", "KẾT QUẢ", ("Số liệu cụ thể:",), tables=(table,)),))  # fmt: skip
    return [
        (f.code, f.difference, f.spans[0].text.strip())
        for f in check(composed(report)).only("DV20")
    ]


HEADER = ("Stt", "Đơn vị", "Số cuộc", "Tỷ lệ (%)")

TABLES = [
    # right
    ([("1", "Bản Bo", "12", "60"), ("2", "Nà Tăm", "8", "40"), ("", "Tổng cộng", "20", "100")], []),
    ([("1", "Bản Bo", "12", "60"), ("2", "Nà Tăm", "8", "40"), ("", "Tổng cộng", "21", "99")],
     [("DV206", Decimal(-1), "21")]),
    # the total stands first
    ([("", "Toàn huyện", "1.250", ""), ("1", "Bản Bo", "1.000", ""), ("2", "Nà Tăm", "251", "")],
     [("DV206", Decimal(1), "1.250")]),
    # an empty cell may hold what is missing
    ([("1", "Bản Bo", "12", ""), ("2", "Nà Tăm", "8", ""), ("3", "Bình Lư", "", ""), ("", "Tổng", "25", "")],
     [("DV207", Decimal(-5), "25")]),
    # but never what is too much
    ([("1", "Bản Bo", "12", ""), ("2", "Nà Tăm", "8", ""), ("3", "Bình Lư", "", ""), ("", "Tổng", "15", "")],
     [("DV206", Decimal(5), "15")]),
    # rows in groups: the groups or their rows make the total
    ([("I", "Cấp huyện", "5", ""), ("1", "MTTQ", "3", ""), ("2", "Hội Nông dân", "2", ""),
      ("II", "Cấp xã", "7", ""), ("1", "Bản Bo", "4", ""), ("2", "Nà Tăm", "3", ""), ("", "Tổng", "12", "")], []),
    # groups and rows that come to two sums: which of them the total is of, nobody can tell
    ([("I", "Cấp huyện", "5", ""), ("1", "MTTQ", "3", ""), ("2", "Hội Nông dân", "2", ""),
      ("II", "Cấp xã", "8", ""), ("1", "Bản Bo", "4", ""), ("2", "Nà Tăm", "3", ""), ("", "Tổng", "20", "")], []),
    # parts of a row are not added again
    ([("1", "Bản Bo", "12", ""), ("1.1", "trong đó: nữ", "5", ""), ("2", "Nà Tăm", "8", ""), ("", "Cộng", "20", "")], []),
    # no row of totals
    ([("1", "Bản Bo", "12", ""), ("2", "Nà Tăm", "8", "")], []),
    # one row alone makes no sum
    ([("1", "Bản Bo", "12", ""), ("", "Tổng", "20", "")], []),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "want"), TABLES)
def test_totals_of_tables(rows, want):
    assert found(HEADER, *rows) == want


@pytest.mark.parametrize(
    ("name", "called"), [("Số cuộc", "Số cuộc"), ("  Số \n cuộc", "Số cuộc"), ("", "3")]
)
def test_a_column_goes_by_its_head_or_else_by_its_number(name, called):
    rows = [("1", "Bản Bo", "12"), ("2", "Nà Tăm", "8"), ("", "Tổng cộng", "21")]
    table = Table(("Stt", "Đơn vị", name), tuple(rows))
    report = Report(
        "mẫu",
        kind="Báo cáo",
        title="x",
        sections=(Section("I.", "KẾT QUẢ", ("Số liệu:",), tables=(table,)),),
    )
    (finding,) = check(composed(report)).only("DV206")
    assert dict(finding.parts)["column"] == called
