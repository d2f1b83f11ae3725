"""The parts of a Word file that its words are read from, as trees of XML.

Python's own zipfile and parser of XML are enough for reading, so that a Word file
can be read where nothing can be installed; only writing one needs python-docx.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from attrs import frozen

from danvan.integrations.docx.names import qn
from danvan.integrations.docx.package import XML, opened, undamaged

__all__ = ["Relation", "WordFile"]

_MAIN: Final = "officeDocument"


@frozen
class Relation:
    """Another part of a file that its text names.

    Attributes:
        kind: what the part is to it: ``"styles"``, ``"footnotes"``, ``"header"``.
        read: gives the root of its XML.
    """

    kind: str
    read: Callable[[], Any]


@frozen
class WordFile:
    """A Word file that was opened.

    Attributes:
        root: the element ``w:document``.
        relations: the parts that it names, by the ids under which it does.
    """

    root: Any
    relations: Mapping[str, Relation]

    @classmethod
    def open(cls, path: Path, data: bytes) -> WordFile:
        """Open the bytes of a file.

        Args:
            path: the file they are from, for messages.
            data: its bytes.

        Raises:
            UnreadableFileError: no Word file, an encrypted or damaged one, or one that
                unpacks to an unreasonable size.
        """
        with undamaged(path):
            packed = opened(path, data)
            mains = [one for _, kind, one in _related(packed, "") if kind == _MAIN]
            if not mains:
                raise ValueError("no text is named in it")
            relations = {
                id_: Relation(kind, partial(_root, packed, part))
                for id_, kind, part in _related(packed, mains[0])
            }
            return cls(_root(packed, mains[0]), relations)

    @property
    def body(self) -> Any:
        """The element ``w:body``.

        Raises:
            ValueError: a document without one.
        """
        found = self.root.find(qn("w:body"))
        if found is None:
            raise ValueError("no w:body")
        return found

    def related(self, kind: str) -> Iterator[Any]:
        """The roots of the parts of a kind."""
        return (one.read() for one in self.relations.values() if one.kind == kind)


def _root(packed: ZipFile, part: str) -> Any:
    if not part.casefold().endswith(XML):
        raise ValueError(f"{part} is no XML")
    # check_package has refused every document type, and with it every entity
    return ET.fromstring(packed.read(part))  # noqa: S314


def _related(packed: ZipFile, part: str) -> Iterator[tuple[str, str, str]]:
    """What a part names, or the whole file: the ids, kinds and names of parts within it."""
    folder, name = posixpath.split(part)
    named = posixpath.join(folder, "_rels", f"{name}.rels")
    if part and named not in packed.NameToInfo:
        return
    for one in _root(packed, named):
        if one.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", folder, one.get("Target", "")))
            yield one.get("Id", ""), posixpath.basename(one.get("Type", "")), target.lstrip("/")
