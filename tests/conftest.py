"""What every test may rely on."""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from hypothesis import settings
from playwright.sync_api import Browser, expect, sync_playwright

from stancegraph.store import RemoteStore, Store

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


# --- servers --------------------------------------------------------------------------------

AnyStore = Store | RemoteStore


def free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


def started(command: list[str], folder: Path, url: str) -> subprocess.Popen[bytes]:
    """Start a server and wait until it answers; what it says goes to a file in the folder."""
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=subprocess.STDOUT)
    for _ in range(300):
        if process.poll() is not None:
            break
        try:
            httpx.get(url, timeout=5, params={"query": "ASK { }"})
        except httpx.HTTPError:
            time.sleep(0.2)
        else:
            return process
    process.kill()
    process.wait()
    pytest.fail(f"{command[0]} did not start: {(folder / 'server.log').read_text()[-2000:]}")


def stopped(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def oxigraph_server(folder: Path, *options: str) -> Iterator[str]:
    program = shutil.which("oxigraph", path=str(Path(sys.executable).parent))
    if program is None:
        pytest.skip("there is no oxigraph beside this Python; install the extra `test`")
    url = f"http://127.0.0.1:{free_port()}"
    command = [program, "serve", "--bind", url.removeprefix("http://"), *options]
    process = started(command, folder, f"{url}/query")
    yield url
    stopped(process)


@pytest.fixture(scope="session")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of an Oxigraph server with a database on disk."""
    yield from oxigraph_server(tmp_path_factory.mktemp("oxigraph"), "--location", "data")


@pytest.fixture
def empty_oxigraph(oxigraph: str) -> str:
    """Give the address of the Oxigraph server, emptied: the whole run shares it."""
    with RemoteStore(oxigraph) as store:
        for name in store.graphs():
            store.delete_graph(name)
    return oxigraph


@pytest.fixture(scope="session")
def hasty_oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of an Oxigraph server that gives up on a query after a second."""
    yield from oxigraph_server(tmp_path_factory.mktemp("hasty"), "--timeout-s", "1")


#: Small, on this machine only, and writing nowhere but to its own folder.
VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
TempStorage = TempDatabase
[TempDatabase]
DatabaseFile = temporary.db
TransactionFile = temporary.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
ServerThreads = 10
CheckpointInterval = 0
NumberOfBuffers = 10000
MaxDirtyBuffers = 7500
CaseMode = 2
AllowOSCalls = 0
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
MaxClientConnections = 10
[SPARQL]
ResultSetMaxRows = 100000
"""


@pytest.fixture(scope="session")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of a Virtuoso server that anybody may write to."""
    if not (shutil.which("virtuoso-t") and shutil.which("isql-vt")):
        pytest.skip(
            "Virtuoso is not installed; on Debian: apt-get install virtuoso-opensource-7-bin"
        )
    folder = tmp_path_factory.mktemp("virtuoso")
    http, sql = free_port(), free_port()
    (folder / "own.ini").write_text(VIRTUOSO.format(http=http, sql=sql))
    url = f"http://127.0.0.1:{http}/sparql"
    process = started(["virtuoso-t", "-f", "-c", "own.ini"], folder, url)
    grants = "grant SPARQL_UPDATE to \"SPARQL\"; DB.DBA.RDF_DEFAULT_USER_PERMS_SET('nobody', 7);"
    subprocess.run(
        ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"exec={grants}"],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    yield url
    stopped(process)


@pytest.fixture(params=["embedded", "oxigraph", "virtuoso"])
def empty_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[AnyStore]:
    """Give an empty store of each kind: on disk, and behind each server."""
    with opened(request.param, request, tmp_path / "empty") as store:
        yield store


def opened(kind: str, request: pytest.FixtureRequest, folder: Path) -> AnyStore:
    """Open an empty store of a kind."""
    if kind == "embedded":
        return Store.create(folder)
    store = RemoteStore(request.getfixturevalue(kind))
    for name in store.graphs():
        store.delete_graph(name)
    return store


# --- a browser ------------------------------------------------------------------------------

CHROMIUM = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
)
#: Keeps the browser from asking its maker for anything, and runs it as any user.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give the one browser of a run: Playwright can be started only once in a process."""
    if CHROMIUM is None:
        pytest.skip("no chromium found on the PATH: nothing was tried in a browser")
    # The machine may be slow; what never comes is told late, but rightly.
    expect.set_options(timeout=30_000)
    with (
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS) as browser,
    ):
        yield browser
