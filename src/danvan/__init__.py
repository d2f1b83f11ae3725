"""danvan: the reports of Vietnamese Party, State and Front offices, as typed values.

Who reports (organizations in a dated tree), on which paper's authority
(directives), which figures (indicators and observations), in which document
(reports and plans); reading real papers into that, checking them, rolling their
figures up, and writing the next one.

>>> import danvan as dv
>>> dv.DocumentNumber.parse("217-QĐ/TW").issuer_code
'TW'
>>> str(dv.Period.parse("9 tháng năm 2023").previous())
'9 tháng năm 2022'

Every name is loaded when it is first used, so that importing danvan costs next
to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from danvan import aggregation as aggregation
    from danvan import directives as directives
    from danvan import drafting as drafting
    from danvan import errors as errors
    from danvan import findings as findings
    from danvan import indicators as indicators
    from danvan import interchange as interchange
    from danvan import organizations as organizations
    from danvan import periods as periods
    from danvan import quantities as quantities
    from danvan import reading as reading
    from danvan import rendering as rendering
    from danvan import reporting as reporting
    from danvan import reports as reports
    from danvan import validation as validation
    from danvan import vietnamese as vietnamese
    from danvan.aggregation import Aggregate as Aggregate
    from danvan.aggregation import Aggregates as Aggregates
    from danvan.aggregation import coverage as coverage
    from danvan.aggregation import roll_up as roll_up
    from danvan.data import __data_version__ as __data_version__
    from danvan.directives import Directive as Directive
    from danvan.document_number import DocumentNumber as DocumentNumber
    from danvan.errors import DanvanError as DanvanError
    from danvan.findings import Finding as Finding
    from danvan.findings import Findings as Findings
    from danvan.findings import Severity as Severity
    from danvan.indicators import Indicator as Indicator
    from danvan.indicators import Observation as Observation
    from danvan.organizations import Organization as Organization
    from danvan.organizations import Organizations as Organizations
    from danvan.periods import Period as Period
    from danvan.quantities import Quantity as Quantity
    from danvan.reading import read_folder as read_folder
    from danvan.reading import read_report as read_report
    from danvan.rendering import write_report as write_report
    from danvan.reporting import Submission as Submission
    from danvan.reports import Report as Report
    from danvan.validation import check as check

__version__ = "0.1.0"

_HOMES = {
    "Aggregate": "aggregation",
    "Aggregates": "aggregation",
    "DanvanError": "errors",
    "Directive": "directives",
    "DocumentNumber": "document_number",
    "Finding": "findings",
    "Findings": "findings",
    "Indicator": "indicators",
    "Observation": "indicators",
    "Organization": "organizations",
    "Organizations": "organizations",
    "Period": "periods",
    "Quantity": "quantities",
    "Report": "reports",
    "Severity": "findings",
    "Submission": "reporting",
    "check": "validation",
    "coverage": "aggregation",
    "read_folder": "reading",
    "read_report": "reading",
    "roll_up": "aggregation",
    "write_report": "rendering",
    "__data_version__": "data",
}

_PACKAGES = frozenset({*_HOMES.values(), "drafting", "interchange", "vietnamese"})

__all__ = [*sorted(_HOMES), "__version__"]  # noqa: PLE0604  # one table says where each name lives


def __getattr__(name: str) -> Any:
    if name in _PACKAGES:
        return import_module(f"danvan.{name}")
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'danvan' has no attribute {name!r}")
    value = getattr(import_module(f"danvan.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOMES, *_PACKAGES})
