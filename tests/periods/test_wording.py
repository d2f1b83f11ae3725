"""Periods in running text, in the habits of real papers."""

import pytest
from hypothesis import given

from danvan.periods import Cadence, find_periods
from danvan.testing import values as dst


def named(text):
    return [str(found.period) for found in find_periods(text)]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("tháng 9/2023", "tháng 9 năm 2023"),
        ("tháng 09 năm 2023", "tháng 9 năm 2023"),
        ("Tháng 12-2023", "tháng 12 năm 2023"),
        ("quý III/2023", "quý III năm 2023"),
        ("quý 4 năm 2023", "quý IV năm 2023"),
        ("Quý iv/2023", "quý IV năm 2023"),
        ("06 tháng đầu năm 2023", "6 tháng đầu năm 2023"),
        ("6 tháng cuối năm 2023", "6 tháng cuối năm 2023"),
        ("3 tháng cuối năm 2023", "quý IV năm 2023"),
        ("9 tháng đầu năm 2023", "9 tháng năm 2023"),
        ("9 tháng năm 2023", "9 tháng năm 2023"),
        ("9 tháng đầu của năm 2023", "9 tháng năm 2023"),
        ("12 tháng năm 2023", "năm 2023"),
        ("10 tháng đầu năm 2023", "từ ngày 01/01/2023 đến ngày 31/10/2023"),
        ("năm 2023", "năm 2023"),
        ("năm\n2023", "năm 2023"),
        ("giai đoạn 2021-2025", "giai đoạn 2021 - 2025"),
        ("giai đoạn 2021 – 2025", "giai đoạn 2021 - 2025"),
        ("từ năm 2021 đến hết năm 2025", "giai đoạn 2021 - 2025"),
        ("từ ngày 15/12/2022 đến ngày 14/6/2023", "từ ngày 15/12/2022 đến ngày 14/6/2023"),
        ("từ 15/12/2022 đến hết 14/6/2023", "từ ngày 15/12/2022 đến ngày 14/6/2023"),
        ("từ ngày 01/9 đến ngày 30/9/2023", "tháng 9 năm 2023"),
        ("từ đầu năm đến 30/10/2023", "từ ngày 01/01/2023 đến ngày 30/10/2023"),
        ("Từ đầu năm đến hết ngày 30/9/2023", "9 tháng năm 2023"),
    ],
)
def test_habits(text, period):
    assert named(f"Kết quả {text}, nhiệm vụ") == [period]
    (found,) = find_periods(f"trong {text}; và")
    assert (found.start, found.end, found.text) == (6, 6 + len(text), text)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("ngày 06 tháng 9 năm 2023", "a day"),
        ("ngày 12/9/2023", "a day"),
        ("05 năm thực hiện", "a span of years that does not say which"),
        ("nhiệm kỳ 2020 - 2025", "a term of office, whose days it does not tell"),
        ("tháng 13/2023", "no month"),
        ("từ ngày 30/02/2023 đến ngày 01/3/2023", "no day"),
        ("từ ngày 14/6/2023 đến ngày 15/12/2022", "it ends before it begins"),
        ("năm 20233", "no year"),
        ("năm 0999", "no year"),
        ("6 tháng đầu năm", "no year said"),
        ("hằng năm", "no year said"),
    ],
)
def test_what_is_no_period(text, why):
    assert named(text) == []


def test_several_in_a_row():
    text = "6 tháng đầu năm 2023 so với quý I/2022 và tháng 5 năm 2021, năm 2020"
    assert named(text) == [
        "6 tháng đầu năm 2023", "quý I năm 2022", "tháng 5 năm 2021", "năm 2020",
    ]  # fmt: skip


def test_a_long_text_takes_no_time():
    assert named("từ ngày 1/1 đến " * 20_000) == []
    assert named("tháng " * 50_000 + "9/2023") == ["tháng 9 năm 2023"]
    assert named("năm" + " " * 100_000 + "2023") == []


@pytest.mark.property
@given(dst.periods(reporting=True))
def test_the_canonical_spelling_is_one_of_the_habits(period):
    assert period.cadence is not Cadence.SPAN
    assert named(f"Trong {period}.") == [str(period)]
