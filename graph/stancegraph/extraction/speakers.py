"""Whose words a text, a turn or an answer is, where no quotation marks say so.

A text's own words belong to whom its metadata name as `speaker`; else to whom its title or
its opening gives it ("Statement by the Ozian government", "I speak on behalf of Oz", "My fellow
Ozians"). A turn belongs to its label, which is a name, an office or a word that the introduction
explains ("SPOKESMAN is the Ozian minister's spokesman"). The answers of an interview printed
without labels belong to the guest whom the introduction presents.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile

from stancegraph.extraction.cues import lemma
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.parsing import children
from stancegraph.extraction.quotations import quotations
from stancegraph.extraction.referents import Referent
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.trees import Doc
from stancegraph.layout import Block
from stancegraph.model import Article

__all__ = [
    "asks_throughout",
    "guest_of",
    "has_note",
    "is_opinion",
    "of_label",
    "of_opening",
    "of_paper",
    "of_text",
    "of_title",
]

# Greetings and formulas of speaking for somebody stand in the first sentences.
_OPENING = 600
# How many words of the first person make a text somebody's own, and how many items a paper.
_MINE = 5
_ITEMS = 6
# Where a title passes from who speaks to whom to what is spoken of.
_ABOUT = re.compile(r" (?:on|about|over)\b|[:;–—]")
# A paragraph that is one stretch of italics, in which there may be bold words.
_NOTE = re.compile(
    r"\s*([*_])(?!\1|\s)(?:(?!\n\s*\n)(?:\1\1|(?<=\w)\1(?=\w)|(?!\1).))*\1\s*(?:\n|$)",
    re.DOTALL,
)
# An interview has some questions; a heading or two that ask something do not make one.
_QUESTIONS = 3


def of_text(
    article: Article,
    parts: Iterable[str],
    registry: Registry,
    lexicon: Lexicon,
    *,
    turns: bool = False,
) -> tuple[Referent, ...]:
    """Return whose words an article as a whole is, of each bloc one; empty for most articles.

    Args:
        parts: the plain text of the article's blocks (`layout.masked`), in order.
        turns: whether the text is one of turns, which have labels of their own.

    >>> from stancegraph.case import load_case
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> lexicon = load_lexicon("en")
    >>> note = Article("note", "We back the truce.", title="Statement by the Polish government")
    >>> [r.actor for r in of_text(note, [note.text], Registry(load_case(), lexicon), lexicon)]
    ['europe']
    """
    if article.speaker:
        return registry.named(article.speaker)[:1]
    parts = list(parts)
    note = has_note(article) and len(parts) > 1
    preface, parts = (parts[0], parts[1:]) if note else ("", parts)
    body = re.sub(r'"[^"]*"?', " ", "\n".join(parts))
    opening = body[:_OPENING]
    words = lexicon.words
    title = article.title or ""
    if {w.lower() for w in re.findall(r"\w+", opening)} & words["first_pronouns"]:
        for phrase in words["speaking_for"]:
            sentence = re.search(rf"\b(?:I|[Ww]e)\b[^.;]*\b{phrase} ([^.,;]+)", opening)
            if sentence and (found := registry.named(sentence[1])):
                return found
        for word in words["vocatives"]:
            people = re.search(rf"\b{word} ([A-Z]\w+)", opening, re.IGNORECASE)
            if people and (found := registry.named(people[1])):
                return found
        if found := _of_title(title, registry, lexicon):
            return found
    genre = set(re.findall(r"[\w-]+", article.extra.get("genre", "").lower()))
    if turns or genre & words["opinion_genres"]:
        return ()
    mine = sum(w.lower() in words["first_pronouns"] for w in re.findall(r"\w+", body))
    if mine >= _MINE and (note or _addresses(body, words)):
        person = re.match(r"\W*(?:He|She)\b", preface)
        return (
            _guest_in_title(title, registry, words)
            or _presented(preface, words["presenting_words"], registry)
            or (_one_bloc(preface, registry) if person else ())
            # who is addressed ("… to the Riksdag on …"), not what is spoken of
            or (_one_bloc(_ABOUT.split(title)[0], registry) if _addresses(body, words) else ())
        )
    return ()


def has_note(article: Article) -> bool:
    r"""Tell whether an article opens with an editor's note, in italics, on what follows.

    >>> has_note(Article(id="a", text="*We print a letter.*\n\nDear all"))
    True
    >>> has_note(Article(id="b", text="*The Herald* printed a letter."))
    False
    >>> has_note(Article(id="c", text="*The Herald* printed what it had from *The Post*"))
    False
    """
    return bool(_NOTE.match(article.text))


def of_paper(
    article: Article,
    blocks: Sequence[Block],
    parts: Sequence[str],
    registry: Registry,
    lexicon: Lexicon,
) -> tuple[Referent, ...]:
    """Return whose paper a text's lists are.

    An editor's note presents it as somebody's, or it is a body's conclusions, whose first item
    opens with its name ("1. The Ozian Council recalls …").
    """
    items = [text for block, text in zip(blocks, parts, strict=True) if block.kind == "bullet"]
    if len(items) < _ITEMS:
        return ()
    if has_note(article):
        return _presented(parts[0], lexicon.words["paper_nouns"], registry)
    told = {w.lower() for w in re.findall(r"\w+", article.title or "")}
    numbered = len(re.findall(r"^\s*\d{1,2}[.)] ", article.text, re.MULTILINE)) >= _ITEMS
    if numbered and told & lexicon.words["statement_nouns"]:
        opening = re.match(r"\s*(?:\d+[.)])?\s*The ", items[0])
        for mention in registry.find(items[0]):
            if opening and mention.start == opening.end():
                return registry.named(items[0][mention.start : mention.end])
    return ()


def _addresses(body: str, words: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether a text opens by addressing those who listen ("My Lords, …")."""
    to = r"(?: of (?:the )?\w+)?(?:(?:,| and) (?:(?! and )[^.,!]){1,30})*"
    return any(re.match(rf"\s*{a}\b{to}[,!]", body, re.IGNORECASE) for a in words["addresses"])


