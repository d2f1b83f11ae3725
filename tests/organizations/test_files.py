"""Trees from TOML: the format, its errors, and the trees that are shipped."""

import pickle
from datetime import date
from decimal import Decimal

import pytest

from danvan.errors import UnknownCodeError, UnreadableFileError
from danvan.organizations import (
    Branch,
    Level,
    Organizations,
    Succession,
    SuccessionKind,
    organization_kinds,
)
from danvan.quantities import Interval

AREA = """
[area]
name = "Suối Lá"
code = "suoi_la"
place = "xã Suối Lá"
level = "commune"
opened = 2025-07-01
source = "mẫu"
"""
PARTY = '[[organization]]\ncode = "party"\nkind = "party_committee"\n'


@pytest.fixture
def read(tmp_path):
    def write_and_read(text):
        path = tmp_path / "tree.toml"
        path.write_text(text, encoding="utf-8")
        return Organizations.read(path)

    return write_and_read


class TestFormat:
    def test_a_body_takes_from_its_kind_and_its_area(self, read):
        tree = read(AREA + PARTY)
        committee = tree["suoi_la.party"]
        assert committee.name == "Đảng ủy"
        assert committee.full_name == "Đảng ủy xã Suối Lá"
        assert (committee.level, committee.branch) == (Level.COMMUNE, Branch.PARTY)
        assert (committee.opened, committee.closed) == (date(2025, 7, 1), None)
        assert committee.source == "mẫu"
        assert committee.aliases == organization_kinds()["party_committee"].aliases

    def test_a_body_of_the_usual_name_has_the_usual_short_names(self, read):
        women = '[[organization]]\ncode = "women"\nkind = "women"\naliases = ["Hội PN"]\n'
        aliases = read(AREA + women)["suoi_la.women"].aliases
        assert aliases[:2] == ("Hội PN", "Hội LHPN")
        assert read(AREA + women + 'name = "Hội nữ"')["suoi_la.women"].aliases == ("Hội PN",)

    def test_a_body_may_say_otherwise(self, read):
        tree = read(
            AREA
            + """
            [[organization]]
            code = "club"
            kind = "group"
            branch = "front"
            name = "Câu lạc bộ"
            aliases = ["CLB"]
            place = "thôn 1"
            level = "village"
            opened = 2026-01-01
            closed = 2026-12-31
            source = "khác"
            """
        )
        club = tree["suoi_la.club"]
        assert club.full_name == "Câu lạc bộ thôn 1"
        assert (club.level, club.branch, club.aliases) == (Level.VILLAGE, Branch.FRONT, ("CLB",))
        assert (club.opened, club.closed) == (date(2026, 1, 1), date(2026, 12, 31))
        assert club.source == "khác"

    def test_a_body_of_each_place_is_said_once(self, read):
        tree = read(
            AREA
            + PARTY
            + """
            [[for_each_place]]
            code = "team"
            kind = "mobilization_team"
            parent = "party"
            not_at = ["b3"]

            [[for_each_place]]
            code = "mediation"
            kind = "mediation_team"
            parent = "./team"
            not_at = ["b3"]

            [[place]]
            code = "b1"
            name = "bản Một"
            aliases = ["Một"]
            closed = 2026-06-30

            [[place]]
            code = "b2"
            name = "tổ dân phố 2"

            [[place]]
            code = "b3"
            name = "thôn Ba"
            """
        )
        teams = tree.children("suoi_la.party")
        assert [one.full_name for one in teams] == ["Tổ Dân vận bản Một", "Tổ Dân vận tổ dân phố 2"]
        assert tree.parent("suoi_la.villages.b2.mediation").code == "suoi_la.villages.b2.team"
        assert tree["suoi_la.villages.b1.team"].closed == date(2026, 6, 30)
        villages = tree.children("suoi_la")
        assert [one.name for one in villages] == ["bản Một", "tổ dân phố 2", "thôn Ba"]
        assert villages[0].aliases == ("Một",)
        assert {one.branch for one in villages} == {Branch.TERRITORY}
        assert [one.kind for one in villages] == ["village", "residential_group", "village"]

    def test_moves(self, read):
        tree = read(
            AREA
            + PARTY
            + """
            [[organization]]
            code = "front"
            kind = "front"
            parent = "party"

            [[organization]]
            code = "women"
            kind = "women"
            parent = "party"

            [[move]]
            organization = "women"
            parent = ""
            on = 2027-01-01

            [[move]]
            organization = "women"
            parent = "front"
            on = 2026-01-01
            by = "31-HD/BTCTW"
            """
        )
        days = [date(2025, 12, 31), date(2026, 1, 1), date(2027, 1, 1)]
        found = [tree.parent("suoi_la.women", day) for day in days]
        assert [one and one.code for one in found] == ["suoi_la.party", "suoi_la.front", None]
        assert [link.by for link in tree.links if link.child == "suoi_la.women"][1] == "31-HD/BTCTW"


