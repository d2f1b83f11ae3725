"""A great many observations from JSON at a go, by msgspec, which the extra ``fast`` brings.

The bytes are those of ``to_json(tuple_of_observations)``, and the observations those that
:func:`~danvan.interchange.from_json` makes of them; what a file says again and again (bodies,
indicators, periods, figures) is read once and is one object.  Whatever is unusual, a key
that is not known or a mistake, is left to ``from_json``: it keeps it or says what is wrong.

>>> from danvan.indicators import Observation
>>> from danvan.interchange import from_json, to_json
>>> from danvan.organizations import Organizations
>>> from danvan import Period, Quantity
>>> from danvan.indicators import indicators
>>> women = Organizations.shipped("tam_duong")["tam_duong.women"]
>>> sessions, year = indicators()["propaganda.sessions"], Period.year(2023)
>>> figures = (Observation(sessions, women, year, Quantity.parse("trên 394 buổi")),)
>>> read_observations(to_json(figures).encode()) == figures
True
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from cattrs.errors import BaseValidationError

from danvan.errors import DanvanError, MissingExtraError
from danvan.findings import Span
from danvan.indicators import Indicator, Missing, Observation, Role, Scope, Status
from danvan.interchange import from_json, make_converter, unknown_fields
from danvan.interchange.json import parse_json
from danvan.interchange.versions import VERSION
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.quantities import Quantity

try:
    import msgspec
except ImportError as error:
    raise MissingExtraError(
        "danvan.integrations.msgspec_observations", "msgspec", "fast"
    ) from error

__all__ = ["read_observations"]

_MOST: Final = 50_000
_NULL: Final = b"null"


class _Row(msgspec.Struct, forbid_unknown_fields=True, gc=False):
    """What stands in the file for an observation, its parts as they stand there."""

    indicator: msgspec.Raw
    organization: msgspec.Raw
    period: msgspec.Raw
    danvan: int = 1
    quantity: msgspec.Raw = msgspec.Raw(_NULL)
    breakdown: tuple[tuple[str, str], ...] = ()
    role: Role = Role.ACTUAL
    status: Status = Status.FINAL
    scope: Scope = Scope.WHOLE
    reported_on: date | None = None
    missing: Missing | None = None
    source: str = ""
    span: msgspec.Raw = msgspec.Raw(_NULL)


_ROWS: Final = msgspec.json.Decoder(list[_Row])


class _UnusualError(Exception):
    """Something that the ordinary way is for."""


_LEFT: Final = (
    _UnusualError,
    DanvanError,
    BaseValidationError,
    msgspec.MsgspecError,
    RecursionError,
    ValueError,
)


def read_observations(data: bytes) -> tuple[Observation, ...]:
    """The observations of a JSON array.

    One thing is not looked for that the ordinary way refuses: a key that stands twice in an
    observation; the last one counts.

    Raises:
        DocumentError: as ``from_json(data, tuple[Observation, ...])`` raises it.
    """
    try:
        return _read(data)
    except _LEFT:
        return from_json(data, tuple[Observation, ...])


def _read(data: bytes) -> tuple[Observation, ...]:
    indicator, organization = _reader(Indicator), _reader(Organization)
    period, quantity, span = _reader(Period), _reader(Quantity | None), _reader(Span | None)
    found = []
    for row in _ROWS.decode(data):
        if row.danvan > VERSION:
            raise _UnusualError
        found.append(
            Observation(
                indicator(row.indicator),
                organization(row.organization),
                period(row.period),
                quantity(row.quantity),
                breakdown=row.breakdown,
                role=row.role,
                status=row.status,
                scope=row.scope,
                reported_on=row.reported_on,
                missing=row.missing,
                source=row.source,
                span=span(row.span),
            )
        )
    return tuple(found)


def _reader(kind: Any) -> Callable[[msgspec.Raw], Any]:
    """How one part is read; what was said before in the same bytes is the same object."""
    structure = make_converter().get_structure_hook(kind)
    said: dict[bytes, Any] = {_NULL: None} if kind in (Quantity | None, Span | None) else {}

    def read(raw: msgspec.Raw) -> Any:
        text = bytes(raw)
        try:
            return said[text]
        except KeyError:
            pass
        value = structure(parse_json(text, kind), kind)
        if unknown_fields(value):
            raise _UnusualError
        if len(said) >= _MOST:
            said.clear()
        said[text] = value
        return value

    return read