def _one_bloc(text: str, registry: Registry) -> tuple[Referent, ...]:
    """Return whom a text names, other than as a place, if all are of one of the blocs compared."""
    named = [
        m
        for m in registry.find(text)
        if not re.search(r"\b(?:in|at|from|before) (?:an? )?$", text[: m.start])
    ]
    found = [r for m in named for r in registry.named(text[m.start : m.end])]
    ours = [r for r in found if r.actor in registry.case.compared]
    return tuple(ours[:1]) if len({r.actor for r in ours}) == 1 else ()


def of_title(article: Article, registry: Registry) -> tuple[Referent, ...]:
    """Return whose spokesperson answers in a text of turns whose title names one bloc.

    >>> from stancegraph.case import load_case
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> registry = Registry(load_case(), load_lexicon())
    >>> briefing = Article("note", "Q: And now?", title="The Polish ministry answers")
    >>> [r.actor for r in of_title(briefing, registry)]
    ['europe']
    >>> briefing = Article("note", "Q: And now?", title="Polish and Russian ministries answer")
    >>> [r.actor for r in of_title(briefing, registry)]
    []
    """
    return _one_bloc(article.title or "", registry)


def _presented(preface: str, nouns: frozenset[str], registry: Registry) -> tuple[Referent, ...]:
    """Return whose speech or paper a note presents ("the address of the Ozian minister").

    It is the last sentence that does so and names one bloc only.
    """
    for sentence in reversed(re.split(r"(?<=[.;!?])\s+", preface)):
        if {w.lower() for w in re.findall(r"\w+", sentence)} & nouns:
            if found := _one_bloc(sentence, registry):
                return found
    return ()


def _guest_in_title(
    title: str, registry: Registry, words: Mapping[str, frozenset[str]]
) -> tuple[Referent, ...]:
    """Return who speaks according to a title ("…: an Ozian diplomat on the last days")."""
    for mention in registry.find(title):
        noun = re.match(r"\s+([\w-]+)", title[mention.end :])
        if mention.adjective and noun and lemma(noun[1].lower()) in words["speaking_nouns"]:
            return _one_bloc(title[mention.start : mention.end], registry)
    return ()


def _of_title(title: str, registry: Registry, lexicon: Lexicon) -> tuple[Referent, ...]:
    """Return whose statement a title names ("Statement of the Ozian and Evian ministers on …")."""
    title = title.replace("’", "'")
    nouns = "|".join(sorted(lexicon.words["statement_nouns"]))
    noun = re.search(rf"\b(?:{nouns})\b", title, re.IGNORECASE)
    if noun is None:
        return ()
    before = [m for m in registry.find(title) if m.end <= noun.start()]
    if before:
        between = re.findall(r"\w+", title[before[-1].end : noun.start()].replace("'s ", " "))
        plain = lexicon.words["speaking_nouns"] | lexicon.words["statement_modifiers"]
        if all(lemma(w.lower()) in plain for w in between):
            return registry.named(title[before[-1].start : noun.start()])
        return ()
    of = re.match(
        r"\s+(?:by|of|from)\s+(.*?)(?: (?:on|to|at|after|about|in|for)\b|[:;–—(]|$)",
        title[noun.end() :],
    )
    return registry.named(of[1]) if of else ()


