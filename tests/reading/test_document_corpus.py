"""The four published papers, read whole; skipped where they do not lie beside the checkout."""

import tomllib
from datetime import date
from pathlib import Path

import attrs
import pytest

from covered import outside
from danvan.reading.document import parse_report
from danvan.reading.files import read_folder, read_report
from danvan.rendering import write_report
from danvan.rendering.markdown import to_markdown
from danvan.reports import Paragraph, composed

HERE = Path(__file__).parent
CORPUS = HERE.parents[2] / "shared" / "corpus"
OUTLINES = tomllib.loads((HERE / "data" / "outlines.toml").read_text("utf-8"))

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not beside the checkout"),
]

CHU_PUH, ANNUAL, NINE_MONTHS, PLAN = (
    "chu_puh_so_ket_529",
    "tam_duong_bao_cao_2023",
    "tam_duong_bc_460_9_thang",
    "tam_duong_ke_hoach_2023",
)
FOOTNOTES = {CHU_PUH: 14, ANNUAL: 20, NINE_MONTHS: 16, PLAN: 0}
PARAGRAPHS_CUT = {CHU_PUH: 11, ANNUAL: 8, NINE_MONTHS: 7, PLAN: 4}
RECIPIENTS = {CHU_PUH: 11, ANNUAL: 6, NINE_MONTHS: 6, PLAN: 7}


def paper(stem):
    return read_report(CORPUS / f"{stem}.txt")


def outline(sections, depth=0):
    for section in sections:
        words = (section.heading or section.paragraphs[0].text).split()[:6]
        yield [depth, section.number, *section.span, " ".join(words)]
        yield from outline(section.sections, depth + 1)


@pytest.mark.parametrize("stem", OUTLINES)
def test_every_heading_stands_in_the_tree(stem):
    assert list(outline(paper(stem).sections)) == OUTLINES[stem]["outline"]


@pytest.mark.parametrize("stem", OUTLINES)
def test_every_footnote_hangs_on_its_mark(stem):
    report = paper(stem)
    assert [note.mark for note in report.footnotes] == [str(n + 1) for n in range(FOOTNOTES[stem])]
    for note in report.footnotes:
        assert report.text[note.anchor] in "⁽¹²³⁴⁵⁶⁷⁸⁹"
        assert not (0 <= note.anchor - note.span[0] < note.span[1] - note.span[0])


@pytest.mark.parametrize("stem", OUTLINES)
def test_sentences_are_joined_over_the_page_breaks(stem):
    report = paper(stem)
    assert [r.what for r in report.repairs].count("joined") == PARAGRAPHS_CUT[stem]
    ends = {
        paragraph.text.rstrip(' )”"')[-1] for section in report for paragraph in section.paragraphs
    }
    assert ends <= set(".…")


def test_what_was_put_right():
    found = {stem: sorted({r.what for r in paper(stem).repairs} - {"joined"}) for stem in OUTLINES}
    assert found == {CHU_PUH: ["mark misprinted"], ANNUAL: [], NINE_MONTHS: ["number"], PLAN: []}
    thirteen = paper(CHU_PUH).footnote("13")
    assert "“Ánh sáng, Camera và tiếng khen an ninh”" in thirteen.text


def test_footnotes_of_two_paragraphs():
    counts = {n.mark: len(n.paragraphs) for n in paper(ANNUAL).footnotes if len(n.paragraphs) > 1}
    assert counts == {"4": 2, "16": 2}


@pytest.mark.parametrize(
    ("stem", "kind", "number", "day", "place"),
    [
        (CHU_PUH, "Báo cáo", "350-BC/HU", date(2023, 3, 16), "Chu Puh"),
        (ANNUAL, "Báo cáo", None, None, None),
        (NINE_MONTHS, "Báo cáo", "460-BC/HU", date(2023, 9, 6), "Tam Đường"),
        (PLAN, "Kế hoạch", "159-KH/HU", date(2023, 1, 16), None),
    ],
)
def test_heads(stem, kind, number, day, place):
    report = paper(stem)
    head = report.letterhead
    assert report.kind == kind
    assert (report.number and str(report.number), report.issued_on) == (number, day)
    assert (head and head.place) == place


@pytest.mark.parametrize("stem", OUTLINES)
def test_feet(stem):
    report = paper(stem)
    assert len(report.recipients) == RECIPIENTS[stem]
    assert report.recipients[-1].is_file_copy
    assert report.signature.mandate == "T/M BAN THƯỜNG VỤ"
    assert report.signature.post == "PHÓ BÍ THƯ"
    assert len(report.signature.signer.split()) == 3
    assert report.remainder == ()


