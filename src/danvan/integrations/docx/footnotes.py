"""The footnotes of a Word file, which python-docx does not know.

A Word file keeps its footnotes in a part of their own, ``word/footnotes.xml``;
the text refers to them by id.  Numbers are not stored: Word counts the
references.
"""

from __future__ import annotations

from typing import Any, Final

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

__all__ = ["STYLE", "FootnotesPart", "own_mark", "reference"]

STYLE: Final = "footnotereference"
"""The id of the style of footnote marks."""

_NAME: Final = "/word/footnotes.xml"
_SEPARATORS: Final = (("separator", "-1"), ("continuationSeparator", "0"))


class FootnotesPart:
    """The footnotes of a document being written, added one by one."""

    def __init__(self) -> None:
        self.root: Any = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}/>")
        self.last = 0
        for kind, id_ in _SEPARATORS:
            note = parse_xml(
                f'<w:footnote {nsdecls("w")} w:type="{kind}" w:id="{id_}">'
                f"<w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>"
            )
            self.root.append(note)

    def add(self) -> tuple[str, Any]:
        """A new footnote, still empty: its id and its element."""
        self.last += 1
        note = OxmlElement("w:footnote", {qn("w:id"): str(self.last)})
        self.root.append(note)
        return str(self.last), note

    def attach(self, document: Document) -> None:
        """Put the footnotes into a document that refers to them."""
        blob = serialize_part_xml(self.root)
        part = Part(PackURI(_NAME), CONTENT_TYPE.WML_FOOTNOTES, blob, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        settings = document.settings.element
        notes = OxmlElement("w:footnotePr")
        for _, id_ in _SEPARATORS:
            notes.append(OxmlElement("w:footnote", {qn("w:id"): id_}))
        _in_order(settings, notes)


def _in_order(settings: Any, notes: Any) -> None:
    """Put ``footnotePr`` where the schema of settings wants it: before ``compat``."""
    compat = settings.find(qn("w:compat"))
    if compat is None:
        settings.append(notes)
    else:
        compat.addprevious(notes)


def reference(id_: str, mark: str = "") -> Any:
    """The run that calls for a footnote, with a mark of its own where Word would count another."""
    run = _raised()
    call = OxmlElement("w:footnoteReference", {qn("w:id"): id_})
    run.append(call)
    if mark:
        call.set(qn("w:customMarkFollows"), "1")
        run.append(_text(mark))
    return run


def own_mark(mark: str = "") -> Any:
    """The run a footnote begins with: its number, counted by Word, or a mark of its own."""
    run = _raised()
    run.append(_text(mark) if mark else OxmlElement("w:footnoteRef"))
    return run


def _raised() -> Any:
    return parse_xml(
        f'<w:r {nsdecls("w")}><w:rPr><w:rStyle w:val="{STYLE}"/>'
        '<w:vertAlign w:val="superscript"/></w:rPr></w:r>'
    )


def _text(words: str) -> Any:
    text = OxmlElement("w:t")
    text.text = words
    return text
