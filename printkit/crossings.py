"""Crossings: where one article links to another of its issue, paper says on which page that is."""

import html
import re
from collections.abc import Collection, Mapping

from markupsafe import Markup

from printkit.furniture import Furniture
from printkit.templating import parts

# A link as copy-editing leaves it, and the address that may stand in brackets behind it.
_LINK = re.compile(
    r'(<a\s[^>]*?href="([^"#][^"]*)"[^>]*>.*?</a>)(<span class="address">.*?(?=\)</span>))?',
    re.DOTALL,
)


class Crossed:
    """An article's links, seen against the pages of its issue."""

    def __init__(self, own: Furniture, folios: Mapping[str, str], noted: Collection[str]) -> None:
        """Take the words of the article's language, and what its links may lead to.

        Args:
            folios: of other articles, by the addresses that lead there.
            noted: the addresses that have a note, which says the page.
        """
        self._own = own
        self._folios = folios
        self._noted = noted

    def page(self, url: str) -> str:
        """`page 12`; empty for an address outside the issue."""
        folio = self._folios.get(url)
        return self._own.word("page", number=self._own.folio(folio)) if folio else ""

    def links(self, safe: str) -> Markup:
        """Copy-edited HTML with the page behind each link that has no note."""
        return Markup(_LINK.sub(self._followed, safe) if self._folios else safe)

    def _followed(self, link: re.Match[str]) -> str:
        whole, url, shown = link[1], html.unescape(link[2]), link[3] or ""
        page = self.page(url)
        if not page or url in self._noted:
            return link[0]
        macros = parts("parts/crossing.html")
        if shown:
            return whole + shown + str(macros.after(self._own.word("comma"), page))
        return whole + str(macros.alone(self._own.word("brackets", text=page)))
