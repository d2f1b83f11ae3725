"""Whatever a text holds: no error, nothing lost, time in proportion to length."""

import re
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.reading.document import parse_report
from danvan.reports.inline import MARK


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
