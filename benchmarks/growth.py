"""How time grows with the length of a text, for every reader: ``python benchmarks/growth.py``.

For hostile and for ordinary text, the time for twice the text over the time for
the text.  2.0 is linear; more than 2.3 wants a look.
"""

import time

from danvan import check
from danvan.reading import find_citations, find_quantities, parse_report
from danvan.rendering import format_table

ORDINARY = (
    "Thực hiện Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị, tổ chức trên 394 buổi "
    "cho 33.283 lượt người, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã. "
)
HOSTILE = [
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
]


def seconds(read, text):
    """The best of three runs."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        read(text)
        best = min(best, time.perf_counter() - start)
    return best


def whole_check(text):
    """Read a text as a report and check it."""
    check(parse_report(f"BÁO CÁO\nmẫu\n\n{text}\n"))


def main():
    readers = {"quantities": find_quantities, "citations": find_citations, "check": whole_check}
    rows = []
    for piece in (ORDINARY, *HOSTILE):
        count = 60_000 // len(piece)
        row = [repr(piece[:12])]
        for read in readers.values():
            once, twice = seconds(read, piece * count), seconds(read, piece * 2 * count)
            row.append(f"{1e9 * once / (len(piece) * count):.0f} ns  x{twice / once:.1f}")
        rows.append(row)
    print(format_table(("text", *(f"{name}: a letter, growth" for name in readers)), rows))


if __name__ == "__main__":
    main()
