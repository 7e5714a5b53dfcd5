"""Parses mended where the small parser is known to err: remarks put in, objects put first.

It was trained on news agencies' prose, where neither is common. In "A toll, Oz argued, would
be wrong" it takes the toll for what argued, and in "A toll the ministers ruled out" for what
ruled out. What hangs from where is changed and, of a verb taken for a plural, the part of
speech; never where words or sentences begin.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Protocol

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.parsing import LONGEST_REMARK, children
from stancegraph.extraction.remarks import closing_remark
from stancegraph.extraction.scales import lesser_items
from stancegraph.extraction.trees import Doc, Span, Token

__all__ = ["mend"]

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_SUBJECTS = frozenset({"he", "she", "they", "we", "i"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET"})
#: What a noun before its verb's subject has been taken for, where it is the object.
_MISTAKEN = ("nsubj", "nsubjpass", "npadvmod", "advcl", "dep")


#: What a noun that a copula predicates has been taken for behind a remark.
_PREDICATED = ("dobj", "appos", "npadvmod", "attr")


class Named(Protocol):
    """A name in a text, from `start` to `end`, in characters."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def mend(doc: Doc, lexicon: Lexicon, names: Callable[[str], Iterable[Named]] | None = None) -> Doc:
    """Return a parsed text with its known errors put right, the same one if there are none.

    Args:
        doc: the parsed text.
        lexicon: says which verbs take objects and which give somebody's words.
        names: finds names in raw text, to tell "Oz Ev" in "a toll in Oz Ev rejects" apart.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> [doc] = parse(load_model(), ["Any tolls in Id she ruled out."])
    >>> mended = mend(doc, load_lexicon())
    >>> tolls = mended[1]
    >>> tolls.dep_, tolls.head
    ('dobj', ruled)
    """
    changed: dict[int, tuple[int, str]] = {}
    for sentence in doc.sents:
        changed |= _taken_for_nouns(sentence, lexicon)
        changed |= _asked_for(sentence, lexicon)
        changed |= _set_apart(sentence, lexicon)
        changed |= _put_first(sentence, lexicon)
        changed |= _run_together(sentence, lexicon, names)
        changed |= _behind_place(sentence, names)
        changed |= _said_of_doing(sentence)
        changed |= _hung_too_low(sentence, lexicon)
        changed |= _for_whom(sentence)
        changed |= _fragment(sentence, lexicon)
        changed |= _told_in_turn(sentence)
        changed |= _behind_day(sentence, lexicon)
        changed |= _listed(sentence)
        changed |= lesser_items(sentence, lexicon)
        changed |= _not_one(sentence)
        changed |= _not_until(sentence, lexicon)
        changed |= _of_text(sentence, lexicon)
        changed |= _named_first(sentence, names)
        changed |= _on_the_way(sentence, names)
        changed |= _headline(sentence, lexicon)
        changed |= _parted(sentence)
        changed |= _found_to_be(sentence, lexicon)
    if not changed:
        return doc
    heads = [token.head.i for token in doc]
    for place, (head, _) in changed.items():
        heads[place] = head
    if _circular(heads):
        return doc
    for place, (_, dep) in changed.items():
        doc[place].dep_ = dep
    tokens = list(doc)
    for token in tokens:
        token.children = ()
    return Doc(doc.text, tokens, heads, [sentence.start for sentence in doc.sents])


def _circular(heads: Sequence[int]) -> bool:
    """Tell whether some word would hang from itself in the end."""
    for start in range(len(heads)):
        seen: set[int] = set()
        place = start
        while heads[place] != place:
            if place in seen:
                return True
            seen.add(place)
            place = heads[place]
    return False


