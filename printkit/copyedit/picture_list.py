"""Picture list: the pictures of an article go in, and come out in the order of the pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from printkit.article import Image
from printkit.copyedit import tree
from printkit.copyedit.tree import Node
from printkit.remarks import Remark


@dataclass
class DraftPicture:
    """A picture while its article is edited.

    Attributes:
        image: everything that is known of the picture.
        caption: the caption with markup, detached from the body; empty if there is none.
        linked: whether the picture was a link to another page, as portraits of authors are.
        for_some_screens: whether the page shows the picture only on some kinds of screens.
        in_line: whether the picture is a sign within a line of text.
    """

    image: Image
    caption: Node = field(default_factory=lambda: tree.make("div"))
    linked: bool = False
    for_some_screens: bool = False
    in_line: bool = False

    @property
    def is_captioned(self) -> bool:
        """Tell whether the picture has a caption or a credit."""
        return bool(self.image.caption or self.image.credit)


@dataclass
class PictureList:
    """The pictures of an article.

    Attributes:
        body: the pictures in the body, by the numbers of their placeholders.
        lead: the picture that opens the article, or None.
        gallery: the pictures that are printed after the body.
        remarks: on words that other words replace.
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
