"""Write docs/reference/rules.md from the rules themselves: ``python docs/build_reference.py``."""

from pathlib import Path

from danvan.findings import rules

PAGE = Path(__file__).parent / "reference" / "rules.md"


def page() -> str:
    """The page as Markdown."""
    lines = [
        "# The rules of `danvan check`",
        "",
        "Written by `docs/build_reference.py`. A code is never given to another rule.",
        "",
        "| code | name | severity | Vietnamese | English | rests on |",
        "|---|---|---|---|---|---|",
    ]
    lines += [
        f"| {r.code} | {r.name} | {r.severity.name} | {r.vi} | {r.en} | {r.basis or 'arithmetic'} |"
        for r in sorted(rules(), key=lambda r: r.code)
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
