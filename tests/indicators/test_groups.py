"""The groups of indicators: each shipped indicator is of one, and none is empty."""

from danvan.indicators import group_of, indicator_groups, indicators


def test_every_indicator_is_of_a_group_and_no_group_is_empty():
    found = [group_of(indicator) for indicator in indicators()]
    assert None not in found
    assert set(found) == set(indicator_groups())


def test_names_are_in_both_languages():
    assert all(group.name and group.name_en for group in indicator_groups())
