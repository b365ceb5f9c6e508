"""Picture passes: a body, its notes and a record go in; all uses of pictures come out."""

from collections.abc import Sequence

from printkit.article import Article
from printkit.copyedit import (
    aria_tables,
    background_pictures,
    layout_tables,
    picture_elements,
    placing,
)
from printkit.copyedit.figures import lift_pictures
from printkit.copyedit.film_captions import mark_captions
from printkit.copyedit.limits import check_pictures
from printkit.copyedit.numbered_captions import deal_captions
from printkit.copyedit.picture_list import PictureList
from printkit.copyedit.record_pictures import list_pictures
from printkit.copyedit.removals import Removals
from printkit.copyedit.same_picture import SamePicture
from printkit.copyedit.tree import Node
from printkit.edition.limits import DEFAULTS, Limits


def name_uses(root: Node, removals: Removals, where: str, limits: Limits = DEFAULTS) -> None:
    """Make an `img` of everything that shows a picture; mark the captions of other things.

    Args:
        root: the body; changed in place.
        removals: gets everything that is not printed.
        where: the record's name, for the error on too many pictures.
        limits: how many pictures the body may have.
    """
    picture_elements.name_pictures(root, removals)
    background_pictures.name_backgrounds(root)
    mark_captions(root)
    check_pictures(sum(1 for _ in root.iter("img")), where, limits)


def find_uses(
    root: Node,
    notes: Sequence[Node],
    article: Article,
    same: SamePicture,
    removals: Removals,
    where: str,
) -> PictureList:
    """Take the pictures out of a body and its notes; return them with those of the record.

    Args:
        root: the body; changed in place.
        notes: the notes that were lifted out of the body; changed in the same way.
        article: the record.
        same: tells which addresses show one picture.
        removals: gets everything that is not printed.
        where: the record's name, for remarks.
    """
    for part in (root, *notes):
        aria_tables.make_tables(part)
        layout_tables.open_layouts(part)
        deal_captions(part)
    shown = lift_pictures(root, notes, article.url, same, removals)
    pictures = list_pictures(shown, article, same, removals, where)
    captioned = {place for place, one in enumerate(shown) if one.is_captioned}
    for part in (root, *notes):
        placing.part_captioned(part, captioned)
    return pictures
