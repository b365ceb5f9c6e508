"""Detection: the bytes, the text or the object of a file go in, its format comes out.

The content tells the format. The suffix counts only for a text without any mark, because such a
text may be an article in plain text. A clear article counts more than the suffix of a program or of
data, because the `.js` of `Notes on Node.js` is no suffix. Files in formats that printkit does not
read are refused with the name of the format, and never read as plain text.
"""

from collections.abc import Callable, Sequence

from printkit.readers.detection.formats import MARKDOWN_SUFFIXES, Family, Format
from printkit.readers.detection.logs import format_of_log
from printkit.readers.detection.messages import format_of_message
from printkit.readers.detection.openings import format_of_opening
from printkit.readers.detection.programs import format_of_program
from printkit.readers.detection.prose import reads_as_article
from printkit.readers.detection.roots import format_of_piece, format_of_root
from printkit.readers.detection.settings import format_of_settings
from printkit.readers.detection.suffixes import format_of_suffix
from printkit.readers.detection.tables import format_of_table
from printkit.text.patterns import regex

_LOOKED_AT = 60_000  # characters
_FRONT_MATTER = regex(r"\n*(---|\+\+\+)[ \t]*\n(?s:.*?)\n(?:\1|\.\.\.)[ \t]*(?:\n|\Z)")
_TITLE_KEY = regex(r"(?im)^[\"']?(?:title|headline)[\"']?[ \t]*[:=]")
_TITLE_LINE = regex(
    r"\n*(?:(?!(?i:title|headline):)[A-Za-z][\w -]{0,40}:.*\n(?:[ \t].*\n)*+)*+"
    r"(?i:title|headline):[ \t]"
)
_CERTAIN = (format_of_message, format_of_root, format_of_opening)
_LIKELY = (format_of_piece, format_of_log, format_of_table, format_of_settings, format_of_program)


def format_of_text(text: str, name: str) -> Format | None:
    """Return the format of a text that is no record; None if the text may be a record.

    Args:
        text: the whole text of the file, without byte order mark.
        name: the name of the file.
    """
    opening = text[:_LOOKED_AT]
    own = format_of_suffix(name)
    if matter := _FRONT_MATTER.match(opening):
        return None if not own or _TITLE_KEY.search(matter[0]) else own
    if own and own.family is Family.DATA and reads_as_article(opening):
        own = None
    titled = bool(_TITLE_LINE.match(opening))
    found = _first_of(_CERTAIN, opening) or own
    if found or titled or name.lower().endswith(MARKDOWN_SUFFIXES):
        return found
    return _first_of(_LIKELY, opening)


def has_certain_mark(text: str) -> bool:
    """Tell whether a text is mail, a page of markup, or begins with the mark of a format."""
    return bool(_first_of(_CERTAIN, text[:_LOOKED_AT]))


def _first_of(tellers: Sequence[Callable[[str], Format | None]], opening: str) -> Format | None:
    return next((found for tell in tellers if (found := tell(opening))), None)
