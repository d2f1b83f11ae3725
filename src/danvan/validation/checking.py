"""Running the checks over reports."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from danvan.errors import InvalidValueError
from danvan.findings import Finding, Findings, Waiver, in_order
from danvan.reports import Report
from danvan.validation.across import check_across
from danvan.validation.form import FORM_CHECKS
from danvan.validation.repairs import check_repairs
from danvan.validation.text import check_text
from danvan.validation.waiving import waive

__all__ = ["CHECKS", "check"]

_WANT: Final = "reports, as read_report(path) gives one and *read_folder(path) all of a folder"

Check = Callable[[Report], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (check_text, *FORM_CHECKS, check_repairs)
"""What :func:`check` runs; a rule of one's own is one more function in a tuple like this."""


def check(
    *reports: Report, checks: Iterable[Check] = CHECKS, waivers: Iterable[Waiver] = ()
) -> Findings:
    r"""What is wrong in these reports, in the order a reader meets it.

    Nothing is raised for bad figures: each is a finding with its code, places,
    difference and a sentence in Vietnamese and English.

    Args:
        reports: one report or several, which are then held against one another too.
        checks: the functions to run on each; the shipped ones by default.
        waivers: what is accepted as it stands, see :func:`~danvan.validation.waive`.

    Raises:
        InvalidValueError: something that is no report, such as the path of one.

    >>> from danvan.reading.document import parse_report
    >>> report = parse_report("BÁO CÁO\n\nĐã tổ chức 30 hội nghị, trong đó: "
    ...     "02 hội nghị cấp huyện, 27 hội nghị cấp xã.\n")
    >>> print(check(report)[0].message("en"))
    the total is given as 30 hội nghị, but its parts add up to 29 hội nghị (difference -1)
    """
    for report in reports:
        if not isinstance(report, Report):
            raise InvalidValueError("check", type(report).__name__, _WANT)
    told = [finding for report in reports for look in checks for finding in look(report)]
    found = in_order([*told, *(check_across(reports) if len(reports) > 1 else ())])
    accepted = tuple(waivers)
    return waive(found, accepted, reports) if accepted else found
