"""Moments without a zone are found wherever they stand."""

from printkit.article import Article
from printkit.readers.zoneless import naive_moments


def test_each_moment_without_a_zone_is_found() -> None:
    """A day needs no zone, and a moment with a zone has one."""
    article = Article(
        headline="H",
        body="B",
        date_published="2024-11-22T10:00:00",
        date_modified="2024-11-22T10:00:00Z",
        date_posted="2024-11-22",
        corrections=[{"text": "One", "date": "2024-11-23T10:00:00"}],
    )
    assert list(naive_moments(article)) == [("date_published",), ("corrections", 0, "date")]
