"""Reading a case from Turtle: what comes out, and what is said when it cannot."""

import itertools
import re
import shutil
import unicodedata
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import RDF, Graph

import stancegraph.case
from stancegraph.case import Case, Cue, Office, Record, case_dir, load_case, ontology_file
from stancegraph.exceptions import CaseError
from stancegraph.extraction.cues import lemma
from stancegraph.vocabulary import SG

TOY = Path(__file__).parent / "cases" / "toy"


@pytest.fixture(scope="module")
def toy() -> Case:
    return load_case(TOY)


@pytest.fixture(scope="module")
def bundled() -> Case:
    return load_case()


# What comes out


def test_the_case_itself(toy: Case) -> None:
    assert (toy.id, toy.version, toy.language) == ("toy", "1.0.0", "en")
    assert toy.title == "Fish and ferries between Avalon and Brigadoon"
    assert toy.compared == ("avalon", "brigadoon")
    assert toy.groups == {"sea": "The sea", "transport": "Transport"}
    assert toy.lookalikes == ("Avalon Gazette",)
    assert toy.word_lists["limit"] == ("limit", "quota", "cap")


def test_names_are_the_label_and_all_spellings_of_the_language(toy: Case) -> None:
    assert toy.actors["avalon"].aliases == ("Avalon", "Isle of Avalon", "Glastonbury")
    assert toy.actors["avalon"].demonyms == ("Avalonian",)
    assert toy.actors["morgan-lefay"].aliases == ("Morgan Lefay", "Lefay", "Le Fay")


def test_a_person_speaks_for_the_bodies_of_the_offices(toy: Case) -> None:
    lefay = toy.actors["morgan-lefay"]
    assert lefay.kind == "person"
    assert lefay.gender == "female"
    assert lefay.parents == ("avalon", "avalon-council")
    assert lefay.bloc == "avalon"
    assert lefay.offices == (
        Office(("speaker",), "avalon-council", date(2001, 5, 1), date(2003, 9, 1)),
        Office(("governor", "leader"), "avalon", date(2003, 9, 1), None),
    )


def test_groups_take_they(toy: Case) -> None:
    assert toy.actors["ferrymen"].plural
    assert not toy.actors["avalon-council"].plural


def test_author_and_others_are_always_there_and_have_no_names(toy: Case) -> None:
    for name in (toy.author, toy.other):
        assert toy.actors[name].aliases == ()
        assert toy.actors[name].bloc == name
    assert toy.blocs == ("avalon", "brigadoon", "author", "other")


def test_issues_have_cues_with_a_sign(toy: Case) -> None:
    limit = toy.issues["fishing-limit"]
    assert limit.cues[0] == Cue("{limit} ... {fish}", 1)
    assert limit.cues[-1] == Cue("unlimited|free fishing", -1)
    assert limit.group == "sea"
    assert toy.issues["closed-season"].broader == ("fishing-limit",)
    assert list(toy.issues) == ["fishing-limit", "closed-season", "ferry"]


def test_reading_twice_gives_the_same(toy: Case) -> None:
    assert load_case(str(TOY)) == toy


@pytest.mark.parametrize(
    ("day", "bloc"),
    [
        (date(2004, 12, 31), "brigadoon"),
        (date(2005, 1, 1), "avalon"),
        (date(2006, 1, 1), "avalon"),
        (date(2006, 12, 31), "avalon"),
        (date(2007, 1, 1), "brigadoon"),
        (date(2030, 1, 1), "brigadoon"),
        (None, "brigadoon"),
        (date(1990, 1, 1), "brigadoon"),
    ],
)
def test_the_bloc_on_a_day_follows_the_offices(tmp_path: Path, day: date | None, bloc: str) -> None:
    person = """
        actor:turncoat a sg:Actor, sg:Person ; skos:notation "turncoat" ;
            skos:prefLabel "Tam Turncoat" ;
            org:hasMembership actor:turncoat-1, actor:turncoat-2, actor:turncoat-3 .
    """
    office = (
        "actor:turncoat-{} a org:Membership ; org:organization actor:{} ; sg:officeTitle 'envoy' ;"
        " sg:heldFrom '{}-01-01'^^xsd:date {} .\n"
    )
    first = office.format(1, "brigadoon", 2000, "; sg:heldUntil '2005-01-01'^^xsd:date")
    second = office.format(2, "avalon", 2005, "; sg:heldUntil '2006-01-01'^^xsd:date")
    third = office.format(3, "brigadoon", 2007, "")
    add = person + first + second + third
    assert changed(tmp_path, add=add).bloc_on("turncoat", day) == bloc


