"""Totals and parts in running text: what is reported, and what is left alone."""

from decimal import Decimal

import pytest

from danvan import Severity, check
from danvan.reading.document import parse_report


def findings(body):
    return check(parse_report(f"BÁO CÁO\ncông tác dân vận năm 2023\n\n{body}\n"))


def loud(body):
    return [f for f in findings(body) if f.severity > Severity.NOTE]


# (text, code, computed minus stated, the figure to mend)
SLIPS = [
    ("Có 13 xã, phường (9 xã, 3 phường).", "DV201", -1, "13"),
    ("Vận động 1,2 tỷ đồng, gồm: 600 triệu đồng tiền mặt, 500 triệu đồng hiện vật.", "DV201", "-0.1", "1,2"),
    (
        "Kiểm tra 15 đợt tại 30 đơn vị, trong đó Ban Dân vận 2 đợt tại 6 đơn vị; khối dân vận xã 12 đợt tại 24 đơn vị.",
        "DV201", -1, "15",
    ),
    # a list after "trong đó", by level
    ("Đã tổ chức 30 hội nghị đối thoại, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã.",
     "DV201", -1, "30"),
    # brackets right behind the total, of other kinds of one family
    ("Đảng bộ có 51 tổ chức cơ sở đảng (16 đảng bộ, 34 chi bộ).", "DV201", -1, "51"),
    ("Ban hành 13 văn bản (02 kế hoạch, 07 thông báo, 05 công văn).", "DV201", 1, "13"),
    # a colon, with one number for each of the bodies named
    ("Tổ chức 27 cuộc giám sát: Mặt trận Tổ quốc huyện 02 cuộc, cấp cơ sở 20 cuộc; Huyện đoàn, "
     "Hội Nông dân, Hội CCB, LĐLĐ huyện mỗi đoàn thể tổ chức 01 cuộc.", "DV201", -1, "27"),
    # received against done and pending, in the sentence that follows
    ("Trong năm đã tiếp nhận 124 đơn. Trong đó, đã giải quyết 106/124 đơn, 14 đơn đang trong "
     "quá trình giải quyết.", "DV201", -4, "124"),
    ("Tổng hồ sơ tiếp nhận là 3.120 hồ sơ; trong đó đã giải quyết 3.072 hồ sơ, đang giải quyết "
     "49 hồ sơ.", "DV201", 1, "3.120"),
    # two columns, one of which adds up and so says that the other should
    ("Chủ tịch tổ chức 02 hội nghị với 230 người, có 19 ý kiến (tại xã Nà Tăm với 80 người, 5 ý "
     "kiến; với hội viên Hội Nông dân 150 lượt người, 04 ý kiến).", "DV201", -10, "19"),
    # money in two scales
    ("Vận động quỹ 1,2 tỷ đồng (Hội CCB 700 triệu đồng, Hội LHPN 400 triệu đồng).",
     "DV201", Decimal("-0.1"), "1,2"),
    # more than the whole, after "trong đó"
    ("Kết nạp 40 hội viên, trong đó: Hội LHPN 25 hội viên; Hội Nông dân 16 hội viên.",
     "DV202", 1, "40"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "difference", "figure"), SLIPS)
def test_a_slip_is_reported_once_with_its_difference(text, code, difference, figure):
    found = loud(text)
    assert [f.code for f in found] == [code]
    assert found[0].difference == Decimal(difference)
    assert found[0].spans[0].text == figure
    assert all(len(span.text) <= 20 for span in found[0].spans)
    assert figure in found[0].message("vi")
    assert figure in found[0].message("en")


def test_a_part_without_a_figure_of_that_kind_leaves_the_sum_open():
    (found,) = findings(
        "Đã tổ chức 30 hội nghị đối thoại với 500 người (cấp huyện 02 hội nghị với 100 người; "
        "cấp xã 20 hội nghị; cấp thôn với 400 người)."
    )
    assert (found.code, found.difference) == ("DV204", -8)


