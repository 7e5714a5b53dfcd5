"""What is said in warning: what would come of a thing, and whom it would hurt.

"Warned that joining it would lead to ruin" is against it; that a thing would hurt
somebody else may be said in its favour.
"""

from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.negation import negated
from stancegraph.extraction.parsing import children
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.trees import Token

__all__ = ["complains", "harms_other", "in_warning", "serves", "threatened", "warned"]


def warned(result: Walk, lexicon: Lexicon) -> bool:
    """Tell whether somebody warns of what the mention would do ("would drag us into it").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.frames import walk
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [joining] = words_in("Oz warned that joining it would drag us in.", "joining")
    >>> warned(walk(joining, 1, load_lexicon(), {}), load_lexicon())
    True
    """
    harming = lexicon.words["harming_verbs"]
    return in_warning(result, lexicon) and any(
        place.dep_ in ("nsubj", "csubj")
        and lemma(place.head.text) in harming
        and bool(children(place.head, "aux"))
        and not negated(place.head, lexicon)
        and not any(c.lower_ == "without" for c in children(place, "prep"))
        and not children(place, "relcl", "neg")
        for place in result.path
    )


def threatened(result: Walk, source: Referent, discourse: Discourse, lexicon: Lexicon) -> bool:
    """Tell whether what is foretold of a thing would hurt another bloc than the speaker's.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> from stancegraph.extraction.frames import walk
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.referents import Referent
    >>> discourse = discourse_on("The mayor warned that the toll would split Ukraine.")
    >>> [toll] = words_in(discourse.doc, "toll")
    >>> result = walk(toll, 1, load_lexicon(), {}, {toll.i})
    >>> mayor = Referent("russia", None, "The mayor", "title")
    >>> threatened(result, mayor, discourse, load_lexicon())
    True
    """
    return (
        in_warning(result, lexicon)
        and result.consequence is not None
        and harms_other(result.consequence, source, discourse)
    )


def serves(claim: Claim, lexicon: Lexicon) -> bool:
    """Tell whether a claim judges something by the good that it does ("helps").

    >>> from stancegraph.extraction.claims import Claim
    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("The toll helps Oz. It hurts Ev.", "helps", "hurts")
    >>> [serves(Claim("evaluate", 1, (), word), load_lexicon()) for word in words]
    [True, False]
    """
    readings = lexicon.readings("v", lemma(claim.predicate.text))
    return claim.kind == "evaluate" and any(p.polarity == "+" for p in readings)


def in_warning(result: Walk, lexicon: Lexicon) -> bool:
    """Tell whether what is said is said in warning.

    >>> from stancegraph.extraction.claims import Walk
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> in_warning(Walk(steps=["report:warn"]), load_lexicon())
    True
    """
    return _is_told_by(lexicon.words["warning_words"], result)


def harms_other(verb: Token, source: Referent, discourse: Discourse) -> bool:
    """Tell whether a verb's objects name another bloc than the source's.

    That a thing would hurt somebody else may be said in its favour.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> from stancegraph.extraction.referents import Referent
    >>> discourse = discourse_on("A toll would hurt Ukraine.")
    >>> [hurt] = words_in(discourse.doc, "hurt")
    >>> speakers = [Referent(actor, None, "We", "we") for actor in ("europe", "ukraine")]
    >>> [harms_other(hurt, speaker, discourse) for speaker in speakers]
    [True, False]
    """
    # "hurts us more than Oz": of its objects the first says whom
    objects = children(verb, "dobj", "dative") or children(verb, "prep", "xcomp")
    return any(
        actor in discourse.case.compared and actor != source.actor
        for noun in objects
        for token in noun.subtree
        for actor in discourse.tags(token)
    )


def complains(result: Walk, lexicon: Lexicon) -> bool:
    """Tell whether what is said is said in complaint ("complained that it was left out").

    >>> from stancegraph.extraction.claims import Walk
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> complains(Walk(steps=["report:complain"]), load_lexicon())
    True
    """
    return _is_told_by(lexicon.words["complaining_verbs"], result)


def _is_told_by(words: frozenset[str], result: Walk) -> bool:
    return any(step.removeprefix("report:") in words for step in result.steps)
