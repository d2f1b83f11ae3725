"""PDF files with a text layer. The two files under data/ are one paper, written by danvan
to Word and Markdown, the first printed from there by LibreOffice."""

from pathlib import Path

import pytest

pytest.importorskip("pdfplumber", reason="needs danvan[pdf]")

from danvan.errors import UnreadableFileError
from danvan.reading.files import read_report

DATA = Path(__file__).parent / "data"
PRINTED = read_report(DATA / "bao_cao.pdf")
WRITTEN = read_report(DATA / "bao_cao.md")


@pytest.mark.parametrize(
    "part",
    [
        "kind",
        "title",
        "letterhead",
        "preamble",
        "sections",
        "footnotes",
        "recipients",
        "signature",
        "remainder",
    ],
)
def test_a_printed_paper_is_read_like_the_written_one(part):
    assert getattr(PRINTED, part) == getattr(WRITTEN, part)


def test_it_was_worth_reading():
    assert [section.number for section in PRINTED] == ["I.", "1.", "2.", "II.", "1."]
    assert len(PRINTED.footnotes) == 6
    assert {repair.what for repair in PRINTED.repairs} == {"joined"}
    (table,) = PRINTED.all_tables()
    assert table.rows[1][1].text == "trên 394"


BLANK = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj "
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"khong phai pdf", "damaged, or no PDF"),
        ((DATA / "bao_cao.pdf").read_bytes()[:3000], "cut off: its end is missing"),
        (BLANK, "no text layer: its pages are pictures; want a PDF with a text layer"),
    ],
)
def test_one_clear_error_each(tmp_path, data, message):
    file = tmp_path / "bao_cao.pdf"
    file.write_bytes(data)
    with pytest.raises(UnreadableFileError, match=message) as raised:
        read_report(file)
    assert raised.value.path == str(file)
