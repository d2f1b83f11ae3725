"""Build danvan.pyz: the command and the library in one file that needs only Python.

    python .ci/zipapp/build.py dist/danvan.pyz

Carried are danvan, what it depends on and their licences, as they are installed in the
environment that runs this; of Babel's locales those that danvan asks for.  Babel opens
its data by the paths of files, which there are none of in a zip, so that the two modules
that do it get the ends that lie beside this script.  Each module is carried as source and
compiled for the Python that runs this: that one starts in half the time, all others read
the source.  The same environment gives the same bytes every time.
"""

from __future__ import annotations

import marshal
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LOCALES = {"root", "en", "vi"}
ENDS = {
    "babel/core.py": "babel_core_end.txt",
    "babel/localedata.py": "babel_localedata_end.txt",
}
INSTALLED_ONLY = {"INSTALLER", "RECORD", "REQUESTED", "direct_url.json", "entry_points.txt"}
EPOCH = (1980, 1, 1, 0, 0, 0)
SHEBANG = b"#!/usr/bin/env python3\n"
MAIN = b"import sys\n\nfrom danvan.cli import main\n\nsys.exit(main())\n"


def dependencies() -> Iterator[Distribution]:
    """What danvan depends on, and what that does, without extras."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        waiting = list(tomllib.load(file)["project"]["dependencies"])
    seen: set[str] = set()
    while waiting:
        requirement, _, condition = waiting.pop().partition(";")
        name = re.split(r"[^\w.-]", requirement.strip(), maxsplit=1)[0].casefold()
        # what is asked for on old Pythons or with extras alone is not carried
        if condition.strip() or name in seen:
            continue
        seen.add(name)
        found = distribution(name)
        yield found
        waiting += found.requires or ()


def carried(found: Distribution) -> Iterator[tuple[str, bytes]]:
    """The files of a dependency by their names in the zip."""
    for file in found.files or ():
        name = file.as_posix()
        top = file.parts[0]
        if top == ".." or file.suffix == ".pyc" or file.name in INSTALLED_ONLY:
            continue
        if file.suffix == ".dat" and "locale-data" in file.parts and file.stem not in LOCALES:
            continue
        content = Path(str(file.locate())).read_bytes()
        if name in ENDS:
            content += b"\n\n" + (HERE / ENDS[name]).read_bytes()
        if file.suffix in {".so", ".pyd"}:
            raise SystemExit(f"{name} is compiled: a zip cannot carry it")
        yield name, content


def own() -> Iterator[tuple[str, bytes]]:
    """The files of danvan by their names in the zip."""
    source = ROOT / "src"
    for file in (source / "danvan").rglob("*"):
        if file.is_file() and "__pycache__" not in file.parts:
            yield file.relative_to(source).as_posix(), file.read_bytes()
    yield "LICENSE", (ROOT / "LICENSE").read_bytes()
    yield "__main__.py", MAIN


def compiled(name: str, source: bytes) -> bytes:
    """A module as Python reads it from a zip, whatever its date."""
    code = compile(source, f"danvan.pyz/{name}", "exec", dont_inherit=True, optimize=0)
    unchecked = (1).to_bytes(4, "little")
    return MAGIC_NUMBER + unchecked + source_hash(source) + marshal.dumps(code)


def build(target: Path) -> None:
    """Write the file; one of that name is written over."""
    files = dict(own())
    for found in dependencies():
        files |= dict(carried(found))
    modules = [name for name in files if name.endswith(".py") and name != "__main__.py"]
    files |= {f"{name}c": compiled(name, files[name]) for name in modules}
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as out:
        out.write(SHEBANG)
        with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=9) as packed:
            for name in sorted(files):
                entry = ZipInfo(name, EPOCH)
                entry.external_attr = 0o644 << 16
                entry.create_system = 3
                packed.writestr(entry, files[name], ZIP_DEFLATED, 9)
    target.chmod(0o755)
    print(f"{target}: {len(files)} files, {target.stat().st_size / 2**20:.1f} MiB")


if __name__ == "__main__":
    build(Path(sys.argv[1] if len(sys.argv) > 1 else "dist/danvan.pyz"))
