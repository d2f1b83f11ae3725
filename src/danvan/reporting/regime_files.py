"""Regimes from a TOML file an office can keep.

The file says the regime and its lines::

    [regime]
    name = "Báo cáo công tác dân vận"
    kind = "định kỳ"                     # or sơ kết, tổng kết, chuyên đề, đột xuất
    cadences = ["nine_months", "year"]   # occasions = ["giai đoạn 2021 - 2025"] of the others
    asked_by = "12-KH/TU"                # the paper that asks for it, or left out
    form = "mobilization"                # its code among the forms, or left out
    outline = "annual"                   # its code among the outlines, or left out
    cutoff = "decree_09_2019"            # when figures are closed; calendar_year if left out
    working_days = "vietnam_2026"        # in what the deadline is counted, or left out
    valid_from = 2026-01-01              # also: valid_to

    [deadline]
    days = 2                             # after the figures are closed
    working = true
    fixed = { "năm 2026" = 2026-12-20 }  # days set for certain periods instead

    [[line]]
    reporters = "ban_mai.communes.*.party"
    to = "ban_mai.party"                 # also: via and copies, lists of codes
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

from attrs import field, frozen

from danvan.catalogue import Catalogue, read_toml, structure
from danvan.document_number import DocumentNumber
from danvan.errors import InvalidValueError, UnknownCodeError, UnreadableFileError
from danvan.periods import Cadence, Period, calendars
from danvan.reporting.form import Form
from danvan.reporting.line import Line
from danvan.reporting.outline import Outline, outlines
from danvan.reporting.regime import Deadline, Regime, ReportKind
from danvan.reporting.working_days import WorkingDays, working_days

__all__ = ["read_regime"]

_TABLES: Final = {"regime", "deadline", "line"}


@frozen
class _Regime:
    """The table of the regime, as written."""

    name: str
    kind: ReportKind = ReportKind.PERIODIC
    cadences: tuple[Cadence, ...] = ()
    occasions: tuple[str, ...] = ()
    asked_by: str = ""
    form: str = ""
    outline: str = ""
    cutoff: str = "calendar_year"
    working_days: str = ""
    valid_from: date | None = None
    valid_to: date | None = None


@frozen
class _Deadline:
    """The table of the deadline, as written."""

    days: int = 0
    working: bool = False
    fixed: Mapping[str, date] = field(factory=dict)


def read_regime(
    path: str | Path,
    *,
    forms: Iterable[Form] = (),
    known_outlines: Catalogue[Outline] | None = None,
    known_working_days: Catalogue[WorkingDays] | None = None,
) -> Regime:
    """Read a regime from a file in the form above.

    Args:
        path: the file.
        forms: the forms it may name, in all their versions.
        known_outlines: the outlines it may name; those danvan ships if none are given.
        known_working_days: the calendars it may name; those danvan ships if none are given.

    Raises:
        UnreadableFileError: no TOML, or a table with a wrong or missing part.
        UnknownCodeError: a form, an outline or a calendar nobody knows; names the file.
    """
    name = str(path)
    data = read_toml(Path(path))
    if strange := sorted(set(data) - _TABLES):
        want = "[regime], [deadline] and [[line]]"
        raise UnreadableFileError(name, f"unknown tables: {', '.join(strange)}", want)
    said = structure(data.get("regime", {}), _Regime, name, "regime")
    lines = structure(data.get("line", []), tuple[Line, ...], name, "line")
    deadline = structure(data.get("deadline", {}), _Deadline, name, "deadline")
    versions = tuple(form for form in forms if form.code == said.form)
    try:
        if said.form and not versions:
            raise UnknownCodeError("forms", said.form)
        parts: dict[str, Any] = {
            "kind": said.kind,
            "occasions": tuple(map(Period.parse, said.occasions)),
            "asked_by": DocumentNumber.parse(said.asked_by) if said.asked_by else None,
            "forms": versions,
            "outline": (known_outlines or outlines())[said.outline] if said.outline else None,
            "cutoff": calendars()[said.cutoff],
            "working_days": (known_working_days or working_days())[said.working_days]
            if said.working_days
            else None,
            "valid_from": said.valid_from,
            "valid_to": said.valid_to,
        }
        fixed = tuple((Period.parse(period), day) for period, day in deadline.fixed.items())
        return Regime(
            said.name,
            lines,
            said.cadences,
            Deadline(deadline.days, deadline.working, fixed),
            **parts,
        )
    except UnknownCodeError as error:
        raise UnknownCodeError(error.catalogue, error.code, error.nearest, name) from error
    except InvalidValueError as error:
        raise UnreadableFileError(name, f"{error.what}: {error.shown}", error.want) from error
