"""The words before a number: its kind, "số", and what shows that it is no paper's.

A kind stands right before the number ("Chỉ thị 05-CT/TW"), before "số", or
farther off with a title in between ("Luật Thực hiện dân chủ ở cơ sở số
10/2022/QH15", "Chương trình phối hợp số 06-CTr/BDVHU").
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from attrs import frozen

from danvan.catalogue import read_toml
from danvan.directives.kinds import DocumentKind, document_kinds
from danvan.reading.citation_symbols import Printed
from danvan.vietnamese.letters import ToneStyle, to_tone_style

__all__ = ["Before", "is_announced", "look_before", "words"]

_NEAR = 44
_FAR = 320
_LONGEST_TITLE = 16
_LONGEST_BRACKET = 6
_TOKEN = re.compile(r"[^\W_]+(?:[.&/-][^\W_]+)*|[.;:!?()\[\]{}“”\"…,|\t<>]|\n[ \t]*\n")
_GAP = re.compile(r"[\s*_:.(]*")
_END_OF_TITLE = frozenset(".;:!?()[]{}…|\t\n<>")


@frozen
class Words:
    """The word lists of ``data/citation_words.toml``."""

    number_words: frozenset[str]
    guards: frozenset[str]
    titled_kinds: frozenset[str]
    amending: tuple[str, ...]
    bare_kinds: frozenset[str]
    numbered_kinds: frozenset[str]
    dated_kinds: frozenset[str]
    spanning_kinds: frozenset[str]
    followers: frozenset[str]
    sure_followers: frozenset[str]
    general_words: frozenset[str]


@cache
def words() -> Words:
    """The word lists, read once."""
    lists = read_toml("citation_words")
    return Words(
        **{name: frozenset(words) for name, words in lists.items() if name != "amending"},
        amending=tuple(lists["amending"]),
    )


class Before(NamedTuple):
    """What stands before a number.

    ``start`` and ``end`` are those of the kind word, ``None`` where there is none;
    ``has_number_word`` tells whether "số" stands between; ``is_capital`` whether the
    kind begins with a capital; ``is_guarded`` whether the number is that of a form.
    """

    start: int | None = None
    end: int | None = None
    kind: DocumentKind | None = None
    has_number_word: bool = False
    is_capital: bool = False
    is_guarded: bool = False


@cache
def _names() -> dict[str, tuple[tuple[tuple[str, ...], DocumentKind], ...]]:
    """The names of kinds by their last word, the longest first; short ones only as written."""
    found: dict[str, dict[tuple[str, ...], DocumentKind]] = {}
    for kind in document_kinds():
        for name in (kind.name, *kind.aliases):
            styles = (
                (name,)
                if kind.prints(name)
                else [to_tone_style(name.lower(), s) for s in ToneStyle]
            )
            for style in styles:
                words = tuple(style.split())
                found.setdefault(words[-1], {}).setdefault(words, kind)
    return {
        last: tuple(sorted(names.items(), key=lambda item: -len(item[0])))
        for last, names in found.items()
    }


def is_announced(text: str, at: int) -> bool:
    """Whether the word before an offset may be the last of a kind's name, or "số"."""
    word = text[max(0, at - 10) : at].rsplit(None, 1)[-1:]
    if not word:
        return False
    last = word[0].strip("*_:.(")
    low = last.lower()
    return last in _names() or low in _names() or low in words().number_words


def look_before(text: str, number: Printed) -> Before:
    """Read the words before a number, backwards from it."""
    begin = max(0, number.start - _NEAR)
    tokens = list(_TOKEN.finditer(text, begin, number.start))
    # A word cut off by the window's edge is none.
    if begin and tokens and tokens[0].start() == begin:
        del tokens[0]
    _drop_marks(tokens)
    has_number_word = bool(tokens) and tokens[-1][0].lower() in words().number_words
    if has_number_word:
        tokens.pop()
        _drop_marks(tokens)
    if not tokens:
        return Before(has_number_word=has_number_word)
    gap = text[tokens[-1].end() : number.start]
    begins_a_line = "\n" in gap and "Số" in gap  # a letterhead's, whatever the line above says
    if _ends_in(tokens, words().guards) and not begins_a_line:
        return Before(has_number_word=has_number_word, is_guarded=True)
    named = _kind_ending_at(tokens, len(tokens))
    is_law = _is_law(number)
    is_general = named is None and not is_law and _ends_in(tokens, words().general_words)
    may_have_title = number.rest and not is_general and (has_number_word or is_law)
    if may_have_title and (named is None or not _heads(tokens, named, number)):
        farther = _look_farther(text, number, has_number_word)
        if farther is not None:
            return farther
    if named is not None:
        first, kind = named
    elif is_general:
        first, kind = len(tokens) - 2, None
    else:
        return Before(has_number_word=has_number_word)
    start, end = tokens[first].start(), tokens[-1].end()
    return Before(start, end, kind, has_number_word, tokens[first][0][0].isupper())


