"""Processes that read the graph, so that a query can be stopped.

The engine runs a query to its end and has no time limit of its own; a process
can be killed. Each worker opens the graph read-only and does one job at a time.

How a burst of slow queries leaves the rest answering: pages and named queries
have places of their own. A query from outside starts on one of two quick
places, in the order of arrival. One that is not done after half a second moves
on to one of the `concurrency` slow places, which frees the quick one, and
leaves the processor to the others; where all of these are taken, it is stopped,
and the client is asked to come back. So the wait for a quick place is short,
however many slow queries arrive.

A graph that is built anew or changed while it is served is noticed before each
job: it is answered by a worker that opened the graph since.
"""

import asyncio
import multiprocessing
import os
import pickle
import signal
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic, sleep
from typing import IO, Any, Literal

from stancegraph.exceptions import StanceGraphError, StoreError
from stancegraph.store import Store

__all__ = ["Aborted", "Answer", "Busy", "Job", "Lane", "Limits", "Pool", "TimedOut", "TooLarge"]

#: What a worker does: it reads the store, writes to the file, and returns the media type.
#: It goes to the worker pickled: a function of a module, or a `functools.partial` of one.
Job = Callable[[Store, IO[bytes]], str]

#: What kind of job it is: a query from outside; a page or named query; or the one page that
#: takes the whole graph.
Lane = Literal["query", "page", "view"]
#: Places to begin on. Two, so that a single job does not hold up all others.
_PLACES: Mapping[Lane, int] = {"query": 2, "page": 2, "view": 1}
#: Seconds on a quick place: several times what the named queries take on the bundled graph.
_QUICK = 0.5
#: How far a slow query steps back for the quick ones, of the 19 steps that there are.
_SLOW_NICENESS = 15
#: Jobs of one kind that may wait for a place: queries are through in _QUEUE * _QUICK / 2 seconds.
_QUEUE = 64
#: Seconds that a graph may be missing while a new one takes its place.
_SWAP = 2.0
#: Bytes that go from a worker to the server at a time.
_CHUNK = 1 << 18
#: Bytes of an answer kept in memory; a longer one is kept in a file.
_SPOOL = 1 << 22

_MEMORY = (
    "the query was given up: it took more memory than the server gives, or its process was"
    " ended; ask for less"
)
_STOPPING = "the server is stopping; the query was not done"


@dataclass(frozen=True, slots=True)
class Limits:
    """What a client may ask of the server.

    `timeout` is in seconds, `max_rows` in rows of a table or triples of a
    graph, `concurrency` in slow queries at once, `max_body` and `max_answer`
    in bytes, `memory` in bytes of a worker's address space (None: no limit).
    """

    timeout: float = 30.0
    max_rows: int = 100_000
    concurrency: int = 4
    max_body: int = 1 << 20
    max_answer: int = 1 << 28
    memory: int | None = 4 << 30


class Busy(Exception):  # noqa: N818 - a state of the server, no mistake
    """As much is going on as the limits allow; the client may come back."""


class TimedOut(Exception):  # noqa: N818 - a state of the query
    """The job was stopped at its time limit."""


class Aborted(Exception):  # noqa: N818 - a state of the query
    """The process that ran the job has died of it."""


class TooLarge(Exception):  # noqa: N818 - a property of the answer
    """The answer has more rows or bytes than the limits allow; there is no part of it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A job's whole output. `body` is a file at its beginning, to be closed."""

    media_type: str
    size: int
    body: IO[bytes]

    def read(self) -> bytes:
        """Return the output and close the file."""
        with self.body:
            return self.body.read()


# --- in the worker ------------------------------------------------------------------------


class _Sink:
    """The file that a job writes to: it goes to the server in pieces, up to a limit."""

    def __init__(self, connection: "Connection[Any, Any]", limit: int) -> None:
        self._connection = connection
        self._limit = limit
        self._buffer = bytearray()
        self._size = 0

    def write(self, data: bytes) -> int:
        self._size += len(data)
        if self._size > self._limit:
            raise TooLarge(f"the answer has more than {self._limit} bytes; ask for less at a time")
        self._buffer += data
        if len(self._buffer) >= _CHUNK:
            self.flush()
        return len(data)

    def flush(self) -> None:
        if self._buffer:
            self._connection.send(bytes(self._buffer))
            self._buffer.clear()


