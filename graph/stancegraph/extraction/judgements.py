"""Words that judge: what is predicated of a thing, and what a thing is called."""

from collections.abc import Sequence

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.holders import owners_of
from stancegraph.extraction.lexicon import Idioms, Lexicon, Predicate
from stancegraph.extraction.moods import INTENDING, modals_of
from stancegraph.extraction.negation import negated
from stancegraph.extraction.parsing import children
from stancegraph.extraction.readings import fits, reading, reading_at
from stancegraph.extraction.relations import relation
from stancegraph.extraction.trees import Token

__all__ = [
    "comes_last",
    "comes_to_nothing",
    "equated",
    "has_unknown_name",
    "has_unknown_state",
    "is_belittled",
    "is_condemned",
    "is_judged_inside",
    "is_kept_out",
    "is_unreadable",
    "judgement_in",
    "judging_word",
    "label_after",
    "name_before",
    "name_given",
    "placed_under",
    "possessed",
    "predicated",
    "reply_of",
    "troubling",
]

#: What is said of whatever a trouble consists of ("the main problem is the toll").
_TROUBLE = Predicate("trouble", "n", frozenset({"attr"}), "evaluate", "-", "speaker", "criticise")


def judgement_in(token: Token, lexicon: Lexicon, idioms: Idioms) -> Predicate | None:
    """Return the judgement that a word passes, whatever the parser takes it for.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> mistake, toll = words_in("The toll is a mistake.", "mistake", "toll")
    >>> judgement_in(mistake, load_lexicon(), {}).polarity
    '-'
    >>> judgement_in(toll, load_lexicon(), {}) is None
    True
    """
    idiom = idioms.get(token.i)
    if idiom is not None:
        return idiom if idiom.kind == "evaluate" else None
    return next(
        (
            p
            for pos in ("a", "n")
            for p in lexicon.readings(pos, lemma(token.text))
            if p.kind == "evaluate" and p.polarity and " " not in p.term
        ),
        None,
    )


def judging_word(name: Token | None, lexicon: Lexicon) -> Token | None:
    """Return the word that judges: a noun, or an adjective beside it ("a bad idea").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [step] = words_in("The toll is a foolish step.", "step")
    >>> judging_word(step, load_lexicon())
    foolish
    """
    if name is None or reading(name, "subj", lexicon) is not None:
        return name
    if lemma(name.text) in (*lexicon.words["transparent_nouns"], "list"):
        inner = [n for p in children(name, "prep") if p.lower_ == "of" for n in p.children]
        if inner and reading(inner[0], "subj", lexicon) is not None:
            return inner[0]
    for adjective in (*children(name, "amod"), *children(name, "conj")):
        found = reading(adjective, "subj", lexicon)
        if found is not None and found.kind == "evaluate":
            return adjective
    return name


def name_given(current: Token, verb: Token, rel: str, lexicon: Lexicon) -> Token | None:
    """Return what a verb of naming makes of its object ("called it a mistake").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> toll, called = words_in("Oz called the toll a mistake.", "toll", "called")
    >>> name_given(toll, called, "obj", load_lexicon())
    mistake
    """
    likening = lemma(verb.text) in lexicon.words["likening_verbs"]
    if rel == "obj":
        found = children(verb, "oprd", "acomp", "ccomp", "xcomp")
        found = [t for t in found if t.i != current.i]
        found += [
            noun
            for preposition in children(verb, "prep")
            if preposition.lower_ == "as" or (likening and preposition.lower_ == "to")
            for noun in children(preposition, "pobj", "amod", "pcomp", "acomp")
        ]
        last = current.right_edge
        if likening and last.head.lower_ == "to" and last.head.head.i != verb.i:
            found.append(last)  # "likened the levy on herring to theft"
        # "called the lease of the port unwise": the parser may hang it from the last noun
        last = current.right_edge
        found += [last] if last.pos_ == "ADJ" and last.i > current.i else []
        if lemma(verb.text) == "call":
            # "called a return of the port an illusion": taken for an apposition
            found += [
                name
                for noun in current.subtree
                for name in children(noun, "appos")
                if name.left_edge.lower_ in ("a", "an") and name.left_edge.i == noun.i + 1
            ]
        return next((t for t in found if t.i > verb.i and not t.is_punct), None)
    if rel in ("that", "sc") and current.pos_ in ("ADJ", "NOUN") and children(current, "nsubj"):
        return current
    return None


