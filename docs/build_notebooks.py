"""Run the notebooks of docs/notebooks and keep what they give: ``python docs/build_notebooks.py``.

Needs the extra ``plot``, nbclient and ipykernel (the dependency group ``test``).  What a cell
prints stands in the file, so that it can be read where nothing runs; what is of this machine
and of this run does not.  The picture of docs/how-to/notebooks.md is drawn beside them.
"""

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parent / "notebooks"
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def run(path: Path) -> nbformat.NotebookNode:
    """A notebook with what its cells give; an error in a cell is raised here."""
    notebook = nbformat.read(path, as_version=4)
    resources = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=resources).execute()
    return cleaned(notebook)


def cleaned(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """A notebook without what differs from one run or machine to the next."""
    notebook.metadata = nbformat.from_dict(
        {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    )
    for at, cell in enumerate(notebook.cells, 1):
        cell.id = f"cell-{at:02}"
        cell.metadata = nbformat.from_dict({})
        for output in cell.get("outputs", ()):
            if len(output.get("data", ())) > 1:
                output.data.pop("text/plain", None)  # of what shows itself the repr is not shown
            if "metadata" in output:
                kept = {kind: more for kind, more in output.metadata.items() if "/" in kind}
                output.metadata = nbformat.from_dict(kept)
    return notebook


def draw() -> None:
    """The picture of the page about notebooks."""
    from danvan import Organizations
    from danvan.indicators import read_observations
    from danvan.integrations.plots import plot_comparison

    data = FOLDER.parents[1] / "examples" / "data" / "nine_months_2023" / "figures.csv"
    figures = read_observations(data, Organizations.shipped("tam_duong"))
    ax = plot_comparison(
        (one for one in figures if one.indicator.code == "propaganda.sessions"), look="light"
    )
    ax.get_figure().savefig(FOLDER.parent / "pictures" / "comparison.png", dpi=90, metadata={})


if __name__ == "__main__":
    draw()
    names = sys.argv[1:] or sorted(path.name for path in FOLDER.glob("*.ipynb"))
    for name in names:
        notebook = run(FOLDER / name)
        nbformat.validate(notebook)
        nbformat.write(notebook, FOLDER / name)
        print(name)
