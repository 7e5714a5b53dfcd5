"""Fetch the SPARQL editor with npm: ``make editor``, or run this file.

The editor is Zazuko's YASGUI. Its files are not kept under version control: the build of the
wheel fetches them where npm is there (``hatch_build.py``), and takes those that ``make editor``
has put beside this module. The build has nothing installed but itself, so what is
imported here are the standard library and our errors.
"""

import hashlib
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

__all__ = ["EDITOR_FILES", "PACKAGE", "editor_folder", "fetch"]

#: The package and its version; the script of our page is written for this one.
PACKAGE = "@zazuko/yasgui@4.6.2"
#: What the archive of that version is, wherever npm gets it from.
SHA512 = (
    "670e3929d3e8004d4a45a028c481dd42a789c6f6951b5a10767b70d21cb492d5"
    "f7e59bbc65c72e38bad708bc11f8653ed313332f0f0c8f0e81912655daf52e43"
)
#: What the page with the editor needs of it.
EDITOR_FILES = ("yasgui.min.js", "yasgui.min.css")
#: Seconds for two megabytes; without a network npm tries for minutes.
_PATIENCE = 120


def editor_folder() -> Path:
    """Return the folder in which the editor's files lie, if they have been fetched.

    >>> editor_folder().name
    'yasgui'
    """
    return Path(__file__).parent / "static" / "yasgui"


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
        to = f"--pack-destination={scratch}"
        # The package as it is published: nothing of it is run, and what it needs is in its files.
        try:
            packed = subprocess.run(  # noqa: S603 - the arguments are our own
                [npm, "pack", "--silent", "--ignore-scripts", to, PACKAGE],
                capture_output=True,
                text=True,
                check=False,
                timeout=_PATIENCE,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise OutputError(f"npm could not fetch {PACKAGE} ({error}); try later") from error
        if packed.returncode:
            raise OutputError(f"npm could not fetch {PACKAGE} ({packed.stderr.strip()}); try later")
        (archive,) = Path(scratch).glob("*.tgz")
        if hashlib.sha512(archive.read_bytes()).hexdigest() != SHA512:
            raise OutputError(f"{PACKAGE}: npm brought another archive than was tested; not taken")
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
