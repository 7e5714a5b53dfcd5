"""Where an article's text names issues: cues matched on parsed sentences."""

import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from spacy.lang.en.stop_words import STOP_WORDS

from stancegraph.case import Case
from stancegraph.exceptions import CaseError
from stancegraph.extraction.cues import CuePattern, compile_cue, encode_token, lemma, pair
from stancegraph.extraction.discourse import Discourse
from stancegraph.extraction.lexicon import Lexicon, Predicate
from stancegraph.extraction.parsing import children, subjects
from stancegraph.extraction.remarks import closing_remark, remark_in
from stancegraph.extraction.trees import Span, Token

__all__ = [
    "IssueMention",
    "Matcher",
    "own_matter",
]

# "No reason to lift any of the many sanctions" and "sanctions that Oz wants lifted" are three
# steps apart and two; what is further apart belongs to different clauses.
_JOIN_STEPS = 3

# Who says so is no part of what is said: "no home was found, said the host".
_SPEAKER_AND_SPEECH = frozenset({"nsubj", "ccomp"})

# An article that has named so many issues is about the case, and its words mean what they mean
# there, though nothing near says so.
_ABOUT = 3


class IssueMention(NamedTuple):
    """A cue's match: the issue, the direction of its words, and the tokens matched."""

    issue: str
    sign: int
    head: Token
    tokens: tuple[Token, ...]
    pattern: str
    #: By short words that name the issue only once it has been named in full.
    later: bool = False
    #: Taken up by a word that may as well mean something else.
    loose: bool = False
    #: Nothing near tells that the words mean the issue, as the cue asks.
    unplaced: bool = False

    @property
    def weight(self) -> int:
        """How many words the cue matched: the more, the surer."""
        return len(self.tokens)


class _Encoded(NamedTuple):
    text: str
    #: Start offset of each unit in `text`, and the token that it encodes.
    starts: Sequence[int]
    tokens: Sequence[Token]
    keys: frozenset[str]
    #: The start offsets of the units that have each key.
    places: Mapping[str, Sequence[int]]


@dataclass(frozen=True, slots=True)
class _Sought:
    """What a constraint of a cue asks for: any of some actors or words."""

    keys: frozenset[str]

    def may_be_in(self, encoded: _Encoded | None) -> bool:
        """Tell whether a sentence has any of it, be it in the cue's own match."""
        return encoded is not None and not self.keys.isdisjoint(encoded.keys)


@dataclass(frozen=True, slots=True)
class _CaseCue:
    issue: str
    sign: int
    pattern: CuePattern
    near: _Sought
    far: _Sought


def _demands(pattern: CuePattern) -> list[frozenset[str]]:
    """Return sets of keys of each of which a sentence must hold one, to match a pattern."""
    required = list(pattern.required)
    begin = pattern.openings
    if begin is not None and not any(words <= begin for words in required):
        required.append(begin)
    return required


# By how many sets of words patterns are told apart at once. The sets of words that many
# patterns have ("the", "to") tell least: they are looked at for the patterns left. `_satisfied`
# spells the three out, which is faster than a loop.
_LEVELS = 3


class _Index:
    """Which of many patterns may match a sentence, told from its words alone.

    A set of patterns is a whole number with a bit for each. For the first set of words
    that a pattern requires, for its second and so on, a word leads to the patterns which
    it satisfies there: what a sentence may match is found in a few operations on bits,
    however many patterns there are.
    """

    def __init__(self, patterns: Sequence[CuePattern]) -> None:
        demands = [_demands(pattern) for pattern in patterns]
        common = Counter(word for sets in demands for words in sets for word in words)
        for sets in demands:
            sets.sort(key=lambda words: sum(common[word] for word in words))
        # Those that ask for most come first, so that the numbers of the last sets are short.
        self._order = sorted(range(len(demands)), key=lambda n: -min(len(demands[n]), _LEVELS))
        demands = [demands[n] for n in self._order]
        #: What else a pattern that the bits let pass asks of a sentence.
        self._rest = [sets[_LEVELS:] for sets in demands]
        #: Of the first, second and third sets: the patterns that require none.
        self._free = [
            sum(1 << number for number, sets in enumerate(demands) if len(sets) <= level)
            for level in range(_LEVELS)
        ]
        #: For each word the patterns that it satisfies in their first, second and third sets.
        self._words: dict[str, list[int]] = {}
        for number, sets in enumerate(demands):
            for level, words in enumerate(sets[:_LEVELS]):
                for word in words:
                    self._words.setdefault(word, [0] * _LEVELS)[level] |= 1 << number
        self.keys = frozenset(common)

    def any_plausible(self, keys: Collection[str]) -> bool:
        """Tell whether there is a pattern all of whose rarer words may be there."""
        return self._satisfied(keys) != 0

    def plausible(self, keys: Collection[str]) -> list[int]:
        """Return the patterns all of whose words may be there, each once, in their order."""
        left = self._satisfied(keys)
        found = []
        while left:
            highest = left.bit_length() - 1
            left ^= 1 << highest
            if not any(words.isdisjoint(keys) for words in self._rest[highest]):
                found.append(self._order[highest])
        return sorted(found)

    def _satisfied(self, keys: Collection[str]) -> int:
        first, second, third = self._free
        words = self._words
        for key in keys:
            if key in words:
                one, two, three = words[key]
                first |= one
                second |= two
                third |= three
        return first & second & third


