"""The dated tree: questions, refusals, and laws over random trees."""

import pickle
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.errors import InvalidValueError, UnknownCodeError
from danvan.organizations import Branch, Level, Link, Organization, Organizations


def body(code, opened=None, closed=None, level=Level.DISTRICT):
    return Organization(
        code, f"Tổ chức {code}", "group", level, Branch.PARTY, opened=opened, closed=closed
    )


def codes(found):
    return [one.code for one in found]


@pytest.fixture
def moved():
    """A body that moves, one that opens late, one that closes, over a root that closes."""
    return Organizations(
        (
            body("root", closed=date(2025, 6, 30)),
            body("left"),
            body("right"),
            body("moves"),
            body("late", opened=date(2024, 1, 1), closed=date(2025, 6, 30), level=Level.COMMUNE),
            body("gone", closed=date(2023, 12, 31), level=Level.COMMUNE),
        ),
        (
            Link("left", "root", None, date(2025, 6, 30)),
            Link("right", "root", None, date(2025, 6, 30)),
            Link("moves", "left", None, date(2024, 2, 29)),
            Link("moves", "right", date(2024, 3, 1), date(2025, 6, 30)),
            Link("late", "moves"),
            Link("gone", "left"),
        ),
        "mẫu",
    )


class TestQuestions:
    def test_parent_goes_by_the_day(self, moved):
        days = [date(2024, 2, 29), date(2024, 3, 1), date(2025, 6, 30), date(2025, 7, 1)]
        found = [moved.parent("moves", on=day) for day in days]
        assert [one and one.code for one in found] == ["left", "right", "right", None]

    def test_without_a_day_each_stands_as_on_its_last(self, moved):
        assert moved.parent("gone").code == "left"
        assert moved.parent("late").code == "moves"
        assert moved.parent("moves") is None  # it outlives the root

    def test_nobody_reports_before_it_opens(self, moved):
        assert moved.parent("late", on=date(2023, 12, 31)) is None
        assert moved.children("moves", on=date(2023, 12, 31)) == ()

    def test_children_in_the_order_of_the_file(self, moved):
        assert codes(moved.children("left", on=date(2023, 1, 1))) == ["moves", "gone"]
        assert codes(moved.children("right", on=date(2024, 6, 1))) == ["moves"]

    def test_ancestors_from_the_parent_up(self, moved):
        assert codes(moved.ancestors("late", on=date(2024, 2, 1))) == ["moves", "left", "root"]

    def test_descendants_parents_first(self, moved):
        found = moved.descendants("root", on=date(2024, 2, 1))
        assert codes(found) == ["left", "moves", "late", "right"]

    def test_siblings(self, moved):
        assert codes(moved.siblings("left", on=date(2024, 1, 1))) == ["right"]
        assert moved.siblings("root", on=date(2024, 1, 1)) == ()

    def test_topmost_of_a_level(self, moved):
        day = date(2024, 6, 1)
        assert moved.topmost("late", "district", day).code == "root"
        assert moved.topmost("late", Level.COMMUNE, day).code == "late"
        assert moved.topmost("late", Level.VILLAGE, day) is None

    def test_at_level(self, moved):
        assert codes(moved.at_level("commune")) == ["late", "gone"]
        assert codes(moved.at_level("commune", on=date(2024, 1, 1))) == ["late"]

    def test_roots(self, moved):
        assert codes(moved.roots(on=date(2024, 1, 1))) == ["root"]
        assert codes(moved.roots(on=date(2025, 7, 1))) == ["left", "right", "moves"]
        assert moved.root.code == "root"

    def test_the_tree_of_one_day(self, moved):
        day = date(2024, 2, 1)
        then = moved.on(day)
        assert codes(then) == ["root", "left", "right", "moves", "late"]
        assert codes(then.descendants("root", day)) == codes(moved.descendants("root", day))

    def test_an_organization_asks_as_well_as_its_code(self, moved):
        equal = pickle.loads(pickle.dumps(moved["moves"]))
        assert moved.parent(equal, date(2024, 6, 1)).code == "right"
        with pytest.raises(UnknownCodeError, match="moves"):
            moved.parent(body("moves", opened=date(2020, 1, 1)))

    def test_lookups(self, moved):
        assert "left" in moved
        assert "Left" not in moved
        assert 3 not in moved
        assert len(moved) == 6
        assert moved.get("nobody") is None
        assert moved.get("gone", on=date(2024, 1, 1)) is None
        assert moved.get("gone", on=date(2023, 1, 1)).code == "gone"
        with pytest.raises(UnknownCodeError, match="nearest: left") as error:
            moved["lift"]
        assert error.value.catalogue == "mẫu"

    def test_an_unknown_level_is_refused(self, moved):
        with pytest.raises(ValueError, match="tỉnh"):
            moved.at_level("tỉnh")

    def test_an_empty_tree(self):
        empty = Organizations(())
        assert empty.roots() == ()
        with pytest.raises(UnknownCodeError):
            _ = empty.root


