"""How the pages are built: ``python -m sphinx -W --keep-going -b html docs build/docs``.

Warnings are errors.  Nothing is fetched while building, and the built pages fetch nothing.
"""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

project = "danvan"
author = "The danvan authors"
copyright = "The danvan authors. License: MIT"  # noqa: A001
version = release = version_of("danvan")

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
suppress_warnings = ["ref.python"]  # a word in a type that several classes have a part of
exclude_patterns = ["_build", "**/.ipynb_checkpoints"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
highlight_language = "text"  # what has another one says so
nb_execution_mode = "off"  # the tests run the notebooks; the pages show what they gave

autodoc_typehints = "description"
autodoc_typehints_description_target = "documented_params"
autodoc_member_order = "bysource"
autodoc_class_signature = "mixed"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
napoleon_use_ivar = True
python_use_unqualified_type_names = True
toc_object_entries_show_parents = "hide"

# fonts of the reader's own that have every Vietnamese letter
MONOSPACE = (
    'ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Noto Sans Mono", monospace'
)

html_theme = "furo"
html_title = f"danvan {version}"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#9b1c1c",
        "color-brand-content": "#9b1c1c",
        "font-stack--monospace": MONOSPACE,
    },
    "dark_css_variables": {
        "color-brand-primary": "#f2a7a0",
        "color-brand-content": "#f2a7a0",
    },
}
html_copy_source = False
html_show_sourcelink = False


def setup(app):
    """Write the generated pages, and say of each Vietnamese page that it is Vietnamese."""
    app.connect("builder-inited", write_reference)
    app.connect("source-read", without_the_last_blank_line)
    app.connect("html-page-context", language_of)


def write_reference(app):
    """Write the pages that are made of the library itself, where they have changed."""
    import build_api
    import build_catalogues
    import build_command
    import build_schema

    makers = (build_api, build_catalogues, build_command, build_schema)
    pages = {Path(app.srcdir, name): text for one in makers for name, text in one.pages().items()}
    for folder in {path.parent for path in pages if path.name == "index.md"}:
        for gone in set(folder.glob("*.md")) - set(pages):
            gone.unlink()
    for path, text in pages.items():
        path.parent.mkdir(exist_ok=True)
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8")


def without_the_last_blank_line(_app, _name, source):
    """Examples without the blank line that ends what doctest expects of them."""
    source[0] = source[0].replace("\n\n```\n", "\n```\n")


def language_of(_app, pagename, _template, context, _doctree):
    """The language of a page, for ``<html lang=...>``."""
    if pagename.startswith("vi/"):
        context["language"] = "vi"
