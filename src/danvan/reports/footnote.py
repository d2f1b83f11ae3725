"""Footnotes: what a report says at the foot of its pages."""

from __future__ import annotations

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError
from danvan.reports.paragraph import NOWHERE, Extent, Paragraph

__all__ = ["Footnote", "words"]


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
