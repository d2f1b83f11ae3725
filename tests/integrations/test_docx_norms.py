"""A Word file for each layout norm: measured in its XML, and on the pages LibreOffice prints of it."""

import os
import shutil
import subprocess
from contextlib import ExitStack

import attrs
import pytest
from hypothesis import given, settings

docx = pytest.importorskip("docx", reason="needs danvan[docx]")

from docx.oxml.ns import qn  # noqa: E402
from docx.shared import Pt  # noqa: E402

from danvan.integrations.docx.writing import to_document  # noqa: E402
from danvan.reading.files import read_report  # noqa: E402
from danvan.rendering import write_report  # noqa: E402
from danvan.rendering.layout import family_of, layout_norms, norm_for  # noqa: E402
from danvan.reports import Letterhead, Report  # noqa: E402
from danvan.reports.numbering import read_number  # noqa: E402
from danvan.testing import strategies  # noqa: E402
from integrations.samples import HEADS, sample  # noqa: E402
from reports.test_round_trip import called, reports  # noqa: E402

NORMS = [norm.code for norm in layout_norms()]
each_norm = pytest.mark.parametrize("code", NORMS)


def norm_and_file(code):
    paper = sample(code)
    norm = norm_for(family_of(paper), paper.letterhead.issued_on)
    assert norm.code == code
    return norm, to_document(paper)


def paragraphs(cell_or_document, words):
    return next(p for p in cell_or_document.paragraphs if p.text.startswith(words))


def size(paragraph):
    (points,) = {run.font.size.pt for run in paragraph.runs if run.text.strip()}
    return points


def inside(points, allowed):
    return float(allowed.low) <= points == float(allowed.used) <= float(allowed.high)


def test_every_norm_has_a_sample():
    assert set(HEADS) == set(NORMS)


