"""Direction of writing: a text goes in, True comes out if its letters run from the right."""

import unicodedata


def is_right_to_left(text: str) -> bool:
    """Tell whether a text has a letter of Hebrew, Arabic or another script from the right."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
