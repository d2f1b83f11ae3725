"""Observations as a data value set of DHIS2 (JSON, identifiers by code), and back.

Values are numbers in the base unit, so that DHIS2 may add them up: 431,6 triệu đồng is
431600000.  Whatever a number cannot say (the words of the figure, why it is missing,
how settled it is, its source) stands in the comment.  A breakdown is the code of a
category option combination, role and scope that of an attribute option combination;
the instance must have options of these codes.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final, TypeVar

from attrs import field, frozen

from danvan import _fields
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError, UnknownCodeError, UnreadableFileError
from danvan.indicators import Indicator, Missing, Observation, Role, Scope, Status, indicators
from danvan.integrations.dhis2.comments import from_comment, to_comment
from danvan.integrations.dhis2.periods import from_dhis2_period, to_dhis2_period
from danvan.organizations import Organizations
from danvan.quantities import Quantity

__all__ = ["DataValueSet", "read_data_value_set", "write_data_value_set"]

LONGEST_CODE: Final = 50
LONGEST_COMMENT: Final = 50_000
_MOST: Final = 256 * 2**20
_DEFAULT: Final = "default"
_NUMBER: Final = re.compile(r"[0-9]{1,30}(?:\.[0-9]{1,12})?")
_OF_SET: Final = ("dataSet", "completeDate", "period", "orgUnit", "attributeOptionCombo")
_KEY: Final = ("dataElement", "period", "orgUnit", "categoryOptionCombo", "attributeOptionCombo")
_OF_VALUE: Final = (*_KEY, "value", "comment")

_NAMED: Final = ("dataElement", "orgUnit", "categoryOptionCombo", "attributeOptionCombo")

Codes = Mapping[str, Mapping[str, str]]
"""What an instance calls a thing, by the key it stands under and danvan's code of it."""

_NO_CODES: Final[Codes] = {}

E = TypeVar("E", bound=Enum)


@frozen
class DataValueSet:
    """A set of data values.

    Attributes:
        observations: the figures, in order.
        data_set: the code of the data set, or "".
        completed_on: the day it was declared complete, or ``None``.
        left_out: the keys danvan has no place for, with how often and where first.
    """

    observations: tuple[Observation, ...] = field(validator=_fields.tuple_of(Observation))
    data_set: str = field(default="", validator=_fields.instance(str))
    completed_on: date | None = field(default=None, validator=_fields.optional(_fields.day))
    left_out: tuple[str, ...] = field(default=(), validator=_fields.tuple_of(str), eq=False)


def write_data_value_set(
    values: DataValueSet, *, codes: Codes = _NO_CODES, indent: int | None = None
) -> str:
    """The set as JSON, to be sent with ``?idScheme=code``, or with that of ``codes``.

    Args:
        values: the figures.
        codes: what the instance calls a thing otherwise than danvan, under ``"dataElement"``,
            ``"orgUnit"``, ``"categoryOptionCombo"`` and ``"attributeOptionCombo"``:
            ``{"orgUnit": {"tam_duong.youth": "DiszpKrYNg8"}}``.
        indent: how far the parts are set in; all in one line if not given.

    Raises:
        InvalidValueError: a period DHIS2 cannot spell, a code of more than 50 letters, or
            two figures of one thing; the message says what may be done.
    """
    seen: dict[tuple[str, ...], Observation] = {}
    found = []
    for one in values.observations:
        value = _renamed(_data_value(one), codes)
        key = tuple(value.get(name, "") for name in _KEY)
        if (other := seen.setdefault(key, one)) is not one:
            want = f"one figure of each thing, and not {other} too; as_known() picks the latest"
            raise InvalidValueError("data value set", str(one), want)
        found.append(value)
    head: dict[str, Any] = {}
    if values.data_set:
        head["dataSet"] = values.data_set
    if values.completed_on:
        head["completeDate"] = values.completed_on.isoformat()
    return json.dumps({**head, "dataValues": found}, ensure_ascii=False, indent=indent)


def _data_value(one: Observation) -> dict[str, str]:
    quantity = one.quantity
    is_plain = quantity is not None and _is_plain(quantity, one.indicator)
    value = {
        "dataElement": one.indicator.code,
        "period": to_dhis2_period(one.period),
        "orgUnit": one.organization.code,
    }
    roles = [("role", one.role, Role.ACTUAL), ("scope", one.scope, Scope.WHOLE)]
    said = tuple((name, part.value) for name, part, usual in roles if part is not usual)
    for key, pairs in (("categoryOptionCombo", one.breakdown), ("attributeOptionCombo", said)):
        if pairs:
            value[key] = _combination(pairs, key)
    if quantity is not None:
        value["value"] = f"{quantity.amount:f}"
    comment = to_comment(
        {
            "as written": "" if quantity is None or is_plain else str(quantity),
            "missing": one.missing.value if one.missing else "",
            "status": "" if one.status is Status.FINAL else one.status.value,
            "reported on": one.reported_on.isoformat() if one.reported_on else "",
            "source": one.source,
        }
    )
    if len(comment) > LONGEST_COMMENT:
        raise InvalidValueError("comment", one.source[:60], f"at most {LONGEST_COMMENT} letters")
    if comment:
        value["comment"] = comment
    return value


