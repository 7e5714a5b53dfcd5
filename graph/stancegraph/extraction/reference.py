"""Reference: whom a noun phrase means, by the kind of phrase, and who is named in a sentence."""

from collections.abc import Iterable

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.descriptions import described
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.documents import letter_of
from stancegraph.extraction.modifiers import seat
from stancegraph.extraction.names import (
    by_name,
    is_bare_body,
    is_modifier,
    is_namesake,
    members_of,
)
from stancegraph.extraction.offices import scene_of
from stancegraph.extraction.parsing import children, first_conjunct
from stancegraph.extraction.pronouns import pronoun, signatories
from stancegraph.extraction.referents import Mention, Referent
from stancegraph.extraction.salience import is_main, is_topic
from stancegraph.extraction.strangers import is_former, is_public, outsider, stranger
from stancegraph.extraction.trees import Span, Token

__all__ = ["observe", "refer"]

#: Relations in which a nationality stands for those who have it.
_NOMINAL = frozenset(
    [
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "conj",
        "attr",
        "poss",
        "amod",
        "compound",
        "ROOT",
        "appos",
        "agent",
        "npadvmod",
    ]
)


def refer(token: Token, discourse: Discourse) -> Iterable[Referent]:
    """Return whom a noun phrase refers to, given by its head, by the kind of phrase it is."""
    low, words = token.lower_, discourse.lexicon.words
    mention = discourse.heads.get(token.i)
    if mention is not None:
        return _mentioned(token, mention, discourse)
    if low in words["first_pronouns"]:
        if not discourse.speakers:
            return signatories(token, discourse)
        return [r._replace(text=token.text, via="speaker") for r in discourse.speakers]
    if low in words["all_or_nobody"]:
        # "nobody in Oz", "everyone at the ministry": the place speaks
        inner = [
            n
            for p in children(token, "prep")
            if p.lower_ in ("in", "at", "of", "from", "among")
            for n in children(p, "pobj")
        ]
        return [r._replace(text=discourse.phrase(token)) for r in discourse.resolve(inner)]
    if token.pos_ == "PRON" or low in words["pair_words"] or token.tag_ in ("PRP", "PRP$"):
        return pronoun(token, discourse)
    if token.tag_ in ("WP", "WDT") and token.head.dep_ == "relcl":
        return discourse.referents(token.head.head)
    if token.pos_ not in ("NOUN", "PROPN", "ADJ", "NUM", "DET", "X", "VERB"):
        return []
    known = discourse.short_names.get(token.text) if token.text[:1].isupper() else None
    if known is not None and (known.person or is_bare_body(token)):
        return [
            known._replace(
                text=discourse.phrase(token),
                order=discourse.order(token),
                subject=token.dep_ in ("nsubj", "nsubjpass"),
            )
        ]
    return described(token, discourse)


def _mentioned(token: Token, mention: Mention, discourse: Discourse) -> Iterable[Referent]:
    """Return whom a phrase refers to whose head belongs to a name or a nationality."""
    people = discourse.registry.demonyms.get(token.text)
    if people and people != mention.actor:
        if any(c.lower_ == "the" for c in children(token, "det")):
            # "the Turk" is no Mr Turk
            mention = mention._replace(actor=people, adjective=True)
    if is_former(token, discourse):
        return [outsider(token, discourse)]
    actor = discourse.case.actors[mention.actor]
    if token.tag_ == "NNPS" and is_public(token, discourse):
        return [outsider(token, discourse)]
    if actor.kind == "person" and is_namesake(token, mention, discourse):
        return described(token, discourse)
    if mention.adjective and token.dep_ not in _NOMINAL:
        return []
    if lemma(token.text) in discourse.lexicon.words["relational_nouns"] and seat(token, discourse):
        return described(token, discourse)  # "Oz's allies in the Evian senate"
    named = by_name(token, mention, discourse)
    if (
        actor.kind == "person"
        or not mention.adjective
        or token.text.endswith("s")
        or token.pos_ != "ADJ"
    ):
        # "the Frenchman", "an Ozian"
        one = (
            mention.adjective
            and token.tag_ in ("NN", "NNP")
            and bool(children(token, "det"))
            and (token.tag_ == "NN" or token.text in discourse.registry.nationals)
        )
        return members_of(named._replace(person=named.person or one), discourse)
    # "the Ozian" is a person who has been named before
    single = bool(children(token, "det")) and token.tag_ in ("NN", "NNP", "JJ")
    return [named._replace(via="modifier", person=single or named.person)]


