"""The graph on a web server: SPARQL endpoint, named queries, the page, and things by address.

Read-only. It answers on this computer alone unless told otherwise, in bounded
time, and never with a part of a result. ``docs/endpoint.md`` says what is at
which address.
"""

import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import FrameType

import uvicorn
from starlette.applications import Starlette

from stancegraph.exceptions import OutputError
from stancegraph.serve.app import create_app
from stancegraph.serve.workers import Limits
from stancegraph.store import Store, is_loopback

__all__ = ["Limits", "create_app", "serve"]

#: Seconds that answers on their way may take to finish when the server is told to stop.
_GRACE = 2


def serve(
    directory: Path,
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    limits: Limits | None = None,
    cors: Sequence[str] = (),
    allowed_hosts: Sequence[str] = (),
    announce: Callable[[str], object] = print,
) -> None:
    """Serve the graph that `build_store` wrote to a folder, until interrupted.

    `announce` is called with the address once it answers. Port 0 takes a free
    one. On a loopback address the server answers only to the names of this
    computer, and to `allowed_hosts`.

    Raises:
        StoreError: there is no graph, or it cannot be read.
        OutputError: the address is taken, or not this computer's.
    """
    Store.open(directory, read_only=True).close()
    listening = _listen(host, port)
    bound = listening.getsockname()
    name = f"[{host}]" if ":" in host else host
    if is_loopback(host):
        allowed_hosts = ["localhost", "127.0.0.1", "[::1]", name, *allowed_hosts]
    app = create_app(directory, limits=limits, allowed_hosts=allowed_hosts, cors=cors)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,  # what people ask is theirs
        server_header=False,
        timeout_graceful_shutdown=_GRACE,
    )
    announce(f"http://{name}:{bound[1]}/")
    with listening, suppress(KeyboardInterrupt):  # Ctrl-C is how one ends it
        _Server(config, app).run(sockets=[listening])


class _Server(uvicorn.Server):
    """Stops slow queries when it is told to stop, instead of waiting for them."""

    def __init__(self, config: uvicorn.Config, app: Starlette) -> None:
        super().__init__(config)
        self._state = app.state

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        if hasattr(self._state, "stop"):
            self._state.stop()
        super().handle_exit(sig, frame)


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, *_, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except OSError as error:
        raise OutputError(f"{host}: is no address of this computer; give another --host") from error
    try:
        return socket.create_server(address, family=family)
    except OSError as error:
        raise OutputError(
            f"{host}:{port}: cannot be served ({error.strerror}); stop what is there,"
            " or give another --port or --host"
        ) from error
