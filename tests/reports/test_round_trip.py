"""What is written as text or Markdown is read back as the same report."""

from datetime import date

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from covered import outside
from danvan.document_number import DocumentNumber
from danvan.reading.document import parse_report
from danvan.rendering.markdown import to_markdown
from danvan.rendering.plain import to_text
from danvan.reports import (
    Annex,
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

WORDS = [
    "tổ chức",
    "05",
    "hội nghị",
    "trên 1.682 lượt",
    "m²",
    "(13/13 xã)",
    "“Dân vận khéo”",
    "đạt 85,48%",
]
SIGNS = [
    "*",
    "a_b",
    "<b>",
    "[1]",
    "xã[1]",
    "x|y",
    "R&D",
    "&amp;",
    "#",
    "\\",
    "`",
    "2*3*4",
    "¹",
    "**",
    "<p>",
]

tokens = st.lists(st.sampled_from(WORDS) | st.sampled_from(SIGNS), min_size=1, max_size=8)
names = st.sampled_from(["Thường trực Tỉnh ủy", "Các xã, thị trấn", "Lưu", "MTTQ & đoàn thể"])


@st.composite
def paragraphs(draw):
    """A paragraph that begins with a capital and ends with a full stop."""
    words = ["Toàn huyện", *draw(tokens), "theo kế hoạch."]
    text = " ".join(words)
    starts = [len(" ".join(words[:at])) + (1 if at else 0) for at in range(len(words))]
    spans = [(start, start + len(word)) for start, word in zip(starts, words, strict=True)]
    styled = draw(st.lists(st.sampled_from(spans), unique=True, max_size=3))
    emphasis = [
        Emphasis(*span, draw(st.sampled_from(["italic", "bold", "bold italic"])))
        for span in sorted(styled)
    ]
    # two stretches of one style with a space between are one; keep them apart
    emphasis = [e for at, e in enumerate(emphasis) if not at or emphasis[at - 1].end + 1 < e.start]
    return Paragraph(text, (), tuple(emphasis))


headings = st.sampled_from(["KẾT QUẢ CÔNG TÁC", "Ưu điểm", "Hạn chế, nguyên nhân", "Kết quả: 2/2."])
bodies = st.lists(paragraphs(), max_size=2).map(tuple)


def tables():
    cell = st.sampled_from(["Tháng 3, 9", "Ban Dân vận", "", "- Tổng kết.\n- Sơ kết.", "x|y"])
    row = st.tuples(st.sampled_from(["1", "2"]), cell, cell)
    return st.builds(
        Table,
        st.just(("Stt", "Nội dung", "Thời gian")),
        st.lists(row, min_size=1, max_size=3).map(tuple),
    )


@st.composite
def sections(draw, numbers=("I.", "II-", "III."), under=("1.", "2."), depth=1):
    found = []
    for number in numbers[: draw(st.integers(1, len(numbers)))]:
        inner = ()
        if depth < 3 and draw(st.booleans()):
            below = tuple(f"{number}{n}" for n in ("1.", "2.")) if depth > 1 else under
            inner = draw(sections(numbers=below, depth=depth + 1))
        heading = draw(headings | st.just("") if number[0].isdigit() else headings)
        body = draw(
            bodies if heading else st.lists(paragraphs(), min_size=1, max_size=2).map(tuple)
        )
        laid = (draw(tables()),) if body and draw(st.booleans()) else ()
        laid = tuple(attrs.evolve(table, after=len(body)) for table in laid)
        found.append(Section(number, heading, body, inner, laid))
    return tuple(found)


letterheads = st.builds(
    Letterhead,
    upper_body=st.sampled_from(["", "ĐẢNG BỘ TỈNH GIA LAI"]),
    body=st.just("HUYỆN ỦY CHƯ PƯH"),
    motto=st.sampled_from(["", "ĐẢNG CỘNG SẢN VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"]),
    number=st.sampled_from([None, "350-BC/HU", "41/KH-UBND", "05-BC/BDVHU"]).map(lambda n: n and DocumentNumber.parse(n)),
    place=st.sampled_from(["", "Chư Pưh"]),
    issued_on=st.none() | st.dates(date(1990, 1, 1), date(2030, 1, 1)),
    secrecy=st.sampled_from(["", "MẬT"]),
    urgency=st.sampled_from(["", "KHẨN"]),
    draft=st.sampled_from(["", "DỰ THẢO"]),
)  # fmt: skip
signatures = st.builds(
    Signature,
    st.sampled_from(["", "T/M BAN THƯỜNG VỤ", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH"]),
    st.sampled_from(["PHÓ BÍ THƯ", "TRƯỞNG BAN"]),
    st.sampled_from(["Nguyễn Văn A", ""]),
)
annexes = st.builds(
    Annex,
    st.sampled_from(["", "PHỤ LỤC I"]),
    st.just("Kèm theo Kế hoạch số 159-KH/HU, ngày 16/01/2023 của BTV Huyện ủy"),
    st.just(DocumentNumber.parse("159-KH/HU")),
    st.just(date(2023, 1, 16)),
    bodies,
    tables=st.just(()),
)


@st.composite
def reports(draw):
    notes = draw(st.lists(st.lists(paragraphs(), min_size=1, max_size=2), max_size=3))
    footnotes = tuple(Footnote(str(at), tuple(note)) for at, note in enumerate(notes, 1))
    recipients = draw(
        st.lists(
            st.builds(Recipient, names, st.sampled_from(["", "báo cáo", "để b/c"])), max_size=3
        )
    )
    signed = draw(st.none() | signatures) if recipients else draw(st.none())
    return Report(
        "mẫu",
        kind=draw(st.sampled_from(["Báo cáo", "Kế hoạch"])),
        title=draw(st.sampled_from(["công tác dân vận tháng 9", "về việc A & B *2023*"])),
        letterhead=draw(st.none() | letterheads.filter(lambda head: head.number or head.issued_on)),
        preamble=draw(bodies),
        sections=draw(sections()),
        footnotes=footnotes,
        recipients=tuple(recipients),
        signature=signed,
        annexes=(draw(annexes),) if signed and signed.signer and draw(st.booleans()) else (),
    )


def called(report):
    """The same report with a mark in the body for each of its footnotes."""
    first, *rest = report.sections
    marks = tuple((11, note.mark) for note in report.footnotes)
    opening = Paragraph("Toàn huyện đoàn kết.", marks)
    table = tuple(attrs.evolve(t, after=t.after + 1) for t in first.tables)
    paragraphs = (opening, *first.paragraphs)
    return attrs.evolve(
        report, sections=(attrs.evolve(first, paragraphs=paragraphs, tables=table), *rest)
    )


def without_emphasis(part):
    if isinstance(part, tuple):
        return tuple(map(without_emphasis, part))
    if isinstance(part, Paragraph):
        return attrs.evolve(part, emphasis=())
    if attrs.has(type(part)) and type(part).__module__.startswith("danvan.reports"):
        names = [field.name for field in attrs.fields(type(part))]
        return attrs.evolve(part, **{name: without_emphasis(getattr(part, name)) for name in names})
    return part


def parts(report):
    return {name: getattr(report, name) for name in ("kind", "title", "letterhead", "addressed_to", "preamble", "sections", "footnotes", "tables", "annexes", "recipients", "signature", "remainder")}  # fmt: skip


@pytest.mark.property
@settings(max_examples=30)
@given(reports().map(called))
def test_markdown_is_read_back_whole(report):
    back = parse_report(to_markdown(report), name="mẫu")
    assert parts(back) == parts(report)
    assert back.says_same(report)


@pytest.mark.property
@settings(max_examples=30)
@given(reports().map(called))
def test_plain_text_is_read_back_whole_but_for_the_emphasis(report):
    back = parse_report(to_text(report), name="mẫu")
    assert parts(back) == parts(without_emphasis(report))


@pytest.mark.property
@settings(max_examples=30)
@given(reports().map(called))
def test_every_part_of_a_composed_report_stands_where_reading_finds_it(report):
    whole = composed(report)
    assert whole.says_same(report)
    back = parse_report(whole.text, name="mẫu")
    assert {n.mark: n.anchor for n in back.footnotes} == {n.mark: n.anchor for n in whole.footnotes}
    assert [s.span for s in back] == [s.span for s in whole]
    assert [s.heading_span for s in back] == [s.heading_span for s in whole]
    assert [p.extent for p in back.paragraphs()] == [p.extent for p in whole.paragraphs()]
    assert [r.span for r in back.recipients] == [r.span for r in whole.recipients]


@pytest.mark.property
@settings(max_examples=30)
@given(reports())
def test_the_source_holds_what_a_paragraph_says(report):
    whole = composed(report)
    for paragraph in whole.paragraphs():
        for offset, source, length in paragraph.pieces:
            assert whole.text[source : source + length] == paragraph.text[offset : offset + length]


@pytest.mark.property
@settings(max_examples=30)
@given(reports().map(called), st.sampled_from([to_markdown, to_text]))
def test_every_letter_of_a_paper_lies_in_one_of_its_parts(report, write):
    assert outside(parse_report(write(report))) == ""
