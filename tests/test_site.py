"""The docs site: it builds without a warning, knows every name, and fetches nothing."""

import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
NAMES = (ROOT / "tests" / "public_names.txt").read_text("utf-8").split()
GLOSSARY = (DOCS / "glossary.md").read_text("utf-8")


def rows():
    lines = [line.strip("| ") for line in GLOSSARY.splitlines() if line.startswith("| ")]
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in lines[1:]]


def own_name(public):
    return public.rpartition(".")[2]


def test_the_glossary_has_every_public_class():
    explained = {name for _, names, _ in rows() for name in re.findall(r"`(\w+)`", names)}
    classes = {own_name(name) for name in NAMES if re.match("[A-Z][a-z]", own_name(name))}
    assert len(classes) > 150
    assert sorted(classes - explained) == []


def test_the_glossary_is_in_the_order_of_the_alphabet():
    from danvan.vietnamese import sort_key

    terms = [term for term, _, _ in rows()]
    assert terms == sorted(terms, key=sort_key)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The pages as they are published; the build stops at the first warning."""
    for library in ("sphinx", "furo", "myst_nb"):
        pytest.importorskip(library)
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html"]
    run = subprocess.run(
        [*command, "-d", folder / "trees", DOCS, folder / "html"],
        check=False, capture_output=True, encoding="utf-8", cwd=ROOT,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr
    return folder / "html"


class Fetched(HTMLParser):
    """What a browser fetches by itself when it opens a page, and where the page can be entered."""

    def __init__(self):
        super().__init__()
        self.addresses, self.anchors = [], set()

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        self.anchors.add(said.get("id"))
        if tag == "link" and said.get("rel") in {"next", "prev", "search", "index", "canonical"}:
            return
        own = {"link": "href", "use": "href", "image": "href", "object": "data"}.get(tag, "src")
        self.addresses += [said[own]] if said.get(own) else []
        for address in (said.get("srcset") or "").split(","):
            self.addresses += address.split()[:1]


def look(page):
    found = Fetched()
    found.feed(page.read_text("utf-8"))
    return found


def away(address):
    return re.match(r"(?i)\s*(?:[a-z][a-z0-9+.-]*:)?//", address)


def test_an_address_elsewhere_is_told_from_one_beside_the_page():
    assert all(map(away, ("https://a.vn/x.js", "//a.vn/x.js", "HTTP://a.vn")))
    assert not any(map(away, ("_static/x.js", "../x.css?v=1", "data:image/png;base64,//8=")))


def test_the_site(site):
    """One test, as the site is built once."""
    pages = {path: look(path) for path in site.rglob("*.html")}
    assert len(pages) > 60
    fetched = {(p.name, a) for p, found in pages.items() for a in found.addresses if away(a)}
    assert not fetched
    assert any(found.addresses for found in pages.values())
    for path in site.rglob("*.css"):
        for address in re.findall(
            r"(?:url\(|@import)\s*['\"]?([^'\")\s]+)", path.read_text("utf-8")
        ):
            assert not away(address), f"{path.name}: {address}"

    anchors = {anchor for path, found in pages.items() if path.parent.name == "api"
               for anchor in found.anchors}  # fmt: skip
    linked = "".join(
        path.read_text("utf-8") for path in (site / "reference" / "api").glob("*.html")
    )
    for name in NAMES:
        there = name in anchors or f">{own_name(name)}</span></code></a> of <a" in linked
        assert there, f"{name} is on no page"
    for path in pages:
        lang = re.search(r'<html[^>]* lang="(\w+)"', path.read_text("utf-8"))[1]
        assert lang == ("vi" if "vi" in path.relative_to(site).parts[:1] else "en"), path
