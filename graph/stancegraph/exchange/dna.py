"""The database of the Discourse Network Analyzer: a ``.dna`` file, read and written.

DNA 3 (Leifeld) keeps a coded project in an SQLite database: documents with their
texts, statement types with their variables, statements as stretches of text with
a value for each variable. Its default type has person, organization and concept
(short text) and agreement (boolean); that is the table of `stancegraph.statements`.

Three things differ between DNA and the table:

- Positions are UTF-16 offsets there and code points here. Reading and writing
  convert them.
- A date belongs to the document there, to the statement here. Writing takes the
  article's date, or the latest of the document's statements.
- DNA's scales are whole numbers. Stances that are not just for and against are
  written as support 2, conditional 1, ambivalent 0, oppose -2, which gives the
  same networks, and in words in a further variable, `stance`, by which they are
  read again.

DNA asks for a coder's password when it opens a database; the one coder of a
written file is called Admin.
"""

import base64
import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from stancegraph.delimited import number, write_delimited
from stancegraph.exceptions import OutputError, StatementsError
from stancegraph.exchange.projects import Document, Project
from stancegraph.exchange.tables import EVENT_LIST, cells
from stancegraph.outputs import written
from stancegraph.statements import (
    BINARY,
    COLUMNS,
    GRADED,
    STANCE_VALUES,
    Statements,
    scale_of,
    stance_of,
)

__all__ = ["password_hash", "read_database", "write_database", "write_event_list"]

#: The version whose schema this is.
_VERSION = "3.1.2"
#: DNA refuses names, titles and the like from this length on.
_LONGEST = 190
#: The line of a document's notes that keeps the id of the article it was made of.
_ID_NOTE = "stancegraph article: "
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC).replace(tzinfo=None)
#: A graded stance as a whole number: twice its value.
_DOUBLE = 2

# --- the schema -----------------------------------------------------------------------------

_KEY = "INTEGER NOT NULL PRIMARY KEY"
_NAME = f"TEXT NOT NULL CHECK (LENGTH({{}}) <= {_LONGEST})"
_EMPTY_NAME = f"TEXT NOT NULL DEFAULT '' CHECK (LENGTH({{}}) <= {_LONGEST})"
_FLAG = "INTEGER NOT NULL DEFAULT {} CHECK ({{}} BETWEEN 0 AND 1)"
_COLOURS = dict.fromkeys(
    ("Red", "Green", "Blue"), "INTEGER NOT NULL DEFAULT 0 CHECK ({} BETWEEN 0 AND 255)"
)
_PERMISSIONS = (
    *("AddDocuments", "EditDocuments", "DeleteDocuments", "ImportDocuments"),
    *("AddStatements", "EditStatements", "DeleteStatements"),
    *("EditAttributes", "EditRegex", "EditStatementTypes", "EditCoders", "EditCoderRelations"),
    *("ViewOthersDocuments", "EditOthersDocuments"),
    *("ViewOthersStatements", "EditOthersStatements"),
)


def _refers(table: str) -> str:
    return f"INTEGER NOT NULL REFERENCES {table}(ID) ON DELETE CASCADE"


def _datum(column: str, kind: str) -> dict[str, str]:
    return {
        "ID": _KEY,
        "StatementId": _refers("STATEMENTS"),
        "VariableId": _refers("VARIABLES"),
        column: kind,
        "": "UNIQUE (StatementId, VariableId)",
    }


