"""The log of a round, as a table that only grows."""

from datetime import date

import pytest

from danvan.errors import UnknownCodeError, UnreadableFileError
from danvan.reporting import State, read_log

from .made_up import FORM, NINE, TREE

WHO = "ban_mai.communes.suoi_la.party"
LOG = f"""organization,state,on,by,reason,figures,document
{WHO},đã gửi,15/9/2026,Phó Bí thư,,sent.csv,21-BC/ĐU
{WHO},trả lại để sửa,2026-09-17,Văn phòng,sai tổng,,
ban_mai.communes.nui_trang.party,đã gửi,17/9/2026,Phó Bí thư,,sent.csv,
{WHO},đã gửi,18/9/2026,Phó Bí thư,,corrected.csv,
{WHO},đã gửi bản sửa,19/9/2026,Phó Bí thư,bổ sung,sent.csv,
"""
SENT = f"indicator,organization,period,value\nmodels.working,{WHO},9 tháng năm 2026,8\n"


@pytest.fixture
def read(tmp_path):
    def run(log=LOG, sent=SENT):
        (tmp_path / "log.csv").write_text(log, "utf-8")
        (tmp_path / "sent.csv").write_text(sent, "utf-8")
        (tmp_path / "corrected.csv").write_text(sent.replace(",8\n", ",7\n"), "utf-8")
        return read_log(tmp_path / "log.csv", TREE, NINE, form=FORM)

    return run


def test_every_submission_with_its_history(read):
    one, other = read()
    assert [event.state for event in one.history] == [
        State.SENT,
        State.RETURNED,
        State.SENT,
        State.REVISED,
    ]
    figures = [str(event.observations[0].quantity) for event in one.sendings]
    assert figures == ["8 mô hình", "7 mô hình", "8 mô hình"]
    assert (str(one.document), one.form, one.form_version) == ("21-BC/ĐU", "mobilization", 2)
    assert one.history[1].on == date(2026, 9, 17)
    assert (other.state, other.observations) == (State.SENT, ())


@pytest.mark.parametrize(("old", "new", "words", "why"), [
    ("suoi_la.party,trả", "suoi_le.party,trả", "line 3, column organization", "nobody knows it"),
    ("trả lại để sửa", "trả lại", "line 3, column state", "no state"),
    ("2026-09-17", "17/9/26", "line 3, column on", "a year of two digits"),
    ("sai tổng", "", "line 3: Event.reason", "returned without a reason"),
    ("2026-09-17", "2026-09-14", "line 3: Submission.history", "returned before it was sent"),
    ("trả lại để sửa", "đã chấp nhận", "line 3: Submission.history 'ACCEPTED'", "not received yet"),
    ("21-BC/ĐU", "21 BC", "line 2, column document", "no number of a paper"),
    ("reason", "why", "line 1: columns", "an unknown column"),
    (",,corrected.csv,", ",,corrected.csv", "line 5: 6 cells; want 7", "a cell too few"),
    (",,corrected.csv,", ",,correct.csv,", "correct.csv", "no such table"),
])  # fmt: skip
def test_bad_lines_are_named(read, old, new, words, why):
    with pytest.raises((UnreadableFileError, UnknownCodeError)) as caught:
        read(LOG.replace(old, new))
    assert words in str(caught.value)


def test_figures_of_another_period_are_named(read):
    with pytest.raises(UnreadableFileError, match=r"line 2: .*năm 2025"):
        read(sent=SENT.replace("9 tháng năm 2026", "9 tháng năm 2025"))
