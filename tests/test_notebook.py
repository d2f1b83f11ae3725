"""What notebooks show in tables: bounded, of the page around it."""

import re
from datetime import date
from decimal import Decimal

import pytest

import danvan as dv
from danvan.notebook import MOST_ROWS, Rows, Tone, grid, some, table
from danvan.quantities import Quantity
from danvan.reading import find_observations
from danvan.reading.corpus import Corpus
from notebook_pages import ROOT, Page, figures


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
