"""A stable name for a paper, to key databases and links with.

``vn:party:tw:qdd:t2011:217`` is paper 217 with the symbol QĐ of the Party's
central body in the term that began in 2011; ``vn:state:ubnd.62:qdd:2023:439``
that of a provincial people's committee in 2023.  Codes are folded to ASCII by
the Telex keys (Đ becomes ``dd``, Ư ``uw``), for dropping marks would make one of
HĐ and HD; letters that would read as such keys are kept apart by ``~``.

The key names the paper and nothing else: kind, date and the units behind a body
are attributes of it.  Where one body numbers a kind in two rows, the legal
documents carry ``-qppl``.

>>> key = Identifier.parse("vn:party:tw:qdd:t2011:217")
>>> key.to_eli()
'/eli/vn/party/tw/qdd/t2011/217'
>>> key.to_akoma_ntoso(date(2013, 12, 12))
'/akn/vn/doc/qdd/tw/2013-12-12/217'
>>> str(Identifier.of(DocumentNumber.parse("30/2020/NĐ-CP")))
'vn:state:cp:ndd:2020:30'
>>> str(Identifier.of(DocumentNumber.parse("06/2024/QĐ-UBND"), area="62"))
'vn:state:ubnd.62:qdd-qppl:2024:6'
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Final, Self

from attrs import field, frozen

from danvan import _fields
from danvan.directives.explaining import family_of
from danvan.directives.kinds import Family, document_kinds
from danvan.document_number import DocumentNumber
from danvan.errors import InvalidValueError, ParseError
from danvan.vietnamese.letters import fold

__all__ = ["Identifier", "fold_code"]

_SYSTEMS: Final = {
    Family.PARTY: "party",
    Family.STATE: "state",
    Family.LAW: "state",
    Family.MASS: "front",
}
_UNKNOWN: Final = "?"
_LEGAL: Final = "-qppl"
_CODE: Final = r"[a-z0-9~+,_]*"
_KEY: Final = re.compile(
    rf"vn:(?P<system>party|state|front):(?P<body>{_CODE})(?:\.(?P<area>[0-9]{{2,5}}))?"
    rf":(?P<symbol>{_CODE}(?:{_LEGAL})?)"
    r":(?P<frame>t?[12][0-9]{3}|d[12][0-9]{3}-[0-9]{2}-[0-9]{2}|\?)"
    r":(?P<serial>[1-9][0-9]{0,4})(?P<letter>[a-z]*)"
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
_KEYS: Final = re.compile("dd|a[aw]|ee|o[ow]|uw")


def fold_code(code: str) -> str:
    """A code in ASCII and small letters; two codes fold alike only if they differ in case.

    >>> fold_code("HĐND"), fold_code("HD"), fold_code("HDD")
    ('hddnd', 'hd', 'hd~d')
    """
    folded = ""
    letters: list[str] = re.findall(", |.", code.lower())
    for letter in letters:
        key = _TELEX.get(letter, letter)
        folded += f"~{key}" if _KEYS.fullmatch(folded[-1:] + key[0]) else key
    return folded


@frozen
class Identifier:
    """The key of one paper; ``str()`` and :meth:`parse` are strict inverses.

    Attributes:
        system: ``"party"``, ``"state"`` or ``"front"`` (the Front and mass organizations).
        body: the folded code of the lead body, or "".
        symbol: the folded symbol, with ``-qppl`` where it must tell a legal document; "cv"
            for State letters, "" where the number does not tell the kind.
        serial: the running number.
        frame: the year (``"2020"``), the term by its first year (``"t2011"``), the day it
            bears where the term is unknown (``"d2023-10-11"``), or ``"?"``.
        letter: the letter glued to the serial, folded, or "".
        area: the statistical code of the unit, without which the key of a local body
            is one that thousands share; "" for central bodies.

    Raises:
        InvalidValueError: parts that a key cannot hold.
    """

    system: str = field(validator=_fields.text)
    body: str = field(validator=_fields.instance(str))
    symbol: str = field(validator=_fields.instance(str))
    serial: int = field(validator=_fields.whole(1, 99_999))
    frame: str = field(default=_UNKNOWN, kw_only=True, validator=_fields.text)
    letter: str = field(default="", kw_only=True, validator=_fields.instance(str))
    area: str = field(default="", kw_only=True, validator=_fields.instance(str))

    def __attrs_post_init__(self) -> None:
        found = _KEY.fullmatch(str(self))
        parts = (self.system, self.body, self.symbol, self.frame, self.letter, self.area)
        if found is None or parts != _texts(found):
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
        system, body, symbol, frame, letter, area = _texts(found)
        serial = int(found["serial"])
        return cls(system, body, symbol, serial, frame=frame, letter=letter, area=area)

    @classmethod
    def of(
        cls, number: DocumentNumber, *, frame: str = _UNKNOWN, kind: str = "", area: str = ""
    ) -> Self:
        """The key of a paper by its number and what the number does not say.

        Args:
            number: its number; a year printed in it is the frame.
            frame: see the class.
            kind: the code of its kind, used only where the number prints none, as for laws.
            area: the statistical code of the unit, for a local body.
        """
        family = family_of(number)
        symbol = fold_code(number.kind_code or "")
        if number.kind_code is None:
            by_kind = fold(document_kinds()[kind].name).replace(" ", "") if kind else ""
            symbol = by_kind if kind or family is Family.LAW else "cv"
        elif family is Family.LAW and number.kind_code in _two_rows():
            symbol += _LEGAL
        return cls(
            _SYSTEMS[family],
            fold_code(number.issuer_codes[0]) if number.issuer_codes else "",
            symbol,
            number.serial,
            frame=frame if number.year is None else str(number.year),
            letter=fold_code(number.letter),
            area=area,
        )

    @property
    def is_partial(self) -> bool:
        """Whether year and term are missing, so that more than one paper may bear the key."""
        return self.frame == _UNKNOWN

    def matches(self, other: Identifier) -> bool:
        """Whether two keys may name one paper: an unknown frame fits any.

        >>> exact = Identifier.parse("vn:party:tw:nq:t2011:25")
        >>> exact.matches(Identifier.parse("vn:party:tw:nq:?:25"))
        True
        """
        frames = {self.frame, other.frame} - {_UNKNOWN}
        return len(frames) < 2 and _without_frame(self) == _without_frame(other)

    def to_eli(self) -> str:
        """The key as a path after the European Legislation Identifier."""
        return "/eli/" + str(self).replace(":", "/")

    def to_akoma_ntoso(self, issued_on: date) -> str:
        """The key as a work of the Akoma Ntoso Naming Convention 1.0, which wants the date."""
        is_act = self.symbol.endswith(_LEGAL) or self.symbol in _legal_symbols()
        body = f"{self.body}.{self.area}" if self.area else self.body
        symbol = self.symbol.removesuffix(_LEGAL)
        parts = ("act" if is_act else "doc", symbol, body, str(issued_on))
        return f"/akn/vn/{'/'.join(filter(None, parts))}/{self.serial}{self.letter}"

    def __str__(self) -> str:
        area = f".{self.area}" if self.area else ""
        number = f"{self.serial}{self.letter}"
        return f"vn:{self.system}:{self.body}{area}:{self.symbol}:{self.frame}:{number}"


def _texts(found: re.Match[str]) -> tuple[str, str, str, str, str, str]:
    return (
        found["system"],
        found["body"],
        found["symbol"],
        found["frame"],
        found["letter"],
        found["area"] or "",
    )


def _without_frame(key: Identifier) -> tuple[str, str, str, int, str, str]:
    return key.system, key.body, key.symbol, key.serial, key.letter, key.area


@cache
def _two_rows() -> frozenset[str]:
    """The symbols that both administrative papers and legal documents of the State print."""
    state, law = (
        {s.symbol for kind in document_kinds() for s in kind.symbols if s.family is family}
        for family in (Family.STATE, Family.LAW)
    )
    return frozenset(state & law)


@cache
def _legal_symbols() -> frozenset[str]:
    """The folded symbols that only legal documents of the State carry, laws among them."""
    kinds = document_kinds()
    printed = {s.symbol for k in kinds for s in k.symbols if s.family is Family.LAW}
    named = {fold(kinds[code].name).replace(" ", "") for code in ("law", "legal_code", "ordinance")}
    return frozenset({"", *map(fold_code, printed - _two_rows()), *named})
