"""Passwords in addresses: a reading goes in, and comes out without them, with a remark.

A reader of a PDF must never get a password: neither on paper, nor in a link, nor in the record that
is attached to the file.
"""

import re
from collections.abc import Mapping
from typing import TypeVar

from printkit.article import Image, Value
from printkit.errors import RecordError
from printkit.readers import Reading
from printkit.remarks import Remark
from printkit.text.address_secrets import without_secrets, without_users
from printkit.text.patterns import regex
from printkit.text.printed_address import is_web_address

_V = TypeVar("_V", bound=Value)
# The address of a link of HTML or Markdown. A picture may need its signature to be fetched.
_LINK = regex(
    r"(?P<before>\bhref\s{0,9}=\s{0,9}[\"']?|(?P<picture>!?)\[[^\]\[]{0,300}\]\(<?)"
    r"(?P<address>https?://[^\s\"'<>()]{1,5000})",
    re.IGNORECASE,
)
_TOLD = "user, password or secret key was taken off an address in"


def without_address_secrets(one: Reading | RecordError) -> Reading | RecordError:
    """Return a reading whose addresses are clean of users, passwords and secrets of links."""
    if isinstance(one, RecordError):
        return one
    article = _cleaned(one.article)
    if article is one.article:
        return one
    names = type(article).model_fields
    changed = [name for name in names if getattr(article, name) is not getattr(one.article, name)]
    remark = Remark("PK205", f"{_TOLD} {', '.join(changed)}", one.where)
    return one._replace(article=article, remarks=(*one.remarks, remark))


def _cleaned(value: _V) -> _V:
    """Return a value with clean texts; the value itself if nothing changes."""
    given = {name: getattr(value, name) for name in type(value).model_fields}
    found = {name: _clean(one, _is_kept_whole(value, name)) for name, one in given.items()}
    changed = {name: one for name, one in found.items() if one is not given[name]}
    return value.model_copy(update=changed) if changed else value


def _is_kept_whole(value: Value, name: str) -> bool:
    """Tell whether the parameters of an address stay: they may be needed to get a picture."""
    return (isinstance(value, Image) and name == "src") or name == "logo"


def _clean(value: object, is_picture: bool) -> object:
    """Return a clean value; the value itself if nothing changes."""
    match value:
        case str():
            clean = _clean_text(value, is_picture)
            return value if clean == value else clean
        case Value():
            return _cleaned(value)
        case Mapping():
            pairs = {key: _clean(one, is_picture) for key, one in value.items()}
            return pairs if any(pairs[key] is not one for key, one in value.items()) else value
        case list() | tuple():
            parts = [_clean(one, is_picture) for one in value]
            same = all(new is old for new, old in zip(parts, value, strict=True))
            return value if same else type(value)(parts)
    return value


def _clean_text(text: str, is_picture: bool) -> str:
    text = without_users(text)
    if is_picture:
        return text
    if is_web_address(text) and len(text.split()) == 1:
        return without_secrets(text)
    return _LINK.sub(_clean_link, text) if "=" in text else text


def _clean_link(found: re.Match[str]) -> str:
    return found[0] if found["picture"] else found["before"] + without_secrets(found["address"])
