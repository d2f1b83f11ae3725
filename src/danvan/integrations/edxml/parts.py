"""The elements of a strange packet, taken out one by one; what is left over is remarked on."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from typing import Final, TypeVar

from danvan.integrations.bounded_xml import Node
from danvan.integrations.edxml.packet import Remark

__all__ = ["Part"]

E = TypeVar("E", bound=Enum)

_MOST_SHOWN: Final = 200
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})[/-]([0-9]{1,2})[/-]([0-9]{1,2})")
_DAY_FIRST: Final = re.compile(r"([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})")
_TIME: Final = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::([0-9]{2}))?(?:\.[0-9]+)?")
_FLAGS: Final = {"1": True, "true": True, "0": False, "false": False}
_WIRE: Final = "bussiness"
_SPOKEN: Final = "business"


def _key(name: str) -> str:
    """The name by which an element is looked for: case aside, in the spelling of the wire."""
    plain = name.casefold()
    return _WIRE + plain.removeprefix(_SPOKEN) if plain.startswith(_SPOKEN) else plain


class Part:
    """An element, or the lack of one, from which its parts are taken."""

    def __init__(self, node: Node | None, path: str, remarks: list[Remark]) -> None:
        self.node, self.path, self.remarks = node, path, remarks
        self._left = list(node.children) if node else []

    def __bool__(self) -> bool:
        return self.node is not None

    def remark(self, got: str, want: str, at: str = "") -> None:
        """Note something of an element in it, or of itself."""
        path = "/".join(filter(None, (self.path, at[:_MOST_SHOWN]))) or "edXML"
        self.remarks.append(Remark(path, got[:_MOST_SHOWN], want))

    def take(self, *names: str) -> list[Part]:
        """Every element of one of these names, in order."""
        wanted = {_key(name) for name in names}
        found = [node for node in self._left if _key(node.name) in wanted]
        self._left = [node for node in self._left if _key(node.name) not in wanted]
        for node in found:
            if node.name.casefold().startswith(_SPOKEN):
                self.remark(node.name, f"the spelling {names[0]}", node.name)
        return [Part(node, f"{self.path}/{names[0]}".lstrip("/"), self.remarks) for node in found]

    def one(self, *names: str) -> Part:
        """The first element of one of these names; more of them are remarked on."""
        found = self.take(*names)
        for other in found[1:]:
            self.remark(other.shown, "one only; the first is taken", names[0])
        return found[0] if found else Part(None, f"{self.path}/{names[0]}", self.remarks)

    def text(self, name: str) -> str:
        """The text of an element, in Unicode NFC; "" where it is missing or empty."""
        return self.one(name).own_text()

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of every element of a name; the empty ones are none."""
        return tuple(filter(None, (part.own_text() for part in self.take(name))))

    def own_text(self) -> str:
        """Its own text; elements within it are remarked on."""
        if self.node is None:
            return ""
        self.done()
        text = unicodedata.normalize("NFC", self.node.text)
        if text != self.node.text:
            self.remark(text, "text in Unicode NFC")
        return text

    def count(self, name: str) -> int | None:
        """A whole number."""
        text = self.text(name)
        if text and not re.fullmatch("-?[0-9]{1,9}", text):
            self.remark(text, "a whole number", name)
            return None
        return int(text) if text else None

    def amount(self, name: str) -> int | None:
        """A whole number from zero up."""
        found = self.count(name)
        if found is not None and found < 0:
            self.remark(str(found), "a whole number from zero up", name)
            return None
        return found

    def flag(self, name: str) -> bool | None:
        """Yes or no."""
        text = self.text(name)
        if text and text.lower() not in _FLAGS:
            self.remark(text, "0 or 1", name)
        return _FLAGS.get(text.lower())

    def choice(
        self, name: str, choices: type[E], aliases: Mapping[str, str], width: int
    ) -> E | None:
        """A member of a code list, its zeros before it aside."""
        text = self.text(name)
        code = aliases.get(text, text).zfill(width) if text else ""
        for member in choices:
            if member.value == code:
                if code != text:
                    self.remark(text, f"the code {code}", name)
                return member
        if text:
            self.remark(text, f"one of {', '.join(one.value for one in choices)}", name)
        return None

    def day(self, name: str) -> date | None:
        """A date, with the year first or last; a time behind it is remarked on."""
        text = self.text(name)
        found = _moment(text)
        if text and found is None:
            self.remark(text, "a date as yyyy/MM/dd", name)
        if found is None:
            return None
        if text != f"{found.year:04}/{found:%m/%d}":
            self.remark(text, "a date as yyyy/MM/dd", name)
        return found.date()

    def moment(self, name: str) -> datetime | None:
        """A date with its time."""
        text = self.text(name)
        found = _moment(text)
        if text and (found is None or text != f"{found.year:04}/{found:%m/%d %H:%M:%S}"):
            self.remark(text, "a time as yyyy/MM/dd HH:mm:ss", name)
        return found

    @property
    def shown(self) -> str:
        """All its text and that of the elements in it, cut short."""
        if self.node is None:
            return ""
        return " ".join(filter(None, (node.text for node in self.node)))[:_MOST_SHOWN]

    def done(self, want: str = "an element that QCVN 102 is known to have") -> None:
        """Remark on every element that nobody took, but for the empty ones."""
        for node in self._left:
            if text := Part(node, "", []).shown:
                self.remark(text, want, node.name)
        self._left = []


def _moment(text: str) -> datetime | None:
    """A date with or without a time, in any of the habits seen; ``None`` for anything else."""
    day, _, time = text.replace("T", " ", 1).partition(" ")
    order, found = slice(None), _YEAR_FIRST.fullmatch(day)
    if found is None:
        order, found = slice(None, None, -1), _DAY_FIRST.fullmatch(day)
    clock = _TIME.fullmatch(time.strip()) if time else None
    if found is None or (time and clock is None):
        return None
    hours = [int(one or 0) for one in clock.groups()] if clock else []
    try:
        return datetime(*map(int, found.groups()[order]), *hours)  # type: ignore[arg-type]  # three and up to three
    except ValueError:
        return None
