"""Names and words that say nothing new."""

import pytest

from printkit.text.repeats import distinct, each_once, mentions


@pytest.mark.parametrize(
    ("text", "name", "named"),
    [
        ("By ana ruiz in Cádiz", "Ana Ruiz", True),
        ("Bo Ek/AP", "AP", True),
        ("Apple Inc", "AP", False),
        ("A.P.", "AP", False),
        ("C++ (news)", "C++", True),
    ],
)
def test_a_name_is_mentioned_as_whole_words(text: str, name: str, named: bool) -> None:
    """In any case, and with any characters in the name."""
    assert mentions(text, name) is named


def test_a_text_that_another_mentions_is_left_out() -> None:
    """Empty texts are, too, and of two equal texts one."""
    assert distinct("Bo Ek", None, "Bo Ek/AP", "AP", "Reuters", "", "Reuters") == (
        "Bo Ek/AP",
        "Reuters",
    )


def test_each_word_stands_once_whatever_its_case() -> None:
    """In the order of first mention, as the last one is written."""
    assert each_once("NEWS", None, "Harbour", "News", "") == ["News", "Harbour"]
