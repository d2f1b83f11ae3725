"""Where figures may stand, and what a template cannot do."""

import pytest

from danvan.drafting import Figures, Template
from danvan.errors import InvalidValueError
from danvan.reporting.outline import outlines

from .made_up import (
    DIALOGUES,
    EXACT,
    FIELDS,
    PARTY,
    TREE,
    UNITS,
    YEAR,
    by_commune,
    codes,
    fill,
    paragraph,
)


class TestFootnotes:
    def test_the_parts_hang_on_the_figure(self):
        draft = fill("Có {propaganda.sessions: chú thích theo đơn vị} vận động.", *EXACT)
        assert paragraph(draft).text == "Có 30 buổi vận động."
        assert paragraph(draft).marks == ((10, "1"),)
        assert draft.report.footnote("1").text == (
            "Thị trấn Mường Sao 12 buổi; xã Bản Hang 9 buổi; xã Chà Lượm 4 buổi; xã Hua Sen 5 buổi."
        )
        assert draft.report.footnotes[0].anchor == draft.report.text.index("¹")

    def test_they_are_numbered_on_with_those_of_the_template(self):
        draft = fill(
            "Một[^a], {propaganda.sessions: chú thích theo đơn vị}, hai[^b].\n\n"
            "[^b]: Chú thích sau.\n\n[^a]: Chú thích trước, {dialogues.sessions}.",
            *EXACT, *DIALOGUES,
        )  # fmt: skip
        assert [mark for _, mark in paragraph(draft).marks] == ["1", "2", "3"]
        notes = [note.text for note in draft.report.footnotes]
        assert notes[0] == "Chú thích trước, 4 cuộc."
        assert notes[2] == "Chú thích sau."

    def test_in_a_footnote_or_a_table_the_parts_stand_in_brackets(self):
        draft = fill("Một[^1].\n\n[^1]: Có {models.registered: chú thích theo lĩnh vực}.", *FIELDS)
        assert draft.report.footnotes[0].text == (
            "Có 9 mô hình (Kinh tế 6 mô hình; xây dựng hệ thống chính trị 3 mô hình)."
        )


class TestTables:
    WORDS = "Kết quả:\n\n{propaganda.sessions, funds.raised: bảng theo đơn vị}\n\nHết bảng."

    def test_a_row_for_each_unit_and_one_for_the_whole(self):
        funds = by_commune("funds.raised", "1,5 triệu đồng", "800.000 đồng", None, "2 triệu đồng")
        draft = fill(self.WORDS, *EXACT, *funds)
        (section,) = draft.report.sections
        (table,) = section.tables
        assert table.after == 1
        assert [[cell.text for cell in row] for row in (table.header, *table.rows)] == [
            ["Xã, thị trấn", "Số buổi tuyên truyền, vận động (buổi)",
             "Số tiền vận động ủng hộ các quỹ (đồng)"],
            ["Thị trấn Mường Sao", "12", "1.500.000"],
            ["Xã Bản Hang", "9", "800.000"],
            ["Xã Chà Lượm", "4", "……"],
            ["Xã Hua Sen", "5", "2.000.000"],
            ["Tổng cộng", "30", "4.300.000"],
        ]  # fmt: skip
        assert [one.text for one in section.paragraphs] == ["Kết quả:", "Hết bảng."]
        assert codes(draft) == ["DV604"]

    def test_a_table_of_the_template_is_filled_too(self):
        draft = fill("| Việc | Số |\n|---|---|\n| Vận động | {propaganda.sessions} |", *EXACT)
        assert draft.report.sections[0].tables[0].rows[0][1].text == "30 buổi"


def test_emphasis_stays_round_its_figure():
    draft = fill(
        "Có **{propaganda.sessions}** và *nhiều* {dialogues.sessions}.", *EXACT, *DIALOGUES
    )
    found = paragraph(draft)
    assert [found.text[one.start : one.end] for one in found.emphasis] == ["30 buổi", "nhiều"]


def test_titles_headings_and_letterheads_are_filled():
    text = (
        "{đơn vị báo cáo}\nSố      -BC/HU\nMường Sao, ngày    tháng    năm\n\nBÁO CÁO\n"
        "kết quả {kỳ báo cáo}\n\nI. KẾT QUẢ\n\n1. Tuyên truyền: {propaganda.sessions}\n\nHết.\n"
    )
    draft = Template.parse(text).fill(Figures(EXACT, TREE, PARTY, YEAR, UNITS))
    assert draft.report.title == "kết quả năm 2023"
    assert draft.report.sections[0].sections[0].heading == "Tuyên truyền: 30 buổi"
    assert "{" not in draft.report.text


def test_every_figure_leads_back_to_what_it_rests_on():
    draft = fill(
        "Có {propaganda.sessions}, {dialogues.sessions: đã thực hiện}.", *EXACT, *DIALOGUES
    )
    report = draft.report
    at = report.text.index("30 buổi")
    entry = draft.entry_at(at)
    assert entry.span.text == "30 buổi"
    assert entry.aggregates[0].sources == tuple(EXACT)
    assert draft.entry_at(at - 1) is None
    assert [one.span.text for one in draft.entries] == ["30 buổi", "3/4 xã, thị trấn"]


class TestOutlines:
    def test_the_bare_template_of_an_outline_has_all_its_parts(self):
        outline = outlines()["annual"]
        template = Template.of(outline)
        draft = template.fill(Figures([], TREE, PARTY, YEAR))
        assert set(codes(draft)) == {"DV666"}
        leaves = {"khái quát tình hình", "kiến nghị", "phương hướng, nhiệm vụ"}
        assert leaves <= {slot.name for slot in template.slots()}
        assert len(draft.blanks) == 9

    def test_a_part_that_is_missing_is_a_finding(self):
        text = "BÁO CÁO\nnăm\n\nI. KHÁI QUÁT TÌNH HÌNH\n\nỔn định.\n"
        template = Template.parse(text, outline=outlines()["annual"])
        found = template.fill(Figures([], TREE, PARTY, YEAR)).findings
        assert {one.code for one in found} == {"DV634"}


class TestHostile:
    NOTHING = Figures([], TREE, PARTY, YEAR)

    @pytest.mark.parametrize(
        "words", ["{" * 10**6, "}" * 10**6, "{" + "a" * 10**6, "{a:" * 400 + "}" * 400]
    )
    def test_is_harmless(self, words):
        draft = Template.parse(f"BÁO CÁO\nx\n\nI. KẾT QUẢ\n\nMở {words} hết.\n").fill(self.NOTHING)
        assert paragraph(draft).text.endswith(" hết.")
        assert len(draft.findings) <= 3

    @pytest.mark.parametrize("words", ["{a.b}" * 10**5, "{}" * 10**6, "{ " * 10**5, "} " * 10**5])
    def test_or_too_much(self, words):
        with pytest.raises(InvalidValueError, match="at most 2000 slots and braces"):
            Template.parse(words)

    def test_a_passage_is_words_and_nothing_else(self):
        words = "# BÁO CÁO\n**I. PHẦN MỚI**\n[^9] <script>alert(1)</script> | a | {x}"
        draft = fill("{lời}", passages={"lời": words})
        assert len(draft.report.sections) == 1
        assert [one.text for one in draft.report.sections[0].paragraphs] == words.split("\n")
        assert not draft.report.footnotes
