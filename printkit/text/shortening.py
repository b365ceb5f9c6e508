"""Shortening: a text and a number of characters go in, its first whole words come out."""


def shortened(text: str, most: int) -> str:
    """Return a text of at most `most` characters as it is; else its first whole words and `…`."""
    if len(text) <= most:
        return text
    whole, _, _ = text[:most].rpartition(" ")
    # A text without spaces, such as Chinese or an address, is cut between two characters.
    return f"{(whole or text[: most - 1]).rstrip(' ,;:–—-')} …"
