"""SARIF 2.1.0, held against the standard's own words by a reading of it that is not the writer's."""

from decimal import Decimal
from urllib.parse import unquote

import attrs
import pytest

from danvan.errors import UnreadableFileError
from danvan.findings import Findings, Rule, Severity, Source, Span, Waiver, rules
from danvan.rendering.findings import CheckResult, Failure, as_sarif, sarif

# For each object of the standard: its parts, with "!" those it must have (sections 3.13 to 3.58).
SHAPE = {
    "log": {"$schema": str, "version!": str, "runs!": ["run"]},
    "run": {"tool!": "tool", "language": str, "columnKind": str, "invocations": ["invocation"],
            "artifacts": ["artifact"], "results": ["result"]},
    "tool": {"driver!": "component"},
    "component": {"name!": str, "version": str, "informationUri": str, "rules": ["rule"]},
    "rule": {"id!": str, "name": str, "shortDescription": "text", "fullDescription": "text", "help": "text",
             "helpUri": str, "defaultConfiguration": "configuration", "properties": dict},
    "configuration": {"level": str},
    "invocation": {"executionSuccessful!": bool, "toolExecutionNotifications": ["notification"]},
    "notification": {"level": str, "message!": "text", "locations": ["location"]},
    "artifact": {"location": "artifactLocation", "contents": "text"},
    "artifactLocation": {"uri": str, "index": int},
    "result": {"ruleId": str, "ruleIndex": int, "level": str, "message!": "text", "locations": ["location"],
               "relatedLocations": ["location"], "partialFingerprints": dict, "suppressions": ["suppression"],
               "fixes": ["fix"], "properties": dict},
    "suppression": {"kind!": str, "justification": str},
    "location": {"id": int, "physicalLocation": "physicalLocation", "message": "text"},
    "physicalLocation": {"artifactLocation": "artifactLocation", "region": "region"},
    "region": {"startLine": int, "startColumn": int, "endLine": int, "endColumn": int, "snippet": "text"},
    "fix": {"artifactChanges!": ["change"]},
    "change": {"artifactLocation!": "artifactLocation", "replacements!": ["replacement"]},
    "replacement": {"deletedRegion!": "region", "insertedContent": "text"},
    "text": {"text!": str},
}  # fmt: skip
WORDS = {
    "level": {"none", "note", "warning", "error"},
    "kind": {"inSource", "external"},
    "columnKind": {"utf16CodeUnits"},
    "version": {"2.1.0"},
}


def hold(value, shape, at="$"):
    """Assert that a value has the shape of an object of the standard."""
    if isinstance(shape, list):
        assert isinstance(value, list), at
        for number, one in enumerate(value):
            hold(one, shape[0], f"{at}[{number}]")
    elif isinstance(shape, str):
        parts = {name.rstrip("!"): part for name, part in SHAPE[shape].items()}
        assert set(value) <= set(parts), at
        assert {name[:-1] for name in SHAPE[shape] if name.endswith("!")} <= set(value), at
        for name, part in value.items():
            hold(part, parts[name], f"{at}.{name}")
            if shape != "component" and name in WORDS:
                assert part in WORDS[name], f"{at}.{name}"
        if "startLine" in parts:
            assert value["startLine"] >= 1
            assert value["startColumn"] >= 1
            assert (value["endLine"], value["endColumn"]) >= (
                value["startLine"],
                value["startColumn"],
            )
    else:
        assert type(value) is shape, at


def slip(paper, *words, fix=None):
    spans = [Span(paper.text.index(w), paper.text.index(w) + len(w), paper) for w in words]
    found = rules()["DV201"].at(*spans, total="30", sum="29", difference=Decimal(-1))
    return found.mended(fix) if fix else found


TEXT = "BÁO CÁO\r\n𝐀 Tổng 30 cuộc, 02 huyện, 27 xã.\r\nHết."
PAPER = Source("kho/báo cáo 1.txt", TEXT)
WORD = Source("/kho/bao_cao.docx", TEXT)


def run(*findings, **parts):
    log = as_sarif(CheckResult(Findings(findings), **parts), "en")
    hold(log, "log")
    return log["runs"][0]


