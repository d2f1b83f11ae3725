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

from danvan.reading.citation import Citation, Repair
from danvan.reading.citation_dates import date_after, place_and_date, term_after, term_between
from danvan.reading.citation_issuers import issuer_after, joint_codes
from danvan.reading.citation_kinds import Before, is_announced, look_before
from danvan.reading.citation_lists import Numbered, numbers_from
from danvan.reading.citation_symbols import Printed, number_pattern, printed
from danvan.vietnamese.cleaning import Cleaned, clean

__all__ = ["find_citations"]

_S = r"[ \t]{0,4}(?:\r?\n[ \t]{0,60})?"
_JOINED = re.compile(rf"[*_]*{_S}(?:,|và|hoặc|cùng|,{_S}và){_S}(?:các{_S})?(?:số:?{_S})?[*_]*")
_NEXT = re.compile(rf"[*_]*{_S}(?:[,;]|và|hoặc|cùng|[,;]{_S}và){_S}(?:số:?{_S})?[*_]*")
_LONGEST_LINK = 24
_NOTE_MARK = re.compile(r"[*_]*(?:[¹²³⁰⁴-⁹]{1,3}|[⁽(\[][0-9¹²³⁰⁴-⁹]{1,3}[⁾)\]])?")
_HEAD_OF_LINE = re.compile(r"(?:^|[\n\t|>]|[- ] )[ *_]*[Ss][Ốố] *:?\s*[*_]*$")
_END_OF_LINE = re.compile(r"[ *_]*(?:\r?$|[\t|<]|  )", re.MULTILINE)
_LETTERHEAD = 600
_ODD = re.compile("[\\s.\u2010-\u2015\u2212\u00d0\u00f0]|^[1-9](?![0-9])")
_DASHES = frozenset("\u2010\u2011\u2012\u2013\u2014\u2015\u2212")


class _Tail(NamedTuple):
    """What stands behind a number or a list: date, issuer, term, and where that ends."""

    issued_on: date | None
    issuer: str | None
    term: str | None
    end: int


class _Group(NamedTuple):
    """The numbers behind one kind word, with what stands before and behind them."""

    before: Before
    numbers: tuple[Numbered, ...]
    tail: _Tail

    @property
    def start(self) -> int:
        return self.numbers[0].number.start if self.before.start is None else self.before.start


def find_citations(text: str) -> tuple[Citation, ...]:
    """The numbered papers that a text mentions, in their order.

    Offsets are code points of ``text`` as given.  The time is linear in its length.
    """
    return tuple(_citations(clean(text)))


def _citations(cleaned: Cleaned) -> Iterator[Citation]:
    chain: list[_Group] = []
    for group in _groups(cleaned.text):
        if chain and not _links(_JOINED, cleaned.text, chain[-1].tail.end, group.start):
            yield from _told(cleaned, chain)
            chain.clear()
        chain.append(group)
    yield from _told(cleaned, chain)


def _told(cleaned: Cleaned, chain: list[_Group]) -> Iterator[Citation]:
    """The citations of groups joined by "và" or commas, after what they share is shared."""
    for at in range(len(chain) - 2, -1, -1):
        chain[at] = _with_shared(chain[at], chain[at + 1])
    for group in chain:
        for at in range(len(group.numbers)):
            yield _citation(cleaned, group, at)


def _groups(text: str) -> Iterator[_Group]:
    done = 0
    last: _Group | None = None
    for found in number_pattern().finditer(text):
        start = found.start()
        if start < done or (found["rest"] is None and not is_announced(text, start)):
            continue
        first = printed(found)
        before = look_before(text, first)
        if before.is_guarded:
            continue
        numbers = numbers_from(text, before, first)
        if not numbers or not all(n.number.serial for n in numbers):
            continue
        if before.kind is None and last is not None and _goes_on(text, last, numbers[0]):
            before = before._replace(kind=last.before.kind)
        last = _Group(before, numbers, _tail(text, before, numbers))
        done = numbers[-1].number.end
        yield last


def _goes_on(text: str, last: _Group, first: Numbered) -> bool:
    """Whether a number without a kind of its own goes on with what was cited before it."""
    return _links(_NEXT, text, last.tail.end, first.number.start) and (
        first.source.symbol == last.numbers[-1].source.symbol
    )


def _links(link: re.Pattern[str], text: str, end: int, start: int) -> bool:
    """Whether nothing but a link stands between two citations."""
    return 0 < start - end < _LONGEST_LINK and link.fullmatch(text, end, start) is not None


