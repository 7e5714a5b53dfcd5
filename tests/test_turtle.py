"""Places in Turtle: every triple of real files is found in the line that says it."""

from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancegraph.case import ontology_file
from stancegraph.turtle import line_of, places

SG = "https://w3id.org/stancegraph/ns/"
FILES = [
    "core.ttl",
    "shapes.ttl",
    "cases/ukraine/case.ttl",
    "cases/ukraine/actors.ttl",
    "cases/ukraine/issues.ttl",
    "cases/iran-nuclear/issues.ttl",
]


def written(term: object) -> str | None:
    if isinstance(term, ox.BlankNode | ox.Triple):
        return None
    return term.value if isinstance(term, ox.NamedNode | ox.Literal) else None


@pytest.mark.parametrize("name", FILES)
def test_every_triple_is_found_where_it_is_said(name: str) -> None:
    data = ontology_file(name).read_bytes()
    text = data.decode("utf-8")
    lines = text.splitlines()
    found = defaultdict(list)
    for place in places(text):
        found[place[1:]].append(place.line)
    checked = 0
    for quad in ox.parse(data, format=ox.RdfFormat.TURTLE):
        parts = tuple(written(term) for term in (quad.subject, quad.predicate, quad.object))
        if None in parts or str(parts[1]).startswith("http://www.w3.org/1999/02/22-rdf-syntax"):
            continue
        assert found[parts], parts  # type: ignore[index]
        end = str(parts[2]).rpartition("/")[2].rpartition("#")[2].splitlines() or [""]
        said = "\n".join(lines[line - 1] for line in found[parts])  # type: ignore[index]
        assert end[0].replace("\\", "\\\\").replace('"', '\\"') in said, parts
        checked += 1
    assert checked > 50


def test_the_golden_trig(root: Path) -> None:
    text = (root / "tests" / "golden" / "isles.trig").read_text(encoding="utf-8")
    line = line_of(text, predicate=f"{SG}stance", object=f"{SG}Ambivalent")
    assert line is not None
    assert text.splitlines()[line - 1].strip() == "sg:stance sg:Ambivalent ;"


@given(st.text(max_size=60) | st.text(".;,[](){}<>\"'\\@^:a \n#", max_size=60))
def test_any_text_is_passed_over(text: str) -> None:
    assert all(place.line >= 1 for place in places(text))


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), min_size=1))
def test_any_literals_are_found(values: list[str]) -> None:
    triples = [
        ox.Triple(ox.NamedNode(f"urn:x:{n}"), ox.NamedNode("urn:x:p"), ox.Literal(value))
        for n, value in enumerate(values)
    ]
    data = ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes={"x": "urn:x:"})
    assert data is not None
    told = {place[1:] for place in places(data.decode("utf-8"))}
    assert {(f"urn:x:{n}", "urn:x:p", value) for n, value in enumerate(values)} <= told
