"""One self-contained HTML page: who stands where, and the sentence that shows it.

The page works offline and from disk, asks nothing of the network, and holds
its data as JSON beside scripts of our own whose hashes its content security
policy names. Nothing from an article ever becomes markup.
"""

import base64
import gzip
import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from stancegraph.case import Case
from stancegraph.exceptions import OutputError
from stancegraph.model import Article, Position
from stancegraph.standings import Rules
from stancegraph.view.payload import Evidence, matrix, payload, script_json
from stancegraph.view.pyvis_network import network_data, vis_library

__all__ = ["Evidence", "page", "write_page"]

#: Bytes of JSON from which on the data are packed: a mail attachment's worth.
_PACK_ABOVE = 3_000_000
#: The page's script, in the order in which its parts build on each other.
_SCRIPTS = ("core.js", "panel.js", "positions.js", "others.js", "start.js")


@cache
def _asset(name: str) -> str:
    return files(__name__).joinpath(name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        loader=FunctionLoader(lambda name: _asset(f"templates/{name}")),
    )


def _script_hash(script: str) -> str:
    digest = hashlib.sha256(script.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def page(
    articles: Sequence[Article],
    positions: Sequence[Position],
    case: Case,
    *,
    evidence: Evidence = "full",
    as_of: date | None = None,
) -> str:
    """Make the page as one HTML document.

    `evidence` says how much of the articles goes in: the "full" text, a
    "snippet" around each quote, or the "quote" alone, as copyright allows.
    With `as_of`, statements dated after that day are left out. The same input
    gives the same page, byte for byte.

    >>> from stancegraph.case import Case
    >>> html = page([], [], Case("c", "urn:c", "Talks", "", (), {}, {}, {}))
    >>> html.startswith("<!DOCTYPE html>"), "default-src 'none'" in html.replace("&#39;", "'")
    (True, True)
    """
    strings: dict[str, Any] = _strings()
    rules = Rules()
    parts = "\n".join(_asset(f"assets/{name}") for name in _SCRIPTS)
    script = f'(() => {{\n"use strict";\n{parts}}})();\n'
    frame_script, library = _asset("assets/network.js"), vis_library()
    # Hashed before any data come near them: only these scripts can ever run.
    hashes = " ".join(map(_script_hash, (script, library, frame_script)))
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
    data = payload(articles, positions, case, strings, evidence=evidence, as_of=as_of, rules=rules)
    graph = network_data(positions, case, as_of=as_of, rules=rules)
    ys = [node["y"] for node in graph["nodes"]] or [0.0]
    # A margin of one box above and below; within what a screen or two can hold.
    data["network_height"] = round(min(1200.0, max(320.0, max(ys) - min(ys) + 110.0)))
    data["ties"] = {e["id"]: [e["actor"], e["issue"]] for e in graph["edges"]}
    frame = (
        _environment()
        .get_template("network.html")
        .render(
            language=strings["language"],
            title=strings["network_title"],
            css=_asset("assets/network.css"),
            graph=script_json(graph),
            library=library,
            script=frame_script,
        )
    )
    text = script_json(data)
    packed = ""
    if len(text) > _PACK_ABOVE:
        packed = base64.b64encode(gzip.compress(text.encode("utf-8"), mtime=0)).decode("ascii")
    return (
        _environment()
        .get_template("page.html")
        .render(
            s=strings,
            title=case.title or case.id,
            policy=policy,
            css=_asset("assets/page.css"),
            matrix=matrix(positions, case, strings, as_of=as_of, rules=rules),
            data=text,
            packed=packed,
            network=script_json(frame),
            script=script,
        )
    )


def _strings() -> dict[str, Any]:
    strings: dict[str, Any] = json.loads(_asset("strings.en.json"))
    return strings


def write_page(
    path: Path | str,
    articles: Sequence[Article],
    positions: Sequence[Position],
    case: Case,
    *,
    evidence: Evidence = "full",
    as_of: date | None = None,
) -> Path:
    """Write the page to a file, whole or not at all; give back its path.

    Missing folders are made. Takes what `page` takes.

    Raises:
        OutputError: the file cannot be written there.

    """
    target = Path(path)
    text = page(articles, positions, case, evidence=evidence, as_of=as_of)
    aside: Path | None = None
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
        aside = Path(name)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        # mkstemp keeps the file to its owner; a page is made to be passed on.
        umask = os.umask(0)
        os.umask(umask)
        aside.chmod(0o666 & ~umask)
        aside.replace(target)
    except OSError as error:
        if aside is not None:
            with suppress(OSError):
                aside.unlink()
        raise OutputError(
            f"{target}: cannot write the page ({error.strerror or error}); "
            "choose another place or free some room"
        ) from error
    return target
