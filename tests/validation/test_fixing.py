"""Safe fixes: made where the finding is, once, and gone when one looks again."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan import check
from danvan.findings import Finding, Source, Span, rules
from danvan.reading.document import parse_report
from danvan.validation import fix

RULE = rules()["DV512"]


def finding(text, start, end, words, *, report=None):
    return RULE.at(Span(start, end, report or Source("mẫu", text)), written="", right="").mended(
        words
    )


HEAD = "ĐẢNG BỘ TỈNH BAN MAI\nHUYỆN ỦY BẾN XUÂN\n*\n{number}\n\nĐẢNG CỘNG SẢN VIỆT NAM\n\nBến Xuân, {date} năm 2023\n\nBÁO CÁO\nmẫu\n\nI. KẾT QUẢ\n\n"
NUMBERS = [
    "Số 12-BC/HU",
    "Số: 12-BC/HU",
    "Số 5-BC/HU",
    "Số: 5-BC/HU",
    "Số 460 -BC/HU",
    "Số: 5 - BC/HU",
]
DATES = [
    "ngày 06 tháng 9",
    "ngày 6 tháng 9",
    "ngày 06 tháng 09",
    "ngày 6 tháng 2",
    "ngày 16 tháng 12",
]
SENTENCES = [
    "Có 1.250 hộ.", "Có 12500 hội viên.", "Giúp 1345 ngày công cho 1670 hộ.", "Theo Kế hoạch số 15 -KH/HU, ngày 5/2/2023.",
    "Quyết định 217 - QĐ/TW ngày 12/12/2013.", "Từ ngày 1/1/2023 đến ngày 30/9/2023.", "Năm 2023, 2021 - 2025.",
    "Chỉ thị số 40- CT/TW, ngày 22 tháng 11 năm 2014, có 4.000 hộ vay, 3200 hộ thoát nghèo.",
]  # fmt: skip


@st.composite
def papers(draw):
    """Papers with any of the slips that have a fix."""
    head = HEAD.format(number=draw(st.sampled_from(NUMBERS)), date=draw(st.sampled_from(DATES)))
    return head + "\n\n".join(draw(st.lists(st.sampled_from(SENTENCES), max_size=5))) + "\n"


def fixable(text):
    return [f for f in check(parse_report(text)) if f.fix is not None]


@pytest.mark.property
@settings(max_examples=150, deadline=None)
@given(papers())
def test_looking_again_shows_them_gone(text):
    found = fixable(text)
    once = fix(text, found)
    assert once != text or not found
    again = fix(once, fixable(once))
    # of two fixes that overlap the second waits for the next time
    assert fixable(again) == []
    assert fix(again, fixable(again)) == again


@pytest.mark.property
@settings(max_examples=150, deadline=None)
@given(papers())
def test_nothing_else_is_touched(text):
    """What fixes may change are spaces, zeros, dots and the colon of the number."""

    def bare(words):
        return "".join(letter for letter in words if letter not in " .:0")

    assert bare(fix(text, fixable(text))) == bare(text)


texts = st.text("ab c", min_size=1, max_size=20)


@st.composite
def edits(draw):
    """A text with findings anywhere in it, overlapping and repeated."""
    text = draw(texts)
    places = st.tuples(
        st.integers(0, len(text)), st.integers(0, len(text)), st.text("xy", max_size=3)
    )
    return text, [
        finding(text, min(a, b), max(a, b), words)
        for a, b, words in draw(st.lists(places, max_size=6))
    ]


@pytest.mark.property
@given(edits())
def test_fixing_twice_is_fixing_once(given_edits):
    text, findings = given_edits
    once = fix(text, findings)
    assert fix(once, findings) == once or once == text
    assert fix(text, [*findings, *findings]) == once
    assert fix(text, findings[::-1]) == once


@pytest.mark.property
@given(edits())
def test_against_an_oracle(given_edits):
    """From the right to the left, over what no earlier edit reaches."""
    text, findings = given_edits
    kept: list[Finding] = []
    for one in sorted(findings, key=lambda f: (f.spans[0].start, f.spans[0].end, f.fix)):
        last = kept[-1].spans[0] if kept else None
        if (last is None or one.spans[0].start >= last.end) and one not in kept:
            kept.append(one)
    expected = text
    for one in reversed(kept):
        span = one.spans[0]
        expected = expected[: span.start] + one.fix + expected[span.end :]
    assert fix(text, findings) == expected


def test_a_finding_of_another_text_is_let_be():
    assert fix("ngày 5/9", [finding("ngày 6/9", 5, 6, "06")]) == "ngày 5/9"


def test_a_finding_without_a_fix_or_a_place_does_nothing():
    paper = Source("mẫu", "Tổng 30")
    findings = [
        rules()["DV201"].at(Span(5, 7, paper), total=30, sum=29, difference=Decimal(-1)),
        RULE.at().mended("x"),
    ]
    assert fix(paper.text, findings) == paper.text
