"""The second bundled case: a negotiation that the engine knows from its ontology files alone."""

import itertools
import re
import unicodedata
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from stancegraph.articles import read_articles
from stancegraph.case import Case, load_case
from stancegraph.evaluation import Scores, evaluate, read_gold
from stancegraph.extraction import Extractor
from stancegraph.extraction.cues import compile_cue
from stancegraph.model import Article, Position
from stancegraph.rdf import article_graph, case_from_rdf, from_rdf, reference_graph

NAME = "iran-nuclear"
COMPARED = ("iran", "united-states", "europe", "israel")

# Measured: pair F1 0.79, 32 of the 33 pairs shown being coded, none with the wrong sign (0.84 of
# 37 pairs shown when the case was made: what was tightened since for precision cost some). The
# floor leaves room for two of the 48 coded pairs, the ceiling for one sign error: the engine is
# tuned on another negotiation, and three articles are too few to tell such a difference from
# chance.
LEAST_PAIR_F1 = 0.74
MOST_SIGN_ERRORS = 0.035


@pytest.fixture(scope="module")
def case() -> Case:
    return load_case(NAME)


@pytest.fixture(scope="module")
def folder(root: Path) -> Path:
    return root / "data" / "cases" / NAME


@pytest.fixture(scope="module")
def articles(folder: Path) -> list[Article]:
    return list(read_articles([folder / "articles"]))


@pytest.fixture(scope="module")
def found(case: Case, articles: list[Article]) -> dict[str, list[Position]]:
    extracted = Extractor(case).extract(articles)
    return {article.id: list(positions) for article, positions in extracted}


@pytest.fixture(scope="module")
def scores(
    case: Case, folder: Path, articles: list[Article], found: dict[str, list[Position]]
) -> Scores:
    return evaluate(articles, found, read_gold(folder / "gold"), case)


# The ontology


def test_what_is_compared_over_which_issues(case: Case) -> None:
    assert (case.id, case.compared) == (NAME, COMPARED)
    assert {case.issues[name].group for name in case.issues} == set(case.groups)
    assert 15 <= len(case.issues) <= 20
    assert {"russia", "china", "iaea", "oman", "qatar", "saudi-arabia", "united-nations"} <= set(
        case.blocs
    )


def test_every_issue_is_explained_and_has_words(case: Case) -> None:
    for issue in case.issues.values():
        assert issue.proposition, issue.id
        assert issue.definition, issue.id
        assert issue.support_means, issue.id
        assert issue.oppose_means, issue.id
        assert len(issue.cues) >= 15, issue.id


def test_every_cue_compiles_and_names_actors_of_the_case(case: Case) -> None:
    any_actor = {"party", "any"}
    for issue in case.issues.values():
        for cue in issue.cues:
            pattern = compile_cue(cue, case.word_lists)
            assert set(pattern.agents) <= set(case.actors), cue.pattern
            named = set(re.findall(r"@([a-z-]+)", cue.pattern))
            assert named <= any_actor | set(case.actors), cue.pattern


def test_every_word_list_is_used(case: Case) -> None:
    used = {
        name
        for issue in case.issues.values()
        for cue in issue.cues
        for name in re.findall(r"\{([^}]+)\}", cue.pattern)
    }
    assert used == set(case.word_lists)


def test_every_name_belongs_to_one_actor_and_is_known_without_diacritics(case: Case) -> None:
    owners = defaultdict(set)
    for actor in case.actors.values():
        for name in actor.aliases:
            owners[name].add(actor.id)
            decomposed = unicodedata.normalize("NFKD", name)
            plain = "".join(c for c in decomposed if not unicodedata.combining(c))
            assert plain in actor.aliases or not plain.isascii(), name
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_every_lookalike_contains_a_name(case: Case) -> None:
    words = {name for actor in case.actors.values() for name in (*actor.aliases, *actor.demonyms)}
    for phrase in case.lookalikes:
        assert any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", phrase) for word in words), phrase


@pytest.mark.parametrize("title", ["president", "chancellor", "prime minister", "foreign minister"])
def test_terms_of_one_office_do_not_overlap(case: Case, title: str) -> None:
    terms = defaultdict(list)
    for actor in case.actors.values():
        for office in actor.offices:
            if title in office.titles and office.start:
                terms[office.body].append((office.start, office.end, actor.id))
    assert terms
    for body, holders in terms.items():
        for one, other in itertools.pairwise(sorted(holders)):
            assert one[1] is not None, (body, one, other)
            assert one[1] <= other[0], (body, one, other)