class Matcher:
    """A case's cues, indexed by the words that must be there."""

    def __init__(self, case: Case, lexicon: Lexicon) -> None:
        self.case = case
        self.lexicon = lexicon
        self._cues = [
            _CaseCue(
                issue.id, cue.sign, pattern, self._sought(pattern.near), self._sought(pattern.far)
            )
            for issue in case.issues.values()
            for cue in issue.cues
            for pattern in [compile_cue(cue, case.word_lists)]
        ]
        for cue in self._cues:
            for name in cue.pattern.after:
                if name not in case.issues:
                    raise CaseError(
                        f"cue {cue.pattern.source!r}: after={name} is no issue of the case; "
                        "mend the id"
                    )
        self._cue_index = _Index([cue.pattern for cue in self._cues])
        self._idiom_index = _Index([pattern for pattern, _ in lexicon.idioms])
        patterns = [*(cue.pattern for cue in self._cues), *(p for p, _ in lexicon.idioms)]
        keys = {*self._cue_index.keys, *self._idiom_index.keys}
        keys.update(*(pattern.openings or () for pattern in patterns))
        #: Pairs of words that patterns ask for, by the first of the two.
        self._pairs: dict[str, set[str]] = defaultdict(set)
        for first, joint, second in [key.partition(" ") for key in keys]:
            if joint:
                self._pairs[first].add(second)
        keys.update(*(cue.near.keys | cue.far.keys for cue in self._cues))
        keys.update(self._pairs, *self._pairs.values())
        #: All keys of which it matters whether a sentence has them.
        self._keys = frozenset(keys)
        self._names = frozenset(key for key in self._cue_index.keys if key.startswith("@"))
        self._units = lru_cache(maxsize=100_000)(self._units_of)

    def _sought(self, values: Sequence[str]) -> _Sought:
        """Read what a constraint names: actors of the case, its word lists, other words."""
        keys: set[str] = set()
        for value in values:
            name = value.lstrip("@")
            if value.startswith("{"):
                entries = self.case.word_lists.get(value.strip("{}"), ())
                keys.update(word for entry in entries for word in _content(entry))
                continue
            keys.add(f"@{name}")
            if name not in self.case.actors:
                keys.add(lemma(name))
        return _Sought(frozenset(keys))

    def _units_of(
        self, text: str, tags: tuple[str, ...] = ()
    ) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """Encode a token as units, each with its lemma and those of its keys that matter."""
        return tuple(
            (unit, keys[0], tuple(key for key in keys if key in self._keys))
            for unit, keys in encode_token(text, tags)
        )

    def encode(self, sentence: Span, discourse: Discourse) -> _Encoded:
        """Encode a sentence for the patterns, with the actors that its names mean."""
        parts: list[str] = []
        starts: list[int] = []
        tokens: list[Token] = []
        places: dict[str, list[int]] = defaultdict(list)
        length = 0
        before = ""
        followers: Collection[str] = ()
        passed_over = remark_in(sentence, self.lexicon)
        for token in sentence:
            if token.i in passed_over:
                continue
            for unit, stem, keys in self._units(token.text, discourse.tags(token)):
                for key in keys:
                    places[key].append(length)
                if stem in followers:
                    places[pair(before, stem)].append(starts[-1])
                before, followers = stem, self._pairs.get(stem, ())
                starts.append(length)
                tokens.append(token)
                parts.append(unit)
                length += len(unit)
        return _Encoded("".join(parts), starts, tokens, frozenset(places), dict(places))

    def may_match(self, words: Sequence[str]) -> bool:
        """Tell from bare words whether a text may name an issue.

        Nothing that `find` would find is lost: what a cue asks of actors and of its
        surroundings is not looked at, and an actor's name may be anywhere.
        """
        keys = set(self._names)
        for word in words:
            for _, _, own in self._units(word):
                keys.update(own)
        stems = keys & self._pairs.keys()
        keys |= {pair(one, other) for one in stems for other in self._pairs[one] & keys}
        return self._cue_index.any_plausible(keys)

    def idioms(self, encoded: _Encoded) -> dict[int, Predicate]:
        """Return the idioms of a sentence, by the index of each of their tokens."""
        found: dict[int, tuple[int, Predicate]] = {}
        for index in self._idiom_index.plausible(encoded.keys):
            pattern, predicate = self.lexicon.idioms[index]
            for tokens in _spans(pattern, encoded):
                for token in tokens:
                    if token.i not in found or found[token.i][0] < len(tokens):
                        found[token.i] = len(tokens), predicate
        return {index: predicate for index, (_, predicate) in found.items()}

    def find(
        self,
        encoded: _Encoded,
        previous: _Encoded | None,
        discourse: Discourse,
        named: Collection[str] = (),
    ) -> list[IssueMention]:
        """Return the issue mentions of a sentence, the longest where they overlap.

        `named` are the issues that the article has named before this sentence: only they can be
        meant by what no near word tells (`unplaced`), or any if the article is about the case.
        """
        about = len(named) >= _ABOUT
        placed: list[tuple[_CaseCue, list[list[Token]]]] = []
        misplaced: list[_CaseCue] = []
        for index in self._cue_index.plausible(encoded.keys):
            cue = self._cues[index]
            pattern = cue.pattern
            if pattern.after and not any(earlier in named for earlier in pattern.after):
                continue
            lenient = bool(pattern.near) and (about or cue.issue in named)
            if pattern.near and not (cue.near.may_be_in(encoded) or cue.near.may_be_in(previous)):
                if lenient and len(pattern.required) > 1:  # the others match single words
                    misplaced.append(cue)
                continue
            spans = _spans(pattern, encoded)
            here = [s for s in spans if self._placed(cue, s, encoded, previous)]
            if lenient and len(here) < len(spans):
                misplaced.append(cue)
            placed.append((cue, here))
        sure = self._mentions(placed, discourse)
        issues = {mention.issue for mention in sure}
        apart = []
        for cue in misplaced:
            if cue.issue not in issues:
                spans = [s for s in _spans(cue.pattern, encoded) if len(s) > 1]
                here = [s for s in spans if not _holds(cue.far, encoded, {t.i for t in s})]
                apart.append((cue, here))
        unsure = [m._replace(unplaced=True) for m in self._mentions(apart, discourse)]
        return [*sure, *_unrivalled(sure, unsure)]

    def _mentions(
        self, matches: Sequence[tuple[_CaseCue, list[list[Token]]]], discourse: Discourse
    ) -> list[IssueMention]:
        """Make mentions of the matches of cues, the longest where they overlap."""
        found: list[IssueMention] = []
        remark = -1
        for cue, spans in matches:
            for tokens in spans:
                head = _head(tokens, discourse)
                if self._swallows(tokens):
                    continue
                if remark < 0:
                    remark = closing_remark(head.sent, self.lexicon)
                if tokens[0].i < remark < tokens[-1].i:
                    continue  # "no truce with Id, Oz said": who says so is no part of the matter
                agents, later = cue.pattern.agents, bool(cue.pattern.after)
                if agents and not self._agent(agents, head, discourse):
                    continue
                source = cue.pattern.source
                found.append(IssueMention(cue.issue, cue.sign, head, tuple(tokens), source, later))
        return _longest(found)

    def _placed(
        self,
        cue: _CaseCue,
        tokens: Sequence[Token],
        encoded: _Encoded,
        previous: _Encoded | None,
    ) -> bool:
        """Tell whether a match stands near what its cue asks for, and far from the rest."""
        matched = {t.i for t in tokens}
        if _holds(cue.far, encoded, matched):
            return False
        if not cue.pattern.near or _holds(cue.near, encoded, matched):
            return True
        return previous is not None and _holds(cue.near, previous, ())

    def _swallows(self, tokens: Sequence[Token]) -> bool:
        """Tell whether a gap holds a word of wanting that the match's verb governs.

        "Dropped his veto on the levy" does not drop the levy, nor does "raise the levy
        instead of dropping it"; and "gave up asking for the levy" does not refuse it.
        """
        inside = {t.i for t in tokens}
        first, last = tokens[0], tokens[-1]
        gap = [t for t in first.doc.tokens[first.i : last.i] if t.i not in inside]
        contrasts = self.lexicon.words["contrast_words"]
        if any(token.lower_ in contrasts for token in gap):
            return True
        if any(token.lower_ == "not" and _sets_off(token, inside) for token in gap):
            return True  # "send doctors, not arms": the arms are not sent
        if any(token.dep_ == "pobj" and _is_replaced(token, inside) for token in tokens):
            return True  # "instead of arms he sends doctors"
        if any(
            token.tag_ == "VBG"
            and token.dep_ in ("xcomp", "pcomp")
            and token.head.i in inside
            and any(p.kind == "attitude" for p in self.lexicon.readings("v", lemma(token.text)))
            for token in gap
        ):
            return True
        return any(
            token.pos_ == "NOUN"
            and token.dep_ in ("dobj", "nsubjpass", "pobj")
            and token.head.i in inside
            and (
                lemma(token.text) in self.lexicon.words["objecting_nouns"]
                or any(
                    p.kind in ("attitude", "effect") and p.polarity == "-"
                    for p in self.lexicon.readings("n", lemma(token.text))
                )
            )
            for token in gap
        )

    def _agent(self, agents: Sequence[str], head: Token, discourse: Discourse) -> bool:
        wanted = {agent.lstrip("@-") for agent in agents}
        doers = _doers(head)
        if agents[0].startswith("-"):
            return not wanted & {r.actor for r in discourse.resolve(doers)}
        if not doers:
            doers = self._controller(head)
        for doer in doers:
            for token in (doer, *doer.children):
                if wanted & set(discourse.tags(token)):
                    return True
            if wanted & {r.actor for r in discourse.resolve([doer])}:
                return True
        return False

    def _controller(self, head: Token) -> list[Token]:
        """Return who would do what a bare noun names, from the predicate above it."""
        current = head
        while current.head.i != current.i and current.head.pos_ not in ("VERB", "AUX"):
            current = current.head
        verb = current.head
        if verb.i == head.i or verb.pos_ not in ("VERB", "AUX"):
            return []
        asking = any(
            p.act in ("demand", "propose") and p.polarity == "+"
            for p in self.lexicon.readings("v", lemma(verb.text))
        )
        return [] if asking else subjects(verb)


