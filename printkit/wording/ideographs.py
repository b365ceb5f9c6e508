"""Ideographs: a text in Chinese letters alone goes in, Chinese or Japanese comes out.

A Japanese headline may have no kana. Then letters tell that were simplified in Japan alone, or made
there.
"""

from printkit.text.scripts import script_of
from printkit.wording.recognised import Recognised

# Letters of the Japanese standard that Chinese texts write, too, although Chinese standards do not.
_SHARED = set("裏衆啓峯妬倶姉兎呑舎")
_FIRST_LEVEL = range(0xB0, 0xD0)  # the first bytes of the common letters in EUC-JP
_BIG5_FIRST, _BIG5_LAST = b"\xa4\x40", b"\xc6\x7e"  # the common letters in Big5
_FUNCTION_WORDS = set("的是在了不这這们們为為与與对對说說")


def recognise_ideographs(text: str) -> Recognised:
    """Recognise the language of a text in Chinese letters, without kana."""
    letters = [one for one in text if script_of(one) == "Hani"]
    simplified = sum(_is_only_in("gb2312", "big5", one) for one in letters)
    traditional = sum(_is_only_in("big5", "gb2312", one) for one in letters)
    japanese = sum(_is_japanese(one) for one in letters)
    foreign = sum(not _has("shift_jis", one) for one in letters)
    if japanese > foreign:
        return Recognised("ja", 0.9)
    clear = foreign or any(one in _FUNCTION_WORDS for one in letters)
    return Recognised("zh-Hant" if traditional > simplified else "zh", 1.0 if clear else 0.6)


def _is_japanese(letter: str) -> bool:
    """Tell whether a letter is common in Japanese, and common in neither form of Chinese."""
    common = len(code := letter.encode("euc_jp", errors="ignore")) == 2 and code[0] in _FIRST_LEVEL
    in_big5 = letter.encode("big5", errors="ignore")
    traditional = _BIG5_FIRST <= in_big5 <= _BIG5_LAST
    return common and not traditional and not _has("gb2312", letter) and letter not in _SHARED


def _is_only_in(encoding: str, other: str, letter: str) -> bool:
    return _has(encoding, letter) and not _has(other, letter)


def _has(encoding: str, letter: str) -> bool:
    return bool(letter.encode(encoding, errors="ignore"))