def test_a_public_record_by_day_and_member_before_bloc(tmp_path: Path) -> None:
    case = changed(
        tmp_path,
        add="actor:avalon sg:record"
        " [ sg:knownToOppose issue:ferry ; sg:knownToSupport issue:ferry ],"
        " [ sg:validFrom '2003-01-01'^^xsd:date ; sg:validUntil '2004-01-01'^^xsd:date ;"
        " sg:knownToSupport issue:fishing-limit ] ."
        " actor:avalon-council sg:record [ sg:knownToOppose issue:ferry ] .",
    )
    assert case.records["avalon-council"] == (Record(opposed=frozenset({"ferry"})),)
    assert sorted(case.known_signs("avalon", "ferry") or ()) == [-1, 1]
    assert sorted(case.known_signs("avalon-council", "ferry") or ()) == [-1]
    days = {date(2002, 12, 31): 0, date(2003, 1, 1): 1, date(2003, 12, 31): 1, date(2004, 1, 1): 0}
    for day, known in days.items():
        signs = case.known_signs("avalon-council", "fishing-limit", day)
        assert signs is not None
        assert len(signs) == known
    assert case.known_signs("brigadoon", "ferry") is None


# Where cases are found


def test_a_bundled_case_by_name_and_a_folder_by_path(tmp_path: Path) -> None:
    default = ontology_file("cases/default").read_text(encoding="utf-8").strip()
    assert case_dir(default) == case_dir() == ontology_file("cases") / default
    assert case_dir(tmp_path) == tmp_path
    assert case_dir(str(tmp_path)) == tmp_path


def test_the_ontology_inside_an_installed_package_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "site-packages" / "stancegraph"
    shutil.copytree(ontology_file("cases"), package / "ontology" / "cases")
    monkeypatch.setattr(stancegraph.case, "__file__", str(package / "case.py"))
    assert case_dir().is_relative_to(package)
    with pytest.raises(CaseError, match=r"core\.ttl: not in the ontology"):
        ontology_file("core.ttl")


def test_an_unknown_case_names_the_bundled_ones() -> None:
    with pytest.raises(CaseError, match=r"atlantis: no such case.*bundled cases: .*\w"):
        load_case("atlantis")


def test_a_file_is_no_case() -> None:
    with pytest.raises(CaseError, match=r"toy\.ttl: not a folder"):
        load_case(TOY / "toy.ttl")


def test_an_empty_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"holds no \.ttl file"):
        load_case(tmp_path)


# What is said of a case that cannot be read


def changed(folder: Path, old: str = "", new: str = "", *, add: str = "") -> Case:
    """Read the toy case with one passage replaced or added."""
    text = (TOY / "toy.ttl").read_text(encoding="utf-8")
    assert old in text
    (folder / "toy.ttl").write_text(text.replace(old, new, 1) + add, encoding="utf-8")
    return load_case(folder)


