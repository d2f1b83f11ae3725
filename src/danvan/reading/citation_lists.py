"""Which numbers are papers': lists, mentions without a symbol, and look-alikes.

A list prints its symbol once, at its end ("57, 59, 66, 68-NQ/TW"); a number with
no symbol at all is a paper's only behind a kind, and not before a noun ("Quy định
19 điều"); a symbol must look like one, the more so where no kind announces it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import frozen

from danvan.document_number import is_issuer, kind_codes
from danvan.reading.citation_kinds import Before, words
from danvan.reading.citation_symbols import Printed, number_pattern, printed

__all__ = ["Numbered", "numbers_from"]

_S = r"[ \t]{0,4}(?:\r?\n[ \t]{0,4})?"
_AND = re.compile(
    rf"[*_]*{_S}(?:[,;]|và(?=\s)|hoặc(?=\s)){_S}(?:(?:và|hoặc)\s{_S})?(?:số(?=[\s:]):?{_S})?[*_]*"
)
_BEHIND_BARE = re.compile(
    r"[*_]*(?:$|[;:!?…)\]”\"’\n¹²³⁰⁴-⁹(<]|[.,](?![0-9])|[ \t]+(?P<word>[^\W\d_]*)(?P<other>[0-9%]?))"
)
_OF_YEAR = re.compile(r"[ \t]+năm[ \t]+[12][0-9]{3}(?![ \t]?[-0-9])")


def _list(text: str, first: Printed) -> list[Printed]:
    """A number and those that follow it in one list."""
    numbers = [first]
    while (link := _AND.match(text, numbers[-1].end)) and (
        found := number_pattern().match(text, link.end())
    ):
        numbers.append(printed(found))
    return numbers


def _with_symbols(
    text: str, before: Before, numbers: list[Printed]
) -> tuple[tuple[Printed, Printed], ...]:
    """The numbers that are citations, each with the one whose symbol it takes."""
    while numbers and not numbers[-1].rest and not _is_bare_citation(text, before, numbers[-1]):
        numbers.pop()
    if not numbers or not all(n.serial for n in numbers):
        return ()
    if numbers[0].rest or any(n.rest for n in numbers):
        if not _is_credible(before, next(n for n in numbers if n.rest)):
            return ()
    elif not _is_bare_citation(text, before, numbers[0]):
        return ()
    taken: list[tuple[Printed, Printed]] = []
    source: Printed | None = None
    for number in reversed(numbers):
        source = number if number.rest else source
        taken.append((number, source or number))
    return tuple(reversed(taken))


def _is_credible(before: Before, number: Printed) -> bool:
    """Whether what looks like number and symbol is one, by its codes and the words before."""
    codes = re.split("[-/]", number.rest)
    if not all(_is_code(code) for code in codes):
        return False
    symbol = number.symbol
    known = symbol.kind_code in kind_codes() or is_issuer(codes[0])
    if before.kind is not None:
        return known or len(codes) > 1 or len(codes[0]) > 1
    if before.has_number_word:
        return known or (len(codes) > 1 and all(len(code) > 1 for code in codes))
    return known and (len(codes) > 1 or (number.year is not None and is_issuer(codes[0])))


def _is_code(code: str) -> bool:
    """Whether these letters may be a code and not a word that begins with a capital."""
    capitals = sum(letter.isupper() for letter in code)
    return capitals > 1 or len(code) == 1 or code.islower() or any(c.isdigit() for c in code) or code == "Tw"


def _is_bare_citation(text: str, before: Before, number: Printed) -> bool:
    """Whether a number without symbol is a paper's, by its kind and what follows it."""
    kind = before.kind
    if kind is None or before.end is None:
        return False
    if before.has_number_word:
        if kind.code not in words().bare_kinds | words().bare_kinds_with_number_word:
            return False
    elif (
        kind.code not in words().bare_kinds
        or not before.is_capital
        or 1900 <= number.serial < 2100
        or (number.year is not None and kind.code not in words().dated_kinds)
        or text[before.end : before.end + 2].strip(" *_")[:1] not in ("", *"0123456789")
    ):
        return False
    behind = _BEHIND_BARE.match(text, number.end)
    if behind is None:
        return False
    word = behind["word"]
    if not word:
        return not behind["other"]
    if word.lower() == "năm":
        return bool(re.match(r"[ \t]+năm[ \t]+[12][0-9]{3}(?![0-9])", text[number.end : number.end + 16]))
    return word[0].isupper() or word in words().followers


