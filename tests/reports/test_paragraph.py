"""Paragraphs: what stands inside a line, and the way back to the source."""

import pickle

import pytest

from danvan.errors import InvalidValueError
from danvan.reports import Emphasis, Paragraph
from danvan.reports.inline import plain_mark, read_inline, runs, superscript


@pytest.mark.parametrize(
    ("source", "text", "marks"),
    [
        ("trình phê duyệt¹. Chỉ đạo", "trình phê duyệt. Chỉ đạo", ((15, "1"),)),
        ("chủ chốt của huyện⁽¹²⁾.", "chủ chốt của huyện.", ((18, "12"),)),
        ("13 văn bản[^a] lãnh đạo", "13 văn bản lãnh đạo", ((10, "a"),)),
        ("đã xử lý[^1][^2]", "đã xử lý", ((8, "1"), (8, "2"))),
        ("hiến 11.934 m² đất", "hiến 11.934 m² đất", ()),
        ("đổ 20m³ bê tông", "đổ 20m³ bê tông", ()),
        ("đồng/km² một xóm²", "đồng/km² một xóm", ((16, "2"),)),
        ("vận động được 5m¹", "vận động được 5m", ((16, "1"),)),
        (r"một dấu \¹ và \[^1]", "một dấu ¹ và [^1]", ()),
        ("giá [1] và [^ 1]", "giá [1] và [^ 1]", ()),
        (
            "20 văn bản[1], 12 cuộc.[2][3]",
            "20 văn bản, 12 cuộc.",
            ((10, "1"), (20, "2"), (20, "3")),
        ),
        ("(xem [1]), “[2]”, ([3]) và a[1234]", "(xem [1]), “[2]”, ([3]) và a[1234]", ()),
        (r"văn bản\[1]", "văn bản[1]", ()),
        ("¹", "¹", ()),
        ("[1]", "[1]", ()),
    ],
)
def test_footnote_marks_are_taken_out(source, text, marks):
    paragraph = Paragraph.of(source)
    assert (paragraph.text, paragraph.marks) == (text, marks)


@pytest.mark.parametrize(
    ("source", "text", "emphasis"),
    [
        ("(*tăng 51 hộ*)", "(tăng 51 hộ)", [(1, 11, "italic")]),
        ("có **934** đoàn viên", "có 934 đoàn viên", [(3, 6, "bold")]),
        ("***3.1. Tăng cường***", "3.1. Tăng cường", [(0, 15, "bold italic")]),
        ("về <b>đất</b> và <i>rừng</i>", "về đất và rừng", [(3, 6, "bold"), (10, 14, "italic")]),
        ("**a *b* c**", "a b c", [(0, 1, "bold"), (2, 3, "bold italic"), (4, 5, "bold")]),
        ("2*3*4 và a * b * c", "2*3*4 và a * b * c", []),
        ("một sao * lẻ loi", "một sao * lẻ loi", []),
        ("không đóng *lại", "không đóng *lại", []),
        (r"\*không\*", "*không*", []),
        (r"1\. và \- \(a\) c:\đ", "1. và - (a) c:\\đ", []),
        ("x < y & y > z", "x < y & y > z", []),
    ],
)
def test_emphasis_is_told_from_stars(source, text, emphasis):
    paragraph = Paragraph.of(source)
    assert paragraph.text == text
    assert [(e.start, e.end, e.style) for e in paragraph.emphasis] == emphasis


def test_a_place_in_a_healed_paragraph_leads_back_over_the_page_break():
    source = "phối hợp thăm\n\n¹ Thông báo.\n\nhỏi, *tặng quà*⁴ 50 hộ"
    first, last = source.index("\n\n¹"), source.index("hỏi")
    paragraph, anchors = read_inline(source, [(0, first), (last, len(source))])
    assert paragraph.text == "phối hợp thăm hỏi, tặng quà 50 hộ"
    at = paragraph.text.index("50")
    start, end = paragraph.span(at, at + 2)
    assert source[start:end] == "50"
    start, end = paragraph.span(9, 17)
    assert source[start:end].startswith("thăm\n")
    assert source[start:end].endswith("hỏi")
    assert [source[at] for at in anchors] == ["⁴"]


@pytest.mark.parametrize(
    "parts",
    [
        ("",),  # nothing in it
        (" có khoảng trắng ",),  # space around it
        ("hai\ndòng",),  # two lines
        (None,),  # no text
        ("ba chữ", ((7, "1"),)),  # a mark behind the end
        ("ba chữ", ((3, "1"), (1, "2"))),  # marks out of order
        ("ba chữ", [(1, "1")]),  # a list
        ("ba chữ", (), (Emphasis(3, 9),)),  # emphasis behind the end
        ("ba chữ", (), (Emphasis(0, 3), Emphasis(2, 4))),  # one within the other
    ],
)
def test_a_paragraph_must_be_one(parts):
    with pytest.raises(InvalidValueError, match="Paragraph"):
        Paragraph(*parts)


def test_emphasis_must_hold_something():
    with pytest.raises(InvalidValueError, match=r"Emphasis\.end: want more than its start, 3"):
        Emphasis(3, 3)


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, 99)])
def test_a_place_outside_the_text_is_an_error(span):
    with pytest.raises(InvalidValueError, match=r"Paragraph\.span"):
        Paragraph.of("ba chữ").span(*span)


def test_paragraphs_are_values():
    paragraph = Paragraph.of("có **934** đoàn viên[^1]")
    assert eval(repr(paragraph)) == paragraph
    assert pickle.loads(pickle.dumps(paragraph)) == paragraph
    assert paragraph == Paragraph(paragraph.text, paragraph.marks, paragraph.emphasis)
    assert len({paragraph, Paragraph.of("có **934** đoàn viên[^1]")}) == 1
    assert paragraph != Paragraph.of("có 934 đoàn viên[^1]")


def test_an_unplaced_paragraph_has_its_own_offsets():
    paragraph = Paragraph("ba chữ")
    assert paragraph.extent == (0, 0)
    assert paragraph.span(3, 6) == (3, 6)


def test_runs_give_the_words_back():
    paragraph = Paragraph.of("có **934** *đoàn viên*[^1][^2], hội viên[^3]")
    found = [(run.text or run.mark, run.style) for run in runs(paragraph)]
    assert found == [
        ("có ", None), ("934", "bold"), (" ", None), ("đoàn viên", "italic"),
        ("1", None), ("2", None), (", hội viên", None), ("3", None),
    ]  # fmt: skip


@pytest.mark.parametrize(("mark", "printed"), [("1", "¹"), ("20", "²⁰"), ("a", "[^a]")])
def test_marks_are_printed_raised(mark, printed):
    assert superscript(mark) == printed
    assert plain_mark(printed) == mark
