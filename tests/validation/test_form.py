"""The form of papers: slips told, right papers of every family left alone."""

import pytest

from danvan import Organizations, Severity, check
from danvan.reading.document import parse_report
from danvan.validation import FORM_CHECKS, place_names
from danvan.validation.form import form_norms, norm_of

PARTY = """ĐẢNG BỘ TỈNH BAN MAI
HUYỆN ỦY BẾN XUÂN
*
Số 12-BC/HU

ĐẢNG CỘNG SẢN VIỆT NAM

Bến Xuân, ngày 06 tháng 9 năm 2023

BÁO CÁO
công tác dân vận 9 tháng năm 2023

I. TÌNH HÌNH

Nhân dân đồng thuận¹, có 1.250 hộ tham gia.

¹ Theo báo cáo của các xã.

II. KẾT QUẢ

1. Cấp ủy

Ban hành 02 kế hoạch.

2. Chính quyền

Đối thoại 22 cuộc².

² Cấp huyện 02, cấp xã 20.

III. NHIỆM VỤ

Tiếp tục thực hiện.

Nơi nhận:
- Thường trực Tỉnh ủy (báo cáo),
- Các xã,
- Lưu Văn phòng Huyện ủy.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Nguyễn Văn A
"""

STATE = """ỦY BAN NHÂN DÂN
XÃ SUỐI NGÀN
Số: 41/BC-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Suối Ngàn, ngày 15 tháng 02 năm 2026

BÁO CÁO
kết quả thực hiện dân chủ ở cơ sở

I. KẾT QUẢ

Tổ chức 05 hội nghị.

Nơi nhận:
- Ủy ban nhân dân tỉnh;
- Lưu: VT, VX.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn A
"""

FRONT = (
    STATE.replace(
        "ỦY BAN NHÂN DÂN\nXÃ SUỐI NGÀN", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM\nXÃ SUỐI NGÀN", 1
    )
    .replace("41/BC-UBND", "18/BC-MTTQ-BTT")
    .replace("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH", "TM. BAN THƯỜNG TRỰC")
)
YOUTH = (
    PARTY.replace(
        "ĐẢNG BỘ TỈNH BAN MAI\nHUYỆN ỦY BẾN XUÂN\n*", "BAN CHẤP HÀNH ĐOÀN TỈNH BAN MAI\n***"
    )
    .replace("12-BC/HU", "29-BC/TĐTN-VP")
    .replace("ĐẢNG CỘNG SẢN VIỆT NAM", "ĐOÀN TNCS HỒ CHÍ MINH")
    .replace("T/M", "TM.")
)
OFFICE = (
    PARTY.replace("ĐẢNG BỘ TỈNH BAN MAI\nHUYỆN ỦY BẾN XUÂN", "HUYỆN ỦY BẾN XUÂN\nBAN DÂN VẬN")
    .replace("12-BC/HU", "12-BC/BDVHU")
    .replace("T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ", "K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN")
)
LOST_HEAD = PARTY[PARTY.index("BÁO CÁO") :]

