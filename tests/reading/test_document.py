"""Reading a paper from its text, on papers made up for the purpose."""

import re
from datetime import date
from time import process_time
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.reading.document import parse_report
from danvan.reports.inline import MARK


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


def test_a_whole_paper():
    report = read(HEAD, TITLE, "-----", "I. KẾT QUẢ", "Tổ chức 22 cuộc.", FOOT)
    head = report.letterhead
    assert (head.upper_body, head.body) == ("ĐẢNG BỘ TỈNH HOA BAN", "HUYỆN ỦY BẢN MAI")
    assert (str(head.number), head.place, head.issued_on) == (
        "350-BC/HU",
        "Bản Mai",
        date(2023, 9, 6),
    )
    assert (report.kind, report.title) == ("Báo cáo", "kết quả công tác dân vận 9 tháng năm 2023")
    assert [s.title for s in report] == ["I. KẾT QUẢ"]
    assert [str(r) for r in report.recipients] == ["Thường trực Tỉnh ủy (báo cáo)", "Lưu"]
    assert report.recipients[0].purpose == "báo cáo"
    signature = report.signature
    assert (signature.mandate, signature.post, signature.signer) == (
        "T/M BAN THƯỜNG VỤ",
        "PHÓ BÍ THƯ",
        "Nguyễn Văn A",
    )
    assert report.repairs == ()
    assert report.text[slice(*head.number_span)] == "350-BC/HU"
    assert report.text[slice(*head.date_span)] == "ngày 06 tháng 9 năm 2023"


def test_an_empty_text_is_an_empty_report():
    assert parse_report("").says_same(parse_report("\n \n"))
    assert texts(parse_report("")) == []


def test_decomposed_letters_are_read_like_composed_ones():
    text = page(
        HEAD, TITLE, "-----", "Phần thứ nhất", "I. KẾT QUẢ", "Tổ chức 22 cuộc¹.", "¹ Cấp xã.", FOOT
    )
    composed, decomposed = parse_report(text), parse_report(normalize("NFD", text))
    assert decomposed.text != text
    for name in ("kind", "title", "letterhead", "recipients", "signature"):
        assert getattr(decomposed, name) == getattr(composed, name)
    assert [normalize("NFC", s.title) for s in decomposed] == [s.title for s in composed]
    head = decomposed.letterhead
    assert decomposed.text[slice(*head.number_span)] == "350-BC/HU"
    assert normalize("NFC", decomposed.text[slice(*head.date_span)]) == "ngày 06 tháng 9 năm 2023"


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


