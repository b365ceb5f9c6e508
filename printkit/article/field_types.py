"""Field types: the value of a record's field goes in, a clean value or a ValueError comes out.

The text of a ValueError begins with a verb, to stand behind the name of the field: `is empty`.
"""

import re
from base64 import b64encode
from collections.abc import Mapping
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, TypeAdapter

from printkit.text.characters import is_invisible, one_line, replace_surrogates
from printkit.text.patterns import regex

_LANGUAGE = regex(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")
_ANYTHING: TypeAdapter[Any] = TypeAdapter(Any)
_BY = regex(r"^\s*by[:\s]\s*(?=\S)", re.IGNORECASE)
_BETWEEN_NAMES = regex(r"[,;]|\band\b|&")


def _refuse_blank(text: str) -> str:
    if is_invisible(text):
        raise ValueError("is empty")
    return text


def _refuse_half_address(text: str) -> str:
    parts = urlsplit(text)  # raises ValueError for a broken host, as in http://[
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        raise ValueError("is no web address; write the address in full, with https://")
    return text


def _spell_language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        raise ValueError("is no language tag; write a tag such as en, pt-BR or zh-Hant")
    return text.replace("_", "-")  # POSIX locales have `pt_BR`, BCP 47 has `pt-BR`


def _number_as_text(value: object) -> object:
    """Return a whole number as text, because databases number rows; other values as they are."""
    # `bool` is an `int` in Python.
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _replace_halves(value: Any) -> Any:
    """Replace each surrogate by U+FFFD in all texts of a value, and in the keys of mappings."""
    if isinstance(value, str):
        return replace_surrogates(value)[0]
    if isinstance(value, list | tuple):
        return [_replace_halves(one) for one in value]
    if isinstance(value, Mapping):
        return {_replace_halves(key): _replace_halves(one) for key, one in value.items()}
    return value


def _as_json(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return values as JSON can hold them; raise ValueError if JSON cannot hold a value."""
    try:
        whole = _replace_halves(values)
    except RecursionError as error:
        raise ValueError("is nested too deeply") from error
    plain: Mapping[str, Any] = _ANYTHING.dump_python(whole, mode="json")
    return plain


def _as_list(value: object) -> object:
    """Wrap a text, a mapping or a model in a list; return other values as they are."""
    return [value] if isinstance(value, str | Mapping | BaseModel) else value


def _split_names(value: object) -> object:
    """Return the names of a text as a list: two names for `Ana Ruiz and Li Wei`."""
    if isinstance(value, str):
        # The page prints `By` itself.
        names = (name.strip() for name in _BETWEEN_NAMES.split(_BY.sub("", value)))
        return [name for name in names if name]
    if isinstance(value, list | tuple):
        return [_BY.sub("", one) if isinstance(one, str) else one for one in value]
    return _as_list(value)


def _split_tags(value: object) -> object:
    """Return the tags of a text as a list: two tags for `news, harbour`."""
    if isinstance(value, str):
        return [tag.strip() for tag in value.split(",") if tag.strip()]
    return value


def _address_of_image(value: object) -> object:
    """Return the address of a schema.org ImageObject; any other value as it is."""
    if isinstance(value, Mapping):
        return value.get("url") or value.get("contentUrl") or value
    return value


def _bytes_as_address(value: object) -> object:
    """Return the bytes of a picture as a `data:` address, so that a record is always text."""
    return f"data:;base64,{b64encode(value).decode()}" if isinstance(value, bytes) else value


SingleLine = Annotated[str, AfterValidator(one_line)]
NumberedLine = Annotated[
    SingleLine, BeforeValidator(_number_as_text, json_schema_input_type=str | int)
]
FilledLine = Annotated[SingleLine, AfterValidator(_refuse_blank)]
WebAddress = Annotated[SingleLine, AfterValidator(_refuse_half_address)]
LanguageTag = Annotated[SingleLine, AfterValidator(_spell_language)]
FreeText = Annotated[str, AfterValidator(_replace_halves)]
FreeTexts = Annotated[Mapping[str, str], AfterValidator(_replace_halves)]
Extra = Annotated[Mapping[str, Any], AfterValidator(_as_json)]
Tags = Annotated[tuple[FilledLine, ...], BeforeValidator(_split_tags)]
PersonNames = Annotated[tuple[FilledLine, ...], BeforeValidator(_split_names)]
PictureSource = Annotated[FilledLine | None, BeforeValidator(_bytes_as_address)]
Logo = Annotated[SingleLine | None, BeforeValidator(_address_of_image)]

NAMES = BeforeValidator(_split_names)
"""Accept a line of names, or a single person, where a list of persons is wanted."""
ONE_OR_MORE = BeforeValidator(_as_list)
"""Accept a single value where a list of values is wanted."""
