"""What comes from data is never a formula, and what somebody sends does no harm."""

import time
import tracemalloc
import zipfile
from contextlib import suppress
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

pytest.importorskip("xlsxwriter", reason="needs danvan[excel]")
pytest.importorskip("python_calamine", reason="needs danvan[excel]")
pytest.importorskip("openpyxl", reason="needs openpyxl, of the dependency group test")

import openpyxl
from hypothesis import example, given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook

from danvan import Observation, Organizations, Period, Quantity, roll_up
from danvan.catalogue import Catalogue
from danvan.errors import UnreadableFileError
from danvan.indicators import Breakdown, BreakdownKind, Indicator, Kind
from danvan.integrations.workbooks.opening import open_workbook
from danvan.integrations.workbooks.reading import read_workbook
from danvan.integrations.workbooks.templates import write_template
from danvan.integrations.workbooks.totals import write_aggregates
from danvan.integrations.workbooks.writing import Sheets, plain, put, put_across
from danvan.organizations import Branch, Level, Organization
from danvan.reporting import Form, Row
from danvan.vietnamese import nfc

YEAR = Period.year(2026)
COMMANDS = ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\n=cmd|' /C calc'!A0", "＝1", "=", "{=1}",
            "<r><t>x</t></r>", "<r><f>1+1</f></r>", "_x0041_", "'=1", "http://x", "1,5", "x\ufffey\x00\x0b"]  # fmt: skip
texts = st.sampled_from(COMMANDS) | st.text(max_size=40) | st.tuples(
    st.sampled_from(["=", "+", "-", "@", " =", "\t@", "\r\n-"]), st.text(max_size=20)).map("".join)  # fmt: skip


def cells(path):
    """Every cell of a workbook with something in it, as openpyxl takes it."""
    for sheet in openpyxl.load_workbook(path):
        for row in sheet:
            yield from (cell for cell in row if cell.value is not None)


@pytest.mark.property
@given(st.lists(texts, min_size=1, max_size=12))
@example(COMMANDS)
@settings(max_examples=60, deadline=None)
def test_text_stays_text_whatever_it_begins_with(words):
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.xlsx")
        with Sheets(path, "=title") as book:
            sheet = book.add("S", (10.0,))
            for row, text in enumerate(words):
                put(sheet, row, 0, text, book.look())
                put_across(sheet, row, (1, 2), text, book.look())
            put(sheet, len(words), 0, "end", book.look())
        for cell in cells(path):
            assert cell.data_type == "s"
            assert cell.quotePrefix
        got = load_workbook(path).get_sheet_by_name("S").to_python(skip_empty_area=False)
        assert [row[0] for row in got[:-1]] == [plain(text) for text in words]
        assert ["".join(row[1:2]) for row in got[:-1]] == [plain(text) for text in words]


names = texts.map(lambda text: nfc(" ".join(plain(text).split()))).filter(bool)


@pytest.mark.property
@given(names, names, names, names, names)
@settings(max_examples=40, deadline=None)
def test_nothing_in_a_template_or_in_totals_is_a_formula(form_name, name, unit_name, part, source):
    who = Organization("x", name, "group", Level.COMMUNE, Branch.PARTY)
    tree = Organizations((who,))
    counted = Indicator(
        "a.b", unit_name, "cuộc", Kind.FLOW, concept=source,
        breakdowns=(Breakdown("by", BreakdownKind.PARTITION, (part, f"{part}2"), (name, "hai")),),
    )  # fmt: skip
    form = Form("f", form_name, 1, (Row("a.b", ("by",)),), source=source)
    catalogue = Catalogue("made up", (counted,))
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.xlsx")
        write_template(form, who, YEAR, path, to=who, catalogue=catalogue)
        assert {cell.data_type for cell in cells(path)} == {"s"}
        got = read_workbook(path, form, tree, catalogue=catalogue)
        assert not got.findings
        figure = Observation(counted, who, YEAR, Quantity(Decimal(3), "cuộc"), source=source)
        totals = roll_up([figure], tree, to="x", period=YEAR)
        write_aggregates(totals, path, title=form_name)
        assert {cell.data_type for cell in cells(path)} == {"s", "n"}


