"""How long a server takes to answer, at rest and while slow queries hold all their places.

Start one in another terminal, then run:  python benchmarks/serve.py http://127.0.0.1:8000
"""

import argparse
import json
import threading
import time
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

#: Runs for hours on any graph.
SLOW = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p }"


def ask(url: str, accept: str = "*/*") -> tuple[int, float]:
    """Return the status of an answer, and the seconds until it was whole."""
    begun = time.perf_counter()
    try:
        with urlopen(Request(url, headers={"Accept": accept}), timeout=120) as answer:  # noqa: S310
            answer.read()
            status = answer.status
    except HTTPError as error:
        error.read()
        status = error.code
    return status, time.perf_counter() - begun


def query(server: str, text: str) -> str:
    """Return the address of a query."""
    return f"{server}/sparql?{urlencode({'query': text})}"


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("server")
    options.add_argument("--slow", type=int, default=4, help="slow queries at once")
    options.add_argument("--times", type=int, default=20)
    given = options.parse_args()
    server = given.server.rstrip("/")
    with urlopen(f"{server}/queries") as answer:  # noqa: S310
        named = [found["name"] for found in json.load(answer)["queries"]]
    addresses = {
        "health": (f"{server}/health", "*/*"),
        "ASK": (query(server, "ASK { ?s ?p ?o }"), "*/*"),
        **{name: (f"{server}/queries/{name}", "text/csv") for name in named},
    }
    for state in ("at rest", f"beside {given.slow} slow queries"):
        threads = [
            threading.Thread(target=ask, args=(query(server, SLOW),))
            for _ in range(0 if state == "at rest" else given.slow)
        ]
        for thread in threads:
            thread.start()
        time.sleep(1.5 if threads else 0)
        for name, (url, accept) in addresses.items():
            answers = [ask(url, accept) for _ in range(given.times)]
            took = sorted(seconds * 1000 for _, seconds in answers)
            statuses = sorted({status for status, _ in answers})
            print(f"{state:>24}  {name:<20} {took[len(took) // 2]:7.0f} ms, at most {took[-1]:.0f}"
                  f"  {statuses}")  # fmt: skip
        for thread in threads:
            thread.join()


if __name__ == "__main__":
    main()
