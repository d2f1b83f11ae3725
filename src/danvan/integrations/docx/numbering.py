"""The numbers that Word counts itself and does not store in the text.

A paragraph of a list names a list and a level; ``word/numbering.xml`` says how
the level is written (``%1.%2.``, decimal) and where it begins.
"""

from __future__ import annotations

import re
from typing import Any, Final

from danvan.integrations.docx.names import qn
from danvan.integrations.docx.word_file import WordFile
from danvan.vietnamese.roman import format_roman

__all__ = ["Numbering"]

_VALUE: Final = qn("w:val")
_ALPHABET: Final = "abcdefghijklmnopqrstuvwxyz"
_MOST: Final = 399


class Numbering:
    """Counts the lists of one document, paragraph by paragraph."""

    def __init__(self, file: WordFile) -> None:
        self.levels: dict[str, dict[int, Any]] = {}
        self.counts: dict[str, dict[int, int]] = {}
        self.lists: dict[str, str] = {}
        for root in file.related("numbering"):
            self._read(root)

    def _read(self, root: Any) -> None:
        for abstract in root.findall(qn("w:abstractNum")):
            found = abstract.findall(qn("w:lvl"))
            levels = {int(level.get(qn("w:ilvl"), "0")): level for level in found}
            self.levels[abstract.get(qn("w:abstractNumId"), "")] = levels
        for number in root.findall(qn("w:num")):
            abstract = number.find(qn("w:abstractNumId"))
            if abstract is not None:
                self.lists[number.get(qn("w:numId"), "")] = abstract.get(_VALUE, "")

    def number(self, element: Any, style: Any = None) -> str:
        """The number of a paragraph, ``"2.1."``, or ``"-"`` for a bullet; "" where it has none."""
        place = _place(element) or _place(style)
        if place is None:
            return ""
        list_, depth = place
        abstract = self.lists.get(list_, "")
        level = self.levels.get(abstract, {}).get(depth)
        if level is None:
            return ""
        self._count(abstract, depth)
        if _of(level, "numFmt", "decimal") == "bullet":
            return "-"
        return re.sub(
            r"%([1-9])", lambda m: self._said(abstract, int(m[1]) - 1), _of(level, "lvlText", "")
        )

    def _count(self, abstract: str, depth: int) -> None:
        counts = self.counts.setdefault(abstract, {})
        at = counts.get(depth)
        level = self.levels[abstract][depth]
        first = _of(level, "start", "1")
        start = int(first) if first.isascii() and first.isdigit() else 1
        counts[depth] = start if at is None else at + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]

    def _said(self, abstract: str, depth: int) -> str:
        level = self.levels[abstract].get(depth)
        count = self.counts.get(abstract, {}).get(depth, 1)
        return _written(count, _of(level, "numFmt", "decimal") if level is not None else "decimal")


def _place(element: Any) -> tuple[str, int] | None:
    """List and level of a paragraph or of its style."""
    found = None if element is None else element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if found is None:
        return None
    list_, depth = found.find(qn("w:numId")), found.find(qn("w:ilvl"))
    if list_ is None or list_.get(_VALUE) in {None, "0"}:
        return None
    return list_.get(_VALUE), int(depth.get(_VALUE, "0")) if depth is not None else 0


def _of(level: Any, part: str, missing: str) -> str:
    found = level.find(qn(f"w:{part}"))
    return missing if found is None else str(found.get(_VALUE, missing))


def _written(count: int, form: str) -> str:
    if not 0 < count <= _MOST:
        return str(count)
    if form == "upperRoman":
        return format_roman(count)
    if form == "lowerRoman":
        return format_roman(count).lower()
    if form in {"upperLetter", "lowerLetter"}:
        letter = _ALPHABET[(count - 1) % len(_ALPHABET)] * ((count - 1) // len(_ALPHABET) + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "decimalZero":
        return f"{count:02d}"
    return str(count)