def _content(entry: str) -> list[str]:
    """Return the lemmas of a list's entry that tell: every sentence has an "of"."""
    words = entry.replace("-", " ").replace("_", " ").split()
    return [lemma(w) for w in words if len(words) == 1 or w.lower() not in STOP_WORDS]


def _doers(head: Token) -> list[Token]:
    if head.pos_ in ("VERB", "AUX"):
        return subjects(head)
    found = children(head, "poss")
    for preposition in children(head, "prep", "agent"):
        if preposition.lower_ in ("of", "by"):
            found += children(preposition, "pobj")
    found += [c for c in children(head, "amod", "compound", "nmod") if c.text[:1].isupper()]
    return found


def _holds(sought: _Sought, encoded: _Encoded, matched: Collection[int]) -> bool:
    """Tell whether a sentence holds an actor or a word outside of a match."""
    return any(
        encoded.tokens[bisect_left(encoded.starts, start)].i not in matched
        for key in sought.keys & encoded.keys
        for start in encoded.places[key]
    )


def _spans(pattern: CuePattern, encoded: _Encoded) -> list[list[Token]]:
    """Return the matches of a pattern from left to right: the tokens that are not in its gaps.

    A pattern is tried only where it can begin.
    """
    if pattern.openings is None:
        found = [_matched(match, encoded) for match in pattern.regex.finditer(encoded.text)]
        return [tokens for tokens in found if tokens]
    places = encoded.places
    starts = [start for key in pattern.openings & encoded.keys for start in places[key]]
    if len(starts) > 1:
        starts = sorted(set(starts))
    result = []
    end = 0
    for start in starts:
        if start < end:
            continue
        match = pattern.regex.match(encoded.text, start)
        if match is not None and (tokens := _matched(match, encoded)):
            end = max(match.end(), start + 1)
            result.append(tokens)
    return result


