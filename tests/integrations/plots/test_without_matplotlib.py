"""Without matplotlib the plots say which extra brings it; what notebooks show needs none."""

import subprocess
import sys

NONE = "import sys; sys.modules['matplotlib'] = None\n"


def run(code):
    return subprocess.run(
        [sys.executable, "-c", NONE + code], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_the_error_names_the_extra():
    said = run(
        "try:\n    import danvan.integrations.plots\nexcept ImportError as error:\n    print(error)"
    )
    assert said.endswith(
        "danvan.integrations.plots needs matplotlib: python -m pip install 'danvan[plot]'"
    )


def test_tables_need_nothing():
    code = (
        "import danvan\nprint(len(danvan.Organizations.shipped('tam_duong')._repr_html_()) > 1000)"
    )
    assert run(code) == "True"
