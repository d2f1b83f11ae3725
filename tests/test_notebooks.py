"""The notebooks of the docs run from end to end and still give what stands in them."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))


def read(path):
    return json.loads(path.read_text("utf-8"))


def given(notebook):
    """What the cells give, in words; of a picture what it says to who cannot see it."""
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            data = output.get("data", {})
            shown = data.get("text/html", output.get("text", data.get("text/plain", "")))
            shown = output["metadata"]["image/png"]["alt"] if "image/png" in data else shown
            yield re.sub(r"<style>.*?</style>", "", "".join(shown), flags=re.DOTALL)


def test_there_are_four():
    assert len(NOTEBOOKS) == 4


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
class TestEach:
    def test_it_was_run_in_order_and_nothing_is_of_a_machine(self, path):
        text = path.read_text("utf-8")
        notebook = read(path)
        counts = [c["execution_count"] for c in notebook["cells"] if c["cell_type"] == "code"]
        assert counts == list(range(1, len(counts) + 1))
        assert notebook["metadata"] == {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        }
        pictures = re.compile(r'"image/png": "[^"]*"')
        assert not re.search(r"/(tmp|home|root|Users|usr)/|[A-Z]:\\\\", pictures.sub("", text))
        assert not re.search(r"<script|https?://", text)
        assert all(not cell["metadata"] for cell in notebook["cells"])

    def test_its_pictures_say_what_is_to_be_seen(self, path):
        outputs = [o for cell in read(path)["cells"] for o in cell.get("outputs", ())]
        pictures = [o for o in outputs if "image/png" in o.get("data", {})]
        assert pictures
        assert all(len(o["metadata"]["image/png"]["alt"]) > 20 for o in pictures)

    def test_it_runs_and_gives_what_stands_in_it(self, path, monkeypatch):
        pytest.importorskip("matplotlib")
        pytest.importorskip("ipykernel")
        pytest.importorskip("nbclient")
        monkeypatch.syspath_prepend(str(ROOT / "docs"))
        from build_notebooks import run

        assert list(given(run(path))) == list(given(read(path)))
