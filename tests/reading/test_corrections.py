"""What a person decides about the figures of a paper, kept beside it and applied again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import danvan
from danvan.errors import InvalidValueError, UnreadableFileError
from danvan.findings import Source, rules
from danvan.organizations import Organizations
from danvan.reading import (
    Correction,
    corrections_beside,
    map_figures,
    parse_report,
    read_corrections,
    write_corrections,
)
from danvan.reading.corrections import places_of

TREE = Organizations.shipped("tam_duong")
PAPER = (
    "HUYỆN ỦY TAM ĐƯỜNG\n*\nSố 12-BC/HU\n\nTam Đường, ngày 05 tháng 7 năm 2023\n\nBÁO CÁO\n"
    "công tác dân vận năm 2023\n\nI. KẾT QUẢ\n\nHội LHPN huyện tổ chức 45 buổi tuyên truyền; trao 05\n"
    "bộ máy tính. Hội Nông dân huyện tổ chức 45 buổi tuyên truyền, đối với 02 công.\n"
)


def mapped(*corrections, paper=PAPER):
    return map_figures(parse_report(paper), TREE, corrections=corrections)


def codes(mapping):
    return [(str(one.quantity), one.indicator.code) for one in mapping.figures]


def test_a_correction_goes_before_what_the_words_say():
    correction = Correction(
        "45 buổi tuyên truyền",
        near="Hội Nông dân",
        indicator="reception.leader_sessions",
        organization="tam_duong.party",
        period="năm 2022",
        role="plan",
        unit="buổi",
    )
    mapping = mapped(correction)
    assert not mapping.findings
    one = mapping.figures[1]
    assert (one.indicator.code, str(one.organization), str(one.period), one.role.value) == (
        "reception.leader_sessions", "Huyện ủy Tam Đường", "năm 2022", "plan")  # fmt: skip
    assert one.confidence == 1
    assert mapping.figures[0].organization.kind == "women"


def test_what_it_leaves_open_the_words_say():
    mapping = mapped(Correction("02 công", indicator="reception.persons", unit="người"))
    (one,) = [one for one in mapping.observations if one.indicator.code == "reception.persons"]
    assert (str(one.quantity), one.organization.kind, str(one.period)) == (
        "02 người", "farmers", "năm 2023")  # fmt: skip


def test_a_figure_that_counts_nothing():
    mapping = mapped(Correction("45 buổi", occurrence=1, counts=False))
    assert codes(mapping) == [("45 buổi tuyên truyền", "propaganda.sessions")]
    assert mapping.figures[0].organization.kind == "farmers"
    assert str(mapping.unmapped[0]) == "45 buổi tuyên truyền"


def test_words_over_a_broken_line():
    mapping = mapped(Correction("05 bộ máy tính", indicator="welfare.gifts", unit="suất quà"))
    assert ("05 suất quà", "welfare.gifts") in codes(mapping)


# a correction, the rule it breaks, why
WRONG = [
    (Correction("46 buổi", counts=False), "DV691", "edited away"),
    (Correction("45 buổi", counts=False), "DV692", "two places"),
    (Correction("45 buổi", near="xã", counts=False), "DV691", "no such words near"),
    (Correction("45 buổi", occurrence=3, counts=False), "DV691", "no third place"),
    (Correction("02 công", indicator="no.such"), "DV693", "no such indicator"),
    (Correction("02 công", indicator="reception.persons", organization="x"), "DV693", "nobody"),
    (Correction("02 công", indicator="reception.persons", period="năm"), "DV693", "no period"),
    (Correction("02 công", indicator="reception.persons"), "DV693", "not counted in công"),
    (
        Correction(
            "02 công", indicator="reception.persons", unit="người", breakdown="field=economy"
        ),
        "DV693",
        "no part of it",
    ),
    (Correction("2023", counts=False), "DV692", "no figure, and at several places"),
    (Correction("12-BC/HU", counts=False), "DV691", "a numeral that is no figure"),
]


@pytest.mark.parametrize(("correction", "code"), [case[:2] for case in WRONG])
def test_a_correction_that_cannot_be_is_a_finding(correction, code):
    mapping = mapped(correction)
    assert [finding.code for finding in mapping.findings] == [code]
    assert correction.words in mapping.findings[0].message("vi")
    assert codes(mapping) == codes(mapped())


def test_it_survives_edits_elsewhere():
    correction = mapped().unmapped[-1].corrected("reception.persons", unit="người")
    edited = PAPER.replace("I. KẾT QUẢ\n", "I. KẾT QUẢ\n\nTrong năm, tình hình ổn định.\n")
    assert ("02 người", "reception.persons") in codes(mapped(correction, paper=edited))
    assert not mapped(correction, paper=edited).findings


def test_the_file_is_made_and_kept_up(tmp_path):
    path = tmp_path / "bao_cao.danvan.toml"
    mapping = mapped()
    write_corrections(path, mapping.confirmations())
    assert read_corrections(path) == mapping.confirmations()
    path.write_text(f"# của tôi\n[[waiver]]\ncode = 'DV201'\n\n{path.read_text('utf-8')}", "utf-8")
    changed = mapping.figures[0].confirmed(period="năm 2022")
    write_corrections(path, [changed])
    kept = read_corrections(path)
    assert kept == (changed, *mapping.confirmations()[1:])
    assert "# của tôi\n[[waiver]]\ncode = 'DV201'\n" in path.read_text("utf-8")


def test_it_is_read_with_the_folder(tmp_path):
    (tmp_path / "bao_cao.txt").write_text(PAPER, "utf-8")
    (tmp_path / "khac.txt").write_text(PAPER, "utf-8")
    write_corrections(
        tmp_path / "bao_cao.danvan.toml",
        [Correction("02 công", indicator="reception.persons", unit="người")],
    )
    assert corrections_beside(tmp_path / "khac.txt") == ()
    rows = danvan.read_folder(tmp_path).table(TREE)
    assert [row.paper for row in rows if row.indicator == "reception.persons"] == ["bao_cao.txt"]
    (tmp_path / "khac.danvan.toml").write_text("[[figure]]\nwords = 'x'\n", "utf-8")
    corpus = danvan.read_folder(tmp_path)
    assert [report.name for report in corpus] == ["bao_cao.txt", "khac.txt"]
    assert len(corpus.failures) == 1


def test_the_check_of_a_folder_tells_of_corrections_that_lost_their_place(tmp_path):
    (tmp_path / "bao_cao.txt").write_text(PAPER, "utf-8")
    (tmp_path / "khac.txt").write_text(PAPER, "utf-8")
    lost = Correction("99 công", indicator="reception.persons", unit="người")
    write_corrections(tmp_path / "bao_cao.danvan.toml", [lost])
    assert [f.code for f in danvan.read_folder(tmp_path).check().only("DV69")] == ["DV691"]


@pytest.mark.parametrize(
    "text",
    [
        "figure = 1",
        "[[figure]]\nwords = 1",
        "[[figure]]\nwords = '1 x'\nwho = 'x'",
        "[[figure]",
        "\0",
    ],
)
def test_a_broken_file_is_one_clear_error(tmp_path, text):
    path = tmp_path / "x.danvan.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(UnreadableFileError):
        read_corrections(path)


@pytest.mark.parametrize(
    "parts",
    [
        {"words": "không có số", "counts": False},
        {"words": "12 buổi"},
        {"words": "12 buổi", "indicator": "propaganda.sessions", "counts": False},
        {"words": "12 buổi", "counts": False, "role": "x"},
        {"words": "12 buổi", "counts": False, "occurrence": 0},
    ],
)
def test_a_correction_is_whole(parts):
    with pytest.raises(InvalidValueError):
        Correction(**parts)


texts = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=12)
lines = (
    st.builds("{}1{}".format, texts, texts)
    .map(lambda t: " ".join(t.split()))
    .map(lambda t: __import__("unicodedata").normalize("NFC", t).strip())
)


@given(words=lines, near=texts, which=st.none() | st.integers(1, 9), part=st.none() | texts)
def test_what_is_written_is_read_again(tmp_path_factory, words, near, which, part):
    path = tmp_path_factory.mktemp("file") / "x.danvan.toml"
    correction = Correction(
        words, near=near, occurrence=which, indicator="a.b", period=part, breakdown=part
    )
    write_corrections(path, [correction])
    write_corrections(path, [correction])
    (back,) = read_corrections(path)
    # what says nothing may be left out
    assert (back.words, back.near, back.occurrence) == (words, near, which)
    assert (back.period or None, back.breakdown) == (part or None, part)


@given(st.text("12 .,ab\n", max_size=40), st.text("12 .,ab", min_size=1, max_size=8))
def test_places_are_of_the_words(text, words):
    try:
        correction = Correction(" ".join(words.split()) or "1", counts=False)
    except InvalidValueError:
        return
    for span in places_of(correction, Source("x", text)):
        assert span.text in correction.words


def test_the_rules_are_there():
    assert [rules()[code].name for code in ("DV691", "DV692", "DV693")] == [
        "correction-lost", "correction-ambiguous", "correction-refused"]  # fmt: skip
