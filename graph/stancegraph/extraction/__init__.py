"""Articles to positions, by rules over dependency parses.

Stages, a module each: `screening` (what need not be read), `parsing` (spaCy), `repair`
(its known errors), `cues` and `matching` (issues), `registry` (actors, by name) and
`reference` (who is meant), `speakers` and `voices` (whose words a text and a sentence are),
`frames` (stance, by composition into `claims`), `anaphora` (issues taken up by "it" and "the
move"), `echoes` (answers that name no issue), `implied` (whose an issue may be that no claim
gives them), `reader` (all of it joined to `candidates`), `judging` (confidence). Where the case
has a `second_reader`, which reads an article by `windows`, `seconding` joins what it makes of
them to the candidates.

The reader goes through `passages` by `sentences`, and these by `mentions` of issues, short
`answers` and `surmises` of whose an issue is; a claim goes by `attribution` to who holds it, and
by `recording` among the candidates.

What it asks of a statement, a module each: `antecedents` (what "it" stands for),
`asides`, `quotations`, `sources` (who says so), `utterances` (said with no word of wanting),
`cautions` (said in warning), `terms` (of a list or text), `assertions` (what a claim only
seems to say), `conditions`, `dating`, `features`, `corroboration` (by the rest of the article).

Whom a phrase means is kept by `discourse` (with `history`, of `referents`) and asked by
`reference`, of each kind of phrase: `names`, `descriptions`, `definites` ("the minister"),
`offices`, `modifiers` ("Ozian"), `pairs`, `pronouns`, `strangers`, `headings`; of several that
may be meant, `salience` says which.

What they ask of words and clauses, a noun of grammar each: `readings` (of a word, by the
`lexicon`), `moods` (and tense), `negation`, `relations` (to a governor), `attachment` (of
what the parser has hung elsewhere), `clauses`, `contrasts`, `remarks` (put into a sentence),
`resumption` (of what was just said), `holders`, `judgements`.

`frames` walks up a sentence, whose state is a `climb`, in `steps`: out of `suppositions` and
`preferences`, from `dependents` to `governors`. A governor that the lexicon knows is applied
(`operators`), another passed (`unknown`), what `copulas` equate read, and clauses beside the path
(`adverbials`, `adnominals`).
"""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from itertools import compress, islice
from typing import Any, TypeAlias

from stancegraph.case import Case
from stancegraph.extraction.candidates import Candidate
from stancegraph.extraction.judging import doubted, joined, load_weights, select
from stancegraph.extraction.lexicon import load_lexicon
from stancegraph.extraction.matching import Matcher
from stancegraph.extraction.parsing import DEFAULT_MODEL, load_model, model_name, parse
from stancegraph.extraction.reader import candidates
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.repair import mend
from stancegraph.extraction.screening import worth_parsing
from stancegraph.extraction.second_reader import SecondReader
from stancegraph.extraction.seconding import seconded
from stancegraph.layout import blocks, masked
from stancegraph.model import Article, Position

__all__ = ["Extractor"]

# Articles taken together, so that the parser's batches are full even when
# articles are short; the memory of their parses is the price.
_TOGETHER = 16


_Choice: TypeAlias = Callable[
    [Sequence[Candidate], Mapping[str, float], float], list[tuple[Candidate, float]]
]


