"""Reading articles: Markdown, plain text, HTML and JSON Lines files.

The text of an article is kept as it is written: the decoded file after its
front matter or header, line breaks and all, so that a quotation is always
``text[start:end]``. Metadata that are not known are kept too, in `extra`.
"""

import codecs
import functools
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from stancegraph.exceptions import ArticleError
from stancegraph.model import Article

__all__ = ["SUFFIXES", "check_language", "read_article", "read_articles"]

_MARKDOWN = frozenset({".md", ".markdown"})
_TEXT = frozenset({".txt"})
_HTML = frozenset({".html", ".htm"})
_JSON_LINES = frozenset({".jsonl"})
#: The endings of the files that can be read, in lower case.
SUFFIXES = tuple(sorted(_MARKDOWN | _TEXT | _HTML | _JSON_LINES))

_KNOWN = ("title", "date", "publisher", "url", "language", "speaker")


def read_articles(
    paths: Iterable[Path], *, on_error: Callable[[ArticleError], None] | None = None
) -> Iterator[Article]:
    r"""Read files, and folders with all they contain, one article after the other.

    Folders are read in the order of the paths in them; hidden files and folders
    and files of other kinds are passed over there. A file that is named twice,
    itself or by its folder, is read once.

    Args:
        paths: files (``.md``, ``.txt``, ``.html``, ``.jsonl``) and folders.
        on_error: called with each file or record that cannot be read, which is
            then left out; without it the first one is raised.

    Raises:
        ArticleError: a path is missing, a folder holds no article, a file is of
            another kind or cannot be read (see `read_article`), or two articles
            have the same id.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     _ = Path(folder, "note.txt").write_text("# date: 2025-05-20\nAvalon accepts.")
    ...     [(a.id, a.date.isoformat(), a.text) for a in read_articles([Path(folder)])]
    [('note', '2025-05-20', 'Avalon accepts.')]
    """
    origins: dict[str, str] = {}
    for found in _read_files(paths):
        error = found if isinstance(found, ArticleError) else None
        if not isinstance(found, ArticleError):
            article, origin = found.article, found.origin
            if article.id not in origins:
                origins[article.id] = origin
                yield article
                continue
            error = ArticleError(
                f"{origin}: has the same id as {origins[article.id]} ({article.id!r});"
                " rename one of them"
            )
        if error is not None:
            if on_error is None:
                raise error
            on_error(error)


def read_article(path: Path) -> Article:
    r"""Read the one article of a file.

    The id is the file's stem; for a JSON Lines record it is the record's
    ``id``, else the stem and the number of the line (``news-3``). In ``.md``
    and ``.txt`` files YAML front matter between lines of ``---`` gives the
    metadata, in ``.txt`` files also lines of the form ``# key: value`` at the
    top, among them one of the known keys (title, date, publisher, url,
    language, speaker). A record has its text under ``text``.

    Dates may be ISO dates or datetimes, whose time of day is dropped, or have
    the month in letters. The text is UTF-8 (or UTF-16 or UTF-32 with a byte
    order mark, which is dropped; an HTML page may declare another encoding).
    Line breaks stay as in the file, so that ``\r\n`` counts as two code points.

    Raises:
        ArticleError: the file cannot be found or read, is of another kind,
            empty, not text, in another encoding, or has broken metadata; or
            a JSON Lines file does not hold exactly one record.

    >>> from tempfile import mkdtemp
    >>> file = Path(mkdtemp()) / "note.md"
    >>> _ = file.write_text("---\ndate: 2025-05-02\n---\nThe East agreed to a truce.\n")
    >>> read_article(file).id, read_article(file).date
    ('note', datetime.date(2025, 5, 2))
    """
    if path.is_dir():
        raise ArticleError(f"{path}: is a folder; use read_articles to read all in it")
    found = list(_read_file(path))
    if len(found) != 1:
        raise ArticleError(
            f"{path}: holds {len(found)} records, not one; use read_articles to read them all"
        )
    if isinstance(found[0], ArticleError):
        raise found[0]
    return found[0].article


# --- files ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Read:
    article: Article
    #: The file, and the line in it where it holds several articles.
    origin: str


def _read_files(paths: Iterable[Path]) -> Iterator[_Read | ArticleError]:
    seen: set[Path] = set()
    for path in paths:
        for file in _files(path) if path.is_dir() else [path]:
            if isinstance(file, ArticleError):
                yield file
                continue
            real = file.resolve()
            if real not in seen:
                seen.add(real)
                yield from _read_file(file)


