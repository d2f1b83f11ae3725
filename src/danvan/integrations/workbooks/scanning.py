"""What the XML of a sheet says that its values do not: how far it reaches, what went wrong."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final
from xml.parsers.expat import ExpatError, ParserCreate

from attrs import Factory, define

from danvan.errors import InvalidValueError

__all__ = ["SheetScan", "scan_sheet", "sheet_parts"]

_ADDRESS: Final = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_SHOWN: Final = 40


@define
class SheetScan:
    """What one look through a sheet finds.

    Attributes:
        most: how many cells the sheet may reach over.
        rows, columns: how far its cells with something in them reach.
        faults: the cells that hold an error (``#DIV/0!``) or a formula without its
            result (``=A1+A2``), under row and column counted from 0.
    """

    most: int
    rows: int = 0
    columns: int = 0
    faults: dict[tuple[int, int], str] = Factory(dict)
    _row: int = -1
    _column: int = -1
    _kind: str = ""
    _has_parts: bool = False
    _text: str = ""
    _formula: str = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element that begins."""
        tag = _local(name)
        if tag == "row":
            self._row = int(attributes.get("r", self._row + 2)) - 1
            self._column = -1
        elif tag == "c":
            address = attributes.get("r")
            if address is None:  # then it stands behind the one before
                self._column += 1
            else:
                self._row, self._column = _place(address)
            self._kind, self._has_parts = attributes.get("t", ""), False
            self._text = self._formula = ""
        else:
            self._has_parts = True

    def text(self, words: str) -> None:
        """Take the text of an element; enough of it to tell an error."""
        if len(self._text) < _SHOWN:
            self._text += words

    def end(self, name: str) -> None:
        """Take an element that ends."""
        tag = _local(name)
        if tag == "f":
            self._text, self._formula = "", f"={self._text[:_SHOWN]}"
        if tag != "c" or not self._has_parts:
            return
        if self._row >= self.rows or self._column >= self.columns:
            self._reach()
        if self._kind == "e":
            self.faults[self._row, self._column] = self._text or "#N/A"
        elif self._formula and not self._text and self._kind != "str":
            self.faults[self._row, self._column] = self._formula
        self._has_parts = False

    def _reach(self) -> None:
        self.rows, self.columns = max(self.rows, self._row + 1), max(self.columns, self._column + 1)
        if self.rows * self.columns > self.most:
            what = f"{self.rows} rows and {self.columns} columns"
            raise InvalidValueError("sheet", what, f"at most {self.most} cells")


@lru_cache(maxsize=4096)
def _place(address: str) -> tuple[int, int]:
    """The row and the column of an address, counted from 0."""
    match = _ADDRESS.fullmatch(address)
    if match is None:
        raise InvalidValueError("address of a cell", address, "one such as B7")
    column = 0
    for letter in match[1].upper():
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def scan_sheet(xml: bytes, most: int) -> SheetScan:
    """Look through the XML of a sheet.

    Args:
        xml: the sheet.
        most: how many cells it may reach over.

    Raises:
        InvalidValueError: it is no XML, has a document type of its own, an address that
            is none, or reaches over more cells.
    """
    scan = SheetScan(most)
    _parse(xml, scan.start, scan.end, scan.text)
    return scan


@lru_cache(maxsize=64)
def sheet_parts(workbook: bytes, relations: bytes) -> dict[str, str]:
    """The name of each sheet with the name of the part it is stored in.

    Args:
        workbook: ``xl/workbook.xml``, which has the names.
        relations: ``xl/_rels/workbook.xml.rels``, which has the parts.

    Raises:
        InvalidValueError: the list of the sheets cannot be read, or names one twice.
    """
    ids: list[tuple[str, str]] = []
    targets: list[tuple[str, str]] = []

    def sheet(name: str, attributes: Mapping[str, str]) -> None:
        if _local(name) == "sheet":
            id_ = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            ids.append((attributes.get("name", ""), id_))

    def relation(name: str, attributes: Mapping[str, str]) -> None:
        if _local(name) == "Relationship":
            targets.append((attributes.get("Id", ""), attributes.get("Target", "")))

    _parse(workbook, sheet)
    _parse(relations, relation)
    known = dict(targets)
    if len(dict(ids)) < len(ids) or len(known) < len(targets):
        raise InvalidValueError("workbook", "a sheet or a relation named twice", "each once")
    return {name: _path(known.get(id_, "")) for name, id_ in ids}


def _path(target: str) -> str:
    if target.startswith("/"):
        return target.removeprefix("/")
    return target if target.startswith("xl/") else f"xl/{target}"


@lru_cache(maxsize=256)
def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _parse(xml: bytes, start: Any, end: Any = None, text: Any = None) -> None:
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(xml, True)
    except (ExpatError, LookupError) as error:  # an encoding that is none is a LookupError
        raise InvalidValueError("XML of a sheet", str(error), "XML") from error
    except ValueError as error:
        if isinstance(error, InvalidValueError):
            raise
        raise InvalidValueError("XML of a sheet", str(error), "numbers of rows") from error


def _refuse(*_: object) -> None:
    raise InvalidValueError("XML of a sheet", "a document type of its own", "none")
