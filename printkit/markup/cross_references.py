"""Cross-references: links from one article of an issue to another, and the pages they name.

Takes the holes that copy-editing leaves at each link, gives the address or the page number that
goes into each hole.
"""

from collections.abc import Mapping
from typing import NamedTuple

from printkit.copyedit.clean_copy import AddressHole, Hole, PageHole
from printkit.markup.templates import fill_part
from printkit.wording.attribution import Attribution

CROSSING = "printkit:"  # opens the address of a link within the issue


class CrossReference(NamedTuple):
    """The place of another article of the issue.

    Attributes:
        anchor: the id of the article's headline.
        page: the folio of the article's first page.
    """

    anchor: str
    page: str


class CrossReferences:
    """Writes the links of one article, some of which lead to other articles of its issue."""

    def __init__(
        self,
        attribution: Attribution,
        references: Mapping[str, CrossReference] | None = None,
        own: str | None = None,
    ) -> None:
        """Take an article's language and its references.

        Args:
            attribution: the words and digits of the article's language.
            references: where other articles stand, by the web addresses of links to them;
                None for an article that is printed alone.
            own: the folder of the user's own templates.
        """
        self._attribution = attribution
        self._references = references or {}
        self._own = own

    def page(self, url: str) -> str:
        """Return the page that an address leads to, `page 12`; empty outside the issue."""
        reference = self._references.get(url)
        if reference is None or not reference.page:
            return ""
        return self._attribution.word("page", number=self._attribution.folio(reference.page))

    def target(self, url: str) -> str:
        """Return the target of a link: `printkit:` and an id of the issue, or the web address.

        The bindery makes links within the book of the addresses that begin with `printkit:`.
        """
        reference = self._references.get(url)
        return f"{CROSSING}{reference.anchor}" if reference else url

    def fill(self, hole: Hole) -> str:
        """Return what goes into a hole of a link; other holes stay empty."""
        match hole:
            case AddressHole(url, written):
                return self.target(url) if url in self._references else written
            case PageHole(url, in_brackets):
                return self._behind(url, in_brackets=in_brackets)
            case _:
                return ""

    def _behind(self, url: str, *, in_brackets: bool) -> str:
        page = self.page(url)
        if not page:
            return ""
        part = "parts/crossing.html"
        if in_brackets:
            return fill_part(part, "after", self._attribution.word("comma"), page, own=self._own)
        bracketed = self._attribution.word("brackets", text=page)
        return fill_part(part, "alone", bracketed, own=self._own)
