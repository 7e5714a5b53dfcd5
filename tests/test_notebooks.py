"""The notebooks run as they are, and are kept as they came out.

Run as a script, this keeps the notebooks with their outputs of today.
"""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).parents[1] / "notebooks").glob("*.ipynb"))


def executed(file: Path) -> Any:
    """Run a notebook where it lies and give it back with its outputs."""
    notebook = nbformat.read(file, as_version=4)
    NotebookClient(
        notebook,
        timeout=600,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(file.parent)}},
    ).execute()
    return notebook


def code_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: str(file.stem))
def test_the_notebook_was_run_from_top_to_bottom(file: Path) -> None:
    cells = code_cells(nbformat.read(file, as_version=4))
    assert [cell.execution_count for cell in cells] == list(range(1, len(cells) + 1))
    kinds = {output.output_type for cell in cells for output in cell.outputs}
    assert "error" not in kinds
    assert "execute_result" in kinds


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: str(file.stem))
def test_the_notebook_runs(file: Path) -> None:
    notebook = executed(file)
    streams = [
        output
        for cell in code_cells(notebook)
        for output in cell.outputs
        if output.output_type == "stream" and output.name == "stderr"
    ]
    assert streams == []


if __name__ == "__main__":
    for path in NOTEBOOKS:
        run = executed(path)
        # The machine's exact Python says nothing to a reader, and differs on the next machine.
        run.metadata["language_info"] = {"name": "python"}
        nbformat.write(run, path)
