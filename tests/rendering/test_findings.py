"""Findings on a terminal, as data and as a page: places, widths, hostile texts, growth."""

import json
import re
import unicodedata
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise
from time import perf_counter

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import MissingExtraError
from danvan.findings import Evaluation, Findings, Severity, Source, Span, Waiver, rules
from danvan.reading.document import parse_report
from danvan.rendering.findings import (
    CheckResult,
    Failure,
    as_data,
    as_html,
    as_text,
    json_text,
    summary,
)
from danvan.rendering.findings.lines import Lines
from danvan.rendering.findings.marking import Place, marked
from danvan.rendering.tables import width
from danvan.validation import check

RULE = rules()["DV201"]


def finding(*spans, code="DV201"):
    return rules()[code].at(*spans, total="30", sum="29", difference=Decimal(-1))


def at(paper, *words):
    """Places of words in a paper, each the first of its kind."""
    return [Span(paper.text.index(w), paper.text.index(w) + len(w), paper) for w in words]


def checked(text, *words, name="mau.txt"):
    paper = Source(name, text)
    return CheckResult(Findings((finding(*at(paper, *words)),)), (paper,))


def excerpt(view):
    """The rows of an excerpt: for each, what stands over its carets."""
    lines = view.splitlines()
    over = []
    for words, carets in pairwise(lines):
        if "^" in carets and "│" in carets:
            columns = []
            for letter in words:
                columns += [letter] * width(letter) if width(letter) else []
                if not width(letter) and columns:
                    columns[-1] += letter
            groups = [m.span() for m in re.finditer(r"\^+", carets)]
            over.append(["".join(_once(columns[a:b])) for a, b in groups])
    return over


def _once(columns):
    """A wide letter fills two columns and is one letter."""
    before = None
    for column in columns:
        if not (column == before and width(column) == 2):
            yield column
            before = column
        else:
            before = None


CARETS = [
    ("Tổng có 30 hội nghị, 02 ở huyện, 27 ở xã.", ["30", "02", "27"], [["30", "02", "27"]]),
    (unicodedata.normalize("NFD", "Tổng số ở huyện có 30 cuộc"), ["30"], [["30"]]),
    ("会議 全部 30 回", ["30"], [["30"]]),  # letters two columns wide
    ("A\tB\t30\tC", ["30"], [["30"]]),  # tabs
    ("x" * 500 + " 30 " + "y" * 500, ["30"], [["30"]]),  # a long line
    ("30 " + "chữ " * 100 + "29", ["30", "29"], [["30"], ["29"]]),  # too far apart for one row
    ("Một\nhai 30 ba\nbốn 29", ["30", "29"], [["30"], ["29"]]),  # two lines
    ("số 217-\nQĐ/TW hết", ["217-\nQĐ/TW"], [["217-"], ["QĐ/TW"]]),  # a place over two lines
    ("a\x1b[31m\u202e30\u200b b", ["30"], [["30"]]),  # signs that steer
    ("Cuối dòng 30\r\nsau", ["30"], [["30"]]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "over"), CARETS, ids=lambda c: ascii(c)[:40])
def test_carets_stand_under_the_figures(text, words, over):
    view = as_text(checked(text, *words))
    assert excerpt(view) == over
    assert max(map(width, view.splitlines())) < 120
    assert not {c for c in view if unicodedata.category(c) in {"Cc", "Cf"}} - {"\n"}


WORDS = st.lists(
    st.sampled_from(["a", "ộ", "o\u0323\u0302", "会", " ", "\t", "\n", "\r\n", "\u202e", "𝐀", "-"]),
    max_size=200,
).map("".join)


@given(WORDS, WORDS)
def test_carets_stand_under_the_figure_in_any_text(before, after):
    paper = Source("m", f"{before}30{after}")
    view = as_text(CheckResult(Findings((finding(Span(len(before), len(before) + 2, paper)),))))
    assert excerpt(view) == [["30"]]


def test_a_finding_over_two_papers_names_both():
    one, other = Source("quy.txt", "có 30 cuộc"), Source("nam.txt", "có 29 cuộc")
    found = Findings((finding(*at(one, "30"), *at(other, "29")),))
    view = as_text(CheckResult(found))
    assert view.startswith("quy.txt:1:4: ")
    assert "┌ nam.txt" in view
    assert excerpt(view) == [["30"], ["29"]]
    assert view.index("┌ nam.txt") < view.index("có 29 cuộc")


