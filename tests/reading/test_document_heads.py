"""The head of a paper: letterheads, stamps, titles."""

from datetime import date

import pytest

from danvan.reading.document import parse_report
from reading.papers import HEAD, TITLE, read


class TestLetterheads:
    def test_two_columns_on_one_line(self):
        report = read(
            "ỦY BAN NHÂN DÂN      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
            "HUYỆN BẢN MAI\tĐộc lập - Tự do - Hạnh phúc\n"
            "Số: 41/KH-UBND      Bản Mai, ngày 13 tháng 01 năm 2023",
            "KẾ HOẠCH\nCông tác dân vận chính quyền",
        )
        head = report.letterhead
        assert (head.upper_body, head.body) == ("ỦY BAN NHÂN DÂN", "HUYỆN BẢN MAI")
        assert head.motto == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
        assert (str(head.number), head.place) == ("41/KH-UBND", "Bản Mai")

    @pytest.mark.parametrize(
        ("line", "number"),
        [
            ("Số 460 -BC/HU", "460-BC/HU"),
            ("Số: 66-QÐ/TW", "66-QĐ/TW"),
            ("Số 5–BC/HU", "05-BC/HU"),
            ("**Số 350-BC/HU**", "350-BC/HU"),
            ("Số      -BC/HU", None),
            ("Số: ....../BC-UBND", None),
        ],
    )
    def test_numbers_as_they_are_printed(self, line, number):
        head = read(line, TITLE).letterhead
        assert (head.number and str(head.number)) == number
        assert head.number_text == line.strip("*")

    @pytest.mark.parametrize(
        ("line", "place", "day"),
        [
            ("Bản Mai, ngày 06 tháng 9 năm 2023", "Bản Mai", date(2023, 9, 6)),
            ("*Hà Nội, ngày 3 tháng 02 năm 2026*", "Hà Nội", date(2026, 2, 3)),
            ("Tân Hòa, ngày 5/12/2025", "Tân Hòa", date(2025, 12, 5)),
            ("*Tân Hòa, ngày 05-12-2025*", "Tân Hòa", date(2025, 12, 5)),
            ("Tân Hòa, ngày ..../12/2025", "Tân Hòa", None),
            ("Tân Hòa, ngày 05-12/2025", "", None),  # two signs
            ("Bản Mai, ngày     tháng     năm 2023", "Bản Mai", None),
            ("Bản Mai, ngày 31 tháng 02 năm 2023", "Bản Mai", None),
        ],
    )
    def test_places_and_dates(self, line, place, day):
        head = read("Số 350-BC/HU", line, TITLE).letterhead
        assert (head.place, head.issued_on) == (place, day)

    def test_stamps(self):
        head = read("HUYỆN ỦY BẢN MAI\nSố 05-BC/HU", "MẬT", "HỎA TỐC", "DỰ THẢO", TITLE).letterhead
        assert (head.body, head.secrecy, head.urgency, head.draft) == (
            "HUYỆN ỦY BẢN MAI",
            "MẬT",
            "HỎA TỐC",
            "DỰ THẢO",
        )

    def test_a_lost_head_is_none(self):
        assert read(TITLE, "I. KẾT QUẢ", "Tốt.").letterhead is None

    def test_a_letter_has_no_kind(self):
        report = read(HEAD, "Kính gửi: Ủy ban nhân dân các xã", "Huyện ủy yêu cầu các xã báo cáo.")
        assert (report.kind, report.addressed_to) == ("", "Ủy ban nhân dân các xã")
        assert str(report.letterhead.number) == "350-BC/HU"

    def test_what_a_letter_is_about_stands_under_its_number(self):
        report = read(
            HEAD, "V/v báo cáo 9 tháng", "Kính gửi: Các xã", "Huyện ủy yêu cầu các xã báo cáo."
        )
        assert (report.kind, report.title) == ("", "V/v báo cáo 9 tháng")
        assert [p.text for p in report.preamble] == ["Huyện ủy yêu cầu các xã báo cáo."]

    def test_a_line_of_the_head_that_is_none_of_its_parts_is_kept(self):
        report = read(HEAD, "Bản sao gửi lưu.", TITLE, "I. KẾT QUẢ", "Tốt.")
        assert [p.text for p in report.preamble] == ["Bản sao gửi lưu."]

    def test_a_report_may_be_addressed(self):
        report = read(TITLE, "Kính gửi: Ban Thường vụ Tỉnh ủy", "I. KẾT QUẢ")
        assert report.addressed_to == "Ban Thường vụ Tỉnh ủy"
        assert report.title == "kết quả công tác dân vận 9 tháng năm 2023"


class TestTitles:
    @pytest.mark.parametrize(
        "title",
        [
            "BÁO CÁO\ntổng kết năm 2023,\nnhiệm vụ năm 2024",
            "**BÁO CÁO  \ntổng kết năm 2023, nhiệm vụ năm 2024**",
            "BÁO CÁO\n\ntổng kết năm 2023, nhiệm vụ năm 2024",
            "# BÁO CÁO\n**tổng kết năm 2023, nhiệm vụ năm 2024**",
            "BÁO CÁO\n\n**tổng kết năm 2023, nhiệm vụ năm 2024**",
        ],
    )
    def test_the_words_under_the_kind(self, title):
        report = read(title, "-----", "I. KẾT QUẢ", "Tốt.")
        assert (report.kind, report.title) == ("Báo cáo", "tổng kết năm 2023, nhiệm vụ năm 2024")
        assert report.preamble == ()

    def test_a_kind_alone_takes_no_paragraph_for_a_title(self):
        report = read("BÁO CÁO", "Thực hiện chương trình, Huyện ủy báo cáo như sau:", "I. KẾT QUẢ")
        assert report.title == ""
        assert [p.text for p in report.preamble] == [
            "Thực hiện chương trình, Huyện ủy báo cáo như sau:"
        ]


@pytest.mark.parametrize(
    ("stamp", "part"),
    [
        ("MẬT", "secrecy"),
        ("Tối mật", "secrecy"),
        ("TUYỆT MẬT", "secrecy"),
        ("KHẨN", "urgency"),
        ("Hoả tốc", "urgency"),
        ("HỎA TỐC HẸN GIỜ", "urgency"),
        ("DỰ THẢO", "draft"),
        ("(Dự thảo)", "draft"),
        ("DỰ THẢO LẦN 2", "draft"),
        ("Dự thảo 1", "draft"),
        ("KHẨN TRƯƠNG", None),  # not a mark
        ("Bảo mật", None),
    ],
)
def test_stamps_of_the_head(stamp, part):
    report = parse_report(
        f"HUYỆN ỦY BẢN MAI\n*\nSố      -BC/HU\n{stamp}\n\nBản Mai, ngày      tháng      năm 2023\n\n"
        "BÁO CÁO\ntháng 9\n\nI. KẾT QUẢ\n\nTốt.\n"
    )
    head = report.letterhead
    found = {name: getattr(head, name) for name in ("secrecy", "urgency", "draft")}
    assert found == dict.fromkeys(found, "") | ({part: stamp} if part else {})
    assert (head.number, head.number_text) == (None, "Số      -BC/HU")
    assert (head.issued_on, head.date_text) == (None, "Bản Mai, ngày      tháng      năm 2023")
    if part:
        assert head.body == "HUYỆN ỦY BẢN MAI"
