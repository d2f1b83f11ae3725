"""A stable name for a paper, to key databases and links with.

``vn:party:tw:qdd:t2011:217`` is paper 217 with the symbol QĐ of the Party's
central body in the term that began in 2011; ``vn:state:ubnd.62:qdd:2023:439``
that of a provincial people's committee in 2023.  Codes are folded to ASCII by
the Telex keys (Đ becomes ``dd``, Ư ``uw``), for dropping marks would make one of
HĐ and HD; letters that would read as such keys are kept apart by ``~``.

The key names the paper alone: kinds, dates and the units behind a body are
attributes of it.  Renderings: a path after the European Legislation Identifier
(ELI), a work of the Akoma Ntoso Naming Convention.

>>> key = Identifier.parse("vn:party:tw:qdd:t2011:217")
>>> key.to_eli()
'/eli/vn/party/tw/qdd/t2011/217'
>>> key.to_akoma_ntoso(date(2013, 12, 12))
'/akn/vn/doc/qdd/tw/2013-12-12/217'
>>> str(Identifier.of(DocumentNumber.parse("30/2020/NĐ-CP")))
'vn:law:cp:ndd:2020:30'
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final, Self

from attrs import evolve, field, frozen

from danvan import _fields
from danvan.directives.explaining import family_of
from danvan.directives.kinds import Family
from danvan.document_number import DocumentNumber
from danvan.errors import InvalidValueError, ParseError

__all__ = ["Identifier", "fold_code"]

_FOLDED: Final = r"[a-z0-9~+.,_]+"
_BODY: Final = r"[a-z0-9~+,_]+"
_KEY: Final = re.compile(
    rf"vn:(?P<family>party|state|law|mass):(?P<body>{_BODY}|-)(?:\.(?P<area>[0-9]{{2,5}}))?"
    rf":(?P<symbol>{_BODY}|-):(?P<frame>t?[12][0-9]{{3}}|\?)"
    rf":(?P<serial>[1-9][0-9]{{0,4}})(?P<letter>[a-zđ]?)"
)
_TELEX: Final = {
    "đ": "dd",
    "ă": "aw",
    "â": "aa",
    "ê": "ee",
    "ô": "oo",
    "ơ": "ow",
    "ư": "uw",
    "&": "+",
    ".": "_",
    ", ": ",",
}
_KEYS_APART: Final = re.compile(r"(?<=d)(?=d)|(?<=a)(?=[aw])|(?<=e)(?=e)|(?<=o)(?=[ow])|(?<=u)(?=w)")


def fold_code(code: str) -> str:
    """A code in ASCII and small letters; two codes fold alike only if they differ in case.

    >>> fold_code("HĐND"), fold_code("HD"), fold_code("HDD")
    ('hddnd', 'hd', 'hd~d')
    """
    pieces = re.split("([đăâêôơư&.]|, )", code.lower())
    folded = ""
    for at, piece in enumerate(pieces):
        new = _TELEX[piece] if at % 2 else _KEYS_APART.sub("~", piece)
        # A key must not arise where two pieces meet.
        if folded and new and _KEYS_APART.search(folded[-1] + new[0]):
            folded += "~"
        folded += new
    return folded


@frozen
class Identifier:
    """The key of one paper; ``str()`` and :meth:`parse` are strict inverses.

    Attributes:
        family: whose paper it is.
        body: the folded code of the lead body, "" where the number prints none.
        symbol: the folded symbol of the kind, "" where the number prints none.
        serial: the running number.
        letter: the letter glued to it, or "".
        year: the calendar year, or the first year of the term; ``None`` where unknown,
            which makes the key partial.
        has_term: whether the year is that of a term.
        area: the statistical code of the unit, without which the key of a local body
            is one that thousands share; "" for central bodies.
    """

    family: Family = field(validator=_fields.instance(Family))
    body: str = field(validator=_fields.instance(str))
    symbol: str = field(validator=_fields.instance(str))
    serial: int = field(validator=_fields.whole(1, 99_999))
    letter: str = field(default="", kw_only=True, validator=_fields.instance(str))
    year: int | None = field(
        default=None, kw_only=True, validator=_fields.optional(_fields.whole(1000, 2999))
    )
    has_term: bool = field(default=False, kw_only=True, validator=_fields.instance(bool))
    area: str = field(default="", kw_only=True, validator=_fields.instance(str))

    def __attrs_post_init__(self) -> None:
        found = _KEY.fullmatch(str(self))
        if found is None or _parts(found) != _given(self):
            raise InvalidValueError("identifier", str(self), "parts that read back as they are")

    @classmethod
    def parse(cls, text: str, /) -> Self:
        """Read a key.

        Raises:
            ParseError: anything else.
        """
        found = _KEY.fullmatch(text)
        if found is None:
            raise ParseError("identifier", text, "a form like vn:party:tw:qdd:t2011:217")
        family, body, symbol, serial, letter, year, has_term, area = _parts(found)
        return cls(
            family, body, symbol, serial, letter=letter, year=year, has_term=has_term, area=area
        )

    @classmethod
    def of(
        cls,
        number: DocumentNumber,
        *,
        year: int | None = None,
        has_term: bool = False,
        area: str = "",
    ) -> Self:
        """The key of a paper by its number, and what the number does not say.

        Args:
            number: its number; a year printed in it is that of the key.
            year: the year it was issued, or the first year of the term.
            has_term: whether ``year`` is that of a term, as the Party numbers.
            area: the statistical code of the unit, for a local body.
        """
        return cls(
            family_of(number),
            fold_code(number.issuer_codes[0]) if number.issuer_codes else "",
            fold_code(number.kind_code or ""),
            number.serial,
            letter=number.letter.lower(),
            year=number.year if number.year is not None else year,
            has_term=has_term and number.year is None,
            area=area,
        )

    @property
    def is_partial(self) -> bool:
        """Whether the year or term is missing, so that more than one paper may bear it."""
        return self.year is None

    def matches(self, other: Identifier) -> bool:
        """Whether two keys may name one paper: a part that is missing fits any."""
        year = self.year if self.year is not None else other.year
        theirs = other.year if other.year is not None else self.year
        alike = evolve(self, year=None, has_term=False) == evolve(other, year=None, has_term=False)
        return alike and (year, self.has_term or self.is_partial) == (
            theirs,
            other.has_term or self.is_partial,
        ) if not other.is_partial else alike

    def to_eli(self) -> str:
        """The key as a path after the European Legislation Identifier."""
        return "/eli/" + str(self).replace(":", "/")

    def to_akoma_ntoso(self, issued_on: date) -> str:
        """The key as a work of the Akoma Ntoso Naming Convention 1.0, which wants the date."""
        document = "act" if self.family is Family.LAW else "doc"
        body = f"{self.body}.{self.area}" if self.area else self.body
        return f"/akn/vn/{document}/{self.symbol or '-'}/{body}/{issued_on}/{self.serial}{self.letter}"

    def __str__(self) -> str:
        area = f".{self.area}" if self.area else ""
        frame = "?" if self.year is None else f"{'t' if self.has_term else ''}{self.year}"
        return (
            f"vn:{self.family.value}:{self.body or '-'}{area}:{self.symbol or '-'}"
            f":{frame}:{self.serial}{self.letter}"
        )


def _parts(found: re.Match[str]) -> tuple[Family, str, str, int, str, int | None, bool, str]:
    frame = found["frame"]
    return (
        Family(found["family"]),
        found["body"].replace("-", ""),
        found["symbol"].replace("-", ""),
        int(found["serial"]),
        found["letter"],
        None if frame == "?" else int(frame.lstrip("t")),
        frame.startswith("t"),
        found["area"] or "",
    )


def _given(key: Identifier) -> tuple[Family, str, str, int, str, int | None, bool, str]:
    return (
        key.family,
        key.body,
        key.symbol,
        key.serial,
        key.letter,
        key.year,
        key.has_term,
        key.area,
    )
