"""Candidates: the text of a `srcset` goes in, the addresses with their sizes come out.

Image servers put commas into paths: a comma inside an address is a part of the address.
"""

from collections.abc import Iterator

from printkit.text.patterns import regex

_SIZE = regex(r"(\d{1,9}(?:\.\d{1,9})?)([wx])")
_LONGEST = 30  # characters of a size; a longer size cannot be read


def candidates(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield the address, the number and the unit of each candidate; a size may be empty.

    A candidate whose address has a space, or whose size cannot be read, is left out.
    """
    address, size = "", ""
    for word in text.split():
        if not address:
            address = word.lstrip(",")
        else:
            part, comma, after = word.partition(",")
            size = f"{size} {part}".strip()[:_LONGEST]
            if comma:
                yield from _candidate(address, size)
                address, size = after.lstrip(","), ""
        if address.endswith(","):
            yield from _candidate(address.rstrip(","), "")
            address = ""
    yield from _candidate(address, size)


def _candidate(address: str, size: str) -> Iterator[tuple[str, str, str]]:
    read = _SIZE.fullmatch(size)
    if address and read:
        yield address, read[1], read[2]
    elif address and not size:
        yield address, "", ""