RIGHT = {
    "a Party committee": PARTY,
    "a people's committee": STATE,
    "the Front": FRONT,
    "the Youth Union, whose norm danvan does not know": YOUTH,
    "an office of a committee, signed by its deputy": OFFICE,
    "an office signed by its head": OFFICE.replace("K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN", "TRƯỞNG BAN"),
    "a text copied without its head": LOST_HEAD,
    "a text copied without head and foot": LOST_HEAD[: LOST_HEAD.index("Nơi nhận")],
    "a text copied without its footnotes": PARTY.replace("\n¹ Theo báo cáo của các xã.\n", "").replace("\n² Cấp huyện 02, cấp xã 20.\n", ""),
    "number and date still to be filled in": PARTY.replace("Số 12-BC/HU", "Số      -BC/HU").replace("ngày 06 tháng 9", "ngày     tháng    "),
    "a Party paper of 2011, older than the norms danvan knows": PARTY.replace("Số 12", "Số: 12").replace("2023", "2011").replace("ngày 06", "ngày 6"),
    "headings with hyphens": PARTY.replace("I. ", "I- ").replace("1. ", "1- ").replace("2. ", "2- "),
    "points from d to e, without đ": PARTY.replace("Ban hành 02 kế hoạch.", "\n".join(f"{n}) Việc {n}." for n in "abcde")),
    "points from d to đ": PARTY.replace("Ban hành 02 kế hoạch.", "\n".join(f"{n}) Việc {n}." for n in "abcdđe")),
    "points that begin again under each heading": PARTY.replace("Tiếp tục thực hiện.", "1. Việc một.\n\n2. Việc hai."),
    "a heading the scan misread": PARTY.replace("II. KẾT QUẢ", "Il. KẾT QUẢ"),
    "a heading within a paragraph": PARTY.replace("\n\nII. KẾT QUẢ\n\n", " II. KẾT QUẢ "),
    "years, numbers of papers and telephones": PARTY.replace("Tiếp tục thực hiện.", "Năm 2024 người dân; văn bản số 12345 hộ; ĐT: 02313 876543; mã 12500/QĐ."),
    "counts without dots throughout": PARTY.replace("1.250", "1250"),
    "quý, quỹ and hoàn are one in both styles": PARTY.replace("Tiếp tục thực hiện.", "Quý II, quỹ, hoàn toàn, khoản, huỳnh."),
    "a joint paper": PARTY.replace("12-BC/HU", "06-BC/BDVHU-BCHQSH-CAH"),
    "the date written out": PARTY.replace("Tiếp tục thực hiện.", "Từ ngày 05/9/2023, ngày 12/10/2023, ngày 03 tháng 02 năm 1930 và ngày 07/08/2023."),
    "minutes of a conclusion, numbered as one": PARTY.replace("12-BC", "12-KL").replace("BÁO CÁO\ncông tác", "THÔNG BÁO\nkết luận công tác"),
    "a kind danvan does not know": PARTY.replace("12-BC/HU", "12-XYZ/HU"),
    "an area in square meters": PARTY.replace("Tiếp tục thực hiện.", "Hiến 120 m² đất."),
}  # fmt: skip


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_a_right_paper_is_left_alone(text):
    found = check(parse_report(text), checks=FORM_CHECKS)
    assert [str(finding) for finding in found] == []


def swap(old, new, text=PARTY):
    assert old in text
    return text.replace(old, new)


