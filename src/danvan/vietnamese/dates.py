"""Calendar dates as papers write them (thin: being written)."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from danvan.errors import ParseError


def format_date(day: date, style: Literal["long", "short"] = "long") -> str:
    """ "ngày 05 tháng 9 năm 2023" or "05/9/2023"."""
    d, m = f"{day.day:02d}", f"{day.month:02d}" if day.month < 3 else f"{day.month}"
    return f"ngày {d} tháng {m} năm {day.year}" if style == "long" else f"{d}/{m}/{day.year}"


def parse_date(text: str, /) -> date:
    """Inverse of format_date in either style."""
    numbers = re.findall("[0-9]+", text)
    if len(numbers) == 3:
        try:
            day = date(int(numbers[2]), int(numbers[1]), int(numbers[0]))
        except (ValueError, OverflowError):
            raise ParseError("date", text, "a day of the calendar") from None
        if text in (format_date(day), format_date(day, "short")):
            return day
    raise ParseError("date", text, "ngày 05 tháng 9 năm 2023 or 05/9/2023")