def _tail(text: str, before: Before, numbers: tuple[Numbered, ...]) -> _Tail:
    """Read date, issuer and term behind a citation, in whatever order they stand."""
    start, end = numbers[0].number.start, numbers[-1].number.end
    symbol = numbers[-1].source.symbol
    codes = joint_codes(symbol.issuer_code or "") if symbol.kind_code is not None else ()
    issued_on: date | None = None
    issuer: str | None = None
    term: str | None = None
    dated = False
    mark = _NOTE_MARK.match(text, end)
    at = mark.end() if mark else end
    while True:
        if not dated and (day := date_after(text, at)):
            dated = True
            issued_on, at = day
        elif issuer is None and (name := issuer_after(text, at, codes=codes)):
            issuer, at = name
        elif term is None and (found := term_after(text, at)):
            term, at = found
        else:
            break
    if dated or issuer or term:
        end = at
    if issuer is None and before.end is not None:
        name = issuer_after(text, before.end, codes=codes)
        issuer = name[0] if name and name[1] < start else None
    if not dated and before.end is not None and (day := date_after(text, before.end)):
        issued_on = day[0] if day[1] < start else None
    if term is None and before.end is not None:
        term = term_between(text, before.end, start)
    if before.start is None and before.has_number_word and not dated:
        issued_on = _letterhead_date(text, start, end)
    return _Tail(issued_on, issuer, term, end)


def _letterhead_date(text: str, start: int, end: int) -> date | None:
    """The date of the letterhead whose number stands here; ``None`` where it is no letterhead."""
    if not _HEAD_OF_LINE.search(text[max(0, start - 24) : start]):
        return None
    if not _END_OF_LINE.match(text, end):
        return None
    return place_and_date(text, end, end + _LETTERHEAD) or place_and_date(
        text, max(0, start - _LETTERHEAD), start
    )


def _with_shared(group: _Group, following: _Group) -> _Group:
    """Give a group the issuer that the next one, joined to it, names.

    Only papers of one kind and issuer share it ("Quyết định 217-QĐ/TW và Quyết định
    218-QĐ/TW của Bộ Chính trị"), and a date only those numbered one after the other.
    """
    last, first = group.numbers[-1], following.numbers[0]
    if (
        group.tail.issuer is not None
        or group.before.kind != following.before.kind
        or last.source.symbol != first.source.symbol
    ):
        return group
    issued_on = group.tail.issued_on
    if issued_on is None and first.number.serial - last.number.serial == 1:
        issued_on = following.tail.issued_on
    term = group.tail.term or following.tail.term
    return group._replace(tail=_Tail(issued_on, following.tail.issuer, term, group.tail.end))


def _citation(cleaned: Cleaned, group: _Group, at: int) -> Citation:
    number, source = group.numbers[at]
    before, tail = group.before, group.tail
    symbol = source.symbol
    start, end = cleaned.span(group.start if at == 0 else number.start, number.end)
    printed_from, _ = cleaned.span(number.start, number.end)
    return Citation(
        start,
        end,
        cleaned.original[start:end],
        number.serial,
        year=source.year or number.year,
        kind_code=symbol.kind_code,
        issuer_code=symbol.issuer_code,
        is_bare=not source.rest,
        kind=before.kind.name if before.kind else None,
        issued_on=tail.issued_on,
        issuer=tail.issuer,
        term=tail.term,
        letter=number.letter,
        suffix=symbol.suffix,
        style=symbol.style,
        repairs=_repairs(cleaned.original[printed_from:end], number, source),
    )


def _repairs(raw: str, number: Printed, source: Printed) -> tuple[Repair, ...]:
    """What it took to read a number, from the way it is printed."""
    is_mended = source.symbol.is_mended
    if not is_mended and not _ODD.search(raw):
        return ()
    needed = {
        Repair.SPACE: re.search(r"[^\S\n]", raw) is not None,
        Repair.LINE_BREAK: "\n" in raw,
        Repair.DASH: not _DASHES.isdisjoint(raw),
        Repair.LETTER: "\u00d0" in raw or "\u00f0" in raw,
        Repair.PADDING: number.serial < 10 and not raw.startswith("0"),
        Repair.DOT: re.match(r"[0-9]\.", raw) is not None,
        Repair.SEPARATOR: is_mended,
    }
    return tuple(repair for repair, is_needed in needed.items() if is_needed)
