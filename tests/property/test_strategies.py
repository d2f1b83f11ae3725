"""Every public class can be drawn, with Hypothesis's own limits of waste in force."""

import inspect
import re
import subprocess
import sys
import typing
from enum import Enum
from importlib import import_module
from pathlib import Path

import attrs
import pytest
from hypothesis import HealthCheck, find, given, settings
from hypothesis import strategies as st

from danvan.catalogue import Catalogue
from danvan.document_number import DocumentNumber
from danvan.errors import DanvanError, InvalidValueError
from danvan.findings import Text
from danvan.quantities import Unit
from danvan.reading import find_citations, find_quantities
from danvan.reporting.registers import House, Register
from danvan.testing import strategies as dst
from danvan.testing.registration import STRATEGIES, strategy_of
from danvan.vietnamese import nfc

pytestmark = pytest.mark.property
SLOW = [HealthCheck.too_slow]  # waste is the business of these tests, time is not

NAMES = Path(__file__).parents[1].joinpath("public_names.txt").read_text("utf-8").split()


def public_classes(is_such):
    found = {}
    for path in NAMES:
        module, _, name = path.rpartition(".")
        value = getattr(import_module(module), name)
        if inspect.isclass(value) and is_such(value):
            found.setdefault(value, path)
    return found


RECORDS = public_classes(attrs.has)
ENUMS = public_classes(lambda cls: issubclass(cls, Enum))
NO_VALUES = {
    "danvan.catalogue.Entry": "a protocol: the entries of catalogues",
    "danvan.directives.Mention": "a protocol: what citations are of",
    "danvan.findings.Language": "a protocol",
    "danvan.notebook.Row": "a protocol: what can be a row of a table",
    "danvan.notebook.Rows": "a tuple of such, drawn as tuples are",
    "danvan.notebook.Tone": "a word and its color, made while a table is drawn",
    "danvan.organizations.Country": "trees of a country, which are read and not made up",
    "danvan.reporting.registers.Entry": "a protocol: the entries of registers",
}
"""Public classes that are no records, no words and no errors, and why none is drawn."""


@pytest.mark.long
@pytest.mark.parametrize("cls", RECORDS, ids=RECORDS.values())
def test_every_record_is_drawn(cls):
    made = []

    @settings(max_examples=15, deadline=None, suppress_health_check=SLOW)
    @given(st.from_type(cls))
    def law(value):
        assert isinstance(value, cls)
        assert hash(value) == hash(value)
        made.append(repr(value))

    law()
    assert len(set(made)) > 1, "always the same"


@pytest.mark.parametrize("cls", ENUMS, ids=ENUMS.values())
def test_every_word_is_drawn(cls):
    strategy = st.from_type(cls)
    for member in cls:
        found = find(strategy, lambda value, member=member: value is member)
        assert found is member


def test_every_other_class_is_an_error_or_said_to_have_none():
    def other(cls):
        return not (cls in RECORDS or cls in ENUMS or issubclass(cls, DanvanError))

    without = {path for cls, path in public_classes(other).items() if strategy_of(cls) is None}
    assert without == set(NO_VALUES)


def test_every_named_strategy_says_what_it_draws_and_shrinks_towards():
    for name in dst.__all__:
        doc = getattr(dst, name).__doc__
        assert re.search(r"[Ss]hrinks\s+towards", doc), name
    assert set(STRATEGIES.values()) <= set(dst.__all__)


def test_generic_classes_are_drawn_by_what_they_hold():
    @settings(max_examples=10)
    @given(st.from_type(Catalogue[Unit]), st.from_type(Register[House]), st.from_type(Text))
    def law(units, houses, text):
        assert all(isinstance(one, Unit) for one in units.entries)
        assert houses.of is House
        assert isinstance(text.text, str)

    law()


def test_what_is_no_class_of_danvan_is_refused():
    assert strategy_of(int) is None
    assert strategy_of(typing.Any) is None
    with pytest.raises(InvalidValueError, match="a public class of danvan"):
        dst.anything(object)