FORM = Form("m", "Biểu 1", 1, (Row("models.working"), Row("dialogues.sessions")))
TREE = Organizations.shipped("ban_mai")
COMMUNE = TREE["ban_mai.communes.suoi_la.party"]
SHEET = "xl/worksheets/sheet1.xml"
RELATIONS = "xl/_rels/workbook.xml.rels"


@pytest.fixture
def changed(tmp_path):
    """The template with parts changed or added; bytes as they come."""

    def make(parts=None, change=None, compression=zipfile.ZIP_DEFLATED, replaced=None):
        source, target = tmp_path / "mau.xlsx", tmp_path / "x.xlsx"
        write_template(FORM, COMMUNE, YEAR, source)
        with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", compression) as new:
            for name in old.namelist():
                data = (replaced or {}).get(name) or old.read(name)
                if name == SHEET and change:
                    data = change(data)
                new.writestr(name, data)
            for name, data in (parts or {}).items():
                new.writestr(name, data)
        return target

    return make


def cell(xml):
    return lambda sheet: sheet.replace(b"</sheetData>", xml + b"</sheetData>")


FAR = [
    b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
    b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>",
    b'<row r = "1048576"><c r = "XFD1048576"><v>1</v></c></row>',
    b'<row r="90"><c\tr\n=\t"xfd90"><v>1</v></c></row>',
    b'<row r="90"><c s="1" r="ZZZ90" t="s"><v>1</v></c></row>',
    b'<row r="90"><c r="&#88;FD1048576"><v>1</v></c></row>',
    b'<row r="999999"><c><v>1</v></c></row>',
]  # fmt: skip


@pytest.mark.parametrize("xml", FAR)
def test_a_cell_far_away_takes_no_memory(changed, xml):
    path = changed(change=cell(xml))
    book = open_workbook(path)
    tracemalloc.start()
    with pytest.raises(UnreadableFileError, match=r"at most 400000 cells|address of a cell"):
        book.rows("Biểu 1")
    assert tracemalloc.get_traced_memory()[1] < 8 * 2**20
    tracemalloc.stop()


def test_a_far_cell_with_nothing_in_it_does_no_harm(changed):
    path = changed(change=cell(b'<row r="65536"><c r="A65536" s="1"/></row>'))
    assert len(open_workbook(path).rows("Biểu 1")) < 100


def test_a_far_cell_in_a_part_of_another_name(changed):
    """What a sheet is stored in is told by the list of sheets, and not by a name."""
    sheet = b'<worksheet><sheetData><row r="1"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    relations = (
        b'<Relationships><Relationship Id="rId1" Target="media/image1.png"/></Relationships>'
    )
    path = changed({"xl/media/image1.png": sheet}, replaced={RELATIONS: relations})
    with pytest.raises(UnreadableFileError, match=r"400000 cells|no workbook"):
        open_workbook(path).rows("Biểu 1")


def test_one_sheet_or_relation_of_two_meanings(changed):
    relations = b"<Relationships>%s</Relationships>" % (
        b'<Relationship Id="rId1" Target="x.xml"/>' * 2
    )
    with pytest.raises(UnreadableFileError, match="named twice"):
        open_workbook(changed(replaced={RELATIONS: relations}))


REFUSED = [
    ({"xl/vbaProject.bin": b"x"}, "macros in it"),
    ({"xl/macrosheets/sheet1.xml": b"<x/>"}, "macros in it"),
    ({"xl/activeX/activeX1.xml": b"<x/>"}, r"programs \(ActiveX\) in it"),
    ({"xl/externalLinks/externalLink1.xml": b"<x/>"}, "links to other workbooks in it"),
    ({"xl/connections.xml": b"<x/>"}, "connections to other sources in it"),
    ({"xl/bomb.xml": bytes(20 * 2**20)}, "it unpacks to"),
    ({f"xl/part{n}.xml": b"x" for n in range(200)}, "parts"),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "problem"), REFUSED, ids=[row[1][:20] for row in REFUSED])
def test_workbooks_that_are_more_than_figures(changed, parts, problem):
    with pytest.raises(UnreadableFileError, match=problem) as caught:
        open_workbook(changed(parts))
    assert "want" in str(caught.value)


