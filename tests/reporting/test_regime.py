"""Lines, deadlines, working days, and the periods a regime asks for."""

from datetime import date

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan import DocumentNumber, Organizations, Period
from danvan.errors import InvalidValueError, UnknownCodeError, UnreadableFileError
from danvan.periods import Cadence
from danvan.reporting import (
    Deadline,
    Line,
    Regime,
    ReportKind,
    WorkingDays,
    read_regime,
    routes,
    working_days,
)

from .made_up import FORM, NINE, REGIME, TREE

LATER = date(2026, 9, 14)


class TestLines:
    def test_sideways_with_copies(self):
        front = Line("ban_mai.communes.*.front", "ban_mai.communes.*.party",
                     copies=("ban_mai.front", "ban_mai.communes.*.people_committee"))  # fmt: skip
        found = routes([front], TREE, LATER)
        assert len(found) == 8
        assert str(found[5]) == (
            "Ủy ban Mặt trận Tổ quốc Việt Nam xã Suối Lá → Đảng ủy xã Suối Lá; đồng gửi "
            "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Ban Mai, Ủy ban nhân dân xã Suối Lá")  # fmt: skip

    def test_the_first_line_that_names_a_reporter_is_its_line(self):
        special = Line("ban_mai.communes.hon_sao.party", "ban_mai.party")
        common = Line("ban_mai.communes.*.party", "ban_mai.party", ("ban_mai.party_office",))
        found = {r.reporter.code: r.via for r in routes([special, common], TREE, LATER)}
        assert found["ban_mai.communes.hon_sao.party"] == ()
        assert len(found) == 8
        assert sum(map(bool, found.values())) == 7

    def test_who_is_not_in_being_has_no_line(self):
        assert (
            routes([Line("ban_mai.communes.*.party", "ban_mai.party")], TREE, date(2025, 6, 30))
            == ()
        )
        district = Organizations.shipped("tam_duong")
        line = Line("tam_duong.women", "tam_duong.party")
        assert len(routes([line], district, date(2025, 6, 30))) == 1
        assert routes([line], district, date(2025, 7, 1)) == ()

    @pytest.mark.parametrize(("reporters", "to", "why"), [
        ("a.*.*", "b", "two stars cannot be told apart"),
        ("a.b*", "b", "a star stands for a whole part"),
        ("a.b", "c.*", "a star with nothing to stand for"),
        ("", "b", "nobody"),
    ])  # fmt: skip
    def test_bad_lines(self, reporters, to, why):
        with pytest.raises(InvalidValueError):
            Line(reporters, to)

    def test_unknown_codes_are_named(self):
        with pytest.raises(UnknownCodeError, match=r"ban_mai\.womem"):
            routes([Line("ban_mai.womem", "ban_mai.party")], TREE, LATER)
        with pytest.raises(UnknownCodeError, match=r"hon_sao\.party_building"):
            routes(
                [Line("ban_mai.communes.*.party", "ban_mai.communes.*.party_building")], TREE, LATER
            )


class TestDeadlines:
    def test_two_working_days_after_the_cutoff(self):
        assert str(REGIME.window(NINE)) == "từ ngày 15/12/2025 đến ngày 14/9/2026"
        assert REGIME.due(NINE) == date(2026, 9, 16)

    def test_over_a_weekend_and_over_tet(self):
        working = working_days()["vietnam_2026"]
        assert Deadline(2, working=True).after(date(2026, 3, 6), NINE, working) == date(2026, 3, 10)
        assert Deadline(1, working=True).after(date(2026, 2, 13), NINE, working) == date(
            2026, 2, 23
        )

    def test_calendar_days_before_the_end(self):
        quarterly = attrs.evolve(REGIME, cadences=(Cadence.QUARTER,), deadline=Deadline(-5))
        assert quarterly.due(Period.quarter(2026, 1)) == date(2026, 3, 9)

    def test_a_day_that_was_set(self):
        deadline = Deadline(2, working=True, fixed=((NINE, date(2026, 9, 20)),))
        assert attrs.evolve(REGIME, deadline=deadline).due(NINE) == date(2026, 9, 20)

    def test_without_a_calendar_of_working_days(self):
        with pytest.raises(InvalidValueError, match="a calendar of working days"):
            attrs.evolve(REGIME, working_days=None).due(NINE)

    def test_beyond_the_calendar_nothing_is_guessed(self):
        with pytest.raises(InvalidValueError, match="2026-01-01 to 2026-12-31"):
            attrs.evolve(REGIME, cadences=(Cadence.NINE_MONTHS,)).due(Period.nine_months(2027))


