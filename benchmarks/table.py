"""The table of ratios in docs/reference/speed.md: ``python benchmarks/table.py``.

Every way of a group is run in turn, again and again, and the shortest time of each
counts: the time the processor spends on it, so that what else the machine does hits them
alike.  Of imports the time of a bare interpreter is taken off first.
"""

import gc
import resource
import sys
import time
from pathlib import Path

import test_beside_peers as beside
import test_vietnamese as vietnamese

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "speed.md"
TRIES = 9
STARTS = 20
BARE = "no import"

HEAD = """# Speed

Written by `benchmarks/table.py`. Each row holds danvan beside what a user would take instead,
measured in one run, in turn: the shortest of {tries} tries each, in time of the processor ({starts}
for imports, the time of a bare interpreter taken off). Only the ratio means something: above 1 the peer is slower, below 1
it is faster. None of the peers does the same work; what each leaves out stands behind it.

| what | beside | its time ÷ danvan's | what it leaves out |
|---|---|---|---|
"""

DOES = beside.DOES | {
    ("words", "num2words"): "wrong for every twelfth number below 10,000",
    ("words", "vietnam_number"): "misspells lẻ; drops signs and decimals",
    ("words back", "vietnam_number"): "never refuses: một phẩy năm becomes 15",
    ("decimals", "babel"): "any language",
    ("parsing", "babel"): "any language",
}


def spent() -> float:
    """Seconds of the processor so far, those of programs that were started too."""
    started = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + started.ru_utime + started.ru_stime


def shortest(ways: dict, tries: int) -> dict:
    """The shortest time of each way, all of them run in turn."""
    best = dict.fromkeys(ways, float("inf"))
    for _ in range(tries):
        for name, run in ways.items():
            gc.collect()
            start = spent()
            run()
            best[name] = min(best[name], spent() - start)
    return best


def rows(every: dict):
    """Group, peer and ratio, group by group."""
    groups = dict.fromkeys(group for group, _ in every)
    for group in groups:
        ways = {name: run for (own, name), run in every.items() if own == group}
        if len(ways) < 2:
            continue
        if group == "import":
            times = shortest(ways | {BARE: beside.starting("pass")}, STARTS)
            bare = times.pop(BARE)
            times = {name: taken - bare for name, taken in times.items()}
        else:
            times = shortest(ways, TRIES)
        for name, taken in times.items():
            if name != "danvan" and not name.startswith("danvan, last"):
                yield group, name, taken / times["danvan"]


def written(ratio: float) -> str:
    """Two digits that count."""
    return f"{ratio:.0f}" if ratio >= 10 else f"{ratio:.2g}"


def main() -> None:
    """Measure, and write the page."""
    every = {**beside.WAYS, **vietnamese.WAYS}
    lines = []
    for group, name, ratio in rows(every):
        lines.append(f"| {group} | {name} | {written(ratio)} | {DOES.get((group, name), '')} |")
        print(lines[-1], file=sys.stderr)
    PAGE.write_text(HEAD.format(tries=TRIES, starts=STARTS) + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
