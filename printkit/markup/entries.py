"""An article as the other pages of its issue name it: in contents, lists and on the cover."""

from typing import NamedTuple

from printkit.article import Article
from printkit.copyedit.clean_copy import Copy
from printkit.markup.cross_references import CrossReferences
from printkit.markup.figures import ShownPicture, show_pictures
from printkit.markup.reading_time import minutes_to_read
from printkit.pages import Gathered, opening_anchor
from printkit.text.shortening import shortened
from printkit.wording.attribution import Attribution

_LONGEST_TITLE = 80  # characters


class CreditedPicture(NamedTuple):
    """A picture as the list of picture credits has it.

    Attributes:
        anchor: the id of its place on the article's pages.
        title: a few words that say which one it is; may be empty.
        credit: as it stands under the picture; may be empty.
        lost: whether a ruled box is printed in its place.
    """

    anchor: str
    title: str
    credit: str
    lost: bool


class ArticleEntry(NamedTuple):
    """What is known of an article once it is laid out.

    Attributes:
        anchor: the id of its headline, which is the prefix of all its ids.
        minutes: how long it takes to read; at least 1.
        pictures: in reading order.
    """

    anchor: str
    minutes: int
    pictures: tuple[CreditedPicture, ...] = ()

    @property
    def opening(self) -> str:
        """The id of the article's opening, masthead to byline."""
        return opening_anchor(self.anchor)


class PlacedArticle(NamedTuple):
    """An article in its place in the issue, printed or missing.

    Attributes:
        article: None where the record could not even be read.
        story: its anchor leads to the headline, or to the stub that stands in its place.
        page: the folio of its first page.
        picture_pages: the folio of each of its pictures.
        missing: why it is not there; empty if it is printed.
        name: what to call it where there is no article.
    """

    article: Article | None
    story: ArticleEntry
    page: str
    picture_pages: tuple[str, ...] = ()
    missing: str = ""
    name: str = ""

    @property
    def title(self) -> str:
        """The headline, or the record's name."""
        return self.article.headline if self.article else self.name


class PlacedSection(NamedTuple):
    """A section of the issue; its name is empty where it has no head."""

    name: str
    placed: tuple[PlacedArticle, ...]


class Listing(NamedTuple):
    """A line of the contents that is no article: an insert, a part of the back matter.

    Attributes:
        anchor: the id of its beginning; empty where nothing leads there.
        title: as it is listed.
        page: the folio of its first page.
    """

    anchor: str
    title: str
    page: str


def make_entry(
    copy: Copy, gathered: Gathered, attribution: Attribution, prefix: str
) -> ArticleEntry:
    """Return what the rest of the issue says of an article.

    Args:
        copy: the clean copy.
        gathered: its pictures, found or lost.
        attribution: the words of the article's language.
        prefix: opens the article's ids.
    """
    shown = show_pictures(copy, gathered, attribution, CrossReferences(attribution), prefix)
    credited = (
        CreditedPicture(one.anchor, _title(one), one.credit, lost=not one.url) for one in shown.all
    )
    return ArticleEntry(prefix, minutes_to_read("".join(copy.blocks)), tuple(credited))


def _title(picture: ShownPicture) -> str:
    words = picture.title or picture.caption.striptags() or picture.alt
    return shortened(words, _LONGEST_TITLE)
