"""Give a Word file back with each finding as a comment at its place.

Needs the extra ``docx``.  The copy differs from the file in nothing but the
comments: every other part is copied byte for byte, and in the text itself runs
are cut where a comment begins or ends, each half with the format it had.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from itertools import count
from pathlib import Path
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile

from danvan.errors import MissingExtraError, UnreadableFileError
from danvan.findings import Finding
from danvan.integrations.docx.package import opened, undamaged
from danvan.messages import say
from danvan.reading.file_bytes import read_bytes
from danvan.rendering.findings.wording import remarks, severity_word
from danvan.rendering.terminal import printable

try:
    import docx
    from docx.document import Document
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.exceptions import OpcError
    from docx.opc.oxml import parse_xml, serialize_part_xml
    from docx.opc.packuri import PackURI
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    from danvan.integrations.docx.places import Places, Stretch
except ImportError as error:
    raise MissingExtraError("danvan.integrations.docx.comments", "python-docx", "docx") from error

__all__ = ["write_comments"]

_AUTHOR: Final = "danvan"
_TYPES: Final = "[Content_Types].xml"
_NOTES: Final = {
    qn("w:footnote"): qn("w:footnoteReference"),
    qn("w:endnote"): qn("w:endnoteReference"),
}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def write_comments(source: Path, findings: Iterable[Finding], target: Path, lang: str) -> None:
    """Write a copy of a Word file with a comment for each finding.

    A comment stands at the first place of its finding and names the figures at the others.
    For a footnote or a text box it stands where that hangs on the body of the paper, and
    says so: LibreOffice 7.4 opens no file that has a comment in a footnote.

    Args:
        source: the ``.docx`` file the findings are of.
        findings: what was found in it.
        target: the file to write; one of that name is written over.
        lang: the language of the comments.

    Raises:
        UnreadableFileError: the file cannot be read, or the other not be written.
    """
    data = read_bytes(source)
    with undamaged(source, OpcError):
        opened(source, data)
        comments = _Comments(docx.Document(BytesIO(data)))
    if found := tuple(findings):
        comments.add(found, lang)
        data = _packed(data, comments.changed(), comments.part.partname)
    try:
        target.write_bytes(data)
    except OSError as error:
        problem = error.strerror or str(error)
        raise UnreadableFileError(str(target), problem, "a place that can be written to") from error


def _packed(data: bytes, changed: dict[str, Any], comments: PackURI) -> bytes:
    """The file with some parts changed or added, all others as they were."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for entry in old.infolist():
            words = changed.pop(entry.filename, None)
            if words is None:
                words = old.read(entry)
                if entry.filename == _TYPES:
                    words = _with_type(words, comments)
            new.writestr(entry, words, ZIP_DEFLATED)
        for name, words in changed.items():
            new.writestr(name, words)
    return out.getvalue()


def _with_type(types: Any, comments: PackURI) -> Any:
    root: Any = parse_xml(types)
    if any(entry.get("PartName") == comments for entry in root):
        return types
    root.add_override(comments, CONTENT_TYPE.WML_COMMENTS)
    return serialize_part_xml(root)


