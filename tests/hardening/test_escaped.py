"""What stands in a paper or a name is never taken for markup, a formula or a line of its own."""

import csv
import io
import re
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest

import danvan as dv
from danvan import organizations, rendering
from danvan.directives import (
    Directive,
    Register,
    Relation,
    RelationKind,
    Relations,
    read_register,
    write_register,
)
from danvan.drafting import compare_figures, compare_reports
from danvan.organizations import Branch, Level, Organization
from danvan.reading import mark_citations, parse_report
from danvan.reports import Footnote, Paragraph, Report, Section, Table
from danvan.reports.plan import Occurrence, Task

EVIL = [
    '<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", "</td></table><svg/onload=1>",
    "[x](javascript:alert(1))", "![x](http://a.vn/x.png)", "<http://a.vn>", "`<b>`", "*a* **b**", "a|b\\|c\\", "&lt;b&gt;&#60;i>",
    "x\r\nATTENDEE:mailto:a@b.vn", "x\nBEGIN:VALARM", "=1+1", "+1", "-1+1", "@SUM(A1)", "＝1+1", "'=1+1", "\x1b[31mx", "x\u202ey",
    "]]>", "--> n9[x]", '"]; click n0 "javascript:alert(1)"',
]  # fmt: skip
ALLOWED = {"html", "head", "meta", "title", "style", "body", "article", "header", "section", "footer", "aside", "div", "p", "h1", "h2", "h3",
           "h4", "h5", "h6", "table", "thead", "tbody", "tr", "th", "td", "caption", "ol", "ul", "li", "sup", "sub", "em", "strong", "b", "i", "a",
           "br", "hr", "cite", "span", "svg", "g", "path", "text", "details", "summary", "code", "small", "mark", "main", "label", "input"}  # fmt: skip


class Page(HTMLParser):
    """The elements of a page, none of which may run or fetch anything."""

    def __init__(self, html):
        super().__init__()
        self.words = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        assert tag in ALLOWED, tag
        for name, value in attrs:
            assert not name.startswith("on"), name
            assert name not in {"src", "href", "xlink:href"} or (value or "").startswith("#"), value

    def handle_data(self, data):
        self.words.append(data)


def body(code, name):
    return Organization(code, name.strip(), "group", Level.COMMUNE, Branch.PARTY)


def paper(words):
    words = " ".join(words.split())
    return Report(
        "mẫu", kind="Báo cáo", title=words,
        sections=(Section("I.", words, (Paragraph(words), Paragraph(f"Số 5 hộ {words}[^1].")), tables=(Table((words, "b"), ((words, words),)),)),),
        footnotes=(Footnote("1", (Paragraph(words),)),),
    )  # fmt: skip


@pytest.mark.parametrize("words", EVIL)
def test_html(words):
    tree = dv.Organizations((body("a", words),), name=words.strip())
    one, other = (
        parse_report(f"BÁO CÁO\nthử\n\nI. KẾT QUẢ\n\n{words} có {n} hội nghị\n") for n in (5, 7)
    )
    pages = [
        rendering.to_html(paper(words)), rendering.table_to_html([words], [[words]]),
        organizations.to_html(tree), organizations.to_svg(tree),
        compare_reports(one, other).to_html(), mark_citations(f"{words} theo 217-QĐ/TW {words}"),
        compare_figures([], []).to_html(),
    ]  # fmt: skip
    for page in pages:
        Page(page)
    shown = "".join(Page(rendering.table_to_html([words], [])).words)
    assert shown == " ".join(words.split()), "nothing is lost on the way"


@pytest.mark.parametrize("words", EVIL)
def test_markdown(words):
    markdown = (
        pytest.importorskip("markdown_it").MarkdownIt("commonmark", {"html": True}).enable("table")
    )
    one, other = (
        parse_report(f"BÁO CÁO\nthử\n\nI. KẾT QUẢ\n\n{words} có {n} hội nghị\n") for n in (5, 7)
    )
    for text in (
        rendering.table_to_markdown([words, "b"], [[words, "1"]]),
        rendering.to_markdown(paper(words)),
        compare_reports(one, other).to_markdown(),
    ):
        Page(markdown.render(text))
    table = markdown.render(rendering.table_to_markdown([words, "b"], [[words, "1"]]))
    assert table.count("<td") == 2, "a cell stays one cell"


def test_a_link_of_a_caller_stays_one_link():
    text = mark_citations(
        "theo 217-QĐ/TW", form="markdown", link=lambda _: "https://a.vn/x) [y](z\n<b>"
    )
    assert text == "theo [217-QĐ/TW](https://a.vn/x%29%20[y]%28z%0A%3Cb%3E)"


@pytest.mark.parametrize("words", EVIL)
def test_mermaid(words):
    tree = dv.Organizations((body("a", words),))
    papers = [
        Directive(
            dv.DocumentNumber.parse(n),
            "decision",
            "Bộ Chính trị",
            title=" ".join(words.split()),
            term="XI",
        )
        for n in ("217-QĐ/TW", "218-QĐ/TW")
    ]
    drawn = Relations((Relation(papers[0], RelationKind.REPLACES, papers[1]),)).to_mermaid()
    for picture in (organizations.to_mermaid(tree), drawn):
        for label in re.findall(r'\["(.*?)"\]', picture):
            assert not set('"<') & set(label)


@pytest.mark.parametrize("words", EVIL)
def test_calendar(words):
    task = Task(words, Occurrence("Tháng 3", ((3, 3),)), words, words)
    lines = rendering.to_icalendar([task], 2023, stamp=date(2023, 1, 16)).split("\r\n")
    assert not any(re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line) for line in lines)
    names = {line.partition(":")[0] for line in lines if line and not line.startswith(" ")}
    assert names == {"BEGIN", "END", "VERSION", "PRODID", "CALSCALE", "UID", "DTSTAMP", "DTSTART;VALUE=DATE",
                     "DTEND;VALUE=DATE", "SUMMARY", "DESCRIPTION"}  # fmt: skip
    assert [line for line in lines if line.startswith("BEGIN")] == [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
    ]


@pytest.mark.parametrize("words", EVIL)
def test_a_register_in_a_spreadsheet(tmp_path, words):
    title = words.strip()
    paper = Directive(dv.DocumentNumber.parse("217-QĐ/TW"), "decision", title, title=title)
    file = tmp_path / "a.csv"
    write_register(Register("sổ", [paper]), file)
    cells = [
        cell
        for row in csv.reader(io.StringIO(file.read_bytes().decode("utf-8-sig"), newline=""))
        for cell in row
    ]
    assert not any(re.match(r"[=+\-@\t\r＝＋－＠]", cell) for cell in cells)
    assert title in cells or f"'{title}" in cells
    assert list(read_register(file)) == [paper]


def test_text_on_a_terminal_moves_no_cursor():
    from danvan.rendering.findings import CheckResult, as_text

    report = parse_report(
        "BÁO CÁO\nthử\n\nI. KẾT QUẢ\n\nTổ chức 30 hội nghị, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã \x1b[2J.\x07\n"
    )
    checked = CheckResult(dv.check(report), (report,))
    assert checked.findings
    assert "\x1b" not in as_text(checked)
    assert "\x07" not in as_text(checked)
    assert checked.findings[0].difference == Decimal(-1)