class TestFootnotes:
    def test_one_in_the_middle_of_a_sentence(self):
        report = read(
            TITLE,
            "I. KẾT QUẢ",
            f"{PROSE}¹ nông",
            "¹ Ban hành 13 văn bản.",
            "thôn mới và 02 mô hình.",
        )
        assert texts(report) == [f"{PROSE} nông thôn mới và 02 mô hình."]
        assert notes(report) == [("1", "Ban hành 13 văn bản.")]
        assert report.text[report.footnotes[0].anchor] == "¹"
        assert what(report) == ["joined"]

    @pytest.mark.parametrize("mark", ["⁽¹⁾", "[^1]", "[1]"])
    def test_marks_of_every_print(self, mark):
        colon = ":" if "^" in mark else ""
        report = read(TITLE, "I. KẾT QUẢ", f"Tốt{mark}.", f"{mark}{colon} Rất tốt.")
        assert notes(report) == [("1", "Rất tốt.")]
        assert report.footnotes[0].anchor is not None

    def test_notes_in_square_brackets_as_web_pages_have_them(self):
        report = read(
            TITLE, "I. KẾT QUẢ", "Có 20 văn bản[1], 12 cuộc[2].", "II. NHIỆM VỤ", "Tiếp tục (tại [1]).",
            "[1] Gồm: 118 nghị quyết.", "[2] Cấp xã 5.", FOOT,
        )  # fmt: skip
        assert texts(report) == ["Có 20 văn bản, 12 cuộc.", "Tiếp tục (tại [1])."]
        assert notes(report) == [("1", "Gồm: 118 nghị quyết."), ("2", "Cấp xã 5.")]
        assert [note.anchor for note in report.footnotes] == [
            report.text.index("[1]"),
            report.text.index("[2]"),
        ]
        assert report.repairs == ()

    @pytest.mark.parametrize("mark", ["³", "[3]"])
    def test_a_mark_of_any_print_may_want_its_note(self, mark):
        assert what(read(TITLE, "I. KẾT QUẢ", f"Tốt{mark}.")) == ["no footnote"]
        assert what(read(TITLE, "I. KẾT QUẢ", "Tốt.", f"{mark} Rất tốt.")) == ["no mark"]

    def test_a_body_mark_without_brackets_calls_for_a_note_with_them(self):
        report = read(TITLE, "I. KẾT QUẢ", "Đã giải quyết⁹ xong.", "⁽⁹⁾ Tiếp 184 lượt.")
        assert report.footnotes[0].anchor == report.text.index("⁹")

    def test_a_second_paragraph_before_the_sentence_goes_on(self):
        report = read(
            TITLE, "I. KẾT QUẢ", f"{PROSE}¹ nông",
            "¹ Cấp huyện: 02 hội nghị.", "Cấp xã: 27 hội nghị.", "thôn mới.",
        )  # fmt: skip
        assert notes(report) == [("1", "Cấp huyện: 02 hội nghị.\nCấp xã: 27 hội nghị.")]
        assert texts(report) == [f"{PROSE} nông thôn mới."]

    def test_a_second_paragraph_between_two_notes_of_a_page(self):
        report = read(
            TITLE, "I. KẾT QUẢ", f"{PROSE}¹ nông thôn². Tổng hợp",
            "¹ Cấp huyện: 02 hội nghị.", "Cấp xã: 27 hội nghị.", "² Có 13 mô hình.",
            "27 ý kiến của cử tri.",
        )  # fmt: skip
        assert notes(report) == [
            ("1", "Cấp huyện: 02 hội nghị.\nCấp xã: 27 hội nghị."),
            ("2", "Có 13 mô hình."),
        ]
        assert texts(report)[0].endswith("nông thôn. Tổng hợp 27 ý kiến của cử tri.")

    def test_a_paragraph_of_the_body_between_two_notes_stays_in_the_body(self):
        report = read(
            TITLE, "I. KẾT QUẢ", "Tốt¹.", "¹ Rất tốt.", "Công an mở đợt cao điểm².", "² Một đợt.",
        )  # fmt: skip
        assert texts(report) == ["Tốt.", "Công an mở đợt cao điểm."]
        assert notes(report) == [("1", "Rất tốt."), ("2", "Một đợt.")]

    def test_notes_after_a_heading_do_not_join_it(self):
        report = read(TITLE, "Tốt¹.", "I. KẾT QUẢ", "¹ Rất tốt.", "Huyện ủy chỉ đạo.")
        assert [s.heading for s in report] == ["KẾT QUẢ"]
        assert texts(report) == ["Tốt.", "Huyện ủy chỉ đạo."]

    def test_a_note_that_goes_over_the_page_under_a_wrong_mark(self):
        report = read(
            TITLE, "I. KẾT QUẢ", f"{PROSE}¹ làng bản rõ",
            "¹ Có 09 mô hình “Camera và", "ràng hơn².", "² tiếng kẻng” ở các xã.", "² Tiếp 08 lượt.",
        )  # fmt: skip
        assert notes(report) == [
            ("1", "Có 09 mô hình “Camera và tiếng kẻng” ở các xã."),
            ("2", "Tiếp 08 lượt."),
        ]
        assert "mark misprinted" in what(report)
        assert texts(report)[0].endswith("làng bản rõ ràng hơn.")

    def test_a_note_nothing_calls_for_and_a_mark_without_note(self):
        report = read(TITLE, "I. KẾT QUẢ", "Tốt³.", "¹ Lạc lõng.")
        assert what(report) == ["no footnote", "no mark"]
        assert report.footnotes[0].anchor is None

    def test_marks_that_begin_again_on_each_page(self):
        report = read(TITLE, "I. KẾT QUẢ", "Một¹.", "¹ Chú một.", "Hai¹.", "¹ Chú hai.")
        anchors = [note.anchor for note in report.footnotes]
        assert anchors == [report.text.index("¹"), report.text.index("Hai¹") + 3]

    def test_a_power_of_a_unit_is_no_mark(self):
        report = read(TITLE, "I. KẾT QUẢ", "Hiến 120 m² đất.", "² Chú thích.")
        assert what(report) == ["no mark"]

    def test_notes_under_a_rule_at_the_end(self):
        report = read(
            TITLE,
            "I. KẾT QUẢ",
            "Một¹, hai².",
            "_____",
            "¹ Chú một.",
            "    Còn nữa.",
            "² Chú hai.",
            FOOT,
        )
        assert notes(report) == [("1", "Chú một.\nCòn nữa."), ("2", "Chú hai.")]
        assert report.signature.signer == "Nguyễn Văn A"

    def test_notes_behind_the_signature(self):
        report = read(TITLE, "I. KẾT QUẢ", "Một[^1].", FOOT, "[^1]: Chú một.")
        assert notes(report) == [("1", "Chú một.")]
        assert report.signature.signer == "Nguyễn Văn A"
        assert report.remainder == ()


