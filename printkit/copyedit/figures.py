"""Pictures stand in the body as numbered placeholders, each bound to what is printed with it."""

import re
from collections import Counter

from printkit.article import Image
from printkit.copyedit import captions, credits, pictures, placing, tree
from printkit.copyedit.picture_list import Drawn
from printkit.copyedit.tree import Node
from printkit.text.comparing import alike
from printkit.text.printed_address import site_of

_EXTENSION = re.compile(r"\.\w{2,5}$")
_PICTURE_PAGE = re.compile(
    r"\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp)([?#]|$)|/File:|/photo/|attachment_id=|/attachment/",
    re.I,
)


def lift(root: Node, base: str | None, lost: Counter[str]) -> list[Drawn]:
    """Put a placeholder where each picture stands, and gather the pictures.

    Args:
        root: the body; changed in place. `data-figure` in it indexes what is returned.
        base: the article's address, if it has one.
        lost: counts pictures that have no address.
    """
    for img in tree.each(root, "img"):
        if pictures.is_beacon(img):
            tree.drop(img)
    _drop_twins(root, base)
    bound = captions.bind(root)
    body: list[Drawn] = []
    for img in tree.each(root, "img"):
        image = pictures.image(img, base)
        if image is None:
            lost["unaddressed picture"] += 1
            _give_up(img, bound.get(img))
            continue
        drawn = _draw(image, bound.get(img))
        link = _link_around(img, image)
        mark = placing.place(img, len(body))
        if link is not None and mark.tag == "figure":
            _link_caption(drawn, link)
        body.append(drawn)
    _dissolve(root)
    return body


def _give_up(img: Node, caption: Node | None) -> None:
    """A picture without an address leaves its caption as a paragraph."""
    if caption is None:
        tree.drop(img)
    else:
        caption.tag = "p"
        caption.set("class", "caption")
        tree.replace(img, caption)


def _drop_twins(root: Node, base: str | None) -> None:
    """One picture given twice in a row, for lazy loading or for old browsers, is one picture."""
    for holder in tree.each(root, "figure", "picture", "a", "p", "div"):
        seen: dict[str, Node] = {}
        if holder.tag in ("p", "div") and not tree.is_blank(tree.text(holder)):
            continue
        for img in list(holder.iter("img")):
            name = pictures.key(pictures.best_address(img, base) or "")
            first = seen.setdefault(name, img)
            if name and first is not img:
                for said in ("alt", "title"):
                    if not first.get(said) and img.get(said):
                        first.set(said, img.get(said, ""))
                tree.drop(img)


def _draw(image: Image, caption: Node | None) -> Drawn:
    """Split the caption into caption and credit, and note where both came from."""
    caption = tree.make("div") if caption is None else caption
    credit = credits.split_marked(caption) or credits.split_textual(caption)
    words = tree.words(caption)
    given: dict[str, object] = {}
    if words:
        given["caption"] = words
    elif image.caption:
        tree.add_text(caption, image.caption)
    if credit:
        given["credit"] = credit
    came = dict(image.provenance) | dict.fromkeys(given, "figcaption")
    if image.caption or given:
        given["decorative"] = False
    if image.headline and alike(image.headline, words):
        given["headline"] = None
        came.pop("headline", None)
    return Drawn(image.model_copy(update={**given, "provenance": came}), caption)


def _link_around(img: Node, image: Image) -> Node | None:
    """The link a picture is, if it leads to more than the picture itself."""
    link = next((one for one in tree.ancestors(img) if one.tag == "a"), None)
    href = "" if link is None else link.get("href", "")
    if link is None or not href or not tree.is_blank(tree.text(link)):
        return None
    stem = _EXTENSION.sub("", pictures.key(href))
    own = stem in pictures.key(image.src or "") or href.startswith("#")
    if own or _PICTURE_PAGE.search(href):
        del link.attrib["href"]
        return None
    return link


def _link_caption(drawn: Drawn, link: Node) -> None:
    """A figure is no link on paper: its caption tells where it led."""
    href = tree.pop(link, "href") or ""
    if not tree.holds_nothing(drawn.caption):
        tree.add_text(drawn.caption, " ")
    drawn.caption.append(tree.make("a", site_of(href) or href, href=href))
    drawn.linked = True


def _dissolve(root: Node) -> None:
    """What is left of figures and `picture`: quotations, tables, code and words of their own."""
    for element in tree.each(root, "source", "track"):
        tree.drop(element)
    for picture in tree.each(root, "picture"):
        tree.unwrap(picture)
    for caption in tree.each(root, "figcaption"):
        caption.tag = "p"
        caption.set("class", "caption")
    for figure in tree.each(root, "figure"):
        if figure.get("data-figure") is None:
            figure.tag = "div"
