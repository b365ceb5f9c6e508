"""Values: a mapping with the keys of a record goes in, a frozen pydantic value comes out."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic.alias_generators import to_snake

_LONGEST_KEY = 60
# Each pass over a record asks for the fields of all its keys, and `to_snake` is slow.
_in_snake_case = lru_cache(30_000)(to_snake)


class Value(BaseModel):
    """A frozen value that accepts keys in snake_case or camelCase, and aliases; no other keys.

    Attributes:
        aliases: other keys in snake_case, and the fields that they stand for.
        short: the field that a bare text stands for; empty if a text is refused.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, val_json_bytes="base64")

    aliases: ClassVar[Mapping[str, str]] = {}
    short: ClassVar[str] = ""

    @classmethod
    def field_for(cls, key: str) -> str | None:
        """Name the field that a key stands for; return None if there is no such field."""
        if key in cls.model_fields:
            return key
        if len(key) > _LONGEST_KEY:
            return None  # a hostile key: the patterns of `to_snake` are slow on long keys
        name = cls.aliases.get(key) or _in_snake_case(key)
        name = cls.aliases.get(name, name)
        return name if name in cls.model_fields else None

    @classmethod
    def requires(cls) -> set[str]:
        """Return the names of the fields that a value cannot do without."""
        return {name for name, field in cls.model_fields.items() if field.is_required()}

    @model_validator(mode="before")
    @classmethod
    def _spell(cls, given: Any) -> Any:
        """Give every key the name of its field; a field's own name wins over an alias."""
        if isinstance(given, str) and cls.short:
            return {cls.short: given}
        if not isinstance(given, Mapping):
            return given
        # Own names come first: `setdefault` then leaves them, whatever the order of the keys.
        spelt = {key: value for key, value in given.items() if key in cls.model_fields}
        for key, value in given.items():
            name = cls.field_for(key) if isinstance(key, str) else None
            spelt.setdefault(name or key, value)
        return spelt
