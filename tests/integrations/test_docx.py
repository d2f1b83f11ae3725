"""Word files: laid out by the norm and read back whole."""

import zipfile
from datetime import date

import pytest

docx = pytest.importorskip("docx", reason="needs danvan[docx]")

from docx.oxml.ns import qn  # noqa: E402
from docx.shared import Pt  # noqa: E402

from danvan.document_number import DocumentNumber  # noqa: E402
from danvan.integrations.docx.places import word_file  # noqa: E402
from danvan.integrations.docx.reading import to_markdown  # noqa: E402
from danvan.integrations.docx.word_file import WordFile  # noqa: E402
from danvan.integrations.docx.writing import to_document  # noqa: E402
from danvan.reading.document import parse_report  # noqa: E402
from danvan.reading.files import read_report  # noqa: E402
from danvan.rendering import write_report  # noqa: E402
from danvan.reports import (  # noqa: E402
    Annex,
    Footnote,
    Letterhead,
    Recipient,
    Report,
    Section,
    Signature,
    Table,
)  # fmt: skip

PARTY = Letterhead(
    "ĐẢNG BỘ TỈNH HOA BAN", "HUYỆN ỦY BẢN MAI", "ĐẢNG CỘNG SẢN VIỆT NAM",
    DocumentNumber.parse("350-BC/HU"), place="Bản Mai", issued_on=date(2023, 9, 6),
)  # fmt: skip
STATE = Letterhead(
    "ỦY BAN NHÂN DÂN TỈNH", "ỦY BAN NHÂN DÂN HUYỆN",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
    DocumentNumber.parse("41/KH-UBND"), place="Bản Mai", issued_on=date(2023, 1, 13), urgency="KHẨN",
)  # fmt: skip
TABLE = Table(
    ("Stt", "Nội dung", "Thời gian"),
    (("1", "- Xây dựng.\n- Thực hiện.", "Tháng 01"), ("", "Tập huấn | tuyên truyền", "Tháng 3, 9")),
)


def report(head=PARTY, **parts):
    whole = {
        "kind": "Báo cáo",
        "title": "công tác dân vận 9 tháng năm 2023",
        "letterhead": head,
        "preamble": ("Thực hiện *Kế hoạch* năm 2023, Huyện ủy báo cáo như sau:",),
        "sections": (
            Section("Phần thứ nhất", "KẾT QUẢ", sections=(
                Section("I.", "ĐẶC ĐIỂM", ("Có **13** xã[^1], 126 bản[^2].", "- Tổ chức 2*3 cuộc."), (
                    Section("1.", "Thuận lợi", ("Nhân dân đồng thuận.",)),
                    Section("2.", "", ("Tiếp tục tuyên truyền; vận động.", "Đẩy mạnh thi đua.")),
                )),
                Section("II.", "LỊCH", ("Như sau:",), tables=(Table(TABLE.header, TABLE.rows, 1),)),
            )),
        ),
        "footnotes": (Footnote("1", ("Xã *vùng cao* 10.", "Thị trấn 01.")), Footnote("2", ("Bản xa 20.",))),
        "recipients": (Recipient("Thường trực Tỉnh ủy", "báo cáo"), Recipient("Lưu")),
        "signature": Signature("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn A"),
        "annexes": (
            Annex(
                "PHỤ LỤC I", "Kèm theo Báo cáo số 350-BC/HU, ngày 06/9/2023",
                DocumentNumber.parse("350-BC/HU"), date(2023, 9, 6), ("Các mô hình.",), tables=(TABLE,),
            ),
        ),
    }  # fmt: skip
    return Report("mẫu", **{**whole, **parts})


@pytest.mark.parametrize(
    "written",
    [
        report(),
        report(STATE, signature=Signature("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Văn A")),
        report(None, annexes=()),
        report(addressed_to="Ban Thường vụ Tỉnh ủy"),
        report(recipients=(), annexes=()),
        report(signature=None, annexes=()),
        report(footnotes=(Footnote("a", ("Một.",)), Footnote("5", ("Hai.",))), preamble=("Chữ[^a], số[^5].",), sections=(Section("I.", "A", ("Tốt.",)),)),
        report(footnotes=(), sections=(Section("I.", "KẾT QUẢ", ("Còn[^7] mất chú thích.",)),)),
        report(sections=(Section("", "TÌNH HÌNH CHUNG", ("Tốt.",)),), footnotes=()),
        report(sections=(Section("I.", "A. B. C.", ("Tốt.",)),), footnotes=()),
        report(sections=(Section("I.", "GIÁ < & >", ("R&D <b>không</b> đậm \\*sao\\*.",)),), footnotes=()),
    ],
)  # fmt: skip
def test_what_is_written_is_read_back(tmp_path, written):
    file = tmp_path / "bao_cao.docx"
    write_report(written, file)
    back = read_report(file)
    for part in (
        "kind",
        "title",
        "letterhead",
        "addressed_to",
        "preamble",
        "sections",
        "footnotes",
        "annexes",
        "recipients",
        "signature",
        "remainder",
    ):
        assert getattr(back, part) == getattr(written, part), part
    assert back.says_same(written)
    both = WordFile.open(file, file.read_bytes()), word_file(docx.Document(str(file)))
    own, of_lxml = map(to_markdown, both)
    assert own == of_lxml


def test_a_footnote_nothing_calls_for_is_printed_all_the_same(tmp_path):
    file = tmp_path / "bao_cao.docx"
    write_report(report(footnotes=(*report().footnotes, Footnote("9", ("Lạc lõng.",)))), file)
    assert {note.mark: note.text for note in read_report(file).footnotes}["9"] == "Lạc lõng."


