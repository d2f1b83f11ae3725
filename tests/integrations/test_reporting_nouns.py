"""The nouns of QCVN 125: every one has a class, and the page names the same."""

from pathlib import Path

import pytest

from danvan.integrations.reporting_nouns import reporting_nouns

PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "exchange.md"


def test_they_are_thirteen():
    assert [noun.number for noun in reporting_nouns()] == list(range(1, 14))


@pytest.mark.parametrize("noun", reporting_nouns(), ids=lambda noun: noun.code)
def test_the_names_exist_and_are_public(noun):
    for name, cls in zip(noun.classes, noun.resolved(), strict=True):
        package, _, own = name.rpartition(".")
        assert isinstance(cls, type)
        assert cls.__name__ == own
        assert own in __import__(package, fromlist=["__all__"]).__all__


def test_the_page_has_the_same_table():
    page = PAGE.read_text("utf-8")
    for noun in reporting_nouns():
        classes = ", ".join(f"`{name}`" for name in noun.classes)
        assert (
            f"| {noun.number} | {noun.name} | {noun.name_en} | {classes} | {noun.meaning} |" in page
        )
