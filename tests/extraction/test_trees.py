"""What the rules read of a text is what spaCy says of it."""

from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token as SpacyToken

from stancegraph.extraction.parsing import load_model, parse
from stancegraph.extraction.tagmap import tag_map
from stancegraph.extraction.trees import Doc, Token

# Words whose part of speech hangs on more than their tag, gaps, marks, and a crossing branch.
TEXTS = [
    "Avalon has said that it would have to do so; Brigadoon hasn't.",
    "There is no ferry, there's nothing to be done, and that is all that she had.",
    "Ain't it so?  \n It does. But for the toll, which nobody wants, few would mind it.",
    'All that Brigadoon could ask for now is "patience", said the miller - if he did.',
    "Not one of these is theirs; once there, they're gonna stay because they can.",
    "   ",
    "",
]


def told(token: Token | SpacyToken) -> tuple[object, ...]:
    return (
        token.i,
        token.idx,
        token.text,
        token.lower_,
        token.whitespace_,
        token.pos_,
        token.tag_,
        token.dep_,
        token.head.i,
        len(token),
        token.is_sent_start,
        token.is_alpha,
        token.is_space,
        token.is_punct,
        token.is_quote,
        token.left_edge.i,
        token.right_edge.i,
        [t.i for t in token.children],
        [t.i for t in token.subtree],
        [t.i for t in token.ancestors],
        (token.sent.start, token.sent.end),
    )


def spans(doc: Doc | SpacyDoc) -> list[tuple[object, ...]]:
    stretches = [*doc.sents, *(doc[i : i + 4] for i in range(len(doc)))]
    return [(s.start, s.end, s.start_char, s.end_char, s.text, s.root.i) for s in stretches]


@pytest.mark.parametrize("text", TEXTS)
def test_same_as_spacy(text: str) -> None:
    nlp = load_model()
    [plain], spacys = parse(nlp, [text]), nlp(text)
    assert plain.text == spacys.text
    assert [told(token) for token in plain] == [told(token) for token in spacys]
    assert spans(plain) == spans(spacys)


def test_crossing_branches() -> None:
    """ "What … looks like": the word that opens the clause hangs from its last one."""
    [doc] = parse(load_model(), ["Tell them what a truce looks like."])
    what = doc[2]
    assert what.head.text == "like"
    assert what.head.left_edge is what


def test_slices_and_neighbours() -> None:
    [doc] = parse(load_model(), ["Avalon wants a ferry."])
    assert doc[1:3].text == "wants a"
    assert doc[1:][1:3].start == 2
    assert (len(doc[3:1]), doc[3:1].text, doc[9:].text) == (0, "", "")
    assert doc[-1].nbor(-1).text == "ferry"
    with pytest.raises(IndexError):
        doc[0].nbor(-1)
    with pytest.raises(IndexError):
        doc[-1].nbor()


def test_other_rulers_have_to_run_themselves() -> None:
    def model(pattern: list[dict[int | str, Any]]) -> Language:
        nlp = spacy.blank("en")
        ruler = nlp.add_pipe("attribute_ruler")
        assert isinstance(ruler, AttributeRuler)
        ruler.add([pattern], {"POS": "VERB"}, index=len(pattern) - 1)
        return nlp

    known = tag_map(model([{"DEP": "expl"}, {"TAG": {"IN": ["VBZ"]}}]))
    assert known is not None
    assert known.tags("VBZ", "ROOT", "is", "expl") == ("VERB", "VBZ", "ROOT")
    assert known.tags("VBZ", "ROOT", "is", "nsubj") == ("", "VBZ", "ROOT")
    assert tag_map(model([{"LOWER": {"REGEX": "^n"}}])) is None
    assert tag_map(model([{"TAG": "DT"}, {"TAG": "NN"}])) is None
    assert tag_map(model([{"TAG": "DT", "OP": "+"}])) is None
    assert tag_map(spacy.blank("en")) is None
