"""The number and symbol itself, as papers really print it.

Spaces stand round hyphens, lines break inside, joint tails are long, and a list
prints the symbol once at its end.  The patterns work on cleaned text (one kind
of dash, NFC, Đ) and take each character at most a few times.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from danvan.catalogue import read_toml
from danvan.document_number import DocumentNumber, NumberStyle, is_issuer, is_kind_code
from danvan.errors import ParseError

__all__ = ["Printed", "Symbol", "number_pattern", "printed", "read_symbol"]

_U = "A-ZĐƯƠÂĂÊÔ"
_L = "a-zđư"
# Superscript note marks count as letters for \w, but they end a symbol.
_LETTER = "[^\\W0-9_⁰¹²³⁴-⁹₀-₉]"
_WORD = f"[{_U}][{_U}{_L}0-9]*+(?!{_LETTER})"
_BEFORE = r"[ \t*]{0,4}"
_AFTER = r"[ \t*]{0,4}(?:\r?\n[ \t]{0,60})?"
_SEPARATOR = rf"{_BEFORE}[-/]{_AFTER}"
# The last letters of the kinds' names and of "số", with what may stand behind them.
_ENDS = "ếềốôồịtnohưcgQĐLTBDCVir:,;*à"


class Symbol(NamedTuple):
    """What stands behind the serial and the year, sorted into kind and issuers.

    ``is_mended`` tells that a separator was left out, or that they fit no style.
    """

    kind_code: str | None = None
    issuer_code: str | None = None
    suffix: str = ""
    style: NumberStyle | None = None
    is_mended: bool = False


class Printed(NamedTuple):
    """One number as it stands in cleaned text.

    ``rest`` is what stands behind serial and year, without spaces; "" where bare.
    """

    start: int
    end: int
    serial: int
    letter: str
    year: int | None
    first: str
    rest: str

    @property
    def symbol(self) -> Symbol:
        """The symbol, sorted into its parts."""
        return read_symbol(self.first, self.rest, legal=self.year is not None)


@lru_cache(maxsize=4096)
def read_symbol(first: str, rest: str, *, legal: bool) -> Symbol:
    """Sort a symbol into kind, issuers and suffix, whether or not its form is a number's."""
    if not rest:
        return Symbol()
    separator = first or ("-" if "/" in rest else "/")
    whole = _parted(rest, separator)
    try:
        number = DocumentNumber.parse(f"01{separator}{'2000/' if legal else ''}{whole}")
    except ParseError:
        kind, _, tail = rest.replace("/", "-").partition("-")
        return Symbol(kind, tail or None, is_mended=True)
    is_mended = not first or whole != rest
    issuers = number.issuer_code or None
    return Symbol(number.kind_code, issuers, number.suffix, number.style, is_mended)


def _parted(rest: str, separator: str) -> str:
    """A symbol that has lost its second separator (QĐUBND, QĐ.UBND), with it; others unchanged."""
    kind, dot, issuers = rest.partition(".")
    if dot and is_kind_code(kind):
        return f"{kind}{'-' if separator == '/' else '/'}{issuers}"
    if separator == "/" and rest.isalnum() and not is_kind_code(rest) and not is_issuer(rest):
        for cut in range(2, len(rest) - 1):
            if is_kind_code(rest[:cut]) and is_issuer(rest[cut:]):
                return f"{rest[:cut]}-{rest[cut:]}"
    return rest


@cache
def number_pattern() -> re.Pattern[str]:
    """A number with its symbol, or a bare one behind a letter that may end a kind's name."""
    spaced = [e["code"] for e in read_toml("issuer_codes")["entry"] if ", " in e["code"]]
    code = rf"(?:{'|'.join(map(re.escape, spaced))}|{_WORD}(?:[.&]{_WORD})*+)"
    joint = rf"(?:(?:[-/](?:\r?\n)?|{_SEPARATOR}(?=BTT|BTV|VP|ĐCT)){code})"
    return re.compile(
        rf"[0-9](?<![^\Wố][0-9])(?<![/.-][0-9])(?:"
        rf"(?:[0-9]{{0,4}}+|\.[0-9]{{3}})(?P<letter>[A-Za-zĐđ]?){_BEFORE}"
        rf"(?P<first>[-/]|(?=[A-ZĐ][A-ZĐa-z]{{1,5}}[-/][{_U}])){_AFTER}"
        rf"(?:(?P<year>(?:19|20)[0-9]{{2}}){_SEPARATOR})?"
        rf"(?P<rest>{code}(?:{_SEPARATOR}{code}{joint}*+)?+(?:/[a-z]{{1,4}}(?!{_LETTER}))?)"
        rf"|(?<=[{_ENDS}][ \n][0-9])[0-9]{{0,4}}+(?P<bare>[a-zđ]?)"
        rf"(?:/(?P<alone>(?:19|20)[0-9]{{2}}))?(?!{_LETTER}|[0-9_/%]|[.-][0-9]))"
    )


def printed(match: re.Match[str]) -> Printed:
    """What a match of :func:`number_pattern` says."""
    digits = _SERIAL.match(match[0])
    serial = int(digits[0].replace(".", "")) if digits else 0
    if match["rest"] is None:
        year, letter, first, rest = match["alone"], match["bare"], "", ""
    else:
        year, letter, first, rest = match.group("year", "letter", "first", "rest")
        rest = rest if rest.isalnum() else _SPACES.sub("", rest)
    return Printed(
        match.start(), match.end(), serial, letter, int(year) if year else None, first, rest
    )


_SERIAL = re.compile("[0-9]+(?:[.][0-9]+)?")
_SPACES = re.compile(r"[\s*]+(?=[-/])|(?<=[-/])[\s*]+")
