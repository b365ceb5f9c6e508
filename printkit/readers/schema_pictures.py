"""Pictures of schema.org within a text: an object goes in, figures and picture records come out.

The figure in the HTML says where a picture stands. The record of the picture has all fields of the
picture: `article_from` reads these as it reads the other pictures of an article.
"""

import html
from collections.abc import Iterator, Mapping

from printkit.readers.schema_values import each_of, text_of

_KEYS = ("image", "images", "photo", "thumbnail")
_ADDRESSES = ("contentUrl", "url", "src", "@id", "thumbnailUrl")
_WORDS = ("caption", "description", "name")
_DEEPEST = 8


def figures_of(one: Mapping[str, object]) -> str:
    """Return the pictures of an object as figures with their captions."""
    return "".join(_figure(picture) for picture in _own_pictures(one))


def pictures_in(value: object, markup: str, depth: int = 0) -> Iterator[dict[str, object]]:
    """Yield the record of each picture, at any depth of a value, whose figure is in the markup.

    Args:
        value: an object, or a list of objects.
        markup: the HTML that was made of the value.
        depth: how deep the value lies in another value.
    """
    if isinstance(value, list | tuple):
        for one in value:
            yield from pictures_in(one, markup, depth)
    elif isinstance(value, Mapping) and depth <= _DEEPEST:
        for picture in _own_pictures(value):
            if len(picture) > 1 and _src_attribute(picture) in markup:
                yield picture
        for key, inner in value.items():
            if key not in _KEYS and isinstance(inner, Mapping | list | tuple):
                yield from pictures_in(inner, markup, depth + 1)


def is_placed(key: str, picture: object, markup: str) -> bool:
    """Tell whether a value is a picture, or a list of pictures, and has figures in the markup."""
    found = list(_own_pictures({key: picture}))
    return (
        bool(found)
        and len(found) >= len(each_of(picture))
        and all(_src_attribute(one) in markup for one in found)
    )


def _own_pictures(one: Mapping[str, object]) -> Iterator[dict[str, object]]:
    """Yield the record of each picture of an object, once for each of its addresses."""
    seen = set[str]()
    for picture in (each for key in _KEYS for each in each_of(one.get(key))):
        for address in _addresses(picture):
            if address not in seen:
                seen.add(address)
                yield {
                    **(_picture_fields(picture) if isinstance(picture, Mapping) else {}),
                    "url": address,
                }


def _addresses(picture: object) -> list[str]:
    """Return the addresses of a picture; of several keys, the first that has an address counts."""
    if not isinstance(picture, Mapping):
        return [text] if (text := text_of(picture)) else []
    for key in _ADDRESSES:
        given = each_of(picture.get(key))
        texts = (text_of(one.get("@id") if isinstance(one, Mapping) else one) for one in given)
        # `#lead` is the name of another object within the page, and no address.
        if found := [one for one in texts if one and not one.startswith(("#", "_:"))]:
            return found
    return []


def _picture_fields(picture: Mapping[str, object]) -> dict[str, object]:
    """Return the fields of a picture without its address, with a caption and an alt."""
    fields = {key: one for key, one in picture.items() if key[:1] != "@" and key not in _ADDRESSES}
    named = next((key for key in _WORDS if text_of(fields.get(key))), "")
    if named:
        fields["caption"] = fields.pop(named)
    if "description" in fields and "alt" not in fields:
        fields["alt"] = fields.pop("description")
    return fields


def _src_attribute(picture: Mapping[str, object]) -> str:
    return f'src="{html.escape(str(picture["url"]))}"'


def _figure(picture: Mapping[str, object]) -> str:
    caption = text_of(picture.get("caption"))
    told = f"<figcaption>{html.escape(caption, quote=False)}</figcaption>" if caption else ""
    return f'<figure><img {_src_attribute(picture)} alt="">{told}</figure>'
