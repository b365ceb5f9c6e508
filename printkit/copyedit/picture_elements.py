"""Pictures that are no `img`: a body goes in, and comes out with an `img` for each.

`amp-img` and other elements of web components, a `picture` with nothing but sources, the still
picture of a video, an image button and an `object` may show a picture, too. This pass comes first,
so that all other passes know such a picture.
"""

import re

from printkit.copyedit import tree
from printkit.copyedit.backgrounds import (
    PICTURE_FILE,
    drop_first_behind,
    drop_pictures_behind,
    is_stand_in,
    pictures_behind,
)
from printkit.copyedit.pictures import written_address
from printkit.copyedit.removals import Removals, place_of
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names
from printkit.text.patterns import regex

NAMED_PICTURE = regex(r"(^|-)(img|image|images|photo|picture|pic)(-|$)|^amp-anim$")
"""The names of custom elements that show a picture."""

SERVANT = regex(r"amp-(pixel|analytics|social-share|auto-ads|consent|geo|state|font)$")
"""The names of elements that count visits or offer to share the page: no part of the article."""

_NO_PICTURE = regex(r"\.(json|html?|mp4|webm|m3u8|mp3|js|xml|pdf)([?#]|$)", re.IGNORECASE)
_DRAWN = regex(r"\.svg([?#]|$)", re.IGNORECASE)
_OBJECTS = ("object", "embed", "x-iframe", "x-frame", "x-portal")
_ADDRESSES = ("image", "img", "photo", "picture", "image-src", "img-src", "image-url", "thumbnail",
              "data", "url")  # fmt: skip
_KEPT = names("class style hidden aria-hidden lang dir width height")
_WORDS = {"alt": ("alt", "aria-label", "data-alt", "title"),
          "data-caption": ("caption", "data-caption"),
          "data-credit": ("credit", "photographer", "data-credit")}  # fmt: skip
# Layouts of AMP in which a picture takes the width of the page: the size is only a ratio.
_FLUID = ("responsive", "fill", "flex-item")
_SHORT = 300  # characters of a description


def name_pictures(root: Node, removals: Removals) -> None:
    """Put an `img` in the place of each element that shows a picture, or into the element.

    Args:
        root: the body; changed in place.
        removals: gets the pictures and words that a browser shows only for a moment, or only
            where it cannot show the picture itself.
    """
    for element in tree.each(root):
        if element.get("fallback") is not None or element.get("placeholder") is not None:
            _take_substitute(element, removals)
    for element in tree.each(root):
        if element.tag == "x-custom":
            _settle_custom(element, removals)
        elif element.tag == "input" and (element.get("type") or "").lower() == "image":
            _settle_button(element)
        elif element.tag in _OBJECTS:
            _settle_object(element, removals)
        elif element.tag == "picture":
            _complete(element)
        elif element.tag == "video":
            _put_still(element)


def make_img(element: Node, address: str) -> Node:
    """Return an `img` with the words and the size of another element.

    Args:
        element: an element that shows a picture.
        address: of the picture.
    """
    img = tree.make("img", src=address)
    for name in _KEPT:
        if (value := element.get(name)) is not None:
            img.set(name, value)
    drop_pictures_behind(img)
    for name, ways in _WORDS.items():
        given = [said for said in map(element.get, ways) if said is not None]
        if given:
            img.set(name, given[0])
    if element.get("alt") and element.get("title"):
        img.set("title", element.get("title", ""))
    for side in ("width", "height"):
        if element.get("layout") in _FLUID:
            tree.pop(img, side)
        elif not img.get(side) and (found := element.get(f"data-{side}")):
            img.set(side, found)
    return img


def _take_substitute(element: Node, removals: Removals) -> None:
    """Take out an element that AMP shows before a picture is there, or where none ever comes."""
    custom = next((one for one in tree.ancestors(element) if one.tag == "x-custom"), None)
    if custom is None:
        return
    if element.get("fallback") is not None:
        removals.take(element, "text for old browsers")
    elif _is_picture(custom):
        removals.take(element, "placeholder", _address_of(element))


