"""A file is there whole or not at all, and nothing else is touched."""

import os
import threading
from pathlib import Path

import pytest

from stancegraph.exceptions import OutputError
from stancegraph.outputs import written


def fail(target: Path, text: str | None) -> None:
    """Begin a file, or with no text a folder, and stop."""
    with written(target) as aside:
        aside.mkdir() if text is None else aside.write_text(text)
        raise KeyError


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    target = tmp_path / "note.txt"
    target.write_text("old")
    with pytest.raises(KeyError):
        fail(target, "half")
    assert target.read_text() == "old"
    with written(target) as aside:
        aside.write_text("new")
    assert target.read_text() == "new"
    assert list(tmp_path.iterdir()) == [target]


def test_a_folder_takes_the_place_of_none(tmp_path: Path) -> None:
    target = tmp_path / "tables"
    with pytest.raises(KeyError):
        fail(target, None)
    assert list(tmp_path.iterdir()) == []
    with written(target) as aside:
        aside.mkdir()
        (aside / "one.csv").write_text("a")
    with pytest.raises(OutputError, match=r"tables: cannot be written"), written(target) as aside:
        aside.mkdir()
    assert [path.name for path in target.iterdir()] == ["one.csv"]
    assert list(tmp_path.iterdir()) == [target]


def test_links_are_followed(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    link = tmp_path / "link.txt"
    link.symlink_to(tmp_path / "there" / "note.txt")
    with written(link) as aside:
        aside.write_text("new")
    assert link.is_symlink()
    assert (tmp_path / "there" / "note.txt").read_text() == "new"


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[str] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_text()))
    reader.start()
    with written(pipe) as aside:
        aside.write_text("through")
    reader.join()
    assert got == ["through"]
    assert pipe.is_fifo()


@pytest.mark.parametrize("name", ["nowhere/x.txt", ".", "/", "x" * 300])
def test_an_error_names_the_place_and_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    with (
        pytest.raises(OutputError, match=f"{name}: cannot be written; give a path in a folder"),
        written(name) as aside,
    ):
        aside.write_text("")
    assert list(tmp_path.iterdir()) == []


def test_a_name_as_long_as_can_be(tmp_path: Path) -> None:
    target = tmp_path / ("x" * 255)
    with written(target) as aside:
        aside.write_text("whole")
    assert target.read_text() == "whole"
