"""SDMX: what is written comes back, and an SDMX library reads it."""

import csv
import io
from contextlib import suppress
from datetime import date, datetime

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import DanvanError, InvalidValueError, UnknownCodeError, UnreadableFileError
from danvan.indicators import Missing, Observation, Status, indicators
from danvan.integrations.period_spellings import spellings
from danvan.integrations.sdmx import (
    Structure,
    from_sdmx_period,
    read_csv,
    read_indicators,
    to_sdmx_period,
    write_csv,
    write_structure,
)
from danvan.integrations.sdmx.identifiers import from_value_id, value_id
from danvan.periods import Period
from danvan.quantities import Quantity
from danvan.testing import strategies as dst
from integrations.exchanged import CATALOGUE, LOANS, SESSIONS, TREE, figures, tables

YOUTH = TREE["tam_duong.youth"]
FIGURE = Observation(SESSIONS, YOUTH, Period.nine_months(2023), Quantity.parse("trên 394 buổi"))

# ---------------------------------------------------------------- periods


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2023", Period.year(2023)),
        ("2023-A1", Period.year(2023)),
        ("2023-S2", Period.half(2023, 2)),
        ("2023-T3", Period.months(2023, 9, 12)),
        ("2023-Q3", Period.quarter(2023, 3)),
        ("2023-09", Period.month(2023, 9)),
        ("2023-M09", Period.month(2023, 9)),
        ("2023-W01", Period(date(2023, 1, 2), date(2023, 1, 8))),
        ("2023-09-14", Period(date(2023, 9, 14), date(2023, 9, 14))),
        ("2023-01-01/P9M", Period.nine_months(2023)),
        ("2023-01-01T00:00:00/P9M", Period.nine_months(2023)),
        ("2021-01-01/P5Y", Period.years(2021, 2025)),
        ("2022-12-15/P365D", Period(date(2022, 12, 15), date(2023, 12, 14))),
        ("2023-09-14/P2W", Period(date(2023, 9, 14), date(2023, 9, 27))),
        ("9999-01-01/P1Y", Period.year(9999)),
    ],
)
def test_periods_read(text, period):
    assert from_sdmx_period(text) == period


@pytest.mark.parametrize(
    "text",
    ["", "2023-Q5", "2023-S0", "2023-13", "2023-W54", "2023-02-30", "0000", "2023-01-01/", "2023-01-01/P",
     "2023-01-15/P1M", "9999-12-31/P2D", "2023-01-01/P99999M", "2023Q3", "2023-01-01/PT5H", "2023-Q3 "],
)  # fmt: skip
def test_no_periods(text):
    with pytest.raises(DanvanError, match="SDMX period"):
        from_sdmx_period(text)


@pytest.mark.property
@given(dst.periods())
def test_every_period_has_a_spelling(period):
    assert from_sdmx_period(to_sdmx_period(period)) == period


def test_the_last_periods_of_the_calendar():
    for period in (
        Period.year(9999),
        Period.years(9998, 9999),
        Period(date(9999, 12, 31), date(9999, 12, 31)),
        Period.year(1),
    ):
        assert from_sdmx_period(to_sdmx_period(period)) == period


def test_the_table_of_spellings_is_whole():
    for one in spellings():
        assert one.months * one.count == 12
        period = one.read(one.form.format(year="2023", n=f"{1:0{one.digits or 1}}"))
        assert period is not None
        assert period.first == date(2023, one.first_month, 1)
        assert one.written_as(period) == one.form.format(year="2023", n=f"{1:0{one.digits or 1}}")


# ---------------------------------------------------------------- identifiers


@given(st.text(min_size=1))
def test_parts_of_breakdowns_come_back(text):
    try:
        found = value_id(text)
    except UnicodeError:
        return
    assert from_value_id(found) == text
    assert found != "_T"
    assert all(sign.isascii() and (sign.isalnum() or sign in "_-$@") for sign in found)


@pytest.mark.parametrize("text", ["$", "$zz$", "M$F4$ng", "$41$", "$ffffff$", "", "ô"])
def test_identifiers_danvan_does_not_write(text):
    with pytest.raises(DanvanError):
        from_value_id(text)


# ---------------------------------------------------------------- tables


@pytest.mark.property
@given(tables)
def test_observations_come_back(observations):
    found = read_csv(write_csv(observations), TREE, CATALOGUE)
    assert found.observations == observations
    assert found.left_out == ()
    padded = [one.quantity and str(one.quantity) for one in found.observations]
    assert padded == [one.quantity and str(one.quantity) for one in observations]


@given(figures(), figures())
def test_two_figures_of_one_thing_are_refused(one, other):
    double = attrs.evolve(one, source="khác")
    with pytest.raises(InvalidValueError, match="as_known"):
        write_csv([one, double])


