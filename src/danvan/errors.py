"""The errors danvan raises, every one of them a :class:`DanvanError`.

An exception is for a mistake of the program or for input that cannot be read
at all.  What is wrong *inside* a report is no exception but a finding
(:mod:`danvan.findings`).

Each error keeps its parts as attributes and builds its sentence from them:
the subject, what was wanted, what was got.  It is also an error of the nearest
built-in kind, so that ``except ValueError`` goes on working.

>>> from danvan import DocumentNumber
>>> DocumentNumber.parse("217 QĐ TW")
Traceback (most recent call last):
    ...
danvan.errors.ParseError: document number: want a form like 217-QĐ/TW or 41/KH-UBND, got '217 QĐ TW'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

__all__ = [
    "DanvanError",
    "InvalidValueError",
    "MissingExtraError",
    "NotAdditiveError",
    "ParseError",
    "UnknownCodeError",
    "UnreadableFileError",
]


Translate = Callable[[str], str]
"""Gives a sentence, or a piece of one, in another language; its ``{slots}`` stay."""


def _as_it_is(text: str) -> str:
    return text


class DanvanError(Exception):
    """The base of every error of this library.

    ``str(error)`` is English; :func:`danvan.messages.told` says it in another language.
    """

    def told(self, translate: Translate) -> str:
        """The sentence, with each fixed piece of it put through ``translate``."""
        return translate(super().__str__())

    def __str__(self) -> str:
        return self.told(_as_it_is)


def _filled(template: str, parts: Mapping[str, object]) -> str:
    return template.format_map(parts) if parts else template


def _translated(parts: Mapping[str, object], translate: Translate) -> dict[str, object]:
    return {
        name: translate(part) if isinstance(part, str) else part for name, part in parts.items()
    }


_LONGEST: Final = 300


def _shown(value: object) -> str:
    """What was got, cut where it is long; Python refuses to print the longest numbers."""
    try:
        shown = repr(value)
    except ValueError:
        return "a number too long to show"
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"


class InvalidValueError(DanvanError, ValueError):
    """A part of a value that lies outside its domain.

    Args:
        what: the thing that was being made, such as ``"period"``.
        got: the offending part itself.
        want: what would have been right, in words.
        parts: what the ``{slots}`` of want stand for, if it has any.

    Attributes:
        what: the thing that was being made.
        got: the offending part itself.
        want: what would have been right, the slots filled.
        parts: what the slots stand for; fixed sentences among them are translated too.
    """

    def __init__(self, what: str, got: object, want: str, **parts: str) -> None:
        super().__init__(what, got, want)
        self.what, self.got, self.parts = what, got, parts
        self.want = _filled(want, parts)

    @property
    def shown(self) -> str:
        """The offending part as messages show it, cut where it is long."""
        return _shown(self.got)

    def told(self, translate: Translate) -> str:
        """The sentence, with each fixed piece of it put through ``translate``."""
        want = _filled(translate(self.args[2]), _translated(self.parts, translate))
        return translate("{what}: want {want}, got {got}").format(
            what=translate(self.what), want=want, got=self.shown
        )


class ParseError(InvalidValueError):
    """A text that is not in the canonical form of what it should say.

    Attributes:
        what: the thing that was to be read.
        got: the text.
        want: the form wanted, with an example.
    """


class UnknownCodeError(DanvanError, KeyError):
    """A code or name that a catalogue or a tree does not hold.

    Attributes:
        catalogue: where it was looked for.
        code: what was looked for.
        nearest: codes that are spelled alike, the likeliest first.
        where: the place the code came from (``"figures.csv, line 4"``), or "".
    """

    def __init__(
        self, catalogue: str, code: str, nearest: tuple[str, ...] = (), where: str = ""
    ) -> None:
        super().__init__(catalogue, code, nearest, where)
        self.catalogue, self.code, self.nearest, self.where = catalogue, code, nearest, where

    def told(self, translate: Translate) -> str:
        """The sentence, with each fixed piece of it put through ``translate``."""
        place = f"{self.where}: " if self.where else ""
        hint = translate("; nearest: {codes}").format(codes=", ".join(self.nearest))
        sentence = translate("{catalogue}: want a code it holds, got {code}").format(
            catalogue=translate(self.catalogue), code=_shown(self.code)
        )
        return f"{place}{sentence}{hint if self.nearest else ''}"


class NotAdditiveError(DanvanError, TypeError):
    """Figures that must not be added up, with the operation to use instead.

    Attributes:
        indicator: the code of the indicator.
        operation: what was asked for, such as ``"sum over months"``.
        instead: what to do in its place.
    """

    def __init__(self, indicator: str, operation: str, instead: str) -> None:
        super().__init__(indicator, operation, instead)
        self.indicator, self.operation, self.instead = indicator, operation, instead

    def told(self, translate: Translate) -> str:
        """The sentence, with each fixed piece of it put through ``translate``."""
        return translate("{indicator}: cannot take the {operation}; {instead}").format(
            indicator=self.indicator,
            operation=translate(self.operation),
            instead=translate(self.instead),
        )


class UnreadableFileError(DanvanError, ValueError):
    """A file that cannot be read as what it should be.

    Args:
        path: the file, as it was named by the caller.
        problem: what is wrong with it, and where.
        want: what would have been right.
        parts: what the ``{slots}`` of problem and want stand for, if they have any.

    Attributes:
        path: the file, as it was named by the caller.
        problem: what is wrong with it, the slots filled.
        want: what would have been right, the slots filled.
        parts: what the slots stand for; sentences in the slots of want are translated too.
    """

    def __init__(self, path: str, problem: str, want: str, **parts: object) -> None:
        super().__init__(path, problem, want)
        self.path, self.parts = path, parts
        self.problem, self.want = _filled(problem, parts), _filled(want, parts)

    def told(self, translate: Translate) -> str:
        """The sentence, with each fixed piece of it put through ``translate``."""
        _, problem, want = self.args
        return translate("{path}: {problem}; want {want}").format(
            path=self.path,
            problem=_filled(translate(problem), self.parts),
            want=_filled(translate(want), _translated(self.parts, translate)),
        )


class MissingExtraError(DanvanError, ImportError):
    """An optional library that is not installed.

    Attributes:
        module: the module of danvan that needs it.
        package: the library it needs.
        extra: the extra of danvan that brings it.
    """

    def __init__(self, module: str, package: str, extra: str) -> None:
        super().__init__(module, package, extra)
        self.module, self.package, self.extra = module, package, extra

    def told(self, translate: Translate) -> str:
        """The sentence, with each fixed piece of it put through ``translate``."""
        sentence = translate("{module} needs {package}: python -m pip install 'danvan[{extra}]'")
        return sentence.format(module=self.module, package=self.package, extra=self.extra)
