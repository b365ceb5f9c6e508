"""The reviewed thing is printed with its maker, its date and its text."""

from typing import Any

import pytest

from printkit.readers.schema_subjects import subjects_of

BOOK = {
    "@type": "Book",
    "name": "Moby Dick",
    "author": {"name": "Herman Melville"},
    "datePublished": 1851,
    "description": "A novel",
}
SPEAKER = {"name": "Senator Bo Smith", "url": "https://e.org/bo"}


@pytest.mark.parametrize(
    ("review", "markup"),
    [
        (
            {"itemReviewed": BOOK, "reviewRating": {"ratingValue": 4, "bestRating": 5}},
            "<p><strong>Moby Dick: 4 / 5</strong></p><p>A novel</p><p>— Herman Melville, 1851</p>",
        ),
        (
            {
                "claimReviewed": "The moon is cheese",
                "itemReviewed": {"@type": "Claim", "author": SPEAKER, "text": "All of it."},
                "reviewRating": {"alternateName": "False", "ratingExplanation": "It is rock."},
            },
            "<blockquote><p>The moon is cheese</p></blockquote><p><strong>False</strong></p>"
            '<p>All of it.</p><p>— <a href="https://e.org/bo">Senator Bo Smith</a></p>'
            "<p>It is rock.</p>",
        ),
        ({"itemReviewed": [{"name": "A"}, {"name": "B"}]}, "<p><strong>A, B</strong></p>"),
        ({"itemReviewed": "The Crossing"}, "<p><strong>The Crossing</strong></p>"),
        ({}, ""),
    ],
)
def test_the_subject_is_told(review: dict[str, Any], markup: str) -> None:
    """Who made the thing, or said the claim, and when."""
    assert subjects_of(review) == markup
