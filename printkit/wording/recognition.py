"""Recognition: a text goes in, its language comes out, with how sure the answer is; owns py3langid.

The script tells first: a text in Greek letters is Greek. Where many languages share a script, the
words tell.
"""

import unicodedata
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from printkit.text.patterns import regex
from printkit.text.scripts import script_of
from printkit.wording.function_words import language_of_function_words
from printkit.wording.ideographs import recognise_ideographs
from printkit.wording.language import UNKNOWN, subtags
from printkit.wording.recognised import Recognised

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 6_000  # letters that are enough to recognise a language
_FEWEST_LETTERS = {"Latn": 12}
_FEWEST = 6  # of other scripts: a letter says more there
_SURE = 0.5
# Names of scripts in Unicode, with the code of ISO 15924 and the languages that the words may tell.
_LANGUAGES = {
    "Arab": "ar fa ur ps ug ku",
    "Armn": "hy",
    "Beng": "bn as",
    "Cyrl": "be bg kk ky mk mn ru sr tg tt uk",
    "Deva": "hi mr ne sa",
    "Ethi": "am",
    "Geor": "ka",
    "Grek": "el",
    "Gujr": "gu",
    "Guru": "pa",
    "Hang": "ko",
    "Hani": "zh",
    "Hebr": "he",
    "Jpan": "ja",
    "Khmr": "km",
    "Knda": "kn",
    "Laoo": "lo",
    "Latn": (
        "af az br bs ca cs cy da de en eo es et eu fi fo fr fy ga gd gl ha hr ht hu id ig is it jv "
        "ku la lb lg ln lt lv mg ms mt nl nn no nso oc om pl pt qu ro rw se sk sl sn so sq sr st "
        "sv sw tk tl tr uz vi xh yo zu"
    ),
    "Mlym": "ml",
    "Mymr": "my",
    "Orya": "or",
    "Sinh": "si",
    "Taml": "ta",
    "Telu": "te",
    "Thaa": "dv",
    "Thai": "th",
    "Tibt": "bo",
}
# Yiddish has letters of its own, or vowels under alef alone; pointed Hebrew has points everywhere.
_YIDDISH = regex("[\u05f0-\u05f2]|\u05d0[\u05b7\u05b8]")
_POINTED = regex("[\u05b0-\u05b3]")
_LATIN_WORD = regex("[A-Za-z\u00c0-\u024f]+")
_RENAMED = {"no": "nb"}
# Of two languages that a short text may be in, the language with more readers is likelier.
_RARE = {"af", "bs", "eo", "fo", "fy", "ht", "jv", "lb", "mk", "ms", "oc", "se", "tg", "tk"}
_RARER = 0.5
# Languages that share nearly all words of a short text: together they are surer than each alone.
_NEIGHBOURS = ({"bs", "hr", "sr"}, {"id", "ms"}, {"da", "nn", "no"}, {"gl", "pt"})


def recognise(text: str) -> Recognised:
    """Recognise the language of a text without markup."""
    sample = text[:_SAMPLE]
    script, letters = main_script(sample)
    languages = _LANGUAGES.get(script, "").split()
    if script == "Hani":
        return recognise_ideographs(sample)
    if script == "Hebr":
        yiddish = _YIDDISH.search(sample) and not _POINTED.search(sample)
        return Recognised("yi" if yiddish else "he", 1.0)
    if len(languages) == 1:
        return Recognised(languages[0], 1.0)
    unknown = Recognised(UNKNOWN if script in ("", "Latn") else f"{UNKNOWN}-{script}", 0.0)
    if not languages or letters < _FEWEST_LETTERS.get(script, _FEWEST):
        return unknown
    if script == "Latn" and (clear := language_of_function_words(sample)):
        return Recognised(clear, 1.0)
    tag, sureness, sureness_of_kin = _by_words(sample, script)
    if sureness_of_kin < _SURE:
        return unknown._replace(sureness=sureness)
    written = {"sr": "sr-Latn"} if script == "Latn" else _RENAMED
    return Recognised(_RENAMED.get(tag) or written.get(tag, tag), sureness)


def is_written_in(tag: str, script: str) -> bool:
    """Tell whether a language may be written in a script: Japanese also in Chinese letters."""
    language, likely, _ = subtags(tag)
    own = {"Hans": "Hani", "Hant": "Hani", "Kore": "Hang"}.get(likely, likely)
    borrowed = script == "Hani" and language in ("ja", "ko")
    return script == own or borrowed or language in _LANGUAGES.get(script, "").split()


def main_script(text: str) -> tuple[str, int]:
    """Return the script of most letters of a text, and their number; no script without letters.

    Japanese is written in several scripts, of which the kana are its own.
    """
    counts = Counter(script_of(letter) for letter in text if letter.isalpha())
    counts.pop("", None)
    if len(counts) > 1 and counts["Latn"]:
        # Texts in every script have names of firms and goods in Latin letters.
        counts["Latn"] -= _letters_of_names(text) * 3 // 4
    if kana := counts.pop("Jpan", 0):
        counts["Jpan"] = kana + (counts.pop("Hani", 0) if kana * 20 > counts["Hani"] else 0)
    if not counts:
        return "", 0
    # A Chinese letter says as much as a word of Latin letters.
    weights = {one: count * (3 if one in ("Hani", "Jpan") else 1) for one, count in counts.items()}
    script = max(sorted(weights), key=lambda one: weights[one])
    return script, counts[script]


def _letters_of_names(text: str) -> int:
    """Return the number of Latin letters in words with a capital letter."""
    words = (found[0] for found in _LATIN_WORD.finditer(text))
    return sum(len(word) for word in words if not word.islower())


def _words_in(script: str, text: str) -> str:
    """Return the words of a text that are in one script, and the signs between them."""
    kept = (
        word
        for word in text.split()
        if {script_of(one) for one in word if one.isalpha()} & {script, ""}
        or not any(map(str.isalpha, word))
    )
    return " ".join(kept)


def _by_words(text: str, script: str) -> tuple[str, float, float]:
    """Return the likeliest language of a script, its likelihood, and that of all its neighbours."""
    possible = set(_LANGUAGES[script].split())
    composed = unicodedata.normalize("NFC", _words_in(script, text))
    shares = {
        tag: share * (_RARER if tag in _RARE else 1.0)
        for tag, share in _identifier().rank(composed)
        if tag in possible
    }
    whole = sum(shares.values()) or 1.0
    tag = max(shares, key=lambda one: shares[one])
    kin = next((group for group in _NEIGHBOURS if tag in group), {tag})
    return tag, shares[tag] / whole, sum(shares.get(one, 0.0) for one in kin) / whole


@lru_cache(maxsize=1)
def _identifier() -> "LanguageIdentifier":
    # The import and the model take half a second, and most records name their language.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