MISTAKES = {
    "no case": ("a sg:Case ;", "a skos:Collection ;", "must declare one sg:Case"),
    "misspelt term": ("sg:demonym", "sg:demonyn", r"no term sg:demonyn; did you mean sg:demonym\?"),
    "unknown class": ("a sg:WordList", "a sg:Zzz", "no term sg:Zzz; see ontology/core.ttl"),
    "no title": (
        'dct:title "Fish and ferries between Avalon and Brigadoon"@en ;',
        "",
        "toy: has no dct:title",
    ),
    "no label": ('skos:prefLabel "Brigadoon"@en ;', "", "brigadoon: has no skos:prefLabel"),
    "label of another language": ('"Ferry"@en', '"Fähre"@de', "ferry: has no skos:prefLabel in"),
    "two labels": ('"Ferry"@en', '"Ferry"@en, "Boat"@en', "ferry: has several skos:prefLabel"),
    "no notation": ('skos:notation "ferry" ;', "", "ferry: has no skos:notation"),
    "no proposition": (
        'sg:proposition "A ferry runs between the islands."@en ;',
        "",
        "ferry: has no sg:proposition",
    ),
    "no group": ("sg:group group:transport ;", "", "ferry: has no sg:group"),
    "group not declared": ('"transport" ; skos:prefLabel "Transport"@en', '"transport"', "has no"),
    "group not listed": ("( group:sea group:transport )", "( group:sea )", "do not list"),
    "equal issues": ('"ferry" ; skos', '"closed-season" ; skos', 'notation "closed-season" of'),
    "equal actors": ('skos:notation "ferrymen"', 'skos:notation "avalon"', 'notation "avalon" of'),
    "unknown compared": ("actor:avalon actor:b", "actor:lyonesse actor:b", "compares .*lyonesse"),
    "compared no bloc": (
        "( actor:avalon actor:brigadoon )",
        "( actor:avalon actor:ferrymen )",
        "compares ferrymen, which is no bloc",
    ),
    "one compared": ("( actor:avalon actor:brigadoon )", "( actor:avalon )", "two or more"),
    "unknown parent": (
        "org:subOrganizationOf actor:brigadoon",
        "org:subOrganizationOf actor:lyonesse",
        "ferrymen: belongs to .*lyonesse, which is no sg:Actor",
    ),
    "no bloc": (
        "; org:subOrganizationOf actor:brigadoon",
        "",
        "ferrymen: speaks for no bloc; add org:subOrganizationOf",
    ),
    "circle": (
        'sg:demonym "Avalonian"',
        "org:subOrganizationOf actor:avalon-council",
        "speaks for itself by way of others; break the circle",
    ),
    "itself": (
        "org:subOrganizationOf actor:avalon",
        "org:subOrganizationOf actor:avalon-council",
        "avalon-council: speaks for itself",
    ),
    "broader circle": (
        "sg:group group:sea ;",
        "sg:group group:sea ; skos:broader issue:closed-season ;",
        "is broader than itself",
    ),
    "broader unknown": (
        "skos:broader issue:fishing-limit",
        "skos:broader issue:whaling",
        "closed-season: has the broader .*whaling, which is no sg:Issue",
    ),
    "no kind": ("sg:Institution, ", "", "avalon-council: is of no kind; make it one of sg:Bloc"),
    "two kinds": ("sg:Institution, ", "sg:Institution, sg:Group, ", "is institution and group"),
    "no date": ('"2003-09-01"^^xsd:date .', '"soon" .', "morgan-lefay-1: sg:heldUntil soon is no"),
    "dates reversed": ("2003-09-01", "1999-09-01", "held from 2001-05-01 until 1999-09-01"),
    "gender": ('foaf:gender "male"', 'foaf:gender "m"', 'angus-macrae: foaf:gender is "m"'),
    "both signs": (
        'sg:contraryCue "unlimited|free fishing"',
        'sg:contraryCue "fishing {limit}"',
        "as sg:cue and as sg:contraryCue",
    ),
    "record of nothing": (
        'sg:demonym "Avalonian"',
        'sg:record [ sg:validFrom "2001-01-01"^^xsd:date ]',
        "avalon: has a sg:record that says nothing; write",
    ),
    "record of no issue": (
        'sg:demonym "Avalonian"',
        "sg:record [ sg:knownToOppose issue:whaling ]",
        "avalon: a record names .*whaling, which is no sg:Issue",
    ),
    "record reversed": (
        'sg:demonym "Avalonian"',
        (
            'sg:record [ sg:knownToOppose issue:ferry ; sg:validFrom "2003-01-01"^^xsd:date ;'
            ' sg:validUntil "2001-01-01"^^xsd:date ]'
        ),
        "avalon: is valid from 2003-01-01 until 2001-01-01; correct the dates",
    ),
    "record of nobody": (
        "issue:ferry a sg:Issue",
        "actor:lyonesse sg:record [ sg:knownToOppose issue:ferry ] . issue:ferry a sg:Issue",
        "lyonesse: has a sg:record and is no sg:Actor",
    ),
    "shared topic": (
        "issue:ferry a sg:Issue",
        (
            'issue:ferry sg:topic "The Herring" . issue:closed-season sg:topic "herring" .'
            " issue:ferry a sg:Issue"
        ),
        'has the sg:topic "The Herring", as closed-season has',
    ),
    "empty name": ('"Glastonbury"', '" "', "avalon: has an empty skos:altLabel"),
    "empty cue": ('"spring ban"', '""', "closed-season: has an empty sg:cue"),
}