@each_norm
class TestMeasures:
    def test_page(self, code):
        norm, document = norm_and_file(code)
        (section,) = document.sections
        assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
        for side in ("top", "bottom", "left", "right"):
            assert inside(
                round(getattr(section, f"{side}_margin").mm, 1), getattr(norm, f"margin_{side}")
            )

    def test_page_number_in_the_middle_from_the_second_page(self, code):
        norm, document = norm_and_file(code)
        (section,) = document.sections
        assert section.different_first_page_header_footer
        assert not section.first_page_header.paragraphs[0].text
        (number,) = section.header.paragraphs
        assert number.alignment == 1
        (field,) = number._p.iter(qn("w:fldSimple"))
        assert field.get(qn("w:instr")) == "PAGE"
        (points,) = (int(s.get(qn("w:val"))) / 2 for s in field.iter(qn("w:sz")))
        assert inside(points, norm.page_number)
        assert round(section.header_distance.mm) == norm.page_number_from_top

    def test_typeface(self, code):
        norm, document = norm_and_file(code)
        for style in ("Normal", "Heading 1", "Heading 4", "footnote text"):
            fonts = document.styles[style].element.rPr.rFonts
            assert {fonts.get(qn(f"w:{s}")) for s in ("ascii", "hAnsi", "cs", "eastAsia")} == {
                norm.font
            }
            assert not [name for name in fonts.attrib if "Theme" in name or "theme" in name]

    def test_head(self, code):
        norm, document = norm_and_file(code)
        head = sample(code).letterhead
        left, right = document.tables[0].rows[0].cells
        room = 210 - norm.margin_left.used - norm.margin_right.used
        assert abs(left.width.mm + right.width.mm - float(room)) < 0.1
        assert {p.alignment for p in (*left.paragraphs, *right.paragraphs) if p.text} == {1}
        lines = [
            (left, head.upper_body, norm.upper_body, False, False),
            (left, head.body, norm.body_name, True, False),
            (left, "Số", norm.number, False, False),
            (right, f"{head.place}, ngày", norm.date, False, True),
            *((right, line, allowed, True, False) for line, allowed in zip(head.motto.split("\n"), norm.motto, strict=True)),
        ]  # fmt: skip
        for cell, words, allowed, bold, italic in lines:
            line = paragraphs(cell, words)
            assert inside(size(line), allowed), words
            assert (bool(line.runs[0].bold), bool(line.runs[0].italic)) == (bold, italic), words
        assert ("*" in [p.text for p in left.paragraphs]) is (norm.under_body == "asterisk")
        rules = [len(list(cell._tc.iter(qn("w:pBdr")))) for cell in (left, right)]
        assert rules == [int(norm.under_body == "rule"), 1]
        assert not list(document.tables[0]._tbl.tblPr.iter(qn("w:tblBorders")))

    def test_stamps_are_framed(self, code):
        _, document = norm_and_file(code)
        head = sample(code).letterhead
        framed = [run.text for p in document.tables[0].cell(0, 0).paragraphs for run in p.runs if run._r.findall(f".//{qn('w:bdr')}")]  # fmt: skip
        assert framed == [stamp for stamp in (head.secrecy, head.urgency) if stamp]

    def test_kind_and_title(self, code):
        norm, document = norm_and_file(code)
        kind, title = paragraphs(document, "BÁO CÁO"), paragraphs(document, "kết quả công tác")
        for line, allowed in ((kind, norm.kind), (title, norm.title)):
            assert inside(size(line), allowed)
            assert line.alignment == 1
            assert line.runs[0].bold
        under = document.paragraphs[[p.text for p in document.paragraphs].index(title.text) + 1]
        assert (under.text == "-----") is (norm.under_title == "hyphens")
        assert bool(list(under._p.iter(qn("w:pBdr")))) is (norm.under_title == "rule")

    def test_body(self, code):
        norm, document = norm_and_file(code)
        prose = paragraphs(document, "Các cơ quan").paragraph_format
        assert prose.alignment == 3
        assert round(prose.first_line_indent.mm) == norm.first_line
        assert prose.space_after >= Pt(float(norm.paragraph_gap))
        exactly = norm.line_exactly
        assert prose.line_spacing == (Pt(float(exactly.used)) if exactly else None)
        assert inside(document.styles["Normal"].font.size.pt, norm.text)
        headings = {
            p.text.split(" ")[0].rstrip("\n"): p.style
            for p in document.paragraphs
            if "Heading" in p.style.name
        }
        assert [headings[n].font.italic for n in ("Phần", "I.", "1.", "2.1.")] == [
            False,
            False,
            False,
            True,
        ]
        assert all(style.font.bold for style in headings.values())

    def test_foot(self, code):
        norm, document = norm_and_file(code)
        signature = sample(code).signature
        left, right = document.tables[2].rows[0].cells
        title = paragraphs(left, "Nơi nhận:")
        assert inside(size(title), norm.recipients_title)
        look = title.runs[0]
        assert bool(look.underline) is (norm.recipients_look == "underlined")
        assert bool(look.bold and look.italic) is (norm.recipients_look == "bold italic")
        listed = left.paragraphs[1:]
        assert all(inside(size(line), norm.recipients) for line in listed)
        assert [line.text[-1] for line in listed] == [";", ";", "."]
        for words in signature.mandate.split("\n"):
            line = paragraphs(right, words)
            assert inside(size(line), norm.mandate)
            assert line.runs[0].bold
        post = paragraphs(right, signature.post)
        assert bool(post.runs[0].bold) is (norm.family != "party")
        signer = paragraphs(right, signature.signer)
        assert inside(size(signer), norm.signer)
        assert signer.runs[0].bold
        assert list(document.tables[2].rows[0]._tr.iter(qn("w:cantSplit")))

    def test_read_back(self, code, tmp_path):
        write_report(sample(code), tmp_path / "a.docx")
        assert read_report(tmp_path / "a.docx").says_same(sample(code))


def says_what_it_is(report):
    """Whether no paragraph begins with what is a number of a point on any paper ("A. ...")."""
    return not any(read_number(paragraph.text) for paragraph in report.paragraphs())


def typed_on_paper(part):
    """The same with no raised digits but those of marks: typed ones are marks on paper."""
    if isinstance(part, str):
        return part.replace("¹", "i")
    if isinstance(part, tuple):
        return tuple(map(typed_on_paper, part))
    if attrs.has(type(part)) and type(part).__module__.startswith("danvan.reports"):
        values = {f.name: typed_on_paper(getattr(part, f.name)) for f in attrs.fields(type(part))}
        return attrs.evolve(part, **values)
    return part