def observe(sentence: Span, discourse: Discourse) -> None:
    """Add a sentence's referents to the history, in order.

    >>> from stancegraph.case import load_case
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> from stancegraph.extraction.registry import Registry
    >>> lexicon = load_lexicon()
    >>> discourse = Discourse(Registry(load_case(), lexicon), lexicon, None, refer)
    >>> [doc] = parse(load_model(), ["Kyiv answered Moscow. It will not sign the paper."])
    >>> discourse.enter(doc)
    >>> for sentence in doc.sents:
    ...     observe(sentence, discourse)
    >>> [(r.text, r.actor, r.via) for r in discourse.history.referents]
    [('Kyiv', 'ukraine', 'name'), ('Moscow', 'russia', 'name'), ('It', 'ukraine', 'pronoun')]
    """
    discourse.history.sentences.append(discourse.base + sentence.start)
    discourse.scene = scene_of(sentence, discourse) or discourse.opening
    if sentence.start == 0:
        discourse.opening = discourse.scene
    for token in sentence:
        if not discourse.speakers and token.lower_ == "we":
            discourse.referents(token)  # who opens a text with "We, the …" speaks in it
        if token.i in discourse.heads or (
            token.pos_ in ("NOUN", "PROPN") and token.dep_ not in ("compound", "amod", "poss")
        ):
            if discourse.heads.get(token.i) and is_modifier(token):
                mention = discourse.heads[token.i]
                if not mention.adjective:
                    named = by_name(token, mention, discourse)
                    if token.dep_ == "poss":
                        discourse.history.remember(named)
                    elif named.person:
                        discourse.history.asides.append(named)
                continue
            first = first_conjunct(token)
            if token.dep_ == "pobj" and token.head.lower_ in ("in", "at", "to"):
                _note_place(token, discourse)
            found = discourse.referents(token) or stranger(token, discourse)
            if not found and _is_thing(token, discourse):
                discourse.history.things.append(discourse.order(token))
            for referent in found:
                main = is_main(first, discourse.lexicon) or is_topic(first)
                discourse.history.remember(
                    referent._replace(group=discourse.order(first), main=main, role=first.dep_)
                )
        elif token.pos_ == "VERB":
            for letter in letter_of(token, discourse):
                discourse.history.remember(letter)
        elif token.tag_ == "PRP" and token.dep_ in ("nsubj", "nsubjpass"):
            discourse.referents(token)  # what comes next may go on about the same


def _is_thing(token: Token, discourse: Discourse) -> bool:
    """Tell whether a main clause is about a single thing that no actor is named beside."""
    words = discourse.lexicon.words
    return (
        token.tag_ == "NN"
        and token.dep_ in ("nsubj", "nsubjpass")
        and is_main(token, discourse.lexicon)
        and lemma(token.text) not in words["human_nouns"] | words["calendar"]
        and not any(t.i in discourse.inside or t.tag_ == "PRP$" for t in token.subtree)
    )


def _note_place(token: Token, discourse: Discourse) -> None:
    """Keep whose place a phrase names, for "the guest" and "the host"."""
    mention = discourse.heads.get(token.i)
    if mention is None or mention.adjective:
        return
    actor = discourse.case.actors[mention.actor]
    if actor.kind != "person":
        bloc = discourse.case.bloc_on(actor.id, discourse.day)
        discourse.history.places.append((discourse.order(token), bloc))
