"""A folder of papers, read and checked: what is wrong in them, and who has said what.

The papers are a plan of a made-up province and the reports of some of its communes; they
lie in ``examples/data/papers_2026``.  Give another folder to check your own, and the tree
of your offices (see docs/how-to) to see which of them have not sent a report.

    python examples/check_folder.py [FOLDER] [--offices FILE] [--to FOLDER]
"""

import argparse
from pathlib import Path

import danvan as dv
from danvan.organizations import Branch
from danvan.rendering import format_table
from danvan.rendering.findings import CheckResult, Failure, as_html, as_text

DATA = Path(__file__).parent / "data"
PAPERS = DATA / "papers_2026"
OFFICES = DATA / "province_2026" / "organizations.toml"


def check(corpus):
    """Every finding in the papers of a folder, and the files that could not be read."""
    failures = tuple(Failure(error.path, error) for error in corpus.failures)
    return CheckResult(corpus.check(), corpus.reports, failures)


def papers_table(checked, mappings):
    """A row for each paper: how much was understood of it, and what was found in it."""
    rows = [
        (
            report.name,
            report.issued_on.strftime("%d/%m/%Y") if report.issued_on else "không rõ",
            len(mapping.figures) + len(mapping.comparisons) + len(mapping.unmapped),
            len(mapping.figures),
            counted.errors,
            counted.warnings,
            counted.notes,
        )
        for (report, counted), mapping in zip(checked.by_paper(), mappings, strict=True)
    ]
    headers = ("Văn bản", "Ngày", "Số liệu", "Rõ chỉ tiêu", "Lỗi", "Cảnh báo", "Ghi chú")
    return headers, rows


def spoken_for(mapping):
    """The places whose figures a paper gives."""
    return {one.organization.place for one in mapping.observations}


def coverage_table(mappings, places):
    """A row for each indicator: of how many places there is a figure, and of which there is none.

    A place whose paper is silent on an indicator has not said zero.
    """
    reported = set().union(*map(spoken_for, mappings))
    given = {}
    for mapping in mappings:
        for one in mapping.observations:
            given.setdefault(one.indicator, set()).add(one.organization.place)
    rows = [
        (
            indicator,
            f"{len(said.intersection(places))}/{len(places)}",
            ", ".join(one for one in places if one in reported - said) or "–",
        )
        for indicator, said in given.items()
        if said.intersection(places)
    ]
    return ("Chỉ tiêu", "Có số liệu", "Có báo cáo nhưng không nêu"), rows


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=PAPERS, help="folder of papers")
    parser.add_argument("--offices", type=Path, default=OFFICES, help="tree of the offices (TOML)")
    parser.add_argument("--to", type=Path, default=Path("build"), help="folder for the page")
    options = parser.parse_args(arguments)
    tree = dv.Organizations.read(options.offices)
    areas = [one for one in tree if one.branch is Branch.TERRITORY]
    places = [one.place for one in areas if tree.parent(one)]  # the area above them is no place

    corpus = dv.read_folder(options.folder)
    checked = check(corpus)
    mappings = list(corpus.mappings(tree))
    print(as_text(checked, "vi"), end="\n\n")
    print(format_table(*papers_table(checked, mappings)), end="\n\n")
    print(format_table(*coverage_table(mappings, places)))
    reported = set().union(*map(spoken_for, mappings))
    print("Chưa có báo cáo:", ", ".join(one for one in places if one not in reported) or "không")

    options.to.mkdir(parents=True, exist_ok=True)
    page = options.to / "ket_qua_kiem_tra.html"
    page.write_text(as_html(checked, "vi"), encoding="utf-8")
    print(f"\nTrang kết quả: {page}")


if __name__ == "__main__":
    main()
