"""Field values: the value of a key goes in, the value of its field comes out.

A text may stand in an object or in a list, as schema.org has texts, and may hold HTML entities.
"""

import html
from collections.abc import Mapping
from typing import Any

from printkit.readers.linked_data import said, terms
from printkit.readers.shapes import Shape
from printkit.text.patterns import regex
from printkit.wording.language_names import language_tag

# Only whole entities: `&copy=1` in an address is no copyright sign.
_ENTITY = regex(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_PIXELS = regex(r"\s*(\d{1,6})(?:\.\d+)?\s*(?:px|pixels?)?\s*")


def without_entities(text: str) -> str:
    """Return a text with the characters that its HTML entities stand for; decoded once."""
    if "&" not in text:
        return text
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)


def field_value(value: object, name: str, shape: Shape, language: str) -> object:
    """Return what a value says, in the shape that the field has; None if it says nothing.

    Args:
        value: the value as the record has it.
        name: of the field.
        shape: of the field.
        language: of the record, for a text in several languages.
    """
    if shape.number:
        return _whole_number(value)
    if not shape.line:
        return value
    if name == "url" and isinstance(value, bool):
        return None  # schema.org has `mainEntityOfPage: true`
    if shape.many and isinstance(value, list | tuple | Mapping):
        return [_text(said(one, name, language)) for one in terms(value)]
    return (
        value if name == "body" and isinstance(value, str) else _filled_line(value, name, language)
    )


def _filled_line(value: Any, name: str, language: str) -> Any:
    text = said(value, name, language)
    if name == "language" and isinstance(text, str):
        return language_tag(text)
    return text if name == "body" else _text(text)


def _text(value: Any) -> Any:
    return without_entities(value) if isinstance(value, str) else value


def _whole_number(value: Any) -> Any:
    if isinstance(value, list | tuple) and len(value) == 1:
        return _whole_number(value[0])
    if isinstance(value, Mapping) and "value" in value:
        return _whole_number(value["value"])
    found = _PIXELS.fullmatch(value) if isinstance(value, str) else None
    return int(found[1]) if found else value
