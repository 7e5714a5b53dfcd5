"""Files and folders that are written whole or not at all."""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ENOSPC
from pathlib import Path

from stancegraph.exceptions import OutputError

__all__ = ["written"]


@contextmanager
def written(path: str | os.PathLike[str]) -> Iterator[Path]:
    """Give a path to write a file or folder at, which takes the place of `path` when all is done.

    It lies beside `path`, so that taking its place is a single step of the file system. Where
    anything fails, what was at `path` stays, and nothing else is left. A folder takes the
    place of none. A link is followed; a device or pipe, such as ``/dev/stdout``, is written to.

    Raises:
        OutputError: the place cannot be written; the message names it and the remedy.

    >>> from tempfile import mkdtemp
    >>> target = Path(mkdtemp()) / "note.txt"
    >>> with written(target) as aside:
    ...     _ = aside.write_text("whole")
    >>> target.read_text(), len(list(target.parent.iterdir()))
    ('whole', 1)
    """
    target = Path(path)
    aside: Path | None = None
    try:
        if target.is_symlink():
            target = target.resolve()
        if target.exists() and not target.is_file() and not target.is_dir():
            yield target
            return
        # Cut, so that a name as long as file systems allow has room for the rest.
        aside = target.parent / f".{target.name[:40]}.{secrets.token_hex(4)}"
        yield aside
        aside.rename(target) if aside.is_dir() else aside.replace(target)
    except OSError as error:
        if isinstance(error, OutputError):  # of another file: it says which
            raise
        if error.errno == ENOSPC:
            remedy = "the disk is full; free some space"
        else:
            remedy = "cannot be written; give a path in a folder of yours"
        raise OutputError(f"{target}: {remedy} ({error.strerror or error})") from error
    finally:
        if aside is not None:
            with suppress(OSError):
                shutil.rmtree(aside, ignore_errors=True) if aside.is_dir() else aside.unlink()