def _matched(match: re.Match[str], encoded: _Encoded) -> list[Token]:
    """Return the tokens of a match that are not in its gaps; none if what `<>` joins is apart."""
    gaps = [match.span(g) for g in range(1, match.re.groups + 1)]
    first, last = match.span()
    tokens: list[Token] = []
    places: list[int] = []
    for place in range(bisect_left(encoded.starts, first), len(encoded.starts)):
        start, token = encoded.starts[place], encoded.tokens[place]
        if start >= last:
            break
        if token not in tokens and not any(a <= start < b for a, b in gaps):
            tokens.append(token)
            places.append(start)
    for name in match.re.groupindex:
        a, b = match.span(name)
        if a >= 0 and name.startswith("join"):
            before = [t for t, start in zip(tokens, places, strict=True) if start < a]
            after = [t for t, start in zip(tokens, places, strict=True) if start >= b]
            if _steps(before, after) > _JOIN_STEPS:
                return []
    return tokens


def _steps(some: Sequence[Token], others: Sequence[Token]) -> int:
    """Return how many steps in the tree lie between the nearest of two groups of words."""
    nearest = sys.maxsize
    for one in some:
        up = _upwards(one)
        for other in others:
            for place, (n, way) in _upwards(other).items():
                if place in up and {way, up[place][1]} != _SPEAKER_AND_SPEECH:
                    nearest = min(nearest, n + up[place][0])
    return nearest


