"""A country on both sides of a reform: a made-up one with all the traps, and the real one."""

import csv
import io
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.errors import UnknownCodeError, UnreadableFileError
from danvan.organizations import Country, Level, SuccessionKind
from danvan.organizations._country_files import SUCCESSIONS_HEADER, Passing, _Table
from danvan.quantities import Interval

HERE = Path(__file__).parent / "data"
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture(scope="module")
def country():
    return Country.read(HERE / "units.csv", HERE / "successions.csv")


def names(found):
    return [one.name for one in found]


class TestUnits:
    def test_a_code_names_another_unit_later(self, country):
        assert country.get("00011", BEFORE).name == "Xã Đồng Sương"
        assert country.get("00011", AFTER).name == "Xã Núi Trăng"
        assert country["00011"].name == "Xã Núi Trăng"

    def test_so_does_the_code_of_a_province(self, country):
        assert country.parent("102", BEFORE).name == "Tỉnh Hoàng Hôn"
        assert country.parent("00021", AFTER).name == "Tỉnh Ban Mai"

    def test_a_tree_of_a_day_is_one_without_naming_the_day_again(self, country):
        for top, day in (("01", BEFORE), ("02", AFTER)):
            tree = country.tree(top, day)
            assert [one.code for one in tree.roots()] == [top]
            assert len(tree.descendants(top)) == len(tree) - 1

    def test_ancestors_before_and_after(self, country):
        assert names(country.ancestors("00012", BEFORE)) == ["Huyện Núi Trăng", "Tỉnh Ban Mai"]
        assert names(country.ancestors("00011", AFTER)) == ["Tỉnh Ban Mai"]
        assert country.ancestors("00012", AFTER) == ()

    def test_without_a_day_a_unit_stands_as_on_its_last(self, country):
        assert names(country.ancestors("00012")) == ["Huyện Núi Trăng", "Tỉnh Ban Mai"]
        assert names(country.children("102")) == ["Xã Cầu Mây", "Xã Bến Trúc"]

    def test_a_province_that_keeps_its_line(self, country):
        province = country["03"]
        assert (province.opened, province.closed) == (None, None)
        assert names(country.children("03", BEFORE)) == ["Thị xã Suối Lá"]
        assert names(country.children("03", AFTER)) == ["Phường Suối Lá", "Xã Lá Xanh"]

    def test_descendants(self, country):
        assert names(country.descendants("02", BEFORE)) == [
            "Huyện Sông Gió", "Xã Cầu Mây", "Xã Bến Trúc", "Huyện Hòn Sao",
        ]  # fmt: skip
        assert country.descendants("01", AFTER) == ()

    def test_counts(self, country):
        before, after = country.counts(BEFORE), country.counts(AFTER)
        assert (before["province"], before["district"], before["commune"]) == (3, 4, 7)
        assert after == {"province": 2, "tỉnh": 2, "commune": 5, "xã": 3, "phường": 1, "đặc khu": 1}

    def test_at_level(self, country):
        assert country.at_level(Level.DISTRICT, AFTER) == ()
        assert names(country.at_level("province", BEFORE))[0] == "Tỉnh Ban Mai"

    def test_the_tree_of_a_part(self, country):
        tree = country.tree("01", BEFORE)
        assert len(tree) == 5
        assert names(tree.ancestors("00013", BEFORE)) == ["Huyện Núi Trăng", "Tỉnh Ban Mai"]
        with pytest.raises(UnknownCodeError):
            country.tree("01", AFTER)

    def test_the_whole(self, country):
        assert len(country) == len(list(country)) == 20
        assert "00099" in country
        assert country.get("00098") is None
        with pytest.raises(UnknownCodeError, match="nearest: 0009"):
            country["0009"]


class TestSuccessions:
    def test_what_became_of_a_unit(self, country):
        links = country.successors("00012")
        assert [(one.new, one.kind, one.known_share) for one in links] == [
            ("00011", SuccessionKind.PART, None),
            ("00021", SuccessionKind.PART, None),
        ]
        assert country.successors("101") == ()

    def test_what_a_unit_was_made_of(self, country):
        assert [one.old for one in country.predecessors("00011")] == [
            "00011", "00012", "00013", "00022",
        ]  # fmt: skip
        assert country.predecessors("00099")[0].old == "103"

    def test_figures_go_over(self, country):
        meetings = {
            code: Interval.point(n) for code, n in (("00011", 5), ("00012", 8), ("00022", 4))
        }
        moved = country.crosswalk("commune").rebase(meetings)
        assert moved["00011"].value == Interval(Decimal(6), Decimal(14))
        assert moved["00021"].value == Interval(Decimal(3), Decimal(11))
        assert [(part.old, part.by) for part in moved["00021"].parts] == [
            ("00012", "mẫu 2"), ("00022", "mẫu 2"),
        ]  # fmt: skip


