"""Headings: a body goes in, and comes out with regular levels and without a repeated headline."""

from printkit.article import Article
from printkit.article.site_names import part_site, site_names
from printkit.copyedit import tree
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS
from printkit.readers.byline_dates import part_byline
from printkit.text.comparing import alike, letters
from printkit.wording.words import Words

_DEEPEST = 6


def close_gaps(body: Node) -> None:
    """Renumber the levels of headings, from h2 down, so that no level is skipped.

    PDF/UA-1 (7.4.2) forbids a skipped level. Headings of equal level under the same heading stay
    equal.
    """
    above: list[int] = []
    for heading in tree.each(body, *HEADINGS):
        level = int(heading.attrib.pop("data-level", heading.tag[1]))
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        heading.tag = f"h{min(len(above) + 1, _DEEPEST)}"


def drop_repeats(body: Node, article: Article, removals: Removals) -> None:
    """Remove headline, subheadline and byline from the top of a body: the page prints them.

    A headline may have the name of the site, and a byline the date of the article.
    """
    known = _KnownLines(article)
    for block in list(body):
        if block.tag == "figure":
            continue
        said = tree.words(block)
        repeated = known.repeated_in(said, is_heading=block.tag in HEADINGS)
        if not (repeated and block.tag in (*HEADINGS, "p")) or any(True for _ in block.iter("img")):
            return
        if repeated == "whole":
            for link in block.iter("a"):
                removals.unlink(link, "it stands in a repeated headline or byline")
            tree.drop(block)
        else:
            removals.take(block, repeated, said)


class _KnownLines:
    """The lines that the page prints above the body of an article."""

    def __init__(self, article: Article) -> None:
        people = [person.name for person in article.authors]
        self._opening = Words.of(article.language).opening("byline_openings")
        self._article = article
        lines = (article.byline or "", " and ".join(people), ", ".join(people))
        self._bylines = {self._names(line) for line in lines} - {""}
        self._above = {letters(article.subheadline or ""), *self._bylines} - {""}

    def repeated_in(self, said: str, *, is_heading: bool) -> str:
        """Return how a line repeats a known line; empty if the line is new.

        The result is `whole`, or the kind of the line that says something more.
        """
        article = self._article
        if (is_heading and alike(said, article.headline)) or self._names(said) in self._above:
            return "whole"
        titled = part_site(said, site_names(article), article.section or "")
        if is_heading and titled.cut and alike(titled.line, article.headline):
            return "headline with the name of the site"
        dated = part_byline(said, article.language or "")
        dates = (article.date_published, article.date_modified, article.date_posted)
        named = self._names(dated.line) in self._bylines
        return "byline with the date" if named and dated.is_day_of(dates) else ""

    def _names(self, line: str) -> str:
        """Return the letters of a byline without the words before the names."""
        opened = self._opening.match(line)
        return letters(line[opened.end() :] if opened else line)
