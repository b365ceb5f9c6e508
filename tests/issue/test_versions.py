"""Versions: the newest of several versions, by number, dates or length."""

import pytest

from printkit.article import Article
from printkit.issue.versions import newest_of

LEDE = "The ferry to the island will not sail before Thursday, the harbour office said."
STORY = f"<p>{LEDE}</p><p>Waves of four metres closed the bay, and nets were torn at the pier.</p>"
MORE = "<p>On Friday the first boat left at dawn with mail, bread and nine passengers.</p>"


def article(**fields: object) -> Article:
    """Return an article with these fields."""
    return Article.model_validate({"headline": "Ferry delayed", "body": STORY, **fields})


NEWEST_LAST = [
    ("version", {"version": "9"}, {"version": "10"}),
    ("version before date", {"version": 1, "date_modified": "2020-01-01"}, {"version": 2}),
    ("version by parts", {"version": "v1.9"}, {"version": "1.10"}),
    ("change", {"date_modified": "2019-09-13"}, {"date_modified": "2019-09-13T08:00:00Z"}),
    (
        "change in zones",
        {"date_modified": "2019-09-13T09:00:00+02:00"},
        {"date_modified": "2019-09-13T08:00:00+00:00"},
    ),
    ("no change", {"date_modified": "2019-09-13"}, {"date_published": "2019-09-14"}),
    ("publication", {"date_published": "2019-09-13"}, {"date_published": "2019-09-14"}),
    ("any date", {}, {"date_posted": "2019-09-14"}),
    ("one version", {"version": 7}, {"date_published": "2019-09-14"}),
    ("no number", {"version": "b"}, {"version": "a", "date_published": "2019-09-14"}),
    ("a hostile number", {"version": "9" * 5000}, {"date_published": "2019-09-14"}),
    ("length", {}, {"body": STORY + MORE}),
]


@pytest.mark.parametrize(("older", "newer"), [pair[1:] for pair in NEWEST_LAST])
def test_the_newest_is_kept(older: dict[str, object], newer: dict[str, object]) -> None:
    """The version decides if all articles have a version, then change, publication and length."""
    one, other = article(**older), article(**newer)
    assert newest_of((0, 1), [one, other], "UTC") == 1
    assert newest_of((0, 1), [other, one], "UTC") == 0


def test_a_notice_of_the_same_day_is_newer() -> None:
    """A notice without a date is newer, too."""
    printed = article(date_published="2019-09-13T12:00:00Z")
    same_day = article(status="canceled", date_published="2019-09-13")
    undated = article(status="canceled")
    before = article(status="canceled", date_published="2019-09-12")
    assert newest_of((0, 1), [printed, same_day], "UTC") == 1
    assert newest_of((0, 1), [printed, undated], "UTC") == 1
    assert newest_of((0, 1), [printed, before], "UTC") == 0
