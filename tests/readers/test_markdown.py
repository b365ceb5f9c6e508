"""Markdown is read into an article: front matter, headline and body."""

import pytest

from printkit.article import Article
from printkit.errors import RecordError
from printkit.readers.markdown import is_markdown, read_markdown
from tests.support.time_limits import ends_soon


def article(text: str, where: str = "a.md") -> Article:
    """Read a text as Markdown."""
    return read_markdown(text, where)[0]


def test_front_matter_and_body() -> None:
    """The fields are read, the body stays Markdown word for word."""
    piece = article("---\ntitle: Yes\nlang: no\n---\n# Yes\n\nThe *ferry*\n  is back.\n")
    assert (piece.headline, piece.language) == ("Yes", "no")
    assert piece.body == "# Yes\n\nThe *ferry*\n  is back."
    assert piece.body_format == "markdown"


@pytest.mark.parametrize(
    "heading",
    [
        "# The ferry is back",
        "# The *ferry* is **back** ##",
        "# The [ferry](https://example.org) is _back_ {#ferry}",
        "The `ferry` is back\n===================",
    ],
)
def test_without_a_title_the_heading_is_the_headline(heading: str) -> None:
    """The heading loses its marks, and leaves the body."""
    piece = article(f"---\nlang: en\n---\n\n{heading}\n\nIt is.\n\n# Again")
    assert piece.headline == "The ferry is back"
    assert piece.body == "It is.\n\n# Again"


@pytest.mark.parametrize("text", ["Only text\n\nmore", "## Second level\n\ntext", "#tag\n\ntext"])
def test_without_a_heading_the_headline_is_missing(text: str) -> None:
    """No line is guessed to be the headline."""
    with pytest.raises(RecordError, match="headline is missing"):
        article(text)


def test_words_in_a_heading_are_not_its_marks() -> None:
    """Underscores within words and escaped stars are text."""
    assert article("# snake_case_name \\*and\\* 2*3*4\n\nx").headline == "snake_case_name *and* 234"


def test_header_lines_of_a_text_file_stand_over_plain_text() -> None:
    """In a Markdown file the body is Markdown; `body_format` of the record counts first."""
    text = "Title: T\nAuthor: Ana Ruiz\n\n* body"
    assert article(text, "a.txt").body_format == "text"
    assert article(text, "a.md").body_format == "markdown"
    assert article("---\ntitle: T\nbody_format: html\n---\n<p>x").body_format == "html"


def test_problems_name_the_keys_of_the_file() -> None:
    """The names of printkit's fields would be foreign to the writer of the file."""
    with pytest.raises(RecordError, match="status is 'cooked'"):
        article("---\ntitle: T\nstatus: cooked\n---\nx")


@pytest.mark.parametrize(
    ("text", "name", "wanted"),
    [
        ("plain", "a.md", True),
        ("# Heading", "-", True),
        ("Heading\n====\n", "a.txt", True),
        ("Title: T\n\nx", "a.txt", True),
        ("---\ntitle: T\n---\n", "a.txt", True),
        ("A headline\n\ntext", "a.txt", False),
        ("#hashtag of the day\n\ntext", "a.txt", False),
    ],
)
def test_markdown_is_known_by_its_marks(text: str, name: str, wanted: bool) -> None:
    """The suffix alone decides only if the suffix is clear."""
    assert is_markdown(text, name) is wanted


def test_an_endless_heading_is_no_headline() -> None:
    """Such a heading is not searched for marks either."""
    with ends_soon(), pytest.raises(RecordError, match="headline is missing"):
        article("# " + "[" * 1_000_000)
