"""The articles among the attachments."""

import json

import pytest

from printkit.article import Article
from printkit.inspect.contents import Attachment
from printkit.inspect.records import plain_fields, records
from printkit.pages import PrintedText

ARTICLE = Article.model_validate(
    {
        "headline": "Harbour reopens",
        "byline": "By Ana Ruiz",
        "body": "<p>Text</p>",
        "date_published": "2019-09-13",
        "images": [{"src": "a.jpg", "caption": "The quay"}, {"src": "b.jpg"}],
        "corrections": ["The quay is 90 m long."],
    }
)


def attached(name: str, data: bytes, relationship: str = "Source") -> Attachment:
    """Return an attachment."""
    return Attachment(name, "application/json", len(data), relationship, "", data)


def record(article: Article = ARTICLE) -> bytes:
    """Return the bytes of an article's record."""
    return json.dumps(article.to_record()).encode()


def test_records_are_read_back_as_they_were() -> None:
    """A PDF of an article has one record, a PDF of a digest has many."""
    files = [attached("article-1.json", record()), attached("article.json", record())]
    assert records(files) == ((ARTICLE, ARTICLE), ())


@pytest.mark.parametrize(
    ("name", "relationship"),
    [("article.json", "Data"), ("notes.json", "Source"), ("../article.json", "Source")],
)
def test_other_files_are_no_records(name: str, relationship: str) -> None:
    """Such files have another name or another relationship."""
    assert records([attached(name, record(), relationship)]) == ((), ())


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"headline": ""}', b"[" * 100_000, b"\xff"])
def test_a_record_that_cannot_be_read_is_remarked_on(data: bytes) -> None:
    """The other records are read all the same."""
    articles, remarks = records(
        [attached("article.json", data), attached("article-2.json", record())]
    )
    assert articles == (ARTICLE,)
    assert [(one.code, one.where) for one in remarks] == [("PK606", "article.json")]


def test_plain_fields_are_those_printed_word_for_word() -> None:
    """Dates are no plain fields; with many articles, each article has a number."""
    assert list(plain_fields([ARTICLE])) == [
        PrintedText("headline", "Harbour reopens"),
        PrintedText("byline", "By Ana Ruiz"),
        PrintedText("images.0.caption", "The quay"),
        PrintedText("corrections.0.text", "The quay is 90 m long."),
    ]
    named = [(one.article, one.field) for one in plain_fields([ARTICLE, ARTICLE])]
    assert named[0] == ("article 1", "headline")
    assert named[-1] == ("article 2", "corrections.0.text")
