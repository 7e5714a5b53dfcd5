"""What every test may rely on."""

from pathlib import Path

import pytest
from hypothesis import settings

# The machine decides how long an example takes; the tests ask only what it gives. Examples are
# derived from the test itself, so that a failure is the same on every machine.
settings.register_profile("stancegraph", deadline=None, derandomize=True)
settings.load_profile("stancegraph")


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the source root: where pyproject.toml lies."""
    return Path(__file__).parents[1]


@pytest.fixture(scope="session")
def toy() -> Path:
    """Give the folder of the two-actor toy case."""
    return Path(__file__).parent / "cases" / "toy"
