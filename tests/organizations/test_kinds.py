"""The catalogue of kinds."""

import unicodedata

import pytest

from danvan.organizations import Branch, Level, organization_kinds

KINDS = tuple(organization_kinds())


@pytest.mark.parametrize(
    ("code", "level", "place", "name"),
    [
        ("party_committee", Level.PROVINCE, "tỉnh Lai Châu", "Tỉnh ủy"),
        ("party_committee", Level.PROVINCE, "thành phố Đà Nẵng", "Thành ủy"),
        ("party_committee", Level.DISTRICT, "thị xã An Khê", "Thị ủy"),
        ("party_committee", Level.DISTRICT, "quận 1", "Quận ủy"),
        ("party_committee", Level.COMMUNE, "xã Bản Bo", "Đảng ủy"),
        ("party_committee", Level.CENTRAL, "", "Ban Chấp hành Trung ương Đảng"),
        ("mobilization", Level.DISTRICT, "huyện Tam Đường", "Ban Dân vận Huyện ủy"),
        ("women", Level.COMMUNE, "xã Bản Bo", "Hội Liên hiệp Phụ nữ"),
        ("military_command", Level.PROVINCE, "tỉnh Lai Châu", "Bộ Chỉ huy Quân sự"),
        ("military_command", Level.COMMUNE, "xã Bản Bo", "Ban Chỉ huy Quân sự"),
    ],
)
def test_name_at_a_level(code, level, place, name):
    assert organization_kinds()[code].name_at(level, place) == name


def test_short_names_take_the_unit():
    youth = organization_kinds()["youth"]
    assert "Huyện đoàn" in youth.aliases_in("huyện Tam Đường")
    assert "Xã đoàn" in youth.aliases_in("xã Bản Bo")
    assert not [name for name in youth.aliases_in("") if "{" in name or "đoàn" in name]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_each_entry(kind):
    texts = (kind.name, *kind.aliases, kind.source, *(kind.names.at(level) for level in Level))
    assert all(unicodedata.is_normalized("NFC", text) for text in texts)
    assert len(set(kind.aliases)) == len(kind.aliases)
    assert kind.levels == tuple(sorted(kind.levels, key=lambda level: level.depth))
    assert all(level in kind.levels for level in Level if kind.names.at(level))
    assert kind.confidence in {"sure", "likely", "unsure"}
    assert bool(kind.head) or not kind.deputies


def test_what_2025_changed():
    kinds = organization_kinds()
    for code in ("mobilization", "rural_district", "township", "judgment_enforcement"):
        assert kinds[code].valid_to.year == 2025
    for code in ("party_building", "special_zone", "public_service_center"):
        assert str(kinds[code].valid_from) == "2025-07-01"
    assert str(kinds["propaganda_mobilization"].valid_from) == "2025-02-03"


def test_each_unit_word_names_one_kind_of_a_level():
    seen = {}
    for kind in KINDS:
        if kind.branch is Branch.TERRITORY:
            for word in (kind.name, *kind.aliases):
                for level in kind.levels:
                    assert seen.setdefault((word, level), kind.code) == kind.code
