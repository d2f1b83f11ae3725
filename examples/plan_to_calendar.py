"""A work plan into a calendar: what is due, who answers for it, by which working day.

The schedule is read out of the plan's own table.  "Quý I" is due on the last working day
of March, so that nothing falls due on a Sunday or in Tết; what the plan leaves open has no
day and is listed apart.  Outlook, Google Calendar and phones open the file that is written.

    python examples/plan_to_calendar.py [PLAN] [--lead WORDS] [--to FOLDER]
"""

import argparse
from datetime import date
from pathlib import Path

import danvan as dv
from danvan.reading import find_tasks
from danvan.reading.observations import period_of
from danvan.rendering import format_table, to_icalendar
from danvan.reporting import working_days
from danvan.vietnamese import fold

PLAN = Path(__file__).parent / "data" / "papers_2026" / "ke_hoach_tinh.md"


def calendar_of(year):
    """The working days of a year; of one whose holidays danvan does not know, Monday to Friday."""
    known = working_days()
    return known.get(f"vietnam_{year}") or known["five_day_week"]


def schedule(tasks, year):
    """A row for each time something is due, the earliest first."""
    days = calendar_of(year)
    due = [(days.on_or_before(last), task) for task in tasks for _, last in task.when.days(year)]
    due.sort(key=lambda pair: pair[0])
    rows = [(f"{day:%d/%m/%Y}", task.what, task.lead, task.when) for day, task in due]
    return ("Hạn", "Nhiệm vụ", "Chủ trì", "Kế hoạch ghi"), rows


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("plan", type=Path, nargs="?", default=PLAN, help="the plan")
    parser.add_argument("--lead", default="", help="only what this office leads")
    parser.add_argument("--to", type=Path, default=Path("build"), help="folder for the calendar")
    options = parser.parse_args(arguments)

    plan = dv.read_report(options.plan)
    year = period_of(plan).last.year  # a plan of 2026 may bear a day of December 2025
    # Folded, so that "tuyen giao" finds "Ban Tuyên giáo và Dân vận".
    tasks = [task for task in find_tasks(plan) if fold(options.lead) in fold(task.lead)]
    if not tasks:
        raise SystemExit(
            f"{plan.name}: không có nhiệm vụ nào trong bảng có cột nội dung, thời gian"
        )
    print(f"{plan.kind.upper()} {plan.number}: {plan.title}\n")
    print(format_table(*schedule(tasks, year)))
    print("\nKế hoạch để ngỏ thời gian")
    left_open = [f"  {task.what} ({task.when}; {task.lead})" for task in tasks if task.when.is_open]
    print("\n".join(left_open) or "  không")

    options.to.mkdir(parents=True, exist_ok=True)
    path = options.to / f"{options.plan.stem}.ics"
    stamp = plan.issued_on or date(year, 1, 1)
    text = to_icalendar(tasks, year, stamp=stamp, working_days=calendar_of(year))
    path.write_text(text, encoding="utf-8", newline="")  # its lines end as the standard says
    print(f"\nLịch: {path}")


if __name__ == "__main__":
    main()
