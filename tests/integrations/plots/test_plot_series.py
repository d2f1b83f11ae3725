"""A plot of figures over time: gaps, ranges, lines of their own."""

import attrs
import pytest

pytest.importorskip("matplotlib", reason="needs danvan[plot]")

import danvan as dv
from danvan.errors import InvalidValueError
from danvan.indicators import Observation, indicators
from danvan.integrations.plots import plot_series
from danvan.quantities import Quantity
from integrations.plots.artists import NINE, TREE, drawn, months, said, tagged


class TestSeries:
    def test_what_is_missing_is_a_gap_and_a_cross_never_a_zero(self):
        ax = drawn(plot_series(months("10 buổi", "", "0 buổi", "12 buổi")))
        (line,) = (one for one in ax.lines if len(one.get_ydata()) == 4)
        heights = list(line.get_ydata())
        assert heights[0] == 10
        assert heights[1] != heights[1]
        assert heights[2:] == [0, 12]
        assert [one.get_xdata()[0] for one in tagged(ax, "missing")] == [1]

    def test_a_period_between_two_others_that_nobody_speaks_of_is_a_gap_too(self):
        figures = months("10 buổi", "11 buổi", "12 buổi", "13 buổi")
        ax = plot_series([figures[0], figures[3]])
        assert [label.get_text() for label in ax.get_xticklabels()] == [
            "tháng 1", "tháng 2", "tháng 3", "tháng 4",
        ]  # fmt: skip
        assert len(tagged(ax, "missing")) == 2

    def test_what_words_leave_open_is_drawn_open(self):
        ax = drawn(plot_series(months("10 buổi", "trên 12 buổi", "15 - 20 buổi", "gần 30 buổi")))
        ranges = [tuple(one.get_segments()[0][:, 1]) for one in tagged(ax, "range")]
        assert (15, 20) in ranges
        assert len(ranges) == 3
        assert sorted(one.get_marker() for one in tagged(ax, "open")) == ["^", "v"]

    def test_periods_are_sorted_and_the_year_is_said_once(self):
        ax = plot_series(months("1 buổi", "2 buổi")[::-1])
        assert ax.get_title(loc="left").endswith(", năm 2023")
        assert list(ax.lines[0].get_ydata()) == [1, 2]

    def test_several_organizations_have_lines_of_their_own(self):
        ax = drawn(plot_series([*months("1 buổi", "2 buổi"), *months("3 buổi", of="youth")]))
        legend = [text.get_text() for text in ax.get_legend().get_texts()]
        assert legend[0] == "Hội Liên hiệp Phụ nữ huyện Tam Đường"
        assert len(legend) == 2
        lines = [one for one in ax.lines if len(one.get_ydata()) == 2]
        assert lines[0].get_color() != lines[1].get_color()
        assert lines[0].get_marker() != lines[1].get_marker()

    def test_numbers_on_the_scale_are_vietnamese(self):
        ax = drawn(plot_series(months("1.200 buổi", "4.500 buổi")))
        assert "2.000" in [label.get_text() for label in ax.get_yticklabels()]
        assert ax.get_ylabel() == "buổi"
        assert ax.get_ylim()[0] == 0

    @pytest.mark.parametrize(
        "figures",
        [
            pytest.param([], id="none"),
            pytest.param(months("1 buổi") * 2, id="two of one period"),
            pytest.param([attrs.evolve(one, period=dv.Period.month(year, 1))
                          for one in months("1 buổi") for year in (1990, 2023)], id="397 months"),
            pytest.param(
                [*months("1 buổi"), Observation(indicators()["dialogues.sessions"],
                 TREE["tam_duong.women"], NINE, Quantity.parse("1 cuộc"))], id="two indicators"),
            pytest.param(
                [said("1 buổi", of) for of in ("women", "youth", "farmers", "party", "front",
                 "veterans", "people_committee")], id="seven organizations"),
        ],
    )  # fmt: skip
    def test_what_cannot_be_drawn(self, figures):
        with pytest.raises(InvalidValueError, match="plot"):
            plot_series(figures)