class TestPeriods:
    def test_what_is_asked_within_a_year(self):
        regime = attrs.evolve(REGIME, cadences=(Cadence.QUARTER, Cadence.NINE_MONTHS, Cadence.YEAR))
        assert [str(p) for p in regime.periods(Period.year(2026))] == [
            "quý I năm 2026", "quý II năm 2026", "9 tháng năm 2026", "quý III năm 2026",
            "năm 2026", "quý IV năm 2026"]  # fmt: skip

    def test_only_while_it_holds(self):
        ends = attrs.evolve(REGIME, valid_to=date(2026, 10, 1))
        assert ends.periods(Period.year(2026)) == (NINE,)
        assert not REGIME.asks_for(Period.nine_months(2025))
        with pytest.raises(InvalidValueError, match="nine_months or year from 2026-01-01"):
            REGIME.due(Period.nine_months(2025))

    def test_a_review_has_its_occasions(self):
        review = Regime(
            "Tổng kết 10 năm", REGIME.lines, kind=ReportKind.FINAL_REVIEW,
            occasions=(Period.years(2014, 2023),), deadline=Deadline(15),
            asked_by=DocumentNumber.parse("217-QĐ/TW"),
        )  # fmt: skip
        assert review.due(Period.years(2014, 2023)) == date(2024, 1, 15)
        assert review.periods(Period.year(2023)) == (Period.years(2014, 2023),)
        assert review.periods(Period.year(2024)) == ()

    def test_the_version_of_the_form_in_force(self):
        old = attrs.evolve(FORM, version=1, valid_to=date(2026, 6, 30))
        new = attrs.evolve(FORM, valid_from=date(2026, 7, 1))
        regime = attrs.evolve(REGIME, forms=(old, new))
        assert regime.form(NINE) == new
        assert regime.form(Period.half(2026, 1)) == old

    @pytest.mark.parametrize(("changes", "words", "why"), [
        ({"cadences": ()}, "cadences of a periodic report", "how often is not said"),
        ({"kind": ReportKind.THEMATIC}, "occasions of any other", "a theme has no cadence"),
        ({"cadences": (Cadence.SPAN,)}, "others are occasions", "a span does not repeat"),
        ({"forms": (FORM, attrs.evolve(FORM, code="x"))}, "versions of one form", "two forms"),
    ])  # fmt: skip
    def test_refusals(self, changes, words, why):
        with pytest.raises(InvalidValueError, match=words):
            attrs.evolve(REGIME, **changes)


class TestWorkingDays:
    def test_a_holiday_must_fall_on_a_day_that_is_worked(self):
        with pytest.raises(InvalidValueError, match="Monday to Friday"):
            WorkingDays("x", "x", holidays=(date(2026, 9, 5),))
        with pytest.raises(InvalidValueError, match="Saturday or a Sunday"):
            WorkingDays("x", "x", worked=(date(2026, 9, 4),))

    def test_a_saturday_worked_for_a_monday(self):
        swapped = WorkingDays("x", "x", holidays=(date(2026, 8, 31),), worked=(date(2026, 8, 22),))
        assert swapped.after(date(2026, 8, 21), 1) == date(2026, 8, 22)
        assert swapped.between(date(2026, 8, 28), date(2026, 9, 1)) == 1

    @pytest.mark.parametrize("code", [entry.code for entry in working_days()])
    def test_every_calendar_says_where_it_is_from(self, code):
        entry = working_days()[code]
        assert entry.source
        assert entry.confidence in ("sure", "likely", "unsure")
        assert list(entry.holidays) == sorted(set(entry.holidays))

    @pytest.mark.property
    @settings(max_examples=60)
    @given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(-30, 30))
    def test_so_many_working_days_lie_between(self, day, count):
        week = working_days()["five_day_week"]
        there = week.after(day, count)
        if count >= 0:
            assert week.between(day, there) == count
        else:
            assert week.between(there, day) >= -count - 1
        assert count == 0 or week.is_worked(there)


TOML = """
[regime]
name = "Báo cáo công tác dân vận"
cadences = ["nine_months", "year"]
asked_by = "12-KH/TU"
form = "mobilization"
outline = "annual"
cutoff = "decree_09_2019"
working_days = "vietnam_2026"
valid_from = 2026-01-01

[deadline]
days = 2
working = true
fixed = { "năm 2026" = 2026-12-20 }

[[line]]
reporters = "ban_mai.communes.*.party"
to = "ban_mai.party"
via = ["ban_mai.propaganda_mobilization"]
"""


class TestFiles:
    def read(self, tmp_path, text=TOML):
        path = tmp_path / "regime.toml"
        path.write_text(text, "utf-8")
        return read_regime(path, forms=[FORM])

    def test_a_regime(self, tmp_path):
        found = self.read(tmp_path)
        assert found.lines == REGIME.lines
        assert found.due(NINE) == REGIME.due(NINE)
        assert found.due(Period.year(2026)) == date(2026, 12, 20)
        assert (found.form(NINE), str(found.asked_by)) == (FORM, "12-KH/TU")
        assert found.outline.code == "annual"

    @pytest.mark.parametrize(("old", "new", "words", "why"), [
        ("nine_months", "nine_month", "cadences", "an unknown cadence"),
        ("12-KH/TU", "12 KH TU", "document number", "no number of a paper"),
        ('form = "mobilization"', 'form = "mobilisation"', "forms: want a code it holds", "no such form"),
        ('"annual"', '"anual"', "nearest: annual", "no such outline"),
        ("vietnam_2026", "vietnam_2062", "working days", "no such calendar"),
        ("năm 2026", "năm hai sáu", "period", "no period"),
        ("days = 2", 'days = "2"', "deadline.days", "a number as text"),
        ("[deadline]", "[dealine]", "unknown tables: dealine", "a slip in the name of a table"),
        ('to = "ban_mai.party"', "", "to is missing", "to nobody"),
    ])  # fmt: skip
    def test_bad_parts_are_named(self, tmp_path, old, new, words, why):
        with pytest.raises((UnreadableFileError, UnknownCodeError)) as caught:
            self.read(tmp_path, TOML.replace(old, new))
        assert words in str(caught.value)
        assert "regime.toml" in str(caught.value)


@pytest.mark.parametrize("deadline", [Deadline(30), Deadline(30, working=True)])
def test_the_end_of_the_calendar_is_a_clear_error(deadline):
    with pytest.raises(InvalidValueError, match="a day the calendar reaches"):
        deadline.after(date(9999, 12, 20), NINE, working_days()["five_day_week"])