class TestLayout:
    def test_page_and_margins(self):
        section = to_document(report()).sections[0]
        assert [round(side.mm) for side in (section.page_width, section.page_height)] == [210, 297]
        assert [round(m.mm) for m in (section.top_margin, section.bottom_margin)] == [20, 20]
        assert [round(m.mm) for m in (section.left_margin, section.right_margin)] == [30, 15]

    def test_page_numbers_begin_on_the_second_page(self):
        section = to_document(report()).sections[0]
        assert section.different_first_page_header_footer
        field = section.header._element.find(f".//{qn('w:fldSimple')}")
        assert field.get(qn("w:instr")) == "PAGE"
        assert round(section.header_distance.mm) == 10

    @pytest.mark.parametrize(
        ("head", "sizes"),
        [
            (PARTY, {"ĐẢNG BỘ TỈNH HOA BAN": 14, "HUYỆN ỦY BẢN MAI": 14, "*": 14, "Số 350-BC/HU": 14,
                     "ĐẢNG CỘNG SẢN VIỆT NAM": 15, "Bản Mai, ngày 06 tháng 9 năm 2023": 14}),
            (STATE, {"ỦY BAN NHÂN DÂN TỈNH": 13, "ỦY BAN NHÂN DÂN HUYỆN": 13, "Số: 41/KH-UBND": 13, "KHẨN": 13,
                     "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": 13, "Độc lập - Tự do - Hạnh phúc": 14,
                     "Bản Mai, ngày 13 tháng 01 năm 2023": 14}),
        ],
    )  # fmt: skip
    def test_the_head_in_two_columns(self, head, sizes):
        table = to_document(report(head)).tables[0]
        runs = [run for cell in table.rows[0].cells for p in cell.paragraphs for run in p.runs]
        assert {run.text: run.font.size.pt for run in runs} == sizes
        bold = {run.text for run in runs if run.bold}
        assert head.body in bold
        assert head.upper_body not in bold

    def test_the_body(self):
        document = to_document(report())
        prose = next(p for p in document.paragraphs if p.text.startswith("Nhân dân"))
        assert round(prose.paragraph_format.first_line_indent.mm) == 10
        assert prose.paragraph_format.line_spacing == Pt(18)
        assert document.styles["Normal"].font.name == "Times New Roman"
        fonts = document.styles["Normal"].element.rPr.rFonts
        assert {
            fonts.get(qn(f"w:{script}")) for script in ("ascii", "hAnsi", "cs", "eastAsia")
        } == {"Times New Roman"}

    def test_headings_are_headings(self):
        styles = [
            p.style.name
            for p in to_document(report()).paragraphs
            if p.style.name.startswith("Heading")
        ]
        assert styles == ["Heading 1", "Heading 2", "Heading 3", "Heading 2"]

    def test_footnotes_are_real(self, tmp_path):
        file = tmp_path / "a.docx"
        write_report(report(), file)
        with zipfile.ZipFile(file) as packed:
            notes = packed.read("word/footnotes.xml").decode()
            types = packed.read("[Content_Types].xml").decode()
        assert notes.count("<w:footnoteRef/>") == 2
        assert "xmlns:r=" in notes
        assert "footnotes+xml" in types


class TestForeignFiles:
    def test_numbers_that_word_counts(self, tmp_path):
        document = docx.Document()
        document.add_paragraph("BÁO CÁO").alignment = 1
        document.add_paragraph("tháng 9").alignment = 1
        for words in ("Tuyên truyền; vận động.", "Đối thoại; giám sát."):
            document.add_paragraph(words, style="List Number")
        document.add_paragraph("Một ý.", style="List Bullet")
        text = to_markdown(word_file(document))
        assert "1. Tuyên truyền; vận động.\n\n2. Đối thoại; giám sát.\n\n- Một ý." in text
        assert parse_report(text).title == "tháng 9"

    def test_raised_digits_are_marks(self):
        document = docx.Document()
        paragraph = document.add_paragraph("Ban hành 13 văn bản")
        paragraph.add_run("1").font.superscript = True
        paragraph.add_run(", hiến 120 m")
        paragraph.add_run("2").font.superscript = True
        assert to_markdown(word_file(document)).startswith("Ban hành 13 văn bản[^1]")

    def test_bold_headings_without_styles(self):
        document = docx.Document()
        for words in ("I. KẾT QUẢ", "1. Công tác tuyên truyền"):
            document.add_paragraph().add_run(words).bold = True
        document.add_paragraph("Tốt.")
        assert [s.title for s in parse_report(to_markdown(word_file(document)))] == [
            "I. KẾT QUẢ",
            "1. Công tác tuyên truyền",
        ]

    def test_what_was_deleted_is_not_read(self):
        document = docx.Document()
        run = document.add_paragraph("Còn ").add_run("mất")._r
        deleted = docx.oxml.OxmlElement("w:del")
        run.getparent().replace(run, deleted)
        deleted.append(run)
        assert to_markdown(word_file(document)) == "Còn"

    def test_merged_cells_are_full_once(self):
        document = docx.Document()
        table = document.add_table(3, 2, style="Table Grid")
        table.cell(0, 0).text, table.cell(0, 1).text = "Stt", "Nội dung"
        table.cell(1, 0).merge(table.cell(2, 0)).text = "1"
        table.cell(1, 1).text, table.cell(2, 1).text = "Một", "Hai"
        (found,) = parse_report(to_markdown(word_file(document))).tables
        assert [[cell.text for cell in row] for row in found] == [["1", "Một"], ["", "Hai"]]
