"""What stands inside a line: footnote marks, emphasis, and the signs for them.

Published papers print a footnote mark as ``¹`` or ``⁽¹⁾``; text made from them
by a program has ``[^1]`` and stars for italics and bold.  All are understood,
and a sign with a backslash before it is an ordinary letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import frozen

from danvan.reports.paragraph import Emphasis, Paragraph, Extent, Style

__all__ = ["ESCAPABLE", "MARK", "escaped", "plain_mark", "read_inline", "superscript"]

_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_SUPERSCRIPT, "0123456789", "⁽⁾")
_TO_SUPERSCRIPT = str.maketrans("0123456789", _SUPERSCRIPT)

ESCAPABLE = "\\*_[]#<>|`" + _SUPERSCRIPT + "⁽⁾"
"""The signs that a backslash turns into ordinary letters."""

MARK = rf"⁽?[{_SUPERSCRIPT}]{{1,4}}⁾?|\[\^[^\]\s\[]{{1,20}}\]"
"""A footnote mark as it is printed or typed."""

_SIGN = re.compile(rf"\\(?P<escaped>[{re.escape(ESCAPABLE)}])|(?P<mark>{MARK})|(?P<stars>\*{{1,3}})")

# m², km³ and the like are units; a mark after "vụ" or "hội" is a mark
_UNIT_BEFORE = re.compile(r"(?<![^\W\d_])[kcdm]?m\Z")

_STYLES: dict[int, Style] = {1: "italic", 2: "bold", 3: "bold italic"}


def plain_mark(printed: str) -> str:
    """The mark itself: ``"⁽¹⁾"``, ``"¹"`` and ``"[^1]"`` are all ``"1"``."""
    return printed.strip("[^]").translate(_TO_DIGITS)


def superscript(mark: str) -> str:
    """A mark as plain text prints it: ``"12"`` is ``"¹²"``; one with letters is ``"[^a]"``."""
    if re.fullmatch("[0-9]{1,4}", mark):
        return mark.translate(_TO_SUPERSCRIPT)
    return f"[^{mark}]"


def escaped(text: str, also: str = "") -> str:
    """The text with a backslash before every sign that would mean something."""
    return re.sub(rf"([{re.escape(ESCAPABLE + also)}])", r"\\\1", text)


@frozen
class _Run:
    """One stretch of the source that goes into the text, or a sign that does not."""

    start: int
    end: int
    stars: int = 0
    mark: str = ""


def read_inline(text: str, places: Sequence[Extent]) -> tuple[Paragraph, tuple[int, ...]]:
    """Make one paragraph of stretches of a text, and say where its marks stand in it.

    The stretches are joined with a space.  A stretch that holds nothing but
    marks is taken as words, for a paragraph has some.
    """
    runs = [list(_runs(text, start, end)) for start, end in places]
    if not any(text[r.start : r.end].strip() for run in runs for r in run if not r.mark):
        runs = [[_Run(start, end)] for start, end in places]
    styles = _paired(text, [run for line in runs for run in line])
    builder = _Builder(text)
    for line in runs:
        builder.gap()
        for run in line:
            builder.add(run, styles.get(run.start))
    return builder.paragraph(), tuple(builder.anchors)


def _runs(text: str, start: int, end: int) -> Iterator[_Run]:
    at = start
    for sign in _SIGN.finditer(text, start, end):
        if sign["mark"] and _is_power(text, sign["mark"], sign.start()):
            continue
        if at < sign.start():
            yield _Run(at, sign.start())
        at = sign.end()
        if sign["escaped"]:
            at = sign.start("escaped")
            yield _Run(at, at + 1)
            at += 1
        elif sign["mark"]:
            yield _Run(sign.start(), sign.end(), mark=plain_mark(sign["mark"]))
        else:
            yield _Run(sign.start(), sign.end(), stars=len(sign["stars"]))
    if at < end:
        yield _Run(at, end)


def _is_power(text: str, mark: str, at: int) -> bool:
    return mark in {"²", "³"} and bool(_UNIT_BEFORE.search(text[max(0, at - 3) : at]))


def _paired(text: str, runs: Iterable[_Run]) -> dict[int, int]:
    """Match the stars: the start of each opening one, and of each closing one as 0."""
    waiting: dict[int, int] = {}
    pairs: dict[int, int] = {}
    for run in runs:
        if not run.stars:
            continue
        before = text[run.start - 1 : run.start]
        after = text[run.end : run.end + 1]
        if run.stars in waiting and before.strip() and not _is_word(after):
            pairs[waiting.pop(run.stars)] = run.stars
            pairs[run.start] = -run.stars
        elif after.strip() and not _is_word(before):
            waiting[run.stars] = run.start
    return pairs


def _is_word(letter: str) -> bool:
    return letter.isalpha() or (letter.isascii() and letter.isdigit())


class _Builder:
    """Puts a paragraph together, run by run, minding where each came from."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.words: list[str] = []
        self.length = 0
        self.pieces: list[tuple[int, int, int]] = []
        self.marks: list[tuple[int, str]] = []
        self.anchors: list[int] = []
        self.emphasis: list[Emphasis] = []
        self.open: dict[int, int] = {}

    def gap(self) -> None:
        if self.words and not self.words[-1].endswith(" "):
            self.words.append(" ")
            self.length += 1

    def add(self, run: _Run, style: int | None) -> None:
        if run.mark:
            self.marks.append((self.length, run.mark))
            self.anchors.append(run.start)
        elif style is None:
            self._words(run)
        elif style > 0:
            self.open[style] = self.length
        elif self.open[-style] < self.length:
            self.emphasis.append(Emphasis(self.open[-style], self.length, _STYLES[-style]))

    def _words(self, run: _Run) -> None:
        length = run.end - run.start
        if self.pieces and sum(self.pieces[-1][1:]) == run.start and self._touches():
            offset, source, before = self.pieces[-1]
            self.pieces[-1] = (offset, source, before + length)
        else:
            self.pieces.append((self.length, run.start, length))
        self.words.append(self.source[run.start : run.end])
        self.length += length

    def _touches(self) -> bool:
        offset, _, length = self.pieces[-1]
        return offset + length == self.length

    def paragraph(self) -> Paragraph:
        return Paragraph(
            "".join(self.words),
            tuple(self.marks),
            tuple(sorted(self.emphasis, key=lambda e: (e.start, -e.end))),
            tuple(self.pieces),
        )