#: The tables and columns of DNA 3, in the order in which they can be made. In a
#: column's type, {} is its own name; what stands under "" are the table's rules.
_SCHEMA: Mapping[str, Mapping[str, str]] = {
    "SETTINGS": {"Property": "TEXT PRIMARY KEY", "Value": "TEXT NOT NULL"},
    "CODERS": {
        "ID": _KEY,
        "Name": _NAME,
        **_COLOURS,
        "Refresh": "INTEGER NOT NULL DEFAULT 0 CHECK ({} BETWEEN 0 AND 9999)",
        "FontSize": "INTEGER NOT NULL DEFAULT 14 CHECK ({} BETWEEN 1 AND 99)",
        "Password": _NAME,
        "PopupWidth": "INTEGER DEFAULT 300 CHECK ({} BETWEEN 100 AND 9999)",
        "ColorByCoder": _FLAG.format(0),
        "PopupDecoration": _FLAG.format(0),
        "PopupAutoComplete": _FLAG.format(1),
        **{f"Permission{name}": _FLAG.format(1) for name in _PERMISSIONS},
    },
    "DOCUMENTS": {
        "ID": _KEY,
        "Title": _NAME,
        "Text": "TEXT NOT NULL",
        "Coder": "INTEGER REFERENCES CODERS(ID) ON DELETE CASCADE",
        "Author": _EMPTY_NAME,
        "Source": _EMPTY_NAME,
        "Section": _EMPTY_NAME,
        "Notes": "TEXT NOT NULL DEFAULT ''",
        "Type": _EMPTY_NAME,
        "Date": "INTEGER NOT NULL",
    },
    "STATEMENTTYPES": {"ID": _KEY, "Label": _NAME, **_COLOURS},
    "VARIABLES": {
        "ID": _KEY,
        "Variable": _NAME,
        "DataType": "TEXT NOT NULL DEFAULT 'short text' CHECK"
        " ({} IN ('boolean', 'integer', 'long text', 'short text'))",
        "StatementTypeId": "INTEGER REFERENCES STATEMENTTYPES(ID) ON DELETE CASCADE",
        "": "UNIQUE (Variable, StatementTypeId)",
    },
    "VARIABLELINKS": {
        "ID": _KEY,
        "SourceVariableId": "INTEGER REFERENCES VARIABLES(ID) ON DELETE CASCADE",
        "TargetVariableId": "INTEGER REFERENCES VARIABLES(ID) ON DELETE CASCADE",
        "": "CHECK (SourceVariableId != TargetVariableId)",
    },
    "REGEXES": {
        "Label": f"TEXT PRIMARY KEY CHECK (LENGTH({{}}) <= {_LONGEST})",
        **_COLOURS,
    },
    "CODERRELATIONS": {
        "ID": _KEY,
        "Coder": "INTEGER REFERENCES CODERS(ID) ON DELETE CASCADE",
        "OtherCoder": "INTEGER REFERENCES CODERS(ID) ON DELETE CASCADE",
        **dict.fromkeys(
            ("viewStatements", "editStatements", "viewDocuments", "editDocuments"), _FLAG.format(1)
        ),
        "": "CHECK (Coder != OtherCoder)",
    },
    "STATEMENTS": {
        "ID": _KEY,
        "StatementTypeId": "INTEGER REFERENCES STATEMENTTYPES(ID) ON DELETE CASCADE",
        "DocumentId": "INTEGER REFERENCES DOCUMENTS(ID) ON DELETE CASCADE",
        "Start": "INTEGER NOT NULL CHECK ({} >= 0)",
        "Stop": "INTEGER NOT NULL CHECK ({} >= 0)",
        "Coder": "INTEGER REFERENCES CODERS(ID) ON DELETE CASCADE",
        "": "CHECK (Start < Stop)",
    },
    "DATABOOLEAN": _datum("Value", "INTEGER NOT NULL DEFAULT 1"),
    "DATAINTEGER": _datum("Value", "INTEGER NOT NULL DEFAULT 0"),
    "DATALONGTEXT": _datum("Value", "TEXT DEFAULT ''"),
    "ENTITIES": {
        "ID": _KEY,
        "VariableId": _refers("VARIABLES"),
        "Value": _EMPTY_NAME,
        **dict.fromkeys(("Red", "Green", "Blue"), "INTEGER CHECK ({} BETWEEN 0 AND 255)"),
        "ChildOf": "INTEGER CHECK ({} > 0) REFERENCES ENTITIES(ID) ON DELETE CASCADE",
        "": "UNIQUE (VariableId, Value)",
    },
    "DATASHORTTEXT": _datum("Entity", _refers("ENTITIES")),
    "ATTRIBUTEVARIABLES": {
        "ID": _KEY,
        "VariableId": _refers("VARIABLES"),
        "AttributeVariable": _NAME,
        "": "UNIQUE (VariableId, AttributeVariable)",
    },
    "ATTRIBUTEVALUES": {
        "ID": _KEY,
        "EntityId": _refers("ENTITIES"),
        "AttributeVariableId": _refers("ATTRIBUTEVARIABLES"),
        "AttributeValue": _EMPTY_NAME,
        "": "UNIQUE (EntityId, AttributeVariableId)",
    },
}
#: What DNA may note about each entity of a short-text variable.
_ATTRIBUTES = ("Type", "Alias", "Notes")
_DATA_TABLES = {
    "boolean": ("DATABOOLEAN", "Value"),
    "integer": ("DATAINTEGER", "Value"),
    "long text": ("DATALONGTEXT", "Value"),
    "short text": ("DATASHORTTEXT", "Entity"),
}


