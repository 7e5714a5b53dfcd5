"""Reading articles: what is kept, what is refused, and in which words."""

import json
import os
import string
from datetime import date
from errno import EACCES
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stancegraph.articles import SUFFIXES, check_language, read_article, read_articles
from stancegraph.exceptions import ArticleError
from stancegraph.model import Article

SAMPLES = Path(__file__).parent.parent / "data" / "articles"


def write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def refusal(path: Path) -> str:
    with pytest.raises(ArticleError) as caught:
        read_article(path)
    assert str(path) in str(caught.value)
    return str(caught.value)


# --- text and metadata ---------------------------------------------------------------------


def test_markdown_is_kept_after_its_front_matter(tmp_path: Path) -> None:
    body = "\r\n**Northland** – “no”.\r\n\r\nSubscribe\r\n"
    head = '---\r\ntitle: "A: B"\r\nDate: 2025-02-18\r\nlanguage: no\r\ngenre: wire\r\n---\r\n'
    article = read_article(write(tmp_path, "talks.v2.md", head + body))
    assert article == Article(
        id="talks.v2",
        text=body,
        title="A: B",
        date=date(2025, 2, 18),
        language="no",
        extra={"genre": "wire"},
    )


def test_every_known_key_has_its_field_and_the_rest_is_kept_as_text(tmp_path: Path) -> None:
    head = (
        "---\ntitle: T\ndate: 2025-02-18\npublisher: P\nurl: https://example.org/1\nlanguage: en\n"
        "speaker: President of Northland\nlicence: CC BY 4.0\ntags: [a, b]\nrank: 3\n"
        "note: ~\nplace: {city: X}\nempty:\n---\n"
    )
    article = read_article(write(tmp_path, "a.md", head + "Text."))
    assert (article.publisher, article.url) == ("P", "https://example.org/1")
    assert (article.language, article.speaker) == ("en", "President of Northland")
    assert article.extra == {
        "licence": "CC BY 4.0",
        "tags": "a; b",
        "rank": "3",
        "place": '{"city": "X"}',
    }


def test_text_without_metadata_is_kept_whole(tmp_path: Path) -> None:
    text = "\n# Heading\n\nIt goes on.\n"
    assert read_article(write(tmp_path, "a.txt", text)) == Article(id="a", text=text)


def test_text_may_have_a_header(tmp_path: Path) -> None:
    article = read_article(
        write(tmp_path, "a.txt", "# title: One: two\n# source: web\n#speaker:\n# Heading\nText.\n")
    )
    assert (article.title, article.speaker) == ("One: two", None)
    assert article.extra == {"source": "web"}
    assert article.text == "# Heading\nText.\n"


@pytest.mark.parametrize(
    "text",
    ["# update: talks go on\nText.", "# Title: x\nText.", "# two words: x\nText.", "#title\nText."],
)
def test_headings_are_no_header(tmp_path: Path, text: str) -> None:
    assert read_article(write(tmp_path, "a.txt", text)).text == text


def test_text_may_have_front_matter_and_markdown_has_no_header(tmp_path: Path) -> None:
    assert read_article(write(tmp_path, "a.txt", "---\ntitle: x\n---\nText.")).title == "x"
    assert read_article(write(tmp_path, "b.md", "# title: x\nText.")).title is None


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nOne.\n\n---\n\nTwo.\n",
        "---\nNorthland said no.\n---\nTwo.\n",
        "---\nNote: this was updated.\n---\nTwo.\n",
        "---\nNote: it has no end.\n",
        "----\ntitle: x\n---\nTwo.\n",
        "\n---\ntitle: x\n---\nTwo.\n",
    ],
)
def test_a_rule_is_no_front_matter(tmp_path: Path, text: str) -> None:
    assert read_article(write(tmp_path, "a.md", text)).text == text


@pytest.mark.parametrize(
    "written",
    [
        "2025-05-20",
        '"2025-05-20T16:10:00Z"',
        "2025-05-20 23:59:59+03:00",
        "2025-05-20T16:10",
        "20 May 2025",
        "May 20, 2025",
    ],
)
def test_dates_are_days(tmp_path: Path, written: str) -> None:
    article = read_article(write(tmp_path, "a.md", f"---\ndate: {written}\n---\nText."))
    assert article.date == date(2025, 5, 20)


