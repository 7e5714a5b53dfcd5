"""Copulas: what a sentence says that something is, as in "a truce is what Oz refuses"."""

from stancegraph.extraction.adnominals import downward, gap
from stancegraph.extraction.attachment import gap_of_what
from stancegraph.extraction.climb import Climb
from stancegraph.extraction.cues import lemma
from stancegraph.extraction.judgements import troubling
from stancegraph.extraction.lexicon import Predicate
from stancegraph.extraction.moods import is_infinitive
from stancegraph.extraction.negation import denied_before, is_nothing, negated
from stancegraph.extraction.parsing import children
from stancegraph.extraction.readings import has_content, is_report, wanting_noun
from stancegraph.extraction.trees import Token

__all__ = ["cleft", "copular_subject"]


def cleft(climb: Climb, content: Token, copula: Token, sign: int) -> None:
    """Look into "X is what Oz refuses" and "X is something that Oz refuses"."""
    # a denied subject ("not a toll but a levy is what Oz wants") has been counted where it stands
    denied = negated(copula, climb.lexicon, {c.i for c in children(copula, "nsubj")})
    turned = -sign if denied else sign
    for noun in children(copula, "attr"):
        if any(c.lower_ == "last" for c in children(noun, "amod")) or is_nothing(noun):
            turned = -turned  # "the last thing that Oz wants", "nothing that it refuses"
        downward(climb, noun, turned, supposed=turned != sign)
    for clause in children(copula, "ccomp", "attr", "advcl"):
        _named_by(climb, content, clause, turned)


def copular_subject(
    climb: Climb, current: Token, copula: Token
) -> tuple[Predicate | None, Token | None]:
    """Return the noun whose content a copula names ("our demand is X")."""
    if lemma(copula.text) not in climb.lexicon.words["copulas"]:
        return None, None
    denied = negated(copula, climb.lexicon, {current.i} | denied_before(current))
    sign = -climb.out.sign if denied else climb.out.sign
    for clause in children(copula, "csubj"):
        if is_report(clause, climb.lexicon):
            climb.source(clause)  # "what Oz said was that …"
        before = len(climb.out.claims)
        _named_by(climb, copula, clause, sign)  # "what Oz wants is …"
        if len(climb.out.claims) > before:
            return None, None
    for preposition in children(copula, "prep"):
        if preposition.lower_ == "among":  # "among Oz's demands is …"
            for noun in children(preposition, "pobj"):
                found = wanting_noun(noun, climb.lexicon)
                if found is not None:
                    return found, noun
    for child in children(copula, "nsubj"):
        noun = child
        idiom = climb.idioms.get(noun.i)
        if idiom is not None and "attr" in idiom.content:
            return idiom, noun  # "point one for Oz is …"
        if noun.pos_ == "NOUN":
            # "the first thing Oz asks for is …", "the last thing it needs is …"
            last = any(c.lower_ == "last" for c in children(noun, "amod"))
            downward(climb, noun, -sign if last else sign)
        if lemma(noun.text) in climb.lexicon.words["transparent_nouns"]:
            inner = [n for p in children(noun, "prep") for n in children(p, "pobj")]
            noun = inner[0] if inner else noun
        rel = "to" if is_infinitive(current) else ""
        found = wanting_noun(noun, climb.lexicon, rel) or troubling(noun, climb.lexicon)
        if found is not None and not has_content(noun, found):
            return found, noun
        if found is None and lemma(noun.text) in climb.lexicon.words["view_nouns"]:
            climb.source(noun)  # "Oz's line is that it must go"
    return None, None


def _named_by(climb: Climb, content: Token, clause: Token, sign: int) -> None:
    """Apply a clause that stands for the content ("what Oz wants", "what Oz asks for")."""
    left = gap_of_what(clause)
    if left is not None:
        gap(climb, content, clause, *left, sign, supposed=True)
