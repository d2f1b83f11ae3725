"""What a person has decided about the figures of a paper, kept in a file beside it.

The file ``bao_cao.danvan.toml`` lies beside ``bao_cao.docx``.  Other tables in it are
left alone::

    [[figure]]
    words = "13 văn bản"                    # as the paper writes them; the first numeral counts
    near = "lãnh đạo chỉ đạo"               # words that stand close by; may be left out
    occurrence = 2                          # which of several places; left out where there is one
    indicator = "leadership.documents"
    organization = "tam_duong.party"        # left out: as the words of the paper say
    period = "năm 2023"                     # likewise, and breakdown and role
    breakdown = "document_kind=kế hoạch"    # "" for the whole
    role = "actual"
    unit = "văn bản"                        # only where the paper writes another or none

    [[figure]]
    words = "02 giải"
    counts = false                          # it is of no indicator; it stays unmapped

Places are found by words, so that a correction stands when the paper is edited
elsewhere.  One that no longer finds its place, or finds several, is a finding
(DV691, DV692), and so is one that cannot be (DV693); none is dropped silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import Any, Final

from attrs import asdict, field, frozen

from danvan import _fields
from danvan._files import read_text, write_text
from danvan.catalogue import read_toml, structure
from danvan.errors import InvalidValueError, UnreadableFileError
from danvan.findings import Span, Text

__all__ = [
    "Correction",
    "companion",
    "correction_at",
    "corrections_beside",
    "places_of",
    "read_corrections",
    "write_corrections",
]

_SUFFIX: Final = ".danvan.toml"
_REACH: Final = 300
_HEAD: Final = "[[figure]]"
_TABLE: Final = re.compile(r"^\[\[figure\]\][^\n]*\n(?:(?!\[)[^\n]*\n?)*", re.MULTILINE)
_ROLES: Final = ("", "actual", "plan", "target", "forecast")
_NUMERAL: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


@frozen
class Correction:
    """What a figure is, as a person says.

    Attributes:
        words: the figure as the paper writes it, ``"13 văn bản"``; spaces and line ends
            count alike.
        near: words close to it that tell it from others written alike.
        occurrence: which of the places with these words it is, counted from 1; ``None``
            where there is but one.
        indicator: the code of the indicator.
        organization: the code of the body whose figure it is, or several parted by ";" where
            each has one alike; ``None`` leaves it to the words.
        period: the time it is for, as :class:`~danvan.periods.Period` is written; likewise.
        breakdown: the parts it is of, ``"field=economy; form=collective"``; "" for the whole;
            likewise.
        role: "actual", "plan", "target" or "forecast"; likewise.
        unit: what it is counted in, where the paper writes no unit of the indicator.
        counts: whether it is of an indicator at all.

    Raises:
        InvalidValueError: no numeral in the words, no indicator for a figure that counts,
            or one for a figure that does not.

    >>> Correction("13 văn bản", indicator="leadership.documents").counts
    True
    """

    words: str = field(validator=_fields.text)
    near: str = field(default="", validator=_fields.instance(str))
    occurrence: int | None = field(default=None, validator=_fields.optional(_fields.whole(1)))
    indicator: str = field(default="", validator=_fields.instance(str))
    organization: str | None = field(
        default=None, validator=_fields.optional(_fields.instance(str))
    )
    period: str | None = field(default=None, validator=_fields.optional(_fields.instance(str)))
    breakdown: str | None = field(default=None, validator=_fields.optional(_fields.instance(str)))
    role: str = field(default="", validator=_fields.instance(str))
    unit: str = field(default="", validator=_fields.instance(str))
    counts: bool = field(default=True, validator=_fields.instance(bool))

    def __attrs_post_init__(self) -> None:
        if not _NUMERAL.search(self.words):
            raise InvalidValueError("Correction.words", self.words, "words with a numeral")
        if self.counts is not bool(self.indicator):
            want = "an indicator exactly where the figure counts"
            raise InvalidValueError("Correction.indicator", self.indicator, want)
        if self.role not in _ROLES:
            want = f"one of {', '.join(_ROLES[1:])}, or nothing"
            raise InvalidValueError("Correction.role", self.role, want)

    @property
    def parts(self) -> tuple[tuple[str, str], ...] | None:
        """The breakdown as pairs of a dimension and a value."""
        if self.breakdown is None:
            return None
        pairs = (pair.partition("=") for pair in self.breakdown.split(";") if pair.strip())
        return tuple((dimension.strip(), value.strip()) for dimension, _, value in pairs)


def companion(paper: str | PathLike[str]) -> Path:
    """The file that goes with a paper.

    >>> companion("bao_cao.docx").name
    'bao_cao.danvan.toml'
    """
    return Path(paper).with_suffix(_SUFFIX)


def read_corrections(path: str | PathLike[str]) -> tuple[Correction, ...]:
    """Read the corrections of a file.

    Raises:
        UnreadableFileError: no such file, no TOML, or a correction with a wrong part.
    """
    tables = read_toml(Path(path)).get("figure", [])
    if not isinstance(tables, list):
        raise UnreadableFileError(str(path), "figure is no list", "tables [[figure]]")
    return structure(tables, tuple[Correction, ...], str(path), "figure")


def corrections_beside(paper: str | PathLike[str]) -> tuple[Correction, ...]:
    """The corrections in the file that goes with a paper; none where there is no such file.

    Raises:
        UnreadableFileError: the file cannot be read.
    """
    path = companion(paper)
    return read_corrections(path) if path.exists() else ()


def places_of(correction: Correction, paper: Text) -> tuple[Span, ...]:
    r"""Where the numeral of a correction stands: one place if all is well.

    >>> from danvan.findings import Source
    >>> paper = Source("bao_cao.txt", "ban hành 13 văn\nbản; gửi 13 văn bản")
    >>> [span.start for span in places_of(Correction("13 văn bản", counts=False), paper)]
    [9, 25]
    >>> near = Correction("13 văn bản", near="gửi", counts=False)
    >>> [span.start for span in places_of(near, paper)]
    [25]
    """
    found = list(_written(correction.words, paper.text))
    if correction.near:
        found = _nearest(found, list(_written(correction.near, paper.text)))
    if correction.occurrence is not None:
        found = found[correction.occurrence - 1 : correction.occurrence]
    spans = []
    for start, end in found:
        numeral = _NUMERAL.search(paper.text, start, end)
        if numeral:
            spans.append(Span(numeral.start(), numeral.end(), paper))
    return tuple(spans)


def correction_at(span: Span, written_unit: str, **said: Any) -> Correction:
    """A correction for the figure at a place, with as many words as tell it from others.

    Args:
        span: where its numeral stands.
        written_unit: its unit, which goes into the words if the text has it behind the numeral.
        said: the other parts of the correction.
    """
    text, words = span.report.text, span.text
    unit = r"\s+".join(map(re.escape, written_unit.split()))
    if unit and (following := re.compile(rf"\s*{unit}(?!\w)", re.IGNORECASE).match(text, span.end)):
        words = " ".join((words + following[0]).split())
    places = [start for start, _ in _written(words, text)]
    if span.start not in places:
        words, places = span.text, [start for start, _ in _written(span.text, text)]
    which = places.index(span.start) + 1 if len(places) > 1 else None
    return Correction(words, occurrence=which, **said)


def _written(words: str, text: str) -> Iterator[tuple[int, int]]:
    pattern = r"\s+".join(map(re.escape, words.split()))
    for match in re.finditer(rf"(?<!\w)(?<![0-9][.,]){pattern}(?!\w)(?![.,][0-9])", text):
        yield match.span()


def _nearest(places: list[tuple[int, int]], near: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Of some places the one that other words stand nearest to; none where they are far."""
    distances = [
        (max(start - other_end, other - end, 0), (start, end))
        for start, end in places
        for other, other_end in near
    ]
    least = min((distance for distance, _ in distances), default=_REACH)
    return [place for distance, place in distances if distance == least < _REACH]


