"""Long words that are words of no language: addresses, keys, codes. A cell goes in."""

from xml.etree.ElementTree import Element

# Such a word may be broken at any place, as a line of code may; a number may not.
_LONGEST_NUMBER = 20
_LONGEST_WORD = 40
# No page is so wide. To measure such a word takes WeasyPrint many seconds.
_ENDLESS = 400
_CODE = ("code", "kbd", "samp", "pre")
_MARKS = ".,;:!?()[]“”‘’\"'»«-–—"


def has_string(cell: Element) -> bool:
    """Return whether a cell has a long word that no hyphenation can break."""
    return any(map(_is_string, "".join(cell.itertext()).split()))


def has_long_code(cell: Element) -> bool:
    """Return whether a cell has a long name or a long line of code in one word."""
    found = (one for one in cell.iter() if one.tag in _CODE)
    return any(map(has_string, found))


def has_endless_word(cell: Element) -> bool:
    """Return whether a cell has a word or a number that is wider than any page."""
    return any(len(piece) > _ENDLESS for piece in "".join(cell.itertext()).split())


def _is_string(piece: str) -> bool:
    letters = sum(map(str.isalpha, piece))
    plain = letters == len(piece.strip(_MARKS))
    return bool(letters) and len(piece) > (_LONGEST_WORD if plain else _LONGEST_NUMBER)