def of_label(label: str, before: Sequence[Doc], discourse: Discourse) -> tuple[Referent, ...]:
    """Return whose turn a label opens; `before` is the text that introduces the turns."""
    found = discourse.registry.named(label)
    if found:
        return found[:1]
    last = label.rsplit(maxsplit=1)[-1]
    known = discourse.introduced(last)
    if known is not None:
        return (known,)
    verbs = discourse.lexicon.words["copulas"] | discourse.lexicon.words["standing_for_verbs"]
    for doc in before:
        for token in doc:
            if token.dep_ != "nsubj" or token.lower_ != last.lower():
                continue
            verb = token.head
            if lemma(verb.text) not in verbs:
                continue
            prepositions = [p for p in children(verb, "prep") if p.lower_ == "for"]
            nouns = [n for p in prepositions for n in children(p, "pobj")]
            for noun in (*children(verb, "attr", "dobj"), *nouns):
                phrase = doc[noun.left_edge.i : noun.right_edge.i + 1].text
                named = discourse.registry.named(phrase)
                if named:
                    return named[:1]
    return ()


def asks_throughout(parts: Iterable[tuple[Block, str]]) -> bool:
    r"""Tell whether a text's headings are questions, and none of its turns has a label.

    >>> from stancegraph.layout import blocks
    >>> text = "\n\n".join(f"**What of the {n}?**\n\nI like it." for n in ("toll", "tax", "levy"))
    >>> asks_throughout((b, text[b.start : b.end]) for b in blocks(text))
    True
    >>> asks_throughout((b, text[b.start : b.end]) for b in blocks("I like it."))
    False
    """
    parts = list(parts)
    asked = sum(block.kind == "heading" and "?" in text for block, text in parts)
    return asked >= _QUESTIONS and all(block.kind != "turn" for block, _ in parts)


def guest_of(
    parsed: Sequence[tuple[Block, Doc, int]], discourse: Discourse
) -> tuple[Referent, ...]:
    """Return who answers in an interview whose questions are headings and whose answers are bare.

    The questions address somebody, and the introduction says who it is: a person of
    a bloc, or one who has been at work for it ("took notes for the Ozian delegation").

    Args:
        discourse: one of its own; it is left in the introduction.
    """
    words = discourse.lexicon.words
    if not asks_throughout((block, doc.text) for block, doc, _ in parsed):
        return ()
    asked = [doc for block, doc, _ in parsed if block.kind == "heading" and "?" in doc.text]
    addressed = sum(any(t.lower_ in words["second_pronouns"] for t in doc) for doc in asked)
    intro = [doc for _, doc, _ in takewhile(lambda part: part[0].kind != "heading", parsed)]
    if not intro:
        return ()
    answers = [doc for block, doc, _ in parsed[len(intro) :] if block.kind == "paragraph"]
    first = sum(any(t.lower_ in words["first_pronouns"] for t in doc) for doc in answers)
    if addressed < 2 or first < 2:
        return ()
    discourse.enter(intro[0])
    sentence = next(iter(intro[0].sents))
    for token in sentence:
        if token.dep_ != "nsubj" or token.pos_ != "PROPN":
            continue
        for referent in discourse.resolve([token]):
            if referent.person and referent.actor != discourse.case.other:
                return (referent,)
        for noun in sentence:
            if noun.i > token.i and noun.pos_ == "NOUN" and lemma(noun.text) in words["bodies"]:
                for referent in discourse.resolve([noun]):
                    if referent.actor in discourse.case.actors:
                        return (referent._replace(text=token.text, via="speaker", person=True),)
    return ()


def of_opening(doc: Doc, discourse: Discourse) -> Referent | None:
    """Return whose turn a paragraph is that opens with a person's name ("Oz: We need it.")."""
    text = doc.text
    label = re.match(r"\s*([^\W\d_][\w'. -]{1,40}):\s+(?=\w)", text)
    if label is None or '"' in text or len(label[1].split()) > 4:
        return None
    found = discourse.registry.named_alone(label[1])
    return found if found is not None and found.person else None


def is_opinion(
    article: Article, parsed: Sequence[tuple[Block, Doc, int]], lexicon: Lexicon
) -> bool:
    """Tell whether a text argues in its writer's name, by its genre or by an "I" of its own.

    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model, parse
    >>> from stancegraph.layout import blocks
    >>> from stancegraph.model import Article
    >>> text = "I think that the toll is wrong. I would lift it."
    >>> [block], [doc] = blocks(text), parse(load_model(), [text])
    >>> is_opinion(Article("note", text), [(block, doc, 0)], load_lexicon())
    True
    >>> is_opinion(Article("note", text, extra={"genre": "essay"}), [], load_lexicon())
    True
    """
    genre = set(re.findall(r"[\w-]+", article.extra.get("genre", "").lower()))
    if genre & lexicon.words["opinion_genres"]:
        return True
    if article.speaker or any(block.kind == "turn" for block, _, _ in parsed):
        return False
    mine = 0
    for _, doc, _ in parsed:
        if not re.search(r"\bI\b", doc.text):
            continue
        quotes = quotations(doc)
        mine += sum(
            token.text == "I" and token.dep_ == "nsubj" and not any(q.has(token) for q in quotes)
            for token in doc
        )
    return mine > 1  # a single one may be a quotation whose marks are lost
