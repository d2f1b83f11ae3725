"""Where in a Word file the words of a report stand.

``report.text`` of a Word file is Markdown that was made of it.  What a piece of
it was made of is known; within a paragraph the letters of both are held beside
each other, the signs of Markdown left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from itertools import chain, pairwise
from posixpath import basename
from typing import Any, Final

from attrs import frozen
from docx.document import Document
from docx.oxml import parse_xml

from danvan.integrations.docx.reading import Piece, pieces
from danvan.integrations.docx.word_file import Relation, WordFile
from danvan.integrations.docx.words import Letter, letters

__all__ = ["Places", "Stretch", "word_file"]

_SIGN: Final = re.compile(r"\\(?P<escaped>\W|_)|(?P<mark>\[\^[^\]\s\[]{1,20}\])|</?[bi]>|\*|<br>")
_RAISED: Final = frozenset("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾")


def word_file(document: Document) -> WordFile:
    """What is read of a document of python-docx; the elements of its text are shared with it."""
    relations = {
        id_: Relation(basename(relation.reltype), partial(_root, relation))
        for id_, relation in document.part.rels.items()
        if not relation.is_external
    }
    return WordFile(document.element, relations)


def _root(relation: Any) -> Any:
    return parse_xml(relation.target_part.blob)


@frozen
class Stretch:
    """A stretch of the words of a document.

    Attributes:
        first: its first letter.
        last: its last letter.
    """

    first: Letter
    last: Letter


class Places:
    """The way back from offsets in the text of a document to its letters."""

    def __init__(self, document: Document) -> None:
        self.pieces: list[Piece] = []
        self.starts: list[int] = []
        self.parts_of: dict[Any, list[int]] = {}
        length = 0
        for number, piece in enumerate(pieces(word_file(document))):
            self.pieces.append(piece)
            self.starts.append(length)
            length += len(piece.text)
            if piece.element is not None:
                self.parts_of.setdefault(piece.element, []).append(number)
        self._known: dict[Any, dict[int, Letter]] = {}

    def find(self, start: int, end: int) -> Stretch | None:
        """The letters between two offsets.

        Where a place has no letters of its own, as a number that Word counts has none, the
        paragraph it stands before is taken; ``None`` is given for a document without any.
        """
        first, last = self._piece(start), self._piece(max(start, end - 1))
        found: list[Letter] = []
        for number in range(first, last + 1):
            piece, begin = self.pieces[number], self.starts[number]
            if piece.element is not None:
                known = self._letters(piece.element)
                inside = range(max(start, begin), min(end, begin + len(piece.text)))
                found += [known[at] for at in inside if at in known]
        return Stretch(found[0], found[-1]) if found else self._paragraph(first)

    def _piece(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def _paragraph(self, number: int) -> Stretch | None:
        after, before = range(number, len(self.pieces)), range(number - 1, -1, -1)
        for piece in map(self.pieces.__getitem__, chain(after, before)):
            if piece.element is not None:
                whole = [one for one in letters(piece.element) if not one.letter.isspace()]
                if whole:
                    return Stretch(whole[0], whole[-1])
        return None

    def _letters(self, element: Any) -> dict[int, Letter]:
        """For each offset of a paragraph its letter; none where text and file do not agree."""
        if element not in self._known:
            self._known[element] = self._aligned(element)
        return self._known[element]

    def _aligned(self, element: Any) -> dict[int, Letter]:
        own = (one for one in letters(element) if not one.letter.isspace())
        found: dict[int, Letter] = {}
        letter = next(own, None)
        for at, sign in self._signs(element):
            if not sign:
                while letter is not None and letter.letter in _RAISED:
                    letter = next(own, None)
            elif letter is None or letter.letter != sign:
                return {}
            else:
                found[at] = letter
                letter = next(own, None)
        return found

    def _signs(self, element: Any) -> Iterator[tuple[int, str]]:
        """The letters of the Markdown of a paragraph with their offsets; "" for a mark."""
        for number in self.parts_of[element]:
            text, start = self.pieces[number].text, self.starts[number]
            found = list(_SIGN.finditer(text))
            edges = [0, *(edge for sign in found for edge in sign.span()), len(text)]
            words = list(pairwise(edges))[::2]
            for sign, (begin, stop) in zip([*found, None], words, strict=True):
                yield from _plain(text, start, begin, stop)
                if sign is not None and sign["escaped"]:
                    yield start + sign.start("escaped"), sign["escaped"]
                elif sign is not None and sign["mark"]:
                    yield start + sign.start(), ""


def _plain(text: str, offset: int, begin: int, stop: int) -> Iterator[tuple[int, str]]:
    for at in range(begin, stop):
        if not text[at].isspace():
            yield offset + at, text[at]
