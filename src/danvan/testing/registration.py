"""What Hypothesis calls when it finds danvan installed: which strategy draws which class.

The classes are imported for it, the strategies only when one is drawn from.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

__all__ = ["STRATEGIES", "register"]

STRATEGIES: Final = {
    "danvan.directives.Directive": "directives",
    "danvan.document_number.DocumentNumber": "document_numbers",
    "danvan.indicators.Indicator": "indicators",
    "danvan.indicators.Observation": "observations",
    "danvan.organizations.Organization": "organizations",
    "danvan.organizations.Organizations": "trees",
    "danvan.periods.Period": "periods",
    "danvan.quantities.Interval": "intervals",
    "danvan.quantities.Quantity": "quantities",
    "danvan.quantities.Ratio": "ratios",
    "danvan.reporting.Submission": "submissions",
    "danvan.reports.Report": "reports",
}
"""The classes and the names of their strategies in :mod:`danvan.testing.strategies`."""


def register() -> None:
    """Tell Hypothesis how to draw each class."""
    from hypothesis import strategies as st

    for path, name in STRATEGIES.items():
        module, _, cls = path.rpartition(".")
        st.register_type_strategy(getattr(import_module(module), cls), _drawn(name))


def _drawn(name: str) -> Any:
    def strategy(_: type) -> Any:
        return getattr(import_module("danvan.testing.strategies"), name)()

    return strategy
