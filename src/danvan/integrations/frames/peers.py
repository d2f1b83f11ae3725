"""Who was to report at a place, seeing who did: counted in the engine, cell by cell."""

from __future__ import annotations

from functools import reduce
from operator import add, or_

from danvan.integrations.frames._narwhals import Expression, Frame, nw
from danvan.integrations.frames.grouping import tops, totals, with_tops
from danvan.integrations.frames.shape import Shape
from danvan.integrations.frames.summing import Taken, as_int
from danvan.integrations.frames.ways import Ways

__all__ = ["Peers"]


class Peers:
    """The columns by which those expected and those missing are counted.

    A cell of organizations is expected where one of its kind and level, or of its
    group, reported; those excused are not.  An organization that is of no kind and no
    group (a loner) is expected where it reported itself.
    """

    def __init__(self, ways: Ways, shape: Shape, reporters: str) -> None:
        """Get ready to count.

        Args:
            ways: the ways up the tree, with its cells.
            shape: what the frame can say.
            reporters: the column in which those that reported are counted for each group.
        """
        self._said = ways.said
        self._excuses = shape.excuses
        self._organization = (*shape.thing, "organization")
        self._reporters = reporters
        # A place reports to itself only what it did alone.
        heard = {one for one in ways.sorts_of_reporters if shape.scoped or one[-1]}
        self._sorts = sorted({sort for sort, *_ in heard} - {-1})
        self._groups = sorted({group for _, group, *_ in heard} - {-1})
        self._cells = {
            n: (sort, group)
            for n, (sort, group) in enumerate(ways.cells)
            if sort in self._sorts or group in self._groups
        }
        self._has_loners = any((sort, group) == (-1, -1) for sort, group, *_ in heard)
        self._has_outsiders = not all(within for _, _, within, _ in heard)

    def laid_out(self, rows: Frame) -> Frame:
        """The rows with what is counted; ``reports`` says who reported."""
        reports, within = nw.col("reports"), nw.col("within") == 1
        if self._said:
            return rows.with_columns(said_reported=as_int(reports & (nw.col("said") == 1)))
        loner = (nw.col("sort") < 0) & (nw.col("group") < 0)
        columns = {f"sort_{n}": as_int(reports & (nw.col("sort") == n)) for n in self._sorts}
        columns |= {f"group_{n}": as_int(reports & (nw.col("group") == n)) for n in self._groups}
        if self._has_loners:
            columns["loners"] = as_int(reports & within & loner)
        if not self._excuses:
            if self._has_outsiders:
                columns["outsiders"] = as_int(reports & ~within)
            return rows.with_columns(**columns)
        excused = (nw.col("excused") == 1) & within
        rows = rows.with_columns(also_reported=as_int(reports), also_excused=as_int(excused))
        rows = with_tops(rows, self._organization, "also_reported", "also_excused")
        heard = (reports & within) | (excused & (nw.col("also_reported") == 0))
        if self._has_loners:
            columns["loners"] = as_int(reports & within & loner & (nw.col("also_excused") == 0))
        for n in self._cells:
            columns[f"excused_{n}"] = as_int(excused & (nw.col("cell") == n))
            columns[f"heard_{n}"] = as_int(heard & (nw.col("cell") == n))
        return rows.with_columns(**columns)

    def added(self) -> list[Taken]:
        """What to take of each group."""
        if self._said:
            return totals("said_reported")
        active = [f"sort_{n}" for n in self._sorts] + [f"group_{n}" for n in self._groups]
        sums = ["loners"] if self._has_loners else []
        if self._excuses:
            sums += [f"{what}_{n}" for n in self._cells for what in ("excused", "heard")]
        elif self._has_outsiders:
            sums.append("outsiders")
        return [*tops(*active), *totals(*sums)]

    def counted(self, groups: Frame) -> Frame:
        """The groups with what :meth:`expected` and :meth:`missing` rest on."""
        if self._said:
            return groups
        columns = {"awaited": self._over_cells("excused")}
        if self._excuses:
            columns["unheard"] = self._over_cells("heard")
        return groups.with_columns(**columns)

    def expected(self) -> Expression:
        """How many were to report."""
        if self._said:
            return nw.col("said_size")
        awaited = nw.col("awaited")
        return awaited + nw.col("loners") if self._has_loners else awaited

    def missing(self) -> Expression:
        """How many of them did not."""
        if self._said:
            return nw.col("said_size") - nw.col("said_reported")
        if self._excuses:
            return nw.col("unheard")
        unheard = nw.col("awaited") - nw.col(self._reporters)
        for name, any_ in (("loners", self._has_loners), ("outsiders", self._has_outsiders)):
            unheard = unheard + nw.col(name) if any_ else unheard
        return unheard

    def _over_cells(self, without: str) -> Expression:
        """The sizes of the cells in which somebody is expected, less some."""
        sizes: list[Expression] = []
        for n, (sort, group) in self._cells.items():
            active = [nw.col(f"sort_{sort}") == 1] if sort in self._sorts else []
            active += [nw.col(f"group_{group}") == 1] if group in self._groups else []
            size = nw.col(f"size_{n}")
            if self._excuses:
                size -= nw.col(f"{without}_{n}")
            sizes.append(nw.when(reduce(or_, active)).then(size).otherwise(nw.lit(0)))
        return reduce(add, sizes) if sizes else nw.lit(0)
