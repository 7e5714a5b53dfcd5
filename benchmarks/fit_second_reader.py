r"""Teach the second reader: a small network that learns from a large one, and from coders.

    python -m benchmarks.fit_second_reader --base minilm --teacher teacher.npz \
        --gold gold articles --out ontology/cases/ukraine/second-reader
    python -m benchmarks.weigh_second_reader --gold other-gold other-articles \
        --threshold 0.35 --out ontology/cases/ukraine/second-reader

``fit_teacher.py`` makes the teacher (`--base` is told there), ``lessons.py`` tells what is taught.
Needs the extra ``dev``. Two cores take some forty minutes for 240 articles.

The network is taught to say what the teacher says (Hinton, Vinyals and Dean 2015, "Distilling
the knowledge in a neural network"), and on coded sentences what the coders say too. Since there
are few, it also hears the teacher on variants of them (as Tang et al. 2019, "Distilling
task-specific knowledge from BERT into simple neural networks"): words left out or put for near
ones, sentences joined, what leads to a sentence taken from another. Nobody has coded these, and
nobody needs to.

Its word vectors begin as what the teacher makes of each word piece alone, cut to the width at which
they keep most. What is written has them in whole numbers of a byte, the rest in half precision.
"""

import hashlib
import json
import random
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.fit_teacher import encoded, learn, odds, read_teacher
from benchmarks.lessons import (
    BATCH,
    CLOSES,
    IDLE,
    OPENS,
    Array,
    Lesson,
    batches,
    options,
    school,
)

from stancegraph.extraction.second_reader import LEAST_NORM, NAMED_BEFORE
from stancegraph.extraction.windows import GAP, LONGEST, WordPieces

# Chosen so that all of it takes about a seventh of the parse's time. With the judge, on 32 held-out
# articles, pair F1 was 0.657, 0.674 and 0.669 with a width of 64, 96 and 128; a third layer, for
# the same time, learnt no faster.
WIDTH, LAYERS, RANK = 96, 2, 64
# Held-out scores rose no more from the twentieth on.
EPOCHS = 24
RATE = 2e-3
# Where coders and teacher differ, the coders have this share.
CODERS = 0.4
# So many variants of each sentence, half as many of those that show nothing.
VARIANTS = 6
# Of the words of a variant, the shares that are put for near ones, and that are left out.
PUT, LEFT_OUT = 0.22, 0.07
OTHER_LEAD, JOINED = 0.35, 0.15
# Words nearer than this (cosine) are put for each other: it is about where antonyms and names of
# the same kind still are and mere companions no more. The teacher judges what comes of it.
NEAR, NEIGHBOURS = 0.45, 8


def main() -> None:
    """Teach the network and write it."""
    parser = options((__doc__ or "").split("\n\n")[0])
    parser.add_argument("--base", required=True, type=Path, metavar="FOLDER", help="the encoder")
    parser.add_argument("--teacher", required=True, type=Path, metavar="FILE")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--variants", type=int, default=VARIANTS)
    parser.add_argument("--out", required=True, type=Path, metavar="FOLDER")
    given = parser.parse_args()
    told = school(given, given.base / "tokenizer.json")
    teacher = read_teacher(given.teacher)
    # Chance that need not be beyond guessing.
    chance = random.Random(0)  # noqa: S311
    words = word_vectors(teacher)
    varied = list(variants(told.lessons, words, told.cut, given.variants, chance))
    print(f"{len(varied)} variants", flush=True)
    lessons = taught_by(teacher, told.lessons, CODERS)
    network = taught(lessons, taught_by(teacher, varied, 0.0), words, given.epochs, chance)

    given.out.mkdir(parents=True, exist_ok=True)
    arrays: Any = packed(network)
    np.savez_compressed(given.out / "model.npz", **arrays)
    told.cut.save(given.out / "tokenizer.json")
    made = hashlib.sha256((given.out / "model.npz").read_bytes()).hexdigest()
    described = {
        # Positions are known by it: another network makes another one.
        "version": f"{time.strftime('%Y-%m-%d')}.{made[:8]}",
        "actors": list(told.case.compared),
        "issues": list(told.case.issues),
        "taught": f"{told.articles} articles, {len(lessons)} sentences, {len(varied)} variants",
        # The judge's part is fitted by another script, on articles that were not taught. Until then
        # the rules decide, and nothing that it proposes is shown.
        "threshold": 0.5,
        "weights": {"rules": 1.0, "proposed": -20.0},
    }
    file = given.out / "second-reader.json"
    file.write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {given.out}")


