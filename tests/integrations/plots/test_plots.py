"""Plots of organizations and of papers, and what holds of every picture."""

# ruff: noqa: E402  # matplotlib is an extra
import warnings
from datetime import date
from decimal import Decimal
from typing import ClassVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

matplotlib = pytest.importorskip("matplotlib", reason="needs danvan[plot]")

import danvan as dv
from danvan.aggregation import rebase
from danvan.directives import reference_register
from danvan.errors import InvalidValueError
from danvan.indicators import Missing, Observation, indicators
from danvan.integrations.plots import (
    plot_citations,
    plot_comparison,
    plot_coverage,
    plot_roll_up,
    plot_series,
)
from danvan.integrations.plots.coverage import Cell, cells
from danvan.organizations import (
    Branch,
    Crosswalk,
    Level,
    Organization,
    Organizations,
    Succession,
    SuccessionKind,
)
from danvan.quantities import Quantity
from danvan.reading import find_citations
from danvan.reading.corpus import CitationRow
from danvan.testing import strategies as dst
from integrations.plots.artists import (
    NINE,
    SESSIONS,
    TREE,
    drawn,
    months,
    said,
    shown,
    tagged,
    words,
)


class TestComparison:
    FIGURES = (
        said("865 buổi"),
        said("trên 394 buổi", "youth"),
        said("", "farmers"),
        said("900 - 950 buổi", "front"),
    )

    def test_the_greatest_is_on_top_and_who_is_silent_at_the_bottom(self):
        ax = drawn(plot_comparison(self.FIGURES))
        assert [bar.get_width() for bar in ax.patches] == [900, 865, 394]
        names = [label.get_text().replace("\n", " ") for label in ax.get_yticklabels()]
        assert names[0].startswith("Ủy ban Mặt trận")
        assert names[-1] == "Hội Nông dân huyện Tam Đường"
        assert ax.get_ylim()[0] > ax.get_ylim()[1]
        assert words(ax) == ["900 - 950", "865", "trên 394", "chưa có số liệu"]

    def test_ranges_have_ends_and_open_ones_arrows(self):
        ax = plot_comparison(self.FIGURES)
        ranges = [tuple(one.get_segments()[0][:, 0]) for one in tagged(ax, "range")]
        assert (900, 950) in ranges
        assert sorted(one.get_marker() for one in tagged(ax, "end")) == [">", "|", "|", "|"]

    def test_many_are_cut_and_counted(self):
        bodies = [
            Organization(f"a{n}", f"Xã {n}", "xa", Level.COMMUNE, Branch.TERRITORY)
            for n in range(50)
        ]
        figures = [
            Observation(SESSIONS, one, NINE, Quantity(Decimal(n), "buổi"))
            for n, one in enumerate(bodies)
        ]
        ax = drawn(plot_comparison(figures))
        assert len(ax.patches) == 30
        assert "… còn 20 đơn vị nữa không hiện ở đây" in words(ax)

    def test_a_rebased_figure_without_a_number_is_a_range(self):
        day = date(2025, 7, 1)
        old = Organization("b", "Xã B", "xa", Level.COMMUNE, Branch.TERRITORY)
        new = Organizations((Organization("n", "Xã N", "xa", Level.COMMUNE, Branch.TERRITORY),))
        walk = Crosswalk((Succession("b", "n", day, SuccessionKind.PART),))
        moved = rebase([Observation(SESSIONS, old, NINE, Quantity.parse("8 buổi"))], walk, new)
        ax = drawn(plot_comparison(moved))
        assert words(ax) == ["0 - 8"]

    def test_nobody_said_anything(self):
        ax = drawn(plot_comparison([said("")]))
        assert not ax.patches


