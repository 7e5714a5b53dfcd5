"""Statements from and to the files in which the field keeps them.

- `stancegraph.exchange.tables`: CSV, as a spreadsheet or a script writes it, and
  the event list of the Discourse Network Analyzer (DNA);
- `stancegraph.exchange.dna`: DNA's own database, a ``.dna`` file;
- `stancegraph.exchange.projects`: documents with their texts, and the statements;
- `stancegraph.exchange.coding`: hand-coded statements as articles, positions and a
  case, so that everything else of the package applies to them.

`read_statements` reads any of them, and `write_statements` writes them.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from stancegraph.exchange.projects import Project, project_of
from stancegraph.exchange.tables import read_table, write_table
from stancegraph.model import Article
from stancegraph.statements import Statements

__all__ = ["FORMATS", "Format", "read_project", "read_statements", "write_statements"]

Format: TypeAlias = Literal["statements", "dna-csv", "dna"]
FORMATS: tuple[Format, ...] = get_args(Format)


def read_statements(path: Path) -> Statements:
    r"""Read a table of statements: CSV, DNA's event list, or a ``.dna`` database.

    Raises:
        StatementsError: the file cannot be read; names the file, the line and the
            remedy.

    >>> from tempfile import mkdtemp
    >>> file = Path(mkdtemp()) / "coded.csv"
    >>> _ = file.write_text("document,date,person,organization,concept,agreement\n"
    ...                     "1,2005-01-26,Ada,East,truce,support\n")
    >>> read_statements(file).rows["organization"].tolist()
    ['East']
    """
    if path.suffix.lower() == ".dna":
        from stancegraph.exchange.dna import read_database

        return read_database(path).statements
    return read_table(path)


def read_project(path: Path) -> Project:
    r"""Read a coded project: a table's statements with their documents.

    A ``.dna`` database has the documents' texts; for a table they are put together of
    what was coded (`stancegraph.exchange.projects`).

    Raises:
        StatementsError: the file cannot be read.

    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> file = Path(mkdtemp()) / "coded.csv"
    >>> _ = file.write_text("document,date,person,organization,concept,agreement\n"
    ...                     "one,2005-01-26,Ada,East,truce,support\n")
    >>> [document.id for document in read_project(file).documents]
    ['one']
    """
    if path.suffix.lower() == ".dna":
        from stancegraph.exchange.dna import read_database

        return read_database(path)
    return project_of(read_table(path))


def write_statements(
    path: Path,
    statements: Statements,
    format: Format = "statements",
    *,
    articles: Iterable[Article] = (),
) -> None:
    """Write a table of statements to a new file, in one of the `FORMATS`.

    `statements` is plain CSV with everything that the table has, `dna-csv` DNA's
    event list, `dna` a database that DNA 3 opens. `articles` give DNA the texts and
    titles of the documents (by id).

    Raises:
        OutputError: the file cannot be written.
        StatementsError: DNA cannot hold the table (undated statements, or a scale
            that is neither whole numbers nor stances).

    >>> from datetime import date
    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> from stancegraph.model import Position
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "Ada", "truce", "support", "Yes.", 0, 4, date=date(2025, 5, 2))
    >>> file = Path(mkdtemp()) / "coded.dna"
    >>> write_statements(file, from_positions([yes]), "dna")
    >>> read_statements(file).rows["concept"].tolist()
    ['truce']
    """
    if format == "statements":
        write_table(path, statements)
        return
    from stancegraph.exchange.dna import write_database, write_event_list

    write = write_database if format == "dna" else write_event_list
    write(path, project_of(statements, articles))
