"""The doors of single values: a text that says one, or a number to be written."""

import contextlib
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial

import danvan as dv
from danvan import messages, organizations, quantities, reading, rendering, reporting
from danvan import vietnamese as vn
from danvan.catalogue import read_toml
from danvan.directives import (
    Identifier,
    explain,
    family_of,
    issuer_meaning,
    kinds_with_symbol,
)
from danvan.findings import rules
from danvan.indicators import indicators
from danvan.integrations import dhis2, sdmx
from danvan.interchange import to_json
from danvan.vietnamese import LegacyEncoding, ToneStyle
from hardening.doors import Entry, words
from hardening.trees import district

NUMBERS = ["217-QĐ/TW", "41/KH-UBND", "85/2015/QH13", "103/UBND-NV", "288-CT", "12-BC/BTGDVTU", "25-NQ/TW", "1/2023/TT-BNV",
           "36-HD/VPTW", "50-KL/TU", "05/2020/TTLT-BNV-BTC", "Số: 350-BC/HU"]  # fmt: skip
FIGURES = ["trên 394 buổi", "33.283 lượt người", "85,48%", "106/124 đơn", "từ 5 đến 7 hộ", "gần 565 tỷ đồng", "2.639", "1.234,5 triệu đồng",
           "20 - 25 triệu đồng", "ít nhất 01 hội nghị", "không quá 3 lần", "nghìn tỷ đồng", "0,5 ha", "3/3 xã", "hơn 1/2 số hộ"]  # fmt: skip
DAYS = ["12/12/2013", "ngày 06 tháng 9 năm 2023", "05/9/2023", "2023-09-05", "ngày 1/7/2025", "tháng 9 năm 2023", "quý III năm 2023",
        "quý 4/2023", "thứ Hai, ngày 3 tháng 2 năm 1930", "rằm tháng Giêng", "Xuân Giáp Thìn 2024", "mùng 5"]  # fmt: skip
PERIODS = ["9 tháng năm 2023", "năm 2023", "6 tháng đầu năm 2023", "quý III năm 2023", "tháng 9 năm 2023", "giai đoạn 2021 - 2025",
           "nhiệm kỳ 2020 - 2025", "từ ngày 15/9/2022 đến ngày 14/9/2023", "tuần 3", "2023Q3", "202309", "2023-01-01/P9M", "10 năm (2013 - 2023)"]  # fmt: skip
SPOKEN = ["một trăm hai mươi lăm", "hai nghìn sáu trăm ba mươi chín phẩy năm", "âm ba tỷ không trăm linh năm triệu", "mười lăm nghìn đồng chẵn",
          "thứ hai mươi mốt", "không một hai ba", "một phần hai", "rưỡi", "trăm tư", "hai mươi tư nghìn tỉ"]  # fmt: skip
NAMES = ["Huyện ủy Tam Đường", "Ủy ban nhân dân xã Bản Bo", "Đảng ủy thị trấn Tam Đường", "Hội Liên hiệp Phụ nữ huyện", "xã Nà Tăm",
         "Ban Dân vận Tỉnh ủy Lai Châu", "phường 7", "tỉnh Thừa Thiên Huế", "thành phố Hồ Chí Minh", "Đoàn TNCS Hồ Chí Minh"]  # fmt: skip
PLAIN = ["hoà bình", "Nguyễn Văn A", "thuỷ lợi", "Quí Mão", "TCVN3 hép Èn", "ÑAÛNG UÛY", "C«ng t¸c d©n vËn", "Đà Nẵng", "I. KẾT QUẢ", "1.2.3. Tình hình",
         "a) Ưu điểm", "MDCCLXXVI", "50%", "1.234.567", "Phụ lục 1", "½", "tăng 5 điểm phần trăm", "khoảng 3 - 5"]  # fmt: skip
VALUES = words(*NUMBERS, *FIGURES, *DAYS, *PERIODS, *SPOKEN, *NAMES, *PLAIN)


PARSERS = {
    one.__qualname__: one
    for one in (
        vn.HeadingNumber.parse, vn.Numeral.parse, vn.digits_from_words, vn.from_words, vn.ordinal_from_words,
        vn.parse_date, vn.parse_month, vn.parse_new_year, vn.parse_number, vn.parse_percent, vn.parse_percentage_points,
        vn.parse_quarter, vn.parse_range, vn.parse_roman, vn.parse_scaled, vn.read_date, vn.read_number, vn.years_named,
        dv.DocumentNumber.parse, dv.Period.parse, dv.Quantity.parse, quantities.Interval.parse, quantities.Qualifier.parse,
        quantities.Ratio.parse, quantities.scale_factor, quantities.split_unit, quantities.unit_named, quantities.match_unit,
        Identifier.parse, issuer_meaning, kinds_with_symbol, organizations.split_place, organizations.SigningLine.parse,
        reading.read_occurrence, dhis2.from_dhis2_period, sdmx.from_sdmx_period,
        vn.capitalize, vn.clean, vn.detect_legacy, vn.fold, vn.lower, vn.upper, vn.title, vn.nfc, vn.sort_key, vn.name_sort_key,
        vn.spelling_key, vn.from_legacy, vn.digits_to_words,
    )
}  # fmt: skip


def numeric_sort_key(text):
    return vn.sort_key(text, numeric=True)


def in_both_tone_styles(text):
    return [vn.to_tone_style(text, style) for style in (*ToneStyle, text)]


def from_each_legacy(text):
    return [vn.from_legacy(text, encoding) for encoding in LegacyEncoding]


def amount_from_words(text):
    return [vn.amount_from_words(text, unit) for unit in ("đồng", "", text[:9])]


