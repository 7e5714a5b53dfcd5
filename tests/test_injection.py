"""Nothing from outside is read as code: hostile words go all the way and come out as they were."""

import importlib.util
from html.parser import HTMLParser
from pathlib import Path
from types import ModuleType
from typing import Any

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stancegraph.case import load_case
from stancegraph.model import Article, Position
from stancegraph.rdf import case_from_rdf, reference_graph
from stancegraph.store import Store, stored
from stancegraph.validation import validate_store

HOSTILE = [
    '"', "'", '"""', "\\", "\\u0022", "\n. }", "> . <urn:x:a> <urn:x:b> <urn:x:c", "} ; DROP ALL #",
    '" . } } ; DROP ALL ; INSERT DATA { <urn:x:a> <urn:x:b> "', "%s", "{}", "?actor", "UNDEF",
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "![](https://example.org/x.png)", "`code`", "| a | b |", "# head", "* [ ] a", "&lt;b&gt;",
    "{{ 7 * 7 }}", "{% raw %}", "\u202e", "\ufeff", "e\u0301", "@en", "^^<urn:x:d>", "_:b0",
    "<https://example.org/>", "www.example.org", "${x}", "\x7f",
]  # fmt: skip
words = st.lists(
    st.sampled_from(HOSTILE) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=9),
    min_size=1,
    max_size=4,
).map(lambda parts: " ".join("".join(parts).split()) or "x")


def quoted(text: str) -> str:
    literal = ox.Literal(text)
    return str(literal)


def case_file(folder: Path, text: str) -> Path:
    """Write a case all of whose words are hostile."""
    folder.mkdir(parents=True, exist_ok=True)
    told = quoted(text)
    head = "\n".join(
        f"@prefix {name}: <{iri}> ."
        for name, iri in {
            "sg": "https://w3id.org/stancegraph/ns/",
            "skos": "http://www.w3.org/2004/02/skos/core#",
            "dct": "http://purl.org/dc/terms/",
            "owl": "http://www.w3.org/2002/07/owl#",
            "org": "http://www.w3.org/ns/org#",
            "": "https://example.org/x/",
        }.items()
    )
    (folder / "case.ttl").write_text(
        f"""{head}
:case a sg:Case ; skos:notation {told} ; dct:title {told} ; owl:versionInfo {told} ;
    sg:compares ( :a :b ) ; sg:groups ( :g ) ; sg:lookalike {told} .
:a a sg:Actor, sg:Bloc, org:Organization ; skos:notation {quoted("a" + text)} ;
    skos:prefLabel {told} ; skos:altLabel {quoted(text + "!")} ; sg:demonym {told} .
:b a sg:Actor, sg:Bloc, org:Organization ; skos:notation {quoted("b" + text)} ;
    skos:prefLabel "B" .
:g a sg:IssueGroup ; skos:notation {told} ; skos:prefLabel {told} .
:i a sg:Issue ; skos:notation {told} ; skos:prefLabel {told} ; sg:proposition {told} ;
    skos:definition {told} ; sg:supportMeans {told} ; sg:opposeMeans {told} ; sg:group :g .
""",
        encoding="utf-8",
    )
    return folder


@settings(max_examples=20)
@given(words, words)
def test_hostile_words_go_through_a_graph_unchanged(
    tmp_path_factory: pytest.TempPathFactory, text: str, other: str
) -> None:
    case = load_case(case_file(tmp_path_factory.mktemp("case"), text))
    assert (case.title, case.actors[f"a{text}"].label) == (text, text)
    store = Store.memory()
    store.put_graph(reference_graph(case))
    for name in (f"1{text}", f"2{other}"):
        article = Article(id=name, text=other, title=text, url=other, extra={text: other})
        told = Position(
            name, f"a{text}", holder=other, issue=text, stance="conditional", quote=other,
            start=0, end=len(other), condition=text, extractor=text,
        )  # fmt: skip
        store.put_article(article, [told], case)
        assert (article, (told,)) in list(stored(store, case))
    for pattern in ("?actor", "?issue"):
        rows = store.select(
            f"SELECT ?p {{ ?p a sg:Position ; sg:actor/skos:notation ?actor ;"
            f" sg:issue/skos:notation ?issue . FILTER(BOUND({pattern})) }}",
            {"actor": [ox.Literal(f"a{text}")], "issue": [ox.Literal(text)]},
        ).rows
        assert len(rows) == 2
    read = case_from_rdf(store.quads(case.iri))
    assert (read.issues[text].proposition, read.groups) == (text, {text: text})
    assert validate_store(store).conforms
    store.delete_article(f"1{text}")
    assert [article.id for article, _ in stored(store, case)] == [f"2{other}"]
    names = set(store.graphs())
    assert all(name.startswith("https://") for name in names)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)

    def handle_data(self, data: str) -> None:
        self.words.append(data)


@pytest.fixture(scope="module")
def hooks(root: Path) -> ModuleType:
    pytest.importorskip("mkdocs")
    spec = importlib.util.spec_from_file_location("documentation_hooks", root / "docs" / "hooks.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@settings(max_examples=20)
@given(text=words)
def test_hostile_words_of_a_case_are_no_html(
    hooks: Any, tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = case_file(tmp_path_factory.mktemp("case") / "x", text)
    page = pytest.importorskip("markdown").markdown(
        hooks.case_page(folder), extensions=["tables", "attr_list", "toc"]
    )
    read = _Tags()
    read.feed(page)
    known = {"h1", "h2", "h3", "p", "code", "table", "thead", "tbody", "tr", "th", "td"}
    assert read.tags <= known
    assert read.attributes <= {"id"}
    assert " ".join(text.split()) in " ".join(" ".join(read.words).split())