class TestCoverage:
    COMMUNES = TREE.children("tam_duong.party_committees")
    PERIODS = tuple(dv.Period.month(2023, n) for n in range(1, 5))

    def sent(self, at, period, **what):
        return Observation(SESSIONS, self.COMMUNES[at], self.PERIODS[period], **what)

    def test_four_states(self):
        zero = {"quantity": Quantity.parse("0 buổi")}
        ax = drawn(
            plot_coverage(
                [
                    self.sent(0, 0, **zero),
                    self.sent(1, 0, missing=Missing.NOT_APPLICABLE),
                    self.sent(2, 1, missing=Missing.NOT_REPORTED),
                    self.sent(2, 1, **zero),
                ],
                self.COMMUNES, self.PERIODS, on=date(2023, 4, 5),
            )
        )  # fmt: skip
        count = {cell: len(tagged(ax, cell.name)) for cell in Cell}
        total = len(self.COMMUNES) * 4
        assert count == {
            Cell.REPORTED: 2, Cell.NOT_APPLICABLE: 1, Cell.NOT_DUE: len(self.COMMUNES),
            Cell.MISSING: total - 3 - len(self.COMMUNES),
        }  # fmt: skip
        assert ax.alt == (
            f"Tình hình báo cáo, năm 2023. đã báo cáo 2; chưa báo cáo {count[Cell.MISSING]}; "
            f"chưa đến hạn {len(self.COMMUNES)}; không thuộc diện 1"
        )

    def test_states_differ_in_their_signs_too(self):
        ax = plot_coverage(
            [self.sent(0, 0, quantity=Quantity.parse("1 buổi"))],
            self.COMMUNES[:2],
            self.PERIODS[:1],
        )
        assert words(ax) == ["×"]

    def test_a_body_that_is_gone_owes_nothing(self):
        ax = plot_coverage([], self.COMMUNES[:1], [dv.Period.month(2026, 1)])
        assert tagged(ax, "NOT_APPLICABLE")

    def test_a_figure_counts_before_a_reason(self):
        said = [
            self.sent(0, 0, missing=Missing.NOT_DUE),
            self.sent(0, 0, quantity=Quantity.parse("1 buổi")),
        ]
        assert cells(said) == cells(said[::-1])

    def test_many_are_cut_but_all_are_counted(self):
        ax = plot_coverage([], self.COMMUNES, self.PERIODS, most=3)
        assert len(tagged(ax, "MISSING")) == 12
        assert f"chưa báo cáo {4 * len(self.COMMUNES)}" in ax.alt
        assert f"… còn {len(self.COMMUNES) - 3} đơn vị nữa không hiện ở đây" in words(ax)

    def test_more_periods_than_can_be_told_apart(self):
        with pytest.raises(InvalidValueError, match="60 periods at most"):
            plot_coverage([], self.COMMUNES, [dv.Period.year(1900 + n) for n in range(61)])

    def test_an_empty_grid(self):
        with pytest.raises(InvalidValueError, match="organizations and periods"):
            plot_coverage([], [], self.PERIODS)


class TestCitations:
    TEXTS: ClassVar = {
        "một.txt": "Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị; 25-NQ/TW ngày 03/6/2013",
        "hai.txt": "Quyết định 217-QĐ/TW; Quyết định số 217-QĐ/TW; Kế hoạch số 159-KH/HU",
    }

    def rows(self):
        return [
            CitationRow(name, one)
            for name, text in self.TEXTS.items()
            for one in find_citations(text)
        ]

    def test_a_line_for_each_pair_thicker_the_oftener(self):
        ax = drawn(plot_citations(self.rows(), reference_register()))
        widths = sorted(one.get_linewidth() for one in tagged(ax, "link"))
        assert widths == [1.6, 1.6, 1.6, 2.2]
        assert {"một.txt", "hai.txt", "217-QĐ/TW (2013) (3 lần)", "159-KH/HU"} <= set(words(ax))

    def test_without_a_register_the_number_stands(self):
        assert "217-QĐ/TW (3 lần)" in words(plot_citations(self.rows()))

    def test_the_rarest_are_left_out_and_counted(self):
        ax = drawn(plot_citations(self.rows(), most=1))
        assert "… còn 3 văn bản nữa không hiện ở đây" in words(ax)
        assert len(tagged(ax, "link")) == 1

    def test_papers_whose_long_names_begin_alike_are_two(self):
        name = "Báo cáo kết quả công tác dân vận 9 tháng đầu năm 2026 của Đảng ủy xã"
        rows = [
            CitationRow(f"{name} {place}", one.citation)
            for place in ("Hoa Gạo", "Cửa Rừng")
            for one in self.rows()[:1]
        ]
        assert len(tagged(plot_citations(rows), "link")) == 2

    def test_no_citations(self):
        with pytest.raises(InvalidValueError, match="no citations"):
            plot_citations([])


