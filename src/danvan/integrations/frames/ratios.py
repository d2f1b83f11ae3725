"""Ratios worked out anew from the sums of both their sides, of those who reported both.

Where somebody is missing on one side, what was reported on the other alone does not
count: half a numerator over a whole denominator would take the missing for zero.

A percentage is the quotient of the two sums, rounded to two decimals; the ends of
what it asserts and means are rounded outward to six.  The engines divide in binary
floating point: the two decimals are the right ones for denominators of up to eight
digits, and the true interval always lies within the one told.
"""

from __future__ import annotations

from typing import Any, Final

from danvan.catalogue import Catalogue
from danvan.indicators import Combination, Indicator
from danvan.integrations.frames._narwhals import Expression, Frame, nw
from danvan.integrations.frames.beside import Beside, joined
from danvan.integrations.frames.grouping import grouped, tops, totals, with_tops
from danvan.integrations.frames.layout import FLAGS, NUMBERS
from danvan.integrations.frames.meaning import (
    OVER_ORGANIZATIONS,
    goes_over_organizations,
    is_thing,
    sides,
)
from danvan.integrations.frames.peers import Peers
from danvan.integrations.frames.shape import Shape
from danvan.integrations.frames.summing import Sums, as_int
from danvan.integrations.frames.ways import Ways

__all__ = ["ratios"]

_PLACE: Final = ("within", "said", "sort", "group", "cell")
_MARKS: Final = ("given", "given_elsewhere", "stated", "fails")
_SIDES: Final = ("numerator", "denominator")
_MILLION: Final = 1_000_000
_GRAIN: Final = 0.001


def ratios(
    rows: Frame,
    beside: Beside,
    ways: Ways,
    shape: Shape,
    catalogue: Catalogue[Indicator],
    *,
    missing: Frame,
    number: Any,
) -> Frame:
    """One row for each ratio that anybody reported and each place above.

    Args:
        rows: what ``on_the_way`` gave, of the ratios and their sides.
        beside: makes tables in the user's engine.
        ways: the ways up the tree.
        shape: what the frame can say.
        catalogue: the indicators, with the sides of each ratio.
        missing: how many are missing of each thing at each place, as ``climbed`` tells it.
        number: the type of the numbers.
    """
    sums = shape.sums
    peers = Peers(ways, shape, "reported")
    of_each = _of_each(rows, beside, shape, catalogue)
    lacking = _lacking(missing, beside, shape, catalogue)
    of_each = of_each.join(lacking, on=list(shape.thing), how="left")
    of_each = _narrowed(of_each, shape, _rigid(catalogue))
    taken = [
        *(one for name in (*_SIDES, "itself") for one in sums.added(name, again=True)),
        *tops(*_MARKS),
        *totals("reported", "incomplete"),
        *peers.added(),
    ]
    rows = peers.laid_out(of_each.with_columns(reports=nw.col("reported") == 1))
    found = grouped(rows, shape.thing, taken)
    found = peers.counted(joined(found, ways.ends_table(beside), "target"))
    return _quotients(found, peers, shape, number)


def _rigid(catalogue: Catalogue[Indicator]) -> list[int]:
    """The ratios with a side that does not add up."""
    adding = {one.code for one in catalogue if one.over_organizations is Combination.SUM}
    return [
        n
        for n, one in enumerate(catalogue)
        if not {one.numerator, one.denominator} - {None} <= adding
    ]


def _of_each(rows: Frame, beside: Beside, shape: Shape, catalogue: Catalogue[Indicator]) -> Frame:
    """A row for each ratio, place and organization, with its figures of both sides."""
    sums = shape.sums
    at_target, counts = nw.col("at_target"), nw.col("counts")
    right = ~nw.col("value").is_null() & (nw.col("refused") == 0)
    rows = rows.with_columns(stated_here=as_int(at_target & right))
    rows = with_tops(rows, shape.thing, "stated_here")
    adds = is_thing(goes_over_organizations(catalogue, Combination.SUM))
    in_sum = counts & ~at_target & (nw.col("stated_here") == 0)
    rows = rows.with_columns(
        stands=right & (at_target | in_sum),
        fails=((nw.col("refused") > 0) & (at_target | in_sum)) | (right & in_sum & ~adds),
    )
    rows = joined(rows, sides(beside, catalogue), "thing")
    side, stands = nw.col("side"), nw.col("stands")
    itself = side == "itself"
    here = itself & right & (nw.col("depth") == 0) & (at_target | (nw.col("stated_here") == 0))
    rows = rows.with_columns(
        *(one for name in _SIDES for one in sums.laid_out(name, stands & (side == name))),
        *sums.laid_out("itself", here),
        stated=as_int(here & at_target),
        thing=nw.col("ratio"),
        given=as_int(itself & (nw.col("excused") == 0)),
        given_elsewhere=as_int(itself & (nw.col("excused") == 0) & ~here),
        fails=as_int(nw.col("fails") & ~itself),
        excused=as_int(itself & (nw.col("excused") == 1)),
        reported=as_int(stands & ~itself),
        incomplete=as_int(stands & ~itself & (nw.col("partial") == 1)),
    )
    taken = [one for name in (*_SIDES, "itself") for one in sums.added(name)]
    taken += tops(*_MARKS, "excused", "reported", "incomplete", *_PLACE)
    return grouped(rows, (*shape.thing, "organization"), taken)


