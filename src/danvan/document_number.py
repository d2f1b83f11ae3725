"""The number and symbol that a Vietnamese official paper carries under its letterhead.

Party papers put the hyphen first (``217-QĐ/TW``), State papers the slash
(``41/KH-UBND``, with the year in a legal document: ``30/2020/NĐ-CP``).  The
class knows this syntax only; what a code stands for is asked of the catalogues
of :mod:`danvan.directives`.

Norms: 36-HD/VPTW, 1.3, and 05-HD/VPTW for the Party; 30/2020/NĐ-CP, Phụ lục I
and III, for the State.

>>> DocumentNumber.parse("06-CTr/BDVHU-BCHQSH-CAH").issuer_codes
('BDVHU', 'BCHQSH', 'CAH')
>>> str(DocumentNumber(1, "KL", ("TW",)))
'01-KL/TW'
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final, NamedTuple, Self

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.catalogue import read_toml
from danvan.errors import InvalidValueError, ParseError

__all__ = ["DocumentNumber", "NumberStyle"]

_UPPER: Final = "A-ZĐƯƠÂĂÊÔ"
_WORD: Final = f"[{_UPPER}][{_UPPER}0-9a-zđươâăêô]*"
_CODE: Final = rf"{_WORD}(?:(?:[.&]|, ){_WORD})*"
_SHAPE: Final = re.compile(
    rf"(?P<serial>0[1-9]|[1-9][0-9]{{1,4}})(?P<letter>[A-ZĐa-zđ]?)"
    rf"(?P<first>[-/])(?:(?<=/)(?P<year>19[0-9]{{2}}|20[0-9]{{2}})/)?"
    rf"(?P<head>{_CODE}(?:-{_CODE})*)"
    rf"(?:/(?P<tail>{_CODE}(?:-{_CODE})*))?"
    rf"(?:/(?P<suffix>[{_UPPER}a-zđươâăêô][{_UPPER}0-9a-zđươâăêô]*))?"
)
_WANT: Final = "a form like 217-QĐ/TW or 41/KH-UBND"


class NumberStyle(Word):
    """Which separators stand between the serial, the kind and the issuers."""

    PARTY = "party"
    """``217-QĐ/TW``: hyphen, then slash."""
    STATE = "state"
    """``41/KH-UBND``: slash, then hyphen."""
    SLASHED = "slashed"
    """``01/2014/NQLT/CP-UBTƯMTTQVN``: two slashes, as joint papers print it at times."""


_SEPARATORS: Final = {
    NumberStyle.PARTY: ("-", "/"),
    NumberStyle.STATE: ("/", "-"),
    NumberStyle.SLASHED: ("/", "/"),
}


class _Parts(NamedTuple):
    serial: int
    kind_code: str | None
    issuer_codes: tuple[str, ...]
    year: int | None
    style: NumberStyle
    letter: str
    suffix: str


@cache
def kind_codes() -> frozenset[str]:
    """The symbols of kinds, alone and with what practice puts behind them (BC, BCTĐ)."""
    data = read_toml("document_kinds")
    symbols = {s["symbol"] for entry in data["entry"] for s in entry.get("symbols", ())}
    return frozenset(symbols | {s + m["symbol"] for s in symbols for m in data["modifier"]})


@cache
def _folded_kind_codes() -> frozenset[str]:
    return frozenset(map(str.casefold, kind_codes()))


def is_kind_code(code: str) -> bool:
    """Whether a code is the symbol of a kind, in whatever case: typists print "Ctr" for CTr."""
    return code.casefold() in _folded_kind_codes()


@cache
def _issuer_codes() -> tuple[frozenset[str], frozenset[str]]:
    """The codes the catalogue of issuers holds, and those that go on with a number."""
    entries = read_toml("issuer_codes")["entry"]
    codes = {code for e in entries for code in (e["code"], *e.get("aliases", ()))}
    return frozenset(codes), frozenset(e["code"] for e in entries if e.get("numbered"))


@cache
def is_issuer(code: str) -> bool:
    """Whether the catalogue of issuers holds a code (QH15 counts as QH)."""
    codes, numbered = _issuer_codes()
    return code in codes or (code[-1:].isdigit() and code.rstrip("0123456789") in numbered)


def _issues(code: str) -> bool:
    """Whether a code that stands alone is an issuer's: all are, but the symbols of kinds."""
    return is_issuer(code) or not is_kind_code(code)


def _is_kind(code: str, *, legal: bool) -> bool:
    """Whether the first of several codes of a State number is its kind, not its issuer.

    The office that signs a letter makes up its own code, so an unlisted one is
    an issuer's; but a legal document always prints its kind first.
    """
    return is_kind_code(code) or (legal and not is_issuer(code))


def _read(text: str) -> _Parts | None:
    """The parts of a number in its canonical spelling, or ``None``."""
    found = _SHAPE.fullmatch(text)
    if found is None:
        return None
    year = int(found["year"]) if found["year"] else None
    head = tuple(found["head"].split("-"))
    tail = tuple(found["tail"].split("-")) if found["tail"] else ()
    suffix = found["suffix"] or ""
    party = found["first"] == "-"
    style = NumberStyle.PARTY if party else NumberStyle.STATE
    kind: str | None = None
    codes = head
    if tail and len(head) == 1 and (party or not _issues(head[0])):
        kind, codes = head[0], tail
        style = NumberStyle.PARTY if party else NumberStyle.SLASHED
    elif tail and (party or suffix or len(tail) > 1):
        return None
    else:
        suffix = suffix or "".join(tail)
        if len(head) == 1 and not _issues(head[0]):
            kind, codes = head[0], ()
        elif len(head) > 1 and _is_kind(head[0], legal=year is not None):
            kind, codes = head[0], head[1:]
    if (party and len(head) > 1) or (suffix and not codes):
        return None
    return _Parts(int(found["serial"]), kind, codes, year, style, found["letter"], suffix)


