"""Clients that people use, and the examples of the document."""

import csv
import io
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import JSON, POST, POSTDIRECTLY, SPARQLWrapper

from stancegraph.rdf import article_iri
from tests.serve.serving import PLAIN, SPARQL, Server


def test_rdflib_as_a_client(server: Server) -> None:
    for method in ("GET", "POST", "POST_FORM"):
        remote = rdflib.Graph(SPARQLStore(f"{server.url}/sparql", method=method))
        rows = remote.query(f"PREFIX sg: <https://w3id.org/stancegraph/ns/> {PLAIN}")
        assert [str(row[0]) for row in rows] == sorted(  # type: ignore[index]
            map(article_iri, ("one", "two/3 é", "three"))
        )


def test_sparqlwrapper_as_a_client(server: Server) -> None:
    client = SPARQLWrapper(f"{server.url}/sparql")
    client.setQuery(PLAIN)
    client.setReturnFormat(JSON)
    assert len(client.queryAndConvert()["results"]["bindings"]) == 3  # type: ignore[call-overload,index]
    client.setMethod(POST)
    assert len(client.queryAndConvert()["results"]["bindings"]) == 3  # type: ignore[call-overload,index]
    client.setRequestMethod(POSTDIRECTLY)
    assert len(client.queryAndConvert()["results"]["bindings"]) == 3  # type: ignore[call-overload,index]
    client.setQuery(f"CONSTRUCT WHERE {{ <{article_iri('one')}> ?p ?o }}")
    client.setReturnFormat("turtle")
    assert b"schema" in client.queryAndConvert()  # type: ignore[operator]


@pytest.mark.skipif(
    shutil.which("curl") is None, reason="curl is the client tried here; .ci/run installs it"
)
def test_curl_as_a_client(server: Server) -> None:
    command = ["curl", "-sS", "--fail-with-body", f"{server.url}/sparql", "-H", "Accept: text/csv"]
    form = ["--data-urlencode", f"query={PLAIN}"]
    direct = ["-H", f"Content-Type: {SPARQL}", "--data-binary", PLAIN]
    for arguments in (form, ["-G", *form], direct):
        done = subprocess.run([*command, *arguments], capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        assert len(list(csv.DictReader(io.StringIO(done.stdout)))) == 3


DOCUMENT = Path(__file__).parents[2] / "docs" / "endpoint.md"


@pytest.mark.parametrize(
    ("language", "code"),
    re.findall(
        r"^```(py|sh)\n(.*?)^```", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
    )[1:],  # the first starts the server
)
def test_the_examples_of_the_document_run(server: Server, language: str, code: str) -> None:
    here = code.replace("http://127.0.0.1:8000", server.url).replace("russia", "avalon")
    if language == "py":
        subprocess.run([sys.executable, "-W", "error", "-c", here], check=True)
    elif shutil.which("curl") is not None:
        done = subprocess.run(["sh", "-c", f"{here.strip()} -sS --fail"], capture_output=True)
        assert (done.returncode, len(done.stdout.splitlines()) > 0) == (0, True)
