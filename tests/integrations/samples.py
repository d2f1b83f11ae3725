"""One paper for each layout norm, of an office that follows it, at a day it is in force."""

from datetime import date

from danvan.document_number import DocumentNumber
from danvan.reports import (
    Annex,
    Footnote,
    Letterhead,
    Recipient,
    Report,
    Section,
    Signature,
    Table,
)

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"


def head(upper, body, motto, number, place, day, **parts):
    return Letterhead(
        upper, body, motto, DocumentNumber.parse(number), place=place, issued_on=day, **parts
    )


HEADS = {
    "hd36": (
        head("ĐẢNG BỘ TỈNH HOA BAN", "HUYỆN ỦY BẢN MAI", PARTY, "350-BC/HU", "Bản Mai", date(2023, 9, 6)),
        Signature("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn A"),
    ),
    "hd05": (
        head("TỈNH ỦY HOA BAN", "BAN TUYÊN GIÁO VÀ DÂN VẬN", PARTY, "12-BC/BTGDVTU", "Hoa Ban", date(2026, 9, 16)),
        Signature("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Nguyễn Văn A"),
    ),
    "nd30": (
        head("ỦY BAN NHÂN DÂN TỈNH HOA BAN", "ỦY BAN NHÂN DÂN HUYỆN BẢN MAI", STATE, "41/BC-UBND", "Bản Mai",
             date(2023, 1, 13), secrecy="MẬT", urgency="KHẨN"),
        Signature("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A"),
    ),
    "mttq207": (
        head("ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH HOA BAN", "BAN THƯỜNG TRỰC", STATE, "18/BC-MTTQ-BTT", "Hoa Ban",
             date(2025, 10, 3)),
        Signature("TM. BAN THƯỜNG TRỰC\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A"),
    ),
}  # fmt: skip

RESULTS = (
    "Các cơ quan, đơn vị tổ chức trên 394 buổi tuyên truyền cho 33.283 lượt người; 30 hội nghị đối thoại trực tiếp, "
    "trong đó cấp huyện 02 hội nghị, cấp xã 28 hội nghị{mark}; giải quyết 106/124 đơn, đạt 85,48%."
)
SCHEDULE = Table(
    ("Stt", "Nội dung", "Thời gian", "Cơ quan chủ trì", "Cơ quan phối hợp"),
    (
        ("1", "- Xây dựng kế hoạch.\n- Tập huấn nghiệp vụ.", "Tháng 01", "Ban Dân vận", "Các cơ quan liên quan"),
        ("", "Kiểm tra, giám sát", "Tháng 4, 10", "Ban Dân vận", "Các xã, thị trấn"),
        ("2", "Sơ kết, tổng kết", "Tháng 6, 12", "Văn phòng", ""),
    ),
    1,
)  # fmt: skip


def sample(norm):
    """The paper of a norm: four pages, with everything a paper can have."""
    letterhead, signature = HEADS[norm]
    marked, plain = RESULTS.format(mark="[^1]"), RESULTS.format(mark="")
    day = letterhead.issued_on
    return Report(
        f"mẫu {norm}",
        kind="Báo cáo",
        title=f"kết quả công tác dân vận 9 tháng, nhiệm vụ trọng tâm 3 tháng cuối năm {day.year}",
        letterhead=letterhead,
        preamble=("Thực hiện chương trình công tác năm, cơ quan báo cáo kết quả như sau:",),
        sections=(
            Section("Phần thứ nhất", "KẾT QUẢ 9 THÁNG", sections=(
                Section("I.", "ĐẶC ĐIỂM TÌNH HÌNH", (marked, plain), (
                    Section("1.", "Thuận lợi", (plain, "- Kinh tế *phát triển*, an ninh **ổn định**[^2].")),
                    Section("2.", "Khó khăn", (plain,), (
                        Section("2.1.", "Khách quan", (plain,)),
                        Section("2.2.", "", ("Chủ quan; do cách làm.",)),
                    )),
                )),
                Section("II.", "LỊCH CÔNG TÁC", ("Lịch như sau:", plain), tables=(SCHEDULE,)),
            )),
            Section("Phần thứ hai", "NHIỆM VỤ 3 THÁNG CUỐI NĂM", (plain,), (
                Section("1.", "", (plain,)),
                Section("2.", "", (plain,)),
            )),
        ),
        footnotes=(
            Footnote("1", ("Xã Bản Mai 10 hội nghị, xã Nà Khoang 18 hội nghị.",)),
            Footnote("2", ("Không có vụ việc *đột xuất*.", "Riêng thị trấn 01 vụ.")),
        ),
        recipients=(
            Recipient("Cơ quan cấp trên", "báo cáo"),
            Recipient("Các cơ quan, đơn vị và các tổ chức chính trị - xã hội huyện"),
            Recipient("Lưu Văn phòng"),
        ),
        signature=signature,
        annexes=(
            Annex(
                "PHỤ LỤC I",
                f"Kèm theo Báo cáo số {letterhead.number}, ngày 06/9/{day.year}",
                letterhead.number,
                date(day.year, 9, 6),
                ("Các mô hình tiêu biểu.",),
                tables=(SCHEDULE,),
            ),
        ),
    )  # fmt: skip