def _is_plain(quantity: Quantity, indicator: Indicator) -> bool:
    """Whether the number alone gives the figure back, in the unit of its indicator."""
    plain = Quantity(quantity.value, indicator.unit)
    return str(quantity) == str(plain) and plain.scale == 1


def _renamed(value: dict[str, str], codes: Codes) -> dict[str, str]:
    """A data value under the codes of the instance."""
    found = dict(value)
    for key in _NAMED:
        if key in found:
            found[key] = codes.get(key, {}).get(found[key], found[key])
            if len(found[key]) > LONGEST_CODE:
                want = f"at most {LONGEST_CODE} letters, or a shorter one for it in codes"
                raise InvalidValueError(f"{key} of DHIS2", found[key], want)
    return found


def _named_back(codes: Codes) -> Codes:
    """The codes of danvan under those of the instance."""
    found = {}
    for key, names in codes.items():
        found[key] = {code: name for name, code in names.items()}
        if len(found[key]) < len(names):
            raise InvalidValueError(
                f"codes of {key}", dict(names), "each code of the instance once"
            )
    return found


def _combination(pairs: Iterable[tuple[str, str]], key: str) -> str:
    """Pairs as the code of an option combination: ``field=economy;form=collective``."""
    found = tuple(pairs)
    if any(sign in text for pair in found for text in pair for sign in "=;") or any(
        not text for pair in found for text in pair
    ):
        raise InvalidValueError(f"{key} of DHIS2", str(found), "names without = and ;")
    return ";".join("=".join(pair) for pair in found)


def read_data_value_set(
    text: str | bytes,
    organizations: Organizations,
    catalogue: Catalogue[Indicator] | None = None,
    name: str = "data value set",
    *,
    codes: Codes = _NO_CODES,
) -> DataValueSet:
    """The set in the JSON of DHIS2, asked for with ``?idScheme=code`` or with that of ``codes``.

    Args:
        text: the JSON.
        organizations: the tree that ``orgUnit`` is of.
        catalogue: the indicators; those danvan ships if none are given.
        name: what it is called in messages.
        codes: what the instance calls a thing otherwise than danvan, as in writing.

    Raises:
        UnreadableFileError: no such JSON, or a value that is none of its key's; names the place.
        UnknownCodeError: an indicator or an organization nobody knows; names it too.
    """
    if len(text) > _MOST:
        raise UnreadableFileError(name, f"{len(text)} bytes", f"at most {_MOST}")
    try:
        data = json.loads(text, parse_float=Decimal, parse_int=Decimal)
    except RecursionError:
        raise UnreadableFileError(name, "deep nesting", "a data value set") from None
    except (ValueError, ArithmeticError) as error:
        raise UnreadableFileError(name, str(error), "JSON") from error
    values = data.get("dataValues", []) if isinstance(data, dict) else None
    if not isinstance(values, list):
        raise UnreadableFileError(name, "no list of dataValues", "an object with dataValues")
    known = indicators() if catalogue is None else catalogue
    reader = _Reader(name, organizations, known, _named_back(codes))
    head = reader.texts(data, (*_OF_SET, "dataValues"), "$")
    shared = {
        key: head[key] for key in ("period", "orgUnit", "attributeOptionCombo") if key in head
    }
    found = []
    for at, value in enumerate(values):
        place = f"$.dataValues[{at}]"
        if not isinstance(value, dict):
            raise UnreadableFileError(name, f"{place}: {value!r:.60}", "an object")
        found.append(reader.observation(shared | reader.texts(value, _OF_VALUE, place), place))
    return DataValueSet(
        tuple(found),
        head.get("dataSet", ""),
        reader.day(head.get("completeDate", ""), "$.completeDate"),
        tuple(reader.left_out()),
    )


