"""Plates: the pictures of an article as its pages show them, and as its issue lists them."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from printkit.article import Image
from printkit.copyedit import plain_blocks
from printkit.markup.entries import ArticleEntry, CreditedPicture
from printkit.markup.templates import parts
from printkit.pages import Copy, Figure, Gathered, LostPicture, Picture
from printkit.pictures.gather import shown_src
from printkit.text.printed_address import printed_address
from printkit.text.repeats import each_once
from printkit.text.shortening import shortened
from printkit.wording.attribution import Attribution

# Letters read in a minute, as the International Reading Speed Texts found them.
_LETTERS, _IDEOGRAPHS = 1000, 300
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LONGEST_TITLE = 80  # characters
# What copy-editing leaves where a picture stands.
_PLACEHOLDER = re.compile(r'<(figure|img) data-figure="(\d+)"\s*/?>(?:</figure>)?')


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

    def with_captions(self, change: Callable[[Markup], Markup]) -> "Pictures":
        """The same with every caption changed."""
        lead, *others = (
            one and one._replace(caption=change(one.caption))
            for one in (self.lead, *self.body, *self.gallery)
        )
        shown = tuple(filter(None, others))
        return Pictures(lead, shown[: len(self.body)], shown[len(self.body) :])


def pictures(copy: Copy, gathered: Gathered, attribution: Attribution, prefix: str) -> Pictures:
    """Work out how an article's pictures are shown; each has an id, counted in reading order.

    No id of the body has a full stop after the prefix.
    """
    lead = (copy.lead,) if copy.lead else ()
    every = tuple(
        shown(figure, gathered, attribution, f"{prefix}.{number}")
        for number, figure in enumerate((*lead, *copy.figures, *copy.gallery), 1)
    )
    body, gallery = len(lead), len(lead) + len(copy.figures)
    return Pictures(every[0] if lead else None, every[body:gallery], every[gallery:])


def place(safe: str, figures: Sequence[Shown]) -> Markup:
    """Copy-edited HTML with the pictures put in."""
    macros = parts("parts/figure.html")

    def put(match: re.Match[str]) -> str:
        macro = macros.inline if match[1] == "img" else macros.figure
        return str(macro(figures[int(match[2])]))

    return Markup(_PLACEHOLDER.sub(put, safe))


def story(copy: Copy, gathered: Gathered, attribution: Attribution, prefix: str) -> ArticleEntry:
    """What the rest of the issue says of an article: its anchor, reading time and pictures."""
    found = pictures(copy, gathered, attribution, prefix).all
    credited = tuple(
        CreditedPicture(one.anchor, _picture_title(one), one.credit, lost=not one.url)
        for one in found
    )
    return ArticleEntry(prefix, _minutes("".join(plain_blocks(copy))), credited)


def _minutes(text: str) -> int:
    ideographs = len(_IDEOGRAPH.findall(text))
    others = sum(map(str.isalnum, text)) - ideographs
    return max(1, round(ideographs / _IDEOGRAPHS + others / _LETTERS))


def _picture_title(picture: Shown) -> str:
    words = picture.title or picture.caption.striptags() or picture.alt
    return shortened(words, _LONGEST_TITLE)


def shown(figure: Figure, gathered: Gathered, attribution: Attribution, anchor: str = "") -> Shown:
    """Work out how a picture is shown, with what its own file adds to the record."""
    found = gathered.by_src.get(figure.image.src or "")
    image = found.image if isinstance(found, Picture) else figure.image
    # Copy-editing made the caption safe.
    words = Markup(figure.caption) or escape(figure.image.caption or image.caption or "")
    return Shown(
        anchor=anchor,
        url=found.url if isinstance(found, Picture) else "",
        alt="" if image.decorative else image.alt or image.caption or image.headline or "",
        reason=_reason(found, attribution),
        address=_shown_address(image.src or ""),
        title=image.headline or "",
        caption=words,
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
