"""A made-up nation: 34 provinces, 3.321 communes, flows and stocks reported month by month."""

import calendar
from datetime import date

import numpy as np
import polars as pl

from danvan import Organizations
from danvan.catalogue import Catalogue
from danvan.indicators import Indicator, Kind
from danvan.organizations import Branch, Level, Link, Organization

PROVINCES, COMMUNES = 34, 3321
SILENT = 0.02


def tree():
    """The provinces and their communes."""
    made = [Organization("c", "Trung ương", "central", Level.CENTRAL, Branch.TERRITORY)]
    links = []
    for n in range(PROVINCES):
        code = province(n)
        made.append(Organization(code, "Tỉnh", "province", Level.PROVINCE, Branch.TERRITORY))
        links.append(Link(code, "c"))
    for n in range(COMMUNES):
        made.append(Organization(commune(n), "Xã", "xa", Level.COMMUNE, Branch.TERRITORY))
        links.append(Link(commune(n), province(n)))
    return Organizations(tuple(made), tuple(links))


def province(n):
    """The code of a province; that of the one a commune lies in too."""
    return f"province_{n % PROVINCES:02d}"


def commune(n):
    """The code of a commune."""
    return f"{province(n)}.commune_{n:04d}"


def code(n):
    """The code of an indicator."""
    return f"own.figure_{n:03d}"


def is_stock(n):
    """Three of ten indicators are stocks: members, households."""
    return n % 10 >= 7


def catalogue(count):
    """So many indicators."""
    return Catalogue(
        "own",
        tuple(
            Indicator(code(n), "Chỉ tiêu", "cái", Kind.STOCK if is_stock(n) else Kind.FLOW)
            for n in range(count)
        ),
    )


def figures(count, year, seed=1):
    """A year of monthly figures; a few are missing, as in life."""
    rng = np.random.default_rng(seed)
    rows = np.arange(count * COMMUNES * 12)
    rows = rows[rng.random(len(rows)) > SILENT]
    months, places, things = rows % 12, rows // 12 % COMMUNES, rows // 12 // COMMUNES
    firsts = pl.Series([date(year, m, 1) for m in range(1, 13)])
    lasts = pl.Series([date(year, m, calendar.monthrange(year, m)[1]) for m in range(1, 13)])
    return pl.DataFrame(
        {
            "indicator": pl.Series([code(n) for n in range(count)]).gather(things),
            "organization": pl.Series([commune(n) for n in range(COMMUNES)]).gather(places),
            "period_first": firsts.gather(months),
            "period_last": lasts.gather(months),
            "value": pl.Series(rng.integers(0, 500, len(rows))).cast(pl.Decimal(18, 2)),
        }
    )


def parents():
    """The tree as whoever writes a query by hand would put it."""
    return pl.DataFrame(
        {
            "organization": [commune(n) for n in range(COMMUNES)],
            "target": [province(n) for n in range(COMMUNES)],
        }
    )


NUMBER = pl.Decimal(38, 6)
ENDS = ("hard_low", "hard_high", "likely_low", "likely_high")


def by_hand(frame, count, year, *, settled=True):
    """The roll-up of these figures as a good hand writes it in lazy Polars."""
    stocks = [code(n) for n in range(count) if is_stock(n)]
    first, last = date(year, 1, 1), date(year, 12, 31)
    keys = ("indicator", "organization")
    rows = frame.filter(pl.col("period_first") >= first, pl.col("period_last") <= last)
    if not settled:
        rows = rows.group_by(*keys, "period_first", "period_last").agg(pl.col("value").max())
    is_stock_ = pl.col("indicator").is_in(stocks)
    flows = (
        rows.filter(~is_stock_)
        .with_columns(days=(pl.col("period_last") - pl.col("period_first")).dt.total_days() + 1)
        .group_by(keys)
        .agg(pl.col("value").sum(), pl.col("days").sum())
        .select(*keys, "value", partial=(pl.col("days") < (last - first).days + 1).cast(pl.Int64))
    )
    held = (
        rows.filter(is_stock_)
        .group_by(keys)
        .agg(pl.col("value").sort_by("period_last").last(), pl.col("period_last").max())
        .select(*keys, "value", partial=(pl.col("period_last") < last).cast(pl.Int64))
    )
    up = parents()
    sizes = up.group_by("target").agg(expected=pl.len().cast(pl.Int64)).lazy()
    return (
        pl.concat([flows.select(*keys, pl.col("value").cast(pl.Decimal(38, 2)), "partial"),
                   held.select(*keys, pl.col("value").cast(pl.Decimal(38, 2)), "partial")])
        .join(up.lazy(), on="organization")
        .group_by("indicator", "target")
        .agg(pl.col("value").sum().cast(NUMBER), reported=pl.len().cast(pl.Int64),
             incomplete=pl.col("partial").sum())
        .join(sizes, on="target")
        .select(
            "indicator",
            pl.lit("").alias("breakdown"),
            pl.col("target").alias("organization"),
            pl.lit(first).alias("period_first"),
            pl.lit(last).alias("period_last"),
            "value",
            *(pl.col("value").alias(end) for end in ENDS),
            *(pl.lit(value=False).alias(f"{end}_open") for end in ENDS),
            "expected",
            "reported",
            (pl.col("expected") - pl.col("reported")).alias("missing"),
            "incomplete",
            pl.lit(value=False).alias("stated"),
            pl.lit(None, dtype=NUMBER).alias("computed"),
            pl.lit(None, dtype=pl.String).alias("refused"),
        )
    )  # fmt: skip


def in_sql(count, year, source="figures"):
    """The same as a good hand writes it for DuckDB."""
    stocks = ", ".join(f"'{code(n)}'" for n in range(count) if is_stock(n)) or "''"
    is_stock_ = f"indicator IN ({stocks})"
    within = f"period_first >= DATE '{year}-01-01' AND period_last <= DATE '{year}-12-31'"
    days = 366 if calendar.isleap(year) else 365
    ends = ", ".join(f"value AS {end}" for end in ENDS)
    marks = ", ".join(f"false AS {end}_open" for end in ENDS)
    return f"""
        WITH summed AS (
            SELECT indicator, organization, sum(value) AS total, max(period_last) AS latest,
                   arg_max(value, period_last) AS held, sum(period_last - period_first + 1) AS days
            FROM {source} WHERE {within} GROUP BY ALL
        ), own AS (
            SELECT indicator, organization,
                   CASE WHEN {is_stock_} THEN held ELSE total END AS value,
                   CASE WHEN {is_stock_} THEN latest < DATE '{year}-12-31' ELSE days < {days} END
                   ::BIGINT AS partial
            FROM summed
        ), sizes AS (SELECT target, count(*) AS expected FROM parents GROUP BY ALL),
        totals AS (
            SELECT indicator, target, sum(value)::DECIMAL(38, 6) AS value,
                   count(*) AS reported, sum(partial)::BIGINT AS incomplete
            FROM own JOIN parents USING (organization) GROUP BY ALL
        )
        SELECT indicator, '' AS breakdown, target AS organization,
               DATE '{year}-01-01' AS period_first, DATE '{year}-12-31' AS period_last,
               value, {ends}, {marks}, expected, reported, expected - reported AS missing,
               incomplete, false AS stated, NULL::DECIMAL(38, 6) AS computed,
               NULL::VARCHAR AS refused
        FROM totals JOIN sizes USING (target)
    """  # noqa: S608  # the names are our own


def sorted_rows(table):
    """A result in one order, to be compared."""
    return table.sort("indicator", "organization")
