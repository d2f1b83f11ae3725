"""Terms of office: one of a body at a time, and the days papers of a term were issued."""

from datetime import date, timedelta
from itertools import groupby, pairwise

import pytest

from danvan.periods import terms


@pytest.mark.parametrize(
    ("issued_on", "sitting"),
    [
        (date(2002, 1, 8), "central_committee_9"),  # 09-NQ/TW
        (date(2008, 1, 28), "central_committee_10"),  # 20-NQ/TW
        (date(2008, 7, 25), "central_committee_10"),  # 25-NQ/TW, and again a term later:
        (date(2013, 6, 3), "central_committee_11"),  # 25-NQ/TW
        (date(2018, 1, 20), "central_committee_12"),  # 21-CT/TW
        (date(2021, 10, 25), "central_committee_13"),  # 21-KL/TW
        (date(2007, 4, 20), "national_assembly_11"),  # 34/2007/PL-UBTVQH11
        (date(2015, 6, 25), "national_assembly_13"),  # 85/2015/QH13
        (date(2017, 6, 15), "national_assembly_14"),  # 403/2017/NQLT-UBTVQH14-...
    ],
)
def test_papers_of_a_term(issued_on, sitting):
    assert sitting in [one.code for one in terms().on(issued_on)]


def test_terms_of_a_body_follow_each_other_without_a_gap():
    for _, of_one_body in groupby(terms(), key=lambda one: one.body):
        for one, following in pairwise(of_one_body):
            assert following.number == one.number + 1
            assert one.period.last + timedelta(days=1) == following.valid_from
        assert following.period is None


def test_no_term_before_the_first():
    assert not list(terms().on(date(1986, 1, 1)))
