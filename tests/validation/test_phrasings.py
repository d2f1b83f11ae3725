"""Relations of every kind: a slip in each phrasing is reported, its right twin is left alone."""

from decimal import Decimal

import pytest

from danvan import Severity, check
from danvan.reading.document import parse_report


def loud(sentence):
    report = parse_report(
        f"BÁO CÁO\nkết quả công tác dân vận năm 2023\n\nI. KẾT QUẢ\n\n{sentence}\n"
    )
    return [f for f in check(report) if f.severity > Severity.NOTE]


# (sentence, code, computed minus stated, the figure to mend)
SLIPS = [
    # a total behind its parts, labels with bare numbers, two things counted in one number
    ("MTTQ tổ chức 15 cuộc, Hội Nông dân 30 cuộc, tổng cộng 46 cuộc.", "DV201", "-1", "46"),
    ("Toàn huyện có 230 mô hình, gồm: kinh tế 120, văn hóa - xã hội 100.", "DV201", "-10", "230"),
    ("Toàn huyện có 230 mô hình (kinh tế 120, văn hóa - xã hội 100).", "DV201", "-10", "230"),
    ("Toàn huyện có 40 mô hình (kinh tế 12; văn hóa 10).", "DV201", "-18", "40"),
    ("Đã xử lý 45 vụ (hình sự 20; hành chính 24).", "DV201", "-1", "45"),
    ("Tổ chức 30 hội nghị, trong đó cấp huyện 2, cấp xã 27.", "DV201", "-1", "30"),
    ("Biểu dương 250 tập thể, cá nhân (100 tập thể, 140 cá nhân).", "DV201", "-10", "250"),
    # a total behind its parts that may not be meant to be theirs
    ("Huyện đoàn tổ chức 12 buổi, Hội LHPN tổ chức 20 buổi; tổng số 31 buổi tuyên truyền.", "DV202", "1", "31"),
    ("Khen thưởng 31 tập thể và cá nhân, trong đó 11 tập thể, 19 cá nhân.", "DV202", "-1", "31"),
    ("Tiếp nhận 120 hồ sơ, đã giải quyết 100 hồ sơ, trong đó trước hạn 90 hồ sơ, đúng hạn 11 hồ sơ.", "DV202", "1", "100"),
    # a number of things at a price
    ("Trao 120 suất quà, mỗi suất trị giá 500.000 đồng, tổng trị giá 70 triệu đồng.", "DV205", "-10", "70"),
    ("Tặng 20 suất quà (500.000 đồng/suất), tổng trị giá 12 triệu đồng.", "DV205", "-2", "12"),
    ("Trao 300 suất quà cho hộ nghèo (500.000 đồng/suất), 50 suất cho người có công (1.000.000 đồng/suất), tổng trị giá 210 triệu đồng.", "DV205", "-10", "210"),
    ("Xây mới 12 căn nhà (60 triệu đồng/căn), sửa chữa 5 căn nhà (30 triệu đồng/căn), tổng kinh phí 850 triệu đồng.", "DV205", "20", "850"),
    ("Tặng 5 suất quà; trao 50 suất quà (1.000.000 đồng/suất), tổng trị giá 60 triệu đồng.", "DV205", "-10", "60"),
    # a share of what was planned
    ("Kế hoạch giao 200 đoàn viên, thực hiện 210 đoàn viên, đạt 110%.", "DV211", "-5", "110"),
    ("Kết nạp 210 đoàn viên (kế hoạch 200 đoàn viên), đạt 110% kế hoạch.", "DV211", "-5", "110"),
    ("Thực hiện 48/50 chỉ tiêu, đạt 95%.", "DV211", "1", "95"),
    # a share in brackets of what stands before it
    ("Có 6.414 ý kiến; đã trả lời 6.027 ý kiến (91,97%).", "DV211", "2.00", "91,97"),
    ("Toàn xã có 7.964 hộ, trong đó có 112 hộ nghèo (chiếm 2,41%).", "DV211", "-1.00", "2,41"),
    ("Đảng bộ có 1.027 đảng viên, trong đó nữ 412 đồng chí (chiếm 45,1%).", "DV211", "-5.0", "45,1"),
    ("Toàn xã có 7.964 hộ, trong đó có 112 hộ nghèo, chiếm 2,41%.", "DV211", "-1.00", "2,41"),
    ("Hình thức đoàn giám sát chiếm 52,3% (172/276 cuộc).", "DV211", "10.0", "52,3"),
    ("Hòa giải 49 vụ, thành 45 vụ (chiếm 95,8%).", "DV211", "-4.0", "95,8"),
    ("Tổ chức 50 hội nghị, có 40 hội nghị cấp xã (chiếm 90%).", "DV211", "-10", "90"),
    # a change between two figures
    ("Toàn huyện có 1.250 hộ nghèo, giảm 140 hộ so với năm 2022 (1.400 hộ).", "DV213", "10", "140"),
    ("Xảy ra 97 vụ, tăng 13 vụ so với cùng kỳ năm 2022 (85 vụ).", "DV213", "-1", "13"),
    ("Số hộ nghèo giảm từ 1.400 hộ xuống còn 1.250 hộ, giảm 140 hộ.", "DV213", "10", "140"),
    ("Tổng số 120 mô hình, tăng 20% so với năm 2022 (110 mô hình).", "DV213", "-11", "20"),
    ("Tổ chức 49 buổi tuyên truyền với 3.870 lượt người nghe, tăng 12 buổi so với cùng kỳ (35 buổi).", "DV213", "2", "12"),
    ("Tổ chức 49 buổi (15 buổi ở thôn), tăng 12 buổi so với cùng kỳ (35 buổi).", "DV213", "2", "12"),
    ("Tổ chức 1.245 cuộc đối thoại, gấp 1,5 lần năm 2024 (692 cuộc).", "DV213", "0.3", "1,5"),
    ("Tổ chức 40 cuộc, gấp 3 lần so với cùng kỳ năm 2024 (20 cuộc).", "DV213", "-1", "3"),
    # a part larger than the whole
    ("Tổng số 45 cán bộ, trong đó nữ 50 người.", "DV221", "-5", "50"),
    ("Có 39 điểm nhóm, trong đó 42 điểm nhóm đã đăng ký.", "DV221", "-3", "42"),
    ("Hoà giải 49 vụ, trong đó hoà giải thành 53 vụ.", "DV221", "-4", "53"),
    ("Có 53/49 thôn đạt chuẩn.", "DV221", "-4", "53/49"),
    ("Tham gia hòa giải 49 vụ, hòa giải thành 53 vụ.", "DV221", "-4", "53"),
    # received against done and pending
    ("Tiếp nhận 45 đơn. Đã giải quyết 40 đơn, đang giải quyết 6 đơn.", "DV231", "1", "45"),
    ("Trong kỳ tiếp nhận 45 đơn, đã giải quyết 40 đơn, còn 6 đơn đang xem xét.", "DV231", "1", "45"),
    ("Kỳ trước chuyển sang 10 đơn, tiếp nhận mới 45 đơn, đã giải quyết 50 đơn, còn 6 đơn chuyển kỳ sau.", "DV231", "1", "45"),
    ("Tiếp nhận 1.254 hồ sơ, trong đó: trực tuyến 1.016 hồ sơ, trực tiếp 238 hồ sơ; đã giải quyết 1.198 hồ sơ, đang giải quyết 65 hồ sơ.", "DV231", "9", "1.254"),
    ("Tiếp nhận 1.254 hồ sơ, trong đó có 1.016 hồ sơ trực tuyến; đã giải quyết 1.198 hồ sơ, đang giải quyết 65 hồ sơ.", "DV231", "9", "1.254"),
    # names without brackets
    ("Đã tổ chức tại 6 xã: Bản Bo, Nà Tăm, Sơn Bình, Bình Lư, Bản Hon.", "DV241", "-1", "6"),
    ("Kiểm tra 04 Đảng ủy xã Ia Le, xã Ia Blứ, xã Ia Rong.", "DV241", "-1", "04"),
    ("Có 6 xã Bản Bo, Nà Tăm, Sơn Bình, Bình Lư, Bản Hon hoàn thành.", "DV241", "-1", "6"),
    ("Kiểm tra 03 xã gồm Bản Bo và Nà Tăm.", "DV241", "-1", "03"),
    # days that no calendar has
    ("Ban hành Kế hoạch số 12-KH/HU, ngày 30 tháng 02 năm 2023 về công tác dân vận.", "DV261", None, "ngày 30 tháng 02 năm 2023"),
    ("Tổ chức hội nghị ngày 31/4/2023.", "DV261", None, "ngày 31/4/2023"),
    # lunar years
    ("Chăm lo Tết Nguyên đán Quý Mão năm 2024.", "DV262", None, "Quý Mão"),
    # found by a reader who changed figures of right papers
    ("Tổng dư nợ đạt 285,6 tỷ đồng, với 98 tổ tiết kiệm và vay vốn; trong đó: Hội Phụ nữ 160,4 tỷ đồng, 41 tổ; Hội Nông dân 158,2 tỷ đồng, 57 tổ.", "DV201", "33", "285,6"),
    ("Vận động được 152.300.000 đồng, đạt 107,5% kế hoạch (150.000.000 đồng).", "DV211", "-6.0", "107,5"),
    ("Tiếp nhận 86 vụ việc, hòa giải thành 74 vụ, không thành 8 vụ, đang hòa giải 5 vụ.", "DV231", "1", "86"),
    ("Tiếp nhận 215 ý kiến; chuyển cơ quan có thẩm quyền 180 ý kiến, trả lời tại chỗ 45 ý kiến.", "DV231", "10", "215"),
    ("Tỷ lệ hộ nghèo đầu năm 2025 là 12,4%, cuối năm còn 9,8%, giảm 3,6%.", "DV213", "-1.0", "3,6"),
    ("Chi hỗ trợ 45 hộ, mỗi hộ 5 triệu đồng, tổng số tiền 245 triệu đồng.", "DV205", "-20", "245"),
    ("Toàn xã có 1.240 tín đồ (nam 720, nữ 510).", "DV201", "-10", "1.240"),
    # a list that ends without a figure, but in no rest
    ("Có 96 ý kiến (đất đai 40 ý kiến, môi trường 21 ý kiến, chính sách 15 ý kiến).", "DV201", "-20", "96"),
    ("Có 96 ý kiến (đất đai 60 ý kiến, môi trường 41 ý kiến, còn lại là lĩnh vực khác).", "DV201", "5", "96"),
    ("Tổ chức 30 hội nghị (02 hội nghị cấp huyện, 27 hội nghị cấp xã, thị trấn).", "DV201", "-1", "30"),
    # an item in a unit of its own takes nothing away from what is too much
    ("Trồng 400 cây xanh (200 cây dầu, 250 cây sao, 50 gốc bằng lăng).", "DV201", "50", "400"),
    ("Tổ chức 45 buổi (cấp huyện 5 buổi, cấp xã 39 buổi, thu hút 200 người nghe).", "DV201", "-1", "45"),
    ("Tổ chức 45 buổi (cấp huyện 5 buổi, cấp xã 39 buổi, kinh phí 20 triệu đồng).", "DV201", "-1", "45"),
    # a part of a part is set aside, a part behind "riêng" that closes the sum is not
    ("Tổ chức 31 cuộc giám sát, gồm: cấp tỉnh 12 cuộc; cấp xã 18 cuộc, trong đó có 04 cuộc đột xuất.", "DV201", "-1", "31"),
    ("Tổ chức 25 hội nghị (cấp ủy 06 hội nghị; chính quyền 18 hội nghị, riêng xã Tân Hòa 4 hội nghị).", "DV201", "-1", "25"),
    ("Tổ chức 45 buổi (cấp huyện 5 buổi; cấp xã 39 buổi, mỗi xã 3 buổi).", "DV201", "-1", "45"),
    # a list that says that it is all
    ("Có 96 ý kiến về các lĩnh vực như sau: đất đai 40 ý kiến, môi trường 21 ý kiến.", "DV201", "-35", "96"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "code", "difference", "figure"), SLIPS)
