"""Who issued a paper, as the text names it after "của".

A name goes on over the known parts of names and over capitalized words and ends
before anything else, for real papers often leave out the "về" that should close
it.  "và" and commas lead to a second body only where the symbol is a joint one, and
has a part that the bodies named so far do not tell; a body before a verb that tells
no part either is the subject of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from danvan.catalogue import read_toml
from danvan.directives.kinds import document_kinds
from danvan.vietnamese.letters import ToneStyle, to_tone_style

__all__ = ["issuer_after", "joint_codes", "name_at"]

_S = r"[ \t]{0,4}(?:\r?\n[ \t]{0,60})?"
_OF = re.compile(rf"[*_”\"’)]*{_S}(?:,{_S})?(?:của|CỦA){_S}[*_]*")
_TOKEN = re.compile(rf"{_S}(?P<word>[^\W\d_]+(?:[&./][^\W\d_]+)*+|[0-9]{{1,4}}(?![0-9])|[,-])")
_MOST_TOKENS = 60
_WHOLE = ""

type_of_tree = dict[str, Any]


@cache
def _names() -> type_of_tree:
    """The parts of names as a tree of words, in both tone styles.

    A word leads to the words that may follow it; under ``_WHOLE`` stands whether a
    name that ends there needs a capital.
    """
    tree: type_of_tree = {}
    lists = read_toml("issuer_words")
    for needs_capital, key in ((True, "parts"), (False, "bodies")):
        for name in lists[key]:
            for style in ToneStyle:
                _plant(tree, to_tone_style(name, style), needs_capital)
    return tree


@cache
def _kind_names() -> type_of_tree:
    """The names of kinds as such a tree: a paper's kind never belongs to an issuer's name."""
    tree: type_of_tree = {}
    for kind in document_kinds():
        for name in (kind.name, *kind.aliases):
            if not kind.prints(name):
                _plant(tree, name.lower(), needs_capital=False)
    return tree


def _plant(tree: type_of_tree, name: str, needs_capital: bool) -> None:
    for found in _TOKEN.finditer(name):
        tree = tree.setdefault(found["word"], {})
    tree[_WHOLE] = needs_capital


@cache
def _ends() -> frozenset[str]:
    return frozenset(_list("ends"))


@cache
def _list(name: str) -> tuple[str, ...]:
    return tuple(read_toml("issuer_words")[name])


def joint_codes(issuer_code: str) -> Sequence[str]:
    """The parts of a symbol that are bodies of their own, of a joint one; else none.

    >>> joint_codes("BNV-BTC"), joint_codes("MTTW-BTT")
    (('BNV', 'BTC'), ())
    """
    first, *others = issuer_code.split("-")
    codes = (first, *(code for code in others if code not in _list("boards")))
    return codes if len(codes) > 1 else ()


def issuer_after(text: str, at: int, *, codes: Sequence[str] = ()) -> tuple[str, int] | None:
    """The issuer named after "của" at an offset, and where the name ends; see :func:`name_at`."""
    of = _OF.match(text, at)
    if of is None:
        return None
    end = name_at(text, of.end(), codes=codes)
    return None if end is None else (" ".join(text[of.end() : end].split()), end)


def name_at(text: str, at: int, *, codes: Sequence[str] = ()) -> int | None:
    """Where the name of a body that begins at an offset ends; ``None`` where none begins.

    Args:
        text: cleaned text.
        at: where the name should begin.
        codes: the parts of a joint symbol, one for each body that "và" and commas lead to.
    """
    end: int | None = None
    last = ""  # the last word where it was only capitalized, as those of places are
    is_open = False  # whether the name is one danvan does not know: "Cục Quản lý đất đai"
    for _ in range(_MOST_TOKENS):
        place = at if end is None else end
        known = _follow(_names(), text, place)
        if known is not None:
            end, last, is_open = known, "", False
            continue
        token = _TOKEN.match(text, place)
        if token is None:
            break
        word = token["word"]
        if end is not None and (beyond := _beyond(text, at, token, last, codes)):
            end = beyond
        elif is_open and _goes_on(text, token):
            end = token.end()
        elif (
            word[0].isupper()
            and "\n" not in token[0]
            and word.lower() not in _ends()
            and _follow(_kind_names(), text, place) is None
        ):
            is_open = is_open or _begins_name(text[at:place])
            end, last = token.end(), word
        else:
            break
    return end


def _tells(name: str, code: str) -> bool:
    """Whether a part of a symbol is made of the first letters of a name: "BDVHU", "ĐCT".

    >>> _tells("Đoàn Chủ tịch Ủy ban Trung ương MTTQ Việt Nam", "ĐCT")
    True
    """
    words = (token["word"] for token in _TOKEN.finditer(name) if token["word"][0].isalpha())
    firsts = "".join(word if word.isupper() else word[0] for word in words)
    return code.casefold() in firsts.casefold()


def _begins_name(before: str) -> bool:
    """Whether the last word of what stands before begins names of bodies ("Cục", "Trường")."""
    return before.rstrip().lower().endswith(_list("heads"))


def _goes_on(text: str, token: re.Match[str]) -> bool:
    """Whether a word in small letters belongs to the name of an unknown body."""
    low = token["word"].lower()
    if low == "và":
        following = _TOKEN.match(text, token.end())
        return following is not None and following["word"][0].isupper()
    return low.isalpha() and not _begins_with(text, token.start(), _ends())


def _begins_with(text: str, at: int, phrases: frozenset[str]) -> bool:
    """Whether the word at an offset, or it and the next, is one of some phrases."""
    token = _TOKEN.match(text, at)
    if token is None:
        return False
    low = token["word"].lower()
    following = _TOKEN.match(text, token.end())
    return low in phrases or (
        following is not None and f"{low} {following['word'].lower()}" in phrases
    )


def _beyond(
    text: str, at: int, token: re.Match[str], last: str, codes: Sequence[str]
) -> int | None:
    """Where a name goes on over a token that is no word of a name by itself."""
    word, low = token["word"], token["word"].lower()
    if word.isdigit():
        before = text[max(at, token.start() - 12) : token.start()].lower()
        return token.end() if before.endswith(_list("numbered")) else None
    if low == "lần":
        ordinal = _ORDINAL.match(text, token.start())
        return ordinal.end() if ordinal else None
    if low == "và" or word == ",":
        untold = [code for code in codes if not _tells(text[at : token.start()], code)]
        joined = _follow(_names(), text, token.end()) if untold else None
        return None if joined is None or _acts(text, token.end(), untold) else joined
    if word == "-" and last.istitle():
        beyond = _TOKEN.match(text, token.end())
        is_place = beyond and beyond["word"][0].isupper()
        if beyond and is_place and _follow(_kind_names(), text, token.end()) is None:
            return beyond.end()
    return None


def _acts(text: str, at: int, untold: Sequence[str]) -> bool:
    """Whether a body that a comma leads to does what the sentence says, and issued nothing."""
    end = name_at(text, at)
    if end is None or any(_tells(text[at:end], code) for code in untold):
        return False
    return _begins_with(text, end, frozenset(_list("verbs")))


def _follow(tree: type_of_tree, text: str, at: int) -> int | None:
    """Where the longest name of a tree that begins at an offset ends."""
    token = _TOKEN.match(text, at)
    if token is None:
        return None
    is_capital = token["word"][0].isupper()
    end: int | None = None
    while token is not None:
        branch = tree.get(token["word"].lower())
        if branch is None:
            break
        tree = branch
        if tree.get(_WHOLE) is False or (is_capital and _WHOLE in tree):
            end = token.end()
        token = _TOKEN.match(text, token.end())
    return end


_ORDINAL = re.compile(rf"{_S}lần{_S}thứ{_S}[^\W_]+", re.IGNORECASE)
