"""Every form of a slot, and what is wanting."""

import pytest

from danvan import Period
from danvan.findings import rules
from danvan.indicators import Role

from .made_up import (
    DIALOGUES,
    EXACT,
    FIELDS,
    LAST_YEAR,
    NINE,
    SESSIONS,
    by_commune,
    codes,
    fill,
    paragraph,
    said,
)

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


def test_each_rule_of_templates_is_met_above():
    met = {code for *_, code in WANTING} | {"DV667", "DV670"}
    assert {rule.code for rule in rules() if rule.name.startswith("template-")} == met