def _taken_for_nouns(sentence: Span, lexicon: Lexicon) -> dict[int, tuple[int, str]]:
    """Make verbs again of those that were taken for nouns ("what Oz rejects", "talks to end").

    Their tags are mended in place; what changes in the tree is returned.
    """
    changed: dict[int, tuple[int, str]] = {}
    for word in sentence:
        if word.tag_ == "NN" and any(c.tag_ in ("TO", "MD") for c in children(word, "aux")):
            word.tag_, word.pos_ = "VB", "VERB"
        if word.tag_ != "NNS" or not children(word, "nsubj", "compound"):
            continue
        if children(word, "cop", "prep") and not children(word, "nsubj"):
            continue
        low = lemma(word.text)
        bearing = _bears_stance(low, lexicon)
        if not bearing or lexicon.readings("n", low):
            continue
        doers = children(word, "nsubj")
        names = [c for c in children(word, "compound") if c.tag_ == "NNP" and c.i == word.i - 1]
        within = children(word, "neg", "aux", "dobj", "advmod", "prep", "xcomp")
        if doers and (within or word.dep_ in ("ccomp", "relcl")):
            word.tag_, word.pos_ = "VBZ", "VERB"
        elif names and (children(word, "det") or word.dep_ == "appos"):
            asking = next((c for c in children(word, "det", "dobj") if c.lower_ == "what"), None)
            if asking is None and (word.dep_ != "appos" or word.right_edge.i != word.i):
                continue
            word.tag_, word.pos_ = "VBZ", "VERB"
            changed[names[0].i] = word.i, "nsubj"
            for article in children(word, "det"):
                changed[article.i] = (word.i, "dobj") if article is asking else (names[0].i, "det")
            changed[word.i] = word.head.i, "relcl" if asking is None else word.dep_
    return changed


def _asked_for(sentence: Span, lexicon: Lexicon) -> dict[int, tuple[int, str]]:
    """Make a verb of the plural between "What" with a name and a copula ("What Oz fears is")."""
    changed: dict[int, tuple[int, str]] = {}
    what = sentence.doc[sentence.start]
    if what.lower_ != "what":
        return changed
    for copula in sentence.doc[sentence.start + 3 : sentence.start + 8]:
        if copula.lower_ not in ("is", "was"):
            continue
        verb = copula.nbor(-1)
        doer = verb.nbor(-1)
        named = doer.text[:1].isupper() and doer.head.i in (verb.i, doer.i + 1)
        if verb.tag_ != "NNS" or not named or not _bears_stance(lemma(verb.text), lexicon):
            return changed
        verb.tag_, verb.pos_ = "VBZ", "VERB"
        doer.tag_, doer.pos_ = "NNP", "PROPN"
        for part in children(verb, "det", "compound"):
            changed[part.i] = doer.i, part.dep_
        changed[doer.i] = verb.i, "nsubj"
        changed[what.i] = verb.i, "dobj"
        changed[verb.i] = copula.i, "csubj"
        return changed
    return changed


def _bears_stance(verb: str, lexicon: Lexicon) -> bool:
    """Tell whether a verb, given in its dictionary form, is for or against its object."""
    return any(p.kind == "attitude" and p.term == verb for p in lexicon.readings("v", verb))


def _found_to_be(sentence: Span, lexicon: Lexicon) -> dict[int, tuple[int, str]]:
    """Say of a thing what it is found to be, behind or before it.

    "Found tolls unacceptable as a matter of taste", "called unacceptable any toll", "described as
    useless the toll": an adjective before the article is no part of the noun's phrase.
    """
    changed: dict[int, tuple[int, str]] = {}
    for noun in sentence:
        verb, marker = noun.head, None
        if noun.dep_ == "pobj" and verb.lower_ == "as":
            verb, marker = verb.head, verb
        if lemma(verb.text) not in lexicon.words["naming_verbs"] or noun.i < verb.i:
            continue
        first = min((c.i for c in children(noun, "det", "poss")), default=-1)
        for judge in children(noun, "amod"):
            if judge.tag_ != "JJ":
                continue
            if judge.i == noun.i + 1 and noun.dep_ == "dobj":
                changed[judge.i] = verb.i, "ccomp"
                changed[noun.i] = judge.i, "nsubj"
            elif judge.i == first - 1 and marker is not None and marker.i == judge.i - 1:
                changed[judge.i] = marker.i, "pobj"
                changed[noun.i] = verb.i, "dobj"
            elif judge.i == first - 1 == verb.i + 1:
                changed[judge.i] = verb.i, "ccomp"
                changed[noun.i] = judge.i, "nsubj"
    return changed


