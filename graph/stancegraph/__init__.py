"""Who stands where in a negotiation: news articles to a knowledge graph of positions.

The stages, each a module of its own:

- `stancegraph.articles` reads files into articles,
- `stancegraph.extraction` finds positions in them,
- `stancegraph.store` and `stancegraph.queries` keep and ask the graph,
- `stancegraph.standings` puts positions together into where an actor stands,
- `stancegraph.agreement` and `stancegraph.networks` compare the actors,
- `stancegraph.exchange` reads and writes statements that were coded by hand,
- `stancegraph.validation` and `stancegraph.publishing` check a graph and hand it on,
- `stancegraph.evaluation` scores positions against a human coding,
- `stancegraph.view` writes the page.

`stancegraph.model` and `stancegraph.case` hold the records that they share.

>>> import stancegraph
>>> stancegraph.__version__.count(".")
2
"""

from importlib.metadata import PackageNotFoundError, version

__all__ = ["__version__"]

try:
    __version__ = version("stancegraph")
except PackageNotFoundError:  # run from a source tree that was never installed
    __version__ = "0.0.0"