def word_vectors(teacher: Any) -> Array:
    """Give what the teacher makes of each word piece alone."""
    import jax
    import jax.numpy as jnp

    size, found = 1024, []
    own = jnp.asarray(np.tile([0, 1, 1], (size, 1)))
    run = jax.jit(lambda pieces: encoded(teacher, pieces, own, jnp.ones(pieces.shape), None)[:, 1])
    count = len(teacher["words"])
    for first in range(0, count, size):
        pieces = np.tile(np.array([OPENS, 0, CLOSES], np.int32), (size, 1))
        pieces[:, 1] = np.arange(first, first + size) % count
        found.append(np.asarray(run(pieces)))
    return np.concatenate(found)[:count]


def variants(
    lessons: Sequence[Lesson],
    vectors: Array,
    cut: WordPieces,
    number: int,
    chance: random.Random,
) -> Iterator[Lesson]:
    """Give variants of sentences, of which nothing is known yet."""
    words = [
        piece
        for word, piece in sorted(cut.vocabulary().items(), key=lambda entry: entry[1])
        if word.isalpha() and len(word) > 2
    ]
    whole = set(words)
    centred = vectors - vectors.mean(0)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True)
    among = centred[words]
    known: dict[int, list[int]] = {}

    def near(piece: int) -> list[int]:
        if piece not in known:
            likeness = among @ centred[piece]
            nearest = np.argsort(-likeness)[1 : NEIGHBOURS + 1]
            known[piece] = [words[n] for n in nearest if likeness[n] > NEAR]
        return known[piece] or [piece]

    def changed(own: Sequence[int]) -> Iterator[int]:
        for piece in own:
            drawn = chance.random()
            if drawn < PUT and piece in whole:
                yield chance.choice(near(piece))
            elif not (PUT <= drawn < PUT + LEFT_OUT and piece >= words[0]):
                yield piece

    for _ in range(number):
        for lesson in lessons:
            if lesson.idle and chance.random() < 0.5:
                continue
            lead = chance.choice(lessons) if chance.random() < OTHER_LEAD else lesson
            own = tuple(changed(lesson.own))
            if chance.random() < JOINED:
                other = chance.choice(lessons).own
                own = (own + other if chance.random() < 0.5 else other + own)[:LONGEST]
            yield lesson._replace(head=lead.head, before=lead.before, own=own, idle=False)


def taught_by(teacher: Any, lessons: Sequence[Lesson], coders: float) -> list[Lesson]:
    """Put what the teacher says beside what the coders say, who have so much of the say."""
    import jax

    run = jax.jit(lambda pieces, own, mask: jax.nn.sigmoid(odds(teacher, pieces, own, mask, None)))
    numbers = [np.array(n) for n in range(len(lessons))]
    # the last batch is whole too
    rest = -len(lessons) % BATCH
    asked = [lesson.for_teacher() for lesson in lessons] + [lessons[0].for_teacher()] * rest
    found: list[Lesson] = list(lessons)
    for pieces, own, mask, places in batches(asked, numbers + numbers[:1] * rest):
        says = np.asarray(run(pieces, own, mask))
        for place, said in zip(places.tolist(), says, strict=True):
            lesson = lessons[place]
            share = coders * lesson.counts
            counts = share + 1 - coders
            wanted = (share * lesson.wanted + (1 - coders) * said) / counts
            found[place] = lesson._replace(
                wanted=wanted.astype(np.float16), counts=counts.astype(np.float16)
            )
    return found


# --- the network ---------------------------------------------------------------------------