@pytest.mark.parametrize(("old", "new", "message"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_with_its_file(tmp_path: Path, old: str, new: str, message: str) -> None:
    with pytest.raises(CaseError, match=message) as caught:
        changed(tmp_path, old, new)
    assert str(tmp_path) in str(caught.value)


def test_malformed_turtle_is_named_with_file_and_line(tmp_path: Path) -> None:
    text = (TOY / "toy.ttl").read_text(encoding="utf-8")
    line = text.count("\n") + 1
    (tmp_path / "toy.ttl").write_text(text + "actor:avalon a a a .", encoding="utf-8")
    with pytest.raises(CaseError, match=rf"toy\.ttl, line {line}: not valid Turtle"):
        load_case(tmp_path)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_bytes(b"\xff\xfe\x00 a b c .")
    with pytest.raises(CaseError, match=r"a\.ttl, line \d+: not valid Turtle"):
        load_case(tmp_path)


def test_a_folder_called_like_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").mkdir()
    with pytest.raises(CaseError, match=r"a\.ttl: cannot be read"):
        load_case(tmp_path)


def test_a_list_without_end_is_refused(tmp_path: Path) -> None:
    loop = "_:l rdf:first actor:avalon ; rdf:rest _:l ."
    prefix = "@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .\n"
    with pytest.raises(CaseError, match="a list that does not end"):
        changed(tmp_path, "( actor:avalon actor:brigadoon )", "_:l", add=prefix + loop)


def test_the_file_with_the_mistake_is_named_among_several(tmp_path: Path) -> None:
    shutil.copy(TOY / "toy.ttl", tmp_path / "a.ttl")
    (tmp_path / "b.ttl").write_text(
        "@prefix sg: <https://w3id.org/stancegraph/ns/> .\n<urn:a/ghost> a sg:Actor .\n",
        encoding="utf-8",
    )
    with pytest.raises(CaseError, match=r"b\.ttl, line 2: ghost: has no skos:notation"):
        load_case(tmp_path)


@given(
    name=st.text(
        st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp")), min_size=1, max_size=20
    )
)
def test_any_name_comes_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    written = name.replace("\\", "\\\\").replace('"', '\\"')
    case = changed(tmp_path_factory.mktemp("case"), '"Glastonbury"', f'"{written}"')
    assert name in case.actors["avalon"].aliases


# The bundled case


def test_every_name_belongs_to_one_actor(bundled: Case) -> None:
    owners = defaultdict(set)
    for actor in bundled.actors.values():
        for name in actor.aliases:
            owners[name].add(actor.id)
    assert {name: ids for name, ids in owners.items() if len(ids) > 1} == {}


def test_names_with_diacritics_are_known_without_them(bundled: Case) -> None:
    for actor in bundled.actors.values():
        for name in actor.aliases:
            decomposed = unicodedata.normalize("NFKD", name)
            plain = "".join(c for c in decomposed if not unicodedata.combining(c))
            assert plain in actor.aliases or not plain.isascii(), name


def test_every_lookalike_contains_a_name(bundled: Case) -> None:
    words = {
        name for actor in bundled.actors.values() for name in (*actor.aliases, *actor.demonyms)
    }
    for phrase in bundled.lookalikes:
        assert any(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", phrase) for word in words), phrase


def test_nobody_holds_one_office_of_a_state_beside_somebody_else(bundled: Case) -> None:
    unique = {"president", "chancellor", "prime minister", "foreign minister", "pope"}
    terms = defaultdict(list)
    for actor in bundled.actors.values():
        for office in actor.offices:
            for title in unique & set(office.titles):
                if office.start:
                    terms[office.body, title].append((office, actor.id))
    for (body, title), holders in terms.items():
        holders.sort(key=lambda pair: pair[0].start or date.min)
        for (one, who), (other, successor) in itertools.pairwise(holders):
            message = f"{body}'s {title}: {who} until {one.end}, {successor} from {other.start}"
            assert one.end is not None, message
            assert other.start is not None, message
            assert one.end <= other.start, message


CODEBOOK_NAMES = {
    "russia": """Putin, Kremlin, Moscow, Lavrov, Peskov, Medinsky, Ushakov, Dmitriev, Zakharova,
        Medvedev""",
    "ukraine": """Zelensky, Zelenskyy, Zelenskiy, Kyiv, Kiev, Umerov, Yermak, Sybiha, Svyrydenko,
        Budanov, Kyslytsia""",
    "united-states": """Trump, White House, Washington, Vance, Rubio, Witkoff, Kellogg, Hegseth,
        Kushner, Bessent, Leavitt, Driscoll, US Congress, Senate, U.S., Biden, Blinken""",
    "europe": """EU, Brussels, von der Leyen, Costa, Kallas, E3, Weimar group, Germany, Scholz,
        coalition of the willing, Merz, Macron, United Kingdom, Starmer, Tusk, Meloni, Stubb,
        Hungary, Orbán, Orban, Slovakia, Élysée, Elysee, Downing Street, European allies""",
    "nato": "NATO, Rutte",
    "turkey": "Ankara, Erdogan, Erdoğan, Türkiye, Fidan",
    "vatican": "Holy See, Pope Leo XIV, Parolin",
    "belarus": "Minsk, Lukashenko, Lukashenka",
}


@pytest.mark.parametrize("bloc", CODEBOOK_NAMES)
def test_names_of_the_codebook_resolve(bundled: Case, bloc: str) -> None:
    owner = {name: actor for actor in bundled.actors.values() for name in actor.aliases}
    for name in re.split(r",\s+", CODEBOOK_NAMES[bloc]):
        assert owner[name].bloc == bloc, name


def test_the_issues_are_those_of_the_codebook(bundled: Case) -> None:
    codebook = ontology_file("CODEBOOK.md").read_text(encoding="utf-8")
    table = re.findall(r"^\| `([a-z-]+)` \| .* \| ([a-z]+) \|$", codebook, flags=re.MULTILINE)
    assert {issue.id: issue.group for issue in bundled.issues.values()} == dict(table)
    assert all(issue.cues for issue in bundled.issues.values())


@pytest.mark.parametrize(
    ("actor", "day", "bloc"),
    [
        ("mark-rutte", date(2022, 3, 1), "europe"),
        ("mark-rutte", date(2025, 3, 1), "nato"),
        ("jens-stoltenberg", date(2022, 3, 1), "nato"),
        ("jens-stoltenberg", date(2025, 3, 1), "europe"),
        ("annalena-baerbock", date(2022, 3, 1), "europe"),
    ],
)
def test_people_who_changed_blocs(bundled: Case, actor: str, day: date, bloc: str) -> None:
    assert bundled.bloc_on(actor, day) == bloc


# A cue marks the issue or its contrary: words that turn one into the other cannot share a place.
ANTONYMS = [
    ("acceptable", "unacceptable"),
    ("possible", "impossible"),
    ("useful", "useless"),
    ("accept", "decline"),
    ("accept", "reject"),
    ("accept", "refuse"),
    ("agree", "refuse"),
    ("sign", "tear up"),
    ("welcome", "decline"),
    ("support", "oppose"),
    ("ratify", "reject"),
    ("recognise", "deny"),
    ("attend", "boycott"),
    ("attend", "skip"),
    ("open", "shut"),
    ("deliver", "withhold"),
    ("supply", "withhold"),
    ("submit", "withhold"),
    ("grant", "deny"),
    ("release", "hang on to"),
    ("adopt", "veto"),
    ("adopt", "block"),
    ("approve", "veto"),
    ("approve", "block"),
    ("organise", "postpone"),
    ("resume", "suspend"),
    ("continue", "halt"),
    ("protect", "ban"),
    ("protect", "outlaw"),
    ("allow", "ban"),
    ("allow", "forbid"),
    ("permit", "forbid"),
    ("include", "exclude"),
    ("admit", "exclude"),
    ("invite", "exclude"),
    ("impose", "lift"),
    ("tighten", "ease"),
    ("strengthen", "weaken"),
    ("increase", "reduce"),
    ("shorten", "extend"),
    ("punish", "pardon"),
    ("prosecute", "pardon"),
]


@pytest.mark.parametrize("name", ["ukraine", "iran-nuclear"])
def test_no_cue_names_a_thing_and_its_contrary_alike(name: str) -> None:
    case = load_case(name)

    def entries(piece: str) -> set[str]:
        found: set[str] = set()
        for option in piece.strip("[]").split("|"):
            listed = case.word_lists.get(option[1:-1]) if option.startswith("{") else None
            found |= {w.replace("_", " ").lstrip("=") for w in listed or (option,)}
        return {" ".join(map(lemma, entry.split())) for entry in found}

    both = [
        (cue.pattern, one, other)
        for issue in case.issues.values()
        for cue in issue.cues
        for piece in re.findall(r"\[[^\]]*\]|\S+", cue.pattern.partition(" / ")[0])
        if "|" in piece or piece.startswith("{")
        for words in [entries(piece)]
        for one, other in ANTONYMS
        if one in words and other in words
    ]
    assert both == []


@pytest.mark.parametrize("name", ["ukraine", "iran-nuclear"])
def test_no_two_files_have_a_list_of_the_same_name(name: str) -> None:
    # Turtle would join their words, and cues of the one file match what the other means.
    files: dict[str, list[str]] = {}
    for file in sorted(case_dir(name).glob("*.ttl")):
        for word_list in set(Graph().parse(file).subjects(RDF.type, SG.WordList)):
            files.setdefault(str(word_list), []).append(file.name)
    assert {name: where for name, where in files.items() if len(where) > 1} == {}