def _create(table: str, columns: Mapping[str, str]) -> str:
    parts = [f"{name} {kind}".strip().replace("{}", name) for name, kind in columns.items()]
    return f"CREATE TABLE {table} ({', '.join(parts)})"


# --- reading --------------------------------------------------------------------------------


def read_database(path: Path) -> Project:
    """Read a ``.dna`` file of DNA 3.

    The statements are those of the first statement type that has the variables
    organization, concept and agreement; person may be missing. Documents carry
    their DNA number as id, or that of the article which they were written from.

    Raises:
        StatementsError: the file is no such database, or holds no such statements.

    >>> from datetime import date
    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> from stancegraph.exchange.projects import project_of
    >>> from stancegraph.model import Position
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "Ada", "truce", "support", "Yes.", 0, 4, date=date(2025, 5, 2))
    >>> file = Path(mkdtemp()) / "coded.dna"
    >>> write_database(file, project_of(from_positions([yes])))
    >>> read_database(file).statements.rows[["person", "concept"]].values.tolist()
    [['Ada', 'truce']]
    """
    if not path.is_file():
        raise StatementsError(f"{path}: no such file; give the path of a .dna database")
    try:
        # Read only, so that a project somebody else is coding in is not locked.
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as base:
            return _read(base, path)
    except sqlite3.DatabaseError as error:
        raise StatementsError(
            f"{path}: is not a database of DNA 3 ({error}); save the project with DNA 3 first"
        ) from error


def _read(base: sqlite3.Connection, path: Path) -> Project:
    version = base.execute("SELECT Value FROM SETTINGS WHERE Property = 'version'").fetchone()
    if version is None or not str(version[0]).startswith("3."):
        raise StatementsError(
            f"{path}: was written by DNA {version[0] if version else '?'};"
            " open and save it with DNA 3 first"
        )
    kind, variables = _statement_type(base, path)
    documents: dict[int, Document] = {}
    for key, title, text, author, source, section, notes, type_, seconds in base.execute(
        "SELECT ID, Title, Text, Author, Source, Section, Notes, Type, Date FROM DOCUMENTS"
        " ORDER BY ID"
    ):
        found = _noted_id(notes)
        documents[key] = Document(
            found or str(key),
            title,
            text,
            _EPOCH + timedelta(seconds=seconds),
            author,
            source,
            section,
            notes.replace(f"{_ID_NOTE}{found}", "").strip() if found else notes,
            type_,
        )
    places = {key: _code_points(document.text) for key, document in documents.items()}
    values = {name: _values(base, *variables[name]) for name in variables}
    records = []
    for key, document, start, stop, coder in base.execute(
        "SELECT ID, DocumentId, Start, Stop, Coder FROM STATEMENTS WHERE StatementTypeId = ?"
        " ORDER BY ID",
        (kind,),
    ):
        source_document, at = documents[document], places[document]
        first, last = (int(at[min(place, len(at) - 1)]) for place in (start, stop))
        records.append(
            {
                "document": source_document.id,
                "date": source_document.date,
                "person": "",
                "start": first,
                "stop": last,
                "text": source_document.text[first:last],
                "statement": key,
                "coder": coder,
                "title": source_document.title,
                **{name: values[name].get(key, "") for name in variables},
            }
        )
    rows = pd.DataFrame.from_records(records, columns=[*COLUMNS, *_FURTHER, *_more(variables)])
    return Project(tuple(documents.values()), _table(rows))


