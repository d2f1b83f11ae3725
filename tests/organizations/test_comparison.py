"""Two trees compared."""

from datetime import date

import attrs
from hypothesis import given, settings

from danvan.organizations import Branch, Level, Link, Organization, Organizations
from danvan.organizations.comparison import Change, ChangeKind, compare

from .test_tree import trees


def body(code, name="Tổ", **parts):
    return Organization(code, name, "group", Level.DISTRICT, Branch.PARTY, **parts)


def test_each_kind_of_change():
    stays, old = body("a"), body("b", "Ban Dân vận")
    before = Organizations((stays, old, body("c"), body("d"), body("x")), (Link("c", "a"),))
    after = Organizations(
        (
            stays,
            attrs.evolve(old, name="Ban Tuyên giáo và Dân vận"),
            body("c"),
            body("d", opened=date(2025, 7, 1)),
            body("e"),
        ),
        (Link("c", "b"),),
    )
    assert compare(before, after) == (
        Change("b", ChangeKind.RENAMED, "Ban Dân vận", "Ban Tuyên giáo và Dân vận"),
        Change("c", ChangeKind.MOVED, "a", "b"),
        Change("d", ChangeKind.CHANGED),
        Change("e", ChangeKind.OPENED, after="Tổ"),
        Change("x", ChangeKind.CLOSED, before="Tổ"),
    )
    assert str(compare(before, after)[1]) == "c: moved, a -> b"
    assert str(compare(before, after)[2]) == "d: changed"


@settings(max_examples=30)
@given(trees())
def test_a_tree_does_not_differ_from_itself(tree):
    assert compare(tree, tree) == ()


@settings(max_examples=30)
@given(trees(), trees())
def test_back_again_opens_what_was_closed(one, other):
    there, back = compare(one, other), compare(other, one)
    closed = {change.code for change in there if change.kind is ChangeKind.CLOSED}
    opened = {change.code for change in back if change.kind is ChangeKind.OPENED}
    assert closed == opened
