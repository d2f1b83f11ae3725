"""Packets of enemies: refused within bounds, with danvan's own error."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.errors import UnreadableFileError
from danvan.integrations.edxml import (
    read_packet,
)
from integrations.packets_drawn import texts

BOMB = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {"abcdefgh"[n + 1]} "{("&" + "abcdefgh"[n] + ";") * 10}">' for n in range(7)
) + "]><x>&h;</x>"  # fmt: skip


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "no element found"),
        (b"edXML", "line 1"),
        (b"<a>", "no element found"),
        (BOMB.encode(), "a document type"),
        (b'<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>', "a document type"),
        (b'<!DOCTYPE x [<!ENTITY % p SYSTEM "http://x.invalid/d"> %p;]><x/>', "a document type"),
        (b"<a>" * 65, "64 deep"),
        (b"<a>&x;</a>", "undefined entity"),
        ("<a/>".encode("utf-16") + b"\x00", "line 1"),
        (b'<?xml version="1.0" encoding="no-such"?><a/>', "encoding"),
        (b"<a/>", "without MessageHeader"),
        (b"\xff\xfe\xff", "packet"),
    ],
)
def test_hostile_xml_is_refused(data, why):
    with pytest.raises(UnreadableFileError, match=why):
        read_packet(data)


def test_bounds():
    from danvan.integrations.bounded_xml import Bounds, read_xml

    with pytest.raises(UnreadableFileError, match="at most 3"):
        read_xml(b"<a/>", bounds=Bounds(size=3))
    with pytest.raises(UnreadableFileError, match="line 2: more elements; want at most 2"):
        read_xml(b"<a><b/>\n<b/></a>", bounds=Bounds(elements=2))


@given(
    st.binary(max_size=60)
    | st.text(max_size=60).map(lambda t: f"<a>{t}</a>".encode("utf-8", "ignore"))
)
def test_no_bytes_raise_anything_else(data):
    with pytest.raises(UnreadableFileError):
        read_packet(data)


@given(
    st.lists(
        st.sampled_from(
            ["From", "To", "Code", "OrganId", "DocumentType", "Type", "StatusCode", "Priority"]
        ),
        max_size=8,
    ),
    texts,
)
def test_any_elements_in_any_order_are_read(names, text):
    from xml.sax.saxutils import escape

    inner = "".join(f"<{n}>{escape(text)}" for n in names) + "".join(
        f"</{n}>" for n in reversed(names)
    )
    packet = read_packet(
        f"<edXML><edXMLHeader><MessageHeader>{inner}</MessageHeader></edXMLHeader></edXML>".encode()
    )
    assert packet.remarks