_FURTHER = ("start", "stop", "text", "statement", "coder", "title")


def _more(variables: Iterable[str]) -> list[str]:
    return [name for name in variables if name not in (*COLUMNS, *_FURTHER)]


def _table(rows: pd.DataFrame) -> Statements:
    """Give the columns their types, and find out the scale."""
    rows["date"] = pd.to_datetime(rows["date"]).astype("datetime64[us]")
    agreement = pd.to_numeric(rows["agreement"], errors="coerce").astype("float64")
    scale = scale_of(agreement)
    if "stance" in rows and rows["stance"].isin(list(STANCE_VALUES)).all():
        agreement, scale = rows.pop("stance").map(dict(STANCE_VALUES)).astype("float64"), GRADED
    rows["agreement"] = agreement
    texts = [name for name in rows if name not in ("date", "agreement", "start", "stop")]
    for name in texts:
        if name not in ("statement", "coder"):
            rows[name] = rows[name].astype("str")
    for name in ("start", "stop", "statement", "coder"):
        rows[name] = rows[name].astype("Int64")
    return Statements(rows, scale)


def _statement_type(base: sqlite3.Connection, path: Path) -> tuple[int, dict[str, tuple[int, str]]]:
    """Give the statement type to read, and its variables' numbers and data types by name."""
    seen = []
    for kind, label in base.execute("SELECT ID, Label FROM STATEMENTTYPES ORDER BY ID"):
        variables = {
            name.lower(): (key, data)
            for key, name, data in base.execute(
                "SELECT ID, Variable, DataType FROM VARIABLES WHERE StatementTypeId = ?"
                " ORDER BY ID",
                (kind,),
            )
        }
        if variables.keys() >= {"organization", "concept", "agreement"}:
            return kind, variables
        seen.append(f"{label} ({', '.join(variables)})")
    raise StatementsError(
        f"{path}: has no statement type with organization, concept and agreement, only"
        f" {'; '.join(seen) or 'none at all'}; rename its variables in DNA"
    )


def _values(base: sqlite3.Connection, variable: int, data: str) -> dict[int, Any]:
    if data == "short text":
        query = (
            "SELECT StatementId, Value FROM DATASHORTTEXT JOIN ENTITIES ON ENTITIES.ID = Entity"
            " WHERE DATASHORTTEXT.VariableId = ?"
        )
    else:
        table = _DATA_TABLES[data][0]
        query = f"SELECT StatementId, Value FROM {table} WHERE VariableId = ?"  # noqa: S608 (ours)
    return dict(base.execute(query, (variable,)))


def _noted_id(notes: str) -> str | None:
    for line in notes.splitlines():
        if line.startswith(_ID_NOTE):
            return line.removeprefix(_ID_NOTE)
    return None


def _code_points(text: str) -> "np.ndarray[Any, np.dtype[np.intp]]":
    """Give the code point at each UTF-16 offset of a text, its end included."""
    wide = np.array([1 + (ord(mark) > 0xFFFF) for mark in text], dtype=np.intp)
    return np.append(np.repeat(np.arange(len(text)), wide), len(text))