def _files(folder: Path) -> list[Path | ArticleError]:
    """List the articles in a folder, and the folders in it that cannot be listed."""
    unlisted: list[OSError] = []
    # Unlike `rglob`, this does not pass over what it may not look into.
    inside = sorted(
        Path(parent, name)
        for parent, _, names in os.walk(folder, onerror=unlisted.append)
        for name in names
    )
    found: list[Path | ArticleError] = [
        ArticleError(
            f"{error.filename}: cannot be listed ({error.strerror}); check its permissions"
        )
        for error in unlisted
    ]
    found += [
        file
        for file in inside
        if file.suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in file.relative_to(folder).parts)
        # A link to nothing is told of when it is read; pipes and devices are no articles.
        and (file.is_file() or not file.exists())
    ]
    return found or [
        ArticleError(f"{folder}: holds no articles; put {_listed(SUFFIXES)} files into it")
    ]


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last


def _read_file(path: Path) -> Iterator[_Read | ArticleError]:
    suffix = path.suffix.lower()
    try:
        data = _bytes(path)
        if suffix in _JSON_LINES:
            yield from _from_json_lines(path, _decoded(path, data))
        else:
            read = _from_html if suffix in _HTML else _from_text
            yield _Read(read(path, data), str(path))
    except ArticleError as error:
        yield error


def _bytes(path: Path) -> bytes:
    if path.suffix.lower() not in SUFFIXES and path.exists():
        raise ArticleError(
            f"{path}: is not a kind of file that can be read; save it as {_listed(SUFFIXES)} first"
        )
    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise ArticleError(f"{path}: does not exist; check the spelling of the path") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise ArticleError(
            f"{path}: cannot be read ({reason}); check the file and its permissions"
        ) from error
    if not data.strip(b" \t\r\n\x0b\x0c"):
        raise ArticleError(f"{path}: is empty; put the article's text into it or remove it")
    return data


