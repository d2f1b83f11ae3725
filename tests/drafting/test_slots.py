"""The slots of a template are found, and nothing else is taken for one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.drafting import SlotKind, find_slots

F, P, L, S = SlotKind.FIGURE, SlotKind.PASSAGE, SlotKind.LITERAL, SlotKind.STRAY

SLOTS = [
    ("{propaganda.sessions}", F, ("propaganda.sessions",), ""),
    ("{ propaganda.sessions : theo đơn vị }", F, ("propaganda.sessions",), "theo đơn vị"),
    ("{a.b, c.d: bảng theo cấp}", F, ("a.b", "c.d"), "bảng theo cấp"),
    # a code that is wrong is still meant as one
    ("{x.__class__}", F, ("x.__class__",), ""),
    ("{a.b, chung}", F, ("a.b", "chung"), ""),
    # a time in prose is no form
    ("{ghi nhận lúc 7: 30}", P, (), ""),
    ("{đánh giá chung}", P, (), ""),
    ("{...}", P, (), ""),
    ("{a.b!r}", P, (), ""),
    ("{a[0].b}", P, (), ""),
]


@pytest.mark.parametrize(("text", "kind", "codes", "form"), SLOTS)
def test_one_slot(text, kind, codes, form):
    (slot,) = find_slots(text)
    assert (slot.kind, slot.codes, slot.form) == (kind, codes, form)
    assert slot.text == text


BRACES = [
    ("{{", [L]), ("}}", [L]), ("{{a.b}}", [L, L]), ("{{{a.b}}}", [L, F, L]), ("{{{{", [L]),
    ("{", [S]), ("}", [S]), ("{}", [S, S]), ("a } b", [S]), ("{a.b", [S]),
    # the inner pair is a slot, the outer braces belong to nothing
    ("{a {b.c} d}", [S, F, S]),
    # nobody means a slot of a page
    ("{" + "a" * 241 + "}", [S, S]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kinds"), BRACES)
def test_braces(text, kinds):
    assert [slot.kind for slot in find_slots(text)] == kinds


@given(st.text(st.sampled_from("{}a.b: ,đ\u0301"), max_size=60))
def test_slots_stand_apart_and_hold_every_brace(text):
    at = 0
    for slot in find_slots(text):
        assert not {"{", "}"} & set(text[at : slot.start])
        assert text[slot.start : slot.end] == slot.text
        at = slot.end
    assert not {"{", "}"} & set(text[at:])
