"""The library under every module here, or a clear word on which extra brings it."""

from __future__ import annotations

from typing import Any, TypeAlias

from danvan.errors import MissingExtraError

try:
    import narwhals as nw
except ImportError as error:
    raise MissingExtraError("danvan.integrations.frames", "narwhals", "frames") from error

__all__ = ["Expression", "Frame", "is_eager", "nw"]

# Eager and lazy frames answer to the same calls here; the type checker is told of one of them.
Frame: TypeAlias = "nw.LazyFrame[Any]"
Expression: TypeAlias = "nw.Expr"


def is_eager(frame: Any) -> bool:
    """Whether a frame holds its rows, and is no query yet to be run."""
    return isinstance(frame, nw.DataFrame)