# --- writing --------------------------------------------------------------------------------


def check(project: Project) -> None:
    """Refuse a project that DNA cannot hold.

    >>> from stancegraph.exchange.projects import project_of
    >>> from stancegraph.model import Position
    >>> from stancegraph.statements import from_positions
    >>> undated = Position("a", "east", "Ada", "truce", "support", "Yes.", 0, 4)
    >>> check(project_of(from_positions([undated])))
    Traceback (most recent call last):
        ...
    stancegraph.exceptions.StatementsError: document 'a' has no date, and DNA needs one; ...
    """
    undated = next((d.id for d in project.documents if d.date is None), None)
    if undated is not None:
        raise StatementsError(
            f"document {undated!r} has no date, and DNA needs one; give its statements a date"
        )
    rows, scale = project.statements.rows, project.statements.scale
    values = rows["agreement"]
    if values.isna().any():
        where = rows["document"][values.isna()].iloc[0]
        raise StatementsError(
            f"a statement of document {where!r} has no agreement, and DNA needs one (an empty one"
            " would read as opposition); fill it in or remove the statement"
        )
    if scale != GRADED and not (values % 1 == 0).all():
        raise StatementsError(
            "DNA's agreement is a whole number, and this table's is not"
            f" ({number(float(values[values % 1 != 0].iloc[0]))}); write the table as CSV instead"
        )


def _short(text: str) -> str:
    """Cut what DNA has no room for: its limit counts characters, as LENGTH does."""
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _dated(document: Document) -> datetime:
    assert document.date is not None  # `check` saw to it
    return document.date


def _in_words(statements: Statements) -> bool:
    """Tell whether the stances are more than for and against."""
    values = statements.rows["agreement"].dropna()
    return statements.scale == GRADED and not values.isin([-1.0, 1.0]).all()


def _number(value: float, statements: Statements, *, in_words: bool) -> int:
    """Give an agreement as DNA has it: a boolean, or a whole number."""
    if in_words:
        return int(value * _DOUBLE)
    if statements.scale in (BINARY, GRADED):
        return int(value > 0)
    return int(value)


def _numbers(documents: Sequence[Document]) -> dict[str, int]:
    """Give each document its own number, or all of them the number of their place."""
    ids = [document.id for document in documents]
    if all(name.isdecimal() and name == str(int(name)) and int(name) > 0 for name in ids):
        return {name: int(name) for name in ids}
    return {name: at for at, name in enumerate(ids, start=1)}


def password_hash(password: str, salt: bytes) -> str:
    """Hash a coder's password as DNA checks it.

    The salt, of 16 bytes, stands before the digest: SHA-256 of salt and password,
    hashed again 99,999 times; both in base 64.

    >>> len(base64.b64decode(password_hash("admin", bytes(16))))
    48
    """
    digest = hashlib.sha256(salt + password.encode()).digest()
    for _ in range(99_999):
        digest = hashlib.sha256(digest).digest()
    return base64.b64encode(salt + digest).decode("ascii")


def write_database(path: Path, project: Project, *, password: str = "admin") -> None:  # noqa: S107
    """Write a project as a new ``.dna`` file, which DNA 3 opens as the coder Admin.

    The same project gives the same file. `password` guards nothing here: the file
    is not encrypted, DNA merely asks for it (it is meant to be changed there).

    Raises:
        OutputError: the file exists already or cannot be written.
        StatementsError: DNA cannot hold the project: a document has no date, a statement
            no agreement, the scale is neither whole numbers nor stances, or a name is
            longer than the 190 characters that DNA allows.

    >>> from datetime import date
    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> from stancegraph.exchange.projects import project_of
    >>> from stancegraph.model import Position
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "Ada", "truce", "support", "Yes.", 0, 4, date=date(2025, 5, 2))
    >>> file = Path(mkdtemp()) / "coded.dna"
    >>> write_database(file, project_of(from_positions([yes])))
    >>> file.read_bytes()[:15]
    b'SQLite format 3'
    """
    check(project)
    if path.exists():
        raise OutputError(f"{path}: exists already; give the path of a new file")
    with written(path) as aside:
        try:
            with closing(sqlite3.connect(aside)) as base, base:
                _write(base, project, password)
        except sqlite3.OperationalError as error:
            raise OutputError(
                f"{path}: cannot be written ({error}); give a path in a folder of yours"
            ) from error


