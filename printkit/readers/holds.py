"""Whether a record that cannot be read may be one that must not be printed: in doubt, it is."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from printkit.article import Article, status_word
from printkit.readers.dates import read_date
from printkit.readers.sorting import stop_for

_LONGEST_KEY = 60
_UNPUBLISHED = re.compile(r"(?:is_?)?(?:hidden|private)|.*draft.*", re.IGNORECASE)
_NO = ("false", "no", "off", "0")
# A text that is no record shows its keys all the same: at the head of a line, or where JSON
# has them. In the midst of a sentence they are prose; in capitals they are a warning.
_KEY = re.compile(
    r"""(?:^[^\w\n]*|[{,]\s*["']?)(?i:
      embargo(?:ed)?\W+(?:un)?til
    | embargo[\w -]{0,40}["']?\s*[:=]
    | (?:is_?)?draft["']?\s*[:=]\s*["']?(?:true|yes|on|1)\b
    | published["']?\s*[:=]\s*["']?(?:false|no|off|0)\b
    | (?:pub_?|creative_?work_?)?status["']?\s*[:=]\s*["']?(?P<status>[\w:]+))
    | EMBARGO(?:ED)?\s+(?:UN)?TIL""",
    re.VERBOSE | re.MULTILINE,
)


def is_held(record: Mapping[Any, Any]) -> bool:
    """Whether a key of the record, however deep, says that it is not to be printed, or not yet.

    What is plainly usable, and an embargo that is plainly past, hold nothing.
    """
    own = any(_holds(stop_for(str(key), value), value) for key, value in record.items())
    return own or any(_holds(_kind(key), value) for key, value in _all_items(record))


def text_is_held(text: str) -> bool:
    """Whether a text that is no record seems to say so."""
    return any(status_word(one["status"]) != "usable" for one in _KEY.finditer(text))


def _all_items(record: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    waiting: list[Any] = [record]
    seen: set[int] = set()  # a mapping of a program's may hold itself
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
    """What a key holds a record by; empty for nothing."""
    if "embargo" in key.casefold():
        return "embargoed_until"
    if key.casefold() == "published":
        return "published"
    if len(key) <= _LONGEST_KEY and _UNPUBLISHED.fullmatch(key):
        return "draft"
    return "status" if Article.field_for(key) == "status" else ""


def _holds(kind: str, value: Any) -> bool:
    if not kind or value is None or value == "":
        return False
    said = str(value).strip().lower() if isinstance(value, str | int) else ""
    match kind:
        case "status":
            return status_word(value) != "usable"
        case "published":
            return said in _NO
        case "embargoed_until":
            return said not in _NO and not _is_past(value)
    return said not in _NO


def _is_past(value: Any) -> bool:
    """Whether it is a moment that is over everywhere; a day alone ends where nobody agrees."""
    moment = read_date(value) if isinstance(value, str) else value
    return isinstance(moment, datetime) and bool(moment.tzinfo) and moment <= datetime.now(UTC)
