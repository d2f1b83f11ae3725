"""What a notebook shows of a value: tables that ask the network for nothing and run nothing.

A class that wants to be a row of such a table says what stands in it, by column, in a
method ``_cells_``; one that wants to be shown itself has ``_repr_html_`` call
:func:`table`, :func:`listing` or :func:`record`.  Every word is escaped.  A table is
bounded, whatever it is of, and says how many rows it leaves out.  Its colors are those of
the page around it, light or dark; its captions and headings are Vietnamese, and marked so.

>>> drawn = table("Số buổi", [{"Đơn vị": "<Hội Nông dân>", "Số liệu": 1523}], total=1)
>>> '<th scope="row">&lt;Hội Nông dân&gt;</th><td class="figure short">1.523</td>' in drawn
True
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from html import escape
from importlib import resources
from itertools import islice
from typing import Final, NamedTuple, Protocol, SupportsIndex, TypeVar, overload

from danvan.vietnamese.dates import format_date
from danvan.vietnamese.numbers import format_number

__all__ = [
    "MOST_ROWS", "Row", "Rows", "Tone",
    "framed", "grid", "listing", "more", "record", "said", "some", "table", "words",
]  # fmt: skip

MOST_ROWS: Final = 60
"""How many rows a table shows at most."""

_MOST_LETTERS: Final = 400
_MOST_NAMES: Final = 8
_SHORT, _LONG = 14, 60


class Tone(NamedTuple):
    """A word that stands out: ``"bad"``, ``"doubtful"`` or ``"remark"``, bold and colored."""

    word: str
    tone: str

    def __str__(self) -> str:
        return self.word


class Row(Protocol):
    """What can be a row of a table."""

    def _cells_(self) -> Mapping[str, object]:
        """What stands under each heading; what is neither text nor date is a figure."""
        ...


T_co = TypeVar("T_co", bound=Row, covariant=True)


class Rows(tuple[T_co, ...]):
    """A tuple that a notebook shows as a table, with a row for each member.

    It is equal to the tuple of the same members, and slices of it are shown alike.
    """

    __slots__ = ()

    @overload
    def __getitem__(self, at: SupportsIndex) -> T_co: ...
    @overload
    def __getitem__(self, at: slice) -> Rows[T_co]: ...
    def __getitem__(self, at: SupportsIndex | slice) -> T_co | Rows[T_co]:
        return Rows(super().__getitem__(at)) if isinstance(at, slice) else super().__getitem__(at)

    def _repr_html_(self) -> str:
        return listing("", self)


def framed(inner: str) -> str:
    """HTML in the frame that gives it its look; what stands in it is escaped already."""
    return f'<style>{_style()}</style><div class="danvan" lang="vi">{inner}</div>'


def table(
    caption: str,
    rows: Iterable[Mapping[str, object]],
    total: int,
    notes: Sequence[str] = (),
) -> str:
    """Rows as a table; the headings are those of all rows, columns without a word left out.

    Args:
        caption: what it is a table of; "" for none.
        rows: what stands under each heading; only the first :data:`MOST_ROWS` are asked for.
        total: how many rows there are.
        notes: what is said under it, a line each.
    """
    shown = [
        {heading: _cell(value) for heading, value in row.items()} for row in islice(rows, MOST_ROWS)
    ]
    headings = dict.fromkeys(heading for row in shown for heading in row)
    filled = [one for one in headings if any(row.get(one, _EMPTY) != _EMPTY for row in shown)]
    figures = {one for one in filled if all(row.get(one, _EMPTY).right for row in shown)}
    head = "".join(
        f'<th scope="col"{_RIGHT if one in figures else ""}>{words(one)}</th>' for one in filled
    )
    body = "".join(_row([row.get(one, _EMPTY) for one in filled]) for row in shown)
    title = f"<caption>{words(caption)}</caption>" if caption else ""
    drawn = f"<table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    if not shown:
        drawn = (
            f"<p>{words(f'{caption}: không có dòng nào' if caption else 'không có dòng nào')}</p>"
        )
    under = "".join(f"<p>{words(note)}</p>" for note in notes[:MOST_ROWS])
    return framed(drawn + more(total - len(shown), "dòng") + under)


def listing(caption: str, members: Sequence[Row]) -> str:
    """Members as a table, a row for each."""
    rows = (member._cells_() for member in members)
    return table(caption, rows, len(members))


def grid(
    caption: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[object]],
    notes: Sequence[str] = (),
) -> str:
    """Rows of cells under their headings as a table."""
    named = (dict(zip(headings, row, strict=True)) for row in rows)
    return table(caption, named, len(rows), notes)


def said(*lines: str) -> str:
    """Lines of words where there is nothing to lay out in a table."""
    return framed("".join(f"<p>{words(line)}</p>" for line in lines[:MOST_ROWS]))


def record(caption: str, cells: Mapping[str, object]) -> str:
    """One thing as a table of two columns: what each part is called, and what it is."""
    drawn = ((heading, _cell(value)) for heading, value in islice(cells.items(), MOST_ROWS))
    body = "".join(
        f'<tr><th scope="row">{words(heading)}</th><td>{cell.html}</td></tr>'
        for heading, cell in drawn
        if cell != _EMPTY
    )
    title = f"<caption>{words(caption)}</caption>" if caption else ""
    return framed(f'<table class="record">{title}<tbody>{body}</tbody></table>')


def some(members: Sequence[object], most: int = _MOST_NAMES) -> str:
    """The names of the first of many, and how many more there are.

    >>> some(["xã Bản Bo", "xã Bình Lư", "xã Khun Há"], most=2)
    'xã Bản Bo, xã Bình Lư và 1 mục khác'
    """
    names = ", ".join(map(str, members[:most]))
    return f"{names} và {len(members) - most} mục khác" if len(members) > most else names


def more(count: int, of: str) -> str:
    """The line under a table that says how much is left out; nothing where nothing is."""
    return f'<p class="more">… còn {count} {of} nữa không hiện ở đây</p>' if count > 0 else ""


class _Cell(NamedTuple):
    html: str
    right: bool = True


_EMPTY: Final = _Cell("")
_RIGHT: Final = ' class="figure"'


def _cell(value: object) -> _Cell:
    if value is None or value == "":
        return _EMPTY
    if isinstance(value, Tone):
        return _Cell(f'<b class="{words(value.tone)}">{words(value.word)}</b>', right=False)
    if isinstance(value, date):
        return _Cell(words(format_date(value, "short")), right=False)
    if isinstance(value, (int, Decimal)):
        return _Cell(words(format_number(value)))
    return _Cell(words(str(value)), right=not isinstance(value, str))


def _row(cells: Sequence[_Cell]) -> str:
    drawn = "".join(f"<td{_look(cell)}>{cell.html}</td>" for cell in cells[1:])
    return f'<tr><th scope="row">{cells[0].html}</th>{drawn}</tr>' if cells else ""


def _look(cell: _Cell) -> str:
    """Figures stand at the right; what is short keeps on a line, what is long gets room."""
    if not cell.html:
        return ""
    size = "short" if len(cell.html) <= _SHORT else "long" if len(cell.html) > _LONG else ""
    look = " ".join(filter(None, ("figure" if cell.right else "", size)))
    return f' class="{look}"' if look else ""


def words(text: str) -> str:
    """A text escaped, on one line, cut where it is very long, without signs that steer a page."""
    shown = text if len(text) <= _MOST_LETTERS else f"{text[:_MOST_LETTERS]}…"
    if not shown.isprintable():
        shown = "".join(
            one if one.isprintable() else " " if one.isspace() else "\N{REPLACEMENT CHARACTER}"
            for one in shown
        )
    return escape(shown)


@cache
def _style() -> str:
    return resources.files("danvan.data").joinpath("notebook.css").read_text("utf-8")
