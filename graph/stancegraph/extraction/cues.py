r"""The cue language: patterns over lemmas that a case's author can write.

A cue is a line of text, matched on the lemmas of one sentence, without regard
to upper and lower case; hyphens count as spaces, quotation marks as nothing,
``avalon's`` as two words, curly apostrophes as straight ones.

====================  =====================================================
``withdraw``          any inflected form of the word
``=talks``            exactly this form
``a|b_c``             alternatives; the words of one alternative joined by _
``{list}``            any entry of the case's word list of that name
``[a|b]``             optional
``...``               up to five tokens between, not across ``. ; : ? !``
``lift <> sanction``  both, in either order, up to nine tokens between and few
                      steps apart in the sentence's tree: "lift the sanctions",
                      "sanctions that Oz would rather see lifted"
``@actor``            a mention of that actor, or of anyone who speaks for it;
                      ``@party`` any compared bloc, ``@any`` any actor
``-a|b``              not one of these here (takes up no token itself)
``/ agent=x,y``       whoever does what the match names must resolve to one;
                      ``agent=-x,-y`` to none of these
``/ near=x,y``        one of these actors, single words or lists is in this or the
                      previous sentence, outside of the match
``/ far=x,y``         none of these is in the sentence outside of the match
``/ after=i,j``       one of these issues was named earlier in the article: for
                      the short words of a second mention ("the measures")
====================  =====================================================

>>> pattern = compile_pattern("lift|ease ... {penalty}", {"penalty": ("sanction", "tariff")})
>>> bool(pattern.regex.search(encode_words(["Easing", "all", "the", "tariffs"])))
True
>>> bool(pattern.regex.search(encode_words(["Tariffs", "ease"])))
False
>>> pattern = compile_pattern("lift <> {penalty}", {"penalty": ("sanction", "tariff")})
>>> bool(pattern.regex.search(encode_words("Tariffs that Oz wants lifted".split())))
True
>>> pattern = compile_pattern("avalon's harbour", {})
>>> bool(pattern.regex.search(encode_words(["Avalon", "'s", "harbour"])))
True
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import count, pairwise

import simplemma

from stancegraph.case import Cue, ontology_file
from stancegraph.exceptions import CaseError

__all__ = [
    "CuePattern",
    "compile_cue",
    "compile_pattern",
    "encode_token",
    "encode_words",
    "lemma",
    "pair",
    "plain",
]

# How far a gap reaches: five tokens bridge an article, two modifiers and a
# preposition, which is as far as the parts of one expression usually stand apart.
_GAP = 5
# In an idiom ("keep ... on ice") a whole noun phrase stands in the gap.
_IDIOM_GAP = 8
# Between what `<>` joins there may be a relative clause; that the two belong together is
# told by the tree.
_JOIN_GAP = 9
_UNSAFE = re.compile(r"[\s/@]")
_DROPPED = frozenset("\"'`-()[]")
_PIECE = re.compile(r"\.\.\.|\[[^\]]*\]|\S+")
# Where an alternative falls into words; the parser takes "Avalon's" for two.
_BREAK = re.compile(r"[\s\-_]+|(?<=\w)(?='s(?:[\s\-_]|$))")


@cache
def _corrections() -> Mapping[str, str]:
    """Read the forms that the dictionary reduces wrongly, with their lemmas."""
    text = ontology_file("lexicon/en/lemmas.csv").read_text(encoding="utf-8")
    return {row["form"]: row["lemma"] for row in csv.DictReader(text.splitlines())}


@lru_cache(maxsize=100_000)
def lemma(word: str) -> str:
    """Return the dictionary form of an English word, lower-cased.

    Nouns and verbs are not told apart: patterns and texts go through the same
    dictionary, so that only equality matters.

    >>> lemma("Withdrew"), lemma("sanctions")
    ('withdraw', 'sanction')
    """
    word = word.lower()
    known = _corrections().get(word)
    if known is not None:
        return known
    if len(word) < 3 or not word.isascii() or not word.isalpha():
        return word
    return str(simplemma.lemmatize(word, lang="en", greedy=False)).lower()


def plain(text: str) -> str:
    """Return text with straight apostrophes, so that one spelling in a cue will do.

    >>> plain("Avalon’s")
    "Avalon's"
    """
    return text.replace("’", "'")


def encode_token(text: str, tags: tuple[str, ...] = ()) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Encode a token as units ``form/lemma/@tag@tag `` that patterns match, each with its keys.

    The parser keeps "F-16s" and "pre-war" whole, and patterns see their words; white
    space, quotation marks and brackets are nothing to them.

    >>> encode_token("truce-talks")
    (('truce/truce/ ', ('truce', '=truce')), ('talks/talk/ ', ('talk', '=talks')))
    >>> encode_token("Oz", ("west", "party"))
    (('oz/oz/@west@party ', ('oz', '=oz', '@west', '@party')),)
    """
    if text.isspace() or text in _DROPPED:
        return ()
    named = tuple(f"@{tag}" for tag in tags)
    return tuple(
        (_encoded(word, tags), (_stem(word), f"={word.lower()}", *named))
        for word in plain(text).split("-")
        if word
    )


