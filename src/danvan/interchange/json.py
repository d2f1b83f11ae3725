"""Values to JSON text and back."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from danvan.errors import ParseError
from danvan.interchange.converter import make_converter

if TYPE_CHECKING:
    from cattrs.preconf.json import JsonConverter

__all__ = ["from_json", "to_json"]

T = TypeVar("T")


@cache
def _converter() -> JsonConverter:
    return make_converter()


def to_json(obj: Any, *, indent: int | None = None) -> str:
    """The JSON of a value; Vietnamese letters stay as they are.

    >>> from danvan.findings import Severity
    >>> to_json((Severity.ERROR, Severity.NOTE))
    '["ERROR", "NOTE"]'
    """
    return json.dumps(_converter().unstructure(obj), ensure_ascii=False, indent=indent)


def from_json(data: str | bytes, cls: type[T]) -> T:
    """The value that :func:`to_json` wrote.

    Raises:
        ParseError: no JSON, or not that of such a value; the message names the place
            (``$.quantity``) and what was wanted there.

    >>> from danvan import Quantity
    >>> from_json('["trên 394 buổi", "394 x"]', tuple[Quantity, ...])[0]
    Quantity.parse('trên 394 buổi')
    """
    from cattrs import transform_error
    from cattrs.errors import BaseValidationError, ForbiddenExtraKeysError

    name = getattr(cls, "__name__", str(cls))
    try:
        plain = json.loads(data)
    except ValueError as error:
        raise ParseError(name, data[:60], f"JSON ({error})") from error
    except RecursionError:
        raise ParseError(name, data[:60], "JSON less deeply nested") from None

    def sentence(error: BaseException, _: type | None) -> str:
        if isinstance(error, ForbiddenExtraKeysError):
            return f"unknown keys: {', '.join(sorted(error.extra_fields))}"
        if type(error) is KeyError:
            return f"{error.args[0]} is missing"
        return str(error)

    try:
        return _converter().structure(plain, cls)
    except BaseValidationError as error:
        problems = transform_error(error, format_exception=sentence)
        raise ParseError(name, data[:60], "; ".join(problems)) from error
    except (ValueError, TypeError, KeyError) as error:
        raise ParseError(name, data[:60], str(error)) from error
    except AttributeError:
        raise ParseError(name, data[:60], "a JSON object with its parts") from None
