"""Papers, registers, identifiers, relations and the words that cite."""

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.directives import (
    Directive,
    DocumentNumber,
    Identifier,
    Pinpoint,
    Register,
    Relation,
    RelationKind,
    Relations,
    Series,
    cite,
    read_register,
    reference_register,
    write_register,
)
from danvan.directives.identifiers import fold_code
from danvan.errors import InvalidValueError, ParseError, UnreadableFileError
from danvan.reading.citations import find_citations


def paper(number, day=None, kind="decision", issuer="Huyện ủy", **parts):
    return Directive(DocumentNumber.parse(number), kind, issuer, issued_on=day, **parts)


def labels(papers):
    return [p.label for p in papers]


def test_namesakes_are_told_apart():
    old, new = reference_register().find(DocumentNumber.parse("25-NQ/TW"))
    assert old.identity != new.identity
    assert labels([old, new]) == ["25-NQ/TW (2008)", "25-NQ/TW (2013)"]


def test_the_frame_of_the_party_is_the_term_and_of_the_state_the_year():
    assert paper("05-QĐ/HU", date(2021, 1, 1), term="XX").identity[-1] == "XX"
    assert paper("05/QĐ-UBND", date(2021, 1, 1), term="XX").identity[-1] == "2021"
    assert paper("05-QĐ/HU", term="XX").label == "05-QĐ/HU (khóa XX)"
    assert paper("05-QĐ/HU").label == "05-QĐ/HU"


def test_a_paper_holds_for_its_days():
    old = paper("550-QĐ/HU", date(2016, 10, 13), valid_to=date(2022, 2, 10))
    assert old.is_in_force(date(2016, 10, 13)) is old.is_in_force(date(2022, 2, 10)) is True
    assert old.is_in_force(date(2022, 2, 11)) is False
    assert paper("550-QĐ/HU").is_in_force(date(2020, 1, 1)) is None


@pytest.mark.parametrize(
    "parts",
    [
        {"day": date(2020, 1, 2), "valid_to": date(2020, 1, 1)},  # ends before it begins
        {"number": "30/2020/NĐ-CP", "day": date(2019, 12, 31)},  # before the year it prints
        {"issuer": ""},
        {"short_names": "Nghị định 30"},  # a text is no tuple of names
    ],
)
def test_parts_that_contradict_each_other_are_refused(parts):
    with pytest.raises(InvalidValueError):
        paper(**{"number": "12-QĐ/HU", **parts})


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Nghị quyết 25-NQ/TW", ["25-NQ/TW (2008)", "25-NQ/TW (2013)"]),  # open, so left open
        ("Nghị quyết 25-NQ/TW ngày 03/6/2013", ["25-NQ/TW (2013)"]),
        (
            "Nghị quyết 25-NQ/TW của Ban Chấp hành Trung ương Đảng khóa X",
            ["25-NQ/TW (2008)"],
        ),
        ("Nghị quyết 25-NQ/TƯ ngày 03/6/2013", ["25-NQ/TW (2013)"]),
        ("Quyết định 217 và Quy định 124", ["217-QĐ/TW (2013)", "124-QĐ/TW (2018)"]),
        ("Chỉ thị 217 của Bộ Chính trị", []),  # 217 is a decision
        (
            "Quyết định 217-QĐ/TW ngày 01/01/2014",
            ["217-QĐ/TW (2013)"],
        ),  # a wrong date hides nothing
        ("Quyết định 217-QĐ/TU", []),  # another issuer
        ("Luật số 10/2022/QH15", ["10/2022/QH15"]),
    ],
)
def test_candidates_of_a_mention(text, wanted):
    register = reference_register()
    found = [label for c in find_citations(text) for label in labels(register.candidates(c))]
    assert found == wanted


@pytest.fixture
def register():
    return Register(
        "sổ văn bản",
        [
            paper("01-QĐ/HU", date(2020, 9, 1), term="XX"),
            paper("02-QĐ/HU", date(2021, 2, 1), term="XX"),
            paper("05-QĐ/HU", date(2022, 2, 11), term="XX", title="ban hành Quy chế"),
            paper("05-QĐ/HU", date(2022, 3, 1), term="XX"),
            paper("01-KH/HU", date(2020, 9, 2), term="XX", kind="plan"),
            paper("03/QĐ-UBND", date(2022, 1, 3), issuer="UBND huyện"),
            paper("01/QĐ-UBND", date(2023, 1, 3), issuer="UBND huyện"),
            paper("01/2023/QĐ-UBND", date(2023, 5, 5), issuer="UBND huyện"),
        ],
    )


