"""One table of observations in every engine that is installed, and rows back out of it."""

import pytest

nw = pytest.importorskip("narwhals", reason="needs danvan[frames]")
pa = pytest.importorskip("pyarrow", reason="needs danvan[duckdb]")

from danvan.integrations.frames import observations_to_frame  # noqa: E402

TYPES = {"String": "StringType", "Int64": "LongType", "Date": "DateType"}


def eager(backend):
    return lambda observations: observations_to_frame(observations, backend=backend)


def lazy(observations):
    return observations_to_frame(observations).lazy()


def plain_pandas(observations):
    """A frame as a person makes it: Python's own Decimals and days in columns of objects."""
    return observations_to_frame(observations, backend="pyarrow").to_pandas()


def sqlframe(observations):
    duckdb = pytest.importorskip("sqlframe.duckdb", reason="needs sqlframe, of the group test")
    return in_session(duckdb.DuckDBSession(), duckdb.types, observations)


def spark(observations):
    sql = pytest.importorskip("pyspark.sql", reason="needs danvan[spark]")
    session = sql.SparkSession.builder.master("local[1]").getOrCreate()
    return in_session(session, sql.types, observations)


def in_session(session, types, observations):
    table = observations_to_frame(observations, backend="pyarrow")
    schema = nw.from_native(table).collect_schema()
    fields = []
    for name, dtype in schema.items():
        if isinstance(dtype, nw.Decimal):
            kind = types.DecimalType(dtype.precision, dtype.scale)
        else:
            kind = getattr(types, TYPES[str(dtype)])()
        fields.append(types.StructField(name, kind))
    rows = [tuple(row.values()) for row in table.to_pylist()]
    return session.createDataFrame(rows, schema=types.StructType(fields))


ENGINES = {
    "polars": eager("polars"),
    "polars-lazy": lazy,
    "pyarrow": eager("pyarrow"),
    "pandas": eager("pandas"),
    "pandas-objects": plain_pandas,
    "duckdb": eager("duckdb"),
    "sqlframe": sqlframe,
    "spark": spark,
}
# A query takes these a minute to lay out, so that they get few and large ones.
SLOW = {"sqlframe": pytest.mark.long, "spark": pytest.mark.spark}
quick = [pytest.param(make, id=name) for name, make in ENGINES.items() if name not in SLOW]
slow = [pytest.param(ENGINES[name], id=name, marks=mark) for name, mark in SLOW.items()]
every_engine = pytest.mark.parametrize("engine", quick + slow)
quick_engine = pytest.mark.parametrize("engine", quick)
slow_engine = pytest.mark.parametrize("engine", slow)


def rows(frame):
    """The rows of a frame of any engine, as dicts with ``None`` where a cell is empty."""
    collected = nw.from_native(frame).lazy().collect()
    table = collected.to_native()
    return (table if isinstance(table, pa.Table) else collected.to_arrow()).to_pylist()
