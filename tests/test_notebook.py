"""What notebooks show: escaped, bounded, of the page around it."""

import re
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import danvan as dv
from danvan.aggregation import rebase
from danvan.directives import Register, Relation, RelationKind, Relations, reference_register
from danvan.errors import UnreadableFileError
from danvan.findings import Evaluation, Findings, Source, Span, rules
from danvan.indicators import Missing, Observation, Role, indicators
from danvan.notebook import MOST_ROWS, Rows, Tone, grid, record, said, some, table
from danvan.organizations import (
    Branch,
    Country,
    Crosswalk,
    Level,
    Link,
    Organization,
    Organizations,
    Succession,
    SuccessionKind,
)
from danvan.organizations.pictures import MOST_NODES
from danvan.quantities import Quantity
from danvan.reading import find_observations
from danvan.reading.corpus import Corpus
from danvan.reporting import Submission
from danvan.reports import Footnote, Report, Section
from danvan.testing import strategies as dst

ROOT = Path(__file__).resolve().parent.parent
TAGS = {
    "article", "b", "caption", "details", "div", "em", "footer", "h1", "h2", "h3", "h4", "h5",
    "h6", "header", "li", "p", "section", "span", "strong", "style", "sub", "summary", "sup", "a",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATTRIBUTES = {
    "aria-hidden", "class", "href", "id", "lang", "open", "role", "scope", "style", "title",
}  # fmt: skip


class Page(HTMLParser):
    """What a browser would make of it: balanced tags, none that runs or fetches."""

    def __init__(self, html):
        super().__init__()
        self.open, self.words, self.count = [], [], {}
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS, tag
        for name, value in attrs:
            assert name in ATTRIBUTES, name
            assert name != "href" or value.startswith("#")
        self.open.append(tag)
        self.count[tag] = self.count.get(tag, 0) + 1

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" in self.open:
            assert "url(" not in data
            assert "@import" not in data
        else:
            self.words.append(data)

    @property
    def text(self):
        return " ".join(self.words)


HOSTILE = st.sampled_from(
    ["<script>alert(1)</script>", '" onmouseover="x', "'><img src=x>", "</td></table><b>", "&lt;",
     "</style><script>", "\x00\x1b[2J", "\u202egnp", "<!--", "]]>", "\ud800"]
) | st.text(max_size=30)  # fmt: skip


@pytest.mark.property
@given(HOSTILE, HOSTILE, st.lists(st.dictionaries(HOSTILE, HOSTILE, max_size=4), max_size=4))
def test_every_word_is_escaped(caption, note, rows):
    page = Page(table(caption, rows, len(rows), [note]))
    assert set(page.count) <= {
        "style",
        "div",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "p",
    }
    for row in rows:
        Page(record(caption, row)).text.encode()
    Page(said(caption, note))


@pytest.mark.property
@given(HOSTILE, HOSTILE)
def test_what_the_values_hold_is_escaped(one, other):
    name = " ".join(re.sub(r"[^<>&\"'=/!a-z]", "", one).split()) or "<b>"
    body = Organization("a", f'{name} <script>"', "group", Level.COMMUNE, Branch.PARTY)
    figure = Observation(
        indicators()["propaganda.sessions"], body, dv.Period.year(2024), Quantity.parse("5 buổi"),
        source=other,
    )  # fmt: skip
    tree = Organizations((body,))
    paper = Report(f"{name}.txt", "1", kind="Báo cáo", title="<i>tháng</i>")
    evil = Source(f"<img>{name}", "30")
    shown = (
        figure,
        Rows((figure,)),
        tree,
        dv.roll_up([figure], tree, to="commune", period=dv.Period.year(2024)),
        dv.coverage([figure], tree, indicator="propaganda.sessions", among=["a"]),
        Findings(
            (rules()["DV201"].at(Span(0, 2, evil), total=other, sum="1", difference=Decimal(-1)),)
        ),
        paper,
        Corpus((paper,), (UnreadableFileError(other, "<b>", "một tệp"),)),
    )
    for value in shown:
        Page(value._repr_html_())


@pytest.mark.property
@given(dst.reports())
def test_any_report_is_shown_whole(report):
    page = Page(report._repr_html_())
    assert page.count["article"] == 1


def figures(count):
    body = Organization("a", "Xã A", "group", Level.COMMUNE, Branch.PARTY)
    return Rows(
        Observation(
            indicators()["propaganda.sessions"], body, dv.Period.month(2000 + n // 12, n % 12 + 1),
            Quantity(Decimal(n), "buổi"),
        )
        for n in range(count)
    )  # fmt: skip


class TestTables:
    def test_a_long_one_is_cut_and_says_so(self):
        page = Page(figures(1000)._repr_html_())
        assert page.count["tr"] == MOST_ROWS + 1
        assert "… còn 940 dòng nữa không hiện ở đây" in page.text

    def test_a_short_one_says_nothing_of_the_kind(self):
        assert "nữa" not in Page(figures(MOST_ROWS)._repr_html_()).text

    def test_only_the_rows_shown_are_asked_for(self):
        asked = []

        def rows():
            for n in range(10**9):
                asked.append(n)
                yield {"n": n}

        table("", rows(), 10**9)
        assert len(asked) == MOST_ROWS

    def test_a_long_cell_is_cut(self):
        assert len(table("", [{"a": "x" * 10**6}], 1)) < 6000

    def test_headings_have_a_scope_and_the_language_is_said(self):
        html = table("Bảng", [{"Đơn vị": "Xã A", "Số": 1}], 1)
        assert '<th scope="col">Đơn vị</th><th scope="col" class="figure">Số</th>' in html
        assert '<tr><th scope="row">Xã A</th><td class="figure short">1</td></tr>' in html
        assert 'lang="vi"' in html
        assert "<caption>Bảng</caption>" in html

    def test_columns_without_a_word_are_left_out(self):
        html = table("", [{"a": "1", "b": ""}, {"a": "2", "b": None, "c": "3"}], 2)
        assert '<th scope="col">a</th><th scope="col">c</th>' in html
        assert '<th scope="row">1</th><td></td>' in html

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            (1234567, '<td class="figure short">1.234.567</td>'),
            (Decimal("0.85"), '<td class="figure short">0,85</td>'),
            (Quantity.parse("trên 394 buổi"), '<td class="figure short">trên 394 buổi</td>'),
            (date(2023, 9, 5), '<td class="short">05/9/2023</td>'),
            (Tone("LỖI", "bad"), '<td><b class="bad">LỖI</b></td>'),
            ("a\nb\x07", '<td class="short">a b\N{REPLACEMENT CHARACTER}</td>'),
            (0, '<td class="figure short">0</td>'),
        ],
    )
    def test_cells(self, value, shown):
        assert shown in table("", [{"a": "x", "b": value}], 1)

    def test_nothing_to_show(self):
        assert "Bảng: không có dòng nào" in table("Bảng", [], 0)

    def test_a_grid_has_a_cell_for_each_heading(self):
        with pytest.raises(ValueError, match="shorter"):
            grid("", ("a", "b"), [("1",)])

    def test_some(self):
        assert some([]) == ""
        assert some(["a", "b"]) == "a, b"
        assert some(list("abc"), 1) == "a và 2 mục khác"

    def test_the_look_takes_its_colors_from_the_page_around(self):
        style = table("", [{"a": "1"}], 1).partition("</style>")[0]
        assert (
            "color: var(--jp-content-font-color1, var(--vscode-editor-foreground, inherit))"
            in style
        )
        assert not re.search(r"background: (?!none)", style)
        assert all(
            rule.lstrip().startswith((".danvan.danvan", "<style>")) for rule in style.splitlines()
        )


