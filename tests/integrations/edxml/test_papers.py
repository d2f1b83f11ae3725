"""Directives and reports as packets, and back."""

from datetime import date

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.directives import Directive, document_kinds
from danvan.errors import InvalidValueError, UnreadableFileError
from danvan.integrations.edxml import (
    Attachment,
    Correspondent,
    DocumentId,
    Profile,
    directive_of,
    packet_of_directive,
    packet_of_report,
    read_packet,
    report_of,
    write_packet,
)
from danvan.reports import Annex, Letterhead, Recipient, Report, Signature
from danvan.testing import strategies as dst
from integrations.packets_drawn import FROM, TO


@pytest.mark.property
@given(dst.directives(), st.sampled_from(Profile))
def test_directives_out_and_in(paper, profile):
    packet = packet_of_directive(paper, FROM, (TO,), profile=profile)
    said_left_out = {remark.path for remark in packet.remarks}
    held = attrs.evolve(
        paper, issuer=FROM.name, term="", valid_from=None, valid_to=None, source="", confidence=type(paper.confidence)("sure")
    )  # fmt: skip
    assert directive_of(packet) == held
    for name in ("issuer", "term", "source"):
        assert (name in said_left_out) is (getattr(held, name) != getattr(paper, name))
    try:
        data = write_packet(packet)
    except InvalidValueError as error:
        assert error.what.startswith("MessageHeader/")
    else:
        assert directive_of(read_packet(data)) == held


def test_every_part_of_a_directive_is_held_or_named():
    from danvan import DocumentNumber

    paper = Directive(
        DocumentNumber.parse("217-QĐ/TW"), "regulation", "Bộ Chính trị", issued_on=date(2013, 12, 12), title="t",
        term="XI", signer_post="Tổng Bí thư", valid_from=date(2014, 1, 1), valid_to=date(2015, 1, 1),
        short_names=("Quy định 217",), source="s",
    )  # fmt: skip
    packet = packet_of_directive(paper, Correspondent("A01"), (TO,))
    back = directive_of(packet)
    lost = {
        a.name for a in attrs.fields(Directive) if getattr(back, a.name) != getattr(paper, a.name)
    }
    assert lost == {remark.path for remark in packet.remarks}
    assert str(DocumentId.parse(packet.document_id)) == "A01,2013/12/12,217-QĐ/TW"


lines = dst.words()
heads = st.builds(
    Letterhead,
    upper_body=st.just("") | lines,
    body=lines,
    number=st.none() | dst.document_numbers(known=True),
    place=st.just("") | lines,
    issued_on=st.none() | dst.dates(),
    urgency=st.sampled_from(["", "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC"]),
)
outlines = st.builds(
    Report, st.just("packet"), kind=st.sampled_from([k.name for k in document_kinds()]), title=st.just("") | lines,
    letterhead=heads, recipients=st.lists(st.builds(Recipient, lines, st.just("") | lines), max_size=3).map(tuple),
    signature=st.none() | st.builds(Signature, lines, lines, st.just("Nguyễn Văn A")),
    annexes=st.lists(st.builds(Annex, lines), max_size=2).map(tuple),
)  # fmt: skip


@pytest.mark.property
@given(outlines)
def test_head_and_foot_of_a_report_out_and_in(report):
    packet = packet_of_report(report, Correspondent("H38.12"), (TO,))
    assert packet.remarks == ()
    assert report_of(packet).says_same(report)
    try:
        data = write_packet(packet)
    except InvalidValueError as error:
        assert error.what.startswith("MessageHeader/")
    else:
        assert report_of(read_packet(data)).says_same(report)


@given(dst.reports())
def test_any_report_becomes_a_packet_or_is_refused(report):
    try:
        packet = packet_of_report(report, Correspondent("H38.12"), (TO,))
    except InvalidValueError as error:
        assert "secrecy" in error.what
    else:
        if any(report.paragraphs()):
            assert "sections" in {remark.path for remark in packet.remarks}
        assert report_of(packet).title == report.title


def test_a_secret_paper_is_refused():
    report = Report("x", letterhead=Letterhead(secrecy="MẬT"))
    with pytest.raises(InvalidValueError, match="secrecy"):
        packet_of_report(report, FROM, (TO,))


def test_the_words_of_a_paper_travel_as_a_file():
    report = Report(
        "x", kind="Báo cáo", title="công tác dân vận", letterhead=Letterhead(body="Huyện ủy")
    )
    text = "BÁO CÁO\ncông tác dân vận\n\nI. TÌNH HÌNH\n\nĐã tổ chức 12 buổi tuyên truyền.\n"
    packet = packet_of_report(
        report, FROM, (TO,), attachments=[Attachment("../bao cao.txt", text.encode())]
    )
    words = packet.attachments[0].read_report()
    assert (words.text, words.name) == (text, "bao cao.txt")
    with pytest.raises(UnreadableFileError, match="no bytes"):
        Attachment("x.txt", None).read_report()
    with pytest.raises(UnreadableFileError, match=r"\.exe"):
        Attachment("x.exe", b"MZ").read_report()
