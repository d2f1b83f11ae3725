"""Write what docs/reference says of the code from the code: ``python docs/build_reference.py``.

The rules, the JSON Schema of every public record, and its types in TypeScript.
"""

import inspect
import json
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs

from danvan.errors import InvalidValueError
from danvan.findings import rules
from danvan.interchange import json_schema, json_schemas, typescript

REFERENCE = Path(__file__).parent / "reference"
PAGE = REFERENCE / "rules.md"
SCHEMA = REFERENCE / "schemas" / "danvan.schema.json"
TYPES = REFERENCE / "danvan.d.ts"
NAMES = Path(__file__).parents[1] / "tests" / "public_names.txt"


def page() -> str:
    """The page as Markdown."""
    lines = [
        "# The rules of `danvan check`",
        "",
        "Written by `docs/build_reference.py`. A code is never given to another rule.",
        "",
        "| code | name | severity | Vietnamese | English | rests on |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {r.code} | {r.name} | {r.severity.name} | {r.vi} | {r.en} | {r.basis or 'arithmetic'} |"
        for r in sorted(rules(), key=lambda r: r.code)
    ]
    return "\n".join(lines) + "\n"


def records() -> list[Any]:
    """The public classes that are written as JSON."""
    found: dict[Any, None] = {}
    for path in NAMES.read_text("utf-8").split():
        module, _, name = path.rpartition(".")
        cls = getattr(import_module(module), name)
        if inspect.isclass(cls) and attrs.has(cls):
            try:
                json_schema(cls)
            except InvalidValueError:
                continue  # it holds errors, or entries of any class
            found[cls] = None
    return list(found)


def schema() -> str:
    """The schema of all of them; ``danvan.schema.json#/$defs/Report`` is that of a report."""
    return json.dumps(json_schemas(records()), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    SCHEMA.parent.mkdir(exist_ok=True)
    SCHEMA.write_text(schema(), encoding="utf-8")
    TYPES.write_text(typescript(records()), encoding="utf-8")