def pair(stem: str, following: str) -> str:
    """Return the key of two lemmas that follow each other.

    >>> pair("cease", "fire")
    'cease fire'
    """
    return f"{stem} {following}"


def _stem(word: str) -> str:
    return _UNSAFE.sub("_", lemma(word)) or "_"


def _encoded(word: str, tags: tuple[str, ...] = ()) -> str:
    form = _UNSAFE.sub("_", word.lower()) or "_"
    return f"{form}/{_stem(word)}/{''.join('@' + tag for tag in tags)} "


def encode_words(words: Sequence[str]) -> str:
    """Encode words without actor tags, for short texts and for tests.

    >>> encode_words(["Peace", "talks"])
    'peace/peace/ talks/talk/ '
    """
    return "".join(_encoded(word) for word in words)


@dataclass(frozen=True, slots=True)
class CuePattern:
    """A compiled pattern with its constraints.

    A sentence must hold one key of each set in `required` before the expression is worth
    trying: a lemma, a ``=form``, an ``@actor`` or a `pair` of lemmas.
    """

    source: str
    regex: re.Pattern[str]
    required: tuple[frozenset[str], ...]
    #: The keys with which a match can begin; None where it can begin anywhere.
    openings: frozenset[str] | None = None
    agents: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    far: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


def _word(word: str) -> tuple[str, str]:
    """Return a word's expression and the key that a sentence must hold for it."""
    if word.startswith("="):
        form = word[1:].lower()
        return re.escape(form) + "/[^ ]* ", "=" + form
    stem = _stem(word)
    return f"[^ /]*/{re.escape(stem)}/[^ ]* ", stem


def _anchors(keys: Sequence[str]) -> tuple[str, str]:
    """Return two keys that a sentence must hold for a phrase: a rare one, and the first.

    Two words together are rarer than one, and long ones than short ones.

    >>> _anchors(["stick", "with", "it"]), _anchors(["=talks", "go", "on"]), _anchors(["toll"])
    (('stick with', 'stick with'), ('go on', '=talks'), ('toll', 'toll'))
    """
    pairs = [pair(one, other) for one, other in pairwise(keys) if one[0] != "=" and other[0] != "="]
    begins = pairs and keys[0][0] != "=" and keys[1][0] != "="
    return max(pairs or keys, key=len), pairs[0] if begins else keys[0]


def _any_of(keys: Sequence[str]) -> list[str]:
    """Return expressions for single words, those of one kind together: much the faster."""
    forms = [re.escape(key[1:]) for key in keys if key.startswith("=")]
    stems = [re.escape(key) for key in keys if not key.startswith("=")]
    found = []
    if stems:
        found.append(f"[^ /]*/(?:{'|'.join(stems)})/[^ ]* ")
    if forms:
        found.append(f"(?:{'|'.join(forms)})/[^ ]* ")
    return found


def _alternatives(
    text: str, lists: Mapping[str, Sequence[str]], source: str
) -> tuple[str, frozenset[str], frozenset[str]]:
    """Return an expression, the keys of which a sentence must hold one, and its first words'."""
    openings: set[str] = set()
    phrases: list[str] = []
    singles: list[str] = []
    anchors: set[str] = set()
    for option in text.split("|"):
        if option.startswith("@") and len(option) > 1:
            phrases.append(rf"(?:[^ ]*@{re.escape(option[1:])}(?=[@ ])[^ ]* )+")
            anchors.add(option)
            openings.add(option)
            continue
        if option.startswith("{") and option.endswith("}"):
            name = option[1:-1]
            if name not in lists:
                raise CaseError(
                    f"cue {source!r}: no word list {name!r}; declare it or mend the name"
                )
            entries = [_BREAK.split(plain(entry.strip())) for entry in lists[name]]
        elif "[" in option or "]" in option:
            raise CaseError(
                f"cue {source!r}: {text!r} has a bracket within; put [ ] around whole alternatives"
            )
        else:
            entries = [_BREAK.split(option)]
        for entry in sorted(entries, key=len, reverse=True):
            words = [_word(word) for word in entry if word]
            if not words:
                raise CaseError(f"cue {source!r}: an empty alternative; remove the stray '|'")
            anchor, first = _anchors([key for _, key in words])
            anchors.add(anchor)
            openings.add(first)
            if len(words) == 1:
                singles.append(words[0][1])
            else:
                phrases.append("".join(expression for expression, _ in words))
    expression = "(?:" + "|".join([*phrases, *_any_of(singles)]) + ")"
    return expression, frozenset(anchors), frozenset(openings)


