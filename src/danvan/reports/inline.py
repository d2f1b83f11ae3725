"""What stands inside a line: footnote marks, emphasis, and the signs for them.

Published papers print a footnote mark as ``¹`` or ``⁽¹⁾``; text made from them
by a program has ``[^1]`` or ``[1]``, stars or ``<b>`` and ``<i>`` for bold and italics.
All are understood; a sign with a backslash before it is an ordinary letter.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Final

from attrs import frozen

from danvan.reports.paragraph import Emphasis, Extent, Paragraph, Style

__all__ = [
    "MARK",
    "Run",
    "escaped",
    "plain_mark",
    "read_inline",
    "runs",
    "superscript",
]

_SUPERSCRIPT: Final = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS: Final = str.maketrans(_SUPERSCRIPT, "0123456789", "⁽⁾")
_TO_SUPERSCRIPT: Final = str.maketrans("0123456789", _SUPERSCRIPT)
_ESCAPABLE: Final = "\\*_[]#<>|`&.()+-" + _SUPERSCRIPT + "⁽⁾"
_SIGNS: Final = "\\*[<" + _SUPERSCRIPT + "⁽"

MARK: Final = rf"⁽?[{_SUPERSCRIPT}]{{1,4}}+⁾?+|\[(?:\^[^\]\s\[]{{1,20}}|[0-9]{{1,3}})\]"
"""A footnote mark as it is printed or typed; ``[1]`` is one only where it is glued to a word."""

_SIGN: Final = re.compile(
    rf"\\(?P<escaped>[{re.escape(_ESCAPABLE)}])|(?P<mark>{MARK})|(?P<stars>\*{{1,3}})"
    r"|<(?P<close>/?)(?P<tag>b|strong|i|em|sup)>"
)
_BEGINS_SIGN: Final = re.compile(rf"[\\*<\[⁽{_SUPERSCRIPT}]")
# m², km³ and the like are units; a mark after "vụ" or "hội" is a mark
_UNIT_BEFORE: Final = re.compile(r"(?<![^\W\d_])[kcdm]?m\Z")

_OPENING: Final = "([{“‘\"'"

_ITALIC, _BOLD = 1, 2
_STYLES: Final[dict[int, Style]] = {1: "italic", 2: "bold", 3: "bold italic"}
_TAGS: Final = {"i": _ITALIC, "em": _ITALIC, "b": _BOLD, "strong": _BOLD, "sup": 0}


def plain_mark(printed: str) -> str:
    """The mark itself: ``"⁽¹⁾"``, ``"¹"``, ``"[^1]"`` and ``"[1]"`` are all ``"1"``."""
    return printed.strip("[^]").translate(_TO_DIGITS)


def superscript(mark: str) -> str:
    """A mark as plain text prints it: ``"12"`` is ``"¹²"``; one with letters is ``"[^a]"``."""
    if re.fullmatch("[0-9]{1,4}", mark):
        return mark.translate(_TO_SUPERSCRIPT)
    return f"[^{mark}]"


def escaped(text: str, signs: str = _SIGNS) -> str:
    """The text with a backslash before each of some signs, such as would mean something."""
    return re.sub(rf"([{re.escape(signs)}])", r"\\\1", text)


@frozen
class Run:
    """A stretch of a paragraph all of which looks the same, or a footnote mark in it.

    Attributes:
        text: the words; empty for a mark.
        start: where they stand in the paragraph.
        style: how they are set apart, or ``None``.
        mark: the mark; empty for words.
    """

    text: str
    start: int
    style: Style | None = None
    mark: str = ""


def runs(paragraph: Paragraph) -> Iterator[Run]:
    """Cut a paragraph up for writing: words by their emphasis, and marks between them."""
    styles = {e.start: e for e in paragraph.emphasis}
    cuts = {0, len(paragraph.text)} | {at for at, _ in paragraph.marks}
    cuts |= {at for e in paragraph.emphasis for at in (e.start, e.end)}
    marks = deque(paragraph.marks)
    style: Emphasis | None = None
    ordered = sorted(cuts)
    for at, end in zip(ordered, [*ordered[1:], None], strict=True):
        while marks and marks[0][0] == at:
            yield Run("", at, mark=marks.popleft()[1])
        style = styles.get(at, style)
        if style and style.end <= at:
            style = None
        if end is not None:
            yield Run(paragraph.text[at:end], at, style.style if style else None)


def read_inline(text: str, places: Sequence[Extent]) -> tuple[Paragraph, tuple[int, ...]]:
    """Make one paragraph of stretches of a text, and say where its marks stand in it.

    The stretches are joined with a space.  A text that holds nothing
    but signs is taken as words, for a paragraph has some.
    """
    marked = [list(_signs(text, start, end)) for start, end in places]
    builder = _built(text, marked)
    if not builder.has_words:
        builder = _built(text, [[_Sign(start, end)] for start, end in places])
    return builder.paragraph()


def _built(text: str, lines: Sequence[Sequence[_Sign]]) -> _Builder:
    pairs = _paired(text, [sign for line in lines for sign in line if sign.stars])
    builder = _Builder(text)
    for line in lines:
        builder.gap()
        for sign in line:
            builder.add(sign, pairs.get(sign.start, 0))
    return builder


@frozen
class _Sign:
    """One stretch of the source: words, stars, a tag or a mark."""

    start: int
    end: int
    stars: int = 0
    tag: str = ""
    mark: str = ""


def _signs(text: str, start: int, end: int) -> Iterator[_Sign]:
    at = behind = start
    for first in _BEGINS_SIGN.finditer(text, start, end):
        sign = _SIGN.match(text, first.start(), end) if first.start() >= behind else None
        if sign is None:
            continue
        behind = sign.end()
        if sign["mark"] and not _is_mark(text, sign["mark"], sign.start(), start):
            continue
        if at < sign.start():
            yield _Sign(at, sign.start())
        at = sign.end()
        if sign["escaped"]:
            yield _Sign(at - 1, at)
        elif sign["mark"]:
            yield _Sign(sign.start(), at, mark=plain_mark(sign["mark"]))
        elif sign["tag"]:
            yield _Sign(sign.start(), at, tag=sign["close"] + sign["tag"])
        else:
            yield _Sign(sign.start(), at, stars=len(sign["stars"]))
    if at < end:
        yield _Sign(at, end)


def _is_mark(text: str, mark: str, at: int, start: int) -> bool:
    """Whether what looks like a mark is one: not the power of a unit, nor a number in brackets."""
    if mark in {"²", "³"}:
        return not _UNIT_BEFORE.search(text[max(0, at - 3) : at])
    if mark[0] == "[" and mark[1] != "^":
        return at == start or not (text[at - 1].isspace() or text[at - 1] in _OPENING)
    return True


def _paired(text: str, stars: Sequence[_Sign]) -> dict[int, int]:
    """Match the stars: for the place of each opening one its number, negative for a closing."""
    waiting: dict[int, int] = {}
    pairs: dict[int, int] = {}
    for sign in stars:
        before = text[sign.start - 1 : sign.start]
        after = text[sign.end : sign.end + 1]
        if sign.stars in waiting and before.strip() and not _is_word(after):
            pairs[waiting.pop(sign.stars)] = sign.stars
            pairs[sign.start] = -sign.stars
        elif after.strip() and not _is_word(before):
            waiting[sign.stars] = sign.start
    return pairs


def _is_word(letter: str) -> bool:
    return letter.isalpha() or (letter.isascii() and letter.isdigit())


class _Builder:
    """Puts a paragraph together, sign by sign, minding where each came from."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.words: list[str] = []
        self.length = 0
        self.pieces: list[tuple[int, int, int]] = []
        self.marks: list[tuple[int, str]] = []
        self.anchors: list[int] = []
        self.style = 0
        self.styled: list[tuple[int, int, int]] = []

    @property
    def has_words(self) -> bool:
        """Whether there is anything but marks and space yet."""
        return any(map(str.strip, self.words))

    def gap(self) -> None:
        """Put a space between two stretches."""
        if self.words and not self.words[-1].endswith(" "):
            self._style(1)
            self.words.append(" ")
            self.length += 1

    def add(self, sign: _Sign, stars: int) -> None:
        """Put a sign behind the others; stars that belong to no pair are words."""
        if sign.mark:
            self.marks.append((self.length, sign.mark))
            self.anchors.append(sign.start)
        elif sign.tag:
            bit = _TAGS[sign.tag.lstrip("/")]
            self.style = self.style & ~bit if sign.tag[0] == "/" else self.style | bit
        elif stars:
            self.style = self.style | stars if stars > 0 else self.style & ~-stars
        else:
            self._words(sign)

    def _words(self, sign: _Sign) -> None:
        length = sign.end - sign.start
        self._style(length)
        if self.pieces and self._follows(sign):
            offset, source, before = self.pieces[-1]
            self.pieces[-1] = (offset, source, before + length)
        else:
            self.pieces.append((self.length, sign.start, length))
        self.words.append(self.source[sign.start : sign.end])
        self.length += length

    def _style(self, length: int) -> None:
        if not self.style:
            return
        if self.styled and self.styled[-1][1:] == (self.length, self.style):
            start = self.styled.pop()[0]
        else:
            start = self.length
        self.styled.append((start, self.length + length, self.style))

    def _follows(self, sign: _Sign) -> bool:
        offset, source, length = self.pieces[-1]
        return offset + length == self.length and source + length == sign.start

    def paragraph(self) -> tuple[Paragraph, tuple[int, ...]]:
        """The paragraph without space around it, and where its marks stand."""
        whole = "".join(self.words)
        text = whole.strip()
        lead = len(whole) - len(whole.lstrip())
        end = lead + len(text)
        marks = tuple((min(max(at, lead), end) - lead, mark) for at, mark in self.marks)
        pieces = tuple(_cut(self.pieces, lead, end))
        emphasis = tuple(_trimmed(text, self.styled, lead))
        return Paragraph(text, marks, emphasis, pieces), tuple(self.anchors)


def _cut(
    pieces: Sequence[tuple[int, int, int]], start: int, end: int
) -> Iterator[tuple[int, int, int]]:
    for offset, source, length in pieces:
        first, last = max(offset, start), min(offset + length, end)
        if first < last:
            yield first - start, source + first - offset, last - first


def _trimmed(text: str, styled: Sequence[tuple[int, int, int]], lead: int) -> Iterator[Emphasis]:
    for start, end, style in styled:
        first, last = max(start - lead, 0), min(end - lead, len(text))
        words = text[first:last]
        if words.strip():
            first += len(words) - len(words.lstrip())
            yield Emphasis(first, first + len(words.strip()), _STYLES[style])
