"""Taken back: a key and its value go in; whether an article was taken back comes out.

A system that deletes, archives or withdraws an article writes this as a word (`deleted: true`), as
a moment (`deleted_at`, `dateArchived`), or as the number of a version. All forms mean the same.
"""

from collections.abc import Mapping

from printkit.readers.publication_moments import is_given, is_over, moment_of, word_of
from printkit.text.comparing import letters

_WORDS = frozenset(
    (
        *("deleted", "trashed", "removed", "archived", "unpublished", "retracted", "withdrawn"),
        *("canceled", "cancelled", "recalled", "rejected", "spiked", "killed", "suppressed"),
        *("withheld", "trash"),
    )
)
_BEFORE = ("is", "date", "was", "hasbeen", "on", "in")
_BEHIND = ("at", "on", "date", "time", "datetime", "version")
_ARCHIVED = "archived"
# Lists of saved articles, such as Wallabag's and Omnivore's: the reader of the article is done.
_OF_READING_LISTS = {
    *("isstarred", "starred", "starredat", "isfavorite", "isfavourite", "isread", "readat"),
    *("unread", "savedat", "timeadded", "timeread", "readingprogress", "bookmarkedat"),
    *("readinglist", "previewpicture"),
}
# The article is kept in an archive of the web as well.
_OF_WEB_ARCHIVES = {"archiveurl", "archivedurl", "archivelink", "waybackurl", "snapshoturl"}
_TRUE = {"true", "yes", "on", "1", "y", "t", "ja", "oui", "si", "sí"}
# Databases write `t` and `f`, and editors a dash or `n/a` for a field that says nothing.
_FALSE = {"", "false", "no", "off", "0", "none", "null", "never", "n", "nein", "non", "nee", "nej"}
_FALSE |= {"f", "n/a", "na", "nil", "-", "--", "–", "—"}
_LEAST_MOMENT = 100_000_000  # of Unix; smaller numbers count versions
_LONGEST_KEY = 60


def taken_back_word(plain: str) -> str:
    """Return the word of a key that says an article was taken back; empty for other keys.

    Args:
        plain: the key in small letters alone, as `deletedat` of `deleted_at`.
    """
    if plain in _WORDS:
        return plain
    ends = (plain.removesuffix(end) for end in _BEHIND if plain.endswith(end))
    starts = (plain.removeprefix(start) for start in _BEFORE if plain.startswith(start))
    return next((one for one in (*ends, *starts) if one in _WORDS), "")


def is_taken_back(value: object) -> bool:
    """Tell whether the value of such a key says that the article was taken back until now.

    A moment to come and a zero in the place of a moment do not say so.
    """
    word = word_of(value)
    if value is None or word in _TRUE or (isinstance(value, str | int | float) and word in _FALSE):
        return word in _TRUE
    if isinstance(value, int | float) and abs(value) < _LEAST_MOMENT:
        return value > 0
    if moment_of(value) is not None or not is_given(value):
        return is_over(value)
    return bool(value)


def archive_is_another(record: Mapping[str, object]) -> bool:
    """Tell whether `archived` in a record is a word of a reader, or of an archive of the web."""
    keys = {letters(key[:_LONGEST_KEY]) for key in record if isinstance(key, str)}
    return not keys.isdisjoint(_OF_READING_LISTS | _OF_WEB_ARCHIVES)


def is_archived(plain: str, value: object) -> bool:
    """Tell whether a key, or a state, says only that something is archived."""
    said = word_of(value)
    return taken_back_word(plain) == _ARCHIVED or said in (_ARCHIVED, "archive")
