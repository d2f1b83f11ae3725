"""Many threads that use the library freely at once get what one thread gets.

Each run is a new process, in which nothing has been read yet: the threads start
together and meet every cache, catalogue and lazily imported module for the first time.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).resolve().parents[1]

WORK = '''
import json, sys, threading
from hashlib import sha256

sys.path.insert(0, sys.argv[1])
sys.setswitchinterval(1e-5)
threads, mode = int(sys.argv[2]), sys.argv[3]


def words(found):
    return sha256(repr(found).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def cold():
    """Every use from nothing: imports, catalogues, trees, a paper of one's own."""
    import danvan as dv
    from danvan import directives, interchange, reading, rendering, vietnamese
    from danvan.indicators import indicators, read_observations
    from hardening.papers import EXAMPLES, PAPERS, SENTENCES

    tree = dv.Organizations.shipped("tam_duong")
    yield "numbers", [vietnamese.to_words(n) for n in range(0, 9_000, 700)]
    yield "document number", [directives.explain(dv.DocumentNumber.parse(n)).say() for n in ("217-QĐ/TW", "41/KH-UBND")]
    yield "quantities", [dv.Quantity.parse(q).hard() for q in ("trên 394 buổi", "gần 565 tỷ đồng")]
    yield "periods", [dv.Period.parse(p).previous() for p in ("9 tháng năm 2023", "quý I năm 2023")]
    for text in SENTENCES:
        yield "citations", reading.find_citations(text)
        yield "figures", reading.find_quantities(text)
        yield "organizations", [one.candidates for one in reading.find_organizations(text, tree)]
    for text in PAPERS:
        report = reading.parse_report(text)
        yield "check", [(one.code, one.message(), one.difference) for one in dv.check(report)]
        yield "json", interchange.to_json(report)
        yield "html", rendering.to_html(report)
    mapping = reading.map_figures(reading.parse_report(PAPERS[0]), tree)
    yield "mapped", [(str(one.span), one.indicator.code) for one in mapping.figures]
    observed = read_observations(EXAMPLES / "nine_months_2023" / "figures.csv", tree)
    totals = dv.roll_up(observed, tree, to="district", period=dv.Period.nine_months(2023))
    yield "totals", sorted(str(one.value) for one in totals)
    yield "catalogue", [one.name for one in indicators().search("buoi")]


def shared():
    """The same report, tree and figures in the hands of all."""
    import danvan as dv
    from danvan import drafting, reading
    from hardening.trees import figures
    from hardening.papers import EXAMPLES, PAPERS

    with lock:
        if not common:
            common.extend([reading.parse_report(PAPERS[0]), dv.Organizations.shipped("tam_duong"), figures(),
                           (EXAMPLES / "district_year" / "mau_bao_cao_nam.md").read_text("utf-8")])
    report, tree, reported, template = common
    yield "check", [(one.code, one.message()) for one in dv.check(report)]
    yield "mapped", [(str(one.span), one.indicator.code) for one in reading.map_figures(report, tree).figures]
    draft = drafting.Template.parse(template).fill(reported)
    yield "draft", draft.report.text
    yield "open", [one.message() for one in draft.findings]
    yield "tree", [tree.children(one) for one in tree]


common, lock = [], threading.Lock()
work, results, start = {"cold": cold, "shared": shared}[mode], [None] * threads, threading.Barrier(threads)


def run(at):
    start.wait()
    try:
        results[at] = [(what, words(found)) for what, found in work()]
    except BaseException as error:
        results[at] = repr(error)


ranks = [threading.Thread(target=run, args=(n,)) for n in range(threads)]
for one in ranks: one.start()
for one in ranks: one.join()
print(json.dumps(results))
'''


def results(threads, mode):
    run = subprocess.run(
        [sys.executable, "-c", WORK, TESTS, str(threads), mode],
        check=True, capture_output=True, text=True, env={"PYTHONPATH": ":".join(sys.path), "PYTHONHASHSEED": "0"},
    )  # fmt: skip
    return json.loads(run.stdout)


@pytest.mark.long
@pytest.mark.parametrize("mode", ["cold", "shared"])
def test_many_threads_get_what_one_gets(mode):
    (alone,) = results(1, mode)
    assert len(alone) >= 5, alone
    for one in results(8, mode):
        assert one == alone
