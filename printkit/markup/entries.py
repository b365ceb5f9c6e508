"""Stories: a printed article as the rest of the digest speaks of it."""

from typing import NamedTuple

from printkit.article import Article
from printkit.pages import opening_anchor


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
