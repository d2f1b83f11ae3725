"""Footnotes: what a report says at the foot of its pages."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError
from danvan.reports.paragraph import NOWHERE, Extent, Paragraph

__all__ = ["Footnote", "UncalledFootnotes", "words"]


def words(parts: tuple[Paragraph | str, ...]) -> tuple[Paragraph, ...]:
    """Turn the texts among some parts into paragraphs on the way in."""
    given: object = parts
    if not isinstance(given, tuple):
        return parts  # type: ignore[return-value]  # the validator says what it should be
    return tuple(Paragraph.of(part) if isinstance(part, str) else part for part in given)


@frozen
class Footnote:
    """One footnote and the place it belongs to.

    Attributes:
        mark: the mark without raised digits and brackets, ``"1"``.
        paragraphs: its text; a footnote may have more than one paragraph.
        anchor: where its mark stands in ``report.text``; ``None`` where no mark
            in the body calls for it.
        span: where its mark and text stand in ``report.text``.

    >>> Footnote("1", ("02 kế hoạch, 07 thông báo.",)).text
    '02 kế hoạch, 07 thông báo.'
    """

    mark: str = field(validator=_fields.text)
    paragraphs: tuple[Paragraph, ...] = field(
        converter=words, validator=_fields.tuple_of(Paragraph)
    )
    anchor: int | None = field(default=None, validator=_fields.optional(_fields.whole(0)), eq=False)
    span: Extent = field(default=NOWHERE, eq=False)

    def __attrs_post_init__(self) -> None:
        if not self.paragraphs:
            raise InvalidValueError("Footnote.paragraphs", (), "one paragraph or more")

    @property
    def text(self) -> str:
        """Its words, a line for each paragraph."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class UncalledFootnotes:
    """The footnotes of a report, given out to the marks that call for them.

    Marks may begin again on each page, so each mark takes the first footnote of
    its name that no earlier mark took.

    >>> notes = UncalledFootnotes([Footnote("1", ("đầu",)), Footnote("1", ("sau",))])
    >>> [note.text for _, note in notes.called_by(Paragraph("13 xã.", marks=((5, "1"),)))]
    ['đầu']
    >>> [note.text for note in notes]
    ['sau']
    """

    def __init__(self, footnotes: Iterable[Footnote]) -> None:
        self._waiting: dict[str, deque[Footnote]] = defaultdict(deque)
        for footnote in footnotes:
            self._waiting[footnote.mark].append(footnote)

    def called_by(self, paragraph: Paragraph) -> Iterator[tuple[int, Footnote]]:
        """The footnotes that the marks of a paragraph call for, each with its mark's place."""
        for offset, mark in paragraph.marks:
            if waiting := self._waiting.get(mark):
                yield offset, waiting.popleft()

    def __iter__(self) -> Iterator[Footnote]:
        """Those that nothing has called for yet."""
        for waiting in self._waiting.values():
            yield from waiting
