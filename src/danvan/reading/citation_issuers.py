"""Who issued a paper, as the text names it after "của".

A name goes on over the known parts of names and over capitalized words and ends
before anything else, for real papers often leave out the "về" that should close
it.  "và" and commas lead to a second body only where the symbol is a joint one.
"""

from __future__ import annotations

import re
from functools import cache

from danvan.catalogue import read_toml
from danvan.directives.kinds import document_kinds
from danvan.vietnamese.letters import to_tone_style

__all__ = ["issuer_after", "name_at"]

_LONGEST = 220
_OF = re.compile(r"[*_”\"’)]*[ \t]{0,4}(?:\r?\n[ \t]{0,4})?(?:,[ \t]{0,4})?của[ \t]{0,4}(?:\r?\n[ \t]{0,4})?[*_]*", re.IGNORECASE)
_TOKEN = re.compile(r"(?P<gap>[ \t]*(?:\r?\n)?[ \t]*)(?P<word>[^\W\d_]+(?:[&./][^\W\d_]+)*|[0-9]{1,4}|[,-])")


@cache
def _names() -> dict[str, dict[tuple[str, ...], bool]]:
    """The parts of names by their first word, in both tone styles, and which need a capital."""
    names: dict[str, dict[tuple[str, ...], bool]] = {}
    lists = read_toml("issuer_words")
    for needs_capital in (True, False):
        for name in lists["parts" if needs_capital else "bodies"]:
            for style in ("hòa", "hoà"):
                parts = tuple(t["word"] for t in _TOKEN.finditer(to_tone_style(name, style)))
                names.setdefault(parts[0], {})[parts] = needs_capital
    return names


@cache
def _longest() -> int:
    return max(len(name) for names in _names().values() for name in names)


@cache
def _ends() -> frozenset[str]:
    return frozenset(read_toml("issuer_words")["ends"])


@cache
def _numbered() -> tuple[str, ...]:
    return tuple(read_toml("issuer_words")["numbered"])


@cache
def _kind_words() -> frozenset[tuple[str, ...]]:
    names = (n for k in document_kinds() for n in (k.name, *k.aliases) if not k.prints(n))
    return frozenset(tuple(name.lower().split()) for name in names)


def issuer_after(text: str, at: int, *, joint: bool) -> tuple[str, int] | None:
    """The issuer named after "của" at an offset, and where the name ends."""
    of = _OF.match(text, at)
    if of is None:
        return None
    end = name_at(text, of.end(), joint=joint)
    if end is None:
        return None
    return " ".join(text[of.end() : end].split()), end


def name_at(text: str, at: int, *, joint: bool) -> int | None:
    """Where the name of a body that begins at an offset ends; ``None`` where none begins."""
    tokens: list[tuple[str, str, int]] = []
    place, limit = at, at + _LONGEST
    while (found := _TOKEN.match(text, place)) and place < limit:
        tokens.append((found["word"], found["gap"], found.end()))
        place = found.end()
    taken = 0
    last_known = True
    while taken < len(tokens):
        step, known = _step(tokens, taken, joint=joint, last_known=last_known)
        if step == 0:
            break
        taken += step
        last_known = known
    return tokens[taken - 1][2] if taken else None


def _step(
    tokens: list[tuple[str, str, int]], at: int, *, joint: bool, last_known: bool
) -> tuple[int, bool]:
    """How many tokens the name goes on over, and whether they are a known part of names."""
    word, gap, _ = tokens[at]
    low = word.lower()
    known = _known(tokens, at)
    if known:
        return known, True
    if low == "lần" and at + 2 < len(tokens) and tokens[at + 1][0].lower() == "thứ":
        return 3, True
    if word.isdigit():
        before = " ".join(t[0].lower() for t in tokens[max(0, at - 2) : at])
        return int(at > 0 and before.endswith(_numbered())), True
    if at and at + 1 < len(tokens):
        if (low == "và" or word == ",") and joint and _known(tokens, at + 1):
            return 1, True
        if word == "-" and not last_known and tokens[at + 1][0][0].isupper():
            return int(not _is_kind(tokens, at + 1)), False
    if "\n" in gap or not word[0].isupper() or low in _ends() or _is_kind(tokens, at):
        return 0, False
    return 1, word.isupper() and len(word) > 1


def _known(tokens: list[tuple[str, str, int]], at: int) -> int:
    """The number of tokens of the longest known part that begins here."""
    first = tokens[at][0]
    names = _names().get(first.lower())
    if not names:
        return 0
    for length in range(min(_longest(), len(tokens) - at), 0, -1):
        needs_capital = names.get(tuple(t[0].lower() for t in tokens[at : at + length]))
        if needs_capital is False or (needs_capital and first[0].isupper()):
            return length
    return 0


def _is_kind(tokens: list[tuple[str, str, int]], at: int) -> bool:
    """Whether a kind of paper begins here."""
    return any(
        tuple(t[0].lower() for t in tokens[at : at + n]) in _kind_words() for n in (1, 2, 3, 4)
    )
