"""Tables of words and figures: for the terminal, for Markdown and for HTML.

Columns line up on a terminal by the width that letters take there: a combining
mark takes none, a wide letter takes two.

>>> rows = (("Hội Nông dân", "523"), ("Huyện đoàn", "trên 394"))
>>> print(format_table(("Tổ chức", "Số buổi"), rows))
Tổ chức        Số buổi
────────────  ────────
Hội Nông dân       523
Huyện đoàn    trên 394
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final, Literal

from danvan.errors import InvalidValueError
from danvan.vietnamese.letters import nfc

__all__ = [
    "Align",
    "format_table",
    "table_to_csv",
    "table_to_html",
    "table_to_markdown",
    "width",
]

Align = Literal["left", "right"]

_MARKUP: Final = re.compile(r"[\\|<*`\[\]]")
_FIGURE: Final = re.compile(
    r"(?:(?:trên|hơn|gần|khoảng|dưới|ít nhất|tăng|giảm)\s+)?"
    r"[-+−]?[0-9][0-9.,]*(?:/[0-9.,]+)?%?|[-–—]?"
)


_FORMULA: Final = re.compile(r"\s*[=+\-@\t\r\n]")
_NUMBER: Final = re.compile(r"[-+]?[0-9][0-9.,]*%?")


def width(text: str) -> int:
    """How many columns of a terminal a text takes.

    >>> width("Tổ chức"), width(unicodedata.normalize("NFD", "Tổ chức"))
    (7, 7)
    """
    return sum(map(_letter_width, text))


def _letter_width(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in {"Cf", "Mn", "Me", "Cc"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def format_table(
    headers: Sequence[object], rows: Iterable[Sequence[object]], *, align: Sequence[Align] = ()
) -> str:
    """Lay rows out in columns for a terminal.

    Args:
        headers: the names of the columns.
        rows: what stands under them; each is turned into text by ``str()``.
        align: how each column stands; left out, a column that holds nothing but
            figures stands at the right.

    Raises:
        InvalidValueError: a row with more or fewer cells than there are columns.
    """
    head, body = _cells(headers, rows)
    sides = _sides(head, body, align)
    widths = [max(map(width, column)) for column in zip(head, *body, strict=True)]
    rule = ["─" * size for size in widths]
    lines = ("  ".join(_padded(row, widths, sides)) for row in (head, rule, *body))
    return "\n".join(line.rstrip() for line in lines)


def table_to_markdown(
    headers: Sequence[object], rows: Iterable[Sequence[object]], *, align: Sequence[Align] = ()
) -> str:
    """The same table in Markdown, with figures at the right; no cell is taken for markup."""
    head, body = _cells(headers, rows)
    sides = _sides(head, body, align)
    rule = ["---:" if side == "right" else "---" for side in sides]
    safe = [[_MARKUP.sub(r"\\\g<0>", cell) for cell in row] for row in (head, *body)]
    return "\n".join("| " + " | ".join(row) + " |" for row in (safe[0], rule, *safe[1:]))


def table_to_html(
    headers: Sequence[object], rows: Iterable[Sequence[object]], *, align: Sequence[Align] = ()
) -> str:
    """The same table as a ``<table>`` element, every cell escaped."""
    head, body = _cells(headers, rows)
    sides = _sides(head, body, align)
    top = _html_row('th scope="col"', head, sides)
    rest = "".join(_html_row("td", row, sides) for row in body)
    return f"<table><thead>{top}</thead><tbody>{rest}</tbody></table>"


def table_to_csv(headers: Sequence[object], rows: Iterable[Sequence[object]]) -> str:
    """The same table as CSV, which a spreadsheet may open: no cell in it is a formula.

    A cell that a spreadsheet would calculate, as it begins with =, +, - or @ and is no
    number, gets an apostrophe before it.

    >>> print(table_to_csv(("Tổ chức", "So sánh"), [("=1+1", -5), ("Hội Nông dân", "tăng 5")]))
    Tổ chức,So sánh
    '=1+1,-5
    Hội Nông dân,tăng 5
    """
    head, body = _cells(headers, rows)
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerows([_harmless(cell) for cell in row] for row in (head, *body))
    return lines.getvalue().removesuffix("\n")


def _harmless(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _html_row(opened: str, cells: Sequence[str], sides: Sequence[Align]) -> str:
    ends = (' style="text-align:right"' if side == "right" else "" for side in sides)
    inner = "".join(
        f"<{opened}{end}>{escape(cell)}</{opened[:2]}>"
        for cell, end in zip(cells, ends, strict=True)
    )
    return f"<tr>{inner}</tr>"


def _cells(
    headers: Sequence[object], rows: Iterable[Sequence[object]]
) -> tuple[list[str], list[list[str]]]:
    head = [_line(cell) for cell in headers]
    body = [[_line(cell) for cell in row] for row in rows]
    for row in body:
        if len(row) != len(head):
            raise InvalidValueError("table", row, f"a row of {len(head)} cells")
    return head, body


def _line(cell: object) -> str:
    try:
        return " ".join(str(cell).split())
    except ValueError as error:
        raise InvalidValueError("cell", cell, "what Python can print") from error


def _sides(
    head: Sequence[str], body: Sequence[Sequence[str]], align: Sequence[Align]
) -> Sequence[Align]:
    if align:
        if len(align) != len(head):
            raise InvalidValueError("table", align, f"{len(head)} of 'left' and 'right'")
        return align
    columns = zip(*body, strict=True) if body else iter([()] * len(head))
    return [
        "right" if any(column) and all(_FIGURE.fullmatch(nfc(cell)) for cell in column) else "left"
        for column in columns
    ]


def _padded(cells: Sequence[str], widths: Sequence[int], sides: Sequence[Align]) -> list[str]:
    return [_pad(*part) for part in zip(cells, widths, sides, strict=True)]


def _pad(cell: str, size: int, side: Align) -> str:
    space = " " * (size - width(cell))
    return space + cell if side == "right" else cell + space
