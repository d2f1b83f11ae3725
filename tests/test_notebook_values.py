"""What notebooks show of each value: figures, registers, trees, reports."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

import danvan as dv
from danvan.aggregation import rebase
from danvan.directives import Register, Relation, RelationKind, Relations, reference_register
from danvan.findings import Evaluation, Findings, Source, Span, rules
from danvan.indicators import Missing, Observation, Role, indicators
from danvan.notebook import MOST_ROWS, Rows
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
from danvan.reporting import Submission
from danvan.reports import Footnote, Report, Section
from danvan.testing import strategies as dst
from notebook_pages import ROOT, Page, figures


@pytest.mark.property
@given(dst.reports())
def test_any_report_is_shown_whole(report):
    page = Page(report._repr_html_())
    assert page.count["article"] == 1


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
