"""A folder of papers as tables."""

from decimal import Decimal

import danvan
from danvan.reading import Corpus

PAPER = (
    "HUYỆN ỦY BẾN XUÂN\n*\nSố 12-BC/HU\n\nBến Xuân, ngày 05 tháng 10 năm 2023\n\nBÁO CÁO\n"
    "công tác dân vận 9 tháng năm 2023\n\nI. KẾT QUẢ\n\nTheo Quyết định số 217-QĐ/TW, tổ chức trên 394 "
    "buổi tuyên truyền, vận động; 30 hội nghị, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã.\n"
)


def read(tmp_path):
    (tmp_path / "a.txt").write_text(PAPER, "utf-8")
    (tmp_path / "hong.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "anh.png").write_bytes(b"\x89PNG")
    return danvan.read_folder(tmp_path)


def test_papers_and_failures(tmp_path):
    corpus = read(tmp_path)
    assert isinstance(corpus, Corpus)
    assert [report.name for report in corpus] == ["a.txt"]
    (failure,) = corpus.failures
    assert "hong.txt" in str(failure)


def test_every_figure_is_a_row(tmp_path):
    rows = read(tmp_path).table()
    assert [str(row.value) for row in rows] == [
        "trên 394 buổi tuyên truyền", "30 hội nghị", "02 hội nghị", "27 hội nghị"]  # fmt: skip
    first = rows[0]
    assert (first.paper, first.period, first.indicator) == (
        "a.txt", "9 tháng năm 2023", "propaganda.sessions")  # fmt: skip
    assert first.confidence > Decimal("0.5")
    assert PAPER[slice(*first.place)] == "394"
    assert "trên 394 buổi" in first.quote


def test_citations_and_findings(tmp_path):
    corpus = read(tmp_path)
    assert [str(row.citation.number) for row in corpus.citations()] == ["12-BC/HU", "217-QĐ/TW"]
    assert [f.code for f in corpus.check()] == ["DV201"]