def _set_apart(sentence: Span, lexicon: Lexicon) -> dict[int, tuple[int, str]]:
    """Take what belongs to the sentence from the verb of a remark between commas."""
    commas = [t.i for t in sentence if t.text == ","]
    changed: dict[int, tuple[int, str]] = {}
    for first, last in pairwise(commas):
        opening = first + 2 if sentence.doc[first + 1].text == '"' else first + 1
        between = sentence.doc[opening:last]
        if first == sentence.start or not 2 <= len(between) <= LONGEST_REMARK:
            continue
        remark = _remark(between, lexicon)
        if remark is None:
            changed |= _taken_along(sentence, between)
            continue
        verb, speaker = remark
        inside = range(first, last + 1)
        if verb.head.i in inside and verb.head.i != verb.i:
            continue
        strays = [
            t
            for t in sentence
            if t.i not in inside and t.head.i in inside and t.i != verb.i and not t.is_punct
        ]
        if verb.dep_ != "ROOT":
            for stray in strays:
                opens = stray.i < first and _heads_phrase(stray)  # "to wait, Oz argued, would …"
                loose = stray.dep_ == "advcl" and not (opens or _orders(stray, lexicon))
                if not loose and stray.dep_ != "cc":
                    changed[stray.i] = verb.head.i, stray.dep_
            continue
        left = [t for t in strays if t.i < first]
        right = [t for t in strays if t.i > last]
        main = next((t for t in right if t.pos_ in ("VERB", "AUX")), None)
        if main is not None and main.dep_ in ("ccomp", "conj", "parataxis") and left:
            passive = bool(children(main, "auxpass"))
            joined = sentence.doc[last + 1].dep_ == "cc"
            if joined or children(main, "nsubj", "nsubjpass", "expl"):
                continue  # "…, he told the press, and left"; "truces, he said, there were"
            changed[main.i] = verb.i, "ccomp"
            for stray in left:
                dep = stray.dep_
                if stray.pos_ in _NOMINAL and not _tells_when(stray, lexicon):
                    dep = "nsubjpass" if passive else "nsubj"
                elif dep in ("advcl", "ccomp", "csubj") and stray.pos_ == "VERB":
                    dep = "csubj" if _heads_phrase(stray) else dep
                changed[stray.i] = main.i, dep
            if speaker.dep_ not in ("nsubj", "nsubjpass"):
                changed[speaker.i] = verb.i, "nsubj"
        elif main is None or main.dep_ == "advcl":
            # "A pause is conceivable, Oz maintains, once …"
            told = [t for t in left if t.dep_ in ("ccomp", "parataxis")]
            bare = bool(told) and told[-1].i == first - 1
            bare = bare and lemma(told[-1].text) in lexicon.words["copulas"]
            for stray in right if told else ():
                if bare and stray.pos_ == "NOUN" and stray.dep_ in _PREDICATED:
                    # "was, Oz argued, a mistake"
                    changed[stray.i] = told[-1].i, "attr"
                if stray.dep_ in ("prep", "advmod", "acomp", "attr") or _orders(stray, lexicon):
                    changed[stray.i] = told[-1].i, stray.dep_
            if told and speaker.dep_ not in ("nsubj", "nsubjpass"):
                changed[speaker.i] = verb.i, "nsubj"
    return changed


def _taken_along(sentence: Span, between: Span) -> dict[int, tuple[int, str]]:
    """Give back to a copula what was hung from a phrase put in (", according to Oz, out")."""
    before = sentence.doc[between.start - 2]
    opening = between[0]
    above = (before.i, before.head.i)
    if lemma(before.text) != "be" or opening.head.i not in above or opening.dep_ != "prep":
        return {}
    last = between.end  # the comma
    beyond = [t for t in sentence if t.i > last and between.start <= t.head.i < last]
    return {
        t.i: (before.i, "acomp" if t.pos_ == "ADJ" else t.dep_)
        for t in beyond
        if t.dep_ in ("prep", "acomp", "attr") or t.pos_ == "ADJ"
    }