def test_rows_gaps_and_doubles(register):
    party = Series("QĐ", ("HU",), "XX")
    assert register.gaps() == {party: (3, 4), Series("QĐ", ("UBND",), "2022"): (1, 2)}
    assert {row: len(papers) for row, papers in register.doubles().items()} == {party: 2}
    assert str(party) == "QĐ/HU (XX)"


@pytest.mark.parametrize(
    ("like", "frame", "number"),
    [
        ("01-QĐ/HU", "XX", "06-QĐ/HU"),
        ("01-QĐ/HU", "XXI", "01-QĐ/HU"),  # the Party begins again with a term
        ("01-KH/HU", "XX", "02-KH/HU"),
        ("99/QĐ-UBND", "2023", "02/QĐ-UBND"),
        ("99/QĐ-UBND", "2024", "01/QĐ-UBND"),  # the State with a year
        ("09/2023/QĐ-UBND", "2023", "02/2023/QĐ-UBND"),  # legal documents in a row of their own
    ],
)
def test_the_next_number(register, like, frame, number):
    assert register.next_number(DocumentNumber.parse(like), frame) == DocumentNumber.parse(number)


def test_the_next_number_refuses_a_year_that_the_number_denies(register):
    with pytest.raises(InvalidValueError):
        register.next_number(DocumentNumber.parse("09/2023/QĐ-UBND"), "2024")


def test_look_up(register):
    assert labels(register.search("quy che")) == ["05-QĐ/HU (2022)"]
    assert len(register.between(date(2022, 2, 11), date(2022, 3, 1))) == 2
    assert len(register.adding([paper("07-QĐ/HU")])) == len(register) + 1


def test_a_register_survives_a_file(register, tmp_path):
    for book in (register, reference_register(), Register("trống")):
        path = tmp_path / "so.csv"
        write_register(book, path)
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")  # Excel looks for this mark
        assert read_register(path, book.name) == book


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"number,kind\n", "issuer"),
        (b"number,kind,issuer,colour\n", "colour"),
        (b"number,kind,issuer\n217 Q,decision,TW\n", "line 2, number"),
        (b"number,kind,issuer\n01-KH/HU,plan,TW\n01-KH/HU,plans,TW\n", "line 3, kind"),
        (b"number,kind,issuer,issued_on\n01-KH/HU,plan,TW,1/2/2020\n", "line 2, issued_on"),
        (b"number,kind,issuer\n01-KH/HU,plan,\n", "line 2, all columns"),
        (b"\xff\xfe", "not UTF-8"),
    ],
)
def test_a_bad_file_says_where(tmp_path, content, problem):
    path = tmp_path / "so.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError) as refused:
        read_register(path)
    assert problem in refused.value.problem


@pytest.mark.parametrize(
    ("number", "given_parts", "key"),
    [
        ("217-QĐ/TW", {"frame": "t2011"}, "vn:party:tw:qdd:t2011:217"),
        ("05-BC/ĐU", {"frame": "t2025", "area": "27043"}, "vn:party:ddu.27043:bc:t2025:5"),
        ("23-HD/BTGDVTW", {"frame": "t2026"}, "vn:party:btgdvtw:hd:t2026:23"),
        ("31-QĐ/TU", {"frame": "d2023-10-11", "area": "17"}, "vn:party:tu.17:qdd:d2023-10-11:31"),
        ("30/2020/NĐ-CP", {}, "vn:state:cp:ndd:2020:30"),
        ("439/QĐ-TTg", {"frame": "2023"}, "vn:state:ttg:qdd:2023:439"),
        ("05/2023/QĐ-TTg", {}, "vn:state:ttg:qdd-qppl:2023:5"),
        ("12/UBND-VX", {"frame": "2025", "area": "79"}, "vn:state:ubnd.79:cv:2025:12"),
        ("80/2015/QH13", {"kind": "law"}, "vn:state:qh13:luat:2015:80"),
        ("80/2015/QH13", {}, "vn:state:qh13::2015:80"),
        ("11/HD-MTTW-BTT", {"frame": "2025"}, "vn:front:mttw:hd:2025:11"),
        ("25-NQ/TW", {}, "vn:party:tw:nq:?:25"),
    ],
)
def test_identifiers(number, given_parts, key):
    identifier = Identifier.of(DocumentNumber.parse(number), **given_parts)
    assert str(identifier) == key
    assert Identifier.parse(key) == identifier
    assert eval(repr(identifier)) == pickle.loads(pickle.dumps(identifier)) == identifier