def _code(owner: object, attribute: Any, value: object) -> None:
    if not isinstance(value, str) or not re.fullmatch(_CODE, value):
        subject = f"{type(owner).__name__}.{attribute.name}"
        raise InvalidValueError(subject, value, "a code such as 'QĐ', beginning with a capital")


def _codes(owner: object, attribute: Any, value: object) -> None:
    _fields.tuple_of(str)(owner, attribute, value)
    for code in value:  # type: ignore[attr-defined]  # a tuple by now
        _code(owner, attribute, code)


@frozen(repr=False)
class DocumentNumber:
    """The number and symbol (số, ký hiệu) of one paper.

    It names a paper only together with its issuer and its date: State numbers
    begin again each year, Party numbers with each term of a committee.
    ``str()`` and :meth:`parse` are strict inverses of each other.

    Attributes:
        serial: the running number, from 1 to 99999; below 10 it is printed with a zero.
        kind_code: the symbol of the kind as printed (``"QĐ"``); ``None`` where none is
            printed, as in a State letter (``103/UBND-NV``) and a law (``97/2025/QH15``).
        issuer_codes: the codes of the issuers and units behind it, as printed; empty
            only where the kind ends the symbol (``34/2007/PL``).
        year: the year printed within a legal document's number, else ``None``.
        style: which separators are printed.
        letter: the letter glued to the serial (``"B"`` of ``08B-NQ/TW``), else ``""``.
        suffix: what follows a last slash (``"nb"`` of ``5053-CV/VPTW/nb``), else ``""``.

    Raises:
        InvalidValueError: a part out of its domain, or parts that would read back as others.

    >>> number = DocumentNumber.parse("30/2020/NĐ-CP")
    >>> number.serial, number.year, number.kind_code, number.issuer_code
    (30, 2020, 'NĐ', 'CP')
    >>> DocumentNumber.parse("103/UBND-NV")
    DocumentNumber(103, None, ('UBND', 'NV'), style=NumberStyle.STATE)
    """

    serial: int = field(validator=_fields.whole(1, 99_999))
    kind_code: str | None = field(validator=_fields.optional(_code))
    issuer_codes: tuple[str, ...] = field(validator=_codes)
    year: int | None = field(
        default=None, kw_only=True, validator=_fields.optional(_fields.whole(1900, 2099))
    )
    style: NumberStyle = field(
        default=NumberStyle.PARTY, kw_only=True, validator=_fields.instance(NumberStyle)
    )
    letter: str = field(default="", kw_only=True, validator=_fields.instance(str))
    suffix: str = field(default="", kw_only=True, validator=_fields.instance(str))

    def __attrs_post_init__(self) -> None:
        if self.kind_code is None and not self.issuer_codes:
            raise InvalidValueError("document number", "no code", "a kind, an issuer or both")
        parts = _Parts(
            self.serial,
            self.kind_code,
            self.issuer_codes,
            self.year,
            self.style,
            self.letter,
            self.suffix,
        )
        back = _read(str(self))
        if back != parts:
            printed = repr(str(self)) + (f", which reads as {back._asdict()}" if back else "")
            raise InvalidValueError("document number", printed, "parts that read back as they are")

    @classmethod
    def parse(cls, text: str, /) -> Self:
        """Read the canonical spelling; what real papers print is for :mod:`danvan.reading`.

        Raises:
            ParseError: any other spelling: spaces, no zero before 1 to 9, a long dash.
        """
        parts = _read(text)
        if parts is None:
            raise ParseError("document number", text, _WANT)
        return cls(
            parts.serial,
            parts.kind_code,
            parts.issuer_codes,
            year=parts.year,
            style=parts.style,
            letter=parts.letter,
            suffix=parts.suffix,
        )

    @property
    def issuer_code(self) -> str:
        """The whole tail as printed, joint issuers and units together; ``""`` where none is."""
        return "-".join(self.issuer_codes)

    def __str__(self) -> str:
        first, second = _SEPARATORS[self.style]
        year = "" if self.year is None else f"{self.year}/"
        symbol = second.join(filter(None, (self.kind_code, self.issuer_code)))
        suffix = f"/{self.suffix}" if self.suffix else ""
        return f"{self.serial:02d}{self.letter}{first}{year}{symbol}{suffix}"

    def __repr__(self) -> str:
        parts = [repr(self.serial), repr(self.kind_code), repr(self.issuer_codes)]
        if self.year is not None:
            parts.append(f"year={self.year}")
        if self.style is not NumberStyle.PARTY:
            parts.append(f"style={self.style}")
        parts += [
            f"{name}={getattr(self, name)!r}"
            for name in ("letter", "suffix")
            if getattr(self, name)
        ]
        return f"DocumentNumber({', '.join(parts)})"
