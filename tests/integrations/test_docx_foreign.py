"""Word files that other programs and other times have written."""

import pytest

docx = pytest.importorskip("docx", reason="needs danvan[docx]")

from docx.oxml import parse_xml  # noqa: E402
from docx.oxml.ns import nsdecls  # noqa: E402

from danvan.integrations.docx.places import word_file  # noqa: E402
from danvan.integrations.docx.reading import to_markdown  # noqa: E402
from danvan.reading import parse_report  # noqa: E402
from danvan.reading.files import read_report  # noqa: E402

NAMES = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def read(tmp_path, document):
    file = tmp_path / "bao_cao.docx"
    document.save(str(file))
    return read_report(file)


def put(document, xml):
    """Put a piece of XML at the end of the text."""
    root = parse_xml(f"<w:body {NAMES}>{xml}</w:body>")
    for element in list(root):
        document.element.body.insert(-1, element)


def words(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


class TestFontsFromBeforeUnicode:
    def test_by_the_font_of_each_run(self, tmp_path):
        document = docx.Document()
        for text, font in [("b¸o c¸o", ".VnTimeH"), ("kÕt qu¶ c«ng t¸c d©n vËn", ".VnTime")]:
            document.add_paragraph().add_run(text).font.name = font
        mixed = document.add_paragraph()
        mixed.add_run("Tæ chøc 22 cuéc ®èi tho¹i").font.name = ".VnArial"
        mixed.add_run(" với Nhân dân, ").font.name = "Times New Roman"
        mixed.add_run("nhaân daân tham gia.").font.name = "VNI-Times"
        report = read(tmp_path, document)
        assert (report.kind, report.title) == ("Báo cáo", "kết quả công tác dân vận")
        assert report.text.endswith("Tổ chức 22 cuộc đối thoại với Nhân dân, nhân dân tham gia.")
        assert {repair.what for repair in report.repairs} == {"from TCVN3", "from VNI"}

    def test_by_the_font_of_a_style_and_of_the_style_it_rests_on(self, tmp_path):
        document = docx.Document()
        document.styles["Normal"].font.name = ".VnTime"
        document.add_paragraph("C«ng t¸c d©n vËn cña hÖ thèng chÝnh trÞ.")
        document.add_paragraph("B¶o ®¶m d©n chñ.", style="List Paragraph")
        text = read(tmp_path, document).text
        assert text == "Công tác dân vận của hệ thống chính trị.\n\nBảo đảm dân chủ."

    def test_the_letter_that_word_takes_for_a_hyphen(self, tmp_path):
        document = docx.Document()
        run = document.add_paragraph().add_run("Phæ biÕn t¹i tr")
        plain = document.add_paragraph("Dân").add_run(" vận")
        for here in (run, plain):
            here._r.append(docx.oxml.OxmlElement("w:softHyphen"))
        run.add_text("êng häc.")
        run.font.name = ".VnTime"
        assert read(tmp_path, document).text == "Phổ biến tại trường học.\n\nDân vận"

    def test_unicode_under_such_a_font_stays(self, tmp_path):
        document = docx.Document()
        document.add_paragraph().add_run(
            "có 12 mô hình ở thôn Cã, xã Bản Mai"
        ).font.name = ".VnTime"
        report = read(tmp_path, document)
        assert report.text == "có 12 mô hình ở thôn Cã, xã Bản Mai"
        assert report.repairs == ()

    def test_without_any_font_by_the_words(self, tmp_path):
        document = docx.Document()
        document.add_paragraph("Tæ chøc 22 cuéc ®èi tho¹i víi Nh©n d©n.")
        report = read(tmp_path, document)
        assert report.text == "Tổ chức 22 cuộc đối thoại với Nhân dân."
        assert [repair.what for repair in report.repairs] == ["from TCVN3"]


class TestMargins:
    def test_a_head_in_the_margin_of_the_first_page_is_the_head(self, tmp_path):
        document = docx.Document()
        section = document.sections[0]
        section.different_first_page_header_footer = True
        for line in ("HUYỆN ỦY BẢN MAI", "Số 12-BC/HU", "Bản Mai, ngày 05 tháng 10 năm 2023"):
            section.first_page_header.add_paragraph(line)
        section.header.paragraphs[0].text = "Trang 2/5"
        document.add_paragraph("BÁO CÁO").alignment = 1
        report = read(tmp_path, document)
        assert (report.letterhead.body, str(report.number)) == ("HUYỆN ỦY BẢN MAI", "12-BC/HU")
        assert "Trang" not in report.text

    def test_a_running_title_is_kept_behind_everything(self, tmp_path):
        document = docx.Document()
        document.sections[0].header.paragraphs[0].text = "Báo cáo công tác dân vận"
        document.sections[0].footer.paragraphs[0].text = "- 1 -"
        for line in ("BÁO CÁO", "I. KẾT QUẢ", "Tốt."):
            document.add_paragraph(line)
        report = read(tmp_path, document)
        (left,) = report.remainder
        assert left.text == "Báo cáo công tác dân vận"
        assert report.text[slice(*left.extent)] == left.text
        assert [section.number for section in report] == ["I."]


class TestHeadings:
    def test_a_style_with_an_outline_level_makes_headings(self, tmp_path):
        document = docx.Document()
        style = document.styles.add_style("Mục lớn", docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
        style.element.get_or_add_pPr().append(
            parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="1"/>')
        )
        document.add_paragraph("Tình hình chung", style="Mục lớn")
        document.add_paragraph("Tốt.")
        assert to_markdown(word_file(document)) == "## Tình hình chung\n\nTốt."


class TestTables:
    def test_lines_drawn_at_the_cells_make_a_table(self):
        document = docx.Document()
        lines = '<w:tcPr><w:tcBorders><w:left w:val="single"/></w:tcBorders></w:tcPr>'
        row = "".join(f"<w:tc>{lines}{words(text)}</w:tc>" for text in ("Xã", "12"))
        put(document, f"<w:tbl><w:tblPr/><w:tblGrid/>{f'<w:tr>{row}</w:tr>' * 2}</w:tbl>")
        (table,) = parse_report(to_markdown(word_file(document))).tables
        assert [cell.text for cell in table.header] == ["Xã", "12"]

    def test_merged_cells_over_columns_and_rows(self):
        document = docx.Document()
        put(
            document,
            f"""<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr><w:tblGrid/>
            <w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr>{words("Xã")}</w:tc>
            <w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{words("Kết quả")}</w:tc></w:tr>
            <w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>
            <w:tc>{words("Cuộc")}</w:tc><w:tc>{words("Người")}</w:tc></w:tr>
            <w:sdt><w:sdtContent><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>
            <w:tc>{words("3")}</w:tc><w:tc>{words("90")}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>""",
        )
        document.styles["Table Grid"]
        (table,) = parse_report(to_markdown(word_file(document))).tables
        rows = [[cell.text for cell in row] for row in (table.header, *table.rows)]
        assert rows == [["Xã", "Kết quả", ""], ["", "Cuộc", "Người"], ["", "3", "90"]]

    def test_a_table_in_a_cell_is_read_in_its_place(self):
        document = docx.Document()
        outer = document.add_table(2, 2, style="Table Grid")
        outer.cell(0, 0).text, outer.cell(0, 1).text = "Trước", "Sau"
        outer.cell(1, 0).add_table(1, 1).cell(0, 0).text = "Trong"
        assert "Trong" in to_markdown(word_file(document))


class TestHostileStructure:
    """Each of these took time or memory without end in one way of reading or another."""

    def test_columns_by_the_million(self):
        document = docx.Document()
        cell = f'<w:tc><w:tcPr><w:gridSpan w:val="99999"/></w:tcPr>{words("x")}</w:tc>'
        put(
            document,
            f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>{f"<w:tr>{cell * 9}</w:tr>" * 50}</w:tbl>',
        )
        assert len(to_markdown(word_file(document))) < 60_000

    def test_thousands_of_merged_rows(self):
        document = docx.Document()
        row = (
            f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>{words('1')}</w:tc></w:tr>"
        )
        put(
            document,
            f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr>{row * 4000}</w:tbl>',
        )
        assert to_markdown(word_file(document)).count("1") == 4000

    def test_boxes_in_boxes(self):
        document = docx.Document()
        xml = words("trong cùng")
        for _ in range(40):
            xml = f"<w:p><w:r><w:txbxContent>{xml}</w:txbxContent></w:r></w:p>"
        put(document, xml)
        assert to_markdown(word_file(document)) == "trong cùng"

    def test_the_copy_of_a_box_for_older_programs_is_not_read_twice(self):
        document = docx.Document()
        box = f"<w:txbxContent>{words('Một lần')}</w:txbxContent>"
        put(document, f"<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{box}</mc:Choice>"
            f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>")  # fmt: skip
        assert to_markdown(word_file(document)) == "Một lần"

    @pytest.mark.parametrize("inside", ["", '<w:r><w:footnoteReference w:id="2"/></w:r>'])
    def test_a_footnote_called_a_thousand_times_or_by_itself(self, tmp_path, inside):
        call = '<w:r><w:footnoteReference w:id="2"/></w:r>'
        note = f'<w:footnote w:id="2"><w:p><w:r><w:t>{"Dài. " * 500}</w:t></w:r>{inside}</w:p></w:footnote>'
        document = docx.Document()
        put(document, f"<w:p><w:r><w:t>Chữ</w:t></w:r>{call * 1000}</w:p>")
        text = with_footnotes(tmp_path, document, note).text
        assert text.count("Dài.") == 500

    def test_styles_that_rest_on_each_other(self, tmp_path):
        document = docx.Document()
        root = document.styles.element
        for name, below in (("a", "b"), ("b", "a")):
            root.append(parse_xml(f'<w:style {NAMES} w:type="paragraph" w:styleId="{name}">'
                f'<w:name w:val="{name}"/><w:basedOn w:val="{below}"/></w:style>'))  # fmt: skip
        put(document, '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>Chữ ®</w:t></w:r></w:p>')
        assert read(tmp_path, document).text == "Chữ ®"


def with_footnotes(tmp_path, document, notes):
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    blob = f"<w:footnotes {NAMES}>{notes}</w:footnotes>".encode()
    part = Part(
        PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, document.part.package
    )
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    return read(tmp_path, document)
