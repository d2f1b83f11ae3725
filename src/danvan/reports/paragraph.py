"""A paragraph of a report, whole again, and where its words stand in the source.

A printed page breaks a paragraph wherever it ends and puts its footnotes in
between.  A :class:`Paragraph` has the words joined and the footnote marks and
stars of emphasis taken out, and remembers from where in the source each stretch
of it came, so that a figure found in it can be shown on the page.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Any, Literal, Self

from attrs import Attribute, field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError

__all__ = ["NOWHERE", "Emphasis", "Extent", "Paragraph", "Style", "one_line"]

_BREAK = re.compile(r"[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")

Style = Literal["italic", "bold", "bold italic"]

Extent = tuple[int, int]
"""Where something stands in ``report.text``: its first code point, and the one after its last."""

NOWHERE: Extent = (0, 0)
"""The place of a part that no text holds yet, as in a report being composed."""


def one_line(owner: object, attribute: Attribute[Any], value: object) -> None:
    """The part must be a text of one line with no space around it; it may be empty."""
    if not isinstance(value, str) or value != value.strip() or _BREAK.search(value):
        subject = f"{type(owner).__name__}.{attribute.name}"
        raise InvalidValueError(subject, value, "a line with no space around it")


@frozen
class Emphasis:
    """A stretch of a paragraph that is set apart.

    Attributes:
        start: the first code point of it in the text of the paragraph.
        end: the one after its last.
        style: ``"italic"``, ``"bold"`` or ``"bold italic"``.
    """

    start: int = field(validator=_fields.whole(0))
    end: int = field(validator=_fields.whole(0))
    style: Style = "italic"

    def __attrs_post_init__(self) -> None:
        if self.end <= self.start:
            raise InvalidValueError("Emphasis.end", self.end, f"more than its start, {self.start}")


@frozen
class Paragraph:
    """The words of one paragraph, and the way back to the source.

    Two paragraphs with the same words, marks and emphasis are equal, wherever
    they stand.

    Attributes:
        text: the words in one line, page breaks healed and footnote marks taken out.
        marks: for each footnote mark, where it stood in :attr:`text`, and the mark.
        emphasis: what is set in italics or bold.
        pieces: for each stretch of :attr:`text` that the source holds unbroken, its
            offset in :attr:`text`, its offset in the source, and its length.

    Raises:
        InvalidValueError: an empty text, one of several lines or with space around it,
            a mark or an emphasis outside it or out of order.

    >>> paragraph = Paragraph.of("Kết nạp **934** đoàn viên, hội viên[^15].")
    >>> paragraph.text, paragraph.marks
    ('Kết nạp 934 đoàn viên, hội viên.', ((31, '15'),))
    >>> paragraph.span(8, 11)
    (10, 13)
    """

    text: str = field(validator=one_line)
    marks: tuple[tuple[int, str], ...] = field(default=(), validator=_fields.tuple_of(tuple))
    emphasis: tuple[Emphasis, ...] = field(default=(), validator=_fields.tuple_of(Emphasis))
    pieces: tuple[tuple[int, int, int], ...] = field(
        default=(), validator=_fields.tuple_of(tuple), eq=False
    )

    def __attrs_post_init__(self) -> None:
        if not self.text:
            raise InvalidValueError("Paragraph.text", "", "a line with something in it")
        marks = [0, *(at for at, _ in self.marks), len(self.text)]
        if marks != sorted(marks):
            raise InvalidValueError("Paragraph.marks", self.marks, "offsets in order in the text")
        ends = [0, *(at for e in self.emphasis for at in (e.start, e.end)), len(self.text)]
        if ends != sorted(ends):
            raise InvalidValueError("Paragraph.emphasis", self.emphasis, "stretches in order")

    @classmethod
    def of(cls, text: str) -> Self:
        """Make a paragraph of a text with its marks and stars in it.

        A footnote mark is written ``[^1]`` or ``¹``, emphasis ``*italic*`` or
        ``**bold**``; a backslash before such a sign makes it an ordinary letter.
        """
        from danvan.reports.inline import read_inline

        paragraph, _ = read_inline(text, [(0, len(text))])
        return cls(paragraph.text, paragraph.marks, paragraph.emphasis, paragraph.pieces)

    def __str__(self) -> str:
        return self.text

    @property
    def extent(self) -> Extent:
        """Where it begins and ends in the source, whatever stands in between."""
        if not self.pieces:
            return NOWHERE
        _, start, _ = self.pieces[0]
        _, last, length = self.pieces[-1]
        return start, last + length

    def span(self, start: int, end: int) -> Extent:
        """Where in the source a stretch of :attr:`text` stands.

        Raises:
            InvalidValueError: a stretch that is no part of the text.
        """
        if not 0 <= start <= end <= len(self.text):
            raise InvalidValueError(
                "Paragraph.span", (start, end), f"offsets in a text of {len(self.text)}"
            )
        if end == start:
            at = self._source(start)
            return at, at
        return self._source(start), self._source(end - 1) + 1

    def _source(self, at: int) -> int:
        if not self.pieces:
            return at
        offset, source, length = self.pieces[bisect_right(self.pieces, at, key=_offset) - 1]
        return source + min(at - offset, length)

    def moved(self, pieces: Iterable[tuple[int, int, int]]) -> Paragraph:
        """The same paragraph, standing elsewhere."""
        return Paragraph(self.text, self.marks, self.emphasis, tuple(pieces))


def _offset(piece: tuple[int, int, int]) -> int:
    return piece[0]
