"""The tree as small tables: whose figures go where, and who was to report there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from attrs import Factory, define, frozen

from danvan.aggregation.tree import Climb
from danvan.integrations.frames._narwhals import Frame, nw
from danvan.integrations.frames.beside import Beside, Small
from danvan.organizations import Level, Organization, Organizations
from danvan.periods import Period

__all__ = ["Ways", "ways"]

_UP = ("organization", "target", "depth", "sort", "group", "cell", "within", "said")
_END = ("target", "place", "said_size")


@frozen
class Ways:
    """The ways up a tree, and the peers at their ends.

    An organization that was to report stands in a *cell*: with those of its kind and
    level, and in its group.  Who reports makes its peers expected, whole cells at a time.

    Attributes:
        up: a row for each organization and each place its figures go to: ``organization``,
            the number of the ``target``, ``depth`` below it, ``step_1`` ... the numbers of
            the organizations between them and itself from the top, ``sort``, ``group`` and
            ``cell`` (-1: none), ``within`` whether it is open under the target, ``said``
            whether it was said to be expected.
        ends: a row for each target: ``target``, its code (``place``), ``said_size``,
            ``size_0`` ... how many are in each cell.
        steps: how deep the deepest way is.
        cells: the sort and the group of each cell.
        said: whether it was said who was to report.
        sorts_of_reporters: the sort and the group of whoever stands below a target or at
            it, whether it is open there, and whether it stands below.
    """

    up: Small
    ends: Small
    steps: int
    cells: tuple[tuple[int, int], ...]
    said: bool
    sorts_of_reporters: frozenset[tuple[int, int, bool, bool]]

    def up_table(self, beside: Beside) -> Frame:
        """The ways as a table in the user's engine."""
        return beside.kept(self.up)

    def ends_table(self, beside: Beside) -> Frame:
        """The ends as a table in the user's engine."""
        return beside.kept(self.ends)


def ways(
    organizations: Organizations,
    period: Period,
    to: str | Level | Iterable[str | Level],
    expected: Iterable[str | Organization] | None,
) -> Ways:
    """The ways up to what is asked for, in the tree as it stood in a period.

    Args:
        organizations: the tree.
        period: a code stands for its bearer on the last day of it, or the last one in it.
        to: a level, an organization, or several.
        expected: who was to report, if that is known.

    Raises:
        UnknownCodeError: a code the tree does not hold.
    """
    asked = (to,) if isinstance(to, str | Level) else tuple(to)
    said = None
    if expected is not None:
        codes = (one if isinstance(one, str) else one.code for one in expected)
        said = frozenset(organizations[code].code for code in codes)
    return _ways(organizations, period, asked, said)


# A frame is rolled up month by month along the same ways.
@lru_cache(maxsize=32)
def _ways(
    organizations: Organizations,
    period: Period,
    to: tuple[str | Level, ...],
    said: frozenset[str] | None,
) -> Ways:
    climb = Climb(organizations, period, to)
    numbering = _Cells(climb)
    up: list[dict[str, Any]] = []
    below: dict[int, frozenset[int]] = {}
    for number in _bearers(climb):
        line = climb.line(number)
        for target in climb.targets.intersection(line):
            if target not in below:
                below[target] = frozenset(climb.below(target))
            up.append(numbering.row(number, target, line, below[target], said))
    steps = max((row["depth"] for row in up), default=0)
    ends = [numbering.end(target, under, said) for target, under in below.items()]
    names = [*_UP, *(f"step_{n}" for n in range(1, steps + 1))]
    sizes = [f"size_{n}" for n in range(len(numbering.cells))]
    return Ways(
        _table({name: [row.get(name, -1) for row in up] for name in names}),
        _table({name: [row.get(name, 0) for row in ends] for name in (*_END, *sizes)}),
        steps,
        tuple(numbering.cells),
        said is not None,
        frozenset(
            (row["sort"], row["group"], bool(row["within"]), bool(row["depth"])) for row in up
        ),
    )


def _bearers(climb: Climb) -> list[int]:
    """For each code, the number of the organization that bears it."""
    found: dict[str, int] = {}
    first, last = climb.period.first, climb.period.last

    def fitness(number: int) -> tuple[bool, bool, date]:
        one = climb.members[number]
        opened = one.opened or date.min
        in_period = opened <= last and first <= (one.closed or date.max)
        return one.is_open(last), in_period, opened

    for number, one in enumerate(climb.members):
        other = found.setdefault(one.code, number)
        if fitness(number) > fitness(other):
            found[one.code] = number
    return list(found.values())


@define
class _Cells:
    """Numbers for the kinds, groups and cells of a tree."""

    climb: Climb
    sorts: dict[object, int] = Factory(dict)
    groups: dict[object, int] = Factory(dict)
    cells: dict[tuple[int, int], int] = Factory(dict)

    def of(self, number: int) -> tuple[int, int, int]:
        """The sort, the group and the cell of an organization."""
        sort, group = self.climb.circles(number)
        pair = (
            -1 if sort is None else self.sorts.setdefault(sort, len(self.sorts)),
            -1 if group is None else self.groups.setdefault(group, len(self.groups)),
        )
        return (*pair, self.cells.setdefault(pair, len(self.cells)))

    def row(
        self,
        number: int,
        target: int,
        line: tuple[int, ...],
        under: frozenset[int],
        said: frozenset[str] | None,
    ) -> dict[str, Any]:
        """The way of one organization to one target."""
        members, depth = self.climb.members, line.index(target)
        sort, group, cell = self.of(number)
        code = members[number].code
        return {
            "organization": code,
            "target": target,
            "depth": depth,
            "sort": sort,
            "group": group,
            "cell": cell,
            "within": int(number in under),
            "said": int(number in under and said is not None and code in said),
            **{f"step_{n}": line[depth - n] for n in range(1, depth + 1)},
        }

    def end(
        self, target: int, under: frozenset[int], said: frozenset[str] | None
    ) -> dict[str, Any]:
        """How many are in each cell under a target."""
        members = self.climb.members
        sizes = dict.fromkeys(self.cells.values(), 0)
        for number in under:
            cell = self.of(number)[2]
            sizes[cell] = sizes.get(cell, 0) + 1
        among = sum(members[number].code in said for number in under) if said is not None else 0
        return {
            "target": target,
            "place": members[target].code,
            "said_size": among,
            **{f"size_{cell}": size for cell, size in sizes.items()},
        }


def _table(columns: dict[str, list[Any]]) -> Small:
    texts = ("organization", "place")
    return Small(columns, {name: nw.String if name in texts else nw.Int64 for name in columns})
