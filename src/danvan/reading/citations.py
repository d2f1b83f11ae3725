"""Citations of official papers in running text, Party and State.

The reader takes what real papers contain: a kind in small letters or short,
"số" or none, spaces and line breaks round any dash, lists that print their
symbol once at the end, and mentions with no symbol at all ("Quyết định 217,
218 và Quy định 124").  It repairs nothing silently and guesses nothing: what
the text does not say stays ``None``.

>>> for citation in find_citations("theo Quyết định số 217, 218-QĐ/TW, ngày 12/12/2013 "
...                                "của Bộ Chính trị"):
...     print(citation.text, citation.number, citation.issued_on, citation.issuer, sep=" | ")
Quyết định số 217 | 217-QĐ/TW | 2013-12-12 | Bộ Chính trị
218-QĐ/TW | 218-QĐ/TW | 2013-12-12 | Bộ Chính trị
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from danvan.document_number import is_issuer, kind_codes
from danvan.reading.citation import Citation, Repair
from danvan.reading.citation_dates import date_after, place_and_date, term_after
from danvan.reading.citation_issuers import issuer_after
from danvan.reading.citation_kinds import Before, is_announced, look_before, words
from danvan.reading.citation_symbols import Printed, number_pattern, printed
from danvan.vietnamese.cleaning import Cleaned, clean

__all__ = ["find_citations"]

_S = r"[ \t]{0,4}(?:\r?\n[ \t]{0,4})?"
_AND = re.compile(
    rf"[*_]*{_S}(?:[,;]|và(?=\s)|hoặc(?=\s)){_S}(?:(?:và|hoặc)\s{_S})?(?:số(?=[\s:]):?{_S})?[*_]*"
)
_BETWEEN = re.compile(rf"[*_]*{_S}(?:,|và|hoặc|cùng|,{_S}và){_S}(?:các{_S})?(?:số:?{_S})?[*_]*")
_NOTE_MARK = re.compile("[*_]*(?:[¹²³⁰⁴-⁹]{1,3}|[⁽(\\[][0-9¹²³⁰⁴-⁹]{1,3}[⁾)\\]])?")
_BEHIND_BARE = re.compile(
    r"[*_]*(?:$|[;:!?…)\]”\"’\n¹²³⁰⁴-⁹(<]|[.,](?![0-9])|[ \t]+(?P<word>[^\W\d_]*)(?P<other>[0-9%]?))"
)
_HEAD_LINE = re.compile(r"(?:^|[\n\t|>]|  )[ *_]*[Ss][Ốố][ ]*:?[ *_]*$")
_LINE_END = re.compile(r"[ *_]*(?:\r?$|[\t|]|<|  )", re.MULTILINE)
_NEIGHBORHOOD = 600


class _Tail(NamedTuple):
    """What stands behind a number or a list: date, issuer, term, and where that ends."""

    issued_on: date | None
    issuer: str | None
    term: str | None
    end: int


class _Group(NamedTuple):
    """The numbers behind one kind word, each with the number whose symbol it takes."""

    before: Before
    numbers: tuple[tuple[Printed, Printed], ...]
    tail: _Tail

    @property
    def start(self) -> int:
        return self.numbers[0][0].start if self.before.start is None else self.before.start


def find_citations(text: str) -> tuple[Citation, ...]:
    """The numbered papers that a text mentions, in their order.

    Offsets are code points of ``text`` as given.  The time is linear in its length.
    """
    cleaned = clean(text)
    return tuple(_citations(cleaned))


def _citations(cleaned: Cleaned) -> Iterator[Citation]:
    chain: list[_Group] = []
    for group in _groups(cleaned.text):
        if chain and not _is_between(cleaned.text, chain[-1].tail.end, group.start):
            yield from _told(cleaned, chain)
            chain.clear()
        chain.append(group)
    yield from _told(cleaned, chain)


def _told(cleaned: Cleaned, chain: list[_Group]) -> Iterator[Citation]:
    """The citations of groups joined by "và" or commas."""
    for at in range(len(chain) - 2, -1, -1):
        chain[at] = _with_shared(chain[at], chain[at + 1])
    for group in chain:
        for at in range(len(group.numbers)):
            yield _citation(cleaned, group, at)


def _groups(text: str) -> Iterator[_Group]:
    pattern = number_pattern()
    done = 0
    last: _Group | None = None
    for found in pattern.finditer(text):
        start = found.start()
        if start < done or (found["rest"] is None and not is_announced(text, start)):
            continue
        first = printed(found)
        before = look_before(text, first)
        if before.is_guarded:
            continue
        numbers = _with_symbols(text, before, _list(text, first))
        if not numbers:
            continue
        done = numbers[-1][0].end
        if before.kind is None and last is not None and _continues(text, last, numbers[0]):
            before = before._replace(kind=last.before.kind)
        tail = _tail(text, numbers[-1])
        if before.start is None and before.has_number_word and tail.issued_on is None:
            tail = tail._replace(issued_on=_letterhead_date(text, start, done))
        last = _Group(before, numbers, tail)
        yield last


def _tail(text: str, last: tuple[Printed, Printed]) -> _Tail:
    """Read date, issuer and term behind a citation, in whatever order they stand."""
    symbol = last[1].symbol if last[1].rest else None
    joint = bool(symbol and symbol.kind_code and "-" in (symbol.issuer_code or ""))
    issued_on: date | None = None
    issuer: str | None = None
    term: str | None = None
    dated = False
    end = last[0].end
    mark = _NOTE_MARK.match(text, end)
    at = mark.end() if mark else end
    while True:
        if not dated and (day := date_after(text, at)):
            dated = True
            issued_on, at = day
        elif issuer is None and (name := issuer_after(text, at, joint=joint)):
            issuer, at = name
        elif term is None and (found := term_after(text, at)):
            term, at = found
        else:
            return _Tail(issued_on, issuer, term, at if dated or issuer or term else end)


def _letterhead_date(text: str, start: int, end: int) -> date | None:
    """The date of the letterhead whose number stands here; ``None`` where it is no letterhead."""
    if not _HEAD_LINE.search(text[max(0, start - 24) : start]) or not _LINE_END.match(text, end):
        return None
    days = place_and_date(text, max(0, start - _NEIGHBORHOOD), end + _NEIGHBORHOOD)
    nearest = min(days, key=lambda d: abs(d[0] - start), default=None)
    return nearest[1] if nearest else None


def _continues(text: str, last: _Group, number: tuple[Printed, Printed]) -> bool:
    """Whether a number without a kind of its own goes on with the list before it."""
    return _is_between(text, last.tail.end, number[0].start) and (
        number[1].symbol == last.numbers[-1][1].symbol
    )


def _is_between(text: str, end: int, start: int) -> bool:
    return 0 < start - end < 24 and _BETWEEN.fullmatch(text, end, start) is not None


def _with_shared(group: _Group, following: _Group) -> _Group:
    """Give a group the issuer that the next one, joined to it by "và" or a comma, names.

    Only papers of one kind and issuer share it, and a date only those numbered
    one after the other.
    """
    if group.tail.issuer:
        return group
    number, symbol = group.numbers[-1]
    next_number, next_symbol = following.numbers[0]
    if group.before.kind != following.before.kind or symbol.symbol != next_symbol.symbol:
        return group
    tail = group.tail._replace(issuer=following.tail.issuer)
    if tail.term is None:
        tail = tail._replace(term=following.tail.term)
    if tail.issued_on is None and next_number.serial - number.serial == 1:
        tail = tail._replace(issued_on=following.tail.issued_on)
    return group._replace(tail=tail)


def _citation(cleaned: Cleaned, group: _Group, at: int) -> Citation:
    number, source = group.numbers[at]
    before, tail = group.before, group.tail
    symbol = source.symbol
    start = group.start if at == 0 else number.start
    span = cleaned.span(start, number.end)
    raw = cleaned.original[slice(*cleaned.span(number.start, number.end))]
    bare = not source.rest
    return Citation(
        *span,
        cleaned.original[slice(*span)],
        number.serial,
        year=source.year or number.year,
        kind_code=None if bare else symbol.kind_code,
        issuer_code=None if bare else symbol.issuer_code,
        is_bare=bare,
        kind=before.kind.name if before.kind else None,
        issued_on=tail.issued_on,
        issuer=tail.issuer,
        term=tail.term,
        letter=number.letter,
        suffix="" if bare else symbol.suffix,
        style=None if bare else symbol.style,
        repairs=_repairs(raw, number, source),
    )


_ODD = re.compile("[\\s.\u2010-\u2015\u2212\u00d0\u00f0]|^[1-9](?![0-9])")


def _repairs(raw: str, number: Printed, source: Printed) -> tuple[Repair, ...]:
    """What it took to read a number, from the way it is printed."""
    if not _ODD.search(raw) and (source.symbol.style or not source.rest):
        return ()
    digits = raw.partition("-")[0].partition("/")[0]
    tests = {
        Repair.SPACE: bool(re.search(r"[^\S\n]", raw)),
        Repair.LINE_BREAK: "\n" in raw,
        Repair.DASH: bool(set(raw) & set("\u2010\u2011\u2012\u2013\u2014\u2015\u2212")),
        Repair.LETTER: "\u00d0" in raw or "\u00f0" in raw,
        Repair.PADDING: number.serial < 10 and not raw.startswith("0"),
        Repair.DOT: "." in digits,
        Repair.SEPARATOR: bool(source.rest) and source.symbol.style is None,
    }
    return tuple(repair for repair, needed in tests.items() if needed)
