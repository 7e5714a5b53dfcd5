"""The lexicon's files, as people edit them."""

import re
from collections import Counter
from pathlib import Path


def test_no_list_of_words_is_there_twice(root: Path) -> None:
    # YAML would keep the last one without a word.
    text = (root / "ontology" / "lexicon" / "en" / "words.yaml").read_text(encoding="utf-8")
    names = Counter(re.findall(r"^(\w+):", text, re.MULTILINE))
    assert names
    assert [name for name, count in names.items() if count > 1] == []