class _Comments:
    """The comments of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.places = Places(document)
        body = document.element.body
        self.calls = {
            (call.tag, call.get(qn("w:id"))): call
            for tag in _NOTES.values()
            for call in body.iter(tag)
        }
        self.known = [relation.reltype for relation in document.part.rels.values()]
        self.order = {part: at for at, part in enumerate(body.iter())}

    def add(self, findings: Iterable[Finding], lang: str) -> None:
        """Put a comment into the document for each finding."""
        cuts: list[tuple[int, int, bool, str]] = []
        parts = {at: part for part, at in self.order.items()}
        written = []
        numbers = count(1 + max((one.comment_id for one in self.document.comments), default=-1))
        for finding in findings:
            start, end = (finding.spans[0].start, finding.spans[0].end) if finding.spans else (0, 0)
            stretch = self.places.find(start, end)
            away = (
                stretch is not None and self.outside(stretch.first.part) is not stretch.first.part
            )
            words = _words(finding, lang, away=away)
            id_ = str(next(numbers))
            written.append(_comment(id_, words))
            if stretch is not None:
                (first, start), (last, end) = self.ends(stretch)
                cuts += [(first, start, True, id_), (last, end, False, id_)]
        self.part.element.extend(written)
        # from the last to the first, so that a cut moves no letter that is still to be found
        for at, offset, begins, id_ in sorted(cuts, reverse=True):
            _put(parts[at], offset, _marks(id_, begins=begins))

    @property
    def part(self) -> Any:
        """The part of the file that holds the comments."""
        return self.document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS)

    def changed(self) -> dict[str, Any]:
        """The parts of the file that are no longer as they were, by their names in it."""
        body: Any = self.document.part
        parts = {body.partname: body.blob, self.part.partname: self.part.blob}
        if RELATIONSHIP_TYPE.COMMENTS not in self.known:
            parts[body.partname.rels_uri] = body.rels.xml
        return {name.lstrip("/"): blob for name, blob in parts.items()}

    def ends(self, stretch: Stretch) -> tuple[tuple[int, int], tuple[int, int]]:
        """Where a stretch begins and ends: part of the body, and place in it."""
        first, last = stretch.first, stretch.last
        begin, stop = self.outside(first.part), self.outside(last.part)
        return (
            (self.order[begin], first.at if begin is first.part else 0),
            (self.order[stop], last.at + 1 if stop is last.part else 1),
        )

    def outside(self, part: Any) -> Any:
        """The part itself, or that part of the body which a footnote or a text box hangs on."""
        for above in part.iterancestors():
            if above.tag in _NOTES:
                return self.calls[_NOTES[above.tag], above.get(qn("w:id"))]
            if above.tag == qn("w:txbxContent"):
                run = next(above.iterancestors(qn("w:r")))
                return self.outside(run[-1])
        return part


def _words(finding: Finding, lang: str, *, away: bool) -> str:
    severity = severity_word(finding.severity, lang)
    lines = [f"{severity} {finding.code}: {finding.message(lang)}", *remarks(finding, lang)]
    places = [f"“{span.text}”" for span in finding.spans]
    if away:
        lines.append(
            say("In the footnote or box that hangs here, at {place}", lang, place=places[0])
        )
    if len(places) > 1:
        lines.append(say("Figures concerned: {figures}", lang, figures=", ".join(places)))
    return "\n".join(map(printable, lines))


def _comment(id_: str, words: str) -> Any:
    """A comment; python-docx would look through all others for a free number for it."""
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    names = {"w:id": id_, "w:author": _AUTHOR, "w:initials": "dv", "w:date": now}
    comment = OxmlElement("w:comment", {qn(name): value for name, value in names.items()})
    for line in words.split("\n"):
        paragraph, style = OxmlElement("w:p"), OxmlElement("w:pPr")
        style.append(OxmlElement("w:pStyle", {qn("w:val"): "CommentText"}))
        run, text = OxmlElement("w:r"), OxmlElement("w:t", {_SPACE: "preserve"})
        text.text = line
        run.append(text)
        paragraph.extend((style, run))
        comment.append(paragraph)
    return comment


def _marks(id_: str, *, begins: bool) -> list[Any]:
    if begins:
        return [OxmlElement("w:commentRangeStart", {qn("w:id"): id_})]
    run = OxmlElement("w:r")
    run.append(OxmlElement("w:commentReference", {qn("w:id"): id_}))
    return [OxmlElement("w:commentRangeEnd", {qn("w:id"): id_}), run]


def _put(part: Any, offset: int, marks: list[Any]) -> None:
    """Put marks into the text before a letter of a part of a run, cutting the run there."""
    run = part.getparent()
    behind = _behind(part, offset)
    ahead = [one for one in run if one not in behind and one.tag != qn("w:rPr")]
    if behind and ahead:
        rest = deepcopy(run)
        for one in list(rest):
            if one.tag != qn("w:rPr"):
                rest.remove(one)
        rest.extend(behind)
        run.addnext(rest)
    place = run.addprevious if behind and not ahead else run.addnext
    for mark in marks if place == run.addprevious else reversed(marks):
        place(mark)


def _behind(part: Any, offset: int) -> list[Any]:
    """The parts of a run from a letter on; a text is cut in two at it."""
    after = list(part.itersiblings())
    length = len(part.text or "") if part.tag == qn("w:t") else 1
    if offset <= 0:
        return [part, *after]
    if offset >= length:
        return after
    rest = deepcopy(part)
    part.text, rest.text = part.text[:offset], part.text[offset:]
    for half in (part, rest):
        half.set(_SPACE, "preserve")
    part.addnext(rest)
    return [rest, *after]
