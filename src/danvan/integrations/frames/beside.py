"""A small table of danvan's own beside the user's, in the same engine.

The tree and the catalogue go in as such tables, so that the figures never have
to leave the engine they lie in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import Any, Final, cast

from attrs import Factory, define

from danvan.integrations.frames._narwhals import Frame, is_eager, nw

__all__ = ["Beside", "Small", "joined", "made"]

_SPARK_TYPES: Final = {"String": "StringType", "Int64": "LongType", "Date": "DateType"}


@define(eq=False)
class Small:
    """A small table that is kept, made once for each kind of engine.

    Attributes:
        columns: the cells, column by column.
        types: the narwhals type of every column.
    """

    columns: Mapping[str, Sequence[Any]]
    types: Mapping[str, Any]
    _made: dict[nw.Implementation, Any] = Factory(dict)

    def made_in(self, engine: nw.Implementation) -> Any:
        """It in an eager engine."""
        if engine not in self._made:
            self._made[engine] = made(self.columns, self.types, engine)
        return self._made[engine]


class Beside:
    """Makes small tables in the engine a frame lies in."""

    def __init__(self, frame: Frame) -> None:
        """Look at the user's own frame, before anything is derived from it."""
        self._engine = frame.implementation
        self._is_lazy = not is_eager(frame)
        self._of: Any = frame.to_native()

    def table(self, columns: Mapping[str, Sequence[Any]], types: Mapping[str, Any]) -> Frame:
        """A small table.

        Args:
            columns: the cells, column by column.
            types: the narwhals type of every column.
        """
        return self.kept(Small({name: list(cells) for name, cells in columns.items()}, types))

    def kept(self, table: Small) -> Frame:
        """A small table that is kept for other frames as well."""
        if self._engine.is_duckdb():
            return cast("Frame", nw.from_native(self._relation(table)))
        if self._engine.is_spark_like():
            of_session = _spark(self._of.sparkSession, table.columns, table.types)
            return cast("Frame", nw.from_native(of_session))
        made_here = table.made_in(self._engine)
        return cast("Frame", made_here.lazy() if self._is_lazy else made_here)

    def _relation(self, table: Small) -> Any:
        """A relation of the connection another one belongs to, which only that one can make."""
        arrow_table = table.made_in(nw.Implementation.PYARROW).to_native()
        # DuckDB looks the table up among the local variables here and keeps it.
        self._of = self._of.query("relation", "from arrow_table")
        del arrow_table
        return self._of


def joined(frame: Frame, table: Frame, *on: str) -> Frame:
    """The rows with what a table says of them, those of which it says something.

    No other column may be in both.
    """
    if not frame.implementation.is_duckdb():
        return frame.join(table, on=list(on), how="inner")
    # Asked by name, DuckDB looks the columns of the two up once and not five times.
    small = table.to_native().set_alias("beside")
    native = frame.to_native().join(small, ", ".join(on))
    return cast("Frame", nw.from_native(native))


def made(columns: Mapping[str, Sequence[Any]], types: Mapping[str, Any], backend: Any) -> Any:
    """A table in an eager engine; in pandas with Arrow's types, which know an empty cell."""
    if nw.Implementation.from_backend(backend).is_pandas():
        import pandas as pd

        table = made(columns, types, "pyarrow").to_native()
        return nw.from_native(table.to_pandas(types_mapper=pd.ArrowDtype), eager_only=True)
    return nw.from_dict(columns, schema=dict(types), backend=backend)


def _spark(session: Any, data: Mapping[str, Sequence[Any]], types: Mapping[str, Any]) -> Any:
    """A data frame of a session, Spark's own or SQLFrame's."""
    home = type(session).__module__
    spark = home.startswith("pyspark")
    kinds = import_module("pyspark.sql.types" if spark else home.replace(".session", ".types"))
    fields = [kinds.StructField(name, _spark_type(kinds, types[name])) for name in data]
    rows = list(zip(*data.values(), strict=True))
    return session.createDataFrame(rows, schema=kinds.StructType(fields))


def _spark_type(kinds: Any, dtype: Any) -> Any:
    if isinstance(dtype, nw.Decimal):
        return kinds.DecimalType(dtype.precision, dtype.scale)
    return getattr(kinds, _SPARK_TYPES[dtype.__name__])()
