"""Organizations found in text: a table of mentions, the rules one by one, and laws."""

import time
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan.errors import UnknownCodeError
from danvan.organizations import Branch, Organizations
from danvan.reading.organizations import find_organizations
from danvan.vietnamese import to_tone_style

TABLE = Path(__file__).parent / "data" / "organization_mentions.tsv"
ROWS = [
    tuple(line.split("\t"))
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
TREES = {name: Organizations.shipped(name) for name in ("tam_duong", "chu_puh", "ban_mai")}
TAM_DUONG = TREES["tam_duong"]


def named(text, tree=TAM_DUONG, **given_):
    """The codes named in a text, None where nobody is."""
    found = find_organizations(text, tree, **given_)
    return [mention.best and mention.best.code for mention in found]


def test_the_table_is_long_enough():
    assert len(ROWS) >= 150
    assert len({row[:2] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[1]}")
def test_mentions(row):
    tree, text, code, *reason = row
    sentence = f"Đã làm việc với {text}."
    (mention,) = find_organizations(sentence, TREES[tree])
    start = sentence.index(text)
    mandate = 4 if text.startswith("T/M ") else 0  # the mandate is no part of the name
    number = 3 if text[:2].isdecimal() else 0  # nor is a number before it
    assert (mention.start, mention.end) == (start + mandate + number, start + len(text))
    assert mention.text == sentence[mention.start : mention.end]
    if code == "-":
        assert mention.best is None
        assert [mention.reason] == reason
    else:
        assert mention.best == TREES[tree][code]
        assert not mention.reason


class TestPosts:
    def test_the_post_is_kept_apart(self):
        (mention,) = find_organizations("Phó Chủ tịch MTTQ xã Tả Lèng", TAM_DUONG)
        assert mention.post == "Phó Chủ tịch"
        assert mention.best.full_name == "Ủy ban Mặt trận Tổ quốc Việt Nam xã Tả Lèng"

    def test_a_post_without_a_body_is_no_mention(self):
        assert named("Chủ tịch và Bí thư đã dự.") == []


class TestLists:
    def test_places_go_on_with_the_body_before(self):
        assert named("kiểm tra MTTQ xã Tả Lèng, Sơn Bình và Bản Bo") == [
            "tam_duong.communes.ta_leng.front",
            "tam_duong.communes.son_binh.front",
            "tam_duong.communes.ban_bo.front",
        ]

    def test_units_are_said_again(self):
        assert named("Đảng ủy xã Khun Há, xã Bình Lư") == [
            "tam_duong.communes.khun_ha.party",
            "tam_duong.communes.binh_lu.party",
        ]

    def test_a_list_of_places_alone(self):
        text = "Diễn tập tại xã Tả Lèng, Hồ Thầu và Bản Giang."
        assert named(text) == [
            "tam_duong.communes.ta_leng",
            "tam_duong.communes.ho_thau",
            "tam_duong.communes.ban_giang",
        ]

    def test_a_slip_is_forgiven_within_a_list_only(self):
        assert named("(Sơn Bình, Bình Lu)")[1] == "tam_duong.communes.binh_lu"
        assert named("Ông Bình Lu đến.") == []


class TestNoMention:
    @pytest.mark.parametrize(
        "text",
        [
            "Kế hoạch số 41/KH-UBND, ngày 13/01/2023",  # within a symbol
            "Chương trình 06-CTr/BDVHU-BCHQSH-CAH",
            "có công ăn việc làm ổn định",  # no Công an
            "tổ chức đoàn kiểm tra",  # Đoàn is a common word
            "hội viên, nông dân thi đua sản xuất",
            "ban hành 13 văn bản Quy định mới",  # bản is part of văn bản
            "phát triển kinh tế - xã hội Nhân dân",  # xã is part of xã hội
            "nghĩa vụ quân sự năm 2023",
            "Tình hình thời tiết",  # Tình is no tỉnh
            "",
        ],
    )
    def test_words_of_the_language(self, text):
        assert find_organizations(text, TAM_DUONG) == ()

    def test_no_name_is_read_across_a_sentence(self):
        assert named("Do Huyện ủy. Tam Đường là huyện miền núi.") == [
            "tam_duong.party",
            "tam_duong",
        ]
        assert named("của MTTQ\n\nhuyện Tam Đường") == ["tam_duong.front", "tam_duong"]


class TestSpeaker:
    def test_the_unit_is_the_speakers_own(self):
        assert named("UBND xã báo cáo UBND huyện", speaker="tam_duong.communes.ban_bo.party") == [
            "tam_duong.communes.ban_bo.people_committee",
            "tam_duong.people_committee",
        ]

    def test_a_name_alone_is_the_speakers_own(self):
        found = named("Hội LHPN phối hợp với MTTQ", speaker="tam_duong.communes.ban_bo.party")
        assert found == ["tam_duong.communes.ban_bo.women", "tam_duong.communes.ban_bo.front"]

    def test_an_unknown_speaker_is_refused(self):
        with pytest.raises(UnknownCodeError, match=r"tam_duong\.wommen"):
            find_organizations("UBND xã", TAM_DUONG, speaker="tam_duong.wommen")

    def test_only_what_is_open_on_the_day(self):
        assert named("Huyện đoàn", on=date(2023, 9, 6)) == ["tam_duong.youth"]
        assert named("Huyện đoàn", on=date(2025, 7, 1)) == [None]


class TestOffsets:
    def test_decomposed_letters_and_odd_spaces(self):
        text = unicodedata.normalize("NFD", "gửi Hội\u00a0LHPN huyện, rồi ") + "Công \u00adan huyện"
        first, second = find_organizations(text, TAM_DUONG)
        assert first.text == text[first.start : first.end]
        assert unicodedata.normalize("NFC", first.text) == "Hội\u00a0LHPN huyện"
        assert second.text == "Công \u00adan huyện"

    def test_a_name_wrapped_over_lines(self):
        (mention,) = find_organizations("của Ủy ban\nnhân dân\nhuyện", TAM_DUONG)
        assert mention.text == "Ủy ban\nnhân dân\nhuyện"

    def test_a_footnote_mark_is_no_part(self):
        (mention,) = find_organizations("của Huyện ủy³ và", TAM_DUONG)
        assert mention.text == "Huyện ủy"


class TestMargin:
    def test_candidates_carry_score_and_reason(self):
        (mention,) = find_organizations("UBND xã Bản Hòn", TAM_DUONG)
        best = mention.candidates[0]
        assert best.organization.code == "tam_duong.communes.ban_hon.people_committee"
        assert 0.75 <= best.score < 1
        assert best.reason == "name as written, place with other marks"

    def test_nobody_is_named_without_a_lead(self):
        (mention,) = find_organizations("Tam Đường", TAM_DUONG, margin=0.99)
        assert mention.best is None
        assert len(mention.candidates) == 2

    def test_a_place_spelled_alike_is_a_candidate_and_no_answer(self):
        (mention,) = find_organizations("xã Bản Giăn", TAM_DUONG)
        assert mention.best is None


FULL_NAMES = [
    (tree, one)
    for tree in TREES.values()
    for one in tree
    if not (one.kind == "group" and one.place in one.full_name.removesuffix(one.place))
]


@pytest.mark.property
class TestLaws:
    @settings(max_examples=300)
    @given(st.sampled_from(FULL_NAMES), st.sampled_from(["hòa", "hoà"]))
    def test_a_full_name_is_found_as_itself(self, chosen, style):
        tree, one = chosen
        text = to_tone_style(one.full_name, style)
        (mention,) = find_organizations(text, tree)
        assert mention.best == one
        assert mention.text == text

    @settings(max_examples=100)
    @given(st.sampled_from(FULL_NAMES))
    def test_so_it_is_in_capitals(self, chosen):
        tree, one = chosen
        (mention,) = find_organizations(one.full_name.upper(), tree)
        assert mention.best == one

    @settings(max_examples=100)
    @given(st.text(alphabet="Hội LHPNhuyện xãBản Bo,.;/-0123\n\u0301UBND các cấp", max_size=80))
    def test_any_text_has_ordered_spans(self, text):
        end = 0
        for mention in find_organizations(text, TAM_DUONG):
            assert end <= mention.start < mention.end
            assert mention.text == text[mention.start : mention.end]
            end = mention.end


def test_time_grows_with_the_text_only():
    """Long runs of beginnings of names are no trap."""
    for trap in (
        "Ủy ban ",
        "xã ",
        "các cấp ",
        "Mặt trận Tổ quốc và các ",
        "Bản Bo, ",
        "Ia ",
        "xã, ",
    ):
        find_organizations(trap * 500, TAM_DUONG)
        began = time.perf_counter()
        find_organizations(trap * 2_000, TAM_DUONG)
        assert time.perf_counter() - began < 2


CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
PAPERS = [
    ("tam_duong", "tam_duong_bao_cao_2023.txt", 180),
    ("tam_duong", "tam_duong_bc_460_9_thang.txt", 190),
    ("tam_duong", "tam_duong_ke_hoach_2023.txt", 90),
    ("chu_puh", "chu_puh_so_ket_529.txt", 235),
]


@pytest.mark.corpus
@pytest.mark.parametrize(("tree", "paper", "least"), PAPERS)
def test_each_mention_in_the_papers_is_resolved_or_says_why_not(tree, paper, least):
    if not CORPUS.is_dir():
        pytest.skip("the papers do not lie beside this checkout")
    text = (CORPUS / paper).read_text(encoding="utf-8")
    mentions = find_organizations(text, TREES[tree])
    assert len(mentions) >= least
    for mention in mentions:
        assert mention.best is not None or mention.reason
        if mention.best is not None and mention.best.branch is Branch.TERRITORY:
            assert mention.best.place.split(" ")[-1][0] in mention.text.title()
    assert sum(mention.best is not None for mention in mentions) / len(mentions) > 0.6
