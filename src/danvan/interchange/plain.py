"""Plain data as JSON has it, out of what another format allows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from math import isfinite
from typing import Any

from danvan.interchange.problems import PartError, shown

__all__ = ["as_plain"]


def as_plain(data: Any) -> Any:
    """The same data with dates as texts, and nothing in it that JSON has no place for.

    Raises:
        PartError: a key that is no text, a moment in time, an endless number, bytes.
    """
    if isinstance(data, Mapping):
        for key in data:
            if not isinstance(key, str):
                raise PartError(shown(str(key)), "keys that are texts")
        return {key: as_plain(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [as_plain(value) for value in data]
    if data is None or isinstance(data, str | bool | int):
        return data
    if isinstance(data, float) and isfinite(data):
        return data
    if isinstance(data, date) and not isinstance(data, datetime):
        return data.isoformat()
    raise PartError(shown(str(data)), "texts, whole numbers, days, arrays and objects")
