"""Places in a text that a finding points at."""

from __future__ import annotations

from typing import Protocol

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError

__all__ = ["Source", "Span", "Text"]


class Text(Protocol):
    """Anything a span can point into: it has a name and its exact text."""

    @property
    def name(self) -> str:
        """What the text is called, usually the name of its file."""
        ...

    @property
    def text(self) -> str:
        """The whole text as it was read, nothing changed."""
        ...


@frozen
class Source:
    """A text with a name, where there is no more to it than that.

    Attributes:
        name: what it is called in messages.
        text: the whole of it.
    """

    name: str = field(validator=_fields.text)
    text: str = field(validator=_fields.instance(str))

    def __str__(self) -> str:
        return self.name


@frozen
class Span:
    """A stretch of a text: one figure or one citation, never a sentence.

    Attributes:
        start: the code point it begins at, counted from 0 in ``report.text``.
        end: the code point after its last.
        report: the text it lies in.
    """

    start: int = field(validator=_fields.whole(0))
    end: int = field(validator=_fields.whole(0))
    report: Text

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise InvalidValueError("Span.end", self.end, f"at least its start, {self.start}")

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.report.text[self.start : self.end]

    @property
    def line(self) -> int:
        """The line it begins on, counted from 1."""
        return self.report.text.count("\n", 0, self.start) + 1

    @property
    def column(self) -> int:
        """Its first column on that line, counted from 1."""
        return self.start - self.report.text.rfind("\n", 0, self.start)
