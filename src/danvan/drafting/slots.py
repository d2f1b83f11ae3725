"""The slots of a template: ``{propaganda.sessions: so với cùng kỳ}``.

A slot stands between braces; what stands before its colon is a code of an
indicator, or several with commas between them, and what stands behind it is the
form wanted.  Anything else in braces is the name of a passage that a person
writes.  As in ``str.format``, ``{{`` and ``}}`` are literal braces; unlike it, a name is
only ever looked up in a list, never an attribute, an index or a call.

>>> [(slot.kind.name, slot.codes, slot.form) for slot in find_slots(
...     "{propaganda.sessions: so với cùng kỳ}, {nhận xét của cấp ủy}")]
[('FIGURE', ('propaganda.sessions',), 'so với cùng kỳ'), ('PASSAGE', (), '')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from attrs import frozen

from danvan._enums import Word
from danvan.vietnamese.letters import nfc

__all__ = ["Slot", "SlotKind", "find_slots"]

_SLOT: Final = re.compile(
    r"(?P<literal>(?:\{\{)+|(?:\}\})+)|\{(?P<inside>[^{}]{1,240})\}|(?P<stray>[{}])"
)
_CODE: Final = re.compile(r"[A-Za-z0-9_]+(?:\.[A-Za-z0-9_]+)+")


class SlotKind(Word):
    """What stands between two braces, or what a brace is."""

    FIGURE = "figure"
    """One indicator or more, in a form."""
    PASSAGE = "passage"
    """Words that a person writes."""
    LITERAL = "literal"
    """Braces that are meant: ``{{`` or ``}}``."""
    STRAY = "stray"
    """A brace without its other one."""


@frozen
class Slot:
    """One slot, or one brace, and where it stands.

    Attributes:
        start, end: where it stands in the text, braces and all.
        text: it as written.
        kind: what it is.
        codes: the codes of the indicators it asks for.
        form: how it wants them; "" for the figure itself.
        name: of a passage, its name.
    """

    start: int
    end: int
    text: str
    kind: SlotKind
    codes: tuple[str, ...] = ()
    form: str = ""
    name: str = ""


def find_slots(text: str) -> Iterator[Slot]:
    """Every slot and every brace of a text, from left to right."""
    for found in _SLOT.finditer(text):
        place = found.start(), found.end(), found[0]
        if found["literal"]:
            yield Slot(*place, SlotKind.LITERAL)
        elif found["stray"]:
            yield Slot(*place, SlotKind.STRAY)
        else:
            inside = " ".join(nfc(found["inside"]).split())
            head, _, form = inside.partition(":")
            codes = tuple(code.strip() for code in head.split(","))
            if any(map(_CODE.fullmatch, codes)):
                yield Slot(*place, SlotKind.FIGURE, codes, form.strip())
            else:
                yield Slot(*place, SlotKind.PASSAGE, name=inside)
