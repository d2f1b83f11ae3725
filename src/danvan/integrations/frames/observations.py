"""Observations into a frame of any engine, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final, TypeVar

from danvan.catalogue import Catalogue
from danvan.errors import DanvanError, InvalidValueError, MissingExtraError
from danvan.findings import Finding, Findings, rules
from danvan.indicators import Indicator, Missing, Observation, Role, Scope, Status, indicators
from danvan.integrations.frames._narwhals import nw
from danvan.integrations.frames.beside import made
from danvan.integrations.frames.intervals import figure_columns, places_needed
from danvan.integrations.frames.layout import COLUMNS, breakdown_of, breakdown_text, opened
from danvan.organizations import Organization, Organizations
from danvan.periods import Period
from danvan.quantities import STANDARD, Policy, Quantity

__all__ = ["frame_to_observations", "observations_to_frame"]

_DATES: Final = ("period_first", "period_last", "reported_on")
E = TypeVar("E", bound=Enum)
T = TypeVar("T")


def observations_to_frame(
    observations: Iterable[Observation], *, backend: str = "polars", policy: Policy = STANDARD
) -> Any:
    """A table of observations, one figure a row, with what each asserts and likely means.

    Where in a text a figure was read (its span) stays behind.

    Args:
        observations: the figures.
        backend: "polars", "pandas", "pyarrow" or "duckdb"; for Spark, make a data frame
            of its session from the table of "pyarrow".
        policy: how the words of the figures are read.

    Raises:
        InvalidValueError: no such backend here, or a figure with more digits than engines hold.
        MissingExtraError: DuckDB is not installed.

    >>> from danvan.indicators import indicators
    >>> tree, nine = Organizations.shipped("tam_duong"), Period.nine_months(2023)
    >>> frame = observations_to_frame([
    ...     Observation(indicators()["propaganda.sessions"], tree["tam_duong.youth"], nine,
    ...                 Quantity.parse("trên 394 buổi"))])
    >>> frame.select("organization", "value", "unit", "written", "hard_high").row(0)
    ('tam_duong.youth', Decimal('394'), 'buổi', 'trên 394 buổi', None)
    """
    given = tuple(observations)
    quantities = [one.quantity for one in given]
    figures, types = figure_columns(
        quantities, places_needed(filter(None, quantities), policy), policy
    )
    columns: dict[str, list[Any]] = {
        "indicator": [one.indicator.code for one in given],
        "organization": [one.organization.code for one in given],
        "period_first": [one.period.first for one in given],
        "period_last": [one.period.last for one in given],
        "value": figures.pop("value"),
        "unit": [one and one.base_unit for one in quantities],
        "written": [one and str(one) for one in quantities],
        "breakdown": [breakdown_text(one.breakdown) for one in given],
        "role": [one.role.value for one in given],
        "status": [one.status.value for one in given],
        "scope": [one.scope.value for one in given],
        "reported_on": [one.reported_on for one in given],
        "missing": [one.missing and one.missing.value for one in given],
        "source": [one.source for one in given],
        "row": list(range(len(given))),
    }
    types |= {name: nw.Date if name in _DATES else nw.String for name in columns if name != "value"}
    types["row"] = nw.Int64
    columns |= figures
    return _made(columns, {name: types[name] for name in columns}, backend)


def _made(columns: dict[str, list[Any]], types: dict[str, Any], backend: str) -> Any:
    known = ("polars", "pandas", "pyarrow", "duckdb")
    if backend not in known:
        raise InvalidValueError("backend", backend, f"one of {', '.join(known)}")
    if backend == "duckdb":
        try:
            import duckdb
        except ImportError as error:
            raise MissingExtraError("observations_to_frame", backend, "duckdb") from error
        return duckdb.from_arrow(_made(columns, types, "pyarrow"))
    try:
        return made(columns, types, backend).to_native()
    except ImportError as error:
        raise InvalidValueError("backend", backend, "one that is installed") from error


def frame_to_observations(
    frame: Any, organizations: Organizations, *, catalogue: Catalogue[Indicator] | None = None
) -> tuple[tuple[Observation, ...], Findings]:
    """The observations of a frame, and a finding for every row that is none.

    The frame is collected and sorted by ``row`` where it has that column.

    Args:
        frame: a table of observations in any engine; see the head of ``layout``.
        organizations: the tree the codes are of.
        catalogue: the indicators; those danvan ships if none are given.

    Returns:
        The observations, and findings of the rule DV679, which name the row (counted
        from 1), the column and the cell.

    Raises:
        InvalidValueError: no dataframe, or one without a needed column.
    """
    known = indicators() if catalogue is None else catalogue
    rows = opened(frame).lazy().collect()
    if rows.implementation.is_pandas():  # an empty cell there is no None; in Arrow it is
        rows = nw.from_native(rows.to_arrow(), eager_only=True)
    kept = [name for name in COLUMNS if name in rows.columns]
    rows = rows.select(*kept)
    if "row" in kept:
        rows = rows.sort("row")
    reader = _Reader(organizations, known)
    found: list[Observation] = []
    faults: list[Finding] = []
    for number, cells in enumerate(rows.iter_rows(named=True), start=1):
        try:
            found.append(reader.observation(cells))
        except _BadCellError as bad:
            faults.append(
                rules()["DV679"].at(row=number, column=bad.column, got=bad.got, want=bad.want)
            )
    return tuple(found), Findings(faults)


class _BadCellError(Exception):
    def __init__(self, column: str, got: object, want: str) -> None:
        super().__init__(column, got, want)
        self.column, self.got, self.want = column, got, want


class _Reader:
    def __init__(self, organizations: Organizations, catalogue: Catalogue[Indicator]) -> None:
        self._organizations, self._catalogue = organizations, catalogue

    def observation(self, cells: dict[str, Any]) -> Observation:
        """What a row says."""
        indicator = _cell(cells, "indicator", self._catalogue.__getitem__)
        first = _cell(cells, "period_first", _day)
        last = _cell(cells, "period_last", _day)
        period = _cell(cells, "period_last", lambda _: Period(first, last))
        organization = _cell(cells, "organization", lambda code: self._bearer(code, period))
        missing = _cell(cells, "missing", lambda cell: _word(Missing, cell, None))
        quantity = None if missing else _cell(cells, "value", lambda _: _quantity(cells, indicator))
        breakdown = _cell(cells, "breakdown", lambda cell: breakdown_of(cell or ""))
        return _cell(
            cells,
            "value",
            lambda _: Observation(
                indicator,
                organization,
                period,
                quantity,
                breakdown=breakdown,
                role=_cell(cells, "role", lambda cell: _word(Role, cell, Role.ACTUAL)),
                status=_cell(cells, "status", lambda cell: _word(Status, cell, Status.FINAL)),
                scope=_cell(cells, "scope", lambda cell: _word(Scope, cell, Scope.WHOLE)),
                reported_on=_cell(cells, "reported_on", lambda cell: cell),
                missing=missing,
                source=_cell(cells, "source", lambda cell: cell or ""),
            ),
        )

    def _bearer(self, code: str, period: Period) -> Organization:
        newest = self._organizations[code]
        return self._organizations.get(code, period.last) or newest


def _cell(cells: dict[str, Any], column: str, read: Callable[[Any], T]) -> T:
    try:
        return read(cells.get(column))
    except _BadCellError:
        raise
    except InvalidValueError as error:
        raise _BadCellError(column, error.got, error.want) from error
    except DanvanError as error:
        raise _BadCellError(column, cells.get(column), str(error)) from error


def _day(cell: Any) -> date:
    if not isinstance(cell, date):
        raise InvalidValueError("day", cell, "a date")
    return cell


def _word(words: type[E], cell: Any, default: T) -> E | T:
    if cell is None or cell == "":
        return default
    try:
        return words(cell)
    except ValueError:
        want = f"one of {', '.join(one.value for one in words)}, or nothing"
        raise InvalidValueError(words.__name__.lower(), cell, want) from None


def _quantity(cells: dict[str, Any], indicator: Indicator) -> Quantity:
    written, value = cells.get("written"), cells.get("value")
    if written:
        return Quantity.parse(written)
    if value is None:
        raise InvalidValueError("figure", None, "a number, or why it is missing")
    number = value if isinstance(value, Decimal) else Decimal(value)
    return Quantity(_short(number), indicator.unit)


def _short(number: Decimal) -> Decimal:
    """Without the zeros that the type of the column put behind it."""
    whole = number == number.to_integral_value()
    return number.quantize(Decimal(1)) if whole else number.normalize()
