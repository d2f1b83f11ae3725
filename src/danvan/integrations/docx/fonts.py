"""Fonts from before Unicode in a Word file: what was typed in .VnTime says another letter.

A run of TCVN3 or VNI is known by its font, which it has itself or from its
style, and is believed where the words typed in such fonts read as Vietnamese;
where a font says nothing, all the words typed in such fonts decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import Any, Final

from danvan.errors import ParseError
from danvan.integrations.docx.names import qn
from danvan.integrations.docx.word_file import WordFile
from danvan.reading.legacy import capitals_mended
from danvan.vietnamese.legacy import LegacyEncoding, detect_legacy, from_legacy

__all__ = ["Fonts"]

_FONTS: Final = f"{qn('w:rPr')}/{qn('w:rFonts')}"
_DEFAULT: Final = f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{_FONTS}"
_STYLES: Final = (
    f"{qn('w:rPr')}/{qn('w:rStyle')}",
    f"{qn('w:pPr')}/{qn('w:pStyle')}",
    qn("w:basedOn"),
)
_FAMILIES: Final = {".vn": LegacyEncoding.TCVN3, "vni": LegacyEncoding.VNI}
_DEEPEST: Final = 20
_MOST_RUNS: Final = 5_000


class Fonts:
    """The fonts of one document.

    Attributes:
        encodings: what its words are in, by what their fonts say.
    """

    def __init__(self, file: WordFile, roots: Sequence[Any]) -> None:
        parts = list(file.related("styles"))
        styles = (style for part in parts for style in part.iter(qn("w:style")))
        self.styles = {style.get(qn("w:styleId")): style for style in styles}
        first = [s.get(qn("w:styleId")) for s in self.styles.values() if _is_first(s)]
        self.first = first[0] if first else None
        defaults = (_name(part.find(_DEFAULT)) for part in parts)
        self.default = next(defaults, "")
        self.named: dict[str | None, str] = {}
        self.encodings = dict(self._believed(roots))

    def unicode(self, words: str, run: Any, paragraph: Any) -> str:
        """The words of a run of a paragraph in Unicode."""
        if not self.encodings or words.isascii():
            return words
        font = self._font(run, paragraph)
        encoding = self.encodings.get(_encoding(font))
        if encoding is None:
            return words
        meant = capitals_mended(words, from_legacy(words, encoding))
        return meant.upper() if font.endswith("h") and encoding is LegacyEncoding.TCVN3 else meant

    def _believed(
        self, roots: Sequence[Any]
    ) -> Iterator[tuple[LegacyEncoding | None, LegacyEncoding]]:
        typed: dict[LegacyEncoding | None, list[str]] = {}
        runs = chain.from_iterable(_runs(root, None) for root in roots)
        for run, paragraph in islice(runs, _MOST_RUNS):
            encoding = _encoding(self._font(run, paragraph))
            typed.setdefault(encoding, []).extend(t.text or "" for t in run.iter(qn("w:t")))
        for encoding, words in typed.items():
            try:
                found = detect_legacy(" ".join(words))
            except ParseError:
                continue
            if found and encoding in {None, found}:
                yield encoding, found

    def _font(self, run: Any, paragraph: Any) -> str:
        """The name of the font of a run in small letters."""
        own = _name(run.find(_FONTS))
        if own:
            return own
        return (
            self._of_style(_style(run, 0))
            or self._of_style(_style(paragraph, 1) or self.first)
            or self.default
        )

    def _of_style(self, style: str | None) -> str:
        if style not in self.named:
            self.named[style] = next(filter(None, self._inherited(style)), "")
        return self.named[style]

    def _inherited(self, style: str | None) -> Iterator[str]:
        for _ in range(_DEEPEST):
            element = self.styles.get(style)
            if element is None:
                return
            yield _name(element.find(_FONTS))
            style = _style(element, 2)


def _runs(element: Any, paragraph: Any) -> Iterator[tuple[Any, Any]]:
    """The runs within an element, each with its paragraph."""
    for child in element:
        if child.tag == qn("w:r"):
            yield child, paragraph
        yield from _runs(child, child if child.tag == qn("w:p") else paragraph)


def _is_first(style: Any) -> bool:
    return style.get(qn("w:type")) == "paragraph" and style.get(qn("w:default")) in {"1", "true"}


def _style(element: Any, kind: int) -> str | None:
    found = None if element is None else element.find(_STYLES[kind])
    return None if found is None else found.get(qn("w:val"))


def _name(fonts: Any) -> str:
    name = None if fonts is None else fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi"))
    return (name or "").strip().casefold()


def _encoding(font: str) -> LegacyEncoding | None:
    return _FAMILIES.get(font[:3])
