"""XML from strangers, read within bounds, and XML written out.

A document type is refused as soon as it begins, and with it every entity, so that
none can grow and no other file is ever fetched; size, depth and the number of
elements are bounded.  The parser is the standard library's expat.

>>> read_xml(b"<a><b n='1'>x &amp; y</b></a>").children[0].text
'x & y'
>>> print(to_xml(Node("a", children=(Node("b", text="<"),))).decode())
<?xml version="1.0" encoding="UTF-8"?>
<a>
  <b>&lt;</b>
</a>
<BLANKLINE>
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from attrs import Factory, define, field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError, UnreadableFileError

__all__ = [
    "BOUNDS",
    "Bounds",
    "Node",
    "forbidden_character",
    "read_xml",
    "to_xml",
    "without_forbidden",
]

_NO_CHARACTER: Final = re.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


@frozen
class Bounds:
    """How much of a stranger's XML is taken in.

    Attributes:
        size: the bytes of the whole text.
        depth: how many elements may stand within one another.
        elements: how many there may be.
    """

    size: int = field(default=256 * 2**20, validator=_fields.whole(1))
    depth: int = field(default=64, validator=_fields.whole(1, 500))
    elements: int = field(default=1_000_000, validator=_fields.whole(1))


BOUNDS: Final = Bounds()
"""256 MiB, 64 deep, a million elements."""


@define
class Node:
    """One element.

    Attributes:
        name: its name, without prefix; in a tree to be written, with the prefix it gets.
        text: its own text, white space around it taken off; that of its children is theirs.
        attributes: its attributes under their names without prefix.
        children: the elements in it, in order.
        namespace: the URI its name belongs to, or "".
        line: the line it begins on, or 0.
    """

    name: str
    text: str = ""
    attributes: Mapping[str, str] = Factory(dict)
    children: tuple[Node, ...] = ()
    namespace: str = ""
    line: int = 0

    def __iter__(self) -> Iterator[Node]:
        """Itself and every element within it, in the order of the text."""
        waiting: list[Node] = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


def read_xml(data: bytes, name: str = "XML", bounds: Bounds = BOUNDS) -> Node:
    """The root of an XML text.

    Args:
        data: the text, in an encoding it names itself.
        name: what it is called in messages.
        bounds: how much of it is taken in.

    Raises:
        UnreadableFileError: it is not well-formed, has a document type, or goes beyond
            the bounds; the message names the line.
    """
    if len(data) > bounds.size:
        raise UnreadableFileError(name, f"{len(data)} bytes", f"at most {bounds.size}")
    return _Reading(name, bounds).root(data)


class _Reading:
    """One run of the parser; what is open stands on a stack."""

    def __init__(self, name: str, bounds: Bounds) -> None:
        self.name, self.bounds = name, bounds
        self.open: list[tuple[Node, list[str], list[Node]]] = []
        self.count = 0
        self.found: Node | None = None
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text

    def root(self, data: bytes) -> Node:
        try:
            self.parser.Parse(data, True)
        except expat.ExpatError as error:
            why = expat.ErrorString(error.code)
            problem = f"line {error.lineno}, column {error.offset + 1}: {why}"
            raise UnreadableFileError(self.name, problem, "well-formed XML") from error
        except (LookupError, UnicodeError, ValueError) as error:
            if isinstance(error, UnreadableFileError):
                raise
            raise UnreadableFileError(self.name, str(error), "XML in UTF-8") from error
        if self.found is None:
            raise UnreadableFileError(self.name, "no element", "well-formed XML")
        return self.found

    def _refuse(self, problem: str, want: str) -> None:
        where = f"line {self.parser.CurrentLineNumber}: {problem}"
        raise UnreadableFileError(self.name, where, want)

    def _doctype(self, *_: object) -> None:
        self._refuse("a document type", "XML without one, and so without entities")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self.count += 1
        if self.count > self.bounds.elements:
            self._refuse("more elements", f"at most {self.bounds.elements}")
        if len(self.open) >= self.bounds.depth:
            self._refuse("elements within one another", f"at most {self.bounds.depth} deep")
        namespace, _, local = name.rpartition(" ")
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        node = Node(local, "", own, (), namespace, self.parser.CurrentLineNumber)
        self.open.append((node, [], []))

    def _text(self, text: str) -> None:
        self.open[-1][1].append(text)

    def _end(self, _: str) -> None:
        node, texts, children = self.open.pop()
        node.text, node.children = "".join(texts).strip(), tuple(children)
        if self.open:
            self.open[-1][2].append(node)
        else:
            self.found = node


def to_xml(root: Node) -> bytes:
    """An element and all within it as UTF-8, each on a line of its own.

    Raises:
        InvalidValueError: a character that XML cannot hold; the message names the element.
    """
    lines = ['<?xml version="1.0" encoding="UTF-8"?>']
    _write(root, "", lines)
    return ("\n".join(lines) + "\n").encode()


def _write(node: Node, indent: str, lines: list[str]) -> None:
    attributes = "".join(
        f" {name}={quoteattr(_allowed(value, node.name))}"
        for name, value in node.attributes.items()
    )
    head = f"{indent}<{node.name}{attributes}"
    if node.children:
        lines.append(f"{head}>")
        for child in node.children:
            _write(child, f"{indent}  ", lines)
        lines.append(f"{indent}</{node.name}>")
    elif node.text:
        text = escape(_allowed(node.text, node.name), {"\r": "&#13;"})
        lines.append(f"{head}>{text}</{node.name}>")
    else:
        lines.append(f"{head}/>")


def _allowed(text: str, name: str) -> str:
    if found := forbidden_character(text):
        raise InvalidValueError(f"XML element {name}", found, "characters that XML can hold")
    return text


def forbidden_character(text: str) -> str:
    """The first character that XML cannot hold; "" where it can hold them all."""
    found = _NO_CHARACTER.search(text)
    return found[0] if found else ""


def without_forbidden(text: str) -> str:
    r"""The text with U+FFFD in the place of each character that XML cannot hold.

    >>> without_forbidden("họp\x00")
    'họp�'
    """
    return _NO_CHARACTER.sub("\ufffd", text) if _NO_CHARACTER.search(text) else text
