"""Every form of a slot, what is wanting, and what a template cannot do."""

import pytest

from danvan import Observation, Organizations, Period, Quantity, check, read_report, write_report
from danvan.drafting import Figures, Template
from danvan.errors import InvalidValueError, UnknownCodeError, UnreadableFileError
from danvan.findings import rules
from danvan.indicators import Missing, Role, indicators, read_observations
from danvan.reporting.outline import outlines

from .made_up import (
    EXAMPLE,
    HUA_SEN,
    NINE,
    PARTY,
    TOWN,
    TREE,
    UNITS,
    YEAR,
    by_commune,
    codes,
    fill,
    paragraph,
    said,
)

SESSIONS = by_commune("propaganda.sessions", "12 buổi", "9 buổi", "trên 4 buổi", "0 buổi")
EXACT = by_commune("propaganda.sessions", "12 buổi", "9 buổi", "4 buổi", "5 buổi")
DIALOGUES = by_commune("dialogues.sessions", "2 cuộc", "0 cuộc", "1 cuộc", "1 cuộc")
FIELDS = [
    said("models.registered", "9 mô hình"),
    said("models.registered", "6 mô hình", field="economy"),
    said("models.registered", "3 mô hình", field="political_system"),
]
LAST_YEAR = Period.year(2022)

FORMS = [
    ("{propaganda.sessions}", EXACT, "30 buổi"),
    ("{propaganda.sessions}", SESSIONS, "trên 25 buổi"),
    # an explicit zero is a figure
    ("{propaganda.sessions}", [said("propaganda.sessions", "0 buổi")], "0 buổi"),
    ("{funds.raised}", by_commune("funds.raised", "1,5 triệu đồng", "2 triệu đồng", "1 triệu đồng",
                                  "1 triệu đồng"), "5,5 triệu đồng"),
    ("{funds.raised: đồng}", [said("funds.raised", "1,5 triệu đồng")], "1.500.000 đồng"),
    ("{funds.raised: tỷ đồng}", [said("funds.raised", "trên 431 triệu đồng")], "trên 0,431 tỷ đồng"),
    ("{models.registered: kinh tế}", FIELDS, "6 mô hình"),
    ("{models.registered: theo lĩnh vực}", FIELDS,
     "kinh tế 6 mô hình; xây dựng hệ thống chính trị 3 mô hình"),
    ("{propaganda.sessions: theo đơn vị}", EXACT,
     "thị trấn Mường Sao 12 buổi; xã Bản Hang 9 buổi; xã Chà Lượm 4 buổi; xã Hua Sen 5 buổi"),
    ("{propaganda.sessions, dialogues.sessions}", [*EXACT, *DIALOGUES], "30 buổi, 4 cuộc"),
    ("{propaganda.sessions, dialogues.sessions: theo xã}", [*EXACT[:1], *DIALOGUES[:1]],
     "thị trấn Mường Sao 12 buổi, 2 cuộc; chưa có số liệu: xã Bản Hang, xã Chà Lượm, xã Hua Sen"),
    ("{dialogues.sessions: đã thực hiện}", DIALOGUES, "3/4 xã, thị trấn"),
    ("{dialogues.sessions: chưa thực hiện}", DIALOGUES,
     "còn 1/4 xã, thị trấn chưa thực hiện (Bản Hang)"),
    ("{dialogues.sessions: chưa thực hiện}", by_commune("dialogues.sessions", *["1 cuộc"] * 4),
     "4/4 xã, thị trấn đã thực hiện"),
    ("{propaganda.sessions: so với cùng kỳ}",
     [*EXACT, said("propaganda.sessions", "25 buổi", period=LAST_YEAR)],
     "tăng 5 buổi so với năm 2022"),
    ("{propaganda.sessions: so với cùng kỳ theo %}",
     [*EXACT, said("propaganda.sessions", "28 buổi", period=LAST_YEAR)],
     "tăng 7,1% so với năm 2022"),
    ("{propaganda.sessions: so với năm 2020 theo %}",
     [*EXACT, said("propaganda.sessions", "60 buổi", period=Period.year(2020))],
     "giảm 50% so với năm 2020"),
    ("{propaganda.sessions: so với năm 2021}",
     [*EXACT, said("propaganda.sessions", "30 buổi", period=Period.year(2021))],
     "không đổi so với năm 2021"),
    ("{propaganda.sessions: so với kế hoạch}",
     [*EXACT, said("propaganda.sessions", "40 buổi", role=Role.PLAN)], "đạt 75% kế hoạch"),
    ("{propaganda.sessions: so với kế hoạch}",
     [*EXACT, said("propaganda.sessions", "32 buổi trở lên", role=Role.TARGET)],
     "đạt 93,8% kế hoạch"),
    ("{kỳ báo cáo}, {đơn vị báo cáo}", [], "năm 2023, Huyện ủy Mường Sao"),
    ("{{{propaganda.sessions}}} và {{ghi chú}}", EXACT, "{30 buổi} và {ghi chú}"),
    ("không có gì để điền", [], "không có gì để điền"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "figures", "text"), FORMS)
