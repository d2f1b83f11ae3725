"""danvan.pyz: one file that does its work with nothing beside it but Python."""

import json
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / ".ci" / "zipapp" / "build.py"
BARE = (sys.executable, "-I", "-S")
"""A Python without site-packages, and without anything from its environment."""

PAPER = """BÁO CÁO
kết quả công tác dân vận 9 tháng năm 2023

I. KẾT QUẢ

Tổ chức 22 cuộc đối thoại với Nhân dân (cấp huyện 2 cuộc, cấp xã 19 cuộc).
"""

READ_ROLL_UP_WRITE = """
import json, sys
sys.path.insert(0, "danvan.pyz")
import danvan as dv
from danvan.indicators import indicators
from danvan.interchange import from_json, to_json
from danvan.vietnamese import format_weekday
from datetime import date

report = dv.read_report("bao_cao.txt")
tree, nine = dv.Organizations.shipped("tam_duong"), dv.Period.nine_months(2023)
sessions = indicators()["propaganda.sessions"]
figures = [
    dv.Observation(sessions, tree[f"tam_duong.{code}"], nine, dv.Quantity.parse(text))
    for code, text in [("women", "865 buổi"), ("youth", "trên 394 buổi")]
]
total = dv.roll_up(figures, tree, to="district", period=nine)["propaganda.sessions"]
dv.write_report(report, "bao_cao.html")
dv.write_report(report, "bao_cao.md")
try:
    dv.write_report(report, "bao_cao.docx")
except dv.DanvanError as error:
    refused = str(error)
again = from_json(to_json(figures[0].quantity), dv.Quantity)
print(json.dumps({
    "title": report.title,
    "total": str(total.value),
    "again": again == figures[0].quantity,
    "weekday": format_weekday(date(2023, 9, 5)),
    "refused": refused,
    "outside": [n for n, m in sys.modules.items() if "-packages" in str(getattr(m, "__file__", ""))],
}))
"""

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not BUILD.exists(), reason="no .ci/zipapp beside these tests"),
]


def build(target):
    subprocess.run([sys.executable, str(BUILD), str(target)], check=True, capture_output=True)


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A folder with the zip and a paper."""
    folder = tmp_path_factory.mktemp("office")
    build(folder / "danvan.pyz")
    (folder / "bao_cao.txt").write_text(PAPER, "utf-8")
    (folder / "temporary").mkdir()
    return folder


def run(office, *arguments):
    """Run Python in the folder with an empty environment."""
    return subprocess.run(
        [*BARE, *arguments],
        cwd=office,
        env={"TMPDIR": str(office / "temporary")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_same_bytes_every_time(office, tmp_path):
    build(tmp_path / "danvan.pyz")
    assert (tmp_path / "danvan.pyz").read_bytes() == (office / "danvan.pyz").read_bytes()


def test_every_licence_is_in_it(office):
    with ZipFile(office / "danvan.pyz") as packed:
        names = packed.namelist()
    assert "LICENSE" in names
    assert "babel/locale-data/LICENSE.unicode" in names
    carried = {name.split("-")[0] for name in names if ".dist-info/" in name}
    assert carried == {"attrs", "babel", "cattrs", "typing_extensions"}
    for name in carried:
        assert any(n.startswith(f"{name}-") and n.endswith("licenses/LICENSE") for n in names)


def test_check(office):
    found = run(office, "danvan.pyz", "check", "bao_cao.txt", "--format", "json")
    assert found.returncode == 1, found.stderr
    assert [one["code"] for one in json.loads(found.stdout)["findings"]] == ["DV201"]
    told = run(office, "danvan.pyz", "check", "bao_cao.txt")
    assert "1 lỗi" in told.stdout


def test_read_roll_up_and_write_by_the_command(office):
    year = ROOT / "examples" / "data" / "district_year"
    read = run(office, "danvan.pyz", "read", "bao_cao.txt", "--what", "figures", "--format", "csv")
    assert read.returncode == 0, read.stderr
    assert "22 cuộc đối thoại" in read.stdout
    figures, tree = str(year / "figures.csv"), ("--tree", str(year / "organizations.toml"))
    totals = run(office, "danvan.pyz", "roll-up", figures, *tree, "--format", "csv")
    assert totals.returncode in {0, 1}, totals.stderr
    assert len(totals.stdout.splitlines()) > 1
    template, target = str(year / "mau_bao_cao_nam.md"), "bao_cao_nam.html"
    written = run(office, "danvan.pyz", "write", template, figures, *tree, "-o", target)
    assert written.returncode in {0, 1}, written.stderr
    assert "BÁO CÁO" in (office / target).read_text("utf-8")


def test_the_library_reads_rolls_up_and_writes(office):
    found = run(office, "-c", READ_ROLL_UP_WRITE)
    assert found.returncode == 0, found.stderr
    said = json.loads(found.stdout)
    assert said["title"] == "kết quả công tác dân vận 9 tháng năm 2023"
    assert said["total"] == "trên 1.259 buổi"
    assert said["again"]
    assert said["weekday"] == "Thứ Ba"
    assert said["refused"].endswith("needs python-docx: python -m pip install 'danvan[docx]'")
    assert said["outside"] == []
    assert "22 cuộc" in (office / "bao_cao.html").read_text("utf-8")
    assert not list((office / "temporary").iterdir()), "files were left behind"


def test_a_word_file_is_read(office):
    docx = pytest.importorskip("docx", reason="python-docx writes the sample: danvan[docx]")
    document = docx.Document()
    for line in PAPER.splitlines():
        document.add_paragraph(line)
    document.save(str(office / "bao_cao_word.docx"))
    found = run(office, "danvan.pyz", "check", "bao_cao_word.docx", "--format", "json")
    assert [one["code"] for one in json.loads(found.stdout)["findings"]] == ["DV201"]
