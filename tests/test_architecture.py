"""The shape of the library: layers, a light import, public names, the size of files."""

import ast
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "danvan"

# Every module may import from the layers before its own, and from its own package.
LAYERS = [
    {"errors"},
    {"_files"},
    {"_fields", "_enums", "_tables"},
    {"vietnamese"},
    {"notebook"},
    {"catalogue", "data", "messages"},
    {"findings"},
    {"document_number", "quantities", "periods"},
    {"organizations"},
    {"directives"},
    {"indicators"},
    {"reports", "reporting"},
    {"aggregation", "reading", "rendering"},
    {"validation", "interchange"},
    {"drafting"},
    {"integrations", "testing"},
    {"cli"},
    {"__main__"},
]
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}
# The root module and the table of file formats name what lies above them, and import it
# only when it is asked for.
LAZY = {"__init__", "formats"}

MODULES = sorted(p for p in PACKAGE.rglob("*.py"))


def _top(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def _imports(path: Path, *, everywhere: bool) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    nodes = ast.walk(tree) if everywhere else iter(tree.body)
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import hides its layer"
            found.add(node.module or "")
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_only_look_down(path):
    own = _top(path)
    if own in LAZY:
        return
    for name in _imports(path, everywhere=True):
        parts = name.split(".")
        if parts[0] != "danvan" or len(parts) == 1 or parts[1] not in LEVEL:
            continue
        other = parts[1]
        assert other == own or LEVEL[other] < LEVEL[own], f"{own} must not import danvan.{other}"


def test_every_module_has_a_layer():
    assert {_top(p) for p in MODULES} <= set(LEVEL) | LAZY


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_file_is_one_idea(path):
    assert len(path.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(PACKAGE)))
def test_modules_say_what_they_are_and_what_is_public(path):
    tree = ast.parse(path.read_text("utf-8"))
    assert ast.get_docstring(tree), f"{path} has no docstring"
    private = path.name.startswith("_") and path.name != "__init__.py"
    if not private and path.parent.name != "data":
        names = {
            t.id
            for n in tree.body
            if isinstance(n, ast.Assign)
            for t in n.targets
            if isinstance(t, ast.Name)
        }
        names |= {n.target.id for n in tree.body if isinstance(n, ast.AnnAssign)}
        assert "__all__" in names, f"{path} does not say what is public"


def _loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(' '.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return {name.split(".")[0] for name in run.stdout.split()}


def _optional() -> set[str]:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    wanted = [w for extra in project["optional-dependencies"].values() for w in extra]
    names = {w.split("[")[0].split(">")[0].strip() for w in wanted} - {"danvan"}
    modules = {"python-docx": "docx", "python-calamine": "python_calamine", "PyYAML": "yaml"}
    return {modules.get(n, n) for n in names}


def test_importing_danvan_is_light():
    heavy = {"cattrs", "babel", "hypothesis"} | _optional()
    assert not heavy & _loaded_by("import danvan")
    assert not (heavy - {"cattrs"}) & _loaded_by(
        "import danvan; danvan.DocumentNumber.parse('217-QĐ/TW')"
    )
    assert "attrs" not in _loaded_by("import danvan"), "the root is lazy"


def test_core_dependencies_are_three():
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    assert sorted(d.split(">")[0] for d in project["dependencies"]) == ["attrs", "babel", "cattrs"]