class TestParagraphs:
    @pytest.mark.parametrize(
        ("first", "second", "joined"),
        [
            (PROSE, "nông thôn mới.", True),
            (f"{PROSE}, ngày 8/3 và", "1983 năm khởi nghĩa.", True),
            (f"{PROSE} của Ban", "Thanh tra nhân dân.", True),
            (f"{PROSE}.", "Huyện ủy chỉ đạo.", False),
            (f"{PROSE}...", "Huyện ủy chỉ đạo.", False),
            (f"{PROSE}:", "- Cấp huyện 02 cuộc.", False),
            ("KẾT QUẢ ĐẠT ĐƯỢC", "kết quả nổi bật.", False),
            ("Thuận lợi", "Huyện ủy chỉ đạo.", False),
            (PROSE, "2. Kết quả", False),
            (PROSE, "a\tb", False),
        ],
    )
    def test_a_page_break_is_healed_only_in_a_sentence(self, first, second, joined):
        report = read(TITLE, "I. KẾT QUẢ", first, second)
        assert (f"{first} {second}" in texts(report)) is joined

    def test_a_numbered_point_cut_by_a_page(self):
        report = read(
            TITLE,
            "I. NHIỆM VỤ",
            "6. Triển khai công tác. Đẩy mạnh phong trào trong các",
            "đơn vị vũ trang.",
        )
        assert [(s.number, s.heading) for s in report] == [("I.", "NHIỆM VỤ"), ("6.", "")]
        assert texts(report) == [
            "Triển khai công tác. Đẩy mạnh phong trào trong các đơn vị vũ trang."
        ]

    def test_wrapped_lines_are_one_paragraph(self):
        lines = "Các cấp ủy quan tâm lãnh đạo công tác dân vận\ntrên địa bàn huyện, nhất là ở cơ sở. Huyện ủy\nchỉ đạo kịp thời."
        report = read(TITLE, "I. KẾT QUẢ", f"{lines}\n- Một.\n- Hai.")
        assert texts(report) == [lines.replace("\n", " "), "- Một.", "- Hai."]

    def test_long_lines_are_paragraphs_each(self):
        report = read(TITLE, "I. KẾT QUẢ", f"{PROSE} nông thôn.\n{PROSE} đô thị.")
        assert texts(report) == [f"{PROSE} nông thôn.", f"{PROSE} đô thị."]

    def test_line_ends_of_windows_keep_their_offsets(self):
        text = page(TITLE, "I. KẾT QUẢ", "Đối thoại 22 cuộc.").replace("\n", "\r\n")
        report = parse_report(text)
        (paragraph,) = report.paragraphs()
        at = paragraph.text.index("22")
        assert report.text is text
        assert text[slice(*paragraph.span(at, at + 2))] == "22"


