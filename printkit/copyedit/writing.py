"""Writing, the last pass: an edited body and its pictures go in, clean copy comes out."""

from collections.abc import Sequence

from printkit.copyedit import tree
from printkit.copyedit.clean_copy import Copy, DatelineHole, Figure, FigureHole
from printkit.copyedit.holes import Holes
from printkit.copyedit.picture_list import DraftPicture, PictureList
from printkit.copyedit.tree import Node


def write_copy(
    body: Node, notes: Sequence[Node], pictures: PictureList, holes: Holes, prefix: str
) -> Copy:
    """Write a body and the captions of its pictures as safe HTML with holes.

    Args:
        body: the edited tree; it is changed in place.
        notes: the notes of the body; they get marks for their pictures.
        pictures: the edited pictures, in the order in which they stand in the body.
        holes: the object that has made all marks in the body and in the captions.
        prefix: stands before every id, and in links within the article.
    """

    def figure(picture: DraftPicture) -> Figure:
        return Figure(picture.image, holes.write(picture.caption, prefix))

    # A picture before the first paragraph must still be there when the dateline is marked.
    _mark_dateline(body, holes)
    for part in (body, *notes):
        _mark_figures(part, holes)
    return Copy(
        body=holes.write(body, prefix),
        figures=tuple(map(figure, pictures.body)),
        lead=figure(pictures.lead) if pictures.lead else None,
        gallery=tuple(map(figure, pictures.gallery)),
    )


def _mark_dateline(body: Node, holes: Holes) -> None:
    """Mark the place of the dateline: in the paragraph that opens the body, or before the body."""
    opens = len(body) > 0 and body[0].tag == "p"
    place = body[0] if opens else body
    place.text = holes.mark(DatelineHole(in_paragraph=opens)) + (place.text or "")


def _mark_figures(body: Node, holes: Holes) -> None:
    """Put a mark in the place of each placeholder."""
    for element in tree.each(body, "figure", "img"):
        hole = FigureHole(int(element.get("data-figure", "")), in_line=element.tag == "img")
        tree.add_before(element, holes.mark(hole))
        tree.drop(element)
