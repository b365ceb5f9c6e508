"""Language names: the value of a language field goes in, a language tag comes out, from CLDR."""

import re
from functools import cache

from babel.core import Locale, UnknownLocaleError

from printkit.text.patterns import regex
from printkit.wording.language import UNKNOWN, canonical_tag
from printkit.wording.words import WORDS

# Tags of texts in no language, in several, or in a language that nobody named.
_NO_LANGUAGE = {UNKNOWN, "mul", "zxx", "mis", "root", "auto", "none", "n-a"}
_ADDRESS = regex(r"https?://[^\s?#]{1,200}/([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})?)/?")


def language_tag(text: str) -> str | None:
    """Return the tag of a language given by tag, name or POSIX locale; None for other texts.

    A tag stays as it is written; `English`, `Deutsch`, `pt_BR.UTF-8` and `Spanish (Mexico)` are
    understood, too. Of several languages, `fr-FR, en`, the first is taken.
    """
    text = text.strip()
    if found := _ADDRESS.fullmatch(text):
        text = found[1]  # an address of the Library of Congress or of Lexvo ends with the tag
    bare = re.sub(r"[.@].*|\(.*\)|[;,|].*", "", text).strip()
    if bare.casefold() in _NO_LANGUAGE:
        return None
    if canonical_tag(bare) != UNKNOWN:
        return bare.replace("_", "-")
    return _names().get(bare.casefold())


@cache
def _names() -> dict[str, str]:
    """Return the tags of languages by their English names, and by their own."""
    names = {str(name).casefold(): str(tag) for tag, name in Locale("en").languages.items()}
    for path in sorted(WORDS.glob("*.toml")):
        tag = path.stem.partition("-")[0]
        try:
            names[str(Locale(tag).languages[tag]).casefold()] = tag
        except (UnknownLocaleError, KeyError):
            continue
    return {
        name: tag.replace("_", "-")
        for name, tag in names.items()
        if len(name) > 3 or not name.isascii()
    }
