"""Things by their addresses, as pages and as RDF."""

from urllib.parse import quote

import pyoxigraph as ox
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stancegraph.rdf import article_iri
from tests.serve.serving import EVIL, TEXT, Seen, Server, position_of, triples


def test_the_page_of_a_position_shows_its_sentence(server: Server) -> None:
    path = position_of(server, actor="avalon", article="one")
    page = server.get(path, "text/html")
    assert (page.status, page.type) == (200, "text/html")
    reader = Seen(page.text)
    assert reader.marked == "Avalon wants a limit"
    assert reader.quoted.strip() == TEXT.partition("\n")[0]
    for said in ("Fishing limit", "support", "“one”", "2003-10-01", "/data/run/", "self-stated"):
        assert said in page.text


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/case/toy", "Fish and ferries"),
        ("/case/toy/actor/avalon", "Avalon wants a limit"),
        ("/case/toy/issue/fishing-limit", "Brigadoon does not"),
        ("/data/article/one", "The sea was calm."),
        (f"/data/article/{quote('two/3 é', safe='')}", "“two/3 é”"),
        ("/ns/Position", "Position"),
        (f"/resource?iri={quote('https://w3id.org/stancegraph/none', safe='')}", None),
        ("/data/article/none", None),
    ],
)
def test_things_by_their_address(server: Server, path: str, said: str | None) -> None:
    page = server.get(path, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")
    rdf = server.get(path, "text/turtle")
    if said is None:
        assert (page.status, rdf.status) == (404, 404)
        return
    assert (page.status, page.type) == (200, "text/html")
    assert said in page.text
    assert Seen(page.text).runs == []
    assert (rdf.status, rdf.type) == (200, "text/turtle")
    subject = ox.NamedNode(f"https://w3id.org/stancegraph{path}")
    assert subject in {triple.subject for triple in triples(rdf)}
    other = server.get(f"{path}?format=jsonld")
    assert (other.status, other.type) == (200, "application/ld+json")
    assert triples(other) == triples(rdf)
    assert server.get(path, "image/png").status == 406


def test_things_have_one_address(server: Server) -> None:
    iri = article_iri("one")
    moved = server.get("/resource", iri=iri)
    assert (moved.status, moved.headers["location"]) == (303, "/data/article/one")
    assert server.get("/resource").status == 400
    assert server.get("/resource", iri="no iri").status == 400


def test_every_link_of_a_page_leads_somewhere(server: Server) -> None:
    seen: dict[str, int] = {}
    queue = ["/", "/queries", "/api", "/editor", position_of(server, actor="avalon")]
    while queue and len(seen) < 120:
        path = queue.pop(0)
        if path in seen:
            continue
        reply = server.get(path, "text/html, */*;q=0.1")
        seen[path] = reply.status
        if reply.type == "text/html" and path != "/view":
            queue += Seen(reply.text).links
    assert {path for path, status in seen.items() if status not in (200, 303)} == set()
    assert any(path.startswith("/data/run/") for path in seen)


def test_hostile_texts_never_become_markup(evil: Server) -> None:
    (row,) = evil.get("/queries/positions").json()["rows"]
    assert row["holder"] == EVIL
    paths = [
        row["position"].removeprefix("https://w3id.org/stancegraph"),
        article_iri(f"a{EVIL}").removeprefix("https://w3id.org/stancegraph"),
        *(
            f"/resource?iri={quote(f'https://example.org/case{part}', safe='')}"
            for part in ("", "/actor/avalon", "/issue/fishing-limit", "/group/sea")
        ),
        "/",
        "/queries/positions",
        "/queries/evidence",
        f"/editor?plain=yes&query={quote('SELECT ?o { ?s ?p ?o }')}",
        f"/editor?plain=yes&query={quote(EVIL)}",
        f"/resource?iri={quote(EVIL)}",
        f"/data/{quote(EVIL)}",
        f"/queries/{quote(EVIL)}",
        f"/queries/positions?{quote(EVIL)}={quote(EVIL)}",
    ]
    for path in paths:
        page = evil.get(path, "text/html")
        assert page.type == "text/html"
        inside = Seen(page.text).runs
        assert inside == [], path
        assert "{{7*7}}" in page.text or "49" not in page.text
    shown = evil.get(paths[0], "text/html")
    assert Seen(shown.text).marked == f"{EVIL} Avalon wants a limit {EVIL}"


iris = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.text("/.%2eE-~:@!$&'()*+,;=aZ0é", max_size=12).map(
        lambda tail: f"https://w3id.org/stancegraph/data/{tail}"
    ),
)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(iris)
def test_any_address_gets_an_answer(server: Server, iri: str) -> None:
    for accept in ("text/html", "text/turtle"):
        reply = server.get("/resource", accept, iri=iri)
        assert reply.status in (303, 400, 404), reply.text
        if reply.status == 303:
            then = server.get(reply.headers["location"], accept)
            assert then.status in (200, 404)
