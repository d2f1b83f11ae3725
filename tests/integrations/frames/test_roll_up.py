"""A roll-up in the engine gives what the roll-up of objects gives, in every engine."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest

nw = pytest.importorskip("narwhals", reason="needs danvan[frames]")
pl = pytest.importorskip("polars", reason="needs polars, of the dependency group test")
pytest.importorskip("pyarrow", reason="needs danvan[duckdb]")

from hypothesis import HealthCheck, Phase, given, settings  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

import made_up  # noqa: E402
from danvan import roll_up  # noqa: E402
from danvan.aggregation.tree import Climb  # noqa: E402
from danvan.catalogue import Catalogue  # noqa: E402
from danvan.errors import NotAdditiveError  # noqa: E402
from danvan.indicators import Missing, Observation, Scope, Status  # noqa: E402
from danvan.integrations import frames  # noqa: E402
from danvan.integrations.frames import observations_to_frame  # noqa: E402
from danvan.periods import Period  # noqa: E402
from danvan.quantities import Quantity  # noqa: E402
from danvan.testing import strategies as dst  # noqa: E402
from engines import ENGINES, quick_engine, rows, slow_engine  # noqa: E402
from integrations.frames.own import OWN, bare  # noqa: E402

TREE, YEAR = made_up.TREE, made_up.YEAR
PERIODS = [
    YEAR,
    *made_up.MONTHS,
    *(Period.quarter(2023, n) for n in (1, 2, 3, 4)),
    Period(date(2022, 11, 1), date(2023, 1, 31)),
    Period.half(2023, 1),
    Period.half(2023, 2),
    Period.nine_months(2023),
    Period.year(2022),
]


def expected_of(observations, organizations, to, indicator, **how):
    """What the core says of an indicator at one place: an aggregate, a refusal or nothing."""
    sides = {indicator.numerator, indicator.denominator} - {None}
    try:
        of_sides = [one for one in observations if one.indicator.code in sides]
        roll_up(of_sides, organizations, to=to, period=YEAR, **how)
    except NotAdditiveError:
        return None  # a side refuses for itself, so that the core says nothing of the ratio
    of_it = [one for one in observations if one.indicator.code in {indicator.code, *sides}]
    try:
        totals = roll_up(of_it, organizations, to=to, period=YEAR, **how)
    except NotAdditiveError as error:
        return str(error)
    return {one.breakdown: one for one in totals if one.indicator == indicator}


def same(row, aggregate):
    """Whether a row says what an aggregate does."""
    assert row["value"] == aggregate.tally.low
    for name, interval in (("hard", aggregate.hard), ("likely", aggregate.likely)):
        if aggregate.method == "ratio of sums":
            encloses(row, name, interval)
            continue
        assert (row[f"{name}_low"], row[f"{name}_high"]) == (interval.low, interval.high)
        assert row[f"{name}_low_open"] is not interval.low_closed
        assert row[f"{name}_high_open"] is not interval.high_closed
    assert row["expected"] == len(aggregate.expected)
    assert row["reported"] == len(aggregate.reported)
    assert row["missing"] == len(aggregate.missing)
    assert row["incomplete"] == len(set(aggregate.incomplete))
    assert row["stated"] == bool(aggregate.own and aggregate.own[0].scope is Scope.WHOLE)


def encloses(row, name, interval):
    """Whether the ends are those of an interval, rounded outward to six decimals."""
    grain = Decimal("0.000002")
    low, high = row[f"{name}_low"], row[f"{name}_high"]
    assert low <= interval.low <= low + grain
    assert (high is None) is (interval.high is None)
    assert high is None or high - grain <= interval.high <= high


def compare(frame, observations, organizations=TREE, to="district", catalogue=OWN, **how):
    found = rows(
        frames.roll_up(frame, organizations, to=to, period=YEAR, catalogue=catalogue, **how)
    )
    by_place = {}
    for row in found:
        key = (row["indicator"], row["organization"])
        assert (key, row["breakdown"]) not in by_place
        by_place.setdefault(key, {})[row["breakdown"]] = row
    how.pop("settled", None)
    climb = Climb(organizations, YEAR, to)
    targets = {climb.members[number].code for number in climb.targets}
    for indicator in {one.indicator for one in observations}:
        for target in targets:
            told = by_place.get((indicator.code, target), {})
            core = expected_of(observations, organizations, target, indicator, **how)
            if core is None:
                continue
            if isinstance(core, str):
                assert any(row["refused"] for row in told.values()), (core, told)
                continue
            assert set(told) == {frames.breakdown_text(one) for one in core}
            for breakdown, aggregate in core.items():
                row = told[frames.breakdown_text(breakdown)]
                assert row["refused"] is None
                same(row, aggregate)
    return found


AGES = st.sampled_from([None, None, timedelta(0), timedelta(100), timedelta(400)])
DISTRICT = [one.code for one in TREE.at_level("commune") if one.code.startswith("d0.")]
WORDS = ["", "", "trên ", "gần ", "khoảng ", "ít nhất ", "không quá ", "bình quân "]
RANGES = ["", "khoảng ", "trên "]


@st.composite
def texts(draw):
    """Figures in the words of reports."""
    if draw(st.integers(0, 4)) == 0:
        return draw(st.sampled_from(RANGES)) + "01 - 03"
    return draw(st.sampled_from(WORDS)) + draw(st.sampled_from(["1", "02", "7", "394", "12,5"]))


@st.composite
def cases(draw, indicators=(made_up.MEETINGS, made_up.MEMBERS), codes=tuple(TREE), most=12):
    """Observations with every habit there is: words, scopes, periods that overlap, reasons."""
    found = []
    for _ in range(draw(st.integers(1, most))):
        reason = draw(st.sampled_from([None] * 5 + list(Missing)))
        found.append(
            made_up.figure(
                draw(st.sampled_from(codes)).code,
                None if reason else draw(texts()),
                draw(st.sampled_from(indicators)),
                draw(st.sampled_from(PERIODS)),
                missing=reason,
                scope=draw(st.sampled_from([Scope.WHOLE, Scope.WHOLE, Scope.ALONE])),
                status=draw(st.sampled_from(Status)),
            )
        )
    return found


@st.composite
def sides(draw):
    """Ratios of the communes of a district, some of which leave a side out or say why."""
    found = []
    for code in DISTRICT:
        for indicator in RATIOS:
            said = draw(st.sampled_from(["figure", "figure", "part", "nothing", "reason"]))
            if said == "nothing":
                continue
            reason = draw(st.sampled_from(Missing)) if said == "reason" else None
            count = draw(st.sampled_from(["0", "7", "trên 12", "394"]))
            period = made_up.MONTHS[8] if said == "part" else YEAR
            found.append(
                made_up.figure(code, None if reason else count, indicator, period, missing=reason)
            )
    return found or [made_up.figure(DISTRICT[0], "1", made_up.SHARE)]


OTHERS = (made_up.BALANCE, made_up.GRADE, made_up.MEETINGS)
RATIOS = (made_up.POOR, made_up.ALL, made_up.SHARE)
KINDS = pytest.mark.parametrize(
    "kinds",
    [(made_up.MEETINGS, made_up.MEMBERS), OTHERS, RATIOS],
    ids=["flows and stocks", "refusals", "ratios"],
)


def law(examples):
    return settings(
        max_examples=examples,
        deadline=None,
        # A smaller case takes minutes to find, as each try runs a whole query.
        phases=[Phase.explicit, Phase.reuse, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )


@pytest.mark.property
@KINDS
@law(40)
@given(data=st.data(), age=AGES)
def test_as_in_the_core(kinds, data, age):
    observations = data.draw(cases(kinds))
    compare(observations_to_frame(observations), observations, stock_age=age)


@pytest.mark.property
@law(40)
@given(observations=sides(), expected=st.none() | st.sets(st.sampled_from(DISTRICT), min_size=1))
def test_a_ratio_is_of_those_who_reported_both_sides(observations, expected):
    compare(observations_to_frame(observations), observations, to="d0", expected=expected)


@pytest.mark.property
@quick_engine
@KINDS
@law(4)
@given(data=st.data(), age=AGES)
def test_as_in_the_core_in_every_engine(engine, kinds, data, age):
    observations = data.draw(cases(kinds))
    compare(engine(observations), observations, stock_age=age)


@pytest.mark.property
@quick_engine
@law(4)
@given(observations=sides())
def test_a_ratio_is_of_those_who_reported_both_sides_in_every_engine(engine, observations):
    compare(engine(observations), observations, to="d0")


def drawn(seed, count):
    """Observations of every habit there is, by chance: the cases of the laws above, in one."""
    chance = random.Random(seed)
    found = []
    for _ in range(count):
        reason = chance.choice([None] * 5 + list(Missing))
        words = chance.choice(WORDS) + chance.choice(["1", "02", "7", "394", "12,5"])
        found.append(
            made_up.figure(
                chance.choice(list(TREE)).code,
                None if reason else chance.choice([words, "khoảng 01 - 03"]),
                chance.choice(list(OWN)),
                chance.choice([YEAR, YEAR, *PERIODS]),
                missing=reason,
                scope=chance.choice([Scope.WHOLE, Scope.ALONE]),
                status=chance.choice(list(Status)),
            )
        )
    return found


@slow_engine
def test_as_in_the_core_in_slow_engines(engine):
    observations = drawn(2026, 150)
    found = compare(engine(observations), observations, stock_age=timedelta(100))
    assert {row["refused"] is None for row in found} == {True, False}


def test_what_slow_engines_are_tried_on_holds_every_habit():
    observations = drawn(2026, 150)
    found = compare(observations_to_frame(observations), observations, stock_age=timedelta(100))
    assert {row["indicator"] for row in found} == {one.code for one in OWN}
    assert {row["refused"] is None for row in found} == {True, False}


@pytest.mark.property
@law(30)
@given(tree=dst.trees(), data=st.data())
def test_whatever_the_tree(tree, data):
    observations = [
        Observation(
            made_up.MEETINGS, one, YEAR, Quantity(data.draw(st.integers(0, 99)), "cuộc"),
            scope=data.draw(st.sampled_from(Scope)),
        )
        for one in tree
        if data.draw(st.booleans())
    ]  # fmt: skip
    compare(observations_to_frame(observations), observations, tree)


def plain(months=3):
    """Exact monthly figures of most communes, without a word in them."""
    return [
        made_up.figure(code, str(n % 7), kind, month)
        for n, code in enumerate(made_up.COMMUNES)
        if n != 5
        for kind in (made_up.MEETINGS, made_up.MEMBERS, *RATIOS)
        for month in made_up.MONTHS[n % 2 : months]
    ]


@quick_engine
@pytest.mark.parametrize("settled", [True, False])
def test_exact_numbers_need_five_columns(engine, settled):
    observations = plain()
    found = compare(bare(engine(observations)), observations, settled=settled)
    assert len(found) == 15
    compare(
        bare(engine(observations)), observations, expected=made_up.COMMUNES[:7], settled=settled
    )


@pytest.mark.parametrize("engine", ["polars", "pyarrow", "duckdb"])
def test_an_empty_cell_says_what_a_missing_column_does(engine):
    twice = observations_to_frame([made_up.figure("d0.c0", n) for n in ("5", "7")])
    first = pl.col("row") == 0
    twice = twice.with_columns(
        pl.when(~first).then(pl.col(name)).alias(name) for name in ("breakdown", "scope")
    )
    native = nw.from_native(twice).lazy(engine) if engine == "duckdb" else nw.from_native(twice)
    native = native.to_arrow() if engine == "pyarrow" else native.to_native()
    (row,) = rows(frames.roll_up(native, TREE, to="district", period=YEAR, catalogue=OWN))
    assert (row["value"], row["reported"]) == (7, 1)


def test_exact_numbers_through_the_spark_api():
    flows = [one for one in plain(2) if one.indicator == made_up.MEETINGS]
    only = Catalogue("own", (made_up.MEETINGS,))
    compare(bare(ENGINES["sqlframe"](flows)), flows, catalogue=only, settled=True)


def test_a_lazy_frame_stays_lazy():
    lazy = bare(ENGINES["polars-lazy"](plain()))
    found = frames.roll_up(lazy, TREE, to="district", period=YEAR, catalogue=OWN)
    assert type(found).__name__ == "LazyFrame"
    relation = frames.roll_up(
        bare(ENGINES["duckdb"](plain())), TREE, to="p", period=YEAR, catalogue=OWN
    )
    assert type(relation).__name__ == "DuckDBPyRelation"
