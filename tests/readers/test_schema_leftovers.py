"""Leftovers of schema.org: each text without a place in the HTML is told, and no other."""

from printkit.readers.schema_leftovers import MarkupWords, unread_words


def test_values_without_a_place_are_listed() -> None:
    """Each value has its path and its words; types and ids are no words."""
    value = [
        {"@id": "#1", "text": "A b", "video": {"name": "V"}, "step": [{"url": "u", "text": "B c"}]}
    ]
    printed = MarkupWords("<p>A <b>b</b></p><ol><li>B c</li></ol>")
    assert list(unread_words(value, "step", printed)) == ["step.video.name: V", "step.step.url: u"]


def test_a_name_with_the_word_of_a_tag_has_its_place() -> None:
    """The heading has the tag as a word."""
    printed = MarkupWords("<h2>How do I use &lt;details&gt;?</h2>")
    assert list(unread_words([{"name": "How do I use <details>?"}], "mainEntity", printed)) == []