def _kind_ending_at(tokens: list[re.Match[str]], end: int) -> tuple[int, DocumentKind] | None:
    """The longest name of a kind whose last word is ``tokens[end - 1]``, and its first token."""
    last = tokens[end - 1][0]
    if last in _names() and last.isupper():
        return end - 1, _names()[last][0][1]
    for name, kind in _names().get(last.lower(), ()):
        first = end - len(name)
        if first >= 0 and all(
            token[0].lower() == word for token, word in zip(tokens[first:end], name, strict=True)
        ):
            return first, kind
    return None


def _is_law(number: Printed) -> bool:
    """Whether the National Assembly or its standing committee issued it."""
    issuer = number.symbol.issuer_code or ""
    return number.year is not None and issuer.rstrip("0123456789") in ("QH", "UBTVQH")


def _fits(kind: DocumentKind, number: Printed) -> bool:
    """Whether a kind may carry this symbol: only then may a title stand between them."""
    symbol = number.symbol
    if _is_law(number) and symbol.kind_code is None:
        return kind.code in words().titled_kinds or kind.code == "resolution"
    if symbol.kind_code is None:
        return kind.code == "official_letter"
    code = symbol.kind_code.casefold()
    return any(code.startswith(s.symbol.casefold()) for s in kind.symbols)


def _heads(tokens: list[re.Match[str]], named: tuple[int, DocumentKind], number: Printed) -> bool:
    """Whether the name of a kind is that of the number: in the title of a law "luật" is not."""
    first, kind = named
    return _fits(kind, number) and not (_is_law(number) and tokens[first][0].islower())


def _look_farther(text: str, number: Printed, has_number_word: bool) -> Before | None:
    """Find the kind that a title parts from its number, if it may carry the symbol."""
    begin = max(0, number.start - _FAR)
    tokens = list(_TOKEN.finditer(text, begin, number.start))
    while has_number_word and tokens.pop()[0].lower() not in words().number_words:
        pass
    _drop_marks(tokens)
    found: tuple[int, DocumentKind, int] | None = None
    at = _before_bracket(tokens, len(tokens))
    while at > 0 and tokens[at - 1][0][0] not in _END_OF_TITLE:
        named = _kind_ending_at(tokens, at)
        if named is None:
            at = _before_bracket(tokens, at - 1)
        elif _heads(tokens, named, number):
            found = *named, at
            at = named[0]
            if not _leads_to_amended(tokens, at):
                break
        elif _is_law(number):
            at = named[0]
        elif at == len(tokens):  # "Thông báo ý kiến kết luận số 12-TB/TU"
            at -= 1
        else:
            break
    if found is None:
        return None
    first, kind, end = found
    title = [token[0] for token in tokens[end:]]
    if kind.code not in words().titled_kinds and ("," in title or len(title) > _LONGEST_TITLE):
        return None
    capital = tokens[first][0][0].isupper()
    return Before(tokens[first].start(), tokens[end - 1].end(), kind, has_number_word, capital)


def _before_bracket(tokens: list[re.Match[str]], end: int) -> int:
    """Where a short bracket that ends a title's words begins: "Luật Đất đai (sửa đổi)"."""
    if end and tokens[end - 1][0] == ")":
        for at in range(end - 2, max(-1, end - 3 - _LONGEST_BRACKET), -1):
            if tokens[at][0] == "(":
                return at
            if tokens[at][0][0] in _END_OF_TITLE:
                break
    return end


def _drop_marks(tokens: list[re.Match[str]]) -> None:
    while tokens and tokens[-1][0] in (":", "(", "."):
        tokens.pop()


def _ends_in(tokens: list[re.Match[str]], phrases: frozenset[str]) -> bool:
    last = tokens[-1][0].lower()
    return last in phrases or (len(tokens) > 1 and f"{tokens[-2][0].lower()} {last}" in phrases)


def _leads_to_amended(tokens: list[re.Match[str]], first: int) -> bool:
    before = " ".join(t[0].lower() for t in tokens[max(0, first - 4) : first])
    return before.endswith(words().amending)
