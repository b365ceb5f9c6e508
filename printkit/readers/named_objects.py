"""Named objects: an object of schema.org goes in, the same object with its name comes out.

A person may have a given and a family name, a place may have its names in an address, and a role
may stand around the person who has the role.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic.alias_generators import to_snake

from printkit.text.scripts import script_of

_GIVEN = ("given_name", "first_name", "forename", "given")
_FAMILY = ("family_name", "last_name", "surname", "family")
_MIDDLE = ("additional_name", "middle_name")
_OTHER_NAMES = ("display_name", "full_name", "legal_name", "alternate_name")
_HOLDERS = ("author", "creator", "contributor", "editor", "person", "member", "performer")
_FAMILY_FIRST = {"Hani", "Hang", "Jpan"}
_LONGEST_KEY = 60
_DEEPEST = 4


def with_name(value: Mapping[str, object], depth: int = 0) -> dict[str, object]:
    """Return an object with the key `name`, if its other keys give the name."""
    keys = {to_snake(key): key for key in value if len(key) <= _LONGEST_KEY}
    if _one_text(value.get("name")):
        return _with_address(value)
    inner = [value[keys[one]] for one in _HOLDERS if one in keys]
    if depth < _DEEPEST and len(inner) == 1 and (person := _person(inner[0])) is not None:
        holders = [keys[one] for one in _HOLDERS if one in keys]
        around = {key: one for key, one in value.items() if key not in (*holders, "@type")}
        role = around.pop(keys.get("role_name", ""), None)
        return {**around, **({"role": role} if role else {}), **with_name(person, depth + 1)}
    parts = {
        part: next(_filled_texts(value, keys, part), "") for part in (_GIVEN, _MIDDLE, _FAMILY)
    }
    if name := _full_name(*parts.values()):
        used = {keys[one] for part in parts for one in part if one in keys}
        return {**{key: one for key, one in value.items() if key not in used}, "name": name}
    other = next(
        (keys[one] for one in _OTHER_NAMES if one in keys and _one_text(value[keys[one]])), ""
    )
    if other:
        rest = {key: one for key, one in value.items() if key != other}
        return {**rest, "name": value[other]}
    return _with_address(value)


def _full_name(given: str, middle: str, family: str) -> str:
    """Return the parts of a name in the order of their script."""
    if family and given and script_of(family[0]) in _FAMILY_FIRST:
        return f"{family}{given}"
    return " ".join(filter(None, (given, middle, family)))


def _with_address(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return a place whose address gives town, region and country, with these keys."""
    address = value.get("address")
    if isinstance(address, list | tuple) and len(address) == 1:
        address = address[0]
    rest = {key: one for key, one in value.items() if key != "address"}
    if isinstance(address, Mapping):
        inner = {key: one for key, one in address.items() if not key.startswith("@")}
        return {**inner, **rest}
    if isinstance(address, str) and not _one_text(value.get("name")):
        return {"name": address, **rest}
    return dict(value)


def _person(value: object) -> Mapping[str, Any] | None:
    if isinstance(value, list | tuple) and len(value) == 1:
        value = value[0]
    if isinstance(value, str):
        return {"name": value}
    return value if isinstance(value, Mapping) else None


def _filled_texts(
    value: Mapping[str, Any], keys: Mapping[str, str], names: tuple[str, ...]
) -> Iterator[str]:
    for one in names:
        if one in keys and (text := _one_text(value[keys[one]])):
            yield text


def _one_text(value: object) -> str:
    if isinstance(value, list | tuple):
        return " ".join(filter(None, map(_one_text, value)))
    return value.strip() if isinstance(value, str) else ""
