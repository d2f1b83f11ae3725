"""Observations from a table a clerk can keep: one figure a row.

The first row names the columns::

    indicator,organization,period,value,scope,missing
    propaganda.sessions,tam_duong.youth,9 tháng năm 2023,trên 394 buổi,,
    dialogues.sessions,tam_duong.people_committee,9 tháng năm 2023,1,alone,
    criticism.conferences,tam_duong.women,9 tháng năm 2023,,,not_due

The first four columns are needed; ``breakdown``, ``role``, ``scope``, ``status``,
``reported_on`` (05/9/2023), ``missing``, ``source`` and ``not_reported`` may stand
beside them in any order.  The last is of totals: the codes of those who did not
report, parted by semicolons; it is kept in the source, where :func:`not_reported`
finds it.  A value without a unit is in the unit of its indicator; breakdowns are
written ``field=economy; form=collective``.  The cells may be parted by commas or
semicolons; a decimal comma then needs quotes or semicolons.

A row that cannot be taken as it stands stops the reading and is named: nothing is
dropped, guessed, or made zero.
"""

from __future__ import annotations

import re
from enum import Enum
from pathlib import Path
from typing import Final, TypeVar

import attrs

from danvan._tables import TableRow, table_rows
from danvan.catalogue import Catalogue
from danvan.errors import InvalidValueError, UnreadableFileError
from danvan.indicators.indicator import Indicator, indicators
from danvan.indicators.observation import Missing, Observation, Role, Scope, Status
from danvan.notebook import Rows
from danvan.organizations import Organizations
from danvan.periods import Period
from danvan.quantities import Quantity
from danvan.vietnamese.dates import parse_date
from danvan.vietnamese.numbers import format_number

__all__ = ["not_reported", "read_observations"]

_NEEDED: Final = ("indicator", "organization", "period", "value")
_BESIDE: Final = (
    "breakdown", "role", "scope", "status", "reported_on", "missing", "source", "not_reported",
)  # fmt: skip
_WITHOUT: Final = ", chưa có số liệu của "
_COLUMNS: Final = (*_NEEDED, *_BESIDE)
_UNGROUPED: Final = re.compile(r"([1-9][0-9]{3,29})( .*)?")

T = TypeVar("T")
E = TypeVar("E", bound=Enum)


def read_observations(
    path: str | Path,
    organizations: Organizations,
    catalogue: Catalogue[Indicator] | None = None,
) -> Rows[Observation]:
    """Read every row of a table as an observation.

    Args:
        path: a CSV file in UTF-8 (see the head of this module for its columns).
        organizations: the tree the organization codes are of.
        catalogue: the indicators; those danvan ships if none are given.

    Raises:
        UnreadableFileError: the file cannot be read, or a cell is not what its column
            wants; names the line and the column.
        UnknownCodeError: an indicator or an organization nobody knows; names them too.
    """
    known = indicators() if catalogue is None else catalogue
    rows = table_rows(Path(path), _NEEDED, _COLUMNS)
    return Rows(_observation(row, organizations, known) for row in rows)


def _observation(
    row: TableRow, organizations: Organizations, catalogue: Catalogue[Indicator]
) -> Observation:
    indicator = row.read("indicator", catalogue.__getitem__)
    organization = row.read("organization", organizations.__getitem__)
    period = row.read("period", Period.parse)
    breakdown = row.read("breakdown", _breakdown)
    missing = row.read("missing", lambda cell: _choice(Missing, cell, None))
    value = row.cells["value"]
    if bool(value) is (missing is not None):
        raise UnreadableFileError(
            row.path,
            f"{row.where('value')}: {value!r} beside missing {missing and missing.value!r}",
            f"either a value or, under missing, one of {', '.join(one.value for one in Missing)}",
        )
    quantity = row.read("value", lambda cell: _quantity(cell, indicator)) if value else None
    return row.read(
        "value",
        lambda _: Observation(
            indicator,
            organization,
            period,
            quantity,
            breakdown=breakdown,
            role=row.read("role", lambda cell: _choice(Role, cell, Role.ACTUAL)),
            status=row.read("status", lambda cell: _choice(Status, cell, Status.FINAL)),
            scope=row.read("scope", lambda cell: _choice(Scope, cell, Scope.WHOLE)),
            reported_on=row.read("reported_on", lambda cell: parse_date(cell) if cell else None),
            missing=missing,
            source=_source(row),
        ),
    )


def not_reported(total: Observation) -> tuple[str, ...]:
    """The codes of those who did not report for a total, as the table it was read from says.

    >>> from danvan.organizations import Organizations
    >>> women = Organizations.shipped("tam_duong")["tam_duong.women"]
    >>> total = Observation(indicators()["propaganda.sessions"], women, Period.year(2023),
    ...                     Quantity.parse("5 buổi"), source="2/4, chưa có số liệu của a.x; a.y")
    >>> not_reported(total)
    ('a.x', 'a.y')
    """
    _, _, codes = total.source.partition(_WITHOUT)
    return tuple(codes.split("; ")) if codes else ()


def _source(row: TableRow) -> str:
    source = row.cells.get("source") or f"{row.path}, line {row.line}"
    codes = (code.strip() for code in row.cells.get("not_reported", "").split(";"))
    without = "; ".join(filter(None, codes))
    return f"{source}{_WITHOUT}{without}" if without else source


def _quantity(cell: str, indicator: Indicator) -> Quantity:
    if ungrouped := _UNGROUPED.fullmatch(cell):
        cell = format_number(int(ungrouped[1])) + (ungrouped[2] or "")
    quantity = Quantity.parse(cell)
    return quantity if quantity.unit else attrs.evolve(quantity, unit=indicator.unit)


def _choice(choices: type[E], cell: str, default: T) -> E | T:
    if not cell:
        return default
    try:
        return choices(cell)
    except ValueError:
        want = f"one of {', '.join(one.value for one in choices)}, or nothing"
        raise InvalidValueError(choices.__name__.lower(), cell, want) from None


def _breakdown(cell: str) -> tuple[tuple[str, str], ...]:
    pairs = []
    for part in filter(None, (part.strip() for part in cell.split(";"))):
        dimension, equals, value = (one.strip() for one in part.partition("="))
        if not (dimension and equals and value):
            raise InvalidValueError("breakdown", part, "dimension=value; dimension=value")
        pairs.append((dimension, value))
    return tuple(pairs)