def taught(
    lessons: Sequence[Lesson],
    varied: Sequence[Lesson],
    vectors: Array,
    epochs: int,
    chance: random.Random,
) -> dict[str, Any]:
    """Teach the network, an epoch on the lessons and on as many variants; give all weights."""
    import jax
    import jax.numpy as jnp
    import optax

    blocs, issues, stances = lessons[0].wanted.shape
    keys = iter(jax.random.split(jax.random.PRNGKey(1), 40))

    def drawn(*shape: int, by: float) -> Any:
        return jax.random.normal(next(keys), shape) * by

    centred = vectors - vectors.mean(0)
    axes = np.linalg.svd(centred, full_matrices=False)[2][:WIDTH]
    cut = centred @ axes.T
    fan = (3 * WIDTH) ** -0.5
    learnt = {
        "words": jnp.asarray(cut / cut.std()),
        "markers": drawn(blocs + 1, WIDTH, by=0.5),
        "layers": [
            {
                "norm": jnp.ones(WIDTH),
                "values": drawn(3 * WIDTH, WIDTH, by=fan),
                "values_bias": jnp.zeros(WIDTH),
                "gates": drawn(3 * WIDTH, WIDTH, by=fan),
                "gates_bias": jnp.zeros(WIDTH),
            }
            for _ in range(LAYERS)
        ],
        # from a sentence and a bloc's names, for any bloc; and for each, from the sentence alone
        "any": drawn(stances, 5 * WIDTH, RANK, by=0.02),
        "each": drawn(blocs, stances, 3 * WIDTH, RANK, by=0.02),
        "issues": drawn(issues, RANK, by=0.3),
        "issue_bias": jnp.zeros(issues),
        # one of some 400 is there
        "bias": jnp.full((stances,), -6.0),
        "heed": drawn(issues, WIDTH, by=0.1),
        "heeded": drawn(issues, stances, WIDTH, by=0.02),
        "whose": drawn(stances, WIDTH, WIDTH, by=0.02),
    }

    def loss(learnt: Any, batch: Any, key: Any) -> Any:
        pieces, own, mask, wanted, counts = batch
        told = network_odds(learnt, pieces, own, mask, key)
        return (optax.sigmoid_binary_cross_entropy(told, wanted) * counts).sum() / BATCH

    def epoch() -> list[tuple[Array, ...]]:
        own = [lesson for lesson in lessons if not lesson.idle or chance.random() < IDLE]
        chosen = own + chance.sample(varied, min(len(own), len(varied)))
        chance.shuffle(chosen)
        found: list[tuple[Array, ...]] = []
        for at in range(0, len(chosen), 64 * BATCH):
            near = chosen[at : at + 64 * BATCH]
            found += batches(
                [lesson.for_reader() for lesson in near],
                [lesson.wanted for lesson in near],
                [lesson.counts for lesson in near],
            )
        chance.shuffle(found)
        return found

    steps = epochs * len(epoch())
    rate = optax.warmup_cosine_decay_schedule(0, RATE, int(steps * 0.05), steps, RATE * 0.02)
    optimiser = optax.chain(optax.clip_by_global_norm(5.0), optax.adamw(rate, weight_decay=0.02))
    state = optimiser.init(learnt)

    @jax.jit  # type: ignore[untyped-decorator] # jax is not installed for the type checker
    def step(learnt: Any, state: Any, batch: Any, key: Any) -> Any:
        value, gradient = jax.value_and_grad(loss)(learnt, batch, key)
        updates, state = optimiser.update(gradient, state, learnt)
        # most words come seldom: what they are from the start counts for more
        updates["words"] *= 0.2
        return optax.apply_updates(learnt, updates), state, value

    learnt = learn(learnt, state, step, epoch, epochs)
    return jax.tree.map(np.asarray, learnt)  # type: ignore[no-any-return] # jax is not installed for the type checker