class TestReusedCodes:
    """A code of 2025 that now names something else, as 3.316 of the real ones do."""

    last, first = date(2025, 6, 30), date(2025, 7, 1)

    def tree(self):
        old, new = body("c04", closed=self.last), body("c04", opened=self.first)
        district, province = body("d1", closed=self.last), body("p1")
        links = (
            Link("c04", "d1", None, self.last),
            Link("c04", "p1", self.first),
            Link("d1", "p1"),
        )
        return old, new, Organizations((province, district, new, old), links)

    def test_the_code_is_the_newest_and_the_day_decides(self):
        old, new, tree = self.tree()
        assert tree["c04"] is new
        assert tree.get("c04", self.last) is old
        assert tree.get("c04", self.first) is new

    def test_each_bearer_has_its_own_parent(self):
        old, new, tree = self.tree()
        assert tree.parent(old).code == "d1"
        assert tree.parent(new).code == "p1"
        assert tree.parent("c04", self.last).code == "d1"
        assert tree.parent("c04", self.first).code == "p1"

    def test_a_link_runs_on_over_the_bearers_of_the_parent(self):
        old, new = body("p", closed=self.last), body("p", opened=self.first)
        tree = Organizations((old, new, body("c")), (Link("c", "p"),))
        assert tree.parent("c", self.last) is old
        assert tree.parent("c", self.first) is new


@pytest.mark.parametrize(
    ("members", "links", "said"),
    [
        # the same code twice on one day
        ((body("a"), body("a")), (), "a code once on any day, got 'a'"),
        ((body("a", closed=date(2025, 7, 1)), body("a", opened=date(2025, 7, 1))), (), "once"),
        # two parents at once, though only on one day
        (
            (body("a"), body("b"), body("c")),
            (Link("c", "a", None, date(2024, 1, 1)), Link("c", "b", date(2024, 1, 1))),
            "one parent on any day, got 'c under a and b on 2024-01-01'",
        ),
        # the parent closes before the child
        (
            (body("a", closed=date(2025, 6, 30)), body("b")),
            (Link("b", "a"),),
            "'b under a, which is not open on 2025-07-01'",
        ),
        # the parent opens after the child
        (
            (body("a", opened=date(2025, 7, 1)), body("b", opened=date(2020, 1, 1))),
            (Link("b", "a"),),
            "not open on 2020-01-01",
        ),
        # a link on days when the child is no more
        (
            (body("a"), body("b", closed=date(2020, 1, 1))),
            (Link("b", "a", date(2021, 1, 1)),),
            "days on which b is open",
        ),
        # a circle on every day
        (
            (body("a"), body("b"), body("c")),
            (Link("a", "b"), Link("b", "c"), Link("c", "a")),
            "no circle of parents",
        ),
        # a circle on one day only
        (
            (body("a"), body("b")),
            (Link("a", "b", None, date(2024, 1, 1)), Link("b", "a", date(2024, 1, 1))),
            "on 2024-01-01'",
        ),
    ],
)
def test_what_is_no_tree_is_refused(members, links, said):
    with pytest.raises(InvalidValueError) as error:
        Organizations(members, links, "mẫu")
    assert said in str(error.value)
    assert str(error.value).startswith("mẫu: want ")


def test_turning_round_is_no_circle():
    """First a under b, then b under a: laid over each other a circle, on no day one."""
    tree = Organizations(
        (body("a"), body("b")),
        (Link("a", "b", None, date(2023, 12, 31)), Link("b", "a", date(2024, 1, 1))),
    )
    assert tree.parent("a", date(2023, 1, 1)).code == "b"
    assert tree.parent("b", date(2024, 1, 1)).code == "a"


def test_an_unknown_opening_is_no_claim():
    """The parent's first day is known, the child's is not: no contradiction."""
    tree = Organizations((body("a", opened=date(2004, 1, 1)), body("b")), (Link("b", "a"),))
    assert tree.parent("b", date(2003, 12, 31)) is None
    assert tree.parent("b", date(2004, 1, 1)).code == "a"


@pytest.mark.parametrize("end", ["child", "parent"])
def test_a_link_to_nobody_is_refused(end):
    link = Link("x", "a") if end == "child" else Link("a", "x")
    with pytest.raises(UnknownCodeError, match="want a code it holds, got 'x'"):
        Organizations((body("a"),), (link,))


class TestLink:
    def test_both_end_days_count(self):
        link = Link("a", "b", date(2023, 1, 1), date(2023, 12, 31))
        days = [date(2022, 12, 31), date(2023, 1, 1), date(2023, 12, 31), date(2024, 1, 1)]
        assert [link.holds(day) for day in days] == [False, True, True, False]

    def test_refusals(self):
        with pytest.raises(InvalidValueError, match="another organization"):
            Link("a", "a")
        with pytest.raises(InvalidValueError, match="not before"):
            Link("a", "b", date(2023, 1, 2), date(2023, 1, 1))


DAYS = st.dates(date(2023, 1, 1), date(2023, 1, 12))