def test_a_slip_is_reported_at_its_figure(sentence, code, difference, figure):
    (found,) = loud(sentence)
    assert found.code == code
    assert found.difference == (None if difference is None else Decimal(difference))
    assert found.spans[0].text == figure
    assert all(part in sentence for part in (span.text for span in found.spans))


RIGHT = [
    "Tiếp nhận 93 đơn, trong đó tiếp nhận trong kỳ 73 đơn; đã giải quyết 68 đơn, đạt tỷ lệ 73%.",
    "MTTQ tổ chức 15 cuộc, Hội Nông dân 30 cuộc, tổng cộng 45 cuộc.",
    "Cấp huyện 12 buổi, cấp xã 120 buổi, cộng 132 buổi.",
    "Cấp huyện 12 buổi, cấp xã 120 buổi, nâng tổng số lên 500 buổi.",
    "Toàn huyện có 220 mô hình, trong đó: kinh tế 120, văn hóa - xã hội 100.",
    "Đã xử lý 45 vụ (hình sự: 20; hành chính: 25).",
    "Biểu dương 250 tập thể, cá nhân (100 tập thể, 150 cá nhân).",
    "Trao 120 suất quà, mỗi suất trị giá 500.000 đồng, tổng trị giá 60 triệu đồng.",
    "Hỗ trợ 5 con bò giống, trị giá 15 triệu đồng/con, tổng số tiền 75 triệu đồng.",
    "Toàn huyện có 1.260 hộ nghèo, giảm 140 hộ so với năm 2022 (1.400 hộ).",
    "Xảy ra 97 vụ (tăng 13 vụ so với cùng kỳ năm 2022).",
    "Tổ chức 45 buổi, tăng 5 buổi so với năm 2022 (tổ chức 40 buổi).",
    "Kế hoạch giao 200 đoàn viên, thực hiện 210 đoàn viên, đạt 105%.",
    "Kết nạp 210/200 đoàn viên, đạt 105% kế hoạch.",
    "Kết nạp 53/49 đoàn viên, đạt 108% kế hoạch.",
    "Cấp 23.078/18.379 thẻ, vượt chỉ tiêu giao.",
    "Tiếp nhận 45 đơn. Đã giải quyết 40 đơn, đang giải quyết 5 đơn.",
    "Kỳ trước chuyển sang 10 đơn, tiếp nhận mới 45 đơn, đã giải quyết 50 đơn, còn 5 đơn chuyển kỳ sau.",
    "Tiếp nhận 45 đơn (kỳ trước chuyển sang 10 đơn), đã giải quyết 50 đơn.",
    "Đã tổ chức tại 5 xã: Bản Bo, Nà Tăm, Sơn Bình, Bình Lư và Bản Hon.",
    "Kiểm tra 02 xã gồm Bản Bo và Nà Tăm.",
    "Chăm lo Tết Nguyên đán Quý Mão năm 2023.",
    "Chăm lo Tết Nguyên đán Quý Mão 2023, chuẩn bị Tết Giáp Thìn 2024.",
    "Toàn huyện có 13 xã, thị trấn với 126 thôn, bản, tổ dân phố; dân số trên 58.000 người, 12 dân tộc cùng sinh sống.",
    "Trong kỳ đã tổ chức 12 cuộc đối thoại với 640 lượt người tham dự, có 58 ý kiến, đã trả lời trực tiếp 52 ý kiến, chuyển cơ quan chức năng 06 ý kiến.",
    "Thành lập mới 02 chi bộ, kết nạp 30 đảng viên, chuyển sinh hoạt đến 12 đảng viên, tổng số 2.778 đảng viên.",
    "Hỗ trợ 20 hộ nghèo làm nhà, mỗi nhà 50 triệu đồng từ nguồn xã hội hóa, tổng trị giá trên 1 tỷ đồng.",
    "Tặng 80 suất quà, mỗi suất trị giá từ 300.000 đồng đến 500.000 đồng, tổng trị giá 32 triệu đồng.",
    "Tặng 50 suất quà và 20 chăn ấm, mỗi suất 400.000 đồng, tổng trị giá 27 triệu đồng.",
    "Tổ chức 45 buổi tuyên truyền, tăng 5 buổi so với cùng kỳ năm 2022, cho 3.200 lượt người tham gia.",
    "Số hộ nghèo giảm 140 hộ so với năm 2022, còn 1.250 hộ, chiếm 12,5%.",
    "Tỷ lệ hộ nghèo giảm từ 35,3% xuống còn 32,1%, giảm 3,2%.",
    "Tỷ lệ hộ nghèo giảm từ 35,3% xuống còn 32,1%, giảm 3,2 điểm phần trăm.",
    "Kế hoạch giao 200 đoàn viên, thực hiện 210 đoàn viên, vượt 5% kế hoạch.",
    "Kế hoạch giao kết nạp 120 đảng viên; đến nay đã kết nạp 96 đảng viên, đạt 80% kế hoạch.",
    "Tiếp nhận 45 đơn, trong đó khiếu nại 10 đơn, tố cáo 5 đơn, kiến nghị 30 đơn; đã giải quyết 40 đơn, đang giải quyết 5 đơn.",
    "Tiếp nhận 45 đơn; đã giải quyết 30 đơn, chuyển cơ quan có thẩm quyền 10 đơn, đang xem xét 5 đơn.",
    "Tiếp 120 lượt công dân với 150 người; tiếp nhận 45 đơn, đủ điều kiện xử lý 40 đơn, đã giải quyết 38 đơn, còn 2 đơn đang giải quyết.",
    "Tiếp nhận 5.635 hồ sơ, đã giải quyết 5.600 hồ sơ (trước hạn 5.000 hồ sơ, đúng hạn 600 hồ sơ), đang giải quyết 35 hồ sơ.",
    "Kỳ trước chuyển sang 10 hồ sơ, tiếp nhận trong kỳ 90 hồ sơ; đã giải quyết 95 hồ sơ, đang giải quyết 5 hồ sơ.",
    "Giám sát tại 04 xã: Bản Bo, Nà Tăm, Sơn Bình, Bình Lư và 02 cơ quan chuyên môn của huyện.",
    "Kiểm tra 03 đơn vị (Phòng Nội vụ, Phòng Tài chính - Kế hoạch, Văn phòng HĐND-UBND).",
    "Ra mắt mô hình tại 02 xã Bản Bo, Nà Tăm; tuyên truyền tại 5 xã còn lại.",
    "Có 6/13 xã đạt chuẩn nông thôn mới, trong đó 02 xã đạt chuẩn nâng cao (Bản Bo, Bình Lư).",
    "Duy trì 51 mô hình “5 không, 3 sạch” với 2.873 thành viên; 18 mô hình “3 sạch” với 1.032 thành viên.",
    "Cấp 23.078/18.379 căn cước công dân, vượt 25,6% chỉ tiêu.",
    "Vận động 1.200/1.000 ngày công, đạt 120% kế hoạch.",
    "Kết nạp 53/49 đảng viên, vượt chỉ tiêu nghị quyết.",
    "Có 274 sáng kiến, đạt 152% so với chỉ tiêu giao.",
    "Trong 250 đại biểu dự hội nghị có 120 đại biểu nữ, 180 đại biểu là người dân tộc thiểu số, 90 đại biểu trẻ tuổi.",
    "Tổng số đảng viên là 2.778 đồng chí, trong đó đảng viên nữ 959 đồng chí, đảng viên dân tộc thiểu số 1.491 đồng chí.",
    "Toàn huyện có 230 mô hình, trong đó kinh tế 120, văn hóa - xã hội 80, quốc phòng - an ninh 30.",
    "Toàn huyện có 40 mô hình (trong đó: kinh tế 12, văn hóa 10).",
    "Xây dựng 17 mô hình: 10 mô hình kinh tế; 05 mô hình văn hóa; 02 mô hình an ninh và duy trì 08 mô hình cũ.",
    "Toàn huyện có 230 mô hình, trong đó lĩnh vực kinh tế 120 mô hình.",
    "Ban hành 12 văn bản, gồm: Nghị quyết 25, Kết luận 43, Chỉ thị 05.",
    "Triển khai 03 nghị quyết (Nghị quyết số 04-NQ/HU, Nghị quyết số 05-NQ/HU, Nghị quyết số 07-NQ/HU).",
    "Tổ chức 5 lớp tập huấn (tháng 3, tháng 5, tháng 7, tháng 9, tháng 11).",
    "Tổ chức 3 đợt tuyên truyền (đợt 1 tháng 3, đợt 2 tháng 6, đợt 3 tháng 9).",
    "Huy động 1.250 ngày công, trị giá 312,5 triệu đồng.",
    "Thu hút 3.451 cử tri tham dự, có 125 ý kiến, kiến nghị, trong đó thuộc thẩm quyền cấp huyện 45 ý kiến, cấp xã 80 ý kiến.",
    "Thành lập 08 đoàn kiểm tra, trong đó Ban Thường vụ Huyện ủy thành lập 02 đoàn; tiến hành kiểm tra 06 đảng ủy xã.",
    "Cho vay 486 tỷ đồng với 183 tổ, 7.665 hộ vay; Ngân hàng Nông nghiệp cho vay 79 tỷ đồng với 43 tổ, 695 hộ, tổng dư nợ 565 tỷ đồng.",
    "Hội Nông dân tổ chức 12 buổi, Hội LHPN tổ chức 15 buổi cho 1.200 lượt người, nâng tổng số buổi tuyên truyền lên 120 buổi.",
    "Xây dựng 09 công trình cấp huyện, 02 công trình cấp cơ sở với tổng trị giá 186 triệu đồng.",
    "Hòa giải 49 vụ, hòa giải thành 43 vụ, đạt 87,8%.",
    "Phát hiện 97 vụ, đã khởi tố 68 vụ, xử lý hành chính 29 vụ.",
    "Xảy ra 07 vụ tai nạn giao thông, chết 03 người, bị thương 08 người, so với cùng kỳ tăng 03 vụ, giảm 01 người chết.",
    "Tỷ lệ người dân tham gia bảo hiểm y tế đạt 98,5%, tăng 1,2% so với năm 2022 (97,3%).",
    "Trồng mới 120 ha rừng, đạt 120% kế hoạch (100 ha), tăng 20 ha so với năm 2022.",
    "Giới thiệu 95 đoàn viên ưu tú học lớp cảm tình Đảng, có 35 đoàn viên được kết nạp.",
    "Chăm lo Tết Nguyên đán Giáp Thìn cho 1.020 hộ nghèo với 1.020 suất quà trị giá 510 triệu đồng.",
    "Tết Nguyên đán Quý Mão, tặng 320 suất quà cho hộ nghèo; dịp 27/7, tặng 150 suất quà cho gia đình chính sách.",
    "Có 12 tập thể, 05 cá nhân được biểu dương (cấp tỉnh 02 tập thể, 01 cá nhân; cấp huyện 10 tập thể, 04 cá nhân).",
    "Biểu dương 17 tập thể, cá nhân (12 tập thể, 05 cá nhân).",
    "Kiện toàn 16 đồng chí (04 Ủy viên Ban Chấp hành, 12 Ủy viên Ban Thường vụ).",
    "Đến ngày 30/9/2023, có 11/13 xã hoàn thành; còn 2/13 xã chưa hoàn thành (Khun Há, Tả Lèng).",
    "Đã tổ chức đối thoại tại 08 xã (Bản Bo, Nà Tăm, Sơn Bình, Bình Lư, Bản Hon, Giang Ma, Hồ Thầu, Tả Lèng); còn 5/13 xã chưa tổ chức đối thoại (Thị trấn, Khun Há, Thèn Sin, Bản Giang, Nùng Nàng).",
    "Tổng kết 10 năm thực hiện Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị.",
    "Thực hiện Chỉ thị số 05-CT/TW, ngày 15/5/2016 của Bộ Chính trị, có 100% chi bộ đăng ký.",
    "Năm 2023 tổ chức 45 buổi, năm 2022 tổ chức 40 buổi, tăng 12,5%.",
    "Tổ chức 45 buổi (cùng kỳ 40 buổi), tăng 5 buổi.",
    "Trao 15 con bò giống cho 15 hộ, mỗi hộ 01 con, trị giá 15 triệu đồng/con, tổng trị giá 225 triệu đồng.",
    "Giao chỉ tiêu 100 mô hình, đăng ký 118 mô hình, đạt 118%.",
    "Thu được 122 triệu đồng tiền quỹ, đạt 101,7% kế hoạch.",
    "Trong 45 vụ có 20 vụ hình sự (giảm 3 vụ), 25 vụ hành chính (tăng 2 vụ).",
    "Có 103/126 khu dân cư đăng ký, đạt 81,7%; 104/126 khu dân cư phòng, chống tội phạm, đạt 82,5%.",
    "Tuyên truyền 12 buổi tại 04 xã, mỗi xã 03 buổi, với 960 lượt người.",
    "Huyện đoàn, Hội Nông dân, Hội CCB mỗi đơn vị tổ chức 01 cuộc giám sát, tổng cộng 03 cuộc.",
    "Tổng thu 1.250 triệu đồng, tổng chi 1.100 triệu đồng, còn lại 150 triệu đồng.",
    "Đã hỗ trợ 45/50 hộ, đạt 90%, còn 5 hộ chưa được hỗ trợ.",
    "Toàn huyện có 2.778 đảng viên, sinh hoạt tại 210 chi bộ, trong đó 126 chi bộ thôn, bản.",
    "Có 1.039 thanh niên được tư vấn việc làm, trong đó 415 thanh niên có việc làm ổn định, 120 thanh niên đi lao động ngoài tỉnh.",
    # a commune of 2025
    "Toàn xã có 21 thôn, 3.245 hộ với 13.870 nhân khẩu, gồm 5 dân tộc (Kinh, Tày, Nùng, Dao, Mông) cùng sinh sống.",
    "Đảng bộ xã có 32 chi bộ trực thuộc với 745 đảng viên; trong đó có 21 chi bộ thôn, 6 chi bộ trường học, 5 chi bộ cơ quan.",
    "Ban Thường trực Ủy ban MTTQ Việt Nam xã đã tiếp nhận và phân bổ 1.250 suất quà, trị giá 625 triệu đồng cho hộ nghèo, cận nghèo, gia đình chính sách nhân dịp Tết Nguyên đán Bính Ngọ năm 2026.",
    "Vận động quỹ “Vì người nghèo” được 152.300.000 đồng, đạt 101,5% kế hoạch (150.000.000 đồng).",
    "Quỹ “Vì người nghèo” các cấp vận động được 2,35 tỷ đồng (cấp tỉnh 850 triệu đồng, cấp xã 1,5 tỷ đồng).",
    "Khởi công xây dựng 12 nhà Đại đoàn kết, mỗi nhà 60 triệu đồng; đến nay đã hoàn thành 9 nhà, còn 3 nhà đang thi công.",
    "Phối hợp tổ chức 38 cuộc tiếp xúc cử tri với 4.120 lượt cử tri tham dự, tiếp nhận 215 ý kiến, kiến nghị; phân loại, chuyển cơ quan có thẩm quyền 180 ý kiến, trả lời tại chỗ 35 ý kiến.",
    "Chủ trì giám sát 5 chuyên đề, phối hợp giám sát 8 chuyên đề; cử 25 lượt cán bộ tham gia các đoàn giám sát của HĐND.",
    "Hội nghị phản biện xã hội tổ chức 3 cuộc với 24 lượt ý kiến góp ý, có 20/24 ý kiến được tiếp thu.",
    "Ban Thanh tra nhân dân tiến hành 42 cuộc giám sát, phát hiện 6 vụ việc, kiến nghị xử lý 6 vụ việc, thu hồi 120 m² đất.",
    "Ban Giám sát đầu tư của cộng đồng giám sát 56 công trình, phát hiện 4 công trình có sai phạm, kiến nghị khắc phục 4 công trình.",
    "Các tổ hòa giải tiếp nhận 86 vụ việc, hòa giải thành 74 vụ, đạt 86%; không thành 8 vụ, đang hòa giải 4 vụ.",
    "Hội Nông dân vận động 1.865/2.200 hộ đăng ký danh hiệu sản xuất kinh doanh giỏi, đạt 84,8%; bình xét có 1.120 hộ đạt, chiếm 60,1% so với hộ đăng ký.",
    "Kết nạp mới 320 hội viên, nâng tổng số hội viên lên 12.450 người, đạt tỷ lệ tập hợp 78,5%.",
    "Thành lập mới 02 chi hội nghề nghiệp, 05 tổ hội nghề nghiệp với 84 thành viên.",
    "Tổng dư nợ ủy thác qua các tổ chức hội đạt 285,6 tỷ đồng, với 98 tổ tiết kiệm và vay vốn, 4.512 hộ vay; trong đó: Hội Phụ nữ 120,4 tỷ đồng, 41 tổ, 1.890 hộ; Hội Nông dân 98,2 tỷ đồng, 33 tổ, 1.520 hộ; Hội Cựu chiến binh 42 tỷ đồng, 15 tổ, 702 hộ; Đoàn Thanh niên 25 tỷ đồng, 9 tổ, 400 hộ.",
    "Tỷ lệ hộ nghèo đầu năm 2025 là 12,4%, cuối năm còn 9,8%, giảm 2,6%, đạt 104% kế hoạch.",
    "Số hộ nghèo đầu năm là 402 hộ, thoát nghèo 96 hộ, phát sinh 12 hộ, cuối năm còn 318 hộ, chiếm 9,8%.",
    "Thu ngân sách 12,5 tỷ đồng, đạt 125% dự toán tỉnh giao, 118% nghị quyết HĐND, tăng 8,7% so với năm 2024.",
    "Trong 9 tháng, tiếp 45 lượt/52 công dân (giảm 5 lượt so với cùng kỳ), tiếp nhận 38 đơn (trùng lặp 6 đơn), thuộc thẩm quyền 15 đơn, đã giải quyết 13/15 đơn, đạt 86,7%, đang giải quyết 02 đơn.",
    "Tổ chức 126 hội nghị ở thôn lấy ý kiến Nhân dân với 9.870 lượt người tham gia, có 97,2% ý kiến đồng thuận.",
    "Xây dựng 115 mô hình “Dân vận khéo” (lĩnh vực kinh tế 46, văn hóa - xã hội 44, quốc phòng - an ninh 13, hệ thống chính trị 12).",
    "Năm 2025 có 115 mô hình đăng ký (64 mô hình tập thể, 51 mô hình cá nhân), công nhận 81 mô hình, trong đó cấp tỉnh 05 mô hình, cấp xã 76 mô hình.",
    "Có 16/21 thôn đạt danh hiệu thôn văn hóa, đạt 76,2%; 2.890/3.245 hộ đạt gia đình văn hóa, đạt 89,1%.",
    "Nhân dân hiến 12.500 m² đất, đóng góp 3.200 ngày công, trị giá 1,28 tỷ đồng làm 8,4 km đường giao thông nông thôn.",
    "Công an xã vận động thu hồi 25 khẩu súng tự chế, 120 viên đạn, 08 kg pháo các loại.",
    "Xảy ra 14 vụ vi phạm (giảm 3 vụ so với cùng kỳ), gồm 6 vụ trộm cắp, 5 vụ đánh bạc, 3 vụ gây rối; bắt 22 đối tượng.",
    "Điều tra làm rõ 13/14 vụ, đạt 92,9%, bắt giữ 22 đối tượng, khởi tố 9 vụ, 15 bị can, xử phạt hành chính 4 vụ, 7 đối tượng.",
    "Toàn xã có 03 tôn giáo với 1.240 tín đồ (Công giáo 720, Tin lành 310, Phật giáo 210), 02 cơ sở thờ tự.",
    "Tuyển quân đạt 100% chỉ tiêu: 18/18 thanh niên nhập ngũ (15 quân đội, 3 công an).",
    "Tổ chức 03 lớp tập huấn cho 240 cán bộ: lớp thứ nhất 80 người, lớp thứ hai 85 người, lớp thứ ba 75 người.",
    "Chi hỗ trợ 45 hộ, mỗi hộ 5 triệu đồng, tổng số tiền 225 triệu đồng.",
    "Trồng 10.000 cây, trong đó Đoàn Thanh niên trồng 3.500 cây, Hội Phụ nữ 2.500 cây, các thôn trồng số còn lại.",
    "Hội Chữ thập đỏ tổ chức 02 đợt hiến máu, thu 245 đơn vị máu (đợt 1: 130 đơn vị; đợt 2: 115 đơn vị).",
    "Cấp 3.120 thẻ bảo hiểm y tế cho hộ nghèo, 1.045 thẻ cho hộ cận nghèo, 9.705 thẻ cho người dân tộc thiểu số.",
    "Phát 4.500 tờ rơi, treo 120 băng rôn, 45 pa nô; phát thanh 360 lượt trên hệ thống loa với thời lượng 180 giờ.",
    "Năm học 2024 - 2025 có 05 trường với 98 lớp, 2.870 học sinh (mầm non 02 trường, 30 lớp, 780 cháu; tiểu học 02 trường, 42 lớp, 1.150 học sinh; trung học cơ sở 01 trường, 26 lớp, 940 học sinh).",
    "Phấn đấu năm 2026 tổ chức 150 buổi tuyên truyền, kết nạp 30 đảng viên trở lên, 100% chi bộ hoàn thành tốt nhiệm vụ.",
    "Qua rà soát có 56 nhà tạm, nhà dột nát; đã xóa 48 nhà (xây mới 30 nhà, sửa chữa 18 nhà), đạt 85,7%; còn 8 nhà.",
    "Hồ sơ tiếp nhận 4.560 hồ sơ (trực tuyến 4.100 hồ sơ, trực tiếp 460 hồ sơ), đã giải quyết 4.520 hồ sơ (trước và đúng hạn 4.515 hồ sơ, quá hạn 5 hồ sơ), đang giải quyết 40 hồ sơ trong hạn.",
    "Đoàn viên thanh niên đảm nhận 25 công trình, phần việc trị giá 310 triệu đồng, huy động 1.450 lượt đoàn viên.",
    "Trong năm có 2 đợt thiên tai làm thiệt hại 45 nhà (sập 3 nhà, tốc mái 42 nhà), 12 ha hoa màu, ước thiệt hại 2,1 tỷ đồng.",
    "Tổ chức Ngày hội Đại đoàn kết tại 21/21 thôn (phần lễ và phần hội 18 thôn, phần lễ 3 thôn).",
    "Lực lượng dân quân có 156 đồng chí, đạt 1,12% dân số; huấn luyện 4 ngày cho 98 đồng chí, quân số tham gia 95/98, đạt 96,9%.",
    "Giới thiệu 24 quần chúng học lớp bồi dưỡng nhận thức về Đảng, kết nạp 19 đảng viên (nữ 8, dân tộc thiểu số 15, đoàn viên 12).",
    "Kết nạp 19 đảng viên (nữ 8, đoàn viên 12).",
    # a rest without a number
    "Có 96 ý kiến (đất đai 40 ý kiến, môi trường 21 ý kiến, còn lại là lĩnh vực khác).",
    "Có 96 ý kiến về: đất đai 40 ý kiến, môi trường 21 ý kiến và một số lĩnh vực khác.",
    "Có 96 ý kiến, gồm: đất đai 40 ý kiến, môi trường 21 ý kiến, số còn lại thuộc các lĩnh vực khác.",
    "Có 96 ý kiến, gồm đất đai 40 ý kiến, môi trường 21 ý kiến và nhiều ý kiến khác.",
    "Hội nghị có 150 đại biểu (20 đại biểu cấp tỉnh, 80 đại biểu cấp xã và đại diện các ban, ngành).",
    "Hội nghị có 150 đại biểu dự, gồm: 20 đại biểu cấp tỉnh, 80 đại biểu cấp xã, các đồng chí bí thư chi bộ.",
    # an item in a unit of its own
    "Lực lượng gồm 45 đồng chí (15 công an, 20 dân quân, 10 đoàn viên).",
    "Trồng 500 cây xanh (200 cây dầu, 250 cây sao, 50 gốc bằng lăng).",
    "Có 30 cuộc giám sát: 10 cuộc của xã, 15 cuộc của ấp, 05 đợt khảo sát.",
    # a part of a part
    "Tổ chức 30 cuộc giám sát, gồm: cấp tỉnh 12 cuộc; cấp xã 18 cuộc, trong đó có 04 cuộc đột xuất.",
    "Tổ chức 24 hội nghị (cấp ủy 06 hội nghị; chính quyền 18 hội nghị, trong đó có 04 hội nghị đột xuất).",
    "Tổ chức 24 hội nghị: cấp ủy 06 hội nghị; chính quyền 18 hội nghị, riêng xã Tân Hòa 4 hội nghị.",
    "Tổ chức 24 hội nghị (cấp ủy 06 hội nghị, chính quyền 18 hội nghị, riêng xã Tân Hòa 4 hội nghị).",
    "Tổ chức 30 cuộc giám sát (cấp tỉnh 5 cuộc, cấp huyện 7 cuộc, riêng cấp xã 18 cuộc).",
    # what each of a number has that the item does not tell
    "Tổ chức 47 buổi (cấp huyện 2 buổi, cấp xã 3 buổi, mỗi ấp 2 buổi tại 21 ấp).",
    "Tổ chức 45 buổi (cấp xã 3 buổi, mỗi ấp 2 buổi tại 21 ấp).",
    "Tổ chức 45 buổi (cấp huyện 5 buổi; cấp xã 40 buổi, mỗi xã 4 buổi).",
    # several prices before one total, or one of several things without a price
    "Trao 300 suất quà cho hộ nghèo (500.000 đồng/suất), 50 suất cho người có công (1.000.000 đồng/suất), tổng trị giá 200 triệu đồng.",
    "Xây mới 12 căn nhà (trị giá 60 triệu đồng/căn), sửa chữa 5 căn nhà (trị giá 30 triệu đồng/căn), tổng kinh phí 870 triệu đồng.",
    "Trao 300 suất quà cho hộ nghèo, 50 suất cho người có công (1.000.000 đồng/suất), tổng trị giá 200 triệu đồng.",
    "Trao 300 suất quà (500.000 đồng/suất), trị giá 150 triệu đồng; 50 suất quà (1.000.000 đồng/suất), trị giá 50 triệu đồng.",
    "Trao 02 nhà (60 triệu đồng/nhà và 80 triệu đồng/nhà), tổng trị giá 140 triệu đồng.",
    # a share in brackets
    "Có 6.414 ý kiến; đã trả lời 6.027 ý kiến (93,97%).",
    "Toàn xã có 7.964 hộ, trong đó có 112 hộ nghèo (chiếm 1,41%).",
    "Đảng bộ có 1.027 đảng viên, trong đó nữ 412 đồng chí (chiếm 40,1%).",
    "Hình thức đoàn giám sát chiếm 62,3% (172/276 cuộc).",
    "Hòa giải 49 vụ, thành 45 vụ (chiếm 91,8%).",
    "Toàn xã có 7.964 hộ, trong đó có 112 hộ nghèo (chiếm 12,5% số hộ nghèo toàn huyện).",
    "Kỳ trước chuyển sang 10 đơn, tiếp nhận 93 đơn, đã giải quyết 68 đơn (66%).",
    "Toàn xã có 30.000 người, 1.027 đảng viên, trong đó nữ 412 đồng chí (chiếm 40,1%).",
    "Toàn xã có 7.964 hộ, trong đó có 112 hộ nghèo (giảm 2,41%).",
    "Trong 45 mô hình có 30 mô hình đăng ký mới (đạt 120% kế hoạch).",
    "Toàn xã có 45 mô hình, trong đó có 30 mô hình đăng ký mới (đạt 120%).",
    # what was received, broken down ahead of what became of it
    "Tiếp nhận 1.254 hồ sơ, trong đó: trực tuyến 1.016 hồ sơ, trực tiếp 238 hồ sơ; đã giải quyết 1.198 hồ sơ, đang giải quyết 56 hồ sơ.",
    "Tiếp nhận 45 đơn, trong đó: khiếu nại 10 đơn; đã giải quyết 30 đơn; đang giải quyết 5 đơn.",
    "Tiếp nhận 93 đơn, trong đó kỳ trước chuyển sang 20 đơn; đã giải quyết 68 đơn, đang giải quyết 45 đơn.",
    # a change of what stands further ahead, and so many times as many
    "Tổ chức 49 buổi tuyên truyền với 3.870 lượt người nghe, tăng 14 buổi so với cùng kỳ (35 buổi).",
    "Tổ chức 49 buổi (15 buổi ở thôn), tăng 14 buổi so với cùng kỳ (35 buổi).",
    "Có 49 mô hình; tuyên truyền cho 3.870 lượt người nghe, tăng 12 mô hình so với cùng kỳ (35 mô hình).",
    "Tổ chức 1.245 cuộc đối thoại, gấp 1,8 lần năm 2024 (692 cuộc).",
    "Tổ chức 1.245 cuộc đối thoại, gấp 1,7 lần năm 2024 (692 cuộc).",
    "Tổ chức 1.245 cuộc đối thoại, hơn gấp 1,5 lần năm 2024 (692 cuộc).",
    "Tổ chức 1.245 cuộc đối thoại, gấp gần 2 lần năm 2024 (692 cuộc).",
    "Tổ chức 60 cuộc, tăng gấp 2 lần so với năm 2024 (20 cuộc).",
    # examples
    "Có 96 ý kiến, tập trung vào các lĩnh vực: đất đai 40 ý kiến, môi trường 21 ý kiến.",
    "Có 96 ý kiến, trong đó nổi lên: đất đai 40 ý kiến, môi trường 21 ý kiến.",
    "Có 96 ý kiến (tập trung vào đất đai 40 ý kiến, môi trường 21 ý kiến).",
    "Có 96 ý kiến, gồm một số lĩnh vực: đất đai 40 ý kiến, môi trường 21 ý kiến.",
    "Có 96 ý kiến, trong đó có: đất đai 40 ý kiến, môi trường 21 ý kiến.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", RIGHT)
def test_a_right_sentence_is_left_alone(sentence):
    assert not loud(sentence)