class TestRows:
    def test_they_are_the_tuple(self):
        rows = figures(3)
        assert rows == tuple(rows)
        assert isinstance(rows[1:], Rows)
        assert rows[-1].quantity == Quantity(Decimal(2), "buổi")
        assert hash(rows) == hash(tuple(rows))

    def test_what_a_report_gives_is_shown(self):
        tree = dv.Organizations.shipped("tam_duong")
        report = dv.read_report(ROOT / "examples" / "data" / "bao_cao_mau.txt")
        page = Page(find_observations(report, tree)._repr_html_())
        assert page.count["tr"] > 1
        corpus = Corpus((report,))
        assert "bao_cao_mau" in Page(corpus.table(tree)._repr_html_()).text
        assert Page(corpus.citations()._repr_html_()).count["tr"] > 1
        assert "1 văn bản" in Page(corpus._repr_html_()).text


class TestValues:
    def test_the_reason_of_a_missing_figure_is_said(self):
        body = Organization("a", "Xã A", "group", Level.COMMUNE, Branch.PARTY)
        one = Observation(
            indicators()["propaganda.sessions"], body, dv.Period.year(2024),
            missing=Missing.NOT_DUE, role=Role.PLAN,
        )  # fmt: skip
        text = Page(one._repr_html_()).text
        assert "chưa đến hạn" in text
        assert "kế hoạch" in text

    def test_a_register_and_its_relations(self):
        register = reference_register()
        assert f"{len(register)} văn bản" in Page(register._repr_html_()).text
        old, new = register.find(dv.DocumentNumber.parse("25-NQ/TW"))
        graph = Relations([Relation(new, RelationKind.REPLACES, old)])
        assert "thay thế" in Page(graph._repr_html_()).text
        assert "25-NQ/TW (2008)" in Page(graph.relations[0]._repr_html_()).text
        assert "25/7/2008" in Page(old._repr_html_()).text
        assert isinstance(register.search("dân vận")[:2], Rows)
        assert "rỗng: 0 văn bản: không có dòng nào" in Page(Register("rỗng")._repr_html_()).text

    def test_findings_say_how_grave_and_what_was_looked_at(self):
        found = Findings(
            (
                rules()["DV201"].at(
                    Span(0, 2, Source("a.txt", "30")), total="30", sum="29", difference=Decimal(-1)
                ),
            ),
            evaluations=(Evaluation("partition", 3, ()),),
        )
        html = found._repr_html_()
        assert '<b class="bad">LỖI</b>' in html
        assert "đã kiểm 3" in html
        assert "DV201" in Page(found[0]._repr_html_()).text

    def test_what_became_of_figures(self):
        day = date(2025, 7, 1)
        old = [Organization(c, f"Xã {c}", "xa", Level.COMMUNE, Branch.TERRITORY) for c in "ab"]
        new = Organizations((Organization("n", "Xã N", "xa", Level.COMMUNE, Branch.TERRITORY),))
        walk = Crosswalk(
            (Succession("a", "n", day), Succession("b", "n", day, SuccessionKind.PART, by="<1>"))
        )
        assert "chưa rõ" in Page(walk._repr_html_()).text
        indicator = indicators()["propaganda.sessions"]
        period = dv.Period.year(2024)
        moved = rebase(
            [Observation(indicator, one, period, Quantity.parse("8 buổi")) for one in old],
            walk,
            new,
        )
        assert "Xã a, Xã b" in Page(moved._repr_html_()).text
        assert "Xã N" in Page(moved.found[0]._repr_html_()).text

    def test_a_catalogue(self):
        page = Page(indicators()._repr_html_())
        assert page.count["tr"] == min(MOST_ROWS, len(indicators())) + 1

    def test_an_indicator_and_an_organization(self):
        text = Page(indicators()["propaganda.sessions"]._repr_html_()).text
        assert "cấp huyện và cấp xã" in text
        tree = dv.Organizations.shipped("ban_mai")
        assert "01/7/2025" in Page(tree["ban_mai.party"]._repr_html_()).text
        assert Page(Rows(tree.children("ban_mai.party"))._repr_html_()).count["tr"] > 3

    def test_a_submission_with_its_figures(self):
        sent = Submission(figures(1)[0].organization, dv.Period.month(2000, 1), tuple(figures(1)))
        page = Page(sent._repr_html_())
        assert page.count["table"] == 2
        assert "dự thảo" in page.text

    def test_a_country_counts_its_units_on_both_sides(self):
        data = ROOT / "examples" / "data" / "country_2025"
        country = Country.read(data / "units.csv", data / "successions.csv")
        page = Page(country._repr_html_())
        assert "30/6/2025" in page.text
        assert "01/7/2025" in page.text
        assert "đặc khu" in page.text
        assert "21 đơn vị" in Page(Country.read(data / "units.csv")._repr_html_()).text

    def test_a_part_is_said_in_vietnamese(self):
        body = Organization("a", "Xã A", "group", Level.COMMUNE, Branch.PARTY)
        one = Observation(
            indicators()["reception.turns"], body, dv.Period.year(2024), Quantity.parse("5 lượt"),
            breakdown=(("occasion", "periodic+extraordinary"),),
        )  # fmt: skip
        assert "định kỳ và đột xuất" in Page(one._repr_html_()).text

    def test_an_aggregate_shows_its_parts(self):
        tree = dv.Organizations.shipped("tam_duong")
        figures = [
            Observation(
                indicators()["propaganda.sessions"], tree[f"tam_duong.{name}"],
                dv.Period.nine_months(2023), Quantity.parse("100 buổi"),
            )
            for name in ("women", "youth")
        ]  # fmt: skip
        total = dv.roll_up(figures, tree, to="district", period=dv.Period.nine_months(2023)).found[
            0
        ]
        text = Page(total._repr_html_()).text
        assert "200 buổi" in text
        assert "Gồm các phần" in text