def name_before(current: Token, verb: Token) -> Token | None:
    """Return the word by which a verb of naming judges a clause ("thinks it wrong to …").

    >>> from stancegraph.extraction.examples import words_in
    >>> pay, thinks = words_in("Oz thinks it wrong to pay.", "pay", "thinks")
    >>> name_before(pay, thinks)
    wrong
    """
    for clause in children(verb, "oprd", "acomp", "ccomp", "xcomp"):
        if clause.i == current.i or clause.i > current.i:
            continue
        if any(c.lower_ == "it" for c in children(clause, "nsubj", "nsubjpass")):
            if clause.pos_ in ("ADJ", "NOUN"):
                return clause
        elif clause.dep_ in ("oprd", "acomp") and any(
            c.lower_ == "it" for c in children(verb, "dobj")
        ):
            return clause
    return None


def label_after(
    current: Token,
    verb: Token,
    lexicon: Lexicon,
    idioms: Idioms,
    inside: frozenset[int],
) -> tuple[Token, Predicate] | None:
    """Return the judgement at the end of what a verb of naming takes, by the order of words.

    Of "called the sale of herring to Id a dangerous game" the parser takes the game for
    where the herring went.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> text = "Oz called the sale of herring to Id a dangerous game."
    >>> sale, called = words_in(text, "sale", "called")
    >>> word, judgement = label_after(sale, called, load_lexicon(), {}, frozenset({sale.i}))
    >>> word, judgement.polarity
    (dangerous, '-')
    """
    doc, words = verb.doc, lexicon.words
    first = max((*inside, current.i)) + 1
    if any(i > current.i and judgement_in(doc[i], lexicon, idioms) for i in inside):
        first = current.i + 1  # of "the draft acceptable", both in the mention
    if first <= verb.i:
        return None
    tail: list[Token] = []
    for token in doc[first : verb.sent.end]:
        before = token.nbor(-1)
        joined = token.text == "-" and before.idx + len(before) == token.idx
        if token.is_quote or joined:
            continue  # "a one-day stunt"
        if token.is_punct or token.tag_ in ("VBZ", "VBD", "VBP", "MD", "WDT", "WP", "WRB"):
            break
        tail.append(token)
    while tail and tail[-1].pos_ in ("CCONJ", "ADV", "PART", "SPACE"):
        tail.pop()
    opening = next((n for n, t in enumerate(tail) if t.lower_ == "as"), None)
    if opening is None:
        for n, token in enumerate(tail):
            after = tail[n - 1] if n else verb
            if token.lower_ in ("a", "an", "no") and (
                after.pos_ != "ADP" or (n > 1 and tail[n - 2].lower_ == "nothing")
            ):
                opening = n
    if opening is None:
        return _last_word(tail, lexicon, idioms)
    for token in tail[opening + 1 :]:
        if token.pos_ == "ADP" and token.lower_ != "of":
            break
        found = judgement_in(token, lexicon, idioms)
        if found is not None:
            if tail[opening].lower_ == "no" or token.nbor(-1).lower_ in words["negators"]:
                return None
            return token, found
    return None


def _last_word(
    tail: Sequence[Token], lexicon: Lexicon, idioms: Idioms
) -> tuple[Token, Predicate] | None:
    """Return the last of some words where it judges what stands before it."""
    for n, token in enumerate(tail):
        if token.tag_ == "TO" and n and tail[n - 1].pos_ == "ADJ":
            tail = tail[:n]  # "found the lease impossible to accept"
            break
    if not tail:
        return None
    last = tail[-1]
    found = judgement_in(last, lexicon, idioms)
    if found is None or last.nbor(-1).lower_ in lexicon.words["negators"]:
        return None
    if found.pos not in "ai" and last.nbor(-1).pos_ in ("ADP", "DET", "PRON"):
        return None  # "called the end of the robbery"
    return last, found


def reply_of(copula: Token, lexicon: Lexicon) -> int:
    """Return the sign of the yes or no that an answer is said to be, else 0.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> text = "The answer is no. Their reply was yes. The toll is due."
    >>> words = words_in(text, "is", "was", "is")
    >>> [reply_of(word, load_lexicon()) for word in words]
    [-1, 1, 0]
    """
    if lemma(copula.text) not in lexicon.words["copulas"]:
        return 0
    for word in children(copula, "attr", "intj", "acomp", "advmod", "dep"):
        if word.i < copula.i or children(word, "prep", "acl", "relcl"):
            continue
        if word.lower_ in lexicon.words["yes_answers"]:
            return 1
        if word.lower_ in lexicon.words["no_answers"] and word.nbor().lower_ != "longer":
            return -1
    return 0


