"""A Word file given back with comments: at their places, and nothing else changed."""

import re
import zipfile
from decimal import Decimal

import pytest

docx = pytest.importorskip("docx", reason="needs danvan[docx]")

from docx.oxml import OxmlElement, parse_xml  # noqa: E402
from docx.oxml.ns import nsdecls, qn  # noqa: E402
from hypothesis import given  # noqa: E402
from hypothesis import strategies as st  # noqa: E402

from danvan.cli import main  # noqa: E402
from danvan.errors import UnreadableFileError  # noqa: E402
from danvan.findings import Span, rules  # noqa: E402
from danvan.integrations.docx.comments import write_comments  # noqa: E402
from danvan.integrations.docx.places import Places, word_file  # noqa: E402
from danvan.integrations.docx.reading import to_markdown  # noqa: E402
from danvan.reading.citations import find_citations  # noqa: E402
from danvan.reading.files import read_report  # noqa: E402
from danvan.reading.quantities import find_quantities  # noqa: E402
from danvan.rendering import write_report  # noqa: E402
from danvan.reports import Footnote, Report, Section, Table  # noqa: E402
from danvan.validation import check  # noqa: E402

REPORT = Report(
    "mẫu", kind="Báo cáo", title="tháng 9 năm 2023",
    sections=(
        Section("I.", "KẾT QUẢ [2023] *", ("Tổ chức **30** hội nghị, trong đó: 02 hội nghị cấp huyện, 27 hội nghị cấp xã.",
            "Giám sát tại 23 đơn vị[^1], hiến 120 m², theo Quyết định số 217- QĐ/TW.",), (Section("1.", "Lịch", tables=(
                Table(("Nội dung", "Số"), (("Tập huấn | *tuyên truyền*", "15 lớp"), ("Đối thoại", "22 cuộc"))),)),)),
    ),
    footnotes=(Footnote("1", ("Huyện đoàn 06 đơn vị; tổng 20 ý kiến, gồm: 12 ý kiến về đất đai, 07 ý kiến về môi trường.",)),),
)  # fmt: skip


@pytest.fixture
def word(tmp_path):
    file = tmp_path / "bao_cao.docx"
    write_report(REPORT, file)
    return file


def slip(report, words):
    start = report.text.index(words)
    span = Span(start, start + len(words), report)
    return rules()["DV201"].at(span, total=words, sum="29", difference=Decimal(-1))


def commented(source, *words, lang="vi"):
    """The words each comment is about, with its text, in a copy of a file."""
    report = read_report(source)
    target = source.with_name("gop_y.docx")
    write_comments(source, [slip(report, w) for w in words], target, lang)
    return target, ranges(target)


def ranges(file):
    """For each comment: the words in its range, and its paragraphs."""
    document = docx.Document(file)
    texts = {str(c.comment_id): [p.text for p in c.paragraphs] for c in document.comments}
    over, found = set(), {}
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            over.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            over.discard(element.get(qn("w:id")))
        elif element.tag in {qn("w:t"), qn("w:footnoteReference")}:
            for id_ in over:
                found[id_] = found.get(id_, "") + (element.text or "¹")
    assert not over
    calls = [e.get(qn("w:id")) for e in document.element.body.iter(qn("w:commentReference"))]
    assert sorted(calls) == sorted(texts)
    return [(found.get(id_, ""), texts[id_]) for id_ in sorted(texts, key=int)]


def canon(element):
    """The runs of a document with the comments taken out and equal neighbors put together."""
    for tag in ("commentRangeStart", "commentRangeEnd"):
        for mark in list(element.iter(qn(f"w:{tag}"))):
            mark.getparent().remove(mark)
    for mark in list(element.iter(qn("w:commentReference"))):
        run = mark.getparent()
        run.getparent().remove(run)
    said = []
    for node in element.iter():
        if node.tag == qn("w:t"):
            look = node.getparent().find(qn("w:rPr"))
            look = "" if look is None else re.sub(r' xmlns:\w+="[^"]*"', "", look.xml)
            if said and said[-1][0] == look and said[-1][2] is node.getparent().getparent():
                said[-1][1] += node.text or ""
            else:
                said.append([look, node.text or "", node.getparent().getparent()])
        elif node.tag not in {qn("w:r"), qn("w:rPr")} and not any(
            up.tag == qn("w:rPr") for up in node.iterancestors()
        ):
            said.append([node.tag, str(sorted(node.items())), None])
    return [tuple(one[:2]) for one in said]


