"""Holds: an unreadable record goes in, and whether it may be embargoed or withheld comes out.

In doubt the answer is yes, because no word of an embargoed article may reach a page.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from printkit.article import Article, status_word
from printkit.readers.dates import read_date
from printkit.readers.near_names import stop_for
from printkit.readers.publication import holds_in
from printkit.text.patterns import regex

_LONGEST_KEY = 60
_UNPUBLISHED = regex(r"(?:is_?)?(?:hidden|private)|.*draft.*", re.IGNORECASE)
_NO = ("false", "no", "off", "0")
# A text that cannot be parsed still shows its keys: at the head of a line, or where JSON has
# them. Within a sentence, the same words are prose, but `EMBARGOED UNTIL` in capitals is a warning.
_KEY = regex(
    r"""(?:^[^\w\n]*|[{,]\s*["']?)(?i:
      embargo(?:ed)?\W+(?:un)?til
    | embargo[\w -]{0,40}["']?\s*[:=]
    | (?:is_?)?(?:draft|private|hidden|unlisted|archived|deleted|trashed|withdrawn|retracted)
      ["']?\s*[:=]\s*["']?(?:true|yes|on|1)\b
    | (?:is_?)?publish(?:ed)?["']?\s*[:=]\s*["']?(?:false|no|off|0)\b
    | (?:pub_?|creative_?work_?)?status["']?\s*[:=]\s*["']?(?P<status>[\w:]+))
    | EMBARGO(?:ED)?\s+(?:UN)?TIL""",
    re.VERBOSE | re.MULTILINE,
)


def is_held(record: Mapping[str, object]) -> bool:
    """Tell whether a key of a record, at any depth, may forbid to print the article now.

    The status `usable` allows printing, and so does an embargo that is certainly over.
    """
    own = any(_holds(stop_for(str(key), value), value) for key, value in record.items())
    return (
        own
        or any(holds_in(record))
        or any(_holds(_kind(key), value) for key, value in _all_items(record))
    )


def text_is_held(text: str) -> bool:
    """Tell whether a text that cannot be parsed seems to forbid to print the article now."""
    return any(status_word(one["status"]) != "usable" for one in _KEY.finditer(text))


def _all_items(record: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    waiting: list[object] = [record]
    seen: set[int] = set()  # a mapping that a program made may contain itself
    while waiting:
        one = waiting.pop()
        if id(one) in seen:
            continue
        seen.add(id(one))
        if isinstance(one, Mapping):
            yield from ((str(key), value) for key, value in one.items())
            waiting.extend(one.values())
        elif isinstance(one, list | tuple):
            waiting.extend(one)


def _kind(key: str) -> str:
    """Return the name of the rule for the values of a key; empty if a key has no rule."""
    if "embargo" in key.casefold():
        return "embargoed_until"
    if key.casefold() == "published":
        return "published"
    if len(key) <= _LONGEST_KEY and _UNPUBLISHED.fullmatch(key):
        return "draft"
    return "status" if Article.field_for(key) == "status" else ""


def _holds(kind: str, value: object) -> bool:
    if not kind or value is None or value == "":
        return False
    word = str(value).strip().lower() if isinstance(value, str | int) else ""
    match kind:
        case "status":
            return status_word(value) != "usable"
        case "published":
            return word in _NO
        case "embargoed_until":
            return word not in _NO and not _is_past(value)
    return word not in _NO


def _is_past(value: object) -> bool:
    """Tell whether a value is a past moment with a zone.

    A day without time and zone ends at different moments in different places.
    """
    moment = read_date(value) if isinstance(value, str) else value
    return isinstance(moment, datetime) and bool(moment.tzinfo) and moment <= datetime.now(UTC)
