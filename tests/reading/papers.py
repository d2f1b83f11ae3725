"""Papers made up to be read, and short ways to ask what was read."""

from danvan.reading.document import parse_report


def page(*blocks):
    return "\n\n".join(blocks)


HEAD = page(
    "ĐẢNG BỘ TỈNH HOA BAN\nHUYỆN ỦY BẢN MAI\n*\nSố 350-BC/HU",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "Bản Mai, ngày 06 tháng 9 năm 2023",
)
TITLE = "BÁO CÁO\nkết quả công tác dân vận 9 tháng năm 2023"
FOOT = page(
    "Nơi nhận:",
    "- Thường trực Tỉnh ủy (báo cáo),\n- Lưu.",
    "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ",
    "Nguyễn Văn A",
)
PROSE = "Các cấp ủy quan tâm lãnh đạo công tác dân vận trên địa bàn, vận động Nhân dân tham gia xây dựng"


def read(*blocks):
    return parse_report(page(*blocks), name="mẫu")


def texts(report):
    return [paragraph.text for paragraph in report.paragraphs()]


def notes(report):
    return [(note.mark, note.text) for note in report.footnotes]


def what(report):
    return [repair.what for repair in report.repairs]
