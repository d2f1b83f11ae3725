"""What is wrong in a paper or in its figures, as data.

A check never raises on bad data: it yields a :class:`Finding`, which names its
:class:`Rule` by a stable code, says how grave it is, points at every figure or
citation concerned, and speaks Vietnamese and English.

The families of codes are those of the design: DV1xx numbers and forms of
citations, DV2xx figures, DV3xx directives cited, DV4xx names, DV5xx layout and
typography, DV6xx observations and submissions.

>>> from decimal import Decimal
>>> finding = rules()["DV201"].at(
...     Span(27, 29, Source("mẫu", "Tổng số có 30 hội nghị ...")),
...     total="30", sum="29", difference=Decimal(-1))
>>> finding.severity.name, finding.difference
('ERROR', Decimal('-1'))
>>> finding.message("en")
'the total is given as 30, but its parts add up to 29 (difference -1)'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import Decimal
from enum import IntEnum
from functools import cache
from html import escape
from typing import Protocol, overload

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.messages import translated

__all__ = ["Finding", "Findings", "Language", "Rule", "Severity", "Source", "Span", "Text", "rules"]

Language = str
"""The code of a language: one of :func:`danvan.messages.languages`."""


class Severity(IntEnum):
    """How grave a finding is; ``max()`` of several gives the worst."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


class Text(Protocol):
    """Anything a span can point into: it has a name and its exact text."""

    @property
    def name(self) -> str:
        """What the text is called, usually the name of its file."""
        ...

    @property
    def text(self) -> str:
        """The whole text as it was read, nothing changed."""
        ...


@frozen
class Source:
    """A text with a name, where there is no more to it than that.

    Attributes:
        name: what it is called in messages.
        text: the whole of it.
    """

    name: str = field(validator=_fields.text)
    text: str = field(validator=_fields.instance(str))

    def __str__(self) -> str:
        return self.name


@frozen
class Span:
    """A stretch of a text: one figure or one citation, never a sentence.

    Attributes:
        start: the code point it begins at, counted from 0 in ``report.text``.
        end: the code point after its last.
        report: the text it lies in.
    """

    start: int = field(validator=_fields.whole(0))
    end: int = field(validator=_fields.whole(0))
    report: Text

    def __attrs_post_init__(self) -> None:
        if self.end < self.start:
            raise InvalidValueError("Span.end", self.end, f"at least its start, {self.start}")

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.report.text[self.start : self.end]

    @property
    def line(self) -> int:
        """The line it begins on, counted from 1."""
        return self.report.text.count("\n", 0, self.start) + 1

    @property
    def column(self) -> int:
        """Its first column on that line, counted from 1."""
        return self.start - self.report.text.rfind("\n", 0, self.start)


@frozen
class Rule:
    """One thing danvan looks for.

    Attributes:
        code: "DV" and three digits; never given to another rule.
        name: a readable name of it, such as ``"sum-mismatch"``.
        severity: how grave a breach is.
        vi, en: the sentence in either language, with ``{slots}`` for the parts.
        basis: the norm it rests on, or "" for a rule of plain arithmetic.
        source: where that norm was read.
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    severity: Severity = field(validator=_fields.instance(Severity))
    vi: str = field(validator=_fields.text)
    en: str = field(validator=_fields.text)
    basis: str = ""
    source: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    def sentence(self, lang: Language = "vi") -> str:
        """The sentence in a language, with its ``{slots}``."""
        return self.vi if lang == "vi" else translated(self.en, lang)

    def at(self, *spans: Span, difference: Decimal | None = None, **parts: object) -> Finding:
        """A finding of this rule at these places, with the parts its sentence needs."""
        if difference is not None:
            parts["difference"] = difference
        said = tuple(sorted((name, _said(part)) for name, part in parts.items()))
        return Finding(self, spans, said, difference)


def _said(part: object) -> str:
    return f"{part:f}" if isinstance(part, Decimal) else str(part)


@cache
def rules() -> Catalogue[Rule]:
    """The rules danvan ships."""
    return Catalogue.read("rules", Rule)


@frozen
class Finding:
    """One breach of one rule.

    Attributes:
        rule: the rule that was broken.
        spans: every figure or citation concerned, the one to mend first.
        parts: what the sentence names, as pairs of name and text.
        difference: computed minus stated, where figures disagree.
    """

    rule: Rule = field(validator=_fields.instance(Rule))
    spans: tuple[Span, ...] = field(default=(), validator=_fields.tuple_of(Span))
    parts: tuple[tuple[str, str], ...] = field(default=(), validator=_fields.tuple_of(tuple))
    difference: Decimal | None = field(default=None, validator=_fields.optional(_fields.number))

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.rule.severity

    def message(self, lang: Language = "vi") -> str:
        """The sentence in Vietnamese (``"vi"``), English (``"en"``) or another language.

        Raises:
            UnknownCodeError: a language danvan does not speak.
        """
        return self.rule.sentence(lang).format_map(dict(self.parts))

    def __str__(self) -> str:
        place = f"{self.spans[0].report.name}:{self.spans[0].line}: " if self.spans else ""
        return f"{place}{self.code} {self.severity.name} {self.message()}"


def _as_tuple(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(findings)


@frozen
class Findings(Sequence[Finding]):
    """The findings of one run, in the order of the places they point at.

    ``str()`` gives a line each, as a linter does; :attr:`worst` is ``None``
    where nothing was found.
    """

    found: tuple[Finding, ...] = field(default=(), converter=_as_tuple)

    @overload
    def __getitem__(self, at: int) -> Finding: ...
    @overload
    def __getitem__(self, at: slice) -> Findings: ...
    def __getitem__(self, at: int | slice) -> Finding | Findings:
        return Findings(self.found[at]) if isinstance(at, slice) else self.found[at]

    def __len__(self) -> int:
        return len(self.found)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.found)

    @property
    def worst(self) -> Severity | None:
        """The gravest severity among them."""
        return max((finding.severity for finding in self.found), default=None)

    def only(self, *codes: str) -> Findings:
        """Those whose code begins with one of these: ``only("DV2", "DV301")``."""
        return Findings(f for f in self.found if f.code.startswith(codes))

    def __str__(self) -> str:
        return "\n".join(map(str, self.found)) or "không phát hiện sai sót"

    def _repr_html_(self) -> str:
        if not self.found:
            return f"<p>{escape(str(self))}</p>"
        rows = "".join(
            f"<tr><td>{escape(_place(finding))}</td><td>{escape(finding.code)}</td>"
            f"<td>{finding.severity.name}</td>"
            f'<td style="text-align:left">{escape(finding.message())}</td></tr>'
            for finding in self.found
        )
        return f"<table><tbody>{rows}</tbody></table>"


def _place(finding: Finding) -> str:
    first = finding.spans[0] if finding.spans else None
    return f"{first.report.name}:{first.line}" if first else ""


def in_order(findings: Iterable[Finding]) -> Findings:
    """Put findings in the order a reader meets them: by paper, place and code."""

    def place(finding: Finding) -> tuple[str, int, str]:
        first = finding.spans[0] if finding.spans else None
        return (first.report.name if first else "", first.start if first else 0, finding.code)

    return Findings(sorted(dict.fromkeys(findings), key=place))
