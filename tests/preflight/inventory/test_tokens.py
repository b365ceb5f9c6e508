"""A text → its words and numbers, as the paper and the record are compared."""

from printkit.preflight.inventory.tokens import tokens_of


def test_words_and_numbers_are_parted() -> None:
    """A note's number may follow a word; Chinese has no spaces."""
    assert tokens_of("Diff13 “Größe” 10³") == ["diff", "13", "grosse", "103"]
    assert tokens_of("東京 42") == ["東", "京", "42"]
