"""What the fuzz has found, each with the input that showed it."""

import os
from datetime import date
from decimal import Decimal
from importlib.util import find_spec
from zipfile import ZipFile

import pytest

import danvan as dv
from danvan import reporting
from danvan.catalogue import Catalogue, read_toml, structure
from danvan.cli import UNUSABLE, main
from danvan.errors import InvalidValueError, ParseError, UnknownCodeError, UnreadableFileError
from danvan.findings import Span
from danvan.indicators import Indicator, read_observations
from danvan.integrations.edxml import Attachment
from danvan.interchange import to_json
from danvan.organizations import Level
from danvan.quantities import Interval, as_written
from danvan.reading import parse_report
from danvan.rendering import format_table
from danvan.reports import Report

HUGE = 10**5_000
"""Python prints no integer of so many digits."""

WEEK = reporting.working_days()["five_day_week"]

REFUSED = [
    (lambda: dv.Period.year(HUGE), "year: want a whole number from 1 to 9999, got a number too long to show"),
    (lambda: dv.Period.year(Decimal("sNaN")), "year: want a whole number"),
    (lambda: dv.Period.year(2023.0), "year: want a whole number"),
    (lambda: dv.Period.month(2023, True), "month: want a whole number from 1 to 12, got True"),
    (lambda: dv.Period.quarter(2023, 5), "quarter: want a whole number from 1 to 4, got 5"),
    (lambda: dv.Period.half(2023, "1"), "half-year: want a whole number from 1 to 2, got '1'"),
    (lambda: dv.Period.review(date(2013, 1, 1), HUGE), "years of a review: want a whole number"),
    (lambda: as_written(None), "value: want a finite Decimal, got None"),
    (lambda: as_written(Decimal("1E+61")), "value: want a number of at most 60 digits and 30 decimals"),
    (lambda: as_written(Decimal("1E-31")), "value: want a number of at most 60 digits and 30 decimals"),
    (lambda: Interval.around(Decimal("1E+300"), Decimal(1)), "number: want a number of at most 60 digits"),
    (lambda: Interval.around(Decimal(1), Decimal("NaN")), "number: want a finite Decimal"),
    (lambda: WEEK.after(date(2023, 1, 2), HUGE), "working days: want a whole number from -100000 to 100000"),
    (lambda: WEEK.after(date(9999, 12, 30), 9), "working days: want a day the calendar reaches, got 9"),
    (lambda: Level("huyện"), "Level: want one of central, province, district, commune, village, got 'huyện'"),
    (lambda: dv.Organizations.shipped("tam_duong").at_level("x"), "Level: want one of"),
    (lambda: Span(HUGE, 1, Report("a")), "Span.start: want a whole number from 0 to 1000000000000000000, got a number too long to show"),
    (lambda: format_table(["a"], [[HUGE]]), "cell: want what Python can print"),
    (lambda: to_json(HUGE), "value: want numbers that Python can print"),
]  # fmt: skip


@pytest.mark.parametrize(("call", "message"), REFUSED, ids=[row[1][:40] for row in REFUSED])
def test_refused_in_words(call, message):
    with pytest.raises(InvalidValueError) as raised:
        call()
    assert str(raised.value).startswith(message)


def test_what_is_accepted_still_is():
    assert Interval.around(5, 2) == Interval(3, 7)
    assert WEEK.after(date(2026, 3, 6), 1) == date(2026, 3, 9)
    assert WEEK.after(date(2026, 3, 9), -1) == date(2026, 3, 6)
    assert dv.Period.review(date(9998, 1, 1), 1).last == date(9998, 12, 31)
    assert Level("district") is Level.DISTRICT


def test_a_message_is_no_longer_than_a_paragraph():
    text = "9" * 100_000
    for error in (ParseError("number", text, "less"), UnknownCodeError("units", text)):
        assert len(str(error)) < 400
    assert ParseError("number", text, "less").got == text


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"a = {'9' * 5_000}", "Exceeds the limit"),
        ("a = " + "[" * 100_000, "nested too deeply"),
        ("a = \ufeff1", "Invalid value"),
    ],
)
def test_toml(tmp_path, text, message):
    file = tmp_path / "a.toml"
    file.write_text(text, "utf-8")
    with pytest.raises(UnreadableFileError, match=message) as raised:
        read_toml(file)
    assert raised.value.path == str(file)


def test_toml_of_windows_with_its_mark_is_read(tmp_path):
    file = tmp_path / "a.toml"
    file.write_text("a = 1", "utf-8-sig")
    assert read_toml(file) == {"a": 1}


@pytest.mark.parametrize("data", ["x", 5, None, [1], True])
def test_a_table_that_is_none(data):
    with pytest.raises(UnreadableFileError, match=r"indicator|a\.toml"):
        structure(data, Indicator, "a.toml", "indicator")


