"""Repeats: names and words go in, each name and each word comes out once."""

import re


def mentions(text: str, name: str) -> bool:
    """Tell whether a name stands in a text as whole words, in any case.

    Unlike in `text.comparing`, punctuation counts: the text `A.P.` does not mention `AP`.
    """
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))


def distinct(*texts: str | None) -> tuple[str, ...]:
    """Return the filled texts, but leave out each text that a longer text mentions."""
    filled = tuple(dict.fromkeys(text for text in texts if text))
    return tuple(
        one
        for one in filled
        if not any(len(other) > len(one) and mentions(other, one) for other in filled)
    )


def each_once(*words: str | None) -> list[str]:
    """Return the filled words, each once; words that differ only in case count as the same."""
    return list({word.casefold(): word for word in words if word}.values())