class TestPlaces:
    @pytest.mark.parametrize(
        ("words", "shown"),
        [
            ("30", "30"),  # bold, a run of its own
            ("02", "02"),
            ("Quyết định số 217- QĐ/TW", "Quyết định số 217- QĐ/TW"),
            ("120", "120"),
            ("15", "15"),  # in a table
            ("22", "22"),
            ("06 đơn vị", "¹"),  # in a footnote, which has no comments: where it hangs
            ("2023", "2023"),
            ("I.", "I."),
        ],
    )
    def test_a_comment_is_about_the_words_of_its_finding(self, word, words, shown):
        _, ((over, _),) = commented(word, words)
        assert over == shown

    def test_a_number_that_word_counts_has_no_letters(self, tmp_path):
        document = docx.Document()
        for words in ("Tuyên truyền.", "Đối thoại."):
            document.add_paragraph(words, style="List Number")
        document.save(file := tmp_path / "a.docx")
        _, ((over, _),) = commented(file, "2.")
        assert over == "Đối thoại."

    def test_several_in_one_run_and_over_one_another(self, word):
        _, found = commented(
            word, "02 hội nghị cấp huyện, 27", "27", "27 hội nghị", "hội nghị cấp huyện"
        )
        assert [over for over, _ in found] == [
            "02 hội nghị cấp huyện, 27",
            "27",
            "27 hội nghị",
            "hội nghị cấp huyện",
        ]

    def test_every_figure_and_citation_is_found(self, word):
        document = docx.Document(word)
        text, places = to_markdown(word_file(document)), Places(document)
        looked_at = [*find_quantities(text), *find_citations(text)]
        assert len(looked_at) >= 11
        for one in looked_at:
            stretch = places.find(one.start, one.end)
            assert stretch.first.part is stretch.last.part
            assert (
                stretch.first.part.text[stretch.first.at : stretch.last.at + 1]
                == text[one.start : one.end]
            )

    @given(
        st.lists(
            st.tuples(
                st.text(st.sampled_from("3a ộ*_[]<>&|`\\²\u0301\t¹"), min_size=1, max_size=6),
                st.booleans(),
            ),
            min_size=1,
            max_size=6,
        )
    )
    def test_letters_and_markdown_agree_in_any_paragraph(self, runs):
        document = docx.Document()
        paragraph = document.add_paragraph("Có ")
        for words, bold in runs:
            paragraph.add_run(words).bold = bold
        paragraph.add_run(" 47 hết")
        text = to_markdown(word_file(document))
        at = text.rindex("47")
        stretch = Places(document).find(at, at + 2)
        assert stretch.first.part.text[stretch.first.at :].startswith("47")

    def test_in_a_link_an_insertion_and_a_text_box(self, tmp_path):
        document = docx.Document()
        paragraph = document.add_paragraph("Có ")
        for tag, words in (("w:hyperlink", "30 liên kết"), ("w:ins", "31 chèn")):
            wrapper = OxmlElement(tag)
            wrapper.append(paragraph.add_run(words)._r)
            paragraph._p.append(wrapper)
        box = f"<w:pict {nsdecls('w')}><w:txbxContent><w:p><w:r><w:t>32 trong khung</w:t></w:r></w:p></w:txbxContent></w:pict>"
        paragraph.add_run()._r.append(parse_xml(box))
        document.save(file := tmp_path / "a.docx")
        target, found = commented(file, "30", "31", "32")
        assert [over for over, _ in found] == ["30", "31", "32 trong khung"]
        assert to_markdown(word_file(docx.Document(target))) == read_report(file).text