def _write(base: sqlite3.Connection, project: Project, password: str) -> None:
    base.execute("PRAGMA foreign_keys = ON")
    for table, columns in _SCHEMA.items():
        base.execute(_create(table, columns))
    # The day of the last document: a clock would make two files of one project differ.
    latest = max((_dated(document) for document in project.documents), default=_EPOCH)
    _insert(base, "SETTINGS", [("version", _VERSION), ("date", latest.date().isoformat())])
    salt = hashlib.sha256("\n".join(d.id for d in project.documents).encode()).digest()[:16]
    base.execute(
        "INSERT INTO CODERS (ID, Name, Red, Green, Blue, Password)"
        " VALUES (1, 'Admin', 255, 255, 0, ?)",
        (password_hash(password, salt),),
    )
    numbers = _numbers(project.documents)
    _insert(base, "DOCUMENTS", [_document_row(d, numbers[d.id]) for d in project.documents])
    statements = project.statements
    in_words = _in_words(statements)
    boolean = not in_words and statements.scale in (BINARY, GRADED)
    variables = {
        "person": "short text",
        "organization": "short text",
        "concept": "short text",
        "agreement": "boolean" if boolean else "integer",
        **({"stance": "short text"} if in_words else {}),
    }
    _insert(base, "STATEMENTTYPES", [(1, "DNA Statement", 239, 208, 51)])
    _insert(
        base,
        "VARIABLES",
        [(key, name, data, 1) for key, (name, data) in enumerate(variables.items(), start=1)],
    )
    texts = {document.id: document.text for document in project.documents}
    wide = {name: _utf16(text) for name, text in texts.items()}
    rows = statements.rows
    _insert(
        base,
        "STATEMENTS",
        [
            (key, 1, numbers[document], int(wide[document][start]), int(wide[document][stop]), 1)
            for key, (document, start, stop) in enumerate(
                zip(rows["document"], rows["start"], rows["stop"], strict=True), start=1
            )
        ],
    )
    agreements = [_number(value, statements, in_words=in_words) for value in rows["agreement"]]
    table = _DATA_TABLES[variables["agreement"]][0]
    _insert(base, table, [(key, key, 4, value) for key, value in enumerate(agreements, start=1)])
    datum = _counter()
    attribute = _counter()
    entity = _counter()
    for key, (name, data) in enumerate(variables.items(), start=1):
        if data != "short text":
            continue
        if name == "stance":
            values = [str(stance_of(value, statements.scale)) for value in rows["agreement"]]
        else:
            values = [str(value) if value == value else "" for value in rows[name]]
        too_long = next((value for value in values if len(value) > _LONGEST), None)
        if too_long is not None:
            raise StatementsError(
                f"the {name} {too_long[:40]!r}… has {len(too_long)} characters and DNA allows"
                f" {_LONGEST}; shorten it"
            )
        # DNA wants an entity for the empty value, too.
        entities = {value: next(entity) for value in ["", *sorted({*values} - {""})]}
        _insert(
            base,
            "ENTITIES",
            [(number, key, value, 0, 0, 0, None) for value, number in entities.items()],
        )
        _insert(
            base,
            "DATASHORTTEXT",
            [
                (next(datum), statement, key, entities[value])
                for statement, value in enumerate(values, start=1)
            ],
        )
        kinds = {next(attribute): label for label in _ATTRIBUTES}
        _insert(
            base, "ATTRIBUTEVARIABLES", [(number, key, label) for number, label in kinds.items()]
        )
        base.executemany(
            "INSERT INTO ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue)"
            " VALUES (?, ?, '')",
            [(number, kind) for number in entities.values() for kind in kinds],
        )


