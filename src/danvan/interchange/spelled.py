"""The values that have a canonical spelling: ``parse`` and ``str`` are inverse to each other."""

from __future__ import annotations

from typing import Final

from danvan.document_number import DocumentNumber
from danvan.periods import Period
from danvan.quantities import Interval, Qualifier, Quantity, Ratio

__all__ = ["IN_PARTS", "SPELLED"]

SPELLED: Final = (DocumentNumber, Qualifier)
"""Names, which are a text in every format."""

IN_PARTS: Final = (Interval, Period, Quantity, Ratio)
"""Figures and times, which are written in parts, as no other program reads "trên 2.638 buổi";
where somebody writes them by hand, the spelling will do."""
