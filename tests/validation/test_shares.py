"""Percentages, parts of wholes, and lists of names."""

from decimal import Decimal

import pytest

from danvan import Severity, check
from danvan.reading.document import parse_report


def findings(body):
    return check(parse_report(f"BÁO CÁO\ncông tác dân vận năm 2023\n\n{body}\n"))


CASES = [
    # right by rounding
    ("Đã giải quyết 106/124 đơn, đạt tỷ lệ 85,48%.", None, None),
    ("Kích hoạt 18.849/18.379 trường hợp đạt 102,6%.", None, None),
    ("Tiếp nhận 88 ý kiến, đã giải quyết 88 ý kiến, đạt 100%.", None, None),
    # right only by cutting off
    ("Cấp định danh điện tử: 23.078/18.379 đạt 125,5% chỉ tiêu giao.", "DV212", "0.1"),
    # in brackets behind a/b
    ("Có 18/24 thôn (75%) có tổ dân vận.", None, None),
    ("Có 18/24 thôn (80%) có tổ dân vận.", "DV211", "-5"),
    ("Đã giải quyết 25/30 đơn (đạt 93,3%).", "DV211", "-10.0"),
    ("Đạt 12.000/9.000 lượt (tăng 30%).", None, None),
    # against a plan, not against what was received
    ("Tiếp nhận 93 đơn, đã giải quyết 68 đơn, đạt 100% kế hoạch.", None, None),
    # wrong
    ("Đã giải quyết 106/124 đơn, đạt tỷ lệ 86,48%.", "DV211", "-1.00"),
    ("Tiếp nhận 93 đơn, đã giải quyết xong 68 đơn, đạt 83%.", "DV211", "-10"),
    # of those put forward more came through
    ("Đoàn các cấp giới thiệu 54 đoàn viên tham gia lớp học, có 58 đoàn viên được kết nạp Đảng.",
     "DV221", "-4"),
    ("Giới thiệu 95 đoàn viên tham gia lớp học, có 35 đoàn viên được kết nạp Đảng.", None, None),
    # names counted
    ("Tổ chức 08 hội nghị (Bản Bo, Nà Tăm, Sơn Bình, Bình Lư, Bản Hon, Giang Ma, Hồ Thầu).",
     "DV241", "-1"),
    ("Còn 5/13 xã chưa tổ chức (Thị trấn, Khun Há, Thèn Sin, Bản Giang, Nùng Nàng).", None, None),
    ("Còn 5/13 xã chưa thực hiện (Chủ tịch UBND xã: Sơn Bình, Bình Lư, Nùng Nàng, Thèn Sin).",
     "DV241", "-1"),
    # an open list says nothing
    ("Tổ chức 08 hội nghị (Bản Bo, Nà Tăm, Sơn Bình…).", None, None),
    ("Tổ chức 08 hội nghị (Bản Bo, Nà Tăm, Sơn Bình, ...).", None, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "difference"), CASES)
def test_case(text, code, difference):
    found = findings(text)
    assert [f.code for f in found] == ([code] if code else [])
    if code:
        assert found[0].difference == Decimal(difference)


def test_truncation_is_no_more_than_a_note():
    (found,) = findings("Cấp định danh: 23.078/18.379 đạt 125,5%.")
    assert found.severity is Severity.NOTE
