"""A paragraph of a report, whole again, and where its words stand in the source.

A printed page breaks a paragraph wherever it ends and puts its footnotes in
between.  A :class:`Paragraph` has the words joined and the footnote marks and
stars of emphasis taken out, and remembers from where in the source each stretch
of it came, so that a figure found in it can be shown on the page.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from typing import Literal, Self

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError

__all__ = ["NOWHERE", "Emphasis", "Paragraph", "Extent", "Style"]

Style = Literal["italic", "bold", "bold italic"]

Extent = tuple[int, int]
"""Where something stands in ``report.text``: its first code point, and the one after its last."""

NOWHERE: Extent = (0, 0)
"""The place of a part that no text holds yet, as in a report being composed."""


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
        text: the words, with page breaks healed and footnote marks taken out.
        marks: for each footnote mark, where it stood in :attr:`text`, and the mark.
        emphasis: what is set in italics or bold.
        pieces: for each stretch of :attr:`text` that the source holds unbroken, its
            offset in :attr:`text`, its offset in the source, and its length.

    Raises:
        InvalidValueError: an empty text, or a mark or emphasis outside it.

    >>> paragraph = Paragraph.of("Kết nạp **934** đoàn viên, hội viên[^15].")
    >>> paragraph.text, paragraph.marks
    ('Kết nạp 934 đoàn viên, hội viên.', ((31, '15'),))
    >>> paragraph.span(8, 11)
    (10, 13)
    """

    text: str
    marks: tuple[tuple[int, str], ...] = field(default=(), validator=_fields.tuple_of(tuple))
    emphasis: tuple[Emphasis, ...] = field(default=(), validator=_fields.tuple_of(Emphasis))
    pieces: tuple[tuple[int, int, int], ...] = field(
        default=(), validator=_fields.tuple_of(tuple), eq=False
    )

    def __attrs_post_init__(self) -> None:
        if not isinstance(self.text, str) or not self.text.strip():
            raise InvalidValueError("Paragraph.text", self.text, "a text with something in it")
        last = max([at for at, _ in self.marks] + [e.end for e in self.emphasis], default=0)
        if last > len(self.text):
            raise InvalidValueError("Paragraph", last, f"marks and emphasis up to {len(self.text)}")

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