def test_a_doubtful_date_is_refused_with_its_line(tmp_path: Path) -> None:
    message = refusal(write(tmp_path, "a.md", "---\ntitle: x\ndate: 05/06/2025\n---\nText."))
    assert "line 3" in message and "05/06/2025" in message and "2025-05-20" in message
    assert "line 2" in refusal(write(tmp_path, "a.txt", "# title: x\n# date: soon\nText."))


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ('title: "x\ndate: 2025-05-20', "line 2"),
        ("title: a: b", "line 2"),
        ("title: x\n\tdate: y", "line 3"),
        ("title: &a [x]\nmore: [*a, *a]", "aliases"),
        ("title: \x00x", "NUL"),
    ],
)
def test_broken_front_matter_is_refused(tmp_path: Path, head: str, line: str) -> None:
    assert line in refusal(write(tmp_path, "a.md", f"---\n{head}\n---\nText."))


def test_front_matter_without_end_is_refused(tmp_path: Path) -> None:
    assert "does not end" in refusal(write(tmp_path, "a.md", "---\ntitle: x\n\nText."))


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    body=st.text(
        st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\r\t")
    ).filter(str.strip),
    title=st.text(string.ascii_letters + " :'-–é", min_size=1).map(str.strip).filter(bool),
)
def test_stored_text_is_the_file_after_its_metadata(tmp_path: Path, body: str, title: str) -> None:
    head = f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n---\n"
    article = read_article(write(tmp_path, "a.md", head + body))
    assert (article.title, article.text) == (title, body)
    record = json.dumps({"id": "a", "title": title, "text": body}) + "\n"
    assert read_article(write(tmp_path, "a.jsonl", record)) == article


