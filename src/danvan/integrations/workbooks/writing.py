"""What every workbook danvan writes has in common: cells that stay what they are, formats, pages.

Nothing that comes from data is ever written as a formula, whatever sign it begins
with.  Text is stored as text, in a cell that says so of itself (the prefix ' of Excel),
and so it stays text when somebody opens the cell and closes it again.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from danvan.errors import MissingExtraError, UnreadableFileError

try:
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import XlsxWriterException
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet
except ImportError as error:
    raise MissingExtraError(
        "danvan.integrations.workbooks.writing", "xlsxwriter", "excel"
    ) from error

__all__ = ["Sheets", "number_format", "plain", "put", "put_across"]

_LONGEST: Final = 32_000
_NO_XML: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]"
)
_BREAKS: Final = re.compile("\r\n?|\x85")
_A4: Final = 9
_MARGINS: Final = {"left": 30 / 25.4, "right": 15 / 25.4, "top": 20 / 25.4, "bottom": 20 / 25.4}
_SETTINGS: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
_FONT: Final = {"font_name": "Times New Roman", "font_size": 12, "valign": "vcenter"}


class Sheets:
    """A workbook being written, with each look made once.

    Used as a context; the file is there when it is left without an error.
    """

    def __init__(self, path: Path, title: str) -> None:
        self.path = path
        self.book = Workbook(str(path), _SETTINGS)
        self.book.set_properties({"title": plain(title)[:255]})
        self._looks: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __enter__(self) -> Sheets:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is not None:
            self.book.fileclosed = True
            return
        try:
            self.book.close()
        except (XlsxWriterException, OSError) as error:
            self.book.fileclosed = True
            want = "a place that can be written to"
            raise UnreadableFileError(str(self.path), str(error), want) from error

    def look(self, **parts: object) -> Format:
        """A format; text in it stays text."""
        key = tuple(sorted(parts.items()))
        if key not in self._looks:
            self._looks[key] = self.book.add_format({**_FONT, "quote_prefix": True, **parts})
        return self._looks[key]

    def add(self, name: str, widths: tuple[float, ...], *, landscape: bool = False) -> Worksheet:
        """A sheet of A4 pages with the margins of an official paper, one page wide."""
        sheet = self.book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_paper(_A4)
        if landscape:
            sheet.set_landscape()
        sheet.set_margins(**_MARGINS)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer('&C&"Times New Roman"&11Trang &P/&N')
        base = self.look(quote_prefix=False)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width, base)
        return sheet


def plain(text: str) -> str:
    r"""Text as a cell can hold it.

    What XML has no place for becomes U+FFFD, and what is longer than a cell is cut
    with a word on how much is gone.

    >>> plain("=1+1\r\nhai\x00")
    '=1+1\nhai�'
    """
    clean = _NO_XML.sub("\ufffd", _BREAKS.sub("\n", text))
    if len(clean) * 2 <= _LONGEST or len(clean.encode("utf-16-le")) <= 2 * _LONGEST:
        return clean
    kept = clean[: _LONGEST // 2]
    return f"{kept}… (còn {len(clean) - len(kept)} chữ)"


def put(sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
    """Write a text; it is never anything else."""
    words = plain(text)
    if not words:
        sheet.write_blank(row, column, None, look)
    elif words.startswith("<r>") and words.endswith("</r>"):
        # The library takes such a text for ready-made XML, unless it comes in pieces.
        sheet.write_rich_string(row, column, words[:1], words[1:2], words[2:], look)
    else:
        sheet.write_string(row, column, words, look)


def put_across(
    sheet: Worksheet, row: int, columns: tuple[int, int], text: str, look: Format
) -> None:
    """Write a text into several columns merged into one, from the first to the last."""
    first, last = columns
    if first < last:
        sheet.merge_range(row, first, row, last, "", look)
    put(sheet, row, first, text, look)


def number_format(value: Decimal | int = 0) -> str:
    """How a number is shown, with as many decimals as it has.

    The groups are parted as the reader's machine parts them: by dots where it is set
    to Vietnamese.

    >>> number_format(1200), number_format(Decimal("98.45"))
    ('[$-42A]#,##0', '[$-42A]#,##0.00')
    """
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    places = min(-exponent, 15) if isinstance(exponent, int) and exponent < 0 else 0
    return f"[$-42A]#,##0.{'0' * places}" if places else "[$-42A]#,##0"
