"""A report without the characters that a Word file cannot hold."""

from __future__ import annotations

from typing import Any

import attrs

from danvan.integrations.bounded_xml import without_forbidden

__all__ = ["legible"]


def legible(part: Any) -> Any:
    """A part of a report, each character XML cannot hold replaced by U+FFFD in all its texts.

    Every text keeps its length, so that what stands at a place goes on standing there.
    """
    if isinstance(part, str):
        return without_forbidden(part)
    if isinstance(part, tuple):
        new = tuple(map(legible, part))
        return new if any(one is not old for one, old in zip(new, part, strict=True)) else part
    if not attrs.has(type(part)):
        return part
    changed: dict[str, Any] = {}
    for field in attrs.fields(type(part)):
        old = getattr(part, field.name)
        if field.init and (new := legible(old)) is not old:
            changed[field.alias or field.name] = new
    return attrs.evolve(part, **changed) if changed else part