@pytest.mark.parametrize("name", ["a\ud800.toml", "a\0.toml", "d" * 300 + ".toml", "."])
def test_a_name_no_file_has(tmp_path, name):
    tree = dv.Organizations.shipped("tam_duong")
    for read in (read_toml, lambda file: read_observations(file, tree), dv.Organizations.read):
        with pytest.raises(UnreadableFileError) as raised:
            read(tmp_path / name)
        assert str(raised.value)
    with pytest.raises(UnreadableFileError):
        read_toml("quỷ\udfff")


@pytest.mark.skipif(os.name == "nt", reason="devices have names on POSIX only")
def test_a_table_without_end(tmp_path):
    (tmp_path / "a.toml").symlink_to("/dev/zero")
    for read in (read_toml, lambda file: Catalogue.read(file, Indicator)):
        with pytest.raises(UnreadableFileError, match="a device or a pipe"):
            read(tmp_path / "a.toml")


HALVES = "BÁO CÁO\nthử \ud800\n\nI. KẾT QUẢ\n\nHọp \udfff22 cuộc \x0b.\n"


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".docx"])
def test_half_a_letter_is_written_as_the_sign_for_it(tmp_path, suffix):
    if suffix == ".docx":
        pytest.importorskip("docx")
    file = tmp_path / f"a{suffix}"
    dv.write_report(parse_report(HALVES), file)
    if suffix == ".html":
        assert "Họp \ufffd22 cuộc" in file.read_text("utf-8")
    else:
        assert "Họp \ufffd22 cuộc" in dv.read_report(file).text


def test_what_cannot_be_written_leaves_what_was_there(tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("cũ", "utf-8")
    file.chmod(0o444)
    (tmp_path / "thu_muc.txt").mkdir()
    with pytest.raises(UnreadableFileError, match="directory"):
        dv.write_report(parse_report(HALVES), tmp_path / "thu_muc.txt")
    if find_spec("docx"):
        with pytest.raises(UnreadableFileError, match="No such file"):
            dv.write_report(parse_report(HALVES), tmp_path / "thieu" / "a.docx")
    with pytest.raises(UnreadableFileError):
        dv.write_report(parse_report(HALVES), tmp_path / "a\0.txt")
    assert file.read_text("utf-8") == "cũ"


def test_a_title_longer_than_a_word_file_keeps_one(tmp_path):
    pytest.importorskip("docx")
    title = "kết quả công tác dân vận " * 40
    file = tmp_path / "a.docx"
    dv.write_report(Report("mẫu", kind="Báo cáo", title=title.strip()), file)
    assert dv.read_report(file).title == title.strip()


@pytest.mark.parametrize("name", ["a\ud800.txt", "\udfff", "a\0.txt"])
def test_the_command_is_told_a_name_no_file_has(tmp_path, capsys, name):
    paper = tmp_path / "a.txt"
    paper.write_text("BÁO CÁO\nthử\n\nI. KẾT QUẢ\n\nHọp 22 cuộc.\n", "utf-8")
    for arguments in (["check", name], ["check", str(paper), "--output", str(tmp_path / name)]):
        assert main(arguments) == UNUSABLE
        said = capsys.readouterr().err
        assert "Traceback" not in said
        assert said.startswith("danvan")


def test_an_attachment_is_named_by_its_own_name():
    with pytest.raises(UnreadableFileError, match=r"^bao_cao\.txt: nothing in it") as raised:
        Attachment("bao_cao.txt", b" ").read_report()
    assert raised.value.path == "bao_cao.txt"


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "_rels/.rels"])
@pytest.mark.parametrize("encoding", ["foo", "idna", "hex"])
def test_a_word_file_in_an_encoding_that_is_none(tmp_path, part, encoding):
    pytest.importorskip("docx", reason="needs danvan[docx]")
    dv.write_report(parse_report(HALVES), tmp_path / "a.docx")
    with ZipFile(tmp_path / "a.docx") as good, ZipFile(tmp_path / "b.docx", "w") as bad:
        for name in good.namelist():
            data = good.read(name)
            if name == part:
                data = (
                    f'<?xml version="1.0" encoding="{encoding}"?>'.encode()
                    + data.partition(b"?>")[2]
                )
            bad.writestr(name, data)
    with pytest.raises(UnreadableFileError, match="damaged"):
        dv.read_report(tmp_path / "b.docx")


def test_a_sheet_in_an_encoding_that_is_none():
    scanning = pytest.importorskip(
        "danvan.integrations.workbooks.scanning", reason="needs danvan[excel]"
    )
    with pytest.raises(InvalidValueError, match="unknown encoding"):
        scanning.scan_sheet(b'<?xml version="1.0" encoding="UTF18"?><a/>', 9)