def _is_picture(custom: Node) -> bool:
    """Tell whether a custom element shows a picture of its own, and plays nothing."""
    address, name = _address_of(custom), custom.get("data-name", "")
    named = NAMED_PICTURE.search(name) and not _NO_PICTURE.search(address)
    return bool(address) and not SERVANT.match(name) and bool(named or PICTURE_FILE.search(address))


def _address_of(custom: Node) -> str:
    """Return the address of the picture that a custom element shows; empty if there is none."""
    given = (custom.get(name) for name in _ADDRESSES)
    found = next((one for one in given if one and PICTURE_FILE.search(one)), None)
    return written_address(custom) or found or ""


def _settle_custom(element: Node, removals: Removals) -> None:
    """Put an `img` before the contents of a custom element that shows a picture."""
    still = tree.pop(element, "poster")
    if _is_picture(element):
        address = _address_of(element)
        repeated = any(_is_same(one, address) for one in element.iter("img"))
        img = None if repeated else make_img(element, address)
        if repeated:
            removals.note("repeated picture", address, place_of(element))
        given = [name for name in tree.attributes(element) if name.startswith("data-")]
        for name in (*given, "src", "srcset", "alt", "title", *_ADDRESSES, *_WORDS["data-credit"]):
            if name != "data-name":
                tree.pop(element, name)
        tree.pop(element, "caption")
    elif still and not is_stand_in(still):
        img = make_img(element, still)
        tree.pop(element, "alt")
    else:
        return
    if img is not None:
        put_first(element, _captioned(img))


def _is_same(img: Node, address: str) -> bool:
    """Tell whether a picture in an element is the picture that the element itself names."""
    hidden = any(one.tag == "x-noscript" for one in tree.ancestors(img))
    return not hidden and written_address(img) == address


def _captioned(img: Node) -> Node:
    """Return a picture in a figure with its caption, or the picture alone if it has none."""
    caption = tree.fold_space(tree.pop(img, "data-caption") or "")
    if not caption:
        return img
    figure = tree.make("figure")
    figure.append(img)
    figure.append(tree.make("figcaption", caption))
    return figure


def _put_still(video: Node) -> None:
    """Put the still picture of a video before the video; it may stand behind the video, too."""
    still = tree.pop(video, "poster") or ""
    if written_address(tree.make("img", src=still)) is None:
        still = next(iter(pictures_behind(video)), "")
        drop_first_behind(video)
    if still:
        shown = make_img(video, still)
        shown.set("data-still", "")
        video.addprevious(shown)


def put_first(element: Node, img: Node) -> None:
    """Put a picture before all that is in an element."""
    element.insert(0, img)
    img.tail, element.text = element.text, None


def _settle_button(button: Node) -> None:
    """Make a picture of an image button that stands in no form, where a press sends nothing."""
    in_form = any(one.tag == "form" for one in tree.ancestors(button))
    if not in_form and (address := button.get("src")):
        _replace(button, make_img(button, address))


def _settle_object(element: Node, removals: Removals) -> None:
    """Put an `img` in the place of an object that is a picture.

    An object with other pictures or with a long text in it keeps these: they are printed in its
    place, and so are words in the place of a drawing, which printkit does not draw.
    """
    address = element.get("data") or element.get("src") or ""
    kind = (element.get("type") or "").lower()
    if not address or not (kind.startswith("image/") or PICTURE_FILE.search(address)):
        return
    said = tree.words(element)
    drawn = "svg" in kind or _DRAWN.search(address)
    if _shows_more(element) or len(said) > _SHORT or (drawn and said):
        return
    img = make_img(element, address)
    if said:
        removals.note("description", said, place_of(element))
        img.set("alt", img.get("alt") or said)
    _replace(element, img)


def _replace(element: Node, img: Node) -> None:
    if name := element.get("id"):
        img.set("id", name)
    tree.replace(element, img)


def _shows_more(element: Node) -> bool:
    inside = element.iter("img", "picture", "x-custom", "object", "embed", "video", "x-svg", "a")
    return any(True for one in inside if one is not element)


def _complete(picture: Node) -> None:
    """Add the missing `img` to a `picture` that has sources only."""
    sources = list(picture.iter("source"))
    if sources and not any(True for _ in picture.iter("img", "x-custom")):
        plain = next((one.get("src") for one in sources if one.get("src")), None)
        picture.append(make_img(picture, plain or ""))
