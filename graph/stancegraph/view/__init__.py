"""One self-contained HTML page: who stands where, and the sentence that shows it.

The page works offline and from disk, asks nothing of the network, and holds
its data as JSON beside scripts of our own whose hashes its content security
policy names. Nothing from an article ever becomes markup.
"""

import base64
import gzip
import hashlib
import html
import json
from collections.abc import Sequence
from datetime import date
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment, FunctionLoader, StrictUndefined

from stancegraph.case import Case
from stancegraph.model import Article, Position
from stancegraph.outputs import written
from stancegraph.standings import Rules
from stancegraph.view.payload import Evidence, matrix, payload, script_json
from stancegraph.view.pyvis_network import network_data, vis_library
from stancegraph.view.selection import check_actors, check_issues, read_events, selected

__all__ = [
    "Evidence",
    "Network",
    "Page",
    "check_actors",
    "check_issues",
    "page",
    "read_events",
    "write_page",
]

#: How the page shows the network: in vis-network's frame, or drawn by its own script.
Network = Literal["interactive", "picture"]

#: Bytes of JSON from which on the data are packed: a mail attachment's worth.
_PACK_ABOVE = 3_000_000
#: The page's script, in the order in which its parts build on each other.
_SCRIPTS = (
    "data.js",
    "reckoning.js",
    "intervals.js",
    "state.js",
    "figures.js",
    "exports.js",
    "panel.js",
    "positions.js",
    "agreement.js",
    "network.js",
    "shifts.js",
    "statements.js",
    "briefing.js",
    "start.js",
)


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


class Page(str):
    """A page as text, which a notebook shows in a frame of its own.

    >>> Page("<!DOCTYPE html><p>Hello")._repr_html_()[:34]
    '<iframe sandbox="allow-scripts all'
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        # No same-origin: the page's scripts stay away from the notebook's.
        return (
            '<iframe sandbox="allow-scripts allow-downloads allow-popups allow-modals" '
            'style="width:100%;height:860px;border:1px solid #ccc" '
            f'srcdoc="{html.escape(self)}"></iframe>'
        )


def page(
    articles: Sequence[Article],
    positions: Sequence[Position],
    case: Case,
    *,
    evidence: Evidence = "full",
    actors: Sequence[str] | None = None,
    issues: Sequence[str] | None = None,
    since: date | None = None,
    as_of: date | None = None,
    events: Sequence[tuple[date, str]] = (),
    network: Network = "interactive",
) -> Page:
    """Make the page as one HTML document.

    `evidence` says how much of the articles goes in: the "full" text, a
    "snippet" around each quote, or the "quote" alone, as copyright allows.
    `actors`, `issues`, `since` and `as_of` choose what goes in, as in
    `stancegraph.view.selection`. `events` are days and what happened on them,
    marked in the shifts. With `network` as "picture" the page draws the network
    with its own script and carries no library; it is 175 kB smaller. The same
    input gives the same page, byte for byte.

    Raises:
        CaseError: an actor or issue that the case does not have.

    >>> from stancegraph.case import Case
    >>> text = page([], [], Case("c", "urn:c", "Talks", "", (), {}, {}, {}))
    >>> text.startswith("<!DOCTYPE html>"), "default-src 'none'" in text.replace("&#39;", "'")
    (True, True)
    """
    strings: dict[str, Any] = _strings()
    rules = Rules()
    parts = "\n".join(_asset(f"assets/{name}") for name in _SCRIPTS)
    script = f'(() => {{\n"use strict";\n{parts}}})();\n'
    framed = [vis_library(), _asset("assets/frame.js")] if network == "interactive" else []
    # Hashed before any data come near them: only these scripts can ever run.
    hashes = " ".join(map(_script_hash, (script, *framed)))
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; "
        "img-src data: blob:; connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
    articles, numbered, case = selected(
        articles, positions, case, actors=actors, issues=issues, since=since, as_of=as_of
    )
    positions = [p for p, _ in numbered]
    data = payload(
        articles,
        numbered,
        case,
        strings,
        evidence=evidence,
        as_of=as_of,
        events=events,
        rules=rules,
    )
    graph, data["network"] = network_data(positions, case, as_of=as_of, rules=rules)
    frame = (
        _environment()
        .get_template("frame.html")
        .render(
            language=strings["language"],
            title=strings["network_title"],
            css=_asset("assets/frame.css"),
            graph=script_json(graph),
            scripts=framed,
        )
    )
    text = script_json(data)
    packed = _packed(text) if len(text) > _PACK_ABOVE else ""
    return Page(
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
            # Always packed: the library alone is half a megabyte, and many never open the view.
            network=_packed(script_json(frame)) if framed else "",
            script=script,
        )
    )


def _packed(text: str) -> str:
    return base64.b64encode(gzip.compress(text.encode("utf-8"), mtime=0)).decode("ascii")


def _strings() -> dict[str, Any]:
    strings: dict[str, Any] = json.loads(_asset("strings.en.json"))
    return strings


def write_page(path: Path | str, text: str) -> Path:
    """Write a page to a file, whole or not at all; give back its path.

    Missing folders are made.

    Raises:
        OutputError: the file cannot be written there.

    >>> from tempfile import mkdtemp
    >>> write_page(Path(mkdtemp()) / "new" / "page.html", "<p>One.</p>").read_text()
    '<p>One.</p>'
    """
    target = Path(path)
    with written(target) as aside:
        target.parent.mkdir(parents=True, exist_ok=True)
        aside.write_text(text, encoding="utf-8", newline="\n")
    return target
