"""The cover's picture: the one that was chosen, else the first article's that opens with one."""

from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from printkit.article import Image
from printkit.edition.ticket import JobTicket
from printkit.errors import EditionError, PrintkitError
from printkit.issue.plan import Plan
from printkit.pages import Picture
from printkit.pictures import gather
from printkit.prepare import prepare
from printkit.readers import Reading

# A picture that is coarser would be seen to be: pixels across the page's width.
_LEAST_ACROSS = 900
# Pictured articles that are looked at; making a picture ready takes time.
_LOOKED_AT = 6
_ADDRESS = "https://cover.invalid/"


class Cover(NamedTuple):
    """What a cover shows.

    Attributes:
        picture: None for a cover in type alone.
        anchor: of the article that the picture is of; empty if it is of none.
    """

    picture: Picture | None = None
    anchor: str = ""


def choose_cover(plan: Plan, articles: Iterable[tuple[Reading, str]], order: JobTicket) -> Cover:
    """Find the cover's picture.

    Args:
        plan: names a picture, or leaves the choice to us.
        articles: those that are printed, in the order of the issue, and what opens the ids
            of each. Of others not even the pictures are asked for: they may have been the fault.
        order: how pictures are had.

    Raises:
        EditionError: the picture that the plan names cannot be used.
    """
    if "cover" in plan.without:
        return Cover()
    if plan.cover_picture:
        return Cover(_chosen(plan, order))
    pictured = (
        (reading, anchor)
        for reading, anchor in articles
        if reading.article.images or "<img" in reading.article.body
    )
    for reading, anchor in islice(pictured, _LOOKED_AT):
        lead = _lead(reading, order)
        if lead and lead.width >= _LEAST_ACROSS:
            return Cover(lead, anchor)
    return Cover()


def _lead(reading: Reading, order: JobTicket) -> Picture | None:
    try:
        prepared = prepare(reading, order)
    except PrintkitError:
        return None  # it is accounted for where it is printed
    opening = prepared.copy.lead
    lead = prepared.gathered.by_src.get(opening.image.src or "") if opening else None
    return lead if isinstance(lead, Picture) else None


def _chosen(plan: Plan, order: JobTicket) -> Picture:
    # As if it came from an address: the file may have any name.
    image = Image(
        src=_ADDRESS,
        caption=plan.cover_caption or None,
        credit=plan.cover_credit or None,
        alt=plan.cover_caption or None,
    )
    gathered = gather.gather(
        [image],
        folder=None,
        fetch=lambda _: Path(plan.cover_picture).read_bytes(),
        page_size=order.edition.sheet,
        language=order.edition.language,
    )
    found = gathered.by_src[_ADDRESS]
    if isinstance(found, Picture):
        return found
    raise EditionError(
        f"the cover's picture cannot be used: {found.reason}",
        where=plan.cover_picture,
        remedy="Give a JPEG, PNG, WebP, AVIF or TIFF file as cover_picture.",
    )
