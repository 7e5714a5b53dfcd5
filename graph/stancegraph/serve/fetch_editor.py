"""Fetch the SPARQL editor with npm: ``make editor``, or ``python -m`` and this module's name.

The editor is Zazuko's YASGUI. Its files are not kept under version control;
they go beside this module, from where the build takes them into the wheel.
"""

import json
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from stancegraph.exceptions import OutputError, StanceGraphError
from stancegraph.serve.app import EDITOR_FILES, editor_folder

__all__ = ["PACKAGE", "fetch"]

#: The package and its version; the script of our page is written for this one.
PACKAGE = "@zazuko/yasgui@4.6.2"


def fetch(folder: Path | None = None) -> list[Path]:
    """Have npm fetch the editor, and put its files into a folder: by default, the server's own.

    Raises:
        OutputError: there is no npm, it fails, or the folder cannot be written.
    """
    target = folder or editor_folder()
    npm = shutil.which("npm")
    if npm is None:
        raise OutputError("npm is not installed; install it, or do with the plain form")
    with tempfile.TemporaryDirectory() as scratch:
        # The package as it is published: nothing of it is run, and what it needs is in its files.
        packed = subprocess.run(  # noqa: S603 - the arguments are our own
            [npm, "pack", "--silent", "--ignore-scripts", "--pack-destination", scratch, PACKAGE],
            capture_output=True,
            text=True,
            check=False,
        )
        if packed.returncode:
            raise OutputError(f"npm could not fetch {PACKAGE} ({packed.stderr.strip()}); try later")
        (archive,) = Path(scratch).glob("*.tgz")
        try:
            target.mkdir(parents=True, exist_ok=True)
            with tarfile.open(archive) as package:
                for name in EDITOR_FILES:
                    (target / name).write_bytes(_content(package, f"package/build/{name}"))
                about = json.loads(_content(package, "package/package.json"))
            (target / "NOTICE.txt").write_text(_notice(about), encoding="utf-8")
        except (OSError, KeyError) as error:
            raise OutputError(f"{target}: the editor cannot be put there ({error})") from error
    return [target / name for name in (*EDITOR_FILES, "NOTICE.txt")]


def _content(package: tarfile.TarFile, name: str) -> bytes:
    member = package.extractfile(name)
    assert member is not None
    return member.read()


def _notice(about: Mapping[str, Any]) -> str:
    """Say whose work it is; the package brings no text of its licence."""
    people = [about.get("author"), *about.get("contributors", [])]
    names = [p.get("name", "") if isinstance(p, dict) else p for p in people if p]
    return (
        f"{about['name']} {about['version']}, by {', '.join(names)}\n"
        f"Licence: {about['license']}\nSource: {about.get('homepage', '')}\n"
    )


if __name__ == "__main__":
    try:
        for path in fetch():
            sys.stdout.write(f"{path}\n")
    except StanceGraphError as error:
        sys.exit(f"stancegraph: {error}")