VILLAGES = """
[[place]]
code = "b1"
name = "bản Một"
closed = 2025-12-31
closed_by = "12/2025/NQ-HĐND"

[[place]]
code = "b2"
name = "bản Hai"

[[place]]
code = "b3"
name = "bản Ba"
opened = 2026-01-01
opened_by = "12/2025/NQ-HĐND"

[[for_each_place]]
code = "team"
kind = "mobilization_team"

[[succession]]
old = "villages.b1"
new = "villages.b2"
on = 2026-01-01
kind = "part"
share = 0.25
by = "12/2025/NQ-HĐND"

[[succession]]
old = "villages.b1"
new = "villages.b3"
on = 2026-01-01
kind = "part"
by = "12/2025/NQ-HĐND"
with_bodies = true

[[succession]]
old = "party"
new = "party"
on = 2027-01-01
kind = "unchanged"
"""


class TestSuccessions:
    DAY = date(2026, 1, 1)

    def test_what_became_of_what(self, read):
        tree = read(AREA + PARTY + VILLAGES)
        assert tree.successors("suoi_la.villages.b1") == (
            Succession("suoi_la.villages.b1", "suoi_la.villages.b2", self.DAY,
                       SuccessionKind.PART, Decimal("0.25"), "12/2025/NQ-HĐND"),
            Succession("suoi_la.villages.b1", "suoi_la.villages.b3", self.DAY,
                       SuccessionKind.PART, None, "12/2025/NQ-HĐND"),
        )  # fmt: skip
        assert [one.old for one in tree.predecessors("suoi_la.villages.b3")] == [
            "suoi_la.villages.b1"
        ]
        assert tree.successors("suoi_la") == ()

    def test_the_bodies_of_the_places_too_where_asked_for(self, read):
        tree = read(AREA + PARTY + VILLAGES)
        (link,) = tree.successors("suoi_la.villages.b1.team")
        assert (link.new, link.share) == ("suoi_la.villages.b3.team", None)
        assert tree.predecessors("suoi_la.villages.b2.team") == ()

    def test_figures_go_over_by_the_crosswalk_of_a_day(self, read):
        tree = read(AREA + PARTY + VILLAGES)
        moved = tree.crosswalk(self.DAY).rebase({"suoi_la.villages.b1": Interval.point(8)})
        assert moved["suoi_la.villages.b2"].value == Interval.point(2)
        assert len(tree.crosswalk(date(2027, 1, 1))) == 1
        assert len(tree.crosswalk(date(2028, 1, 1))) == 0

    def test_who_opened_and_closed_it(self, read):
        tree = read(AREA.replace("source", 'opened_by = "1"\nsource') + PARTY + VILLAGES)
        closed, stays, opened = (tree[f"suoi_la.villages.b{n}"] for n in (1, 2, 3))
        assert (closed.opened_by, closed.closed_by) == ("1", "12/2025/NQ-HĐND")
        assert (stays.opened_by, stays.closed_by) == ("1", "")
        assert (opened.opened_by, opened.closed_by) == ("12/2025/NQ-HĐND", "")
        # A body has the days of its place, and the directive with them.
        assert tree["suoi_la.villages.b3.team"].opened_by == "12/2025/NQ-HĐND"

    def test_a_copy_has_them(self, read):
        tree = read(AREA + PARTY + VILLAGES)
        copy = pickle.loads(pickle.dumps(tree))
        assert copy == tree
        assert copy.successions == tree.successions
        assert tree.on(self.DAY).successions == ()

    @pytest.mark.parametrize(
        ("old", "new", "said"),
        [
            ('new = "villages.b2"', 'new = "villages.b9"', "'suoi_la.villages.b9'"),
            ('old = "villages.b1"', 'old = "villages.b3"', "b3 to be open on 2025-12-31"),
            ("on = 2026-01-01", "on = 2026-01-02", "b1 to be open on 2026-01-01"),
            ("share = 0.25", "share = 1.25", "a share from 0 to 1"),
            ("share = 0.25", 'share = "most"', "share"),
            ('kind = "part"\nshare', 'kind = "whole"\nshare', "1 where the whole goes over"),
            ('kind = "part"', 'kind = "lent"', "kind"),
            ('new = "villages.b2"', 'new = "villages.b3"', "each link once"),
            ("with_bodies = true", 'with_bodies = "yes"', "true or false"),
        ],
    )
    def test_a_wrong_one_is_refused(self, read, old, new, said):
        assert old in VILLAGES
        with pytest.raises((UnreadableFileError, UnknownCodeError)) as error:
            read(AREA + PARTY + VILLAGES.replace(old, new, 1))
        assert said in str(error.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "area is missing"),
        ("[area", "TOML"),  # not closed
        (AREA, "organization is missing"),
        (AREA + PARTY + "colour = 1", "unknown keys: colour"),
        (AREA + '[[organization]]\ncode = "party"', "kind is missing"),
        (AREA.replace('"commune"', '"xã"') + PARTY, "$.area.level"),
        (AREA.replace("2025-07-01", '"2025-07-01"') + PARTY, "want a date"),
        (AREA + PARTY.replace('"party"', '"Party"'), "a code of a-z"),
        (AREA + PARTY + PARTY, "a code once on any day, got 'suoi_la.party'"),
        (AREA + PARTY + '[[place]]\ncode = "b"\nname = "Bản Một"', "a name with a unit word"),
        (AREA + PARTY + "closed = 2024-01-01", "a day not before it opened"),
        (
            AREA + PARTY + '[[move]]\norganization = "x"\nparent = "party"\non = 2026-01-01',
            "'suoi_la.x'",
        ),
        (
            AREA
            + PARTY
            + '[[place]]\ncode = "b"\nname = "bản A"\n[[place]]\ncode = "b"\nname = "bản B"',
            "a code once on any day, got 'suoi_la.villages.b'",
        ),
    ],
)
def test_a_wrong_file_is_refused(read, text, said):
    with pytest.raises((UnreadableFileError, UnknownCodeError)) as error:
        read(text)
    assert said in str(error.value)