def placed_under(noun: Token, verb: Token, idioms: Idioms) -> tuple[Token, Predicate] | None:
    """Return the judgement that an object is put under ("put it out of the question").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> toll, put, out = words_in("Oz put the toll out of the question.", "toll", "put", "out")
    >>> idiom = next(p for _, p in load_lexicon().idioms if p.term == "out of the question")
    >>> word, judgement = placed_under(toll, put, {out.i: idiom})
    >>> word, judgement.polarity
    (out, '-')
    """
    for phrase in children(verb, "prep", "advmod", "acomp", "oprd"):
        found = idioms.get(phrase.i)
        if phrase.i > noun.i and found is not None and found.kind == "evaluate":
            return phrase, found
    return None


def is_judged_inside(verb: Token, lexicon: Lexicon, idioms: Idioms, inside: frozenset[int]) -> bool:
    """Tell whether the words of a mention that a verb of naming takes judge it themselves.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> toll, called, bad = words_in("Oz called the toll illegal.", "toll", "called", "illegal")
    >>> is_judged_inside(called, load_lexicon(), {}, frozenset({toll.i, bad.i}))
    True
    """
    last = max(inside, default=verb.i)
    if last <= verb.i or verb.i in inside:
        return False
    word = verb.doc[last]
    if word.dep_ in ("dobj", "pobj", "pcomp") or word.head.i == verb.i == word.i - 1:
        return False
    found = judgement_in(word, lexicon, idioms)
    return found is not None and found.polarity == "-" and found.pos != "n"


def predicated(
    copula: Token, lexicon: Lexicon, idioms: Idioms
) -> tuple[Predicate | None, Token | None]:
    """Return what is predicated of a copula's subject ("X is unacceptable").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [copula] = words_in("The toll is unacceptable.", "is")
    >>> judgement, word = predicated(copula, load_lexicon(), {})
    >>> judgement.polarity, word
    ('-', unacceptable)
    """
    for child in children(copula, "acomp", "attr", "prep", "oprd", "advmod"):
        found = reading_at(child, "subj", lexicon, idioms)
        if found is not None and found.kind == "report":
            continue  # "is, according to Oz, wrong"
        if found is not None and found.term == "be for":
            continue  # "is for Oz worse than none": the subject is for nothing
        if found is None and child.dep_ == "prep":
            for noun in children(child, "pobj"):
                found = idioms.get(noun.i)
                for inner in children(noun, "prep") if found is None else ():
                    # "is, for the time being, out of the question"
                    idiom = idioms.get(inner.i)
                    found = idiom if idiom is not None and "subj" in idiom.content else None
        if found is None and child.pos_ == "NOUN":
            judging = judging_word(child, lexicon)
            if judging is not None and judging.i != child.i:
                return reading(judging, "subj", lexicon), child
            found = next(
                (
                    p
                    for p in lexicon.readings("n", lemma(child.text))
                    if p.kind in ("attitude", "evaluate")
                ),
                None,
            )
        if found is not None:
            return found, child
    return None, None


def equated(verb: Token, lexicon: Lexicon, idioms: Idioms) -> tuple[Predicate | None, Token | None]:
    """Return the judgement in what a doing is said to come to ("is to reward an invader").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [copula] = words_in("To pay it is to reward a thief.", "is")
    >>> judgement, word = equated(copula, load_lexicon(), {})
    >>> judgement.polarity, word
    ('-', reward)
    """
    if negated(verb, lexicon):
        return None, None
    words = lexicon.words
    if lemma(verb.text) not in words["copulas"] | words["equating_verbs"]:
        return None, None
    doings = children(verb, "xcomp", "ccomp", "advcl")
    doings += [n for p in children(verb, "prep") for n in children(p, "pcomp", "pobj")]
    doings += children(verb, "dobj") if lemma(verb.text) in words["equating_verbs"] else []
    for doing in doings:
        if doing.i < verb.i or negated(doing, lexicon):
            continue
        judged = reading_at(doing, "subj", lexicon, idioms)
        if judged is None and lemma(doing.text) in words["committing_verbs"]:
            done = children(doing, "dobj")  # "to make a mistake"
            judged = next(filter(None, (judgement_in(d, lexicon, idioms) for d in done)), None)
        # whom a doing helps may be an enemy
        if judged is not None and judged.kind == "evaluate" and judged.polarity == "-":
            return judged, doing
    return None, None


def possessed(verb: Token, lexicon: Lexicon) -> tuple[Predicate | None, Token | None]:
    """Return the judgement in what a subject is said to have ("has its dangers").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [has] = words_in("The toll has its dangers.", "has")
    >>> judgement, word = possessed(has, load_lexicon())
    >>> judgement.polarity, word
    ('-', dangers)
    """
    for noun in children(verb, "dobj"):
        for found in lexicon.readings("n", lemma(noun.text)):
            if found.content == {"against"}:
                continue  # "has Oz's vote"
            if found.kind == "evaluate" or (found.kind == "attitude" and owners_of(noun)):
                return found, noun
    return None, None


