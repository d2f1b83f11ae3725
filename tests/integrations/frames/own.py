"""The catalogue of what is made up, and frames with no columns but those that are needed."""

import pytest

nw = pytest.importorskip("narwhals", reason="needs danvan[frames]")

import made_up  # noqa: E402
from danvan.catalogue import Catalogue  # noqa: E402

OWN = Catalogue(
    "own",
    tuple(getattr(made_up, name) for name in
          ("MEETINGS", "MEMBERS", "POOR", "ALL", "SHARE", "GRADE", "BALANCE")),
)  # fmt: skip


def bare(frame):
    """Only the columns that are needed: a frame of exact numbers."""
    native = nw.from_native(frame)
    return native.select(
        "indicator", "organization", "period_first", "period_last", "value"
    ).to_native()
