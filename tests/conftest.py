"""Laws are held as often on a slow machine as on a fast one; times are not their business.

``--hypothesis-profile=thorough`` looks at more examples of each law.
"""

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("thorough", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("danvan", settings.get_profile("thorough"), max_examples=20)
settings.load_profile("danvan")


def pytest_addoption(parser):
    """How long the fuzz runs, and where it begins."""
    parser.addoption("--fuzz", type=int, default=300, help="inputs of each cheap entry")
    parser.addoption("--fuzz-seed", type=int, default=0, help="which inputs")


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run the command in an empty folder: its exit code, what it printed, what it complained of."""
    from danvan.cli import main

    monkeypatch.chdir(tmp_path)

    def command(*arguments):
        code = main(list(arguments))
        said = capsys.readouterr()
        return code, said.out, said.err

    return command


@pytest.fixture
def paper(tmp_path, monkeypatch):
    """Write a paper into an empty folder, which is the one the command runs in."""
    monkeypatch.chdir(tmp_path)

    def write(text, name="bao_cao.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return name

    return write