def troubling(noun: Token, lexicon: Lexicon) -> Predicate | None:
    """Return the judgement on whatever a trouble or its cause is said to be.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("The main problem is the toll.", "problem", "toll")
    >>> [troubling(word, load_lexicon()) is not None for word in words]
    [True, False]
    """
    words = lexicon.words
    for inner in (noun, noun.head.head if noun.tag_ in ("WDT", "WP") else noun):
        low = lemma(inner.text)
        of = {
            lemma(n.text)
            for p in children(inner, "prep")
            if p.lower_ in ("of", "for", "behind")
            for n in children(p, "pobj")
        }
        cause = low in words["cause_nouns"] and bool(of & words["conflict_nouns"])
        if low in words["trouble_nouns"] or cause:
            return _TROUBLE
    return None


def is_condemned(noun: Token, lexicon: Lexicon, idioms: Idioms) -> bool:
    """Tell whether what stands above a noun is against what the noun names.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Oz rejected the toll. Ev backed the levy.", "toll", "levy")
    >>> [is_condemned(word, load_lexicon(), {}) for word in words]
    [True, False]
    """
    above = relation(noun)
    if above is None or above[0].pos_ not in ("VERB", "AUX"):
        return False
    verb, rel = above
    found = reading_at(verb, rel, lexicon, idioms)
    if rel == "subj" and lemma(verb.text) in lexicon.words["copulas"]:
        found, _ = predicated(verb, lexicon, idioms)
    if found is None or found.kind not in ("attitude", "evaluate") or not fits(found, rel):
        return False
    return found.polarity == "-" and not negated(verb, lexicon)


def is_belittled(current: Token, verb: Token, rel: str, lexicon: Lexicon) -> bool:
    """Tell whether this is all that something would come to ("would be no more than a pause").

    It is then said against that something, and nothing is said for this.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> pause, be = words_in("A truce would be no more than a pause.", "pause", "be")
    >>> is_belittled(pause, be, "attr", load_lexicon())
    True
    """
    words = lexicon.words
    doc = current.doc
    first = current.left_edge.i
    phrase = doc[max(first - 3, current.sent.start) : first + 2].text.lower()
    nothing_more = any(p in phrase for p in words["belittling_phrases"])
    if rel == "attr" and lemma(verb.text) in words["copulas"] and verb.i < current.i:
        would = bool(modals_of(verb) & INTENDING)
        between = [t.lower_ for t in doc[verb.i + 1 : current.i]]
        only = any(t in words["belittling_adverbs"] for t in between) and "too" not in between
        return would and (only or nothing_more)  # but "would be only too glad"
    return nothing_more and rel in ("advcl", "than", "but", "that") and current.tag_ == "VB"


