"""The pages of the API: each public name described in its home, and named where else it stands.

The names are those of ``tests/public_names.txt``, which the tests hold against the
library; what is said of them is their docstring.  The packages of
``danvan.integrations`` follow, each as far as its optional library is there.
"""

import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from enum import EnumMeta
from importlib import import_module
from pathlib import Path

from danvan import integrations
from danvan.errors import MissingExtraError

# matplotlib writes a method `set` into every kind of artist
MEMBERS = "   :members:\n   :imported-members:\n   :exclude-members: set\n"
NAMES = Path(__file__).resolve().parent.parent / "tests" / "public_names.txt"


def public_names() -> dict[str, list[str]]:
    """The public names by the package they are imported from."""
    found: dict[str, list[str]] = defaultdict(list)
    for line in NAMES.read_text("utf-8").split():
        package, _, name = line.rpartition(".")
        found[package].append(name)
    return dict(found)


def home(package: str, name: str, packages: dict[str, list[str]]) -> str:
    """The package whose page describes what stands under a name in another.

    It is the nearest one around the module in which the thing is written.
    """
    thing = getattr(import_module(package), name)
    written = getattr(thing, "__module__", None) or package
    around = [
        other
        for other in packages
        if f"{written}.".startswith(f"{other}.")
        and getattr(import_module(other), name, None) is thing
    ]
    return max(around, key=len, default=package)


def pages() -> dict[str, str]:
    """Each page as Markdown, by its path below ``docs``."""
    packages = public_names()
    made = {f"reference/api/{package}.md": _page(package, packages) for package in packages}
    made |= {f"reference/api/{name}.md": text for name, text in integration_pages()}
    listed = "\n".join(sorted(Path(path).stem for path in made))
    made["reference/api/index.md"] = (
        "# API\n\nEvery public name, by the package it is imported from."
        f"\n\n```{{toctree}}\n:maxdepth: 1\n\n{listed}\n```\n"
    )
    return made


def integration_pages() -> Iterator[tuple[str, str]]:
    """The packages of ``danvan.integrations`` with a page for each.

    Where a package has no names of its own, its docstring says which modules are its doors.
    """
    for found in pkgutil.iter_modules(integrations.__path__, "danvan.integrations."):
        if found.ispkg:
            try:
                package = import_module(found.name)
            except MissingExtraError as error:
                yield found.name, f"# {found.name}\n\n{error}\n"
                continue
            inside = {one.name for one in pkgutil.iter_modules(package.__path__)}
            named = [] if package.__all__ else re.findall(r"``(\w+)``", package.__doc__ or "")
            doors = [f"{found.name}.{name}" for name in named if name in inside]
            members = "" if package.__all__ else "   :no-members:\n"
            lines = [f".. automodule:: {found.name}\n{members or MEMBERS}"]
            lines += [f".. automodule:: {door}\n{MEMBERS}" for door in doors]
            yield found.name, f"# {found.name}\n\n```{{eval-rst}}\n" + "\n".join(lines) + "```\n"


def _page(package: str, packages: dict[str, list[str]]) -> str:
    described, elsewhere = [], []
    for name in packages[package]:
        owner = home(package, name, packages)
        if owner == package:
            described.append(_directive(package, name))
        else:
            elsewhere.append(f"* :obj:`{name} <{owner}.{name}>` of :doc:`{owner}`")
    lines = [f".. automodule:: {package}", "   :no-members:", "", *elsewhere, "", *described]
    return f"# {package}\n\n```{{eval-rst}}\n" + "\n".join(lines) + "```\n"


def _directive(package: str, name: str) -> str:
    thing = getattr(import_module(package), name)
    if isinstance(thing, EnumMeta):
        return f".. autoclass:: {package}.{name}\n   :members:\n   :undoc-members:\n"
    if isinstance(thing, type):
        bases = "   :show-inheritance:\n" if issubclass(thing, Exception) else ""
        return f".. autoclass:: {package}.{name}\n   :members:\n{bases}"
    if callable(thing) and getattr(thing, "__name__", None) == name:
        return f".. autofunction:: {package}.{name}\n"
    return f".. autodata:: {package}.{name}\n   :no-value:\n"
