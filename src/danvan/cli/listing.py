"""Rows the command prints: a table for people, CSV and JSON for programs."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from typing import Final

from attrs import field, frozen

from danvan import _fields
from danvan.cli.output import put
from danvan.cli.parser import Parser
from danvan.messages import say
from danvan.rendering import format_table, table_to_csv
from danvan.rendering.findings import json_text
from danvan.rendering.terminal import printable

__all__ = ["Listing", "offer_formats"]


@frozen
class Listing:
    """A table of what was read or put together.

    Attributes:
        columns: the names of the columns as programs know them.
        headings: the same for people.
        rows: a cell for each column.
        title: what stands over it for people, or "".
    """

    columns: tuple[str, ...] = field(validator=_fields.tuple_of(str))
    headings: tuple[str, ...] = field(validator=_fields.tuple_of(str))
    rows: tuple[tuple[str, ...], ...]
    title: str = ""

    def show(self, options: argparse.Namespace) -> None:
        """Print it in the format asked for, or write it to the file asked for.

        Raises:
            UnreadableFileError: a place that cannot be written to.
        """
        put(_FORMATS[options.format](self), options.output)


def _text(listing: Listing) -> str:
    rows: list[Sequence[str]] = [list(map(printable, row)) for row in listing.rows]
    title = f"{printable(listing.title)}\n" if listing.title else ""
    return title + format_table(listing.headings, rows)


def _csv(listing: Listing) -> str:
    return table_to_csv(listing.columns, listing.rows)


def _json(listing: Listing) -> str:
    rows = [dict(zip(listing.columns, row, strict=True)) for row in listing.rows]
    return json_text({"rows": rows})


_FORMATS: Final[dict[str, Callable[[Listing], str]]] = {
    "text": _text,
    "csv": _csv,
    "json": _json,
}


def offer_formats(parser: Parser) -> None:
    """Let a command line say how rows are printed, and where to."""
    how = say("how to print: for the eye, for spreadsheets, for programs", parser.lang)
    parser.outputs(tuple(_FORMATS), how)
