"""Reading a paper from its text, on papers made up for the purpose: the whole, its paragraphs."""

from datetime import date
from unicodedata import normalize

import pytest

from danvan.reading.document import parse_report
from reading.papers import FOOT, HEAD, PROSE, TITLE, page, read, texts


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
