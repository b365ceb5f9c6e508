"""The rating of a reviewed thing is printed, or named in a remark with its number."""

from typing import Any

import pytest

import printkit
from printkit.readers.schema_ratings import rating_line
from tests.support.printed_articles import read_pages


@pytest.mark.parametrize(
    ("rating", "line"),
    [
        ({"ratingValue": 4, "bestRating": 5}, "4 / 5"),
        ({"ratingValue": 4.5}, "4.5 / 5"),
        ({"ratingValue": 7.5}, "7.5"),
        ({"ratingValue": "8/10"}, "8/10"),
        ({"ratingValue": "3.5/5", "bestRating": 5}, "3.5/5"),
        ({"ratingValue": "85%", "bestRating": 100}, "85%"),
        ({"ratingValue": "4 out of 5", "bestRating": 5}, "4 out of 5"),
        ({"ratingValue": "★★★★", "bestRating": 5}, "★★★★ / 5"),
        ({"ratingValue": "4,5", "bestRating": "6"}, "4,5 / 6"),
        ({"ratingValue": 2, "worstRating": 6}, "2"),
        ({"ratingValue": 2, "worstRating": 1}, "2 / 5"),
        ({"ratingValue": 1, "bestRating": 6, "alternateName": "False"}, "1 / 6: False"),
        ([{"ratingValue": 3, "reviewAspect": "Food"}, {"ratingValue": 9}], "Food: 3 / 5, 9"),
        (4, "4"),
        (None, ""),
    ],
)
def test_a_rating_is_one_line(rating: Any, line: str) -> None:
    """schema.org says that 5 is the best number if no other is given."""
    assert rating_line(rating) == line


@pytest.mark.parametrize(
    ("record", "printed", "told"),
    [
        (
            {
                "reviewBody": "Text.",
                "itemReviewed": {"name": "Moby", "aggregateRating": {"ratingValue": 4.2}},
                "reviewRating": {"ratingValue": 4, "bestRating": 5},
            },
            "Moby: 4 / 5",
            "itemReviewed.aggregateRating.ratingValue: 4.2",
        ),
        ({"articleBody": "Text.", "reviewRating": {"ratingValue": 3}}, "3 / 5", ""),
        (
            {
                "review": [
                    {"name": "Ann", "reviewBody": "Good.", "reviewRating": {"ratingValue": 2}}
                ]
            },
            "Ann 2 / 5 Good.",
            "",
        ),
        (
            {"articleBody": "Text.", "aggregateRating": {"ratingValue": 4.4, "reviewCount": 89}},
            "Text.",
            "aggregateRating.ratingValue: 4.4', 'aggregateRating.reviewCount: 89",
        ),
        ({"articleBody": "Text.", "stars": 3}, "Text.", "not printed: '3'"),
        (
            {"articleBody": "Text.", "review_data": {"score": "8.5"}},
            "Text.",
            "review_data.score: 8.5",
        ),
    ],
)
def test_a_rating_is_printed_or_told(record: dict[str, Any], printed: str, told: str) -> None:
    """The rating of a review is printed, also beside a text of its own."""
    made = printkit.export({"@type": "Review", "headline": "A review", "language": "en", **record})
    assert printed in " ".join(" ".join(read_pages(made.pdf)).split())
    messages = " ".join(one.message for one in made.remarks)
    assert told in messages
    assert told or "PK201" not in {one.code for one in made.remarks}
