"""Babel's locale, made once on first use; ``import danvan`` does not load Babel."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

__all__ = ["vietnamese"]


@cache
def vietnamese() -> Locale:
    """The CLDR data of ``vi``."""
    from babel import Locale

    return Locale("vi")
