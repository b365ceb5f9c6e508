"""The words that must be on paper, named by their fields."""

from typing import Any

from printkit.article import Article
from printkit.edition import Edition
from printkit.edition.ticket import JobTicket
from printkit.markup.cross_references import CrossReference
from printkit.markup.layout import lay_out
from printkit.markup.printed_words import printed_words
from printkit.prepare import prepare
from printkit.readers import Reading

QUAY = "https://example.org/quay"


def words_of(pages: dict[str, str] | None = None, **fields: Any) -> list[tuple[str, str]]:
    """Return the texts of an article that must be on paper, by field."""
    article = Article(**{"headline": "A", "body": "<p>Salt.</p>", "language": "en", **fields})
    prepared = prepare(Reading("a", article, None, ()), JobTicket())
    references = {url: CrossReference("a7", page) for url, page in (pages or {}).items()}
    return list(printed_words(lay_out(prepared, Edition(), "", references)))


def test_fields_come_in_reading_order() -> None:
    """The order is: opening, pictures, text, and fields that follow the text."""
    told = words_of(
        dateline="CÁDIZ",
        kicker="Coast",
        byline="By Mia",
        images=[{"caption": "c", "credit": "Li", "headline": "h"}],
        corrections=[{"text": "Nine, not ten."}],
        copyright_notice="© Li",
    )
    names = [name for name, _ in told]
    pictures = ["images.headline", "images.caption", "images.credit"]
    assert names == [
        *("kicker", "headline", "byline", "dateline"),
        *pictures,
        *("body", "corrections", "source"),
    ]


def test_a_field_that_is_empty_is_not_told() -> None:
    """Preflight looks only for words that are printed."""
    assert words_of() == [("headline", "A"), ("body", "Salt.")]


def test_a_subheadline_and_a_summary_are_told_apart() -> None:
    """The page prints only one field of the two under the headline."""
    assert ("summary", "Sum") in words_of(summary="Sum")
    assert ("subheadline", "Sub") in words_of(subheadline="Sub", summary="Sum")


def test_a_note_is_told_with_its_page() -> None:
    """Address and page of a note stand on one line."""
    body = f'<p>See <a href="{QUAY}">this</a>.</p>'
    assert ("notes", "example.org/quay page 12") in words_of({QUAY: "12"}, body=body)
    assert ("notes", "example.org/quay") in words_of(body=body)
