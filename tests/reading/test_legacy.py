"""Papers from before Unicode: read, and said to be such."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import UnreadableFileError
from danvan.reading import parse_report
from danvan.reading.files import read_report
from danvan.reading.legacy import in_unicode, parse_in_unicode
from danvan.vietnamese.legacy import _data

PAPER = (
    "HUYỆN ỦY BẢN MAI\n*\nSố 350-BC/HU\n\nBản Mai, ngày 06 tháng 9 năm 2023\n\nBÁO CÁO\n"
    "công tác dân vận 9 tháng năm 2023\n\nI. KẾT QUẢ\n\nTổ chức 22 cuộc đối thoại cho 1.682 lượt người.\n\n"
    "Nơi nhận:\n- Thường trực Tỉnh ủy,\n- Lưu.\n\nT/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n\nNguyễn Văn A\n"
)


def tcvn3(text):
    """The letters of TCVN3; it has no toned capitals, so that those are typed small."""
    letters = _data()["tcvn3"]
    table = dict(zip(letters["meant"], letters["written"], strict=True))
    return "".join(table.get(c) or table.get(c.lower(), c) for c in text)


def apart(letter):
    """A letter of the alphabet and the tone on it, if any: ("ơ", the acute) for "ớ"."""
    base, *marks = unicodedata.normalize("NFD", letter)
    tones = [mark for mark in marks if mark in "\u0300\u0301\u0303\u0309\u0323"]
    shape = "".join(mark for mark in marks if mark not in tones)
    return unicodedata.normalize("NFC", base + shape), "".join(tones)


def vni(text):
    """The letters of VNI: the marks stand behind their vowel."""
    data = _data()["vni"]
    singles = dict(zip(data["meant"], data["written"], strict=True))
    signs = {mark: sign for sign, mark in data["marks"].items()}

    def spelled(letter):
        if letter in singles or letter.isascii():
            return singles.get(letter, letter)
        base, tone = apart(letter)
        if base not in singles:
            base, shape = (
                unicodedata.normalize("NFD", base)[0],
                unicodedata.normalize("NFD", base)[1:],
            )
            tone = shape + tone
        sign = signs.get(tone, "")
        return singles.get(base, base) + (sign.upper() if letter.isupper() else sign)

    return "".join(map(spelled, text))


def windows_1258(text):
    return "".join("".join(apart(letter)) for letter in text).encode("cp1258")


@pytest.mark.parametrize(("spell", "what"), [(tcvn3, "from TCVN3"), (vni, "from VNI")])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8", "utf-16"])
def test_a_file_is_read_in_unicode(tmp_path, spell, what, encoding):
    file = tmp_path / "bao_cao.txt"
    file.write_bytes(spell(PAPER).encode(encoding))
    report = read_report(file)
    assert report.says_same(parse_report(PAPER))
    assert [repair.what for repair in report.repairs] == [what]
    assert (report.repairs[0].start, report.repairs[0].end) == (0, len(report.text))


def test_a_unicode_file_is_left_as_it_is(tmp_path):
    file = tmp_path / "bao_cao.txt"
    file.write_text(PAPER, "utf-8")
    assert read_report(file).text == PAPER
    assert read_report(file).repairs == ()


def test_a_paper_pasted_together_is_taken_line_by_line():
    first, second = "Tổ chức 22 cuộc đối thoại.\n", "Công tác dân vận của hệ thống chính trị.\n"
    whole = in_unicode(f"{first}{tcvn3(second)}{tcvn3(second)}{first}{vni(second)}")
    assert whole.text == f"{first}{second}{second}{first}{second}"
    places = [(repair.what, whole.text[repair.start : repair.end]) for repair in whole.repairs]
    assert places == [("from TCVN3", second * 2), ("from VNI", second)]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Số 350-BC/HU", "capitals of a symbol, no toned small letter within a word"),
        ("Đảng ủy", "small letters"),
        ("Bản Mai, ngày 06 tháng 9", "small letters"),
        ("BÁO CÁO", "toned capitals typed small"),
        ("KẾT QUẢ THỰC HIỆN NGHỊ QUYẾT SỐ 12-NQ/HU", "the same with a symbol"),
    ],
)
def test_capitals(line, reason):
    assert in_unicode(f"{tcvn3(PAPER)}{tcvn3(line)}").text == f"{PAPER}{line}", reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (windows_1258(PAPER), "Windows-1258 has its tones apart"),
        ("Rapport d'activité, années précédentes".encode("latin-1"), "French"),
        (bytes(range(128, 256)) * 4, "no words"),
    ],
)
def test_other_encodings_are_an_error_that_says_where(tmp_path, data, reason):
    file = tmp_path / "bao_cao.txt"
    file.write_bytes(data)
    with pytest.raises(
        UnreadableFileError, match=r"not UTF-8 at byte [0-9]+ .* in TCVN3 or in VNI"
    ):
        read_report(file)


@pytest.mark.property
@given(st.text())
def test_any_text_is_taken(text):
    whole = in_unicode(text)
    assert whole.repairs or whole.text == text
    assert parse_in_unicode(text).text == whole.text
