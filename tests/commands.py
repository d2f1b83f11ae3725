"""What the tests of the command run it on, and how they read what it prints."""

import csv
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "examples" / "data"
PAPER = str(DATA / "bao_cao_mau.txt")
YEAR = DATA / "district_year"
TREE = ["--tree", str(YEAR / "organizations.toml")]
FIGURES = str(YEAR / "figures.csv")
BESIDE = str(YEAR / "beside.csv")
TEMPLATE = str(YEAR / "mau_bao_cao_nam.md")

SLIP = "BÁO CÁO\nmẫu\n\nTổ chức 30 hội nghị, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã.\n"
CLEAN = SLIP.replace("30", "29")
NOTE = "BÁO CÁO\nmẫu\n\nThực hiện Quyết định số 217- QĐ/TW.\n"
WARNING = "BÁO CÁO\nmẫu\n\nCòn 4 xã chưa tổ chức (Sơn Bình, Bình Lư, Nùng Nàng).\n"


def table(name, *lines):
    """A table of figures."""
    Path(name).write_text("\n".join(["indicator,organization,period,value", *lines]), "utf-8")


def rows(text):
    """What the command printed as CSV, a dictionary a row."""
    return list(csv.DictReader(text.removeprefix("\N{BOM}").splitlines()))
