"""Plates: the pictures of an article as its pages show them, and as its issue lists them."""

import re
from typing import NamedTuple

from markupsafe import Markup, escape

from printkit.article import Image
from printkit.copyedit.clean_copy import Copy, Figure
from printkit.markup.cross_references import CrossReferences
from printkit.markup.entries import ArticleEntry, CreditedPicture
from printkit.markup.holes import fill_holes
from printkit.pages import Gathered, LostPicture, Picture
from printkit.pictures.gather import shown_src
from printkit.text.printed_address import printed_address
from printkit.text.repeats import each_once
from printkit.text.shortening import shortened
from printkit.wording.attribution import Attribution

# Letters read in a minute, as the International Reading Speed Texts found them.
_LETTERS, _IDEOGRAPHS = 1000, 300
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LONGEST_TITLE = 80  # characters


class Shown(NamedTuple):
    """A picture as it is shown: found, with its url, or lost, with a reason and an address.

    Attributes:
        broad: whether it is a little wider than high, and would miss the measure by a little
            where it may only be so high.
    """

    anchor: str
    url: str
    alt: str
    reason: str
    address: str
    title: str
    caption: Markup
    credit: str
    broad: bool = False


class Pictures(NamedTuple):
    """The pictures of an article, by where they stand."""

    lead: Shown | None
    body: tuple[Shown, ...]
    gallery: tuple[Shown, ...]

    @property
    def all(self) -> tuple[Shown, ...]:
        """In reading order."""
        return (*((self.lead,) if self.lead else ()), *self.body, *self.gallery)


def pictures(
    copy: Copy, gathered: Gathered, attribution: Attribution, prefix: str, links: CrossReferences
) -> Pictures:
    """Work out how an article's pictures are shown; each has an id, counted in reading order.

    No id of the body has a full stop after the prefix.

    Args:
        links: what the links in captions need.
    """
    lead = (copy.lead,) if copy.lead else ()
    every = tuple(
        shown(figure, gathered, attribution, links, f"{prefix}.{number}")
        for number, figure in enumerate((*lead, *copy.figures, *copy.gallery), 1)
    )
    body, gallery = len(lead), len(lead) + len(copy.figures)
    return Pictures(every[0] if lead else None, every[body:gallery], every[gallery:])


def story(copy: Copy, gathered: Gathered, attribution: Attribution, prefix: str) -> ArticleEntry:
    """What the rest of the issue says of an article: its anchor, reading time and pictures."""
    found = pictures(copy, gathered, attribution, prefix, CrossReferences(attribution)).all
    credited = tuple(
        CreditedPicture(one.anchor, _picture_title(one), one.credit, lost=not one.url)
        for one in found
    )
    return ArticleEntry(prefix, _minutes("".join(copy.blocks)), credited)


def _minutes(text: str) -> int:
    ideographs = len(_IDEOGRAPH.findall(text))
    others = sum(map(str.isalnum, text)) - ideographs
    return max(1, round(ideographs / _IDEOGRAPHS + others / _LETTERS))


def _picture_title(picture: Shown) -> str:
    words = picture.title or picture.caption.striptags() or picture.alt
    return shortened(words, _LONGEST_TITLE)


def shown(
    figure: Figure,
    gathered: Gathered,
    attribution: Attribution,
    links: CrossReferences,
    anchor: str = "",
) -> Shown:
    """Work out how a picture is shown, with what its own file adds to the record."""
    found = gathered.by_src.get(figure.image.src or "")
    image = found.image if isinstance(found, Picture) else figure.image
    words = fill_holes(figure.caption, links.fill)
    return Shown(
        anchor=anchor,
        url=found.url if isinstance(found, Picture) else "",
        alt="" if image.decorative else image.alt or image.caption or image.headline or "",
        reason=_reason(found, attribution),
        address=_shown_address(image.src or ""),
        title=image.headline or "",
        caption=words or escape(figure.image.caption or image.caption or ""),
        credit=" ".join(
            filter(None, (_credited(image, attribution), _taken(figure.image, attribution)))
        ),
        broad=isinstance(found, Picture) and 1.1 < found.width / found.height < 1.35,
    )


def _reason(found: Picture | LostPicture | None, attribution: Attribution) -> str:
    """Why there is no picture, in the reader's language; the remark says it in full."""
    return attribution.word("picture_not_available" if found else "picture_not_supplied")


def _shown_address(src: str) -> str:
    return "" if src.startswith("data:") else printed_address(shown_src(src))


def _credited(image: Image, attribution: Attribution) -> str:
    rights = attribution.picture_rights(image)
    return " · ".join(line for line in (attribution.picture_credit(image), *rights) if line)


def _taken(image: Image, attribution: Attribution) -> str:
    """Where and when, as the record itself has it; a file's own data say it of every snapshot."""
    place = image.place
    where = each_once(place.name, place.region, place.country) if place else []
    when = [attribution.date(image.date_created)] if image.date_created else []
    return attribution.word("comma").join((*where, *when))