def test_what_other_tools_see():
    loan = Observation(
        LOANS,
        YOUTH,
        Period.year(2023),
        Quantity.parse("431,6 triệu đồng"),
        status=Status.PROVISIONAL,
    )
    none = Observation(SESSIONS, YOUTH, Period.quarter(2023, 3), missing=Missing.NOT_DUE)
    rows = list(csv.DictReader(io.StringIO(write_csv([FIGURE, loan, none]))))
    seen = [
        (
            r["OBS_VALUE"],
            r["OBS_STATUS"],
            r["UNIT_MEASURE"],
            r["UNIT_MULT"],
            r["AS_WRITTEN"],
            r["MISSING"],
        )
        for r in rows
    ]
    assert seen == [
        ("394", "E", "buổi", "0", "trên 394 buổi", ""),
        ("431.6", "P", "đồng", "6", "431,6 triệu đồng", ""),
        ("", "O", "", "", "", "not_due"),
    ]


FOREIGN = "REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,DECIMALS\n"


@pytest.mark.parametrize(
    ("row", "quantity", "missing"),
    [
        ("tam_duong-youth,own-sessions,2023-Q3,394,A,0,0", "394 buổi", None),
        ("tam_duong-youth,own-loans,2023-Q3,431.6,,6,1", "431,6 triệu đồng", None),
        ("tam_duong-youth,own-sessions,2023-Q3,,L,,", None, Missing.NOT_REPORTED),
        ("tam_duong-youth,own-sessions,2023-Q3,NaN,M,,", None, Missing.NOT_APPLICABLE),
    ],
)
def test_tables_of_other_systems(row, quantity, missing):
    found = read_csv(FOREIGN + row + "\n", TREE, CATALOGUE)
    (one,) = found.observations
    assert (one.quantity and str(one.quantity), one.missing) == (quantity, missing)
    assert found.left_out == (
        ("column DECIMALS: 1 cells, the first on line 2",) if row[-1] != "," else ()
    )


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("tam_duong-youth,own-sessions,2023-Q3,,,,", "line 2, column OBS_VALUE: OBS_STATUS ''"),
        ("tam_duong-youth,own-sessions,2023-Q3,394,O,,", "nothing beside O"),
        ("tam_duong-youth,own-sessions,2023-Q3,1e3,A,,", "such as 394"),
        ("tam_duong-youth,own-sessions,2023-Q3,-5,A,,", "from zero up"),
        ("tam_duong-youth,own-sessions,2023-Q3,394,A,5,", "UNIT_MULT"),
        ("tam_duong-youth,own-sessions,Q3,394,A,,", "line 2, column TIME_PERIOD"),
        ("tam_duong-youth,own-sessions,2023-Q3,394", "line 2: 4 cells"),
        ('tam_duong-youth,own-sessions,2023-Q3,"394"x,A,,', "line 2"),
    ],
)
def test_rows_that_are_refused(row, says):
    with pytest.raises(UnreadableFileError) as caught:
        read_csv(FOREIGN + row + "\n", TREE, CATALOGUE)
    assert says in str(caught.value)


@pytest.mark.parametrize(
    "row", ["x,own-sessions,2023,1,A,,", "tam_duong-youth,own-strange,2023,1,A,,"]
)
def test_codes_nobody_knows(row):
    with pytest.raises(UnknownCodeError, match="line 2, column"):
        read_csv(FOREIGN + row, TREE, CATALOGUE)


def test_tables_that_are_none():
    for text in ("", "a,b\n", FOREIGN.replace("DECIMALS", "OBS_VALUE"), "REF_AREA"):
        with pytest.raises(UnreadableFileError, match="line 1"):
            read_csv(text, TREE, CATALOGUE)
    changed = write_csv([FIGURE]).replace(",394,E", ",395,E")
    with pytest.raises(UnreadableFileError, match="a figure of 395"):
        read_csv(changed, TREE, CATALOGUE)
    with pytest.raises(UnreadableFileError, match="nothing is deleted"):
        read_csv(write_csv([FIGURE]).replace(",I,", ",D,"), TREE, CATALOGUE)


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text):
    with suppress(DanvanError):
        read_csv(FOREIGN + text, TREE, CATALOGUE)


def test_a_figure_that_is_not_of_the_structure():
    with pytest.raises(InvalidValueError, match="one of the structure"):
        write_csv([FIGURE], Structure((LOANS,), (YOUTH,)))
    bare = attrs.evolve(SESSIONS, breakdowns=())
    with pytest.raises(InvalidValueError, match="breakdown"):
        write_csv(
            [attrs.evolve(FIGURE, breakdown=(("field", "economy"),))], Structure((bare,), (YOUTH,))
        )


# ---------------------------------------------------------------- structures


def test_two_definitions_of_one_indicator():
    other = attrs.evolve(FIGURE, indicator=attrs.evolve(SESSIONS, name="khác"), source="y")
    with pytest.raises(InvalidValueError, match="one definition"):
        Structure.of([FIGURE, other])