WRONG = [
    # what is wrong: the paper, the code, the words shown, the fix
    ("a Party number in a State paper", swap("41/BC-UBND", "05-BC/HU", STATE), {"DV102", "DV107"}, "05-BC/HU", None),
    ("a State number in a Party paper", swap("12-BC/HU", "12/BC-HU"), {"DV102"}, "12/BC-HU", None),
    ("a plan's symbol on a report", swap("12-BC/HU", "12-KH/HU"), {"DV103"}, "12-KH/HU", None),
    ("no zero before a small number", swap("Số 12", "Số 5"), {"DV104"}, "5", "05"),
    ("a colon in a Party paper", swap("Số 12", "Số: 12"), {"DV105"}, "Số:", "Số"),
    ("no colon in a State paper", swap("Số: 41", "Số 41", STATE), {"DV105"}, "Số", "Số:"),
    ("the code of the province under the district's name", swap("12-BC/HU", "12-BC/TU"), {"DV106"}, "12-BC/TU", None),
    ("a district committee after 1 July 2025", swap("năm 2023\n\nBÁO", "năm 2025\n\nBÁO"), {"DV107"}, "12-BC/HU", None),
    ("a head without place and date", swap("Bến Xuân, ngày 06 tháng 9 năm 2023\n\n", ""), {"DV501"}, "BÁO CÁO", None),
    ("the motto in other capitals", swap("Độc lập - Tự do - Hạnh phúc", "Độc lập - Tự Do - Hạnh Phúc", STATE), {"DV503"}, "Độc lập - Tự Do - Hạnh Phúc", "Độc lập - Tự do - Hạnh phúc"),
    ("the motto with a letter wrong", swap("ĐẢNG CỘNG SẢN VIỆT NAM", "ĐẢNG CÔNG SẢN VIỆT NAM"), {"DV503"}, "ĐẢNG CÔNG SẢN VIỆT NAM", "ĐẢNG CỘNG SẢN VIỆT NAM"),
    ("no zero before the day of the paper", swap("ngày 06", "ngày 6"), {"DV511"}, "6 tháng 9", "06 tháng 9"),
    ("no zero before February", swap("tháng 02", "tháng 2", STATE), {"DV511"}, "15 tháng 2", "15 tháng 02"),
    ("a zero too many before September", swap("tháng 9 năm 2023\n", "tháng 09 năm 2023\n"), {"DV511"}, "06 tháng 09", "06 tháng 9"),
    ("no zero in a date of the text", swap("Tiếp tục", "Từ ngày 6/2/2023, tiếp tục"), {"DV512"}, "6/2", "06/02"),
    ("the unit before the place of a Party paper", swap("Bến Xuân, ngày", "huyện Bến Xuân, ngày"), {"DV513"}, "huyện Bến Xuân", None),
    ("TM. in a Party paper", swap("T/M", "TM."), {"DV521"}, "TM.", "T/M"),
    ("T/M in a State paper", swap("TM. ỦY", "T/M ỦY", STATE), {"DV521"}, "T/M", "TM."),
    ("K/T in a State paper", swap("KT. CHỦ", "K/T CHỦ", STATE), {"DV521"}, "K/T", "KT."),
    ("a deputy secretary signing for the secretary", swap("T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ"), {"DV522"}, "K/T", None),
    ("a deputy who signs for nobody", swap("T/M BAN THƯỜNG VỤ\n", ""), {"DV523"}, "PHÓ BÍ THƯ", None),
    ("no file copy", swap("- Các xã,\n- Lưu Văn phòng Huyện ủy.", "- Các xã."), {"DV531"}, "- Các xã.", None),
    ("the file copy not last", swap("- Các xã,\n- Lưu Văn phòng Huyện ủy.", "- Lưu Văn phòng Huyện ủy,\n- Các xã."), {"DV532"}, "- Lưu Văn phòng Huyện ủy,", None),
    ("no title", swap("BÁO CÁO\ncông tác dân vận 9 tháng năm 2023", "BÁO CÁO"), {"DV541"}, "BÁO CÁO", None),
    ("I, II, IV", swap("III. NHIỆM VỤ", "IV. NHIỆM VỤ"), {"DV551"}, "IV.", None),
    ("1., 3.", swap("2. Chính quyền", "3. Chính quyền"), {"DV551"}, "3.", None),
    ("II, II", swap("III. NHIỆM VỤ", "II. NHIỆM VỤ"), {"DV552"}, "II.", None),
    ("1., 1.", swap("2. Chính quyền", "1. Chính quyền"), {"DV553"}, "1.", None),
    ("1., 7.", swap("2. Chính quyền", "7. Chính quyền"), {"DV553"}, "7.", None),
    ("a, c", swap("Ban hành 02 kế hoạch.", "a) Việc một.\n\nc) Việc ba."), {"DV551"}, "c)", None),
    ("3.1. under 2.", swap("Đối thoại 22 cuộc².", "3.1. Việc một."), {"DV554"}, "3.1.", None),
    ("footnotes 1 and 3", swap("²", "³"), {"DV565"}, "³", None),
    ("one word in both styles", swap("Tiếp tục", "Văn hoá và văn hóa: tiếp tục"), {"DV571"}, "hóa", None),
    ("a count without a dot", swap("Tiếp tục", "12500 hội viên tiếp tục"), {"DV572"}, "12500", "12.500"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "codes", "words", "fix"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG]
)
def test_a_slip_is_told(text, codes, words, fix):
    report = parse_report(text)
    found = check(report, checks=FORM_CHECKS)
    assert {finding.code for finding in found} == codes
    first = found[0]
    assert (first.spans[0].text, first.fix) == (words, fix)
    for finding in found:
        assert finding.message("vi")
        assert finding.message("en")
        assert all(0 <= span.start < span.end <= len(text) for span in finding.spans)