class TestComments:
    def test_what_a_comment_says(self, word):
        report = read_report(word)
        found = check(report)
        write_comments(word, found, word.with_name("b.docx"), "vi")
        said = {words[0].split(":")[0]: words for _, words in ranges(word.with_name("b.docx"))}
        assert "chênh lệch" in said["LỖI DV201"][0]
        assert said["LỖI DV201"][-1].startswith("Các số liệu liên quan: “")
        assert any(line.startswith("sửa thành: ") for line in said["GHI CHÚ DV101"])

    @pytest.mark.parametrize(("words", "told"), [("06 đơn vị", True), ("30", False)])
    def test_a_comment_on_a_footnote_says_where(self, word, words, told):
        _, ((_, said),) = commented(word, words)
        line = f"Trong chú thích cuối trang hoặc khung chữ gắn với chỗ này, tại “{words}”"
        assert (line in said) is told

    def test_a_finding_without_a_place_stands_at_the_head(self, word):
        finding = rules()["DV634"].at(part="II", outline="năm")
        write_comments(word, [finding], word.with_name("b.docx"), "en")
        ((over, said),) = ranges(word.with_name("b.docx"))
        assert over == "BÁO CÁO"
        assert said[0].startswith("WARNING DV634: ")

    def test_comments_of_others_stay(self, word):
        document = docx.Document(word)
        run = next(p for p in document.paragraphs if "30" in p.text).runs[0]
        document.add_comment(run, "Xem lại chỗ này.", "Nguyễn Văn A", "NVA")
        document.save(word)
        target, found = commented(word, "30", "27")
        assert found[0][1][0] == "Xem lại chỗ này."
        assert [over for over, _ in found][1:] == ["30", "27"]
        with zipfile.ZipFile(target) as packed:
            assert len(packed.namelist()) == len(set(packed.namelist()))


class TestTheRestStays:
    def test_every_other_part_byte_for_byte(self, word):
        target, _ = commented(word, "30", "06 đơn vị", "22")
        with zipfile.ZipFile(word) as before, zipfile.ZipFile(target) as after:
            changed = {n for n in before.namelist() if before.read(n) != after.read(n)}
            added = set(after.namelist()) - set(before.namelist())
        assert changed == {
            "word/document.xml",
            "word/_rels/document.xml.rels",
            "[Content_Types].xml",
        }
        assert added == {"word/comments.xml"}

    def test_text_format_and_footnotes(self, word):
        target, _ = commented(word, "30", "02 hội nghị", "27", "22", "06 đơn vị", "m²")
        assert canon(docx.Document(target).element.body) == canon(docx.Document(word).element.body)
        assert read_report(target).text == read_report(word).text
        assert read_report(target).says_same(read_report(word))

    def test_without_findings_nothing_is_said(self, word):
        target, found = commented(word)
        assert found == []
        assert read_report(target).text == read_report(word).text


class TestCommand:
    def test_the_whole_way(self, word, capsys):
        target = word.with_name("gop_y.docx")
        assert main(["check", str(word), "--comments", str(target)]) == 1
        assert "DV201" in capsys.readouterr().out
        assert "30" in [over for over, _ in ranges(target)]

    def test_a_place_that_cannot_be_written_to(self, word, capsys):
        assert main(["check", str(word), "--comments", str(word.parent / "khong" / "a.docx")]) == 2
        assert "một nơi ghi được" in capsys.readouterr().err

    def test_an_unreadable_file_writes_nothing(self, tmp_path):
        bad, target = tmp_path / "a.docx", tmp_path / "b.docx"
        bad.write_bytes(b"x")
        assert main(["check", str(bad), "--comments", str(target)]) == 2
        assert not target.exists()
        for name in ("a.docx", "none.docx"):
            with pytest.raises(UnreadableFileError):
                write_comments(tmp_path / name, [], target, "vi")
