"""Twice the text takes twice the time, whatever the text is made of."""

import importlib.util

import pytest

from hardening.papers import ROOT

SCRIPT = ROOT / "benchmarks" / "growth.py"
pytestmark = [
    pytest.mark.timed,
    pytest.mark.skipif(not SCRIPT.exists(), reason="the benchmarks lie in a checkout only"),
]
LEAST = 0.02
"""Seconds below which a time says nothing."""


def growth():
    spec = importlib.util.spec_from_file_location("growth", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def grows(module, read, piece):
    """How much longer four times a text takes, from a length on that takes long enough to tell."""
    size = 5_000
    once = module.seconds(read, piece * (size // len(piece)))
    while once < LEAST and size < 40_000:
        size *= 2
        once = module.seconds(read, piece * (size // len(piece)))
    return module.seconds(read, piece * (4 * size // len(piece))) / max(once, LEAST)


@pytest.mark.parametrize("name", growth().READERS if SCRIPT.exists() else [])
def test_time_grows_with_length(name):
    """At most 2.6 times for each doubling; what seems steep is measured up to three times."""
    module = growth()
    read = module.READERS[name]
    read(module.ORDINARY)
    steep = {}
    for piece in module.PIECES:
        tries = (grows(module, read, piece) for _ in range(3))
        least = next((one for one in tries if one <= 2.6**2), None)
        if least is None:
            steep[piece] = "more than 2.6 times at each doubling"
    assert not steep
