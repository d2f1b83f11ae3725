"""A citation of an official paper, as it was read in a text."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from danvan import _fields, notebook
from danvan._enums import Word
from danvan.document_number import DocumentNumber, NumberStyle
from danvan.errors import InvalidValueError

__all__ = ["Citation", "Repair"]


class Repair(Word):
    """What had to be set right to read a number."""

    SPACE = "a space within the number"
    LINE_BREAK = "a line break within the number"
    DASH = "another dash for the hyphen"
    LETTER = "another letter for Đ"
    PADDING = "the zero before 1 to 9"
    DOT = "a dot in the thousands of the serial"
    SEPARATOR = "a separator left out, or one of no known form"


@frozen
class Citation:
    """One mention of a paper by its number.

    Attributes:
        start, end: where it stands in the text that was searched, in code points: from
            the kind word, or from the number where there is none, to the end of the symbol.
        text: the words themselves.
        serial: the running number.
        year: the year printed within the number, never that of the date.
        kind_code: the symbol of the kind as printed, ``None`` where none is.
        issuer_code: the rest of the symbol as printed, ``None`` where none is.
        is_bare: whether no symbol is printed, not even at the end of its list.
        kind: the official name of the kind that the words before the number give.
        issued_on: the date given with it.
        issuer: who issued it, as written after "của".
        term: the term of office (khóa) given with it, ``"XI"``.
        letter: the letter glued to the serial, or "".
        suffix: what the symbol carries behind a last slash, or "".
        style: which separators are printed; ``None`` where it is bare or they fit no style.
        repairs: what had to be set right to read the number.
    """

    start: int = field(validator=_fields.whole(0))
    end: int = field(validator=_fields.whole(0))
    text: str = field(validator=_fields.instance(str))
    serial: int = field(validator=_fields.whole(1))
    year: int | None = None
    kind_code: str | None = None
    issuer_code: str | None = None
    is_bare: bool = False
    kind: str | None = None
    issued_on: date | None = None
    issuer: str | None = None
    term: str | None = None
    letter: str = ""
    suffix: str = ""
    style: NumberStyle | None = None
    repairs: tuple[Repair, ...] = ()

    @property
    def number(self) -> DocumentNumber | None:
        """The number as a value; ``None`` where it is bare or its form is not a number's."""
        if self.is_bare or self.style is None:
            return None
        try:
            return DocumentNumber(
                self.serial,
                self.kind_code,
                tuple(self.issuer_code.split("-")) if self.issuer_code else (),
                year=self.year,
                style=self.style,
                letter=self.letter,
                suffix=self.suffix,
            )
        except InvalidValueError:
            return None

    def _cells_(self) -> dict[str, object]:
        return {
            "Nguyên văn": self.text,
            "Số, ký hiệu": str(self.number or ""),
            "Ngày": self.issued_on,
            "Cơ quan ban hành": self.issuer,
        }

    def _repr_html_(self) -> str:
        return notebook.record("", self._cells_())

    def __str__(self) -> str:
        return self.text
