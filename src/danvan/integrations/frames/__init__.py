"""Figures in the user's own dataframes: pandas, Polars, PyArrow, DuckDB, Spark.

:func:`roll_up`, :func:`coverage`, :func:`compare` and the checks take any frame narwhals
accepts and give one of the same kind back; a lazy frame stays lazy and nothing leaves its
engine.  What each kind of figure does over time and over organizations is asked of the
same catalogue as by :func:`danvan.roll_up`, and the tree goes in as a small table.
The columns are those of :mod:`danvan.integrations.frames.layout`.

>>> import polars as pl
>>> from datetime import date
>>> from danvan import Organizations, Period
>>> figures = pl.LazyFrame({
...     "indicator": "propaganda.sessions",
...     "organization": ["tam_duong.women", "tam_duong.youth"],
...     "period_first": date(2023, 1, 1), "period_last": date(2023, 9, 30),
...     "value": [865, 394]})
>>> totals = roll_up(figures, Organizations.shipped("tam_duong"), to="district",
...                  period=Period.nine_months(2023))
>>> totals.select("organization", "value", "reported", "expected").collect().row(0)
('tam_duong.party', Decimal('1259.000000'), 2, 6)
"""

from danvan.integrations.frames.checking import cumulative_falls, partition_sums, repeated
from danvan.integrations.frames.comparing import compare
from danvan.integrations.frames.covering import coverage
from danvan.integrations.frames.intervals import with_intervals
from danvan.integrations.frames.layout import breakdown_text
from danvan.integrations.frames.observations import frame_to_observations, observations_to_frame
from danvan.integrations.frames.rolling_up import roll_up

__all__ = [
    "breakdown_text",
    "compare",
    "coverage",
    "cumulative_falls",
    "frame_to_observations",
    "observations_to_frame",
    "partition_sums",
    "repeated",
    "roll_up",
    "with_intervals",
]
