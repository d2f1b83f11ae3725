"""Plain data of documents: what every format writes and reads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar

from danvan.errors import DanvanError, InvalidValueError
from danvan.findings import Text
from danvan.interchange.converter import make_converter, pointing_into
from danvan.interchange.problems import DocumentError, Problem, problems_in
from danvan.interchange.versions import brought_up, with_version

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter

__all__ = ["document", "document_error", "value_in", "value_of"]

T = TypeVar("T")

_HEAD: Final = 60


@cache
def _converter() -> JsonConverter:
    return make_converter()


def document(value: Any) -> Any:
    """A value as plain data, with the version of its form.

    Raises:
        InvalidValueError: nested deeper than Python goes.
    """
    try:
        return with_version(_converter().unstructure(value))
    except RecursionError:
        name = type(value).__name__
        raise InvalidValueError("document", name, "a value less deeply nested") from None


def value_of(plain: Any, cls: type[T], data: Any, texts: Iterable[Text] = ()) -> T:
    """The value of a document.

    Args:
        plain: its data.
        cls: the class of the value.
        data: the document itself, for messages.
        texts: the texts that spans may point into.

    Raises:
        DocumentError: the data are not those of such a value.
    """
    from cattrs.errors import BaseValidationError, StructureHandlerNotFoundError

    try:
        with pointing_into(texts):
            return _converter().structure(brought_up(plain), cls)
    except (BaseValidationError, DanvanError, RecursionError) as error:
        problems = _told(error)
    except StructureHandlerNotFoundError as error:
        want = "a class that danvan reads; of a catalogue its entries too: Catalogue[Indicator]"
        raise InvalidValueError("class", error.type_, want) from None
    raise document_error(cls, data, *problems)


def value_in(
    read: Callable[[], Any],
    wrong: Callable[[Exception], Problem],
    data: Any,
    cls: type[T],
    texts: Iterable[Text] = (),
    errors: tuple[type[Exception], ...] = (ValueError, TypeError),
) -> T:
    """The value of a document in a format of its own.

    Args:
        read: gives its plain data.
        wrong: says what an error of the format means.
        data: the document itself, for messages.
        cls: the class of the value.
        texts: the texts that spans may point into.
        errors: what reading raises where the format is not kept.

    Raises:
        DocumentError: the format is not kept, or the data are not those of such a value.
    """
    try:
        plain = read()
    except DanvanError as error:
        problem = Problem("$", error)
    except RecursionError:
        deep = InvalidValueError("document", "deep nesting", "a document less deeply nested")
        problem = Problem("$", deep)
    except errors as error:
        problem = wrong(error)
    else:
        return value_of(plain, cls, data, texts)
    raise document_error(cls, data, problem)


def document_error(cls: Any, data: Any, *problems: Problem) -> DocumentError:
    """That a document is not one of a class, and why."""
    return DocumentError(getattr(cls, "__name__", str(cls)), data[:_HEAD], problems)


def _told(error: Exception) -> tuple[Problem, ...]:
    try:
        if not isinstance(error, RecursionError):
            return tuple(problems_in(error))
    except RecursionError:
        pass
    return tuple(problems_in(RecursionError()))
