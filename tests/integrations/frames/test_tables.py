"""Observations to a table and back, coverage, comparison and the checks, in every engine."""

import subprocess
import sys
from decimal import Decimal

import pytest

pl = pytest.importorskip("polars", reason="needs polars, of the dependency group test")
nw = pytest.importorskip("narwhals", reason="needs danvan[frames]")
pytest.importorskip("pyarrow", reason="needs danvan[duckdb]")

import attrs  # noqa: E402
from hypothesis import HealthCheck, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

import made_up  # noqa: E402
from danvan import coverage  # noqa: E402
from danvan.catalogue import Catalogue  # noqa: E402
from danvan.errors import InvalidValueError  # noqa: E402
from danvan.findings import rules  # noqa: E402
from danvan.indicators import Breakdown, BreakdownKind, Indicator, Kind, Missing  # noqa: E402
from danvan.integrations import frames  # noqa: E402
from danvan.integrations.frames import observations_to_frame  # noqa: E402
from danvan.periods import Period  # noqa: E402
from danvan.testing import strategies as dst  # noqa: E402
from engines import every_engine, rows  # noqa: E402
from made_up import COMMUNES, MEETINGS, MONTHS, TREE, YEAR, figure  # noqa: E402

OWN = Catalogue("own", (MEETINGS, made_up.MEMBERS))
PARTS = Indicator(
    "own.parts", "Số mô hình", "mô hình", Kind.FLOW,
    breakdowns=(
        Breakdown("field", BreakdownKind.PARTITION, ("economy", "culture")),
        Breakdown("among", BreakdownKind.OF_WHICH, ("new",)),
        Breakdown("who", BreakdownKind.OVERLAPPING),
    ),
)  # fmt: skip


@pytest.mark.property
@every_engine
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_there_and_back(engine, data):
    one = st.builds(
        lambda number, observation: attrs.evolve(observation, organization=list(TREE)[number]),
        st.integers(0, len(TREE) - 1),
        dst.observations(indicator=MEETINGS),
    )
    observations = data.draw(st.lists(one, max_size=6))
    back, findings = frames.frame_to_observations(engine(observations), TREE, catalogue=OWN)
    assert (list(back), list(findings)) == (observations, [])


@pytest.mark.parametrize(
    ("cells", "column", "got"),
    [
        ({"organization": "d9.c9"}, "organization", "d9.c9"),  # nobody of the tree
        ({"indicator": "own.meting"}, "indicator", "own.meting"),  # misspelled
        ({"written": "trên năm cuộc"}, "value", "trên năm cuộc"),  # no numeral
        ({"written": "5 hộ"}, "value", "5 hộ"),  # another unit
        ({"role": "done"}, "role", "done"),  # no such role
        ({"missing": "late"}, "missing", "late"),  # no such reason
        ({"breakdown": "field"}, "breakdown", "field"),  # no value
        ({"written": None, "value": None}, "value", "None"),  # neither a figure nor a reason
        (
            {"period_last": YEAR.first.replace(year=2022)},
            "period_last",
            "2022-01-01",
        ),  # ends before
    ],
)
def test_a_bad_cell_is_a_finding_and_stops_nothing(cells, column, got):
    good = observations_to_frame([figure("d0.c0", "5"), figure("d0.c1", "7")])
    bad = good.with_columns(
        pl.when(pl.col("row") == 1)
        .then(pl.lit(cell))
        .otherwise(pl.col(name))
        .cast(good.schema[name])
        .alias(name)
        for name, cell in cells.items()
    )
    found, findings = frames.frame_to_observations(bad, TREE, catalogue=OWN)
    assert [one.organization.code for one in found] == ["d0.c0"]
    (finding,) = findings
    assert finding.rule == rules()["DV679"]
    parts = dict(finding.parts)
    assert (parts["row"], parts["column"], parts["got"]) == ("2", column, got)
    assert f"dòng 2, cột “{column}”" in finding.message()


@every_engine
def test_coverage_as_in_the_core(engine):
    observations = [
        figure("d0.c0", "3", period=MONTHS[0]),
        figure("d0.c1", "0"),
        figure("d0.c2", None, missing=Missing.NOT_DUE),
        figure("d1.c0", "0 - 2"),
        figure("d1.c1", "trên 0"),
        figure("d1.c2", "4", period=Period.year(2022)),
    ]
    core = coverage(observations, TREE, indicator=MEETINGS, among=COMMUNES, period=YEAR)
    told = rows(
        frames.coverage(engine(observations), TREE, indicator=MEETINGS, among=COMMUNES, period=YEAR)
    )
    assert len(told) == len(COMMUNES)
    for state in ("done", "not_done", "silent", "excused"):
        of_state = {row["organization"] for row in told if row["state"] == state}
        assert of_state == {one.code for one in getattr(core, state)}, state


