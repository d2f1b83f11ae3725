"""Reading, checking and rolling up beside what a user would take instead, in one run.

    python -m pytest -n 0 benchmarks/test_beside_peers.py --benchmark-group-by=group
    python benchmarks/table.py

The group ``bench`` of pyproject.toml brings the peers.  None of them does what danvan
does: what each leaves out stands in ``DOES``, and the table prints it.
"""

import re
import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest

import danvan
from danvan.indicators import Observation, indicators
from danvan.interchange import from_json, to_json
from danvan.organizations import Branch, Level, Link, Organization, Organizations
from danvan.periods import Period
from danvan.quantities import Quantity
from danvan.reading import find_citations, find_quantities, parse_report

attrs = pytest.importorskip("attrs")
eyecite = pytest.importorskip("eyecite")
pint = pytest.importorskip("pint")
polars = pytest.importorskip("polars")
pydantic = pytest.importorskip("pydantic")

# --- numbers of documents

NUMBERS = [f"{n:02}-QĐ/TW" for n in range(1, 501)] + [f"{n:02}/2023/NĐ-CP" for n in range(1, 501)]
NUMBER = re.compile(r"(\d+)(?:/(\d{4}))?[-/]([A-ZĐa-zđ]+)[-/]([A-ZĐa-zđ0-9-]+)")

# --- citations and figures in prose: three sentences each

