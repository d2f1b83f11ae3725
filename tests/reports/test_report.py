"""The parts of a report and what can be asked of them."""

import pickle
from datetime import date, datetime

import pytest

from danvan.document_number import DocumentNumber
from danvan.errors import InvalidValueError
from danvan.findings import Span
from danvan.reports import (
    Annex,
    Cell,
    Emphasis,
    Footnote,
    Letterhead,
    Paragraph,
    Recipient,
    Report,
    Section,
    Signature,
    Table,
    composed,
)
from danvan.reports.numbering import read_number

NAMES = {
    "Annex": Annex, "Cell": Cell, "Emphasis": Emphasis, "Footnote": Footnote,
    "Letterhead": Letterhead, "Paragraph": Paragraph, "Recipient": Recipient, "Report": Report,
    "Section": Section, "Signature": Signature, "Table": Table,
    "DocumentNumber": DocumentNumber, "datetime": __import__("datetime"),
}  # fmt: skip

PLAN = Table(
    ("Stt", "Nội dung", "Thời gian"),
    (
        ("1", "Tuyên truyền", "Hàng tháng"),
        ("", "Tập huấn", "Tháng 3, 9"),
        ("2", "Tổng kết", "Tháng 12"),
    ),
)
REPORT = Report(
    "mẫu",
    kind="Báo cáo",
    title="công tác dân vận 9 tháng năm 2023",
    letterhead=Letterhead(
        body="HUYỆN ỦY TAM ĐƯỜNG",
        motto="ĐẢNG CỘNG SẢN VIỆT NAM",
        number=DocumentNumber.parse("460-BC/HU"),
        place="Tam Đường",
        issued_on=date(2023, 9, 6),
    ),
    preamble=("Thực hiện chương trình công tác.",),
    sections=(
        Section("I.", "KẾT QUẢ", ("Đối thoại 22 cuộc[^1].",), (
            Section("1.", "", ("Tiếp tục tuyên truyền[^2].",)),
            Section("2.", "Mô hình", ("Có 13 mô hình.",), tables=(PLAN,)),
        )),
    ),
    footnotes=(Footnote("1", ("Cấp huyện 02, cấp xã 20.",)), Footnote("2", ("Xem phụ lục.", "Và báo cáo."))),
    recipients=(Recipient("Thường trực Tỉnh ủy", "báo cáo"), Recipient("Lưu Văn phòng")),
    signature=Signature("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn A"),
    annexes=(Annex("PHỤ LỤC", "Kèm theo Báo cáo số 460-BC/HU, ngày 06/9/2023", tables=(PLAN,)),),
)  # fmt: skip


def test_paragraphs_come_in_reading_order():
    texts = [paragraph.text for paragraph in REPORT.paragraphs()]
    assert texts[:4] == [
        "Thực hiện chương trình công tác.",
        "Đối thoại 22 cuộc.",
        "Tiếp tục tuyên truyền.",
        "Stt",
    ]
    assert texts.count("Tháng 3, 9") == 2
    assert "Xem phụ lục." not in texts
    assert texts[-1] == "Tháng 12"


def test_sections_are_walked_with_those_under_them():
    assert [section.title for section in REPORT] == ["I. KẾT QUẢ", "1.", "2. Mô hình"]
    assert [table is PLAN for table in REPORT.all_tables()] == [True, True]


def test_footnotes_are_found_by_their_mark():
    note = REPORT.footnote("2")
    assert note is not None
    assert note.text == "Xem phụ lục.\nVà báo cáo."
    assert REPORT.footnote("3") is None


def test_number_and_date_come_from_the_head_or_else_from_an_annex():
    assert str(REPORT.number) == "460-BC/HU"
    assert REPORT.issued_on == date(2023, 9, 6)
    number = DocumentNumber.parse("159-KH/HU")
    bare = Report("kế hoạch", annexes=(Annex(number=number, issued_on=date(2023, 1, 16)),))
    assert (bare.number, bare.issued_on) == (number, date(2023, 1, 16))
    assert (Report("trống").number, Report("trống").issued_on) == (None, None)


@pytest.mark.parametrize(
    ("head", "is_draft"),
    [
        (REPORT.letterhead, False),
        (Letterhead(number_text="Số      -BC/HU", issued_on=date(2023, 9, 6)), True),
        (Letterhead(number=DocumentNumber.parse("460-BC/HU")), True),
        (Letterhead(number=DocumentNumber.parse("460-BC/HU"), issued_on=date(2023, 9, 6), draft="DỰ THẢO"), True),
    ],
)  # fmt: skip
def test_a_draft_has_blanks_or_says_so(head, is_draft):
    assert head.is_draft is is_draft


def test_a_merged_cell_is_part_of_each_of_its_rows():
    assert [row[0].text for row in PLAN] == ["1", "", "2"]
    assert [row[0].text for row in PLAN.filled()] == ["1", "1", "2"]
    assert [row[1].text for row in PLAN.filled()] == [row[1].text for row in PLAN]


def test_the_file_copy_is_told_from_recipients():
    assert [recipient.is_file_copy for recipient in REPORT.recipients] == [False, True]