@pytest.mark.parametrize(
    ("bloc", "names"),
    [
        ("iran", "Tehran, Khamenei, Pezeshkian, Araghchi, Araqchi, Baghaei, Zarif, IRGC, Majlis"),
        ("united-states", "Washington, Trump, Witkoff, Rubio, White House, State Department"),
        ("europe", "E3, EU, Kallas, Lammy, Barrot, Wadephul, Macron, Germany, London"),
        ("israel", "Netanyahu, Katz, Sa'ar, Jerusalem, IDF, Knesset"),
        ("iaea", "Grossi, Board of Governors, International Atomic Energy Agency"),
        ("oman", "Muscat, Albusaidi"),
        ("russia", "Kremlin, Ryabkov, Ulyanov"),
        ("china", "Beijing, Wang Yi"),
    ],
)
def test_names_resolve_to_their_bloc(case: Case, bloc: str, names: str) -> None:
    blocs = {name: actor.bloc for actor in case.actors.values() for name in actor.aliases}
    assert {name: blocs.get(name) for name in names.split(", ")} == dict.fromkeys(
        names.split(", "), bloc
    )


def test_offices_end(case: Case) -> None:
    (post,) = (o for o in case.actors["hassan-rouhani"].offices if "president" in o.titles)
    assert post.end == date(2021, 8, 3)
    assert case.actors["masoud-pezeshkian"].offices[0].end is None


# The articles


def test_the_positions_are_quoted_exactly(
    articles: list[Article], found: dict[str, list[Position]]
) -> None:
    assert len(articles) == 3
    for article in articles:
        assert len(found[article.id]) >= 10
        for position in found[article.id]:
            assert position.quote == article.text[position.start : position.end]


def test_the_compared_actors_are_all_heard(found: dict[str, list[Position]]) -> None:
    heard = {position.actor for positions in found.values() for position in positions}
    assert heard >= set(COMPARED)


def test_scores_on_the_coded_articles(scores: Scores) -> None:
    assert scores.quotes_exact == 1.0
    assert scores.total.pair_f1 >= LEAST_PAIR_F1
    assert scores.total.sign_error_share <= MOST_SIGN_ERRORS


def test_the_coding_sees_every_compared_actor_for_and_against(folder: Path) -> None:
    signs = defaultdict(set)
    for coding in read_gold(folder / "gold").values():
        for position in coding.positions:
            signs[position.actor].add(position.stance)
    for actor in COMPARED:
        assert signs[actor] & {"oppose", "ambivalent", "conditional"}, actor
        assert "support" in signs[actor], actor


# Apart from the other case


def test_nothing_of_the_default_case_leaks(
    root: Path, case: Case, found: dict[str, list[Position]]
) -> None:
    other = load_case()
    assert other.id != case.id
    for file in (root / "ontology" / "cases" / NAME).glob("*.ttl"):
        assert f"/case/{other.id}" not in file.read_text(encoding="utf-8"), file.name
    foreign = set(other.issues) - set(case.issues)
    assert foreign
    for positions in found.values():
        for position in positions:
            assert position.issue in case.issues
            assert position.issue not in foreign
            assert position.actor in case.blocs


def test_the_graph_is_of_this_case_alone(
    case: Case, articles: list[Article], found: dict[str, list[Position]]
) -> None:
    quads = reference_graph(case)
    for article in articles:
        quads += article_graph(article, found[article.id], case)
    foreign = f"/case/{load_case().id}"
    assert not any(foreign in str(quad) for quad in quads)
    assert case_from_rdf(quads).compared == COMPARED
    back = {article.id: set(positions) for article, positions in from_rdf(quads, case)}
    assert {name: len(positions) for name, positions in back.items()} == {
        name: len(set(positions)) for name, positions in found.items()
    }


def test_the_demonstration_reads_the_articles_of_the_default_case_only(
    root: Path, articles: list[Article]
) -> None:
    shown = {article.id for article in read_articles([root / "data" / "articles"])}
    assert shown
    assert shown.isdisjoint(article.id for article in articles)


def test_a_cue_with_its_own_contrast_is_turned_once(case: Case) -> None:
    text = "Rubio, who had met the envoys, prefers an agreement over bombing."
    article = Article(id="contrast", text=text, date=date(2025, 6, 13))
    [(_, positions)] = Extractor(case).extract([article])
    strikes = {p.stance for p in positions if p.issue == "military-strikes"}
    assert strikes == {"oppose"}
