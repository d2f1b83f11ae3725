"""The words of a Word paragraph, with what is said by its format said by signs.

Word keeps bold, raised marks and footnote references in its runs; here they
become the emphasis and the marks of a :class:`~danvan.reports.Paragraph`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from attrs import frozen

from danvan.integrations.docx.fonts import Fonts
from danvan.integrations.docx.names import FALLBACK, qn
from danvan.integrations.docx.word_file import WordFile
from danvan.reports import Paragraph
from danvan.reports.inline import escaped

__all__ = ["Letter", "Words", "letters"]

_HIDDEN: Final = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:txbxContent"),
    FALLBACK,
}
_LETTERS: Final = {
    qn("w:tab"): " ",
    qn("w:noBreakHyphen"): "-",
    qn("w:cr"): "\n",
    qn("w:br"): "\n",
}
# a raised digit that was typed is a mark like one that was set
_SIGNS: Final = "\\*[<"
_OFF: Final = {"0", "false", "off", "none"}
_RAISED_MARK: Final = re.compile(r"\(?(?P<mark>[0-9]{1,4})\)?")
_SOFT_HYPHEN, _BREAK = qn("w:softHyphen"), "\u00ad"
_FOOTNOTE, _ENDNOTE = qn("w:footnoteReference"), qn("w:endnoteReference")


class Words:
    """Reads the paragraphs of one document, and counts its footnotes as Word does.

    Attributes:
        called: the labels of the footnotes called for so far, each with its element.
        fonts: the fonts of the document.
    """

    def __init__(self, file: WordFile) -> None:
        self.notes = dict(_notes(file))
        self.called: list[tuple[str, Any]] = []
        self.counted = {_FOOTNOTE: 0, _ENDNOTE: 0}
        self.fonts = Fonts(file, [file.body, *self.notes.values()])

    def paragraphs(self, element: Any, *, label: str = "") -> Iterator[Paragraph]:
        """The paragraphs of a ``w:p``: one for each line that a break in it makes.

        Args:
            element: the ``w:p``.
            label: the label of the footnote it begins, whose mark is left out.
        """
        signs = "".join(self._signs(run, element, label) for run in _runs(element))
        for line in signs.split("\n"):
            if re.sub(r"<[^<>]*>", "", line).strip():
                yield Paragraph.of(line)

    def footnotes(self) -> Iterator[tuple[str, list[tuple[Paragraph, Any]]]]:
        """The footnotes called for: label, and paragraphs, each with the ``w:p`` it stands in."""
        for label, note in self.called:
            own = label
            found: list[tuple[Paragraph, Any]] = []
            for element in note.iter(qn("w:p")):
                found += [(part, element) for part in self.paragraphs(element, label=own)]
                own = ""
            if found:
                yield label, found

    def _signs(self, run: Any, paragraph: Any, label: str) -> str:
        words = "".join(self._parts(run, paragraph))
        format_ = run.find(qn("w:rPr"))
        if format_ is None or not words.strip():
            return words
        if _is_raised(format_) and label and words.strip() == label:
            return ""
        if _is_raised(format_) and (mark := _RAISED_MARK.fullmatch(words.strip())):
            return f"[^{mark['mark']}]"
        if "[^" in words:
            return words
        for tag in ("i", "b"):
            if _is_on(format_.find(qn(f"w:{tag}"))):
                words = "\n".join(f"<{tag}>{line}</{tag}>" for line in words.split("\n"))
        return words

    def _parts(self, run: Any, paragraph: Any) -> Iterator[str]:
        called = False
        for at, part in enumerate(run):
            if part.tag == qn("w:t"):
                words = self.fonts.unicode(part.text or "", run, paragraph)
                yield "" if called else escaped(words, _SIGNS)
            elif part.tag == _SOFT_HYPHEN:
                # Word takes the letter ư of TCVN3 for a place where a word may be broken
                letter = self.fonts.unicode(_BREAK, run, paragraph)
                yield "" if letter == _BREAK else letter
            elif part.tag in self.counted:
                mark, called = self._call(part, run[at + 1 :])
                yield mark
            elif (
                part.tag == qn("w:br") and part.get(qn("w:type"), "textWrapping") != "textWrapping"
            ):
                continue
            else:
                yield _LETTERS.get(part.tag, "")

    def _call(self, part: Any, behind: Sequence[Any]) -> tuple[str, bool]:
        """The mark of a reference, and whether it has one of its own behind it."""
        own = part.get(qn("w:customMarkFollows"), "0") not in _OFF
        texts = [other.text or "" for other in behind if other.tag == qn("w:t")]
        if own and texts:
            label = "".join(texts).strip()
        else:
            self.counted[part.tag] += 1
            label = f"{'e' if part.tag == _ENDNOTE else ''}{self.counted[part.tag]}"
        # a footnote called for again is the same one, not another
        note = self.notes.pop((part.tag, part.get(qn("w:id"), "")), None)
        if note is not None:
            self.called.append((label, note))
        return f"[^{label}]", own


def _notes(file: WordFile) -> Iterator[tuple[tuple[str, str], Any]]:
    """Footnotes and endnotes, the separators left out.

    Each comes with what a reference to it has: the name of its element, and the id.
    """
    for kind in ("footnote", "endnote"):
        for root in file.related(f"{kind}s"):
            for note in root.findall(qn(f"w:{kind}")):
                if note.get(qn("w:type"), "normal") == "normal":
                    yield (qn(f"w:{kind}Reference"), note.get(qn("w:id"), "")), note


@frozen
class Letter:
    """One letter of a paragraph.

    Attributes:
        letter: the letter itself.
        part: the element in a run that it stands in, most often a ``w:t``.
        at: its place in the text of that element.
    """

    letter: str
    part: Any
    at: int


def letters(element: Any) -> Iterator[Letter]:
    """The letters of a ``w:p`` as :meth:`Words.paragraphs` reads them, footnote marks left out."""
    for run in _runs(element):
        format_ = run.find(qn("w:rPr"))
        texts = "".join(part.text or "" for part in run.findall(qn("w:t")))
        raised = format_ is not None and _is_raised(format_)
        own = any(part.get(qn("w:customMarkFollows"), "0") not in _OFF for part in run)
        if own or (raised and _RAISED_MARK.fullmatch(texts.strip())):
            continue
        for part in run:
            words = part.text or "" if part.tag == qn("w:t") else _LETTERS.get(part.tag, "")
            for at, letter in enumerate(words):
                yield Letter(letter, part, at)


def _runs(element: Any) -> Iterator[Any]:
    """The runs of a paragraph in order, those deleted or in a text box left out."""
    for child in element:
        if child.tag == qn("w:r"):
            yield child
        elif child.tag not in _HIDDEN and isinstance(child.tag, str):
            yield from _runs(child)


def _is_raised(format_: Any) -> bool:
    align = format_.find(qn("w:vertAlign"))
    return align is not None and align.get(qn("w:val")) == "superscript"


def _is_on(toggle: Any) -> bool:
    return toggle is not None and toggle.get(qn("w:val"), "1") not in _OFF
