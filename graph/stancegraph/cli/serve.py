"""`stancegraph serve`: the graph on a web server of this computer's."""

from typing import Annotated

import typer

from stancegraph.cli.common import Graph, tell


def serve(
    graph: Graph,
    host: Annotated[
        str,
        typer.Option("--host", help="The address to answer at; others can reach any but this one."),
    ] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")
    ] = 8000,
    timeout: Annotated[
        float, typer.Option("--timeout", min=0.1, help="Seconds after which a query is stopped.")
    ] = 30.0,
    max_rows: Annotated[
        int,
        typer.Option(
            "--max-rows", min=1, help="Rows of a result; a longer one is refused, never cut short."
        ),
    ] = 100_000,
    concurrency: Annotated[
        int,
        typer.Option(
            "--concurrency", min=1, help="Slow queries at once; quick ones are answered besides."
        ),
    ] = 4,
    cors: Annotated[
        list[str] | None,
        typer.Option(
            "--cors",
            metavar="ORIGIN",
            help="A web site whose pages may read the graph, as https://example.org, or * for all;"
            " may be repeated.",
        ),
    ] = None,
    allow_host: Annotated[
        list[str] | None,
        typer.Option(
            "--allow-host",
            metavar="NAME",
            help="A name by which clients address the server, such as that of a proxy before it;"
            " may be repeated.",
        ),
    ] = None,
) -> None:
    """Serve the graph: SPARQL endpoint and editor, named queries, the page, things by address.

    Read-only, and on this computer alone unless --host says otherwise. Ctrl-C ends it.

    Example: stancegraph serve --graph build/mine
    """
    if graph.parts[:1] in (("http:",), ("https:",)):
        raise typer.BadParameter(
            "a server's graph is not served again; give the folder that `build` wrote",
            param_hint="--graph",
        )
    from stancegraph.serve import Limits
    from stancegraph.serve import serve as run
    from stancegraph.store import is_loopback

    if not is_loopback(host):
        tell(
            f"{host}: everybody who can reach this computer can read the graph, with the full text"
            " of its articles; there is no password"
        )
    run(
        graph,
        host=host,
        port=port,
        limits=Limits(timeout=timeout, max_rows=max_rows, concurrency=concurrency),
        cors=cors or (),
        allowed_hosts=allow_host or (),
        announce=lambda url: typer.echo(f"Serving {graph} at {url} (Ctrl-C ends it)"),
    )
