"""Publication: a record goes in, the reasons not to print its article now come out.

Publishing systems write `draft: true`, `isPublished: false`, `visibility: private`, a password, a
moment of publication that is still to come, or a moment of expiry that is over.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any, NamedTuple

from printkit.article import Article, status_word
from printkit.readers.embargoes import FIELD, Embargo, embargoes_in, end_of, is_embargo, says_none
from printkit.readers.embedded_articles import OF_PAGE
from printkit.readers.problems import quoted
from printkit.readers.publication_moments import (
    is_ahead,
    is_given,
    is_over,
    is_year_ahead,
    moment_of,
    word_of,
)
from printkit.readers.taken_back import (
    archive_is_another,
    is_archived,
    is_taken_back,
    taken_back_word,
)
from printkit.remarks import Remark
from printkit.text.comparing import letters

# Keys in small letters alone: `isDraft`, `is_draft` and `Draft` are all `draft`.
_HOLDS_IF_TRUE = {
    *("draft", "drafted", "private", "hidden", "unlisted", "donotpublish", "donotprint"),
    *("notforpublication", "password", "postpassword", "passwordprotected", "protected"),
    *("confidential", "hide", "onhold", "unapproved", "nopublish", "noprint"),
}
_HOLDS_IF_FALSE = {
    *("published", "publish", "public", "live", "visible", "listed", "released", "approved"),
    *("active", "enabled"),
}
_STATES = ("state", "status", "visibility", "access")
# Exports of Strapi and Contentful write `null` here for a draft. A table writes an empty cell for a
# date that nobody gave, so an empty text holds nothing back.
_DRAFT_IF_NULL = {"publishedat", "publishedversion", "firstpublishedat"}
_WHOSE_STATE = {
    *("post", "article", "story", "entry", "item", "page", "content", "document", "publication"),
    *("publishing", "publish", "pub", "editorial", "workflow", "moderation", "creativework"),
    *("review", "approval"),
}
_LATER = {
    *("publishon", "publishat", "publishfrom", "publishup", "publishafter", "scheduledat"),
    *("scheduledfor", "scheduledon", "scheduleddate", "scheduled", "goliveat", "golivedate"),
    *("releaseat", "releaseon", "availablefrom", "visiblefrom", "releasedate"),
    *("availableat", "availableon", "notbefore", "dateavailable", "validfrom"),
}
# The date of publication has this name, too: a date that cannot be read holds nothing back.
_MAYBE_LATER = {"publishdate", "published", "publishedat", "publishedon", "pubdate"}
_EXPIRY = {
    "validthrough",
    *("expires", "expiresat", "expireson", "expireat", "expireon", "expiry", "expirydate"),
    *("expirationdate", "expiration", "unpublishat", "unpublishon", "unpublishdate"),
    *("publishdown", "availableuntil", "validuntil", "visibleuntil"),
}
# Hugo publishes no page of which `build.render` or `build.list` is `never`.
_BUILD = {"build", "extrabuild", "paramsbuild"}
_DEEPEST = 2
# Publishing systems keep their settings in such an object beside the text.
_NESTS = {
    *("params", "meta", "metadata", "attributes", "extra", "fields", "frontmatter", "properties"),
    *_BUILD,
    *("content", "settings", "options", "publishing", "publication", "workflow", "sys"),
}
_NO = {"", "false", "no", "off", "0", "none", "null", "never", "n", "nein", "non", "nee", "nej"}
_YES = {"true", "yes", "on", "1", "y", "ja", "oui", "si", "sí"}
_LONGEST_KEY = 60


class Hold(NamedTuple):
    """A key that holds an article back.

    Attributes:
        reason: the key and its value, for a message.
        until: the moment from which the article may be printed; None if no moment is known.
    """

    reason: str
    until: datetime | None = None


def hold_back(record: Mapping[str, object], where: str) -> tuple[dict[str, object], list[Remark]]:
    """Give the record of an article that is held back the status `withheld`, or an embargo.

    A key that is understood, and is no field of an article, is moved to `extra`.
    """
    kept, embargoes = dict(record), list(embargoes_in(record))
    doubts = [Remark("PK205", f"{one.key} {one.doubt}", where) for one in embargoes if one.doubt]
    elsewhere = archive_is_another(record)
    for key, value in record.items():
        if _is_understood(key, value) and not (elsewhere and _says_archived(key, value)):
            _keep_aside(kept, key)
    _settle_embargoes(kept, embargoes)
    unclear = (Hold(f"{one.key} is {quoted(one.value)}") for one in embargoes if not one.until)
    holds = [*unclear, *holds_in(record)]
    if not holds:
        return kept, doubts
    remark = Remark("PK208", f"held back: {'; '.join(hold.reason for hold in holds)}", where)
    return {**kept, **_stops(kept, holds)}, [remark, *doubts]


def _settle_embargoes(kept: dict[str, Any], embargoes: list[Embargo]) -> None:
    """Give a record one embargo, which ends when the last of its embargoes ends."""
    for key in [key for key in kept if isinstance(key, str) and is_embargo(key)]:
        if Article.field_for(key) == FIELD:
            del kept[key]
        else:
            _keep_aside(kept, key)
    if ends := [one.until for one in embargoes if one.until]:
        kept[FIELD] = max(ends)


def holds_in(record: Mapping[str, object], around: str = "") -> Iterator[Hold]:
    """Yield the reasons not to print the article of a record now, also from its settings.

    Args:
        record: the record, or an object of settings within.
        around: the dotted key of the settings; empty for the record itself.
    """
    elsewhere = archive_is_another(record)
    for key, value in record.items():
        if not isinstance(key, str) or (elsewhere and _says_archived(key, value)):
            continue
        path = f"{around}.{key}" if around else ""
        if hold := _hold(key, value, path):
            yield hold
        elif letters(around[:_LONGEST_KEY]) in _BUILD and word_of(value) in ("never", "false"):
            yield Hold(f"{path} is {quoted(value)}")
        if (
            isinstance(value, Mapping)
            and letters(key[:_LONGEST_KEY]) in _NESTS
            and around.count(".") < _DEEPEST
        ):
            yield from holds_in(value, path or key)


def _stops(record: Mapping[str, Any], holds: list[Hold]) -> dict[str, Any]:
    """Return the fields that stop the article; none if a field of the record stops the article."""
    keys = {Article.field_for(key): key for key in record if isinstance(key, str)}
    moments = [hold.until for hold in holds if hold.until]
    if len(moments) == len(holds):
        return {FIELD: max([*moments, *([record[FIELD]] if FIELD in record else [])])}
    key = keys.get("status", "status")
    usable = status_word(record.get(key)) in (None, "", "usable")
    return {key: "withheld"} if usable else {}


def is_state_of_article(key: str) -> bool:
    """Tell whether a key names the state of an article: `post_status`, `workflow_state`."""
    return _name(key) == "state"


def _keep_aside(record: dict[str, Any], key: str) -> None:
    extra = record.get("extra")
    if extra is None or isinstance(extra, Mapping):
        record["extra"] = {key: record.pop(key), **(extra or {})}


def _name(key: str) -> str:
    """Return the name of a key in the sets above: `isDraft` is `draft`; empty for other keys."""
    plain = letters(key.removeprefix(OF_PAGE)[:_LONGEST_KEY])
    bare = plain.removeprefix("is")
    if plain in _LATER | _MAYBE_LATER | _EXPIRY | _DRAFT_IF_NULL:
        return plain
    if word := taken_back_word(plain):
        return word
    if bare in _HOLDS_IF_TRUE or bare in _HOLDS_IF_FALSE:
        return bare
    state = next((one for one in _STATES if plain.endswith(one)), "")
    whose = plain.removesuffix(state)
    return "state" if state and (not whose or whose in _WHOSE_STATE) else ""


def _says_archived(key: object, value: object) -> bool:
    """Tell whether a key of the article, or its state, says only that the article is archived."""
    if not isinstance(key, str):
        return False
    plain = letters(key.removeprefix(OF_PAGE)[:_LONGEST_KEY])
    return is_archived(plain, value if _name(key) == "state" else None)


def _is_understood(key: object, value: Any) -> bool:
    """Tell whether a key only says whether the article is published, and says so clearly."""
    if not isinstance(key, str) or Article.field_for(key) not in (None, "date_published"):
        return False
    name, word = _name(key), word_of(value)
    if name in _MAYBE_LATER - _HOLDS_IF_FALSE or (name == "published" and moment_of(value)):
        return False
    clear = value is None or (isinstance(value, str | int | float) and word in _NO | _YES)
    is_moment = name in _LATER | _EXPIRY or taken_back_word(name)
    clear = clear or bool(is_moment and moment_of(value) is not None)
    return bool(name) and (clear or _hold(key, value) is not None)


def _hold(key: str, value: Any, path: str = "") -> Hold | None:
    """Return the hold that a key and its value are; None if the key holds nothing back."""
    name, word = _name(key), word_of(value)
    # A message, which ends in logs, must not tell a password.
    reason = f"{path or key} is {'set' if 'password' in name else quoted(value)}"
    names_draft = key == "_id" and word.startswith("drafts.")  # so Sanity names a draft
    if names_draft or (value is None and name in _DRAFT_IF_NULL):
        return Hold(reason)
    if path and is_embargo(key):
        return _embargo(value, reason)
    says_no = name in _HOLDS_IF_FALSE and word in _NO and value not in ("", None)
    if says_no or (taken_back_word(name) and is_taken_back(value)):
        return Hold(reason)
    if name in _LATER | _MAYBE_LATER:
        return _later(name, value, reason)
    if name in _EXPIRY:
        return Hold(reason) if is_over(value) else None
    if name in _HOLDS_IF_TRUE:
        return Hold(reason) if value and (not word or word not in _NO) else None
    if name == "state" and (path or Article.field_for(key) != "status"):
        return Hold(reason) if status_word(value) in ("withheld", "canceled") else None
    return None


def _embargo(value: object, reason: str) -> Hold | None:
    if says_none(value):
        return None
    until, _ = end_of(value)
    over = until is not None and until <= datetime.now(UTC)
    return None if over else Hold(reason, until)


def _later(name: str, value: Any, reason: str) -> Hold | None:
    moment = moment_of(value)
    if moment:
        ahead = is_ahead(moment) if name in _MAYBE_LATER else moment > datetime.now(UTC)
        return Hold(reason, moment) if ahead else None
    if name in _MAYBE_LATER:
        return Hold(reason) if is_year_ahead(value) else None
    # `scheduled: true` and `scheduled_at: when approved` give no moment.
    clear = word_of(value) in _NO or not is_given(value)
    return None if clear else Hold(reason)
