"""The log of a round: who did what with which submission, when, a line each.

An office can keep it as a CSV table that only grows::

    organization,state,on,by,reason,figures
    ban_mai.communes.suoi_la.party,đã gửi,15/9/2026,Phó Bí thư,,sent.csv
    ban_mai.communes.suoi_la.party,trả lại để sửa,17/9/2026,Văn phòng,sai tổng,
    ban_mai.communes.suoi_la.party,đã gửi,18/9/2026,Phó Bí thư,,corrected.csv

Each sending names the table its figures stand in, beside the log, in the form of
:func:`danvan.indicators.read_observations`; those of other organizations in it are not
looked at.  ``document`` may stand beside these columns: the number of the paper.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import attrs

from danvan._tables import TableRow, table_rows
from danvan.catalogue import Catalogue
from danvan.document_number import DocumentNumber
from danvan.errors import InvalidValueError
from danvan.indicators import Indicator, Observation, read_observations
from danvan.organizations import Organization, Organizations
from danvan.periods import Period
from danvan.reporting.form import Form
from danvan.reporting.submission import State, Submission
from danvan.vietnamese.date_reading import read_date

__all__ = ["read_log"]

_NEEDED: Final = ("organization", "state", "on", "by")
_KNOWN: Final = (*_NEEDED, "reason", "figures", "document")


def read_log(
    path: str | Path,
    organizations: Organizations,
    period: Period,
    *,
    form: Form | None = None,
    catalogue: Catalogue[Indicator] | None = None,
) -> tuple[Submission, ...]:
    """Every submission of a log, with its whole history, in the order they first appear.

    Args:
        path: the log.
        organizations: the tree the codes are of.
        period: the period it is about.
        form: the form that is filled, in the version that was sent out.
        catalogue: the indicators; those danvan ships if none are given.

    Raises:
        UnreadableFileError: a line that cannot be taken, or a step that cannot follow
            the one before; names the line.
        UnknownCodeError: an organization or an indicator nobody knows; names the line.
    """
    tables: dict[str, tuple[Observation, ...]] = {}
    found: dict[str, Submission] = {}
    for row in table_rows(Path(path), _NEEDED, _KNOWN):
        organization = row.read("organization", organizations.__getitem__)
        name = row.cells.get("figures", "")
        if name and name not in tables:
            tables[name] = read_observations(Path(path).parent / name, organizations, catalogue)
        figures = tuple(one for one in tables.get(name, ()) if one.organization == organization)
        one = found.get(organization.code) or _begun(organization, period, form)
        found[organization.code] = _moved(one, row, figures)
    return tuple(found.values())


def _begun(organization: Organization, period: Period, form: Form | None) -> Submission:
    if form is None:
        return Submission(organization, period)
    return Submission(organization, period, form=form.code, form_version=form.version)


def _moved(one: Submission, row: TableRow, figures: tuple[Observation, ...]) -> Submission:
    """The submission one line of the log further on."""
    state = row.read("state", _state)
    on = row.read("on", lambda cell: read_date(cell).day)
    by, reason = row.cells["by"], row.cells.get("reason", "")
    if row.cells.get("document"):
        one = attrs.evolve(one, document=row.read("document", DocumentNumber.parse))

    def step() -> Submission:
        if state is State.REVISED:
            return one.revised(figures, on=on, by=by, reason=reason)
        sending = state is State.SENT and state in one.state.next
        ready = one.with_figures(figures) if sending else one
        return ready.moved(state, on=on, by=by, reason=reason)

    return row.make(step)


def _state(cell: str) -> State:
    for state in State:
        if cell == state.value:
            return state
    raise InvalidValueError("state", cell, f"one of {', '.join(one.value for one in State)}")