class TestSections:
    def test_a_tree(self):
        report = read(
            TITLE, "Phần thứ nhất", "KẾT QUẢ NĂM 2023", "I- ĐẶC ĐIỂM", "Có 13 xã.", "1. Thuận lợi", "Tốt.",
            "2. Khó khăn", "2.1. Thời tiết", "Nắng nóng.", "II- KẾT QUẢ", "a) Cấp ủy", "Tốt.", "Phần thứ hai", "NHIỆM VỤ",
            "1. Tiếp tục tuyên truyền; vận động.",
        )  # fmt: skip
        first, second = report.sections
        assert (first.number, first.heading) == ("Phần thứ nhất", "KẾT QUẢ NĂM 2023")
        assert [s.title for s in first] == [
            "Phần thứ nhất KẾT QUẢ NĂM 2023", "I- ĐẶC ĐIỂM", "1. Thuận lợi", "2. Khó khăn",
            "2.1. Thời tiết", "II- KẾT QUẢ", "a) Cấp ủy",
        ]  # fmt: skip
        assert [s.title for s in second] == ["Phần thứ hai NHIỆM VỤ", "1."]
        assert second.sections[0].paragraphs[0].text == "Tiếp tục tuyên truyền; vận động."
        assert report.text[slice(*first.sections[0].span)].startswith("I- ĐẶC ĐIỂM")
        assert report.text[slice(*first.sections[0].span)].endswith("Nắng nóng.")

    @pytest.mark.parametrize(
        ("line", "heading"),
        [
            ("**1. Mục đích**", "Mục đích"),
            ("## **1. Mục đích**", "Mục đích"),
            ("***1. Mục đích; yêu cầu. Phạm vi***", "Mục đích; yêu cầu. Phạm vi"),
            ("1. Kết quả thi đua¹", "Kết quả thi đua"),
            ("1\\. Kết quả thi đua", "Kết quả thi đua"),
            ("## **1\\. Mục đích**", "Mục đích"),
            ("1\\. Tiếp tục tuyên truyền.", ""),
            ("1. KẾT QUẢ. HẠN CHẾ", "KẾT QUẢ. HẠN CHẾ"),
            ("1. Tiếp tục tuyên truyền.", ""),
            ("1. Tuyên truyền. Vận động", ""),
            ("1. Tuyên truyền, vận động,", ""),
        ],
    )
    def test_headings_are_told_from_points(self, line, heading):
        (section,) = read(TITLE, line, "Nội dung.").sections
        assert (section.number, section.heading) == ("1.", heading)

    @pytest.mark.parametrize(
        ("line", "text", "styled"),
        [
            ("**1. Tiếp dân:** Tiếp 12 lượt.", "Tiếp dân: Tiếp 12 lượt.", ["Tiếp dân:"]),
            ("***1. Tiếp dân:*** Tiếp 12 lượt.", "Tiếp dân: Tiếp 12 lượt.", ["Tiếp dân:"]),
            ("**1.** Tiếp 12 lượt.", "Tiếp 12 lượt.", []),
            ("1. **Tiếp dân:** Tiếp 12 lượt.", "Tiếp dân: Tiếp 12 lượt.", ["Tiếp dân:"]),
            ("**1. Tiếp 12 lượt.", "Tiếp 12 lượt.", []),
            ("* 1. Tiếp 3 * 4 lượt.", "Tiếp 3 * 4 lượt.", []),
        ],
    )
    def test_emphasis_that_begins_before_the_number(self, line, text, styled):
        (section,) = read(TITLE, line).sections
        (paragraph,) = section.paragraphs
        assert (section.number, paragraph.text) == ("1.", text)
        assert [paragraph.text[e.start : e.end] for e in paragraph.emphasis] == styled

    @pytest.mark.parametrize(
        ("below", "heading"),
        [
            ("a) Tiếp công dân 12 lượt.", "Công tác tiếp dân, đối thoại"),
            ("đ) Đối thoại 05 cuộc.", "Công tác tiếp dân, đối thoại"),
            ("với Nhân dân trên địa bàn.", ""),  # the rest of a sentence
            ("a dua theo phong trào.", ""),
        ],
    )
    @pytest.mark.parametrize("gap", ["\n", "\n\n"])
    def test_a_heading_right_above_lettered_points(self, below, heading, gap):
        report = read(TITLE, f"1. Công tác tiếp dân, đối thoại{gap}{below}")
        assert report.sections[0].heading == heading

    @pytest.mark.parametrize(
        "prose", [f"{PROSE}.", f"{PROSE} {PROSE}."], ids=["wrapped", "unwrapped"]
    )
    def test_a_paragraph_right_under_its_heading(self, prose):
        lines = [
            "I. TÌNH HÌNH",
            prose,
            "2. Công tác lãnh đạo",
            prose,
            "II. NHIỆM VỤ",
            "TRỌNG TÂM",
            prose,
        ]
        report = read(TITLE, "\n".join(lines))
        titles = [section.title for tree in report.sections for section in tree]
        assert titles[:2] == ["I. TÌNH HÌNH", "2. Công tác lãnh đạo"]
        assert titles[-1] == "II. NHIỆM VỤ TRỌNG TÂM"
        assert report.sections[0].paragraphs[0].text == prose

    def test_a_point_goes_on_below(self):
        (point,) = read(TITLE, f"1. {PROSE}\nHội Nông dân huyện.").sections
        assert (point.heading, point.paragraphs[0].text) == ("", f"{PROSE} Hội Nông dân huyện.")

    def test_a_footnote_may_be_called_from_a_heading(self):
        report = read(TITLE, "I. KẾT QUẢ¹", "Tốt.", "¹ Đến 30/10/2023.")
        assert report.sections[0].heading_marks == ((7, "1"),)
        assert report.footnotes[0].anchor == report.text.index("¹")