OURS = (
    "Huyện ủy tiếp tục lãnh đạo, chỉ đạo các cấp ủy, tổ chức đảng quán triệt và triển khai thực hiện "
    "Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị về giám sát và phản biện xã hội. "
    "Tổ chức trên 1.250 buổi tuyên truyền cho 35.400 lượt người; vận động 1,2 tỷ đồng. "
)
THEIRS = (
    "The court of appeals held that the statute did not reach the conduct at issue in this case. "
    "See Bush v. Gore, 531 U.S. 98, 99 (2000), and the cases cited there on the same question. "
    "The petitioner did not raise the point below, and we decline to consider it for the first time. "
)
SYMBOL = re.compile(
    r"[0-9]{1,5}(?:/[0-9]{4})?[-/][A-ZĐ][0-9A-Za-zĐđ]*(?:[-/][A-ZĐ][0-9A-Za-zĐđ]*)+"
)
NUMERAL = re.compile(r"\b\d{1,3}(?:\.\d{3})*(?:,\d+)?\b")
PROSE, LEGAL = OURS * 200, THEIRS * (200 * len(OURS) // len(THEIRS))
FIGURES = [f"{n} buổi" for n in range(10, 1000)]
LENGTHS = [f"{n} meter" for n in range(10, 1000)]
UNITS = pint.UnitRegistry()

# --- a paper of a few pages

PAPER = "BÁO CÁO\nkết quả công tác dân vận 9 tháng năm 2023\n\nI. KẾT QUẢ\n\n" + "\n\n".join(
    f"{n}. Nội dung {n}\n\nTổ chức {n + 9} cuộc đối thoại (cấp huyện 9 cuộc, cấp xã {n} cuộc). {OURS}"
    for n in range(1, 61)
)
REPORT = parse_report(PAPER)

# --- figures of many offices

SESSIONS = indicators()["propaganda.sessions"]
MONTHS = [Period.month(2023, month) for month in range(1, 13)]
DISTRICTS, COMMUNES = 50, 2_000


def a_tree():
    made = [Organization("p", "Tỉnh", "province", Level.PROVINCE, Branch.TERRITORY)]
    links = []
    for kind, level, count, above in (
        ("district", Level.DISTRICT, DISTRICTS, lambda n: "p"),  # noqa: ARG005  # one province
        ("commune", Level.COMMUNE, COMMUNES, lambda n: f"district{n % DISTRICTS}"),
    ):
        for n in range(count):
            made.append(Organization(f"{kind}{n}", kind, kind, level, Branch.TERRITORY))
            links.append(Link(f"{kind}{n}", above(n)))
    return Organizations(tuple(made), tuple(links))


TREE = a_tree()
OBSERVED = tuple(
    Observation(SESSIONS, commune, month, Quantity(Decimal((7 * m + n) % 90), "buổi"))
    for n, commune in enumerate(TREE.at_level("commune"))
    for m, month in enumerate(MONTHS)
)
ABOVE = {one.code: above.code for one in TREE if (above := TREE.parent(one))}
FRAME = polars.DataFrame({
    "indicator": [one.indicator.code for one in OBSERVED],
    "district": [ABOVE[one.organization.code] for one in OBSERVED],
    "value": [one.quantity.value for one in OBSERVED],
})  # fmt: skip


def in_a_loop():
    sums, counts = {}, {}
    for one in OBSERVED:
        key = one.indicator.code, ABOVE[one.organization.code]
        sums[key] = sums.get(key, 0) + one.quantity.value
        counts[key] = counts.get(key, 0) + 1
    return sums, counts


# --- values as JSON


class Row(pydantic.BaseModel):
    value: Decimal
    unit: str
    since: date


QUANTITIES = tuple(Quantity(Decimal(n), "buổi") for n in range(1000))
ROWS = pydantic.TypeAdapter(tuple[Row, ...])
MODELS = tuple(Row(value=Decimal(n), unit="buổi", since=date(2023, 9, 6)) for n in range(1000))
JSON, ROWS_JSON = to_json(QUANTITIES), ROWS.dump_json(MODELS)


def starting(code):
    """A call that starts Python and runs a line in it."""
    return lambda: subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  # Python itself


WAYS = {
    ("import", "danvan"): starting("import danvan"),
    ("import", "attrs"): starting("import attrs"),
    ("import", "pydantic"): starting("from pydantic import BaseModel"),
    ("document numbers", "danvan"): lambda: [danvan.DocumentNumber.parse(n) for n in NUMBERS],
    ("document numbers", "a bare pattern"): lambda: [NUMBER.fullmatch(n).groups() for n in NUMBERS],
    ("citations", "danvan"): lambda: list(find_citations(PROSE)),
    ("citations", "a bare pattern"): lambda: list(SYMBOL.finditer(PROSE)),
    ("citations", "eyecite"): lambda: eyecite.get_citations(LEGAL),
    ("figures in prose", "danvan"): lambda: list(find_quantities(PROSE)),
    ("figures in prose", "a bare pattern"): lambda: list(NUMERAL.finditer(PROSE)),
    ("quantities", "danvan"): lambda: [Quantity.parse(text) for text in FIGURES],
    ("quantities", "pint"): lambda: [UNITS.Quantity(text) for text in LENGTHS],
    ("reading a paper", "danvan"): lambda: parse_report(PAPER),
    ("checking a paper", "danvan"): lambda: danvan.check(REPORT),
    ("checking a paper", "danvan, reading it alone"): lambda: parse_report(PAPER),
    ("roll-up", "danvan"): lambda: danvan.roll_up(
        OBSERVED, TREE, to="district", period=Period.year(2023)
    ),
    ("roll-up", "a loop over dicts"): in_a_loop,
    ("roll-up", "polars"): lambda: FRAME.group_by("indicator", "district").agg(
        polars.col("value").sum(), polars.len()
    ),
    ("dump to JSON", "danvan"): lambda: to_json(QUANTITIES),
    ("dump to JSON", "pydantic"): lambda: ROWS.dump_json(MODELS),
    ("load from JSON", "danvan"): lambda: from_json(JSON, tuple[Quantity, ...]),
    ("load from JSON", "pydantic"): lambda: ROWS.validate_json(ROWS_JSON),
}

DOES = {
    ("import", "attrs"): "",
    ("import", "pydantic"): "",
    ("document numbers", "a bare pattern"): "no styles, no joint issuers, no canonical spelling",
    ("citations", "a bare pattern"): "symbols alone: no dates, no issuers, no lists",
    ("citations", "eyecite"): "American case law; as many letters of it",
    ("figures in prose", "a bare pattern"): "numerals alone: no units, no words before them",
    ("quantities", "pint"): "physical units, no words such as trên",
    ("checking a paper", "danvan, reading it alone"): "no peer checks Vietnamese reports",
    ("roll-up", "a loop over dicts"): "no intervals, no missing, no stated totals, no sources",
    ("roll-up", "polars"): "the same, over a frame that is made already",
    ("dump to JSON", "pydantic"): "compiled; two fields and a day, no intervals",
    ("load from JSON", "pydantic"): "compiled; no units, no words",
}
"""What each peer leaves out."""


@pytest.mark.parametrize(("group", "library"), WAYS, ids=[" | ".join(way) for way in WAYS])
def test_speed(benchmark, group, library):
    benchmark.group = group
    benchmark(WAYS[group, library])


def test_the_loop_and_the_roll_up_agree():
    sums, _ = in_a_loop()
    totals = danvan.roll_up(OBSERVED, TREE, to="district", period=Period.year(2023))
    assert {(one.indicator.code, one.organization.code): one.value.value for one in totals} == sums


def test_promise_of_importing():
    """At most twice the processor time of ``import attrs``, a bare interpreter taken off both."""
    from table import shortest

    starts = {name: WAYS["import", name] for name in ("danvan", "attrs")}
    times = shortest(starts | {"bare": starting("pass")}, 20)
    ratio = (times["danvan"] - times["bare"]) / (times["attrs"] - times["bare"])
    print(f"import danvan: {ratio:.2f} of import attrs")  # shown with -s
    assert ratio <= 2