# --- decoding ------------------------------------------------------------------------------

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
)
# The control characters that a text file may hold are tab, the line ends and form feed.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# A stray control character is an accident; one in a hundred means that it is no text.
_CONTROL_SHARE = 0.01
# The declaration must be in the first 1024 bytes (HTML Standard, "Specifying the document's
# character encoding"; https://html.spec.whatwg.org/multipage/semantics.html#charset).
_CHARSET = re.compile(
    rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_CHARSET_WITHIN = 1024


def _decoded(path: Path, data: bytes, declared: str | None = None) -> str:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise ArticleError(f"{path}: is {kind}, not text; save its text as UTF-8 first")
    encoding = next(
        (name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), declared or "utf-8"
    )
    if encoding == "utf-8" and b"\x00" in data:
        raise ArticleError(f"{path}: is not text (NUL bytes); save its text as UTF-8 first")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding.removesuffix("-sig").upper()
        line = data.count(10, 0, error.start) + 1
        raise ArticleError(
            f"{path}: is not {name} at byte {error.start} (0x{data[error.start]:02x},"
            f" line {line}); convert it to UTF-8 first"
        ) from error
    _check_characters(str(path), text)
    return text


def _check_characters(origin: str, text: str) -> None:
    if "\x00" in text:
        raise ArticleError(f"{origin}: is not text (NUL characters); save its text as UTF-8 first")
    if len(_CONTROLS.findall(text)) > _CONTROL_SHARE * len(text):
        raise ArticleError(
            f"{origin}: is not text (control characters); save its text as UTF-8 first"
        )
    if not text.isascii() and (lone := re.search("[\ud800-\udfff]", text)):
        raise ArticleError(
            f"{origin}: has half a surrogate pair at character {lone.start()};"
            " write the whole character"
        )


def _check_text(origin: str, text: str) -> None:
    if not text.strip():
        raise ArticleError(f"{origin}: has no text; put the article's text into it or remove it")


# --- metadata ------------------------------------------------------------------------------

# Months in letters leave no doubt about the order of day and month, other forms do.
_WORDED_DATES = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y")


def _date(text: str, where: str) -> date:
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        pass
    for form in _WORDED_DATES:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 (only the day is kept)
        except ValueError:
            continue
    raise ArticleError(f"{where}: {text!r} is not a date; write it as 2025-05-20")


def _string(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(item.strip() for item in value)
    return json.dumps(value, ensure_ascii=False)


def _article(
    identifier: str, text: str, metadata: Mapping[str, object], where: Callable[[str], str]
) -> Article:
    """Make an article of its text and metadata; `where` tells where a key was given."""
    known: dict[str, str] = {}
    extra: dict[str, str] = {}
    for key, value in metadata.items():
        content = "" if value is None else _string(value)
        # YAML's and JSON's ways to say that there is nothing.
        if content in ("", "~", "null"):
            continue
        name = key.strip().casefold()
        if name in _KNOWN:
            known[name] = content
        else:
            extra[key.strip()] = content
    day = known.pop("date", None)
    return Article(
        id=identifier,
        text=text,
        date=None if day is None else _date(day, where("date")),
        extra=extra,
        **known,
    )


# --- Markdown and plain text ---------------------------------------------------------------

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_KEY = re.compile(r"[\"']?([^\W\d][\w-]*)[\"']?[ \t]*:(?:\s|$)")
_HEADER_LINE = re.compile(
    r"#[ \t]*([a-z][a-z_-]*)[ \t]*:(?:[ \t]+([^\r\n]*))?[ \t]*(?:\r\n|\n|\r|\Z)"
)


def _from_text(path: Path, data: bytes) -> Article:
    whole = _decoded(path, data)
    metadata, lines, start = _front_matter(path, whole)
    if start == 0 and path.suffix.lower() in _TEXT:
        metadata, lines, start = _header(whole)
    text = whole[start:]
    _check_text(str(path), text)
    return _article(
        path.stem, text, metadata, lambda key: f"{path}, line {lines.get(key, 1)}, {key}"
    )


def _front_matter(path: Path, whole: str) -> tuple[Mapping[str, object], dict[str, int], int]:
    """Read YAML front matter: its keys, their lines, and where the text begins (or 0).

    A text may begin with a rule, too, which looks the same; front matter is
    what starts with a key in the next line and has one of the known keys, or
    none but keys in lower case.
    """
    nothing: tuple[Mapping[str, object], dict[str, int], int] = ({}, {}, 0)
    opening = _FENCE.match(whole)
    if opening is None or not (first := _KEY.match(whole, opening.end())):
        return nothing
    closing = _CLOSING_FENCE.search(whole, opening.end())
    if closing is None:
        if first[1].casefold() not in _KNOWN:
            return nothing
        raise ArticleError(
            f"{path}, line 1: the front matter does not end; put a line of --- after it"
        )
    source = whole[opening.end() : closing.start()]
    keys = [found[1] for line in source.splitlines() if (found := _KEY.match(line))]
    if not any(k.casefold() in _KNOWN for k in keys) and not all(k.islower() for k in keys):
        return nothing
    try:
        events = yaml.parse(source, Loader=yaml.BaseLoader)
        aliased = any(isinstance(event, yaml.AliasEvent) for event in events)
        # The base loader leaves all values as they are written: "no" is a language, too.
        metadata = yaml.load(source, Loader=yaml.BaseLoader)  # noqa: S506 (it makes only strings)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        if mark is not None and mark.index >= len(source) and error.context_mark is not None:
            # What is open at the end was opened at the line to be mended.
            mark = error.context_mark
        # Counted from zero, after the line of the opening fence.
        line = 2 if mark is None else mark.line + 2
        raise ArticleError(
            f"{path}, line {line}: the front matter is not valid YAML ({error.problem});"
            " put values with a colon or quotation marks into quotation marks"
        ) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise ArticleError(
            f"{path}, line 2: the front matter is not valid YAML; write it as lines of key: value"
        ) from error
    if aliased:
        # A few nested aliases can stand for gigabytes, and metadata have no use for them.
        raise ArticleError(f"{path}: the front matter has YAML aliases; write the values out")
    if not isinstance(metadata, dict) or not all(isinstance(key, str) for key in metadata):
        raise ArticleError(
            f"{path}, line 2: the front matter is not a list of keys and values;"
            " write it as lines of key: value"
        )
    lines = {
        found[1].casefold(): number
        for number, line in enumerate(source.splitlines(), 2)
        if (found := _KEY.match(line))
    }
    return metadata, lines, closing.end()


def _header(whole: str) -> tuple[Mapping[str, object], dict[str, int], int]:
    metadata: dict[str, object] = {}
    lines: dict[str, int] = {}
    start = 0
    while found := _HEADER_LINE.match(whole, start):
        metadata[found[1]] = found[2] or ""
        lines[found[1]] = whole.count("\n", 0, start) + 1
        start = found.end()
        if start == len(whole):
            break
    # Without a known key it is a text that begins with headings.
    return (metadata, lines, start) if metadata.keys() & set(_KNOWN) else ({}, {}, 0)


# --- HTML ----------------------------------------------------------------------------------


def _declared(data: bytes) -> str | None:
    """Find the encoding that a page declares, as the Encoding Standard understands it.

    Source: https://encoding.spec.whatwg.org/#names-and-labels
    """
    found = _CHARSET.search(data[:_CHARSET_WITHIN])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
        # Some codecs are no encodings of text; these cannot decode.
        b"".decode(name)
    except (LookupError, UnicodeError):
        return None
    if name in ("ascii", "iso8859-1"):
        return "cp1252"
    # A page whose declaration could be read as ASCII is in neither of these.
    return None if name.startswith(("utf-16", "utf-32")) else name


def _from_html(path: Path, data: bytes) -> Article:
    import trafilatura

    source = _decoded(path, data, _declared(data))
    text = trafilatura.extract(
        source,
        output_format="txt",
        include_comments=False,
        # As Markdown, which keeps headings, emphasis and paragraphs apart.
        include_formatting=True,
        include_tables=False,
    )
    if text is None or not text.strip():
        raise ArticleError(
            f"{path}: no article was found in the page; save its text as .txt or .md instead"
        )
    # Without the extensive search, which takes a date from anywhere in the text.
    found = trafilatura.extract_metadata(source, date_config={"extensive_search": False})
    metadata: dict[str, object] = {
        "title": found.title,
        "date": found.date,
        "publisher": found.sitename,
        "url": found.url,
        "author": found.author,
    }
    return _article(path.stem, text, metadata, lambda key: f"{path}, {key}")


# --- JSON Lines ----------------------------------------------------------------------------


def _from_json_lines(path: Path, whole: str) -> Iterator[_Read | ArticleError]:
    # Only line feeds end a record: JSON strings may hold other line separators.
    for number, line in enumerate(whole.split("\n"), 1):
        if not line.strip():
            continue
        origin = f"{path}, line {number}"
        try:
            yield _Read(_from_record(path, number, line, origin), origin)
        except ArticleError as error:
            yield error


def _from_record(path: Path, number: int, line: str, origin: str) -> Article:
    try:
        record: Any = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deeply"
        raise ArticleError(
            f"{origin}: is not JSON ({reason}); write one object with a text per line"
        ) from error
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ArticleError(f'{origin}: has no text; write an object such as {{"text": "…"}}')
    identifier = record.get("id")
    if identifier is None or identifier == "":
        identifier = f"{path.stem}-{number}"
    if isinstance(identifier, bool) or not isinstance(identifier, str | int):
        raise ArticleError(f"{origin}: the id is neither text nor a whole number; change it")
    text = record["text"]
    metadata = {key: value for key, value in record.items() if key not in ("id", "text")}
    article = _article(str(identifier), text, metadata, lambda key: f"{origin}, {key}")
    _check_text(origin, text)
    for content in (text, article.id, *(str(v) for v in metadata.values())):
        _check_characters(origin, content)
    return article


# --- language ------------------------------------------------------------------------------

# Shorter texts and lists of foreign names cannot be told for certain.
_LEAST_LETTERS = 200
# From this length on the detection gains nothing.
_SAMPLE = 3000
# Whole English articles, even of foreign names, score below 0.01 in any other language,
# and articles in another language above 0.99 in it.
_SURE = 0.99


def check_language(article: Article, language: str = "en") -> None:
    """Refuse an article that is certainly in another language.

    The metadata decide where they name a language. Otherwise the text does, if
    it has at least 200 letters and every sample of it (beginning, middle, end)
    is certainly in another language (py3langid, a naive Bayes classifier over
    byte n-grams after Lui and Baldwin 2012, with probabilities of 0.99 or more).

    Args:
        article: any article.
        language: the two-letter code of the language to be read (ISO 639-1).

    Raises:
        ArticleError: the article is in another language.

    >>> check_language(Article(id="brief", text="Kurz."))
    >>> check_language(Article(id="note", text="…", language="de"))
    Traceback (most recent call last):
        ...
    stancegraph.exceptions.ArticleError: note: is in another language ('de', ...
    """
    wanted = language.casefold()
    stated = re.split(r"[-_]", (article.language or "").strip().casefold())[0]
    if stated == wanted:
        return
    # Other forms ("English", "eng") are not looked up: then the text decides.
    if len(stated) == 2 and stated.isalpha():
        raise ArticleError(
            f"{article.id}: is in another language ({stated!r}, as its metadata say),"
            f" not {wanted!r}; leave it out or translate it"
        )
    verdicts = [_detected(sample) for sample in _samples(article.text)]
    if verdicts and all(found != wanted and p >= _SURE for found, p in verdicts):
        raise ArticleError(
            f"{article.id}: is in another language ({verdicts[0][0]!r}, by its words),"
            f" not {wanted!r}; leave it out, translate it, or state its language"
        )


def _samples(text: str) -> Iterator[str]:
    middle = max(0, len(text) - _SAMPLE) // 2
    for start in sorted({0, middle, max(0, len(text) - _SAMPLE)}):
        sample = text[start : start + _SAMPLE]
        if sum(map(str.isalpha, sample)) >= _LEAST_LETTERS:
            yield sample


def _detected(sample: str) -> tuple[str, float]:
    found, probability = _identifier().classify(sample)
    return str(found), float(probability)


@functools.cache
def _identifier() -> Any:
    # Loading the model takes a second, so it is left until an article needs it.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