class TestTrees:
    def broad(self, count):
        bodies = [
            Organization(f"n{n}", f"Xã {n}", "xa", Level.COMMUNE, Branch.TERRITORY)
            for n in range(count)
        ]
        root = Organization("r", "Tỉnh", "tinh", Level.PROVINCE, Branch.TERRITORY)
        return Organizations((root, *bodies), tuple(Link(one.code, "r") for one in bodies))

    def test_what_does_not_fit_is_counted_where_it_hangs(self):
        page = Page(self.broad(3321)._repr_html_())
        assert page.count["li"] == 1
        assert "Tỉnh (+3321)" in page.text

    def test_many_roots_are_cut_and_counted(self):
        tree = Organizations(self.broad(1000).organizations)
        page = Page(tree._repr_html_())
        assert page.count["li"] == MOST_NODES
        assert "còn 701 tổ chức nữa" in page.text

    def test_a_name_is_cut_and_steers_nothing(self):
        one = Organization("a", "Xã \u202e" + "x" * 10**5, "xa", Level.COMMUNE, Branch.TERRITORY)
        html = Organizations((one,), name="<b>")._repr_html_()
        assert len(html) < 10_000
        assert "\u202e" not in html
        assert "&lt;b&gt;" in html


class TestReports:
    def test_within_another_page_nothing_but_the_report_is_styled(self):
        html = Report("mẫu", kind="Báo cáo", title="tháng 9")._repr_html_()
        style = re.sub(r"/\*.*?\*/", "", html.partition("</style>")[0].removeprefix("<style>"))
        selectors = re.findall(r"([^{}]+)\{", style)
        for selector in selectors:
            if not selector.strip().startswith("@"):
                for one in selector.split(","):
                    assert one.strip().startswith(".report"), one

    def test_two_in_one_page_have_anchors_of_their_own(self):
        one, other = (
            Report(f"{n}", f"{n}", sections=(Section("I.", "A", ("Có[^1].",)),),
                   footnotes=(Footnote("1", ("13 xã.",)),))._repr_html_()
            for n in (1, 2)
        )  # fmt: skip
        ids = [set(re.findall(r'id="([^"]+)"', html)) for html in (one, other)]
        assert ids[0]
        assert not ids[0] & ids[1]
        assert set(re.findall(r'href="#([^"]+)"', one)) <= ids[0]

    def test_a_very_long_one_is_described(self):
        long = Report("dài", kind="Báo cáo", title="năm", preamble=("chữ " * 100_000,))
        html = long._repr_html_()
        assert len(html) < 10_000
        assert "quá dài để hiện nguyên văn" in html
