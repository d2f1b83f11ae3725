"""Files made to break a reader, each as bytes under the name it would come with."""

import zipfile
import zlib
from io import BytesIO

NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def packed(**parts):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def word(body, *, before="", part="word/document.xml"):
    """A right Word file with another text inside."""
    import docx

    out, xml = BytesIO(), body
    docx.Document().save(out)
    if part == "word/document.xml":
        xml = f"{before}<w:document {NAMES}><w:body>{body}</w:body></w:document>"
    with zipfile.ZipFile(out) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    return packed(**{**parts, part: xml})


def pdf(content, filters="/FlateDecode", resources="<< /Font << /F1 5 0 R >> >>", kids="3 0 R"):
    """A PDF of one page with a content stream that is packed already."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count 1 >>".encode(),
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources {resources} >>".encode(),
        f"<< /Length {len(content)} /Filter {filters} >>\nstream\n".encode()
        + content
        + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman >>",
    ]
    written = b"%PDF-1.4\n"
    places = []
    for number, thing in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + thing + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        written + b"xref\n0 6\n0000000000 65535 f \n" + table
        + b"trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(written)
    )  # fmt: skip


def flate(data, times=1):
    for _ in range(times):
        data = zlib.compress(data, 9)
    return data


def picture():
    """A page that holds nothing but the picture of a page."""
    image = flate(bytes(64 * 64))
    content = b"q 595 0 0 842 0 0 cm BI /W 64 /H 64 /CS /G /BPC 8 /F /Fl ID " + image + b" EI Q"
    return pdf(flate(content))


SECRET = "đừng đọc"
DTD = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/hostname"><!ENTITY a "haha">]>'
LAUGHS = "<!DOCTYPE d [" + '<!ENTITY a0 "haha">' + "".join(
    f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
) + "]>"  # fmt: skip
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(900) + "EncryptedPackage".encode("utf-16-le")

# name, what makes the bytes, what the error says, why such a file comes
FILES = [
    ("a.docx", lambda: b"", "no Word file", "an upload that broke off at once"),
    ("a.docx", lambda: b"khong phai zip", "no Word file", "another file renamed"),
    ("a.docx", lambda: LOCKED, "it has a password", "encrypted by Word"),
    ("a.docx", lambda: LOCKED[:600], r"an old Word file \(.doc\) under this name", "renamed"),
    ("a.docx", lambda: packed(**{"a.txt": b"abc"}), "no Word file", "some other zip"),
    ("a.docx", lambda: packed(**{"[Content_Types].xml": b"<x"}), "no Word file", "broken XML"),
    ("a.docx", lambda: word("<w:p>"), "damaged", "unclosed XML"),
    ("a.docx", lambda: word("<w:p/>"), "no text in it", "an empty paper"),
    ("a.docx", lambda: packed(**{"word/media/x": bytes(300_000_000)}), "it unpacks to 300000000 bytes", "a bomb"),
    ("a.docx", lambda: word(" " * 20_000_000), "it unpacks to [0-9]+ bytes of XML", "a bomb of XML"),
    ("a.docx", lambda: word(f"<w:p><w:r><w:t>{'a ' * 3_000_000}</w:t></w:r></w:p>"), "letters are too many", "a long text"),
    ("a.docx", lambda: word("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", before=DTD), "entities are declared in word/document.xml", "a local file as an entity"),
    ("a.docx", lambda: word("<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>", before=LAUGHS), "entities are declared", "entities that multiply"),
    ("a.docx", lambda: word('<w:p w:x="&a9;"/>', before=LAUGHS), "entities are declared", "the same in an attribute"),
    ("a.docx", lambda: word(f"{LAUGHS}<w:styles {NAMES}/>", part="word/styles.xml"), "entities are declared in word/styles.xml", "in another part"),
    ("a.docx", lambda: word("<w:p>" * 100_000), "damaged", "nested without end"),
    ("a.docx", lambda: word("<w:tbl><w:tr><w:tc>" * 5_000), "damaged", "tables in tables without end"),
    ("a.pdf", lambda: b"khong phai pdf", "damaged, or no PDF", "another file renamed"),
    ("a.pdf", lambda: b"%PDF-1.7\n" + bytes(range(256)) * 200, "cut off: its end is missing", "noise"),
    ("a.pdf", picture, "no text layer: its pages are pictures", "a scan"),
    ("a.pdf", lambda: pdf(flate(bytes(100_000_000))), "too much for a report .* at most 67108864 bytes", "a bomb"),
    ("a.pdf", lambda: pdf(flate(bytes(100_000_000), 2), "[/FlateDecode /FlateDecode]"), "too much for a report", "packed twice"),
    ("a.pdf", lambda: pdf(b"\x80\x0b\x60\x50", "/LZWDecode"), "too much for a report .*/LZW", "a filter that cannot be measured"),
    ("a.pdf", lambda: pdf(flate(b"BT /F1 9 Tf (abcdefgh) Tj ET " * 6_000)), "at most 40000 letters", "a page of letters only"),
    ("a.pdf", lambda: pdf(flate(b"0 0 m 9 9 l S " * 20_000)), "at most 20000 lines", "a page of lines only"),
    ("a.pdf", lambda: pdf(flate(b"/X Do " * 9_000), resources="<< /XObject << /X 4 0 R >> >>"), "no text layer|at most 2000 forms|damaged", "a page within itself"),
    ("a.txt", lambda: b"", "nothing in it", "an empty file"),
    ("a.txt", lambda: b"\0" * 5_000, "no text: a zero byte at byte 0", "a file that was never filled"),
    ("a.txt", lambda: "BÁO CÁO".encode("utf-16-le"), "no text: a zero byte", "UTF-16 without its mark"),
    ("a.txt", lambda: b"\xff\xfe\x00\xd8", "not UTF-16 at byte", "half a letter"),
    ("a.txt", lambda: "Đã họp; năm 2023".encode("cp1258", "ignore"), "not UTF-8 at byte", "Windows-1258"),
    ("a.txt", lambda: "Réunion d'été".encode("latin-1"), "not UTF-8 at byte 1", "another language"),
    ("a.txt", lambda: b"a" * (3 << 20), "3145728 letters are too many", "a long text"),
    ("a.md", lambda: b"\x89PNG\r\n\x1a\n\0", "no text: a zero byte", "a picture renamed"),
]  # fmt: skip
