"""Open a workbook that somebody sent: sizes looked at first, nothing executed, nothing fetched.

calamine reads whole sheets and makes room for every cell between the first and the last,
so that a small file can ask for more memory than there is.  What a file unpacks to and
how far its sheets reach is therefore looked at before it is given to calamine.
"""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import Final

from attrs import field, frozen

from danvan.errors import InvalidValueError, MissingExtraError, UnreadableFileError
from danvan.integrations.workbooks.archive import Archive
from danvan.integrations.workbooks.glancing import doubtful_part
from danvan.integrations.workbooks.scanning import scan_sheet, sheet_parts

try:
    from python_calamine import CalamineError, CalamineWorkbook
except ImportError as error:
    raise MissingExtraError(
        "danvan.integrations.workbooks.opening", "python-calamine", "excel"
    ) from error

__all__ = ["OpenWorkbook", "open_workbook"]

CellValue = object

_LARGEST: Final = 8 * 1024 * 1024
_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_CELLS: Final = 400_000
_OLD: Final = b"\xd0\xcf\x11\xe0"
_WANT: Final = "a workbook (.xlsx) as it was sent out, without a password"
_PROBLEMS: Final = {
    "vbaProject": "macros in it",
    "macrosheets": "macros in it",
    "activeX": "programs (ActiveX) in it",
    "externalLinks": "links to other workbooks in it",
    "connections": "connections to other sources in it",
}


@frozen
class OpenWorkbook:
    """A workbook that may be read.

    Attributes:
        path: the file.
        names: the names of its sheets, in their order.
    """

    path: str
    names: tuple[str, ...]
    _archive: Archive = field(repr=False)
    _parts: dict[str, str] = field(repr=False)
    _book: CalamineWorkbook = field(repr=False)
    _rows: dict[str, list[list[CellValue]]] = field(factory=dict, repr=False)
    _faults: dict[str, dict[tuple[int, int], str]] = field(factory=dict, repr=False)

    def rows(self, name: str) -> list[list[CellValue]]:
        """The cells of a sheet, from its first row and its first column on.

        Raises:
            UnreadableFileError: the sheet is damaged, or reaches further than any form.
        """
        if name not in self._rows:
            try:
                xml = self._archive.read(self._parts.get(name, ""))
                if doubtful := doubtful_part(xml):
                    self._faults[name] = scan_sheet(doubtful, _CELLS).faults
                sheet = self._book.get_sheet_by_name(name)
                self._rows[name] = sheet.to_python(skip_empty_area=False)  # type: ignore[assignment]  # lists of objects
            except InvalidValueError as error:
                problem = f"sheet {name!r}: {error.what}: {error.got}"
                raise UnreadableFileError(self.path, problem, error.want) from error
            except CalamineError as error:
                raise UnreadableFileError(self.path, f"sheet {name!r}: {error}", _WANT) from error
        return self._rows[name]

    def faults(self, name: str) -> dict[tuple[int, int], str]:
        """The cells with an error or a formula without its result, of a sheet that was read.

        Their rows and columns are counted from 0; among the rows they are empty.
        """
        return self._faults.get(name, {})


def open_workbook(path: Path) -> OpenWorkbook:
    """Open a workbook after a look at its sizes.

    Raises:
        UnreadableFileError: no such file; no workbook in the format of ``.xlsx``; one
            with a password, with macros or with links to other files; a damaged one; or
            one that unpacks to more than any form can hold.
    """
    name = str(path)
    data = _bytes(name)
    if data.startswith(_OLD):
        raise UnreadableFileError(name, "an old workbook (.xls), or one with a password", _WANT)
    try:
        archive = Archive.of(data)
        _refuse(archive)
        parts = sheet_parts(archive.read(_WORKBOOK), archive.read(_RELATIONS))
        book = CalamineWorkbook.from_filelike(BytesIO(data))
    except InvalidValueError as error:
        raise UnreadableFileError(name, f"{error.what}: {error.got}", error.want) from error
    except CalamineError as error:
        raise UnreadableFileError(name, f"damaged, or no workbook ({error})", _WANT) from error
    return OpenWorkbook(name, tuple(book.sheet_names), archive, parts, book)


def _bytes(name: str) -> bytes:
    try:
        with open(name, "rb", buffering=0) as file:
            size = os.fstat(file.fileno()).st_size
            data = file.read() if size <= _LARGEST else b""
    except OSError as error:
        problem = error.strerror or str(error)
        raise UnreadableFileError(name, problem, "a file that can be read") from error
    if size > _LARGEST:
        raise UnreadableFileError(name, f"{size} bytes", f"at most {_LARGEST} bytes")
    return data


def _refuse(archive: Archive) -> None:
    """Refuse a workbook that holds more than figures."""
    names = "\n".join(archive.parts)
    for part, problem in _PROBLEMS.items():
        if part in names:
            raise InvalidValueError("file", problem, _WANT)
