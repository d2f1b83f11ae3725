"""Published lists of units and links, of a made-up country, brought into our two files."""

import json
from datetime import date

import pytest

from danvan.errors import UnreadableFileError
from danvan.organizations import Country, SuccessionKind
from danvan.organizations.published import convert_successions, convert_units

BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)
THREE_LEVELS = [
    {
        "level1_id": "01",
        "name": "Tỉnh Ban Mai",
        "type": "Tỉnh",
        "level2s": [
            {
                "level2_id": "101",
                "name": "Thành phố Núi Trăng",
                "type": "Thành phố",
                "level3s": [
                    {"level3_id": "00011", "name": "Phường 1", "type": "Phường"},
                    {"level3_id": "00012", "name": "Xã Thung Lũng", "type": "Xã"},
                    {"level3_id": "00013", "name": "Thị trấn Bến Trúc", "type": "Thị trấn"},
                ],
            },
            {"level2_id": "102", "name": "Huyện Hòn Sao", "type": "Huyện", "level3s": []},
        ],
    }
]
TWO_LEVELS = [
    {
        "Code": "01",
        "FullName": "Tỉnh Ban Mai",
        "Wards": [
            {"Code": "00011", "FullName": "Phường Núi Trăng", "ProvinceCode": "01"},
            {"Code": "00012", "FullName": "Xã Thung Lũng", "ProvinceCode": "01"},
            {"Code": "00099", "FullName": "Đặc khu Hòn Sao", "ProvinceCode": "01"},
        ],
    }
]


def merge(old, name, how="full"):
    return {"old_id": old, "name": name, "type": how}


MERGES = {
    "data": [
        {
            "level1_id": "01",
            "name": "Tỉnh Ban Mai",
            "merges": [merge("01", "Tỉnh Ban Mai")],
            "level2s": [
                {
                    "level2_id": "00011",
                    "name": "Phường Núi Trăng",
                    "merges": [merge("00011", "Phường 1"), merge("00013", "Thị trấn Bến Trúc", "partial")],
                },
                {
                    "level2_id": "00012",
                    "name": "Xã Thung Lũng",
                    "merges": [merge("00013", "Thị trấn Bến Trúc", "partial"), merge("00012", "Xã Thung Lũng")],
                },
                {
                    "level2_id": "00099",
                    "name": "Đặc khu Hòn Sao",
                    "merges": [merge("102", "Huyện Hòn Sao")],
                },
            ],
        }
    ],
    "stats": {"level1_count": 1, "level2_count": 3},
}  # fmt: skip


@pytest.fixture
def written(tmp_path):
    def write(data, name="list.json"):
        path = tmp_path / name
        path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        return path

    return write


def test_both_sides_make_a_country(tmp_path, written):
    units, links = tmp_path / "units.csv", tmp_path / "successions.csv"
    before, after = written(THREE_LEVELS, "before.json"), written(TWO_LEVELS, "after.json")
    assert convert_units(units, before=before, after=after) == 10
    assert convert_successions(written(MERGES), links, by="mẫu") == 6
    country = Country.read(units, links)
    assert country.counts(BEFORE) == {
        "province": 1, "district": 2, "commune": 3, "tỉnh": 1, "thành phố": 1, "huyện": 1,
        "phường": 1, "xã": 1, "thị trấn": 1,
    }  # fmt: skip
    assert country.counts(AFTER)["đặc khu"] == 1
    assert [one.name for one in country.ancestors("00013", BEFORE)] == [
        "Thành phố Núi Trăng", "Tỉnh Ban Mai",
    ]  # fmt: skip
    assert country.parent("00011", AFTER).name == "Tỉnh Ban Mai"


def test_the_kinds_of_links(tmp_path, written):
    units, links = tmp_path / "units.csv", tmp_path / "successions.csv"
    before, after = written(THREE_LEVELS, "before.json"), written(TWO_LEVELS, "after.json")
    convert_units(units, before=before, after=after)
    convert_successions(written(MERGES), links, by="mẫu")
    country = Country.read(units, links)
    found = {
        (one.old, one.new): (one.kind, one.share)
        for code in ("01", "00011", "00012", "00013", "102")
        for one in country.successors(code)
    }
    assert found == {
        ("01", "01"): (SuccessionKind.UNCHANGED, 1),
        ("00011", "00011"): (SuccessionKind.WHOLE, 1),
        ("00012", "00012"): (SuccessionKind.WHOLE, 1),  # with a part of another
        ("00013", "00011"): (SuccessionKind.PART, None),
        ("00013", "00012"): (SuccessionKind.PART, None),
        ("102", "00099"): (SuccessionKind.RENAMED, 1),
    }
    assert country.successors("102")[0].by == "mẫu"


def test_names_in_small_letters_are_the_same_layout(tmp_path, written):
    small = [
        {"code": "01", "fullName": "Tỉnh Ban Mai", "wards": [{"code": "00011", "fullName": "Xã A"}]}
    ]
    assert convert_units(tmp_path / "units.csv", after=written(small)) == 2
    assert len(Country.read(tmp_path / "units.csv")) == 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ([], "no list of units in a known layout"),
        ({"data": THREE_LEVELS}, "no list of units in a known layout"),  # of another set
        ([{"Code": "01", "FullName": "Tỉnh A"}], "no list Wards"),
        ([{"Code": 1, "FullName": "Tỉnh A", "Wards": []}], "no text Code"),  # the zeros are lost
        ([{"Code": "01", "FullName": "A", "Wards": []}], "a unit word of the level province"),
        ([{"Code": "01", "FullName": "Tỉnh A", "Wards": ["x"]}], "no text Code in x"),
    ],
)
def test_other_lists_are_refused(tmp_path, written, data, said):
    with pytest.raises(UnreadableFileError) as error:
        convert_units(tmp_path / "units.csv", after=written(data))
    assert said in str(error.value)
    assert not (tmp_path / "units.csv").exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (THREE_LEVELS, "no list data"),
        ({"data": [{"level1_id": "01", "name": "A", "merges": []}]}, "no list level2s"),
        ({"data": [{"level1_id": "01", "name": "A", "merges": [merge("1", "B", "half")]}]}, "type 'half'"),
    ],
)  # fmt: skip
def test_other_links_are_refused(tmp_path, written, data, said):
    with pytest.raises(UnreadableFileError) as error:
        convert_successions(written(data), tmp_path / "successions.csv", by="mẫu")
    assert said in str(error.value)


def test_no_json_and_no_file(tmp_path):
    path = tmp_path / "list.json"
    path.write_text("[" * 100_000, encoding="utf-8")
    with pytest.raises(UnreadableFileError, match="JSON"):
        convert_units(tmp_path / "units.csv", after=path)
    with pytest.raises(UnreadableFileError, match=r"none\.json"):
        convert_units(tmp_path / "units.csv", after=tmp_path / "none.json")
    with pytest.raises(UnreadableFileError, match="a place that can be written to"):
        convert_units(tmp_path / "no" / "units.csv")
