"""What of a text is compared: letters and digits.

Hyphens at line ends, spaces, quotation marks, capitals, ligatures, accents and points all
change between a text and its print without anything being lost.
"""

import re
import unicodedata

# What the press puts in the midst of a text: notes' numbers, addresses of links, and the words
# that stand for a lost picture. Where they are left out, the text's own such are, too.
ASIDE = re.compile(
    r"\[(?:[^\[\]]|\[[^\[\]]*\]){0,400}\]"
    r"|\((?=[^()]{0,300}[./@])(?:[^\s()]|\n){3,300}\)"
    r"|(?<!\w)\d{1,3}(?!\w)"
)
_ASCII = re.compile("[a-z0-9]+")


def words(text: str, ignored: str = "") -> list[str]:
    """The words of a text, of which only what must survive printing is left."""
    if text.isascii() and not ignored:
        return _ASCII.findall(text.lower())
    # Turkish capitals tell ı from i; a Latin typesetter need not.
    plain = unicodedata.normalize("NFKD", text).casefold().replace("ı", "i")
    return "".join(_kept(letter, ignored) for letter in plain).split()


def _kept(letter: str, ignored: str) -> str:
    if letter in ignored:
        return ""
    if letter.isalnum():
        return letter
    joins = unicodedata.category(letter) in ("Mn", "Mc", "Me", "Cf")
    return "" if joins else " "


def is_right_to_left(text: str) -> bool:
    """Does a text hold Hebrew, Arabic or the like?"""
    return any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in text)
