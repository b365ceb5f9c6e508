"""All pictures of an article: the body's own and the record's, each printed once."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from printkit.article import Article, Image
from printkit.copyedit import pictures, tree
from printkit.copyedit.addresses import join_address
from printkit.copyedit.tree import Node
from printkit.remarks import Remark

_WORDS = ("headline", "caption", "credit", "alt")
_GAPS = (*_WORDS, "width", "height")


@dataclass
class Drawn:
    """A picture while its page is being made.

    Attributes:
        image: what is known of it.
        caption: its caption with markup, detached from the body; empty if none.
        linked: it was a link to somewhere else, as portraits of authors are.
    """

    image: Image
    caption: Node = field(default_factory=lambda: tree.make("div"))
    linked: bool = False


@dataclass
class PictureList:
    """All pictures of an article: in the body, before it, and after it."""

    body: list[Drawn]
    lead: Drawn | None = None
    gallery: list[Drawn] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def __iter__(self) -> Iterator[Drawn]:
        yield from filter(None, (self.lead, *self.body, *self.gallery))

    def settle(self, body: Node) -> None:
        """Number the pictures as they stand; one that opens the body is the lead."""
        marks = list(body.iter("figure", "img"))
        shown = [self.body[int(mark.get("data-figure", ""))] for mark in marks]
        if self.lead is None and len(body) and body[0].tag == "figure" and not shown[0].linked:
            self.lead = shown[0]
        self.body = []
        for mark, drawn in zip(marks, shown, strict=True):
            if drawn is self.lead:
                tree.drop(mark)
            else:
                mark.set("data-figure", str(len(self.body)))
                self.body.append(drawn)
        if self.lead is not None:
            self.lead.image = self.lead.image.model_copy(update={"role": "lead"})


def gather(body: list[Drawn], article: Article, where: str) -> PictureList:
    """Add the record's own pictures: found in the body, or before and after it.

    Args:
        body: the pictures the body shows.
        article: the record; its fields win over what the body says of a picture.
        where: the record's name, for remarks.
    """
    sheet = PictureList(body)
    by_key: dict[str, list[Drawn]] = {}
    for drawn in body:
        by_key.setdefault(pictures.key(drawn.image.src or ""), []).append(drawn)
    for image in article.images:
        src = join_address(article.url, image.src) if image.src else ""
        shown = by_key.get(pictures.key(src), []) if src else []
        for drawn in shown:
            _prefer_record(drawn, image, sheet.remarks, where)
        if not shown:
            _add(sheet, image)
        elif image.role == "lead" and sheet.lead is None:
            sheet.lead = shown[0]
    return sheet


def _add(sheet: PictureList, image: Image) -> None:
    opens = image.role == "lead" or (image.role is None and sheet.lead is None)
    drawn = Drawn(image, tree.make("div", image.caption or ""))
    if opens and sheet.lead is None:
        sheet.lead = drawn
    else:
        drawn.image = image.model_copy(update={"role": "gallery"})
        sheet.gallery.append(drawn)


def _prefer_record(drawn: Drawn, image: Image, remarks: list[Remark], where: str) -> None:
    """The record's fields win, the body's fill the gaps."""
    seen = drawn.image
    gaps = {name: getattr(seen, name) for name in _GAPS if getattr(image, name) is None}
    came = {name: way for name, way in seen.provenance.items() if name in gaps}
    if gone := "; ".join(_replaced(seen, image)):
        gave = f"words of a picture in the body gave way to the record's: {gone}"
        remarks.append(Remark("PK205", gave, where))
    if image.caption:
        drawn.caption = tree.make("div", image.caption)
    drawn.image = image.model_copy(
        update={**gaps, "role": "inline", "provenance": came | dict(image.provenance)}
    )


def _replaced(seen: Image, image: Image) -> Iterator[str]:
    """What the body said otherwise, field by field."""
    for name in _WORDS:
        said, given = getattr(seen, name), getattr(image, name)
        if said and given and tree.fold(given) != tree.fold(said):
            yield f"{name} “{said}”"
