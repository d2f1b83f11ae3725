"""A register of papers (sổ văn bản): look-up, candidates, numbers to come, gaps and doubles.

>>> register = reference_register()
>>> [paper.label for paper in register.find(DocumentNumber.parse("25-NQ/TW"))]
['25-NQ/TW (2008)', '25-NQ/TW (2013)']
>>> [paper.title for paper in register.search("cong tac van thu")][:1]
['công tác văn thư']
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import Any, Protocol, Self

from attrs import evolve, field, frozen

from danvan import _fields, notebook
from danvan.catalogue import read_toml
from danvan.directives.directive import Directive
from danvan.directives.explaining import family_of
from danvan.directives.kinds import Confidence, Family, document_kinds
from danvan.document_number import DocumentNumber
from danvan.errors import InvalidValueError
from danvan.vietnamese.letters import fold, spelling_key

__all__ = ["Mention", "Register", "Series", "reference_register"]


class Mention(Protocol):
    """What a text says of a paper it cites; a :class:`~danvan.reading.Citation` is one."""

    @property
    def serial(self) -> int:
        """The running number."""
        ...

    @property
    def letter(self) -> str:
        """The letter glued to it, or ""."""
        ...

    @property
    def year(self) -> int | None:
        """The year printed within the number."""
        ...

    @property
    def kind_code(self) -> str | None:
        """The symbol of the kind as printed."""
        ...

    @property
    def issuer_code(self) -> str | None:
        """The rest of the symbol as printed."""
        ...

    @property
    def kind(self) -> str | None:
        """The official name of the kind, where the words before the number give it."""
        ...

    @property
    def is_bare(self) -> bool:
        """Whether no symbol is printed."""
        ...

    @property
    def issued_on(self) -> date | None:
        """The date given with it."""

    @property
    def issuer(self) -> str | None:
        """Who issued it, as written."""

    @property
    def term(self) -> str | None:
        """The term of office given with it."""


@frozen
class Series:
    """The papers that one body numbers in one row.

    The Party begins a row for each kind and each term of the committee, everyone
    else for each kind and each calendar year (36-HD/VPTW, 1.3; 30/2020/NĐ-CP,
    Điều 15).

    Attributes:
        kind_code: the symbol of the kind; ``None`` for State letters.
        issuer_codes: the codes of the body.
        frame: the term in Roman numerals, the year, or "" where neither is known.
        has_year: whether the numbers print the year, as legal documents do: theirs is
            a row of its own.
    """

    kind_code: str | None
    issuer_codes: tuple[str, ...]
    frame: str
    has_year: bool = False

    def __str__(self) -> str:
        symbol = "/".join(filter(None, (self.kind_code, "-".join(self.issuer_codes))))
        return f"{symbol} ({self.frame})" if self.frame else symbol


def _in_order(papers: Iterable[Directive]) -> tuple[Directive, ...]:
    return tuple(papers)


@frozen
class Register:
    """Papers in the order they were entered; adding one makes a new register.

    Attributes:
        name: what it is called.
        papers: the papers.
    """

    name: str = field(validator=_fields.text)
    papers: tuple[Directive, ...] = field(
        default=(), converter=_in_order, validator=_fields.tuple_of(Directive)
    )

    def __iter__(self) -> Iterator[Directive]:
        return iter(self.papers)

    def __len__(self) -> int:
        return len(self.papers)

    def _repr_html_(self) -> str:
        return notebook.listing(f"{self.name}: {len(self)} văn bản", self.papers)

    def adding(self, papers: Iterable[Directive]) -> Self:
        """The register with more papers behind the others."""
        return evolve(self, papers=(*self.papers, *papers))

    def find(self, number: DocumentNumber) -> notebook.Rows[Directive]:
        """The papers that bear a number, in order; there may well be more than one."""
        return notebook.Rows(paper for paper in self.papers if paper.number == number)

    def search(self, words: str) -> notebook.Rows[Directive]:
        """The papers whose number, title, issuer or short name holds the words, marks aside."""
        wanted = fold(words)
        return notebook.Rows(
            paper for paper in self.papers if any(wanted in fold(t) for t in _texts(paper))
        )

    def between(self, first: date, last: date) -> notebook.Rows[Directive]:
        """The papers that bear a day from the first to the last, both included."""
        return notebook.Rows(p for p in self.papers if p.issued_on and first <= p.issued_on <= last)

    def candidates(self, mention: Mention) -> tuple[Directive, ...]:
        """The papers that a mention may mean.

        Number and kind decide which papers come into question; date, term and issuer
        then narrow them down, each only as far as it leaves any: a wrong date in the
        text must not hide the paper it was meant for.  A mention that leaves more than
        one open is not settled here.
        """
        papers = tuple(paper for paper in self.papers if _may_mean(paper, mention))
        if mention.issued_on is not None:
            papers = tuple(p for p in papers if p.issued_on == mention.issued_on) or papers
        if mention.term is not None:
            papers = tuple(p for p in papers if p.term == mention.term) or papers
        if mention.issuer is not None:
            said = spelling_key(mention.issuer)
            papers = tuple(p for p in papers if spelling_key(p.issuer) == said) or papers
        return papers

    def series(self) -> dict[Series, tuple[Directive, ...]]:
        """The papers by the row they are numbered in."""
        rows: dict[Series, list[Directive]] = {}
        for paper in self.papers:
            rows.setdefault(series_of(paper), []).append(paper)
        return {row: tuple(papers) for row, papers in rows.items()}

    def gaps(self) -> dict[Series, tuple[int, ...]]:
        """The numbers that are missing below the last of each row."""
        missing = {}
        for row, papers in self.series().items():
            taken = {paper.number.serial for paper in papers}
            absent = tuple(n for n in range(1, max(taken)) if n not in taken)
            if absent:
                missing[row] = absent
        return missing

    def doubles(self) -> dict[Series, tuple[Directive, ...]]:
        """The papers that share a number within their row."""
        found = {}
        for row, papers in self.series().items():
            count = Counter((p.number.serial, p.number.letter) for p in papers)
            shared = tuple(p for p in papers if count[p.number.serial, p.number.letter] > 1)
            if shared:
                found[row] = shared
        return found

    def next_number(self, like: DocumentNumber, frame: str) -> DocumentNumber:
        """The number that a new paper takes.

        Args:
            like: a number of the same kind and body; its serial does not matter.
            frame: the term in Roman numerals for the Party, else the year.

        Raises:
            InvalidValueError: the frame is not the year that the number prints.
        """
        if like.year is not None and str(like.year) != frame:
            raise InvalidValueError("Register.next_number frame", frame, f"the year {like.year}")
        row = Series(like.kind_code, like.issuer_codes, frame, like.year is not None)
        taken = [paper.number.serial for paper in self.series().get(row, ())]
        return evolve(like, serial=max(taken, default=0) + 1, letter="")


def series_of(paper: Directive) -> Series:
    """The row a paper is numbered in."""
    number = paper.number
    is_party = family_of(number) is Family.PARTY
    frame = paper.term if is_party else str(paper.year or "")
    return Series(number.kind_code, number.issuer_codes, frame, number.year is not None)


def _texts(paper: Directive) -> tuple[str, ...]:
    return str(paper.number), paper.title, paper.issuer, *paper.short_names


def _may_mean(paper: Directive, mention: Mention) -> bool:
    """Whether number and kind of a paper are those of a mention, as far as it says them."""
    number = paper.number
    if (number.serial, number.letter) != (mention.serial, mention.letter):
        return False
    if mention.year is not None and mention.year != paper.year:
        return False
    if mention.is_bare:
        return mention.kind is None or mention.kind == document_kinds()[paper.kind].name
    return (number.kind_code, _spelled(number.issuer_code)) == (
        mention.kind_code,
        _spelled(mention.issuer_code or ""),
    )


def _spelled(code: str) -> str:
    """A code with the spellings of "Trung ương" made one."""
    return code.replace("T.Ư", "TW").replace("TƯ", "TW")


@cache
def reference_register() -> Register:
    """The papers this field rests on, as far as danvan knows them, each with its source."""
    return Register("directives of the field", tuple(map(_paper, read_toml("directives")["entry"])))


def _paper(entry: dict[str, Any]) -> Directive:
    parts = dict(entry)
    number = DocumentNumber.parse(parts.pop("number"))
    confidence = Confidence(parts.pop("confidence"))
    names = tuple(parts.pop("short_names", ()))
    parts.pop("replaces", None)  # which is no part of a paper; see reference_relations
    return Directive(number, confidence=confidence, short_names=names, **parts)
