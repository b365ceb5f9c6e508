"""Pictures of a body: a body goes in, its pictures come out with their captions and credits.

A numbered placeholder stands in the place of each picture.
"""

import re
from collections.abc import Sequence

from printkit.article import Image
from printkit.copyedit import captions, credits, pictures, placing, tree, twins
from printkit.copyedit.addresses import join_address
from printkit.copyedit.picture_items import free_pictures
from printkit.copyedit.picture_list import DraftPicture
from printkit.copyedit.picture_sizes import split_size
from printkit.copyedit.removals import Removals, place_of
from printkit.copyedit.same_picture import SamePicture
from printkit.copyedit.tree import Node
from printkit.text.comparing import alike, letters
from printkit.text.patterns import regex
from printkit.text.printed_address import site_of

_EXTENSION = regex(r"\.\w{2,5}$")
_PICTURE_PAGE = regex(
    r"\.(jpe?g|png|gif|webp|avif|svg|tiff?|bmp)([?#]|$)|/File:|/photo/|attachment_id=|/attachment/",
    re.I,
)


def lift_pictures(
    root: Node, notes: Sequence[Node], base: str | None, same: SamePicture, removals: Removals
) -> list[DraftPicture]:
    """Put a placeholder in the place of each picture of the body, and return the pictures.

    Args:
        root: the body; changed in place. `data-figure` of a placeholder is the index of its
            picture in the returned list.
        notes: the notes that were lifted out of the body; changed in the same way.
        base: the article's address, if it has one.
        same: tells which addresses show one picture.
        removals: gets pictures without an address, repeated pictures, and the links of pictures
            and credits that are not printed.
    """
    # One picture may stand in the text and in a note: all are read together.
    box = tree.make("section")
    box.extend(notes)
    root.append(box)
    lifted = _lift(root, base, same, removals)
    for note in notes:
        box.remove(note)
    root.remove(box)
    return lifted


def _lift(
    root: Node, base: str | None, same: SamePicture, removals: Removals
) -> list[DraftPicture]:
    for img in tree.each(root, "img"):
        if pictures.is_beacon(img):
            tree.drop(img)
    for img in tree.each(root, "img"):
        _choose_readable(img, same)
    twins.drop_doubles(root, same, removals)
    free_pictures(root)
    bound = captions.bind_captions(root, removals)
    body: list[DraftPicture] = []
    for img in tree.each(root, "img"):
        image = pictures.read_image(img)
        if image is None:
            removals.note("unaddressed picture", img.get("alt") or "", place_of(img))
            _give_up(img, bound.get(img))
            continue
        picture = _draw(image, bound.get(img), removals)
        link = _link_around(img, image, base, removals)
        picture.for_some_screens = twins.is_for_some_screens(img)
        mark = placing.put_placeholder(img, len(body), captioned=picture.is_captioned)
        if mark.tag == "img":
            _keep_in_line(picture, removals)
        if link is not None and mark.tag == "figure":
            _link_caption(picture, link)
        body.append(picture)
    body = twins.join_twins(root, body, same, removals)
    _dissolve(root)
    return body


def _choose_readable(img: Node, same: SamePicture) -> None:
    """Give a picture the best address that can be read: a saved page lacks most sizes."""
    found = list(dict.fromkeys(pictures.addresses(img)))
    if not found[1:] or same.digest(found[0]):
        return
    if readable := next(filter(same.digest, found[1:]), None):
        pictures.set_address(img, readable, pictures.read_size(img))


def _give_up(img: Node, caption: Node | None) -> None:
    """Replace a picture without an address by a paragraph with its caption, or drop it."""
    if caption is None:
        tree.drop(img)
    else:
        caption.tag = "p"
        caption.set("class", "caption")
        tree.replace(img, caption)


def _draw(image: Image, caption: Node | None, removals: Removals) -> DraftPicture:
    """Return a picture with its caption, its credit, and a note of the markup that gave each."""
    caption = tree.make("div") if caption is None else caption
    credit = _cut_credit(caption, removals)
    words = tree.words(caption)
    given: dict[str, object] = {}
    if words:
        given["caption"] = words
        if image.caption and not _says(words, image.caption):
            removals.note("caption", image.caption)
    elif image.caption:
        tree.add_text(caption, image.caption)
    if credit:
        given["credit"] = _joined_credits(credit, image.credit or "")
    came = dict(image.provenance) | dict.fromkeys(given, "figcaption")
    if image.caption or given:
        given["decorative"] = False  # a picture with words is no decoration, whatever its `alt` is
    if image.headline and alike(image.headline, words):
        given["headline"] = None
        came.pop("headline", None)
    return DraftPicture(image.model_copy(update={**given, "provenance": came}), caption)


def _keep_in_line(picture: DraftPicture, removals: Removals) -> None:
    """Make a picture a sign within a line, where a title has no place."""
    picture.in_line = True
    if picture.image.headline:
        removals.note("title", picture.image.headline)
        picture.image = picture.image.model_copy(update={"headline": None})


def _cut_credit(caption: Node, removals: Removals) -> str | None:
    """Cut the credit out of a caption; return the credit, without links and repeated names."""
    links = list(caption.iter("a"))
    found = credits.split_marked(caption)
    if not found and (written := credits.split_textual(caption)) is not None:
        found = [written]
    names: list[str] = []
    for name, label in found:
        removals.rewrite("label", label)
        if name in names:
            removals.rewrite("credit", name)
        elif name:
            names.append(name)
        elif label:
            removals.note("label", label)
    for link in links:
        if caption not in tree.ancestors(link):
            removals.unlink(link, "it stands in the credit of a picture")
    return " / ".join(names) or None


def _joined_credits(credit: str, other: str) -> str:
    """Return both of two credits, or the one that has the words of both."""
    if _says(credit, other):
        return credit
    return other if _says(other, credit) else f"{credit} / {other}"


def _says(text: str, words: str) -> bool:
    """Tell whether a text has some words."""
    return letters(words) in letters(text)


def _link_around(img: Node, image: Image, base: str | None, removals: Removals) -> Node | None:
    """Return the link around a picture, unless it leads to the picture or to the picture's page.

    Such a link loses its address.
    """
    link = next((one for one in tree.ancestors(img) if one.tag == "a"), None)
    href = "" if link is None else link.get("href", "")
    if link is None or not href or not tree.is_blank(tree.text(link)):
        return None
    stem = _EXTENSION.sub("", split_size(href).rest)
    own = stem in split_size(join_address(base, image.src or "")).rest or href.startswith("#")
    if own or _PICTURE_PAGE.search(href):
        if own:
            del link.attrib["href"]
        removals.unlink(link, "it leads to a page about the picture")
        return None
    return link


def _link_caption(picture: DraftPicture, link: Node) -> None:
    """Add the link of a picture to its caption, once: on paper a figure is no link."""
    href = tree.pop(link, "href") or ""
    picture.linked = True
    if any(one.get("href") == href for one in picture.caption.iter("a")):
        return
    if not tree.holds_nothing(picture.caption):
        tree.add_text(picture.caption, " ")
    picture.caption.append(tree.make("a", site_of(href) or href, href=href))


def _dissolve(root: Node) -> None:
    """Unwrap each `picture`, and make a `div` of each `figure` that is no placeholder.

    A `figure` of the site may still hold a quotation, a table, code or other words.
    """
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
