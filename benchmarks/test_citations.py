"""Finding citations: beside one bare pattern over the same text, and beside eyecite.

    python -m pytest -n 0 benchmarks/test_citations.py -s

The text is ordinary office prose with a citation in every other sentence; where
the papers lie beside a checkout they are taken instead.  eyecite reads a sample
of American legal prose of the same density.
"""

import re
import time
from pathlib import Path

import pytest

from danvan.reading import find_citations

PATTERN = re.compile(
    r"[0-9]{1,5}(?:/[0-9]{4})?[-/][A-ZĐ][0-9A-Za-zĐđ]*(?:[-/][A-ZĐ][0-9A-Za-zĐđ]*)+"
)
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"
OURS = (
    "Huyện ủy tiếp tục lãnh đạo, chỉ đạo các cấp ủy, tổ chức đảng quán triệt và triển khai thực hiện "
    "Quyết định số 217-QĐ/TW, ngày 12/12/2013 của Bộ Chính trị về giám sát và phản biện xã hội. "
    "Công tác tuyên truyền được thực hiện bằng nhiều hình thức phù hợp với từng đối tượng, địa bàn. "
)
THEIRS = (
    "The court of appeals held that the statute did not reach the conduct at issue in this case. "
    "See Bush v. Gore, 531 U.S. 98, 99 (2000), and the cases cited there on the same question. "
    "The petitioner did not raise the point below, and we decline to consider it for the first time. "
)
SIZE = 20_000_000


def prose():
    papers = [path.read_text("utf-8") for path in sorted(CORPUS.glob("*.txt"))]
    return "\n".join(papers) or OURS


def size(text):
    """Bytes of UTF-8, the measure of files and of throughput."""
    return len(text.encode())


def seconds(work, *, times=3):
    best = float("inf")
    for _ in range(times):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def test_an_eighth_of_the_speed_of_the_bare_pattern():
    unit = prose()
    text = unit * (SIZE // len(unit))
    bare = seconds(lambda: sum(1 for _ in PATTERN.finditer(text)))
    ours = seconds(lambda: sum(1 for _ in find_citations(text)))
    half = seconds(lambda: sum(1 for _ in find_citations(text[: len(text) // 2])))
    print(
        f"\n{size(text) / 1e6:.0f} MB: {ours / bare:.1f} times the bare pattern's time, "
        f"{size(text) / ours / 1e6:.1f} MB/s; twice the text {ours / half:.2f} times the time"
    )
    assert ours <= 8 * bare
    assert ours <= 2.2 * half


def test_fifty_times_eyecite():
    eyecite = pytest.importorskip("eyecite")
    theirs, ours = THEIRS * 400, OURS * 400
    assert len(eyecite.get_citations(THEIRS)) >= 1
    slow = seconds(lambda: eyecite.get_citations(theirs), times=2) / size(theirs)
    fast = seconds(lambda: find_citations(ours)) / size(ours)
    print(f"\n{slow / fast:.0f} times eyecite's throughput")
    assert slow >= 50 * fast