@lru_cache(maxsize=50_000)
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


def _joined(one: str, other: str) -> str:
    """Return an expression for two others in either order, with ``(?P<join>`` for its gaps."""
    gap = rf"(?P<join>(?:(?![;:.?!]/)[^ ]+ ){{0,{_JOIN_GAP}}}?)"
    return f"(?:{one}{gap}{other}|{other}{gap}{one})"


def _numbered(expression: str) -> str:
    """Return an expression with each ``(?P<join>`` under a name of its own."""
    numbers = count()
    return re.sub(r"\(\?P<join>", lambda _: f"(?P<join{next(numbers)}>", expression)


def compile_pattern(
    source: str, lists: Mapping[str, Sequence[str]], *, commas: bool = True
) -> CuePattern:
    """Compile a pattern of the cue language; `commas` tells whether gaps may hold them.

    Raises:
        CaseError: for an unknown list or constraint, or a pattern without a word.

    >>> compile_pattern("[full] truce / near=avalon", {}).near
    ('avalon',)
    >>> compile_pattern("a || b", {})
    Traceback (most recent call last):
    ...
    stancegraph.exceptions.CaseError: cue 'a || b': an empty alternative; remove the stray '|'
    """
    body, _, tail = plain(source).partition(" / ")
    constraints: dict[str, tuple[str, ...]] = {}
    for item in tail.split():
        key, _, value = item.partition("=")
        if key not in ("agent", "near", "far", "after") or not value:
            raise CaseError(
                f"cue {source!r}: constraint {item!r} is none of agent=, near=, far=, after="
            )
        constraints[key] = constraints.get(key, ()) + tuple(value.split(","))
    parts: list[str] = []
    required: list[frozenset[str]] = []
    openings: set[str] | None = set()
    opening = True
    joining = first_joined = joinable = False
    for piece in [*_PIECE.findall(body), ""]:
        plain_piece = piece not in ("<>", "...", "") and not piece.startswith(("[", "-"))
        if (piece == "<>" and not joinable) or (joining and not plain_piece):
            raise CaseError(
                f"cue {source!r}: <> joins the alternatives before it with those after it; "
                "write both, without [ ], - or ... beside it"
            )
        joinable = plain_piece
        if not piece:
            continue
        if piece == "<>":
            joining, first_joined = True, len(required) == 1
        elif piece == "...":
            openings = None if opening else openings
            stops = "[;:.?!]" if commas else "[,;:.?!]"
            gap = _GAP if commas else _IDIOM_GAP
            parts.append(rf"((?:(?!{stops}/)[^ ]+ ){{0,{gap}}}?)")
        elif piece.startswith("["):
            expression, _, first = _alternatives(piece[1:-1].strip(), lists, source)
            if opening and openings is not None:
                openings |= first
            parts.append(expression + "?")
        elif piece.startswith("-") and len(piece) > 1:
            expression, _, _ = _alternatives(piece[1:], lists, source)
            # Before anything else the exclusion looks back, one token being
            # all that a fixed-width look-behind cannot reach: it is checked
            # by consuming nothing where the forbidden word would start.
            if parts:
                parts.append(f"(?!{expression})")
            else:
                openings = None
                parts.append(f"(?P<before>(?!{expression})[^ ]+ |^)")
        else:
            expression, found, first = _alternatives(piece, lists, source)
            if (opening or (joining and first_joined)) and openings is not None:
                openings |= first
            opening = False
            if joining:
                expression = _joined(parts.pop(), expression)
                joining = False
            parts.append(expression)
            required.append(found)
    if not required:
        raise CaseError(f"cue {source!r}: no word to match; write at least one")
    return CuePattern(
        source=source,
        regex=_compiled(_numbered(r"(?:(?<= )|^)" + "".join(parts))),
        required=tuple(sorted(required, key=len)),
        openings=None if openings is None else frozenset(openings),
        agents=constraints.get("agent", ()),
        near=constraints.get("near", ()),
        far=constraints.get("far", ()),
        after=constraints.get("after", ()),
    )


def compile_cue(cue: Cue, lists: Mapping[str, Sequence[str]]) -> CuePattern:
    """Compile a case's cue; see `compile_pattern`.

    >>> compile_cue(Cue("{fish} quota / far=bank", 1), {"fish": ("herring", "cod")}).far
    ('bank',)
    """
    return compile_pattern(cue.pattern, lists)