@st.composite
def trees(draw):
    """Any tree of up to nine bodies that open, close and move within twelve days."""
    members, links = [], []
    for n in range(draw(st.integers(1, 9))):
        opened = draw(st.none() | DAYS)
        closed = draw(st.none() | DAYS)
        if opened and closed and closed < opened:
            opened, closed = closed, opened
        level = draw(st.sampled_from(Level))
        members.append(body(f"n{n}", opened, closed, level))
    # A fresh order of ranks from each day of change on: a parent always ranks above its child.
    changes = sorted(draw(st.sets(DAYS, max_size=2)))
    for first, change in zip([None, *changes], [*changes, None], strict=True):
        last = change and change - timedelta(days=1)
        ranked = draw(st.permutations(members))
        for n, child in enumerate(ranked):
            above = [one for one in ranked[:n] if _spans(one, child, first, last)]
            parent = draw(st.none() | st.sampled_from(above)) if above else None
            if parent is not None:
                links.append(Link(child.code, parent.code, first, last))
    return Organizations(tuple(members), tuple(draw(st.permutations(links))))


def _spans(parent, child, first, last):
    """Whether the parent is open on every day of the child within the stretch."""
    start = max(first or date.min, child.opened or date.min)
    end = min(last or date.max, child.closed or date.max)
    opened = parent.opened or date.min
    if start == date.min:
        start = max(start, opened)
    return start <= end and opened <= start and end <= (parent.closed or date.max)


ASKED = st.none() | st.dates(date(2022, 12, 31), date(2023, 1, 14))


@pytest.mark.property
class TestLaws:
    @settings(max_examples=40)
    @given(trees(), st.dates(date(2022, 12, 31), date(2023, 1, 14)))
    def test_the_parent_is_what_the_links_say(self, tree, day):
        for one in tree:
            said = {
                link.parent
                for link in tree.links
                if link.child == one.code
                and link.holds(day)
                and one.is_open(day)
                and tree[link.parent].is_open(day)
            }
            parent = tree.parent(one, day)
            assert said == ({parent.code} if parent else set())

    @settings(max_examples=40)
    @given(trees(), ASKED)
    def test_no_circle_on_any_day(self, tree, day):
        for one in tree:
            line = tree.ancestors(one, day)
            assert one not in line
            assert len(set(line)) == len(line)

    @settings(max_examples=40)
    @given(trees(), ASKED)
    def test_children_and_parent_say_the_same(self, tree, day):
        pairs = {(one.code, child.code) for one in tree for child in tree.children(one, day)}
        parents = {(one, tree.parent(one, day)) for one in tree}
        assert pairs == {(parent.code, one.code) for one, parent in parents if parent}

    @settings(max_examples=40)
    @given(trees(), ASKED)
    def test_descendants_are_those_it_is_an_ancestor_of(self, tree, day):
        for one in tree:
            below = tree.descendants(one, day)
            assert len(set(below)) == len(below)
            assert set(below) == {other for other in tree if one in tree.ancestors(other, day)}

    @settings(max_examples=40)
    @given(trees(), st.dates(date(2022, 12, 31), date(2023, 1, 14)))
    def test_each_open_body_hangs_under_one_root(self, tree, day):
        under = [one for root in tree.roots(day) for one in (root, *tree.descendants(root, day))]
        assert sorted(codes(under)) == sorted(one.code for one in tree if one.is_open(day))

    @settings(max_examples=40)
    @given(trees(), ASKED, st.sampled_from(Level))
    def test_topmost_has_nothing_of_its_level_above(self, tree, day, level):
        for one in tree:
            top = tree.topmost(one, level, day)
            line = [one, *tree.ancestors(one, day)]
            if top is None:
                assert all(other.level is not level for other in line)
            else:
                assert top in line
                assert all(other.level is not level for other in tree.ancestors(top, day))

    @settings(max_examples=40)
    @given(trees(), st.dates(date(2022, 12, 31), date(2023, 1, 14)))
    def test_the_tree_of_a_day_answers_as_the_whole_does(self, tree, day):
        then = tree.on(day)
        for one in then:
            assert codes(then.ancestors(one, day)) == codes(tree.ancestors(one, day))

    @settings(max_examples=40)
    @given(trees())
    def test_a_tree_is_a_value(self, tree):
        copy = pickle.loads(pickle.dumps(tree))
        assert copy == tree
        assert hash(copy) == hash(tree)
        assert [codes(copy.ancestors(o)) for o in copy] == [codes(tree.ancestors(o)) for o in tree]

    @settings(max_examples=40)
    @given(trees(), st.randoms())
    def test_the_order_of_the_links_says_nothing(self, tree, random):
        links = list(tree.links)
        random.shuffle(links)
        other = Organizations(tree.organizations, tuple(links))
        days = [date(2022, 12, 31) + timedelta(days=n) for n in range(15)]
        for day in days:
            for one in tree:
                assert other.parent(one, day) == tree.parent(one, day)
