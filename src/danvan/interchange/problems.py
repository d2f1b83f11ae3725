"""What is wrong with a document: at which path, and in danvan's own words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

import attrs
from attrs import frozen

from danvan.errors import DanvanError, InvalidValueError, ParseError, Translate

__all__ = ["DocumentError", "PartError", "Problem", "problems_in", "shown"]

_LONGEST: Final = 300


@frozen
class Problem:
    """One thing that is wrong.

    Attributes:
        path: where, from the top of the document: ``$.sections[2].heading``.
        error: what, with its parts.
    """

    path: str
    error: DanvanError

    def told(self, translate: Translate) -> str:
        """Path and sentence, each fixed piece put through ``translate``."""
        return f"{_shortened(self.path)}: {_shortened(self.error.told(translate))}"


class PartError(InvalidValueError):
    """A part of a document that is of another kind; the path says which part.

    Attributes:
        got: the part, or how it begins.
        want: what would have been right.
        number: the number that the ``{number}`` of it stands for, if it has one.
    """

    def __init__(self, got: object, want: str, number: int = 0) -> None:
        super().__init__("part", got, want)
        self.number = number

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.got, self.want, self.number)

    def told(self, translate: Translate) -> str:
        """The sentence, with each fixed piece of it put through ``translate``."""
        want = translate(self.want).replace("{number}", str(self.number))
        got = translate(self.got) if isinstance(self.got, _Kind) else repr(self.got)
        return translate("want {want}, got {got}").format(want=want, got=got)


class DocumentError(ParseError):
    """A document that is not one of the class it should be.

    ``str(error)`` is English; :func:`danvan.messages.told` says it in Vietnamese.

    Attributes:
        what: the name of the class.
        got: how the document begins.
        want: the English sentences.
        problems: what is wrong, each with its path; of every list the first wrong member.
    """

    def __init__(self, what: str, got: object, problems: tuple[Problem, ...]) -> None:
        super().__init__(what, got, "; ".join(one.told(str) for one in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.what, self.got, self.problems)

    def told(self, translate: Translate) -> str:
        """The sentence, with each fixed piece of it put through ``translate``."""
        return f"{self.what}: {'; '.join(one.told(translate) for one in self.problems)}"


def shown(value: object) -> object:
    """A value as an error may name it: as it is, or the beginning or the kind of a long one."""
    if isinstance(value, str):
        return _shortened(value)
    if isinstance(value, list | dict):
        return _Kind("an array" if isinstance(value, list) else "an object")
    return value


class _Kind(str):
    """A word for what was got, said without quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 2]} …"


def problems_in(error: BaseException, path: str = "$") -> Iterator[Problem]:
    """What cattrs met, one by one, as danvan says it."""
    from cattrs.errors import BaseValidationError

    if isinstance(error, BaseValidationError):
        for one in error.exceptions:
            yield from problems_in(one, f"{path}{_step(one, error.cl)}")
    elif isinstance(error, RecursionError):
        yield Problem("$", PartError(shown([]), "a document less deeply nested"))
    elif isinstance(error, DanvanError):
        yield Problem(path, error)
    elif type(error) is KeyError:
        yield Problem(path, DanvanError("this part is missing"))
    else:
        yield Problem(path, PartError(shown(str(error)), "another value"))


def _step(error: BaseException, cls: Any) -> str:
    """The last piece of the path: what cattrs noted, or the part a class refused."""
    from cattrs.errors import AttributeValidationNote, IterableValidationNote

    for note in getattr(error, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return f".{_alias(cls, note.name)}"
        if isinstance(note, IterableValidationNote):
            return f"[{note.index}]"
    if isinstance(error, InvalidValueError):
        owner, _, part = error.what.partition(".")
        if owner == cls.__name__ and attrs.has(cls) and part in attrs.fields_dict(cls):
            return f".{_alias(cls, part)}"
    return ""


def _alias(cls: Any, name: str) -> str:
    return (attrs.fields_dict(cls)[name].alias if attrs.has(cls) else None) or name
