"""A file that broke off anywhere is read as far as it makes sense, or is one clear error."""

import json

import pytest

import danvan as dv
from danvan.catalogue import read_toml
from danvan.errors import DanvanError
from danvan.indicators import read_observations
from danvan.integrations import dhis2, edxml, sdmx
from danvan.interchange import from_json, to_json
from danvan.reading import parse_report
from hardening import of_exchange, of_files
from hardening.doors import through_file
from hardening.papers import EXAMPLES, PAPERS, ROOT
from hardening.trees import SHIPPED, district

DATA = ROOT / "tests" / "integrations" / "data"


def long_paper():
    return "\n\n".join([PAPERS[0], *PAPERS[0].split("\n\n")[3:12]] * 4)


def observed():
    return read_observations(EXAMPLES / "nine_months_2023" / "figures.csv", district())


def values():
    return json.dumps({"dataValues": [{"dataElement": "propaganda.sessions", "period": f"{2000 + n // 12}{n % 12 + 1:02}",
                                       "orgUnit": "tam_duong.youth", "value": str(n)} for n in range(200)]})  # fmt: skip


def with_docx(make):
    pytest.importorskip("docx")
    return make()


def with_excel(make):
    pytest.importorskip("xlsxwriter")
    pytest.importorskip("python_calamine")
    return make()


def with_pdf(make):
    pytest.importorskip("pdfplumber")
    return make()


report = dv.read_report
FILES = {
    ".txt": (lambda: long_paper().encode(), report),
    ".md": ((DATA / "bao_cao.md").read_bytes, report),
    "utf-16.txt": (lambda: long_paper().encode("utf-16"), report),
    ".docx": (lambda: with_docx(of_files.word_file), report),
    ".pdf": (lambda: with_pdf((DATA / "bao_cao.pdf").read_bytes), report),
    ".xlsx": (lambda: with_excel(of_files.workbook), of_files.filled_workbook),
    ".csv": ((EXAMPLES / "province_2026" / "sent.csv").read_bytes, of_files.observations),
    ".toml": ((SHIPPED / "document_kinds.toml").read_bytes, read_toml),
    "report.json": (lambda: to_json(parse_report(long_paper())), lambda text: from_json(text, dv.Report)),
    "observations.json": (lambda: to_json(observed()), lambda text: from_json(text, tuple[dv.Observation, ...])),
    "dhis2.json": (values, lambda text: dhis2.read_data_value_set(text, district())),
    "sdmx.csv": (lambda: sdmx.write_csv(observed()), lambda text: sdmx.read_csv(text, district())),
    "sdmx.xml": (lambda: sdmx.write_structure(sdmx.Structure.of(observed())), sdmx.read_indicators),
    "edxml.xml": (of_exchange.packets()[0].encode, edxml.read_packet),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_cut_at_every_thousandth_byte(name):
    make, read = FILES[name]
    data = make()
    if not name[0].isalpha() or name == "utf-16.txt":
        read = through_file(read, f".{name.rpartition('.')[2]}")
    assert read(data), "the whole of it is right"
    results = 0
    for length in range(0, len(data), 1_000 if len(data) > 20_000 else 200):
        try:
            read(data[:length])
            results += 1
        except DanvanError as error:
            assert str(error)
            assert "\n" not in str(error)
    if name.endswith((".txt", ".md")):
        assert results, "a text that breaks off is still a text"
    if name.endswith((".docx", ".xlsx", ".json", ".xml")):
        assert not results, "these say where they end"
