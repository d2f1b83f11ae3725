"""An organization as a value."""

import datetime as dt
import pickle

import attrs
import pytest

from danvan.errors import InvalidValueError
from danvan.organizations import Branch, Level, Organization, split_place


def made(**parts):
    given = {
        "code": "t.women",
        "name": "Hội Liên hiệp Phụ nữ",
        "kind": "women",
        "level": Level.DISTRICT,
        "branch": Branch.FRONT,
    }
    return Organization(**(given | parts))


@pytest.mark.parametrize(
    ("name", "place", "full"),
    [
        ("Hội Liên hiệp Phụ nữ", "huyện Tam Đường", "Hội Liên hiệp Phụ nữ huyện Tam Đường"),
        ("Huyện ủy", "huyện Tam Đường", "Huyện ủy Tam Đường"),
        ("Huyện uỷ", "huyện Tam Đường", "Huyện uỷ Tam Đường"),  # the other tone style
        ("Ban Dân vận Huyện ủy", "huyện Tam Đường", "Ban Dân vận Huyện ủy Tam Đường"),
        ("Huyện đoàn", "huyện Tam Đường", "Huyện đoàn Tam Đường"),
        ("Thị ủy", "thị xã An Khê", "Thị ủy An Khê"),
        ("Thành ủy", "thành phố Lai Châu", "Thành ủy Lai Châu"),
        # here the unit word is part of the name of the place
        ("Thành ủy", "Thành phố Hồ Chí Minh", "Thành ủy Thành phố Hồ Chí Minh"),
        ("Đảng ủy", "xã Bản Bo", "Đảng ủy xã Bản Bo"),  # Đảng ủy names no unit
        ("Liên đoàn", "huyện Tam Đường", "Liên đoàn huyện Tam Đường"),  # Liên is no unit
        ("Đoàn", "xã Bản Bo", "Đoàn xã Bản Bo"),
        ("Ủy ban nhân dân", "", "Ủy ban nhân dân"),
        ("xã Bản Bo", "xã Bản Bo", "xã Bản Bo"),  # a place is not said twice
        ("Công an", "phường 1", "Công an phường 1"),
    ],
)
def test_full_name(name, place, full):
    organization = made(name=name, place=place)
    assert organization.full_name == full
    assert str(organization) == full


@pytest.mark.parametrize(
    ("place", "parts"),
    [
        ("xã Bản Bo", ("xã", "Bản Bo")),
        ("thành phố Thuỷ Nguyên", ("thành phố", "Thuỷ Nguyên")),
        ("phường 1", ("phường", "1")),
        ("Thành phố Hồ Chí Minh", ("", "Thành phố Hồ Chí Minh")),
        ("huyện", ("huyện", "")),
        ("", ("", "")),
    ],
)
def test_split_place(place, parts):
    assert split_place(place) == parts


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"code": "Tam Đường"}, "Organization.code"),  # codes are plain keys
        ({"code": "tam_duong."}, "Organization.code"),  # an empty part
        ({"code": "tam_duong\n"}, "Organization.code"),  # a line end is no part of a code
        ({"name": " Hội"}, "Organization.name"),  # space around
        ({"name": ""}, "Organization.name"),
        ({"level": "district"}, "Organization.level"),  # the text, not the level
        ({"branch": Level.DISTRICT}, "Organization.branch"),
        ({"aliases": "HPN"}, "Organization.aliases"),  # a text is no tuple of letters
        ({"aliases": ("HPN", "")}, "Organization.aliases"),
        ({"place": "xã Ba\u0309n Bo"}, "Organization.place"),  # decomposed letters
        ({"opened": dt.datetime(2023, 1, 1)}, "Organization.opened"),  # a moment is no day
        (
            {"opened": dt.date(2023, 1, 2), "closed": dt.date(2023, 1, 1)},
            "not before it opened",
        ),
    ],
)
def test_wrong_parts_are_refused(parts, said):
    with pytest.raises(InvalidValueError, match=said):
        made(**parts)


def test_is_a_value():
    organization = made(opened=dt.date(2004, 1, 1), closed=dt.date(2025, 6, 30))
    names = {"Organization": Organization, "Level": Level, "Branch": Branch, "datetime": dt}
    assert eval(repr(organization), names) == organization  # the law of the repr
    assert pickle.loads(pickle.dumps(organization)) == organization
    assert hash(organization) == hash(made(opened=dt.date(2004, 1, 1), closed=dt.date(2025, 6, 30)))
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        organization.name = "khác"


def test_is_open_on_both_its_end_days():
    organization = made(opened=dt.date(2004, 1, 1), closed=dt.date(2025, 6, 30))
    days = [
        dt.date(2003, 12, 31),
        dt.date(2004, 1, 1),
        dt.date(2025, 6, 30),
        dt.date(2025, 7, 1),
    ]
    assert [organization.is_open(day) for day in days] == [False, True, True, False]
    assert made().is_open(dt.date.min)
    assert made().is_open(dt.date.max)


def test_levels_from_the_top():
    assert min(Level, key=lambda level: level.depth) is Level.CENTRAL
    assert Level.VILLAGE.depth == 4
