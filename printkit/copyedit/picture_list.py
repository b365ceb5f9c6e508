"""Picture list: pictures of the body and of the record go in, each picture comes out once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from printkit.article import Article, Image
from printkit.copyedit import pictures, tree
from printkit.copyedit.addresses import join_address
from printkit.copyedit.tree import Node
from printkit.remarks import Remark, Removed

_WORDS = ("headline", "caption", "credit", "alt")
_GAPS = (*_WORDS, "width", "height")


@dataclass
class DraftPicture:
    """A picture while its article is edited.

    Attributes:
        image: everything that is known of the picture.
        caption: the caption with markup, detached from the body; empty if there is none.
        linked: whether the picture was a link to another page, as portraits of authors are.
    """

    image: Image
    caption: Node = field(default_factory=lambda: tree.make("div"))
    linked: bool = False


@dataclass
class PictureList:
    """The pictures of an article.

    Attributes:
        body: the pictures in the body, by the numbers of their placeholders.
        lead: the picture that opens the article, or None.
        gallery: the pictures that are printed after the body.
        remarks: on words of the body that words of the record replace.
    """

    body: list[DraftPicture]
    lead: DraftPicture | None = None
    gallery: list[DraftPicture] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def __iter__(self) -> Iterator[DraftPicture]:
        yield from filter(None, (self.lead, *self.body, *self.gallery))

    def settle(self, body: Node, notes: Sequence[Node] = ()) -> None:
        """Renumber the pictures in reading order; make a picture that opens the body the lead.

        Args:
            body: the edited body, with placeholders.
            notes: the edited notes, whose pictures follow those of the body.
        """
        marks = [mark for part in (body, *notes) for mark in part.iter("figure", "img")]
        shown = [self.body[int(mark.get("data-figure", ""))] for mark in marks]
        # Pages often begin with the author's portrait, which links to a page about the author.
        if self.lead is None and len(body) and body[0].tag == "figure" and not shown[0].linked:
            self.lead = shown[0]
        self.body = []
        for mark, picture in zip(marks, shown, strict=True):
            if picture is self.lead:
                tree.drop(mark)
            else:
                mark.set("data-figure", str(len(self.body)))
                self.body.append(picture)
        if self.lead is not None:
            self.lead.image = self.lead.image.model_copy(update={"role": "lead"})

    def links(self, body: Node, notes: Sequence[Node] = ()) -> Iterator[Node]:
        """Yield all links and marks of notes in reading order, a caption's with its picture.

        Of the notes, only the links in captions are yielded.
        """
        tags = ("a", "x-note-ref")
        if self.lead:
            yield from list(self.lead.caption.iter(*tags))
        for element in list(body.iter(*tags, "figure", "img")):
            if element.tag in tags:
                yield element
            else:
                yield from list(self.body[int(element.get("data-figure", ""))].caption.iter(*tags))
        for mark in [one for note in notes for one in note.iter("figure", "img")]:
            yield from list(self.body[int(mark.get("data-figure", ""))].caption.iter(*tags))
        for picture in self.gallery:
            yield from list(picture.caption.iter(*tags))


def list_pictures(body: list[DraftPicture], article: Article, where: str) -> PictureList:
    """Join each picture of the record with the same picture of the body, or add the picture.

    Args:
        body: the pictures that the body shows.
        article: the record; its words about a picture replace the words in the body.
        where: the record's name, for remarks.
    """
    listed = PictureList(body)
    by_key: dict[str, list[DraftPicture]] = {}
    for picture in body:
        by_key.setdefault(pictures.key(picture.image.src or ""), []).append(picture)
    for image in article.images:
        src = join_address(article.url, image.src) if image.src else ""
        shown = by_key.get(pictures.key(src), []) if src else []
        for picture in shown:
            _prefer_record(picture, image, listed.remarks, where)
        if not shown:
            _add(listed, image)
        elif image.role == "lead" and listed.lead is None:
            listed.lead = shown[0]
    return listed


def _add(listed: PictureList, image: Image) -> None:
    opens = image.role == "lead" or (image.role is None and listed.lead is None)
    picture = DraftPicture(image, tree.make("div", image.caption or ""))
    if opens and listed.lead is None:
        listed.lead = picture
    else:
        picture.image = image.model_copy(update={"role": "gallery"})
        listed.gallery.append(picture)


def _prefer_record(picture: DraftPicture, image: Image, remarks: list[Remark], where: str) -> None:
    """Give a picture the fields of the record; keep fields of the body that the record lacks."""
    seen = picture.image
    gaps = {name: getattr(seen, name) for name in _GAPS if getattr(image, name) is None}
    came = {name: way for name, way in seen.provenance.items() if name in gaps}
    if gone := tuple(_replaced(seen, image)):
        said = "; ".join(f"{one.kind} “{one.words}”" for one in gone)
        gave = f"words of a picture in the body were replaced by the record's words: {said}"
        remarks.append(Remark("PK205", gave, where, removed=gone))
    if image.caption:
        picture.caption = tree.make("div", image.caption)
    picture.image = image.model_copy(
        update={**gaps, "role": "inline", "provenance": came | dict(image.provenance)}
    )


def _replaced(seen: Image, image: Image) -> Iterator[Removed]:
    """Yield the words of the body that the record's words replace, field by field."""
    for name in _WORDS:
        said, given = getattr(seen, name), getattr(image, name)
        if said and given and tree.fold(given) != tree.fold(said):
            yield Removed(name, said, "figure")
