"""Whether a record that cannot be read may be one that must not be printed: in doubt, it is."""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from printkit.article import Article, status_word
from printkit.readers.dates import read_date
from printkit.readers.sorting import stop_for

_UNPUBLISHED = re.compile(r"(?:is_?)?(?:hidden|private)|.*draft.*")
_NO = ("false", "no", "off", "0")
# In a text that is no record the keys are still to be seen.
_KEY = re.compile(
    r"""(?i)embargo(?:ed)?\W+(?:un)?til
    | embargo[\w -]{0,40}["']?\s*[:=]
    | draft["']?\s*[:=]\s*["']?(?:true|yes|on|1)\b
    | \bpublished["']?\s*[:=]\s*["']?(?:false|no|off|0)\b
    | status["']?\s*[:=]\s*["']?(?P<status>[\w:]*)""",
    re.VERBOSE,
)


def is_held(record: Mapping[Any, Any]) -> bool:
    """Whether a key of the record, however deep, says that it is not to be printed, or not yet.

    What is plainly usable, and an embargo that is plainly past, hold nothing.
    """
    own = any(_holds(stop_for(str(key), value), value) for key, value in record.items())
    return own or any(_holds(_meant(key), value) for key, value in _all_items(record))


def text_is_held(text: str) -> bool:
    """Whether a text that is no record seems to say so."""
    found = _KEY.finditer(text)
    return any(status_word(one["status"] or "") != "usable" for one in found)


def _all_items(record: Mapping[Any, Any]) -> Iterator[tuple[str, Any]]:
    waiting: list[Any] = [record]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Mapping):
            yield from ((str(key), value) for key, value in one.items())
            waiting.extend(one.values())
        elif isinstance(one, list | tuple):
            waiting.extend(one)


def _meant(key: str) -> str:
    """The kind of hold that a key may set; empty for none."""
    if "embargo" in key.casefold():
        return "embargoed_until"
    if key.casefold() == "published":
        return "published"
    if len(key) <= 60 and _UNPUBLISHED.fullmatch(key.casefold()):
        return "draft"
    return "status" if Article.field_for(key) == "status" else ""


def _holds(kind: str, value: Any) -> bool:
    said = str(value).strip().lower() if isinstance(value, str | int) else ""
    if value is None or value == "":
        return False
    match kind:
        case "status":
            return status_word(value) != "usable"
        case "embargoed_until":
            return said not in _NO and not _is_past(value)
        case "draft":
            return said not in _NO
        case "published":
            return said in _NO
    return False


def _is_past(value: Any) -> bool:
    moment = read_date(value) if isinstance(value, str) else value
    aware = isinstance(moment, datetime) and moment.tzinfo is not None
    return aware and moment <= datetime.now(UTC)
