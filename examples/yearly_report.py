"""A district's yearly report: from the figures of its communes and a template to two drafts.

The district, its thirteen communes and every figure are made up.  The template
``examples/data/district_year/mau_bao_cao_nam.md`` is a paper with slots in it; change it,
or the figures beside it, and the report follows.

    python examples/yearly_report.py [--to FOLDER]
"""

import argparse
from pathlib import Path
from textwrap import fill

import danvan as dv
from danvan.drafting import Figures, Template, compare_figures, compare_reports
from danvan.errors import MissingExtraError
from danvan.indicators import read_observations
from danvan.messages import told
from danvan.rendering import format_table
from danvan.reporting.outline import outlines

DATA = Path(__file__).parent / "data" / "district_year"
DISTRICT = dv.Organizations.read(DATA / "organizations.toml")
PARTY = "muong_sao.party"
YEAR = dv.Period.year(2023)


def observations(*names):
    """The figures of some files; a later one takes the place of an earlier one."""
    found = {}
    for name in names:
        for one in read_observations(DATA / name, DISTRICT):
            found[one.indicator, one.organization, one.period, one.breakdown, one.role] = one
    return tuple(found.values())


def draft(*names, passages=None):
    """The report as the template and the figures of some files make it, and the figures."""
    template = Template.read(DATA / "mau_bao_cao_nam.md", outline=outlines()["annual"])
    figures = Figures(observations(*names), DISTRICT, PARTY, YEAR)
    return template.fill(figures, passages or {}, name=f"Báo cáo {YEAR}"), figures


def totals(figures, counted):
    """The district's figures of what was counted at another time, as observations."""
    for one in counted:
        total = figures.total(one.indicator)
        if total is not None:
            yield dv.Observation(one.indicator, total.organization, total.period, total.value)


def write(report, folder):
    """The report as Markdown, HTML and plain text, and as .docx where the extra is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for suffix in (".md", ".html", ".txt", ".docx"):
        path = folder / f"bao_cao_nam{suffix}"
        try:
            dv.write_report(report, path)
            yield str(path)
        except MissingExtraError as error:
            yield f"{path.name}: {told(error, 'vi')}"


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--to", type=Path, default=Path("build"), help="folder for the reports")
    folder = parser.parse_args(arguments).to

    first, _ = draft("figures.csv", "beside.csv")
    print("DỰ THẢO LẦN 1: còn phải bổ sung")
    for finding in first.findings:
        line = f"dòng {finding.spans[0].line}: {finding.code} {finding.message('vi')}"
        print(fill(line, 110, initial_indent="  ", subsequent_indent=" " * 4))

    second, figures = draft(
        "figures.csv", "beside.csv", "corrected.csv",
        passages={
            "khái quát tình hình": "Tình hình Nhân dân ổn định.",
            "công tác dân tộc, tôn giáo": "Các tôn giáo hoạt động đúng pháp luật.",
            "kiến nghị": "Đề nghị tỉnh tiếp tục quan tâm bồi dưỡng cán bộ dân vận cơ sở.",
            "phương hướng, nhiệm vụ": "Tiếp tục đổi mới công tác dân vận.\nNhân rộng các mô hình.",
        },
    )  # fmt: skip
    print(f"\nDỰ THẢO LẦN 2: còn {len(second.blanks)} chỗ trống; {dv.check(second.report)}")
    sessions = next(one for one in second.entries if one.slot == "{dialogues.sessions}")
    print(f"  {sessions.text}: {sessions.aggregates[0].counts} đơn vị có số liệu")

    print("\nSố liệu đã sửa giữa hai dự thảo")
    changes = compare_reports(first.report, second.report)
    print(format_table(*changes.figure_table()))
    print("\nChín tháng và cả năm")
    nine_months = observations("nine_months.csv")
    beside = compare_figures(nine_months, totals(figures, nine_months))
    print(beside)
    print(beside.findings)
    print("\nBáo cáo đã ghi")
    for line in write(second.report, folder):
        print(f"  {line}")


if __name__ == "__main__":
    main()
