"""What Hypothesis calls when it finds danvan installed: which strategy draws which class.

Nothing of danvan is imported for it before a strategy is asked for: who has danvan installed
and draws other things does not wait for it.
"""

from __future__ import annotations

from importlib import import_module
from inspect import isclass
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any, Final, get_origin

if TYPE_CHECKING:
    from hypothesis import strategies as st

__all__ = ["STRATEGIES", "register", "register_each", "strategy_of"]

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
"""The classes and the names of their strategies in :mod:`danvan.testing.strategies`; the other
classes are drawn by its ``anything``."""

_NOT_DRAWN: Final = {"cli", "data", "formats", "integrations", "testing"}


def register() -> None:
    """Tell Hypothesis how to draw danvan's classes: when it is asked for one, and not before.

    The table is the one Hypothesis keeps for NumPy.  It is no part of what Hypothesis
    promises; where it is gone, each class is imported and registered by itself.
    """
    try:
        from hypothesis.strategies._internal.types import _global_extra_lookup as when_asked
    except ImportError:
        register_each()
    else:
        when_asked["danvan"] = strategy_of


def register_each() -> None:
    """Import every class of danvan and register each by itself."""
    import attrs
    from hypothesis import strategies as st

    import danvan
    from danvan.testing.everything import anything

    for found in iter_modules(danvan.__path__):
        if found.name.startswith("_") or found.name in _NOT_DRAWN:
            continue
        module = import_module(f"danvan.{found.name}")
        for name in module.__all__:
            cls = getattr(module, name)
            if isclass(cls) and attrs.has(cls):
                st.register_type_strategy(cls, anything)


def strategy_of(kind: Any) -> st.SearchStrategy[Any] | None:
    """The strategy of a class of danvan; ``None`` for all that Hypothesis draws by itself."""
    cls = get_origin(kind) or kind
    if not isclass(cls) or not cls.__module__.startswith("danvan."):
        return None
    import attrs

    from danvan.testing.everything import anything
    from danvan.testing.fitting import FITTING

    return anything(kind) if attrs.has(cls) or cls in FITTING else None
