"""What stands at each place the figures climb to, and who was to report there."""

from __future__ import annotations

from functools import reduce
from operator import or_

from danvan.catalogue import Catalogue
from danvan.indicators import Combination, Indicator, Scope
from danvan.integrations.frames._narwhals import Expression, Frame, nw
from danvan.integrations.frames.beside import Beside, joined
from danvan.integrations.frames.grouping import grouped, tops, totals, with_tops
from danvan.integrations.frames.meaning import (
    AVERAGED,
    OVER_ORGANIZATIONS,
    is_thing,
)
from danvan.integrations.frames.peers import Peers
from danvan.integrations.frames.shape import Shape
from danvan.integrations.frames.summing import as_int
from danvan.integrations.frames.ways import Ways

__all__ = ["climbed", "on_the_way"]


def on_the_way(own: Frame, beside: Beside, ways: Ways, shape: Shape) -> Frame:
    """A row for each figure and each place it goes to; ``counts`` says whether it does.

    A figure does not count where an organization on the way stated the whole itself.

    Args:
        own: what each organization says, as ``own_figures`` gives it.
        beside: makes tables in the user's engine.
        ways: the ways up the tree.
        shape: what the frame can say.
    """
    rows = joined(own, ways.up_table(beside), "organization")
    depth, scoped = nw.col("depth"), shape.scoped
    whole = nw.col("scope") == Scope.WHOLE.value if scoped else nw.lit(value=True)
    states = whole & (~nw.col("value").is_null() | (nw.col("refused") > 0))
    hidden: list[Expression] = []
    for step in range(1, ways.steps + (1 if scoped else 0)):
        name = f"stated_{step}"
        rows = rows.with_columns(as_int(states & (depth == step)).alias(name))
        rows = with_tops(rows, (*shape.thing, f"step_{step}"), name)
        hidden.append((nw.col(name) == 1) & ((depth > step) | ((depth == step) & ~whole)))
    counts = ~reduce(or_, hidden) if hidden else depth >= 0
    return rows.with_columns(counts=counts, at_target=(depth == 0) & whole)


def climbed(
    rows: Frame,
    beside: Beside,
    ways: Ways,
    shape: Shape,
    catalogue: Catalogue[Indicator],
) -> Frame:
    """One row for each thing and place: its figure as stated there, or from below.

    Args:
        rows: what :func:`on_the_way` gave.
        beside: makes tables in the user's engine.
        ways: the ways up the tree.
        shape: what the frame can say.
        catalogue: what each indicator allows.
    """
    sums, scoped = shape.sums, shape.scoped
    at_target, counts = nw.col("at_target"), nw.col("counts")
    right = ~nw.col("value").is_null() & (nw.col("refused") == 0)
    reports = right & counts & ~at_target
    no = nw.lit(0)
    rows = rows.with_columns(
        *sums.laid_out("own", at_target & right),
        *sums.laid_out("below", reports),
        reports=reports,
        own_refused=nw.when(at_target).then(nw.col("refused")).otherwise(no),
        below_refused=nw.when(counts & ~at_target).then(nw.col("refused")).otherwise(no),
        own_partial=as_int(at_target & (nw.col("partial") == 1)),
        below_partial=as_int(reports & (nw.col("partial") == 1)),
        **({"own_doing": as_int(reports & (nw.col("depth") == 0))} if scoped else {}),
    )
    peers = Peers(ways, shape, "below_count")
    taken = [
        *sums.single("own"),
        *sums.added("below"),
        *tops("own_refused", "below_refused", "own_partial"),
        *totals("below_partial", *(["own_doing"] if scoped else [])),
        *peers.added(),
    ]
    found = grouped(peers.laid_out(rows), shape.thing, taken)
    found = peers.counted(joined(found, ways.ends_table(beside), "target"))
    return _told(_judged(found, shape, catalogue), peers, shape)


def _judged(found: Frame, shape: Shape, catalogue: Catalogue[Indicator]) -> Frame:
    """Which figure stands, and why there is none where there is none."""
    stated = ~nw.col("own_value").is_null() & (nw.col("own_refused") == 0)
    below, no = nw.col("below_count") > 0, nw.lit(0)
    why = nw.when(nw.col("below_refused") > 0).then(nw.col("below_refused"))
    if rigid := [n for n, one in enumerate(catalogue) if not _adds_up(one)]:
        why = why.when(below & is_thing(rigid)).then(nw.lit(OVER_ORGANIZATIONS))
    if shape.sums.flags:
        means = (nw.col("below_averaged") > 0) & (nw.col("below_count") > 1)
        why = why.when(means).then(nw.lit(AVERAGED))
    below_why, itself = why.otherwise(no), stated
    if shape.scoped:
        alone = (
            (nw.col("own_doing") == 1)
            & (nw.col("below_count") == 1)
            & nw.col("own_value").is_null()
            & (nw.col("own_refused") == 0)
            & (nw.col("below_refused") == 0)
        )
        below_why, itself = nw.when(alone).then(no).otherwise(below_why), stated | alone
    found = found.with_columns(stated=stated, itself=itself, below_why=below_why)
    stated = nw.col("stated")
    refused = nw.when(nw.col("own_refused") > 0).then(nw.col("own_refused"))
    refused = refused.when(~stated).then(nw.col("below_why"))
    found = found.with_columns(refused=refused.otherwise(no))
    return found.filter(stated | (nw.col("refused") > 0) | below)


def _adds_up(indicator: Indicator) -> bool:
    return indicator.over_organizations is Combination.SUM


def _told(found: Frame, peers: Peers, shape: Shape) -> Frame:
    sums = shape.sums
    found = found.with_columns(right=nw.col("refused") == 0)
    stated, right, itself = nw.col("stated"), nw.col("right"), nw.col("itself")
    beside = stated & (nw.col("below_count") > 0) & (nw.col("below_why") == 0)

    def chosen(name: str) -> Expression:
        figure = nw.when(right & stated).then(sums.one(name, "own"))
        return figure.when(right).then(sums.one(name, "below")).alias(name)

    counts = {
        "expected": nw.when(itself).then(nw.lit(1)).otherwise(peers.expected()),
        "reported": nw.when(stated).then(nw.lit(1)).otherwise(nw.col("below_count")),
        "missing": nw.when(itself).then(nw.lit(0)).otherwise(peers.missing()),
        "incomplete": nw.when(stated)
        .then(nw.col("own_partial"))
        .otherwise(nw.col("below_partial")),
        "refused": nw.col("refused"),
    }
    return found.select(
        *shape.thing,
        "place",
        *map(chosen, sums.columns),
        nw.when(beside).then(sums.one("value", "below")).alias("computed"),
        **{name: count.cast(nw.Int64) for name, count in counts.items()},
        stated=stated,
    )
