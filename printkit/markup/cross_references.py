"""Crossings: where one article links to another of its issue, paper says on which page that is."""

import html
import re
from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from markupsafe import Markup

from printkit.markup.templates import parts
from printkit.wording.attribution import Attribution

CROSSING = "printkit:"  # opens the address of a link within the issue
# In a tag: what a text says of one has no bracket before it that is not written &lt;.
_HREF = re.compile(r'(?<=<a)((?:\s[^<>"]*"[^"]*")*?\s+href=)"(https?:[^"]+)"')
_ARTICLE = re.compile(r'(?=<article class="article")')
# A link as copy-editing leaves it, and the address that may stand in brackets behind it.
_LINK = re.compile(
    r'(<a\s[^>]*?href="([^"#][^"]*)"[^>]*>.*?</a>)(<span class="address">.*?(?=\)</span>))?',
    re.DOTALL,
)


def links_of(safe: str) -> tuple[str, ...]:
    """The web addresses that copy-edited HTML links to, each once."""
    return tuple(dict.fromkeys(html.unescape(url) for _, url in _HREF.findall(safe)))


def led_home(page: str, anchors: Sequence[Mapping[str, str]]) -> str:
    """Page markup whose links to other articles of the issue lead to their places in it.

    Args:
        page: with one article or several.
        anchors: for each of them the anchors of other articles, by the addresses it links to.
    """

    def led(link: re.Match[str], own: Mapping[str, str]) -> str:
        anchor = own.get(html.unescape(link[2]))
        return f'{link[1]}"{CROSSING}{anchor}"' if anchor else link[0]

    head, *articles = _ARTICLE.split(page)
    turned = (
        _HREF.sub(partial(led, own=own), article)
        for article, own in zip(articles, anchors, strict=True)
    )
    return head + "".join(turned)


class CrossReference(NamedTuple):
    """The place of an article in its issue.

    Attributes:
        anchor: the id of the headline.
        page: the folio of the page on which the article begins.
    """

    anchor: str
    page: str


class CrossReferences:
    """An article's links, seen against the pages of its issue."""

    def __init__(self, own: Attribution, folios: Mapping[str, str], noted: Collection[str]) -> None:
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