def _belittles(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether "no more than" or the like stands right behind a verb."""
    after = f"{verb.doc[verb.i + 1 : verb.i + 5].text.lower()} "
    return any(after.startswith(f"{p} ") for p in lexicon.words["belittling_phrases"])


def comes_to_nothing(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb says all that its subject would do ("would merely buy time").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("A truce would merely buy time. A treaty would buy peace.", "buy", "buy")
    >>> [comes_to_nothing(word, load_lexicon()) for word in words]
    [True, False]
    """
    words = lexicon.words
    if lemma(verb.text) in words["copulas"]:
        return _belittles(verb, lexicon)
    if not modals_of(verb) & INTENDING or children(verb, "auxpass", "neg"):
        return False
    if lemma(verb.text) in words["coming_about_verbs"] | words["copulas"]:
        return False  # "would only begin after …"
    if children(verb, "advcl"):
        return False
    if lemma(verb.text) == "do":
        return _belittles(verb, lexicon)
    only = any(
        c.lower_ in words["belittling_adverbs"] and c.i < verb.i for c in children(verb, "advmod")
    )
    return only and bool(children(verb, "dobj", "dative", "ccomp", "xcomp"))


def comes_last(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether something is to come behind all else ("must come at the end of the talks").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> text = "The truce must come at the end of the talks. It must come at the end of May."
    >>> [comes_last(word, load_lexicon()) for word in words_in(text, "come", "come")]
    [True, False]
    """
    words = lexicon.words
    if lemma(verb.text) not in words["coming_about_verbs"]:
        return False
    if any(lemma(c.text) in words["last_adverbs"] for c in children(verb, "advmod")):
        return True
    # "at the end of May" is a date
    spans = words["time_nouns"] | words["calendar"]
    return any(
        preposition.lower_ == "at"
        and lemma(noun.text) in words["end_nouns"]
        and not any(lemma(t.text) in spans for t in noun.subtree if t.i > noun.i)
        for preposition in children(verb, "prep")
        for noun in children(preposition, "pobj")
    )


def has_unknown_name(copula: Token, lexicon: Lexicon, inside: frozenset[int]) -> bool:
    """Tell whether a copula predicates a noun that may be praise or blame.

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> [copula] = words_in("The toll is a gimmick.", "is")
    >>> has_unknown_name(copula, load_lexicon(), frozenset())
    True
    """
    words = lexicon.words
    if lemma(copula.text) in words["coming_about_verbs"] | words["becoming_verbs"]:
        return False
    return any(
        noun.pos_ == "NOUN"
        and noun.i > copula.i
        and noun.i not in inside
        and lemma(noun.text) not in words["plain_nouns"]
        and not children(noun, "relcl")
        and not any(a.lower_ in words["quality_adjectives"] for a in children(noun, "amod"))
        for noun in children(copula, "attr")
    )


def has_unknown_state(copula: Token, lexicon: Lexicon, inside: frozenset[int]) -> bool:
    """Tell whether a copula predicates an adjective that the lexicon does not have.

    Or a phrase that it does not have ("is in the hands of others").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("The toll is purple. The truce is unacceptable.", "is", "is")
    >>> [has_unknown_state(word, load_lexicon(), frozenset()) for word in words]
    [True, False]
    """
    if lemma(copula.text) not in lexicon.words["copulas"]:
        return False
    bare = not children(copula, "acomp", "attr", "oprd", "ccomp", "xcomp", "expl")
    if bare and not modals_of(copula):
        for preposition in children(copula, "prep"):
            going = {lemma(n.text) for n in children(preposition, "pobj")}
            if going & lexicon.words["progress_nouns"]:
                continue  # "is in the works"
            if preposition.i == copula.i + 1 and preposition.i not in inside:
                return True
    return any(
        not lexicon.readings("a", lemma(c.text))
        and lemma(c.text) not in lexicon.words["plain_adjectives"]
        and c.i not in inside
        for c in children(copula, "acomp")
    )


def is_unreadable(
    current: Token, parent: Token, rel: str, lexicon: Lexicon, inside: frozenset[int]
) -> bool:
    """Tell whether an unknown governor leaves open what is thought of what it takes.

    "Smelt a truce", "bombed the talks", "his decision on arms", "warned of a levy".

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> truce, smelt, wants = words_in("Oz smelt a truce. Ev wants it.", "truce", "smelt", "wants")
    >>> is_unreadable(truce, smelt, "obj", load_lexicon(), frozenset({truce.i}))
    True
    """
    words, low = lexicon.words, lemma(parent.text)
    if parent.i in inside:
        return False
    if parent.pos_ == "VERB" and rel == "obj":
        return low in words["perceiving_verbs"] or low in words["violent_verbs"]
    if rel == "of" and any(
        lemma(noun.text) in words["noting_nouns"] and noun.dep_ == "dobj"
        for noun in (parent, *children(parent, "dobj"))
    ):
        return True  # "took note of it": that is no stance
    if parent.pos_ == "VERB" and low in words["reacting_verbs"]:
        # "responded to the offer": nobody knows how, but "responded to it with a ban"
        return rel in words["reacting_prepositions"]
    if parent.pos_ == "VERB" and rel == "of" and low in words["warning_words"]:
        # who is warned of something is threatened with it, unless it is told what it would do
        return not children(parent, "dobj", "nsubjpass") or bool(children(current, "relcl"))
    if parent.pos_ == "NOUN" and rel in words["verdict_prepositions"]:
        return low in words["verdict_nouns"] and current.pos_ in ("NOUN", "PROPN")
    return False


def is_kept_out(verb: Token, lexicon: Lexicon, inside: frozenset[int]) -> bool:
    """Tell whether a verb's subject stays where it is not ("will stay out of it").

    >>> from stancegraph.extraction.examples import words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> words = words_in("Oz will stay out of it. Ev will stay.", "stay", "stay")
    >>> [is_kept_out(word, load_lexicon(), frozenset()) for word in words]
    [True, False]
    """
    words = lexicon.words
    return lemma(verb.text) in words["staying_verbs"] and any(
        c.lower_ in words["shut_words"] and c.i not in inside and c.i > verb.i
        for c in children(verb, "prt", "advmod", "acomp", "oprd", "prep")
    )
