"""A table of figures: every row read, or named with what it wants."""

from datetime import date

import pytest

from danvan.errors import UnknownCodeError, UnreadableFileError
from danvan.indicators import (
    Indicator,
    Kind,
    Missing,
    Role,
    Scope,
    Status,
    indicators,
    read_observations,
)
from danvan.organizations import Organizations

TREE = Organizations.shipped("tam_duong")
HEAD = "indicator,organization,period,value"
ROW = "propaganda.sessions,tam_duong.women,9 tháng năm 2023"


@pytest.fixture
def read(tmp_path):
    def of(text, encoding="utf-8", **options):
        path = tmp_path / "figures.csv"
        path.write_bytes(text.encode(encoding))
        return read_observations(path, TREE, **options)

    return of


def test_all_columns(read):
    (one, two) = read(
        f"{HEAD},breakdown,role,status,scope,reported_on,missing,source\n"
        "models.registered,tam_duong.women,năm 2023,05,"
        "form=collective; field=economy,plan,provisional,alone,05/9/2023,,159-KH/HU\n"
        "\n"
        f"{ROW},,,,,,,not_due,\n"
    )
    assert str(one.quantity) == "05 mô hình"
    assert one.breakdown == (("field", "economy"), ("form", "collective"))
    assert (one.role, one.status, one.scope) == (Role.PLAN, Status.PROVISIONAL, Scope.ALONE)
    assert (one.reported_on, two.reported_on) == (date(2023, 9, 5), None)
    assert one.source == "159-KH/HU"
    assert two.missing is Missing.NOT_DUE
    assert two.source.endswith("figures.csv, line 4")


@pytest.mark.parametrize(
    ("cell", "figure"),
    [
        ("865", "865 buổi"),
        ("865 buổi", "865 buổi"),
        ("trên 394", "trên 394 buổi"),
        ("2639", "2.639 buổi"),  # a machine wrote it; there is only one way to read it
        ("2639 cuộc", "2.639 cuộc"),
        ("2.639", "2.639 buổi"),
        ("0", "0 buổi"),
    ],
)
def test_values(read, cell, figure):
    assert str(read(f"{HEAD}\n{ROW},{cell}\n")[0].quantity) == figure


def test_semicolons_marks_of_windows_and_quotes(read):
    head, row = HEAD.replace(",", ";"), "poverty.share;tam_duong.party;năm 2023"
    assert str(read(f"\ufeff{head}\r\n{row};32,1%\r\n")[0].quantity) == "32,1%"
    quoted = f'{HEAD}\npoverty.share,tam_duong.party,năm 2023,"14,21%"\n'
    assert str(read(quoted)[0].quantity) == "14,21%"


def test_a_catalogue_of_ones_own(read):
    own = indicators().extended([Indicator("own.trees", "Số cây", "cây", Kind.FLOW)])
    text = f"{HEAD}\nown.trees,tam_duong.youth,9 tháng năm 2023,900\n"
    assert str(read(text, catalogue=own)[0].quantity) == "900 cây"


@pytest.mark.parametrize(
    ("text", "problem", "want"),
    [
        ("", "line 1: columns none", "indicator, organization, period, value"),
        ("indicator,period,value\n", "line 1: columns", "organization"),
        (f"{HEAD},colour\n", "line 1: columns", "and any of breakdown"),
        (f"{HEAD},value\n", "line 1: columns", "each once"),
        (f"{HEAD}\n{ROW}\n", "line 2: 3 cells", "4, as in the first line"),
        (f"{HEAD}\n{ROW},1,2\n", "line 2: 5 cells", "4, as in the first line"),
        (f"{HEAD}\n{ROW},1.5\n", "line 2, column value: '1.5'", "groups of three"),
        (f"{HEAD}\n{ROW},-5\n", "line 2, column value: '-5'", "from zero up"),
        (f"{HEAD}\n{ROW},5 hộ\n", "line 2, column value", "one in buổi or cuộc"),
        (f"{HEAD}\n{ROW},nhiều\n", "line 2, column value: 'nhiều'", "numeral"),
        (f"{HEAD}\n{ROW},\n", "line 2, column value: '' beside missing None", "either a value"),
        (f"{HEAD},missing\n{ROW},5,not_due\n", "'5' beside missing 'not_due'", "either a value"),
        (f"{HEAD},missing\n{ROW},,lost\n", "column missing: 'lost'", "not_reported"),
        (f"{HEAD},role\n{ROW},5,aim\n", "column role: 'aim'", "actual, plan"),
        (f"{HEAD},reported_on\n{ROW},5,5/9/2023\n", "column reported_on", "05/9/2023"),
        (f"{HEAD},breakdown\n{ROW},5,field\n", "column breakdown", "dimension=value"),
        (f"{HEAD},breakdown\n{ROW},5,field=sea\n", "'field'", "each once of: level"),
        (
            f"{HEAD}\npropaganda.sessions,tam_duong.women,9 tháng,5\n",
            "line 2, column period: '9 tháng'",
            "9 tháng năm 2023",
        ),
        (f'{HEAD}\n{ROW},"5\n', "line 2", "CSV"),
    ],
)
def test_a_bad_row_is_named(read, text, problem, want):
    with pytest.raises(UnreadableFileError) as error:
        read(text)
    assert problem in error.value.problem
    assert want in error.value.want
    assert error.value.path.endswith("figures.csv")


@pytest.mark.parametrize(
    ("row", "column", "nearest"),
    [
        ("propaganda.session,tam_duong.women,năm 2023,5", "indicator", "propaganda.sessions"),
        ("propaganda.sessions,tam_duong.woman,năm 2023,5", "organization", "tam_duong.women"),
    ],
)
def test_an_unknown_code_is_named_with_what_is_like_it(read, row, column, nearest):
    with pytest.raises(UnknownCodeError) as error:
        read(f"{HEAD}\n{row}\n")
    assert f"line 2, column {column}" in str(error.value)
    assert nearest in error.value.nearest


def test_a_file_that_cannot_be_read(read, tmp_path):
    with pytest.raises(UnreadableFileError, match="not UTF-8 at byte"):
        read(f"{HEAD}\n{ROW},5 buổi\n".replace("ổ", "o"), encoding="utf-16")
    with pytest.raises(UnreadableFileError, match="No such file"):
        read_observations(tmp_path / "none.csv", TREE)
    with pytest.raises(UnreadableFileError):
        read_observations(tmp_path, TREE)