def _run_together(
    sentence: Span, lexicon: Lexicon, names: Callable[[str], Iterable[Named]] | None
) -> dict[int, tuple[int, str]]:
    """Part two names taken for one, the second being the subject ("a toll in Oz Ev rejects")."""
    changed: dict[int, tuple[int, str]] = {}
    known: set[tuple[int, int]] | None = None
    for second in sentence:
        if second.tag_ != "NNP" or second.i == sentence.start or names is None:
            continue
        first = second.nbor(-1)
        if first.tag_ != "NNP" or first.head.i != second.i or first.dep_ != "compound":
            continue
        verb = next((v for v in second.ancestors if v.pos_ == "VERB"), None)
        if verb is None or not 0 < verb.i - second.i <= 3 or not _lacks_object(verb, lexicon):
            continue
        if any(c.i > verb.left_edge.i and c.i < second.i for c in children(verb, "nsubj", "aux")):
            if not children(verb, "nsubj") or children(verb, "nsubj")[0].i > first.i:
                continue
        fronted = [c for c in children(verb, *_MISTAKEN) if c.right_edge.i == second.i]
        if len(fronted) != 1 or fronted[0].i == second.i:
            continue
        if known is None:
            known = {(name.start, name.end) for name in names(sentence.doc.text)}
        if not {(t.idx, t.idx + len(t)) for t in (first, second)} <= known:
            continue
        changed[first.i] = second.head.i, second.dep_
        changed[second.i] = verb.i, "nsubj"
        changed[fronted[0].i] = verb.i, "dobj"
    return changed


def _behind_place(
    sentence: Span, names: Callable[[str], Iterable[Named]] | None
) -> dict[int, tuple[int, str]]:
    """Part a place from whoever acts there, taken for one name ("In Id Jo Oz conceded …")."""
    if names is None or sentence.end - sentence.start < 4:
        return {}
    opening = sentence[0] if sentence[0].dep_ == "prep" else sentence[1]
    place = opening.nbor()
    name = place.head
    if opening.dep_ != "prep" or place.dep_ != "compound" or place.tag_ != "NNP":
        return {}
    if name.pos_ != "PROPN" or name.i + 1 >= sentence.end:
        return {}
    verb = name.nbor()
    if verb.pos_ not in ("VERB", "AUX"):
        return {}
    verb = verb.head if verb.dep_ in ("aux", "auxpass") else verb
    if name.dep_ == "pobj" and name.head.i == opening.i:
        if children(verb, "nsubj", "nsubjpass", "expl") or verb.tag_ not in _FINITE | {"VB", "VBN"}:
            return {}
    elif name.dep_ not in ("nsubj", "nsubjpass") or children(opening, "pobj"):
        return {}
    spans = {(n.start, n.end) for n in names(sentence.doc.text)}
    if (place.idx, place.idx + len(place)) not in spans:
        return {}
    return {place.i: (opening.i, "pobj"), name.i: (verb.i, "nsubj")}


def _said_of_doing(sentence: Span) -> dict[int, tuple[int, str]]:
    """Make a copula the main verb that has been hung from the gerund that is its subject."""
    root = sentence.root
    if root.tag_ != "VBG" or children(root, "nsubj", "nsubjpass"):
        return {}
    copulas = [
        c
        for c in children(root, "aux", "auxpass", "ccomp")
        if c.lower_ in ("is", "was", "are") and c.i > root.i and not children(c, "nsubj", "expl")
    ]
    if len(copulas) != 1:
        return {}
    copula = copulas[0]
    changed = {copula.i: (copula.i, "ROOT"), root.i: (copula.i, "csubj")}
    for child in root.children:
        if child.i > copula.i:
            changed[child.i] = copula.i, child.dep_
    return changed


def _hung_too_low(sentence: Span, lexicon: Lexicon) -> dict[int, tuple[int, str]]:
    """Hang from a whole phrase what was hung from its last noun.

    "A toll in Oz, rejected by Ev, is back", "it is a toll in Oz that Ev rejects".
    """
    changed: dict[int, tuple[int, str]] = {}
    for clause in sentence:
        if clause.dep_ not in ("acl", "relcl") or clause.head.dep_ != "pobj":
            continue
        before = clause.left_edge.i - 1
        parted = before > sentence.start and sentence.doc[before].text == ","
        reduced = clause.dep_ == "acl" and clause.tag_ == "VBN"
        passive = reduced and bool(children(clause, "agent")) and parted
        whole = clause.head
        while whole.dep_ == "pobj" and whole.head.head.pos_ in ("NOUN", "PROPN"):
            whole = whole.head.head
        copula = whole.head
        cleft = (
            whole.dep_ == "attr"
            and _bears_stance(lemma(clause.text), lexicon)
            and clause.left_edge.lower_ == "that"
            and any(c.lower_ == "it" for c in children(copula, "nsubj", "expl"))
        )
        if whole.i != clause.head.i and (cleft or (passive and whole.dep_ != "pobj")):
            changed[clause.i] = whole.i, clause.dep_
    return changed


