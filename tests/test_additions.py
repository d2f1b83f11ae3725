"""What is added to a catalogue is one entry of one file; these tests say what it still lacks.

A kind of paper, a code of an issuer, an indicator and a rule each work as soon as their
entry is whole: reading, checking and writing ask the catalogues.  CONTRIBUTING.md leads here.
"""

from pathlib import Path

import pytest

import danvan
from danvan.directives import Family, document_kinds, issuer_codes, issuer_meaning
from danvan.findings import rules
from danvan.indicators import Kind, indicators
from danvan.organizations import Organizations
from danvan.reading import find_citations, find_observations, parse_report

TESTS = Path(__file__).resolve().parent
PACKAGE = Path(danvan.__file__).parent

BY_OTHER_WORDS = {
    "council.regular_sessions", "council.special_sessions", "defence.workdays", "democracy.steering_boards",
    "dialogues.settled_share", "loans.farmers_fund_amount", "models.units", "one_stop.balance",
    "one_stop.total", "petitions.balance", "petitions.total", "population.communes",
    "population.villages", "security.traffic_fined", "supervision.sessions", "supervision.units",
    "welfare.houses_amount",
}  # fmt: skip
"""Indicators whose full name is not what papers say of them."""


def text_of(folder):
    return "\n".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.py")))


def symbols():
    for kind in document_kinds():
        for given in kind.symbols:
            yield pytest.param(kind, given, id=f"{kind.code}-{given.family.value}-{given.symbol}")


@pytest.mark.parametrize(("kind", "given"), [*symbols()])
def test_a_kind_is_read_by_each_of_its_symbols(kind, given):
    number = f"12-{given.symbol}/TU" if given.family is Family.PARTY else f"12/{given.symbol}-UBND"
    (found,) = find_citations(f"{kind.name} số {number} ngày 05/9/2023")
    assert (found.kind, found.kind_code) == (kind.name, given.symbol), (
        f"{kind.code}: its entry in document_kinds.toml is whole, but no paper is read with it"
    )


@pytest.mark.parametrize("issuer", issuer_codes(), ids=lambda one: one.code)
def test_a_code_is_read_and_explained(issuer):
    (found,) = find_citations(f"Quyết định số 12/QĐ-{issuer.code} ngày 05/9/2023")
    assert found.issuer_code == issuer.code
    assert issuer_meaning(issuer.code).name, f"{issuer.code}: issuer_codes.toml says no name"


def test_an_indicator_is_read_by_its_own_name():
    tree = Organizations.shipped("tam_duong")
    counted = [one for one in indicators() if one.kind not in (Kind.GRADE, Kind.TEXT)]
    unread = set()
    for one in counted:
        paper = f"BÁO CÁO\nnăm 2023\n\nI. KẾT QUẢ\n\n- {one.name}: 12 {one.unit}.\n"
        if one.code not in {o.indicator.code for o in find_observations(parse_report(paper), tree)}:
            unread.add(one.code)
    assert not unread - BY_OTHER_WORDS, "no paper can say these: add words to `about` or `name`"
    assert not BY_OTHER_WORDS - unread, "these are read now: take them off the list"


def test_a_rule_is_yielded_by_a_module():
    modules = text_of(PACKAGE)
    idle = [rule.code for rule in rules() if f'"{rule.code}"' not in modules]
    assert not idle, "no module of danvan yields these"


def test_a_rule_is_shown_by_a_test():
    tests = text_of(TESTS)
    unseen = [rule.code for rule in rules() if rule.code not in tests]
    assert not unseen, "no test has a paper that is wrong in this way"