def test_forms(words, figures, text):
    draft = fill(f"Đã có {words} trong năm.", *figures)
    assert paragraph(draft).text == f"Đã có {text} trong năm."
    assert not [code for code in codes(draft) if code != "DV604"]


def test_the_plan_of_the_year_is_that_of_nine_months_too():
    nine = said("propaganda.sessions", "30 buổi", period=NINE)
    plan = said("propaganda.sessions", "40 buổi", role=Role.PLAN)
    draft = fill("Tổ chức {propaganda.sessions: so với kế hoạch}.", nine, plan, period=NINE)
    assert paragraph(draft).text == "Tổ chức đạt 75% kế hoạch năm."


WANTING = [
    # nobody reported it
    ("{propaganda.sessions}", [], "…… buổi", "DV662"),
    # somebody says it is not known yet
    ("{propaganda.sessions}", [said("propaganda.sessions", None)], "…… buổi", "DV662"),
    # last year is not there, nor the plan
    ("{propaganda.sessions: so với cùng kỳ}", EXACT, "…… buổi so với năm 2022", "DV662"),
    ("{propaganda.sessions: so với kế hoạch}", EXACT, "đạt ……% kế hoạch", "DV662"),
    ("{models.registered: theo lĩnh vực}", [said("models.registered", "9 mô hình")],
     "…… mô hình", "DV662"),
    ("{models.registered: quốc phòng - an ninh}", FIELDS, "…… mô hình", "DV662"),
    ("{dialogues.sessions: chưa thực hiện}", EXACT, "……/…… xã, thị trấn", "DV662"),
    ("{propaganda.sesions}", EXACT, "……", "DV661"),
    ("{propaganda.sessions, x.y}", EXACT, "……", "DV661"),
    ("{x.__class__}", EXACT, "……", "DV661"),
    ("{propaganda.sessions.__init__.__globals__}", EXACT, "……", "DV661"),
    # money is no session, and another counter is not this figure
    ("{propaganda.sessions: triệu đồng}", EXACT, "…… buổi", "DV663"),
    ("{propaganda.sessions: cuộc}", EXACT, "…… buổi", "DV663"),
    ("{propaganda.sessions: in đậm}", EXACT, "…… buổi", "DV664"),
    ("{propaganda.sessions: >99999999}", EXACT, "…… buổi", "DV664"),
    ("{propaganda.sessions: theo màu sắc}", EXACT, "…… buổi", "DV664"),
    # the name of a period is written small
    ("{propaganda.sessions: so với NĂM 2021}", EXACT, "…… buổi", "DV664"),
    ("{propaganda.sessions: so với năm ngoái}", EXACT, "…… buổi", "DV664"),
    # a table has no place inside a sentence
    ("{propaganda.sessions: bảng theo đơn vị}", EXACT, "……", "DV664"),
    ("{nhận xét của cấp ủy}", EXACT, "…… (nhận xét của cấp ủy)", "DV666"),
    ("{...}", EXACT, "……", "DV666"),
    ("{", EXACT, "{", "DV665"), ("}", EXACT, "}", "DV665"),
    # a share is no number that units add up
    ("{mediation.success_share}", by_commune("mediation.success_share", "80%", "90%", "70%", "85%"),
     "……%", "DV669"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "figures", "text", "code"), WANTING)
