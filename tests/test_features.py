"""The page of features points to tests and benchmarks that are there."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "reference" / "features.md"
WORDS = PAGE.read_text("utf-8")
POINTED = sorted(set(re.findall(r"`((?:tests|benchmarks)/[\w/]+\.py(?:::\w+)*)`", WORDS)))


@pytest.mark.parametrize("pointer", POINTED)
def test_a_pointer_leads_to_a_test(pointer):
    path, *names = pointer.split("::")
    inside = ast.parse((ROOT / path).read_text("utf-8")).body
    for name in names:
        (found,) = [node for node in inside if getattr(node, "name", "") == name]
        inside = found.body
    assert not names or names[-1].startswith("test")


def test_every_row_points_somewhere():
    rows = [line for line in WORDS.splitlines() if line.startswith("| ")]
    heads = {line for line in rows if line.endswith(("| shown by |", "| held by |"))}
    assert not [line for line in rows if line not in heads and "`" not in line.split("|")[-2]]
