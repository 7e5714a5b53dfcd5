"""Strangers: those that a text speaks of who are none of the case's actors."""

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.parsing import children, premodifiers
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.salience import is_main
from stancegraph.extraction.trees import Token

__all__ = ["is_former", "is_public", "is_unknown", "outsider", "stranger"]


#: How the parser may hang "many" and "most" from a nationality.
_QUANTIFIERS = ("amod", "det", "nummod", "advmod", "compound")


def outsider(token: Token, discourse: Discourse) -> Referent:
    """Return the case's `other`, as a phrase names one.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("A driver was listening.")
    >>> [driver] = words_in(discourse.doc, "driver")
    >>> found = outsider(driver, discourse)
    >>> found.actor, found.person
    ('other', True)
    """
    return Referent(
        discourse.case.other,
        None,
        discourse.phrase(token),
        "other",
        person=token.tag_ == "NN" and lemma(token.text) in discourse.lexicon.words["human_nouns"],
        order=discourse.order(token),
        subject=token.dep_ in ("nsubj", "nsubjpass"),
    )


def stranger(token: Token, discourse: Discourse) -> tuple[Referent, ...]:
    """Return a person whom the case does not know, and whom the next "he" may mean.

    Only the subject of a main clause: "a driver was listening", "Ann Smith, a lawyer, spoke".

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("A driver was listening. The ferry sank.")
    >>> [len(stranger(word, discourse)) for word in words_in(discourse.doc, "driver", "ferry")]
    [1, 0]
    """
    if not is_main(token, discourse.lexicon):
        return ()
    human = discourse.lexicon.words["human_nouns"]
    if token.tag_ == "NN" and lemma(token.text) in human:
        return (outsider(token, discourse),)
    if token.tag_ == "NNP" and token.i not in discourse.inside:
        names = children(token, "compound")
        described = any(lemma(c.text) in human for c in children(token, "appos"))
        # "Ann Smith spoke", but not "the Herald Tribune wrote"
        full = len(names) == 1 and names[0].tag_ == "NNP" and not children(token, "det")
        full = full and token.left_edge.i == names[0].i and token.head.tag_ == "VBD"
        if described or full or any(c.text in discourse.lexicon.words["honorifics"] for c in names):
            return (outsider(token, discourse)._replace(person=True),)
    return ()


def is_unknown(token: Token, head: str, discourse: Discourse) -> bool:
    """Tell whether somebody unknown to the case speaks ("a welder said", "Ms Ann Lee thinks").

    Whoever holds an office or speaks for somebody may yet be one whom the case knows.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("A driver said no. The mayor said yes.")
    >>> words = words_in(discourse.doc, "driver", "mayor")
    >>> [is_unknown(word, word.text, discourse) for word in words]
    [True, False]
    """
    words = discourse.lexicon.words
    reports = {p.kind for p in discourse.lexicon.readings("v", lemma(token.head.text))}
    if token.dep_ != "nsubj" or "report" not in reports:
        return False
    if any(t.i in discourse.inside or t.tag_ == "PRP$" for t in token.subtree):
        return False
    if token.tag_ in ("NNP", "NNPS"):
        return any(c.text.rstrip(".") in words["honorifics"] for c in premodifiers(token))
    spoken_for = head in words["speaking_nouns"] or head in discourse.registry.titles
    return head in words["human_nouns"] and not spoken_for


def is_public(token: Token, discourse: Discourse) -> bool:
    """Tell whether a nationality stands for its people ("many Ozians"), not its leaders.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Many Ukrainians waited. Ukraine waited.")
    >>> [is_public(word, discourse) for word in words_in(discourse.doc, "Ukrainians", "Ukraine")]
    [True, False]
    """
    if _is_people_at_large(token, discourse) or _is_counted(token, discourse.lexicon):
        return True
    marks = discourse.lexicon.words["public_modifiers"]
    return any(c.lower_ in marks for c in children(token, *_QUANTIFIERS))


def _is_counted(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a phrase gives a share of a people ("nearly half of Ozians", "two in three")."""
    shares = lexicon.words["share_nouns"]
    governor = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else None
    if governor is not None and lemma(governor.text) in shares:
        return True
    if any(lemma(c.text) in shares for c in children(token, "det", "predet", "nummod", "amod")):
        return True
    before = token.doc[max(token.i - 4, token.sent.start) : token.i]
    return len(before) > 2 and before[-1].tag_ == "CD" and before[-2].lower_ in ("in", "of")


def _is_people_at_large(token: Token, discourse: Discourse) -> bool:
    """Tell "Ozians want a truce", who are its people, from "the Ozians", who may be its envoys.

    So it is in the present tense, and of a country; "Ozians and Evians" may be sides as well.
    """
    if token.dep_ != "nsubj" or token.head.tag_ != "VBP" or token.children:
        return False
    national = token.text.removesuffix("s") in discourse.registry.nationals
    mention = discourse.heads.get(token.i)
    return (
        national and mention is not None and discourse.registry.country(mention.actor) is not None
    )


def is_former(token: Token, discourse: Discourse) -> bool:
    """Tell whether a phrase means who held an office before ("the former mayor").

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("The former mayor met the premier.")
    >>> [is_former(word, discourse) for word in words_in(discourse.doc, "mayor", "premier")]
    [True, False]
    """
    former = discourse.lexicon.words["former"]
    behind = token.doc[token.i + 1 : token.i + 4]
    if len(behind) > 2 and behind[0].lower_ == "before":
        # "the minister before him", "the government before his gave"
        theirs = behind[1].tag_ == "PRP$" and behind[2].tag_ in ("VBD", "VBN", "VBZ")
        if theirs or behind[1].tag_ == "PRP":
            return True
    return any(c.lower_ in former for c in children(token, "amod", "compound", "advmod"))
