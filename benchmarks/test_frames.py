"""Roll-ups inside an engine beside the query a good hand would write for the same columns.

    python -m pytest benchmarks/test_frames.py -s

Both run turn by turn in one process, so that what else the machine does falls on both;
the time of the processors is told beside that of the clock, as it hardly falls on that.
The handwritten query knows that its figures are plain monthly ones, reported by communes
alone, with no word, breakdown or stated total among them.
"""

import subprocess
import sys
import time
from pathlib import Path

import duckdb
import nation
import pytest

from danvan import Period
from danvan.integrations import frames

YEAR = 2025
MILLION, TEN_MILLION = 25, 251
OVER_POLARS, OVER_ENGINE = 1.10, 1.30
OVER_SETTLING = 1.30  # a ratchet, to be lowered and never raised
WHOLE = Period.year(YEAR)


def turn_by_turn(works, times):
    """What each of several works gave, and the least time it took, by the clock and of processors."""
    clock, busy = (dict.fromkeys(works, float("inf")) for _ in range(2))
    given = {}
    for _ in range(times):
        for name, work in works.items():
            start, started = time.perf_counter(), time.process_time()
            given[name] = work()
            clock[name] = min(clock[name], time.perf_counter() - start)
            busy[name] = min(busy[name], time.process_time() - started)
    return given, clock, busy


def told(capsys, title, clock, busy, hand="hand", ours="ours"):
    """Print both ratios and give that of the clock."""
    ratio = clock[ours] / clock[hand]
    with capsys.disabled():
        print(
            f"\n{title}: by hand {1000 * clock[hand]:.0f} ms, ours {1000 * clock[ours]:.0f} ms: "
            f"{ratio:.2f} by the clock, {busy[ours] / busy[hand]:.2f} in processor time"
        )
    return ratio


@pytest.fixture(scope="module")
def tree():
    return nation.tree()


def rolled(frame, tree, count, *, settled=True):
    return frames.roll_up(
        frame, tree, to="province", period=WHOLE,
        catalogue=nation.catalogue(count), settled=settled,
    )  # fmt: skip


@pytest.mark.parametrize("settled", [True, False], ids=["settled", "as they come"])
def test_a_million_rows_in_lazy_polars(tree, settled, capsys):
    lazy = nation.figures(MILLION, YEAR).lazy()
    given, *taken = turn_by_turn(
        {
            "hand": lambda: nation.by_hand(lazy, MILLION, YEAR, settled=settled).collect(),
            "ours": lambda: rolled(lazy, tree, MILLION, settled=settled).collect(),
        },
        times=15 if settled else 7,
    )
    hand, ours = (nation.sorted_rows(given[name]) for name in ("hand", "ours"))
    assert ours.schema == hand.schema
    assert ours.equals(hand)
    ratio = told(capsys, f"Polars, 1 million rows, settled={settled}", *taken)
    assert ratio <= (OVER_POLARS if settled else OVER_SETTLING)


def test_ten_million_rows_in_lazy_polars(tree, capsys):
    lazy = nation.figures(TEN_MILLION, YEAR).lazy()
    works = {
        f"{who} {engine}": lambda query=query, engine=engine: query().collect(engine=engine)
        for who, query in (
            ("hand", lambda: nation.by_hand(lazy, TEN_MILLION, YEAR)),
            ("ours", lambda: rolled(lazy, tree, TEN_MILLION)),
        )
        for engine in ("in-memory", "streaming")
    }
    given, clock, busy = turn_by_turn(works, times=4)
    assert nation.sorted_rows(given["ours streaming"]).equals(
        nation.sorted_rows(given["hand in-memory"])
    )
    best = {
        who: min((name for name in works if name.startswith(who)), key=clock.__getitem__)
        for who in ("hand", "ours")
    }
    title = f"Polars, 10 million rows ({best['hand']}, {best['ours']})"
    assert told(capsys, title, clock, busy, best["hand"], best["ours"]) <= OVER_ENGINE


def test_ten_million_rows_in_duckdb(tree, capsys):
    connection = duckdb.connect()
    data, parents = nation.figures(TEN_MILLION, YEAR), nation.parents()
    connection.execute("CREATE TABLE figures AS FROM data")
    connection.execute("CREATE TABLE parents AS FROM parents")
    del data, parents
    query = nation.in_sql(TEN_MILLION, YEAR)
    relation = connection.table("figures")
    given, *taken = turn_by_turn(
        {
            "hand": lambda: connection.sql(query).pl(),
            "ours": lambda: rolled(relation, tree, TEN_MILLION).pl(),
        },
        times=6,
    )
    hand, ours = (nation.sorted_rows(given[name]) for name in ("hand", "ours"))
    assert ours.schema == hand.schema
    assert ours.equals(hand)
    assert told(capsys, "DuckDB, 10 million rows", *taken) <= OVER_ENGINE


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_memory_of_ten_million_rows(engine, capsys, tmp_path):
    """Over Parquet, in a process of its own: the peak of all it ever held."""
    path = tmp_path / "figures.parquet"
    nation.figures(TEN_MILLION, YEAR).write_parquet(path)
    peaks = {}
    for who in ("hand", "ours"):
        run = subprocess.run(  # noqa: S603  # this file itself
            [sys.executable, __file__, engine, who, str(path)],
            capture_output=True, text=True, check=True, cwd=Path(__file__).parent,
        )  # fmt: skip
        peaks[who] = int(run.stdout.split()[0])
    with capsys.disabled():
        print(f"\n{engine} over Parquet, peak: by hand {peaks['hand']} MB, ours {peaks['ours']} MB")
    assert peaks["ours"] <= 1.5 * peaks["hand"]


def peak(engine, who, path):
    """Roll one file up and say the greatest size of the process, in MB."""
    import polars as pl

    if engine == "polars":
        lazy = pl.scan_parquet(path)
        if who == "hand":
            query = nation.by_hand(lazy, TEN_MILLION, YEAR)
        else:
            query = rolled(lazy, nation.tree(), TEN_MILLION)
        query.collect(engine="streaming")
    else:
        connection = duckdb.connect()
        parents = nation.parents()
        connection.execute("CREATE TABLE parents AS FROM parents")
        relation = connection.read_parquet(path)
        if who == "hand":
            connection.sql(nation.in_sql(TEN_MILLION, YEAR, f"'{path}'")).fetchall()
        else:
            rolled(relation, nation.tree(), TEN_MILLION).fetchall()
        del parents
    status = Path("/proc/self/status").read_text("utf-8")
    print(int(status.partition("VmHWM:")[2].split()[0]) // 1024)


if __name__ == "__main__":
    peak(*sys.argv[1:])
