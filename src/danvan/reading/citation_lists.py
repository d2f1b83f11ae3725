"""Which numbers are papers': lists, mentions without a symbol, and look-alikes.

A list prints its symbol once, at its end ("57, 59, 66, 68-NQ/TW").  A number
with no symbol at all is a paper's only behind a kind, and not before a noun
("Quy định 19 điều").  A symbol must look like one, the more so where no kind
announces it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile
from typing import NamedTuple

from danvan.document_number import is_issuer, is_kind_code
from danvan.reading.citation_kinds import Before, words
from danvan.reading.citation_symbols import Printed, number_pattern, printed, read_symbol

__all__ = ["Numbered", "numbers_from"]

_S = r"[ \t]{0,4}(?:\r?\n[ \t]{0,60})?"
_AND = re.compile(
    rf"[*_]*{_S}(?:[,;]|(?:và|hoặc)(?=\s)){_S}(?:(?:và|hoặc)\s{_S})?(?:số(?=[\s:]):?{_S})?[*_]*"
)
_BEHIND = re.compile(
    r"[*_]*(?:$|[;:!?…)\]”\"’\n¹²³⁰⁴-⁹(<]|[.,](?![0-9])"
    r"|[ \t]+(?:(?P<of_year>năm[ \t]+[12][0-9]{3}(?![ \t]?[-0-9]))"
    r"|(?P<word>[^\W\d_]+)|(?P<other>[^0-9%])|$))"
)


class Numbered(NamedTuple):
    """A number and the one whose symbol it takes: itself, or the next that has one."""

    number: Printed
    source: Printed


def numbers_from(text: str, before: Before, first: Printed) -> tuple[Numbered, ...]:
    """The numbers of the list that begins with one, as far as they are citations.

    A list goes as far as one symbol: another symbol begins another list.
    """
    numbers = [first, *_following(text, first)]
    while not numbers[-1].rest and not _may_end(text, before, first, numbers[-1]):
        numbers.pop()
        if not numbers:
            return ()
    taken: list[Numbered] = []
    source = numbers[-1]
    for number in reversed(numbers):
        source = number if number.rest or not source.rest else source
        taken.append(Numbered(number, source))
    taken.reverse()
    source = taken[0].source
    if not source.rest and len(numbers) == 1 and not _may_end(text, before, first, first):
        return ()
    if source.rest and not _is_credible(before, source):
        return ()
    return tuple(takewhile(lambda n: not n.source.rest or n.source.symbol == source.symbol, taken))


def _following(text: str, first: Printed) -> list[Printed]:
    """The numbers that stand behind one in the same list."""
    numbers: list[Printed] = []
    end = first.end
    while (link := _AND.match(text, end)) and (found := number_pattern().match(text, link.end())):
        numbers.append(printed(found))
        end = found.end()
    return numbers


def _may_end(text: str, before: Before, first: Printed, number: Printed) -> bool:
    """Whether a number without a symbol may be a paper's and the last of its list."""
    kind = before.kind
    if kind is None or before.end is None:
        return False
    lists = words()
    if before.has_number_word:
        if kind.code not in lists.bare_kinds and kind.code not in lists.numbered_kinds:
            return False
    elif (
        kind.code not in lists.bare_kinds
        or 1900 <= number.serial < 2100
        or (number.year is not None and kind.code not in lists.dated_kinds)
        or text[before.end : first.start].strip("*_") != " "
    ):
        return False
    behind = _BEHIND.match(text, number.end)
    if behind is None:
        return False
    if behind["of_year"]:
        return kind.code not in lists.spanning_kinds
    word = behind["word"]
    if not before.has_number_word and not before.is_capital:
        return word in lists.sure_followers
    return not word or word[0].isupper() or word in lists.followers


def _is_credible(before: Before, number: Printed) -> bool:
    """Whether what looks like number and symbol is one, by its codes and the words before."""
    evidence = _evidence(number.rest)
    if evidence is None or (not number.first and not _is_kind(number.symbol.kind_code)):
        return False
    if number.symbol.is_mended and before.start is None and not before.has_number_word:
        return False
    if before.start is not None:
        return evidence.is_listed or evidence.codes > 1 or evidence.shortest > 1
    if before.has_number_word:
        return evidence.is_listed or (evidence.codes > 1 and evidence.shortest > 1)
    return evidence.is_listed and (evidence.codes > 1 or number.year is not None)


class _Evidence(NamedTuple):
    codes: int
    shortest: int
    is_listed: bool


@lru_cache(maxsize=4096)
def _evidence(rest: str) -> _Evidence | None:
    """What speaks for a symbol; ``None`` where a part of it is no code but a word."""
    codes = re.split("[-/]", rest)
    if not all(map(_is_code, codes)):
        return None
    kind = read_symbol("/", rest, legal=False).kind_code
    is_listed = _is_kind(kind) or is_kind_code(codes[0]) or is_issuer(codes[0])
    return _Evidence(len(codes), min(map(len, codes)), is_listed)


def _is_kind(code: str | None) -> bool:
    return code is not None and is_kind_code(code)


def _is_code(code: str) -> bool:
    """Whether letters may be a code and not a word that begins with a capital."""
    capitals = sum(letter.isupper() for letter in code)
    if capitals != 1 or len(code) < 3 or is_kind_code(code):
        return True
    return any(letter.isdigit() for letter in code)
