"""A value of which one part is exchanged for anything else is right, or refused in words."""

from datetime import date, datetime
from decimal import Decimal

import attrs
import pytest

from danvan.errors import DanvanError
from hardening import mangled
from hardening.of_exchange import some_values
from hardening.test_fuzz import shown

WRONG = [
    *mangled.WRONG, Decimal("NaN"), Decimal("sNaN"), Decimal("1E+99999"), Decimal(-1), Decimal("Infinity"), date.min, date.max,
    datetime(2023, 1, 1), (), ("x",), (None,), (1, 2), (("a", "b"),), frozenset(), b"x", "a\nb", object(), 10**5_000, -(10**5_000), "x" * 70_000,
]  # fmt: skip


def gather(part, found, depth=0):
    """The values within a value, at most four of a class."""
    if isinstance(part, tuple) and depth < 8:
        for one in part[:6]:
            gather(one, found, depth + 1)
    elif attrs.has(type(part)) and depth < 8:
        alike = found.setdefault(type(part), [])
        if len(alike) < 4 and not any(one is part for one in alike):
            alike.append(part)
            for field in attrs.fields(type(part)):
                gather(getattr(part, field.name), found, depth + 1)
    return found


VALUES = gather(tuple(some_values().values()), {})


@pytest.mark.parametrize("cls", VALUES, ids=lambda cls: cls.__name__)
def test_a_wrong_part_is_refused_in_words(cls):
    others = [alike[0] for alike in VALUES.values()]
    for field in attrs.fields(cls):
        for value in (*WRONG, *others) if field.init else ():
            for one in VALUES[cls][:2]:
                try:
                    attrs.evolve(one, **{field.alias: value})
                except DanvanError as error:
                    assert str(error)
                except TypeError:
                    pass
                except Exception as error:
                    error.add_note(f"{cls.__name__}.{field.name} = {shown(value)}")
                    raise
