"""Datelines: the first line of a paragraph goes in, its dateline and its text come out.

A dateline stands at the beginning of the paragraph: `CÁDIZ, Spain —`, `LONDON (Reuters) -`.
"""

from printkit.readers.dates import read_date
from printkit.text.patterns import regex

_PIPE = regex(r"\s*+([^|\s][^|]{1,78}?[^|\s])\s++\|\s++(?=\S)")
_DASHES = regex(r"\s*\u2014\s*|\s+(?:\u2013|--?)\s+")
_AGENCY = regex(r"\s*\([\w .&/-]{2,30}\)$")
_LONGEST = 60


def part_dateline(line: str) -> tuple[str, str] | None:
    """Return the dateline and the text of a paragraph's first line; None if there is no dateline.

    A dateline is a date or a place before a bar, or a place in capitals before a dash.
    """
    if (found := _PIPE.match(line)) and (read_date(found[1]) or _is_place(found[1])):
        return found[1], line[found.end() :]
    if found := _DASHES.search(line, 0, _LONGEST + 4):
        head, rest = line[: found.start()].strip(), line[found.end() :]
        if rest and not rest[0].islower() and _is_place(head):
            return head, rest
    return None


def _is_place(head: str) -> bool:
    """Tell whether words are a place in capitals, perhaps with its country, a date, an agency."""
    place = _AGENCY.sub("", head)
    town, *others = (part.strip() for part in place.split(","))
    enough = 2 if others or place != head else 3  # a bare `US -` is no dateline
    return (
        len(head) <= _LONGEST
        and town.isupper()
        and sum(character.isalpha() for character in town) >= enough
        and not any(word[0].islower() for other in others for word in other.split())
    )
