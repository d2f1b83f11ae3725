"""Who has done a thing, who says they have not, and who says nothing, in the user's engine."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeVar, cast

from danvan.indicators import Indicator, Missing, Role
from danvan.integrations.frames._narwhals import nw
from danvan.integrations.frames.beside import Beside
from danvan.integrations.frames.layout import as_text, opened, told
from danvan.integrations.frames.summing import as_int
from danvan.organizations import Organization, Organizations
from danvan.periods import Period

__all__ = ["coverage"]

_EXCUSES: Final = [Missing.NOT_APPLICABLE.value, Missing.NOT_DUE.value]
_RANGE: Final = " - | đến "

F = TypeVar("F")


def coverage(
    frame: F,
    organizations: Organizations,
    *,
    indicator: str | Indicator,
    among: Iterable[str | Organization],
    period: Period | None = None,
) -> F:
    """Sort organizations by whether they did a thing.

    Args:
        frame: observations in any engine.
        organizations: the tree the codes are of.
        indicator: the indicator or its code.
        among: who was to do it.
        period: if given, only figures of a period within it count.

    Returns:
        A frame of the same kind with a row for each of ``among``: ``organization``, ``name``
        and ``state``, one of done, not_done, silent and excused, as
        :func:`danvan.coverage` sorts them.

    Raises:
        UnknownCodeError: an organization of ``among`` that is not of the tree.
        InvalidValueError: no dataframe, or one without a needed column.
    """
    code = indicator if isinstance(indicator, str) else indicator.code
    members = [organizations[one if isinstance(one, str) else one.code] for one in among]
    rows = opened(frame)
    beside, schema = Beside(rows), rows.collect_schema()
    rows = rows.filter(nw.col("indicator") == code)
    if period is not None:
        rows = told(rows, Role.ACTUAL, first=period.first, last=period.last)
    elif "role" in schema:
        rows = rows.filter(as_text("role", Role.ACTUAL.value) == Role.ACTUAL.value)
    if "breakdown" in schema:
        rows = rows.filter(as_text("breakdown", "") == "")
    done = nw.col("value") > 0
    if "hard_high" in schema and "written" in schema:
        done |= (nw.col("hard_high") > 0) & as_text("written", "").str.contains(_RANGE)
    excused = as_text("missing", "").is_in(_EXCUSES) if "missing" in schema else nw.lit(value=False)
    states = (
        rows.with_columns(
            nw.col("organization").cast(nw.String),
            done=as_int(done),
            given=as_int(~nw.col("value").is_null()),
            excused=as_int(excused),
        )
        .group_by("organization")
        .agg(*(nw.col(name).max() for name in ("done", "given", "excused")))
    )
    listed = beside.table(
        {
            "organization": list(dict.fromkeys(one.code for one in members)),
            "name": list({one.code: one.full_name for one in members}.values()),
        },
        {"organization": nw.String, "name": nw.String},
    )
    state = nw.when(nw.col("done") == 1).then(nw.lit("done"))
    state = state.when(nw.col("given") == 1).then(nw.lit("not_done"))
    state = state.when(nw.col("excused") == 1).then(nw.lit("excused"))
    found = listed.join(states, on="organization", how="left")
    return cast(
        "F",
        found.select(
            "organization", "name", state.otherwise(nw.lit("silent")).alias("state")
        ).to_native(),
    )