class TestFeet:
    @pytest.mark.parametrize(
        ("foot", "signature"),
        [
            (
                "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nNguyễn Văn A",
                ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn A"),
            ),
            (
                "**T/M BAN THƯỜNG VỤ  \nPHÓ BÍ THƯ**\n\n**Nguyễn Văn A**",
                ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn A"),
            ),
            (
                "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\n(Đã ký)\n\nNguyễn Văn A",
                ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A"),
            ),
            (
                "K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\n\nNguyễn Văn A",
                ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "Nguyễn Văn A"),
            ),
            ("TRƯỞNG BAN\n\nNguyễn Văn A", ("", "TRƯỞNG BAN", "Nguyễn Văn A")),
            ("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ", ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "")),
        ],
    )
    @pytest.mark.parametrize("recipients", ["Nơi nhận:\n\n- Các xã,\n- Lưu.\n\n", ""])
    def test_signatures(self, foot, signature, recipients):
        if not recipients and foot.startswith("TRƯỞNG") and "Nguyễn" not in foot:
            pytest.skip("a post alone is a heading")
        report = read(TITLE, "I. KẾT QUẢ", "Tốt.", recipients + foot)
        found = report.signature
        assert (found.mandate, found.post, found.signer) == signature
        assert len(report.recipients) == (2 if recipients else 0)
        assert report.remainder == ()

    def test_signature_before_recipients(self):
        report = read(
            TITLE,
            "I. KẾT QUẢ",
            "Tốt.",
            "T/M BAN THƯỜNG VỤ\nBÍ THƯ",
            "Nguyễn Văn A",
            "Nơi nhận:\n- Các xã,\n- Lưu.",
        )
        assert report.signature.signer == "Nguyễn Văn A"
        assert [r.name for r in report.recipients] == ["Các xã", "Lưu"]

    def test_recipients_and_signature_side_by_side(self):
        report = read(
            TITLE, "I. KẾT QUẢ", "Tốt.",
            "Nơi nhận:          T/M BAN THƯỜNG VỤ\n- Các xã,\tPHÓ BÍ THƯ\n- Lưu.\n\n\tNguyễn Văn A",
        )  # fmt: skip
        assert [r.name for r in report.recipients] == ["Các xã", "Lưu"]
        assert report.signature.post == "PHÓ BÍ THƯ"
        assert report.signature.signer == "Nguyễn Văn A"

    def test_side_by_side_with_nothing_but_spaces_between(self):
        report = read(
            TITLE,
            "I. KẾT QUẢ",
            "Tốt.",
            "Nơi nhận:                 T/M BAN THƯỜNG VỤ\n- Ban Dân vận Tỉnh ủy,       PHÓ BÍ THƯ THƯỜNG TRỰC\n"
            "- Các xã (phối hợp),            (đã ký)\n- Lưu.                      Nguyễn Văn A",
        )
        assert [r.name for r in report.recipients] == ["Ban Dân vận Tỉnh ủy", "Các xã", "Lưu"]
        signature = report.signature
        assert (signature.mandate, signature.post, signature.signer) == (
            "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC", "Nguyễn Văn A",
        )  # fmt: skip

    def test_a_recipient_over_two_lines(self):
        report = read(TITLE, "Nơi nhận:\n- Các cơ quan chuyên trách,\ngiúp việc Huyện ủy,\n- Lưu.")
        assert [r.name for r in report.recipients] == [
            "Các cơ quan chuyên trách, giúp việc Huyện ủy",
            "Lưu",
        ]

    def test_what_stands_behind_the_signature_is_kept(self):
        report = read(TITLE, "I. KẾT QUẢ", "Tốt.", FOOT, "Ghi chú của văn thư.")
        assert [p.text for p in report.remainder] == ["Ghi chú của văn thư."]


