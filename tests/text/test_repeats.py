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
    """Case makes no difference, and the name may have any characters."""
    assert mentions(text, name) is named


def test_a_text_that_another_mentions_is_left_out() -> None:
    """Empty texts are left out, too, and so is one of two equal texts."""
    assert distinct("Bo Ek", None, "Bo Ek/AP", "AP", "Reuters", "", "Reuters") == (
        "Bo Ek/AP",
        "Reuters",
    )


def test_each_word_stands_once_whatever_its_case() -> None:
    """Words stand in the order of first mention, in the spelling of the last mention."""
    assert each_once("NEWS", None, "Harbour", "News", "") == ["News", "Harbour"]