def test_the_schedule_of_the_plan_row_by_row():
    (annex,) = paper(PLAN).annexes
    (table,) = annex.tables
    assert [cell.text for cell in table.header] == [
        "Stt", "Nội dung", "Thời gian", "Cơ quan, đơn vị chủ trì thực hiện", "Cơ quan, đơn vị phối hợp",
    ]  # fmt: skip
    by_order = "Theo văn bản chỉ đạo của tỉnh"
    assert [(row[0].text, row[2].text, row[3].text) for row in table] == [
        ("1", "Tháng 01", "Ban Dân vận Huyện ủy"),
        ("", "Hàng tháng", "Ban Dân vận Huyện ủy"),
        ("", "Tháng 3, 9", "Ban Dân vận Huyện ủy"),
        ("", "Tháng 4,10", "Ban Dân vận Huyện ủy"),
        ("", by_order, "Hội Cựu chiến binh huyện"),
        ("", by_order, "MTTQ và các đoàn thể huyện"),
        ("", by_order, "MTTQ và các đoàn thể huyện"),
        ("2", by_order, "Liên đoàn Lao động huyện"),
        ("", by_order, "Huyện đoàn"),
        ("", by_order, "Hội LHPN huyện"),
        ("", by_order, "MTTQ và các đoàn thể huyện"),
        ("", "Tháng 6, 12", "Ban Dân vận Huyện ủy"),
        ("3", "Tháng 02", "Ban Dân vận Huyện ủy"),
        ("", "Tháng 9, 10", "Ban Dân vận Huyện ủy"),
        ("", "Tháng 11, 12", "Ban Dân vận Huyện ủy"),
    ]
    assert [len(row[1].paragraphs) for row in table] == [2] + [1] * 14
    assert [" ".join(row[1].text.split()[1:6]) for row in table] == [
        "Xây dựng và thực hiện",
        "Xây dựng và thực hiện",
        "Xây dựng và thực hiện",
        "Xây dựng và thực hiện",
        "Tổng kết 20 năm thực",
        "Tổng kết 10 năm thực",
        "Tổng kết 10 năm thực",
        "Tổng kết 15 năm thực",
        "Tổng kết 15 năm thực",
        "Sơ kết 5 năm thực",
        "Sơ kết 5 năm thực",
        "Sơ, tổng kết việc thực",
        "Tổng hợp đăng ký thực",
        "Đánh giá kết quả, đề",
        "Đánh giá, xếp loại kết",
    ]
    assert all(row[4].text for row in table)


@pytest.mark.parametrize("stem", OUTLINES)
def test_nothing_of_a_paper_is_outside_every_part(stem):
    assert outside(paper(stem)) == ""


@pytest.mark.parametrize("suffix", [".md", ".docx"])
@pytest.mark.parametrize("stem", OUTLINES)
def test_nothing_is_lost_on_the_way_through_a_file(tmp_path, stem, suffix):
    pytest.importorskip("docx", reason="needs danvan[docx]")
    report = paper(stem)
    write_report(report, tmp_path / f"{stem}{suffix}")
    back = read_report(tmp_path / f"{stem}{suffix}")
    assert outside(back) == ""
    assert back.says_same(report)


@pytest.mark.parametrize("stem", OUTLINES)
def test_a_place_found_in_a_paragraph_is_right_in_the_paper(stem):
    report = paper(stem)
    for paragraph in report.paragraphs():
        for offset, source, length in paragraph.pieces:
            assert report.text[source : source + length] == paragraph.text[offset : offset + length]


@pytest.mark.parametrize("stem", OUTLINES)
def test_markdown_is_read_back_whole(stem):
    report = paper(stem)
    assert parse_report(to_markdown(report), name=stem).says_same(report)


@pytest.mark.parametrize("stem", OUTLINES)
def test_plain_text_is_read_back_whole_but_for_the_emphasis(stem):
    report = without_emphasis(paper(stem))
    assert parse_report(composed(report).text, name=stem).says_same(report)


def without_emphasis(part):
    if isinstance(part, tuple):
        return tuple(map(without_emphasis, part))
    if isinstance(part, Paragraph):
        return attrs.evolve(part, emphasis=())
    if attrs.has(type(part)) and type(part).__module__.startswith("danvan.reports"):
        names = [field.name for field in attrs.fields(type(part))]
        return attrs.evolve(part, **{name: without_emphasis(getattr(part, name)) for name in names})
    return part


def test_the_folder_at_once():
    corpus = read_folder(CORPUS)
    assert [report.name for report in corpus] == [f"{stem}.txt" for stem in sorted(OUTLINES)]
    assert corpus.failures == ()
