"""Shortening: a text and a number of characters go in, its first whole words come out."""


def shortened(text: str, most: int) -> str:
    """Return the text, or as many whole words of the text as fit into so many characters."""
    if len(text) <= most:
        return text
    whole, _, _ = text[:most].rpartition(" ")
    return f"{(whole or text[: most - 1]).rstrip(' ,;:–—-')} …"
