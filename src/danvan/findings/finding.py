"""Rules, and what was found to go against them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import IntEnum
from functools import cache
from typing import Final

from attrs import evolve, field, frozen

from danvan import _fields, notebook
from danvan.catalogue import Catalogue
from danvan.findings.span import Span
from danvan.messages import translated
from danvan.vietnamese.numbers import format_number

__all__ = ["Finding", "Language", "Rule", "Severity", "Waiver", "rules"]

Language = str
"""The code of a language: one of :func:`danvan.messages.languages`."""


class Severity(IntEnum):
    """How grave a finding is; ``max()`` of several gives the worst."""

    NOTE = 1
    WARNING = 2
    ERROR = 3


_TONES: Final = {Severity.ERROR: "bad", Severity.WARNING: "doubtful", Severity.NOTE: "remark"}


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
        said = dict(self.parts)
        if self.difference is not None and lang == "vi":
            said["difference"] = format_number(self.difference)  # 1,8 and not 1.8
        return self.rule.sentence(lang).format_map(said)

    def _cells_(self) -> dict[str, object]:
        return {
            "Vị trí": _place(self),
            "Mã": self.code,
            "Mức": notebook.Tone(translated(self.severity.name, "vi"), _TONES[self.severity]),
            "Nội dung": self.message(),
            "Sửa thành": self.fix,
        }

    def _repr_html_(self) -> str:
        return notebook.record("", {**self._cells_(), "Căn cứ": self.rule.basis})

    def __str__(self) -> str:
        place = f"{self.spans[0].report.name}:{self.spans[0].line}: " if self.spans else ""
        return f"{place}{self.code} {self.severity.name} {self.message()}"


def _place(finding: Finding) -> str:
    first = finding.spans[0] if finding.spans else None
    return f"{first.report.name}:{first.line}" if first else ""