class _Reader:
    """Data values to observations; counts the keys nobody takes."""

    def __init__(
        self,
        name: str,
        organizations: Organizations,
        catalogue: Catalogue[Indicator],
        codes: Codes,
    ) -> None:
        self.name, self.organizations, self.catalogue = name, organizations, catalogue
        self.codes = codes
        self.strange: dict[str, tuple[int, str]] = {}

    def left_out(self) -> Iterator[str]:
        for key, (count, place) in self.strange.items():
            yield f"{key}: {count} values, the first in {place}"

    def texts(self, data: Mapping[str, Any], known: tuple[str, ...], place: str) -> dict[str, str]:
        """The known keys as texts; nothing is no text."""
        found = {}
        for key, value in data.items():
            if key == "deleted" and value is True:
                raise UnreadableFileError(self.name, f"{place}: deleted", "values that stand")
            if key not in known:
                count, first = self.strange.get(key, (0, place))
                self.strange[key] = count + 1, first
            elif isinstance(value, Decimal) and value.is_finite():
                found[key] = f"{value:f}" if abs(value.adjusted()) < 100 else str(value)
            elif isinstance(value, str):
                found[key] = value
            elif value is not None and key != "dataValues":
                raise UnreadableFileError(self.name, f"{place}.{key}: {value!r:.60}", "a text")
        for key in _NAMED:
            if key in found:
                found[key] = self.codes.get(key, {}).get(found[key], found[key])
        return {key: value for key, value in found.items() if value}

    def day(self, text: str, place: str) -> date | None:
        try:
            return date.fromisoformat(text[:10]) if text else None
        except ValueError:
            raise UnreadableFileError(self.name, f"{place}: {text!r}", "a date") from None

    def observation(self, texts: Mapping[str, str], place: str) -> Observation:
        key = "dataElement"
        try:
            indicator = self.catalogue[_needed(texts, key)]
            key = "period"
            period = from_dhis2_period(_needed(texts, key))
            key = "orgUnit"
            code = _needed(texts, key)
            organization = self.organizations.get(code, period.last) or self.organizations[code]
            key = "attributeOptionCombo"
            said = dict(_pairs(texts.get(key, _DEFAULT)))
            role = _choice(Role, said.pop("role", Role.ACTUAL.value), "role")
            scope = _choice(Scope, said.pop("scope", Scope.WHOLE.value), "scope")
            if said:
                raise InvalidValueError(key, texts[key], "role=... and scope=..., or default")
            key = "categoryOptionCombo"
            breakdown = tuple(_pairs(texts.get(key, _DEFAULT)))
            key = "comment"
            beside = from_comment(texts.get(key, ""))
            status = _choice(Status, beside.get("status", Status.FINAL.value), "status")
            reported_on = self.day(beside.get("reported on", ""), f"{place}.comment")
            key = "value"
            quantity, missing = _figure(texts.get(key, ""), beside, indicator)
            return Observation(
                indicator,
                organization,
                period,
                quantity,
                breakdown=breakdown,
                role=role,
                status=status,
                scope=scope,
                reported_on=reported_on,
                missing=missing,
                source=beside.get("source", ""),
            )
        except UnknownCodeError as error:
            where = f"{self.name}, {place}.{key}"
            raise UnknownCodeError(error.catalogue, error.code, error.nearest, where) from error
        except InvalidValueError as error:
            problem = f"{place}.{key}: {error.what} {error.shown}"
            raise UnreadableFileError(self.name, problem, error.want) from error


def _needed(texts: Mapping[str, str], key: str) -> str:
    if key not in texts:
        raise InvalidValueError(key, None, "one, in the value or in the set")
    return texts[key]


def _pairs(combination: str) -> Iterator[tuple[str, str]]:
    for part in () if combination == _DEFAULT else combination.split(";"):
        name, equals, value = part.partition("=")
        if not (name and equals and value):
            raise InvalidValueError("option combination", combination, "a=b;c=d, or default")
        yield name, value


def _choice(choices: type[E], text: str, what: str) -> E:
    try:
        return choices(text)
    except ValueError:
        want = f"one of {', '.join(one.value for one in choices)}"
        raise InvalidValueError(what, text, want) from None


def _figure(
    value: str, beside: Mapping[str, str], indicator: Indicator
) -> tuple[Quantity | None, Missing | None]:
    reason, written = beside.get("missing"), beside.get("as written")
    if bool(value) is (reason is not None):
        raise InvalidValueError("value", value, "a number, or a comment 'missing: ...' alone")
    if reason is not None:
        return None, _choice(Missing, reason, "missing")
    if not _NUMBER.fullmatch(value):
        raise InvalidValueError("value", value, "a number from zero up, such as 394 or 85.48")
    if written is None:
        return Quantity(Decimal(value), indicator.unit), None
    quantity = Quantity.parse(written)
    if quantity.amount != Decimal(value):
        raise InvalidValueError("as written", written, f"a figure of {value}, as the value says")
    return quantity, None
