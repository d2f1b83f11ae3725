"""A first look at the XML of a sheet: how much of it has to be looked through.

Nearly every sheet is written as Excel writes it, reaches no further than a form does and
holds neither an error nor a formula.  That is seen in the bytes, long before a parser
would be done with them.
"""

from __future__ import annotations

import string
from typing import Final

__all__ = ["doubtful_part"]

_CELL_DATA: Final = b"<sheetData"
_END: Final = b"</sheetData"
_NAME: Final = b"sheetData"
_ONE_QUOTE: Final = bytes.maketrans(b"'", b'"')
_SPACES: Final = b" \t\r\n"
_FAULTY: Final = (b't="e"', b"<f")
"""What an error begins with, and a formula."""
_SHAPES: Final = bytes.maketrans(
    string.ascii_letters.encode() + string.digits.encode(), b"A" * 52 + b"0" * 10
)
_FAR: Final = (b"AA0", b'0000"')
"""The shapes of a cell beyond column Z, and of a cell or a row beyond 999."""


def doubtful_part(xml: bytes) -> bytes:
    """What has to be looked through of a sheet before its values may be trusted.

    Of cells that are written as Excel writes them, and near, only the rows with an error
    or a formula; nothing where there are none; of every other sheet the whole.

    >>> row = b'<row r="7"><c r="E7" t="%b"><v>4</v></c></row>'
    >>> sheet = b"<worksheet><sheetData>%b</sheetData></worksheet>"
    >>> doubtful_part(sheet % (row % b"n"))
    b''
    >>> doubtful_part(sheet % (row % b"n" + row % b"e"))
    b'<rows><row r="7"><c r="E7" t="e"><v>4</v></c></row></rows>'
    """
    first, last = xml.find(_CELL_DATA), xml.rfind(_END)
    if first < 0 or xml.find(_NAME, last + len(_END)) >= 0 or b"<!" in xml[:first]:
        return xml
    cells = xml[first:last]
    spelled = cells.translate(_ONE_QUOTE, _SPACES)  # in the one way that is looked for below
    shapes = spelled.translate(_SHAPES)
    if b"&" in cells or any(far in shapes for far in _FAR):
        return xml
    faults = sum(spelled.count(fault) for fault in _FAULTY)
    if not faults:
        return b""
    rows = [row for row in cells.split(b"<row")[1:] if any(fault in row for fault in _FAULTY)]
    is_plain = all(row.startswith(b' r="') for row in rows) and b"<!" not in cells
    if not is_plain or faults > sum(row.count(fault) for row in rows for fault in _FAULTY):
        return xml
    return b"<rows>%b</rows>" % b"".join(b"<row" + row for row in rows)
