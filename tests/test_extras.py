"""Every optional library: one clear error where it is absent, and an extra that brings it."""

import ast
import subprocess
import sys
import tomllib
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

import danvan

PACKAGE = Path(danvan.__file__).parent
PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
IMPORTED_AS = {"python-docx": "docx", "python-calamine": "python_calamine", "PyYAML": "yaml"}

CALLED = {"danvan.integrations.toml_documents": "to_toml(Period.year(2026))"}
"""Where a library is asked for by a function alone: what asks."""

FROM_OUTSIDE = {"spark", "test"}
"""Extras whose libraries danvan imports nowhere: the frame of an engine is made by its user."""

BLOCKED = """
import sys
sys.modules[{library!r}] = None
from danvan.errors import MissingExtraError
from danvan.periods import Period
try:
    import {module}
    {module}.{call}
except MissingExtraError as error:
    print(error)
"""


def raised():
    """Where the error is raised: the arguments it is given as they stand in the source."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call):
                name = getattr(node.exc.func, "id", "")
                if name == "MissingExtraError":
                    yield tuple(getattr(part, "value", None) for part in node.exc.args)


EVERY = [*raised()]
RAISED = sorted({found for found in EVERY if None not in found})


def requirements():
    with PROJECT.open("rb") as file:
        return tomllib.load(file)["project"]["optional-dependencies"]


@pytest.mark.parametrize(("module", "package", "extra"), RAISED, ids=[row[0] for row in RAISED])
def test_the_extra_that_an_error_names_brings_the_library(module, package, extra):
    assert any(want.casefold().startswith(package.casefold()) for want in requirements()[extra])


@pytest.mark.parametrize(
    ("module", "package", "extra"), [row for row in RAISED if "." in row[0]], ids=lambda part: part
)
def test_without_its_library_a_module_names_the_extra(module, package, extra):
    assert find_spec(module), module
    call = CALLED.get(module, "__name__")
    code = BLOCKED.format(module=module, library=IMPORTED_AS.get(package, package), call=call)
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip().endswith(f": python -m pip install 'danvan[{extra}]'")


def test_every_extra_with_libraries_of_its_own_is_named_by_an_error():
    own = {
        extra
        for extra, wanted in requirements().items()
        if any(not want.startswith("danvan[") for want in wanted)
    }
    assert own - FROM_OUTSIDE <= {extra for _, _, extra in EVERY}


QUANTITY = danvan.Quantity.parse("trên 394 buổi")
PAPER = danvan.Report("mẫu", kind="Báo cáo", title="tháng 9")


def of_word(folder):
    danvan.write_report(PAPER, folder / "a.docx")
    assert danvan.read_report(folder / "a.docx").says_same(PAPER)


def of_pdf(_):
    report = danvan.read_report(Path(__file__).parent / "integrations" / "data" / "bao_cao.pdf")
    assert report.kind == "Báo cáo"


def of_workbooks(folder):
    from danvan.integrations.workbooks.reading import read_workbook
    from danvan.integrations.workbooks.templates import write_template
    from danvan.reporting import Form, Row

    tree, year = danvan.Organizations.shipped("tam_duong"), danvan.Period.year(2023)
    form = Form("m", "Biểu 01", 1, (Row("propaganda.sessions"),))
    write_template(form, tree["tam_duong.women"], year, folder / "a.xlsx")
    got = read_workbook(folder / "a.xlsx", form, tree)
    assert (got.organization, got.period) == (tree["tam_duong.women"], year)


def of_a_format(name):
    def there_and_back(_):
        made = import_module(f"danvan.integrations.{name}_documents")
        written = getattr(made, f"to_{name}")(danvan.Period.year(2026))
        assert getattr(made, f"from_{name}")(written, danvan.Period) == danvan.Period.year(2026)

    return there_and_back


def of_duckdb(_):
    from danvan.indicators import indicators
    from danvan.integrations.frames import observations_to_frame

    tree = danvan.Organizations.shipped("tam_duong")
    one = danvan.Observation(
        indicators()["propaganda.sessions"],
        tree["tam_duong.women"],
        danvan.Period.year(2023),
        QUANTITY,
    )
    assert len(observations_to_frame([one], backend="duckdb").fetchall()) == 1


def of_likeness(_):
    from danvan.integrations.fuzzy import compare_letters as likeness

    assert likeness("Bình Lư", "Bình Lu") > likeness("Bình Lư", "Nà Tăm")


WORKS = {
    "docx": ("docx", of_word),
    "pdf": ("pdfplumber", of_pdf),
    "excel": ("xlsxwriter", of_workbooks),
    "fast": ("msgspec", of_a_format("msgpack")),
    "toml": ("tomlkit", of_a_format("toml")),
    "yaml": ("yaml", of_a_format("yaml")),
    "duckdb": ("duckdb", of_duckdb),
    "fuzzy": ("rapidfuzz", of_likeness),
}


@pytest.mark.parametrize("extra", WORKS)
def test_an_extra_is_enough_for_its_work(extra, tmp_path):
    library, work = WORKS[extra]
    pytest.importorskip(library, reason=f"needs danvan[{extra}]")
    work(tmp_path)
