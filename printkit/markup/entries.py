"""Entries: takes an article's copy and pictures, gives the values that name it on other pages.

Contents, lists and cover of a digest name articles.
"""

from typing import NamedTuple

from printkit.article import Article
from printkit.copyedit.clean_copy import Copy
from printkit.markup.cross_references import CrossReferences
from printkit.markup.figures import ShownPicture, show_pictures
from printkit.markup.reading_time import minutes_to_read
from printkit.pages import Gathered, opening_anchor
from printkit.text.shortening import shortened
from printkit.wording.attribution import Attribution

_LONGEST_TITLE = 80  # characters of the words that name a picture


class CreditedPicture(NamedTuple):
    """A picture as the list of picture credits names it.

    Attributes:
        anchor: the picture's id on the article's pages.
        title: a few words that tell the picture from others; may be empty.
        credit: the credit under the picture; may be empty.
        lost: whether a ruled box is printed in the picture's place.
        page: the folio of the picture's page; empty until the pages are numbered.
    """

    anchor: str
    title: str
    credit: str
    lost: bool
    page: str = ""


class ArticleEntry(NamedTuple):
    """An article, printed or missing, as other pages of the issue name it.

    The worker that prints the article gives the first three values; make-up adds the others.

    Attributes:
        anchor: the id of the headline, which all other ids of the article begin with; or the id of
            the stub of a missing article.
        minutes: how long the article takes to read; at least 1.
        pictures: the article's pictures, in reading order; none of a missing article.
        article: the record; None if the record could not be read.
        page: the folio of the article's first page; empty until the pages are numbered.
        missing: why the article is not printed; empty for a printed article.
        name: the name of the record, if the record could not be read.
    """

    anchor: str
    minutes: int = 1
    pictures: tuple[CreditedPicture, ...] = ()
    article: Article | None = None
    page: str = ""
    missing: str = ""
    name: str = ""

    @property
    def opening(self) -> str:
        """Return the id of the opening, the element from masthead to byline."""
        return opening_anchor(self.anchor)

    @property
    def title(self) -> str:
        """Return the headline, or the record's name."""
        return self.article.headline if self.article else self.name


class PlacedSection(NamedTuple):
    """A section of the issue; the name of a section without a heading is empty."""

    name: str
    entries: tuple[ArticleEntry, ...]


class Listing(NamedTuple):
    """A line of the contents that is no article: an insert, a part of the back matter.

    Attributes:
        anchor: the id that the line links to; empty for a line without a link.
        title: the words of the line.
        page: the folio of the first page of the insert or part.
    """

    anchor: str
    title: str
    page: str


def make_entry(
    copy: Copy, gathered: Gathered, attribution: Attribution, prefix: str
) -> ArticleEntry:
    """Return the entry of an article.

    Args:
        copy: the clean copy.
        gathered: the article's pictures, found or lost.
        attribution: the words of the article's language.
        prefix: the beginning of the article's ids.
    """
    shown = show_pictures(copy, gathered, attribution, CrossReferences(attribution), prefix)
    credited = (
        CreditedPicture(one.anchor, _title(one), one.credit, lost=not one.url) for one in shown.all
    )
    return ArticleEntry(prefix, minutes_to_read("".join(copy.blocks)), tuple(credited))


def _title(picture: ShownPicture) -> str:
    words = picture.title or picture.caption.striptags() or picture.alt
    return shortened(words, _LONGEST_TITLE)
