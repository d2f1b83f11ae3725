"""Movements and campaigns, named and linked to their holder."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.organizations import Organizations, organization_kinds
from danvan.reading import Movement, find_movements, movements

TREE = Organizations.shipped("tam_duong")
# text, what is named (None: no movement), the kind of the holder, why
NAMED = [
    ("phong trào thi đua “Dân vận khéo”", "skillful_mobilization", "mobilization", "quoted"),
    ("mô hình dân vận khéo", "skillful_mobilization", "mobilization", "small, without quotes"),
    ("phong trào “ Dân Vận khéo”", "skillful_mobilization", "mobilization", "a slip of spaces"),
    ("Cuộc vận động Toàn dân đoàn kết xây dựng nông thôn mới,\nđô thị văn minh",
     "new_countryside_front", "front", "over a broken line, without quotes"),
    ('cuộc vận động "Năm không, ba sạch"', "five_withouts_three_cleans", "women", "by its short name"),
    ("phong trào “Nông dân thi đua sản xuất kinh doanh giỏi, đoàn kết giúp nhau làm giàu và giảm "
     "nghèo bền vững”", "good_farmers", "farmers", "without a comma; the longest name counts"),
    ('phong trào "Cựu chiến binh gương mẫu"', "exemplary_veterans", "veterans", "veterans"),
    ("phong trào toàn dân bảo vệ an ninh Tổ quốc", "security_of_the_fatherland", "police", "police"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "holder"), [case[:3] for case in NAMED])
def test_named_and_held(text, code, holder):
    (found,) = find_movements(text, TREE)
    assert found.movement.code == code
    assert found.holder.kind == holder
    assert text[found.start : found.end] == found.text == found.text.strip()
    assert found.name == movements()[code].name


@pytest.mark.parametrize(
    "text",
    ["Quỹ “Vì người nghèo”", "xây 02 mái ấm tình thương", "thanh niên tình nguyện làm đường", ""],
)
def test_what_is_none(text):
    assert find_movements(text, TREE) == ()


def test_a_list_of_quoted_names_and_one_that_nobody_knows():
    text = (
        'các phong trào: "Ba nhất", "Lao động giỏi, lao động sáng tạo" và “Thanh niên tình nguyện”'
    )
    found = find_movements(text, TREE)
    assert [(one.name, one.holder and one.holder.kind) for one in found] == [
        ("Ba nhất", None),
        ("Lao động giỏi, lao động sáng tạo", "trade_union"),
        ("Thanh niên tình nguyện", "youth"),
    ]
    assert [one.holder for one in find_movements(text)] == [None, None, None]


def test_the_holder_stands_where_the_speaker_does():
    commune = TREE["tam_duong.communes.ban_bo.party"]
    (found,) = find_movements("phong trào “Cựu chiến binh gương mẫu”", TREE, speaker=commune.code)
    assert str(found.holder) == "Hội Cựu chiến binh xã Bản Bo"


def test_own_movements():
    own = Movement("own", "Sáng thứ bảy xanh", "movement", "youth")
    catalogue = movements().extended([own])
    (found,) = find_movements(
        "Sáng thứ Bảy xanh: phong trào “Sáng thứ bảy xanh”", catalogue=catalogue
    )
    assert found.movement is own


@pytest.mark.parametrize("movement", movements(), ids=lambda one: one.code)
def test_every_entry_is_whole(movement):
    assert movement.source
    assert movement.confidence in {"sure", "likely"}
    assert movement.holder in organization_kinds()
    for name in (movement.name, *movement.aliases):
        kind = "cuộc vận động" if movement.kind == "campaign" else "phong trào"
        (found,) = find_movements(f"{kind} “{name}”.")
        assert found.movement == movement
        assert found.text == name


def test_no_name_stands_twice():
    names = [name for one in movements() for name in (one.name, *one.aliases)]
    assert len(set(names)) == len(names)
    assert isinstance(movements(), Catalogue)


def test_a_movement_is_a_movement_or_a_campaign():
    with pytest.raises(InvalidValueError):
        Movement("x", "X", "party", "front")


@given(st.text(max_size=300))
def test_any_text(text):
    for found in find_movements(text, TREE):
        assert text[found.start : found.end] == found.text