def test_what_stands_beside_the_sentence():
    paper = Source("m", "số 217- QĐ/TW")
    rule = rules()["DV101"]
    found = rule.at(*at(paper, "217- QĐ/TW"), written="217- QĐ/TW", number="217-QĐ/TW")
    view = as_text(CheckResult(Findings((found.mended("217-QĐ/TW"),))), "en")
    assert "to be written: 217-QĐ/TW" in view
    assert "rests on: Hướng dẫn 36-HD/VPTW" in view


def test_a_finding_without_a_place():
    found = rules()["DV634"].at(part="II", outline="năm")
    view = as_text(CheckResult(Findings((found,))))
    assert view.splitlines()[:2] == [
        "DV634 CẢNH BÁO outline-part-missing",
        "  thiếu mục “II” của đề cương “năm”",
    ]
    assert 'class="finding warning"' in as_html(CheckResult(Findings((found,))))


def test_many_places_are_cut_off_with_a_count():
    text = "\n".join(f"dòng {n} có {n}00 cuộc" for n in range(1, 31))
    view = as_text(checked(text, *[f"{n}00 " for n in range(1, 31)]))
    assert len(excerpt(view)) == 8
    assert "… và 22 dòng nữa" in view


def test_counts_by_language():
    assert summary(Findings(), "en") == "0 errors, 0 warnings, 0 notes"
    one = Findings((finding(),), waived=(finding(),))
    assert summary(one, "en") == "1 error, 0 warnings, 0 notes, 1 waived"
    assert summary(one) == "1 lỗi, 0 cảnh báo, 0 ghi chú, 1 được miễn trừ"


def test_what_could_not_be_evaluated_is_told():
    found = Findings((), evaluations=(Evaluation("partition", 3, (("figure-missing", 2),)),))
    said = "các phần bằng tổng: đã kiểm 3, chưa kiểm 2 (thiếu số liệu 2)"
    assert said in as_text(CheckResult(found)).splitlines()
    assert said in as_html(CheckResult(found))
    (one,) = as_data(CheckResult(found))["evaluations"]
    assert (one["evaluated"], one["left_out"], one["message"]["vi"]) == (
        3,
        {"figure-missing": 2},
        said,
    )


class TestData:
    def test_every_part(self):
        whole = checked("Dòng một\nTổng có 30 hội nghị, 29 cuộc", "30", "29")
        whole = attrs.evolve(
            whole, failures=(Failure("a.pdf", MissingExtraError("m", "pdfplumber", "pdf")),)
        )
        data = json.loads(json_text(as_data(whole)))
        assert (data["format"], data["version"]) == ("danvan findings", 1)
        assert data["summary"] == {"errors": 1, "warnings": 0, "notes": 0}
        assert data["papers"] == [{"name": "mau.txt", "errors": 1, "warnings": 0, "notes": 0}]
        (unreadable,) = data["unreadable"]
        assert unreadable["name"] == "a.pdf"
        assert unreadable["message"]["vi"].startswith("a.pdf: m cần thư viện pdfplumber")
        (found,) = data["findings"]
        assert found["difference"] == "-1"
        assert found["parts"] == {"difference": "-1", "sum": "29", "total": "30"}
        assert found["basis"] is found["fix"] is None
        assert found["spans"][0] == {
            "paper": "mau.txt",
            "start": 17,
            "end": 19,
            "line": 2,
            "column": 9,
            "text": "30",
        }

    def test_decimals_are_exact(self):
        found = RULE.at(total="1", sum="2", difference=Decimal("0.10"))
        (data,) = as_data(CheckResult(Findings((found,))))["findings"]
        assert data["difference"] == "0.10"

    def test_what_is_waived(self):
        waived = attrs.evolve(
            finding(), waiver=Waiver("DV201", "30", "Chánh Văn phòng", "đã đối chiếu")
        )
        (data,) = as_data(CheckResult(Findings((), waived=(waived,))))["waived"]
        assert (data["who"], data["why"], data["until"]) == (
            "Chánh Văn phòng",
            "đã đối chiếu",
            None,
        )


