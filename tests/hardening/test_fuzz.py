"""Whatever comes in, a public function gives its result or a DanvanError, and nothing else.

``--fuzz N`` sets how many inputs a cheap entry gets, ``--fuzz-seed`` which; a failure
names the entry, the seed and the number of its input, which make it again::

    pytest -n 0 tests/hardening/test_fuzz.py -k "find_citations" --fuzz 100000 --fuzz-seed 7
"""

import math
import time
import traceback

import pytest

from danvan.errors import DanvanError
from hardening.entries import ENTRIES
from hardening.mangled import dice_for

LONGEST = 20.0
"""Seconds of the processor for one input of at most some ten thousand letters."""


def shown(given):
    """An input, as far as Python prints it."""
    try:
        return f"{given!r:.600}"
    except ValueError:
        return f"a number of {given.__sizeof__()} bytes"


def fault(entry, given):
    """What is wrong with how an entry takes an input: its kind and the whole; or nothing."""
    start = time.process_time()
    try:
        repr(entry.call(given))
    except Exception as error:
        if isinstance(error, DanvanError) and str(error):
            return None
        if isinstance(error, TypeError) and entry.wrong_types:
            return None
        where = traceback.extract_tb(error.__traceback__)[-1]
        whole = "".join(traceback.format_exception(error))
        return f"{type(error).__name__} in {where.name}, line {where.lineno}", whole
    spent = time.process_time() - start
    return ("slow", f"{spent:.0f} s") if spent > LONGEST else None


@pytest.mark.fuzz
@pytest.mark.long
@pytest.mark.parametrize("name", ENTRIES)
def test_a_result_or_one_clear_error(name, request):
    entry, seed = ENTRIES[name], request.config.getoption("--fuzz-seed")
    count = math.ceil(request.config.getoption("--fuzz") * entry.share)
    faults = {}
    for number in range(count):
        given = entry.draw(dice_for(name, seed, number))
        if wrong := fault(entry, given):
            kind, whole = wrong
            made = f"input {number} of seed {seed}: {shown(given)}\n{whole[-2500:]}"
            faults.setdefault(kind, made)
    assert not faults, f"{len(faults)} kinds of fault\n" + "\n\n".join(faults.values())