def test_what_is_wanting_is_a_blank_and_a_finding(words, figures, text, code):
    draft = fill(f"Đã có {words} trong năm.", *figures)
    assert paragraph(draft).text == f"Đã có {text} trong năm."
    assert codes(draft) == [code]
    assert [span.text for span in draft.findings[0].spans] == [words]
    assert all(draft.findings[0].message(lang) for lang in ("vi", "en"))
    assert [one.is_blank for one in draft.entries] == ([True] if code != "DV665" else [])


PART = EXACT[:3]


def test_a_total_that_not_all_reported_says_so_once_in_a_paragraph():
    before = [said("propaganda.sessions", "1 buổi", of, LAST_YEAR) for of in UNITS[:2]]
    draft = fill("Có {propaganda.sessions}, {propaganda.sessions: so với cùng kỳ}.", *PART, *before)
    assert paragraph(draft).text == (
        "Có 25 buổi (3/4 xã, thị trấn có số liệu), tăng 23 buổi so với năm 2022 "
        "(năm 2022: 2/4 xã, thị trấn có số liệu)."
    )
    assert codes(draft) == ["DV604", "DV604"]
    assert len(draft.findings[0].spans) == 2
    assert "Đảng ủy xã Hua Sen" in draft.findings[0].message("vi")


def test_parts_of_what_not_all_reported_say_so_too():
    fields = [
        said("models.registered", figure, of, **part)
        for of in UNITS[:3]
        for figure, part in (("3 mô hình", {}), ("3 mô hình", {"field": "economy"}))
    ]
    draft = fill("Có {models.registered: theo lĩnh vực}.", *fields)
    assert paragraph(draft).text == "Có kinh tế 9 mô hình (3/4 xã, thị trấn có số liệu)."
    draft = fill("{models.registered: bảng theo lĩnh vực}\n\nHết.", *fields)
    (section,) = draft.report.sections
    assert [[cell.text for cell in row] for row in section.tables[0].rows] == [
        ["Kinh tế", "9"], ["Tổng cộng", "9"]]  # fmt: skip
    assert paragraph(draft).text == "(3/4 xã, thị trấn có số liệu)"
    assert codes(draft) == ["DV604"]


def test_a_plan_that_not_all_made_says_so():
    plans = [said("propaganda.sessions", "10 buổi", of, role=Role.PLAN) for of in UNITS[:3]]
    draft = fill("Có {propaganda.sessions: so với kế hoạch}.", *EXACT, *plans)
    assert paragraph(draft).text == "Có đạt 100% kế hoạch (kế hoạch: 3/4 xã, thị trấn có số liệu)."
    assert codes(draft) == ["DV604"]


def test_those_who_say_nothing_are_no_no():
    silent = by_commune("dialogues.sessions", "2 cuộc", "0 cuộc", "1 cuộc", None)
    draft = fill("{dialogues.sessions: chưa thực hiện}.", *silent)
    assert paragraph(draft).text == (
        "còn 1/4 xã, thị trấn chưa thực hiện (Bản Hang) "
        "(1/4 xã, thị trấn chưa có số liệu: Hua Sen)."
    )
    assert codes(draft) == ["DV604"]


def test_those_whom_it_does_not_concern_are_not_counted():
    excused = said("dialogues.sessions", None, HUA_SEN, missing=Missing.NOT_APPLICABLE)
    figures = by_commune("dialogues.sessions", "2 cuộc", "0 cuộc", "1 cuộc", None)
    draft = fill("{dialogues.sessions}; {dialogues.sessions: đã thực hiện}.", *figures, excused)
    assert paragraph(draft).text == "3 cuộc; 2/3 xã, thị trấn."
    assert not codes(draft)


