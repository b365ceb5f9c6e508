"""Left texts: a value of several texts goes in, the texts that its field cannot hold come out.

A field holds one line. Where the value is a list or an object, other texts may stand beside the
text that `linked_data.said` takes.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.alias_generators import to_snake

from printkit.readers.field_values import without_entities
from printkit.readers.linked_data import said
from printkit.wording.language_names import language_tag

# Values of these keys name a thing for machines, and are no text for a reader.
_FOR_MACHINES = {
    *("id", "identifier", "slug", "type", "kind", "taxonomy", "property_id", "in_defined_term_set"),
    *("term_code", "raw", "protected", "language", "lang", "dir", "direction", "encoding_format"),
    *("role", "version", "count", "mime_type", "schema", "format", "level"),
}
_LONGEST_KEY = 60
_DEEPEST = 8
_MOST_SOUGHT = 500


def left_texts(value: object, taken: object, field: str) -> list[str]:
    """Return the texts of a list or an object that are not within the text that was taken."""
    if field == "language":
        given = value if isinstance(value, list | tuple) else ()
        tags = dict.fromkeys(language_tag(str(said(one, field))) for one in given)
        return [tag for tag in tags if tag and tag != taken]
    if not isinstance(value, list | tuple | Mapping):
        return []
    kept = "\n".join(map(_compared, taken)) if isinstance(taken, list) else _compared(taken)
    parts = {part for line in kept.split("\n") for part in line.split(", ")}
    each = {" ".join(without_entities(one).split()): None for one in _texts_within(value)}
    left = [one for one in each if one and _compared(one) not in parts]
    # A hostile record has thousands of texts; the search for each takes the length of the line.
    sought, unsought = left[:_MOST_SOUGHT], left[_MOST_SOUGHT:]
    return [*(one for one in sought if not _has_part(kept, _compared(one))), *unsought]


def _compared(text: object) -> str:
    return " ".join(str(text).casefold().split())


def _has_part(kept: str, text: str) -> bool:
    """Tell whether a text stands in the kept words, and is not only a piece of a longer word."""
    at = kept.find(text)
    while at >= 0:
        end = at + len(text)
        begins = at == 0 or not kept[at - 1].isalnum()
        if begins and (end == len(kept) or kept[end] in " ,\n<"):
            return True
        at = kept.find(text, end)
    return False


def _texts_within(value: Any, depth: int = 0) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif depth > _DEEPEST:
        return
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts_within(one, depth + 1)
    elif isinstance(value, Mapping):
        for key, one in value.items():
            if _is_for_reader(str(key)):
                yield from _texts_within(one, depth + 1)


def _is_for_reader(key: str) -> bool:
    if key.startswith("@") or len(key) > _LONGEST_KEY:
        return key == "@value"
    return to_snake(key) not in _FOR_MACHINES
