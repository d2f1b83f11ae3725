"""Reading files: what is right is read, what is wrong is one clear error."""

import codecs
import importlib
import sys
from zipfile import ZipFile

import pytest

from danvan import formats
from danvan.errors import MissingExtraError, UnreadableFileError
from danvan.reading.file_bytes import LARGEST
from danvan.reading.files import Corpus, read_folder, read_report
from danvan.rendering import write_report

PAPER = "BÁO CÁO\nkết quả công tác dân vận\n\nI. KẾT QUẢ\n\nĐối thoại 22 cuộc.\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (PAPER.encode(), PAPER),
        (PAPER.replace("\n", "\r\n").encode(), PAPER.replace("\n", "\r\n")),
        (codecs.BOM_UTF8 + PAPER.encode(), PAPER),
        (PAPER.encode("utf-16"), PAPER),
        (codecs.BOM_UTF16_BE + PAPER.encode("utf-16-be"), PAPER),
    ],
)
@pytest.mark.parametrize("suffix", [".txt", ".md", ".TXT"])
def test_text_is_read_as_it_stands(tmp_path, data, text, suffix):
    file = tmp_path / f"bao_cao{suffix}"
    file.write_bytes(data)
    report = read_report(str(file))
    assert (report.name, report.text) == (file.name, text)
    assert report.sections[0].paragraphs[0].text == "Đối thoại 22 cuộc."


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("a.txt", "Số 5 ủy".encode("cp1258", "replace") + b"\xff", r"not UTF-8 at byte [0-9]+"),
        ("a.txt", PAPER.encode("utf-16-le"), r"no text: a zero byte at byte"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0", r"no text: a zero byte at byte 8"),
        ("a.txt", PAPER.encode()[:3] + b"\xe1", r"not UTF-8 at byte 3"),
        ("a.txt", codecs.BOM_UTF16_LE + b"\x00\xd8", r"not UTF-16 at byte"),
        ("a.txt", b"", "nothing in it"),
        ("a.md", b" \n\t\n", "nothing in it"),
        ("a.xyz", b"abc", r"no format to read has the suffix '\.xyz'; want one of .*\.md, .*\.txt"),
        ("a", b"abc", "no format to read has the suffix ''"),
        ("a.html", b"abc", "no format to read has the suffix"),
    ],
)
def test_a_file_that_is_no_report_is_one_clear_error(tmp_path, name, data, message):
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(UnreadableFileError, match=message) as raised:
        read_report(file)
    assert raised.value.path == str(file)


def test_a_missing_file_and_a_folder_are_errors(tmp_path):
    with pytest.raises(UnreadableFileError, match=r"thieu\.txt: No such file"):
        read_report(tmp_path / "thieu.txt")
    folder = tmp_path / "thu_muc.txt"
    folder.mkdir()
    with pytest.raises(UnreadableFileError, match="directory"):
        read_report(folder)


def test_a_file_too_large_is_not_read(tmp_path):
    file = tmp_path / "lon.txt"
    with file.open("wb") as out:
        out.truncate(LARGEST + 1)
    with pytest.raises(UnreadableFileError, match="bytes are too many for a report"):
        read_report(file)


def without(monkeypatch, library, module):
    """As if a library had never been installed."""
    for name in [n for n in sys.modules if n.split(".")[0] == library or n.startswith(module)]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)


def test_a_format_whose_library_is_missing_says_which_extra_brings_it(tmp_path, monkeypatch):
    module = "danvan.integrations.pdf_reading"
    without(monkeypatch, "pdfplumber", module)
    with pytest.raises(UnreadableFileError, match="No such file"):
        read_report(tmp_path / "a.pdf")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    with pytest.raises(MissingExtraError, match=r"pip install 'danvan\[pdf\]'") as raised:
        read_report(tmp_path / "a.pdf")
    assert raised.value.module == module


def test_word_files_are_read_without_python_docx_and_written_with_it(tmp_path, monkeypatch):
    without(monkeypatch, "docx", "danvan.integrations.docx")
    file = tmp_path / "a.docx"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    names = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with ZipFile(file, "w") as packed:
        packed.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="a" Type="{kind}" Target="word/document.xml"/></Relationships>',
        )
        packed.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{names}"><w:body><w:p><w:r><w:t>Tổ chức 12 cuộc đối thoại.'
            "</w:t></w:r></w:p></w:body></w:document>",
        )
    report = read_report(file)
    assert report.text == "Tổ chức 12 cuộc đối thoại."
    with pytest.raises(MissingExtraError, match=r"pip install 'danvan\[docx\]'"):
        write_report(report, tmp_path / "b.docx")


def test_every_format_of_the_table_exists():
    pytest.importorskip("docx", reason="needs danvan[docx]")
    pytest.importorskip("pdfplumber", reason="needs danvan[pdf]")
    for suffix in formats.readable():
        assert importlib.import_module(formats._READERS[suffix]).read_file
    for module in formats._WRITERS.values():
        assert importlib.import_module(module).write_file


def test_a_folder_is_read_and_what_fails_is_kept(tmp_path):
    (tmp_path / "con").mkdir()
    (tmp_path / "b.txt").write_text(PAPER, "utf-8")
    (tmp_path / "con" / "a.md").write_text(PAPER, "utf-8")
    (tmp_path / "hong.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "anh.png").write_bytes(b"\x89PNG")
    (tmp_path / "~$b.docx").write_bytes(b"lock")
    corpus = read_folder(tmp_path)
    assert isinstance(corpus, Corpus)
    assert [report.name for report in corpus] == ["b.txt", "a.md"]
    assert len(corpus) == 2
    (failure,) = corpus.failures
    assert failure.path.endswith("hong.txt")


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(UnreadableFileError, match="no folder; want a folder of papers"):
        read_folder(tmp_path / "thieu")