def test_the_file_and_the_body_are_named_where_a_parent_is_unknown(read):
    with pytest.raises(UnknownCodeError, match=r"tree\.toml, parent of suoi_la\.party") as error:
        read(AREA + PARTY + 'parent = "committee"')
    assert error.value.code == "suoi_la.committee"


def test_an_unknown_kind_is_told_with_the_nearest(read):
    with pytest.raises(UnknownCodeError, match="nearest: women"):
        read(AREA + PARTY.replace("party_committee", "woman"))


def test_a_missing_file_is_told_by_its_path(tmp_path):
    with pytest.raises(UnreadableFileError, match=r"no_tree\.toml"):
        Organizations.read(tmp_path / "no_tree.toml")


COMMUNES = {
    "tam_duong": [
        "thị trấn Tam Đường", "xã Bản Bo", "xã Bản Giang", "xã Bản Hon", "xã Bình Lư",
        "xã Giang Ma", "xã Hồ Thầu", "xã Khun Há", "xã Nà Tăm", "xã Nùng Nàng", "xã Sơn Bình",
        "xã Tả Lèng", "xã Thèn Sin",
    ],
    "chu_puh": [
        "thị trấn Nhơn Hòa", "xã Chư Don", "xã Ia Blứ", "xã Ia Dreng", "xã Ia Hla", "xã Ia Hrú",
        "xã Ia Le", "xã Ia Phang", "xã Ia Rong",
    ],
}  # fmt: skip