def test_parts_of_an_application_are_built_of_danvan_s():
    @attrs.frozen
    class Row:
        number: DocumentNumber
        houses: tuple[House, ...]

    @settings(max_examples=5)
    @given(st.builds(Row))
    def law(row):
        assert isinstance(row.number, DocumentNumber)

    law()


def run(code):
    made = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    return made.stdout.split()


def test_to_import_hypothesis_imports_no_class_of_danvan():
    code = (
        "import sys; from danvan.testing.registration import register; register();"
        "import hypothesis; print(*(m for m in sys.modules if m.startswith('danvan.')))"
    )
    assert set(run(code)) <= {"danvan.testing", "danvan.testing.registration"}


@pytest.mark.parametrize("table", ["kept", "gone"])
def test_the_classes_are_known_with_and_without_the_table_of_hypothesis(table):
    code = (
        "import os; os.environ['HYPOTHESIS_NO_PLUGINS'] = '1'\n"
        "from hypothesis.strategies._internal import types\n"
        f"if {table == 'gone'}: kept = types._global_extra_lookup; del types._global_extra_lookup\n"
        "from danvan.testing.registration import register; register()\n"
        f"if {table == 'gone'}: types._global_extra_lookup = kept\n"
        "from danvan.findings import Waiver\n"
        "from hypothesis import find, strategies as st\n"
        "print(type(find(st.from_type(Waiver), bool)).__name__, 'danvan' in types._global_extra_lookup)"
    )
    assert run(code) == ["Waiver", str(table == "kept")]


def test_an_application_s_own_strategy_goes_first():
    code = (
        "from danvan.testing.registration import register; register()\n"
        "from danvan import Period; from hypothesis import find, strategies as st\n"
        "st.register_type_strategy(Period, st.just(Period.year(1975)))\n"
        "print(find(st.from_type(Period), bool))"
    )
    assert run(code) == ["năm", "1975"]


class TestMessy:
    CITING = "Quyết định số 217-QĐ/TW ngày 12/12/2013 của Bộ Chính trị"
    COUNTING = "tổ chức trên 2.639 buổi tuyên truyền ở 33/46 xã, nói về 1-2 Đề án"
    TEXT = f"{CITING}: {COUNTING}."

    @staticmethod
    def bare(text):
        """The letters, digits and marks alone."""
        text = nfc(text).replace("Ð", "Đ")
        return re.sub(r"\s", "", re.sub(r"\s*[-–—\u2010\u2011]\s*", "-", text))

    def test_no_letter_and_no_digit_is_lost(self):
        @given(dst.words(most=12).flatmap(lambda text: st.tuples(st.just(text), dst.messy(text))))
        def law(pair):
            assert self.bare(pair[1]) == self.bare(pair[0])

        law()

    def test_every_habit_comes_up_and_nothing_shrinks_to_the_text(self):
        for sign in ("–", "\u2011", "\u00a0", "  ", "Ð", "\u0323", "/ ", " -"):
            assert sign in find(dst.messy(self.TEXT), lambda text, sign=sign: sign in text)
        assert "\n" in find(dst.messy(self.TEXT, wrapped=True), lambda text: "\n" in text)
        assert find(dst.messy(self.TEXT), lambda text: True) == self.TEXT

    def test_the_readers_see_through_it(self):
        @settings(max_examples=100)
        @given(dst.messy(self.CITING, wrapped=True), dst.messy(self.COUNTING, wrapped=True))
        def law(citing, counting):
            (citation,) = find_citations(citing)
            assert (citation.serial, citation.kind_code, citation.issuer_code) == (217, "QĐ", "TW")
            # Tabs and several blanks part columns: no unit is looked for behind them.
            found = find_quantities(re.sub(r"[ \t\u00a0]+", " ", counting))
            assert [str(one.value) for one in found] == ["2639", "33", "1"]

        law()


def test_spans_lie_in_their_text():
    text = find(dst.sources(), lambda source: len(source.text) > 3)

    @given(dst.spans(text=text))
    def law(span):
        assert span.report is text
        assert 0 <= span.start <= span.end <= len(text.text)

    law()
