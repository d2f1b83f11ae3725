"""A district's plan of 2023 against its reports: what was met, what was not, what nobody says.

The plan is 159-KH/HU of Tam Đường district (Lai Châu), the reports are that of its nine
months, 460-BC/HU, and the annual one.  Goals, schedule and what the reports say of them
lie in ``examples/data/district_2023``, in words of our own, and may be changed.  That a
report says nothing of a task does not mean that it was not done.

    python examples/district_2023/plan_against_reports.py
"""

import csv
from datetime import date
from pathlib import Path

import danvan as dv
from danvan.document_number import DocumentNumber
from danvan.quantities import Ratio
from danvan.rendering import format_table
from danvan.reporting import Assignment, AssignmentState, Evidence, Goal, Outcome, progress

DATA = Path(__file__).parent.parent / "data" / "district_2023"
DISTRICT = dv.Organizations.shipped("tam_duong")
PLAN = DocumentNumber.parse("159-KH/HU")
YEAR = dv.Period.year(2023)
REPORTS = {
    "báo cáo 9 tháng": date(2023, 9, 6),
    "báo cáo năm": date(2024, 1, 1),  # it has lost its date; the year was over
}


def rows(name):
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def when(month):
    """A month of the plan's year; the whole year where the plan leaves it to the province."""
    return dv.Period.month(YEAR.first.year, int(month)) if month else YEAR


def assignments():
    """The schedule of the plan with what is known of each line."""
    known = {}
    for row in rows("evidence.csv"):
        known.setdefault(row["code"], []).append(
            Evidence(
                when(row["month"]),
                Outcome(row["outcome"]),
                row["source"],
                date.fromisoformat(row["known_on"]),
            )
        )
    found = [
        Assignment(
            row["task"],
            DISTRICT[row["lead"]],
            tuple(map(when, row["months"].split() or [""])),
            tuple(row["support"].split("; ")),
            PLAN,
            tuple(known.pop(row["code"], ())),
        )
        for row in rows("schedule.csv")
    ]
    if known:
        raise SystemExit(f"evidence.csv: no such task: {', '.join(known)}")
    return found


def goals(on):
    """Each goal of the plan with what the report of a day says of it, or that it says nothing."""
    known = {
        row["code"]: row for row in rows("results.csv") if date.fromisoformat(row["known_on"]) == on
    }
    for row in rows("goals.csv"):
        goal = Goal(row["goal"], dv.Quantity.parse(row["target"]), source=str(PLAN))
        said = known.get(row["code"])
        share = Ratio.parse(said["share"]).percent() if said else None
        yield goal.result(
            None if share is None else dv.Quantity(share.normalize() + 0, "%"),
            f"{said['share']}, {said['source']}" if said else "",
        )


def main():
    print(f"KẾ HOẠCH {PLAN} ĐỐI CHIẾU VỚI BÁO CÁO\n")
    tasks = assignments()
    table = [
        (
            task.name,
            task.lead.aliases[0] if task.lead.aliases else task.lead.name,
            *(task.state(on).value for on in REPORTS.values()),
        )
        for task in tasks
    ]
    print(format_table(("Nhiệm vụ", "Chủ trì", *REPORTS), table), end="\n\n")
    for name, on in REPORTS.items():
        print(f"Theo {name}: {progress(tasks, on)}")
    last = max(REPORTS.values())
    silent = [task.name for task in tasks if task.state(last) is AssignmentState.NOT_REPORTED]
    print("Báo cáo năm không nêu đủ: " + "; ".join(silent), end="\n\n")
    for name, on in REPORTS.items():
        results = list(goals(on))
        print(f"Mục tiêu, theo {name}")
        print(
            format_table(
                ("Mục tiêu", "Chỉ tiêu", "Kết quả", "Đánh giá", "Nguồn"),
                [
                    (r.goal.name, r.goal.target, r.actual or "–", r.state.value, r.source)
                    for r in results
                ],
            ),
            end="\n\n",
        )


if __name__ == "__main__":
    main()
