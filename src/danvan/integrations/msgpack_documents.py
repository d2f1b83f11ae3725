"""danvan's values as MessagePack, by msgspec, which the extra ``fast`` brings.

Between programs: the data of JSON in fewer bytes.

>>> from danvan import Quantity
>>> packed = to_msgpack(Quantity.parse("trên 394 buổi"))
>>> len(packed), from_msgpack(packed, Quantity)
(47, Quantity.parse('trên 394 buổi'))
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from danvan.errors import InvalidValueError, MissingExtraError
from danvan.findings import Text
from danvan.interchange.documents import document, value_in
from danvan.interchange.plain import as_plain
from danvan.interchange.problems import Problem, shown

try:
    import msgspec
except ImportError as error:
    raise MissingExtraError("danvan.integrations.msgpack_documents", "msgspec", "fast") from error

__all__ = ["from_msgpack", "to_msgpack"]

T = TypeVar("T")


def to_msgpack(obj: Any) -> bytes:
    """The MessagePack of a value, with the version of its form.

    Raises:
        InvalidValueError: a whole number of more than 64 bits, or too deep a nesting.
    """
    try:
        return msgspec.msgpack.encode(document(obj))
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise InvalidValueError(
            "MessagePack", type(obj).__name__, f"plain data ({error})"
        ) from None


def from_msgpack(data: bytes, cls: type[T], *, texts: Iterable[Text] = ()) -> T:
    """The value that :func:`to_msgpack` wrote.

    Args:
        data: the bytes.
        cls: the class.
        texts: the texts that spans may point into, as for ``from_json``.

    Raises:
        DocumentError: no MessagePack, or not such a value; the message names the place.
    """
    errors = (msgspec.MsgspecError, ValueError, TypeError)
    return value_in(
        lambda: as_plain(msgspec.msgpack.decode(data)), _wrong, data, cls, texts, errors
    )


def _wrong(error: Exception) -> Problem:
    return Problem("$", InvalidValueError("MessagePack", shown(str(error)), "MessagePack"))
