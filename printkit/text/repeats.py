"""Repeats: names and words go in, and come out without repeated ones."""

import re


def mentions(text: str, name: str) -> bool:
    """Tell whether a name stands in a text as whole words, in any case.

    Unlike in `text.comparing`, punctuation counts: a text that has A.P. does not name AP.
    """
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


def distinct(*texts: str | None) -> tuple[str, ...]:
    """Return the filled texts without those that another text mentions."""
    filled = tuple(dict.fromkeys(text for text in texts if text))
    return tuple(
        one
        for one in filled
        if not any(len(other) > len(one) and mentions(other, one) for other in filled)
    )


def each_once(*words: str | None) -> list[str]:
    """Return the filled words, each once, whatever its case."""
    return list({word.casefold(): word for word in words if word}.values())
