"""What a source says of a thing with no word of wanting: "No toll, said the mayor"."""

from stancegraph.extraction.cautions import complains, harms_other, in_warning, threatened, warned
from stancegraph.extraction.claims import Claim, Walk
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.implied import put_off
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import IssueMention
from stancegraph.extraction.parsing import children, first_conjunct
from stancegraph.extraction.sources import Source
from stancegraph.extraction.terms import asked_how, comes_about, refused
from stancegraph.extraction.trees import Span

__all__ = ["marks_off_any", "said_of"]


def said_of(
    mention: IssueMention,
    result: Walk,
    source: Source,
    sentence: Span,
    discourse: Discourse,
    lexicon: Lexicon,
) -> list[Claim]:
    """Return what a source claims by saying a thing of which grammar claims nothing.

    >>> from stancegraph.extraction.examples import discourse_on, mention_at, words_in
    >>> from stancegraph.extraction.frames import walk
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.sources import Source
    >>> discourse = discourse_on("Moscow said: no tolls.")
    >>> moscow, tolls = words_in(discourse.doc, "Moscow", "tolls")
    >>> source = Source(discourse.resolve([moscow]), "colon")
    >>> result = walk(tolls, 1, load_lexicon(), {}, {tolls.i})
    >>> claims = said_of(mention_at(tolls), result, source, tolls.sent, discourse, load_lexicon())
    >>> [(claim.kind, claim.sign) for claim in claims]
    [('said', -1)]
    """
    if not source.speakers:
        return []
    speaker = source.speakers[0]
    if (
        result.consequence is not None
        and in_warning(result, lexicon)
        and not harms_other(result.consequence, speaker, discourse)
    ):
        # "it would split the town, Oz warned"
        return [Claim("said", -result.sign, (), mention.head, "warn")]
    if (
        source.via == "none"
        or (result.silent or result.unsigned or result.aside)
        or (
            result.subject_of
            and not warned(result, lexicon)
            and not _to_come(source.via, result, lexicon)
        )
        or threatened(result, speaker, discourse, lexicon)
        or _renamed(result)
        or put_off(mention, lexicon)
        or (source.via == "parenthesis" and _stranded(result, sentence))
        or _torn(mention)
        or marks_off_any(result)
        or asked_how(result)
    ):
        return []
    sign = -result.sign if refused(sentence, mention.head, lexicon) else result.sign
    if complains(result, lexicon):
        sign = -sign  # "complained that it was being left out"
    if warned(result, lexicon):
        sign = -sign  # "warned that joining it would lead to ruin"
    return [Claim("said", sign, (), mention.head)]


def _to_come(via: str, result: Walk, lexicon: Lexicon) -> bool:
    """Tell whether a remark's content announces something ("tolls would follow, warned Oz")."""
    return (
        via == "parenthesis"
        and comes_about(result, lexicon)
        and any(
            c.lower_ in lexicon.words["volitional_modals"]
            for t in result.path
            if t.dep_ in ("nsubj", "nsubjpass")
            for c in children(t.head, "aux")
        )
    )


def _torn(mention: IssueMention) -> bool:
    """Tell whether the parse has swallowed a sentence's verb into a relative clause.

    "Pacts that ignore Oz lead nowhere, Ev said": "lead" is hung from "ignore".
    """
    head = mention.head
    if head.pos_ != "NOUN" or head.dep_ != "ccomp":
        return False
    return any(children(clause, "ccomp") for clause in children(head, "relcl"))


def _stranded(result: Walk, sentence: Span) -> bool:
    """Tell whether the parse left a mention without the verb that its sentence has for it."""
    if any(t.pos_ in ("VERB", "AUX") for t in result.path):
        return False
    return sum(t.tag_ in ("VBD", "VBZ", "VBP", "MD") for t in sentence) > 1


def marks_off_any(result: Walk) -> bool:
    """Tell whether a mention is what marks off any of a kind ("no truce that cedes land").

    >>> from stancegraph.extraction.claims import Walk
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["The mayor wants no truce that cedes the port."])
    >>> marks_off_any(Walk(path=[next(t for t in doc if t.text == "cedes")]))
    True
    """
    for token in result.path:
        clause = first_conjunct(token)
        if clause.dep_ == "relcl":
            determiners = {c.lower_ for c in children(clause.head, "det")}
            if determiners & {"any", "no", "every", "a", "an"}:
                return True
    return False


def _renamed(result: Walk) -> bool:
    """Tell whether a mention is only a name for a thing ("what they call a truce is …")."""
    return any(
        place.dep_ == "csubj"
        and any(c.tag_ == "WP" for c in children(place, "nsubj", "nsubjpass", "dobj"))
        for place in result.path
    )
