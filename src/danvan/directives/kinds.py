"""The kinds of official papers and the symbols they print.

Norms: 399-QĐ/TW, Điều 5 to 7 (the Party's 25 kinds and 8 papers); 30/2020/NĐ-CP,
Điều 7 and Phụ lục III (the State's 29 kinds).  Each symbol has a source of its own.

>>> document_kinds()["regulation"].name
'Quy định'
>>> [kind.name for kind in kinds_with_symbol("QĐ", Family.PARTY)]
['Quyết định', 'Quy định']
"""

from __future__ import annotations

from datetime import date
from functools import cache

from attrs import field, frozen

from danvan import _fields
from danvan._enums import Word
from danvan.catalogue import Catalogue

__all__ = [
    "Confidence",
    "DocumentKind",
    "Family",
    "KindSymbol",
    "document_kinds",
    "kinds_with_symbol",
]


class Family(Word):
    """Whose rules a paper follows."""

    PARTY = "party"
    """The Party, its committees and their offices."""
    STATE = "state"
    """Administrative papers of the State."""
    LAW = "law"
    """Legal documents (văn bản quy phạm pháp luật)."""
    MASS = "mass"
    """The Fatherland Front and the mass organizations."""


class Confidence(Word):
    """How sure an entry is of what it says."""

    SURE = "sure"
    """Read in the text of the norm, or seen on a paper."""
    LIKELY = "likely"
    """Several copies agree."""
    UNSURE = "unsure"
    """One weak source, a general rule, or general knowledge."""


@frozen
class KindSymbol:
    """A symbol under which a kind is numbered.

    Attributes:
        family: whose papers print it.
        symbol: as printed, ``"QĐ"``.
        confidence: how sure that is.
        source: the norm or the paper it was read in.
    """

    family: Family
    symbol: str = field(validator=_fields.text)
    confidence: Confidence
    source: str = field(validator=_fields.text)


@frozen
class DocumentKind:
    """A kind of official paper (thể loại văn bản).

    Attributes:
        code: the key, in English.
        name: the official name.
        aliases: other names and abbreviations by which it is cited.
        symbols: what its numbers print; none where it carries no symbol.
        source: the norm that lists it.
        note: what one should know about it, in English, or "".
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    source: str = field(validator=_fields.text)
    aliases: tuple[str, ...] = ()
    symbols: tuple[KindSymbol, ...] = ()
    note: str = ""
    valid_from: date | None = None
    valid_to: date | None = None

    def prints(self, symbol: str) -> bool:
        """Whether a number of this kind may print this symbol."""
        return any(s.symbol == symbol for s in self.symbols)


@cache
def document_kinds() -> Catalogue[DocumentKind]:
    """The kinds danvan ships."""
    return Catalogue.read("document_kinds", DocumentKind)


def kinds_with_symbol(symbol: str, family: Family | None = None) -> tuple[DocumentKind, ...]:
    """The kinds that print a symbol, in the order of the catalogue.

    Args:
        symbol: as printed, ``"TT"``.
        family: only in the papers of one family.
    """
    return tuple(
        kind
        for kind in document_kinds()
        if any(s.symbol == symbol and family in (None, s.family) for s in kind.symbols)
    )
