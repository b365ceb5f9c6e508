"""Texts cut between words."""

import pytest

from printkit.text.shortening import shortened


@pytest.mark.parametrize(
    ("text", "most", "printed"),
    [
        ("Harbour opens", 13, "Harbour opens"),
        ("Harbour opens", 12, "Harbour …"),
        ("Harbour, opened", 14, "Harbour …"),
        ("Harbour — opened", 14, "Harbour …"),
        ("Donaudampfschiff", 6, "Donau …"),
        ("", 0, ""),
    ],
)
def test_a_long_text_is_cut_between_two_words(text: str, most: int, printed: str) -> None:
    """A single long word is cut within; no comma or dash stands before the ellipsis."""
    assert shortened(text, most) == printed
