"""What was looked at, and why it could not be where it was not."""

from __future__ import annotations

from datetime import date
from functools import cache

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.findings.finding import Language

__all__ = ["Evaluation", "Reason", "reasons"]


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
