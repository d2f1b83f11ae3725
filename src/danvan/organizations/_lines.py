"""The index behind a tree: for each organization its parents and children, with their days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from danvan.errors import InvalidValueError, UnknownCodeError
from danvan.organizations.link import Link
from danvan.organizations.organization import Organization

__all__ = ["Lines"]

Bearers = Mapping[str, tuple[Organization, ...]]


class _Edge(NamedTuple):
    first: date
    last: date
    other: Organization


class Lines:
    """Parents and children of each organization, found by identity, not by value.

    An edge lies within the days of both its ends, so a question needs only the edge.
    """

    __slots__ = ("_down", "_up")

    def __init__(self) -> None:
        self._up: dict[int, list[_Edge]] = {}
        self._down: dict[int, list[_Edge]] = {}

    def draw(
        self,
        tree: str,
        organizations: tuple[Organization, ...],
        links: Iterable[Link],
        bearers: Bearers,
    ) -> None:
        """Draw the lines of a tree and check that they make one on every day."""
        for link in links:
            self._draw(tree, link, bearers)
        for child in organizations:
            edges = self._up.get(id(child), ())
            _one_parent_a_day(tree, child, edges)
            for first, last, parent in edges:
                self._down.setdefault(id(parent), []).append(_Edge(first, last, child))
        self._check_circles(tree, organizations)

    def parent(self, of: Organization, on: date | None) -> Organization | None:
        day = on or of.closed or date.max
        for first, last, parent in self._up.get(id(of), ()):
            if first <= day <= last:
                return parent
        return None

    def children(self, of: Organization, on: date | None) -> tuple[Organization, ...]:
        return tuple(
            child
            for first, last, child in self._down.get(id(of), ())
            if first <= (on or child.closed or date.max) <= last
        )

    def _draw(self, tree: str, link: Link, bearers: Bearers) -> None:
        for code in (link.child, link.parent):
            if code not in bearers:
                raise UnknownCodeError(tree, code, where=f"{link.child} under {link.parent}")
        drawn = False
        for child in bearers[link.child]:
            first = max(link.valid_from or date.min, child.opened or date.min)
            last = min(link.valid_to or date.max, child.closed or date.max)
            if first <= last:
                drawn = True
                edges = list(_over(tree, link, first, last, bearers[link.parent]))
                self._up.setdefault(id(child), []).extend(edges)
                self._up[id(child)].sort(key=lambda edge: edge.first)
        if not drawn:
            want = f"days on which {link.child} is open"
            raise InvalidValueError(tree, f"{link.valid_from} - {link.valid_to}", want)

    def _check_circles(self, tree: str, organizations: tuple[Organization, ...]) -> None:
        # Nearly every tree is free of circles even with all its links laid over each other.
        everything = {key: [edge.other for edge in edges] for key, edges in self._up.items()}
        if _circle(organizations, everything) is None:
            return
        for day in sorted({edge.first for edges in self._up.values() for edge in edges}):
            today = {
                key: [edge.other for edge in edges if edge.first <= day <= edge.last]
                for key, edges in self._up.items()
            }
            circle = _circle(organizations, today)
            if circle is not None:
                codes = " under ".join(one.code for one in circle)
                raise InvalidValueError(tree, f"{codes} on {day}", "no circle of parents")


def _over(
    tree: str, link: Link, first: date, last: date, parents: tuple[Organization, ...]
) -> Iterator[_Edge]:
    """The edges from one child to the bearers of the parent's code, without a day between."""
    if first == date.min:
        # A start nobody knows is no claim: the link begins where the parent does.
        first = max(first, parents[0].opened or date.min)
    for parent in parents:
        if (parent.closed or date.max) < first:
            continue
        if (parent.opened or date.min) > first:
            break
        until = min(last, parent.closed or date.max)
        yield _Edge(first, until, parent)
        if until == last:
            return
        first = until + timedelta(days=1)
    raise InvalidValueError(
        tree,
        f"{link.child} under {link.parent}, which is not open on {first}",
        "a parent that is open on every day of the link",
    )


def _one_parent_a_day(tree: str, child: Organization, edges: Iterable[_Edge]) -> None:
    before: _Edge | None = None
    for edge in edges:
        if before is not None and edge.first <= before.last:
            both = f"{child.code} under {before.other.code} and {edge.other.code} on {edge.first}"
            raise InvalidValueError(tree, both, "one parent on any day")
        before = edge


def _circle(
    organizations: tuple[Organization, ...], parents: Mapping[int, list[Organization]]
) -> list[Organization] | None:
    """A circle of parents, or ``None``: a walk upwards that meets itself."""
    done: set[int] = set()
    for start in organizations:
        path: dict[int, Organization] = {}
        waiting: list[tuple[Organization, Iterator[Organization]]] = []
        step: Organization | None = start
        while True:
            if step is not None and id(step) not in done:
                if id(step) in path:
                    around = list(path.values())
                    at = next(n for n, one in enumerate(around) if one is step)
                    return [*around[at:], step]
                path[id(step)] = step
                waiting.append((step, iter(parents.get(id(step), ()))))
            if not waiting:
                break
            here, above = waiting[-1]
            step = next(above, None)
            if step is None:
                done.add(id(here))
                path.pop(id(here), None)
                waiting.pop()
    return None
