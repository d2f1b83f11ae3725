"""Print page 1 of a paper of each layout norm to docs/pictures: ``python docs/build_pictures.py``.

Needs the extra ``docx``, LibreOffice (``soffice``) and ``pdftoppm``.
"""

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests"))

PICTURES = {
    "hd36": "report-party",
    "hd05": "report-party-2026",
    "nd30": "report-state",
    "mttq207": "report-front",
}


def build(code: str, name: str, folder: Path) -> None:
    """Print one paper and keep a picture of its first page."""
    from danvan import write_report
    from integrations.samples import sample

    write_report(sample(code), folder / f"{name}.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    paper = folder / f"{name}.docx"
    subprocess.run(  # noqa: S603
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, paper],  # noqa: S607
        check=True, timeout=120, capture_output=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    subprocess.run(  # noqa: S603
        ["pdftoppm", "-r", "64", "-gray", "-f", "1", "-l", "1", "-singlefile", "-png",  # noqa: S607
         folder / f"{name}.pdf", ROOT / "docs" / "pictures" / name],
        check=True,
    )  # fmt: skip


if __name__ == "__main__":
    with TemporaryDirectory() as made:
        for norm, picture in PICTURES.items():
            build(norm, picture, Path(made))
