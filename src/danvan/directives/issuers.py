"""What the codes of issuing bodies stand for.

There is no national list: the head of each office sets its own codes, so a code
that is not here is as good as any other.  Codes of the Party's offices are put
together from two parts (``BTC`` + ``TU``); codes of legislatures end in the number
of their term (``QH15``).

>>> issuer_meaning("BTGDVTU").name
'Ban Tuyên giáo và Dân vận Tỉnh ủy, Thành ủy'
>>> issuer_meaning("QH15").name
'Quốc hội khóa XV'
>>> issuer_meaning("XYZ").name is None
True
"""

from __future__ import annotations

from datetime import date
from functools import cache

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue, in_force
from danvan.directives.kinds import Confidence, Family

__all__ = [
    "AdvisoryBody",
    "IssuerCode",
    "IssuerMeaning",
    "advisory_bodies",
    "issuer_codes",
    "issuer_meaning",
    "roman",
]


@frozen
class IssuerCode:
    """The code of a body that issues papers.

    Attributes:
        code: as printed, ``"UBND"``.
        name: the body, without its place.
        family: whose papers carry it.
        source: the paper it was seen on, or "general knowledge".
        confidence: how sure that is.
        aliases: other spellings, ``"TƯ"`` for ``"TW"``.
        numbered: whether the number of a term follows it.
        note: what one should know about it, in English, or "".
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    family: Family
    source: str = field(validator=_fields.text)
    confidence: Confidence
    aliases: tuple[str, ...] = ()
    numbered: bool = False
    note: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@frozen
class AdvisoryBody:
    """An office of a Party committee, the first part of codes such as ``BTCTU``.

    Attributes:
        code: the first part, ``"BTC"``.
        name: the office.
        source: where it was seen.
        confidence: how sure that is.
        note: what one should know about it, in English, or "".
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    source: str = field(validator=_fields.text)
    confidence: Confidence
    aliases: tuple[str, ...] = ()
    note: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@frozen
class IssuerMeaning:
    """What a code stands for, as far as it is known.

    Attributes:
        code: as asked for.
        name: the body; ``None`` where the catalogues do not hold it.
        family: whose it is; ``None`` as well then.
        confidence: how sure that is; ``None`` as well then.
        is_in_force: whether the body existed on the day asked about.
    """

    code: str
    name: str | None = None
    family: Family | None = None
    confidence: Confidence | None = None
    is_in_force: bool = True


@cache
def issuer_codes() -> Catalogue[IssuerCode]:
    """The codes of issuers danvan ships."""
    return Catalogue.read("issuer_codes", IssuerCode)


@cache
def advisory_bodies() -> Catalogue[AdvisoryBody]:
    """The Party's offices whose codes danvan can put together."""
    return Catalogue.read("advisory_bodies", AdvisoryBody)


@cache
def _by_spelling() -> dict[str, IssuerCode]:
    return {spelling: e for e in issuer_codes() for spelling in (e.code, *e.aliases)}


def issuer_meaning(code: str, on: date | None = None) -> IssuerMeaning:
    """What a code stands for.

    Args:
        code: as printed.
        on: the day of the paper; tells whether the body existed then.
    """
    entry = _by_spelling().get(code)
    if entry is not None:
        return _meaning(code, entry.name, entry, None, on)
    digits = code[len(code.rstrip("0123456789")) :]
    entry = _by_spelling().get(code.removesuffix(digits)) if digits else None
    if entry is not None and entry.numbered and digits[0] != "0" and len(digits) < 3:
        return _meaning(code, f"{entry.name} khóa {roman(int(digits))}", entry, None, on)
    for cut in range(2, len(code) - 1):
        office, served = advisory_bodies().get(code[:cut]), _by_spelling().get(code[cut:])
        if office is not None and served is not None and served.family is Family.PARTY:
            return _meaning(code, f"{office.name} {served.name}", served, office, on)
    return IssuerMeaning(code)


def _meaning(
    code: str, name: str, entry: IssuerCode, office: AdvisoryBody | None, on: date | None
) -> IssuerMeaning:
    parts: list[IssuerCode | AdvisoryBody] = [entry] if office is None else [entry, office]
    least = max(parts, key=lambda part: list(Confidence).index(part.confidence))
    is_in_force = on is None or all(in_force(part, on) for part in parts)
    return IssuerMeaning(code, name, entry.family, least.confidence, is_in_force)


def roman(number: int) -> str:
    """A whole number from 1 to 399 in Roman numerals, as terms of office are written.

    >>> roman(14)
    'XIV'
    """
    numeral = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        numeral += letters * count
    return numeral


_ROMAN = (
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