class TestAnnexesAndTables:
    def test_an_annex_with_number_and_date(self):
        report = read(
            TITLE, "Tốt.", FOOT, "PHỤ LỤC I\nKẾ HOẠCH CHI TIẾT",
            "(Kèm theo Kế hoạch số 159 -KH/HU, ngày 16/01/2023 của BTV Huyện ủy)", "-----", "I. THÁNG 01", "Tuyên truyền.",
        )  # fmt: skip
        (annex,) = report.annexes
        assert annex.title == "PHỤ LỤC I KẾ HOẠCH CHI TIẾT"
        assert (str(annex.number), annex.issued_on) == ("159-KH/HU", date(2023, 1, 16))
        assert report.text[slice(*annex.number_span)] == "159 -KH/HU"
        assert [s.title for s in annex.sections] == ["I. THÁNG 01"]
        assert str(report.number) == "159-KH/HU"

    def test_two_annexes(self):
        report = read(TITLE, "Tốt.", FOOT, "PHỤ LỤC I", "Một.", "PHỤ LỤC II", "Hai.")
        assert [(a.title, a.paragraphs[0].text) for a in report.annexes] == [
            ("PHỤ LỤC I", "Một."),
            ("PHỤ LỤC II", "Hai."),
        ]

    def test_rows_with_tabs_over_page_breaks(self):
        report = read(
            TITLE, "I. LỊCH", "Stt\tNội dung\tThời gian\n1\t<ul> <li>- Xây dựng.</li> <li>- Thực hiện.</li></ul>\tTháng 01",
            "\t<p>Tập huấn</p>\tTháng 3, 9\n<b>2</b>\tTổng kết\t", "Hết.",
        )  # fmt: skip
        (table,) = report.sections[0].tables
        assert [cell.text for cell in table.header] == ["Stt", "Nội dung", "Thời gian"]
        assert [[cell.text for cell in row] for row in table] == [
            ["1", "- Xây dựng.\n- Thực hiện.", "Tháng 01"],
            ["", "Tập huấn", "Tháng 3, 9"],
            ["2", "Tổng kết", ""],
        ]
        assert table.after == 0
        assert report.text[slice(*table.rows[1][2].span)] == "Tháng 3, 9"

    def test_rows_with_bars(self):
        report = read(TITLE, "I. LỊCH", "Như sau:", "| a | b |\n|---|:-:|\n| x\\|y | z<br>w |")
        (table,) = report.sections[0].tables
        assert [[cell.text for cell in row] for row in table] == [["x|y", "z\nw"]]
        assert table.after == 1

    def test_a_single_row_is_a_paragraph(self):
        assert texts(read(TITLE, "I. LỊCH", "một\thai")) == ["một\thai"]