SURE = {"DV102", "DV103", "DV106", "DV107", "DV503", "DV521", "DV522", "DV551", "DV552"}


def test_what_is_not_sure_is_a_note():
    for _, text, codes, *_ in WRONG:
        for finding in check(parse_report(text), checks=FORM_CHECKS):
            assert (finding.severity is Severity.NOTE) is (finding.code not in SURE), codes


NORMS = [
    (PARTY, "hd36"),
    (PARTY.replace("2023", "2026").replace("tháng 9", "tháng 5"), "hd36"),  # 06/5/2026, the last weeks of it
    (PARTY.replace("2023", "2026"), "hd05"),
    (PARTY.replace("2023", "2011"), None),
    (STATE, "nd30"),
    (FRONT, "mttq207"),
    (YOUTH, None),
    (LOST_HEAD, None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), NORMS)
def test_the_norm_is_that_of_the_day(text, code):
    norm = norm_of(parse_report(text))
    assert (norm and norm.code) == code


def test_every_norm_of_form_is_one_of_layout():
    from danvan.rendering.layout import layout_norms

    layouts = {(norm.code, norm.family, norm.valid_from, norm.valid_to) for norm in layout_norms()}
    assert {
        (norm.code, norm.family, norm.valid_from, norm.valid_to) for norm in form_norms()
    } <= layouts


TREE = Organizations.shipped("tam_duong")
PLACES = [
    # a letter or a mark off the only near name
    ("Tại xã Bản Bó và xã Bản Bo.", ["Bản Bó"]),
    ("Tại xã Nà Tam, xã Nà Tăm.", ["Nà Tam"]),
    # right names, also with more words behind them
    ("Tại xã Bản Bo, xã Nà Tăm, huyện Tam Đường.", []),
    ("Tại xã Bản Bo Đoàn thanh niên ra quân.", []),
    # another place altogether
    ("Tại xã Mường Than và xã Bản Bo.", []),
    # no unit before it: a name of a person, of a thing
    ("Đồng chí Nà Tam; ở Nà Tăm.", []),
    # the right name is nowhere in the paper: it is of another place
    ("Tại xã Nà Tam.", []),
]


@pytest.mark.parametrize(("text", "names"), PLACES)
def test_names_of_places(text, names):
    report = parse_report(f"BÁO CÁO\nthử\n\nI. KẾT QUẢ\n\n{text}\n")
    found = check(report, checks=[place_names(TREE)])
    assert [finding.spans[0].text for finding in found] == names


def test_a_name_that_is_known_to_be_right_is_none():
    report = parse_report("BÁO CÁO\nthử\n\nI. KẾT QUẢ\n\nTại xã Nà Tam, xã Nà Tăm.\n")
    assert not check(report, checks=[place_names(TREE, others=["Nà Tam"])])


def test_a_title_that_begins_with_one_of_the_kinds_of_its_symbol():
    text = swap("12-BC/HU", "12-TB/HU").replace("công tác dân vận 9", "thông báo kết quả 9")
    assert not check(parse_report(text), checks=FORM_CHECKS).only("DV103")


@pytest.mark.parametrize(
    ("text", "family"),
    [
        (PARTY, "party"),
        (STATE, "state"),
        (PARTY.replace("ĐẢNG CỘNG SẢN VIỆT NAM\n", ""), "party"),
        (STATE.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n", ""), "state"),
        # a code that nobody knows tells no family
        (STATE.replace("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n", "").replace("BC-UBND", "BC-XYZ"), None),
    ],
)  # fmt: skip
def test_the_family_of_a_paper_without_a_motto_is_that_of_its_number(text, family):
    norm = norm_of(parse_report(text))
    assert (norm and norm.family) == family
