"""What is wrong in a paper or in its figures, as data.

A check never raises on bad data: it yields a :class:`Finding`, which names its
:class:`Rule` by a stable code, says how grave it is, points at every figure or
citation concerned, and speaks Vietnamese and English.

The families of codes are those of the design: DV1xx numbers and forms of
citations, DV2xx figures, DV3xx directives cited, DV4xx names, DV5xx layout and
typography, DV6xx observations and submissions, DV9xx the checking itself.

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

from attrs import evolve, field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError
from danvan.messages import translated

__all__ = [
    "Evaluation",
    "Finding",
    "Findings",
    "Language",
    "Reason",
    "Rule",
    "Severity",
    "Source",
    "Span",
    "Text",
    "Waiver",
    "reasons",
    "rules",
]

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

    def at(self, *spans: Span, difference: Decimal | None = None, **parts: object) -> Finding:
        """A finding of this rule at these places, with the parts its sentence needs."""
        if difference is not None:
            parts["difference"] = difference
        said = tuple(sorted((name, _said(part)) for name, part in parts.items()))
        return Finding(self, spans, said, difference)

    def sentence(self, lang: Language = "vi") -> str:
        """The sentence in a language, with its ``{slots}``."""
        return self.vi if lang == "vi" else translated(self.en, lang)


def _said(part: object) -> str:
    return f"{part:f}" if isinstance(part, Decimal) else str(part)


@cache
def rules() -> Catalogue[Rule]:
    """The rules danvan ships."""
    return Catalogue.read("rules", Rule)


@frozen
class Waiver:
    """Somebody's word that a finding is accepted as it stands.

    Attributes:
        code: the code of the rule.
        words: the words concerned, as the paper writes them; what is found must lie
            within them.
        who: who accepts it, by post.
        why: the reason.
        until: the last day it holds; ``None`` where it holds for good.
        occurrence: which of the places where the words stand is meant, from 1.
        paper: the name of the paper; "" for any.
    """

    code: str = field(validator=_fields.text)
    words: str = field(validator=_fields.text)
    who: str = field(validator=_fields.text)
    why: str = field(validator=_fields.text)
    until: date | None = field(default=None, validator=_fields.optional(_fields.day))
    occurrence: int = field(default=1, validator=_fields.whole(1))
    paper: str = field(default="", validator=_fields.instance(str))

    def holds(self, on: date) -> bool:
        """Whether it still holds on a day."""
        return self.until is None or on <= self.until


@frozen
class Finding:
    """One breach of one rule.

    Attributes:
        rule: the rule that was broken.
        spans: every figure or citation concerned, the one to mend first.
        parts: what the sentence names, as pairs of name and text.
        difference: computed minus stated, where figures disagree.
        fix: what to write in the place of the first span, where that is safe and sure.
        waiver: the word on which it was accepted, or ``None``.
    """

    rule: Rule = field(validator=_fields.instance(Rule))
    spans: tuple[Span, ...] = field(default=(), validator=_fields.tuple_of(Span))
    parts: tuple[tuple[str, str], ...] = field(default=(), validator=_fields.tuple_of(tuple))
    difference: Decimal | None = field(default=None, validator=_fields.optional(_fields.number))
    fix: str | None = field(default=None, validator=_fields.optional(_fields.instance(str)))
    waiver: Waiver | None = field(
        default=None, validator=_fields.optional(_fields.instance(Waiver))
    )

    @property
    def code(self) -> str:
        """The code of the rule."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """How grave it is."""
        return self.rule.severity

    def mended(self, fix: str) -> Finding:
        """The same finding with what to write in the place of its first span."""
        return evolve(self, fix=fix)

    def message(self, lang: Language = "vi") -> str:
        """The sentence in Vietnamese (``"vi"``), English (``"en"``) or another language.

        Raises:
            UnknownCodeError: a language danvan does not speak.
        """
        return self.rule.sentence(lang).format_map(dict(self.parts))

    def __str__(self) -> str:
        place = f"{self.spans[0].report.name}:{self.spans[0].line}: " if self.spans else ""
        return f"{place}{self.code} {self.severity.name} {self.message()}"


@frozen
class Reason:
    """Why a check could not be made.

    Attributes:
        code: the key, ``"figure-missing"``.
        name: the same in Vietnamese.
        name_en: the same in English.
    """

    code: str = field(validator=_fields.text)
    name: str = field(validator=_fields.text)
    name_en: str = field(validator=_fields.text)
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None


@cache
def reasons() -> Catalogue[Reason]:
    """The reasons for which danvan leaves a check out, and what its checks are called."""
    return Catalogue.read("reasons", Reason)


@frozen
class Evaluation:
    """How often a kind of check could be made, and why it could not where it could not.

    No finding is not the same as checked and right; this tells the two apart.

    Attributes:
        check: the kind of check, ``"partition"``.
        evaluated: how often it was made, whatever came of it.
        left_out: for each reason why it was not, the code of the reason and how often.
    """

    check: str = field(validator=_fields.text)
    evaluated: int = field(validator=_fields.whole(0))
    left_out: tuple[tuple[str, int], ...] = field(default=(), validator=_fields.tuple_of(tuple))

    @property
    def not_evaluated(self) -> int:
        """How often it could not be made."""
        return sum(count for _, count in self.left_out)

    def message(self, lang: Language = "vi") -> str:
        """The same in a sentence."""

        def named(code: str) -> str:
            entry = reasons().get(code)
            return code if entry is None else entry.name if lang == "vi" else entry.name_en

        why = ", ".join(f"{named(code)} {count}" for code, count in self.left_out)
        done, not_done = ("đã kiểm", "chưa kiểm") if lang == "vi" else ("evaluated", "not")
        counts = f"{done} {self.evaluated}, {not_done} {self.not_evaluated}"
        return f"{named(self.check)}: {counts}{f' ({why})' if why else ''}"

    def __str__(self) -> str:
        return self.message()


def _as_tuple(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(findings)


@frozen
class Findings(Sequence[Finding]):
    """The findings of one run, in the order of the places they point at.

    ``str()`` gives a line each, as a linter does; :attr:`worst` is ``None``
    where nothing was found.

    Attributes:
        found: what counts.
        waived: what was found too, but accepted; each with its :attr:`Finding.waiver`.
        evaluations: what was looked at, and how often, where that was counted.
    """

    found: tuple[Finding, ...] = field(default=(), converter=_as_tuple)
    waived: tuple[Finding, ...] = field(default=(), converter=_as_tuple)
    evaluations: tuple[Evaluation, ...] = field(default=(), validator=_fields.tuple_of(Evaluation))

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
        return evolve(
            self,
            found=(f for f in self.found if f.code.startswith(codes)),
            waived=(f for f in self.waived if f.code.startswith(codes)),
        )

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
