"""The doors of running text and whole papers."""

import contextlib
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import danvan as dv
from danvan import reading, rendering
from danvan.drafting import Template, compare_reports, find_slots
from danvan.errors import UnreadableFileError
from danvan.interchange import from_json, to_json
from danvan.rendering.findings import CheckResult, as_data, as_html, as_sarif, as_text, json_text
from danvan.reports import Paragraph, composed
from danvan.validation import FORM_CHECKS, fix, place_names
from hardening.doors import (
    Entry,
    words,
)
from hardening.papers import EXAMPLES, PAPERS, SENTENCES
from hardening.trees import (
    district,
    figures,
)


def fuzzily(text):
    from danvan.integrations.fuzzy import compare_letters

    return reading.find_organizations(text, district(), scorer=compare_letters)


FINDERS = {
    "find_citations": reading.find_citations,
    "find_quantities": reading.find_quantities,
    "find_periods": lambda text: tuple(reading.find_periods(text)),
    "find_references": reading.find_references,
    "find_movements": lambda text: reading.find_movements(text, district(), speaker="tam_duong.party"),
    "find_organizations": lambda text: reading.find_organizations(text, district(), speaker="tam_duong.party"),
    "mark_citations html": reading.mark_citations,
    "mark_citations markdown": lambda text: reading.mark_citations(text, form="markdown"),
    "find_slots": lambda text: tuple(find_slots(text)),
    "Paragraph.of": Paragraph.of,
}  # fmt: skip


SPANS = {"find_citations", "find_quantities", "find_organizations", "find_periods"}


def finder(name):
    find = FINDERS[name]

    def call(text):
        found = find(text)
        if name in SPANS:
            assert all(text[one.start : one.end] == one.text for one in found)
        return found

    return call


def paper(text):
    report = reading.parse_report(text)
    checked = CheckResult(dv.check(report), (report,))
    for finding in checked.findings:
        assert all(0 <= span.start <= span.end <= len(text) for span in finding.spans)
    as_text(checked, "en", color=True), as_html(checked), json_text(as_data(checked))
    json_text(as_sarif(checked)), fix(text, checked.findings)


def written_out(text):
    report = reading.parse_report(text)
    rendering.to_html(report), rendering.to_markdown(report), rendering.to_text(report)
    composed(report)
    assert from_json(to_json(report), dv.Report).text == report.text
    with TemporaryDirectory() as folder:
        for suffix in (".txt", ".md", ".html"):
            file = Path(folder, f"a{suffix}")
            dv.write_report(report, file)
            if suffix != ".html" and file.read_bytes().strip():
                with contextlib.suppress(UnreadableFileError):
                    dv.read_report(file)


def as_word_file(text):
    report = reading.parse_report(text)
    with TemporaryDirectory() as folder:
        dv.write_report(report, Path(folder, "a.docx"))
        dv.read_report(Path(folder, "a.docx"))


def mapped(text):
    report = reading.parse_report(text)
    found = reading.map_figures(report, district())
    reading.find_observations(report, district()), reading.find_assessments(report)
    tuple(reading.find_tasks(report))
    return found, dv.check(report, checks=(*FORM_CHECKS, place_names(district())))


def compared(text):
    one, other = reading.parse_report(text), reading.parse_report(PAPERS[0])
    changes = compare_reports(one, other)
    changes.to_html(), changes.to_markdown()
    return dv.check(one, other)


def template(text):
    made = Template.parse(text)
    tuple(made.slots())
    draft = made.fill(figures(), {"x": text[:500]})
    return rendering.to_markdown(draft.report)


def entries():
    anything = words(*SENTENCES, *PAPERS)
    yield from (Entry(f"find: {name}", finder(name), anything, 0.3) for name in FINDERS)
    yield Entry("find: organizations by likeness", fuzzily, words(*SENTENCES), 0.05)
    for call, share in ((paper, 0.1), (written_out, 0.05), (mapped, 0.03), (compared, 0.04)):
        yield Entry(f"paper: {call.__name__}", call, anything, share)
    if find_spec("docx"):
        yield Entry("paper: as_word_file", as_word_file, anything, 0.01)
    slots = (EXAMPLES / "district_year" / "mau_bao_cao_nam.md").read_text("utf-8")
    yield Entry("paper: template", template, words(slots), 0.03)