def test_the_shape():
    waiver = Waiver("DV201", "30", "Chánh Văn phòng", "đã đối chiếu")
    own = Rule("DV999", "own", Severity.NOTE, "riêng", "own")
    whole = CheckResult(
        Findings(
            (slip(PAPER, "30", "02", fix="29"), own.at()),
            waived=(attrs.evolve(slip(WORD, "30"), waiver=waiver),),
        ),
        (PAPER, WORD),
        (Failure("a b.pdf", UnreadableFileError("a b.pdf", "nothing in it", "a report")),),
    )
    for lang in ("vi", "en"):
        log = as_sarif(whole, lang)
        hold(log, "log")
        (one,) = log["runs"]
        known = one["tool"]["driver"]["rules"]
        assert [known[result["ruleIndex"]]["id"] for result in one["results"]] == [
            "DV201",
            "DV999",
            "DV201",
        ]
        assert len({rule["id"] for rule in known}) == len(known)
        assert one["language"] == lang


def test_the_address_of_a_rule_is_given_where_the_project_has_one(monkeypatch):
    assert not any("helpUri" in rule for rule in run()["tool"]["driver"]["rules"])
    monkeypatch.setattr(sarif, "_address", lambda: "https://example.org/rules")
    driver = run()["tool"]["driver"]
    assert driver["informationUri"] == "https://example.org/rules"
    assert driver["rules"][0]["helpUri"] == "https://example.org/rules#dv101"


def test_columns_are_utf_16_and_lines_have_no_ends():
    (result,) = run(slip(PAPER, "30", "27"))["results"]
    lines = [line.encode("utf-16-le") for line in TEXT.split("\r\n")]
    for location in (*result["locations"], *result["relatedLocations"]):
        region = location["physicalLocation"]["region"]
        line = lines[region["startLine"] - 1]
        cut = line[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)]
        assert cut.decode("utf-16-le") == region["snippet"]["text"]


def test_places_lead_to_their_files():
    made = run(slip(PAPER, "30"), slip(WORD, "30"))
    uris = [artifact["location"]["uri"] for artifact in made["artifacts"]]
    assert uris == ["kho/b%C3%A1o%20c%C3%A1o%201.txt", "file:///kho/bao_cao.docx"]
    for result in made["results"]:
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert uris[place["index"]] == place["uri"]
    assert unquote(uris[0]) == PAPER.name


def test_only_what_is_no_text_has_its_text_in_the_log():
    made = run(slip(PAPER, "30"), slip(WORD, "30"))
    assert [artifact.get("contents") for artifact in made["artifacts"]] == [None, {"text": TEXT}]


@pytest.mark.parametrize(("paper", "mendable"), [(PAPER, True), (WORD, False)])
def test_a_fix_is_given_where_the_file_is_its_text(paper, mendable):
    (result,) = run(slip(paper, "30", fix="29"))["results"]
    assert ("fixes" in result) is mendable
    if mendable:
        (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
        assert replacement["insertedContent"] == {"text": "29"}
        assert "snippet" not in replacement["deletedRegion"]


def test_an_unreadable_file_is_told():
    failure = Failure("a b.pdf", UnreadableFileError("a b.pdf", "nothing in it", "a report"))
    (invocation,) = run(failures=(failure,))["invocations"]
    assert not invocation["executionSuccessful"]
    (note,) = invocation["toolExecutionNotifications"]
    assert note["message"]["text"] == "a b.pdf: nothing in it; want a report"
    assert run()["invocations"][0]["executionSuccessful"]


def fingerprints(*texts):
    return [
        [
            r["partialFingerprints"]["danvanFinding/v1"]
            for r in run(slip(Source("m.txt", text), "30", "27"))["results"]
        ]
        for text in texts
    ]


@pytest.mark.parametrize(
    ("edited", "same"),
    [
        ("Dòng mới\n" + TEXT, True),  # a line more before it
        (TEXT + "\nmột dòng nữa 31", True),
        (TEXT.replace("BÁO CÁO", "BÁO CÁO QUÝ"), True),
        (TEXT.replace("\r\n", "\n"), True),
        (TEXT.replace("Tổng 30", "Tổng  30"), True),  # a space more
        (TEXT.replace("30", "31 (30)"), False),
        (TEXT.replace("Tổng", "Cộng"), False),  # the words right before it
    ],
)
def test_fingerprints_stay_while_edits_are_elsewhere(edited, same):
    before, after = fingerprints(TEXT, edited)
    assert (before == after) is same


def test_fingerprints_tell_twins_apart():
    twins = Source("m.txt", "có 30 cuộc\ncó 30 cuộc")
    first = rules()["DV201"].at(Span(3, 5, twins), total=1, sum=2, difference=Decimal(1))
    second = attrs.evolve(first, spans=(Span(14, 16, twins),))
    prints = [r["partialFingerprints"]["danvanFinding/v1"] for r in run(first, second)["results"]]
    assert prints[0].endswith(":1")
    assert prints[1] == f"{prints[0][:-1]}2"
