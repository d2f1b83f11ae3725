"""Packets to test with: one by hand, and any that can be drawn."""

from datetime import date, datetime

from hypothesis import strategies as st

from danvan.integrations.edxml import (
    Action,
    Answer,
    Attachment,
    Business,
    Code,
    Correspondent,
    DocumentId,
    DocumentType,
    Packet,
    Priority,
    ReceiverChange,
    Replacement,
    Signer,
    Status,
    StatusPacket,
    Steering,
    Trace,
)

FROM, TO = Correspondent("000.00.11.H53", "Sở Tài chính"), Correspondent("H55.242")


def full_packet():
    return Packet(
        FROM, (TO,), Code("2491", "STC-BCTC"), date(2020, 10, 30), DocumentType.of("official_letter"),
        "Báo cáo", "Báo cáo", signer=Signer("TL. BỘ TRƯỞNG", "Chánh Văn phòng", "Nguyễn Văn A"),
        recipients=("Như trên", "Lưu: VT"), priority=Priority.NORMAL, steering=Steering.NONE,
        document_id="000.00.11.H53,2020/10/30,2491/STC-BCTC", attachments=(Attachment("x.pdf", b"%PDF"),),
    )  # fmt: skip


TEXT = st.text(
    st.characters(blacklist_categories=("Cs", "Cc", "Cn")) | st.sampled_from("\n\tđĐ<>&\"'"),
    max_size=18,
)


def _clean(text):
    import unicodedata

    return unicodedata.normalize("NFC", text.replace("\n", " \n ")).strip()[:18].strip()


texts = TEXT.map(_clean)
some = texts.filter(bool)
identifiers = st.sampled_from(["000.00.00.G22", "H55.242", "000.00.11.H53", "A53", "H38.12.1"])
days = st.dates(date(1900, 1, 1))
moments = st.datetimes(datetime(1900, 1, 1)).map(lambda at: at.replace(microsecond=0))
codes = st.builds(Code, st.from_regex("[0-9]{1,5}", fullmatch=True), some)
keys = st.builds(lambda i, d, c: str(DocumentId(i, d, c)), identifiers, days, some)
correspondents = st.builds(Correspondent, identifiers, *[texts] * 7)
answers = st.builds(Answer, st.just("") | identifiers, some, st.none() | days, st.just("") | keys)
flags = st.sampled_from([None, True, False])
counts = st.none() | st.integers(0, 999_999_999)


@st.composite
def businesses(draw):
    action = draw(st.sampled_from(Action))
    parts = {"content_changed": draw(st.booleans())} if action is Action.UPDATE else {}
    if parts:
        parts |= {
            "receivers_changed": draw(flags),
            "receivers": tuple(draw(st.lists(st.builds(ReceiverChange, some, texts), max_size=2))),
        }
    if action is Action.REPLACE:
        replaced = st.builds(Replacement, some, st.lists(identifiers, max_size=2).map(tuple))
        parts["replacements"] = tuple(draw(st.lists(replaced, min_size=1, max_size=2)))
    return Business(action, draw(texts), draw(texts), draw(flags), department=draw(texts), **parts)


attachments = st.builds(
    Attachment,
    some,
    st.binary(min_size=1, max_size=30),
    texts,
    st.sampled_from(["application/pdf"]),
) | st.builds(Attachment, some, st.binary(min_size=1, max_size=30))
types = st.builds(
    DocumentType, some, st.none() | st.integers(-1, 99), st.none() | st.integers(-1, 99)
)


@st.composite
def packets(draw):
    receivers = draw(
        st.lists(correspondents, min_size=1, max_size=3, unique_by=lambda c: c.identifier)
    )
    return Packet(
        draw(correspondents), tuple(receivers), draw(codes), draw(days), draw(types), draw(some), draw(some),
        place=draw(texts), signer=draw(st.builds(Signer, texts, texts, texts)), due_on=draw(st.none() | days),
        recipients=tuple(draw(st.lists(some, max_size=3))), priority=draw(st.none() | st.sampled_from(Priority)),
        steering=draw(st.none() | st.sampled_from(Steering)), sphere=draw(texts), typist=draw(texts.map(lambda t: t[:9].strip())),
        copies=draw(counts), pages=draw(counts), direction=draw(flags),
        appendixes=tuple(draw(st.lists(some, max_size=2))), answers=tuple(draw(st.lists(answers, max_size=2))),
        document_id=draw(st.just("") | keys), business=draw(businesses()),
        trace=tuple(draw(st.lists(st.builds(Trace, texts, st.none() | moments), max_size=2))),
        attachments=tuple(draw(st.lists(attachments, max_size=2))),
    )  # fmt: skip


statuses = st.builds(
    StatusPacket,
    st.builds(Answer, st.just("") | identifiers, some, st.none() | days, keys),
    correspondents,
    st.sampled_from(Status),
    texts,
    st.none() | moments,
    texts,
)
