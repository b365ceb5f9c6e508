"""Figures: takes clean copy and gathered pictures, gives each picture with its printed words."""

from typing import NamedTuple

from markupsafe import Markup, escape

from printkit.article import Image
from printkit.copyedit.clean_copy import Copy, Figure
from printkit.markup.cross_references import CrossReferences
from printkit.markup.holes import fill_holes
from printkit.pages import Gathered, LostPicture, Picture
from printkit.pictures.gather import shown_src
from printkit.text.printed_address import printed_address
from printkit.text.repeats import each_once
from printkit.wording.attribution import Attribution

# Width divided by height. The style sheet limits the height of pictures, which would make a picture
# in this range a little narrower than the text: such a lead picture may be higher.
_BROAD_LEAST, _BROAD_MOST = 1.1, 1.35
# Pixels of the shorter side. A line of text has room for a sign: by the size that the page gives
# the picture, else by the size of the file, which is often twice as large as the sign.
_SIGN_MOST, _SIGN_FILE_MOST = 64, 120


class ShownPicture(NamedTuple):
    """A picture as it is shown: found, with its url, or lost, with a reason and an address.

    Attributes:
        anchor: the id of the picture.
        url: the address that the press serves; empty for a lost picture.
        alt: the alternative text, which a screen reader says; empty for a decoration.
        reason: why there is no picture, in the reader's language; printed for a lost picture only.
        address: the address of the picture in the record; printed for a lost picture only.
        title, caption, credit: printed below the picture; each may be empty.
        broad: whether the picture is a little wider than high.
        pieces: the urls of the pieces of a very tall picture, which are printed in its place.
        large: whether the picture is too large for a sign in a line of text.
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
    pieces: tuple[str, ...] = ()
    large: bool = False


class ShownPictures(NamedTuple):
    """The pictures of an article by their place: above, within and behind the text."""

    lead: ShownPicture | None
    body: tuple[ShownPicture, ...]
    gallery: tuple[ShownPicture, ...]

    @property
    def all(self) -> tuple[ShownPicture, ...]:
        """Return every picture, in reading order."""
        return (*((self.lead,) if self.lead else ()), *self.body, *self.gallery)

    @property
    def anchors(self) -> tuple[str, ...]:
        """Return the ids of all pictures, in reading order."""
        return tuple(one.anchor for one in self.all)


def show_pictures(
    copy: Copy, gathered: Gathered, attribution: Attribution, links: CrossReferences, prefix: str
) -> ShownPictures:
    """Return an article's pictures with their words, and with ids counted in reading order.

    Args:
        copy: the clean copy.
        gathered: the pictures of the same copy, found or lost.
        attribution: the words of the article's language.
        links: writes the links in captions.
        prefix: the beginning of the ids; with the prefix `a`, the first id is `a.1`. No id of the
            body has a full stop after the prefix, so no two ids are alike.
    """
    every = tuple(
        show_picture(figure, found, attribution, links, f"{prefix}.{number}")
        for number, (figure, found) in enumerate(
            zip(copy.every_figure, gathered.uses, strict=True), 1
        )
    )
    body = 1 if copy.lead else 0
    gallery = body + len(copy.figures)
    return ShownPictures(every[0] if body else None, every[body:gallery], every[gallery:])


def show_picture(
    figure: Figure,
    found: Picture | LostPicture,
    attribution: Attribution,
    links: CrossReferences,
    anchor: str = "",
) -> ShownPicture:
    """Return a picture with its words, from the record and from the metadata of its file."""
    image = found.image if isinstance(found, Picture) else figure.image
    caption = fill_holes(figure.caption, links.fill)
    credit = _credit(image, attribution)
    if isinstance(found, LostPicture):
        # The file of a picture that must not be printed may name the credit.
        credit = credit or _credit(found.image, attribution)
    credited = (credit, _place_and_day(figure.image, attribution))
    return ShownPicture(
        anchor=anchor,
        url=found.url if isinstance(found, Picture) else "",
        alt="" if image.decorative else image.alt or image.caption or image.headline or "",
        reason=_reason(found, attribution),
        address=attribution.isolated(_source(found, image.src or "")),
        title=attribution.isolated(image.headline or ""),
        caption=caption or escape(figure.image.caption or image.caption or ""),
        credit=" ".join(filter(None, credited)),
        broad=isinstance(found, Picture)
        and _BROAD_LEAST < found.width / found.height < _BROAD_MOST,
        pieces=tuple(one.url for one in found.pieces) if isinstance(found, Picture) else (),
        large=isinstance(found, Picture) and _is_large(figure.image, found),
    )


def _is_large(image: Image, found: Picture) -> bool:
    given = [side for side in (image.width, image.height) if side]
    if given:
        return min(given) > _SIGN_MOST
    return min(found.width, found.height) > _SIGN_FILE_MOST


def _reason(found: Picture | LostPicture, attribution: Attribution) -> str:
    """Return why there is no picture, in a few words; a remark says more to the editor."""
    is_named = found.image.src is not None
    return attribution.word("picture_not_available" if is_named else "picture_not_supplied")


def _source(found: Picture | LostPicture | None, src: str) -> str:
    address = (isinstance(found, LostPicture) and found.address) or src
    return "" if address.startswith("data:") else printed_address(shown_src(address))


def _credit(image: Image, attribution: Attribution) -> str:
    rights = attribution.picture_rights(image)
    return " · ".join(line for line in (attribution.picture_credit(image), *rights) if line)


def _place_and_day(image: Image, attribution: Attribution) -> str:
    """Return place and day of a picture, if the record itself names them.

    Cameras write place and time into every file, so the metadata of a file is not printed here.
    """
    place = image.place
    where = each_once(place.name, place.region, place.country) if place else []
    when = [attribution.date(image.date_created)] if image.date_created else []
    return attribution.listed((*where, *when))