class TestShipped:
    @pytest.mark.parametrize("name", sorted(COMMUNES))
    def test_the_communes_of_the_two_districts(self, name):
        tree = Organizations.shipped(name)
        assert [one.name for one in tree.children(name)] == COMMUNES[name]
        for group, kind in [
            ("party_committees", "party_committee"),
            ("people_committees", "people_committee"),
        ]:
            members = tree.children(f"{name}.{group}")
            assert [one.place for one in members] == COMMUNES[name]
            assert {one.kind for one in members} == {kind}

    @pytest.mark.parametrize("name", sorted(COMMUNES))
    def test_the_six_members(self, name):
        tree = Organizations.shipped(name)
        members = tree.children(f"{name}.mass_organizations")
        assert {one.kind for one in members} == {
            "front", "women", "farmers", "youth", "veterans", "trade_union",
        }  # fmt: skip
        assert len(members) == 6

    @pytest.mark.parametrize("name", sorted(COMMUNES))
    def test_everything_but_the_places_rolls_up_to_the_district_committee(self, name):
        tree = Organizations.shipped(name)
        for one in tree:
            top = f"{name}.party" if one.branch is not Branch.TERRITORY else name
            assert tree.topmost(one, "district").code == top
            assert tree.topmost(one, "district", date(2023, 9, 6)).code == top

    @pytest.mark.parametrize("name", sorted(COMMUNES))
    def test_no_district_is_open_after_june_2025(self, name):
        tree = Organizations.shipped(name)
        assert len(tree.on(date(2025, 6, 30))) == len(tree)
        assert len(tree.on(date(2025, 7, 1))) == 0

    def test_mass_associations_are_none_of_the_six(self):
        tree = Organizations.shipped("tam_duong")
        assert tree.parent("tam_duong.elderly").code == "tam_duong.mass_associations"

    def test_the_province_of_2026_has_no_district(self):
        tree = Organizations.shipped("ban_mai")
        assert "made up" in tree.name
        assert tree.at_level("district") == ()
        assert tree.roots(date(2025, 6, 30)) == ()
        assert tree.root.full_name == "Tỉnh ủy Ban Mai"
        assert not [one for one in tree if "Ban Dân vận" in one.name]
        assert "ban_mai.communes.hon_sao.party_building" not in tree
        assert tree["ban_mai.communes.song_gio.party_building"].name == "Ban Xây dựng Đảng"

    def test_an_unknown_one_is_told_with_those_there_are(self):
        with pytest.raises(UnknownCodeError, match="ban_mai, chu_puh, tam_duong"):
            Organizations.shipped("tam_dao")

    @pytest.mark.parametrize("name", ["tam_duong", "chu_puh", "ban_mai"])
    def test_each_body_has_a_known_kind_a_source_and_a_name_of_its_own(self, name):
        tree = Organizations.shipped(name)
        names = [one.full_name for one in tree]
        assert len(set(names)) == len(names)
        for one in tree:
            kind = organization_kinds()[one.kind]
            assert one.source
            assert one.level in kind.levels
            assert one.full_name.split(" ")[0][0].isupper() or one.branch is Branch.TERRITORY
