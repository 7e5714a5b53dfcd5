"""Names found in a text, and whom phrases of it refer to."""

from typing import NamedTuple

__all__ = ["Mention", "Referent"]


class Mention(NamedTuple):
    """A registry name in a text, ``[start, end)``; `adjective` for demonyms."""

    start: int
    end: int
    actor: str
    adjective: bool


class Referent(NamedTuple):
    """Whom a noun phrase refers to.

    `actor` is the bloc's id (or the case's `other`), `holder_id` the registry
    id where there is one; `text` is the phrase as written; `via` names the
    rule that resolved it, from "name" (surest) to "pronoun".
    """

    actor: str
    holder_id: str | None
    text: str
    via: str
    plural: bool = False
    person: bool = False
    gender: str | None = None
    titles: frozenset[str] = frozenset()
    #: All the words of those titles ("foreign", "deputy"), to tell two ministers apart.
    title_words: frozenset[str] = frozenset()
    #: Those coordinated, or named by one word, share a group; "they" is all of them.
    group: int = -1
    #: Out of every office on the article's day: what the holder held is past.
    former: bool = False
    #: Position in the article's token order, for recency.
    order: int = -1
    subject: bool = False
    #: Subject of a sentence's main clause.
    main: bool = False
    #: The grammatical relation of its head, where it was read off one.
    role: str = ""
