"""Outlines (đề cương): the parts the written report must have."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Final

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.findings import Findings, rules
from danvan.vietnamese.letters import fold

__all__ = ["Outline", "OutlinePart", "outlines"]

_NUMBER: Final = re.compile(r"[0-9A-Z]+(?:\.[0-9A-Z]+)*")


@frozen
class OutlinePart:
    """One part of an outline.

    Attributes:
        number: its place, its parents' numbers before it: "1.II.3".
        title: what it is called.
        words: words any one of which a heading must have to stand for it; its title if
            none are given.
        compulsory: whether a report must have it.
    """

    number: str = field(validator=_fields.text)
    title: str = field(validator=_fields.text)
    words: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str))
    compulsory: bool = field(default=True, validator=_fields.instance(bool))

    def __attrs_post_init__(self) -> None:
        if not _NUMBER.fullmatch(self.number):
            raise InvalidValueError("OutlinePart.number", self.number, "a form like 1.II.3")

    def is_named_by(self, heading: str) -> bool:
        """Whether a heading stands for it, marks and case aside."""
        said = fold(heading)
        return any(fold(word) in said for word in self.words or (self.title,))


@frozen
class Outline:
    """The parts a written report must have, in order.

    Attributes:
        code: its key.
        name: its Vietnamese name.
        parts: the parts, each before those in it.
        valid_from, valid_to: the days it holds.
        source: the paper that sets it.
        confidence: how sure that is.

    >>> findings = outlines()["annual"].check([
    ...     "I. Khái quát tình hình", "II. Công tác dân vận của cấp ủy, tổ chức đảng"])
    >>> findings[0].message("en")
    'the part “Công tác dân vận của chính quyền” of the outline “Đề cương báo cáo năm” is missing'
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    parts: tuple[OutlinePart, ...] = field(validator=_fields.tuple_of(OutlinePart))
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""
    confidence: str = "sure"

    def __attrs_post_init__(self) -> None:
        seen: set[str] = set()
        for part in self.parts:
            parent = part.number.rpartition(".")[0]
            if part.number in seen or (parent and parent not in seen):
                want = "each number once, a part before those in it"
                raise InvalidValueError(f"parts of {self.code}", part.number, want)
            seen.add(part.number)

    def missing(self, headings: Iterable[str]) -> tuple[OutlinePart, ...]:
        """The compulsory parts no heading stands for; a part with parts in it needs none."""
        said = tuple(headings)
        return tuple(
            part
            for part in self.parts
            if part.compulsory
            and not any(other.number.startswith(f"{part.number}.") for other in self.parts)
            and not any(part.is_named_by(heading) for heading in said)
        )

    def check(self, headings: Iterable[str]) -> Findings:
        """A finding (DV634) for each compulsory part no heading stands for."""
        rule = rules()["DV634"]
        return Findings(
            rule.at(part=part.title, outline=self.name) for part in self.missing(headings)
        )


@cache
def outlines() -> Catalogue[Outline]:
    """The outlines danvan ships; offices bring their own."""
    return Catalogue.read("outlines", Outline)
