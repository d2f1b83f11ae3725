"""Of whom a total is: who did not report, and what does not go with it."""

import pytest

from danvan import Observation, Organizations, Quantity
from danvan.drafting import Figures, Template
from danvan.errors import UnknownCodeError
from danvan.indicators import Missing, Role, indicators

from .made_up import (
    EXACT,
    FIELDS,
    HUA_SEN,
    LAST_YEAR,
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


def test_organizations_that_nobody_knows():
    with pytest.raises(UnknownCodeError, match=r"muong_sao\.part"):
        Figures([], TREE, "muong_sao.part", YEAR)
    with pytest.raises(UnknownCodeError):
        Figures([], TREE, PARTY, YEAR, ["nobody"])
