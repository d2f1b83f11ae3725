"""The errors: their parts, their sentences, and that they pickle."""

import pickle

import pytest

from danvan import errors

CASES = [
    (errors.InvalidValueError("period", "x", "a day"), ValueError, "period: want a day, got 'x'"),
    (
        errors.ParseError("quantity", "x", "a number"),
        ValueError,
        "quantity: want a number, got 'x'",
    ),
    (
        errors.UnknownCodeError("units", "buoi", ("buổi",), "a.csv, line 2"),
        KeyError,
        "a.csv, line 2: units: want a code it holds, got 'buoi'; nearest: buổi",
    ),
    (errors.UnknownCodeError("units", "x"), KeyError, "units: want a code it holds, got 'x'"),
    (
        errors.NotAdditiveError("members.total", "sum over months", "take the last"),
        TypeError,
        "members.total: cannot take the sum over months; take the last",
    ),
    (
        errors.UnreadableFileError("a.txt", "not UTF-8 at byte 3", "UTF-8"),
        ValueError,
        "a.txt: not UTF-8 at byte 3; want UTF-8",
    ),
    (
        errors.MissingExtraError("danvan.integrations.docx", "python-docx", "docx"),
        ImportError,
        "danvan.integrations.docx needs python-docx: python -m pip install 'danvan[docx]'",
    ),
]


@pytest.mark.parametrize(("error", "builtin", "sentence"), CASES, ids=lambda c: type(c).__name__)
def test_error(error, builtin, sentence):
    assert isinstance(error, errors.DanvanError)
    assert isinstance(error, builtin)
    assert str(error) == sentence
    back = pickle.loads(pickle.dumps(error))
    assert type(back) is type(error)
    assert back.args == error.args
    assert str(back) == sentence


def test_every_error_is_looked_at():
    looked_at = {type(error).__name__ for error, _, _ in CASES} | {"DanvanError"}
    assert looked_at == set(errors.__all__)