@pytest.mark.property
@settings(max_examples=30)
@given(reports().map(called).map(typed_on_paper) | strategies.reports().filter(says_what_it_is))
def test_any_report_is_read_back_whole(tmp_path_factory, report):
    file = tmp_path_factory.mktemp("docx") / "a.docx"
    write_report(report, file)
    back = read_report(file)
    names = ("kind", "title", "letterhead", "preamble", "sections", "footnotes", "annexes")
    for name in (*names, "recipients", "signature", "remainder"):
        assert getattr(back, name) == getattr(report, name), name


def test_a_draft_keeps_its_blanks(tmp_path):
    head = Letterhead(
        "", "HUYỆN ỦY BẢN MAI", "ĐẢNG CỘNG SẢN VIỆT NAM", number_text="Số      -BC/HU", place="Bản Mai",
        date_text="Bản Mai, ngày      tháng      năm 2023", draft="DỰ THẢO",
    )  # fmt: skip
    for suffix in (".docx", ".md", ".txt"):
        file = tmp_path / f"a{suffix}"
        write_report(Report("mẫu", kind="Báo cáo", title="tháng 9", letterhead=head), file)
        assert read_report(file).letterhead == head


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The papers as LibreOffice prints them."""
    pdfplumber = pytest.importorskip("pdfplumber", reason="needs danvan[pdf]")
    command = shutil.which("soffice") or shutil.which("libreoffice")
    if not command:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("printed")
    for code in NORMS:
        write_report(sample(code), folder / f"{code}.docx")
    files = [str(folder / f"{code}.docx") for code in NORMS]
    subprocess.run(
        [command, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless",
         "--convert-to", "pdf", "--outdir", str(folder), *files],
        check=True, timeout=180, stdin=subprocess.DEVNULL, capture_output=True, env={**os.environ, "HOME": str(folder)},
    )  # fmt: skip
    with ExitStack() as opened:
        yield {
            code: opened.enter_context(pdfplumber.open(folder / f"{code}.pdf")) for code in NORMS
        }


MM = 72 / 25.4


@each_norm
class TestPrinted:
    """An independent look: where LibreOffice puts the words of page 1 and 2."""

    def lines(self, printed, code, page):
        return printed[code].pages[page].extract_text_lines()

    def find(self, printed, code, words, page=0):
        found = printed[code].pages[page].search(words, regex=False)
        assert found, words
        return found[0]

    def test_head_in_two_columns_and_title_below(self, printed, code):
        head = sample(code).letterhead
        left = self.find(printed, code, head.upper_body.split()[0])
        right = self.find(printed, code, head.motto.split("\n")[0])
        date = self.find(printed, code, f"{head.place}, ngày")
        middle = printed[code].pages[0].width / 2
        assert left["x1"] < middle
        assert right["x0"] > middle - 15 * MM
        assert abs(left["top"] - right["top"]) < 3 * MM
        assert abs((date["x0"] + date["x1"]) / 2 - (right["x0"] + right["x1"]) / 2) < 30 * MM
        title = self.find(printed, code, "BÁO CÁO")
        assert title["top"] > max(date["bottom"], self.find(printed, code, "Số")["bottom"])
        assert right["x1"] <= 210 * MM - 14 * MM

    def test_body_stands_between_the_margins(self, printed, code):
        norm = layout_norms()[code]
        for page in printed[code].pages:
            body = [letter for letter in page.chars if letter["text"].strip()]
            assert min(c["x0"] for c in body) >= float(norm.margin_left.used) * MM - 6
            assert max(c["x1"] for c in body) <= (210 - float(norm.margin_right.used)) * MM + 6
        first = self.find(printed, code, "Thực hiện chương trình")
        assert abs(first["x0"] - float(norm.margin_left.used + norm.first_line) * MM) < 2

    def test_page_numbers_and_footnotes(self, printed, code):
        second = self.lines(printed, code, 1)[0]
        assert second["text"] == "2"
        assert abs((second["x0"] + second["x1"]) / 2 - 112.5 * MM) < 8 * MM
        assert self.lines(printed, code, 0)[0]["text"] != "1"
        note = self.find(printed, code, "Xã Bản Mai 10 hội nghị")
        assert note["top"] > 220 * MM

    def test_the_signature_does_not_stand_alone(self, printed, code):
        for number, page in enumerate(printed[code].pages):
            words = page.extract_text()
            if "Nguyễn Văn A" in words:
                before = self.lines(printed, code, number)
                assert not before[1]["text"].startswith("Nơi nhận")
                return
        pytest.fail("no page has the signature")
