"""Choose the picture of the cover: takes a plan and articles, gives a picture or none.

The picture is the one that the plan names, else the picture that opens an article.
"""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from printkit import copyedit
from printkit.article import Image
from printkit.edition.ticket import JobTicket
from printkit.errors import EditionError
from printkit.issue.plan import Plan
from printkit.pages import Picture
from printkit.pictures import gather
from printkit.pictures.sources import PictureSources
from printkit.prepare import gather_pictures, picture_sources
from printkit.readers import Reading

# In pixels. A picture with fewer pixels across the page would look coarse.
_LEAST_ACROSS = 900
# At most so many articles with pictures are searched, because each picture takes time.
_LOOKED_AT = 6
_ADDRESS = "https://cover.invalid/"


class Cover(NamedTuple):
    """The picture of a cover, and the article that the picture comes from.

    Attributes:
        picture: the picture; None for a cover without a picture.
        anchor: the id of the article's headline; empty if the picture comes from no article.
    """

    picture: Picture | None = None
    anchor: str = ""


def choose_cover(plan: Plan, articles: Iterable[tuple[Reading, str]], ticket: JobTicket) -> Cover:
    """Choose the picture of the cover.

    Args:
        plan: the plan; its `cover_picture` is a path, or empty for a picture of an article.
        articles: the printed articles in the order of the issue, each with the prefix of its
            ids. An article that could not be printed is left out: its picture may be the cause.
        ticket: how the articles are printed.

    Raises:
        EditionError: the picture that the plan names cannot be used.
    """
    if "cover" in plan.without:
        return Cover()
    if plan.cover_picture:
        return Cover(_picture_of_plan(plan, ticket))
    pictured = (
        (reading, anchor)
        for reading, anchor in articles
        if reading.article.images or "<img" in reading.article.body
    )
    for reading, anchor in islice(pictured, _LOOKED_AT):
        picture = _opening_picture(reading, ticket)
        if picture and picture.width >= _LEAST_ACROSS:
            return Cover(picture, anchor)
    return Cover()


def _opening_picture(reading: Reading, ticket: JobTicket) -> Picture | None:
    """Gather the picture that opens an article, and no other picture of the article."""
    lead = copyedit.edit(reading.article, links=ticket.edition.links, limits=ticket.limits).lead
    if not lead or not lead.image.src:
        return None
    (found,) = gather_pictures([lead.image], reading, ticket, picture_sources(reading, ticket)).uses
    return found if isinstance(found, Picture) else None


def _picture_of_plan(plan: Plan, ticket: JobTicket) -> Picture:
    # The picture gets a fixed address, because the name of a file may be no valid address.
    image = Image(
        src=_ADDRESS,
        caption=plan.cover_caption or None,
        credit=plan.cover_credit or None,
        alt=plan.cover_caption or None,
    )
    gathered = gather.gather_images(
        [image],
        PictureSources(None, None, chosen=Path(plan.cover_picture), limits=ticket.limits),
        page_size=ticket.edition.sheet,
        language=ticket.edition.language,
        allow_restricted=ticket.edition.allow_restricted,
    )
    (found,) = gathered.uses
    if isinstance(found, Picture):
        return found
    raise EditionError(
        f"the cover's picture cannot be used: {found.reason}",
        where=plan.cover_picture,
        remedy="Give a JPEG, PNG, WebP, AVIF or TIFF file as cover_picture.",
    )
