"""The values that have a canonical spelling, and are a string in every format."""

from __future__ import annotations

from typing import Final

from danvan.document_number import DocumentNumber
from danvan.periods import Period
from danvan.quantities import Interval, Qualifier, Quantity, Ratio

__all__ = ["SPELLED"]

SPELLED: Final = (DocumentNumber, Interval, Period, Qualifier, Quantity, Ratio)
"""Classes whose ``parse`` and ``str`` are inverse to each other."""