def test_catalogues_come_back():
    structure = Structure(tuple(indicators()), (YOUTH,))
    back = read_indicators(write_structure(structure))
    assert back.entries == indicators().entries


def test_structures_of_other_systems_have_no_definitions():
    data = write_structure(Structure((SESSIONS,), (YOUTH,))).replace(b"danvan.Indicator", b"other")
    with pytest.raises(UnreadableFileError, match=r"line \d+, code own-sessions: no annotation"):
        read_indicators(data)
    broken = write_structure(Structure((SESSIONS,), (YOUTH,))).replace(b"flow", b"flew")
    with pytest.raises(UnreadableFileError, match="flew"):
        read_indicators(broken)
    for other in (b"<a/>", b"<!DOCTYPE a><a/>", b""):
        with pytest.raises(UnreadableFileError):
            read_indicators(other)


def test_a_dimension_sdmx_cannot_name():
    strange = attrs.evolve(LOANS, breakdowns=(attrs.evolve(LOANS.breakdowns[0], dimension="quỹ"),))
    with pytest.raises(InvalidValueError, match="SDMX dimension"):
        write_structure(Structure((strange,), (YOUTH,)))


def test_organizations_stand_under_the_nearest_in_the_table():
    district = TREE["tam_duong.party"] if TREE.get("tam_duong.party") else None
    pairs = [(one, TREE.ancestors(one, date(2023, 9, 30))) for one in TREE]
    child, above = next((one, found) for one, found in pairs if found)
    both = [attrs.evolve(FIGURE, organization=one) for one in (child, above[0])]
    structure = Structure.of(both, organizations=TREE, on=date(2023, 9, 30))
    assert (child.code, above[0].code) in structure.parents
    assert b"<str:Parent>" in write_structure(structure)
    assert district is None or district.code in {one.code for one in TREE}


# ---------------------------------------------------------------- other libraries


@pytest.fixture
def files(tmp_path):
    figures = [
        FIGURE,
        Observation(
            LOANS,
            YOUTH,
            Period.year(2023),
            Quantity.parse("431,6 triệu đồng"),
            breakdown=(("fund", "Quỹ A"),),
        ),
        Observation(
            SESSIONS,
            YOUTH,
            Period.quarter(2023, 3),
            missing=Missing.NOT_DUE,
            breakdown=(("field", "economy"),),
        ),
    ]
    structure, table = tmp_path / "structure.xml", tmp_path / "table.csv"
    structure.write_bytes(write_structure(Structure.of(figures), datetime(2026, 11, 21)))
    table.write_text(write_csv(figures), encoding="utf-8", newline="")
    return structure, table


COLUMNS = [
    "FREQ",
    "REF_AREA",
    "INDICATOR",
    "ROLE",
    "SCOPE",
    "BY_ETHNIC_GROUP",
    "BY_FIELD",
    "BY_FUND",
    "TIME_PERIOD",
]


@pytest.mark.filterwarnings("ignore")
def test_pysdmx_reads_them(files):
    io = pytest.importorskip(
        "pysdmx.io", reason="pysdmx is not installed: pip install 'pysdmx[data,xml]'"
    )
    message = io.read_sdmx(files[0], validate=True)  # against the schemas of SDMX 3.0
    lists = {one.id: [code.id for code in one.codes] for one in message.get_codelists()}
    assert lists["CL_INDICATOR"] == ["own-loans", "own-sessions"]
    assert lists["CL_BY_FUND"] == ["_T", value_id("Quỹ A")]
    (definition,) = message.get_data_structure_definitions()
    assert [one.id for one in definition.components.dimensions] == COLUMNS
    (dataset,) = io.get_datasets(files[1], files[0])
    assert list(dataset.data["OBS_VALUE"].astype(str))[:2] in (["394", "431.6"], ["394.0", "431.6"])
    assert list(dataset.data["AS_WRITTEN"])[:2] == ["trên 394 buổi", "431,6 triệu đồng"]


@pytest.mark.filterwarnings("ignore")
def test_sdmx1_reads_them(files):
    sdmx = pytest.importorskip("sdmx", reason="sdmx1 is not installed: pip install sdmx1")
    if not hasattr(sdmx, "read_sdmx"):
        pytest.skip("this sdmx is not sdmx1")
    message = sdmx.read_sdmx(files[0])
    definition = message.structure["OBSERVATIONS"]
    assert [one.id for one in definition.dimensions] == COLUMNS
    names = message.codelist["CL_INDICATOR"]["own-sessions"].name.localizations
    assert names["vi"] == "Số buổi"
    data = sdmx.read_sdmx(files[1], structure=definition)
    assert [one.value for one in data.data[0].obs][:2] == ["394", "431.6"]
