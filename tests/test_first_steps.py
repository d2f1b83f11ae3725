"""What a newcomer does wrong at first, and what danvan says to it."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import danvan as dv
from danvan.drafting import Figures, Template
from danvan.errors import InvalidValueError, ParseError, UnknownCodeError
from danvan.indicators import indicators, read_observations
from danvan.messages import told
from danvan.vietnamese import to_words

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
TREE = dv.Organizations.read(EXAMPLES / "data" / "province_2026" / "organizations.toml")
NINE = dv.Period.nine_months(2026)
SENT = read_observations(EXAMPLES / "data" / "province_2026" / "sent.csv", TREE)


@pytest.mark.parametrize(
    "package", ["reading", "vietnamese", "indicators", "interchange", "drafting"]
)
def test_a_package_is_there_without_being_imported(package):
    code = f"import danvan; print(danvan.{package}.__all__)"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)
    assert package in dir(dv)


def test_what_is_no_package_is_none():
    with pytest.raises(AttributeError, match="readings"):
        _ = dv.readings


def totals(period=NINE, **changes):
    return dv.roll_up(SENT, TREE, **{"to": "song_may.party", "period": period} | changes)


MISTAKES = [
    ("the path of a report", lambda: dv.check("bao_cao.txt"), InvalidValueError, r"read_report\(path\)"),
    ("all reports at once", lambda: dv.check([]), InvalidValueError, r"\*read_folder\(path\)"),
    ("a period in words", lambda: totals("9 tháng năm 2026"), InvalidValueError, r"Period\.parse"),
    ("an indicator nobody reported", lambda: totals()["propaganda.session"], UnknownCodeError, "nearest: propaganda.sessions"),
    ("a name for a code", lambda: TREE["Đảng ủy phường An Bình"], UnknownCodeError, "nearest: song_may.communes.an_binh.party"),
    ("the beginning of a name", lambda: indicators()["số mô hình"], UnknownCodeError, "nearest: models.registered"),
    ("a draft for its report", lambda: dv.write_report(Template.parse("x").fill(Figures(SENT, TREE, "song_may.party", NINE)), "x.md"), InvalidValueError, r"draft\.report"),
    ("observations for figures", lambda: Template.parse("x").fill(SENT), InvalidValueError, r"Figures\(observations"),
    ("a text for a number", lambda: to_words("1.682"), InvalidValueError, "parse_number"),
    ("a quarter in digits", lambda: dv.Period.parse("quý 3/2023"), ParseError, "quý III năm 2023"),
    ("a capital", lambda: dv.Period.parse("Quý III năm 2023"), ParseError, "want the canonical form quý III năm 2023"),
    ("the word đầu", lambda: dv.Period.parse("9 tháng đầu năm 2023"), ParseError, "want the canonical form 9 tháng năm 2023"),
    ("a year alone", lambda: dv.Period.parse("2023"), ParseError, "want a form like"),
    ("two periods", lambda: dv.Period.parse("năm 2022, năm 2023"), ParseError, "want a form like"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("act", "error", "hint"), [one[1:] for one in MISTAKES], ids=[one[0] for one in MISTAKES]
)
def test_a_mistake_is_told_with_the_way_out(act, error, hint):
    with pytest.raises(error, match=hint):
        act()


def test_totals_tell_their_parts_apart_and_what_they_lack():
    said = str(totals()).splitlines()
    assert len({line.split(", 9 tháng")[0] for line in said}) == len(said)
    assert any("đăng ký (tập thể), 9 tháng năm 2026: 98 mô hình (12/12)" in line for line in said)
    assert "(12/12, 12 chưa đủ kỳ)" in str(totals(dv.Period.year(2026)))
    assert str(totals(to="district")) == "không có số liệu"


def told_in_vietnamese(act):
    with pytest.raises(dv.DanvanError) as caught:
        act()
    return told(caught.value, "vi")


def read(folder, text):
    path = folder / "so_lieu.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_observations(path, TREE)


HEAD = "indicator,organization,period,value\n"
ROW = "models.registered,song_may.communes.an_binh.party,{},{}\n"


def test_what_a_clerk_wrote_is_told_in_vietnamese(tmp_path):
    assert told_in_vietnamese(lambda: dv.Quantity.parse("1234 buổi")) == (
        "số liệu: cần dạng như 2.639 buổi, trên 394 buổi, 01 - 02 mô hình, 85,48% hoặc 95% trở lên; ở đây cần "
        "dấu chấm chỉ đặt giữa các nhóm ba chữ số, như 1.234,5, nhận được '1234 buổi'")  # fmt: skip
    assert told_in_vietnamese(lambda: dv.Period.parse("quý 3/2023")) == (
        "kỳ báo cáo: cần cách viết chuẩn quý III năm 2023, nhận được 'quý 3/2023'")  # fmt: skip
    said = told_in_vietnamese(lambda: read(tmp_path, HEAD + ROW.format("Quý III năm 2026", "5")))
    assert "dòng 2, cột period: 'Quý III năm 2026'; cần cách viết chuẩn quý III năm 2026" in said
    said = told_in_vietnamese(lambda: read(tmp_path, HEAD.replace("organization", "organisation")))
    assert "dòng 1: các cột indicator, organisation" in said
    said = told_in_vietnamese(lambda: read(tmp_path, HEAD.encode("utf-16")))
    assert said.endswith("byte thứ 0; cần UTF-8 (trong Excel chọn “CSV UTF-8”)")


def test_an_error_is_the_same_after_a_journey():
    with pytest.raises(ParseError) as caught:
        dv.Period.parse("quý 3/2023")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (str(again), again.want) == (str(caught.value), "the canonical form quý III năm 2023")
