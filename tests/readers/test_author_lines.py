"""A byline in the place of an author gives the names of its authors."""

import pytest

from printkit.readers.author_lines import with_names_of_authors
from tests.support.printed_articles import print_article, read_pages
from tests.support.time_limits import ends_soon

NAMES = ["Ann Lee", "Bo Ray", "Reuters"]


def names_of(language: str, given: object) -> object:
    """Return the authors of a record."""
    return with_names_of_authors({"language": language, "authors": given})["authors"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "By Ann Lee and Bo Ray, Reuters"),
        ("en-GB", "Words by Ann Lee, Bo Ray & Reuters"),
        ("de", "Von Ann Lee und Bo Ray, Reuters"),
        ("de-AT", "Text: Ann Lee und Bo Ray; Reuters"),
        ("fr", "Par Ann Lee et Bo Ray, Reuters"),
        ("es", "Por Ann Lee y Bo Ray, Reuters"),
        ("it", "di Ann Lee e Bo Ray, Reuters"),
        ("nl", "Door Ann Lee en Bo Ray, Reuters"),
        ("sv", "Av Ann Lee och Bo Ray, Reuters"),
        ("pl", "Tekst: Ann Lee i Bo Ray, Reuters"),
        ("tr", "Yazan: Ann Lee ve Bo Ray, Reuters"),
        ("ru", "Текст: Ann Lee и Bo Ray, Reuters"),
        ("fi", "Teksti: Ann Lee ja Bo Ray, Reuters"),
        ("he", "מאת Ann Lee, Bo Ray, Reuters"),
        ("ja", "文＝Ann Lee, Bo Ray, Reuters"),
        ("de", "Ann Lee und Bo Ray, Reuters"),
    ],
)
def test_a_byline_has_names_in_each_language(language: str, line: str) -> None:
    """The words before the names and between them are no part of a name."""
    assert names_of(language, line) == NAMES


@pytest.mark.parametrize(
    ("language", "given", "names"),
    [
        ("de", "von der Leyen", "von der Leyen"),
        ("de", "Von Bülow", "Von Bülow"),
        ("it", "Di Maio", "Di Maio"),
        ("es", "José Ortega y Gasset", "José Ortega y Gasset"),
        ("es", "Por José Ortega y Gasset", ["José Ortega y Gasset"]),
        ("nl", "Door Redactie", ["Redactie"]),
        ("de", "Text:", "Text:"),
        ("de", ["Von Ann Lee", {"name": "Text: Bo Ray", "role": "author"}],
         ["Ann Lee", {"name": "Bo Ray", "role": "author"}]),
        ("de", None, None),
        ("de", 7, 7),
    ],
)  # fmt: skip
def test_a_name_that_looks_like_a_byline_stays(language: str, given: object, names: object) -> None:
    """A family name may begin with “Von”, and may hold “y”."""
    assert names_of(language, given) == names


def test_the_page_says_by_once() -> None:
    """The word “By” is in the language of the article."""
    record = {"headline": "H", "body": "x", "language": "de"}
    result = print_article({**record, "author": "Von Ann Lee und Bo Ray, Reuters"})
    assert "Von Ann Lee, Bo Ray und Reuters" in " ".join(read_pages(result.pdf)[0].split())


@pytest.mark.parametrize("part", ["Von ", "und ", "a und ", " ", ", ", "a b und c d und "])
def test_a_long_line_is_read_fast(part: str) -> None:
    """A million characters."""
    with ends_soon():
        names_of("de", "Von " + part * (1_000_000 // len(part)))
