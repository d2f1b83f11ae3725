"""Groups, with sums and the like of each, and the columns of its latest row.

The latest row is what the engines differ most in; each is asked in its own best way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from danvan.integrations.frames._narwhals import Expression, Frame, nw
from danvan.integrations.frames.summing import Taken

__all__ = ["grouped", "tops", "totals", "with_tops"]


def tops(*names: str) -> list[Taken]:
    """The greatest of each of some columns."""
    return [(name, "max", name) for name in names]


def totals(*names: str) -> list[Taken]:
    """The sum of each of some columns."""
    return [(name, "sum", name) for name in names]


def with_tops(frame: Frame, keys: Sequence[str], *names: str) -> Frame:
    """The frame with the greatest of each of some columns in every row of a group."""
    if not frame.implementation.is_pyarrow():
        return frame.with_columns(nw.col(name).max().over(*keys) for name in names)
    # Arrow's threads give the rows of a window back in any order.
    found = frame.group_by(*keys).agg(nw.col(name).max() for name in names)
    return frame.drop(*names).join(found, on=list(keys), how="inner")


def grouped(
    frame: Frame,
    keys: Sequence[str],
    taken: Sequence[Taken],
    latest: Mapping[str, str] | None = None,
    order: Sequence[str] = (),
) -> Frame:
    """A row for each group.

    Args:
        frame: the rows.
        keys: what makes a group.
        taken: what to take of each.
        latest: names for the columns of the latest row, each with the column.
        order: the columns that say which row is the latest; no two rows are alike in them.
    """
    if not latest:
        return frame.group_by(*keys).agg(*map(_expression, taken))
    if frame.implementation.is_duckdb():
        return _in_duckdb(frame, keys, taken, latest, order)
    if frame.implementation.is_spark_like():
        return _in_spark(frame, keys, taken, latest, order)
    schema = frame.collect_schema()
    # Arrow knows no last one of several decimals, but of texts it does.
    as_words = frame.implementation.is_pyarrow()
    frame = frame.with_columns(
        (nw.col(column).cast(nw.String) if as_words else nw.col(column)).alias(name)
        for name, column in latest.items()
    )
    lasts = (nw.col(name).last(order_by=order) for name in latest)
    found = frame.group_by(*keys).agg(*map(_expression, taken), *lasts)
    if not as_words:
        return found
    return found.with_columns(nw.col(name).cast(schema[of]) for name, of in latest.items())


def _expression(taken: Taken) -> Expression:
    name, function, column = taken
    return cast("Expression", getattr(nw.col(column), function)().alias(name))


def _in_duckdb(
    frame: Frame,
    keys: Sequence[str],
    taken: Sequence[Taken],
    latest: Mapping[str, str],
    order: Sequence[str],
) -> Frame:
    place = ", ".join(map(_quoted, order))
    place = f"row({place})" if len(order) > 1 else place
    items = [
        *map(_quoted, keys),
        *(f"{function}({_quoted(of)}) AS {_quoted(name)}" for name, function, of in taken),
        *(
            f"arg_max_null({_quoted(of)}, {place}) AS {_quoted(name)}"
            for name, of in latest.items()
        ),
    ]
    found = frame.to_native().aggregate(", ".join(items), ", ".join(map(_quoted, keys)))
    return cast("Frame", nw.from_native(found))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _in_spark(
    frame: Frame,
    keys: Sequence[str],
    taken: Sequence[Taken],
    latest: Mapping[str, str],
    order: Sequence[str],
) -> Frame:
    """Of records the greatest is the one whose first fields are."""
    frame = frame.with_columns(latest_record=nw.struct(*order, *latest.values()))
    record = nw.col("latest_record")
    found = frame.group_by(*keys).agg(*map(_expression, taken), record.max())
    return found.with_columns(record.struct.field(of).alias(name) for name, of in latest.items())