def _fragment(sentence: Span, lexicon: Lexicon) -> dict[int, tuple[int, str]]:
    """Make what is said of words without a verb before a remark ("First a toll, Oz said")."""
    end = closing_remark(sentence, lexicon)
    if end >= sentence.end or sentence.root.i < end:
        return {}
    before = [c for c in sentence.root.children if c.i < end and not c.is_punct]
    if len(before) == 1 and before[0].pos_ == "NOUN" and before[0].dep_ in ("npadvmod", "dep"):
        return {before[0].i: (sentence.root.i, "ccomp")}
    return {}


def _told_in_turn(sentence: Span) -> dict[int, tuple[int, str]]:
    """Coordinate what is told with "that" and again with "that" ("that it is old, that it fell").

    The parser hangs the later clauses from the first.
    """
    changed: dict[int, tuple[int, str]] = {}
    for mark in sentence:
        if mark.lower_ != "that" or mark.dep_ != "mark" or mark.i < sentence.start + 2:
            continue
        clause, first = mark.head, mark.head.head
        joined = mark.nbor(-1).lower_ in (",", "and", "but")
        if not joined or clause.dep_ not in ("ccomp", "advcl") or not first.i < mark.i:
            continue
        marks = [c for c in children(first, "mark") if c.lower_ == "that"]
        if first.dep_ == "ccomp" and marks and marks[0].i < first.i:
            changed[clause.i] = first.i, "conj"
    return changed


def _behind_day(sentence: Span, lexicon: Lexicon) -> dict[int, tuple[int, str]]:
    """Give a verb its subject, of "At the fair on Monday Jo Oz left" taken for part of the date."""
    changed: dict[int, tuple[int, str]] = {}
    for name in sentence:
        if name.dep_ != "pobj" or name.pos_ != "PROPN" or name.i + 2 >= sentence.end:
            continue
        day = name.doc[name.head.i + 1]
        if day.head.i != name.i or day.lower_ not in lexicon.words["calendar"]:
            continue
        verb = name.nbor(2) if name.nbor().pos_ == "ADV" else name.nbor()
        if verb.dep_ in ("aux", "auxpass"):
            verb = verb.head
        elif verb.tag_ not in _FINITE:
            continue
        if verb.pos_ not in ("VERB", "AUX") or children(verb, "nsubj", "nsubjpass"):
            continue
        changed[name.i] = (verb.i, "nsubj")
        changed[day.i] = (name.head.i, "pobj")
    return changed


def _listed(sentence: Span) -> dict[int, tuple[int, str]]:
    """Give the end of a list to the noun that it goes on from, not to the verb behind it.

    In "A text drawn up with Oz, Ev and Id says so" Ev and Id are a second subject to the parser.
    """
    changed: dict[int, tuple[int, str]] = {}
    for rest in sentence:
        if rest.dep_ not in ("nsubj", "nsubjpass") or not children(rest, "conj"):
            continue
        pause = rest.left_edge.i - 1
        earlier = [
            subject
            for subject in children(rest.head, "nsubj", "nsubjpass")
            if subject.right_edge.i in (pause - 1, pause)
        ]
        if not earlier or sentence.doc[pause].text != "," or rest.right_edge.i > rest.head.i:
            continue
        begun = sentence.doc[pause - 1]
        after = sentence.doc[rest.right_edge.i + 1]
        if begun.dep_ == "pobj" and begun.pos_ == rest.pos_ and after.text != ",":
            changed[rest.i] = begun.i, "conj"
    return changed


def _not_one(sentence: Span) -> dict[int, tuple[int, str]]:
    """Give the "not" of a list's item to its noun ("no toll, not an acre to be sold, a truce")."""
    changed: dict[int, tuple[int, str]] = {}
    for word in sentence:
        if word.lower_ != "not" or not sentence.start < word.i < sentence.end - 2:
            continue
        article = sentence.doc[word.i + 1]
        if sentence.doc[word.i - 1].text not in ",:" or article.dep_ not in ("det", "nummod"):
            continue
        if article.lower_ in ("a", "an", "one") and article.head.i > article.i:
            changed[word.i] = article.head.i, "neg"
    return changed


