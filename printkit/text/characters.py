"""Unprintable characters: any text goes in, text for a page, a line or a terminal comes out.

No font has a glyph for controls, halves of surrogate pairs and noncharacters. The embeddings,
overrides and isolates of the bidirectional algorithm (UAX 9) let a name look like another name.
The marks U+200E and U+200F only settle the order of punctuation: every text may keep them.
"""

import unicodedata

from printkit.text.patterns import regex

# The last two code points of every plane are noncharacters.
_PLANES = "".join(
    f"{chr(first)}-{chr(first + 0xFFFD)}" for first in range(0x10000, 0x110000, 0x10000)
)
# The pattern lists the printable characters, the most common first: a pattern that lists the
# unprintable characters takes ten times as long.
_UNPRINTABLE = regex(f"[^ -~\n\t\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufff8\ufffc\ufffd{_PLANES}]")
_TURNING = regex("[\u202a-\u202e\u2066-\u2069]")
_STEERING = regex("[\xad\u202a-\u202e\u2066-\u2069]")
_HALVES = regex("[\ud800-\udfff]")
_LINE_ENDS = regex("\r\n?|[\f\x85\u2028\u2029]")
_WHITE = regex("[ \t\n\v\f\r\x85\u2028\u2029]+")
# Letters and symbols without ink: fillers of Hangul, and Braille without dots.
_BLANK = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_INKLESS = frozenset(("Cc", "Cf", "Mn", "Me", "Zs", "Zl", "Zp"))


def printable(text: str) -> str:
    """Return the text without unprintable characters, and with newlines as its only line ends."""
    return _UNPRINTABLE.sub("", _LINE_ENDS.sub("\n", text))


def is_printable(text: str) -> bool:
    """Tell whether all characters of a text are printable; line ends count as printable."""
    return not _UNPRINTABLE.search(_LINE_ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """Return a text on one line, without unprintable characters, with single spaces.

    No-break and ideographic spaces are typography and stay. Bidirectional controls and soft hyphens
    are removed: a headline also names a file and stands in the outline.
    """
    line = _STEERING.sub("", _UNPRINTABLE.sub("", _WHITE.sub(" ", text)))
    # NFC comes last, because a letter and its mark compose only where they stand side by side.
    return unicodedata.normalize("NFC", _WHITE.sub(" ", line)).strip()


def safe_for_terminal(text: str) -> str:
    """Return the text with U+FFFD for each character that could steer a terminal."""
    return _TURNING.sub("\ufffd", _UNPRINTABLE.sub("\ufffd", text))


def replace_surrogates(text: str) -> tuple[str, int]:
    """Replace each surrogate (U+D800 to U+DFFF) by U+FFFD; return the text and their number.

    UTF-8 cannot encode a surrogate.
    """
    return _HALVES.subn("\ufffd", text)


def is_invisible(text: str) -> bool:
    """Tell whether a text is invisible: empty, white space, or characters without ink."""
    return all(one in _BLANK or unicodedata.category(one) in _INKLESS for one in text)
