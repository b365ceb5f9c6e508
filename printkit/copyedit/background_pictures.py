"""Pictures behind elements: a body goes in, and comes out with an `img` for each that counts.

A picture behind words is mostly an ornament. With the role `img`, with a label, or alone in a
figure or a link, the picture is a part of the article. Sites that load pictures late put many
of these into empty elements.
"""

from printkit.copyedit import backgrounds, tree
from printkit.copyedit.backgrounds import PICTURE_FILE
from printkit.copyedit.picture_elements import make_img, put_first
from printkit.copyedit.pictures import written_address
from printkit.copyedit.removals import Removals, place_of
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import names

_HOLDERS = names("div span a figure section li td th p i b article header")
_LATE = ("data-src", "data-original", "data-lazy-src", "data-lazy", "data-image", "data-img",
         "data-image-src", "data-img-src", "data-image-url")  # fmt: skip
_LABELS = ("aria-label", "data-alt", "title")


def name_backgrounds(root: Node) -> None:
    """Put an `img` into each element whose picture stands behind the element, and counts."""
    for holder in tree.each(root):
        if holder.get("data-picture") is not None:
            _keep_largest(holder)
    for element in tree.each(root):
        if element.tag == "img":
            behind = backgrounds.pictures_behind(element)
            if behind and not written_address(element):
                element.set("data-src", behind[0])
                backgrounds.drop_first_behind(element)
        elif element.tag in _HOLDERS and element.attrib:
            _settle_background(element)


def tell_backgrounds(root: Node, removals: Removals) -> None:
    """Note each picture that stays behind an element, and that no page shows."""
    for element in root.iter():
        behind = backgrounds.pictures_behind(element)
        for address in behind:
            removals.note("picture", address, place_of(element))
        if behind:
            backgrounds.drop_pictures_behind(element)


def _keep_largest(holder: Node) -> None:
    """Leave one address to a holder of many: the last is for the widest window."""
    *others, widest = [one for one in tree.each(holder) if one.get("data-src")] or [holder]
    for one in others:
        tree.pop(one, "data-src")
    if (alt := holder.get("data-alt")) and not widest.get("data-alt"):
        widest.set("data-alt", alt)


def _settle_background(element: Node) -> None:
    behind = backgrounds.pictures_behind(element)
    late = next((one for one in map(element.get, _LATE) if one and PICTURE_FILE.search(one)), None)
    if not behind and not late:
        return
    is_empty = tree.is_blank(tree.text(element)) and not _shows_other(element)
    if behind and (backgrounds.shows_sprite(element) or not _counts(element, is_empty=is_empty)):
        return
    if not behind and not is_empty:
        return
    img = make_img(element, behind[0] if behind else late or "")
    for name, side in backgrounds.styled_sides(element).items():
        img.set(name, side)
    for name in ("style", "class", "hidden", "aria-hidden"):
        tree.pop(img, name)
    for name in (*_LATE, *_LABELS):
        tree.pop(element, name)
    backgrounds.drop_first_behind(element)
    put_first(element, img)


def _counts(element: Node, *, is_empty: bool) -> bool:
    """Tell whether the picture behind an element is a part of the article, and no ornament."""
    if (element.get("role") or "").lower() in ("img", "image"):
        return True
    if not is_empty and element.tag != "figure":
        return False
    if is_empty and any(tree.fold_space(element.get(name) or "") for name in _LABELS):
        return True
    # In a figure or in a link without words, the picture is all there is to see.
    path = (element, *tree.ancestors(element))
    figure = next((one for one in path if one.tag == "figure"), None)
    if figure is None:
        link = next((one for one in path if one.tag == "a"), None)
        return link is not None and tree.is_blank(tree.text(link)) and not _shows_other(link)
    return not _shows_other(figure)


def _shows_other(element: Node) -> bool:
    shown = element.iter("img", "picture", "video", "x-iframe", "x-svg", "object")
    return any(True for one in shown if one is not element)