def test_reports_are_values():
    assert eval(repr(REPORT), NAMES) == REPORT
    assert pickle.loads(pickle.dumps(REPORT)) == REPORT
    assert hash(pickle.loads(pickle.dumps(REPORT))) == hash(REPORT)
    assert str(REPORT) == "mẫu"


def test_a_composed_report_says_the_same_and_shows_where():
    whole = composed(REPORT)
    assert whole != REPORT
    assert whole.says_same(REPORT)
    head = whole.letterhead
    assert Span(*head.number_span, whole).text == "460-BC/HU"
    assert Span(*head.date_span, whole).text == "ngày 06 tháng 9 năm 2023"
    assert Span(*whole.sections[0].heading_span, whole).text == "I. KẾT QUẢ"
    assert Span(*whole.recipients[0].span, whole).text == "- Thường trực Tỉnh ủy (báo cáo),"
    assert Span(*whole.signature.span, whole).text.startswith("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ")
    assert [whole.text[note.anchor] for note in whole.footnotes] == ["¹", "²"]
    assert composed(whole) == whole


def test_composing_an_empty_report_gives_an_empty_text():
    assert composed(Report("trống")).text == ""


def test_a_report_shows_itself_in_a_notebook():
    assert '<article class="report ' in REPORT._repr_html_()


@pytest.mark.parametrize(
    ("make", "subject"),
    [
        (lambda: Report(""), "Report.name"),  # a report has a name
        (lambda: Report("a", sections=[Section("I.", "A")]), "Report.sections"),  # a list
        (lambda: Report("a", title="hai\ndòng"), "Report.title"),  # a title is one line
        (lambda: Report("a", preamble=("",)), "Paragraph.text"),  # an empty paragraph
        (lambda: Section("I.", "A", sections=("B",)), "Section.sections"),  # a text
        (lambda: Section(1, "A"), "Section.number"),  # a number is printed
        (lambda: Footnote("1", ()), "Footnote.paragraphs"),  # a footnote says something
        (lambda: Footnote("", ("a",)), "Footnote.mark"),  # and has a mark
        (lambda: Footnote("1", "abc"), "Footnote.paragraphs"),  # letters are no paragraphs
        (lambda: Table(()), "Table.header"),  # no columns
        (lambda: Table(("a", "b"), (("1",),)), "Table.rows"),  # a short row
        (lambda: Table(("a",), ("1",)), "Table.rows"),  # a row that is a text
        (lambda: Letterhead(issued_on=datetime(2023, 9, 6)), "Letterhead.issued_on"),  # a moment
        (lambda: Letterhead(number="460-BC/HU"), "Letterhead.number"),  # a text
        (lambda: Recipient(" "), "Recipient.name"),  # nobody
        (lambda: Signature(post="PHÓ\nBÍ THƯ"), "Signature.post"),  # a post is one line
    ],
)
def test_parts_must_be_what_they_are(make, subject):
    with pytest.raises(InvalidValueError, match=subject.replace(".", r"\.")):
        make()


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("I. ĐẶC ĐIỂM", "I."),
        ("II- KẾT QUẢ", "II-"),
        ("III - ĐÁNH GIÁ", "III -"),
        ("**1. Mục đích**", "1."),
        ("## 2.1. Hạn chế", "2.1."),
        ("2.2.1. Tổ chức", "2.2.1."),
        ("1.1 Công tác", "1.1"),
        ("1- Ưu điểm", "1-"),
        ("1/ Quán triệt nghị quyết", "1/"),
        ("**1.1/ Cấp xã**", "1.1/"),
        (r"1\. Mục đích", "1."),
        (r"**I\. KẾT QUẢ**", "I."),
        ("a) Đối với xã", "a)"),
        (r"a\) Đối với xã", "a)"),
        ("đ) Đối với xã", "đ)"),
        ("A. PHẦN CHUNG", "A."),
        ("Phần thứ nhất", "Phần thứ nhất"),
        ("Chương II", "Chương II"),
        ("Điều 5. Trách nhiệm", "Điều 5."),
        ("24/39 điểm nhóm", None),  # a share
        ("24/ 39 điểm nhóm", None),  # a share
        ("1/ tháng", None),  # a rate
        (r"1\\. Mục đích", None),  # a backslash of its own
        ("5/Đội", None),  # no space
        ("10.774 gia đình", None),  # a figure
        ("1983 năm khởi nghĩa", None),  # a year
        ("01 - 02 mô hình", None),  # a range
        ("6/1/2023 ý kiến", None),  # a date
        ("Phần lớn Nhân dân", None),  # a word
        ("Inox", None),  # a word
    ],
)
def test_numbers_of_headings_are_told_from_figures(line, number):
    found = read_number(line)
    assert (found.text if found else None) == number


def test_numbers_stand_in_a_ladder():
    ladder = [
        "Phần thứ nhất",
        "Chương I",
        "Mục 1",
        "A. X",
        "I. X",
        "Điều 1.",
        "1. x",
        "1.1. x",
        "1.1.1. x",
        "a) x",
    ]
    levels = [read_number(line).level for line in ladder]
    assert levels == sorted(set(levels))
