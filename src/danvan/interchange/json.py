"""Values to JSON text and back."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from math import isfinite
from typing import Any, Final, NoReturn, TypeVar

from danvan.errors import InvalidValueError
from danvan.findings import Text
from danvan.interchange.documents import document, document_error, value_of
from danvan.interchange.problems import Problem, shown

__all__ = ["from_json", "parse_json", "to_json"]

T = TypeVar("T")

_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")
"""What may be a letter cut in two, which no file in UTF-8 has a place for."""


def to_json(obj: Any, *, indent: int | None = None) -> str:
    """The JSON of a value, with the version of its form; Vietnamese letters stay as they are.

    Of the parts that have their default none is written.

    >>> from danvan import Quantity
    >>> to_json(Quantity.parse("trên 394 buổi"))
    '{"danvan":2,"value":"394","unit":"buổi","qualifier":"trên"}'

    Raises:
        InvalidValueError: something JSON has no place for, a number longer than Python
            prints, or nested deeper than Python goes.
    """
    plain = document(obj)
    separators = (",", ":") if indent is None else None
    try:
        if indent is None and (quick := _quick(plain)):
            return quick
        return json.dumps(
            plain, ensure_ascii=False, indent=indent, allow_nan=False, separators=separators
        )
    except ValueError:
        raise InvalidValueError(
            "value", type(obj).__name__, "numbers that Python can print"
        ) from None
    except (TypeError, RecursionError) as error:
        raise InvalidValueError("JSON", type(obj).__name__, f"plain data ({error})") from None


def _quick(plain: Any) -> str | None:
    """The same by orjson, which the extra ``fast`` brings; ``None`` where it is not to be had.

    It has no place for whole numbers of more than 64 bits.
    """
    try:
        import orjson
    except ImportError:
        return None
    try:
        return orjson.dumps(plain).decode()
    except orjson.JSONEncodeError:
        return None


def from_json(data: str | bytes, cls: type[T], *, texts: Iterable[Text] = ()) -> T:
    """The value that :func:`to_json` wrote, now or in an earlier version.

    Args:
        data: the JSON.
        cls: the class; also ``tuple[Observation, ...]`` and the like.
        texts: the texts that spans may point into; a span names its text only, and one
            that is not given is an empty :class:`~danvan.findings.Source` of that name.

    Raises:
        DocumentError: no JSON, a key twice in one object, or not such a value; the message
            names the place (``$.sections[2].heading``) and what was wanted there.

    >>> from danvan import Quantity
    >>> from_json('["trên 394 buổi", {"value": "3", "unit": "x"}]', tuple[Quantity, ...])[0]
    Quantity.parse('trên 394 buổi')
    >>> from_json('[{"value": 3}]', tuple[Quantity, ...])
    Traceback (most recent call last):
        ...
    danvan.interchange.problems.DocumentError: tuple: $[0].value: want a number in a text, such as
    "85.48", got 3
    """
    return value_of(parse_json(data, cls), cls, data, texts)


def parse_json(data: str | bytes, cls: Any) -> Any:
    """The plain data of JSON, read strictly.

    Raises:
        DocumentError: no JSON, or none that every program reads alike.
    """
    try:
        text = data if isinstance(data, str) else bytes(data).decode("utf-8-sig")
        text.encode()
        plain = json.loads(
            text, object_pairs_hook=_object, parse_float=_number, parse_constant=_refused
        )
        if _HALF.search(text):
            json.dumps(plain, ensure_ascii=False).encode()
        return plain
    except InvalidValueError as error:
        problem = error
        path = "$"
    except json.JSONDecodeError as error:
        problem = InvalidValueError("JSON", shown(error.doc[error.pos :][:60]), "JSON")
        path = f"$ {error.lineno}:{error.colno}"
    except UnicodeDecodeError as error:
        problem, path = InvalidValueError("JSON", f"byte {error.start}", "UTF-8"), "$"
    except UnicodeEncodeError as error:
        half = error.object[error.start]
        problem, path = InvalidValueError("JSON", half, "no half of a letter (a surrogate)"), "$"
    except ValueError:
        problem, path = InvalidValueError("JSON", "a huge number", "numbers that fit"), "$"
    except RecursionError:
        want = "a document less deeply nested"
        problem, path = InvalidValueError("JSON", "deep nesting", want), "$"
    raise document_error(cls, data, Problem(path, problem))


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        counts = Counter(name for name, _ in pairs)
        twice = next(name for name, count in counts.items() if count > 1)
        raise InvalidValueError("JSON", shown(twice), "each key once in an object")
    return found


def _number(text: str) -> float:
    number = float(text)
    if not isfinite(number) or Decimal(text) != Decimal(repr(number)):
        raise InvalidValueError("JSON", shown(text), "numbers that fit")
    return number


def _refused(text: str) -> NoReturn:
    raise InvalidValueError("JSON", text, "numbers that fit")
