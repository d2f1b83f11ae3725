"""Write the words of a paragraph as plain text, and say where each stretch came to stand."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from danvan.reports.inline import escaped, read_inline, runs, superscript
from danvan.reports.paragraph import Paragraph

__all__ = ["Written", "written"]


@frozen
class Written:
    """A paragraph as plain text.

    Attributes:
        words: the text.
        pieces: as those of a :class:`~danvan.reports.Paragraph`, with offsets in ``words``.
        anchors: its footnote marks, each with its offset in ``words``.
    """

    words: str
    pieces: tuple[tuple[int, int, int], ...]
    anchors: tuple[tuple[str, int], ...]


def written(paragraph: Paragraph) -> Written:
    """The paragraph with its marks raised; signs are escaped only where they would be misread.

    >>> written(Paragraph.of("Đối thoại[^3] **22** cuộc.")).words
    'Đối thoại³ 22 cuộc.'
    """
    plainly = _written(paragraph, plainly=True)
    back, _ = read_inline(plainly.words, [(0, len(plainly.words))])
    if (back.text, back.marks, back.emphasis) == (paragraph.text, paragraph.marks, ()):
        return plainly
    return _written(paragraph, plainly=False)


def _written(paragraph: Paragraph, *, plainly: bool) -> Written:
    words: list[str] = []
    pieces: list[tuple[int, int, int]] = []
    anchors: list[tuple[str, int]] = []
    end = 0
    for run in runs(paragraph):
        at = run.start
        for letters in _letters(run.text, plainly=plainly):
            word = letters if plainly else escaped(letters)
            end += len(word)
            words.append(word)
            pieces.append((at, end - len(letters), len(letters)))
            at += len(letters)
        if run.mark:
            anchors.append((run.mark, end))
            words.append(superscript(run.mark) if plainly else f"[^{run.mark}]")
            end += len(words[-1])
    return Written("".join(words), tuple(pieces), tuple(anchors))


def _letters(text: str, *, plainly: bool) -> Iterator[str]:
    """The text whole, or letter by letter so that each can be escaped."""
    if not plainly:
        yield from text
    elif text:
        yield text
