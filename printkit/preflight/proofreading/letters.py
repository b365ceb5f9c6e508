"""What of a text is compared: letters and digits.

Hyphens at line ends, spaces, quotation marks, capitals, ligatures, accents and points all
change between a text and its print without anything being lost.
"""

import re
import unicodedata

_NUMBER = r"(?<!\w)\d{1,3}(?!\w)"
_ADDRESS = r"\((?=[^()]{0,300}[./@])(?:[^\s()]|\n|\([^\s()]*\)){3,400}\)"
_BRACKETS = r"\[(?:[^\[\]]|\[[^\[\]]*\]){0,400}\]"

# What the press puts in the midst of a text: notes' numbers, addresses of links, and the words
# that stand for a lost picture. Where they are left out, the text's own such are, too.
ASIDES = (
    re.compile(_NUMBER),
    re.compile(f"{_NUMBER}|{_ADDRESS}"),
    re.compile(f"{_NUMBER}|{_ADDRESS}|{_BRACKETS}"),
)
_ASCII = re.compile("[a-z0-9]+")


class _Kept(dict[int, str]):
    """What becomes of a character, for str.translate: itself, nothing, or a space."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        joins = unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf")
        self[code] = letter if letter.isalnum() else "" if joins else " "
        return self[code]


_kept = _Kept({ord("ı"): "i"})  # Turkish capitals tell them apart; a Latin typesetter need not


def words(text: str, ignored: str = "") -> list[str]:
    """The words of a text, of which only what must survive printing is left."""
    if text.isascii() and not ignored:
        return _ASCII.findall(text.lower())
    plain = unicodedata.normalize("NFKD", text).casefold()
    return plain.translate(dict.fromkeys(map(ord, ignored))).translate(_kept).split()


def is_right_to_left(text: str) -> bool:
    """Does a text hold Hebrew, Arabic or the like?"""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