def test_a_bomb_that_lies_about_its_size(changed):
    path = changed({"xl/media/a.bin": bytes(40 * 2**20)})
    data = bytearray(path.read_bytes())
    size = (40 * 2**20).to_bytes(4, "little")
    assert data.count(size) == 2
    path.write_bytes(bytes(data).replace(size, (100).to_bytes(4, "little")))
    tracemalloc.start()
    with pytest.raises(UnreadableFileError, match="not of the size it says"):
        open_workbook(path)
    assert tracemalloc.get_traced_memory()[1] < 2 * 2**20
    tracemalloc.stop()


def test_entities_are_not_expanded(changed):
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    path = changed(change=lambda xml: xml.replace(b"<worksheet", bomb + b"<worksheet x='1'", 1))
    with pytest.raises(UnreadableFileError, match="a document type of its own"):
        open_workbook(path).rows("Biểu 1")


BYTES = {
    "old or encrypted": (b"\xd0\xcf\x11\xe0" + bytes(600), "an old workbook .* or one with a password"),
    "empty": (b"", "no workbook"),
    "text": (b"indicator,value\n", "no workbook"),
    "cut off": (None, "no workbook"),
    "too large": (b"PK" + bytes(9 * 2**20), "at most"),
}  # fmt: skip


@pytest.mark.parametrize("what", BYTES)
def test_files_that_are_no_workbooks(changed, tmp_path, what):
    data, problem = BYTES[what]
    path = tmp_path / "a.xlsx"
    path.write_bytes(changed().read_bytes()[:-100] if data is None else data)
    with pytest.raises(UnreadableFileError, match=problem):
        open_workbook(path)


def test_other_ways_to_break_a_file(changed, tmp_path):
    with pytest.raises(UnreadableFileError, match="packed in an unknown way"):
        open_workbook(changed(compression=zipfile.ZIP_BZIP2))
    with pytest.raises(UnreadableFileError, match="a file that can be read"):
        open_workbook(tmp_path / "khong_co.xlsx")
    locked = changed()
    data = bytearray(locked.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    locked.write_bytes(data)
    with pytest.raises(UnreadableFileError, match="a password on it"):
        open_workbook(locked)
    twice = changed()
    twice.write_bytes(twice.read_bytes() * 2)
    with pytest.raises(UnreadableFileError, match="several in one file"):
        open_workbook(twice)
    with pytest.raises(UnreadableFileError):
        open_workbook(changed(change=lambda xml: xml[: len(xml) // 2] + b"'")).rows("Biểu 1")


@pytest.fixture(scope="module")
def template(tmp_path_factory):
    path = tmp_path_factory.mktemp("mau") / "mau.xlsx"
    write_template(FORM, COMMUNE, YEAR, path)
    return path.read_bytes()


places = st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255))


@pytest.mark.property
@given(st.lists(places, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_damage_is_a_finding_or_one_error(template, damage):
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.xlsx")
        broken = bytearray(template)
        for place, byte in damage:
            broken[int(place * len(broken))] = byte
        path.write_bytes(broken)
        with suppress(UnreadableFileError):
            read_workbook(path, FORM, TREE)


@pytest.mark.property
@given(
    st.lists(
        st.sampled_from(
            [
                b"<row>",
                b"</row>",
                b"<c>",
                b"</c>",
                b"<v>1</v>",
                b"<c r='A9'>",
                b'<c r="B70" t="e">',
                b"<f>A1</f>",
                b"<row r='x'>",
                b"&",
                b"<!--",
                b"<![CDATA[",
            ]
        ),
        max_size=12,
    ).map(b"".join)
)
@settings(max_examples=60, deadline=None)
def test_any_xml_is_a_finding_or_one_error(template, xml):
    with TemporaryDirectory() as folder:
        path = Path(folder, "a.xlsx")
        with zipfile.ZipFile(BytesIO(template)) as old, zipfile.ZipFile(path, "w") as new:
            for name in old.namelist():
                part = old.read(name)
                new.writestr(name, cell(xml)(part) if name == SHEET else part)
        with suppress(UnreadableFileError):
            read_workbook(path, FORM, TREE)


@pytest.mark.timed
def test_looking_through_a_sheet_grows_linearly(changed):
    def seconds(rows):
        xml = b"".join(
            b"<row r='%d'><c r='A%d'><v>1</v></c></row>" % (n, n) for n in range(100, rows)
        )
        path = changed(change=cell(xml))
        begun = time.perf_counter()
        open_workbook(path).rows("Biểu 1")
        return time.perf_counter() - begun

    assert seconds(50_000) < 12 * seconds(12_500)
