"""Forms, and what a filled one must meet."""

import csv
import io
from datetime import date

import attrs
import pytest

from danvan.errors import InvalidValueError, UnknownCodeError, UnreadableFileError
from danvan.findings import Source, Span
from danvan.indicators import Missing, indicators, read_observations
from danvan.reporting import (
    Form,
    FormRule,
    Outline,
    OutlinePart,
    Relation,
    Row,
    blank_form,
    check_form,
    outlines,
    read_forms,
)

from .made_up import FIGURES, FORM, NINE, PARTIES, TREE, draft, figure

WHO = PARTIES[0]


def codes(submission, form=FORM):
    return [finding.code for finding in check_form(form, submission)]


class TestFilled:
    def test_a_right_one(self):
        assert codes(draft(WHO)) == []
        assert codes(draft(WHO, propaganda__sessions="trên 40")) == []

    def test_a_wrong_sum_is_named_with_its_difference(self):
        [finding] = check_form(FORM, draft(WHO, models__registered="14"))
        assert (finding.code, finding.difference) == ("DV615", -2)
        assert finding.message() == (
            "Đảng ủy phường Ban Mai, 9 tháng năm 2026: “Số mô hình, điển hình \"Dân vận khéo\" đăng ký” "
            "tổng ghi 14 mô hình, cộng các phần được 12 mô hình (chênh lệch -2)")  # fmt: skip

    def test_a_wrong_sum_that_the_words_allow_but_hardly(self):
        assert codes(draft(WHO, models__registered="trên 9")) == ["DV616"]
        assert codes(draft(WHO, models__registered="trên 10")) == []

    def test_a_rule_of_the_form(self):
        [finding] = check_form(FORM, draft(WHO, petitions__pending="4"))
        assert (finding.code, finding.difference) == ("DV617", -1)
        assert "“Số đơn kỳ trước chuyển sang + Số đơn tiếp nhận trong kỳ = " in finding.message()
        assert codes(draft(WHO, models__working="13")) == ["DV617"]

    def test_the_figures_concerned_are_pointed_at(self):
        submission = draft(WHO, models__registered="14", propaganda__sessions="3")
        pointing = tuple(
            attrs.evolve(one, span=Span(0, 1, Source(f"$[{at}]", "?")))
            for at, one in enumerate(submission.observations)
        )
        [finding] = check_form(FORM, attrs.evolve(submission, observations=pointing))
        pointed = {span.report.name for span in finding.spans}
        assert pointed == {
            f"$[{at}]"
            for at, one in enumerate(submission.observations)
            if one.indicator.code == "models.registered"
        }

    def test_words_that_leave_room_are_no_error(self):
        assert codes(draft(WHO, petitions__pending="trên 2")) == []
        # words that allow it, but hardly
        assert codes(draft(WHO, petitions__pending="trên 1")) == ["DV618"]
        assert codes(draft(WHO, petitions__pending="trên 3")) == []
        assert codes(draft(WHO, petitions__pending="trên 4")) == ["DV617"]

    def test_an_empty_cell(self):
        findings = check_form(FORM, draft(WHO, models__working=None))
        assert [f.code for f in findings] == ["DV612"]
        assert "triển khai hiệu quả" in findings[0].message()
        assert codes(draft(WHO, **{"models.registered/form=individual": None})) == ["DV612"]
        assert "cá nhân" not in findings[0].message()

    def test_a_reason_why_there_is_none_fills_a_cell(self):
        def with_reason(missing):
            one = draft(WHO, models__working=None)
            reason = attrs.evolve(
                figure("models.working", "1", WHO), quantity=None, missing=missing
            )
            return one.with_figures((*one.observations, reason))

        assert codes(with_reason(Missing.NOT_APPLICABLE)) == []
        assert codes(with_reason(Missing.NOT_REPORTED)) == ["DV612"]

    def test_a_side_with_a_figure_missing_is_not_evaluated(self):
        optional = attrs.evolve(
            FORM, rows=tuple(attrs.evolve(r, compulsory=False) for r in FORM.rows)
        )
        assert codes(draft(WHO, petitions__pending=None), optional) == []

    def test_parts_with_one_missing_may_not_exceed_the_whole(self):
        loose = attrs.evolve(
            FORM, rows=tuple(attrs.evolve(r, parts_compulsory=False) for r in FORM.rows)
        )
        part = {"models.registered/form=individual": None}
        assert codes(draft(WHO, **part), loose) == []
        assert codes(draft(WHO, models__registered="8", **part), loose) == ["DV615"]

    def test_a_figure_stated_twice(self):
        one = draft(WHO)
        again = one.with_figures((*one.observations, figure("models.working", "7", WHO)))
        assert "DV613" in codes(again)
        same = one.with_figures((*one.observations, figure("models.working", "8", WHO)))
        assert codes(same) == []

    def test_a_figure_the_form_does_not_ask_for(self):
        one = draft(WHO, dialogues__sessions="3")
        assert codes(one) == ["DV614"]
        assert len(one.observations) == 9

    def test_a_form_of_another_version(self):
        old = attrs.evolve(draft(WHO), form_version=1)
        [finding] = check_form(FORM, old)
        assert finding.code == "DV611"
        assert "mobilization (bản 1)" in finding.message()
        assert codes(attrs.evolve(draft(WHO), form="")) == ["DV611"]


