"""What the papers of a folder cite: which papers those are, whose, and whether they still hold.

A citation is looked up among the papers danvan knows and those of the folder itself.  What
is in neither is told by its number alone; what may be two papers stays open.  The folder is
that of check_folder.py, ``examples/data/papers_2026``; give your own instead.

    python examples/register.py [FOLDER] [--on 2026-09-30] [--to FOLDER]
"""

import argparse
from collections import Counter
from datetime import date
from pathlib import Path

from attrs import frozen

import danvan as dv
from danvan.directives import (
    Register,
    RelationKind,
    document_kinds,
    explain,
    reference_register,
    reference_relations,
    write_register,
)
from danvan.reading import find_citations
from danvan.rendering import format_table
from danvan.vietnamese import format_date, sort_key

PAPERS = Path(__file__).parent / "data" / "papers_2026"
KINDS = {kind.name: kind.code for kind in document_kinds()}
RANK = {kind.code: rank for rank, kind in enumerate(document_kinds())}
HOLDS = {True: "còn", False: "đã hết", None: "không rõ"}


@frozen
class Cited:
    """A citation, the paper it stands in, and those it may mean: none, one or several."""

    citation: dv.reading.Citation
    report: dv.Report
    meant: tuple[dv.Directive, ...]


def of_the_folder(corpus):
    """The papers of the folder as papers that others cite."""
    for report in corpus:
        head = report.letterhead
        if report.number and report.kind in KINDS and head and head.body:
            yield dv.Directive(report.number, KINDS[report.kind], head.body,
                               issued_on=head.issued_on, title=report.title, source=report.name)  # fmt: skip


def citations(corpus, register):
    """Every citation of the folder with what it may mean; a paper's own number cites nothing."""
    for report in corpus:
        own = report.letterhead.span[1] if report.letterhead else 0
        for citation in find_citations(report.text):
            if citation.start >= own and citation.number is not None:
                yield Cited(citation, report, register.candidates(citation))


def by_rank(paper):
    """The order of a register: by kind as 399-QĐ/TW and 30/2020/NĐ-CP list them, then by day."""
    return RANK[paper.kind], paper.issued_on or date.max, paper.number.serial


def known_table(found, on):
    """A row for each paper that is cited and known."""
    counted = Counter(one.meant[0] for one in found if len(one.meant) == 1)
    rows = []
    for paper in sorted(counted, key=by_rank):
        newer = [r.paper for r in reference_relations().to(paper, RelationKind.REPLACES)]
        rows.append((
            document_kinds()[paper.kind].name,
            paper.number,
            format_date(paper.issued_on, "short") if paper.issued_on else "không rõ",
            paper.issuer,
            HOLDS[paper.is_in_force(on)],
            ", ".join(str(one.number) for one in newer) or "–",
            counted[paper],
        ))  # fmt: skip
    headers = ("Thể loại", "Số, ký hiệu", "Ngày", "Cơ quan ban hành", "Hiệu lực*", "Thay thế bởi",
               "Số lần")  # fmt: skip
    return headers, rows


def open_lines(found):
    """What is cited and not settled: unknown, or one of several papers with one number."""
    papers = {}
    for one in found:
        if len(one.meant) != 1:
            papers.setdefault((one.citation.number, one.meant), []).append(one.report.name)
    for number, meant in sorted(papers, key=lambda pair: sort_key(str(pair[0]), numeric=True)):
        said = " hoặc ".join(paper.label for paper in meant)
        where = ", ".join(dict.fromkeys(papers[number, meant]))
        yield f"{number}: {f'có thể là {said}' if meant else explain(number)}; tại {where}"


def slips(found):
    """Where a paper cites one that no longer held on its own day, or gives it another date."""
    for one in found:
        if len(one.meant) != 1:
            continue
        (paper,) = one.meant
        said, own = one.citation.issued_on, one.report.issued_on
        if own and paper.is_in_force(own) is False:
            ended = format_date(paper.valid_to, "short") if paper.valid_to else "không rõ ngày"
            yield f"{one.report.name}: {paper.number} có hiệu lực đến {ended}"
        if said and paper.issued_on and said != paper.issued_on:
            days = format_date(said, "short"), format_date(paper.issued_on, "short")
            yield f"{one.report.name}: {paper.number} ghi ngày {days[0]}, văn bản ngày {days[1]}"


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folder", type=Path, nargs="?", default=PAPERS, help="folder of papers")
    parser.add_argument("--on", type=date.fromisoformat, help="the day in question, 2026-09-30")
    parser.add_argument("--to", type=Path, default=Path("build"), help="folder for the register")
    options = parser.parse_args(arguments)

    corpus = dv.read_folder(options.folder)
    on = options.on or max((r.issued_on for r in corpus if r.issued_on), default=date.today())
    register = reference_register().adding(of_the_folder(corpus))
    found = list(citations(corpus, register))
    print(f"VĂN BẢN ĐƯỢC VIỆN DẪN, tính đến ngày {format_date(on, 'short')}\n")
    print(format_table(*known_table(found, on)))
    print("* theo danh mục: “còn” là chưa ghi nhận văn bản nào bãi bỏ hoặc thay thế")
    print("\nChưa xác định được văn bản")
    print("".join(f"  {line}\n" for line in open_lines(found)) or "  không")
    print("Cần rà soát")
    print("".join(f"  {line}\n" for line in slips(found)) or "  không")

    cited = {one.meant[0] for one in found if len(one.meant) == 1}
    options.to.mkdir(parents=True, exist_ok=True)
    path = options.to / "so_van_ban.csv"
    write_register(Register("viện dẫn", sorted(cited, key=by_rank)), path)
    print(f"Sổ văn bản: {path}")


if __name__ == "__main__":
    main()
