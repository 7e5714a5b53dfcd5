"""The case as the rules alone read it, for tests of the rules."""

from dataclasses import replace
from pathlib import Path

from stancegraph.case import Case, load_case


def rules_case(source: Path | str | None = None) -> Case:
    """Load a case without its second reader."""
    return replace(load_case(source), second_reader=None)
