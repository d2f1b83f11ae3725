"""Writing files by suffix."""

import pytest

from danvan.errors import UnreadableFileError
from danvan.reading.files import read_report
from danvan.rendering import write_report
from danvan.reports import Footnote, Recipient, Report, Section, Signature

REPORT = Report(
    "mẫu",
    kind="Báo cáo",
    title="công tác dân vận tháng 9",
    sections=(Section("I.", "KẾT QUẢ", ("Đối thoại 22 cuộc[^1].",)),),
    footnotes=(Footnote("1", ("Cấp huyện 02.",)),),
    recipients=(Recipient("Thường trực Tỉnh ủy"),),
    signature=Signature("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Nguyễn Văn A"),
)


@pytest.mark.parametrize("suffix", [".txt", ".md"])
def test_what_is_written_is_read_back(tmp_path, suffix):
    file = tmp_path / f"bao_cao{suffix}"
    write_report(REPORT, str(file))
    assert b"\r" not in file.read_bytes()
    assert read_report(file).says_same(REPORT)


def test_html_is_written(tmp_path):
    file = tmp_path / "bao_cao.html"
    write_report(REPORT, file)
    assert file.read_text("utf-8").startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("bao_cao.pdf", r"no format to write has the suffix '\.pdf'; want one of \.docx, \.html"),
        ("bao_cao", "no format to write has the suffix ''"),
        ("thieu/bao_cao.txt", "No such file or directory; want a place that can be written to"),
    ],
)
def test_what_cannot_be_written_is_one_clear_error(tmp_path, name, message):
    with pytest.raises(UnreadableFileError, match=message):
        write_report(REPORT, tmp_path / name)
