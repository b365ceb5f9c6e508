"""Pictures stand in the body as numbered placeholders, each bound to what is printed with it."""

import re
from collections import Counter
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from printkit.article import Image
from printkit.copyedit import captions, credits, pictures, placing, tree
from printkit.copyedit.sheet import Drawn

_PICTURE_FILE = re.compile(r"\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp)$|/File:|/photo/", re.I)


def lift(root: HtmlElement, base: str | None, lost: Counter[str]) -> list[Drawn]:
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
        _link_caption(img, drawn)
        placing.place(img, len(body))
        body.append(drawn)
    _dissolve(root)
    return body


def _give_up(img: HtmlElement, caption: HtmlElement | None) -> None:
    """A picture without an address leaves its caption as a paragraph."""
    if caption is None:
        tree.drop(img)
    else:
        caption.tag = "p"
        caption.set("class", "caption")
        tree.replace(img, caption)


def _drop_twins(root: HtmlElement, base: str | None) -> None:
    """One picture given twice in a row, for lazy loading or for old browsers, is one picture."""
    for holder in tree.each(root, "figure", "picture", "a", "p", "div"):
        seen: dict[str, HtmlElement] = {}
        if holder.tag in ("p", "div") and not tree.is_blank("".join(holder.itertext())):
            continue
        for img in list(holder.iter("img")):
            name = pictures.key(pictures.address(img, base) or "")
            first = seen.setdefault(name, img)
            if name and first is not img:
                if not first.get("alt") and img.get("alt"):
                    first.set("alt", img.get("alt"))
                tree.drop(img)


def _draw(image: Image, caption: HtmlElement | None) -> Drawn:
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
    return Drawn(image.model_copy(update={**given, "provenance": came}), caption)


def _link_caption(img: HtmlElement, drawn: Drawn) -> None:
    """A picture that is a link to somewhere else gives its address to the caption."""
    link = next((one for one in tree.ancestors(img) if one.tag == "a"), None)
    if link is None or not tree.is_blank("".join(link.itertext())):
        return
    href = link.get("href") or ""
    try:
        parts = urlsplit(href)
    except ValueError:
        return
    same = pictures.key(href).rpartition(".")[0] in pictures.key(drawn.image.src or "")
    if not parts.hostname or same or _PICTURE_FILE.search(parts.path) or "attachment" in href:
        return
    if not tree.holds_nothing(drawn.caption):
        tree.add_text(drawn.caption, " ")
    drawn.caption.append(tree.make("a", parts.hostname.removeprefix("www."), href=href))


def _dissolve(root: HtmlElement) -> None:
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
