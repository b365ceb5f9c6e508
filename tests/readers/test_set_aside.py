"""Values that no field takes are kept, and told; after twenty values, only their number."""

from typing import Any

import pytest

from printkit.readers.record import article_from
from printkit.readers.set_aside import SetAside


def test_after_twenty_remarks_of_a_kind_the_others_are_counted() -> None:
    """A hostile record has a million keys."""
    aside = SetAside()
    for number in range(23):
        assert aside.is_full == (number >= 20)
        aside.tell(f"key {number}")
        aside.leave_out(f"key {number}", number, "is odd")
    told = [(one.code, one.message) for one in aside.remarks("a")]
    assert len(told) == 42
    assert told[20] == ("PK201", "and 3 more keys were kept in extra")
    assert told[21] == ("PK205", "key 0 0 is odd; left out")
    assert told[41] == ("PK205", "and 3 more values were unclear")
    assert len(aside.values) == 23


def test_the_first_texts_are_named_with_the_text_that_was_taken() -> None:
    """Only a value with other texts is kept."""
    aside = SetAside()
    aside.leave_texts("license", ["A"], "A", [])
    aside.leave_texts("license", ["A", "B"], "A", ["B"])
    assert [one.message for one in aside.remarks("a")] == [
        "of license 'A' was taken; left out: 'B'"
    ]
    assert aside.values == [("license", ["A", "B"])]


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"standfirst_ja": "港が開いた"}, "港が開いた"),
        ({"blurb": "ท่าเรือเปิดแล้ว"}, "ท่าเรือเปิดแล้ว"),
        ({"checked_by": "Bo"}, "Bo"),
        ({"seo_title": "Ports"}, "Ports"),
        ({"images": [{"src": "a.png", "name": "Kajen"}]}, "Kajen"),
        ({"title": "Another one"}, "Another one"),
        ({"stars": 4}, "4"),
    ],
)
def test_words_for_readers_are_named(record: dict[str, Any], words: str) -> None:
    """The words may stand without spaces, and another key may give the field."""
    _, remarks = article_from({"headline": "A", "body": "B", **record}, "a")
    assert f"not printed: '{words}'" in " ".join(one.message for one in remarks)


@pytest.mark.parametrize(
    "record",
    [
        {"template": "article"},
        {"hostname": "web1"},
        {"order_by": "date"},
        {"dek": "Same", "subheadline": "same"},
        {"thumbnail_title": "https://e.org/a"},
    ],
)
def test_words_for_machines_are_not(record: dict[str, Any]) -> None:
    """The key alone is named."""
    _, remarks = article_from({"headline": "A", "body": "B", **record}, "a")
    assert "not printed" not in " ".join(one.message for one in remarks)


def test_keys_of_agencies_and_newsletters_are_fields() -> None:
    """Ninjs writes its keys in one word, Substack names the authors in an odd way."""
    article, _ = article_from(
        {
            "headline": "A",
            "body": "B",
            "usageterms": "Print only",
            "copyrightholder": "Agency X",
            "copyrightnotice": "(c) 2024 Agency X",
            "post_date": "2024-05-01",
            "publishedBylines": [{"name": "Ann Lee"}],
            "images": [{"src": "a.png", "author": "Bo Ray", "usageterms": "Online only"}],
        },
        "a",
    )
    assert (article.usage_terms, article.copyright_holder) == ("Print only", "Agency X")
    assert article.copyright_notice == "(c) 2024 Agency X"
    assert (str(article.date_published), article.authors[0].name) == ("2024-05-01", "Ann Lee")
    assert (article.images[0].creator[0], article.images[0].usage_terms) == (
        "Bo Ray",
        "Online only",
    )
