"""What the examples of documents and docstrings find: the folder of a reader who ran the demo."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder in which the demo was run, with the sample articles at hand."""
    place = tmp_path_factory.mktemp("reader")
    (place / "data").symlink_to(ROOT / "data")
    (place / "articles").symlink_to(ROOT / "data" / "articles")
    command = [sys.executable, "-m", "stancegraph", "demo", "--out", "build/demo"]
    subprocess.run(command, cwd=place, check=True, capture_output=True)
    return place


@pytest.fixture(autouse=True)
def _where_the_demo_was_run(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let an example open "build/demo", as a reader would."""
    examples = getattr(request.node, "dtest", None)
    if examples is not None and "build/demo" in examples.docstring:
        monkeypatch.chdir(request.getfixturevalue("demo"))
