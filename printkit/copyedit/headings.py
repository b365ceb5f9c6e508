"""Headings: a body goes in, and comes out with regular levels and without a repeated headline."""

import re

from printkit.article import Article
from printkit.copyedit import tree
from printkit.copyedit.removals import Removals
from printkit.copyedit.tree import Node
from printkit.copyedit.vocabulary import HEADINGS
from printkit.text.comparing import alike, letters

_DEEPEST = 6
_BY = re.compile(r"^(written )?by ", re.IGNORECASE)


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
    """Remove headline, subheadline and byline from the top of a body: the page prints them."""
    people = [person.name for person in article.authors]
    bylines = {letters(_BY.sub("", line)) for line in (article.byline or "", " and ".join(people))}
    above = {letters(article.subheadline or ""), *bylines, letters(", ".join(people))} - {""}
    for block in list(body):
        if block.tag == "figure":
            continue
        said = tree.words(block)
        repeats = block.tag in HEADINGS and alike(said, article.headline)
        known = block.tag in (*HEADINGS, "p") and letters(_BY.sub("", said)) in above
        if not (repeats or known) or any(True for _ in block.iter("img")):
            return
        for link in block.iter("a"):
            removals.unlink(link, "it stands in a repeated headline or byline")
        tree.drop(block)