GOOD_UNITS = (HERE / "units.csv").read_text(encoding="utf-8")
GOOD_LINKS = (HERE / "successions.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("code,name", "name,code", "line 1"),
        (",province,,,\n", ",province,,\n", "line 4: 6 columns"),
        ("Xã Bến Trúc,xã", "Xã Bến Trúc,làng", "line 14: kind 'làng'"),
        (",xã,commune,102", ",xã,village,102", "level 'village'"),
        ("Xã Thung Lũng,xã,commune,101,,2025-06-30", "Xã Thung Lũng,xã,commune,101,,30/6/2025", "line 11: day '30/6/2025'"),
        ("00012,Xã", "00011,Xã", "twice on one day"),
        ("00099,Đặc khu Hòn Sao,đặc khu,commune,02", "00099,Đặc khu Hòn Sao,đặc khu,commune,01", "line 19: in 01 on"),
        ("00099,Đặc khu Hòn Sao,đặc khu,commune,02", "00099,Đặc khu Hòn Sao,đặc khu,commune,", "line 19: parent ''"),
        ("00099,Đặc khu Hòn Sao,đặc khu,commune,02", "00099,Đặc khu Hòn Sao,đặc khu,commune,00021", "a district or province"),
        ("03,Tỉnh Sao Khuê,tỉnh,province,,", "03,Tỉnh Sao Khuê,tỉnh,province,02,", "parent '02'"),
        ("đặc khu,commune,02,2025-07-01,", "đặc khu,commune,02,2025-07-01,2025-06-30", "ends on 2025-06-30"),
    ],
)  # fmt: skip
def test_units_that_make_no_tree_are_refused(tmp_path, old, new, said):
    path = tmp_path / "units.csv"
    assert old in GOOD_UNITS
    path.write_text(GOOD_UNITS.replace(old, new), encoding="utf-8")
    with pytest.raises(UnreadableFileError) as error:
        Country.read(path)
    assert said in str(error.value)
    assert str(error.value).startswith(str(path))


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("103,00099", "105,00099", "line 5: no unit 105 on 2025-06-30"),
        ("103,00099", "103,00098", "line 5: no unit 00098 on 2025-07-01"),
        ("00013,00011,whole,1", "00013,00013,whole,1", "no unit 00013 on 2025-07-01"),
        ("00012,00021,part", "00012,00011,part", "line 8: 00012 to 00011 again"),
        ("renamed,1,mẫu 3", "swapped,1,mẫu 3", "kind 'swapped'"),
        ("part,0.75", "part,1.5", "share '1.5'"),
        ("part,0.75", "part,most", "share 'most'"),
        ("renamed,1,mẫu 3", "renamed,0.5,mẫu 3", "share '0.5' of a renamed"),
    ],
)
def test_links_to_nobody_are_refused(tmp_path, old, new, said):
    path = tmp_path / "successions.csv"
    assert old in GOOD_LINKS
    path.write_text(GOOD_LINKS.replace(old, new), encoding="utf-8")
    with pytest.raises(UnreadableFileError) as error:
        Country.read(HERE / "units.csv", path)
    assert said in str(error.value)


def test_of_several_wrong_lines_the_first_is_named(tmp_path):
    path = tmp_path / "units.csv"
    wrong = [f"xã,commune,{place}" for place in ("101", "102", "104")]
    text = GOOD_UNITS
    for number, part in enumerate(wrong):
        text = text.replace(part, part.replace("xã", f"làng {number}"))
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableFileError, match="line 10: kind 'làng 0'"):
        Country.read(path)


def test_other_counts_are_refused():
    with pytest.raises(UnreadableFileError, match="5 of commune on 2025-07-01; want 6"):
        Country.read(HERE / "units.csv", counts={AFTER: {"commune": 6}})


def test_wrong_encoding_and_missing_file(tmp_path):
    path = tmp_path / "units.csv"
    path.write_bytes(GOOD_UNITS.encode("utf-16"))
    with pytest.raises(UnreadableFileError, match="not UTF-8 at byte 0"):
        Country.read(path)
    with pytest.raises(UnreadableFileError, match=r"none\.csv"):
        Country.read(tmp_path / "none.csv")


def quoted(text):
    """The same table with a quotation mark round every field."""
    written = io.StringIO()
    csv.writer(written, quoting=csv.QUOTE_ALL).writerows(csv.reader(io.StringIO(text)))
    return written.getvalue()