@pytest.mark.parametrize(
    "text",
    [
        "vn:party:tw:qdd:t2011:0217",  # a leading zero
        "vn:party:tw:qđ:t2011:217",  # marks
        "vn:party:tw:QDD:t2011:217",  # capitals
        "vn:king:tw:qdd:t2011:217",
        "vn:party:tw:qdd:217",
        "vn:party:tw:qdd:t2011:217\n",
    ],
)
def test_other_keys_are_refused(text):
    with pytest.raises(ParseError):
        Identifier.parse(text)


def test_a_partial_key_matches_and_is_not_equal():
    partial, old, new = (
        Identifier.parse(f"vn:party:tw:nq:{frame}:25") for frame in ("?", "t2006", "t2011")
    )
    assert partial.is_partial
    assert partial != old
    assert partial.matches(old)
    assert new.matches(partial)
    assert not old.matches(new)


def test_renderings():
    law = Identifier.parse("vn:state:qh13:luat:2015:80")
    assert law.to_akoma_ntoso(date(2015, 6, 22)) == "/akn/vn/act/luat/qh13/2015-06-22/80"
    decree = Identifier.parse("vn:state:cp:ndd:2020:30")
    assert decree.to_akoma_ntoso(date(2020, 3, 5)) == "/akn/vn/act/ndd/cp/2020-03-05/30"
    assert decree.to_eli() == "/eli/vn/state/cp/ndd/2020/30"


CODES = st.text("ABDEOUWĐĂÂÊÔƠƯ&.", max_size=6)


@pytest.mark.property
@given(CODES, CODES)
def test_codes_fold_without_collision(one, other):
    assert (fold_code(one) == fold_code(other)) == (one == other)
    assert fold_code(one).isascii()


def test_a_walk_over_relations():
    a, b, c = (
        paper(n, date(2000 + i, 1, 1)) for i, n in enumerate(("01-QĐ/HU", "02-QĐ/HU", "03-QĐ/HU"))
    )
    replaces, amends = RelationKind.REPLACES, RelationKind.AMENDS
    graph = Relations([Relation(c, replaces, b), Relation(b, replaces, a), Relation(a, amends, c)])
    assert graph.reached_from(c, replaces) == (b, a)
    assert graph.reached_from(c) == (b, a)  # the circle through "amends" ends the walk
    assert graph.reached_from(a, replaces) == ()
    assert [r.paper for r in graph.to(c)] == [a]
    assert graph.to_mermaid().count("[") == 3  # each label once
    with pytest.raises(InvalidValueError):
        Relation(a, replaces, b)  # an older paper replaces no newer one
    with pytest.raises(InvalidValueError):
        Relation(a, amends, a)


def test_citing_follows_the_habits_of_each_family():
    party = paper("529-QĐ/HU", date(2022, 2, 11), issuer="Ban Thường vụ Huyện ủy")
    assert cite(party) == "Quyết định số 529-QĐ/HU, ngày 11/02/2022 của Ban Thường vụ Huyện ủy"
    state = paper("41/KH-UBND", date(2023, 1, 13), "plan", "UBND huyện", title="công tác dân vận")
    assert cite(state) == (
        "Kế hoạch số 41/KH-UBND ngày 13 tháng 01 năm 2023 của UBND huyện về công tác dân vận"
    )
    assert cite(state, later=True, pinpoint=Pinpoint(3)) == "Điều 3 Kế hoạch 41/KH-UBND"
    with pytest.raises(InvalidValueError):
        Pinpoint(3, point="a")


@pytest.mark.parametrize("known", list(reference_register()), ids=str)
def test_what_is_cited_is_read_back(known):
    citation = find_citations(f"Thực hiện {cite(known)}; báo cáo như sau")[0]
    assert citation.number == known.number
    assert citation.issued_on == known.issued_on
    assert reference_register().candidates(citation) == (known,)
    (short,) = find_citations(f"theo {cite(known, later=True)} và")
    assert known in reference_register().candidates(short)
