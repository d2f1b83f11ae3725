"""Generated sentences with known relations: silent when right, reported when a slip is planted.

The sentences are built from their numbers by a grammar of phrasings, so that the
expected sum comes from the grammar and never from the library.
"""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from danvan import Severity, check
from danvan.reading.document import parse_report

pytestmark = pytest.mark.property

BODIES = ["Hội LHPN", "Hội Nông dân", "Huyện đoàn", "Hội CCB", "MTTQ", "LĐLĐ"]
UNITS = [("buổi tuyên truyền", "buổi"), ("cuộc giám sát", "cuộc"), ("hội viên", "hội viên"),
         ("mô hình", "mô hình"), ("hộ", "hộ"), ("triệu đồng", "triệu đồng")]  # fmt: skip


def dotted(number):
    text = f"{number:,}".replace(",", ".")
    return f"0{text}" if number < 10 else text


def by_organization(verb, unit, parts, joint):
    return joint.join(f"{body} {dotted(n)} {unit}" for body, n in zip(BODIES, parts, strict=False))


def brackets(total, long, short, parts):
    return f"Các đoàn thể đã tổ chức {dotted(total)} {long} ({by_organization('', short, parts, ', ')})."


def bracket_clauses(total, long, short, parts):
    return f"Kết quả thực hiện {dotted(total)} {long} ({by_organization('', short, parts, '; ')})."


def colon(total, long, short, parts):
    return (
        f"Toàn huyện thực hiện {dotted(total)} {long}: {by_organization('', short, parts, '; ')}."
    )


def footnote(total, long, short, parts):
    return (
        f"Các đoàn thể đã thực hiện {dotted(total)} {long}¹.\n\n"
        f"¹ {by_organization('', short, parts, '; ')}."
    )


def footnote_sentences(total, long, short, parts):
    return (
        f"Các đoàn thể đã thực hiện {dotted(total)} {long}¹ theo kế hoạch.\n\n"
        f"¹ {by_organization('', short, parts, '. ')}."
    )


def by_level(total, long, short, parts):
    district, commune = parts[0], sum(parts[1:])
    return (
        f"Đã thực hiện {dotted(total)} {long}, trong đó: {dotted(district)} {short} cấp huyện, "
        f"{dotted(commune)} {short} cấp xã."
    )


def done_and_pending(total, long, short, parts):
    done, pending = parts[0], sum(parts[1:])
    return (
        f"Trong kỳ đã tiếp nhận {dotted(total)} đơn; trong đó đã giải quyết {dotted(done)} đơn, "
        f"đang giải quyết {dotted(pending)} đơn."
    )


def labels(total, long, short, parts):
    listed = ", ".join(f"{body} {dotted(n)}" for body, n in zip(BODIES, parts, strict=False))
    return f"Các đoàn thể thực hiện {dotted(total)} {long} ({listed})."


def total_behind(total, long, short, parts):
    listed = by_organization("", short, parts, ", ")
    return f"{listed}, tổng cộng {dotted(total)} {short}."


PHRASINGS = [brackets, bracket_clauses, colon, footnote, footnote_sentences, by_level,
             done_and_pending, labels, total_behind]  # fmt: skip


def loud(sentence):
    report = parse_report(f"BÁO CÁO\nkết quả công tác\n\nI. KẾT QUẢ\n\n{sentence}\n")
    return [f for f in check(report) if f.severity > Severity.NOTE]


PARTS = st.lists(st.integers(1, 3000), min_size=2, max_size=6)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PHRASINGS), st.sampled_from(UNITS), PARTS)
def test_a_right_sentence_is_left_alone(phrasing, unit, parts):
    assert not loud(phrasing(sum(parts), *unit, parts))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(PHRASINGS), st.sampled_from(UNITS), PARTS, st.integers(-400, 400))
def test_a_planted_slip_is_found(phrasing, unit, parts, slip):
    # a total smaller than one of its parts is no total of them to any reader
    groups = [parts[0], sum(parts[1:])] if phrasing in (by_level, done_and_pending) else parts
    assume(slip and sum(parts) + slip >= max(groups))
    # figures in millions are rounded: a slip within their rounding is none
    assume(unit[0] != "triệu đồng" or abs(slip) > len(parts))
    found = loud(phrasing(sum(parts) + slip, *unit, parts))
    assert [f.difference for f in found] == [-slip]
    assert found[0].spans[0].text == dotted(sum(parts) + slip)


def handled_in_sentences(stated, one, other):
    return (
        f"Tiếp nhận {dotted(stated)} đơn. Đã giải quyết {dotted(one)} đơn, "
        f"đang giải quyết {dotted(other)} đơn."
    ), one + other


def carried_over(stated, one, other):
    return (
        f"Kỳ trước chuyển sang {dotted(one)} hồ sơ, tiếp nhận mới {dotted(other)} hồ sơ; đã giải "
        f"quyết {dotted(stated)} hồ sơ, còn 0 hồ sơ."
    ), one + other


def risen(stated, one, other):
    return (
        f"Có {dotted(one + other)} hộ, tăng {dotted(stated)} hộ so với năm 2022 ({dotted(one)} hộ)."
    ), other


def fallen(stated, one, other):
    return (
        f"Số hộ nghèo giảm từ {dotted(one + other)} hộ xuống còn {dotted(one)} hộ, "
        f"giảm {dotted(stated)} hộ."
    ), other


def priced(stated, one, other):
    return (
        f"Trao {dotted(one)} suất quà, mỗi suất {dotted(other)}.000 đồng, "
        f"tổng trị giá {dotted(stated)}.000 đồng."
    ), one * other


RELATIONS = [handled_in_sentences, carried_over, risen, fallen, priced]


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(RELATIONS), st.integers(1, 900), st.integers(1, 900), st.integers(-40, 40))
def test_three_figures_of_which_two_give_the_third(relation, one, other, slip):
    _, right = relation(1, one, other)
    assume(right + slip > 0)
    # what was carried over may be counted among what was received: then it adds up
    assume(relation is not carried_over or right + slip != other)
    sentence, _ = relation(right + slip, one, other)
    scale = 1000 if relation is priced else 1
    found = loud(sentence)
    assert [abs(f.difference) for f in found] == ([abs(slip) * scale] if slip else [])
