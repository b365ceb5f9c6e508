"""Comparing: a text goes in, the letters and digits that count in a comparison come out.

Two prints of the same text may differ in hyphens at line ends, spaces, quotation marks, capitals,
ligatures, accents and vowel points. So these are not compared.
"""

import unicodedata

from printkit.text.patterns import regex

_ASCII_WORD = regex("[a-z0-9]+")


class _ComparedCharacters(dict[int, str]):
    """A table for `str.translate`: keep letters and digits, drop marks, make the rest spaces.

    `str.translate` calls `__missing__` for a new character: the table holds only what has occurred.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        is_mark = unicodedata.category(character) in ("Mn", "Mc", "Me", "Cf")
        self[code] = character if character.isalnum() else "" if is_mark else " "
        return self[code]


# `ı` counts as `i`: outside Turkish, both letters have the capital `I`.
_COMPARED = _ComparedCharacters({ord("ı"): "i"})


def compared_words(text: str, ignored: str = "") -> list[str]:
    """Return the words of a text, reduced to the letters and digits that are compared.

    Args:
        ignored: characters that are not compared, although they are letters.
    """
    if text.isascii() and not ignored:
        return _ASCII_WORD.findall(text.lower())
    # NFKD splits ligatures into letters, and separates letters from their accents.
    plain = unicodedata.normalize("NFKD", text).casefold()
    return plain.translate(dict.fromkeys(map(ord, ignored))).translate(_COMPARED).split()


def letters(text: str, ignored: str = "") -> str:
    """Return the compared letters and digits of a text in a row, without spaces.

    Args:
        ignored: characters that are not compared, although they are letters.
    """
    return "".join(compared_words(text, ignored))


def without_accents(text: str) -> str:
    """Return a text in small letters without accents; points, slashes and spaces stay."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(one for one in apart if not unicodedata.combining(one))


def alike(one: str, other: str) -> bool:
    """Tell whether two texts have the same letters and digits; texts without any must be equal."""
    compared = letters(one)
    return compared == letters(other) and bool(compared or one.strip() == other.strip())
