"""Number and symbol of a paper, taken apart as packets carry them, and the key of a packet.

State papers part at the slash: 2491/STC-BCTC is 2491 and STC-BCTC.  For Party papers
no source says how; danvan writes 217 and QĐ/TW, and puts the first separator before
the notation wherever putting the two together would otherwise give another number.

>>> Code.of(DocumentNumber.parse("217-QĐ/TW"))
Code(number='217', notation='QĐ/TW')
>>> Code("217", "-QĐ/TW").printed, Code("30", "2020/NĐ-CP").printed
('217-QĐ/TW', '30/2020/NĐ-CP')
>>> Code.of(DocumentNumber.parse("288-CT")).notation
'-CT'
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import Final, Self

from attrs import field, frozen

from danvan import _fields
from danvan.document_number import DocumentNumber
from danvan.errors import InvalidValueError, ParseError

__all__ = ["Code", "DocumentId"]

_FIRST: Final = re.compile(r"([0-9]+[A-ZĐa-zđ]?)([-/])(.+)", re.DOTALL)
_PARTY: Final = re.compile(r"(?![0-9])[^/-]+/")
_DASHES: Final = re.compile(r"\s*[‐‑‒–—−-]\s*")
_DAY: Final = re.compile(r"([0-9]{4})/([0-9]{2})/([0-9]{2})")


@frozen
class Code:
    """Number and symbol apart (``Code``).

    Attributes:
        number: ``CodeNumber``.
        notation: ``CodeNotation``.
    """

    number: str = field(default="", validator=_fields.instance(str))
    notation: str = field(default="", validator=_fields.instance(str))

    @classmethod
    def of(cls, number: DocumentNumber) -> Self:
        """A number taken apart; :attr:`printed` gives it back."""
        found = _FIRST.fullmatch(str(number))
        if found is None:
            raise InvalidValueError("code", str(number), "a number with a separator")
        plain = cls(found[1], found[3])
        return plain if plain.printed == str(number) else cls(found[1], found[2] + found[3])

    @property
    def printed(self) -> str:
        """Number and symbol together, as the paper bears them."""
        if not (self.number and self.notation) or self.notation[0] in "-/":
            return f"{self.number}{self.notation}"
        separator = "-" if _PARTY.match(self.notation) else "/"
        return f"{self.number}{separator}{self.notation}"

    @property
    def document_number(self) -> DocumentNumber | None:
        """The number, read with the habits of systems: 5 for 05, spaces, long dashes, NFD."""
        text = Code(_tidied(self.number), _tidied(self.notation)).printed
        try:
            return DocumentNumber.parse(re.sub(r"^0*([0-9])(?![0-9])", r"0\1", text))
        except ParseError:
            return None


def _tidied(text: str) -> str:
    plain = unicodedata.normalize("NFC", text).replace("Ð", "Đ")
    return re.sub(r"\s*/\s*", "/", _DASHES.sub("-", plain)).strip()


@frozen(repr=False)
class DocumentId:
    """The key of a paper in packets; ``str()`` and :meth:`parse` are inverse to each other.

    Attributes:
        identifier: the agency that issued it.
        issued_on: its date.
        code: number and symbol as printed.

    >>> DocumentId.parse("000.00.11.H53,2020/10/30,2491/STC-BCTC").code
    '2491/STC-BCTC'

    Raises:
        InvalidValueError: parts that would read back as others.
    """

    identifier: str = field(validator=_fields.text)
    issued_on: date = field(validator=_fields.day)
    code: str = field(validator=_fields.text)

    def __attrs_post_init__(self) -> None:
        if "," in self.identifier:
            raise InvalidValueError("DocumentId.identifier", self.identifier, "no comma in it")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a key; it parts at its first two commas.

        Raises:
            ParseError: any other form.
        """
        identifier, _, rest = text.partition(",")
        day, _, code = rest.partition(",")
        try:
            found = _DAY.fullmatch(day)
            if found:
                return cls(identifier, date(*map(int, found.groups())), code)
        except ValueError:
            pass
        want = "a form like 000.00.00.G22,2015/09/30,7816/VPCP-TTĐT"
        raise ParseError("document id", text, want)

    def __str__(self) -> str:
        day = self.issued_on
        return f"{self.identifier},{day.year:04}/{day:%m/%d},{self.code}"

    def __repr__(self) -> str:
        return f"DocumentId.parse({str(self)!r})"