# --- HTML ----------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html><html><head>{meta}<title>Mediators meet | Example</title>
<meta property="og:title" content="Mediators meet">
<meta property="og:site_name" content="The Example">
<meta property="article:published_time" content="2025-05-20T10:00:00Z">
<link rel="canonical" href="https://example.org/news/1"></head><body>
<nav><a href="/">Home</a> <a href="/more">More</a></nav><article><h1>Mediators meet</h1>
<p>Northland said on Tuesday that it would accept a truce if Southland withdrew its guns.</p>
<h2>What next?</h2><p>Southland rejects the café offer, its envoy told reporters in the capital
after the meeting, and will say so in a letter to the mediators.</p></article></body></html>"""


def test_page_gives_its_text_and_metadata(tmp_path: Path) -> None:
    article = read_article(write(tmp_path, "page.html", PAGE.format(meta='<meta charset="utf-8">')))
    assert (article.title, article.publisher) == ("Mediators meet", "The Example")
    assert (article.date, article.url) == (date(2025, 5, 20), "https://example.org/news/1")
    assert "would accept a truce if Southland" in article.text
    assert "\n\n## What next?\n\n" in article.text
    assert "Home" not in article.text


def test_page_may_declare_its_encoding(tmp_path: Path) -> None:
    page = PAGE.format(meta='<meta charset="iso-8859-1">').encode("cp1252")
    assert "café" in read_article(write(tmp_path, "page.htm", page)).text
    page = PAGE.format(meta="").encode("cp1252")
    assert "is not UTF-8 at byte" in refusal(write(tmp_path, "page.html", page))


def test_page_without_article_is_refused(tmp_path: Path) -> None:
    assert "no article was found" in refusal(
        write(tmp_path, "a.html", "<html><body></body></html>")
    )


# --- JSON Lines ----------------------------------------------------------------------------


def test_records_go_by_their_id_or_line(tmp_path: Path) -> None:
    lines = [
        {"text": "One.", "date": "2025-05-20", "source": "web", "rank": 2, "none": None},
        {"id": "x", "text": "Two\u2028more.", "speaker": "Envoy"},
        {"id": 7, "text": "Three."},
    ]
    content = "\n\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    one, two, three = read_articles([write(tmp_path, "news.jsonl", content)])
    assert one == Article(
        id="news-1", text="One.", date=date(2025, 5, 20), extra={"source": "web", "rank": "2"}
    )
    assert (two.id, two.speaker, two.text) == ("x", "Envoy", "Two\u2028more.")
    assert three.id == "7"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "is not JSON"),
        ("[]", "has no text"),
        ('{"id": "x"}', "has no text"),
        ('{"text": 3}', "has no text"),
        ('{"text": "  "}', "has no text"),
        ('{"text": "a\\u0000b"}', "NUL"),
        ('{"text": "a\\ud800b"}', "surrogate"),
        ('{"id": true, "text": "a"}', "the id"),
        ('{"text": "a", "date": "x"}', "is not a date"),
        ("[" * 100_000, "is not JSON"),
    ],
)
def test_a_broken_record_leaves_the_others(tmp_path: Path, line: str, reason: str) -> None:
    path = write(tmp_path, "news.jsonl", f'{{"text": "One."}}\n{line}\n{{"text": "Three."}}\n')
    errors: list[ArticleError] = []
    assert [a.id for a in read_articles([path], on_error=errors.append)] == ["news-1", "news-3"]
    (error,) = errors
    assert f"{path}, line 2" in str(error) and reason in str(error)


def test_one_article_is_wanted_of_several_records(tmp_path: Path) -> None:
    assert "2 records" in refusal(write(tmp_path, "a.jsonl", '{"text": "a"}\n{"text": "b"}'))


# --- bad input -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        (b"\xef\xbb\xbf\n", "has no text"),
        (b"---\ntitle: x\n---\n\n", "has no text"),
        (b"abc\x00def", "NUL"),
        (b"%PDF-1.7 abc", "a PDF document"),
        (b"PK\x03\x04abc", "an office document"),
        (b"\x01\x02\x03abc", "control characters"),
        ("One.\nTwo caf\u00e9.".encode("cp1252"), "is not UTF-8 at byte 12 (0xe9, line 2)"),
        ("Text.".encode("utf-16") + b"x", "is not UTF-16 at byte"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, reason: str) -> None:
    assert reason in refusal(write(tmp_path, "a.txt", content))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_tell_the_encoding(tmp_path: Path, encoding: str) -> None:
    content = "---\ntitle: É\n---\nNø.\r\n".encode(encoding)
    article = read_article(write(tmp_path, "a.md", content))
    assert (article.title, article.text) == ("É", "Nø.\r\n")


def test_a_long_article_is_read(tmp_path: Path) -> None:
    text = "Northland said that it would accept. " * 140_000  # 5 MB
    assert read_article(write(tmp_path, "a.txt", text)).text == text


def test_missing_and_unknown_files_are_refused(tmp_path: Path) -> None:
    assert "does not exist" in refusal(tmp_path / "none.md")
    assert "does not exist" in refusal(tmp_path / "none")
    assert ".md" in refusal(write(tmp_path, "a.docx", "x"))
    assert "folder" in refusal(tmp_path)


# --- folders -------------------------------------------------------------------------------


def test_folders_are_read_in_order_and_others_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.MD", "c.md", ".hidden.md", ".git/x.md", "a/notes.docx", "a/d.bin"):
        write(tmp_path, name, "Text.")
    (tmp_path / "folder.md").mkdir()
    assert [a.id for a in read_articles([tmp_path])] == ["z", "b", "c"]
    twice = [tmp_path / "c.md", tmp_path, tmp_path / "a" / ".." / "b.txt"]
    assert [a.id for a in read_articles(twice)] == ["c", "z", "b"]


def test_hidden_folders_above_do_not_matter(tmp_path: Path) -> None:
    write(tmp_path, ".cache/a.md", "Text.")
    assert [a.id for a in read_articles([tmp_path / ".cache"])] == ["a"]


def test_a_link_to_nothing_and_a_closed_folder_are_told_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "open.txt", "Text.")
    write(tmp_path, "closed/in.txt", "Text.")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe.txt")  # would wait for ever
    scandir = os.scandir

    def guarded(path: str) -> object:  # permissions do not stop every user
        if path == str(tmp_path / "closed"):
            raise PermissionError(EACCES, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    errors: list[ArticleError] = []
    assert [a.id for a in read_articles([tmp_path], on_error=errors.append)] == ["open"]
    assert [str(e).split(";")[0] for e in errors] == [
        f"{tmp_path / 'closed'}: cannot be listed (Permission denied)",
        f"{tmp_path / 'gone.txt'}: does not exist",
    ]


def test_errors_are_raised_unless_taken(tmp_path: Path) -> None:
    write(tmp_path, "a.md", "One.")
    write(tmp_path, "b.md", b"\xff")
    write(tmp_path, "c.md", "Three.")
    (tmp_path / "empty").mkdir()
    reading = read_articles([tmp_path])
    assert next(reading).id == "a"
    with pytest.raises(ArticleError, match=r"b\.md"):
        next(reading)
    errors: list[ArticleError] = []
    paths = [tmp_path / "empty", tmp_path, tmp_path / "none"]
    assert [a.id for a in read_articles(paths, on_error=errors.append)] == ["a", "c"]
    assert [str(e).split(": ")[0] for e in errors] == [
        str(tmp_path / "empty"),
        str(tmp_path / "b.md"),
        str(tmp_path / "none"),
    ]


def test_equal_ids_name_both_files(tmp_path: Path) -> None:
    one, other = write(tmp_path, "a/x.md", "One."), write(tmp_path, "b/x.txt", "Two.")
    errors: list[ArticleError] = []
    assert [a.text for a in read_articles([tmp_path], on_error=errors.append)] == ["One."]
    (error,) = errors
    assert str(one) in str(error) and str(other) in str(error)


def test_samples_are_read_and_are_english() -> None:
    articles = list(read_articles([SAMPLES]))
    assert len(articles) == 14
    for article in articles:
        assert article.date is not None and article.title
        raw = (SAMPLES / f"{article.id}.md").read_bytes().decode()
        assert raw.endswith("\n---\n" + article.text)
        check_language(Article(id=article.id, text=article.text))


def test_suffixes_are_listed() -> None:
    assert {".md", ".txt", ".html", ".jsonl"} <= set(SUFFIXES)


# --- language ------------------------------------------------------------------------------

GERMAN = (
    "Die Außenministerin sagte am Montag, dass ihr Land einer Waffenruhe erst dann zustimmen"
    " könne, wenn die andere Seite ihre schweren Waffen aus dem Tal abgezogen habe. Die"
    " Vermittler hatten zuvor ein Papier vorgelegt, das beide Seiten bis Freitag prüfen sollen."
)
UKRAINIAN = (
    "Міністр закордонних справ заявив у понеділок, що його країна погодиться на припинення"
    " вогню лише тоді, коли інша сторона відведе важке озброєння з долини. Посередники раніше"
    " подали документ, який обидві сторони мають розглянути до п'ятниці, і чекають на відповідь."
)
FRENCH = (
    "La ministre des Affaires étrangères a déclaré lundi que son pays n'accepterait une trêve"
    " qu'après le retrait des armes lourdes de la vallée. Les médiateurs avaient auparavant"
    " présenté un document que les deux parties doivent examiner d'ici vendredi prochain."
)
ENGLISH = (
    "Volodymyr Zelenskyy, Andrii Yermak, Rustem Umerov and Serhii Kyslytsia flew from Kyiv to"
    " Rzeszów while Vladimir Medinsky, Yuri Ushakov and Kirill Dmitriev waited in Sochi; Andrii"
    " Sybiha, Kyrylo Budanov and Yuliia Svyrydenko stayed behind with the Verkhovna Rada, near"
    " Zaporizhzhia, Pokrovsk, Kramatorsk, Sloviansk and Kostiantynivka."
)
QUOTING = (
    f"The minister repeated it in her own words. “{GERMAN[:180]}” she said. The mediators were"
    " not pleased, and said that they would come back on Friday with a shorter text, which both"
    " sides could sign if they wished to, and that they had no other plan for the time being."
)
NAMES = ", ".join(["Zelenskyy", "Kyslytsia", "Svyrydenko", "Kostiantynivka", "Chernivtsi"] * 6)


@pytest.mark.parametrize("text", [GERMAN, UKRAINIAN, FRENCH])
def test_other_languages_are_refused(text: str) -> None:
    with pytest.raises(ArticleError, match="note: is in another language"):
        check_language(Article(id="note", text=text))


@pytest.mark.parametrize("text", [ENGLISH, QUOTING, NAMES, GERMAN[:150], "", "1,2 " * 300])
def test_english_and_doubtful_texts_are_not_refused(text: str) -> None:
    check_language(Article(id="note", text=text))


def test_an_article_that_goes_on_in_english_is_not_refused() -> None:
    check_language(Article(id="note", text=GERMAN * 15 + ENGLISH * 15))


def test_metadata_decide_where_they_name_the_language() -> None:
    check_language(Article(id="note", text=GERMAN, language="en-GB"))
    check_language(Article(id="note", text=ENGLISH, language="English"))
    check_language(Article(id="note", text=GERMAN, language="de"), language="de")
    with pytest.raises(ArticleError, match="metadata"):
        check_language(Article(id="note", text=ENGLISH, language="de_AT"))
    text = (SAMPLES / "2025-05-21-sanctions-opinion.md").read_text("utf-8")
    with pytest.raises(ArticleError, match="not 'de'"):
        check_language(Article(id="note", text=text), language="de")
