"""What can go wrong, as a caller may want to tell it apart.

Every message names the thing that was wrong and what to do next.

>>> try:
...     raise ArticleError("talks.txt: not text (NUL bytes); convert it to UTF-8 text first")
... except StanceGraphError as error:
...     print(error)
talks.txt: not text (NUL bytes); convert it to UTF-8 text first
"""

__all__ = [
    "ArticleError",
    "CaseError",
    "GoldError",
    "OutputError",
    "QueryError",
    "RefusedQueryError",
    "StanceGraphError",
    "StatementsError",
    "StoreError",
]


class StanceGraphError(Exception):
    """The base of every error that this package raises on purpose."""


class ArticleError(StanceGraphError, ValueError):
    """A file or record cannot be read as an article."""


class CaseError(StanceGraphError, ValueError):
    """A case's ontology files are missing, malformed or contradict themselves."""


class GoldError(StanceGraphError, ValueError):
    """A gold coding cannot be read, or does not fit the articles or the case."""


class QueryError(StanceGraphError, ValueError):
    """A query does not exist, does not parse, or was given wrong parameters."""


class RefusedQueryError(QueryError):
    """A query would reach beyond the graph, to other servers."""


class StatementsError(StanceGraphError, ValueError):
    """A table of statements cannot be read, or cannot be what it is asked to be."""


class StoreError(StanceGraphError, OSError):
    """A graph store cannot be opened, read or written."""


class OutputError(StanceGraphError, OSError):
    """A result cannot be written where it was asked for."""