def _upwards(token: Token) -> dict[int, tuple[int, str]]:
    """Return the steps from a word to itself and its governors, and by what relation each is met.

    The way out of a clause of circumstance ("should Oz go on, sanctions will follow") is too far,
    and so is the way from one verb to the next that has an object of its own.
    """
    steps = {token.i: (0, "")}
    n = 0
    while token.head is not token:
        relation = token.dep_
        far = relation == "advcl" or (relation == "conj" and _has_own_object(token))
        n += _JOIN_STEPS + 1 if far else 1
        token = token.head
        steps[token.i] = n, relation
    return steps


def _sets_off(neg: Token, inside: set[int]) -> bool:
    """Tell whether a "not" within a match denies a thing of it alone ("doctors, not arms")."""
    before, after = neg.nbor(-1), neg.nbor()
    if before.lower_ in ("and", "but") and after.pos_ in ("VERB", "AUX", "ADP", "PART", "SCONJ"):
        return False  # "send doctors and not delay the arms"
    thing = after if after.pos_ in ("NOUN", "PROPN") else after.head
    return (
        before.lower_ in (",", "and", "but")
        and thing.i in inside
        and thing.pos_ in ("NOUN", "PROPN")
    )


def _is_replaced(noun: Token, inside: set[int]) -> bool:
    """Tell whether what a match's verb takes stands behind "instead of", outside of the match."""
    of = noun.head
    if of.lower_ != "of" or {of.i, of.i - 1} & inside or of.i == 0:
        return False
    verb = next((t for t in of.ancestors if t.pos_ == "VERB"), of)
    doing = {verb.i, *(clause.i for clause in children(verb, "xcomp"))}
    return of.nbor(-1).lower_ == "instead" and bool(doing & inside)


def _has_own_object(verb: Token) -> bool:
    """Tell whether a coordinated verb and the one before it each have an object of their own."""
    if verb.pos_ != "VERB":
        return False
    objects = [children(v, "dobj") for v in (verb, verb.head)]
    return all(objects) and not all(noun.pos_ == "PRON" for noun in objects[0])


def _head(tokens: Sequence[Token], discourse: Discourse) -> Token:
    """Return the token that governs the others, names of actors last."""
    inside = {t.i for t in tokens}
    content = [
        t for t in tokens if t.pos_ not in ("ADP", "DET", "PUNCT", "CCONJ", "PART", "AUX")
    ] or list(tokens)
    plain = [t for t in content if not discourse.tags(t)] or content

    def depth(token: Token) -> int:
        return sum(1 for _ in token.ancestors)

    outer = [t for t in plain if t.head.i not in inside or t.head.i == t.i] or plain
    return min(outer, key=lambda t: (depth(t), t.pos_ != "VERB", t.i))


