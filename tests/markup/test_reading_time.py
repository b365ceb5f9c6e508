"""The minutes that a reader needs for a text."""

import pytest

from printkit.markup.reading_time import minutes_to_read


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("", 1),
        ("one", 1),
        ("harbour " * 570, 4),
        ("港" * 900, 3),
        ("港" * 900 + "harbour " * 285, 5),
    ],
)
def test_the_reading_time_is_that_of_the_letters(text: str, minutes: int) -> None:
    """An ideograph counts for more than a letter; the least is a minute."""
    assert minutes_to_read(text) == minutes
