"""The bare template of an outline (đề cương): headings, and a passage to write under each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from danvan.reporting.outline import Outline, OutlinePart
from danvan.vietnamese.letters import upper
from danvan.vietnamese.roman import format_roman

__all__ = ["outline_text"]

_ORDINALS: Final = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def outline_text(outline: Outline) -> str:
    """The text of a template that has every part of an outline.

    Parts with Roman numbers in them are called "Phần thứ nhất", as papers have it.
    """
    return "\n\n".join(["BÁO CÁO\n{trích yếu}", *_blocks(outline)])


def _blocks(outline: Outline) -> Iterator[str]:
    numbers = [part.number for part in outline.parts]
    in_parts = any(number.count(".") == 1 and not number[-1].isdigit() for number in numbers)
    for part in outline.parts:
        yield _heading(part, in_parts=in_parts)
        if not any(number.startswith(f"{part.number}.") for number in numbers):
            yield f"{{{part.title[:1].lower()}{part.title[1:]}}}"


def _heading(part: OutlinePart, *, in_parts: bool) -> str:
    parent, _, last = part.number.rpartition(".")
    if not parent and last.isdigit() and in_parts:
        at = int(last)
        which = f"thứ {_ORDINALS[at - 1]}" if at <= len(_ORDINALS) else format_roman(at)
        return f"Phần {which}\n{upper(part.title)}"
    if last.isdigit() and parent:
        return f"{last}. {part.title}"
    return f"{last}. {upper(part.title)}"