class Extractor:
    """Finds the positions in articles, for one case and one language model.

    Where the case has a second reader, that reads along; ``replace(case, second_reader=None)``
    leaves the reading to the rules alone.

    Raises:
        StanceGraphError: when the language model is not installed.
        CaseError: when a cue of the case is malformed, or its second reader cannot be loaded.

    >>> from stancegraph.case import load_case
    >>> extractor = Extractor(load_case())
    >>> article = Article(id="note", text="Kyiv rejects any territorial swap.")
    >>> [(article, positions)] = extractor.extract([article])
    >>> [(p.actor, p.stance, p.issue) for p in positions]
    [('ukraine', 'oppose', 'territorial-swap')]
    """

    def __init__(
        self, case: Case, model: str | None = None, *, threshold: float | None = None
    ) -> None:
        self.case = case
        self._nlp = load_model(model or DEFAULT_MODEL)
        self._lexicon = load_lexicon(case.language)
        rules = load_weights(case.language)
        self._registry = Registry(case, self._lexicon)
        self._matcher = Matcher(case, self._lexicon)
        self._name = f"stancegraph/{version('stancegraph')} {model_name(self._nlp)}"
        self._second: SecondReader | None = None
        self._rules: Mapping[str, float] = rules
        self._both: Mapping[str, float] = rules
        least = rules["threshold"] if threshold is None else threshold
        self._thresholds = {False: least, True: least}
        if case.second_reader is not None:
            self._second = SecondReader(case.second_reader, self._registry)
            self._name += f" second-reader/{self._second.version}"
            self._both = joined(rules, self._second.weights)
            self._thresholds[True] = self._second.threshold if threshold is None else threshold

    @property
    def name(self) -> str:
        """The extractor's name and version, and the model's."""
        return self._name

    def weights_of(self, position: Position) -> Mapping[str, float]:
        """Give what each feature of a position counts, in log-odds.

        Positions that the second reader knows nothing of are judged as by the rules alone.
        """
        return self._both if _is_seconded(position.trace) else self._rules

    def threshold_of(self, position: Position) -> float:
        """Give from which confidence positions of its kind are shown."""
        return self._thresholds[_is_seconded(position.trace)]

    def extract(
        self, articles: Iterable[Article]
    ) -> Iterator[tuple[Article, tuple[Position, ...]]]:
        """Yield each article with its positions, lazily and in order."""
        for article, found in self.candidates(articles):
            yield article, self._chosen(article, found, select)

    def doubted(
        self, articles: Iterable[Article]
    ) -> Iterator[tuple[Article, tuple[Position, ...]]]:
        """Yield each article with what it seems to say against the case's public record.

        These readings of the rules are no positions: without the record they would be (and the
        second reader, which has no record, may have seen the contrary). Lazily and in order.

        >>> from dataclasses import replace
        >>> from stancegraph.case import load_case
        >>> rules_alone = replace(load_case(), second_reader=None)
        >>> note = Article(id="note", text="Russia would accept NATO's troops in Ukraine.")
        >>> [(_, readings)] = Extractor(rules_alone).doubted([note])
        >>> [(p.actor, p.stance, p.issue, p.confidence < 0.5) for p in readings]
        [('russia', 'support', 'foreign-troops', True)]
        """
        for article, found in self.candidates(articles):
            yield article, self._chosen(article, found, doubted)

    def candidates(self, articles: Iterable[Article]) -> Iterator[tuple[Article, list[Candidate]]]:
        """Yield each article with all its candidates, unjudged."""
        stream = iter(articles)
        while batch := list(islice(stream, _TOGETHER)):
            layouts = []
            texts: list[str] = []
            for article in batch:
                mask = masked(article.text)
                # A run-in label ("Army.") is context for what follows; a turn's is its speaker.
                places = [
                    (b, b.label_end if b.kind == "turn" else b.start) for b in blocks(article.text)
                ]
                worth = worth_parsing(
                    article,
                    [(block, mask[block.start : block.end]) for block, _ in places],
                    self._registry,
                    self._matcher,
                    self._nlp,
                    self._lexicon,
                )
                parts = list(compress(places, worth))
                layouts.append((article, mask, parts))
                texts.extend(mask[base : block.end] for block, base in parts)
            docs = (
                mend(doc, self._lexicon, self._registry.find) for doc in parse(self._nlp, texts)
            )
            for article, mask, parts in layouts:
                with _uncollected():
                    parsed = [(block, next(docs), base) for block, base in parts]
                    found = candidates(
                        article, parsed, self.case, self._lexicon, self._registry, self._matcher
                    )
                    if self._second is not None and parsed:
                        names = self._registry.find(mask)
                        found = seconded(
                            article,
                            mask,
                            found,
                            self._second.read(article, mask, names),
                            self._second.actors,
                            self._second.issues,
                            self._registry,
                            self._lexicon,
                            names,
                            [(sentence, base) for _, doc, base in parsed for sentence in doc.sents],
                        )
                yield article, found

    def _chosen(
        self, article: Article, found: Sequence[Candidate], choose: _Choice
    ) -> tuple[Position, ...]:
        """Judge candidates, those that the second reader has read too and the others apart."""
        chosen: list[tuple[Candidate, float]] = []
        for both, weights in ((False, self._rules), (True, self._both)):
            part = [c for c in found if _is_seconded(c.features) == both]
            chosen += choose(part, weights, self._thresholds[both])
        chosen.sort(key=lambda judged: (judged[0].start, judged[0].end))
        return tuple(self._position(article, c, p) for c, p in chosen)

    def _position(self, article: Article, candidate: Candidate, probability: float) -> Position:
        return Position(
            article=article.id,
            actor=candidate.actor,
            holder=candidate.holder,
            issue=candidate.issue,
            stance=candidate.stance,
            quote=article.text[candidate.start : candidate.end],
            start=candidate.start,
            end=candidate.end,
            condition=candidate.condition,
            condition_issues=candidate.condition_issues,
            attribution=candidate.attribution,
            time=candidate.time,
            confidence=round(probability, 3),
            extractor=self.name,
            holder_id=candidate.holder_id,
            attributed_by=candidate.attributed_by,
            date=candidate.date,
            date_precision=candidate.date_precision,
            speech_act=candidate.speech_act,
            trace={f"step{i:02d}": step for i, step in enumerate(candidate.steps)}
            | {k: f"{v:g}" for k, v in candidate.features.items()},
        )


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep Python from looking for cycles to free while an article's parses are made and read.

    There are many objects in these, and none to free before the article is done: looking for
    them took two to seven per cent of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _is_seconded(features: Mapping[str, Any]) -> bool:
    """Tell whether the second reader had a say."""
    return "second" in features or "proposed" in features
