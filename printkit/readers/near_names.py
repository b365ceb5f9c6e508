"""Near names: a misspelt key goes in, the name of the field that was probably meant comes out."""

from collections.abc import Iterable
from difflib import get_close_matches

from pydantic.alias_generators import to_snake

from printkit.article import Article
from printkit.readers.publication import is_state_of_article
from printkit.text.comparing import letters

_LONGEST_KEY = 60
STOPS = ("status", "embargoed_until")  # the fields that keep an article from being printed
_STOP_WORDS = [*STOPS, *(key for key, field in Article.aliases.items() if field in STOPS)]


def stop_for(key: str, value: object) -> str:
    """Return the field, `status` or `embargoed_until`, that a misspelt key may mean; else empty."""
    if "embargo" in key.casefold():
        return "embargoed_until"
    if len(key) > _LONGEST_KEY or not nearest(key, _STOP_WORDS) or _is_other_status(key):
        return ""
    field = Article.field_for(nearest(key, [*Article.model_fields, *Article.aliases]))
    may_be = field == "embargoed_until" or (field == "status" and isinstance(value, str))
    return field if field and may_be else ""


def _is_other_status(key: str) -> bool:
    """Tell whether a key names the status of another thing: `http_status`, `commentStatus`."""
    before, word, after = letters(key).partition("status")
    of_another = len(before) > 1 and not is_state_of_article(before + word)
    return bool(word) and (of_another or len(after) > 1)


def nearest(key: str, names: Iterable[str]) -> str:
    """Return the name that is spelt almost like a key; empty if there is none."""
    return next(iter(get_close_matches(to_snake(key), list(names), n=1, cutoff=0.75)), "")