class Reader(HTMLParser):
    """What a page refers to, what it holds, and whether its elements are closed."""

    def __init__(self, page):
        super().__init__()
        self.ids, self.links, self.tags, self.open, self.words = [], [], set(), [], []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        for key, value in attributes:
            assert not key.startswith("on")
            if key == "id":
                self.ids.append(value)
            if key in {"href", "src"}:
                self.links.append(value)
        if tag not in {"meta", "input", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


EVIL = "<script>alert(1)</script> \"'> &amp; <img src=x onerror=alert(2)> 30 </style> ]]> 29"


class TestPage:
    def test_every_link_leads_somewhere_on_the_page(self):
        report = parse_report(
            "BÁO CÁO\nmẫu\n\nCó 30 hội nghị, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã.\n",
            name="a.txt",
        )
        page = Reader(as_html(CheckResult(check(report), (report, Source("b.txt", "sạch")))))
        assert {"#f1-1", "#f1-2", "#f1-3", "#d1", "#p0", "#p1"} <= set(page.links)
        assert all(link.startswith("#") and link[1:] in page.ids for link in page.links)
        assert len(page.ids) == len(set(page.ids))

    def test_nothing_of_a_paper_is_taken_for_the_page(self):
        page = Reader(as_html(checked(EVIL, "30", "29", name="<svg onload=x>.txt")))
        assert not page.tags & {"script", "img", "svg"}
        assert EVIL in "".join(page.words)

    def test_each_severity_can_be_hidden(self):
        page = as_html(checked("Tổng có 30", "30"), "en")
        assert re.findall(r'id="show-(\w+)"> ([^<]+)<', page) == [
            ("error", "1 error"), ("warning", "0 warnings"), ("note", "0 notes"),
        ]  # fmt: skip
        assert all(f"#show-{kind}:not(:checked)" in page for kind in ("error", "warning", "note"))

    def test_no_network(self):
        page = as_html(checked(EVIL, "30"))
        assert "default-src 'none'" in page
        assert not re.search(r"https?://|url\(|@import", page)

    @given(st.data())
    def test_the_text_is_whole_whatever_overlaps(self, data):
        text = data.draw(WORDS.filter(bool))
        place = st.integers(0, len(text))
        spans = data.draw(st.lists(st.tuples(place, place).map(sorted), max_size=6))
        paper = Source("m", text)
        found = [
            finding(Span(a, b, paper), code=code)
            for (a, b), code in zip(spans, ["DV201", "DV202", "DV203"] * 2, strict=False)
        ]
        page = Reader(as_html(CheckResult(Findings(found), (paper,))))
        assert all(link[1:] in page.ids for link in page.links)
        assert len(page.ids) == len(set(page.ids))
        lines = Lines(text)
        places = [Place(a, b, Severity.ERROR, n, 1) for n, (a, b) in enumerate(spans)]
        pieces = list(marked(text, lines, places))
        assert ["".join(text[p.start : p.end] for p in line) for line in pieces] == [
            line.removesuffix("\r") for line in text.split("\n")
        ]
        assert sorted(b.number for line in pieces for p in line for b in p.begins) == list(
            range(len(spans))
        )
        for p in (p for line in pieces for p in line):
            assert (
                bool(p.worst) == any(a <= p.start and p.end <= b and a < b for a, b in spans)
                or p.start == p.end
            )


@given(WORDS, st.data())
def test_lines_count_as_spans_do(text, data):
    known, place = Lines(text), data.draw(st.integers(0, len(text)))
    span = Span(place, place, Source("m", text))
    assert (known.line(place), known.column(place)) == (span.line, span.column)
    before = text[:place].rpartition("\n")[2]
    assert known.utf16_column(place) == len(before.encode("utf-16-le")) // 2 + 1


@pytest.mark.timed
@pytest.mark.parametrize("write", [as_text, as_html, as_data])
@pytest.mark.parametrize("end", ["\n", " "], ids=["many lines", "one line"])
def test_growth_is_linear(write, end):
    def taken(count):
        paper = Source("m", f"có 30 cuộc{end}" * count)
        found = [finding(Span(11 * n + 3, 11 * n + 5, paper)) for n in range(count)]
        start = perf_counter()
        size = len(str(write(CheckResult(Findings(found), (paper,)))))
        return perf_counter() - start, size

    taken(50)
    (short, small), (long, large) = taken(500), taken(4000)
    assert large < 10 * small
    assert long < 20 * short
