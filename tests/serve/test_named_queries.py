"""Named queries by address, and the OpenAPI document."""

import csv
import io
from typing import Any

import pytest

from stancegraph.queries import catalogue
from tests.serve.serving import EVIL, Seen, Server


def test_every_named_query_is_an_address(server: Server) -> None:
    listed = server.get("/queries").json()["queries"]
    assert [query["name"] for query in listed] == [query.name for query in catalogue()]
    for query in listed:
        reply = server.get(query["url"].removeprefix(server.url))
        assert (reply.status, reply.type) == (200, "application/json")
        told = reply.json()
        columns = [column["name"] for column in told["columns"]]
        assert columns == [column["name"] for column in query["columns"]]
        for row in told["rows"]:
            assert list(row) == columns
        as_csv = server.get(f"/queries/{query['name']}", "text/csv")
        assert as_csv.type == "text/csv"
        lines = list(csv.reader(io.StringIO(as_csv.text)))
        assert lines[0] == columns
        assert len(lines) == 1 + len(told["rows"])
        page = server.get(f"/queries/{query['name']}", "text/html")
        assert (page.status, page.type) == (200, "text/html")


def test_parameters_of_a_named_query(server: Server) -> None:
    def actors(**fields: Any) -> list[str]:
        reply = server.get("/queries/positions", **fields)
        assert reply.status == 200, reply.text
        return sorted({row["actor"] for row in reply.json()["rows"]})

    assert actors() == ["avalon", "brigadoon"]
    assert actors(actor="avalon") == ["avalon"]
    assert actors(actor=["avalon", "brigadoon"]) == ["avalon", "brigadoon"]
    assert actors(actor="", stance="oppose", format="json") == ["brigadoon"]
    assert actors(since="2004-01-01") == []
    page = server.get("/queries/positions?actor=avalon&format=html")
    assert page.type == "text/html"
    assert "/data/position/" in page.text and "format=csv" in page.text


@pytest.mark.parametrize(
    "fields",
    [
        {"actor": "nobody"},
        {"since": "yesterday"},
        {"stance": "maybe"},
        {"colour": "red"},
        {"actor": 'avalon" } #'},
        {"actor": EVIL},
    ],
)
def test_parameters_that_do_not_fit(server: Server, fields: dict[str, str]) -> None:
    reply = server.get("/queries/positions", **fields)
    assert (reply.status, reply.type) == (400, "application/problem+json")
    assert next(iter(fields)) in reply.json()["detail"]
    page = server.get("/queries/positions", "text/html", **fields)
    assert (page.status, page.type) == (400, "text/html")
    assert Seen(page.text).runs == []


def test_the_openapi_document(server: Server) -> None:
    reply = server.get("/openapi.json")
    document = reply.json()
    assert document["openapi"].startswith("3.1")
    assert document["servers"] == [{"url": server.url}]
    for query in catalogue():
        operation = document["paths"][f"/queries/{query.name}"]["get"]
        named = [parameter["name"] for parameter in operation["parameters"]]
        assert named == [*(p.name for p in query.parameters), "format"]
        assert len(set(named)) == len(named)
    listed = document["paths"]["/queries/positions"]["get"]["parameters"]
    types = {parameter["name"]: parameter["schema"]["items"] for parameter in listed[:-1]}
    assert types["stance"]["enum"] == ["support", "oppose", "conditional", "ambivalent"]
    assert types["since"] == {"type": "string", "format": "date"}
    page = server.get("/api", "text/html").text
    assert all(f"/queries/{query.name}" in page for query in catalogue())