@pytest.mark.parametrize(
    "text",
    [
        "BÁO CÁO\n" + " " * 30_000 + "x",
        "*" * 30_000,
        "a *b" * 7_500,
        "-" * 30_000 + "x",
        "| a " * 5_000 + "|\n" + "| a " * 5_000 + "|",
        "I. KẾT QUẢ\n\nchữ¹ và\n\n" + "¹ ghi chú và\n\n" * 2_000,
        "\n\n".join(["chữ " * 30] * 500),
        "Nơi nhận:\n- " + "(" * 30_000,
        "Nơi nhận:\n- a.\nT/M A B\nNguyễn Văn A\n" + "ABC DEF\n" * 4_000,
        "." + '"' * 30_000 + "x",
        "\\" * 30_000,
        "e\u0301" * 15_000,
        "Số " + "1-" * 15_000,
    ],
    ids=range(13),
)
def test_time_is_in_proportion_to_length(text):
    started = process_time()
    parse_report(text)
    assert process_time() - started < 5


pieces = st.sampled_from([
    "BÁO CÁO", "Số 460 -BC/HU", "Bản Mai, ngày 31 tháng 02 năm 2023", "I. KẾT QUẢ", "1. Tốt", "a) Một",
    "Phần thứ nhất", "¹ Chú thích", "⁽²⁾", "chữ¹ và", "m²", "**", "***đậm*", "| a |", "|", "|-|", "a\tb", "\t", "-----",
    "_____", "*", "Nơi nhận:", "- Lưu.", "T/M BAN THƯỜNG VỤ", "Nguyễn Văn A", "(Kèm theo Kế hoạch số 159-KH/HU)",
    "PHỤ LỤC", "Kính gửi:", "<p>", "</b><b>", "\\", "[^1]:", "[^1]", "    thụt", "#", "## Mục", "nối tiếp", "\r", "\f",
    "\x1c", "\u2028", "\u00a0", "Ð", "e\u0301", "\ud800", "0" * 50,
])  # fmt: skip
hostile = st.lists(
    st.tuples(pieces, st.sampled_from(["\n", "\n\n", " ", "", "\r\n"])), max_size=25
).map(lambda parts: "".join(word + end for word, end in parts))


@pytest.mark.property
@settings(max_examples=100)
@given(hostile)
def test_nothing_in_a_text_is_an_error_and_every_place_is_true(text):
    report = parse_report(text)
    assert report.text is text
    for note in report.footnotes:
        assert note.anchor is None or 0 <= note.anchor < len(text)
    paragraphs = [*report.paragraphs(), *(p for note in report.footnotes for p in note.paragraphs)]
    for paragraph in paragraphs:
        for offset, source, length in paragraph.pieces:
            assert paragraph.text[offset : offset + length] == text[source : source + length]
    for section in report:
        assert (
            0 <= section.heading_span[0] <= section.heading_span[1] <= section.span[1] <= len(text)
        )


@pytest.mark.property
@settings(max_examples=100)
@given(hostile)
def test_no_figure_of_a_text_is_lost(text):
    """Every digit of the source stands in some part of the report, but for footnote marks."""
    report = parse_report(text)
    held = list(places(report))
    covered = bytearray(len(text))
    for start, end in held:
        covered[start:end] = b"\1" * (end - start)
    for mark in re.finditer(MARK, text):
        covered[mark.start() : mark.end()] = b"\1" * len(mark.group())
    lost = [at for at, letter in enumerate(text) if letter.isdigit() and not covered[at]]
    assert not lost, text[lost[0] - 20 : lost[0] + 20]


def places(report):
    yield report.heading_span
    if report.letterhead:
        yield report.letterhead.span
    if report.signature:
        yield report.signature.span
    yield from (recipient.span for recipient in report.recipients)
    yield from (section.span for section in report)
    yield from (note.span for note in report.footnotes)
    yield from (annex.span for annex in report.annexes)
    yield from ((repair.start, repair.end) for repair in report.repairs)
    yield from (table.span for table in report.all_tables())
    for paragraph in report.paragraphs():
        yield paragraph.extent


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
