"""What classes and their parts are called, in Vietnamese and in English."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, Final

from danvan.catalogue import read_toml

__all__ = ["package_of", "title", "titles"]

_HUMP: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


@cache
def _known() -> dict[str, dict[str, str]]:
    return read_toml("titles")


def package_of(cls: type) -> str:
    """The package of danvan a class lives in: ``"reports"``."""
    return cls.__module__.removeprefix("danvan.").partition(".")[0]


def title(vietnamese: str | None, english: str) -> dict[str, Any]:
    """The titles as annotations of a JSON Schema: both in one, and each by its language."""
    if vietnamese is None:
        return {"title": english, "x-title": {"en": english}}
    return {"title": f"{vietnamese} | {english}", "x-title": {"vi": vietnamese, "en": english}}


def titles(cls: type, part: str | None = None) -> dict[str, Any]:
    """The titles of a class, or of a part of it.

    >>> from danvan.directives import Directive
    >>> titles(Directive)["title"], titles(Directive, "issued_on")["x-title"]
    ('Văn bản chỉ đạo | directive', {'vi': 'Ngày ban hành', 'en': 'issued on'})
    """
    known, name = _known(), cls.__name__
    if part is None:
        words = known["classes"]
        found = words.get(name) or words.get(f"{package_of(cls)}.{name}")
        return title(found, known["english"].get(name, _HUMP.sub(" ", name).lower()))
    words = known["parts"]
    found = words.get(f"{name}.{part}") or words.get(part)
    return title(found, known["english"].get(part, part.replace("_", " ")))
