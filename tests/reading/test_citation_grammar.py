"""A grammar of citations, enumerated: each sentence it makes is read with the right parts."""

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan.document_number import DocumentNumber
from danvan.reading.citation import Citation
from danvan.reading.citations import find_citations

KINDS = {
    "Quyết định": ["217-QĐ/TW", "172/QĐ-UBND", "06/2024/QĐ-UBND", "288-CT"],
    "Quy định": ["11-QĐi/TW", "124-QĐ/TW"],
    "nghị quyết": ["25-NQ/TW", "12/NQ-HĐND", "202/2025/QH15"],
    "Công văn": ["862-CV/HU", "103/UBND-NV", "1018/CV-MTTW-BTT"],
    "Chương trình": ["06-CTr/BDVHU-BCHQSH-CAH"],
    "Nghị định": ["30/2020/NĐ-CP"],
    "Thông tư liên tịch": ["55/2005/TTLT-BNV-VPCP"],
    "KH": ["15-KH/HU", "41/KH-UBND"],
}
NUMBER_WORDS = [" ", " số ", " số: ", " Số ", "\nsố ", " (số "]
SPACINGS = [
    lambda number: number,
    lambda number: number.replace("-", " - ", 1),
    lambda number: number.replace("-", "- ", 1).replace("/", " /", 1),
    lambda number: number.replace("-", "–"),
    lambda number: number.replace("/", "/\n", 1),
]
DATES = [
    ("", None),
    (" ngày 05 tháng 3 năm 2020", date(2020, 3, 5)),
    (", ngày 5/3/2020", date(2020, 3, 5)),
    (" (05-03-2020)", date(2020, 3, 5)),
]
ISSUERS = [
    ("", None),
    (" của Bộ Chính trị", "Bộ Chính trị"),
    (" của Ban Thường vụ\nHuyện ủy", "Ban Thường vụ Huyện ủy"),
    (" của UBND tỉnh Lai Châu", "UBND tỉnh Lai Châu"),
]
ENDS = [" về công tác dân vận.", "; ", ".", " thực hiện tốt"]

SENTENCES = [
    (kind, number, word, spacing, day, issuer)
    for kind, numbers in KINDS.items()
    for number, word, spacing, day, issuer in product(
        numbers, NUMBER_WORDS, SPACINGS, DATES, ISSUERS
    )
]


@pytest.mark.parametrize("kind", KINDS)
def test_each_sentence_gives_one_citation_with_its_parts(kind):
    for at, (name, number, word, spacing, (day, on), (of, issuer)) in enumerate(SENTENCES):
        if name != kind:
            continue
        cited = f"{kind}{word}{spacing(number)}"
        text = f"Tiếp tục thực hiện {cited}{day}{of}{ENDS[at % len(ENDS)]}"
        found = find_citations(text)
        assert [c.text for c in found] == [cited], text
        (citation,) = found
        assert citation.number == DocumentNumber.parse(number), text
        assert (citation.issued_on, citation.issuer) == (on, issuer), text


@pytest.mark.parametrize("last", ["68-NQ/TW", "68 - NQ/TW", "68/2020/NQ-HĐND", "68/NQ-CP"])
@pytest.mark.parametrize("comma", [", ", " , ", ",\n", "; "])
@pytest.mark.parametrize("and_", [", ", " và ", ", và số "])
@pytest.mark.parametrize("count", [1, 2, 5])
def test_a_list_of_any_length_shares_its_end(last, comma, and_, count):
    first = comma.join(str(serial) for serial in range(57, 57 + count))
    text = f"các Nghị quyết số {first}{and_}{last}, ngày 12/12/2013 của Bộ Chính trị về"
    found = find_citations(text)
    assert [c.serial for c in found] == [*range(57, 57 + count), 68]
    assert len({(c.kind_code, c.issuer_code, c.year, c.issued_on, c.issuer) for c in found}) == 1
    assert found[0].issued_on == date(2013, 12, 12)
    assert [text[c.start : c.end] for c in found] == [c.text for c in found]


PIECES = st.sampled_from(
    [
        "Quyết định",
        " số ",
        " ",
        "217",
        "218",
        "-QĐ/TW",
        "/2020/NĐ-CP",
        "/UBND-NV",
        ", ",
        " và ",
        "\n",
        "ngày 12/12/2013",
        " của ",
        "Bộ Chính trị",
        "khóa XI",
        "Số",
        "Luật",
        "(",
        ")",
        "-",
        "–",
        "/",
        "\u0301",
        "Ð",
        "\u00ad",
        "**",
    ]
)


@pytest.mark.property
@given(st.lists(PIECES).map("".join) | st.text())
def test_every_citation_points_at_its_words_and_none_overlap(text):
    found = find_citations(text)
    end = 0
    for citation in found:
        assert isinstance(citation, Citation)
        assert end <= citation.start < citation.end <= len(text)
        assert text[citation.start : citation.end] == citation.text
        assert citation.number is None or citation.number.serial == citation.serial
        assert not citation.is_bare or (citation.kind_code, citation.issuer_code) == (None, None)
        end = citation.end


@pytest.mark.property
@given(st.lists(PIECES).map("".join))
def test_reading_a_citation_by_itself_finds_its_number_again(text):
    for citation in find_citations(text):
        if citation.number is not None and "\n" not in citation.text:
            again = find_citations(f"theo Quyết định số {citation.number} của")
            assert [c.number for c in again] == [citation.number]
