"""Checks on the parts of a value, in danvan's own words.

The validators of attrs print the whole attribute in their message; these name
the class, the part and what was wanted, and raise :class:`InvalidValueError`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs

from danvan.errors import InvalidValueError

__all__ = ["day", "decimal", "instance", "number", "optional", "text", "tuple_of", "whole"]

type_of_validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def _subject(owner: object, attribute: attrs.Attribute[Any]) -> str:
    return f"{type(owner).__name__}.{attribute.name}"


def instance(*classes: type) -> type_of_validator:
    """The part must be of one of these classes; a bool never counts as a number."""
    names = " or ".join(c.__name__ for c in classes)

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        right = isinstance(value, classes) and not (isinstance(value, bool) and bool not in classes)
        if not right:
            raise InvalidValueError(_subject(owner, attribute), value, names)

    return check


def optional(validator: type_of_validator) -> type_of_validator:
    """The part may be ``None``, or what the other validator wants."""

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if value is not None:
            validator(owner, attribute, value)

    return check


def text(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """The part must be a text with something in it, in Unicode NFC, with no space around."""
    subject = _subject(owner, attribute)
    if not isinstance(value, str):
        raise InvalidValueError(subject, value, "a text")
    if not value.strip() or value != value.strip():
        raise InvalidValueError(subject, value, "a text with something in it and no space around")
    if not unicodedata.is_normalized("NFC", value):
        raise InvalidValueError(subject, value, "text in Unicode NFC")


def whole(low: int, high: int | None = None) -> type_of_validator:
    """The part must be a whole number from ``low`` up to ``high``, both allowed."""
    want = f"a whole number from {low}" + ("" if high is None else f" to {high}")

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        right = isinstance(value, int) and not isinstance(value, bool) and value >= low
        if not right or (high is not None and value > high):  # type: ignore[operator]  # an int by now
            raise InvalidValueError(_subject(owner, attribute), value, want)

    return check


def tuple_of(*classes: type) -> type_of_validator:
    """The part must be a tuple of such things; a text is no tuple of letters."""
    names = " or ".join(c.__name__ for c in classes)

    def check(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
        if not isinstance(value, tuple) or not all(isinstance(item, classes) for item in value):
            raise InvalidValueError(_subject(owner, attribute), value, f"a tuple of {names}")

    return check


def day(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """The part must be a calendar date, and not a moment in time."""
    if not isinstance(value, date) or isinstance(value, datetime):
        raise InvalidValueError(_subject(owner, attribute), value, "a date")


def number(owner: object, attribute: attrs.Attribute[Any], value: object) -> None:
    """The part must be a finite Decimal; a float has already lost its exact value."""
    if not isinstance(value, Decimal) or not value.is_finite():
        raise InvalidValueError(_subject(owner, attribute), value, "a finite Decimal")


def decimal(value: Any) -> Any:
    """Turn an int into a Decimal on the way in; leave everything else to :func:`number`."""
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else value