class TestSpellings:
    """A file says the same however its fields are quoted and its lines ended."""

    @pytest.mark.parametrize(
        "spelled", [quoted, lambda text: text.replace("\n", "\r\n"), str.rstrip]
    )
    def test_the_same_country(self, tmp_path, country, spelled):
        for name, text in (("u.csv", GOOD_UNITS), ("s.csv", GOOD_LINKS)):
            (tmp_path / name).write_text(spelled(text), encoding="utf-8", newline="")
        other = Country.read(tmp_path / "u.csv", tmp_path / "s.csv")
        assert list(other) == list(country)
        assert list(other.crosswalk("commune")) == list(country.crosswalk("commune"))

    def test_a_comma_in_a_quoted_name_or_source(self, tmp_path):
        path, links = tmp_path / "u.csv", tmp_path / "s.csv"
        path.write_text(GOOD_UNITS.replace("Xã Bến Trúc", '"Xã Bến, Trúc"'), encoding="utf-8")
        links.write_text(GOOD_LINKS.replace("mẫu 3", '"mẫu 3, a\nb"'), encoding="utf-8")
        found = Country.read(path, links)
        assert "Xã Bến, Trúc" in names(found)
        assert "mẫu 3, a\nb" in {one.by for one in found.crosswalk("commune")}

    @pytest.mark.parametrize("source", ['mẫu "3"', 'x",","y', '"', '""', '"a""b"', 'x","'])
    def test_odd_quotation_marks_are_read_as_csv_reader_does(self, tmp_path, source):
        lines = [SUCCESSIONS_HEADER, f"1,2,whole,1,{source}", "3,4,whole,1,mẫu", "5,6,whole,1,mẫu"]
        path = tmp_path / "s.csv"
        path.write_text("\n".join(lines), encoding="utf-8")
        wanted = list(csv.reader(io.StringIO("\n".join(lines))))[1:]
        if any(len(row) != 5 for row in wanted):
            with pytest.raises(UnreadableFileError, match="columns; want 5"):
                _Table(path, SUCCESSIONS_HEADER, Passing)
        else:
            table = _Table(path, SUCCESSIONS_HEADER, Passing)
            found = zip(table.one, table.other, table.rests, strict=True)
            assert [[a, b, *rest] for a, b, rest in found] == wanted

    def test_a_file_of_a_header_alone_holds_nobody(self, tmp_path):
        path = tmp_path / "u.csv"
        path.write_text(GOOD_UNITS.split("\n", maxsplit=1)[0] + "\n", encoding="utf-8")
        assert len(Country.read(path)) == 0

    @pytest.mark.property
    @settings(max_examples=80)
    @given(st.lists(st.lists(st.text(alphabet='ab",\n ', max_size=4), min_size=5, max_size=5)))
    def test_fields_are_those_of_csv_reader(self, tmp_path_factory, rows):
        path = tmp_path_factory.getbasetemp() / "fields.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            file.write(SUCCESSIONS_HEADER + "\n")
            csv.writer(file, lineterminator="\n").writerows(rows)
        table = _Table(path, SUCCESSIONS_HEADER, Passing)
        found = [
            [a, b, *rest] for a, b, rest in zip(table.one, table.other, table.rests, strict=True)
        ]
        assert found == rows


SHARED = Path(__file__).parents[3] / "shared" / "country"


@pytest.fixture(scope="module")
def real():
    if not SHARED.is_dir():
        pytest.skip("the lists of units do not lie beside this checkout")
    return Country.read(
        SHARED / "units.csv",
        SHARED / "successions.csv",
        counts={
            BEFORE: {"province": 63, "district": 696, "commune": 10_035},
            AFTER: {
                "province": 34, "commune": 3_321, "xã": 2_621, "phường": 687, "đặc khu": 13,
            },
        },
    )  # fmt: skip


def least(action):
    """The least time an action takes, of the processor alone, of several times."""

    def once():
        began = time.process_time()
        action()
        return time.process_time() - began

    return min(once() for _ in range(9))


@pytest.mark.corpus
class TestTheRealCountry:
    @pytest.mark.timed
    def test_it_loads_in_about_twice_the_time_of_parsing_its_files(self, real):
        files = SHARED / "units.csv", SHARED / "successions.csv"

        def parse():
            for path in files:
                with path.open(encoding="utf-8", newline="") as file:
                    list(csv.reader(file))

        # Some 1.8 times on a quiet machine; on a busy one the two do not slow down alike.
        assert least(lambda: Country.read(*files)) < 2 * least(parse)

    def test_every_unit_of_before_has_become_something(self, real):
        for level in ("province", "commune"):
            old = {one.code for one in real.at_level(level, BEFORE)}
            assert {link.old for link in real.crosswalk(level)} == old

    def test_every_unit_of_after_was_made_of_something(self, real):
        assert all(real.predecessors(one.code) for one in real.at_level("commune", AFTER))

    def test_reused_codes(self, real):
        old = {one.code for one in real.at_level("commune", BEFORE)}
        new = {one.code for one in real.at_level("commune", AFTER)}
        assert len(old & new) == 3_316

    def test_parts_without_a_share(self, real):
        links = real.crosswalk("commune")
        assert sum(one.known_share is None for one in links) == 972

    def test_the_two_districts(self, real):
        assert names(real.ancestors("03424", BEFORE)) == ["Huyện Tam Đường", "Tỉnh Lai Châu"]
        assert names(real.ancestors("03424", AFTER)) == ["Tỉnh Lai Châu"]
        assert {one.old for one in real.predecessors("03424")} == {"03424", "03427"}

    def test_a_total_of_the_country_is_kept(self, real):
        figures = {one.code: Interval.point(1) for one in real.at_level("commune", BEFORE)}
        moved = real.crosswalk("commune").rebase(figures)
        from_districts = {one.new for one in real.crosswalk("district")}  # five đặc khu
        new = {one.code for one in real.at_level("commune", AFTER)}
        assert set(moved) == new - from_districts
        assert len(from_districts) == 5
        assert 10_035 in Interval.sum(one.value for one in moved.values())
