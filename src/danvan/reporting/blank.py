"""Blank forms: the table an organization is sent to fill in."""

from __future__ import annotations

import csv
import io

from danvan.catalogue import Catalogue
from danvan.indicators import Indicator, indicators
from danvan.organizations import Organization
from danvan.periods import Period
from danvan.reporting.form import Form

__all__ = ["blank_form"]


def blank_form(
    form: Form,
    organization: Organization,
    period: Period,
    catalogue: Catalogue[Indicator] | None = None,
) -> str:
    """A form as a CSV table, a row for each cell, with the value left to fill in.

    Filled in, it is read by :func:`danvan.indicators.read_observations`.  A cell for
    which there is no figure says why under ``missing`` (``not_applicable``,
    ``not_due``, ``not_reported``); one that need not be filled may be taken out.
    What a cell asks for stands in words under ``source``.

    Raises:
        UnknownCodeError: the form asks for an indicator the catalogue does not hold.
        InvalidValueError: it asks for a dimension an indicator does not have.

    >>> from danvan.organizations import Organizations
    >>> from danvan.reporting import Row
    >>> form = Form("m", "Biểu 02", 1, (Row("models.replicated"),))
    >>> commune = Organizations.shipped("ban_mai")["ban_mai.communes.suoi_la.party"]
    >>> row = blank_form(form, commune, Period.year(2026)).splitlines()[1]
    >>> print(row[: row.index("Biểu")])
    models.replicated,ban_mai.communes.suoi_la.party,năm 2026,,,,"
    """
    known = indicators() if catalogue is None else catalogue
    text = io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(
        ("indicator", "organization", "period", "value", "breakdown", "missing", "source")
    )
    for cell in form.cells(known):
        parts = "; ".join(f"{dimension}={value}" for dimension, value in cell.breakdown)
        unit = f", {cell.indicator.unit}" if cell.indicator.unit else ""
        words = f"{form}: {cell}{unit}" + ("" if cell.compulsory else " (không bắt buộc)")
        rows.writerow((cell.indicator.code, organization.code, period, "", parts, "", words))
    return text.getvalue()
