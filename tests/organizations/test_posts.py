"""Who signs for which body, in which form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.errors import InvalidValueError, ParseError
from danvan.organizations import Organizations
from danvan.organizations.posts import Mandate, MandateStyle, SigningLine, signing_lines

TREE = Organizations.shipped("tam_duong")


@pytest.mark.parametrize(
    ("code", "post", "lines"),
    [
        ("party", "Bí thư", ("T/M HUYỆN ỦY", "BÍ THƯ")),
        ("party_standing_board", "Bí thư", ("T/M BAN THƯỜNG VỤ", "BÍ THƯ")),
        # a deputy secretary signs on behalf too, not for the secretary
        ("party_standing_board", "Phó Bí thư", ("T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ")),
        ("party_inspection", "Chủ nhiệm", ("T/M ỦY BAN KIỂM TRA", "CHỦ NHIỆM")),
        ("mobilization", "Trưởng ban", ("TRƯỞNG BAN",)),  # an advisory body has a head
        ("mobilization", "Phó Trưởng ban", ("K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")),
        ("people_committee", "Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        ("people_committee", "Phó Chủ tịch", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("home_affairs", "Trưởng phòng", ("TRƯỞNG PHÒNG",)),
        ("home_affairs", "Phó Trưởng phòng", ("KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG")),
    ],
)  # fmt: skip
def test_signing_lines(code, post, lines):
    assert signing_lines(TREE[f"tam_duong.{code}"], post) == lines


@pytest.mark.parametrize(
    ("code", "post", "said"),
    [
        ("people_committee", "Bí thư", "Chủ tịch or Phó Chủ tịch"),  # a post of another body
        ("front", "Chủ tịch", "of the Party or the State"),  # rules of its own
        ("party_committees", "Bí thư", "with a head"),  # a group signs nothing
        ("communes.ban_bo", "Chủ tịch", "of the Party or the State"),  # nor does a place
    ],
)
def test_nobody_signs_for_what_is_not_theirs(code, post, said):
    with pytest.raises(InvalidValueError, match=said):
        signing_lines(TREE[f"tam_duong.{code}"], post)


@pytest.mark.parametrize(
    ("text", "mandate", "style"),
    [
        ("T/M BAN THƯỜNG VỤ", Mandate.ON_BEHALF, MandateStyle.PARTY),
        ("K/T TRƯỞNG BAN", Mandate.FOR_HEAD, MandateStyle.PARTY),
        ("T/L BAN THƯỜNG VỤ", Mandate.BY_ORDER, MandateStyle.PARTY),
        ("TM. ỦY BAN NHÂN DÂN", Mandate.ON_BEHALF, MandateStyle.STATE),
        ("KT. CHỦ TỊCH", Mandate.FOR_HEAD, MandateStyle.STATE),
        ("TL. CHỦ TỊCH", Mandate.BY_ORDER, MandateStyle.STATE),
        ("TUQ. CHỦ TỊCH", Mandate.BY_AUTHORITY, MandateStyle.STATE),
        ("Q. CHỦ TỊCH", Mandate.ACTING, MandateStyle.STATE),
    ],
)
def test_parse(text, mandate, style):
    line = SigningLine.parse(text)
    assert (line.mandate, line.style) == (mandate, style)
    assert str(line) == text


@pytest.mark.parametrize(
    "text",
    [
        "BÍ THƯ",  # no mandate
        "T/M",  # for nobody
        "T/M  BAN",  # two spaces
        "TM BAN",  # neither slash nor dot
        "T/UQ CHỦ TỊCH",  # no form of the Party
        "T/M BAN\n",  # a line end
        "t/m BAN",
    ],
)
def test_other_lines_are_refused(text):
    with pytest.raises(ParseError):
        SigningLine.parse(text)


def test_a_mandate_the_party_has_not():
    with pytest.raises(InvalidValueError, match="T/M, K/T or T/L"):
        SigningLine(Mandate.ACTING, MandateStyle.PARTY, "BÍ THƯ")


@pytest.mark.property
@settings(max_examples=100)
@given(st.sampled_from(Mandate), st.sampled_from(MandateStyle), st.text(min_size=1, max_size=12))
def test_what_can_be_made_can_be_read(mandate, style, whom):
    try:
        line = SigningLine(mandate, style, whom)
    except InvalidValueError:
        return
    assert SigningLine.parse(str(line)) == line


def test_a_signing_line_is_one_line():
    with pytest.raises(InvalidValueError, match="one line of text"):
        SigningLine(Mandate.ON_BEHALF, MandateStyle.PARTY, "BAN THƯỜNG VỤ\nPHÓ BÍ THƯ")