def _work(connection: "Connection[Any, Any]", directory: str, limits: Limits) -> None:
    """Do the jobs that come down the connection, until it is closed."""
    # Ctrl-C goes to the whole group of processes; the server says when to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_die_with_parent, daemon=True).start()
    _bound_memory(limits.memory)
    try:
        store = _open(directory)
    except StanceGraphError as error:
        connection.send(error)
        return
    connection.send(None)
    while True:
        try:
            job: Job = connection.recv()
        except (EOFError, OSError):
            return
        sink = _Sink(connection, limits.max_answer)
        try:
            media_type = job(store, sink)  # type: ignore[arg-type]
            sink.flush()
        except MemoryError:
            connection.send(Aborted(_MEMORY))
        except Exception as error:  # noqa: BLE001 - the server says what it was
            connection.send(_portable(error))
        else:
            connection.send(media_type)


def _open(directory: str) -> Store:
    """Open the graph; one that is just being replaced is missing for an instant."""
    deadline = monotonic() + _SWAP
    while True:
        try:
            return Store.open(directory, read_only=True)
        except StoreError:
            if monotonic() > deadline:
                raise
            sleep(0.05)


def _die_with_parent() -> None:
    """End this process with the server, even where that was killed in the midst of a query."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _bound_memory(limit: int | None) -> None:
    if limit is not None and sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):  # a lower one is in force already
            resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def _portable(error: Exception) -> Exception:
    """Give an error as one that gets through the connection."""
    try:
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own, just made
    except Exception:  # noqa: BLE001 - whatever it is, its words get through
        again = None
    return again if type(again) is type(error) else RuntimeError(f"{error!r}")


# --- in the server ------------------------------------------------------------------------

Identity = tuple[int, ...] | None


def _identity(directory: Path) -> Identity:
    """Tell one state of the graph on disk from the next; None while there is none."""
    for database in (directory / "store", directory):
        try:
            folder = database.stat()
            (database / "CURRENT").stat()
            # A change goes into a file of its own or to the end of one. The engine's own notes
            # tell nothing of the graph, and those of a reader are written there too.
            newest = max(
                file.stat().st_mtime_ns
                for file in os.scandir(database)
                if not file.name.startswith(("LOG", "LOCK"))
            )
        except OSError:
            continue
        return folder.st_dev, folder.st_ino, newest
    return None


class _Worker:
    """A process with the graph open, and the connection to it."""

    def __init__(self, context: Any, directory: Path, limits: Limits) -> None:
        self.identity = _identity(directory)
        self.healthy = True
        here, there = context.Pipe()
        self._connection: Connection[Any, Any] = here
        self._process = context.Process(
            target=_work,
            args=(there, str(directory), limits),
            daemon=True,
            name="stancegraph-query",
        )
        self._process.start()
        there.close()
        try:
            failure = here.recv()
        except (EOFError, OSError):
            failure = StoreError(f"{directory}: the process that was to read the graph has died")
        if failure is not None:
            self.kill()
            raise failure

    def call(self, job: Job) -> Answer:
        """Have a job done; blocks until it is, or until the worker is killed."""
        with ExitStack() as stack:
            body = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=_SPOOL))
            size = 0
            self._connection.send(job)
            while isinstance(message := self._receive(), bytes):
                body.write(message)
                size += len(message)
            if isinstance(message, Exception):
                raise message
            stack.pop_all()
            body.seek(0)
            return Answer(message, size, body)

    def _receive(self) -> bytes | str | Exception:
        try:
            message: bytes | str | Exception = self._connection.recv()
        except (EOFError, OSError) as error:
            self.healthy = False
            raise Aborted(_MEMORY) from error
        return message

    @property
    def ready(self) -> bool:
        """Whether it can take a job; the system may have ended it meanwhile."""
        return self.healthy and bool(self._process.is_alive())

    def step_back(self) -> None:
        """Leave the processor to others; the way back is not open, so this job is the last."""
        self.healthy = False
        if hasattr(os, "setpriority"):
            with suppress(OSError):
                os.setpriority(os.PRIO_PROCESS, self._process.pid, _SLOW_NICENESS)

    def kill(self) -> None:
        self.healthy = False
        self._process.kill()
        # The connection closes when nobody reads from it any more: closing it under a reader
        # could hand that one somebody else's file.
        self._process.join()


class Pool:
    """The workers of one server. It has state: the processes and who waits for them.

    All methods but the constructor are called in one event loop.
    """

    def __init__(self, directory: Path, limits: Limits) -> None:
        self._directory = directory
        self._limits = limits
        # A process forked from one that has imported everything is there in a hundredth of a
        # second; forking this one, with its threads, would not be safe.
        forks = "forkserver" in multiprocessing.get_all_start_methods()
        self._context = multiprocessing.get_context("forkserver" if forks else "spawn")
        if forks:
            self._context.set_forkserver_preload(["stancegraph.serve.jobs", "pandas"])
        self._idle: list[_Worker] = []
        self._busy: set[_Worker] = set()
        self._places = {lane: asyncio.Semaphore(n) for lane, n in _PLACES.items()}
        self._waiting = dict.fromkeys(_PLACES, 0)
        self._slow = 0
        self._closed = False
        places = sum(_PLACES.values()) + limits.concurrency
        # One thread waits for each job; killed workers' threads need a moment to notice.
        self._threads = ThreadPoolExecutor(2 * places + 4, thread_name_prefix="worker")

    @property
    def identity(self) -> Identity:
        """What tells the graph as it is now from an earlier or later one."""
        return _identity(self._directory)

    async def run(self, job: Job, lane: Lane = "query", *, timeout: float | None = None) -> Answer:
        """Do a job within `timeout` seconds (by default, the limits').

        Where the caller is cancelled, the job is stopped.

        Raises:
            Busy: too many others are waiting or taking long.
            TimedOut: it was not done in time.
            Aborted: it took all memory there is, or was killed from outside.
            TooLarge: the answer is larger than the limits allow.
            StanceGraphError: the job raised it, or the graph cannot be read.
        """
        limit = self._limits.timeout if timeout is None else timeout
        quick = min(limit, _QUICK) if lane == "query" else limit
        await self._wait_for_place(lane)
        slow = False
        worker: _Worker | None = None
        work: asyncio.Future[Answer] | None = None
        try:
            worker = await self._take()
            if lane == "view":
                worker.step_back()
            work = asyncio.get_running_loop().run_in_executor(self._threads, worker.call, job)
            await asyncio.wait({work}, timeout=quick)
            if not work.done() and limit > quick:
                if self._slow >= self._limits.concurrency:
                    raise Busy(
                        f"{self._slow} slow queries are running already, and no more may;"
                        " come back in a while, or ask for less"
                    )
                self._slow += 1
                slow = True
                worker.step_back()
                self._places[lane].release()
                await asyncio.wait({work}, timeout=limit - quick)
            if not work.done():
                raise TimedOut(
                    f"not done within {limit:g} seconds and stopped; ask for less,"
                    " or start the server with a longer --timeout"
                )
            return work.result()
        except Aborted as error:
            if self._closed:
                raise Busy(_STOPPING) from error
            raise
        finally:
            if worker is not None:
                self._retire(worker, work)
            if slow:
                self._slow -= 1
            else:
                self._places[lane].release()

    def _retire(self, worker: _Worker, work: "asyncio.Future[Answer] | None") -> None:
        """Take a worker back, if it can do another job."""
        self._busy.discard(worker)
        done = work is not None and work.done()
        if done and worker.healthy and not self._closed:
            self._idle.append(worker)
            return
        worker.kill()
        if work is not None and not done:
            work.add_done_callback(_drop)

    async def _wait_for_place(self, lane: Lane) -> None:
        if self._waiting[lane] >= _QUEUE:
            raise Busy("too many queries are waiting; come back in a while")
        self._waiting[lane] += 1
        try:
            await self._places[lane].acquire()
        finally:
            self._waiting[lane] -= 1

    async def _take(self) -> _Worker:
        """Take a worker that has the graph open that is there now, starting one if need be."""
        if self._closed:
            raise Busy(_STOPPING)
        now = self.identity
        # While a new graph takes the place of the old, there is none; go on with the old one.
        stale = [w for w in self._idle if not w.ready or (now is not None and w.identity != now)]
        for worker in stale:
            self._idle.remove(worker)
            worker.kill()
        if self._idle:
            worker = self._idle.pop()
        else:
            loop = asyncio.get_running_loop()
            start = loop.run_in_executor(
                self._threads, _Worker, self._context, self._directory, self._limits
            )
            try:
                worker = await asyncio.shield(start)
            except asyncio.CancelledError:
                start.add_done_callback(_kill_started)
                raise
        self._busy.add(worker)
        return worker

    def stop(self) -> None:
        """Kill all workers, whatever they are doing, and take no more jobs."""
        self._closed = True
        for worker in (*self._idle, *self._busy):
            worker.kill()
        self._idle.clear()

    def close(self) -> None:
        """Stop, and wait for what is left of the jobs."""
        self.stop()
        self._threads.shutdown(wait=True)


def _drop(work: "asyncio.Future[Answer]") -> None:
    """Take note of how a stopped job ended, so that nobody else asks."""
    if not work.cancelled() and work.exception() is None:
        work.result().body.close()


def _kill_started(start: "asyncio.Future[_Worker]") -> None:
    if not start.cancelled() and start.exception() is None:
        start.result().kill()