def _counter() -> Iterator[int]:
    number = 0
    while True:
        number += 1
        yield number


def _insert(base: sqlite3.Connection, table: str, records: Sequence[Sequence[Any]]) -> None:
    """Insert records whose values are those of all the table's columns."""
    if records:
        marks = ", ".join("?" * len(records[0]))
        base.executemany(f"INSERT INTO {table} VALUES ({marks})", records)  # noqa: S608 (ours)


def _document_row(document: Document, number: int) -> tuple[Any, ...]:
    notes = document.notes
    if document.id != str(number):
        notes = f"{notes}\n{_ID_NOTE}{document.id}".strip()
    return (
        number,
        _short(document.title) or str(number),
        document.text,
        1,
        _short(document.author),
        _short(document.source),
        _short(document.section),
        notes,
        _short(document.type),
        int((_dated(document) - _EPOCH).total_seconds()),
    )


def _utf16(text: str) -> "np.ndarray[Any, np.dtype[np.intp]]":
    """Give the UTF-16 offset of each code point of a text, its end included."""
    wide = np.array([0, *(1 + (ord(mark) > 0xFFFF) for mark in text)], dtype=np.intp)
    return np.cumsum(wide)


def write_event_list(path: Path, project: Project) -> None:
    """Write a project as the event list that DNA exports: CSV with semicolons.

    Raises:
        OutputError: the file cannot be written.
        StatementsError: DNA cannot hold the project; see `write_database`.

    >>> from datetime import date
    >>> from pathlib import Path
    >>> from tempfile import mkdtemp
    >>> from stancegraph.exchange.projects import project_of
    >>> from stancegraph.model import Position
    >>> from stancegraph.statements import from_positions
    >>> yes = Position("a", "east", "Ada", "truce", "support", "Yes.", 0, 4, date=date(2025, 5, 2))
    >>> file = Path(mkdtemp()) / "coded.csv"
    >>> write_event_list(file, project_of(from_positions([yes])))
    >>> file.read_text().splitlines()[0][:24]
    'statement_id;time;person'
    """
    check(project)
    statements, numbers = project.statements, _numbers(project.documents)
    rows, in_words = statements.rows, _in_words(project.statements)
    documents = {document.id: document for document in project.documents}
    kept = [documents[name] for name in rows["document"]]
    wide = {document.id: _utf16(document.text) for document in project.documents}
    places = {
        name: [int(wide[d][at]) for d, at in zip(rows["document"], rows[name], strict=True)]
        for name in ("start", "stop")
    }
    columns: dict[str, Sequence[Any]] = {
        "statement_id": range(1, len(rows) + 1),
        "time": [_dated(document).strftime("%Y-%m-%d %H:%M:%S") for document in kept],
        **{name: list(rows[name]) for name in ("person", "organization", "concept")},
        "agreement": [_number(value, statements, in_words=in_words) for value in rows["agreement"]],
        "start_position": places["start"],
        "stop_position": places["stop"],
        "text": list(rows["text"]),
        "coder": [1] * len(rows),
        "document_id": [numbers[document.id] for document in kept],
        "document_title": [document.title for document in kept],
        "document_author": [document.author for document in kept],
        "document_source": [document.source for document in kept],
        "document_section": [document.section for document in kept],
        "document_type": [document.type for document in kept],
    }
    frame = pd.DataFrame(columns)[list(EVENT_LIST)]
    if in_words:
        stances = [str(stance_of(value, statements.scale)) for value in rows["agreement"]]
        frame.insert(list(frame).index("agreement") + 1, "stance", stances)
    write_delimited(path, cells(frame), delimiter=";")
