"""A dated parent link."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError

__all__ = ["Link"]


@frozen
class Link:
    """One organization reports to another, from one day to another.

    Attributes:
        child: the code of the organization that reports.
        parent: the code of the body it reports to.
        valid_from: the first day; ``None`` from its opening on.
        valid_to: the last day; ``None`` until it closes.
        by: the directive that put it there, or "".

    Raises:
        InvalidValueError: it ends before it begins, or an organization is its own parent.

    >>> Link("tam_duong.women", "tam_duong.front", date(2025, 3, 1)).holds(date(2025, 2, 28))
    False
    """

    child: str = field(validator=_fields.text)
    parent: str = field(validator=_fields.text)
    valid_from: date | None = field(default=None, validator=_fields.optional(_fields.day))
    valid_to: date | None = field(default=None, validator=_fields.optional(_fields.day))
    by: str = field(default="", validator=_fields.instance(str))

    def __attrs_post_init__(self) -> None:
        if self.child == self.parent:
            raise InvalidValueError("Link.parent", self.parent, "another organization")
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise InvalidValueError(
                "Link.valid_to", self.valid_to, f"a day not before {self.valid_from}"
            )

    def holds(self, on: date) -> bool:
        """Whether it is in force on a day."""
        return (self.valid_from is None or self.valid_from <= on) and (
            self.valid_to is None or on <= self.valid_to
        )