@every_engine
def test_what_rose_and_what_fell(engine):
    before = Period.year(2022)
    observations = [
        *(
            figure(f"d{n}.c0", text, period=before)
            for n, text in enumerate(["10", "trên 10", "10"])
        ),
        *(figure(f"d{n}.c0", text) for n, text in enumerate(["12", "12", "10"])),
        figure("clubs.k0", "gần 10", period=before),
        figure("clubs.k0", "10"),
        figure("clubs.k1", "3", period=before),
    ]
    told = frames.compare(
        engine(observations),
        TREE,
        to=["district", "clubs.k0", "clubs.k1"],
        period=YEAR,
        catalogue=OWN,
        settled=True,
    )
    assert {
        row["organization"]: (row["value"], row["earlier"], row["difference"], row["change"])
        for row in rows(told)
    } == {
        "d0": (12, 10, 2, "tăng"),
        "d1": (12, 10, 2, None),  # "trên 10" may be 12
        "d2": (10, 10, 0, "không đổi"),
        "clubs.k0": (10, 10, 0, "tăng"),  # "gần 10" is less than 10
        "clubs.k1": (None, 3, None, None),  # nothing said is no zero
    }


@every_engine
def test_what_was_stated_twice(engine):
    observations = [
        figure("d0.c0", "5"), figure("d0.c0", "5"),
        figure("d0.c1", "5"), figure("d0.c1", "trên 4"),
        figure("d0.c2", "5"), figure("d0.c2", "gần 5"), figure("d0.c2", "7", period=MONTHS[0]),
    ]  # fmt: skip
    told = {row["organization"]: row for row in rows(frames.repeated(engine(observations)))}
    assert {code: (row["count"], row["conflict"]) for code, row in told.items()} == {
        "d0.c0": (2, False),
        "d0.c1": (2, False),
        "d0.c2": (2, True),
    }
    assert (told["d0.c1"]["least"], told["d0.c1"]["greatest"]) == (4, 5)


@every_engine
def test_running_totals_that_fall(engine):
    half, nine = Period.half(2023, 1), Period.nine_months(2023)
    observations = [
        figure("d0.c0", "10", period=half), figure("d0.c0", "8", period=nine),
        figure("d0.c1", "trên 10", period=half), figure("d0.c1", "12", period=nine),
        figure("d0.c2", "gần 12", period=half), figure("d0.c2", "11", period=nine),
        figure("d0.c3", "5", period=half), figure("d0.c3", "3", period=Period.quarter(2023, 3)),
        figure("d1.c0", "5", made_up.MEMBERS, half), figure("d1.c0", "3", made_up.MEMBERS, nine),
    ]  # fmt: skip
    told = rows(frames.cumulative_falls(engine(observations), catalogue=OWN))
    assert {(row["organization"], row["difference"], row["sure"]) for row in told} == {
        ("d0.c0", -2, True),
        ("d0.c2", -1, False),  # "gần 12" may have been 10
    }


# (the parts of a total of 100, dimension, sum minus total, whether it can be right)
PARTS_OF_100 = [
    ({"economy": "60", "culture": "40"}, "field", 0, True),
    ({"economy": "60", "culture": "30"}, "field", -10, False),  # they make it up
    ({"economy": "60"}, "field", -40, True),  # the other part said nothing
    ({"new": "90"}, "among", -10, True),  # a rest may be left
    ({"new": "trên 100"}, "among", 0, True),  # "trên" may be exact
    ({"new": "101"}, "among", 1, False),
    ({"women": "80", "minorities": "70"}, "who", -20, True),  # one may be both
    ({"women": "80", "minorities": "120"}, "who", 20, False),
]


@every_engine
def test_totals_beside_their_parts(engine):
    cases = dict(zip(COMMUNES, PARTS_OF_100, strict=False))
    observations = [figure(code, "100", PARTS) for code in cases]
    observations += [
        figure(code, text, PARTS, breakdown=((dimension, value),))
        for code, (parts, dimension, *_) in cases.items()
        for value, text in parts.items()
    ]
    known = Catalogue("own", (PARTS,))
    totals = frames.roll_up(
        engine(observations), TREE, to="commune", period=YEAR, catalogue=known, settled=True
    )
    told = {
        row["organization"]: (row["dimension"], row["total"], row["difference"], row["holds"])
        for row in rows(frames.partition_sums(totals, catalogue=known))
    }
    assert told == {
        code: (dimension, 100, difference, holds)
        for code, (_, dimension, difference, holds) in cases.items()
    }


def test_breakdowns_with_the_signs_that_part_them():
    from danvan.integrations.frames.layout import breakdown_of, breakdown_text

    pairs = (("a=b", "c; d"), ("e%3B", "f"))
    assert breakdown_of(breakdown_text(pairs)) == pairs


def test_figures_too_long_for_an_engine_are_refused():
    long = attrs.evolve(
        figure("d0", "1"),
        quantity=attrs.evolve(figure("d0", "1").quantity, value=Decimal(10) ** 29),
    )
    tenth = attrs.evolve(long, quantity=attrs.evolve(long.quantity, value=Decimal("0.00001")))
    with pytest.raises(InvalidValueError, match="at most 32 digits in all"):
        observations_to_frame([long, tenth])


def test_without_narwhals_the_extra_is_named():
    code = (
        "import sys; sys.modules['narwhals'] = None\n"
        "try:\n    import danvan.integrations.frames\n"
        "except ImportError as error:\n    print(type(error).__name__, error)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("MissingExtraError danvan.integrations.frames needs narwhals")
    assert "danvan[frames]" in run.stdout
