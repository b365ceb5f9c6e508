"""The picture credits: takes the articles of an issue, gives a part that lists the credits."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from printkit.edition import Edition
from printkit.issue.cut_texts import CREDIT
from printkit.markup.digest.entry import language
from printkit.markup.digest.page import MatterPart
from printkit.markup.entries import PlacedSection
from printkit.pages import Picture, PrintedText
from printkit.remarks import Remark
from printkit.text.shortening import shortened
from printkit.wording.attribution import Attribution, attribution_in

_BEGINNING = 60  # characters


class Credit(NamedTuple):
    """A picture in the list of picture credits.

    Attributes:
        page: the folio, or the word for the cover.
        anchor: the id of the picture on the article's pages; empty for the cover.
        title: a few words that tell the picture from others; may be empty.
        lost: whether a ruled box is printed in the picture's place.
        language: the language of the title; empty for the language of the issue.
    """

    page: str
    anchor: str
    title: str
    credit: str
    lost: bool
    language: str = ""


def list_picture_credits(
    sections: Sequence[PlacedSection], edition: Edition, *, cover: Picture | None = None
) -> MatterPart:
    """List the credits of all pictures that have one, the cover's first, then page by page.

    Args:
        sections: the articles of the issue.
        edition: the edition of the issue.
        cover: the picture on the cover; None for a cover without a picture.
    """
    attribution = attribution_in(edition.language)
    given = [*_cover_credit(cover, attribution), *_article_credits(sections, attribution)]
    credits = [one._replace(credit=shortened(one.credit, CREDIT)) for one in given]
    heading = attribution.word("picture_credits")
    words = (heading, *(one.credit for one in credits))
    printed = tuple(PrintedText("pictures", one) for one in words)
    remarks = tuple(_cut(one) for one in given if len(one.credit) > CREDIT)
    return MatterPart("picture-credits", heading, printed, {"credits": credits}, remarks)


def _cut(one: Credit) -> Remark:
    message = f"the picture credit is cut after {CREDIT} characters in the list of credits"
    return Remark("PK705", f"{message}: {shortened(one.credit, _BEGINNING)}")


def _cover_credit(cover: Picture | None, attribution: Attribution) -> Iterator[Credit]:
    credit = attribution.picture_credit(cover.image) if cover else ""
    if cover and credit:
        rights = " · ".join((credit, *attribution.picture_rights(cover.image)))
        caption = attribution.isolated(cover.image.caption or "")
        yield Credit(attribution.word("cover"), "", caption, rights, lost=False)


def _article_credits(
    sections: Sequence[PlacedSection], attribution: Attribution
) -> Iterator[Credit]:
    for section in sections:
        for entry in section.entries:
            for one in entry.pictures:
                if one.credit:
                    yield Credit(
                        attribution.folio(one.page),
                        one.anchor,
                        attribution.isolated(one.title),
                        attribution.isolated(one.credit),
                        one.lost,
                        language(entry, attribution),
                    )
