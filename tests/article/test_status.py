"""Words for a status."""

import pytest

from printkit.article import status_word


@pytest.mark.parametrize(
    ("given", "word"),
    [
        ("published", "usable"),
        ("stat:withheld", "withheld"),
        (" Draft ", "withheld"),
        ("KILLED", "canceled"),
        ("spiked", "canceled"),
        ("auto-draft", "withheld"),
        ("Pending_Review", "withheld"),
        ("Entwurf", "withheld"),
        ("cooked", "cooked"),
        (False, "withheld"),
        ("true", "usable"),
        (7, 7),
    ],
)
def test_newsrooms_words_become_iptcs(given: object, word: object) -> None:
    """A value that is no known word stays as it is, and the article refuses it."""
    assert status_word(given) == word
