"""What a roll-up in the engine refuses, in the words of what it wants."""

from datetime import date, timedelta

import pytest

pytest.importorskip("narwhals", reason="needs danvan[frames]")
pl = pytest.importorskip("polars", reason="needs polars, of the dependency group test")
pytest.importorskip("pyarrow", reason="needs danvan[duckdb]")

import made_up  # noqa: E402
from danvan.catalogue import Catalogue  # noqa: E402
from danvan.errors import InvalidValueError  # noqa: E402
from danvan.integrations import frames  # noqa: E402
from danvan.integrations.frames import observations_to_frame  # noqa: E402
from danvan.integrations.frames.layout import ENDS, FLAGS  # noqa: E402
from danvan.periods import Period  # noqa: E402
from engines import rows  # noqa: E402
from integrations.frames.own import OWN, bare  # noqa: E402
from made_up import TREE, YEAR  # noqa: E402


def test_figures_said_to_be_settled_are_not_summed_where_they_overlap():
    twice = [
        made_up.figure("d0.c0", "5", period=Period.half(2023, 1)),
        made_up.figure("d0.c0", "8", period=Period.nine_months(2023)),
    ]
    (row,) = rows(
        frames.roll_up(
            observations_to_frame(twice),
            TREE,
            to="district",
            period=YEAR,
            catalogue=OWN,
            settled=True,
        )
    )
    assert row["value"] is None
    assert "leave settled=False" in row["refused"]


def test_words_want_their_intervals_first():
    frame = observations_to_frame([made_up.figure("d0.c0", "trên 5")]).drop([*ENDS, *FLAGS])
    with pytest.raises(InvalidValueError, match=r"with_intervals\(frame\) first"):
        frames.roll_up(frame, TREE, to="district", period=YEAR, catalogue=OWN)
    (row,) = rows(
        frames.roll_up(
            frames.with_intervals(frame), TREE, to="district", period=YEAR, catalogue=OWN
        )
    )
    assert (row["hard_low"], row["hard_high"], row["likely_high"]) == (5, None, 6)


@pytest.mark.parametrize(
    ("frame", "message"),
    [
        (3, "want a dataframe narwhals accepts"),
        (pl.DataFrame({"indicator": ["a"]}), "want organization, period_first"),
        (bare(observations_to_frame([made_up.figure("d0", "1")])).cast({"value": pl.Float64}),
         "want decimals or integers; a float has already lost its exact value"),
    ],
    ids=["no frame", "a column is missing", "binary floats"],
)  # fmt: skip
def test_frames_that_cannot_be_rolled_up(frame, message):
    with pytest.raises(InvalidValueError, match=message):
        frames.roll_up(frame, TREE, to="district", period=YEAR, catalogue=OWN)


def test_many_periods_that_overlap_are_refused_in_words():
    first = date(2023, 1, 1)
    many = [
        made_up.figure("d0.c0", "1", period=Period(first + timedelta(n), first + timedelta(n + 40)))
        for n in range(300)
    ]
    with pytest.raises(InvalidValueError, match="at most 240 that overlap"):
        frames.roll_up(observations_to_frame(many), TREE, to="district", period=YEAR, catalogue=OWN)


def test_means_and_extremes_are_refused_with_what_they_want():
    known = Catalogue("own", (made_up.MEAN, made_up.MOST, made_up.ALL))
    observations = [
        figure
        for code in ("d0.c0", "d0.c1")
        for figure in (
            made_up.figure(code, "30", made_up.MEAN),
            made_up.figure(code, "4", made_up.MOST),
        )
    ]
    found = rows(
        frames.roll_up(
            observations_to_frame(observations), TREE, to="district", period=YEAR, catalogue=known
        )
    )
    told = {row["indicator"]: row for row in found}
    assert {row["value"] for row in found} == {None}
    assert "weigh it by own.all" in told["own.mean"]["refused"]
    assert "figures of organizations together" in told["own.most"]["refused"]