def _not_until(sentence: Span, lexicon: Lexicon) -> dict[int, tuple[int, str]]:
    """Make the inverted clause the main one ("Not until Ev has left will Oz sign").

    The parser takes the clause that it is to wait for for what governs it.
    """
    opening = sentence[0]
    if opening.lower_ != "not" or len(sentence) < 3:
        return {}
    if sentence.doc[opening.i + 1].lower_ not in lexicon.words["waiting_marks"]:
        return {}
    for verb in sentence:
        doers, auxiliaries = children(verb, "nsubj", "nsubjpass"), children(verb, "aux", "auxpass")
        waited = verb.head
        if not doers or not auxiliaries or auxiliaries[0].i > doers[0].i or waited.i >= verb.i:
            continue
        if verb.dep_ != "ccomp" or waited.left_edge.i != opening.i:
            continue
        above = verb.i if waited.head.i == waited.i else waited.head.i
        return {verb.i: (above, waited.dep_), waited.i: (verb.i, "advcl")}
    return {}


def _headline(sentence: Span, lexicon: Lexicon) -> dict[int, tuple[int, str]]:
    """Give the adjective of a headline to the name before it ("Ev ready for a truce").

    Where a headline leaves out the copula, the parser takes the name for anything.
    """
    if any(t.tag_ in _FINITE or t.tag_ == "MD" or t.text in ",:;" for t in sentence):
        return {}
    for word in sentence:
        if not word.text[:1].isupper() or word.pos_ in ("DET", "ADP"):
            following = word
            break
    else:
        return {}
    name = following.nbor(-1) if following.i > sentence.start else None
    if name is None or following.pos_ != "ADJ" or name.lower_ == "the":
        return {}
    if not any(p.kind == "attitude" for p in lexicon.readings("a", lemma(following.text))):
        return {}
    if following.dep_ == "amod" and following.head.i == name.i:
        return {}
    changed = {following.i: (name.i, "amod"), name.i: (name.i, "ROOT")}
    if following.i + 1 < sentence.end and (after := following.nbor()).dep_ == "prep":
        changed[after.i] = following.i, "prep"
    name.tag_, name.pos_ = "NNP", "PROPN"
    return changed


def _parted(sentence: Span) -> dict[int, tuple[int, str]]:
    """Give a verb what is hung from a phrase put before it ("Oz would under the pact leave")."""
    changed: dict[int, tuple[int, str]] = {}
    for phrase in sentence:
        verb = phrase.head
        if phrase.dep_ == "prep" and verb.pos_ in ("VERB", "AUX") and phrase.i < verb.i:
            for part in children(phrase, "nsubj", "nsubjpass", "aux"):
                subject = "nsubjpass" if children(verb, "auxpass") else "nsubj"
                changed[part.i] = verb.i, part.dep_ if part.dep_ == "aux" else subject
    return changed


def _of_text(sentence: Span, lexicon: Lexicon) -> dict[int, tuple[int, str]]:
    """Give ", which …" behind a clause between commas to the text that both are said of.

    In "a bill, tabled by Oz, which lifts the toll" the bill lifts it, and not Oz.
    """
    changed: dict[int, tuple[int, str]] = {}
    for clause in sentence:
        opening = clause.left_edge
        if clause.dep_ != "relcl" or opening.lower_ != "which" or opening.i <= sentence.start:
            continue
        if sentence.doc[opening.i - 1].text != ",":
            continue
        between = clause.head
        while between.dep_ in ("pobj", "prep", "agent", "conj") and between.head.i < between.i:
            between = between.head
        text = between.head
        if (
            between.dep_ == "acl"
            and sentence.doc[between.left_edge.i - 1].text == ","
            and lemma(text.text) in lexicon.words["document_nouns"]
        ):
            changed[clause.i] = text.i, "relcl"
    return changed