class TestRollUp:
    def total(self):
        figures = [said("865 buổi"), said("trên 394 buổi", "youth")]
        return dv.roll_up(figures, TREE, to="district", period=NINE).found[0]

    def test_each_office_with_its_figure_and_the_silent_without(self):
        ax = drawn(plot_roll_up(self.total()))
        assert words(ax)[:4] == [
            "Huyện ủy Tam Đường", "trên 1.259 buổi",
            "Mặt trận Tổ quốc và các đoàn thể chính trị - xã hội huyện Tam Đường", "trên 1.259 buổi",
        ]  # fmt: skip
        assert len(tagged(ax, "office")) == 4
        assert len(tagged(ax, "missing")) == words(ax).count("chưa có số liệu") == 4
        assert len(tagged(ax, "branch")) == 7

    def test_many_are_cut_and_counted(self):
        ax = drawn(plot_roll_up(self.total(), most=3))
        assert "… còn 5 đơn vị nữa không hiện ở đây" in words(ax)

    def test_what_an_office_did_itself_is_told_from_the_whole(self):
        from danvan.indicators import Scope

        dialogues = indicators()["dialogues.sessions"]
        figures = [
            Observation(
                dialogues,
                TREE["tam_duong.party"],
                NINE,
                Quantity.parse("1 cuộc"),
                scope=Scope.ALONE,
            ),
            Observation(
                dialogues, TREE["tam_duong.people_committee"], NINE, Quantity.parse("2 cuộc")
            ),
        ]
        ax = plot_roll_up(dv.roll_up(figures, TREE, to="district", period=NINE).found[0])
        assert "Huyện ủy Tam Đường (riêng)" in words(ax)


class TestEveryPicture:
    DRAWN = (
        lambda **how: plot_series(months("1 buổi", "trên 2 buổi"), **how),
        lambda **how: plot_comparison(TestComparison.FIGURES, **how),
        lambda **how: plot_coverage([], TestCoverage.COMMUNES, TestCoverage.PERIODS, **how),
        lambda **how: plot_citations(TestCitations().rows(), **how),
        lambda **how: plot_roll_up(TestRollUp().total(), **how),
    )

    @pytest.mark.parametrize("draw", DRAWN)
    def test_the_settings_of_matplotlib_stay_and_no_figure_is_kept(self, draw):
        before = dict(matplotlib.rcParams)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            draw()._repr_png_()
        assert dict(matplotlib.rcParams) == before
        import sys

        pyplot = sys.modules.get("matplotlib.pyplot")
        assert pyplot is None or not pyplot.get_fignums()

    @pytest.mark.parametrize("draw", DRAWN)
    def test_it_can_stand_on_axes_that_are_there(self, draw):
        from matplotlib.figure import Figure

        ax = Figure().subplots()
        assert draw(ax=ax) is ax
        assert ax.get_title(loc="left")

    @pytest.mark.parametrize("draw", DRAWN)
    @pytest.mark.parametrize("look", ["any", "light", "dark"])
    def test_words_read_well_on_their_background(self, draw, look):
        ax = draw(look=look)
        grounds = {"any": ["#ffffff", "#111111"], "light": ["#ffffff"], "dark": ["#1d1d1f"]}[look]
        assert ax.figure.get_facecolor()[3] == (0 if look == "any" else 1)
        for text in shown(ax):
            if text.get_text() == "×":
                continue
            for ground in grounds:
                assert contrast(text.get_color(), ground) >= (4 if look == "any" else 7)
            assert text.get_fontfamily() == ["DejaVu Sans"]

    @pytest.mark.parametrize("draw", DRAWN)
    def test_nothing_stands_outside(self, draw):
        ax = draw()
        ax.figure.draw_without_rendering()
        whole = ax.figure.bbox.padded(2)
        for text in shown(ax):
            box = text.get_window_extent()
            assert whole.contains(box.x0, box.y0), text
            assert whole.contains(box.x1, box.y1), text

    def test_a_look_there_is_not(self):
        with pytest.raises(InvalidValueError, match="look"):
            plot_comparison(TestComparison.FIGURES, look="grey")

    def test_dollars_are_no_formulas(self):
        body = Organization("a", r"Xã $\frac{1}{$ và $x$", "xa", Level.COMMUNE, Branch.TERRITORY)
        one = Observation(SESSIONS, body, NINE, Quantity.parse("1 buổi"))
        drawn(plot_comparison([one]))
        drawn(plot_series([one]))
        drawn(plot_coverage([one], [body], [NINE]))


def contrast(one, other):
    from matplotlib.colors import to_rgb

    def light(color):
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(color)]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    more, less = sorted((light(one), light(other)), reverse=True)
    return (more + 0.05) / (less + 0.05)


@pytest.mark.property
@settings(max_examples=15)
@given(st.lists(dst.observations(indicator=SESSIONS), min_size=1, max_size=4))
def test_any_figures_can_be_drawn(figures):
    plot_comparison(figures)
    plot_coverage(figures, [one.organization for one in figures], [one.period for one in figures])
    first = figures[0]
    plot_series([first], periods=[first.period])
