"""Detection: no file of another format is read as an article, and no article is refused."""

from pathlib import Path

import pytest

import printkit
from printkit.errors import FormatError, RecordError
from printkit.readers import Reading, read_bytes
from printkit.readers.detection import format_of_text, has_certain_mark
from tests.support.foreign_files import (
    ForeignFile,
    list_articles_that_look_foreign,
    make_foreign_files,
)
from tests.support.paths import CASES, CHECKOUT
from tests.support.time_limits import ends_soon
from tests.support.unnamed_texts import UNNAMED

FOREIGN = make_foreign_files()
ARTICLES = list_articles_that_look_foreign()


def refuse(data: bytes, name: str) -> str:
    """Return the message that refuses a file as one of another format."""
    try:
        [error] = read_bytes(data, name)
    except FormatError as raised:
        return str(raised)
    assert isinstance(error, FormatError), error
    return str(error)


def test_there_are_files_of_many_kinds() -> None:
    """Each kind has a name of its own in the messages."""
    assert len({one.told for one in FOREIGN}) > 60
    assert len({one.name for one in FOREIGN}) == len(FOREIGN) > 100


@pytest.mark.parametrize("file", FOREIGN, ids=lambda file: file.name)
def test_a_foreign_file_is_refused_by_name(file: ForeignFile) -> None:
    """The content tells the format, also without suffix and with the suffix of plain text."""
    assert file.told in refuse(file.data, file.name)
    for name in () if file.suffix_tells else ("-", "a", "a.txt"):
        assert refuse(file.data, name)


@pytest.mark.parametrize("kind", ARTICLES)
def test_an_article_that_looks_foreign_is_read(kind: str) -> None:
    """The first line is the headline, whatever format the line looks like."""
    for name in ("a.txt", "-"):
        [reading] = read_bytes(ARTICLES[kind].encode(), name)
        assert isinstance(reading, Reading)


def test_markdown_may_hold_html_and_code() -> None:
    """Only certain marks count for a file that calls itself Markdown."""
    for text in ("<div>The ferry</div>\n\n# The ferry\n\nIt is.", "# Ports\n\na,b,c\n1,2,3\n4,5,6"):
        assert format_of_text(text, "a.md") is None
    for text in ("<html><body>", "From: a@example.org\nTo: b@example.org\n\nHi", "WEBVTT\n\n"):
        assert format_of_text(text, "a.md")


def test_front_matter_makes_an_article_of_a_page() -> None:
    """Jekyll keeps articles in HTML files with front matter; YAML files have the same fences."""
    matter = "---\ntitle: The ferry\n---\n<p>It is back.</p>\n"
    assert format_of_text(matter, "a.html") is None
    assert format_of_text("---\nname: a\n---\nname: b\n", "a.yaml")


def test_a_wrong_suffix_of_json_hides_no_format() -> None:
    """A page that is named `.json` is a page, and not JSON with a fault."""
    assert "is an HTML page" in refuse(b"<!-- a --><html><body>", "a.json")
    assert has_certain_mark("<rss>")
    assert not has_certain_mark("// ours")


def test_a_foreign_file_costs_itself_alone(tmp_path: Path) -> None:
    """The records beside the file are printed, and the account has the code of the error."""
    (tmp_path / "a.txt").write_text("From: a@example.org\nTo: b@example.org\nSubject: A\n\nHi")
    (tmp_path / "b.txt").write_text("The ferry is back\n\nIt sails at noon.\n")
    (tmp_path / "c.eml").write_text("no record of a folder")
    accounts = list(printkit.export_many([tmp_path], tmp_path / "out", trusted=True))
    assert [one.status for one in accounts] == ["failed", "ok"]
    assert accounts[0].error
    assert accounts[0].error.code == "PK112"
    assert accounts[0].error.problems == ("is a mail, which printkit does not read",)


def test_an_embargoed_item_of_an_agency_is_held() -> None:
    """The format is not read, but no word of the item may be printed."""
    [error] = read_several('[{"uri": "a", "headlines": [], "embargoed": "2999-01-01"}, {}]')[:1]
    assert isinstance(error, FormatError)
    assert error.held


def read_several(text: str) -> tuple[Reading | RecordError, ...]:
    """Return the records of a text of JSON."""
    return read_bytes(text.encode(), "a.json")


ARTICLE = "Notes on the ferry\n\nThe ferry to Avon is back, and everybody is glad to see her.\n"


@pytest.mark.parametrize(
    "name", ["Notes on Node.js", "No. 5.C", "vol.1.R", "captain.log", "a.conf"]
)
def test_a_name_may_end_like_the_name_of_a_program(name: str) -> None:
    """A headline over sentences is an article; the text of a page or of a mail stays refused."""
    assert format_of_text(ARTICLE, name) is None
    assert format_of_text("x = 1\n", name)
    assert format_of_text(ARTICLE, "a.html")
    assert format_of_text(ARTICLE, "a.eml")


@pytest.mark.parametrize("language", UNNAMED)
def test_texts_in_every_language_are_articles(language: str) -> None:
    """No script is taken for code or data."""
    text = "\n\n".join(UNNAMED[language])
    assert format_of_text(text, "a.txt") is None


@pytest.mark.parametrize(
    "piece",
    [
        *("<!-- ", "<?xml ", "<!DOCTYPE a [", "<a ", "]>\n", "a: b\n", " a\n", "title", "---\n"),
        *(
            "{-",
            "--[[",
            "<#",
            "a,b\n",
            '"',
            "[a]\n",
            "- a:\n",
            "2026-11-29 12:00:00 a\n",
            "From a\n",
        ),
    ],
)
def test_a_long_text_of_one_kind_costs_little(piece: str) -> None:
    """Each way to tell a format looks at each place of a text once."""
    with ends_soon():
        format_of_text(piece * 40_000, "a.txt")
        format_of_text("---\n" + piece * 40_000, "a.txt")


def test_the_samples_are_read() -> None:
    """Each sample and each case is an article; the settings of the sample week are none."""
    folders = (CHECKOUT / "tests" / "samples", CASES)
    paths = [one for folder in folders for one in sorted(folder.rglob("*.*"))]
    texts = [one for one in paths if one.suffix in (".txt", ".md")]
    assert len(texts) > 10
    for path in texts:
        assert isinstance(read_bytes(path.read_bytes(), path.name)[0], Reading)


# The files of the corpus that hold plain text, or records whose body is plain text.
PLAIN = {
    *("000_3f1a025a82f51a02.txt", "field/a/A09-schema-org-objects.json"),
    *("jsonld/harbour.jsonld", "jsonld/list.jsonld"),
}


def test_nothing_in_the_corpus_is_misread(corpus: Path) -> None:
    """Each file is an article in a format that printkit reads, or is refused."""
    paths = [one for one in sorted(corpus.rglob("*")) if one.is_file()]
    assert len(paths) > 400
    plain, unnamed = set(), set()
    for path in paths:
        try:
            found = read_bytes(path.read_bytes(), str(path))
        except RecordError as error:
            found = (error,)
        told = path.relative_to(corpus).as_posix()
        for one in found:
            if isinstance(one, Reading) and one.article.body_format == "text":
                plain.add(told)
            if isinstance(one, Reading | FormatError):
                continue
            if path.suffix not in (".json", ".md"):
                unnamed.add(told)
    assert plain == PLAIN
    assert unnamed == {"hostile/f08_empty.html", "hostile-pdf/p05_zero_bytes.pdf"}
