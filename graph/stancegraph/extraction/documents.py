"""Documents: whose a text is that no word beside it tells, by what is said of it.

"The ministers adopted a declaration", "a note sent in the name of the nine", "the letter"
after "the senators wrote to the king".
"""

from collections.abc import Sequence

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.history import FAR
from stancegraph.extraction.negation import negated
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.trees import Token

__all__ = ["last_text", "letter_of", "text_before", "text_made"]


def text_before(token: Token, head: str, discourse: Discourse) -> list[Referent]:
    """Resolve "the paper" to whose text was named last, "the letter" to whose letter was.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Kyiv's letter and Moscow's note came. The letter was long.")
    >>> [_, letter] = words_in(discourse.doc, "letter", "letter")
    >>> [referent.actor for referent in text_before(letter, "letter", discourse)]
    ['ukraine']
    """
    limit = discourse.order(token)
    texts = [r for r in discourse.history.before(limit, FAR) if r.via == "document"]
    if head not in discourse.lexicon.words["text_nouns"]:
        texts = [r for r in texts if lemma(r.text.split()[-1].lower()) == head]
    return [
        r._replace(text=discourse.phrase(token), order=limit, subject=token.dep_ == "nsubj")
        for r in texts
        if r.order == texts[-1].order
    ]


def last_text(discourse: Discourse) -> tuple[Referent, ...]:
    """Return whose text was named last, before the block at hand.

    >>> from stancegraph.extraction.examples import discourse_on
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> discourse = discourse_on("Kyiv issued a statement.")
    >>> discourse.enter(next(parse(load_model(), ["It was short."])))
    >>> [referent.actor for referent in last_text(discourse)]
    ['ukraine']
    """
    before = discourse.history.before(discourse.base, FAR)
    texts = [r for r in before if r.via == "document"]
    return tuple(r for r in texts if r.order == texts[-1].order)


def text_made(token: Token, discourse: Discourse) -> list[Referent]:
    """Return whose a text is by whoever makes or adopts it, or in whose name that is done.

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Kyiv issued a statement. A plan was drafted by Moscow.")
    >>> texts = words_in(discourse.doc, "statement", "plan")
    >>> [[r.actor for r in text_made(text, discourse)] for text in texts]
    [['ukraine'], ['russia']]
    """
    words = discourse.lexicon.words
    verb, made = token.head, token.dep_ == "nsubjpass"
    if token.dep_ == "nsubj" and lemma(verb.text) in words["subject_raisers"]:
        # "a text had to be issued"
        verb = next((c for c in children(verb, "xcomp") if children(c, "auxpass")), verb)
        made = verb is not token.head
    if token.dep_ == "pobj" and token.head.lower_ == "with":
        came = token.head.head  # "came away with a statement"
        if lemma(came.text) in words["coming_verbs"] and not children(came, "nsubjpass"):
            makers = discourse.resolve(subjects(came))
            return _texts_of(makers, token, discourse.phrase(token), discourse)
    if not (made or token.dep_ == "dobj") or verb.pos_ != "VERB":
        return []
    makes = words["authoring_verbs"] | words["adopting_verbs"]
    if lemma(verb.text) not in makes or negated(verb, discourse.lexicon):
        return []
    if any(c.lower_ == "back" for c in children(verb, "prt", "advmod")) or _averted(
        verb, discourse
    ):
        return []
    makers = _named_for(verb, discourse) or _named_for(token, discourse)
    if not makers and made:
        agents = children(verb, "agent")
        makers = discourse.resolve(n for by in agents for n in children(by, "pobj"))
    elif not makers:
        makers = discourse.resolve(subjects(verb))
    return _texts_of(makers, token, discourse.phrase(token), discourse)


def letter_of(verb: Token, discourse: Discourse) -> list[Referent]:
    """Return whose letter a verb tells of that names none ("Oz wrote to the king").

    >>> from stancegraph.extraction.examples import discourse_on, words_in
    >>> discourse = discourse_on("Kyiv wrote to the mayor.")
    >>> [wrote] = words_in(discourse.doc, "wrote")
    >>> [(referent.actor, referent.text) for referent in letter_of(wrote, discourse)]
    [('ukraine', 'letter')]
    """
    words = discourse.lexicon.words
    if lemma(verb.text) not in words["corresponding_verbs"] or negated(verb, discourse.lexicon):
        return []
    if children(verb, "dobj") or not any(p.lower_ == "to" for p in children(verb, "prep")):
        return []
    noun = words["correspondence_nouns"]
    makers = discourse.resolve(subjects(verb))
    return [text for one in sorted(noun) for text in _texts_of(makers, verb, one, discourse)]


def _texts_of(
    makers: Sequence[Referent], token: Token, phrase: str, discourse: Discourse
) -> list[Referent]:
    """Return a text of each of those who made it together."""
    return [
        Referent(
            actor=maker.actor,
            holder_id=maker.holder_id,
            text=phrase,
            via="document",
            order=discourse.order(token),
            group=discourse.order(token),
            subject=token.dep_ in ("nsubj", "nsubjpass"),
        )
        for maker in makers
        if maker.actor in discourse.case.actors and maker.actor != discourse.case.other
    ]


def _named_for(place: Token, discourse: Discourse) -> list[Referent]:
    """Return in whose name something is done ("in the name of Oz", "on behalf of the nine")."""
    named = [
        noun
        for preposition in (*children(place, "prep"), *_trailing(place))
        for name in children(preposition, "pobj")
        if (preposition.lower_, name.lower_) in (("in", "name"), ("on", "behalf"))
        for of in children(name, "prep")
        if of.lower_ == "of"
        for noun in children(of, "pobj")
    ]
    return discourse.resolve(named)


def _trailing(place: Token) -> list[Token]:
    """Return prepositions that hang from the nouns behind a verb ("in Id in the name of Oz")."""
    return [
        inner
        for preposition in children(place, "prep")
        for noun in children(preposition, "pobj")
        for inner in children(noun, "prep")
    ]


def _averted(verb: Token, discourse: Discourse) -> bool:
    """Tell whether somebody keeps from doing what a verb says ("refused to sign a text")."""
    above = verb.head
    return verb.dep_ in ("xcomp", "ccomp", "pcomp") and any(
        p.polarity == "-" for p in discourse.lexicon.readings("v", lemma(above.text))
    )
