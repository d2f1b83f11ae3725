"""A text cut up by the places that are to be marked in it, line by line.

Places may overlap; each piece knows the gravest finding over it, and which
places begin with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from attrs import frozen

from danvan.findings import Severity
from danvan.rendering.findings.lines import Lines

__all__ = ["Piece", "Place", "marked"]


@frozen
class Place:
    """One place of one finding.

    Attributes:
        start, end: where it is.
        severity: how grave the finding is.
        number: the number of the finding.
        at: the number of the place among those of the finding.
    """

    start: int
    end: int
    severity: Severity
    number: int
    at: int


@frozen
class Piece:
    """A stretch of a line all of which is marked alike.

    Attributes:
        start, end: where it is.
        worst: the place of the gravest finding over it, or ``None``.
        begins: the places that begin with it.
    """

    start: int
    end: int
    worst: Place | None = None
    begins: tuple[Place, ...] = ()


def marked(text: str, lines: Lines, places: Sequence[Place]) -> Iterator[list[Piece]]:
    """The pieces of each line of a text.

    >>> lines = Lines("a 30 b")
    >>> (found,) = marked("a 30 b", lines, [Place(2, 4, Severity.ERROR, 1, 1)])
    >>> [(piece.start, piece.end, bool(piece.worst)) for piece in found]
    [(0, 2, False), (2, 4, True), (4, 6, False)]
    """
    starting = sorted(places, key=lambda place: place.start)
    cuts = sorted({edge for place in places for edge in (place.start, place.end)})
    over: list[tuple[int, int, int, Place]] = []
    next_start = next_cut = 0
    for line in range(1, len(lines.starts) + 1):
        start, stop = lines.extent(line)
        end = lines.starts[line] if line < len(lines.starts) else len(text) + 1
        pieces: list[Piece] = []
        at = start
        while at < end:
            while next_cut < len(cuts) and cuts[next_cut] <= at:
                next_cut += 1
            edge = min(end, cuts[next_cut]) if next_cut < len(cuts) else end
            begins: list[Place] = []
            while next_start < len(starting) and starting[next_start].start <= at:
                place = starting[next_start]
                begins.append(place)
                heappush(over, (-place.severity, place.number, place.at, place))
                next_start += 1
            while over and over[0][-1].end <= at:
                heappop(over)
            worst = over[0][-1] if over else None
            if at < stop or begins:
                pieces.append(Piece(at, min(edge, max(stop, at)), worst, tuple(begins)))
            at = edge
        yield pieces