def network_odds(weights: Any, pieces: Any, own: Any, mask: Any, key: Any) -> Any:
    """Give log-odds by sentence, bloc, issue and stance; with a key, some values are dropped.

    It is what `stancegraph.extraction.second_reader` computes, but a sentence at a time: there,
    what is cut off at an end of a window is still a neighbour of what is not.
    """
    import jax
    import jax.numpy as jnp

    def dropped(values: Any, number: int, share: float, shape: Any = None) -> Any:
        if key is None:
            return values
        random_key = jax.random.fold_in(key, number)
        kept = jax.random.bernoulli(random_key, 1 - share, shape or values.shape)
        return values * kept / (1 - share)

    there = mask * (pieces != GAP)
    inside, leading = there * own, there * (1 - own)
    blocs = weights["each"].shape[0]
    markers = weights["markers"][jnp.clip(pieces - 1, 0, blocs)]
    x = jnp.where((pieces <= blocs + 1)[..., None], markers, weights["words"][pieces])
    x = dropped(x * there[..., None], 50, 0.05, (*pieces.shape, 1))
    for number, layer in enumerate(weights["layers"]):
        z = x / jnp.sqrt((x**2).mean(-1, keepdims=True) + LEAST_NORM) * layer["norm"]
        z = jnp.pad(z, ((0, 0), (1, 1), (0, 0)))
        z = jnp.concatenate([z[:, n : n + x.shape[1]] for n in range(3)], -1)
        values = z @ layer["values"] + layer["values_bias"]
        gates = jax.nn.sigmoid(z @ layer["gates"] + layer["gates_bias"])
        x = (x + dropped(values * gates, number, 0.1)) * there[..., None]

    def mean(where: Any) -> Any:
        return (x * where[..., None]).sum(1) / jnp.maximum(where.sum(1, keepdims=True), 1)

    highest = jnp.where(inside[..., None] > 0, x, -jnp.inf).max(1)
    highest = jnp.where(inside.sum(1, keepdims=True) > 0, highest, 0)
    sentence = dropped(jnp.concatenate([mean(inside), highest, mean(leading)], -1), 20, 0.2)
    named = [(pieces == number + 1) * 1.0 for number in range(blocs)]
    here = jnp.stack([mean(names * inside) for names in named], 1)
    ahead = jnp.stack([mean(names * leading) for names in named], 1)
    for_any = jnp.broadcast_to(sentence[:, None], (*here.shape[:2], sentence.shape[-1]))
    parts = dropped(jnp.concatenate([for_any, here, ahead], -1), 21, 0.1)
    told = jnp.einsum("bah,shd->basd", parts, weights["any"])
    told += jnp.einsum("bh,ashd->basd", sentence, weights["each"])
    found = jnp.einsum("basd,id->bais", told, weights["issues"])
    heed = jnp.einsum("btd,id->bit", x, weights["heed"])
    heed = jax.nn.softmax(jnp.where(inside[:, None] > 0, heed, -1e9), -1)
    heeded = dropped(jnp.einsum("bit,btd->bid", heed, x), 23, 0.1)
    found += jnp.einsum("bid,isd->bis", heeded, weights["heeded"])[:, None]
    names = jnp.einsum("bae,sed->basd", here + NAMED_BEFORE * ahead, weights["whose"])
    found += jnp.einsum("basd,bid->bais", names, heeded)
    return found + weights["issue_bias"][:, None] + weights["bias"]


# --- what is written -----------------------------------------------------------------------


def packed(weights: Any) -> dict[str, Array]:
    """Give the weights as the package's network takes them."""
    words = weights["words"].copy()
    words[GAP] = 0
    words[1 : len(weights["markers"]) + 1] = weights["markers"]
    scale = np.maximum(np.abs(words).max(1, keepdims=True) / 127, 1e-9)
    found = {
        "words": np.round(words / scale).astype(np.int8),
        "scale": scale.astype(np.float32),
    }
    mixing, mixing_bias = [], []
    for layer in weights["layers"]:
        norm = np.tile(layer["norm"], 3)[:, None]
        mixing.append(np.concatenate([layer["values"], layer["gates"]], 1) * norm)
        mixing_bias.append(np.concatenate([layer["values_bias"], layer["gates_bias"]]))
    width = 3 * words.shape[1]
    found |= {
        "mixing": np.stack(mixing),
        "mixing_bias": np.stack(mixing_bias),
        "sentence": (weights["any"][None, :, :width] + weights["each"]).transpose(2, 0, 1, 3),
        "named": weights["any"][:, width:].transpose(1, 0, 2),
        "issues": weights["issues"].T,
        "bias": weights["issue_bias"][:, None] + weights["bias"],
        "heed": weights["heed"].T,
        "heeded": weights["heeded"].transpose(0, 2, 1),
        "whose": weights["whose"].transpose(1, 0, 2),
    }
    halves = found.keys() - {"words", "scale"}
    return found | {name: found[name].astype(np.float16) for name in halves}


if __name__ == "__main__":
    main()
