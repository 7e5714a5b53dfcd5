"""What of an article need not be parsed, told from its raw words.

Parsing takes most of the time, and looking names up in raw text next to none. An
article is passed over if it names no actor of the case, or no issue. In any other, a
paragraph is passed over if neither it nor what governs it names an actor: the heading
above, the paragraph before, the sentence that leads a list in. Where somebody speaks
(a transcript, an interview, a text or paper that is somebody's own), everything is read.
"""

from collections.abc import Sequence

from spacy.language import Language

from stancegraph.extraction.lexicon import Lexicon
from stancegraph.extraction.matching import Matcher
from stancegraph.extraction.quotations import gives_excerpts, is_whole_quotation
from stancegraph.extraction.registry import Registry
from stancegraph.extraction.speakers import asks_throughout, of_paper, of_text
from stancegraph.layout import Block
from stancegraph.model import Article

__all__ = ["worth_parsing"]


def worth_parsing(
    article: Article,
    parts: Sequence[tuple[Block, str]],
    registry: Registry,
    matcher: Matcher,
    nlp: Language,
    lexicon: Lexicon,
) -> list[bool]:
    r"""Tell for each block of an article, given with its plain text, whether to parse it.

    >>> from stancegraph.case import load_case
    >>> from stancegraph.extraction.lexicon import load_lexicon
    >>> from stancegraph.extraction.parsing import load_model
    >>> from stancegraph.layout import blocks
    >>> case, lexicon = load_case(), load_lexicon("en")
    >>> text = "Kyiv wants a ceasefire.\n\nIt rained.\n\nIt was cold.\n\nIt froze."
    >>> parts = [(block, text[block.start : block.end]) for block in blocks(text)]
    >>> worth_parsing(Article("note", text), parts, Registry(case, lexicon),
    ...               Matcher(case, lexicon), load_model(), lexicon)
    [True, True, False, False]
    """
    named = [registry.names_somebody(text) for _, text in parts]
    spoken = any(block.kind == "turn" for block, _ in parts) or asks_throughout(parts)
    texts = [text for _, text in parts]
    spoken = spoken or bool(
        article.speaker
        or of_text(article, texts, registry, lexicon)
        or of_paper(article, [block for block, _ in parts], texts, registry, lexicon)
    )
    if not (spoken or any(named)) or not _names_an_issue(parts, matcher, nlp):
        return [False] * len(parts)
    if spoken:
        return [True] * len(parts)
    worth = []
    headed = led = before = False
    excerpts = gives_excerpts(texts)
    for (block, text), here, below in zip(parts, named, [*named[1:], False], strict=True):
        heads = block.kind == "heading"
        if heads:
            headed, led = here, False
        elif block.kind != "bullet":
            led = here
        # "Sanctions", as a heading, names what the paragraph below is about
        excerpt = excerpts and is_whole_quotation(text)
        worth.append(here or headed or led or before or excerpt or (heads and below))
        before = here
    return worth


def _names_an_issue(parts: Sequence[tuple[Block, str]], matcher: Matcher, nlp: Language) -> bool:
    return any(matcher.may_match([t.text for t in nlp.make_doc(text)]) for _, text in parts)
