"""The public names, held against a snapshot: a change of them is meant, or it is a slip.

After a change that is meant: ``python tests/test_public_names.py`` writes the snapshot anew.
"""

import pkgutil
from importlib import import_module
from pathlib import Path

SNAPSHOT = Path(__file__).parent / "public_names.txt"
PACKAGES = [
    "danvan", "danvan.aggregation", "danvan.catalogue", "danvan.cli", "danvan.directives",
    "danvan.document_number", "danvan.drafting", "danvan.errors", "danvan.findings", "danvan.indicators",
    "danvan.interchange", "danvan.messages", "danvan.notebook", "danvan.organizations", "danvan.periods", "danvan.quantities",
    "danvan.reading", "danvan.rendering", "danvan.rendering.findings", "danvan.reporting", "danvan.reporting.registers",
    "danvan.reports",
    "danvan.testing.strategies", "danvan.validation", "danvan.vietnamese",
]  # fmt: skip


def public_names():
    lines = [
        f"{name}.{public}" for name in PACKAGES for public in sorted(import_module(name).__all__)
    ]
    return "\n".join(lines) + "\n"


def test_snapshot():
    assert public_names() == SNAPSHOT.read_text("utf-8")


def test_every_public_name_is_there_and_has_a_docstring():
    for line in public_names().splitlines():
        module, _, name = line.rpartition(".")
        value = getattr(import_module(module), name)
        if callable(value) and getattr(value, "__module__", "").startswith("danvan"):
            assert value.__doc__, f"{line} says nothing of itself"


def test_every_package_is_looked_at():
    import danvan

    found = {m.name for m in pkgutil.iter_modules(danvan.__path__, "danvan.") if m.ispkg}
    missing = found - set(PACKAGES) - {"danvan.data", "danvan.integrations", "danvan.testing"}
    assert not missing


if __name__ == "__main__":
    SNAPSHOT.write_text(public_names(), encoding="utf-8")