def _for_whom(sentence: Span) -> dict[int, tuple[int, str]]:
    """Part those for whom something is from the thing ("For Oz, the toll is a red line").

    The parser joins the two, across the comma, into one phrase, and leaves the verb no subject.
    """
    opening = sentence[0]
    if opening.lower_ not in ("for", "to") or opening.dep_ != "prep":
        return {}
    verb = opening.head
    if children(verb, "nsubj", "nsubjpass", "csubj", "expl"):
        return {}
    commas = [t for t in opening.subtree if t.text == ","]
    if not commas or commas[0].i > opening.i + 4 or verb.i < commas[0].i:
        return {}
    comma = commas[0].i
    within = range(opening.i + 1, comma)
    thing = next((t for t in children(opening, "pobj") if t.i > comma), None)
    if thing is None:  # "For Oz, the toll …": an apposition
        thing = next((t for t in opening.subtree if t.i > comma and t.head.i in within), None)
    party = sentence.doc[comma - 1]
    if thing is None or party.tag_ not in ("NNP", "NNPS") or thing.pos_ not in _NOMINAL:
        return {}
    changed = {thing.i: (verb.i, "nsubj"), party.i: (opening.i, "pobj")}
    changed[comma] = verb.i, sentence.doc[comma].dep_
    for word in sentence.doc[opening.i + 1 : comma - 1]:
        if word.head.i not in within:
            changed[word.i] = party.i, "compound" if word.tag_ == "NNP" else "det"
    for word in thing.subtree:
        if word.i > comma and word.head.i in within and word.i != thing.i:
            changed[word.i] = thing.i, word.dep_
    return changed


def _orders(clause: Token, lexicon: Lexicon) -> bool:
    """Tell whether a clause says when or on what terms ("once …", not "adding …")."""
    words = lexicon.words
    marks = {c.lower_ for c in children(clause, "mark", "advmod")}
    return bool(marks & (words["precedence_marks"] | words["hypothetical_marks"]))


def _tells_when(noun: Token, lexicon: Lexicon) -> bool:
    return noun.dep_ == "npadvmod" and lemma(noun.text) in lexicon.words["time_nouns"]


def _heads_phrase(verb: Token) -> bool:
    """Tell whether a verb can be what another is said of ("to wait", "waiting", "that Oz went")."""
    if verb.tag_ == "VBG" or any(c.tag_ == "TO" for c in children(verb, "aux")):
        return True
    return any(c.lower_ == "that" and c.is_sent_start for c in children(verb, "mark"))


def _remark(between: Span, lexicon: Lexicon) -> tuple[Token, Token] | None:
    """Return the verb and the speaker of a remark ("the Ozian minister told reporters in Id")."""
    opening = between[0]
    if opening.lower_ != "as" and opening.tag_ in ("WDT", "WP", "WRB", "IN", "TO", "CC", "VBG"):
        return None
    verbs = [t for t in between if t.tag_ in _FINITE]
    if len(verbs) != 1 or not _says(verbs[0], lexicon):
        return None
    verb = verbs[0]
    within = range(between.start, between.end)
    if any(t.tag_ in ("WDT", "WP", "TO") or t.lower_ == "for" or t.dep_ == "neg" for t in between):
        return None
    idiom = lemma(verb.text) in lexicon.words["remarking_verbs"]  # "let it be known"
    taken = children(verb, "ccomp", "xcomp", "acomp", "oprd", "aux")
    if not idiom and any(c.i in within for c in taken):
        return None
    if verb.i == opening.i:
        # "said Oz", but not "thinks it unlikely"
        noun = between[1]
        if noun.pos_ not in ("PROPN", "DET") and noun.lower_ not in _SUBJECTS:
            return None
        if lemma(verb.text) not in lexicon.words["quoting_verbs"]:
            return None
        return verb, _head_of(between[1:])
    before = between[: verb.i - between.start]
    if not any(t.pos_ in ("PROPN", "NOUN", "PRON") for t in before) or opening.tag_ in ("RB", "JJ"):
        return None
    return verb, _head_of(before)


def _head_of(phrase: Span) -> Token:
    """Return the word of a phrase from which the rest hangs."""
    within = range(phrase.start, phrase.end)
    outer = [t for t in phrase if t.head.i not in within and not t.is_punct and t.dep_ != "case"]
    return next((t for t in outer if t.pos_ in ("PROPN", "NOUN", "PRON", "NUM")), phrase[-1])