def test_a_part_of_the_period_is_said_to_be_one():
    nine = [said("propaganda.sessions", "3 buổi", of, NINE) for of in UNITS]
    draft = fill("Có {propaganda.sessions}.", *nine)
    assert paragraph(draft).text == "Có 12 buổi (chưa đủ kỳ)."
    assert codes(draft) == ["DV668"]


OPEN = [
    # "trên 25" has no difference to 20 that could be printed
    ([*SESSIONS, said("propaganda.sessions", "20 buổi", period=LAST_YEAR)], "so với cùng kỳ",
     "so với 20 buổi của năm 2022"),
    # nothing rises by a share of nothing, and a change too small to be printed is none
    ([*EXACT, said("propaganda.sessions", "0 buổi", period=LAST_YEAR)], "so với cùng kỳ theo %",
     "so với 0 buổi của năm 2022"),
    ([said("propaganda.sessions", "10.000 buổi"),
      said("propaganda.sessions", "10.001 buổi", period=LAST_YEAR)], "so với cùng kỳ theo %",
     "so với 10.001 buổi của năm 2022"),
    ([*EXACT, said("propaganda.sessions", "20 - 40 buổi", role=Role.PLAN)], "so với kế hoạch",
     "kế hoạch 20 - 40 buổi"),
]  # fmt: skip


@pytest.mark.parametrize(("figures", "form", "text"), OPEN)
def test_a_comparison_nobody_can_make_states_both_figures(figures, form, text):
    draft = fill(f"Có {{propaganda.sessions: {form}}}.", *figures)
    assert paragraph(draft).text == f"Có {text}."
    assert codes(draft) == ["DV667"]


def test_a_share_of_a_share_is_not_printed():
    share = said("mediation.success_share", "92%")
    plan = said("mediation.success_share", "95% trở lên", role=Role.TARGET)
    draft = fill("Đạt {mediation.success_share}, {mediation.success_share: so với kế hoạch}.",
                 share, plan)  # fmt: skip
    assert paragraph(draft).text == "Đạt 92%, kế hoạch 95% trở lên."


def test_a_stated_total_beside_parts_that_do_not_give_it():
    draft = fill("Có {propaganda.sessions}.", *EXACT, said("propaganda.sessions", "31 buổi"))
    assert paragraph(draft).text == "Có 31 buổi."
    assert codes(draft) == ["DV601"]


def test_bodies_of_one_place_go_by_their_names():
    tree = Organizations.shipped("tam_duong")
    held = [
        Observation(indicators()["propaganda.sessions"], tree[code], YEAR, Quantity.parse(figure))
        for code, figure in (("tam_duong.women", "865 buổi"), ("tam_duong.farmers", "523 buổi"))
    ]
    template = Template.parse("BÁO CÁO\nnăm\n\nI. KẾT QUẢ\n\n{propaganda.sessions: theo tổ chức}.")
    units = ("tam_duong.women", "tam_duong.farmers")
    draft = template.fill(Figures(held, tree, "tam_duong.party", YEAR, units))
    assert paragraph(draft).text == "Hội Liên hiệp Phụ nữ 865 buổi; Hội Nông dân 523 buổi."


@pytest.mark.parametrize("units", [UNITS, ()])
def test_a_stated_total_still_has_parts(units):
    stated = said("propaganda.sessions", "30 buổi")
    draft = fill("Có {propaganda.sessions: theo đơn vị}.", *EXACT, stated, units=units)
    assert "xã Hua Sen 5 buổi" in paragraph(draft).text
    assert not codes(draft)


def test_a_breakdown_that_does_not_go_with_its_total():
    more = said("models.registered", "5 mô hình", field="culture_society")
    draft = fill("Có {models.registered: theo lĩnh vực}.", *FIELDS, more)
    assert codes(draft) == ["DV615"]
    assert draft.findings[0].difference == 5


