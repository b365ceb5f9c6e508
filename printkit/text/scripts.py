"""Scripts: a letter goes in, the ISO 15924 code of its script comes out."""

import unicodedata
from functools import lru_cache

# The first word of a letter's name in Unicode; Hiragana and Katakana are Japanese.
_CODES = {
    "ADLAM": "Adlm",
    "ARABIC": "Arab",
    "ARMENIAN": "Armn",
    "BENGALI": "Beng",
    "CJK": "Hani",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "ETHIOPIC": "Ethi",
    "GEORGIAN": "Geor",
    "GREEK": "Grek",
    "GUJARATI": "Gujr",
    "GURMUKHI": "Guru",
    "HANGUL": "Hang",
    "HANIFI": "Rohg",
    "HEBREW": "Hebr",
    "HIRAGANA": "Jpan",
    "KANNADA": "Knda",
    "KATAKANA": "Jpan",
    "KHMER": "Khmr",
    "LAO": "Laoo",
    "LATIN": "Latn",
    "MALAYALAM": "Mlym",
    "MANDAIC": "Mand",
    "MYANMAR": "Mymr",
    "NKO": "Nkoo",
    "ORIYA": "Orya",
    "SINHALA": "Sinh",
    "SYRIAC": "Syrc",
    "TAMIL": "Taml",
    "TELUGU": "Telu",
    "THAANA": "Thaa",
    "THAI": "Thai",
    "TIBETAN": "Tibt",
}


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """Return the script of a letter; empty for a sign, and for a script that is seldom printed."""
    if "a" <= letter <= "z" or "A" <= letter <= "Z":
        return "Latn"
    return _CODES.get(unicodedata.name(letter, "").split(" ")[0], "")
