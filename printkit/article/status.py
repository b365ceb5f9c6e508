"""Status: a word for an article's status goes in, IPTC's word for the status comes out."""

from typing import Annotated, Literal

from pydantic import BeforeValidator

# Words of IPTC, bare and with the prefix `stat:`; words of schema.org's creativeWorkStatus; and
# words of newsrooms.
_WORDS = {
    **dict.fromkeys(("usable", "stat:usable", "published", "publish"), "usable"),
    **dict.fromkeys(("withheld", "stat:withheld", "withhold", "draft", "incomplete"), "withheld"),
    **dict.fromkeys(("canceled", "stat:canceled", "cancelled", "killed", "obsolete"), "canceled"),
}


def status_word(value: object) -> object:
    """Return IPTC's word for a status; return any other value as it is."""
    return _WORDS.get(value.strip().lower(), value) if isinstance(value, str) else value


Status = Annotated[Literal["usable", "withheld", "canceled"], BeforeValidator(status_word)]
