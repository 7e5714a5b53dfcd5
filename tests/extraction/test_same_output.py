"""The same input gives the same output, in any process."""

import json
import os
import subprocess
import sys
from pathlib import Path

SCRIPT = """
import json, sys
from stancegraph.case import load_case
from stancegraph.extraction import Extractor
from stancegraph.model import Article

extractor = Extractor(load_case(sys.argv[1]))
articles = [Article(id=str(i), text=text) for i, text in enumerate(json.load(sys.stdin))]
for article, positions in extractor.extract(articles):
    print([(p.actor, p.holder, p.issue, p.stance, p.start, p.confidence, dict(p.trace))
           for p in positions])
"""

# Expressions of equal length that overlap: "see no need" and "no need for".
TEXTS = [
    "Avalon sees no need for a ferry.",
    "The governor of Avalon made it clear that she sees no reason to accept a closed season.",
    "Avalon put its weight behind a call for an end to the ferry line.",
    "Brigadoon is dead set against any fishing limit and in no mood to discuss a closed season.",
    "MacRae turned a deaf ear to Lefay's call for a herring quota.",
    "Avalon and Brigadoon are ready for a closed season, a ferry and a cap on herring.",
]


def test_same_in_every_process(toy: Path) -> None:
    """The order of sets of words, which changes with the process, decides nothing."""
    outputs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT, str(toy)],
            input=json.dumps(TEXTS),
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    ]
    assert "ferry" in outputs[0]
    assert len(set(outputs)) == 1