def document_number(text):
    number = dv.DocumentNumber.parse(text)
    assert dv.DocumentNumber.parse(str(number)) == number
    one = explain(number)
    return one.say("vi"), one.say("en"), family_of(number), Identifier.of(number).to_eli()


def quantity(text):
    found = dv.Quantity.parse(text)
    assert dv.Quantity.parse(str(found)) == found
    return found.hard(), found.likely(), quantities.total([found, found]), found.exceeds(found)


def converted(text):
    return [quantities.convert(dv.Quantity.parse("5 triệu đồng"), unit) for unit in (text, "đồng")]


def period(text):
    found = dv.Period.parse(text)
    assert dv.Period.parse(str(found)) == found
    return found.previous(), found.same_period_last_year(), found.days, sdmx.to_sdmx_period(found)


def dhis2_period(text):
    return dhis2.to_dhis2_period(dv.Period.parse(text))


def looked_up(text):
    """Asking for what may not be there."""
    for ask in (
        district().__getitem__, district().get, district().children, district().successors, indicators().__getitem__,
        indicators().search, indicators().get, dv.Organizations.shipped, read_toml, dv.Period.parse,
        lambda code: district().at_level(code), lambda code: organizations.to_text(district(), code),
        lambda code: messages.translated(code, "en"), lambda code: messages.say("a {x}", code, x=1),
        rules().__getitem__,
    ):  # fmt: skip
        with contextlib.suppress(dv.DanvanError):
            ask(text)
    return text in district(), text in indicators()


def number(dice):
    """A number of any size and kind, and now and then none at all."""
    digits = dice.choice([1, 2, 3, 5, 9, 18, 30, 300, 3_999, 4_001, 9_000])
    whole = dice.randrange(10**digits) * dice.choice([1, 1, -1])
    return dice.choice([
        whole, dice.randrange(-5, 130), Decimal(whole), Decimal(whole).scaleb(-dice.randrange(6)),
        Decimal((dice.randrange(2), (1, 5), dice.choice([-5_000, -4_000, -3, 0, 3, 3_999, 5_000, 999_999]))),
        Decimal(dice.choice(["NaN", "sNaN", "Infinity", "-Infinity", "-0", "0E+9", "1E-9"])),
        Fraction(whole, dice.randrange(1, 10**6)), Fraction(dice.randrange(100), dice.choice([1, 2, 3, 7, 2**400, 10**4_100])),
        dice.uniform(-9, 9), float("nan"), float("inf"), True, None, "5", b"5", 5j, [],
    ])  # fmt: skip


NUMERIC = {
    "format_number": lambda n: [vn.format_number(n), vn.format_number(n, places=2, pad=True, sign=True, group=False)],
    "format_number places": lambda n: vn.format_number(Decimal("1.5"), places=n),
    "format_percent": lambda n: [vn.format_percent(n), vn.format_percentage_points(n, places=1)],
    "format_chain": vn.format_chain,
    "format_range": lambda n: [vn.format_range(n, n), vn.format_range(1, n, spelled=True, pad=True)],
    "format_scaled": lambda n: [vn.format_scaled(n, "triệu"), vn.format_scaled(n, "tỷ", places=3)],
    "format_roman": vn.format_roman,
    "format_month": lambda n: [vn.format_month(2023, n), vn.format_month(n, 1), vn.format_quarter(2023, n), vn.format_quarter(n, 1)],
    "format_date": vn.format_date,
    "format_weekday": vn.format_weekday,
    "to_words": lambda n: [vn.to_words(n), vn.amount_to_words(n, "đồng", even=True)],
    "ordinal_to_words": vn.ordinal_to_words,
    "year_to_words": lambda n: [vn.year_to_words(n), vn.year_to_words(n, digits=True)],
    "year_name": lambda n: [vn.year_name(n), vn.new_year_name(n), vn.is_year_name("Giáp Thìn", n), vn.years_named("Giáp Thìn", n, n)],
    "Period": lambda n: [make(n) for make in (dv.Period.year, dv.Period.nine_months, partial(dv.Period.month, 2023), partial(dv.Period.quarter, 2023), partial(dv.Period.half, 2023), lambda y: dv.Period.years(2020, y), lambda m: dv.Period.months(2023, 1, m), lambda y: dv.Period.review(date(2020, 1, 1), y))],
    "Interval": lambda n: [quantities.Interval.point(n), quantities.Interval.around(n, n), quantities.Interval(n, n)],
    "as_written": quantities.as_written,
    "Quantity": lambda n: str(dv.Quantity(n, unit="buổi")),
    "Ratio": lambda n: quantities.Ratio(dv.Quantity(Decimal(1)), dv.Quantity(n)).percent(3),
    "DocumentNumber": lambda n: str(dv.DocumentNumber(n, "KH", ("UBND",))),
    "WorkingDays": lambda n: next(iter(reporting.working_days())).after(date(2023, 1, 1), n),
    "format_table": lambda n: rendering.format_table(["a", n], [[n, n]]),
    "table_to_html": lambda n: [rendering.table_to_html(["a", n], [[n, n]]), rendering.table_to_markdown(["a", n], [[n, n]])],
    "to_json": to_json,
}  # fmt: skip


def entries():
    yield from (Entry(f"parse: {name}", call, VALUES) for name, call in PARSERS.items())
    for call in (
        numeric_sort_key, in_both_tone_styles, from_each_legacy, amount_from_words, document_number, quantity, converted, period,
        dhis2_period,
    ):  # fmt: skip
        yield Entry(f"parse: {call.__name__}", call, VALUES)
    yield Entry("parse: looked_up", looked_up, VALUES, 0.2)
    for name, call in NUMERIC.items():
        yield Entry(f"number: {name}", call, number, wrong_types=True)
