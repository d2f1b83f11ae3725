"""How time grows with the length of a text, for every reader: ``python benchmarks/growth.py``.

For hostile and for ordinary text, the time for twice the text over the time for
the text.  2.0 is linear; more than 2.6 wants a look.  ``growth.py check citations``
looks at the readers so named alone.
"""

import json
import sys
import time
from contextlib import suppress

from danvan import check, vietnamese
from danvan.directives import reference_register
from danvan.drafting import Template, compare_reports, find_slots
from danvan.errors import DanvanError
from danvan.integrations import bounded_xml, dhis2, sdmx
from danvan.interchange import from_json, to_json
from danvan.organizations import Organizations
from danvan.reading import (
    find_assessments,
    find_citations,
    find_movements,
    find_organizations,
    find_periods,
    find_quantities,
    find_references,
    find_tasks,
    map_figures,
    mark_citations,
    parse_report,
)
from danvan.rendering import format_table, to_html, to_markdown, to_text
from danvan.reports import Report
from danvan.validation import FORM_CHECKS

ORDINARY = (
    "Thực hiện Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị, tổ chức trên 394 buổi "
    "cho 33.283 lượt người, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã. "
)
PIECES = [
    ORDINARY,
    "1",
    "1.",
    "1/",
    "1 - ",
    "9,",
    "trên ",
    "“",
    "(",
    "1 hộ (",
    ";",
    "số ",
    "-",
    "QĐ/",
    "¹\n\n",
    "12 hộ đạt 50%, ",
    "tổng cộng 5 cuộc, ",
    "từ 5 hộ xuống 4 hộ, giảm 1 hộ, ",
    "chưa (Bản Bo, Nà Tăm) đối thoại 2 xã ",
    "tiếp nhận 5 đơn, đã giải quyết 3 đơn, ",
    "12 con bò, mỗi con 5 đồng, ",
    "A 1 hội nghị; ",
    "1 hộ nghèo có nguy cơ tái nghèo trên, ",
    "\n",
    " ",
    "a\tb\n",
    "| a | b |\n",
    "**a *b <b>[^1]",
    "1. a\n\n1.1. b\n\n",
    "Nơi nhận:\n- A\n",
    "PHỤ LỤC\n\n",
    "{a}{",
    "xã Bản Bo, ",
    "Ủy ban nhân dân ",
    "phong trào “a”, ",
    "năm 2023 quý I ",
    "\u0323e\u0301",
    "mươi tỷ ",
]


def whole_check(text):
    """Read a text as a report and check it."""
    check(parse_report(f"BÁO CÁO\nmẫu\n\n{text}\n"))


def whole_form(text):
    """Look at the form of a text alone."""
    check(parse_report(f"BÁO CÁO\nmẫu\n\n{text}\n"), checks=FORM_CHECKS)


def whole_mapping(text):
    """Read a text as a report and tell what its figures count."""
    report = parse_report(f"BÁO CÁO\nmẫu năm 2023\n\n{text}\n")
    map_figures(report, Organizations.shipped("tam_duong"))


def whole_writing(text):
    """Write a text read as a report."""
    report = parse_report(f"BÁO CÁO\nmẫu\n\n{text}\n")
    to_html(report), to_markdown(report), to_text(report)


def whole_json(text):
    """Read a report back from JSON."""
    from_json(to_json(parse_report(text)), Report)


def comparison(text):
    """Hold a text beside another one."""
    first = parse_report(f"BÁO CÁO\nmẫu\n\n{text}\n")
    compare_reports(first, parse_report(f"BÁO CÁO\nmẫu\n\n{text.replace('1', '2')}\n"))


def values(text):
    """A text in the places of formats that hold texts."""
    tree = Organizations.shipped("tam_duong")
    for data in (text, json.dumps({"dataValues": [{"comment": text}]})):
        with suppress(DanvanError):
            dhis2.read_data_value_set(data, tree)
    for read in (bounded_xml.read_xml, sdmx.read_indicators):
        for data in (text, f"<a b={json.dumps(text)}>", f"<a>{text}</a>", "<a>" * (len(text) // 3)):
            with suppress(DanvanError):
                read(data.encode("utf-8", "replace"))
    with suppress(DanvanError):
        sdmx.read_csv(text, tree)
    for data in (text, "[" * len(text), '{"a":' * (len(text) // 5)):
        with suppress(DanvanError):
            from_json(data, Report)


def words(text):
    """Everything that reads one value, on a whole text."""
    for read in (
        vietnamese.clean, vietnamese.detect_legacy, vietnamese.fold, vietnamese.from_words, vietnamese.read_date,
        vietnamese.read_number, vietnamese.sort_key, vietnamese.spelling_key, vietnamese.title, vietnamese.parse_number,
        vietnamese.ordinal_from_words, vietnamese.digits_from_words, vietnamese.HeadingNumber.parse,
    ):  # fmt: skip
        with suppress(DanvanError):
            read(text)


TREE = Organizations.shipped("tam_duong")
READERS = {
    "quantities": find_quantities,
    "citations": find_citations,
    "references": lambda text: find_references(text, reference_register()),
    "periods": lambda text: list(find_periods(text)),
    "organizations": lambda text: find_organizations(text, TREE, speaker="tam_duong.party"),
    "movements": lambda text: find_movements(text, TREE, speaker="tam_duong.party"),
    "marks": mark_citations,
    "slots": lambda text: list(find_slots(text)),
    "template": lambda text: list(Template.parse(text).slots()),
    "words": words,
    "report": parse_report,
    "tasks": lambda text: list(find_tasks(parse_report(text))),
    "assessments": lambda text: find_assessments(parse_report(text)),
    "writing": whole_writing,
    "json": whole_json,
    "values": values,
    "form": whole_form,
    "check": whole_check,
    "figures": whole_mapping,
    "comparison": comparison,
}


def seconds(read, text):
    """The best of three runs, in seconds of the processor."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        with suppress(DanvanError):
            read(text)
        best = min(best, time.process_time() - start)
    return best


def main(names):
    readers = {name: READERS[name] for name in names or READERS}
    rows = []
    for piece in PIECES:
        count = 60_000 // len(piece)
        row = [repr(piece[:12])]
        for read in readers.values():
            once, twice = seconds(read, piece * count), seconds(read, piece * 2 * count)
            row.append(f"{1e9 * once / (len(piece) * count):.0f} ns  x{twice / once:.1f}")
        rows.append(row)
    print(format_table(("text", *(f"{name}: a letter, growth" for name in readers)), rows))


if __name__ == "__main__":
    main(sys.argv[1:])