def _lacking(
    missing: Frame, beside: Beside, shape: Shape, catalogue: Catalogue[Indicator]
) -> Frame:
    """The ratios and places where somebody is missing on one side or the other."""
    of_sides = missing.filter(nw.col("missing") > 0).join(
        sides(beside, catalogue), on="thing", how="inner"
    )
    of_sides = of_sides.select(*shape.thing[1:], thing=nw.col("ratio"))
    return of_sides.unique().with_columns(lacking=nw.lit(1))


def _narrowed(of_each: Frame, shape: Shape, rigid: list[int]) -> Frame:
    """The same without what counts on one side alone, where somebody is missing.

    Sides that do not add up cannot be put together anew of some of their parts.
    """
    sums = shape.sums
    first, second = (nw.col(f"{name}_count") > 0 for name in _SIDES)
    of_each = of_each.with_columns(
        of_both=as_int(first & second), of_one=as_int((first & ~second) | (second & ~first))
    )
    of_each = with_tops(of_each, shape.thing, "of_one")
    narrow = (nw.col("lacking").fill_null(0) == 1) & (nw.col("of_one") == 1)
    counts, no = ~narrow | (nw.col("of_both") == 1), nw.lit(0)
    amounts = [f"{name}_{one}" for name in _SIDES for one in sums.numbers]
    others = [of for name in _SIDES for of, *_ in sums.added(name) if of not in amounts]
    return of_each.with_columns(
        *(nw.when(counts).then(nw.col(name)).alias(name) for name in amounts),
        *(
            nw.when(counts).then(nw.col(name)).otherwise(no).alias(name)
            for name in (*others, "reported", "incomplete")
        ),
        fails=nw.when(narrow & is_thing(rigid)).then(nw.lit(1)).otherwise(nw.col("fails")),
    )


def _quotients(found: Frame, peers: Peers, shape: Shape, number: Any) -> Frame:
    sums = shape.sums
    bad = nw.col("fails") > 0
    for name in _SIDES:
        bad |= nw.col(f"{name}_count") == 0
        if sums.flags:
            bad |= (nw.col(f"{name}_averaged") > 0) & (nw.col(f"{name}_count") > 1)
    possible = nw.col("denominator_value") > 0
    if sums.endless:
        for end in sums.endless:
            possible &= sums.one(end, "denominator").is_null() | (sums.one(end, "denominator") > 0)
    alone = (nw.col("itself_count") > 0) & (nw.col("given_elsewhere") == 0)
    found = found.with_columns(own=(nw.col("stated") == 1) | alone, bad=bad, possible=possible)
    stated, bad, possible = nw.col("own"), nw.col("bad"), nw.col("possible")
    found = found.filter((nw.col("given") > 0) & (stated | bad | possible))
    made = _made(sums)
    fine = ~bad & possible
    no = nw.lit(0)

    def chosen(name: str) -> Expression:
        if name in FLAGS:
            own = sums.one(name, "itself") if name in sums.flags else no
            return nw.when(stated).then(own).otherwise(made[name]).alias(name)
        own = _end(sums, name, "itself").cast(number)
        return nw.when(stated).then(own).when(fine).then(made[name].cast(number)).alias(name)

    counts = {
        "expected": nw.when(stated).then(nw.lit(1)).otherwise(peers.expected()),
        "reported": nw.when(stated).then(nw.lit(1)).otherwise(nw.col("reported")),
        "missing": nw.when(stated).then(no).otherwise(peers.missing()),
        "incomplete": nw.when(stated).then(no).otherwise(nw.col("incomplete")),
        "refused": nw.when(~stated & bad).then(nw.lit(OVER_ORGANIZATIONS)).otherwise(no),
    }
    return found.select(
        *shape.thing,
        "place",
        *map(chosen, (*NUMBERS, *FLAGS)),
        nw.when(stated & fine).then(made["value"].cast(number)).alias("computed"),
        **{name: count.cast(nw.Int64) for name, count in counts.items()},
        stated=nw.col("stated") == 1,
    )


def _made(sums: Sums) -> dict[str, Expression]:
    """The columns of the quotient of both sides, in percent."""
    no, one = nw.lit(0), nw.lit(1)
    made: dict[str, Expression] = dict.fromkeys(FLAGS, no)
    stated = _percent(_end(sums, "value", "numerator"), _end(sums, "value", "denominator"))
    # A tie goes up, also where its binary form lies a little below it.
    made["value"] = (stated * 100 + 0.5 + 1e-9).floor() / 100
    for reading in ("hard", "likely"):
        (top_low, top_high), (low, high) = (
            (_end(sums, f"{reading}_low", side), _end(sums, f"{reading}_high", side))
            for side in _SIDES
        )
        least = (_percent(top_low, high) * _MILLION - _GRAIN).floor() / _MILLION
        most = (_percent(top_high, low) * _MILLION + _GRAIN).ceil() / _MILLION
        endless = top_high.is_null() | ((low == 0) & (top_high > 0))
        nothing = high.is_null() | (least < 0)
        made[f"{reading}_low"] = nw.when(nothing).then(nw.lit(0.0)).otherwise(least)
        made[f"{reading}_high"] = nw.when(~endless).then(most)
        made[f"{reading}_high_open"] = nw.when(endless).then(one).otherwise(no)
    return made


def _end(sums: Sums, name: str, side: str) -> Expression:
    return sums.one(name if name in sums.numbers else "value", side)


def _percent(part: Expression, whole: Expression) -> Expression:
    divisor = nw.when(whole > 0).then(whole.cast(nw.Float64)).otherwise(nw.lit(1.0))
    dividend = nw.when(~part.is_null()).then(part.cast(nw.Float64)).otherwise(nw.lit(0.0))
    return dividend * 100 / divisor