def write_corrections(path: str | PathLike[str], corrections: Iterable[Correction]) -> None:
    """Put corrections into the file that goes with a paper.

    One for a place that the file already has a correction for takes its stead; whatever
    else the file holds stays as it is, comments and all.

    Args:
        path: the file, ``bao_cao.danvan.toml``; it is made where there is none.
        corrections: the corrections.

    Raises:
        UnreadableFileError: the file is there and cannot be read.
    """
    file = Path(path)
    kept = read_corrections(file) if file.exists() else ()
    text = read_text(file).replace("\r\n", "\n") if file.exists() else ""
    tables = [match.span() for match in _TABLE.finditer(text)]
    if len(tables) != len(kept):
        raise UnreadableFileError(str(path), "figures not in tables of their own", _HEAD)
    new = {_place(one): one for one in corrections}
    pieces, at = [], 0
    for (start, end), old in zip(tables, kept, strict=True):
        pieces.append(text[at:start])
        replacement = new.pop(_place(old), None)
        pieces.append(text[start:end] if replacement is None else _table(replacement) + "\n")
        at = end
    whole = "".join([*pieces, text[at:]])
    for one in new.values():
        whole = f"{whole.rstrip()}\n\n{_table(one)}" if whole.strip() else _table(one)
    write_text(file, whole.rstrip("\n") + "\n")


def _place(correction: Correction) -> tuple[str, str, int | None]:
    return correction.words, correction.near, correction.occurrence


def _table(correction: Correction) -> str:
    lines = [_HEAD]
    for name, value in asdict(correction).items():
        if isinstance(value, bool):
            if not value:
                lines.append(f"{name} = false")
        elif isinstance(value, int):
            lines.append(f"{name} = {value}")
        elif value is not None and (value or name == "breakdown"):
            lines.append(f"{name} = {_quoted(value)}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """A text as TOML writes it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    safe = "".join(c if c.isprintable() or c == " " else f"\\U{ord(c):08X}" for c in escaped)
    return f'"{safe}"'