def _longest(found: Sequence[IssueMention]) -> list[IssueMention]:
    """Drop mentions whose words a longer one covers, and doubles of the same issue."""
    sets = [frozenset(t.i for t in m.tokens) for m in found]

    def rank(pair: tuple[IssueMention, frozenset[int]]) -> tuple[int, int]:
        mention, words = pair
        return -len(words), sum(1 for _ in mention.head.ancestors)

    kept: list[tuple[IssueMention, frozenset[int]]] = []
    for one, words in sorted(zip(found, sets, strict=True), key=rank):
        if any(words & other and len(other) > len(words) for _, other in kept):
            continue
        if any(one.issue == m.issue and words & other for m, other in kept):
            continue
        kept.append((one, words))
    return [
        one
        for one, words in kept
        if not any(
            one.issue != m.issue and (_is_held_apart(words, other, one) or _is_part(one, m, other))
            for m, other in kept
        )
    ]


def _is_part(mention: IssueMention, other: IssueMention, words: frozenset[int]) -> bool:
    """Tell whether a mention is what another says something of ("the toll", of "the toll fell")."""
    head = mention.head
    if head.pos_ not in ("NOUN", "PROPN") or head.i not in words:
        return False
    if other.head.i in {t.i for t in mention.tokens}:
        return False
    return other.head in head.ancestors


def _is_held_apart(words: frozenset[int], other: frozenset[int], mention: IssueMention) -> bool:
    """Tell whether another mention's word stands between two of a mention's in the tree.

    In "lifting the toll remains an option" the toll is lifted; it does not remain.
    """
    if not words & other:
        return False
    for token in mention.tokens:
        above, beside = token.head, token.dep_ == "conj"
        between = False
        while above.i not in words and above.head.i != above.i:
            # "Oz and Ev leave": Ev leaves as well
            between = between or (above.i in other and not beside)
            above, beside = above.head, above.dep_ == "conj"
        if between and above.i in words:
            return True
    return False


def _unrivalled(
    sure: Sequence[IssueMention], unplaced: Sequence[IssueMention]
) -> list[IssueMention]:
    """Return the mentions out of place whose words are no other mention's."""
    taken = Counter(t.i for mention in (*sure, *unplaced) for t in mention.tokens)
    return [m for m in unplaced if all(taken[t.i] == 1 for t in m.tokens)]


def own_matter(
    mentions: Sequence[IssueMention], discourse: Discourse, lexicon: Lexicon
) -> list[IssueMention]:
    """Leave out "Oz's proposal" where the proposal is one to do what another mention names.

    "Rejected Oz's proposal to freeze the toll" is about the toll, whatever else Oz has
    proposed.

    >>> from stancegraph.extraction.examples import discourse_on, mention_at, words_in
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> discourse = discourse_on("Moscow rejected Kyiv's proposal to freeze the toll.")
    >>> proposal, freeze, toll = words_in(discourse.doc, "proposal", "freeze", "toll")
    >>> mentions = [mention_at(proposal), mention_at(freeze, toll)]
    >>> [m.issue for m in own_matter(mentions, discourse, load_lexicon())]
    ['freeze']
    """
    return [
        mention
        for mention in mentions
        if not any(
            other.issue != mention.issue and _is_content(other.head, mention, discourse, lexicon)
            for other in mentions
        )
    ]


def _is_content(
    content: Token, mention: IssueMention, discourse: Discourse, lexicon: Lexicon
) -> bool:
    """Tell whether a mention is nothing but somebody's proposal, and a token what it asks."""
    noun = mention.head
    words = lexicon.words
    low = lemma(noun.text)
    if low not in words["proposal_nouns"] and low not in words["scheme_nouns"]:
        return False
    if any(
        t.pos_ not in ("DET", "PRON", "PART", "ADP") and not discourse.tags(t)
        for t in mention.tokens
        if t.i != noun.i and t.lower_ not in ("new", "latest", "own")
    ):
        return False
    for child in noun.children:
        if child.i < noun.i or not any(t.i == content.i for t in child.subtree):
            continue
        if child.dep_ in ("acl", "relcl") and child.tag_ == "VB":
            return True
        if low in words["proposal_nouns"]:
            clause = child.dep_ in ("acl", "relcl") and child.tag_ != "VBN"
            return clause or child.lower_ in ("for", "of", "on")
    return False
