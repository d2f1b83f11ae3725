"""Lines of reporting: who reports to whom, via whom, and with copies to whom.

Lines go upward and sideways: a commune's Front reports to the Party committee of
its own commune, with a copy to the Front of the province.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from typing import Any, Final

import attrs
from attrs import field, frozen

from danvan import _fields
from danvan.errors import InvalidValueError
from danvan.organizations import Organization, Organizations

__all__ = ["Line", "Route", "routes"]

_ANY: Final = "*"
_members = _fields.tuple_of(Organization)


@frozen
class Route:
    """The way the report of one organization takes.

    Attributes:
        reporter: who owes it.
        to: who gets it.
        via: through whose hands it goes, in order.
        copies: who gets a copy.
    """

    reporter: Organization = field(validator=_fields.instance(Organization))
    to: Organization = field(validator=_fields.instance(Organization))
    via: tuple[Organization, ...] = field(default=(), validator=_members)
    copies: tuple[Organization, ...] = field(default=(), validator=_members)

    def __str__(self) -> str:
        text = f"{self.reporter} → {self.to}"
        if self.via:
            text += f" (qua {', '.join(map(str, self.via))})"
        return f"{text}; đồng gửi {', '.join(map(str, self.copies))}" if self.copies else text


def _code(owner: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    _fields.text(owner, attribute, value)
    if value.count(_ANY) > 1 or (_ANY in value and _ANY not in value.split(".")):
        what = f"{type(owner).__name__}.{attribute.name}"
        raise InvalidValueError(what, value, "a code with at most one * for one of its parts")


def _codes(owner: object, attribute: attrs.Attribute[Any], value: Any) -> None:
    _fields.tuple_of(str)(owner, attribute, value)
    for item in value:
        _code(owner, attribute, item)


@frozen
class Line:
    """A line of reporting, of one organization or of the same body at every place.

    Attributes:
        reporters: the code of who reports; one part of it may be ``*``, for any:
            ``"ban_mai.communes.*.front"``.
        to: the code of who gets it; a ``*`` stands for what the reporter's stood for.
        via: the codes of those through whose hands it goes.
        copies: the codes of those that get a copy.

    Raises:
        InvalidValueError: more than one ``*``, or one where the reporters have none.
    """

    reporters: str = field(validator=_code)
    to: str = field(validator=_code)
    via: tuple[str, ...] = field(default=(), validator=_codes)
    copies: tuple[str, ...] = field(default=(), validator=_codes)

    def __attrs_post_init__(self) -> None:
        for code in (self.to, *self.via, *self.copies):
            if _ANY in code and _ANY not in self.reporters:
                raise InvalidValueError("Line", code, f"no * where {self.reporters} has none")

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(re.escape(self.reporters).replace(r"\*", "([a-z0-9_]+)"))

    def names(self, code: str) -> bool:
        """Whether an organization of this code reports on it."""
        return self._pattern.fullmatch(code) is not None

    def routes(self, organizations: Organizations, on: date) -> Iterator[Route]:
        """The way of each of its reporters that is open on a day.

        Raises:
            UnknownCodeError: a code without ``*`` that is not of the tree, or a
                receiver that is not.
        """
        codes = [self.reporters] if _ANY not in self.reporters else self._matching(organizations)
        for code in codes:
            organizations[code]  # an unknown code is a slip, a closed body is not
            reporter = organizations.get(code, on)
            if reporter is not None:
                match = self._pattern.fullmatch(code)
                place = match[1] if match and match.groups() else ""
                yield Route(
                    reporter,
                    organizations[self.to.replace(_ANY, place)],
                    tuple(organizations[one.replace(_ANY, place)] for one in self.via),
                    tuple(organizations[one.replace(_ANY, place)] for one in self.copies),
                )

    def _matching(self, organizations: Organizations) -> list[str]:
        return list(dict.fromkeys(one.code for one in organizations if self.names(one.code)))


def routes(lines: Iterable[Line], organizations: Organizations, on: date) -> tuple[Route, ...]:
    """The way of every reporter on a day; the first line that names one is its line.

    >>> tree = Organizations.shipped("ban_mai")
    >>> line = Line("ban_mai.communes.*.front", "ban_mai.communes.*.party",
    ...             copies=("ban_mai.front",))
    >>> print(routes([line], tree, date(2026, 9, 14))[3])
    Ủy ban Mặt trận Tổ quốc Việt Nam xã Núi Trăng → Đảng ủy xã Núi Trăng;
    đồng gửi Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Ban Mai
    """
    found: dict[str, Route] = {}
    for line in lines:
        for route in line.routes(organizations, on):
            found.setdefault(route.reporter.code, route)
    return tuple(found.values())
