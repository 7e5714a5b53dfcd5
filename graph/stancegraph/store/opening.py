"""Opening a store by its place: a folder, or the address of a server."""

import os

from stancegraph.store.embedded import Store
from stancegraph.store.remote import Credentials, RemoteStore


def is_address(place: str | os.PathLike[str]) -> bool:
    """Tell whether a place is the address of a server, not a folder.

    >>> is_address("https://example.org/sparql"), is_address("build/demo")
    (True, False)
    """
    return isinstance(place, str) and place.lower().startswith(("http://", "https://"))


def open_store(
    place: str | os.PathLike[str],
    *,
    read_only: bool = False,
    credentials: Credentials | None = None,
    timeout: float = 60.0,
) -> Store | RemoteStore:
    """Open the graph in a folder, or the one behind the address of a SPARQL server.

    A server says itself who may write; `read_only` is for folders, and `credentials` and
    `timeout` (in seconds) are for servers.

    Raises:
        StoreError: there is no graph in the folder, another process is writing to it, or the
            address is none. Whether a server answers shows when it is asked.

    >>> with open_store("build/demo", read_only=True) as store:
    ...     len(store) > 0
    True
    """
    if is_address(place):
        return RemoteStore(str(place), credentials=credentials, timeout=timeout)
    return Store.open(place, read_only=read_only)