def test_two_figures_for_one_thing():
    twice = said("propaganda.sessions", "7 buổi", TOWN)
    draft = fill("Có {propaganda.sessions}.", *EXACT, twice)
    assert codes(draft) == ["DV613"]


def test_without_named_units_those_who_reported_and_their_like_count():
    draft = fill("Có {propaganda.sessions}.", *EXACT[:2], units=())
    assert paragraph(draft).text == "Có 21 buổi (2/13 xã, thị trấn có số liệu)."


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


def test_a_passage_of_several_lines_becomes_paragraphs():
    passages = {"nhiệm vụ": "Việc thứ nhất.\n\n  Việc   thứ hai {a.b} *không đậm*. \n"}
    draft = fill("{nhiệm vụ}\n\nViệc cuối: {nhiệm vụ}", passages=passages)
    found = [one.text for one in draft.report.sections[0].paragraphs]
    assert found == [
        "Việc thứ nhất.",
        "Việc thứ hai {a.b} *không đậm*.",
        "Việc cuối: Việc thứ nhất. Việc thứ hai {a.b} *không đậm*.",
    ]
    assert not codes(draft)
    assert not paragraph(draft).emphasis


def test_a_passage_that_has_no_place_is_not_lost_in_silence():
    draft = fill("{nhiệm vụ}", passages={"nhiệm vụ": "Làm.", "nhiệm  vụ": "Lạc."})
    assert codes(draft) == ["DV670"]
    assert "“nhiệm  vụ”" in draft.findings[0].message("vi")


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


def test_organizations_that_nobody_knows():
    with pytest.raises(UnknownCodeError, match=r"muong_sao\.part"):
        Figures([], TREE, "muong_sao.part", YEAR)
    with pytest.raises(UnknownCodeError):
        Figures([], TREE, PARTY, YEAR, ["nobody"])


def test_a_template_that_is_not_there(tmp_path):
    with pytest.raises(UnreadableFileError):
        Template.read(tmp_path / "none.md")


@pytest.fixture(scope="module")
def example():
    template = Template.read(EXAMPLE / "mau_bao_cao_nam.md", outline=outlines()["annual"])
    observations = [
        one
        for name in ("figures.csv", "beside.csv")
        for one in read_observations(EXAMPLE / name, TREE)
    ]
    return template.fill(Figures(observations, TREE, PARTY, YEAR))


@pytest.mark.parametrize("suffix", [".md", ".txt", ".docx", ".html"])
def test_the_report_is_written_read_back_and_found_in_order(example, tmp_path, suffix):
    if suffix == ".docx":
        pytest.importorskip("docx", reason="needs danvan[docx]")
    path = tmp_path / f"bao_cao{suffix}"
    write_report(example.report, path)
    if suffix == ".html":
        return
    again = read_report(path)
    assert [one.text for one in again.paragraphs()] == [
        one.text for one in example.report.paragraphs()
    ]
    assert [one.text for one in again.footnotes] == [one.text for one in example.report.footnotes]
    assert [one.title for one in again] == [one.title for one in example.report]
    assert again.says_same(example.report) or suffix == ".txt"  # plain text has no emphasis
    assert not check(again)
    assert not check(example.report)


def test_a_template_in_word_gives_the_same_report(example, tmp_path):
    pytest.importorskip("docx", reason="needs danvan[docx]")
    template = Template.read(EXAMPLE / "mau_bao_cao_nam.md")
    write_report(template.report, tmp_path / "mau.docx")
    figures = Figures([*EXACT, *DIALOGUES], TREE, PARTY, YEAR, UNITS)
    one = template.fill(figures).report
    other = Template.read(tmp_path / "mau.docx").fill(figures).report
    assert other.says_same(one)


def test_the_date_of_the_report_is_left_to_fill_in(example):
    assert example.report.issued_on is None
    assert "ngày    tháng    năm" in example.report.text


def test_each_rule_of_templates_is_met_above():
    met = {code for *_, code in WANTING} | {"DV667", "DV670"}
    assert {rule.code for rule in rules() if rule.name.startswith("template-")} == met