BAD = [
    (lambda: Form("a", "A", 0, (Row("models.working"),)), "whole number from 1", "versions begin at 1"),
    (lambda: Form("a", "A", 1, ()), "each indicator once", "a form without rows asks for nothing"),
    (lambda: Form("a", "A", 1, (Row("models.working"),) * 2), "each indicator once", "a row twice"),
    (lambda: attrs.evolve(FORM, rules=(FormRule(("funds.raised",), Relation.EQUAL, ("models.working",)),)),
     "indicators the form asks for", "a rule over a figure nobody fills in"),
    (lambda: FormRule((), Relation.EQUAL, ("models.working",)), "either side", "a rule with one side"),
    (lambda: Row("models.working", ("field", "field")), "each once", "a dimension twice"),
    (lambda: Form("a", "A", 1, (Row("models.working", ("color",)),)).cells(indicators()),
     "of: field, form", "a dimension the indicator does not have"),
]  # fmt: skip


@pytest.mark.parametrize(("make", "words", "why"), BAD)
def test_refusals(make, words, why):
    with pytest.raises(InvalidValueError, match=words):
        make()


def test_an_unknown_indicator_is_named():
    with pytest.raises(UnknownCodeError, match=r"models\.workin"):
        Form("a", "A", 1, (Row("models.workin"),)).cells(indicators())


TOML = """
[catalogue]
name = "forms"

[[entry]]
code = "m"
name = "Biểu 02"
version = 1
valid_to = 2025-12-31
rows = [{ indicator = "models.registered", by = ["field"] }]

[[entry]]
code = "m"
name = "Biểu 02"
version = 2
valid_from = 2026-01-01
rows = [{ indicator = "models.registered" }, { indicator = "models.working", compulsory = false }]
rules = [{ left = ["models.working"], relation = "<=", right = ["models.registered"], basis = "x" }]
"""


class TestFiles:
    def test_versions_side_by_side(self, tmp_path):
        path = tmp_path / "forms.toml"
        path.write_text(TOML, "utf-8")
        forms = read_forms(path)
        assert [form.version for form in forms] == [1, 2]
        assert [len(form.cells(indicators())) for form in forms] == [5, 2]
        assert [form.version for form in forms.on(date(2025, 5, 1))] == [1]
        assert str(forms["m"].rules[0]) == "models.working <= models.registered"

    def test_a_wrong_part_is_named(self, tmp_path):
        path = tmp_path / "forms.toml"
        path.write_text(TOML.replace('"<="', '"<"'), "utf-8")
        with pytest.raises(UnreadableFileError, match="relation"):
            read_forms(path)


class TestBlank:
    def filled(self, tmp_path, fill):
        head, *rows = csv.reader(io.StringIO(blank_form(FORM, WHO, NINE)))
        path = tmp_path / "form.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([head, *filter(None, map(fill, rows))])
        return attrs.evolve(draft(WHO), observations=read_observations(path, TREE))

    def test_what_was_sent_out_and_filled_in_is_a_right_form(self, tmp_path):
        def fill(row):
            row[3] = FIGURES.get("/".join(filter(None, (row[0], row[4]))), "20")
            return row

        found = self.filled(tmp_path, fill)
        assert codes(found) == []
        assert len(found.observations) == len(FORM.cells(indicators()))
        assert found.observations[1].source == (
            'Biểu 01 (bản 2): Số mô hình, điển hình "Dân vận khéo" đăng ký (tập thể), mô hình'
        )

    def test_what_was_left_empty_is_no_zero(self, tmp_path):
        with pytest.raises(UnreadableFileError, match="either a value or, under missing"):
            self.filled(tmp_path, lambda row: row)


class TestOutline:
    HEADINGS = ("I. ĐẶC ĐIỂM TÌNH HÌNH", "1. Công tác lãnh đạo của cấp ủy, tổ chức đảng",
                "2. Kết quả công tác dân vận của các cơ quan nhà nước", "5. Mặt trận Tổ quốc Việt Nam",
                "IV. KẾT QUẢ HOẠT ĐỘNG CỦA BAN DÂN VẬN", "NHIỆM VỤ TRỌNG TÂM")  # fmt: skip

    def test_what_is_missing(self):
        found = outlines()["annual"].check(self.HEADINGS)
        assert [dict(f.parts)["part"] for f in found] == ["Công tác dân tộc, tôn giáo", "Kiến nghị"]

    def test_what_need_not_be_there(self):
        annual = outlines()["annual"]
        loose = attrs.evolve(
            annual, parts=tuple(attrs.evolve(p, compulsory=False) for p in annual.parts)
        )
        assert not loose.check(())
        assert len(annual.check(())) == len(annual.parts) - 2  # the two that have parts in them

    @pytest.mark.parametrize("numbers", [("1", "1"), ("1.I",), ("một",)])
    def test_bad_numbers(self, numbers):
        with pytest.raises(InvalidValueError):
            Outline("x", "x", tuple(OutlinePart(number, "x") for number in numbers))

    def test_all_there(self):
        headings = (*self.HEADINGS, "Công tác dân tộc", "KIẾN NGHỊ, ĐỀ XUẤT")
        assert not outlines()["annual"].check(headings)
