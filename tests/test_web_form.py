"""The web form of the examples, over real sockets: what a commune sends, and what anybody may."""

import json
from contextlib import contextmanager
from datetime import date
from http.client import HTTPConnection
from importlib import util
from pathlib import Path
from socket import create_connection
from threading import Thread
from time import monotonic, sleep

import pytest

pytest.importorskip("fastapi", reason="the examples' own libraries are not installed")
uvicorn = pytest.importorskip("uvicorn", reason="needs uvicorn, of a dependency group")

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "web_form.py"
HOA_GAO, AN_BINH = "song_may.communes.hoa_gao.party", "song_may.communes.an_binh.party"
FIGURES = {
    "models.registered": "15 mô hình",
    "models.registered/form=collective": "11 mô hình",
    "models.registered/form=individual": "4 mô hình",
    "models.working": "trên 9 mô hình",
    "petitions.pending_before": "2",
    "petitions.received": "24",
    "petitions.settled": "21",
    "petitions.pending": "5",
    "dialogues.sessions": "2 cuộc",
    "dialogues.attendances": "96",
}


def load():
    spec = util.spec_from_file_location("web_form", EXAMPLE)
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


MODULE = load()


@contextmanager
def serving(app):
    config = uvicorn.Config(app, "127.0.0.1", 0, log_level="critical", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    thread = Thread(target=server.run)
    thread.start()
    end = monotonic() + 30
    while not server.started and monotonic() < end:
        sleep(0.01)
    try:
        yield server.servers[0].sockets[0].getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()


@pytest.fixture
def port():
    with serving(MODULE.create_app(lambda: date(2026, 9, 15))) as found:
        yield found


def ask(port, method, path, body=None):
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    try:
        connection.request(method, path, body)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()
    finally:
        connection.close()


def sending(organization=HOA_GAO, *, reason="", sent_by="Phó Bí thư", without=(), **changes):
    rows = []
    for key, value in {**FIGURES, **{k.replace("__", "."): v for k, v in changes.items()}}.items():
        if key in without:
            continue
        code, _, part = key.partition("/")
        row = {"indicator": code, "value": value}
        rows.append(row | ({"breakdown": [part.split("=")]} if part else {}))
    return {
        "organization": organization,
        "sent_by": sent_by,
        "reason": reason,
        "observations": rows,
    }


def post(port, data):
    body = data if isinstance(data, bytes) else json.dumps(data).encode()
    status, _, text = ask(port, "POST", "/submissions", body)
    return status, json.loads(text)


def totals(port):
    status, _, text = ask(port, "GET", "/totals")
    assert status == 200
    return json.loads(text)


class TestACommune:
    def test_sends_its_figures_and_they_count(self, port):
        status, answer = post(port, sending())
        assert (status, answer["state"], answer["findings"]) == (201, "đã gửi", [])
        answer = totals(port)
        (models,) = (
            t
            for t in answer["totals"]
            if t["indicator"] == "models.registered" and not t["breakdown"]
        )
        assert (models["value"], models["reported"], models["expected"]) == ("15 mô hình", 1, 12)
        assert len(answer["missing"]) == 11
        assert "Đảng ủy phường An Bình" in answer["missing"]
        assert "tính trên 1 báo cáo" in answer["basis"]
        (working,) = (t for t in answer["totals"] if t["indicator"] == "models.working")
        assert (working["value"], working["hard"]) == ("trên 9 mô hình", "[9; ∞)")

    def test_a_wrong_sum_is_told_at_its_figures_and_counts_nowhere(self, port):
        status, answer = post(port, sending(models__registered="17 mô hình"))
        assert status == 422
        (finding,) = answer["findings"]
        assert finding["code"] == "DV615"
        assert finding["paths"][-1] == "$.observations[0].value"
        assert "tổng ghi 17 mô hình, cộng các phần được 15 mô hình" in finding["message"]
        assert totals(port)["totals"] == []

    def test_a_wrong_balance_is_told_in_words(self, port):
        status, answer = post(port, sending(petitions__pending="6"))
        assert status == 422
        assert (
            "Số đơn kỳ trước chuyển sang + Số đơn tiếp nhận trong kỳ"
            in answer["findings"][0]["message"]
        )

    def test_sends_again_with_a_reason(self, port):
        post(port, sending())
        status, answer = post(port, sending(dialogues__sessions="3 cuộc"))
        assert (status, answer["problems"][0]["path"]) == (422, "$.reason")
        status, answer = post(port, sending(dialogues__sessions="3 cuộc", reason="bổ sung"))
        assert (status, answer["state"]) == (201, "đã gửi bản sửa")
        (dialogues,) = (t for t in totals(port)["totals"] if t["indicator"] == "dialogues.sessions")
        assert dialogues["value"] == "3 cuộc"

    def test_may_not_send_without_end(self, port):
        for _ in range(MODULE.MOST_SENDINGS):
            assert post(port, sending(reason="sửa"))[0] == 201
        status, answer = post(port, sending(reason="sửa"))
        assert status == 409
        assert "nhiều lần" in answer["detail"]

    def test_says_why_there_is_no_figure(self, port):
        data = sending(without=["dialogues.attendances"])
        data["observations"].append({"indicator": "dialogues.attendances", "missing": "not_due"})
        assert post(port, data)[0] == 201
        assert all(
            t["indicator"] != "dialogues.attendances" or t["reported"] == 0
            for t in totals(port)["totals"]
        )

    def test_at_the_same_time_as_the_others(self, port):
        places = [one["organization"] for one in
                  (sending(code) for code in MODULE.Office(date.today).owing)]  # fmt: skip
        found = []
        threads = [
            Thread(target=lambda c=code: found.append(post(port, sending(c))[0])) for code in places
        ]
        for one in threads:
            one.start()
        for one in threads:
            one.join()
        assert found == [201] * 12
        answer = totals(port)
        assert answer["missing"] == []
        assert (
            next(t["value"] for t in answer["totals"] if t["indicator"] == "models.registered")
            == "180 mô hình"
        )


def bad(path, value):
    """A right sending with one part put wrong; the path names the part."""
    data = sending()
    where = data
    *steps, last = path
    for step in steps:
        where = where[step]
    where[last] = value
    return data


PROBLEMS = [
    # no such commune
    (bad(["organization"], "song_may.communes.x.party"), "$.organization", "không phải báo cáo"),
    # the province owes itself nothing
    (bad(["organization"], "song_may.party"), "$.organization", "không phải báo cáo"),
    # a number where a name belongs
    (bad(["organization"], 7), "$.organization", "cần một chuỗi chữ"),
    # nobody sent it
    (bad(["sent_by"], "  "), "$.sent_by", "chức vụ"),
    # a name as long as a book
    (bad(["sent_by"], "A" * 10_000), "$.sent_by", "không quá 200 chữ"),
    # not a list
    (bad(["observations"], {"a": 1}), "$.observations", "mảng"),
    # no such indicator
    (bad(["observations", 2, "indicator"], "models.registred"), "$.observations[2].indicator", "models.registered"),
    # dots that part no thousands
    (bad(["observations", 2, "value"], "1.5.3 mô hình"), "$.observations[2].value", ""),
    # a number of JSON, whose decimals no two programs read alike
    (bad(["observations", 2, "value"], 1.5), "$.observations[2].value", ""),
    # a unit the indicator does not count in
    (bad(["observations", 3, "value"], "9 hộ"), "$.observations[3].value", "hộ"),
    # neither a figure nor a reason
    (bad(["observations", 3, "value"], ""), "$.observations[3].value", ""),
    # a part the indicator does not have
    (bad(["observations", 1, "breakdown"], [["shape", "round"]]), "$.observations[1].value", "shape"),
    # a key that is misspelled: the part would pass for the whole
    (bad(["observations", 1, "breakdwn"], []), "$.observations[1].breakdwn", "biểu mẫu không có mục này"),
    (bad(["admin"], True), "$.admin", "biểu mẫu không có mục này"),
]  # fmt: skip


@pytest.fixture(scope="module")
def shared_port():
    with serving(MODULE.create_app(lambda: date(2026, 9, 15))) as found:
        yield found


@pytest.mark.parametrize(("data", "path", "words"), PROBLEMS)
def test_a_problem_is_named_with_its_place(shared_port, data, path, words):
    status, answer = post(shared_port, data)
    assert status == 422
    assert path in [one["path"] for one in answer["problems"]]
    assert words in " ".join(one["message"] for one in answer["problems"])
    assert totals(shared_port)["totals"] == []


HOSTILE = [
    ("nothing", b""),
    ("no JSON", b"<xml/>"),
    ("no UTF-8", b"\xff\xfe{}"),
    ("deep", b"[" * 200_000),
    ("deep objects", b'{"observations":' * 10_000),
    ("a deep figure", b'{"organization":"a","sent_by":"b","observations":' + b"[" * 50_000 + b"]" * 50_000 + b"}"),
    ("an endless number", b'{"organization": 1e999999}'),
    ("a number of many digits", b'{"organization": ' + b"9" * 100_000 + b"}"),
    ("a figure of many digits", json.dumps(bad(["observations", 2, "value"], "9" * 100_000)).encode()),
    ("a key twice", b'{"organization": "a", "organization": "b"}'),
    ("half a letter", json.dumps(bad(["sent_by"], "\ud800")).encode()),
    ("half a letter in a key", json.dumps(sending() | {"\udfff": 1}).encode()),
    ("many keys nobody asked for", json.dumps(sending() | {f"k{at}": 1 for at in range(9_000)}).encode()),
    ("a list", b"[1, 2]"),
    ("a null", b"null"),
    ("many wrong figures", json.dumps(sending() | {"observations": [{"indicator": "x", "missing": "not_due"}] * 4_000}).encode()),
]  # fmt: skip


@pytest.mark.parametrize("body", [body for _, body in HOSTILE], ids=[name for name, _ in HOSTILE])
def test_hostile_bodies_are_answered(shared_port, body):
    status, answer = post(shared_port, body)
    assert status == 422
    assert 1 <= len(answer["problems"]) <= MODULE.MOST_PROBLEMS
    assert max(len(one["message"]) for one in answer["problems"]) < 1_000
    assert ask(shared_port, "GET", "/")[0] == 200


def test_too_much_is_refused_before_it_is_read(shared_port):
    status, answer = post(shared_port, b" " * (MODULE.MOST_BYTES + 1))
    assert (status, answer["detail"]) == (413, "không quá 256 KB")


def test_too_slow_is_given_up(monkeypatch, shared_port):
    monkeypatch.setattr(MODULE, "READ_SECONDS", 0.2)
    with create_connection(("127.0.0.1", shared_port), timeout=30) as line:
        line.sendall(b"POST /submissions HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{")
        assert b"408" in line.recv(100)


def test_what_was_sent_is_text_on_the_page(port):
    script = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    assert post(port, sending(AN_BINH, sent_by=script))[0] == 201
    status, headers, page = ask(port, "GET", "/")
    assert status == 200
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "đúng hạn" in page
    assert "đến hạn" in page


def test_the_schema_is_that_of_what_is_sent(shared_port):
    jsonschema = pytest.importorskip("jsonschema", reason="needs jsonschema, of a dependency group")
    schema = json.loads(ask(shared_port, "GET", "/schema")[2])
    jsonschema.validate({"danvan": 2, **sending()}, schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"danvan": 2, **bad(["organization"], 7)}, schema)