RIGHT = [
    # held beside the total, not parts of it: other years, the plan, the year before
    "Đăng ký 10 mô hình (năm 2025: 6 mô hình, năm 2024: 5 mô hình).",
    "Tổ chức 30 buổi (cùng kỳ năm trước 25 buổi, kế hoạch 28 buổi).",
    # the first parts give the total, the rest tells of something else
    "Tổ chức 30 buổi (tháng 7: 12 buổi, tháng 8: 10 buổi, tháng 9: 8 buổi; cùng kỳ 25 buổi).",
    "Tổ chức 12 cuộc giám sát (MTTQ 7 cuộc, Hội Nông dân 5 cuộc, trong đó 3 cuộc chuyên đề).",
    "Tổ chức 12 cuộc giám sát (MTTQ chủ trì 7 cuộc, phối hợp 5 cuộc; phát hiện 3 cuộc có vi phạm).",
    # "trong đó" names some of them only, counted in their own way
    "Có 2.500 lượt người tham dự (trong đó 1.200 lượt hội viên phụ nữ, 800 lượt đoàn viên).",
    "Kiểm tra 15 đợt tại 30 đơn vị, trong đó Ban Dân vận 2 đợt; giám sát 12 đợt.",
    "Có 12 xã, phường (9 xã, 3 phường).",
    "Đã tổ chức 29 hội nghị đối thoại, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã.",
    "Tiếp 97 lượt với 101 người, trong đó: tiếp thường xuyên 92 lượt với 96 người; tiếp định kỳ "
    "05 lượt với 05 người.",
    # of-which figures that overlap and make no total
    "Tổng số đảng viên là 2.778 đồng chí, trong đó: đảng viên nữ là 959 đồng chí, đảng viên người "
    "dân tộc thiểu số là 1.491 đồng chí.",
    # one part of several is named
    "Tiếp nhận 93 đơn, trong đó tiếp nhận trong kỳ là 73 đơn; đã xử lý 93/93 đơn; đã giải quyết "
    "68 đơn, đang giải quyết 25 đơn.",
    # a change in brackets is no part
    "Tiếp 97 lượt với 101 người (giảm 10 lượt, 29 người so với năm 2022).",
    # visits and persons of several kinds under one total
    "Ghi nhận 271 lượt người đến địa bàn, trong đó: du lịch 180 lượt người; làm việc 90 lượt người "
    "và thăm thân 01 người.",
    # a bracket that explains and does not divide
    "Phối hợp tổ chức giải bóng đá với 14 đội (mỗi đội 12 người, 02 trọng tài).",
    "Có 10.774 gia đình đăng ký danh hiệu, đạt 88,5%; 104/126 khu dân cư; 103/126 khu dân cư.",
    "Tổ chức 04 hội nghị tập huấn, 04 hội nghị tuyên truyền; 03 hội nghị chuyên đề.",
    # the outcome of a target is no part of it
    "Chỉ tiêu giao 100 hội viên, kết quả: kết nạp 60 hội viên; bồi dưỡng 20 hội viên.",
    # examples, and lists left open
    "Xây dựng 25 mô hình (tiêu biểu: Hội LHPN 03 mô hình, Huyện đoàn 02 mô hình).",
    "Xây dựng 25 mô hình: Hội LHPN 03 mô hình; Huyện đoàn 02 mô hình...",
    # some of the whole
    "Toàn huyện có 12.233 hộ, trong đó: hộ nghèo 3.920 hộ; hộ cận nghèo 1.740 hộ.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_a_right_text_is_left_alone(text):
    assert not loud(text)


def test_a_sum_of_a_vague_part_is_open():
    text = "Tổ chức 2.639 buổi tuyên truyền (Hội LHPN 2.245 buổi, Huyện đoàn trên 393 buổi)."
    (found,) = findings(text)
    assert (found.code, found.severity, found.difference) == ("DV203", Severity.NOTE, -1)


def test_an_unlikely_sum_is_a_warning():
    text = "Trao quà trị giá trên 1.006 triệu đồng (MTTQ 82 triệu đồng, Huyện đoàn hơn 495 triệu đồng)."
    (found,) = findings(text)
    assert (found.code, found.difference) == ("DV202", -429)


def test_parts_in_a_footnote_hang_on_the_total():
    text = (
        "Đã thực hiện 04 cuộc giám sát tại 23 đơn vị¹.\n\n"
        "¹ Huyện đoàn 01 cuộc tại 06 đơn vị; MTTQ 01 cuộc tại 01 đơn vị; Hội Nông dân 01 cuộc tại "
        "07 đơn vị; Hội CCB 01 cuộc tại 08 đơn vị."
    )
    (found,) = loud(text)
    assert (found.code, found.difference, found.spans[0].text) == ("DV201", -1, "23")


def test_a_footnote_may_divide_by_field_under_a_label():
    text = (
        "Có 169 tập thể, 118 cá nhân đăng ký mô hình trên các lĩnh vực¹.\n\n"
        "¹ Tập thể theo lĩnh vực: Kinh tế 118 mô hình, Văn hóa xã hội 90 mô hình, An ninh 21 mô hình. "
        "Cá nhân theo lĩnh vực: Kinh tế 18 mô hình, Văn hóa xã hội 89 mô hình, An ninh 11 mô hình."
    )
    (found,) = loud(text)
    assert (found.difference, found.spans[0].text) == (60, "169")


def test_a_body_named_last_without_its_figure_leaves_a_gap():
    text = "Kết nạp 40 hội viên (Hội Nông dân 25 hội viên, Hội Phụ nữ 10 hội viên{last})."
    assert [f.code for f in findings(text.format(last=", Hội Cựu chiến binh"))] == ["DV204"]
    assert [f.code for f in findings(text.format(last=""))] == ["DV201"]
