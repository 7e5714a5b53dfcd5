"""What a sentence is found to claim: signs, their holders, and the walk that found them."""

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from stancegraph.extraction.parsing import children
from stancegraph.extraction.trees import Token
from stancegraph.model import SpeechAct

__all__ = ["Claim", "ClaimKind", "Walk", "is_statement"]

ClaimKind = Literal[
    "attitude",
    "urge",
    "evaluate",
    "deontic",
    "act",
    "intention",
    "said",
    "accuse",
    "bare",
    "precedence",
    "implied",
]


class Claim(NamedTuple):
    """A sign for the proposition, and the tokens that name its holder.

    `holders` is empty where whoever speaks holds it. `predicate` is the token
    that carries the claim; `weak` says that nothing but a report supports it.
    """

    kind: ClaimKind
    sign: int
    holders: tuple[Token, ...]
    predicate: Token
    act: SpeechAct = "state"
    ambivalent: bool = False
    conditional: bool = False
    past: bool = False
    possible: bool = False
    negated: bool = False
    accuser: tuple[Token, ...] = ()
    #: Whether the predicate turned the sign of what it takes ("rejects it").
    turned: bool = False

    @property
    def matter(self) -> int:
        """The sign of what the predicate takes: of the thing that is rejected, say."""
        return -self.sign if self.turned else self.sign


@dataclass
class Walk:
    """What a walk found on its way: claims, sources, and what speaks against them."""

    claims: list[Claim] = field(default_factory=list)
    #: Heads of the subjects of reporting verbs on the path, innermost first.
    sources: list[tuple[Token, ...]] = field(default_factory=list)
    path: list[Token] = field(default_factory=list)
    steps: list[str] = field(default_factory=list)
    #: What the operators on the path make of the mention's sign.
    sign: int = 1
    #: The same, without what stands before a colon that leads the mention in.
    item_sign: int | None = None
    hypothetical: bool = False
    denied: bool = False
    #: The path went through a clause of purpose, which the verb above does not assert.
    purpose: bool = False
    #: The mention is only the topic of talk.
    topic: bool = False
    #: The mention is the subject of a verb that the lexicon does not know.
    subject_of: bool = False
    #: The mention is the subject of an unknown verb that tells what would come of it.
    consequence: Token | None = None
    #: Only a claim on the mention itself counts: it is a time, or an unknown judgement.
    silent: bool = False
    #: Its sign cannot be read where it stands: nothing is said of it, nor implied.
    unsigned: bool = False
    #: The mention hangs from an adjunct ("in", "after"): a circumstance.
    adjunct: bool = False
    #: It only says when, where or by the way of what something is done: no claim reaches it.
    circumstance: bool = False
    #: The mention is said beside the point: what is said of it is not known to be for it.
    aside: bool = False
    unknown: int = 0
    flips: int = 0


def is_statement(claim: Claim) -> bool:
    """Tell whether a claim is made in the indicative, of a holder of its own.

    >>> from stancegraph.extraction.examples import words_in
    >>> words = words_in("Oz wants a toll. Their wanting it irks Ev.", "wants", "wanting")
    >>> [is_statement(Claim("attitude", 1, (word,), word)) for word in words]
    [True, False]
    """
    verb = claim.predicate
    finite = verb.tag_ in ("VBZ", "VBP", "VBD") or bool(children(verb, "aux"))
    return claim.kind == "attitude" and bool(claim.holders) and finite