def _says(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb can give somebody's words in a remark."""
    word = lemma(verb.text)
    if word in lexicon.words["remarking_verbs"]:
        return True
    return any(p.kind == "report" for p in lexicon.readings("v", word))


def _put_first(sentence: Span, lexicon: Lexicon) -> dict[int, tuple[int, str]]:
    """Make an object of the noun that stands before a verb's own subject."""
    changed: dict[int, tuple[int, str]] = {}
    for verb in sentence:
        if verb.pos_ != "VERB":
            continue
        doers = [c for c in children(verb, "nsubj") if c.i < verb.i]
        if not doers:
            continue
        doer = doers[-1]
        fronted = [
            c
            for c in children(verb, *_MISTAKEN)
            if c.i < doer.left_edge.i and c.pos_ in _NOMINAL and _opens(c, verb, doer)
        ]
        if len(fronted) != 1 or not _lacks_object(verb, lexicon):
            continue
        noun = fronted[0]
        if _tells_when(noun, lexicon) or noun.tag_ in ("WP", "WDT"):
            continue
        stranded = [c for c in children(verb, "prep") if c.i > verb.i and not list(c.children)]
        if stranded:
            changed[noun.i] = stranded[-1].i, "pobj"
        else:
            changed[noun.i] = verb.i, "dobj"
    return changed


def _opens(noun: Token, verb: Token, doer: Token) -> bool:
    """Tell whether a noun opens its clause, nothing but what is put in before the subject."""
    between = noun.doc[noun.left_edge.i : doer.left_edge.i]
    joined = noun.doc[noun.right_edge.i + 1 : doer.left_edge.i]
    if any(t.text in (";", "&", '"', "“", "”") or ":" in t.text for t in between):
        return False
    if any(t.dep_ == "cc" for t in joined) or noun.lower_ in _SUBJECTS:
        return False
    pronoun = doer.lower_ in _SUBJECTS or doer.lower_ == "it"
    named = doer.pos_ == "PROPN" or pronoun or bool(children(doer, "det", "poss"))
    told = noun.pos_ == "NOUN" or noun.lower_ in ("this", "that")
    told = told and not children(noun, "nummod") and noun.lower_ != "cent"
    return named and told and noun.i < doer.i < verb.i


def _lacks_object(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb that takes an object has none."""
    if children(verb, "dobj", "ccomp", "xcomp", "auxpass", "dative"):
        return False
    particles = {c.lower_ for c in children(verb, "prt")}
    word = lemma(verb.text)
    if word in lexicon.words["naming_verbs"]:
        return bool(children(verb, "oprd", "acomp", "prep"))
    return any(
        set(p.term.split()[1:]) == particles and p.content & {"obj", "sc", "to_", "of", "for"}
        for p in lexicon.readings("v", word)
    )


def _named_first(
    sentence: Span, names: Callable[[str], Iterable[Named]] | None
) -> dict[int, tuple[int, str]]:
    """Make a name that opens a sentence the subject of a verb without one ("Oz, joined by Ev, …").

    The parser may take it for an adverb.
    """
    name = sentence[0]
    verb = name.head
    if names is None or name.tag_ != "NNP" or name.dep_ not in ("advmod", "npadvmod", "intj"):
        return {}
    if verb.tag_ not in _FINITE or children(verb, "nsubj", "nsubjpass", "expl"):
        return {}
    known = {(n.start, n.end) for n in names(sentence.doc.text)}
    return {name.i: (verb.i, "nsubj")} if (name.idx, name.idx + len(name)) in known else {}


def _on_the_way(
    sentence: Span, names: Callable[[str], Iterable[Named]] | None
) -> dict[int, tuple[int, str]]:
    """Part a participle that opens a sentence from the place behind it ("Visiting Oz, Ev said …").

    The parser may take both for a name, and that for a second subject.
    """
    first = sentence[0]
    place = first.head
    if names is None or first.dep_ != "compound" or place.i != first.i + 1:
        return {}
    if not first.lower_.endswith("ing") or place.i + 1 >= sentence.end:
        return {}
    verb = place.head
    others = [s for s in children(verb, "nsubj", "nsubjpass") if s.i > place.i]
    if place.dep_ != "nsubj" or place.nbor().text != "," or not others:
        return {}
    known = {(n.start, n.end) for n in names(sentence.doc.text)}
    if (place.idx, place.idx + len(place)) not in known:
        return {}
    return {first.i: (verb.i, "advcl"), place.i: (first.i, "dobj")}
