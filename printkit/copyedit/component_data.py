"""Data of components: an empty element with data goes in, the things that a script draws come out.

Substack keeps a formula, a gallery, a post, a film or a poll as JSON in the attribute `data-attrs`
of an empty element, and a script of the page draws it.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.text.patterns import regex
from printkit.text.printed_address import is_web_address

_DATA = "data-attrs"
_LONGEST = 50_000  # characters of data
_DEEPEST = 6
_FORMULA = "persistentExpression"
_WORDS = (
    *("title", "name", "username", "subtitle", "full_text", "text", "question", "label"),
    *("caption", "description", "truncated_body_text", "filename", "artist", "episode"),
)
_ADDRESSES = ("url", "canonical_url", "canonicalUrl", "href", "link")
_OF_SITE = regex(r"subscri|paywall|signup|sign-up|share")  # classes of what serves the site only
_FILMS = {"videoId": "https://www.youtube.com/watch?v={}"}


def draw_components(root: Node) -> None:
    """Write formulas, pictures, words and addresses of components into their empty elements.

    Args:
        root: the body; changed in place.
    """
    for element in tree.each(root, "div", "span", "figure"):
        given = element.get(_DATA) or ""
        if not given or len(given) > _LONGEST or not tree.holds_nothing(element):
            continue
        if _OF_SITE.search(element.get("class") or ""):
            continue
        if any(True for _ in element.iter("img", "x-iframe", "video", "audio", "a")):
            continue
        try:
            data = json.loads(given)
        except (ValueError, RecursionError):
            continue
        if isinstance(data, dict):
            _draw_component(element, data)


def _draw_component(element: Node, data: Mapping[str, Any]) -> None:
    if isinstance(formula := data.get(_FORMULA), str) and formula.strip():
        element.append(tree.make("x-tex", formula, display="block"))
        return
    gallery = data.get("gallery")
    if isinstance(gallery, dict) and isinstance(gallery.get("images"), list):
        _draw_gallery(element, gallery)
        return
    words = list(dict.fromkeys(_values(data, _WORDS)))
    addresses = [one for one in _values(data, _ADDRESSES) if is_web_address(one)]
    for name, address in _FILMS.items():
        if isinstance(film := data.get(name), str) and film.isascii():
            addresses.insert(0, address.format(film))
    for said in words:
        element.append(tree.make("p", said))
    if addresses:
        paragraph = tree.make("p")
        paragraph.append(tree.make("a", addresses[0], href=addresses[0]))
        element.append(paragraph)


def _draw_gallery(element: Node, gallery: Mapping[str, Any]) -> None:
    figure = tree.make("figure")
    for picture in gallery["images"]:
        if isinstance(picture, dict) and isinstance(src := picture.get("src"), str):
            alt = picture.get("alt") or gallery.get("alt") or ""
            figure.append(tree.make("img", src=src, alt=str(alt)))
    if isinstance(caption := gallery.get("caption"), str) and caption.strip():
        figure.append(tree.make("figcaption", caption))
    element.append(figure)


def _values(value: object, names: tuple[str, ...], depth: int = 0) -> Iterator[str]:
    """Yield the texts that stand under some names in data, outermost first."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        for name in names:
            if isinstance(said := value.get(name), str) and said.strip():
                yield tree.fold_space(said)
        for inner in value.values():
            yield from _values(inner, names, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, names, depth + 1)
