"""Compare texts whatever their case, spaces and punctuation."""

import re


def letters(text: str) -> str:
    """What two texts share however they are set: no capitals, spaces or punctuation."""
    return re.sub(r"\W+", "", text).casefold()
