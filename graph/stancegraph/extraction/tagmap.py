"""Coarse parts of speech ("NOUN") from the tagger's fine ones ("NNS").

spaCy's attribute ruler does it by matching some 180 patterns against every word, most
of them for lemmas and morphology that nothing here asks for, in a fifth of the time of
the whole parse. What its patterns say of a word's tags depends on the word's own tag and
relation, on whether it is one of some hundred words, and on the relation of the word
before. Such combinations are few, and each is looked up in the patterns once.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, cast

from spacy.language import Language
from spacy.pipeline import AttributeRuler

__all__ = ["RULER", "TagMap", "tag_map"]

#: The component whose place the map takes.
RULER = "attribute_ruler"
_TAGS = frozenset({"POS", "TAG", "DEP"})


class _Condition(NamedTuple):
    """What a pattern asks of a word: an attribute that has one of some values, or none of them."""

    attribute: str
    values: frozenset[str | bool]
    among: bool


class _Rule(NamedTuple):
    #: The relation that the word before must have.
    before: str | None
    own: Sequence[_Condition]
    #: The tags that the word then has.
    given: Mapping[str, str]


class TagMap:
    """An attribute ruler's patterns, as far as they say something of a word's tags."""

    def __init__(self, rules: Sequence[_Rule]) -> None:
        self._rules = rules
        # Words that no pattern names are all alike, and so are relations of the word before.
        self._words = {
            word for rule in rules for c in rule.own if c.attribute == "LOWER" for word in c.values
        }
        self._before = {rule.before for rule in rules}
        self._known: dict[tuple[str, str, str, bool, str], tuple[str, str, str]] = {}

    def tags(self, tag: str, dep: str, lower: str, before: str) -> tuple[str, str, str]:
        """Return a word's part of speech, tag and relation.

        Args:
            tag: the tag that the tagger gives it.
            dep: the relation that the parser gives it.
            lower: the word in lower case.
            before: the relation of the word before it; "" at the beginning of a text.

        >>> from stancegraph.extraction.parsing import load_model
        >>> tag_map(load_model()).tags("VBZ", "aux", "has", "nsubj")
        ('AUX', 'VBZ', 'aux')
        """
        word = lower if lower in self._words else ""
        key = (tag, dep, word, lower.isspace(), before if before in self._before else "")
        if key not in self._known:
            self._known[key] = self._looked_up(*key)
        return self._known[key]

    def _looked_up(
        self, tag: str, dep: str, lower: str, space: bool, before: str
    ) -> tuple[str, str, str]:
        word = {"TAG": tag, "DEP": dep, "LOWER": lower, "IS_SPACE": space}
        tags = {"POS": "", "TAG": tag, "DEP": dep}
        for rule in self._rules:  # of two that fit the later one is right
            if rule.before in (None, before) and all(
                (word[c.attribute] in c.values) == c.among for c in rule.own
            ):
                tags.update(rule.given)
        return tags["POS"], tags["TAG"], tags["DEP"]


@cache
def tag_map(nlp: Language) -> TagMap | None:
    """Return the map that gives what a model's attribute ruler gives.

    None where the model has no ruler, or one with patterns of a kind not met in
    spaCy's English models; such a ruler has to run.
    """
    ruler = nlp.get_pipe(RULER) if nlp.pipe_names[-1:] == [RULER] else None
    if not isinstance(ruler, AttributeRuler):
        return None
    rules = []
    for entry in cast("Sequence[Mapping[str, Any]]", ruler.patterns):
        given = {name: value for name, value in entry["attrs"].items() if name in _TAGS}
        for pattern in entry["patterns"] if given else ():
            rule = _rule(pattern, entry["index"], given)
            if rule is None:
                return None
            rules.append(rule)
    return TagMap(rules)


def _rule(
    pattern: Sequence[Mapping[str, Any]], index: int, given: Mapping[str, Any]
) -> _Rule | None:
    """Read a pattern; None where the map has no words for it."""
    *before, word = pattern
    own = [_condition(attribute, wanted) for attribute, wanted in word.items()]
    relation = before[0].get("DEP") if before else None
    plain_before = not before or (len(before) == 1 and before == [{"DEP": relation}])
    if (
        index != len(before)
        or not plain_before
        or not isinstance(relation, str | None)
        or not all(isinstance(value, str) for value in given.values())
    ):
        return None
    conditions = [c for c in own if c is not None]
    return _Rule(relation, conditions, given) if len(conditions) == len(own) else None


def _condition(attribute: str, wanted: Any) -> _Condition | None:
    if attribute == "IS_SPACE" and isinstance(wanted, bool):
        return _Condition(attribute, frozenset({wanted}), among=True)
    if attribute not in ("TAG", "DEP", "LOWER"):
        return None
    if isinstance(wanted, str):
        return _Condition(attribute, frozenset({wanted}), among=True)
    if isinstance(wanted, dict) and list(wanted) in (["IN"], ["NOT_IN"]):
        [(kind, values)] = wanted.items()
        return _Condition(attribute, frozenset(values), among=kind == "IN")
    return None
