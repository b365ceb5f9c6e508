"""Direction of writing: a text goes in, True comes out if a letter runs from right to left."""

import unicodedata


def is_right_to_left(text: str) -> bool:
    """Tell whether a text has a letter of Hebrew, Arabic or another right-to-left script."""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
